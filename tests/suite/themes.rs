//! The theme's contract: `themes/README.md` tells every field that templates see, and the files that are there.

use std::collections::{BTreeMap, BTreeSet};

use rebond::fs;
use rebond::render::theme::BUILT_IN;
use rebond::write::MANIFEST;

use crate::site::{contents, rebond};
use crate::support::{TestJournal, files_below, source_path, source_text};

/// The fields of a view, each with what its value is, in order.
type Fields = Vec<(String, String)>;

#[test]
fn the_contract_tells_every_field_of_every_view() {
    let (mut seen, told) = (views(), told());
    // What holds `site` and `page`, which the text explains.
    seen.remove("PageView");
    assert!(seen.len() > 20, "{:?}", seen.keys());
    for (name, fields) in &seen {
        assert_eq!(told.get(name), Some(fields), "{name} in themes/README.md");
    }
    assert_eq!(told.len(), seen.len(), "views in themes/README.md that are no more: {:?}", told.keys());
}

/// Returns the views in the sources.
fn views() -> BTreeMap<String, Fields> {
    let files = files_below(&source_path("src/render"));
    let mut views = BTreeMap::new();
    for text in files.iter().map(|path| source_text(path)) {
        for part in text.split("struct ").skip(1) {
            let Some((name, rest)) = part.split_once(" {\n") else { continue };
            if name.ends_with("View") && name.chars().all(char::is_alphanumeric) {
                let fields = rest.split("\n}").next().unwrap().lines().filter_map(field);
                views.insert(name.to_owned(), fields.collect());
            }
        }
    }
    views
}

/// Returns a field and its value in the words of the contract; nothing for a comment.
fn field(line: &str) -> Option<(String, String)> {
    let line = line.trim().trim_end_matches(',');
    if line.starts_with("//") {
        return None;
    }
    let line = if line.starts_with("pub") { line.split_once(' ')?.1 } else { line };
    // `pub(in crate::render) name` has a space of its own.
    let line = line.strip_prefix("crate::render) ").unwrap_or(line);
    let (name, value) = line.split_once(": ")?;
    Some((name.to_owned(), in_words(value)))
}

fn in_words(value: &str) -> String {
    let inner = |prefix: &str| value.strip_prefix(prefix).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inner("Option<") {
        return format!("{}, or none", in_words(inner));
    }
    if let Some(inner) = inner("Vec<") {
        return format!("list of {}", in_words(inner));
    }
    match value.rsplit("::").next().unwrap() {
        "String" | "&'static str" => "text".to_owned(),
        "Html" => "HTML".to_owned(),
        "bool" => "flag".to_owned(),
        "usize" | "u32" | "u8" => "number".to_owned(),
        "(String, String)" => "key and value".to_owned(),
        view if view.ends_with("View") => format!("`{view}`"),
        _ => "word".to_owned(),
    }
}

/// Returns the views that the contract tells; every field has a meaning there.
fn told() -> BTreeMap<String, Fields> {
    let text = source_text(&source_path("themes/README.md"));
    let mut told = BTreeMap::new();
    for part in text.split("\n### ").skip(1) {
        let (name, rest) = part.split_once('\n').unwrap();
        let rows = rest.lines().filter(|line| line.starts_with("| `"));
        let fields = rows.map(|row| {
            let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
            assert!(cells.len() == 3 && !cells[2].is_empty(), "{name}: {row}");
            (cells[0].trim_matches('`').to_owned(), cells[1].to_owned())
        });
        told.insert(name.to_owned(), fields.collect());
    }
    told
}

#[test]
fn every_file_of_a_built_in_theme_is_told_and_built_in() {
    let contract = source_text(&source_path("themes/README.md"));
    for (name, files) in BUILT_IN {
        let root = source_path("themes").join(name);
        assert_eq!(files_below(&root).len(), files.len(), "files of {name}");
        for (path, text) in *files {
            assert_eq!(source_text(&root.join(path)), text.replace("\r\n", "\n"), "{path}");
            let file = path.rsplit('/').next().unwrap();
            assert!(contract.contains(&format!("`{file}`")) || *path == "theme.toml", "{path} in themes/README.md");
        }
    }
}

#[test]
fn the_contract_tells_every_custom_property() {
    let contract = source_text(&source_path("themes/README.md"));
    let rows: Vec<&str> = contract.lines().filter(|line| line.starts_with("| `--")).collect();
    for (name, _) in BUILT_IN {
        let styles = source_text(&source_path(&format!("themes/{name}/static/style.css")));
        let used: BTreeSet<&str> =
            styles.split("var(").skip(1).filter_map(|rest| rest.split([')', ',']).next()).map(str::trim).collect();
        assert!(used.len() > 10, "{used:?}");
        for property in &used {
            let cell = format!("`{property}`");
            let is_told = |row: &&str| row.contains(&cell) && (row.ends_with("| both |") || row.contains(name));
            assert!(rows.iter().any(is_told), "{property} of {name} in themes/README.md");
            assert!(styles.contains(&format!("{property}:")), "{property} of {name} is nowhere set");
        }
        let set = styles.split(['{', ';', '}']).filter_map(|part| part.trim().strip_prefix("--")?.split_once(':'));
        for (property, _) in set {
            assert!(used.contains(format!("--{property}").as_str()), "--{property} of {name} is nowhere used");
        }
    }
}

#[test]
fn the_contract_tells_every_block() {
    let contract = source_text(&source_path("themes/README.md"));
    for (name, files) in BUILT_IN {
        for (path, text) in *files {
            for block in text.split("{% block ").skip(1).filter_map(|rest| rest.split(' ').next()) {
                assert!(contract.contains(&format!("\n| `{block}` |")), "{block} of {name}/{path} in themes/README.md");
            }
        }
        let (_, frame) = files.iter().find(|(path, _)| *path == "templates/base.html").unwrap();
        for block in ["title", "head", "header", "main", "footer"] {
            assert!(frame.contains(&format!("{{% block {block} %}}")), "{block} of {name}");
        }
    }
}

#[test]
fn an_ejected_theme_makes_the_same_pages() {
    let journal = TestJournal::new().folder(&source_path("tests/journals/english"));
    let run = |words: &[&str]| {
        let output = rebond(journal.root(), words);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    };
    for (theme, _) in BUILT_IN {
        let site = || {
            let mut files = contents(&journal.root().join("site"));
            files.remove(MANIFEST);
            files
        };
        run(&["build", "--theme", theme]);
        let built_in = site();
        run(&["theme", "eject", theme]);
        run(&["build", "--theme", theme]);
        assert!(site() == built_in, "{theme}");
    }
}

/// Returns the text in the fenced block of a numbered step.
fn of_step(contract: &str, step: usize) -> String {
    let (_, rest) = contract.split_once(&format!("\n{step}. ")).unwrap();
    let (_, rest) = rest.split_once("```").unwrap();
    let (_, rest) = rest.split_once('\n').unwrap();
    let (block, _) = rest.split_once("```").unwrap();
    block.lines().map(str::trim_start).collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn the_six_steps_to_a_theme_make_one() {
    let contract = source_text(&source_path("themes/README.md"));
    let journal = TestJournal::new();
    let run = |words: &[&str]| {
        let output = rebond(journal.root(), words);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{words:?}: {said}");
        (String::from_utf8(output.stdout).unwrap(), said)
    };
    let put = |path: &str, text: &str| {
        assert!(path == "themes/evening/static/style.css" || contract.contains(&format!("`{path}`:")), "{path}");
        fs::write_new(&journal.root().join(path), text.as_bytes()).unwrap();
    };
    put("themes/evening/theme.toml", &of_step(&contract, 1));
    assert!(run(&["theme", "list"]).0.contains("evening         Correspondence by lamplight (of this journal)"));

    run(&["theme", "eject", "correspondence"]);
    let ejected = source_text(&journal.root().join("themes/correspondence/static/style.css"));
    let line = of_step(&contract, 2);
    let changed = ejected.replacen("--paper: #fdfdfb;", line.trim(), 1);
    assert_ne!(changed, ejected);
    put("themes/evening/static/style.css", &changed);
    put("themes/evening/templates/base.html", &of_step(&contract, 3));
    put("themes/evening/strings/en.ftl", &of_step(&contract, 4));

    let command = of_step(&contract, 5);
    let words: Vec<&str> = command.split_whitespace().skip(1).collect();
    let (_, said) = run(&words);
    assert!(!said.contains("warning"), "{said}");
    let site = |path: &str| source_text(&journal.root().join("site").join(path));
    assert!(site("style.css").contains(line.trim()));
    assert!(site("index.html").contains("<p class=\"motto\">One answer at a time.</p>"));
    assert!(site("index.html").contains("<div class=\"sheet\">"), "laid over correspondence");
    assert!(site("index.html").contains("This evening") && site("plan.html").contains("One answer at a time."));

    let settings = format!("lang = \"en\"\n{}", of_step(&contract, 6));
    fs::replace(&journal.root().join("rebond.toml"), settings.as_bytes()).unwrap();
    let before = site("index.html");
    run(&["build"]);
    assert_eq!(site("index.html"), before);
}
