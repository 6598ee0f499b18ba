//! `rebond watch`: the report follows the files as they are edited.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::args::{GlobalArgs, tell_problems, tell_read};
use super::build::{BuildArgs, output_folder, tell_written};
use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::fs;
use crate::pipeline::{Changes, Edition, Live, News, Wishes};
use crate::watch::{Wake, Watcher};
use crate::write::{Pages, write_pages};

/// Build the report again whenever a file changes
///
/// A broken file never ends it: the last good report stays, and what is wrong is
/// told. At midnight the day changes, and so does the report. Ctrl-C ends it.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct WatchArgs {
    #[command(flatten)]
    build: BuildArgs,
    /// Look at the files twice a second instead of waiting for the system to tell
    #[arg(long)]
    poll: bool,
}

/// How often the day is looked at.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// How soon it is tried again to write what could not be written.
const AGAIN: Duration = Duration::from_secs(2);

/// What Ctrl-C and the one who writes share: writing ends between two files.
#[derive(Debug, Default)]
struct Gate {
    is_stopped: AtomicBool,
    writing: Mutex<()>,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &WatchArgs) -> Result<Exit> {
    // A copy is read again before it is written, which is `build`'s work.
    if args.build.share {
        return Err(Diagnostic::usage(ui.locale.text("usage-watch-share").to_owned()));
    }
    let (done, ended) = channel();
    let stop = done.clone();
    on_stop(move || drop(stop.send(Ok(Exit::Fine))))?;
    let project = global.project(ui)?;
    let output = output_folder(&project, &args.build)?;
    let wishes = Wishes {
        theme: args.build.theme.clone(),
        theme_scripts: args.build.theme_scripts.clone(),
        lang: args.build.lang,
    };
    let gate = Arc::new(Gate::default());
    let mut work = Work {
        ui: ui.clone(),
        global: global.clone(),
        args: args.build.clone(),
        live: Live::new(&project.root, wishes),
        gate: Arc::clone(&gate),
        pages: Pages::default(),
        unwritten: None,
    };
    let poll = args.poll;
    std::thread::spawn(move || {
        // Looking at all there is takes its time on a slow drive: that, too, can be stopped.
        let watched = Watcher::new(&project.root, &output, poll).map(|mut watcher| {
            work.ui.tell("watching", &[("path", project.root.display().to_string().into())]);
            work.follow(&mut watcher);
            Exit::Fine
        });
        // Nobody listens any more when the person has stopped it first.
        let _ = done.send(watched);
    });
    let exit = ended.recv().unwrap_or(Ok(Exit::Fine));
    gate.is_stopped.store(true, Ordering::SeqCst);
    drop(gate.writing.lock().unwrap_or_else(PoisonError::into_inner));
    exit
}

/// Calls `stop` when the person wants the program to end.
pub(super) fn on_stop(stop: impl FnMut() + Send + 'static) -> Result<()> {
    ctrlc::set_handler(stop)
        .map_err(|error| Box::new(Diagnostic::new(Code::Internal).with("reason", error.to_string())))
}

/// What builds the report again and again.
struct Work {
    ui: Ui,
    global: GlobalArgs,
    args: BuildArgs,
    live: Live,
    gate: Arc<Gate>,
    pages: Pages,
    /// What kept the last report from being written.
    unwritten: Option<Box<Diagnostic>>,
}

impl Work {
    fn follow(&mut self, watcher: &mut Watcher) {
        let mut day = self.global.today();
        self.rebuild(&Changes::Any);
        loop {
            let patience = if self.unwritten.is_some() { AGAIN } else { PATIENCE };
            let changes = match watcher.wait(patience) {
                Wake::Changed(changes) => changes,
                Wake::Nothing if self.unwritten.is_some() || self.global.today() != day => {
                    Changes::At(std::collections::BTreeSet::new())
                }
                Wake::Nothing => continue,
                Wake::Stop => return,
            };
            day = self.global.today();
            self.rebuild(&changes);
        }
    }

    /// Builds once; what goes wrong is told and the last report stays.
    fn rebuild(&mut self, changes: &Changes) {
        let unwritten = self.unwritten.take();
        if unwritten.is_some() || !self.is_there() {
            self.live.show_again();
        }
        let before = self.live.problems().clone();
        let update = self.live.update(changes, self.global.today());
        if update.news == News::Nothing {
            return;
        }
        if let Some(project) = self.live.project() {
            self.ui.locale = project.locale(None);
        }
        let is_told = unwritten.is_some() && before == *self.live.problems();
        if !is_told {
            tell_problems(&self.ui, self.live.problems());
        }
        let Some(edition) = update.edition else { return };
        if !is_told && self.live.problems().has_errors() {
            tell_read(&self.ui, &edition.journal);
            self.ui.tell("watching-last-good", &[]);
        }
        if let Err(problem) = self.write(&edition)
            && !self.is_stopped()
        {
            if unwritten.as_ref() != Some(&problem) {
                self.ui.problem(&problem);
            }
            self.unwritten = Some(problem);
        }
    }

    /// Returns whether the output is there, as far as it can be told where that is.
    fn is_there(&self) -> bool {
        let output = self.live.project().and_then(|project| output_folder(project, &self.args).ok());
        output.is_none_or(|output| fs::is_folder(&output))
    }

    fn is_stopped(&self) -> bool {
        self.gate.is_stopped.load(Ordering::SeqCst)
    }

    fn write(&self, edition: &Edition) -> Result<()> {
        let Some(project) = self.live.project() else { return Ok(()) };
        let output = output_folder(project, &self.args)?;
        let open = self.gate.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let is_stopped = || self.is_stopped();
        let written = edition
            .render(|pages| write_pages(pages, (None, Some(&self.pages)), &project.root, &output, &is_stopped))?;
        drop(open);
        if !is_stopped() {
            tell_written(&self.ui, project, &self.args, written);
        }
        Ok(())
    }
}
