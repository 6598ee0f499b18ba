//! File events to wake-ups: something changed, time passed, the person wants to stop.
//!
//! Events come in bursts: an editor writes, renames and removes within
//! milliseconds. A burst ends after a quiet moment, or when it has gone on too
//! long. Out: every path that an event named, whatever it said of it, since
//! editors and `git checkout` report their work in too many ways; and anything
//! at all where events were lost.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{CreateKind, ModifyKind, RenameMode};
use notify::{Config, ErrorKind, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::diagnostic::{Code, Diagnostic, Result};
use crate::discover::is_ignored;
use crate::fs;
use crate::pipeline::Changes;
use crate::source::{is_markdown, is_picture};

/// How long it must be quiet before a burst is over.
const QUIET: Duration = Duration::from_millis(120);
/// How long a burst may go on before it is taken as it is.
const LONGEST: Duration = Duration::from_secs(1);
/// How often files are looked at where events cannot be had.
const POLL: Duration = Duration::from_millis(500);

/// Why the watcher wakes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wake {
    /// Files of the journal may have changed.
    Changed(Changes),
    /// Nothing changed for as long as was asked.
    Nothing,
    /// The person wants to stop.
    Stop,
}

/// What arrives at the watcher.
#[derive(Debug)]
enum Message {
    Event(notify::Result<Event>),
    Stop,
}

/// Stops a watcher from elsewhere.
#[derive(Clone, Debug)]
pub struct Stopper(Sender<Message>);

impl Stopper {
    /// Wakes the watcher with [`Wake::Stop`].
    pub fn stop(&self) {
        // A watcher that is gone has stopped already.
        let _ = self.0.send(Message::Stop);
    }
}

/// Watches the folder of a journal.
pub struct Watcher {
    root: PathBuf,
    output: PathBuf,
    poll: bool,
    sender: Sender<Message>,
    receiver: Receiver<Message>,
    /// Kept alive: events end with it. `None` while the folder is gone.
    notify: Option<Box<dyn notify::Watcher + Send>>,
}

impl Watcher {
    /// Watches everything below `root` but `output`; with `poll`, or where events cannot be had, by looking at the files.
    ///
    /// # Errors
    /// `file-unreadable` when the folder can be watched in neither way.
    pub fn new(root: &Path, output: &Path, poll: bool) -> Result<Self> {
        let (sender, receiver) = channel();
        let notify = notify(root, output, poll, &sender).map_err(|error| unwatchable(root, &error))?;
        Ok(Self {
            root: root.to_path_buf(),
            output: output.to_path_buf(),
            poll,
            sender,
            receiver,
            notify: Some(notify),
        })
    }

    /// Returns what stops this watcher.
    pub fn stopper(&self) -> Stopper {
        Stopper(self.sender.clone())
    }

    /// Waits until files change, at most for `patience`, and then until the burst is over.
    pub fn wait(&mut self, patience: Duration) -> Wake {
        let until = Instant::now() + patience;
        loop {
            // A folder that is gone tells nothing: whether it is back is looked at.
            let until = if self.notify.is_none() { until.min(Instant::now() + POLL) } else { until };
            match self.receiver.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return Wake::Stop,
                Ok(Message::Event(event)) if self.matters(&event) => return self.end_of_burst(event),
                Ok(Message::Event(_)) => {}
                Err(RecvTimeoutError::Timeout) if self.notify.is_none() && self.watch_again() => {
                    return Wake::Changed(Changes::Any);
                }
                Err(RecvTimeoutError::Timeout) => return Wake::Nothing,
            }
        }
    }

    fn end_of_burst(&mut self, first: notify::Result<Event>) -> Wake {
        let mut burst = Burst::default();
        burst.add(&self.root, &self.output, first);
        let until = Instant::now() + LONGEST;
        let mut quiet_at = Instant::now() + QUIET;
        loop {
            let wait = quiet_at.min(until).saturating_duration_since(Instant::now());
            match self.receiver.recv_timeout(wait) {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return Wake::Stop,
                Ok(Message::Event(event)) if self.matters(&event) => {
                    burst.add(&self.root, &self.output, event);
                    quiet_at = Instant::now() + QUIET;
                }
                Ok(Message::Event(_)) => {}
                Err(RecvTimeoutError::Timeout) => {
                    // Before anything is read: what changes from now on is told again.
                    if burst.is_lost {
                        self.watch_again();
                    }
                    return Wake::Changed(burst.changes());
                }
            }
        }
    }

    /// Watches the folder anew, as whatever has its name now; returns whether it is there.
    fn watch_again(&mut self) -> bool {
        self.notify = None;
        if fs::is_folder(&self.root) {
            self.notify = notify(&self.root, &self.output, self.poll, &self.sender).ok();
        }
        self.notify.is_some()
    }

    fn matters(&self, event: &notify::Result<Event>) -> bool {
        match event {
            Ok(event) => matters(&self.root, &self.output, event),
            // A file that cannot be looked at now is looked at again.
            Err(error) => !matches!(&error.kind, ErrorKind::Io(_)) || error.paths.is_empty(),
        }
    }
}

/// What the events of a burst name.
#[derive(Debug, Default)]
struct Burst {
    paths: BTreeSet<PathBuf>,
    /// Those that were made as files in it: what is renamed may have taken the place of another.
    made: BTreeSet<PathBuf>,
    is_anything: bool,
    /// Whether further events may not come.
    is_lost: bool,
}

impl Burst {
    fn add(&mut self, root: &Path, output: &Path, event: notify::Result<Event>) {
        let Ok(event) = event else {
            (self.is_anything, self.is_lost) = (true, true);
            return;
        };
        let is_gone = matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
        let is_root = event.paths.iter().any(|path| path == root);
        // Where files are looked at, a folder that came is not among those that are looked at yet.
        let is_new =
            |path: &PathBuf| path.parent() == Some(root) && is_source(root, output, path) && fs::is_folder(path);
        let is_unseen = event.kind == EventKind::Create(CreateKind::Any) && event.paths.iter().any(is_new);
        self.is_anything |= event.need_rescan() || is_root || is_unseen;
        self.is_lost |= event.need_rescan() || is_root && is_gone || is_unseen;
        let is_made = event.kind == EventKind::Create(CreateKind::File);
        for path in event.paths.into_iter().filter(|path| is_source(root, output, path)) {
            if is_made && !self.paths.contains(&path) {
                self.made.insert(path.clone());
            }
            self.paths.insert(path);
        }
    }

    /// Returns what may have changed: a file that came and went within the burst has not.
    fn changes(mut self) -> Changes {
        if self.is_anything {
            return Changes::Any;
        }
        for path in &self.made {
            // An entry may have been read while it was there.
            let is_text = path.extension().and_then(|end| end.to_str()).is_some_and(is_markdown);
            if !is_text && !fs::is_taken(path) {
                self.paths.remove(path);
            }
        }
        Changes::At(self.paths)
    }
}

/// Returns whether an event may change the report: reading files, the output and editors' leftovers do not.
fn matters(root: &Path, output: &Path, event: &Event) -> bool {
    // Of the output only that it is gone matters.
    let is_gone = matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From)));
    if event.need_rescan() || is_gone && event.paths.iter().any(|path| path == output) {
        return true;
    }
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| is_source(root, output, path))
}

/// Returns whether a report may be made from the file or folder at `path`: links lead also to what is not read by itself.
fn is_source(root: &Path, output: &Path, path: &Path) -> bool {
    let below = path.strip_prefix(root).unwrap_or(path);
    let is_text_or_picture = || {
        let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
        is_markdown(end) || is_picture(end)
    };
    let is_passed_over = |part: &Component<'_>| {
        let name = part.as_os_str().to_string_lossy();
        is_ignored(&name) && !name.starts_with('_')
    };
    let name = below.components().next_back();
    !path.starts_with(output)
        && !name.as_ref().is_some_and(is_passed_over)
        && (!below.components().any(|part| is_passed_over(&part)) || is_text_or_picture())
}

/// Watches by events, or where `poll` is wanted or events cannot be had by looking at the files.
fn notify(
    root: &Path,
    output: &Path,
    poll: bool,
    sender: &Sender<Message>,
) -> notify::Result<Box<dyn notify::Watcher + Send>> {
    let events = if poll { None } else { watch_events(root, sender) };
    events.map_or_else(|| watch_files(root, output, sender), Ok)
}

fn watch_events(root: &Path, sender: &Sender<Message>) -> Option<Box<dyn notify::Watcher + Send>> {
    let mut watcher = RecommendedWatcher::new(forward(sender), config()).ok()?;
    watcher.watch(root, RecursiveMode::Recursive).ok()?;
    Some(Box::new(watcher))
}

/// Links are not followed: where they lead in the journal is watched by its own name, and the rest is not the journal's.
fn config() -> Config {
    Config::default().with_follow_symlinks(false)
}

/// Looks at what stands in the root and in its folders, but not at the history and the output: they are long to read.
fn watch_files(
    root: &Path,
    output: &Path,
    sender: &Sender<Message>,
) -> notify::Result<Box<dyn notify::Watcher + Send>> {
    // By content too: times are compared in whole seconds, in which two saves fit.
    let config = config().with_poll_interval(POLL).with_compare_contents(true);
    let mut watcher = PollWatcher::new(forward(sender), config)?;
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for name in fs::names(root).unwrap_or_default() {
        let folder = root.join(&name);
        if name != ".git" && folder != output && fs::is_folder(&folder) && !fs::is_link(&folder) {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
    }
    Ok(Box::new(watcher))
}

fn forward(sender: &Sender<Message>) -> impl Fn(notify::Result<Event>) + Send + 'static {
    let sender = sender.clone();
    move |event| {
        // A watcher that is gone wants no events.
        let _ = sender.send(Message::Event(event));
    }
}

fn unwatchable(root: &Path, error: &notify::Error) -> Box<Diagnostic> {
    let problem = Diagnostic::new(Code::FileUnreadable);
    Box::new(problem.with("path", root.display().to_string()).with("reason", error.to_string()))
}

#[cfg(test)]
mod tests {
    use notify::event::AccessKind;

    use super::*;

    #[test]
    fn only_changes_of_sources_matter() {
        #[track_caller]
        fn case(kind: EventKind, paths: &[&str], expected: bool) {
            let mut event = Event::new(kind);
            event.paths = paths.iter().map(|path| PathBuf::from("/j").join(path)).collect();
            assert_eq!(matters(Path::new("/j"), Path::new("/j/site"), &event), expected, "{event:?}");
        }
        let modify = EventKind::Modify(ModifyKind::Any);
        case(modify, &["entries/a.md"], true);
        case(modify, &["rebond.toml"], true);
        case(EventKind::Access(AccessKind::Any), &["entries/a.md"], false);
        case(modify, &["site/index.html"], false);
        case(modify, &["site"], false);
        case(EventKind::Remove(notify::event::RemoveKind::Folder), &["site"], true);
        case(modify, &[".git/index"], false);
        case(EventKind::Create(CreateKind::File), &["entries/4913"], false);
        case(EventKind::Modify(ModifyKind::Name(RenameMode::Both)), &["entries/sedXY", "entries/a.md"], true);
        case(modify, &["entries/.a.md.swp"], false);
        // What links and pictures lead to.
        case(modify, &["entries/_pictures/a.png"], true);
        case(modify, &[".hidden/a.md"], true);
        case(modify, &[".hidden/state.json"], false);
        case(modify, &["entries/.a.md"], false);
    }

    #[test]
    fn a_burst_names_what_is_there_or_was() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let at = |name: &str| root.join(name);
        let event = |kind: EventKind, name: &str| Ok(Event::new(kind).add_path(at(name)));
        let created = EventKind::Create(CreateKind::File);
        let changes = |events: Vec<notify::Result<Event>>| {
            let mut burst = Burst::default();
            for event in events {
                burst.add(root, &at("site"), event);
            }
            burst.changes()
        };
        let named = |names: &[&str]| Changes::At(names.iter().map(|name| at(name)).collect());
        fs::write_staged(&at("b.md"), b"").unwrap();
        let removed = EventKind::Remove(notify::event::RemoveKind::File);
        let sed =
            Event::new(EventKind::Modify(ModifyKind::Name(RenameMode::Both))).add_path(at("sedX")).add_path(at("b.md"));
        assert_eq!(changes(vec![event(created, "sedX"), Ok(sed)]), named(&["b.md"]));
        assert_eq!(changes(vec![event(removed, "gone.md")]), named(&["gone.md"]));
        assert_eq!(changes(vec![event(removed, "gone.md"), event(created, "gone.md")]), named(&["gone.md"]));
        assert_eq!(changes(vec![event(removed, ".git/x")]), named(&[]));
        let over = EventKind::Modify(ModifyKind::Name(RenameMode::To));
        assert_eq!(changes(vec![event(over, "was.md"), event(removed, "was.md")]), named(&["was.md"]));
        let lost = Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan);
        assert_eq!(changes(vec![event(created, "b.md"), Ok(lost)]), Changes::Any);
        assert_eq!(changes(vec![Err(notify::Error::generic("x"))]), Changes::Any);
        let came = EventKind::Create(CreateKind::Any);
        fs::create_folder(&at("plan")).unwrap();
        assert_eq!(changes(vec![event(came, "b.md")]), named(&["b.md"]));
        assert_eq!(changes(vec![event(came, "plan")]), Changes::Any, "what is in it is not watched yet");
    }
}
