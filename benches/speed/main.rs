//! Time, CPU and memory of the commands on large journals, beside a floor program, in one table.
//!
//! ```text
//! cargo bench --bench speed                  journals of 100, 1,000 and 10,000 entries
//! cargo bench --bench speed -- 1000 100000   of these sizes
//! cargo bench --bench speed -- write DIR N   only writes a journal of N entries
//! ```
//!
//! The floor does what no program of this kind can leave out: it walks the folder, reads each file,
//! makes HTML of its Markdown, and writes as many files of the same sizes to a fresh folder, on as many
//! threads. All steps take turns within each repetition and the table shows medians, so that the
//! ratios hold on a machine that does other things too. Temporary folders go where `TMPDIR` says; a table
//! of 10,000 entries takes 2 GB there.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]
#![expect(clippy::disallowed_methods, reason = "a program of the workshop, not of the person")]
#![expect(clippy::indexing_slicing, reason = "lists that are never empty")]

mod floor;
mod journal;
mod measure;
mod phrases;
mod steps;

use std::fs;
use std::path::Path;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["floor", journal, sizes, output] => floor::run(Path::new(journal), Path::new(sizes), Path::new(output)),
        ["measure", program, arguments @ ..] => measure::run(program, arguments),
        ["write", folder, entries] => write_journal(Path::new(folder), entries.parse()?),
        [] => table(&[100, 1_000, 10_000]),
        sizes => table(&sizes.iter().map(|size| size.parse()).collect::<std::result::Result<Vec<_>, _>>()?),
    }
}

fn table(sizes: &[usize]) -> Result<()> {
    for entries in sizes {
        let folder = tempfile::tempdir()?;
        let root = folder.path().join("journal");
        write_journal(&root, *entries)?;
        eprintln!("{entries} entries, {} repetitions", steps::repetitions(*entries));
        println!("{}", steps::table(&root, folder.path(), *entries)?);
    }
    Ok(())
}

fn write_journal(root: &Path, entries: usize) -> Result<()> {
    for (path, text) in journal::files(entries) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap_or(root))?;
        fs::write(path, text)?;
    }
    Ok(())
}
