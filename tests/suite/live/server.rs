//! What is served, and what is refused: by whom, how much, how long.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::time::Duration;

use rebond::fs;

use super::{Server, entry, wait};
use crate::support::{TestJournal, files_below};

fn journal() -> TestJournal {
    TestJournal::new()
        .entry("a.md", &entry("I was late."))
        .entry("b c.md", &entry("See ![](p.png)."))
        .file("entries/p.png", b"png")
}

#[test]
fn pages_are_served_as_they_are_built_but_for_the_script_and_nothing_is_written() {
    let journal = journal();
    let before = files_below(journal.root());
    let server = Server::start(journal.root(), &[]);
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/entries/", "text/html; charset=utf-8"),
        ("/entries/a.html", "text/html; charset=utf-8"),
        ("/entries/b%20c.html?from=here", "text/html; charset=utf-8"),
        ("/style.css", "text/css; charset=utf-8"),
        ("/report.json", "application/json"),
        ("/agenda.ics", "text/calendar; charset=utf-8"),
        ("/files/entries/p.png", "image/png"),
        ("/_rebond/live.js", "text/javascript; charset=utf-8"),
    ] {
        let answered = server.get(path);
        assert_eq!(answered.status, 200, "{path}");
        for header in [
            &format!("content-type: {kind}"),
            "x-content-type-options: nosniff",
            "content-security-policy: default-src 'none'",
            "cache-control: no-store",
            "cross-origin-resource-policy: same-origin",
        ] {
            assert!(answered.head.contains(header), "{path}: {header} is not in {}", answered.head);
        }
        assert_eq!(answered.body.contains("/_rebond/live.js"), kind.starts_with("text/html"), "{path}");
    }
    assert_eq!(server.get("/report.json").body.chars().next(), Some('{'));
    for path in [
        "/topics/",
        "/files/",
        "/files/entries/",
        "/x.html",
        "/entries/x.html",
        "/_rebond/",
        "/rebond.toml",
        "/entries/a.md",
    ] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
    let moved = server.get("/entries");
    assert!(moved.status == 301 && moved.head.contains("location: /entries/"), "{moved:?}");
    assert_eq!(files_below(journal.root()), before);
}

#[test]
fn what_is_built_holds_no_script_of_the_server() {
    let journal = journal();
    let built = Command::new(env!("CARGO_BIN_EXE_rebond")).arg("-C").arg(journal.root()).args(["-q", "build"]).status();
    assert!(built.unwrap().success());
    let files = files_below(&journal.root().join("site"));
    assert!(files.len() > 10);
    for file in files {
        assert!(!String::from_utf8_lossy(&fs::read(&file).unwrap()).contains("_rebond"), "{}", file.display());
    }
}

#[test]
fn strangers_methods_and_ways_out_are_refused() {
    let journal = journal();
    let server = Server::start(journal.root(), &[]);
    let port = server.port;
    let own = format!("127.0.0.1:{port}");
    let ask = |method: &str, path: &str, host: &str| {
        server.send(&format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    };
    assert_eq!(ask("GET", "/", &format!("localhost:{port}")).status, 200);
    for host in ["evil.example", "127.0.0.1.evil.example", "127.0.0.1:1", ""] {
        assert_eq!(ask("GET", "/", host).status, 403, "{host}");
    }
    assert_eq!(server.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status, 403);
    assert_eq!(server.send("GET / HTTP/1.0\r\n\r\n").status, 403);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"] {
        let answered = ask(method, "/", &own);
        assert!(answered.status == 405 && answered.head.contains("allow: get, head"), "{method}: {answered:?}");
    }
    let head = ask("HEAD", "/", &own);
    assert!(head.status == 200 && head.body.is_empty() && head.head.contains("content-length:"), "{head:?}");
    for path in [
        "/../rebond.toml",
        "/%2e%2e/rebond.toml",
        "/..%2frebond.toml",
        "/entries/..%5c..%5crebond.toml",
        "/entries/a.html%00",
        "//etc/passwd",
        "/%ff",
    ] {
        let answered = ask("GET", path, &own);
        assert!(matches!(answered.status, 400 | 404) && !answered.body.contains("lang ="), "{path}: {answered:?}");
    }
    assert_eq!(ask("GET", "/entries\\a.html", &own).status, 400);
    assert_eq!(ask("GET", "C:/x", &own).status, 400);
    assert!(matches!(server.send("nonsense\r\n\r\n").status, 400));
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn a_taken_port_is_told_or_another_is_found() {
    let journal = journal();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let run = Command::new(env!("CARGO_BIN_EXE_rebond"))
        .arg("-C")
        .arg(journal.root())
        .args(["serve", "--port", &port])
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&run.stderr).contains(&port), "{run:?}");
    let (one, other) = (Server::start(journal.root(), &[]), Server::start(journal.root(), &[]));
    assert_ne!(one.port, other.port);
    assert!(one.get("/").status == 200 && other.get("/").status == 200);
    // The address is of this machine alone.
    assert!(TcpStream::connect(("127.0.0.2", one.port)).is_err());
}

#[test]
#[cfg(target_os = "linux")]
fn many_slow_and_oversized_requests_neither_crash_nor_stay() {
    let journal = journal();
    let server = Server::start(journal.root(), &[]);
    server.wait_for("/", |answered| answered.status == 200);
    let (files, threads) = (server.open_files(), server.status("Threads"));
    // A thousand at once, of which some say nothing, some begin a request, some ask and do not read.
    let mut open: Vec<TcpStream> = Vec::new();
    for number in 0..1000 {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", server.port)) else { continue };
        let begun = match number % 3 {
            0 => "",
            1 => "GET / HTTP/1.1\r\nHost: 127",
            _ => "GET /entries/a.html HTTP/1.1\r\nHost: localhost\r\n\r\n",
        };
        // Refused is fine.
        let _ = stream.write_all(begun.as_bytes());
        open.push(stream);
    }
    assert!(server.open_files() < files + 300, "{}", server.open_files());
    drop(open);
    assert_eq!(server.get("/").status, 200);
    let long = "x".repeat(100_000);
    for request in [
        format!("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {long}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "X: y\r\n".repeat(500)),
    ] {
        let status = server.send(&request).status;
        assert!(matches!(status, 0 | 400 | 414 | 431), "{status}");
    }
    assert_eq!(server.get("/").status, 200);
    let is_back = || (server.open_files() <= files + 1 && server.status("Threads") <= threads).then_some(());
    assert!(wait(is_back).is_some(), "{} files, {} threads", server.open_files(), server.status("Threads"));
}

#[test]
fn a_request_that_never_ends_is_ended() {
    let journal = journal();
    let server = Server::start(journal.root(), &[]);
    let mut stream = server.connect();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n").unwrap();
    let mut rest = Vec::new();
    // The answer, if any, is the end: nobody holds a place for ever.
    let _ = stream.read_to_end(&mut rest);
    assert!(!String::from_utf8_lossy(&rest).contains("200 OK"));
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn every_tab_is_told_of_a_change() {
    let journal = journal();
    let server = Server::start(journal.root(), &[]);
    server.wait_for("/entries/a.html", |answered| answered.body.contains("I was late."));
    let mut tabs: Vec<TcpStream> = (0..200)
        .map(|_| {
            let mut stream = server.connect();
            let request = format!("GET /_rebond/events HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", server.port);
            stream.write_all(request.as_bytes()).unwrap();
            stream
        })
        .collect();
    let states: Vec<String> = tabs.iter_mut().map(next_state).collect();
    assert!(states.iter().all(|state| *state == states[0]), "{states:?}");
    fs::replace(&journal.root().join("entries/a.md"), entry("I was early.").as_bytes()).unwrap();
    let changed: Vec<String> = tabs.iter_mut().map(next_state).collect();
    assert!(changed.iter().all(|state| *state == changed[0] && *state != states[0]), "{changed:?}");
    assert!(server.get("/entries/a.html").body.contains("I was early."));
}

/// Reads a stream of events up to the next state.
fn next_state(stream: &mut TcpStream) -> String {
    let mut text = String::new();
    let mut byte = [0];
    loop {
        stream.read_exact(&mut byte).unwrap();
        text.push(char::from(byte[0]));
        if let Some((_, data)) = text.split_once("data: ")
            && data.ends_with('\n')
        {
            return data.trim().to_owned();
        }
    }
}

#[test]
fn a_broken_file_shows_a_banner_until_it_is_mended() {
    let journal = journal();
    let server = Server::start(journal.root(), &[]);
    let is_clean =
        |answered: &super::Answered| answered.status == 200 && !answered.body.contains("<aside class=\"rebond-live\"");
    let before = server.wait_for("/entries/a.html", is_clean);
    let path = journal.root().join("entries/a.md");
    fs::replace(&path, b"---\ncompany: <b>Acme\ndecided: 2026-02-30\n---\n").unwrap();
    let broken = server.wait_for("/entries/a.html", |answered| answered.body.contains("<aside class=\"rebond-live\""));
    assert!(broken.status == 200 && broken.body.contains("I was late."), "the last good page stays");
    assert!(broken.body.contains("entries/a.md:3:10") && !broken.body.contains("<b>Acme"), "{}", broken.body);
    fs::replace(&path, entry("I was late.").as_bytes()).unwrap();
    let after = server.wait_for("/entries/a.html", is_clean);
    let without_state =
        |text: &str| text.lines().filter(|line| !line.contains("data-state")).collect::<Vec<_>>().join("\n");
    assert_eq!(without_state(&after.body), without_state(&before.body));
    fs::replace(&journal.root().join("rebond.toml"), b"lang = ").unwrap();
    let broken = server.wait_for("/", |answered| answered.body.contains("<aside class=\"rebond-live\""));
    assert!(broken.body.contains("rebond.toml:1"), "{}", broken.body);
    fs::replace(&journal.root().join("rebond.toml"), b"lang = \"fr\"\n").unwrap();
    server.wait_for("/", |answered| is_clean(answered) && answered.body.contains("lang=\"fr\""));
}

#[test]
#[cfg(unix)]
fn ctrl_c_ends_it_at_once_whatever_it_does() {
    let journal = journal();
    let server = Server::start(journal.root(), &[]);
    let _waiting = server.connect();
    assert_eq!(server.interrupt(), Some(0));
    // In the midst of a long first reading, too.
    for number in 0..300 {
        fs::write_new(&journal.root().join(format!("entries/n/n{number}.md")), entry("Again.").as_bytes()).unwrap();
    }
    let server = Server::start(journal.root(), &["--poll"]);
    assert_eq!(server.interrupt(), Some(0));
    for pause in [150, 400, 900, 1500, 2500] {
        let mut watch = Command::new(env!("CARGO_BIN_EXE_rebond"))
            .arg("-C")
            .arg(journal.root())
            .arg("watch")
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(pause));
        assert_eq!(super::interrupt(&mut watch), Some(0), "after {pause} ms");
        let left = fs::names(journal.root()).unwrap();
        assert!(!left.iter().any(|name| name.starts_with(".rebond-")), "{left:?}");
    }
}

#[test]
#[cfg(unix)]
fn the_browser_is_opened_at_the_page_and_a_missing_one_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let journal = journal();
    let at = |name: &str| journal.root().join(name);
    fs::write_new(&at("_browser"), b"#!/bin/sh\nprintf %s \"$1\" > \"$0.part\"; mv \"$0.part\" \"$0.asked\"\n")
        .unwrap();
    std::fs::set_permissions(at("_browser"), PermissionsExt::from_mode(0o755)).unwrap();
    let start = |browser: &std::path::Path, path: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
        command.arg("-C").arg(journal.root()).args(["serve", "--open"]).env("BROWSER", browser).env("PATH", path);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let mut child = start(&at("_browser"), "/bin:/usr/bin");
    let address = BufReader::new(child.stdout.take().unwrap()).lines().next().unwrap().unwrap();
    let asked = wait(|| fs::read(&at("_browser.asked")).ok());
    super::interrupt(&mut child);
    assert_eq!(asked.map(|bytes| String::from_utf8(bytes).unwrap()), Some(address));
    let mut child = start(std::path::Path::new("nothere"), "/nowhere");
    // The last line that it tells before anything changes is how many entries it has read.
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
    let told: Vec<String> = lines.by_ref().take_while(|line| !line.contains(" read")).collect();
    assert_eq!(super::interrupt(&mut child), Some(0));
    assert!(told.iter().any(|line| line.contains("No browser could be opened")), "{told:?}");
}
