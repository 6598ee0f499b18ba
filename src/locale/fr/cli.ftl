# Ce que disent les commandes.

help-label = à faire :{" "}

entries-read = { $total ->
    [one] { $total } candidature
   *[other] { $total } candidatures
} : { $read } { $read ->
    [one] lue
   *[other] lues
}, { $left } { $left ->
    [one] laissée de côté
   *[other] laissées de côté
}
goals-left-out = {" "}; { $left ->
    [one] 1 objectif laissé de côté
   *[other] { $left } objectifs laissés de côté
}
problems-found = . { $errors ->
    [0] Aucune erreur
    [one] 1 erreur
   *[other] { $errors } erreurs
}, { $warnings ->
    [one] { $warnings } avertissement
   *[other] { $warnings } avertissements
}, { $hints ->
    [one] { $hints } conseil
   *[other] { $hints } conseils
}.
warnings-in-check = { $warnings ->
    [one] 1 avertissement : voyez `rebond check`.
   *[other] { $warnings } avertissements : voyez `rebond check`.
}
passed-over = non lu : { $file }

usage-unknown-argument = il n’y a pas d’argument `{ $arg }`
usage-unknown-command = il n’y a pas de commande `{ $command }`
usage-missing = il manque { $arg }
usage-no-value = `{ $arg }` attend une valeur
usage-invalid-value = `{ $value }` n’est pas une valeur de `{ $arg }`
usage-conflict = `{ $arg }` ne va pas avec `{ $other }`
usage-no-command = il manque une commande
usage-near = {" "}; vouliez-vous dire `{ $near }` ?
usage-valid = {" "}; écrivez l’un de ces mots : { $valid }

help-template = {"{before-help}{about-with-newline}\\nUsage : {usage}\\n\\n{all-args}{after-help}"}
help-heading-commands = Commandes
help-heading-arguments = Arguments
help-heading-options = Options
help-rebond = Faire d’une candidature refusée la prochaine étape
help-any-journal = Utiliser le journal de ce dossier au lieu d’en chercher un d’ici vers le haut
help-any-today = Prendre ce jour pour aujourd’hui, sous la forme AAAA-MM-JJ
help-any-color = Utiliser des couleurs
help-any-quiet = Ne rien dire d’autre que les données et les problèmes
help-any-verbose = Dire où passe le temps et ce qui n’est pas lu
help-any-help = Afficher l’aide
help-any-version = Afficher la version
help-check = Signaler tous les problèmes de tous les fichiers
help-check-long = Signaler tous les problèmes de tous les fichiers

    Avec CHEMIN, tout le journal est lu et seuls les problèmes de CHEMIN sont montrés.
help-check-paths = N’afficher que les problèmes de ces fichiers ou dossiers
help-check-strict = Échouer aussi sur les avertissements
help-check-format = La forme des problèmes

edit-dry-run = Rien n’a été écrit : voici ce qui changerait.
decide-recorded = { $status ->
    [rejected] La nouvelle du { $day } est notée. Le jour même, il n’y a rien à en faire.
    [ghosted] Le silence est noté comme réponse, au { $day }. Il ne dit rien de vous.
    [withdrawn] Votre retrait du { $day } est noté. Savoir ce que l’on ne veut pas compte aussi.
    [offer] L’offre du { $day } est notée. Bravo !
   *[accepted] Votre embauche du { $day } est notée. Félicitations, et bons débuts !
}
decide-not-open = `{ $entry }` n’est pas en cours : son statut est `{ $status }`
decide-no-news = `{ $status }` n’est pas une nouvelle : la candidature est déjà en cours
done-recorded = { $step ->
    [thank] Votre remerciement du { $day } est noté.
    [feedback-request] Votre demande du { $day } est notée. La réponse ne dépend plus de vous.
    [feedback-thanks] Votre remerciement du { $day } pour le retour est noté.
    [clarify] Votre demande de précision du { $day } est notée.
    [connect] C’est noté : { $names }, dans votre réseau depuis le { $day }.
    [check-in] Votre message du { $day } est noté. C’est bien de garder le lien.
   *[review] La revue du { $day } est notée.
}
done-already = { $day ->
    [none] C’est déjà noté ; rien n’a changé.
   *[other] C’est déjà noté, au { $day } ; rien n’a changé.
}
done-other-day = pour `{ $entry }`, cette étape est déjà notée au { $day } ; pour corriger le jour, modifiez le fichier
done-which = il manque l’étape ; écrivez l’un de ces mots : { $steps }, ou FICHIER:LIGNE pour une tâche
done-no-contact = `{ $entry }` ne nomme aucun contact
done-unknown-contact = `{ $entry }` n’a pas de contact appelé `{ $name }`, mais { $names }
done-task = C’est fait, le { $day } : { $task }
done-no-task = { $nearest ->
    [0] aucune tâche ouverte à la ligne { $line } de { $file }, ni ailleurs
   *[other] aucune tâche ouverte à la ligne { $line } de { $file } ; la plus proche est à la ligne { $nearest }
}
feedback-recorded = Ces mots sont dans la candidature, reçus le { $day }. Relisez-les quand vous le voudrez.
feedback-empty = il n’y a aucun mot à ajouter
feedback-encoding = ces mots ne sont pas du texte en UTF-8
feedback-waiting = Collez les mots du recruteur, puis appuyez sur Ctrl-D (Ctrl-Z puis Entrée sous Windows).
help-any-dry-run = Montrer ce qui changerait, sans rien écrire
help-any-entry = La candidature : son identifiant, ou une partie qui n’appartient qu’à elle
help-decide = Noter la nouvelle d’une candidature en cours
help-decide-long = Noter la nouvelle d’une candidature en cours

    Change le statut dans le fichier de la candidature et ajoute le jour, dans la langue du
    fichier. Rien d’autre n’y change ; voyez d’abord avec --dry-run.
help-decide-status = refus, sans-réponse, retrait, offre ou embauche
help-decide-date = Le jour de la nouvelle, sous la forme AAAA-MM-JJ ; aujourd’hui sans indication
help-decide-notice = Comment la nouvelle est arrivée : personnel, automatique, téléphone ou aucune
help-decide-stage = La dernière étape atteinte : candidature, présélection, entretien, test, final ou offre
help-done = Noter qu’une étape du suivi est faite, ou cocher une tâche
help-done-long = Noter qu’une étape du suivi est faite, ou cocher une tâche

    Étapes d’une candidature : remercier, demander-un-retour, remercier-du-retour, clarifier,
    ajouter (un contact à son réseau), recontacter ; d’un objectif : revue. Leurs noms anglais
    conviennent aussi. Avec FICHIER:LIGNE, la tâche ouverte de cette ligne est cochée. Rien
    d’autre ne change dans le fichier ; voyez d’abord avec --dry-run.
help-done-target = La candidature ou l’objectif : son identifiant, ou une partie qui n’appartient qu’à lui ; ou bien FICHIER:LIGNE d’une tâche
help-done-step = remercier, demander-un-retour, remercier-du-retour, clarifier, ajouter, recontacter ou revue ; pas pour une tâche
help-done-date = Le jour où c’était fait, sous la forme AAAA-MM-JJ ; aujourd’hui sans indication
help-done-contact = Avec ajouter : ce contact seulement ; peut être répété
help-feedback = Ajouter les mots d’un recruteur à une candidature
help-feedback-long = Ajouter les mots d’un recruteur à une candidature

    Les cite sous le titre « Retour du recruteur », créé s’il manque, et note le jour où ils
    sont arrivés. Sans FICHIER, ou avec `-`, les mots sont lus sur l’entrée standard.
help-feedback-file = Le fichier qui contient ces mots ; `-` pour l’entrée standard
help-feedback-received = Le jour où ils sont arrivés, sous la forme AAAA-MM-JJ ; celui qui est déjà noté, sinon aujourd’hui
