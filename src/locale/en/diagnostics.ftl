# Problems: the message, then what to do about it.
# `.about` is the line of its list in `rebond explain`, `.why` what it says of one.

diagnostic-encoding-invalid = the file is not UTF-8 text: it looks like { $encoding }
    .nul = the file holds a NUL character, which no text has: it looks like UTF-16 or a binary file
    .help = save it as UTF-8 in your editor
    .about = a file is not UTF-8 text
    .why = Rebond reads UTF-8, the encoding that editors use unless told otherwise. A file in another encoding would show wrong letters, so it is left out until it is saved again.

diagnostic-front-matter-unclosed = the front matter opened here is never closed
    .help = add a line with only `{ $fence }` below the last key
    .about = a front matter is opened and never closed
    .why = The keys stand between two lines of `---` (YAML) or `+++` (TOML). Without the second line rebond cannot tell where the keys end and the text begins.

diagnostic-front-matter-missing = this entry has no front matter
    .misplaced = this looks like a front matter, but it does not begin on the first line
    .help = begin the file with a line `---`, then `company: …`, `role: …`, `decided: YYYY-MM-DD`, then another line `---`
    .help-misplaced = begin the file with `---` or `+++` alone on the very first line, nothing before it
    .about = an entry has no front matter
    .why = An entry begins with its keys between two lines of `---`: at least the company, the role, and the day of the news. A file that is no entry can stand elsewhere, or have a name that begins with `_`.

diagnostic-front-matter-syntax = the front matter cannot be read here
    .no-keys = the front matter holds no keys
    .colon = a colon followed by a space starts a new key here
    .bracket = a bracket is not closed
    .quote = a quotation mark is not closed
    .character = a value cannot begin with this character
    .anchor = this name stands for nothing above it
    .indent = this line is not indented like its neighbours
    .tab = a tab stands here, where YAML wants spaces
    .comment = `#` starts a comment here, which hides the end of the bracket
    .documents = a second document begins here
    .accent = a TOML key without quotes cannot hold the accent of `{ $key }`
    .toml = the TOML cannot be read here
    .value = a value is missing here
    .unquoted = a text stands here without quotation marks
    .equals = an `=` is missing after the key
    .comma = a bracket is not closed, or a comma is missing
    .rest = something stands here after the value
    .date = the day here is not written as year-month-day
    .day = no calendar has this day
    .space = a space is missing after this colon
    .no-colon = this line is no `key: value`
    .bracket-extra = a bracket is closed here that was never opened
    .after-quote = text stands here after the closing quotation mark
    .escape = a backslash means something else between these quotation marks
    .help = write each key as `key: value`, one a line
    .help-no-keys = write each key as `key: value`, one a line
    .help-colon = put the value in quotation marks: `key: "a value: with a colon"`
    .help-bracket = close it with `]` or { "`}`" }, and separate what is inside with commas
    .help-quote = end the value with the quotation mark that begins it
    .help-character = put the value in quotation marks: `key: "@value"`
    .help-comment = leave the `#` out, or put the value in quotation marks: `["#preparation"]`
    .help-indent = use spaces, the same number for the lines that belong together
    .help-documents = keep a single block of keys between the two fences
    .help-accent = write `{ $plain } = …` or `"{ $key }" = …`
    .help-toml = write each key as `key = "value"`, dates without quotation marks
    .help-date = write the day as YYYY-MM-DD, for example 2026-03-02
    .help-space = write `key: value`, with a space after the colon
    .help-after-quote = put the whole value in single quotation marks: `key: '"Atelier" and others'`
    .help-escape = use single quotation marks, between which a backslash is only a backslash
    .about = a front matter cannot be read
    .why = The keys are YAML between `---` lines, or TOML between `+++` lines. Most slips are a colon inside a value, a bracket or a quotation mark that is not closed, or uneven indentation.

diagnostic-front-matter-excessive = the front matter is nested or repeated beyond any use
    .help = write the values out, without `&` and `*`
    .about = a front matter is nested or repeated beyond any use
    .why = A few lines of YAML can stand for millions of values. Rebond stops long before that, so that no file can hold up the rest.

diagnostic-yaml-tag-ignored = the YAML tag here is ignored
    .help = take it off: rebond reads values by their key
    .about = a YAML tag does nothing
    .why = Tags such as `!!str` change how a program reads a value. Rebond knows from the key what the value is, so tags do nothing.

diagnostic-key-missing = the key `{ $key }` is missing
    .help = add a line `{ $key }: …` to the front matter
    .help-decided = add a line `{ $key }: YYYY-MM-DD`, begin the file's name with the date, or write `status: open`
    .about = a required key is missing
    .why = Without the company, the role and the day of the news an application cannot be counted. The day may come from the file's name; an open application has none yet.

diagnostic-key-unknown = `{ $key }` is no key of the format
    .help = it is kept for your theme; take it off if you meant something else
    .help-near = did you mean `{ $near }`?
    .about = a key is none of the format
    .why = Unknown keys are kept and given to the theme, so you may add your own. Mostly they are slips of the keyboard, and then the value would be lost without a word.

diagnostic-key-duplicate = `{ $key }` is given twice
    .help = keep one of the two, in either language
    .about = a key is given twice
    .why = A key may be written in French or in English, once. Of two values rebond would have to guess which one you mean.

diagnostic-value-mismatch = `{ $value }` is not what `{ $key }` takes
    .help-text = write a text, for example `{ $key }: Atelier Nord`
    .help-date = write the day as YYYY-MM-DD, for example 2026-03-02
    .help-date-or-true = write the day as YYYY-MM-DD, or `true`
    .help-flag = write `true` or `false`
    .help-scale = write a whole number from 1 to 5, or { "`{before: 3, after: 2}`" }
    .help-choice = write one of { $choices }
    .help-topics = write a list of topics, for example `[preparation, communication]`
    .help-record = write `{ $key }: {"{"}{ $first }: …{"}"}`, with any of { $choices }
    .about = a value is of another kind than its key takes
    .why = Each key takes one kind of value: a text, a day, a number, a list. The table in the README says which.

diagnostic-value-unknown = `{ $value }` is not a value of `{ $key }`
    .help = write one of { $choices }
    .help-near = did you mean `{ $near }`?
    .about = a word is none of those that its key takes
    .why = Some keys take one of a few words, in French or in English, without regard to case and accents.

diagnostic-number-range = `{ $value }` is not a whole number from 1 to 5
    .help = write 1, 2, 3, 4 or 5
    .about = a feeling is not told from 1 to 5
    .why = Feelings are told on a scale from 1 (very low) to 5 (very well), in whole numbers, so that they can be seen over time.

diagnostic-date-invalid = `{ $value }` is not a day of the calendar
    .name = the file's name begins with `{ $value }`, which is not a day of the calendar
    .help = write the day as YYYY-MM-DD, for example 2026-03-02
    .help-name = rename the file so that it begins with the right day
    .about = a date is no day of the calendar
    .why = The date has the right form, but no calendar has that day: there is no 30 February and no month 13.

diagnostic-date-notation = `{ $value }` is not written as year-month-day
    .help = write the day as YYYY-MM-DD, for example 2026-03-02
    .help-one = write `{ $first }`
    .help-two = write `{ $first }` or `{ $second }`, whichever you mean
    .about = a date is not written as year-month-day
    .why = 03/04/2026 is the third of April in France and the fourth of March in the United States. Only YYYY-MM-DD means the same everywhere, and sorts well.

diagnostic-placeholder-value = `{ $value }` is a template's placeholder that was never filled
    .help = write the value itself in its place
    .about = a template's placeholder stands where a value should
    .why = Editors fill placeholders such as {"{{date}}"} when they create a note from a template. This one stayed; rebond runs no template code.

diagnostic-placeholder-left = `{ $value }` looks like a template's placeholder
    .help = write what belongs there, or put it in backticks if it is meant
    .about = a template's placeholder was left in the text
    .why = Editors fill placeholders such as {"{{title}}"} when they create a note from a template. This one stayed; it is shown as plain text.

diagnostic-date-from-name = the day of the news, { $day }, comes from the file's name
    .help = add `{ $key }: { $day }`, so that renaming the file changes nothing
    .about = the day of the news is read from the file's name
    .why = A file's name may give the date, which is handy; in the front matter it is safe from renaming.

diagnostic-date-reversed = the news ({ $earlier }) comes before the application ({ $later })
    .goal = the goal is due ({ $earlier }) before it starts ({ $later })
    .help = correct one of the two dates
    .help-goal = correct `start` or `due`
    .about = two dates stand in an order that cannot be
    .why = An answer cannot come before the application, nor a goal end before it starts. One of the two dates is a slip, and figures built on it would be wrong.

diagnostic-date-unlikely = { $second } comes before { $first }
    .interview-before = the interview of { $second } comes before the application of { $first }
    .interview-after = the interview of { $first } comes after the news of { $second }
    .received = the feedback of { $second } came before it was asked for, on { $first }
    .clarified = precision was asked for on { $second }, before the feedback came on { $first }
    .checked-in = the check-in of { $second } comes before the news of { $first }
    .thanked = thanks were given on { $second }, before the news of { $first }
    .feedback-thanked = thanks were given on { $second }, before the feedback came on { $first }
    .help = check the two dates
    .about = two dates stand in an unlikely order
    .why = It can happen, but mostly one of the two dates is a slip. The entry is counted as it is.

diagnostic-date-future = { $value } is still to come
    .help = check the year, or write `status: open` until the news is there
    .about = the date of the news is still to come
    .why = News that lies in the future is mostly a slip of the year. The entry is counted as it is.

diagnostic-topic-unknown = `{ $topic }` is no topic of this journal
    .help = use one of { $known }, or add it to rebond.toml as `[[topics]]`
    .help-near = did you mean `{ $near }`?
    .about = a topic in a list is none of this journal
    .why = Topics are a fixed list that your journal can extend in rebond.toml, so that the same point is counted under one name. An unknown one in a list is passed over.

diagnostic-topic-near = `#{ $tag }` is a free tag, close to the topic `#{ $near }`
    .help = write `#{ $near }` if you mean the topic
    .about = a hashtag is nearly a topic
    .why = Any hashtag that is no topic is a free tag and counts nowhere. This one is so close to a topic that it may be a slip.

diagnostic-topic-suggested = suggested: `{ $tag }`, from “{ $because }”
    .help = add `{ $tag }` at the end of the paragraph if it is right, `{ $not }` if not
    .about = the words of feedback suggest a topic
    .why = A suggestion is read from the words, weighs half, and gives way to what you write. A tag makes it yours; `#!topic` silences it. `rebond suggestions` goes through them one by one.

diagnostic-kind-suggested = this feedback seems { $kind }
    .generic = this feedback seems { $kind }: it names nothing to act on
    .unconstructive = this feedback seems { $kind }: it judges a person, not an application
    .help = ask for one example of what to do better; `kind: { $kind }` under `feedback` makes it yours, another kind puts it right
    .help-unconstructive = it may be left where it is; `kind: { $kind }` under `feedback` gives it no weight, another kind puts it right
    .about = the words of feedback give nothing to act on
    .why = Generic feedback weighs half and unconstructive feedback nothing, but only once you say so: a suggested kind changes no weight and starts no step. It is told because it changes what one may do: ask for an example, or let it go.

diagnostic-strength-beyond-control = `{ $topic }` does not depend on you, so it counts as no strength
    .help = leave the tag out, or say with another topic what you did well
    .about = a strength is something that does not depend on you
    .why = Topics such as another candidate or a frozen budget are listed apart, as beyond one's control. They are neither strengths nor weaknesses.

diagnostic-task-date-invalid = `{ $value }` is not a day of the calendar; the task counts without it
    .notation = `{ $value }` is not written as year-month-day; the task counts without it
    .help = write the day as YYYY-MM-DD, for example 2026-03-02
    .help-one = write `{ $first }`
    .help-two = write `{ $first }` or `{ $second }`, whichever you mean
    .about = a task's date cannot be read
    .why = A task's dates are written as YYYY-MM-DD in any of the three notations. A wrong one is passed over, and the task stays.

diagnostic-task-date-repeated = a second date of the same kind, `{ $value }`; the first one counts
    .help = keep one of the two
    .about = a task has two dates of the same kind
    .why = A task has one due date, one start and one day on which it was done. Of two, the first counts.

diagnostic-task-state-unknown = `{ $mark }` in the box means nothing; the task counts as open
    .help = write `[ ]` open, `[/]` in progress, `[x]` done or `[-]` cancelled
    .about = a character in a task's box means nothing
    .why = Four states are known. Others, as some editors offer them, would be guesses.

diagnostic-fence-unclosed = this code is never closed: the text hides in it from here to the end
    .help = add a line of { $fence } alone where the code ends
    .about = a block of code is never closed
    .why = Code between two fences is shown as it is and counts nowhere. Without the second fence, the rest of the file is code: its feedback, tags and tasks are in no figure.

diagnostic-html-unclosed = `{ $start }` is never closed: the text hides in it from here to the end
    .help = add `{ $close }` where it ends
    .about = a comment, or HTML, is never closed
    .why = What stands in a comment counts nowhere, nor does what stands in HTML of this kind. Without its end, that is the rest of the file: its feedback, tags and tasks are in no figure.

diagnostic-link-broken = `{ $target }` leads to nothing in this journal
    .help = correct the path or the id
    .help-near = did you mean `{ $near }`?
    .about = a link leads to nothing in the journal
    .why = Links to other files of the journal become links of the report. This one leads to no file, so it is shown as plain text.

diagnostic-feedback-undated = there is feedback here, but no date on which it came
    .help = add `{ $key }` to the front matter
    .about = there is feedback without the date on which it came
    .why = The day on which feedback came starts the next step: thanking for it. It also counts how many requests were answered.

diagnostic-entry-quiet = nothing new for { $days } days
    .help = if you no longer expect an answer, write `status: ghosted` and the day you stop waiting
    .about = an open application has had no news for 45 days
    .why = An application without news for 45 days is mostly one that will not be answered. Closing it frees the mind; you can always reopen it.

diagnostic-stage-contradicted = `{ $key }` is below the interviews that took place
    .help = take the key off, or write the furthest stage
    .about = the stage is below the interviews that took place
    .why = The stage you state wins over what the interviews show. Here it says less than they do, so the funnel would count too little.

diagnostic-status-contradicted = the goal has `{ $closed }` and is not said to be over
    .help = add `{ $status }: { $done }`
    .about = a goal is closed and not said to be over
    .why = A day of closing means that the goal is done or dropped. Without a status it counts as done.

diagnostic-title-missing = this goal has no title; `{ $id }` is used
    .help = add `title: …`, or a heading
    .about = a goal has no title
    .why = A goal is called by its title, else by its first heading, else by the name of its file.

diagnostic-follows-unknown = there is no entry `{ $id }`
    .help = write the file name of the earlier entry, without `.md`
    .help-near = did you mean `{ $near }`?
    .about = an entry follows one that does not exist
    .why = `follows` names the earlier entry that this one learned from, by its file name without `.md`. An unknown one is passed over.

diagnostic-follows-circular = this entry follows itself: { $chain }
    .help = take off the `follows` of the earliest of them
    .about = entries follow one another in a circle
    .why = Entries follow one another in time, so a circle has no beginning and tells no story. The link is passed over.

diagnostic-id-duplicate = the id `{ $id }` is taken by { $other }
    .help = rename one of the two files
    .about = two files have the same id
    .why = An id is the file name without `.md`, whatever the folder. Two alike, also by case alone, would become one page; the later one by path is left out.

diagnostic-path-missing = there is no folder `{ $path }`
    .help = make the folder, or name the one that is there; without the line, the usual one is read
    .help-near = `{ $near }` is there: do you mean that one?
    .about = the settings name a folder that is not there
    .why = Nothing can be read from a folder that is not there: applications or letters would be missing without a word.

diagnostic-path-outside = the link leads out of the journal and is passed over
    .help = move the file into the journal
    .about = a link leads out of the journal
    .why = Rebond reads only what lies inside the journal's folder.

diagnostic-path-unreadable = the file's name is not Unicode; the file is passed over
    .help = rename the file
    .about = a file's name is not Unicode
    .why = The name of a file becomes its id and the address of its page, so it has to be readable text.

diagnostic-settings-syntax = the settings cannot be read here
    .accent = a TOML key without quotes cannot hold the accent of `{ $key }`
    .toml = the settings cannot be read here
    .value = a value is missing here
    .unquoted = a text stands here without quotation marks
    .equals = an `=` is missing after the key
    .comma = a bracket is not closed, or a comma is missing
    .rest = something stands here after the value
    .date = the day here is not written as year-month-day
    .day = no calendar has this day
    .duplicate = `{ $key }` is given twice
    .quote = a quotation mark is not closed
    .escape = a backslash means something else between these quotation marks
    .help = write each setting as `name = "value"`, one a line
    .help-toml = write each setting as `name = "value"`, one a line
    .help-duplicate = keep one of the two
    .help-bracket = close it with `]` or { "`}`" }, and separate what is inside with commas
    .help-quote = end the value with the quotation mark that begins it
    .help-date = write the day as YYYY-MM-DD, without quotation marks
    .help-escape = use single quotation marks, between which a backslash is only a backslash
    .help-accent = take the accent off: settings have English names
    .about = the settings cannot be read
    .why = rebond.toml is TOML: `name = "value"` lines below `[table]` lines.

diagnostic-setting-unknown = there is no setting `{ $setting }` here
    .help = use one of { $known }
    .help-near = did you mean `{ $near }`?
    .about = there is no such setting
    .why = A setting with a wrong name would do nothing without a word, so it is an error.

diagnostic-setting-invalid = `{ $value }` is not a value of `{ $setting }`
    .lang = write "fr" or "en"
    .path = write a path below the journal's folder
    .theme = write the name of a theme: letters, digits and `-`
    .url = write an address that begins with https://
    .include = write any of "documents", "tags", "links"
    .dates = write "day" or "month"
    .table = write it as a table: `[name]`, or `[[topics]]` for each topic
    .text = write a text in quotation marks
    .topic-id = give each topic an `id` of lower-case letters, digits and `-`
    .group = write one of { $known }
    .control = write "mine", "theirs" or "mixed"
    .region = write a code such as { $known }, or "" for week-ends only
    .request-until = write a number of days that is not below `request-from`
    .site = choose an output folder that is no source folder, nor in one, nor holds one, for example `site`
    .number = write a whole number from { $least } to { $most }
    .flag = write true or false
    .date = write the day as YYYY-MM-DD, without quotation marks
    .about = a setting has a value that it cannot have
    .why = Each setting has its kind of value and its limits. Until it is right, the default is used.

diagnostic-topic-ambiguous = `{ $name }` is also a name of the topic `{ $other }`
    .help = give it another name: a tag means one topic alone
    .about = a topic of the journal's own has a name of another topic
    .why = A tag finds its topic by id or label, whatever its case, accents and hyphens: first by id, then by label. Where two topics share a name, one of them is out of its reach.

diagnostic-theme-unknown = there is no theme `{ $theme }`
    .help = use one of { $known }, or copy one into the journal with `rebond theme eject`
    .help-base = use one of { $known } as the base, or take the line out for booklet
    .about = there is no such theme
    .why = A theme is built in, or a folder of that name in the journal's `themes`.

diagnostic-template-invalid = the template cannot be rendered: { $reason }
    .leak = the page of { $template } holds `{ $element }`, which can lead to another place by itself
    .help = see themes/README.md for what a template may use
    .about = a template of a theme cannot be rendered
    .help-letter = mend the template, or remove it to have the built-in one back
    .why = A template of the journal's own theme has a mistake. Take the file away to have the built-in one back.

template-operator = `{ $operator }` is no part of templates of your own: write one value after the other
template-too-long = what is to be written is longer than { $most } MB
template-list = a list is not shown as it is: join it, or write a loop

diagnostic-theme-script = a browser could run this file: it is left out of the report
    .help = if you know and trust it, build with `--theme-scripts { $theme }`
    .about = a file of the journal's own theme could run in the report
    .why = A report shows what is private. A theme that came with somebody else's journal could hold a script that reads it, so only styles, typefaces, pictures and plain text are taken from a theme. With `--theme-scripts NAME` the scripts of the theme NAME run; say so only for a theme that you wrote or read.

diagnostic-string-invalid = the text of `{ $string }` cannot be read
    .nameless = this is no text of a page
    .argument = `{ $string }` has no `${ $argument }`
    .reference = `{ $string }` refers to a text that is not there
    .help = write `name = text`, further lines with a space in front, and close each {"`{`"} with {"`}`"}
    .help-argument = use { $known }, which are filled in
    .help-no-argument = write words only: nothing is filled in here
    .help-reference = name a text that there is, or write the words out
    .about = a text of a theme's own cannot be used
    .why = Texts of a theme stand in `strings/en.ftl` and `strings/fr.ftl`, one `name = text` each, in place of the built-in ones. One that cannot be used is passed over, and the built-in one stays.

diagnostic-string-unknown = no page asks for the text `{ $string }`
    .file = this file is of no language that is known, and is not read
    .help-file = English texts go into `en.ftl`, French ones into `fr.ftl`
    .help = take the name from themes/README.md, or ask for it in a template with `t("{ $string }")`
    .help-near = did you mean `{ $near }`?
    .about = no page asks for a text of this name, or the file is named after no language
    .why = A text with a wrong name, or a file that is called neither `en.ftl` nor `fr.ftl`, would change nothing without a word. A name of your own is fine once a template of the theme asks for it.

diagnostic-letter-incomplete = the letter lacks { $keys }
    .help = fill it in, or keep a visible placeholder with `--allow-missing`
    .about = a letter lacks a fact that the journal does not have
    .why = A letter invents nothing. What its template uses and the journal does not say, it asks for by the name of its key; with `--allow-missing` it leaves the place in brackets. Read such a letter over before you send it.

diagnostic-journal-missing = there is no journal in { $path } or above
    .root = { $path } holds no rebond.toml
    .help = make one with `rebond init`, or name its folder with `-C`
    .about = there is no journal here
    .why = A journal is a folder with a rebond.toml. Rebond looks for it here and in the folders above.

diagnostic-reference-unclear = nothing is called `{ $name }`
    .several = `{ $name }` may be { $matches }
    .help = see `rebond list` for what there is
    .help-several = write more of the id
    .about = a name on the command line means nothing, or several things
    .why = On the command line an entry is named by its id or any unique part of it.

diagnostic-usage-wrong = { $reason }
    .help = see `rebond --help`
    .help-codes = see `rebond explain` for all of them
    .about = the command line asks for something that cannot be
    .help-letter = see `rebond letter --list`
    .why = The command line asks for something that cannot be.

diagnostic-output-foreign = { $path } is not empty, and rebond did not write what is in it
    .file = { $path } is there already
    .foreign = { $path } is there already, and rebond did not write it
    .among = { $path } is among the files of the journal
    .help-foreign = choose another name, or move it away first
    .help-among = choose a place outside the folders of the journal
    .help = choose an empty folder with `--out`, or empty this one yourself
    .other = the private report and its shared copy do not stand in one folder: { $path }
    .help-other = choose another folder with `--out`
    .help-file = rebond never overwrites a file; move it away first
    .source = { $path } holds the journal's own files, or lies among them
    .help-source = choose a folder of its own for the report, with `--out` or with `site` under `[paths]`
    .about = something that rebond did not write stands in the way
    .why = Rebond replaces and deletes only files that it wrote itself. It never takes over a folder that holds something else.

diagnostic-share-leak = the shared copy would still tell `{ $name }`: { $field }, “{ $excerpt }”
    .help = nothing was written; take the name out of there, or write it under `allow` in `[share]` if it is no secret
    .about = a shared copy would still tell a name
    .why = Before a shared copy is written, all of it is read again for every name of the journal. A name that is still there comes from a place that rebond does not rewrite, such as a template of your own. A word that is a name and a common word at once can be allowed.

diagnostic-edit-refused = { $path } cannot be changed safely: { $reason }
    .unproved = { $path } is left as it is: the change could not be proved to be the only one
    .changed = { $path } was changed by something else in the meantime
    .help-changed = run the command again
    .shape = { $path } is left as it is: its front matter is written so that no small change would do
    .faulty = { $path } has errors, and is left as it is
    .help = correct what `rebond check` says of the file, or change it by hand
    .about = a file cannot be changed safely
    .why = Rebond changes your files only by the smallest edit, and reads the result again before it writes. Where that cannot be proved right, it leaves the file alone.

diagnostic-file-unreadable = { $path } cannot be read: { $reason }
    .help = check the file and its permissions
    .about = a file cannot be read
    .why = The system refused to read the file, or it is no ordinary file.

diagnostic-file-unwritable = { $path } cannot be written: { $reason }
    .help = check the permissions and the room on the disk
    .held = { $path } cannot be written: another rebond is writing there
    .help-held = wait until it is done, and run the command again
    .about = a file cannot be written
    .why = The system refused to write. What was there before is still there.

diagnostic-browser-missing = no browser was found that makes a PDF
    .named = `{ $browser }`, which REBOND_BROWSER names, is not there
    .failed = { $browser } made no PDF: { $reason }
    .slow = { $browser } made no PDF within { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
    .help = install Chromium, Chrome, Edge or WeasyPrint, or name a browser with REBOND_BROWSER; `--out` writes the page, which any browser prints
    .help-slow = set REBOND_BROWSER_SECONDS to give it more time; `--out` writes the page, which any browser prints
    .about = no browser is there to make a PDF
    .why = Rebond makes the page and lets a browser of this machine turn it into a PDF: Chromium, Chrome or Edge, else WeasyPrint. It is started once, with an empty profile and without a network. The page itself needs none of this.

diagnostic-internal = this is a mistake in rebond: { $reason }
    .help = please tell its makers what you did
    .about = a mistake in rebond itself
    .why = Something happened that should not be possible. Your files are untouched.
