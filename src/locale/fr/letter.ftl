# Les mots dont les lettres sont faites ; leurs phrases sont dans les modèles.

letter-dear = Bonjour { $name },
letter-dear-first = Bonjour { $name },
letter-dear-titled = { $name },
letter-dear-all = Madame, Monsieur,
letter-dear-all-warm = Bonjour,
letter-close-formal = Je vous prie d’agréer, { $name }, mes salutations distinguées.
letter-close-formal-plain = Je vous prie d’agréer mes salutations distinguées.
letter-close-all = Madame, Monsieur
letter-close-warm = Bien cordialement,
letter-close-familiar = À bientôt,
letter-interview = { $whose ->
    [ours] notre entretien
   *[theirs] l’entretien
} du { $day }
letter-interview-undated = { $whose ->
    [ours] notre entretien
   *[theirs] l’entretien
}
letter-news-message = votre message du { $day }
letter-news-message-familiar = ton message du { $day }
letter-news-phone = votre appel du { $day }
letter-news-phone-familiar = ton appel du { $day }
letter-news = votre réponse du { $day }
letter-news-undated = votre réponse
letter-feedback = votre retour du { $day }
letter-feedback-familiar = ton retour du { $day }
letter-feedback-undated = votre retour
letter-feedback-undated-familiar = ton retour

letter-topic-technical-skills = mes compétences techniques
letter-topic-experience = mon expérience
letter-topic-qualifications = mes diplômes et certifications
letter-topic-languages = ma pratique des langues
letter-topic-problem-solving = ma façon de résoudre un problème
letter-topic-communication = ma façon de m’exprimer
letter-topic-confidence = mon assurance
letter-topic-teamwork = ma façon de travailler en équipe
letter-topic-enthusiasm = la motivation que j’ai montrée
letter-topic-culture-fit = mon intégration dans l’équipe
letter-topic-preparation = ma préparation
letter-topic-answer-structure = la structure de mes réponses
letter-topic-presence = ma façon de me présenter
letter-topic-documents = mon dossier de candidature
letter-topic-career-path = mon parcours
letter-topic-targeting = le rapport entre mon profil et le poste
letter-topic-overqualified = mon niveau par rapport au poste
letter-topic-salary = mes prétentions salariales
letter-topic-availability = ma disponibilité
letter-topic-competition = ce qui m’a manqué face aux autres candidatures
letter-topic-internal-candidate = ce qui m’a manqué face à une candidature interne
letter-topic-hiring-freeze = l’avenir de ce poste
letter-topic-role-changed = l’évolution de ce poste

letter-topic-of-ones-own-technical = mon niveau en { $topic }
letter-topic-of-ones-own = le point { $topic }
letter-on-topic = sur { $topic }
letter-on-topics = { $topics }

letter-missing-author-name = votre nom
letter-missing-author-contact = votre téléphone ou votre adresse électronique
letter-missing-contact = nom de la personne
letter-missing-decided = date de la décision
letter-key-author-name = `name` de `[author]` dans { $settings }
letter-key-author-contact = `email` ou `phone` de `[author]` dans { $settings }
letter-key-contact = un `nom` dans les `contacts` de { $file }
letter-key-decided = `décision` dans { $file }
letter-too-long = { $path } donne { $characters } caractères, et un mot de mise en relation en a { $most } au plus
letter-names-somebody = { $path } nomme `{ $name }`, et cette lettre ne doit nommer personne
letter-no-subject = `{ $kind }` n’a pas d’objet : ce n’est pas un courriel
letter-topics-many = { $most } axes au plus dans `--about`
letter-topic-unknown = il n’y a pas d’axe `{ $topic }` ; pour ses propres mots, en écrire plusieurs : `--about "le cas pratique"`
letter-topic-near = il n’y a pas d’axe `{ $topic }` ; vouliez-vous dire `{ $near }` ?
letter-kind-unknown = il n’y a pas de lettre `{ $kind }` ; `rebond letter --list` les montre toutes
letter-kind-near = il n’y a pas de lettre `{ $kind }` ; vouliez-vous dire `{ $near }` ?
letter-subject = Objet : { $subject }

letter-label-thank = Remercier
letter-label-feedback-request = Demander un retour
letter-label-phone-script = Demander un retour par téléphone
letter-label-meeting-request = Demander un court rendez-vous
letter-label-feedback-thanks = Remercier du retour
letter-label-clarify = Demander une précision
letter-label-connect = Ajouter à son réseau (200 caractères au plus)
letter-label-stay-in-touch = Garder le contact
letter-label-check-in = Prendre des nouvelles, trois mois après
letter-label-second-opinion = Demander un regard extérieur, sans nommer personne

letter-to = Pour { $name } <{ $address }>
letter-to-name = Pour { $name } (sans adresse électronique)
letter-does-not-fit = { $count ->
    [0] Cette candidature n’appelle aucune lettre aujourd’hui ; voici tout de même celle-ci.
   *[other] Telle que la candidature est notée, cette lettre n’est plus ou pas encore de saison. Conviendraient : { $kinds }.
}
letter-no-step = aucune étape de { $entry } ne demande de lettre pour l’instant ; conviendraient : { $kinds }
letter-none-fits = aucune étape de { $entry } ne demande de lettre ; `rebond letter --list` les montre toutes
letter-built-in = fournie
letter-of-ones-own = De ce journal
