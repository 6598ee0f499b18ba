month-names = January February March April May June July August September October November December
weekday-names = Monday Tuesday Wednesday Thursday Friday Saturday Sunday
number-words = none one two three four five six seven eight nine ten eleven twelve
list-and = and

# The steps of the follow-up.

step-thank = Thank { $company } for their answer
step-feedback-request = Ask { $company } for feedback
step-waiting = Asked { $company } for feedback
step-feedback-thanks = Thank { $company } for their feedback
step-clarify = Ask { $company } for an example
step-connect = Add to my network: { $people } ({ $company })
step-connect-unnamed = Add the people met at { $company } to my network
step-check-in = Get back in touch with { $company }
step-review-weekly = Weekly review: { $goal }
step-review-fortnightly = Fortnightly review: { $goal }
step-review-monthly = Monthly review: { $goal }
step-apply = Send a new application
step-possible = still possible, planned for { $day }
step-possible-until = still possible until { $day }

# Why a step is there.

why-news-personal = personal answer received on { $day }
why-news-phone = news given by phone on { $day }
why-interview = an interview took place, news of { $day }
why-announced = answer announced for { $day } at the latest
why-let-pass = news of { $day }, { $days ->
    [one] giving it { $days } working day
   *[other] giving it { $days } working days
}
why-working-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} after the news of { $day }
why-request-planned = request planned for { $day }
why-waiting = asked on { $day }; one request is enough
why-received = the feedback came on { $day }
why-expected = feedback expected on { $day }
why-generic = the feedback of { $day } stays general; an example would help
why-unconstructive = an example would shed light on the feedback of { $day }; letting it go is fine too
why-check-in = { $days ->
    [one] { $days } day
   *[other] { $days } days
} after the news of { $day }: the position may have reopened
why-task = noted with the application to { $company }
why-milestone = milestone of the goal: { $goal }
why-reviewed = last review on { $day }
why-started = started on { $day }, first review
why-never-reviewed = no review noted so far
why-apply = last application on { $day }, none open

# The kind of a step, in a word.

step-kind-thank = thanks
step-kind-feedback-request = feedback request
step-kind-feedback-thanks = thanks for feedback
step-kind-clarify = precision
step-kind-connect = network
step-kind-check-in = check-in
step-kind-task = task
step-kind-milestone = milestone
step-kind-review = review
step-kind-apply = application
