//! One set of injections, and the files of a journal that holds one of them in every text field.
//!
//! The suite reads what is made of them; the browser tests open it.

/// What breaks out where texts are pasted together: by markup, template, path, spreadsheet, header, calendar, terminal,
/// policy, index.
pub(crate) const INJECTIONS: [(&str, &str); 13] = [
    ("markup", "<script src=//evil.example/x.js></script><img src=x onerror=alert(1)><base href=//evil.example>"),
    ("attribute", "\" autofocus onfocus=alert(1) x=\"' style='position:fixed"),
    ("address", "javascript:alert(1)"),
    ("data address", "data:text/html,<script>alert(1)</script>"),
    ("template", "{% include '/etc/passwd' %}{# x #}${7*7}"),
    ("path", "../../../../tmp/evil\\..\\evil"),
    ("formula", "=HYPERLINK(\"https://evil.example\");=1+1"),
    ("formula by @", "@SUM(1)|cmd"),
    ("header", "a\r\nBcc: evil@example.org\r\n\r\nbody"),
    ("calendar", "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:https://evil.example"),
    ("terminal", "\u{1b}[31m\u{1b}]0;evil\u{7}\u{9b}2J\u{90}q\u{9c}\u{8}\u{202e}\u{2066}evil"),
    ("policy", "'; script-src * 'unsafe-inline'; x '"),
    ("index", "evil\tx\tjavascript:alert(1)\u{2028}\";alert(1)//"),
];

/// Returns a text in double quotes, as YAML and TOML read it.
fn quoted(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

/// Returns settings that hold `evils` in every text field: one topic for each.
pub(crate) fn settings(evils: &[&str]) -> String {
    let text = quoted(&evils.join(" "));
    let topic = |(number, evil): (usize, &&str)| {
        let text = quoted(evil);
        format!("[[topics]]\nid = \"own{number}\"\nfr = {text}\nen = {text}\nterms = [{text}]\n")
    };
    let topics: String = evils.iter().enumerate().map(topic).collect();
    format!(
        "title = {text}\nlang = \"en\"\n[author]\nname = {text}\nemail = {text}\nphone = {text}\nprofile = {text}\n\
         [analysis]\nrecurring = 1\n[share]\nalso = [{text}]\nallow = [{text}]\n{topics}"
    )
}

/// Returns files that hold `evil` in every text field, by path: three entries and a goal, whose names end with `number`.
pub(crate) fn files(evil: &str, number: usize) -> [(String, String); 4] {
    let text = quoted(evil);
    let line = evil.replace(['\r', '\n'], " ");
    let contact = format!("{{name: {text}, title: {text}, email: {text}, phone: {text}, role: interviewer}}");
    let front = format!(
        "company: {text}\nrole: {text}\nsector: {text}\nlocation: {text}\nsource: {text}\nlink: {text}\nagency: {text}\n\
         documents: [{text}]\nsalary: {text}\ncontacts: [{contact}]\ntags: [{text}]\nfollows: {text}\nreasons: [{text}, own{number}]\n\
         interviews: [{{date: 2026-05-28, kind: {text}, with: [{text}]}}]\nunknown: {text}\n{text}: {text}\n"
    );
    let body = format!(
        "# {line}\n\n{line}\n\n[{line}](<{line}>) ![{line}](<{line}>) [[{line}]] <{line}> `{line}`\n\n\
         ## Feedback\n\n> {line} #own{number}\n>\n> You answered slowly. {line} #+preparation\n\n\
         ## Threats\n\n- {line}\n\n## Actions\n\n- [ ] {line} #own{number} due:2026-06-20\n\n```{line}\n{line}\n```\n\n| {line} |\n|---|\n| {line} |\n\n{evil}\n"
    );
    let feedback = "feedback: {requested: 2026-06-04, received: 2026-06-11, kind: constructive}\n";
    let goal = format!(
        "---\ntitle: {text}\ntopics: [own{number}, {text}]\nwhy: {text}\npartner: {text}\nresources: [{text}]\nmeasure: {{what: {text}, from: {text}, \
         target: {text}, now: {text}}}\nstart: 2026-01-01\ndue: 2026-12-01\nmore: {text}\n---\n\n{line}\n\n- [ ] {line} due:2026-07-01\n"
    );
    let refused = format!("---\n{front}decided: 2026-06-10\nnotice: personal\n{feedback}---\n\n{body}");
    let open = format!("---\n{front}status: open\napplied: 2026-06-01\n---\n\n{body}");
    [
        (format!("entries/a{number}.md"), refused),
        (format!("entries/b{number}.md"), open),
        (format!("entries/broken{number}.md"), format!("---\n{front}decided: {text}\n---\n")),
        (format!("plan/g{number}.md"), goal),
    ]
}
