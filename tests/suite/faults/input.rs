//! Templates that do not end, and folders of very many files: told, in bounded time.

use std::path::Path;
use std::time::{Duration, Instant};

use rebond::fs;

use crate::faults::{command, journal, said};

fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    fs::write_staged(&folder.join(name), text.as_ref()).unwrap();
}

#[test]
fn a_template_that_does_not_end_is_told() {
    for (template, word) in [
        (
            "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}x{% endfor %}{% endfor %}{% endfor %}",
            "fuel",
        ),
        ("{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}", "recursion"),
        ("{% include \"swot.html\" %}", "recursion"),
        ("{% include \"../../../../../../etc/passwd\" %}", "not found"),
        ("{% import \"/etc/passwd\" as x %}", "not found"),
    ] {
        let journal = journal(1, "good").file("themes/booklet/templates/swot.html", template.as_bytes());
        let output = command(journal.root(), &["build"]).output().unwrap();
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{template}: {said}");
        assert!(
            said.contains("template-invalid") && said.contains(word) && said.contains("swot.html"),
            "{template}: {said}"
        );
        assert!(!fs::exists(&journal.root().join("site")));
    }
}

/// 100,000 files with `REBOND_MANY` set, else 2,000.
#[test]
fn a_folder_of_very_many_files_is_read_in_bounded_time() {
    let count = if std::env::var_os("REBOND_MANY").is_some() { 100_000 } else { 2_000 };
    let journal = journal(1, "good");
    for number in 0..count {
        write(&journal.root().join("entries"), &format!("{number}.txt"), "no entry");
        if number % 10 == 0 {
            write(&journal.root().join("entries"), &format!("{number}.md"), "no front matter");
        }
    }
    let started = Instant::now();
    let output = command(journal.root(), &["-q", "build"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(said(&output).matches("front-matter-missing").count(), count / 10);
    println!("{count} files: {:?}", started.elapsed());
    assert!(started.elapsed() < Duration::from_mins(2));
    assert!(fs::is_file(&journal.root().join("site/entries/good-000.html")));
}
