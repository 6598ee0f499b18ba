//! Labelled sentences from TSV files with a header line.

use std::error::Error;
use std::path::Path;

/// A labelled sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    pub(crate) lang: String,
    pub(crate) text: String,
    pub(crate) topics: Vec<String>,
    pub(crate) polarity: String,
    pub(crate) kind: String,
    /// Whether it is made from a frame and a noun; such rows are learnt and never scored.
    pub(crate) framed: bool,
    /// Whether it is from a diary, which recruiters' sentences are measured without.
    pub(crate) diary: bool,
}

/// The rows of a file; columns are found by their names, others are left.
pub(crate) fn labelled(path: impl AsRef<Path>) -> Result<Vec<Row>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let mut rows = Vec::new();
    for line in lines.filter(|line| !line.trim().is_empty()) {
        let mut row = Row::default();
        for (name, value) in names.iter().zip(line.split('\t')) {
            let value = value.trim().to_owned();
            match *name {
                "lang" => row.lang = value,
                "text" => row.text = value,
                "polarity" => row.polarity = value,
                "kind" => row.kind = value,
                "topics" => {
                    row.topics =
                        value.split(',').map(str::trim).filter(|topic| !topic.is_empty()).map(str::to_owned).collect();
                }
                _ => {}
            }
        }
        rows.push(row);
    }
    Ok(rows)
}

/// All training sentences, in the order of the files' names.
pub(crate) fn training(folder: &str) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    paths.sort();
    let mut rows = Vec::new();
    for path in paths {
        let diary = path.file_stem().is_some_and(|stem| stem == "diary");
        rows.extend(labelled(path)?.into_iter().map(|row| Row { diary, ..row }));
    }
    let frames = std::fs::read_to_string(format!("{folder}/frames.txt"))?;
    let nouns = std::fs::read_to_string(format!("{folder}/nouns.txt"))?;
    rows.extend(framed(&frames, &nouns));
    Ok(rows)
}

/// Every noun in some frames of each polarity; which ones, its place decides.
fn framed(frames: &str, nouns: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let frames: Vec<Vec<&str>> = lines(frames).map(|line| line.splitn(4, ' ').collect()).collect();
    let mut place = 0;
    for line in lines(nouns) {
        let mut parts = line.splitn(3, ' ');
        let (lang, topic, list) =
            (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        for noun in list.split(',').map(str::trim) {
            for (polarity, count) in [("denied", 2), ("weakness", 1), ("strength", 1)] {
                let fitting: Vec<&Vec<&str>> = frames
                    .iter()
                    .filter(|frame| frame.first() == Some(&lang) && frame.get(1) == Some(&polarity))
                    .collect();
                for _ in 0..count {
                    place += 7;
                    let Some([_, _, kind, sentence]) =
                        fitting.get(place % fitting.len().max(1)).map(|frame| frame.as_slice())
                    else {
                        continue;
                    };
                    let denied = polarity == "denied";
                    rows.push(Row {
                        lang: lang.to_owned(),
                        text: capitalised(&sentence.replace("{}", noun)),
                        topics: if denied { Vec::new() } else { vec![topic.to_owned()] },
                        polarity: if denied { "neutral".to_owned() } else { polarity.to_owned() },
                        kind: (*kind).to_owned(),
                        framed: true,
                        diary: false,
                    });
                }
            }
        }
    }
    rows
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
