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
theme-booklet = a calm, well-set booklet: one column, quotes at its heart, small pictures
theme-own = of this journal
theme-ejected = Change what you like and delete the rest: a file that is not there is the built-in one.

usage-unknown-code = there is no code `{ $code }`
explain-wrong = Wrong, in { $path }:
explain-right = Right, in { $path }:
