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

edit-dry-run = Nothing was written: this is what would change.
decide-recorded = { $status ->
    [rejected] The news of { $day } is recorded. Nothing has to be done about it on the day itself.
    [ghosted] Silence is recorded as the answer, as of { $day }. It says nothing about you.
    [withdrawn] Your withdrawal of { $day } is recorded. Knowing what one does not want counts too.
    [offer] The offer of { $day } is recorded. Well done!
   *[accepted] The offer accepted on { $day } is recorded. Congratulations, and a good start there!
}
decide-not-open = `{ $entry }` is not open: its status is `{ $status }`
decide-no-news = `{ $status }` is no news: the application is open already
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
    [none] This is recorded already; nothing was changed.
   *[other] This is recorded already, on { $day }; nothing was changed.
}
done-other-day = `{ $entry }` has this step on { $day } already; to correct the day, change the file
done-which = the step is missing; write one of { $steps }, or FILE:LINE for a task
done-no-contact = `{ $entry }` names no contact
done-unknown-contact = `{ $entry }` has no contact called `{ $name }`, but { $names }
done-task = Done, on { $day }: { $task }
done-no-task = { $nearest ->
    [0] no open task stands on line { $line } of { $file }, nor on any other
   *[other] no open task stands on line { $line } of { $file }; the nearest is on line { $nearest }
}
feedback-recorded = The words are in the entry, received on { $day }. Read them again when it suits you.
feedback-empty = there are no words to add
feedback-encoding = the words are not UTF-8 text
feedback-waiting = Paste the recruiter’s words, then press Ctrl-D (Ctrl-Z and Enter on Windows).
