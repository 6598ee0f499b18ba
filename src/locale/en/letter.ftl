# The words that letters are made of; their sentences are in the templates.

letter-dear = Dear { $name },
letter-dear-first = Dear { $name },
letter-dear-titled = Dear { $name },
letter-dear-all = Dear hiring team,
letter-dear-all-warm = Dear hiring team,
letter-close-formal = Yours sincerely,
letter-close-formal-plain = Yours sincerely,
letter-close-all = hiring team
letter-close-warm = Kind regards,
letter-close-familiar = All the best,
letter-interview = { $whose ->
    [ours] our interview
   *[theirs] the interview
} on { $day }
letter-interview-undated = { $whose ->
    [ours] our interview
   *[theirs] the interview
}
letter-news-message = your message of { $day }
letter-news-message-familiar = your message of { $day }
letter-news-phone = your call on { $day }
letter-news-phone-familiar = your call on { $day }
letter-news = your reply of { $day }
letter-news-undated = your reply
letter-feedback = your feedback of { $day }
letter-feedback-familiar = your feedback of { $day }
letter-feedback-undated = your feedback
letter-feedback-undated-familiar = your feedback

letter-topic-technical-skills = my technical skills
letter-topic-experience = my experience
letter-topic-qualifications = my qualifications
letter-topic-languages = my language skills
letter-topic-problem-solving = the way I solve problems
letter-topic-communication = the way I express myself
letter-topic-confidence = my confidence
letter-topic-teamwork = the way I work in a team
letter-topic-enthusiasm = the enthusiasm I showed
letter-topic-culture-fit = my fit with the team
letter-topic-preparation = my preparation
letter-topic-answer-structure = the structure of my answers
letter-topic-presence = the way I present myself
letter-topic-documents = my application documents
letter-topic-career-path = my career path
letter-topic-targeting = the match between my profile and the role
letter-topic-overqualified = my level for this role
letter-topic-salary = my salary expectations
letter-topic-availability = my availability
letter-topic-competition = what I lacked beside the other applications
letter-topic-internal-candidate = what I lacked beside an internal application
letter-topic-hiring-freeze = the future of this role
letter-topic-role-changed = how this role is changing

letter-topic-of-ones-own-technical = my knowledge of { $topic }
letter-topic-of-ones-own = the point { $topic }
letter-on-topic = { $topic }
letter-on-topics = about { $topics }

letter-missing-author-name = your name
letter-missing-author-contact = your phone number or e-mail address
letter-missing-contact = the person’s name
letter-missing-decided = the date of the decision
letter-key-author-name = `name` under `[author]` in { $settings }
letter-key-author-contact = `email` or `phone` under `[author]` in { $settings }
letter-key-contact = a `name` in the `contacts` of { $file }
letter-key-decided = `decided` in { $file }
letter-too-long = { $path } makes { $characters } characters, and a connection note has at most { $most }
letter-names-somebody = { $path } names `{ $name }`, and this letter must name nobody
letter-no-subject = `{ $kind }` has no subject: it is no e-mail
letter-topics-many = at most { $most } topics in `--about`
letter-topic-unknown = there is no topic `{ $topic }`; for words of your own write several: `--about "the case study"`
letter-topic-near = there is no topic `{ $topic }`; did you mean `{ $near }`?
letter-kind-unknown = there is no letter `{ $kind }`; `rebond letter --list` shows them all
letter-kind-near = there is no letter `{ $kind }`; did you mean `{ $near }`?
letter-subject = Subject: { $subject }

letter-label-thank = Say thank you
letter-label-feedback-request = Ask for feedback
letter-label-phone-script = Ask for feedback by phone
letter-label-meeting-request = Ask for a short meeting
letter-label-feedback-thanks = Say thank you for feedback
letter-label-clarify = Ask for an example
letter-label-connect = Add somebody to one’s network (200 characters at most)
letter-label-stay-in-touch = Keep in touch
letter-label-check-in = Catch up, three months later
letter-label-second-opinion = Ask for a second opinion that names nobody

letter-to = To { $name } <{ $address }>
letter-to-name = To { $name } (no e-mail address)
letter-does-not-fit = { $count ->
    [0] This application calls for no letter today; here is this one all the same.
   *[other] As the application is recorded, this letter is past its time or before it. These would fit: { $kinds }.
}
letter-no-step = no step of { $entry } asks for a letter now; these would fit: { $kinds }
letter-none-fits = no step of { $entry } asks for a letter; `rebond letter --list` shows them all
letter-built-in = built in
letter-of-ones-own = Of this journal
