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

agenda-date = { $weekday } { $day }
agenda-today = Aujourd’hui
agenda-today-nothing = Rien de prévu aujourd’hui.
agenda-still-possible = Toujours possible
agenda-waiting = En attente d’une réponse
agenda-this-week = Cette semaine
agenda-later = Plus tard
agenda-until-today = aujourd’hui de préférence
agenda-until = jusqu’au { $day }
agenda-waiting-until = la réponse peut venir jusqu’au { $day }
agenda-on = { $weekday } { $first }
agenda-from = du { $first } au { $day }
agenda-contact = écrire à { $contact }
agenda-paused = En pause jusqu’au { $day } : rien n’est demandé d’ici là.
agenda-no-entries = Rien à faire : le journal attend sa première candidature (`rebond new`), les étapes suivront.
agenda-next = { $days ->
    [0] Rien à faire aujourd’hui.
    [one] Rien à faire aujourd’hui ni demain.
   *[other] Rien à faire dans les { $days } prochains jours.
} Ensuite : { $step }, le { $day }.
agenda-nothing = Rien à faire pour l’instant : la prochaine étape viendra avec la prochaine nouvelle ou la prochaine tâche datée.

help-agenda = Montrer ce qu’il y a à faire, et pourquoi
help-agenda-long = Montrer ce qu’il y a à faire, et pourquoi

    Les étapes du suivi et du plan : celles d’aujourd’hui, celles qui sont toujours possibles, celles qui attendent une réponse, et celles à venir.
help-agenda-days = Regarder ce nombre de jours en avant
help-agenda-format = La forme des étapes
