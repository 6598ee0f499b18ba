//! The person's browser, for `--open`.

use std::process::{Command, Stdio};
use std::thread;

use super::ui::Ui;

/// What opens an address on this system, the first that is there.
#[cfg(target_os = "macos")]
const OPENERS: [&[&str]; 1] = [&["open"]];
#[cfg(windows)]
const OPENERS: [&[&str]; 1] = [&["rundll32", "url.dll,FileProtocolHandler"]];
#[cfg(not(any(target_os = "macos", windows)))]
const OPENERS: [&[&str]; 3] = [&["xdg-open"], &["gio", "open"], &["wslview"]];

/// Opens `url` in the browser that `BROWSER` names, else in the system's; says so when there is none.
pub(crate) fn open(ui: &Ui, url: &str) {
    let named = std::env::var("BROWSER").ok().filter(|name| !name.trim().is_empty());
    // Several may stand there, parted by colons.
    let named = named.iter().flat_map(|names| names.split(':')).map(|name| vec![name]);
    let mut reason = ui.locale.text("browser-missing").to_owned();
    for words in named.chain(OPENERS.iter().map(|words| words.to_vec())) {
        let Some((program, args)) = words.split_first() else { continue };
        let quiet = || Stdio::null();
        let started = Command::new(program).args(args).arg(url).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
        match started {
            Ok(mut child) => {
                // Waited for, so that the system can forget it; how it ends is its own business.
                thread::spawn(move || drop(child.wait()));
                return;
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => reason = error.to_string(),
        }
    }
    ui.tell("browser-failed", &[("reason", reason.into())]);
}
