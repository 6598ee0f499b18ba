//! The browser that makes a PDF of a page: found on the machine, started once, without its network.
//!
//! Chromium, Chrome or Edge, else `WeasyPrint`; `REBOND_BROWSER` names another.
//! It gets an empty profile and a page that stands alone, and is ended when it
//! hangs. What it made is stamped with the day of the report, so that the same
//! journal and day give the same bytes.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use jiff::civil::Date;

use super::contents;
use super::programs::find_program;
use crate::address::encode;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::fs;

/// What the PDF ends with: a comment, by which rebond knows what it made.
const MARK: &[u8] = b"%rebond\n";

/// The names of browsers on the path, best first.
const NAMES: [&str; 9] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "weasyprint",
];

/// Where macOS and Windows keep browsers.
const PLACES: [&str; 6] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];

/// How long a browser may take, in seconds, unless `REBOND_BROWSER_SECONDS` says otherwise.
const SECONDS: u64 = 120;
/// How often it is looked whether it has ended.
const PATIENCE: Duration = Duration::from_millis(25);

/// A program that makes PDFs.
pub(crate) struct Printer {
    program: PathBuf,
}

impl Printer {
    /// Finds the browser that `REBOND_BROWSER` names, else the best one there is.
    ///
    /// # Errors
    /// `browser-missing`.
    pub(crate) fn find() -> Result<Self> {
        let named = std::env::var("REBOND_BROWSER").ok().filter(|name| !name.is_empty());
        let program = match &named {
            Some(name) => find_program(Path::new(name)),
            None => NAMES.iter().chain(&PLACES).find_map(|name| find_program(Path::new(name))),
        };
        let problem = Diagnostic::new(Code::BrowserMissing);
        program.map(|program| Self { program }).ok_or_else(|| match named {
            Some(name) => Box::new(problem.with("browser", name).variant("named")),
            None => Box::new(problem),
        })
    }

    /// Returns the browser.
    pub(crate) fn program(&self) -> &Path {
        &self.program
    }

    /// Returns the PDF of the page `html`, its list of contents with the numbers of pages.
    ///
    /// # Errors
    /// As [`Printer::pdf`].
    pub(crate) fn pdf_with_numbers(&self, html: &str, today: Date) -> Result<Vec<u8>> {
        let pdf = self.pdf(html, today)?;
        let Some(numbered) = contents::numbered(html, &pdf) else { return Ok(pdf) };
        let again = self.pdf(&numbered, today)?;
        // Numbers that moved what they tell would be wrong.
        Ok(if contents::pages(&again) == contents::pages(&pdf) { again } else { pdf })
    }

    /// Returns the PDF of the page `html`.
    ///
    /// # Errors
    /// `browser-missing` when it cannot be started, takes too long or makes none.
    pub(crate) fn pdf(&self, html: &str, today: Date) -> Result<Vec<u8>> {
        let folder = fs::temporary_folder()?;
        let (page, pdf, log) =
            (folder.path().join("page.html"), folder.path().join("page.pdf"), folder.path().join("log"));
        fs::write_staged(&page, html.as_bytes())?;
        let mut command = Command::new(&self.program);
        command.args(self.arguments(&page, &pdf, folder.path()));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(fs::log_file(&log)?);
        let ended = command.spawn().map_err(|error| self.failed(error.to_string())).and_then(|child| self.wait(child));
        ended?;
        let made = if fs::is_file(&pdf) { fs::read(&pdf)? } else { Vec::new() };
        if !made.starts_with(b"%PDF") {
            let said = String::from_utf8_lossy(&fs::read(&log).unwrap_or_default()).into_owned();
            let last = said.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("…");
            return Err(self.failed(last.trim().to_owned()));
        }
        Ok(stamped(made, today))
    }

    fn is_weasyprint(&self) -> bool {
        self.program.file_stem().is_some_and(|name| name.to_string_lossy().to_lowercase().contains("weasyprint"))
    }

    fn arguments(&self, page: &Path, pdf: &Path, folder: &Path) -> Vec<String> {
        let shown = |path: &Path| path.display().to_string();
        if self.is_weasyprint() {
            return vec!["--quiet".to_owned(), "--pdf-variant=pdf/ua-1".to_owned(), shown(page), shown(pdf)];
        }
        let mut arguments: Vec<String> = [
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-extensions",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-quic",
            "--dns-prefetch-disable",
            "--no-pings",
            // Names lead nowhere, and what has none goes to a proxy that is not there.
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--proxy-server=127.0.0.1:9",
            "--proxy-bypass-list=<-loopback>",
            "--export-tagged-pdf",
            "--generate-pdf-document-outline",
            "--no-pdf-header-footer",
        ]
        .map(str::to_owned)
        .to_vec();
        if fs::is_roots(folder) {
            // Chromium refuses to start its sandbox as root.
            arguments.push("--no-sandbox".to_owned());
        }
        arguments.push(format!("--user-data-dir={}", shown(&folder.join("profile"))));
        arguments.push(format!("--print-to-pdf={}", shown(pdf)));
        arguments.push(file_address(page));
        arguments
    }

    /// Waits until the program ends, and ends it when that takes too long.
    fn wait(&self, mut child: Child) -> Result<()> {
        let given = std::env::var("REBOND_BROWSER_SECONDS").ok().and_then(|text| text.parse().ok());
        let limit = given.unwrap_or(SECONDS);
        let start = Instant::now();
        loop {
            match child.try_wait() {
                Ok(Some(_)) => return Ok(()),
                Ok(None) if start.elapsed() < Duration::from_secs(limit) => std::thread::sleep(PATIENCE),
                ended => {
                    // It may have ended in this moment; then there is nothing to end.
                    let _ = child.kill();
                    let _ = child.wait();
                    return Err(match ended {
                        Err(error) => self.failed(error.to_string()),
                        Ok(_) => {
                            let seconds = i64::try_from(limit).unwrap_or(i64::MAX);
                            Box::new(self.problem().with("seconds", seconds).variant("slow").help("help-slow"))
                        }
                    });
                }
            }
        }
    }

    fn problem(&self) -> Diagnostic {
        Diagnostic::new(Code::BrowserMissing).with("browser", self.program.display().to_string())
    }

    fn failed(&self, reason: String) -> Box<Diagnostic> {
        Box::new(self.problem().with("reason", reason).variant("failed"))
    }
}

fn file_address(path: &Path) -> String {
    let path = path.display().to_string().replace('\\', "/");
    format!("file:///{}", encode(path.trim_start_matches('/')).replace("%3A", ":"))
}

/// Returns whether a PDF is one that rebond made.
pub(crate) fn is_ours(pdf: &[u8]) -> bool {
    pdf.ends_with(MARK)
}

/// Returns a PDF with the day of the report for the moment it was made, and with the mark at its end.
fn stamped(mut pdf: Vec<u8>, today: Date) -> Vec<u8> {
    let day = format!("{:04}{:02}{:02}000000", today.year(), today.month(), today.day());
    for key in [b"/CreationDate (D:".as_slice(), b"/ModDate (D:"] {
        let places: Vec<usize> = memchr::memmem::find_iter(&pdf, key).collect();
        for at in places {
            let start = at + key.len();
            if let Some(digits) = pdf.get_mut(start..start + day.len())
                && digits.iter().all(u8::is_ascii_digit)
            {
                digits.copy_from_slice(day.as_bytes());
            }
        }
    }
    if pdf.last() != Some(&b'\n') {
        pdf.push(b'\n');
    }
    pdf.extend_from_slice(MARK);
    pdf
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_pdf_is_stamped_with_the_day_and_known_again() {
        let made =
            b"%PDF-1.4\n/CreationDate (D:20261122022749+00'00')\n/ModDate (D:20261122022749+00'00')\n%%EOF".to_vec();
        assert!(!is_ours(&made));
        let stamped = stamped(made, date(2026, 6, 12));
        assert!(is_ours(&stamped));
        let text = String::from_utf8(stamped).unwrap();
        assert_eq!(text.matches("(D:20260612000000+00'00')").count(), 2, "{text}");
        assert!(text.ends_with("%%EOF\n%rebond\n"));
    }

    #[test]
    fn odd_dates_are_left_alone() {
        for odd in [&b"%PDF /CreationDate (D:2026)"[..], b"%PDF /ModDate (D:"] {
            assert!(stamped(odd.to_vec(), date(2026, 6, 12)).starts_with(odd));
        }
    }

    #[test]
    fn a_path_becomes_an_address() {
        assert_eq!(file_address(Path::new("/tmp/a b/page.html")), "file:///tmp/a%20b/page.html");
        assert_eq!(file_address(Path::new("C:\\tmp\\page.html")), "file:///C:/tmp/page.html");
    }

    #[test]
    fn weasyprint_is_known_by_its_name() {
        let browser = |program: &str| Printer { program: PathBuf::from(program) };
        assert!(browser("/opt/bin/weasyprint").is_weasyprint());
        assert!(!browser("/usr/bin/chromium").is_weasyprint());
    }
}
