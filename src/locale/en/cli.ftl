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
usage-no-value = `{ $arg }` wants a value
usage-invalid-value = `{ $value }` is no value of `{ $arg }`
usage-conflict = `{ $arg }` cannot be used with `{ $other }`
usage-no-command = a command is missing
usage-near = ; did you mean `{ $near }`?
usage-valid = ; write one of { $valid }

help-template = {"{before-help}{about-with-newline}\\n{usage-heading} {usage}\\n\\n{all-args}{after-help}"}
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options

agenda-date = { $weekday } { $day }
agenda-today = Today
agenda-today-nothing = Nothing planned for today.
agenda-still-possible = Still possible
agenda-waiting = Waiting for an answer
agenda-this-week = This week
agenda-later = Later
agenda-until-today = preferably today
agenda-until = until { $day }
agenda-waiting-until = the answer may come until { $day }
agenda-on = { $weekday } { $first }
agenda-from = { $first } to { $day }
agenda-contact = write to { $contact }
agenda-paused = Paused until { $day }: nothing is asked before then.
agenda-no-entries = Nothing to do: the journal awaits its first application (`rebond new`), and the steps will follow.
agenda-next = { $days ->
    [0] Nothing to do today.
    [one] Nothing to do today or tomorrow.
   *[other] Nothing to do in the next { $days } days.
} Then: { $step }, on { $day }.
agenda-nothing = Nothing to do for now: the next step will come with the next news or the next dated task.
