//! The floor program: walk, read, Markdown to HTML, write. No front matter, no figures, no templates.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::Result;

/// Writes one file to `output` for each line of `sizes`, as long as it says, from the texts of `journal`.
pub(crate) fn run(journal: &Path, sizes: &Path, output: &Path) -> Result<()> {
    let sizes: Vec<usize> =
        fs::read_to_string(sizes)?.lines().map(str::parse).collect::<std::result::Result<_, _>>()?;
    let mut files = Vec::new();
    for folder in ["entries", "plan"] {
        for item in WalkDir::new(journal.join(folder)).sort_by_file_name() {
            let item = item?;
            if item.file_type().is_file() {
                files.push(item.into_path());
            }
        }
    }
    fs::create_dir_all(output)?;
    let results: Vec<std::io::Result<()>> = sizes
        .par_iter()
        .enumerate()
        .map(|(index, size)| {
            let mut page = files.get(index).map_or(Ok(String::new()), page)?.into_bytes();
            page.resize(*size, b' ');
            fs::write(output.join(format!("{index}.html")), page)
        })
        .collect();
    results.into_iter().collect::<std::io::Result<()>>()?;
    Ok(())
}

fn page(path: &PathBuf) -> std::io::Result<String> {
    let text = fs::read_to_string(path)?;
    let body = text.get(3..).and_then(|rest| rest.split_once("\n---\n")).map_or(text.as_str(), |(_, body)| body);
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
    let mut page = String::with_capacity(body.len() * 2);
    html::push_html(&mut page, Parser::new_ext(body, options));
    Ok(page)
}
