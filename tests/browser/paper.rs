//! The pages for paper as a browser prints them: each becomes a PDF, which poppler's tools read.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use rebond::fs;
use rebond::locale::{Lang, Locale};

use crate::odd;

/// Millimetres in points, the unit of PDFs.
const MM: f64 = 72.0 / 25.4;
/// The margins of every page in millimetres: left, right, bottom.
const MARGINS: [f64; 3] = [30.0, 25.0, 20.0];
/// What may be off by rounding and by letters that lean over their box, in points.
const SLACK: f64 = 3.0;
/// How near to the edge printers print, in millimetres.
const EDGE: f64 = 6.0;
/// The points per inch of the pictures of pages.
const DOTS: f64 = 50.0;
/// How much of a page is filled at least, but for the cover and the last page.
const FILLED: f64 = 0.2;

/// A journal as it is printed.
struct Case {
    journal: PathBuf,
    name: &'static str,
    lang: Lang,
    page: &'static str,
    paper: &'static str,
}

/// Prints what there is to print; returns whether every PDF is right.
pub(crate) fn is_right(root: &Path, temporary: &Path) -> bool {
    let tools = ["pdfinfo", "pdftotext", "pdftohtml", "pdftoppm"];
    if let Some(missing) = tools.into_iter().find(|tool| Command::new(tool).arg("-v").output().is_err()) {
        println!("\nPDF TESTS NOT RUN: {missing} of poppler is not installed.");
        return true;
    }
    let (wordy, many) = odd::crowds(temporary);
    let mut cases = Vec::new();
    for paper in ["a4", "letter"] {
        let mut add = |journal: &Path, name: &'static str, lang: Lang, pages: &[&'static str]| {
            cases.extend(pages.iter().map(|page| Case { journal: journal.to_owned(), name, lang, page, paper }));
        };
        let all = ["report", "brief", "week", "applications"];
        add(&root.join("example-journal"), "fr", Lang::Fr, &all);
        add(&root.join("tests/journals/english"), "en", Lang::En, &all);
        add(&wordy, "wordy", Lang::En, &["brief", "week"]);
        add(&many, "many", Lang::Fr, &["brief", "week"]);
    }
    cases.push(Case { journal: many, name: "many", lang: Lang::Fr, page: "applications", paper: "letter" });
    let (count, waiting, failed) = (cases.len(), Mutex::new(cases), Mutex::new(0));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(case) = { waiting.lock().unwrap().pop() } {
                    let problems = problems(&case, temporary);
                    if !problems.is_empty() {
                        *failed.lock().unwrap() += 1;
                        println!("FAILED {} {} on {}", case.name, case.page, case.paper);
                        for problem in &problems {
                            println!("  {problem}");
                        }
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    println!("paper: {count} PDFs, {failed} with problems");
    failed == 0
}

/// Prints a case and returns what is wrong with its PDF.
fn problems(case: &Case, temporary: &Path) -> Vec<String> {
    let stem = temporary.join(format!("paper-{}-{}-{}", case.name, case.page, case.paper));
    let (html, pdf) = (stem.with_extension("html"), stem.with_extension("pdf"));
    print(case, &html, &pdf);
    let bytes = fs::read(&pdf).unwrap();
    let mut problems = Vec::new();
    let mut expect = |is_right: bool, problem: String| {
        if !is_right {
            problems.push(problem);
        }
    };
    let about = said("pdfinfo", &[], &pdf);
    let field = |key: &str| about.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default().trim();
    let count: usize = field("Pages:").parse().unwrap();
    expect(field("Page size:").to_lowercase().ends_with(&format!("({})", case.paper)), field("Page size:").to_owned());
    expect(field("Tagged:") == "yes", "it is not tagged".to_owned());
    expect(!field("Title:").is_empty(), "it has no title".to_owned());
    let lang = format!("/Lang ({})", case.lang.code());
    expect(memchr::memmem::find(&bytes, lang.as_bytes()).is_some(), format!("no {lang}"));
    expect(!["brief", "week"].contains(&case.page) || count == 1, format!("{count} pages"));
    if case.page == "report" {
        let outline = said("pdftohtml", &["-xml", "-i", "-q", "-stdout"], &pdf);
        let outline = outline.split_once("<outline>").map_or("", |(_, outline)| outline);
        let locale = Locale::new(case.lang, "");
        for part in ["today", "works", "back", "do", "beyond", "journey", "stories", "entries"] {
            let part = locale.text(&format!("part-{part}"));
            expect(outline.contains(&format!("{part}</item>")), format!("no bookmark {part}: {outline}"));
        }
        for problem in misnumbered(&pdf, &locale) {
            expect(false, problem);
        }
    }
    for problem in misplaced(&said("pdftotext", &["-bbox-layout"], &pdf)) {
        expect(false, problem);
    }
    for (number, page) in pictures(&pdf).iter().enumerate() {
        let is_between = number > 0 && number + 1 < count;
        expect(!page.touches_edge(), format!("page {}: marks at the edge", number + 1));
        expect(!is_between || page.filled() > FILLED, format!("page {}: filled to {:.2}", number + 1, page.filled()));
    }
    let text = plain(&said("pdftotext", &["-raw"], &pdf));
    let words = words_of(&String::from_utf8(fs::read(&html).unwrap()).unwrap());
    expect(words.len() > 10, format!("the page says little: {words:?}"));
    // On one sheet every word stands together; in a longer text a page may end within a paragraph.
    for (element, words) in
        words.iter().filter(|(element, _)| count == 1 || ["h1", "h2", "h3", "td"].contains(&&**element))
    {
        expect(text.contains(&plain(words)), format!("cut: <{element}>{words}"));
    }
    if (case.name, case.page) == ("en", "report") {
        let again = pdf.with_extension("again.pdf");
        print(case, &html, &again);
        expect(fs::read(&again).unwrap() == bytes, "other bytes the second time".to_owned());
    }
    problems
}

/// Returns the parts that do not begin where the list of contents says; what has six pages or more has one.
fn misnumbered(pdf: &Path, locale: &Locale) -> Vec<String> {
    let contents = said("pdftotext", &["-layout", "-f", "2", "-l", "2"], pdf);
    if !contents.contains(locale.text("contents-heading")) {
        return Vec::new();
    }
    let problem = |part: &str| {
        let part = locale.text(&format!("part-{part}"));
        let page = contents.lines().find(|line| line.contains(part)).and_then(|line| line.split_whitespace().last());
        let page = page.filter(|page| page.parse::<usize>().is_ok()).unwrap_or("1");
        let text = said("pdftotext", &["-layout", "-f", page, "-l", page], pdf);
        let is_there = text.lines().any(|line| line.trim_end().ends_with(part));
        (!is_there).then(|| format!("{part} is not on page {page}, as the contents say"))
    };
    ["works", "back", "do", "beyond", "journey", "stories", "entries"].into_iter().filter_map(problem).collect()
}

fn print(case: &Case, html: &Path, pdf: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
    command.args(["--quiet", "--today", "2026-06-12", "-C"]).arg(&case.journal);
    command.args(["build", "--print", case.page, "--paper", case.paper, "--out"]).arg(html).arg("--pdf").arg(pdf);
    if let Ok(browser) = std::env::var("REBOND_CHROMIUM") {
        command.env("REBOND_BROWSER", browser);
    }
    assert!(command.status().unwrap().success(), "{} {} cannot be printed", case.name, case.page);
}

/// Returns what one of poppler's tools says of a PDF.
fn said(tool: &str, options: &[&str], pdf: &Path) -> String {
    let mut command = Command::new(tool);
    command.args(options).arg(pdf);
    if tool == "pdftotext" {
        command.arg("-");
    }
    String::from_utf8_lossy(&command.output().unwrap().stdout).into_owned()
}

/// Returns the words that stand outside the margins, by the boxes that `pdftotext` gives.
fn misplaced(boxes: &str) -> Vec<String> {
    let number = |line: &str, key: &str| -> f64 {
        let value = line.split_once(&format!(" {key}=\"")).and_then(|(_, rest)| rest.split_once('"')).unwrap().0;
        value.parse().unwrap()
    };
    let ([left, right, bottom], mut problems) = (MARGINS.map(|margin| margin * MM), Vec::new());
    let (mut width, mut height, mut foot) = (0.0, 0.0, String::new());
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page ") {
            (width, height) = (number(line, "width"), number(line, "height"));
        } else if line.starts_with("<word ") {
            let word = line.split_once('>').unwrap().1.trim_end_matches("</word>");
            let is_beside = number(line, "xMin") < left - SLACK || number(line, "xMax") > width - right + SLACK;
            let is_above = number(line, "yMin") < EDGE * MM || number(line, "yMax") > height - EDGE * MM;
            if is_beside || is_above {
                problems.push(format!("outside the margins: {line}"));
            }
            if number(line, "yMax") > height - bottom + SLACK {
                let _ = write!(foot, "{word} ");
            }
        } else if line == "</page>" {
            // In the bottom margin stands the number of the page alone.
            let is_number = foot.starts_with("page ") && foot.split(' ').count() == 5;
            if !foot.is_empty() && !is_number {
                problems.push(format!("in the bottom margin: {foot}"));
            }
            foot.clear();
        }
    }
    problems
}

/// A page as grey dots.
struct Picture {
    width: usize,
    dots: Vec<u8>,
}

impl Picture {
    fn rows(&self) -> impl DoubleEndedIterator<Item = &[u8]> + ExactSizeIterator {
        self.dots.chunks(self.width)
    }

    fn touches_edge(&self) -> bool {
        let (edge, last) = (dots(EDGE), self.rows().len());
        let is_inked = |dots: &[u8]| dots.iter().any(|dot| *dot < 200);
        self.rows().enumerate().any(|(row, dots)| {
            let is_edge = row < edge || row + edge >= last;
            (is_edge && is_inked(dots)) || is_inked(&dots[..edge]) || is_inked(&dots[self.width - edge..])
        })
    }

    /// Returns down to where the page is filled, from 0 to 1, its margins not counted.
    fn filled(&self) -> f64 {
        let margin = dots(MARGINS[2]);
        let inside: Vec<&[u8]> = self.rows().skip(margin).take(self.rows().len() - 2 * margin).collect();
        let last = inside.iter().rposition(|row| row.iter().any(|dot| *dot < 200)).map_or(0, |row| row + 1);
        f64::from(u32::try_from(last).unwrap()) / f64::from(u32::try_from(inside.len()).unwrap())
    }
}

/// Returns millimetres in dots.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few dots")]
fn dots(millimetres: f64) -> usize {
    (millimetres / 25.4 * DOTS) as usize
}

/// Returns the pages as pictures; `pdftoppm` writes one grey map after the other.
fn pictures(pdf: &Path) -> Vec<Picture> {
    let output = Command::new("pdftoppm").args(["-gray", "-r", &DOTS.to_string()]).arg(pdf).output().unwrap().stdout;
    let (mut pages, mut rest) = (Vec::new(), output.as_slice());
    while !rest.is_empty() {
        let mut lines = rest.splitn(4, |byte| *byte == b'\n');
        assert_eq!(lines.next().unwrap(), b"P5");
        let size = String::from_utf8(lines.next().unwrap().to_vec()).unwrap();
        let (width, height) = size.split_once(' ').unwrap();
        let (width, height): (usize, usize) = (width.parse().unwrap(), height.parse().unwrap());
        assert_eq!(lines.next().unwrap(), b"255");
        let (dots, next) = lines.next().unwrap().split_at(width * height);
        pages.push(Picture { width, dots: dots.to_vec() });
        rest = next;
    }
    pages
}

/// Returns a text without its spaces and capitals, which a style may give it.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Returns the words that a page shows, each with the element that it stands in.
fn words_of(html: &str) -> Vec<(String, String)> {
    let (mut words, mut in_picture) = (Vec::new(), false);
    for piece in html.split_once("<main>").unwrap().1.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        in_picture = tag.starts_with("svg") || (in_picture && !tag.starts_with("/svg"));
        let is_hidden = in_picture || tag.contains("\"hidden\"");
        let text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .iter()
            .fold(text.trim().to_owned(), |text, (entity, letter)| text.replace(entity, letter));
        if !is_hidden && !text.is_empty() {
            words.push((tag.split(' ').next().unwrap().to_owned(), text));
        }
    }
    words
}
