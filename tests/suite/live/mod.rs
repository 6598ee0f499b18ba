//! Following files as they change: what is read again, what is served, what is refused.

mod incremental;
mod places;
mod saving;
mod server;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_mins(1);

/// A server of the real program on a journal, ended with the test.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    /// Serves the journal at `root` on a free port.
    fn start(root: &Path, args: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rebond"))
            .arg("-C")
            .arg(root)
            .args(["--today", "2026-06-12", "serve"])
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().trim_end_matches('/').rsplit(':').next().unwrap().parse().expect("an address");
        Self { child, port }
    }

    /// Asks for a path in the plainest way.
    fn get(&self, path: &str) -> Answered {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port))
    }

    /// Sends these bytes and reads until the server has nothing more to say.
    fn send(&self, request: &str) -> Answered {
        let mut stream = self.connect();
        let sent = stream.write_all(request.as_bytes());
        let mut bytes = Vec::new();
        // A server that refuses may close before it has read all.
        let read = stream.read_to_end(&mut bytes);
        assert!(sent.is_ok() && read.is_ok() || !bytes.is_empty() || request.len() > 8192, "{sent:?} {read:?}");
        Answered::new(&bytes)
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Asks for a path until what is served is as `wanted`.
    #[track_caller]
    fn wait_for(&self, path: &str, wanted: impl Fn(&Answered) -> bool) -> Answered {
        wait(|| Some(self.get(path)).filter(|answered| wanted(answered)))
            .unwrap_or_else(|| panic!("{path} stays {:?}", self.get(path)))
    }

    /// Returns a number that the system tells of the server: a line of its status.
    #[cfg(target_os = "linux")]
    fn status(&self, name: &str) -> u64 {
        let path = format!("/proc/{}/status", self.child.id());
        let text = std::process::Command::new("cat").arg(path).output().unwrap().stdout;
        let text = String::from_utf8(text).unwrap();
        let line = text.lines().find_map(|line| line.strip_prefix(&format!("{name}:"))).unwrap();
        line.split_whitespace().next().unwrap().parse().unwrap()
    }

    /// Returns how many files the server has open.
    #[cfg(target_os = "linux")]
    fn open_files(&self) -> usize {
        rebond::fs::names(Path::new(&format!("/proc/{}/fd", self.child.id()))).unwrap().len()
    }

    /// Asks the program to end as Ctrl-C does, and returns its exit code.
    #[cfg(unix)]
    fn interrupt(mut self) -> Option<i32> {
        interrupt(&mut self.child)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a program what Ctrl-C sends, and returns its exit code; `None` when it goes on.
#[cfg(unix)]
fn interrupt(child: &mut Child) -> Option<i32> {
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    wait(|| child.try_wait().unwrap()).and_then(|status| status.code())
}

/// Tries until there is something, as long as patience lasts.
fn wait<T>(mut attempt: impl FnMut() -> Option<T>) -> Option<T> {
    let until = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = attempt() {
            return Some(found);
        }
        if Instant::now() > until {
            return None;
        }
        std::thread::sleep(Duration::from_millis(15));
    }
}

/// What the server answered.
#[derive(Debug)]
struct Answered {
    status: u16,
    head: String,
    body: String,
}

impl Answered {
    fn new(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        Self { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }
}

/// Returns an entry whose debrief says `words`.
fn entry(words: &str) -> String {
    format!(
        "---\ncompany: Acme\nrole: Welder\ndecided: 2026-05-04\nnotice: phone\n---\n\n## Debrief\n\n{words} #preparation\n"
    )
}
