# Ce que disent les commandes.

help-label = à faire :{" "}

entries-read = { $total ->
    [one] { $total } candidature
   *[other] { $total } candidatures
} : { $read } { $read ->
    [one] lue
   *[other] lues
}, { $left } { $left ->
    [one] laissée de côté
   *[other] laissées de côté
}
goals-left-out = {" "}; { $left ->
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
    [one] 1 avertissement : voyez `rebond check`.
   *[other] { $warnings } avertissements : voyez `rebond check`.
}
passed-over = non lu : { $file }

usage-unknown-argument = il n’y a pas d’argument `{ $arg }`
usage-unknown-command = il n’y a pas de commande `{ $command }`
usage-missing = il manque { $arg }
usage-no-value = `{ $arg }` attend une valeur
usage-invalid-value = `{ $value }` n’est pas une valeur de `{ $arg }`
usage-conflict = `{ $arg }` ne va pas avec `{ $other }`
usage-no-command = il manque une commande
usage-near = {" "}; vouliez-vous dire `{ $near }` ?
usage-valid = {" "}; écrivez l’un de ces mots : { $valid }

help-template = {"{before-help}{about-with-newline}\\nUsage : {usage}\\n\\n{all-args}{after-help}"}
help-heading-commands = Commandes{" "}
help-heading-arguments = Arguments{" "}
help-heading-options = Options{" "}
help-rebond = Faire d’une candidature refusée la prochaine étape
help-any-journal = Utiliser le journal de ce dossier au lieu d’en chercher un d’ici vers le haut
help-any-today = Prendre ce jour pour aujourd’hui, sous la forme AAAA-MM-JJ
help-any-color = Utiliser des couleurs
help-any-quiet = Ne rien dire d’autre que les données et les problèmes
help-any-verbose = Dire où passe le temps et ce qui n’est pas lu
help-any-version = Afficher la version
help-check = Signaler tous les problèmes de tous les fichiers
help-check-long = Signaler tous les problèmes de tous les fichiers

    Avec CHEMIN, tout le journal est lu et seuls les problèmes de CHEMIN sont montrés.
help-check-paths = N’afficher que les problèmes de ces fichiers ou dossiers
help-check-strict = Échouer aussi sur les avertissements
help-check-format = La forme des problèmes
page-written = Pour le papier : { $path }
private-left-out = { $count ->
    [one] 1 candidature privée n’est pas sur cette page.
   *[other] { $count } candidatures privées ne sont pas sur cette page.
}
site-written = { $changed ->
    [0] Rien n’a changé
    [one] 1 fichier écrit
   *[other] { $changed } fichiers écrits
}{ $deleted ->
    [0] {""}
    [one] , 1 supprimé
   *[other] , { $deleted } supprimés
} : { $path }

watching = Rebond suit { $path }. Ctrl-C pour finir.
watching-last-good = Là où il y a une erreur, le rapport garde la dernière version lisible.
serving = Rebond montre { $path }. Ctrl-C pour finir.
port-other = Le port { $usual } est pris : voici le port { $port }.
port-taken = le port { $port } ne peut pas servir ({ $reason }) ; nommez-en un autre, ou ôtez `--port` et rebond en trouvera un
browser-failed = Aucun navigateur n’a pu être ouvert ({ $reason }). Ouvrez vous-même l’adresse ci-dessus.
browser-missing = aucun n’a été trouvé

# Les pages servies.

live-label = Problèmes du journal
live-broken = { $count ->
    [one] Un problème retient cette page dans son dernier bon état, ou l’empêche d’être complète :
   *[other] { $count } problèmes retiennent cette page dans son dernier bon état, ou l’empêchent d’être complète :
}
live-more = { $count ->
    [one] Et 1 autre : `rebond check` les montre tous.
   *[other] Et { $count } autres : `rebond check` les montre tous.
}
live-nothing = Il n’y a encore rien à montrer.
live-not-found = Cette page n’est pas dans le rapport, ou n’y est plus.
live-home = Vers le rapport
theme-booklet = un livret calme et soigné : une colonne, les citations au cœur, de petites images
theme-correspondence = une lettre sobre : une colonne étroite, les listes en phrases, les mots des autres comme tapés
theme-own = de ce journal
theme-ejected = Changez ce que vous voulez et supprimez le reste : un fichier absent est celui d’origine.
help-build = Construire le rapport, un site statique, ou une page pour le papier
help-build-long = Construire le rapport, un site statique, ou une page pour le papier

    N’écrit que ce qui a changé et ne supprime que des fichiers écrits par rebond. Le site contient aussi les pages pour le papier ; --print dit où, ou en écrit une dans un fichier.
help-build-print = Faire une page pour le papier, tout le rapport si rien n’est précisé ; --out nomme alors un fichier
help-build-pdf = Faire aussi le PDF de la page, avec un navigateur de cette machine
help-build-paper = Imprimer sur ce papier ; sans précision, sur celui de la région
help-any-out = Écrire le site dans ce dossier
help-any-theme = Utiliser ce thème
help-any-theme_scripts = Laisser les scripts de ce thème du journal s’exécuter dans le rapport
help-any-lang = Écrire le rapport dans cette langue : fr ou en
help-status = Afficher le rapport dans le terminal
help-status-long = Afficher le rapport dans le terminal

    Aujourd’hui, ce qui marche, ce qui revient, le plan.
help-status-format = La forme du rapport
help-status-json = Afficher du JSON : abrège `--format json`
help-theme = Montrer les thèmes, ou en copier un dans le journal pour le changer
help-theme-list = Montrer les thèmes fournis et ceux du journal
help-theme-eject = Copier un thème dans ceux du journal, où ses fichiers l’emportent sur ceux d’origine
help-theme-eject-name = Le thème à copier
help-any-dry_run = Dire ce qui serait fait, et ne rien faire
help-doctor = Dire ce que rebond trouve et ferait, et ce qui met la vie privée en danger
help-doctor-long = Dire ce que rebond trouve et ferait, et ce qui met la vie privée en danger

    La commande ne fait que regarder : rien n’est changé, rien n’est envoyé. À git elle demande ce qu’il sait, sans ses crochets ni son paginateur.
help-watch = Refaire le rapport à chaque changement d’un fichier
help-watch-long = Refaire le rapport à chaque changement d’un fichier

    Un fichier fautif n’arrête rien : le dernier bon rapport reste, et le problème est signalé. À minuit le jour change, et le rapport avec lui. Ctrl-C pour finir.
help-serve = Montrer le rapport dans un navigateur et suivre ses fichiers
help-serve-long = Montrer le rapport dans un navigateur et suivre ses fichiers

    Sur cette machine seulement : personne d’autre ne le voit. Les pages ouvertes se rechargent quand un fichier change, là où elles étaient. Rien n’est écrit. Un fichier fautif n’arrête rien : le dernier bon rapport reste, avec ce qui ne va pas au-dessus. Ctrl-C pour finir.
help-serve-port = Écouter sur ce port ; sans cela, sur le port habituel ou l’un de ceux qui sont libres
help-serve-open = Ouvrir le rapport dans le navigateur
help-serve-poll = Regarder les fichiers deux fois par seconde au lieu d’attendre que le système prévienne
help-watch-poll = Regarder les fichiers deux fois par seconde au lieu d’attendre que le système prévienne

# init, new, list, schema, completions, man : ce qu’elles disent.

ask-company = Entreprise :
ask-role = Poste :
editor-missing = `--edit` ouvre l’éditeur que nomme VISUAL ou EDITOR, et aucun des deux n’est défini
editor-failed = l’éditeur `{ $editor }` n’a pas pu servir : { $reason }
template-unreadable = l’en-tête de { $path } est illisible
new-refused = { $path } n’a pas été écrit : { $reason }
usage-unknown-topic = `{ $topic }` n’est pas un axe de ce journal
usage-too-many-values = `{ $arg }` ne prend pas de valeur, ou une seule
usage-encoding = un argument n’est pas de l’Unicode
usage-count = {""} ; écrivez un nombre entier de 0 à 65535
usage-date = {" "}; écrivez le jour sous la forme AAAA-MM-JJ
init-here = ce dossier
init-taken = { $count ->
    [one] { $files } existe déjà : rien n’a été écrit
   *[other] { $files } existent déjà : rien n’a été écrit
}
init-made = Un journal est prêt dans { $folder } :
    {"  "}rebond.toml    les réglages, expliqués un par un
    {"  "}entries/       une candidature inventée, à remplacer :
    {"                 "}{ $entry }
    {"  "}plan/          la place des objectifs
    {"  "}.gitignore     pour laisser le rapport hors de git
    Pour la suite :
    {"  "}rebond{ $root } build
    {"  "}rebond{ $root } new
init-example-made = Le journal d’exemple ({ $count } fichiers) est dans { $folder }. Il s’arrête en juin 2026 ; pour le lire à cette date :
    {"  "}rebond{ $root } build --today 2026-06-12
list-shown = { $shown ->
    [one] { $shown } candidature
   *[other] { $shown } candidatures
} sur { $total }.
list-status-rejected = non retenu·e
list-status-ghosted = sans réponse
list-status-withdrawn = retirée
list-status-open = en cours
list-status-offer = offre
list-status-accepted = embauche
list-draft = brouillon
list-private = privée

man-manual = Manuel de rebond
man-name = NOM
man-synopsis = SYNOPSIS
man-options = OPTIONS GÉNÉRALES
man-examples = EXEMPLES
man-commands = COMMANDES
man-exit = CODES DE SORTIE
man-exit-text = 0  tout va bien
    1  le journal contient des problèmes
    2  la ligne de commande est fausse
    3  la machine a fait défaut : illisible, impossible à écrire, disque plein
man-environment = ENVIRONNEMENT
man-environment-text = LC_ALL, LC_MESSAGES, LANG  la langue, tant qu’aucun journal ne la donne
    VISUAL, EDITOR             l’éditeur de --edit
    SOURCE_DATE_EPOCH          le jour, en secondes depuis 1970, sans --today
    NO_COLOR, CLICOLOR_FORCE   ni l’un ni l’autre : des couleurs sur un terminal
man-files = FICHIERS
man-files-text = rebond.toml  les réglages, à la racine du journal
    entries/     une candidature par fichier
    plan/        un objectif par fichier
    templates/   entry.md et goal.md, d’où part rebond new
    site/        le rapport

# L’aide.

help-heading-global = Options générales{" "}
help-value-COMMAND = COMMANDE
help-value-DIR = DOSSIER
help-value-PATH = CHEMIN
help-value-FILE = FICHIER
help-value-NAME = NOM
help-value-PAPER = PAPIER
help-value-LANG = LANGUE
help-value-DAYS = JOURS
help-value-STEP = GESTE
help-value-ENTRY-FILE-LINE = CANDIDATURE|FICHIER:LIGNE
help-value-WHEN = QUAND
help-value-TEXT = TEXTE
help-value-STATUS = STATUT
help-value-STAGE = ÉTAPE
help-value-NOTICE = NOUVELLE
help-value-TOPIC = AXE
help-value-TITLE = TITRE
help-value-OF = QUOI
help-possible-values = {" "}[au choix : { $values }]
help-default-value = {" "}[par défaut : { $values }]
help-any-help = Afficher cette aide ; en détail avec --help
help-any-edit = Ouvrir le fichier dans l’éditeur que nomme VISUAL ou EDITOR

help-init = Commencer un journal dans un dossier
help-init-long = Commencer un journal dans un dossier

    Écrit ses réglages, tous expliqués, une première candidature à remplacer, et les dossiers. N’écrase jamais un fichier.
help-init-dir = Le dossier, créé s’il n’existe pas [par défaut : celui-ci]
help-init-lang = La langue du journal [par défaut : celle de l’environnement]
help-init-example = Copier le journal d’exemple, toute une recherche en français, pour s’y promener

help-new = Commencer une candidature, ou un objectif, d’après son modèle
help-new-long = Commencer une candidature, ou un objectif, d’après son modèle

    Affiche le chemin du nouveau fichier. L’entreprise et le poste sont demandés dans un terminal. Sans --status ni --decided, la candidature est en cours.
help-new-company = L’employeur
help-new-role = L’intitulé du poste
help-new-status = L’issue, ou qu’il n’y en a pas encore
help-new-applied = Le jour de la candidature ; aujourd’hui si elle est en cours
help-new-decided = Le jour de la nouvelle ; aujourd’hui sauf si la candidature est en cours
help-new-announced = La date annoncée pour la réponse
help-new-stage = La dernière étape atteinte
help-new-notice = Comment la nouvelle est arrivée
help-new-source = Où l’offre a été trouvée
help-new-location = Le lieu de travail
help-new-link = L’adresse de l’offre
help-new-agency = Le cabinet de recrutement
help-new-documents = Ce qui a été envoyé, séparé par des virgules
help-new-goal = Commencer un objectif du plan d’après son modèle
help-new-goal-title = Ce qui sera différent : trois mots ou plus
help-new-goal-topics = Les axes qu’il fait progresser, séparés par des virgules
help-new-goal-due = Son dernier jour

help-list = Lister les candidatures, la plus récente d’abord
help-list-long = Lister les candidatures, la plus récente d’abord

    Chaque condition restreint la liste ; entre plusieurs valeurs d’une même condition, l’une ou l’autre suffit.
help-list-status = Celles qui ont cette issue, ou qui sont en cours
help-list-stage = Celles dont c’est la dernière étape atteinte
help-list-topic = Celles qui parlent de cet axe, par une étiquette ou dans une liste
help-list-company = Celles dont l’entreprise contient ce texte
help-list-since = Celles dont la nouvelle date de ce jour ou d’après ; sans nouvelle, la candidature
help-list-format = La forme de la liste

help-schema = Afficher le schéma JSON de l’en-tête, pour les éditeurs
help-schema-long = Afficher le schéma JSON de l’en-tête, pour les éditeurs

    Les clés et les valeurs des deux langues, expliquées dans celle du journal ; dans un journal, avec ses propres axes.
help-schema-of = Seulement celui des candidatures (entry) ou des objectifs (goal)
help-completions = Afficher ce qui permet à un shell de compléter la ligne de commande
help-completions-shell = Le shell
help-man = Afficher la page de manuel, pour man
help-help = Afficher l’aide d’une commande
help-help-words = La commande, en un ou deux mots

examples-heading = Exemples :
examples-rebond = rebond init ma-recherche       commencer un journal
    rebond new                     noter une candidature
    rebond check                   relire tous les fichiers
    rebond build                   faire le rapport
    rebond new --help              l’aide d’une commande
examples-init = rebond init                    un journal dans ce dossier
    rebond init ma-recherche       dans un nouveau dossier
    rebond init essai --example    l’exemple, pour s’y promener
examples-new = rebond new --company "Atelier Nord" --role Soudeuse
    rebond new --company "Atelier Nord" --role Soudeuse --decided 2026-03-02 --notice téléphone
    rebond new goal "Répondre en quatre temps" --topics structure-des-réponses --due 2026-04-30
examples-new-goal = rebond new goal "Répondre en quatre temps" --topics structure-des-réponses --due 2026-04-30
examples-check = rebond check                   tout le journal
    rebond check --strict entries/2026
    rebond check --format short    une ligne par problème
examples-list = rebond list --status en-cours
    rebond list --topic préparation --since 2026-01-01
    rebond list --format csv > candidatures.csv
examples-schema = rebond schema entry > entry.schema.json
examples-completions = rebond completions bash > ~/.local/share/bash-completion/completions/rebond
    rebond completions fish > ~/.config/fish/completions/rebond.fish
examples-man = rebond man > ~/.local/share/man/man1/rebond.1
    rebond man | man -l -
examples-help = rebond help new
    rebond help new goal
examples-decide = rebond decide atelier-nord refus 2026-03-02 --notice téléphone
    rebond decide atelier-nord sans-réponse --dry-run
examples-feedback = rebond feedback atelier-nord message.txt
    rebond feedback atelier-nord < message.txt
examples-done = rebond done atelier-nord thank         l’étape est faite aujourd’hui
    rebond done plan/mon-objectif.md:12    coche une tâche
examples-suggestions = rebond suggestions
    rebond suggestions atelier-nord
examples-build = rebond build
    rebond build --out rapport --lang en   un autre dossier, une autre langue
    rebond build --print --pdf rapport.pdf
    rebond build --print week --out semaine.html
    rebond build --share                   la copie sans noms, dans site-shared
examples-watch = rebond watch
examples-serve = rebond serve --open            et le rapport suit ce qui s’écrit
    rebond serve --port 8000       à l’adresse http://127.0.0.1:8000/
examples-status = rebond status
    rebond status --since 2026-02-01
    rebond status --format json
examples-agenda = rebond agenda --days 7
    rebond agenda --format ics > agenda.ics
examples-letter = rebond letter atelier-nord             la lettre que demande la prochaine étape
    rebond letter --list
examples-explain = rebond explain date-invalid
examples-doctor = rebond doctor
examples-theme = rebond theme list
    rebond theme eject booklet

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

usage-unknown-code = il n’y a pas de code `{ $code }`
explain-wrong = À corriger, dans { $path } :
explain-right = Corrigé, dans { $path } :
help-explain = Expliquer un problème, avec un exemple à corriger et le même corrigé
help-explain-long = Expliquer un problème, avec un exemple à corriger et le même corrigé

    Sans CODE, tous les codes sont listés.
help-explain-code = Le nom entre crochets après `error`, `warning` ou `hint`

edit-dry-run = Rien n’a été écrit : voici ce qui changerait.
decide-recorded = { $status ->
    [rejected] La nouvelle du { $day } est notée. Le jour même, il n’y a rien à en faire.
    [ghosted] Le silence est noté comme réponse, au { $day }. Il ne dit rien de vous.
    [withdrawn] Votre retrait du { $day } est noté. Savoir ce que l’on ne veut pas compte aussi.
    [offer] L’offre du { $day } est notée. Bravo !
   *[accepted] Votre embauche du { $day } est notée. Félicitations, et bons débuts !
}
decide-not-open = `{ $entry }` n’est pas en cours : son statut est `{ $status }` ; pour le corriger, changez `statut` dans son fichier
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
decide-future = le { $day } est encore à venir ; écrivez le jour de la nouvelle
done-future = le { $day } est encore à venir ; écrivez le jour où cela a été fait
done-which = il manque l’étape ; écrivez l’un de ces mots : { $steps }, ou FICHIER:LIGNE pour une tâche
done-no-contact = `{ $entry }` ne nomme aucun contact
done-unknown-contact = `{ $entry }` n’a pas de contact appelé `{ $name }`, mais { $names }
done-task = C’est fait, le { $day } : { $task }
done-no-task = { $nearest ->
    [0] aucune tâche ouverte à la ligne { $line } de { $file }, ni ailleurs
   *[other] aucune tâche ouverte à la ligne { $line } de { $file } ; la plus proche est à la ligne { $nearest }
}
feedback-recorded = Ces mots sont dans la candidature, reçus le { $day }. Relisez-les quand vous le voudrez.
feedback-known = Ces mots sont déjà cités dans la candidature ; rien n’a changé.
feedback-future = le { $day } est encore à venir ; écrivez le jour où ces mots sont arrivés
feedback-empty = il n’y a aucun mot à ajouter
feedback-encoding = ces mots ne sont pas du texte en UTF-8
feedback-waiting = Collez les mots du recruteur, puis appuyez sur Ctrl-D (Ctrl-Z puis Entrée sous Windows).
help-any-dry-run = Montrer ce qui changerait, sans rien écrire
help-any-entry = La candidature : son identifiant, ou une partie qui n’appartient qu’à elle
help-decide = Noter la nouvelle d’une candidature en cours
help-decide-long = Noter la nouvelle d’une candidature en cours

    Change le statut dans le fichier de la candidature et ajoute le jour, dans la langue du
    fichier. Une réponse arrivée après un long silence, ou ce que devient une offre, sont des
    nouvelles aussi. Rien d’autre n’y change ; voyez d’abord avec --dry-run.
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
    sont arrivés. Des mots qui y sont déjà cités ne sont pas ajoutés une seconde fois.
    Sans FICHIER, ou avec `-`, les mots sont lus sur l’entrée standard.
help-feedback-file = Le fichier qui contient ces mots ; `-` pour l’entrée standard
help-feedback-received = Le jour où ils sont arrivés, sous la forme AAAA-MM-JJ ; celui qui est déjà noté, sinon aujourd’hui
help-status-since = Dire ce qui s’est passé depuis ce jour, au lieu de l’état des choses
help-letter = Écrire une lettre à partir d’une candidature
help-letter-long = Écrire une lettre à partir d’une candidature

    Sans SORTE, c’est la lettre que demande la prochaine étape. Le texte est affiché et rien n’est envoyé : relisez-le, faites-en le vôtre, envoyez-le vous-même.
help-letter-entry = La candidature : son identifiant, ou une partie qui n’appartient qu’à elle
help-letter-kind = À quoi sert la lettre, par le nom que donne --list
help-letter-tone = Le ton : soutenu (formal) ou chaleureux (warm)
help-letter-tu = Tutoyer
help-letter-about = Interroger sur ces axes, trois au plus ; sinon, sur ceux du bilan
help-letter-format = La forme de la lettre
help-letter-lang = Écrire la lettre dans cette langue : fr ou en
help-letter-allow_missing = Laisser une place visible pour ce que le journal ne sait pas
help-letter-list = Montrer les lettres et où sont leurs modèles
help-value-ENTRY = CANDIDATURE
help-value-KIND = SORTE
help-value-TONE = TON

suggestions-off = Les suggestions sont éteintes : `suggestions = true` sous [analysis], dans rebond.toml, les rallume.
suggestions-none = Aucune suggestion en attente : tout ce qui est lu a son étiquette, ou ne parle de rien de connu.
suggestions-how = Pour répondre, lancez `rebond suggestions` dans un terminal ; ou écrivez l’étiquette à la fin du paragraphe, `#!axe` quand elle est fausse.
suggestions-offer =
    { $number } sur { $all } · { $company } · { $place }
    { $sentence }
    { $topic } (`{ $tag }`), d’après { $because }
suggestions-ask = accepter (a), changer (c), rejeter (r), passer (p), quitter (q) ?
suggestions-ask-topic = Quel axe ?
suggestions-unknown = Il n’y a pas d’axe de ce nom ; il y a : { $topics }
suggestions-written = `{ $tag }` est à la fin du paragraphe.
help-suggestions = Passer en revue les axes que les mots des retours suggèrent
help-suggestions-long = Passer en revue les axes que les mots des retours suggèrent

    Les montre un à un : accepter, changer, rejeter, passer. Une réponse est une étiquette à la
    fin du paragraphe : `#axe`, `#+axe`, ou `#!axe` pour ce dont il n’est pas question ; ce que
    vous confirmez instruit les autres suggestions. Sans terminal, elles sont listées, une par
    ligne.
help-suggestions-entry = Celles de cette candidature seulement : son identifiant, ou une partie qui n’appartient qu’à elle

# doctor : ce qu’elle trouve.

doctor-journal = Le journal
doctor-version = rebond { $version }
doctor-root = dans { $path }
doctor-title = intitulé { $title }, en français
doctor-region = jours ouvrés de la région { $region }
doctor-region-none = jours ouvrés sans jours fériés
doctor-today = nous sommes le { $day }
doctor-read = { $read } ; { $goals ->
    [0] aucun objectif
    [one] 1 objectif
   *[other] { $goals } objectifs
}
doctor-passed-over = { $count ->
    [one] fichier ignoré, car ce n’est pas du Markdown : { $files }
   *[other] { $count } fichiers ignorés, car ce n’est pas du Markdown : { $files }
}
doctor-check = { $errors ->
    [0] {""}
    [one] 1 erreur{ $warnings ->
        [0] {""}
       *[other] {" "}et{" "}
    }
   *[other] { $errors } erreurs{ $warnings ->
        [0] {""}
       *[other] {" "}et{" "}
    }
}{ $warnings ->
    [0] {""}
    [one] 1 avertissement
   *[other] { $warnings } avertissements
} : `rebond check` dit quoi faire
doctor-plans = Ce dont les commandes se serviraient
doctor-build = build écrit le rapport dans { $path }, avec le thème { $theme }
doctor-share = build --share écrit la copie sans noms dans { $path }
doctor-pdf = build --pdf imprime avec { $browser }
doctor-no-browser = build --pdf ne trouve pas de navigateur : Chromium, Chrome, Edge ou WeasyPrint conviendraient
doctor-letters = letter préfère les modèles de { $path }/
doctor-editor = --edit ouvre { $editor }
doctor-editor-missing = --edit ouvrirait { $editor }, absent de cette machine
doctor-no-editor = --edit n’a pas d’éditeur : définissez VISUAL ou EDITOR
doctor-git = git { $version }
doctor-no-git = pas de git : impossible de savoir si le journal est dans un dépôt
doctor-privacy = Ce qui reste privé
doctor-safe = Rien ne semble exposer le journal au regard des autres, ni risquer de le perdre.
doctor-no-repository = Le journal n’est dans aucun dépôt git : un texte effacé par erreur est perdu. `git init` garde toutes les versions.
doctor-remote = Le journal est envoyé à { $host }. Noms, salaires et ressentis y vont aussi : vérifiez que le dépôt est privé.
doctor-tracked = { $count ->
    [one] Un fichier du rapport, dans { $folder }/, est suivi par git et va partout où va le dépôt.
   *[other] { $count } fichiers du rapport, dans { $folder }/, sont suivis par git et vont partout où va le dépôt.
} `git rm -r --cached { $folder }` les en retire et laisse les fichiers ; une ligne `/{ $folder }/` dans .gitignore les tient dehors.
doctor-not-ignored = Git n’ignore pas le rapport, dans { $folder }/ : une ligne `/{ $folder }/` dans .gitignore le tient hors du dépôt.
doctor-synchronised = Le journal se trouve dans « { $place } », qui le copie sur des machines qui ne sont pas les vôtres.
doctor-copy = Un autre rapport se trouve dans { $folder }/, à côté du rapport privé de { $site }/ : pour en transmettre un, n’envoyez que son dossier.
doctor-addresses = { $count ->
    [one] Une candidature dont les dernières nouvelles ont plus de deux ans garde encore des adresses ou des numéros d’autres personnes : { $files }. Supprimez ce qui ne sert plus.
   *[other] { $count } candidatures dont les dernières nouvelles ont plus de deux ans gardent encore des adresses ou des numéros d’autres personnes : { $files }. Supprimez ce qui ne sert plus.
}

# Copies partagées.
share-removed = Absents de la copie partagée :
share-removed-companies = { $count ->
    [one] le nom d’une entreprise
   *[other] le nom de { $count } entreprises
}{ $places ->
    [one] , à 1 endroit des textes
   *[other] , à { $places } endroits des textes
}
share-removed-agencies = { $count ->
    [one] le nom d’un cabinet
   *[other] le nom de { $count } cabinets
}{ $places ->
    [one] , à 1 endroit des textes
   *[other] , à { $places } endroits des textes
}
share-removed-people = { $count ->
    [one] le nom d’une personne
   *[other] le nom de { $count } personnes
}{ $places ->
    [one] , à 1 endroit des textes
   *[other] , à { $places } endroits des textes
}
share-removed-places = { $count ->
    [one] 1 nom de lieu
   *[other] { $count } noms de lieux
}
share-removed-others = { $count ->
    [one] 1 nom de `also`
   *[other] { $count } noms de `also`
}{ $places ->
    [one] , à 1 endroit des textes
   *[other] , à { $places } endroits des textes
}
share-removed-emails = { $places ->
    [one] 1 adresse e-mail dans les textes
   *[other] { $places } adresses e-mail dans les textes
}
share-removed-phones = { $places ->
    [one] 1 numéro de téléphone dans les textes
   *[other] { $places } numéros de téléphone dans les textes
}
share-removed-addresses = { $places ->
    [one] 1 adresse web dans les textes
   *[other] { $places } adresses web dans les textes
}
share-removed-amounts = { $places ->
    [one] 1 somme d’argent dans les textes
   *[other] { $places } sommes d’argent dans les textes
}
share-removed-hashtags = { $places ->
    [one] 1 étiquette libre dans les textes
   *[other] { $places } étiquettes libres dans les textes
}
share-removed-days = { $places ->
    [one] 1 jour dans les textes, ramené à son mois
   *[other] { $places } jours dans les textes, ramenés à leur mois
}
share-removed-private = { $count ->
    [one] 1 candidature privée
   *[other] { $count } candidatures privées
}
share-removed-draft = { $count ->
    [one] 1 brouillon
   *[other] { $count } brouillons
}
share-removed-before = { $count ->
    [one] 1 candidature d’avant cette recherche, le même mois
   *[other] { $count } candidatures d’avant cette recherche, le même mois
}
share-removed-section = { $count ->
    [one] 1 section de ressenti ou de notes privées
   *[other] { $count } sections de ressenti ou de notes privées
}
share-removed-mood = { $count ->
    [one] 1 humeur
   *[other] { $count } humeurs
}
share-removed-salary = { $count ->
    [one] 1 salaire
   *[other] { $count } salaires
}
share-removed-contact = { $count ->
    [one] tout ce qui concerne un contact, sauf son rôle
   *[other] tout ce qui concerne { $count } contacts, sauf leur rôle
}
share-removed-place = { $count ->
    [one] 1 lieu de travail
   *[other] { $count } lieux de travail
}
share-removed-document = { $count ->
    [one] 1 document
   *[other] { $count } documents
}
share-removed-tag = { $count ->
    [one] 1 étiquette
   *[other] { $count } étiquettes
}
share-removed-link = { $count ->
    [one] 1 lien
   *[other] { $count } liens
}
share-removed-image = { $count ->
    [one] 1 image
   *[other] { $count } images
}
share-removed-extra = { $count ->
    [one] 1 valeur sous une clé à vous
   *[other] { $count } valeurs sous des clés à vous
}
share-removed-nothing = rien : il n’y avait rien à retirer
share-promise = Les noms sont retirés, ce qui n’est pas l’anonymat : les dates, les secteurs et les postes rares peuvent encore mettre sur la voie quelqu’un du métier. Relisez la copie avant de la confier.
help-any-share = Faire la copie sans noms, dans un dossier à elle
help-status-share = Afficher la copie sans noms
help-agenda-share = Montrer les étapes de la copie sans noms
usage-watch-share = une copie partagée se fait par `rebond build --share`, au moment voulu
