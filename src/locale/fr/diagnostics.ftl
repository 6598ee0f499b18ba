# Problèmes : le message, puis ce qu’il y a à faire.
# `.about` est sa ligne dans la liste de `rebond explain`, `.why` ce qu’il en dit.

diagnostic-encoding-invalid = le fichier n’est pas du texte UTF-8 (encodage probable : { $encoding })
    .nul = le fichier contient un caractère NUL, qu’aucun texte ne contient : on dirait de l’UTF-16 ou un fichier binaire
    .help = enregistrez-le en UTF-8 dans votre éditeur
    .about = un fichier n’est pas du texte UTF-8
    .why = Rebond lit l’UTF-8, l’encodage habituel des éditeurs. Un fichier dans un autre encodage afficherait de mauvaises lettres ; il est donc laissé de côté jusqu’à ce qu’il soit réenregistré.

diagnostic-front-matter-unclosed = l’en-tête ouvert ici n’est jamais fermé
    .help = ajoutez une ligne `{ $fence }` sous la dernière clé
    .about = un en-tête ouvert n’est jamais fermé
    .why = Les clés se trouvent entre deux lignes `---` (YAML) ou `+++` (TOML). Sans la seconde, rien ne dit où finissent les clés et où commence le texte.

diagnostic-front-matter-missing = cette candidature n’a pas d’en-tête
    .misplaced = ceci ressemble à un en-tête, mais ne commence pas à la première ligne
    .help = commencez le fichier par une ligne `---`, puis `entreprise: …`, `poste: …`, `décision: AAAA-MM-JJ`, puis une autre ligne `---`
    .help-misplaced = commencez le fichier par `---` ou `+++`, seul sur la toute première ligne, sans rien avant
    .about = une candidature n’a pas d’en-tête
    .why = Une candidature commence par ses clés entre deux lignes `---` : au moins l’entreprise, le poste et le jour de la nouvelle. Un fichier qui n’en est pas une peut être rangé ailleurs, ou porter un nom qui commence par `_`.

diagnostic-front-matter-syntax = l’en-tête est illisible ici
    .no-keys = l’en-tête ne contient aucune clé
    .colon = un deux-points suivi d’une espace commence ici une nouvelle clé
    .bracket = un crochet ou une accolade n’est pas fermé
    .quote = un guillemet n’est pas fermé
    .character = une valeur ne peut pas commencer par ce caractère
    .anchor = ce nom ne désigne rien de ce qui précède
    .indent = cette ligne n’est pas en retrait comme ses voisines
    .tab = il y a ici une tabulation, là où YAML veut des espaces
    .comment = `#` commence ici un commentaire, qui cache la fin du crochet
    .documents = un second document commence ici
    .accent = en TOML, une clé sans guillemets ne peut pas porter l’accent de `{ $key }`
    .toml = le TOML est illisible ici
    .value = il manque ici une valeur
    .unquoted = un texte se trouve ici sans guillemets
    .equals = il manque un `=` après la clé
    .comma = un crochet ou une accolade n’est pas fermé, ou il manque une virgule
    .rest = il y a ici quelque chose après la valeur
    .date = le jour n’est pas écrit ici sous la forme année-mois-jour
    .day = aucun calendrier n’a ce jour
    .space = il manque une espace après ce deux-points
    .no-colon = cette ligne n’a pas la forme `clé: valeur`
    .bracket-extra = un crochet ou une accolade se ferme ici sans avoir été ouvert
    .after-quote = il y a ici du texte après le guillemet fermant
    .escape = entre ces guillemets, une barre oblique inverse veut dire autre chose
    .help = écrivez chaque clé sous la forme `clé: valeur`, une par ligne
    .help-no-keys = écrivez chaque clé sous la forme `clé: valeur`, une par ligne
    .help-colon = mettez la valeur entre guillemets : `clé: "une valeur : avec deux-points"`
    .help-bracket = fermez avec `]` ou { "`}`" }, et séparez par des virgules ce qui est dedans
    .help-quote = terminez la valeur par le guillemet qui la commence
    .help-character = mettez la valeur entre guillemets : `clé: "@valeur"`
    .help-comment = retirez le `#`, ou mettez la valeur entre guillemets : `["#préparation"]`
    .help-indent = utilisez des espaces, en même nombre pour les lignes qui vont ensemble
    .help-documents = gardez un seul bloc de clés entre les deux lignes
    .help-accent = écrivez `{ $plain } = …` ou `"{ $key }" = …`
    .help-toml = écrivez chaque clé sous la forme `clé = "valeur"`, les dates sans guillemets
    .help-date = écrivez le jour sous la forme AAAA-MM-JJ, par exemple 2026-03-02
    .help-space = écrivez `clé: valeur`, avec une espace après le deux-points
    .help-after-quote = mettez toute la valeur entre apostrophes : `clé: '"Atelier" et les autres'`
    .help-escape = utilisez des apostrophes à la place, entre lesquelles elle n’a rien de particulier
    .about = un en-tête est illisible
    .why = Les clés sont en YAML entre des lignes `---`, ou en TOML entre des lignes `+++`. Les accidents les plus courants : un deux-points dans une valeur, un crochet ou un guillemet resté ouvert, un retrait irrégulier.

diagnostic-front-matter-excessive = l’en-tête est imbriqué ou répété au-delà du raisonnable
    .help = écrivez les valeurs en toutes lettres, sans `&` ni `*`
    .about = un en-tête est imbriqué ou répété sans fin
    .why = Quelques lignes de YAML peuvent en valoir des millions. Rebond s’arrête bien avant, pour qu’aucun fichier ne bloque les autres.

diagnostic-yaml-tag-ignored = l’étiquette YAML est ignorée ici
    .help = retirez-la : la clé suffit à dire de quelle valeur il s’agit
    .about = une étiquette YAML ne sert à rien
    .why = Des étiquettes comme `!!str` changent la lecture d’une valeur. Ici c’est la clé qui décide ; elles ne servent à rien.

diagnostic-key-missing = la clé `{ $key }` manque
    .help = ajoutez une ligne `{ $key }: …` à l’en-tête
    .help-decided = ajoutez une ligne `{ $key }: AAAA-MM-JJ`, commencez le nom du fichier par la date, ou écrivez `statut: en-cours`
    .about = une clé obligatoire manque
    .why = Sans l’entreprise, le poste et le jour de la nouvelle, une candidature ne peut pas être comptée. Le jour peut venir du nom du fichier ; une candidature en cours n’en a pas encore.

diagnostic-key-unknown = `{ $key }` n’est pas une clé du format
    .help = elle est gardée pour votre thème ; retirez-la si vous pensiez à autre chose
    .help-near = vouliez-vous dire `{ $near }` ?
    .about = une clé n’est pas du format
    .why = Les clés inconnues sont gardées et transmises au thème : vous pouvez avoir les vôtres. Le plus souvent, ce sont des fautes de frappe, et la valeur serait perdue sans un mot.

diagnostic-key-duplicate = la clé `{ $key }` est donnée deux fois
    .help = gardez l’une des deux, en français ou en anglais
    .about = une clé est donnée deux fois
    .why = Une clé s’écrit en français ou en anglais, une seule fois. Entre deux valeurs, il faudrait deviner la bonne.

diagnostic-value-mismatch = `{ $value }` ne convient pas à `{ $key }`
    .help-text = écrivez un texte, par exemple `{ $key }: Atelier Nord`
    .help-date = écrivez le jour sous la forme AAAA-MM-JJ, par exemple 2026-03-02
    .help-date-or-true = écrivez le jour sous la forme AAAA-MM-JJ, ou `oui`
    .help-flag = écrivez `oui` ou `non`
    .help-scale = écrivez un nombre entier de 1 à 5, ou { "`{avant: 3, après: 2}`" }
    .help-choice = écrivez l’un de ces mots : { $choices }
    .help-topics = écrivez une liste d’axes, par exemple `[préparation, communication]`
    .help-record = écrivez `{ $key }: {"{"}{ $first }: …{"}"}`, avec n’importe lesquelles de ces clés : { $choices }
    .about = une valeur n’est pas de la sorte attendue
    .why = Chaque clé prend une sorte de valeur : un texte, un jour, un nombre, une liste. Le tableau du README dit laquelle.

diagnostic-value-unknown = `{ $value }` n’est pas une valeur de `{ $key }`
    .help = écrivez l’un de ces mots : { $choices }
    .help-near = vouliez-vous dire `{ $near }` ?
    .about = un mot n’est pas de ceux que prend sa clé
    .why = Certaines clés prennent un mot parmi quelques-uns, en français ou en anglais, sans égard aux majuscules ni aux accents.

diagnostic-number-range = `{ $value }` n’est pas un nombre entier de 1 à 5
    .help = écrivez 1, 2, 3, 4 ou 5
    .about = un ressenti n’est pas noté de 1 à 5
    .why = Le ressenti se note de 1 (très bas) à 5 (très bien), en nombres entiers, pour pouvoir le suivre dans le temps.

diagnostic-date-invalid = `{ $value }` n’est pas un jour du calendrier
    .name = le nom du fichier commence par `{ $value }`, qui n’est pas un jour du calendrier
    .help = écrivez le jour sous la forme AAAA-MM-JJ, par exemple 2026-03-02
    .help-name = renommez le fichier pour qu’il commence par le bon jour
    .about = une date n’est pas un jour du calendrier
    .why = La date a la bonne forme, mais aucun calendrier n’a ce jour : il n’y a ni 30 février ni mois 13.

diagnostic-date-notation = `{ $value }` n’est pas écrit sous la forme année-mois-jour
    .help = écrivez le jour sous la forme AAAA-MM-JJ, par exemple 2026-03-02
    .help-one = écrivez `{ $first }`
    .help-two = écrivez `{ $first }` ou `{ $second }`, selon ce que vous voulez dire
    .about = une date n’est pas écrite année-mois-jour
    .why = 03/04/2026 est le 3 avril en France et le 4 mars aux États-Unis. Seule la forme AAAA-MM-JJ veut dire la même chose partout, et se trie bien.

diagnostic-placeholder-value = `{ $value }` est un emplacement de modèle resté vide
    .help = écrivez la valeur à sa place
    .about = un emplacement de modèle tient lieu de valeur
    .why = Les éditeurs remplissent des emplacements comme {"{{date}}"} quand ils créent une note depuis un modèle. Celui-ci est resté ; rebond n’exécute aucun code de modèle.

diagnostic-placeholder-left = `{ $value }` ressemble à un emplacement de modèle
    .help = écrivez ce qui doit s’y trouver, ou mettez-le entre accents graves si c’est voulu
    .about = un emplacement de modèle est resté dans le texte
    .why = Les éditeurs remplissent des emplacements comme {"{{title}}"} quand ils créent une note depuis un modèle. Celui-ci est resté ; il est affiché tel quel.

diagnostic-date-from-name = le jour de la nouvelle, { $day }, vient du nom du fichier
    .help = ajoutez `{ $key }: { $day }`, pour que renommer le fichier ne change rien
    .about = le jour de la nouvelle vient du nom du fichier
    .why = Le nom d’un fichier peut donner la date, c’est commode ; dans l’en-tête, elle ne craint pas qu’on le renomme.

diagnostic-date-reversed = la nouvelle ({ $earlier }) précède la candidature ({ $later })
    .goal = l’échéance de l’objectif ({ $earlier }) précède son début ({ $later })
    .help = corrigez l’une des deux dates
    .help-goal = corrigez `début` ou `échéance`
    .about = deux dates sont dans un ordre impossible
    .why = Une réponse ne peut pas précéder la candidature, ni la fin d’un objectif son début. L’une des deux dates est une erreur, et les chiffres qui en dépendent seraient faux.

diagnostic-date-unlikely = { $second } précède { $first }
    .interview-before = l’entretien du { $second } précède la candidature du { $first }
    .interview-after = l’entretien du { $first } suit la nouvelle du { $second }
    .received = le retour du { $second } précède la demande du { $first }
    .clarified = la précision a été demandée le { $second }, avant le retour du { $first }
    .checked-in = la reprise de contact du { $second } précède la nouvelle du { $first }
    .thanked = le remerciement du { $second } précède la nouvelle du { $first }
    .feedback-thanked = le remerciement du { $second } précède le retour du { $first }
    .help = vérifiez les deux dates
    .about = deux dates sont dans un ordre improbable
    .why = Cela peut arriver, mais le plus souvent l’une des deux dates est une erreur. La candidature est comptée telle quelle.

diagnostic-date-future = { $value } est encore à venir
    .help = vérifiez l’année, ou écrivez `statut: en-cours` en attendant la nouvelle
    .about = la date de la nouvelle est encore à venir
    .why = Une nouvelle située dans le futur est le plus souvent une erreur d’année. La candidature est comptée telle quelle.

diagnostic-topic-unknown = `{ $topic }` n’est pas un axe de ce journal
    .help = choisissez parmi { $known }, ou ajoutez-le à rebond.toml dans `[[topics]]`
    .help-near = vouliez-vous dire `{ $near }` ?
    .about = un axe d’une liste est inconnu du journal
    .why = Les axes forment une liste fixe, que votre journal peut étendre dans rebond.toml, pour qu’un même point soit compté sous un seul nom. Un axe inconnu dans une liste est ignoré.

diagnostic-topic-near = `#{ $tag }` est une étiquette libre, proche de l’axe `#{ $near }`
    .help = écrivez `#{ $near }` si vous pensez à l’axe
    .about = un mot-dièse est presque un axe
    .why = Un mot-dièse qui n’est pas un axe est une étiquette libre et ne compte nulle part. Celui-ci est si proche d’un axe qu’il s’agit peut-être d’une faute de frappe.

diagnostic-topic-suggested = suggéré : `{ $tag }`, d’après « { $because } »
    .help = ajoutez `{ $tag }` à la fin du paragraphe si c’est juste, `{ $not }` sinon
    .about = les mots d’un retour suggèrent un axe
    .why = Une suggestion est lue dans les mots, pèse la moitié, et s’efface devant ce que vous écrivez. Une étiquette la fait vôtre ; `#!axe` la fait taire. `rebond suggestions` les passe en revue une à une.

diagnostic-kind-suggested = ce retour semble { $kind }
    .generic = ce retour semble { $kind } : il ne nomme rien sur quoi agir
    .unconstructive = ce retour semble { $kind } : il juge une personne, pas une candidature
    .help = demandez un exemple de ce qui pourrait être mieux ; `nature: { $kind }` sous `retour` le confirme, une autre nature le corrige
    .help-unconstructive = vous pouvez le laisser là ; `nature: { $kind }` sous `retour` lui retire tout poids, une autre nature le corrige
    .about = les mots d’un retour ne donnent rien sur quoi agir
    .why = Un retour générique pèse la moitié et un retour non constructif rien du tout, mais seulement quand vous le dites : une nature suggérée ne change aucun poids et ne fait naître aucune étape. Elle est signalée parce qu’elle change ce qu’on peut faire : demander un exemple, ou laisser.

diagnostic-strength-beyond-control = `{ $topic }` ne dépend pas de vous et ne compte donc pas comme point fort
    .help = retirez-le, ou dites avec un autre axe ce que vous avez bien fait
    .about = un point fort ne dépend pas de vous
    .why = Des axes comme un autre candidat ou un budget gelé sont listés à part, car ils ne dépendent pas de vous. Ce ne sont ni des forces ni des points à travailler.

diagnostic-task-date-invalid = `{ $value }` n’est pas un jour du calendrier ; la tâche compte sans cette date
    .notation = `{ $value }` n’est pas écrit sous la forme année-mois-jour ; la tâche compte sans cette date
    .help = écrivez le jour sous la forme AAAA-MM-JJ, par exemple 2026-03-02
    .help-one = écrivez `{ $first }`
    .help-two = écrivez `{ $first }` ou `{ $second }`, selon ce que vous voulez dire
    .about = la date d’une tâche est illisible
    .why = Les dates d’une tâche s’écrivent AAAA-MM-JJ, dans l’une des trois notations. Une date fausse est ignorée, la tâche reste.

diagnostic-task-date-repeated = une seconde date de la même sorte, `{ $value }` ; la première compte
    .help = gardez l’une des deux
    .about = une tâche a deux dates de la même sorte
    .why = Une tâche a une échéance, un début et un jour d’achèvement. Entre deux, la première compte.

diagnostic-task-state-unknown = `{ $mark }` ne veut rien dire dans la case ; la tâche compte comme ouverte
    .help = écrivez `[ ]` ouverte, `[/]` en cours, `[x]` faite ou `[-]` annulée
    .about = un caractère dans la case d’une tâche ne veut rien dire
    .why = Quatre états sont connus. Les autres, que certains éditeurs proposent, obligeraient à deviner.

diagnostic-fence-unclosed = ce bloc de code n’est jamais fermé : le texte y est caché d’ici à la fin
    .help = ajoutez { $fence }, seul sur une ligne, là où le code finit
    .about = un bloc de code n’est jamais fermé
    .why = Le code entre deux clôtures est montré tel quel et ne compte nulle part. Sans la seconde, la suite du fichier est du code : ses retours, ses mots-dièse et ses tâches n’entrent dans aucun chiffre.

diagnostic-html-unclosed = `{ $start }` n’est jamais fermé : le texte y est caché d’ici à la fin
    .help = ajoutez `{ $close }` là où cela finit
    .about = un commentaire, ou du HTML, n’est jamais fermé
    .why = Ce qui est dans un commentaire ne compte nulle part, pas plus que ce qui est dans du HTML de cette sorte. Sans la fin, c’est tout le reste du fichier : ses retours, ses mots-dièse et ses tâches n’entrent dans aucun chiffre.

diagnostic-link-broken = `{ $target }` ne mène à rien dans ce journal
    .help = corrigez le chemin ou l’identifiant
    .help-near = vouliez-vous dire `{ $near }` ?
    .about = un lien ne mène à rien dans le journal
    .why = Les liens vers d’autres fichiers du journal deviennent des liens du rapport. Celui-ci ne mène à aucun fichier ; il est affiché comme du texte.

diagnostic-feedback-undated = il y a ici un retour, mais pas la date à laquelle il est arrivé
    .help = ajoutez `{ $key }` à l’en-tête
    .about = un retour est sans date
    .why = Le jour où un retour arrive déclenche l’étape suivante : en remercier. Il permet aussi de compter les demandes qui ont reçu une réponse.

diagnostic-entry-quiet = rien de nouveau depuis { $days } jours
    .help = si vous n’attendez plus de réponse, écrivez `statut: sans-réponse` et le jour où vous cessez d’attendre
    .about = une candidature en cours est sans nouvelles depuis 45 jours
    .why = Une candidature sans nouvelles depuis 45 jours reste le plus souvent sans réponse. La refermer libère l’esprit ; on peut toujours la rouvrir.

diagnostic-stage-contradicted = `{ $key }` est en deçà des entretiens qui ont eu lieu
    .help = retirez la clé, ou écrivez la dernière étape atteinte
    .about = l’étape est en deçà des entretiens
    .why = L’étape indiquée l’emporte sur ce que montrent les entretiens. Ici elle en dit moins qu’eux, et le parcours serait sous-estimé.

diagnostic-status-contradicted = l’objectif porte `{ $closed }` sans être dit terminé
    .help = ajoutez `{ $status }: { $done }`
    .about = un objectif est clos sans être dit terminé
    .why = Un jour de fin veut dire que l’objectif est atteint ou abandonné. Sans statut, il compte comme fait.

diagnostic-title-missing = cet objectif n’a pas de titre ; `{ $id }` en tient lieu
    .help = ajoutez `titre: …`, ou un titre dans le texte
    .about = un objectif n’a pas de titre
    .why = Un objectif porte son titre, sinon le premier titre de son texte, sinon le nom de son fichier.

diagnostic-follows-unknown = il n’y a pas de candidature `{ $id }`
    .help = écrivez le nom de fichier de la candidature précédente, sans `.md`
    .help-near = vouliez-vous dire `{ $near }` ?
    .about = une candidature en suit une qui n’existe pas
    .why = `suite-de` nomme la candidature précédente dont celle-ci a tiré parti, par son nom de fichier sans `.md`. Un nom inconnu est ignoré.

diagnostic-follows-circular = cette candidature est la suite d’elle-même : { $chain }
    .help = retirez le `suite-de` de la plus ancienne
    .about = des candidatures se suivent en cercle
    .why = Les candidatures se suivent dans le temps ; un cercle n’a pas de début et ne raconte rien. Le lien est ignoré.

diagnostic-id-duplicate = l’identifiant `{ $id }` est déjà celui de { $other }
    .help = renommez l’un des deux fichiers
    .about = deux fichiers ont le même identifiant
    .why = L’identifiant est le nom du fichier sans `.md`, quel que soit le dossier. Deux identiques, même à la casse près, donneraient une seule page ; le second par le chemin est laissé de côté.

diagnostic-path-missing = le dossier `{ $path }` n’existe pas
    .help = créez-le, ou écrivez le nom de celui qui existe ; sans cette ligne, le dossier habituel est lu
    .help-near = `{ $near }` existe : est-ce celui-là ?
    .about = les réglages nomment un dossier qui n’existe pas
    .why = Rien ne peut être lu dans un dossier qui n’existe pas : des candidatures ou des lettres manqueraient sans que rien ne le signale.

diagnostic-path-outside = le lien mène hors du journal et n’est pas suivi
    .help = déplacez le fichier dans le journal
    .about = un lien mène hors du journal
    .why = Rebond ne lit que ce qui se trouve dans le dossier du journal.

diagnostic-path-unreadable = le nom du fichier n’est pas de l’Unicode ; le fichier n’est pas lu
    .help = renommez le fichier
    .about = le nom d’un fichier n’est pas de l’Unicode
    .why = Le nom d’un fichier devient son identifiant et l’adresse de sa page : il doit être lisible.

diagnostic-settings-syntax = les réglages sont illisibles ici
    .accent = en TOML, une clé sans guillemets ne peut pas porter l’accent de `{ $key }`
    .toml = les réglages sont illisibles ici
    .value = il manque ici une valeur
    .unquoted = un texte se trouve ici sans guillemets
    .equals = il manque un `=` après la clé
    .comma = un crochet ou une accolade n’est pas fermé, ou il manque une virgule
    .rest = il y a ici quelque chose après la valeur
    .date = le jour n’est pas écrit ici sous la forme année-mois-jour
    .day = aucun calendrier n’a ce jour
    .duplicate = `{ $key }` est donné deux fois
    .quote = un guillemet n’est pas fermé
    .escape = entre ces guillemets, une barre oblique inverse veut dire autre chose
    .help = écrivez chaque réglage sous la forme `nom = "valeur"`, un par ligne
    .help-toml = écrivez chaque réglage sous la forme `nom = "valeur"`, un par ligne
    .help-duplicate = gardez l’un des deux
    .help-bracket = fermez avec `]` ou { "`}`" }, et séparez par des virgules ce qui est dedans
    .help-quote = terminez la valeur par le guillemet qui la commence
    .help-date = écrivez le jour sous la forme AAAA-MM-JJ, sans guillemets
    .help-escape = utilisez des apostrophes à la place, entre lesquelles elle n’a rien de particulier
    .help-accent = retirez l’accent : les réglages ont des noms anglais
    .about = les réglages sont illisibles
    .why = rebond.toml est du TOML : des lignes `nom = "valeur"` sous des lignes `[table]`.

diagnostic-setting-unknown = il n’y a pas de réglage `{ $setting }` ici
    .help = choisissez parmi { $known }
    .help-near = vouliez-vous dire `{ $near }` ?
    .about = un réglage n’existe pas
    .why = Un réglage mal nommé ne ferait rien, sans un mot ; c’est donc une erreur.

diagnostic-setting-invalid = `{ $value }` n’est pas une valeur de `{ $setting }`
    .lang = écrivez "fr" ou "en"
    .path = écrivez un chemin dans le dossier du journal
    .theme = écrivez le nom d’un thème : lettres, chiffres et `-`
    .url = écrivez une adresse qui commence par https://
    .include = écrivez parmi "documents", "tags", "links"
    .dates = écrivez "day" ou "month"
    .table = écrivez une table : `[nom]`, ou `[[topics]]` pour chaque axe
    .text = écrivez un texte entre guillemets
    .topic-id = donnez à chaque axe un `id` fait de minuscules sans accent, de chiffres et de `-`
    .group = écrivez l’un de ces mots : { $known }
    .control = écrivez "mine", "theirs" ou "mixed"
    .region = écrivez un code parmi { $known }, ou "" pour ne compter que les fins de semaine
    .request-until = écrivez un nombre de jours qui ne soit pas inférieur à `request-from`
    .site = choisissez pour la sortie un dossier qui ne soit ni un dossier source, ni dans l’un d’eux, et n’en contienne aucun, par exemple `site`
    .number = écrivez un nombre entier de { $least } à { $most }
    .flag = écrivez true ou false
    .date = écrivez le jour sous la forme AAAA-MM-JJ, sans guillemets
    .about = un réglage a une valeur impossible
    .why = Chaque réglage a sa sorte de valeur et ses limites. Tant qu’il n’est pas juste, la valeur par défaut est utilisée.

diagnostic-topic-ambiguous = `{ $name }` est aussi un nom de l’axe `{ $other }`
    .help = donnez-lui un autre nom : un mot-dièse ne désigne qu’un seul axe
    .about = un axe propre au journal porte un nom d’un autre axe
    .why = Un mot-dièse trouve son axe par l’identifiant ou le libellé, sans égard à la casse, aux accents ni aux traits d’union : d’abord par l’identifiant, puis par le libellé. Quand deux axes partagent un nom, l’un d’eux est hors de portée.

diagnostic-theme-unknown = il n’y a pas de thème `{ $theme }`
    .help = choisissez parmi { $known }, ou copiez-en un dans le journal avec `rebond theme eject`
    .help-base = choisissez comme base parmi { $known }, ou retirez la ligne pour booklet
    .about = un thème n’existe pas
    .why = Un thème est fourni avec rebond, ou c’est un dossier de ce nom dans `themes` du journal.

diagnostic-template-invalid = le modèle ne peut pas être rendu : { $reason }
    .leak = la page de { $template } contient `{ $element }`, qui peut mener ailleurs sans que l’on clique
    .help = themes/README.md dit ce qu’un modèle peut utiliser
    .about = un modèle d’un thème ne peut pas être rendu
    .help-letter = vérifiez le modèle, ou retirez-le pour retrouver celui d’origine
    .why = Un modèle du thème propre au journal contient une erreur. Retirez le fichier pour retrouver celui d’origine.

template-operator = `{ $operator }` n’a pas cours dans un modèle à vous : écrivez les valeurs l’une après l’autre
template-too-long = ce qui est à écrire dépasse { $most } Mo
template-list = une liste ne se montre pas telle quelle : joignez-la, ou écrivez une boucle

diagnostic-theme-script = un navigateur pourrait exécuter ce fichier : il est laissé hors du rapport
    .help = si son contenu est connu et sûr, construire avec `--theme-scripts { $theme }`
    .about = un fichier du thème propre au journal pourrait s’exécuter dans le rapport
    .why = Un rapport montre des choses privées. Un thème venu avec le journal de quelqu’un d’autre pourrait contenir un script qui les lit : d’un thème, seuls sont repris les styles, les polices, les images et le texte brut. Avec `--theme-scripts NOM`, les scripts du thème NOM s’exécutent ; à réserver aux thèmes que l’on a écrits ou lus.

diagnostic-string-invalid = le texte de `{ $string }` est illisible
    .nameless = ce n’est pas le texte d’une page
    .argument = `{ $string }` n’a pas de `${ $argument }`
    .reference = `{ $string }` renvoie à un texte qui n’existe pas
    .help = écrivez `nom = texte`, les lignes suivantes précédées d’une espace, et fermez chaque {"`{`"} par {"`}`"}
    .help-argument = utilisez { $known }, qui seront remplis
    .help-no-argument = n’écrivez que des mots : rien n’est rempli ici
    .help-reference = nommez un texte qui existe, ou écrivez les mots eux-mêmes
    .about = un texte propre à un thème est inutilisable
    .why = Les textes d’un thème se trouvent dans `strings/fr.ftl` et `strings/en.ftl`, un `nom = texte` chacun, à la place de ceux d’origine. Un texte inutilisable est ignoré, et celui d’origine reste.

diagnostic-string-unknown = aucune page ne demande le texte `{ $string }`
    .file = ce fichier n’est dans aucune langue connue : il n’est pas lu
    .help-file = les textes français vont dans `fr.ftl`, les anglais dans `en.ftl`
    .help = prenez son nom dans themes/README.md, ou demandez-le dans un modèle avec `t("{ $string }")`
    .help-near = vouliez-vous dire `{ $near }` ?
    .about = aucune page ne demande ce texte, ou le fichier ne nomme aucune langue
    .why = Un texte mal nommé, ou un fichier qui ne s’appelle ni `fr.ftl` ni `en.ftl`, ne changerait rien, sans un mot. Un nom à soi convient dès qu’un modèle du thème le demande.

diagnostic-letter-incomplete = il manque à la lettre { $keys }
    .help = complétez-le, ou gardez une place visible avec `--allow-missing`
    .about = il manque à une lettre un fait que le journal n’a pas
    .why = Une lettre n’invente rien. Ce que son modèle utilise et que le journal ne dit pas, elle le demande par le nom de sa clé ; avec `--allow-missing`, elle en laisse la place entre crochets. À relire avant d’envoyer.

diagnostic-journal-missing = il n’y a pas de journal dans { $path } ni au-dessus
    .root = { $path } ne contient pas de rebond.toml
    .help = créez-en un avec `rebond init`, ou indiquez son dossier avec `-C`
    .about = il n’y a pas de journal ici
    .why = Un journal est un dossier qui contient un rebond.toml. Rebond le cherche ici et dans les dossiers au-dessus.

diagnostic-reference-unclear = rien ne s’appelle `{ $name }`
    .several = `{ $name }` peut désigner { $matches }
    .help = voyez `rebond list` pour ce qui existe
    .help-several = écrivez une plus grande partie de l’identifiant
    .about = un nom de la ligne de commande ne désigne rien, ou plusieurs choses
    .why = Sur la ligne de commande, une candidature se désigne par son identifiant ou par toute partie qui n’appartient qu’à elle.

diagnostic-usage-wrong = { $reason }
    .help = voyez `rebond --help`
    .help-codes = voyez `rebond explain` pour les avoir tous
    .about = la ligne de commande demande l’impossible
    .help-letter = voyez `rebond letter --list`
    .why = La ligne de commande demande quelque chose d’impossible.

diagnostic-output-foreign = { $path } n’est pas vide, et ce n’est pas rebond qui l’a rempli
    .file = { $path } existe déjà
    .foreign = { $path } existe déjà, et ce n’est pas rebond qui l’a écrit
    .among = { $path } est parmi les fichiers du journal
    .help-foreign = choisissez un autre nom, ou déplacez-le d’abord
    .help-among = choisissez un endroit hors des dossiers du journal
    .help = choisissez un dossier vide avec `--out`, ou videz celui-ci vous-même
    .other = le rapport privé et sa copie partagée ne vont pas dans le même dossier : { $path }
    .help-other = choisissez un autre dossier avec `--out`
    .help-file = rebond n’écrase jamais un fichier ; déplacez-le d’abord
    .source = { $path } contient les fichiers mêmes du journal, ou se trouve parmi eux
    .help-source = choisissez pour le rapport un dossier à part, avec `--out` ou avec `site` sous `[paths]`
    .about = ce que rebond n’a pas écrit est sur son chemin
    .why = Rebond ne remplace et ne supprime que des fichiers qu’il a écrits. Il ne s’empare jamais d’un dossier qui contient autre chose.

diagnostic-share-leak = la copie partagée dirait encore `{ $name }` : { $field }, « { $excerpt } »
    .help = rien n’a été écrit ; retirez ce nom de là, ou inscrivez-le sous `allow` dans `[share]` s’il n’a rien de secret
    .about = une copie partagée dirait encore un nom
    .why = Avant d’être écrite, une copie partagée est relue en entier, à la recherche de chaque nom du journal. Un nom qui s’y trouve encore vient d’un endroit que rebond ne réécrit pas, un modèle à vous par exemple. Un mot qui est à la fois un nom et un mot courant peut être autorisé.

diagnostic-edit-refused = { $path } ne peut pas être modifié sans risque : { $reason }
    .unproved = { $path } reste tel quel : rien ne prouve que ce changement serait le seul
    .changed = { $path } a été modifié par ailleurs entre-temps
    .help-changed = relancez la commande
    .shape = { $path } reste tel quel : son en-tête est écrit de telle façon qu’aucune petite modification n’y suffit
    .faulty = { $path } contient des erreurs, et reste tel quel
    .help = corrigez ce que `rebond check` dit du fichier, ou modifiez-le à la main
    .about = un fichier ne peut pas être modifié sans risque
    .why = Rebond ne change vos fichiers que par la plus petite modification, et relit le résultat avant de l’écrire. Quand il ne peut pas prouver qu’elle est juste, il n’y touche pas.

diagnostic-file-unreadable = { $path } ne peut pas être lu : { $reason }
    .help = vérifiez le fichier et ses droits d’accès
    .about = un fichier ne peut pas être lu
    .why = Le système a refusé de lire le fichier, ou ce n’est pas un fichier ordinaire.

diagnostic-file-unwritable = { $path } ne peut pas être écrit : { $reason }
    .help = vérifiez les droits d’accès et la place sur le disque
    .held = { $path } ne peut pas être écrit : un autre rebond y écrit en ce moment
    .help-held = attendez qu’il ait fini, puis relancez la commande
    .about = un fichier ne peut pas être écrit
    .why = Le système a refusé l’écriture. Ce qui s’y trouvait avant y est toujours.

diagnostic-browser-missing = aucun navigateur capable de faire un PDF n’a été trouvé
    .named = `{ $browser }`, que nomme REBOND_BROWSER, n’est pas là
    .failed = { $browser } n’a pas fait de PDF : { $reason }
    .slow = { $browser } n’a pas fait de PDF en { $seconds ->
        [one] 1 seconde
       *[other] { $seconds } secondes
    }
    .help = installez Chromium, Chrome, Edge ou WeasyPrint, ou nommez un navigateur avec REBOND_BROWSER ; `--out` écrit la page, que tout navigateur imprime
    .help-slow = réglez REBOND_BROWSER_SECONDS pour lui laisser plus de temps ; `--out` écrit la page, que tout navigateur imprime
    .about = aucun navigateur n’est là pour faire un PDF
    .why = Rebond fait la page et laisse un navigateur de la machine en faire un PDF : Chromium, Chrome ou Edge, sinon WeasyPrint. Il est lancé une fois, avec un profil vide et sans réseau. La page elle-même n’a besoin de rien de tout cela.

diagnostic-internal = c’est une erreur de rebond : { $reason }
    .help = merci de dire à ses auteurs ce que vous avez fait
    .about = une erreur de rebond lui-même
    .why = Il s’est passé quelque chose qui ne devrait pas être possible. Vos fichiers sont intacts.
