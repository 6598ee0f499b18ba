# What the commands say.

help-label = help:{" "}

entries-read = { $total ->
    [one] 1 entry
   *[other] { $total } entries
}: { $read } read, { $left } left out
goals-left-out = ; { $left ->
    [one] 1 goal left out
   *[other] { $left } goals left out
}
problems-found = . { $errors ->
    [0] No errors
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $hints ->
    [one] 1 hint
   *[other] { $hints } hints
}.
warnings-in-check = { $warnings ->
    [one] 1 warning: see `rebond check`.
   *[other] { $warnings } warnings: see `rebond check`.
}
passed-over = passed over: { $file }

usage-unknown-argument = there is no argument `{ $arg }`
usage-unknown-command = there is no command `{ $command }`
usage-missing = { $arg } is missing
usage-no-value = `{ $arg }` needs a value
usage-invalid-value = `{ $value }` is not a value of `{ $arg }`
usage-conflict = `{ $arg }` cannot be used with `{ $other }`
usage-no-command = a command is missing
usage-near = ; did you mean `{ $near }`?
usage-valid = ; write one of { $valid }

help-template = {"{before-help}{about-with-newline}\\n{usage-heading} {usage}\\n\\n{all-args}{after-help}"}
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
page-written = For paper: { $path }
private-left-out = { $count ->
    [one] 1 private application is not on this page.
   *[other] { $count } private applications are not on this page.
}
site-written = { $changed ->
    [0] Nothing changed
    [one] 1 file written
   *[other] { $changed } files written
}{ $deleted ->
    [0] {""}
    [one] , 1 removed
   *[other] , { $deleted } removed
}: { $path }

watching = Watching { $path }. Ctrl-C ends it.
watching-last-good = Where there is an error, the report keeps what could last be read.
serving = Serving { $path }. Ctrl-C ends it.
port-other = Port { $usual } is taken: this is port { $port }.
port-taken = port { $port } cannot be used ({ $reason }); name another, or leave `--port` out and rebond finds one
browser-failed = No browser could be opened ({ $reason }). Open the address above yourself.
browser-missing = none was found

# The served pages.

live-label = Problems in the journal
live-broken = { $count ->
    [one] A problem leaves this page incomplete, or as it last was:
   *[other] { $count } problems leave this page incomplete, or as it last was:
}
live-more = { $count ->
    [one] And 1 more: `rebond check` shows all.
   *[other] And { $count } more: `rebond check` shows all.
}
live-nothing = There is nothing to show yet.
live-not-found = This page is not in the report, or no longer.
live-home = Back to the report
theme-booklet = a calm, well-set booklet: one column, quotes at its heart, small pictures
theme-correspondence = a sober letter: one narrow column, lists told in sentences, words typed as they came
theme-own = of this journal
theme-ejected = Change what you like and delete the rest: a file that is not there is the built-in one.

# init, new, list, schema, completions, man: what they say.

ask-company = Company:
ask-role = Role:
editor-missing = `--edit` opens the editor that VISUAL or EDITOR names, and neither is set
editor-failed = the editor `{ $editor }` could not be used: { $reason }
template-unreadable = the front matter of { $path } cannot be read
new-refused = { $path } was not written: { $reason }
usage-unknown-topic = `{ $topic }` is not a topic of this journal
usage-too-many-values = `{ $arg }` takes no value, or only one
usage-encoding = an argument is not Unicode
usage-count = ; write a whole number from 0 to 65535
usage-date = ; write the day as YYYY-MM-DD
init-here = this folder
init-taken = { $count ->
    [one] { $files } already exists: nothing was written
   *[other] { $files } already exist: nothing was written
}
init-made = A journal is ready in { $folder }:
    {"  "}rebond.toml    the settings, explained one by one
    {"  "}entries/       a made-up application, to replace:
    {"                 "}{ $entry }
    {"  "}plan/          the place for goals
    {"  "}.gitignore     keeps the report out of git
    What comes next:
    {"  "}rebond{ $root } build
    {"  "}rebond{ $root } new
init-example-made = The example journal ({ $count } files) is in { $folder }. It ends in June 2026; to read it on that day:
    {"  "}rebond{ $root } build --today 2026-06-12
list-shown = { $shown ->
    [one] 1 entry
   *[other] { $shown } entries
} of { $total }.
list-status-rejected = not selected
list-status-ghosted = no answer
list-status-withdrawn = withdrawn
list-status-open = open
list-status-offer = offer
list-status-accepted = accepted
list-draft = draft
list-private = private

man-manual = rebond manual
man-name = NAME
man-synopsis = SYNOPSIS
man-options = GLOBAL OPTIONS
man-examples = EXAMPLES
man-commands = COMMANDS
man-exit = EXIT STATUS
man-exit-text = 0  all is well
    1  the journal has problems
    2  the command line is wrong
    3  the machine failed: unreadable, unwritable, disk full
man-environment = ENVIRONMENT
man-environment-text = LC_ALL, LC_MESSAGES, LANG  the language, as long as no journal gives it
    VISUAL, EDITOR             the editor of --edit
    SOURCE_DATE_EPOCH          the day, in seconds since 1970, without --today
    NO_COLOR, CLICOLOR_FORCE   neither: colours on a terminal
man-files = FILES
man-files-text = rebond.toml  the settings, at the root of the journal
    entries/     one application per file
    plan/        one goal per file
    templates/   entry.md and goal.md, which rebond new starts from
    site/        the report

# The help.

help-heading-global = Global options

examples-heading = Examples:
examples-rebond = rebond init my-search          start a journal
    rebond new                     record an application
    rebond check                   check all files
    rebond build                   make the report
    rebond new --help              the help of a command
examples-init = rebond init                    a journal in this folder
    rebond init my-search          in a new folder
    rebond init trial --example    the example, to look around in
examples-new = rebond new --company "Northgate Ltd" --role Welder
    rebond new --company "Northgate Ltd" --role Welder --decided 2026-03-02 --notice phone
    rebond new goal "Answer in four steps" --topics answer-structure --due 2026-04-30
examples-new-goal = rebond new goal "Answer in four steps" --topics answer-structure --due 2026-04-30
examples-check = rebond check                   the whole journal
    rebond check --strict entries/2026
    rebond check --format short    one line a problem
examples-list = rebond list --status open
    rebond list --topic preparation --since 2026-01-01
    rebond list --format csv > applications.csv
examples-schema = rebond schema entry > entry.schema.json
examples-completions = rebond completions bash > ~/.local/share/bash-completion/completions/rebond
    rebond completions fish > ~/.config/fish/completions/rebond.fish
examples-man = rebond man > ~/.local/share/man/man1/rebond.1
    rebond man | man -l -
examples-help = rebond help new
    rebond help new goal
examples-decide = rebond decide northgate rejected 2026-03-02 --notice phone
    rebond decide northgate ghosted --dry-run
examples-feedback = rebond feedback northgate message.txt
    rebond feedback northgate < message.txt
examples-done = rebond done northgate thank       the step was done today
    rebond done plan/my-goal.md:12    ticks a task
examples-suggestions = rebond suggestions
    rebond suggestions northgate
examples-build = rebond build
    rebond build --out report --lang en   another folder, another language
    rebond build --print --pdf report.pdf
    rebond build --print week --out week.html
    rebond build --share                  the copy that names nobody, in site-shared
examples-watch = rebond watch
examples-serve = rebond serve --open            and the report follows what you write
    rebond serve --port 8000       at http://127.0.0.1:8000/
examples-status = rebond status
    rebond status --since 2026-02-01
    rebond status --format json
examples-agenda = rebond agenda --days 7
    rebond agenda --format ics > agenda.ics
examples-letter = rebond letter northgate             the letter that the next step needs
    rebond letter --list
examples-explain = rebond explain date-invalid
examples-doctor = rebond doctor
examples-theme = rebond theme list
    rebond theme eject booklet

agenda-date = { $weekday } { $day }
agenda-today = Today
agenda-today-nothing = Nothing planned for today.
agenda-still-possible = Still possible
agenda-waiting = Waiting for an answer
agenda-this-week = This week
agenda-later = Later
agenda-until-today = preferably today
agenda-until = by { $day }
agenda-waiting-until = the answer may take until { $day }
agenda-on = { $weekday } { $first }
agenda-from = { $first } to { $day }
agenda-contact = write to { $contact }
agenda-paused = Paused until { $day }: nothing is asked before then.
agenda-no-entries = Nothing to do: the journal is waiting for its first application (`rebond new`), and the steps will follow.
agenda-next = { $days ->
    [0] Nothing to do today.
    [one] Nothing to do today or tomorrow.
   *[other] Nothing to do in the next { $days } days.
} Then: { $step }, on { $day }.
agenda-nothing = Nothing to do for now: the next step will come with the next news or the next dated task.

usage-unknown-code = there is no code `{ $code }`
explain-wrong = Wrong, in { $path }:
explain-right = Right, in { $path }:

edit-dry-run = Nothing was written: this is what would change.
decide-recorded = { $status ->
    [rejected] The news of { $day } is recorded. Nothing has to be done about it on the day itself.
    [ghosted] Silence is recorded as the answer, on { $day }. It says nothing about you.
    [withdrawn] Your withdrawal of { $day } is recorded. Knowing what one does not want counts too.
    [offer] The offer of { $day } is recorded. Well done!
   *[accepted] The offer accepted on { $day } is recorded. Congratulations, and a good start there!
}
decide-not-open = `{ $entry }` is not open: its status is `{ $status }`; to correct it, change `status` in its file
decide-no-news = `{ $status }` is not news: the application is already open
done-recorded = { $step ->
    [thank] Your thanks of { $day } are recorded.
    [feedback-request] Your request of { $day } is recorded. The answer is up to them now.
    [feedback-thanks] Your thanks for the feedback, on { $day }, are recorded.
    [clarify] Your question of { $day } is recorded.
    [connect] Recorded: { $names }, in your network since { $day }.
    [check-in] Your message of { $day } is recorded. It is good to keep in touch.
   *[review] The review of { $day } is recorded.
}
done-already = { $day ->
    [none] This is already recorded; nothing was changed.
   *[other] This is already recorded, on { $day }; nothing was changed.
}
done-other-day = `{ $entry }` already has this step on { $day }; to correct the day, change the file
decide-future = { $day } is still to come; write the day of the news
done-future = { $day } is still to come; write the day on which it was done
done-which = the step is missing; write one of { $steps }, or FILE:LINE for a task
done-no-contact = `{ $entry }` names no contact
done-unknown-contact = `{ $entry }` has no contact called `{ $name }`, but { $names }
done-task = Done, on { $day }: { $task }
done-no-task = { $nearest ->
    [0] no open task stands on line { $line } of { $file }, nor on any other
   *[other] no open task stands on line { $line } of { $file }; the nearest is on line { $nearest }
}
feedback-recorded = The words are in the entry, received on { $day }. Read them again when it suits you.
feedback-known = These words are already quoted in the entry; nothing has changed.
feedback-future = { $day } is still to come; write the day on which the words came
feedback-empty = there are no words to add
feedback-encoding = the words are not UTF-8 text
feedback-waiting = Paste the recruiter’s words, then press Ctrl-D (Ctrl-Z and Enter on Windows).

suggestions-off = Suggestions are switched off: `suggestions = true` under [analysis] in rebond.toml switches them on.
suggestions-none = No suggestion is waiting: whatever names a known topic has its tag.
suggestions-how = To answer, run `rebond suggestions` in a terminal; or write the tag at the end of the paragraph, `#!topic` where it is wrong.
suggestions-offer =
    { $number } of { $all } · { $company } · { $place }
    { $sentence }
    { $topic } (`{ $tag }`), from { $because }
suggestions-ask = accept (a), change (c), reject (r), skip (s), quit (q)?
suggestions-ask-topic = Which topic?
suggestions-unknown = There is no such topic; there are: { $topics }
suggestions-written = `{ $tag }` now stands at the end of the paragraph.

# doctor: what it found.

doctor-journal = The journal
doctor-version = rebond { $version }
doctor-root = in { $path }
doctor-title = titled { $title }, in English
doctor-region = working days as in { $region }
doctor-region-none = working days without public holidays
doctor-today = today is { $day }
doctor-read = { $read }; { $goals ->
    [0] no goals
    [one] 1 goal
   *[other] { $goals } goals
}
doctor-passed-over = { $count ->
    [one] passed over, not Markdown: { $files }
   *[other] { $count } files passed over, not Markdown: { $files }
}
doctor-check = { $errors ->
    [0] {""}
    [one] 1 error{ $warnings ->
        [0] {""}
       *[other] {" "}and{" "}
    }
   *[other] { $errors } errors{ $warnings ->
        [0] {""}
       *[other] {" "}and{" "}
    }
}{ $warnings ->
    [0] {""}
    [one] 1 warning
   *[other] { $warnings } warnings
}: `rebond check` says what to do
doctor-plans = What the commands would use
doctor-build = build writes the report to { $path }, in the theme { $theme }
doctor-share = build --share writes the copy without names to { $path }
doctor-pdf = build --pdf prints with { $browser }
doctor-no-browser = build --pdf finds no browser: Chromium, Chrome, Edge or WeasyPrint would do
doctor-letters = letter prefers the templates in { $path }/
doctor-editor = --edit opens { $editor }
doctor-editor-missing = --edit would open { $editor }, which is not on this machine
doctor-no-editor = --edit has no editor: set VISUAL or EDITOR
doctor-git = git { $version }
doctor-no-git = no git: whether the journal is in a repository is unknown
doctor-privacy = What keeps things private
doctor-safe = Nothing found that would show the journal to others, or lose it.
doctor-no-repository = The journal is in no git repository: a text deleted by mistake is gone. `git init` keeps every version.
doctor-remote = The journal is sent to { $host }. Names, salaries and feelings go there too: make sure that the repository is private.
doctor-tracked = { $count ->
    [one] One file of the report in { $folder }/ is kept in git, and goes wherever the repository goes.
   *[other] { $count } files of the report in { $folder }/ are kept in git, and go wherever the repository goes.
} `git rm -r --cached { $folder }` takes them out and leaves the files; a line `/{ $folder }/` in .gitignore keeps them out.
doctor-not-ignored = Git does not ignore the report in { $folder }/: a line `/{ $folder }/` in .gitignore keeps it out of the repository.
doctor-synchronised = The journal lies in “{ $place }”, which copies it to somebody else’s machines.
doctor-copy = Another report stands in { $folder }/, beside the private one in { $site }/: to hand over one, send that folder alone.
doctor-addresses = { $count ->
    [one] One application, its last news more than two years old, still holds addresses or phone numbers of others: { $files }. Delete what is of no use any more.
   *[other] { $count } applications, their last news more than two years old, still hold addresses or phone numbers of others: { $files }. Delete what is of no use any more.
}

# Shared copies.
share-removed = Not in the shared copy:
share-removed-companies = { $count ->
    [one] the name of 1 company
   *[other] the names of { $count } companies
}{ $places ->
    [one] , in 1 place of the texts
   *[other] , in { $places } places of the texts
}
share-removed-agencies = { $count ->
    [one] the name of 1 agency
   *[other] the names of { $count } agencies
}{ $places ->
    [one] , in 1 place of the texts
   *[other] , in { $places } places of the texts
}
share-removed-people = { $count ->
    [one] the name of 1 person
   *[other] the names of { $count } people
}{ $places ->
    [one] , in 1 place of the texts
   *[other] , in { $places } places of the texts
}
share-removed-places = { $count ->
    [one] 1 place name
   *[other] { $count } place names
}
share-removed-others = { $count ->
    [one] 1 name of `also`
   *[other] { $count } names of `also`
}{ $places ->
    [one] , in 1 place of the texts
   *[other] , in { $places } places of the texts
}
share-removed-emails = { $places ->
    [one] 1 e-mail address in the texts
   *[other] { $places } e-mail addresses in the texts
}
share-removed-phones = { $places ->
    [one] 1 phone number in the texts
   *[other] { $places } phone numbers in the texts
}
share-removed-addresses = { $places ->
    [one] 1 web address in the texts
   *[other] { $places } web addresses in the texts
}
share-removed-amounts = { $places ->
    [one] 1 amount of money in the texts
   *[other] { $places } amounts of money in the texts
}
share-removed-hashtags = { $places ->
    [one] 1 free tag in the texts
   *[other] { $places } free tags in the texts
}
share-removed-days = { $places ->
    [one] 1 day in the texts, told by its month
   *[other] { $places } days in the texts, told by their month
}
share-removed-private = { $count ->
    [one] 1 private application
   *[other] { $count } private applications
}
share-removed-draft = { $count ->
    [one] 1 draft
   *[other] { $count } drafts
}
share-removed-before = { $count ->
    [one] 1 application from just before this search
   *[other] { $count } applications from just before this search
}
share-removed-section = { $count ->
    [one] 1 section of feelings or private notes
   *[other] { $count } sections of feelings or private notes
}
share-removed-mood = { $count ->
    [one] 1 mood
   *[other] { $count } moods
}
share-removed-salary = { $count ->
    [one] 1 salary
   *[other] { $count } salaries
}
share-removed-contact = { $count ->
    [one] everything about 1 contact but the role
   *[other] everything about { $count } contacts but their roles
}
share-removed-place = { $count ->
    [one] 1 workplace
   *[other] { $count } workplaces
}
share-removed-document = { $count ->
    [one] 1 document
   *[other] { $count } documents
}
share-removed-tag = { $count ->
    [one] 1 tag
   *[other] { $count } tags
}
share-removed-link = { $count ->
    [one] 1 link
   *[other] { $count } links
}
share-removed-image = { $count ->
    [one] 1 image
   *[other] { $count } images
}
share-removed-extra = { $count ->
    [one] 1 value under a key of your own
   *[other] { $count } values under keys of your own
}
share-removed-nothing = nothing: there was nothing to remove
share-promise = Names are removed, which is less than anonymity: dates, sectors and rare positions can still tell somebody who knows the field. Read the copy before you hand it over.
usage-watch-share = a shared copy is made by `rebond build --share`, when you ask for it
