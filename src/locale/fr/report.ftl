month-names = janvier février mars avril mai juin juillet août septembre octobre novembre décembre
weekday-names = lundi mardi mercredi jeudi vendredi samedi dimanche
number-words = aucun un deux trois quatre cinq six sept huit neuf dix onze douze
list-and = et

# Les étapes du suivi. Un nom d’entreprise ne reçoit ni article ni accord.

step-thank = Remercier { $company } de sa réponse
step-feedback-request = Demander un retour à { $company }
step-waiting = Retour demandé à { $company }
step-feedback-thanks = Remercier { $company } de son retour
step-clarify = Demander une précision à { $company }
step-connect = Ajouter à mon réseau : { $people } ({ $company })
step-connect-unnamed = Ajouter à mon réseau les personnes rencontrées chez { $company }
step-check-in = Reprendre contact avec { $company }
step-review-weekly = Point hebdomadaire : { $goal }
step-review-fortnightly = Point de la quinzaine : { $goal }
step-review-monthly = Point mensuel : { $goal }
step-apply = Envoyer une nouvelle candidature
step-possible = toujours possible, prévu pour le { $day }
step-possible-until = toujours possible jusqu’au { $day }

# Pourquoi une étape est là.

why-news-personal = réponse personnelle reçue le { $day }
why-news-phone = nouvelle donnée de vive voix le { $day }
why-interview = un entretien a eu lieu, nouvelle du { $day }
why-announced = réponse annoncée pour le { $day } au plus tard
why-let-pass = nouvelle du { $day }, { $days ->
    [one] le temps de laisser passer { $days } jour ouvré
   *[other] le temps de laisser passer { $days } jours ouvrés
}
why-working-days = { $days ->
    [one] { $days } jour ouvré
   *[other] { $days } jours ouvrés
} après la nouvelle du { $day }
why-request-planned = demande prévue pour le { $day }
why-waiting = demandé le { $day } ; une seule demande suffit
why-received = le retour est arrivé le { $day }
why-expected = retour attendu le { $day }
why-generic = le retour du { $day } reste général ; un exemple aiderait
why-unconstructive = un exemple éclairerait le retour du { $day } ; on peut aussi en rester là
why-check-in = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} après la nouvelle du { $day } : le poste est peut-être de nouveau ouvert
why-task = noté avec la candidature à { $company }
why-milestone = étape de l’objectif : { $goal }
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
