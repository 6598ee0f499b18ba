# Ce que disent les commandes.

help-label = à faire :{" "}

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
theme-booklet = un livret calme et soigné : une colonne, les citations au cœur, de petites images
theme-own = de ce journal
theme-ejected = Changez ce que vous voulez et supprimez le reste : un fichier absent est celui d’origine.
help-build = Construire le rapport, un site statique
help-build-long = Construire le rapport, un site statique

    N’écrit que ce qui a changé et ne supprime que des fichiers écrits par rebond.
help-any-out = Écrire le site dans ce dossier
help-any-theme = Utiliser ce thème
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
help-watch = Refaire le rapport à chaque changement d’un fichier
help-watch-long = Refaire le rapport à chaque changement d’un fichier

    Un fichier fautif n’arrête rien : le dernier bon rapport reste, et le problème est signalé. À minuit le jour change, et le rapport avec lui. Ctrl-C pour finir.
help-watch-poll = Regarder les fichiers deux fois par seconde au lieu d’attendre que le système prévienne

usage-unknown-code = il n’y a pas de code `{ $code }`
explain-wrong = À corriger, dans { $path } :
explain-right = Corrigé, dans { $path } :
help-explain = Expliquer un problème, avec un exemple à corriger et le même corrigé
help-explain-long = Expliquer un problème, avec un exemple à corriger et le même corrigé

    Sans CODE, tous les codes sont listés.
help-explain-code = Le nom entre crochets après `error`, `warning` ou `hint`
