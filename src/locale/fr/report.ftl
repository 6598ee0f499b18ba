# Le rapport : ce que disent les pages et le terminal.

month-names = janvier février mars avril mai juin juillet août septembre octobre novembre décembre
weekday-names = lundi mardi mercredi jeudi vendredi samedi dimanche
month-words = à partir du>à partir de|dernier point le>dernier point en|jusqu’au>jusqu’en|depuis le>depuis|avant le>avant|pour le>pour|d’ici le>d’ici|du>de|au>à|les>en|le>en
number-words = aucun un deux trois quatre cinq six sept huit neuf dix onze douze
list-and = et
yes = oui

nav-label = Pages
nav-report = Rapport
nav-plan = Plan
nav-agenda = Agenda
nav-entries = Candidatures
nav-journey = Parcours
nav-swot = FFOM
nav-stories = Histoires
nav-print = Imprimer
nav-search = Recherche
skip-link = Aller au texte
back-to-report = Retour au rapport
on-this-page = Sur cette page
made-by = Fait avec rebond le { $day }, à partir des fichiers du journal et de rien d’autre.
subject = Objet
enclosures = Pièces jointes
figures-of = Chiffres arrêtés au { $day }, établis par rebond à partir des fichiers du journal.
left-out = { $count ->
    [one] Un fichier contient une erreur et n’entre dans aucun chiffre : { $files }. `rebond check` dit quoi faire.
   *[other] { $count } fichiers contiennent des erreurs et n’entrent dans aucun chiffre ({ $files }). `rebond check` dit quoi faire.
}

period-days = du { $first } au { $last }
period-entries = { $entries ->
    [0] aucune candidature pour l’instant
    [one] 1 candidature
   *[other] { $entries } candidatures
}{ $open ->
    [0] {""}
   *[other] { $entries ->
        [one] , en cours
       *[other] , dont { $open } en cours
    }
}

part-today = Aujourd’hui
part-works = Ce qui marche
part-works-once = Dit une fois
part-back = Ce qui revient
part-back-once = Relevé une fois
part-do = Ce que j’en fais
part-beyond = Ce qui ne dépend pas de moi
part-journey = Mon parcours
part-stories = Des histoires qui finissent bien
part-entries = Mes candidatures
part-feedback = Les retours
part-next = Ensuite

lead-empty = C’est la première page d’un nouveau journal. Le prochain geste utile : noter une candidature, avec `rebond new`.
lead-no-feedback = { $entries ->
    [one] Une candidature est notée, et aucun retour encore.
   *[other] { $entries } candidatures sont notées, et aucun retour encore.
} Les mots d’un recruteur, ou un court bilan personnel : c’est de cela que ce rapport est fait.
lead-no-weight = { $entries ->
    [one] Une candidature est notée ; aucun retour ne donne encore de quoi agir.
   *[other] { $entries } candidatures sont notées ; aucun retour ne donne encore de quoi agir.
} Un court bilan personnel, avec ce qui a bien marché, est un bon début.
lead-no-topic = { $entries ->
    [one] Une candidature est notée, et ce que dit le retour n’a pas encore de sujet.
   *[other] { $entries } candidatures sont notées, et ce que disent les retours n’a pas encore de sujet.
} Un mot-clé au bout d’une phrase suffit, par exemple `#préparation`.
lead-strength = { $count ->
    [one] Un employeur souligne
   *[other] { $word } employeurs soulignent
} { $topic }.
lead-strength-mixed = Un employeur souligne { $topic }, et { $more ->
    [one] une autre candidature le confirme
   *[other] { $more-word } autres candidatures le confirment
}.
lead-strength-own = { $topic }, voilà ce qui marche, d’après { $count ->
    [one] un bilan personnel
   *[other] { $word } bilans personnels
}.
lead-offer = Bonne nouvelle : { $company } propose un poste.
lead-accepted = Bonne nouvelle : le poste chez { $company } est accepté.
lead-returning = Le point à travailler, pour { $count ->
    [one] un employeur
   *[other] { $word } employeurs
} : { $topic }.
lead-returning-mixed = Le point à travailler, relevé dans { $applications-word } candidatures, par un seul employeur jusqu’ici : { $topic }.
lead-strength-suggested = Les mots { $applications ->
    [one] d’une candidature
   *[other] de { $applications-word } candidatures
} suggèrent un point fort : { $topic }.
lead-returning-suggested = Les mots { $applications ->
    [one] d’une candidature
   *[other] de { $applications-word } candidatures
} suggèrent un point à travailler : { $topic }.
lead-returning-own = { $topic } : ce point revient dans { $count ->
    [one] un bilan personnel
   *[other] { $word } bilans personnels
}.
lead-nothing-returns = Rien ne revient chez deux employeurs différents ; relevé jusqu’ici : { $topic }.
lead-returning-same = Le même point reste à travailler, pour { $count ->
    [one] un employeur
   *[other] { $word } employeurs
}.
lead-beyond = { $entries ->
    [one] Une candidature est notée.
   *[other] { $entries } candidatures sont notées.
} Ce que nomment les retours ne tient pas à la candidature : { $topic }.
lead-trend-improving = , dans { $before ->
    [one] { $before } candidature
   *[other] { $before } candidatures
} sur { $before-of } avant le { $day }, dans { $since ->
    [0] aucune sur { $since-of } depuis.
   *[other] { $since } sur { $since-of } seulement depuis.
}
lead-trend-worsening = , dans { $before ->
    [0] aucune candidature
    [one] { $before } candidature
   *[other] { $before } candidatures
} sur { $before-of } avant le { $day }, dans { $since } sur { $since-of } depuis.
lead-trend-unclear = {""} ; il est trop tôt pour dire si cela a changé depuis le { $day }.
lead-uncovered = { $topic } : un premier pas reste à choisir.
lead-uncovered-same = Un premier pas reste à choisir.
lead-goal = L’objectif { $goal } y travaille.
lead-goal-done = L’objectif { $goal } est atteint.
lead-goal-overdue = L’objectif { $goal } y travaille ; sa date est passée.
lead-today = Aujourd’hui, { $step }.
lead-today-own = Aujourd’hui : { $step }.
lead-until = D’ici au { $day }, { $step }.
lead-next = Ensuite, le { $day }, { $step }.
lead-next-own = Ensuite, le { $day } : { $step }.
lead-step-of = { $step } ({ $company })

count-employers = { $count ->
    [one] { $count } employeur sur { $of }
   *[other] { $count } employeurs sur { $of }
}
count-employers-alone = { $count ->
    [one] { $count } employeur
   *[other] { $count } employeurs
}
count-employer-recurring = { $applications } candidatures ; 1 employeur sur { $of } l’a dit
count-own = { $count ->
    [one] { $count } candidature, d’après moi ou mes proches
   *[other] { $count } candidatures, d’après moi ou mes proches
}
count-applications = { $count ->
    [one] { $count } candidature
   *[other] { $count } candidatures
}
also-weakness = aussi un point à travailler
also-strength = aussi un point fort
count-suggested = { $count ->
    [one] { $count } mention est une suggestion
   *[other] { $count } mentions sont des suggestions
}
more-quotes = { $count ->
    [one] { $count } autre citation
   *[other] { $count } autres citations
}
more-tasks = { $count ->
    [one] { $count } autre tâche
   *[other] { $count } autres tâches
}
burn-up-earlier = { $count ->
    [one] Et { $count } tâche faite avant celles-ci.
   *[other] Et { $count } tâches faites avant celles-ci.
}
topic-beyond = { $count ->
    [one] { $count } mention plus ancienne, dans la liste des candidatures
   *[other] { $count } mentions plus anciennes, dans la liste des candidatures
}
trend = { $before-of ->
    [0] aucun retour avant le { $day }
   *[other] { $before ->
        [one] { $before } candidature
       *[other] { $before } candidatures
    } sur { $before-of } avant le { $day }
}, { $since-of ->
    [0] aucun retour
   *[other] { $since } sur { $since-of }
} depuis.
verdict-improving = moins souvent relevé qu’avant
verdict-worsening = plus souvent relevé qu’avant
verdict-unclear = trop tôt pour conclure
pivot = Premier travail achevé le { $day }.
no-goal = Pas encore d’objectif.
no-goal-how = rebond new goal "…"
goal-label = Objectif
goals-label = Objectifs

source-recruiter = Recruteur
source-peer = Regard extérieur
source-self = Mon bilan
quote-suggested = suggéré d’après les mots
quote-weighs-nothing = gardé, ne pèse rien
mark-recruiter = un recruteur
mark-peer = un regard extérieur
mark-self = mon bilan
mark-suggested = une suggestion
mark-none = gardé, ne pèse rien
mark-absent = pas mentionné
strip-key = Une marque, une candidature avec un retour ou un bilan, dans l’ordre du temps. Pleine : un recruteur. À demi pleine : un regard extérieur. Anneau : mon bilan. Pointillé : une suggestion. Trait : le jour du travail achevé.
strip-table = En tableau
table-date = Date
table-entry = Candidature
table-mention = Mention

control-mine = Cela dépend de moi.
control-mixed = Cela dépend en partie de moi.
control-theirs = Cela ne dépend pas de moi.

stage-application = candidature
stage-screening = présélection
stage-interview = entretien
stage-assessment = test
stage-final = dernier tour
stage-offer = offre
status-rejected = non retenu·e
status-ghosted = sans réponse
status-withdrawn = retirée
status-open = en cours
status-offer = offre
status-accepted = embauche

empty-today = Rien n’attend aujourd’hui.
empty-agenda = Rien n’est prévu dans les trente jours. Les étapes apparaissent d’elles-mêmes quand une nouvelle arrive, quand un objectif a des dates, ou quand aucune candidature n’est en cours.
empty-works = Les points forts apparaissent ici quand un retour ou un bilan les nomme : `#+communication` à la fin d’une phrase suffit.
empty-back = Aucun point à travailler n’a encore été nommé. Ces points apparaissent ici quand un retour ou un bilan les nomme, par exemple avec `#préparation`.
empty-back-once = Aucun point n’a été relevé par deux employeurs différents.
empty-plan-over = Tous les objectifs sont atteints ou mis de côté.
empty-plan = Il n’y a pas encore d’objectif. Un objectif en trois mots, avec deux étapes, est un bon début : `rebond new goal "…"`.
empty-beyond = Rien n’a été nommé qui ne dépende pas de moi.
empty-stories = Une histoire commence quand une candidature en suit une autre (`suite-de: …`) et finit par une offre. Il y a le temps.
empty-entries = Il n’y a pas encore de candidature : `rebond new` écrit la première.
empty-swot = Rien ici pour l’instant : les retours et les bilans rempliront cette liste.
empty-opportunities = Ce qui est noté sous un titre « Opportunités » d’une candidature apparaît ici.
empty-threats = Ce qui est noté sous un titre « Menaces » d’une candidature apparaît ici.

step-until = jusqu’au { $day }
step-planned = prévu pour le { $day }
step-from = { $day }
agenda-due = En ce moment
agenda-late = Toujours possible
agenda-waiting = En attente d’une réponse
agenda-upcoming = À venir

plan-totals = { $done ->
    [one] { $done } tâche faite
   *[other] { $done } tâches faites
} sur { $all }.
plan-no-tasks = Pas encore de tâche.
plan-of-entries = Tâches notées dans les candidatures
plan-over = Faits et mis de côté
plan-uncovered = { $count ->
    [one] Un point qui revient n’a pas encore d’objectif :
   *[other] { $count } points qui reviennent n’ont pas encore d’objectif :
}
goal-progress = { $done ->
    [one] { $done } étape faite
   *[other] { $done } étapes faites
} sur { $all }
goal-due = jusqu’au { $day }
goal-start = à partir du { $day }
goal-on-track = dans les temps
goal-behind = demande un peu de temps
goal-overdue = date passée
goal-not-started = à venir
goal-done = atteint
goal-dropped = mis de côté
goal-why = Pourquoi
goal-measure = Mesure
goal-partner = Avec
goal-review = Prochain point
goal-review-since = à faire depuis le { $day }
goal-resources = Ressources
goal-topics = Fait progresser
goal-smart = SMART
goal-notes = Place pour des notes
measure-from = de { $value }
measure-target = à { $value }
measure-now = aujourd’hui { $value }
smart-met-all = les cinq critères sont remplis
smart-met-some = { $met ->
    [0] aucun critère rempli
    [one] 1 critère rempli
   *[other] { $met } critères remplis
} sur { $all }
smart-s = spécifique : un axe, et un titre de trois mots ou plus
smart-m = mesurable : une mesure avec une cible
smart-a = atteignable : deux étapes ou plus
smart-r = pertinent : des retours en parlent, ou la raison est écrite
smart-t = temporel : une échéance, et aucune étape après elle
smart-met = oui
smart-not-met = pas encore
cadence-weekly = chaque semaine
cadence-fortnightly = toutes les deux semaines
cadence-monthly = chaque mois
task-open = à faire
task-in-progress = commencée
task-done = faite
task-cancelled = mise de côté
task-overdue = encore à faire
task-done-on = faite le { $day }
task-due = jusqu’au { $day }
task-was-due = était prévue pour le { $day }

feedback-answered = { $answered ->
    [0] Aucune réponse encore
    [one] Une réponse
   *[other] { $answered } réponses
} à { $requested ->
    [one] une demande de retour
   *[other] { $requested } demandes de retour
}.
feedback-received = { $received ->
    [one] Un retour est arrivé sans avoir été demandé.
   *[other] { $received } retours sont arrivés sans avoir été demandés.
}
funnel-row = { $stage } : { $reached } sur { $all }
funnel-heading = Jusqu’où vont les candidatures
journey-label = Les candidatures dans le temps, hautes comme l’étape atteinte
journey-key = Une barre, une candidature, haute comme l’étape atteinte ; une marque pleine est une offre, un anneau une candidature en cours. Les lignes au-dessus : le ressenti avant la nouvelle (en pointillé) et après, de 1 à 5. Les marques au-dessous : les étapes des objectifs, pleines quand elles sont faites.
journey-key-plain = Une barre, une candidature, haute comme l’étape atteinte ; une marque pleine est une offre, un anneau une candidature en cours. Les marques au-dessous : les étapes des objectifs, pleines quand elles sont faites.
journey-table = Toutes les candidatures, dans l’ordre
activity = Dernière candidature le { $day } ; { $open ->
    [0] aucune n’est en cours
    [one] une est en cours
   *[other] { $open } sont en cours
}.
journey-earlier = { $count ->
    [one] { $count } candidature plus ancienne, dans la liste
   *[other] { $count } candidatures plus anciennes, dans la liste
}
mood-before = Avant
mood-after = Après
mood-by-month = moyenne de chaque mois

story-from = Ce qui avait été relevé
story-work = Travaillé avec
outcomes-sources = Selon l’origine de l’offre
outcomes-documents = Selon ce qui a été envoyé
outcome-applications = Candidatures
outcome-interviews = Entretiens
outcome-offers = Offres
table-company = Entreprise
table-role = Poste
table-stage = Étape
table-status = Issue
draft = brouillon
private = privé

fact-applied = Candidature
fact-source = Origine
fact-link = Offre
fact-agency = Cabinet
fact-documents = Envoyé
fact-interviews = Entretiens
fact-announced = Réponse annoncée pour
fact-decided = Nouvelle
fact-notice = Reçue par
fact-shortlisted = Finaliste
fact-thanked = Remercié
fact-requested = Retour demandé
fact-received = Retour reçu
fact-kind = Ce qu’il apporte
fact-clarified = Précision demandée
fact-feedback-thanked = Remercié du retour
fact-checked-in = Repris contact
fact-sector = Secteur
fact-location = Lieu
fact-salary = Salaire
fact-mood = Ressenti
fact-tags = Étiquettes
fact-contacts = Personnes
fact-strengths = Ce qui a marché, à mon avis
fact-reasons = Motifs donnés
fact-weaknesses = À travailler, à mon avis
fact-follows = Suite de
fact-followers = Suivie par
facts-heading = Les faits
interview-with = avec { $people }
mood-both = { $before } avant, { $after } après (sur 5)
mood-one = { $mood } sur 5
notice-personal = message personnel
notice-automatic = courriel automatique
notice-phone = téléphone
notice-none = aucune nouvelle
kind-constructive = constructif
kind-generic = poli, sans prise pour agir
kind-unconstructive = un jugement, qui ne pèse rien
entry-previous = Avant
entry-next = Après

swot-title = Forces, points à travailler, opportunités, menaces
swot-about = C’est une analyse FFOM : les deux premières listes viennent des retours et des bilans, les deux autres de ce qui est noté dans les candidatures.
swot-strengths = Forces
swot-weaknesses = À travailler
swot-opportunities = Opportunités
swot-threats = Menaces

the-technical-skills = les compétences techniques
the-experience = l’expérience
the-qualifications = les diplômes et certifications
the-languages = les langues
the-problem-solving = la résolution de problèmes
the-communication = la communication
the-confidence = l’assurance
the-teamwork = le travail en équipe
the-enthusiasm = la motivation
the-culture-fit = l’adéquation culturelle
the-preparation = la préparation
the-answer-structure = la structure des réponses
the-presence = la présentation
the-documents = le CV et le dossier
the-career-path = le parcours
the-targeting = le ciblage
the-overqualified = la surqualification
the-salary = les prétentions salariales
the-availability = la disponibilité et la mobilité
the-competition = la concurrence
the-internal-candidate = une candidature interne
the-hiring-freeze = un gel du recrutement
the-role-changed = un poste redéfini
colon = {""} :

# Les étapes du suivi. Un nom d’entreprise ne reçoit ni article ni accord.

step-thank = Remercier { $company } pour la réponse
step-feedback-request = Demander un retour à { $company }
step-answer = Répondre à { $company }, ou demander un délai
step-waiting = Retour demandé à { $company }
step-feedback-thanks = Remercier { $company } pour le retour
step-clarify = Demander une précision à { $company }
step-connect = Ajouter à mon réseau : { $people } ({ $company })
step-connect-unnamed = Ajouter à mon réseau les personnes rencontrées chez { $company }
step-check-in = Reprendre contact avec { $company }
step-review-weekly = Point hebdomadaire sur { $goal }
step-review-fortnightly = Point de la quinzaine sur { $goal }
step-review-monthly = Point mensuel sur { $goal }
step-apply = Envoyer une nouvelle candidature
step-possible = toujours possible, prévu pour le { $day }
step-possible-until = toujours possible jusqu’au { $day }

# Pourquoi une étape est là.

why-offer = offre du { $day }
why-news-personal = réponse personnelle reçue le { $day }
why-news-phone = réponse donnée de vive voix le { $day }
why-interview = un entretien a eu lieu, réponse du { $day }
why-announced = réponse annoncée pour le { $day } au plus tard
why-let-pass = réponse du { $day }, { $days ->
    [one] le temps de laisser passer { $days } jour ouvré
   *[other] le temps de laisser passer { $days } jours ouvrés
}
why-working-days = { $days ->
    [one] { $days } jour ouvré
   *[other] { $days } jours ouvrés
} après la réponse du { $day }
why-request-planned = demande prévue pour le { $day }
why-waiting = demandé le { $day } ; une seule demande suffit
why-received = le retour est arrivé le { $day }
why-expected = retour attendu le { $day }
why-generic = le retour du { $day } reste général ; un exemple aiderait
why-unconstructive = un exemple éclairerait le retour du { $day } ; on peut aussi en rester là
why-check-in = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} après la réponse du { $day } : le poste est peut-être de nouveau ouvert
why-task = noté avec la candidature à { $company }
why-milestone = étape de l’objectif { $goal }
why-reviewed = dernier point le { $day }
why-started = début le { $day }, premier point
why-never-reviewed = aucun point noté jusqu’ici
why-apply = dernière candidature le { $day }, aucune en cours

# Le genre d’une étape, en un mot.

step-kind-thank = remerciement
step-kind-feedback-request = demande de retour
step-kind-feedback-thanks = merci pour le retour
step-kind-clarify = précision
step-kind-connect = réseau
step-kind-check-in = prise de nouvelles
step-kind-task = tâche
step-kind-milestone = étape
step-kind-review = point
step-kind-apply = candidature
more-steps = { $count ->
    [one] { $count } autre étape
   *[other] { $count } autres étapes
}
agenda-file = pour un logiciel de calendrier
measure-range = de { $from } à { $target }
role-interviewer = entretien
role-hr = RH
role-hiring-manager = responsable
role-agency = cabinet
role-network = réseau
change-applied = Candidature envoyée à { $what }
change-interview = Entretien chez { $what }
change-decided = Nouvelle reçue : { $what }
change-offer = Offre reçue : { $what }
change-accepted = Offre acceptée : { $what }
change-ghosted = Sans réponse : { $what }
change-withdrawn = Candidature retirée : { $what }
change-feedback = Retour reçu : { $what }
change-task = Fait : « { $what } »
change-goal = Objectif clos : « { $what } »
changes-none = Rien n’est noté depuis le { $day }.
letters-heading = Des lettres prêtes à copier
letter-ready = une lettre est prête
letter-open = l’ouvrir dans un logiciel de courriel
waiting-until = réponse attendue d’ici le { $day }
lead-possible = Toujours possible : { $step }.
quote-listed = (noté sans citation)
tag-suggested = suggéré d’après { $because }
fact-kind-suggested = { $kind ->
    [constructive] constructif
    [generic] poli, sans prise pour agir
   *[unconstructive] un jugement
}, une suggestion : { $reason ->
    [names-something-to-act-on] il nomme quelque chose sur quoi agir
    [names-something-liked] il dit ce qui a plu
    [only-formulas] rien que des formules
    [too-vague] il désigne quelque chose sans dire ce qui manquait
    [judges-the-person] il juge la personne, pas la candidature
    [harsh-tone] le ton est dur
   *[off-the-subject] il parle de ce qui ne doit pas compter
}

# La recherche et la liste des candidatures.

search-label = Mots à trouver
search-hint = Une entreprise, un axe, un objectif, quelques mots d’une citation. Les accents et les petites fautes de frappe n’y changent rien.
search-without = La recherche a besoin de JavaScript. Sans lui, tout se trouve ci-dessous par nom ; chaque candidature, avec sa date, est dans
search-topics = Axes
search-kinds = axe|objectif|candidature|citation
search-one = { $count } résultat
search-other = { $count } résultats
search-none = Rien ne contient ces mots. Le début d’un mot suffit.
search-more = En montrer davantage
entries-all = Toutes les candidatures
entries-drafts = { $count ->
    [one] { $count } brouillon
   *[other] { $count } brouillons
}
entries-years = Années
entries-undated = Sans date
filters-label = Restreindre la liste
filters-one = { $count } candidature sur { $all }
filters-other = { $count } candidatures sur { $all }
filter-any = peu importe
filter-topic = Axe
filter-company = Entreprise ou poste
filter-from = Du
filter-until = Au
filter-clear = Tout montrer
# Le papier.

page-of = page { $page } sur { $pages }
contents-heading = Sommaire
print-personal = Personnel : ces pages nomment des entreprises et des personnes. Elles ne sont pas faites pour être remises.
and-more = { $count ->
    [one] et 1 autre
   *[other] et { $count } autres
}
week-title = La semaine
week-day = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
}
week-happened = Ce qui s’est passé
week-happened-empty = Ni candidature, ni entretien, ni réponse ces sept jours.
week-asked = Ce que j’ai demandé
week-asked-empty = Aucune demande cette semaine, et aucun retour attendu.
week-asked-feedback = Retour demandé à { $company }
week-asked-clarify = Exemple demandé à { $company }
week-asked-check-in = Nouvelles prises auprès de { $company }
week-learned = Ce que j’ai appris
week-learned-empty = Rien de nouveau à retenir cette semaine.
week-works = { $topic } : ça marche
week-to-work-on = { $topic } : à travailler
week-beyond = { $topic } : ne dépend pas de moi
week-next = Les trois prochaines étapes
week-next-empty = Aucune étape n’est prévue. Une nouvelle candidature en serait une bonne.
week-next-empty-hired = Aucune étape n’est prévue.
week-notes = Convenu aujourd’hui
brief-title = Avant l’entretien
brief-interview = Prochain entretien : { $day }, { $company }, { $role }
brief-strengths = Les forces à montrer
brief-strengths-empty = Aucune force n’est encore notée. Trois moments de fierté au travail, chacun avec un chiffre, font un bon début.
brief-points = Les points à préparer
brief-work = Objectif
brief-questions = Les questions à poser
brief-notes = Notes
applications-title = Candidatures
applications-count = { $count ->
    [0] Aucune candidature
    [one] 1 candidature
   *[other] { $count } candidatures
}
applications-date = Candidature
applications-found = Offre trouvée par
applications-undated = non noté
applications-outcome = { $outcome }, { $day }
applications-empty = Il n’y a pas encore de candidature.
applications-missing = { $count ->
    [one] Une candidature n’a pas pu être lue et manque ici.
   *[other] { $count } candidatures n’ont pas pu être lues et manquent ici.
}

# Avant un entretien : comment préparer chaque axe.

prepare-1 = Relire l’offre, et mettre en face de chaque demande une expérience vécue.
prepare-2 = Raconter trois histoires à voix haute, deux minutes chacune : la situation, la tâche, l’action, le résultat.
prepare-3 = Chercher ce que l’entreprise a fait ces derniers mois, et pourquoi le poste s’ouvre maintenant.
prepare-technical-skills = Choisir deux réalisations qui montrent la compétence : pour chacune, le problème, les outils, le résultat.
prepare-experience = Reprendre les tâches de l’offre, et noter en face ce qui a déjà été fait de plus proche, en chiffres.
prepare-qualifications = Dire en une phrase ce qui est certifié, en une autre ce que la pratique a appris.
prepare-languages = Préparer la première minute et une histoire dans la langue du poste.
prepare-problem-solving = Raconter un problème du premier signe à la preuve qu’il est résolu, fausses pistes comprises.
prepare-communication = Une idée par phrase, la principale d’abord ; puis s’arrêter et laisser venir la question.
prepare-confidence = Commencer les réponses par ce qui a été fait, au passé et à la première personne. S’entraîner à voix haute.
prepare-teamwork = Avoir l’histoire d’un désaccord bien fini, et dire ce que chacun a apporté.
prepare-enthusiasm = Deux raisons de choisir cette entreprise qui ne vont à aucune autre, et une question qui montre que l’offre a été lue.
prepare-culture-fit = Se renseigner sur la façon de travailler de l’équipe, et choisir un exemple réussi dans un cadre semblable.
prepare-preparation = Une page avec l’entreprise, les personnes, le poste et les exemples : à lire la veille, à garder sous les yeux.
prepare-answer-structure = Quatre temps par réponse : situation, tâche, action, résultat. Deux minutes chacune, montre en main.
prepare-presence = Le dos droit, les deux pieds au sol ; lever les yeux au début et à la fin de chaque réponse.
prepare-documents = Apporter les documents envoyés, et les relire : chaque ligne peut donner lieu à une question.
prepare-career-path = Raconter le parcours en quatre-vingt-dix secondes, avec le fil qui relie les étapes et mène ici.
prepare-targeting = Dire en une phrase pourquoi ce poste, en une autre pourquoi maintenant.
prepare-overqualified = Dire ce que ce poste a de nouveau, et pour combien de temps il est envisagé.
prepare-salary = Connaître les salaires du métier et du lieu, et tenir prêts un chiffre et ses raisons.
prepare-availability = Donner le premier jour possible, et ce qui est réglé pour les trajets ou le déménagement.
prepare-other = Un fait, un exemple, un résultat sur ce sujet, prêts à être racontés.

# Les questions qui éclairent un axe.

ask-technical-skills = Quels outils et quelles méthodes sont utilisés aujourd’hui, et lesquels vont changer ?
ask-experience = À quoi ressembleraient trois premiers mois réussis ?
ask-qualifications = Quelles formations accompagnent la première année ?
ask-languages = Dans quelle langue se tiennent les réunions, et s’écrivent les documents ?
ask-problem-solving = Quel est le problème le plus difficile qui attend l’équipe ?
ask-communication = Comment l’équipe se tient-elle informée : réunions, messages, documents ?
ask-confidence = Comment se prennent les décisions, et quelle part revient à la personne en poste ?
ask-teamwork = Qui travaille chaque jour avec ce poste ?
ask-enthusiasm = Qu’est-ce qui donne envie de rester ici ?
ask-culture-fit = À quoi ressemble une journée ordinaire dans l’équipe ?
ask-preparation = Quels sujets restent à aborder, pour ne rien oublier ?
ask-answer-structure = Y a-t-il un point qui mérite un exemple plus précis ?
ask-presence = Avec qui, hors de l’équipe, ce poste est-il en contact ?
ask-documents = Y a-t-il une réalisation qu’il serait utile de voir ?
ask-career-path = Quels chemins d’autres ont-ils pris à partir de ce poste ?
ask-targeting = De tout ce que dit l’offre, qu’est-ce qui compte le plus ?
ask-overqualified = Comment le poste pourrait-il évoluer en deux ou trois ans ?
ask-salary = Quelle fourchette est prévue pour le poste ?
ask-availability = Quand le début est-il prévu, et combien de déplacements y a-t-il ?
ask-competition = Qu’est-ce qui fera la différence entre les dernières candidatures ?
ask-internal-candidate = Le poste est-il ouvert aussi en interne ?
ask-hiring-freeze = Le budget du poste est-il arrêté ?
ask-role-changed = Le poste est-il défini pour de bon, ou peut-il encore changer ?
ask-other = { $topic } : qu’est-ce qui est attendu à ce poste ?
ask-1 = Qu’est-ce qui a fait naître ce poste ?
ask-2 = À quoi ressembleraient trois premiers mois réussis ?
ask-3 = Qui travaille chaque jour avec ce poste ?
ask-4 = Quel est le problème le plus difficile qui attend l’équipe ?
ask-5 = Y a-t-il un point qui mérite un exemple plus précis ?
ask-last = Quand la décision sera-t-elle prise, et comment sera-t-elle annoncée ?

# Le plan au fil du temps.

burn-up-heading = Le travail, au fil du temps
burn-up-key = Une marche, une tâche faite. La ligne au-dessus : le nombre de tâches connues alors.
burn-up-undated = jour non noté
burn-up-task = Fait
burn-up-done = Faites alors
burn-up-total = Tâches alors

# Une copie sans noms : ce qui les remplace, et ce que ses pages en disent.
share-company = Entreprise { $letter }
share-agency = Cabinet { $letter }
share-company-sector = { $company } ({ $sector })
share-other-company = une autre entreprise
share-other-agency = un autre cabinet
share-person-interviewer = la personne de l’entretien
share-person-hr = la personne des RH
share-person-hiring-manager = la personne responsable du poste
share-person-agency = la personne du cabinet
share-person-network = la personne de mon réseau
share-person = la personne rencontrée
share-partner = quelqu’un de confiance
share-name = [nom]
share-place = [lieu]
share-email = [adresse e-mail]
share-phone = [téléphone]
share-link = [lien]
share-amount = [montant]
share-day = [jour]
share-note = Copie partagée, noms retirés. Les entreprises portent une lettre, les personnes leur rôle ; le ressenti, les salaires, les adresses et tout ce qui est privé n’y figurent pas. Les dates, les secteurs et les postes rares peuvent encore mettre sur la voie quelqu’un du métier.
share-note-months = Copie partagée, noms retirés. Les entreprises portent une lettre, les personnes leur rôle ; le ressenti, les salaires, les adresses et tout ce qui est privé n’y figurent pas, et les dates s’arrêtent au mois. Les mois, les secteurs et les postes rares peuvent encore mettre sur la voie quelqu’un du métier.
left-out-count = { $count ->
    [one] Un fichier contient une erreur et n’entre dans aucun chiffre.
   *[other] { $count } fichiers contiennent des erreurs et n’entrent dans aucun chiffre.
}
