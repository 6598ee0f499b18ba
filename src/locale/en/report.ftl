# The report: what pages and the terminal say.

month-names = January February March April May June July August September October November December
weekday-names = Monday Tuesday Wednesday Thursday Friday Saturday Sunday
month-words = on the>in|On the>In|on>in|On>In
number-words = no one two three four five six seven eight nine ten eleven twelve
list-and = and
yes = yes

nav-label = Pages
nav-report = Report
nav-plan = Plan
nav-agenda = Agenda
nav-entries = Applications
nav-journey = Journey
nav-swot = SWOT
nav-stories = Stories
nav-print = Print
nav-search = Search
skip-link = Go to the text
back-to-report = Back to the report
on-this-page = On this page
made-by = Made with rebond on { $day } from the files of this journal, and from nothing else.
subject = About
enclosures = Enclosures
figures-of = Figures of { $day }, made with rebond from the files of this journal.
left-out = { $count ->
    [one] One file has an error and is in no figure: { $files }. `rebond check` says what to do.
   *[other] { $count } files have errors and are in no figure ({ $files }). `rebond check` says what to do.
}

period-days = from { $first } to { $last }
period-entries = { $entries ->
    [0] no applications yet
    [one] 1 application
   *[other] { $entries } applications
}{ $open ->
    [0] {""}
   *[other] { $entries ->
        [one] , open
       *[other] , { $open } of them open
    }
}

part-today = Today
part-works = What works
part-works-once = Said once
part-back = What keeps coming back
part-back-once = Mentioned once
part-do = What I do about it
part-beyond = Not up to me
part-journey = My journey
part-stories = Stories that end well
part-entries = My applications
part-feedback = Feedback
part-next = Next

lead-empty = This is the first page of a new journal. The next useful thing is to write down one application: `rebond new`.
lead-no-feedback = { $entries ->
    [one] One application is noted, and no feedback yet.
   *[other] { $entries } applications are noted, and no feedback yet.
} A recruiter’s words, or a short debrief of one’s own: that is what this report is made of.
lead-no-weight = { $entries ->
    [one] One application is noted; no feedback so far gives anything to act on.
   *[other] { $entries } applications are noted; no feedback so far gives anything to act on.
} A short debrief of one’s own, with what went well, is a good start.
lead-no-topic = { $entries ->
    [one] One application is noted, and what the feedback says has no topic yet.
   *[other] { $entries } applications are noted, and what the feedback says has no topic yet.
} A tag at the end of a sentence is enough, for example `#preparation`.
lead-strength = { $count ->
    [one] One employer
   *[other] { $word } employers
} praised { $topic }.
lead-strength-mixed = One employer praised { $topic }, and { $more ->
    [one] one other application bears it out
   *[other] { $more-word } other applications bear it out
}.
lead-strength-own = { $topic } is what works, by one’s own account{ $count ->
    [one] {" "}of one application
   *[other] {" "}of { $word } applications
}.
lead-offer = Good news: { $company } has made an offer.
lead-accepted = Good news: the offer from { $company } is accepted.
lead-returning = The point to work on, for { $count ->
    [one] one employer
   *[other] { $word } employers
}: { $topic }.
lead-returning-mixed = The point to work on, raised in { $applications-word } applications, by one employer so far: { $topic }.
lead-strength-suggested = The words of { $applications ->
    [one] one application suggest
   *[other] { $applications-word } applications suggest
} a strength: { $topic }.
lead-returning-suggested = The words of { $applications ->
    [one] one application suggest
   *[other] { $applications-word } applications suggest
} a point to work on: { $topic }.
lead-returning-own = { $count ->
    [one] One debrief notes
   *[other] { $word } debriefs note
} { $topic } as a point to work on.
lead-nothing-returns = Nothing has come up with two different employers; noted so far: { $topic }.
lead-returning-same = The same point is also one to work on, for { $count ->
    [one] one employer
   *[other] { $word } employers
}.
lead-beyond = { $entries ->
    [one] One application is noted.
   *[other] { $entries } applications are noted.
} What the feedback names does not lie in the application: { $topic }.
lead-trend-improving = , in { $before } of { $before-of ->
    [one] { $before-of } application
   *[other] { $before-of } applications
} before { $day }, in { $since ->
    [0] none of { $since-of } since.
   *[other] only { $since } of { $since-of } since.
}
lead-trend-worsening = , in { $before ->
    [0] none
   *[other] { $before }
} of { $before-of ->
    [one] { $before-of } application
   *[other] { $before-of } applications
} before { $day }, in { $since } of { $since-of } since.
lead-trend-unclear = ; it is too early to say whether this has changed since { $day }.
lead-uncovered = No goal works on { $topic } yet: a first step is still to be chosen.
lead-uncovered-same = A first step is still to be chosen.
lead-goal = The goal { $goal } works on it.
lead-goal-done = The goal { $goal } is reached.
lead-goal-overdue = The goal { $goal } works on it; its date is past.
lead-today = Today, { $step }.
lead-today-own = Today: { $step }.
lead-until = By { $day }, { $step }.
lead-next = Next, on { $day }, { $step }.
lead-next-own = Next, on { $day }: { $step }.
lead-step-of = { $step } ({ $company })

count-employers = { $count ->
    [one] 1 of { $of ->
        [one] 1 employer
       *[other] { $of } employers
    }
   *[other] { $count } of { $of } employers
}
count-employers-alone = { $count ->
    [one] 1 employer
   *[other] { $count } employers
}
count-employer-recurring = { $applications } applications; 1 of { $of } employers said so
count-own = { $count ->
    [one] 1 application, noted by me or someone I asked
   *[other] { $count } applications, noted by me or someone I asked
}
count-applications = { $count ->
    [one] 1 application
   *[other] { $count } applications
}
also-weakness = also a point to work on
also-strength = also a strength
count-suggested = { $count ->
    [one] 1 mention is a suggestion
   *[other] { $count } mentions are suggestions
}
more-quotes = { $count ->
    [one] 1 more quote
   *[other] { $count } more quotes
}
more-tasks = { $count ->
    [one] { $count } more task
   *[other] { $count } more tasks
}
burn-up-earlier = { $count ->
    [one] And { $count } task done before these.
   *[other] And { $count } tasks done before these.
}
topic-beyond = { $count ->
    [one] { $count } earlier mention, in the list of applications
   *[other] { $count } earlier mentions, in the list of applications
}
trend = { $before-of ->
    [0] no feedback before { $day }
    [one] { $before } of { $before-of } application before { $day }
   *[other] { $before } of { $before-of } applications before { $day }
}, { $since-of ->
    [0] no feedback
   *[other] { $since } of { $since-of }
} since.
verdict-improving = mentioned less often than before
verdict-worsening = mentioned more often than before
verdict-unclear = too early to say
pivot = First piece of work done on { $day }.
no-goal = No goal yet.
no-goal-how = rebond new goal "…"
goal-label = Goal
goals-label = Goals

source-recruiter = Recruiter
source-peer = Second opinion
source-self = My debrief
quote-suggested = suggested from the words
quote-weighs-nothing = kept, but carries no weight
mark-recruiter = a recruiter
mark-peer = a second opinion
mark-self = my own debrief
mark-suggested = a suggestion
mark-none = kept, carries no weight
mark-absent = not mentioned
strip-key = One mark, one application with feedback or a debrief, the oldest first. Full: a recruiter. Half: a second opinion. Ring: my debrief. Dashed: a suggestion. Line: the day work on it was done.
strip-table = As a table
table-date = Date
table-entry = Application
table-mention = Mention

control-mine = This depends on me.
control-mixed = This depends partly on me.
control-theirs = This does not depend on me.

stage-application = application
stage-screening = screening
stage-interview = interview
stage-assessment = assessment
stage-final = final round
stage-offer = offer
status-rejected = not selected
status-ghosted = no answer
status-withdrawn = withdrawn
status-open = open
status-offer = offer
status-accepted = hired

empty-today = Nothing is waiting today.
empty-agenda = Nothing is planned for the next thirty days. Steps appear by themselves when news comes, when a goal has dates, or when no application is open.
empty-works = Strengths appear here once feedback or a debrief names them: `#+communication` at the end of a sentence is enough.
empty-back = Nothing to work on has been named yet. Points appear here once feedback or a debrief names them, for example with `#preparation`.
empty-back-once = Nothing has come up with two different employers.
empty-plan-over = Every goal is reached or put aside.
empty-plan = There is no goal yet. A title of three words or more and two milestones make a good start: `rebond new goal "…"`.
empty-beyond = Nothing beyond my control has been named.
empty-stories = A story begins when an application follows an earlier one (`follows: …`), and ends with an offer. There is no hurry.
empty-entries = There are no applications yet: `rebond new` starts the first one.
empty-swot = Nothing here yet: feedback and debriefs fill this list.
empty-opportunities = Items under a heading “Opportunities” of an entry appear here.
empty-threats = Items under a heading “Threats” of an entry appear here.

step-until = by { $day }
step-planned = planned for { $day }
step-from = { $day }
agenda-due = Now
agenda-late = Still possible
agenda-waiting = Waiting for an answer
agenda-upcoming = To come

plan-totals = { $done } of { $all ->
    [one] { $all } task
   *[other] { $all } tasks
} done.
plan-no-tasks = No tasks yet.
plan-of-entries = Tasks from applications
plan-over = Done or put aside
plan-uncovered = { $count ->
    [one] One point that keeps coming back has no goal yet:
   *[other] { $count } points that keep coming back have no goal yet:
}
goal-progress = { $done } of { $all } steps done
goal-due = by { $day }
goal-start = from { $day }
goal-on-track = on track
goal-behind = needs a little time
goal-overdue = past its date
goal-not-started = to come
goal-done = done
goal-dropped = put aside
goal-why = Why
goal-measure = Measure
goal-partner = With
goal-review = Next review
goal-review-since = due since { $day }
goal-resources = Resources
goal-topics = Works on
goal-smart = SMART
goal-notes = Room for notes
measure-from = from { $value }
measure-target = to { $value }
measure-now = now { $value }
smart-met-all = all five are met
smart-met-some = { $met ->
    [0] none of the { $all } is met
    [one] 1 of { $all } is met
   *[other] { $met } of { $all } are met
}
smart-s = specific: a topic, and a title of three words or more
smart-m = measurable: a measure with a target
smart-a = attainable: two milestones or more
smart-r = relevant: feedback names it, or the goal says why
smart-t = time-bound: a date, and no milestone after it
smart-met = yes
smart-not-met = not yet
cadence-weekly = every week
cadence-fortnightly = every two weeks
cadence-monthly = every month
task-open = to do
task-in-progress = under way
task-done = done
task-cancelled = put aside
task-overdue = still to do
task-done-on = done on { $day }
task-due = by { $day }
task-was-due = was planned for { $day }

feedback-answered = { $requested ->
    [one] The request for feedback { $answered ->
        [0] is still without an answer
       *[other] was answered
    }
   *[other] { $answered } of { $requested } requests for feedback { $answered ->
        [one] was
       *[other] were
    } answered
}.
feedback-received = { $received ->
    [one] Feedback came once, without being asked for.
   *[other] Feedback came { $received } times, without being asked for.
}
funnel-row = { $stage }: { $reached } of { $all }
funnel-heading = How far applications went
journey-label = Applications over time: the higher the bar, the further it went
journey-key = One bar, one application: the higher, the further it went; a full mark is an offer, a ring is open. Lines above: how it felt before the news (dotted) and after it, from 1 to 5. Marks below: the milestones of the goals, full when done.
journey-key-plain = One bar, one application: the higher, the further it went; a full mark is an offer, a ring is open. Marks below: the milestones of the goals, full when done.
journey-table = Every application, in order
activity = Last application on { $day }; { $open ->
    [0] none is open
    [one] one is open
   *[other] { $open } are open
}.
journey-earlier = { $count ->
    [one] { $count } earlier application, in the list
   *[other] { $count } earlier applications, in the list
}
mood-before = Before
mood-after = After
mood-by-month = monthly average

story-from = What came up
story-work = Worked on through
outcomes-sources = By where the job was found
outcomes-documents = By what was sent
outcome-applications = Applications
outcome-interviews = Interviews
outcome-offers = Offers
table-company = Company
table-role = Position
table-stage = Stage
table-status = Outcome
draft = draft
private = private

fact-applied = Applied
fact-source = Found
fact-link = Job advert
fact-agency = Agency
fact-documents = Sent
fact-interviews = Interviews
fact-announced = Answer promised by
fact-decided = News
fact-notice = How it arrived
fact-shortlisted = Shortlisted
fact-thanked = Thanked
fact-requested = Feedback asked for
fact-received = Feedback received
fact-kind = How much it helps
fact-clarified = Example asked for
fact-feedback-thanked = Thanked for it
fact-checked-in = Checked in
fact-sector = Sector
fact-location = Place
fact-salary = Salary
fact-mood = Feelings
fact-tags = Tags
fact-contacts = People
fact-strengths = What went well, in my view
fact-reasons = Reasons given
fact-weaknesses = To work on, in my view
fact-follows = Follows
fact-followers = Followed by
facts-heading = The facts
interview-with = with { $people }
mood-both = { $before } before, { $after } after (of 5)
mood-one = { $mood } of 5
notice-personal = personal message
notice-automatic = automatic e-mail
notice-phone = phone call
notice-none = no notice
kind-constructive = constructive
kind-generic = polite, nothing to act on
kind-unconstructive = a judgement, which carries no weight
entry-previous = Before
entry-next = After

swot-title = Strengths, points to work on, opportunities, threats
swot-about = This is a SWOT: the first two lists come from feedback and debriefs, the other two from what is noted with applications.
swot-strengths = Strengths
swot-weaknesses = To work on
swot-opportunities = Opportunities
swot-threats = Threats

the-technical-skills = technical skills
the-experience = experience
the-qualifications = qualifications
the-languages = languages
the-problem-solving = problem solving
the-communication = communication
the-confidence = confidence
the-teamwork = teamwork
the-enthusiasm = enthusiasm
the-culture-fit = culture fit
the-preparation = preparation
the-answer-structure = the structure of answers
the-presence = presence
the-documents = the CV and documents
the-career-path = the career path
the-targeting = targeting
the-overqualified = overqualification
the-salary = salary expectations
the-availability = availability and mobility
the-competition = competition
the-internal-candidate = an internal candidate
the-hiring-freeze = a hiring freeze
the-role-changed = a redefined role
colon = :

# The steps of the follow-up.

step-thank = Thank { $company } for their answer
step-feedback-request = Ask { $company } for feedback
step-answer = Answer { $company }, or ask for time to think
step-waiting = Asked { $company } for feedback
step-feedback-thanks = Thank { $company } for their feedback
step-clarify = Ask { $company } for an example
step-connect = Add to my network: { $people } ({ $company })
step-connect-unnamed = Add the people met at { $company } to my network
step-check-in = Get back in touch with { $company }
step-review-weekly = Weekly review of { $goal }
step-review-fortnightly = Fortnightly review of { $goal }
step-review-monthly = Monthly review of { $goal }
step-apply = Send a new application
step-possible = still possible, planned for { $day }
step-possible-until = still possible until { $day }

# Why a step is there.

why-offer = offer of { $day }
why-news-personal = personal answer received on { $day }
why-news-phone = news given by phone on { $day }
why-interview = an interview took place, news of { $day }
why-announced = answer promised for { $day } at the latest
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
why-milestone = milestone of the goal { $goal }
why-reviewed = last review on { $day }
why-started = started on { $day }, first review
why-never-reviewed = no review noted so far
why-apply = last application on { $day }, none open

# The kind of a step, in a word.

step-kind-thank = thanks
step-kind-feedback-request = feedback request
step-kind-feedback-thanks = thanks for feedback
step-kind-clarify = example
step-kind-connect = network
step-kind-check-in = check-in
step-kind-task = task
step-kind-milestone = milestone
step-kind-review = review
step-kind-apply = application
more-steps = { $count ->
    [one] 1 more step
   *[other] { $count } more steps
}
agenda-file = for a calendar program
measure-range = from { $from } to { $target }
role-interviewer = interviewer
role-hr = HR
role-hiring-manager = hiring manager
role-agency = agency
role-network = network
change-applied = Applied to { $what }
change-interview = Interview at { $what }
change-decided = News from { $what }
change-offer = Offer from { $what }
change-accepted = Offer accepted: { $what }
change-ghosted = No answer from { $what }
change-withdrawn = Application withdrawn: { $what }
change-feedback = Feedback from { $what }
change-task = Done: “{ $what }”
change-goal = Goal closed: “{ $what }”
changes-none = Nothing has been noted since { $day }.
letters-heading = Letters, ready to copy
letter-ready = a letter is ready
letter-open = open it in a mail program
waiting-until = waiting until { $day }
lead-possible = Still possible: { $step }.
quote-listed = (noted without a quote)
tag-suggested = suggested from { $because }
fact-kind-suggested = { $kind ->
    [constructive] constructive
    [generic] polite, nothing to act on
   *[unconstructive] a judgement
}, a suggestion: { $reason ->
    [names-something-to-act-on] it names something to act on
    [names-something-liked] it says what was liked
    [only-formulas] only formulas
    [too-vague] it points at something without saying what was missing
    [judges-the-person] it judges the person, not the application
    [harsh-tone] its tone is harsh
   *[off-the-subject] it speaks of what must not count
}

# Search, and the list of applications.

search-label = Words to find
search-hint = A company, a topic, a goal, a few words of a quote. Accents and small typos do not matter.
search-without = Searching needs JavaScript. Without it, everything is listed below by name; every application with its date is under
search-topics = Topics
search-kinds = topic|goal|application|quote
search-one = { $count } result
search-other = { $count } results
search-none = Nothing holds these words. The beginning of a word is enough.
search-more = Show more
entries-all = All applications
entries-drafts = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}
entries-years = Years
entries-undated = Without a date
filters-label = Narrow the list
filters-one = { $count } of { $all ->
    [one] { $all } application
   *[other] { $all } applications
}
filters-other = { $count } of { $all } applications
filter-any = all
filter-topic = Topic
filter-company = Company or position
filter-from = From
filter-until = Until
filter-clear = Show all
# Paper.

page-of = page { $page } of { $pages }
contents-heading = Contents
print-personal = Personal: these pages name companies and people. They are not meant for handing over.
and-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
week-title = The week
week-day = { $weekday } { $day }
week-happened = What happened
week-happened-empty = No application, interview or news in these seven days.
week-asked = What I asked
week-asked-empty = Nothing asked this week, and no feedback pending.
week-asked-feedback = Asked { $company } for feedback
week-asked-clarify = Asked { $company } for an example
week-asked-check-in = Got back in touch with { $company }
week-learned = What I learned
week-learned-empty = Nothing new to take away this week.
week-works = { $topic } works
week-to-work-on = { $topic }: to work on
week-beyond = { $topic }: not up to me
week-next = The next three steps
week-next-empty = No step is planned. One new application would be a good one.
week-next-empty-hired = No step is planned.
week-notes = Agreed today
brief-title = Before the interview
brief-interview = Next interview: { $day }, { $company }, { $role }
brief-strengths = Strengths to bring
brief-strengths-empty = No strength is noted yet. Three moments of pride at work, each with a figure, make a good start.
brief-points = Points to prepare
brief-work = Goal
brief-questions = Questions to ask
brief-notes = Notes
applications-title = Applications
applications-count = { $count ->
    [0] No applications
    [one] 1 application
   *[other] { $count } applications
}
applications-date = Applied
applications-found = Found through
applications-undated = not noted
applications-outcome = { $outcome }, { $day }
applications-empty = There is no application yet.
applications-missing = { $count ->
    [one] One application could not be read and is missing here.
   *[other] { $count } applications could not be read and are missing here.
}

# Before an interview: how to prepare each topic.

prepare-1 = Read the job advert again, and put one experience beside each thing it asks for.
prepare-2 = Tell three stories aloud, two minutes each: the situation, the task, the action, the result.
prepare-3 = Find out what the company has been doing lately, and why the position is open now.
prepare-technical-skills = Choose two pieces of work that show the skill; for each, the problem, the tools, the result.
prepare-experience = List the duties in the job advert, and beside each the closest thing already done, with figures.
prepare-qualifications = Say in one sentence what the certificates cover, and in another what practice has taught.
prepare-languages = Prepare the first minute and one story in the language of the job.
prepare-problem-solving = Tell one problem from the first sign to the proof that it was solved, dead ends included.
prepare-communication = One idea per sentence, the main one first; then stop and leave room for the next question.
prepare-confidence = Start answers with what was done, in the first person and the past tense. Practise aloud.
prepare-teamwork = Have one story of a disagreement that ended well, and say what each person brought to it.
prepare-enthusiasm = Two reasons for this company that would fit no other, and one question that shows the advert was read.
prepare-culture-fit = Look up how the team works, and pick an example of work that went well in such a place.
prepare-preparation = One page with company, people, position and examples: read the day before, on the table on the day.
prepare-answer-structure = Four steps per answer: situation, task, action, result. Two minutes each, against the clock.
prepare-presence = Sit back, both feet on the floor; look up at the start and at the end of each answer.
prepare-documents = Bring the documents that were sent, and reread them: any line may be asked about.
prepare-career-path = Tell the path in ninety seconds, with the thread that joins the steps and leads here.
prepare-targeting = Say in one sentence why this position, and in another why now.
prepare-overqualified = Say what is new in this position, and how long one means to stay.
prepare-salary = Know the usual range for the trade and the area, and have one figure and its reasons ready.
prepare-availability = Give the first possible start date, and what is settled about travel or moving.
prepare-other = { $topic }: one fact, one example, one result, ready to be told.

# Questions that clear a topic up.

ask-technical-skills = Which tools and methods are in use today, and which are about to change?
ask-experience = What would a good first three months look like?
ask-qualifications = What training comes with the position in the first year?
ask-languages = Which language are meetings held in, and documents written in?
ask-problem-solving = What is the hardest problem facing the team?
ask-communication = How does the team keep in touch: meetings, messages, documents?
ask-confidence = How are decisions made, and how much is left to the person in the role?
ask-teamwork = Who would I be working with every day?
ask-enthusiasm = What makes people stay here?
ask-culture-fit = What does an ordinary day in the team look like?
ask-preparation = Is there anything we have not covered that matters to you?
ask-answer-structure = Is there anything I said that deserves a more precise example?
ask-presence = Who outside the team does this role deal with?
ask-documents = Is there a piece of my work that you would find useful to see?
ask-career-path = Where have people gone from this role?
ask-targeting = Of everything in the job advert, what matters most?
ask-overqualified = How could the role grow over two or three years?
ask-salary = What salary range do you have in mind for the role?
ask-availability = When should the person start, and how much travel is involved?
ask-competition = What will make the difference between the final candidates?
ask-internal-candidate = Are there internal candidates for the role?
ask-hiring-freeze = Has the budget for the role been approved?
ask-role-changed = Is the role settled as advertised, or might it still change?
ask-other = { $topic }: what is expected in this position?
ask-1 = Why is this position open?
ask-2 = What would a good first three months look like?
ask-3 = Who would I be working with every day?
ask-4 = What is the hardest problem facing the team?
ask-5 = Is there anything I said that deserves a more precise example?
ask-last = When will you decide, and how will you let candidates know?

# The plan over time.

burn-up-heading = The work, over time
burn-up-key = One step up, one task done. The line above: how many tasks there were by then.
burn-up-undated = date not noted
burn-up-task = Done
burn-up-done = Done by then
burn-up-total = Tasks by then

# A copy that names nobody: what stands instead of names, and what its pages say of it.
share-company = Company { $letter }
share-agency = Agency { $letter }
share-company-sector = { $company } ({ $sector })
share-other-company = another company
share-other-agency = another agency
share-person-interviewer = the interviewer
share-person-hr = the person from HR
share-person-hiring-manager = the hiring manager
share-person-agency = the person at the agency
share-person-network = the person from my network
share-person = the person I met
share-partner = someone I trust
share-name = [name]
share-place = [place]
share-email = [e-mail]
share-phone = [phone]
share-link = [link]
share-amount = [amount]
share-day = [day]
share-note = Shared copy, with names removed. Companies have a letter, people their role; feelings, salaries, addresses and whatever is private are left out. Somebody who knows the field may still guess from the dates, the sectors and the rarer positions.
share-note-months = Shared copy, with names removed. Companies have a letter, people their role; feelings, salaries, addresses and whatever is private are left out, and dates are told by the month. Somebody who knows the field may still guess from the months, the sectors and the rarer positions.
left-out-count = { $count ->
    [one] One file has an error and is in no figure.
   *[other] { $count } files have errors and are in no figure.
}
