//! `rebond serve`: the report in a browser, as its files are edited.

use std::sync::mpsc::{Sender, channel};
use std::thread;

use super::args::{GlobalArgs, parse_lang, read_line, tell_problems};
use super::browser;
use super::exit::Exit;
use super::ui::Ui;
use super::watch::{PATIENCE, on_stop};
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::locale::Lang;
use crate::pipeline::{Live, Wishes};
use crate::serve::{Ask, PORT, Tell, listen, serve, stage};
use crate::watch::{Wake, Watcher};

/// Show the report in a browser, and follow its files
///
/// On this machine alone: nobody else can see it. Open pages are loaded again when a
/// file changes, where they were. Nothing is written. A broken file never ends it: the
/// last good report stays, with what is wrong above it. Ctrl-C ends it.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ServeArgs {
    /// Listen on this port; without, on the usual one or any that is free
    #[arg(long, value_name = "PORT", value_parser = parse_port)]
    port: Option<u16>,
    /// Open the report in the browser
    #[arg(long)]
    open: bool,
    /// Use this theme
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// Let the scripts of this theme of the journal run in the report
    #[arg(long, value_name = "NAME")]
    theme_scripts: Option<String>,
    /// Write the report in this language: fr or en
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    lang: Option<Lang>,
    /// Look at the files twice a second instead of waiting for the system to tell
    #[arg(long)]
    poll: bool,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &ServeArgs) -> Result<Exit> {
    let (done, ended) = channel();
    let stop = done.clone();
    on_stop(move || drop(stop.send(Ok(Exit::Fine))))?;
    let project = global.project(ui)?;
    let (listener, address) = listen(args.port).map_err(|error| port_taken(ui, args.port, &error))?;
    if args.port.is_none() && address.port() != PORT {
        ui.tell("port-other", &[("usual", port_text(PORT).into()), ("port", port_text(address.port()).into())]);
    }
    let wishes = Wishes { theme: args.theme.clone(), theme_scripts: args.theme_scripts.clone(), lang: args.lang };
    let days = global.clone();
    let live = Live::new(&project.root, wishes);
    let (stage, asks, states) = stage(live, ui.locale.clone(), Box::new(move || days.today()), tell(ui));
    let url = format!("http://{address}/");
    ui.data(&format!("{url}\n"))?;
    ui.tell("serving", &[("path", project.root.display().to_string().into())]);
    if args.open {
        browser::open(ui, &url);
    }
    let (followed, failed, poll) = (asks.clone(), done.clone(), args.poll);
    // Looking at all there is takes its time on a slow drive: that, too, can be stopped.
    thread::spawn(move || match Watcher::new(&project.root, &project.root.join(&project.settings.paths.site), poll) {
        Ok(mut watcher) => {
            thread::spawn(move || stage.run());
            follow(&mut watcher, &followed);
        }
        Err(problem) => drop(failed.send(Err(problem))),
    });
    thread::spawn(move || {
        let served = serve(listener, asks, states);
        let problem = |error: std::io::Error| Diagnostic::new(Code::Internal).with("reason", error.to_string());
        // Nobody listens any more when the person has stopped it first.
        let _ = done.send(served.map(|()| Exit::Fine).map_err(|error| Box::new(problem(error))));
    });
    ended.recv().unwrap_or(Ok(Exit::Fine))
}

/// Reads a port of the command line.
fn parse_port(text: &str) -> std::result::Result<u16, String> {
    text.parse().ok().filter(|port| *port > 0).ok_or_else(|| "1–65535".to_owned())
}

/// Passes on what changes, and looks at the clock.
fn follow(watcher: &mut Watcher, asks: &Sender<Ask>) {
    loop {
        let ask = match watcher.wait(PATIENCE) {
            Wake::Changed(changes) => Ask::Changed(changes),
            Wake::Nothing => Ask::Time,
            Wake::Stop => return,
        };
        if asks.send(ask).is_err() {
            return;
        }
    }
}

/// Returns what tells the person how each reading went.
fn tell(ui: &Ui) -> Tell {
    let mut ui = ui.clone();
    Box::new(move |problems, edition| {
        if let Some(edition) = edition {
            ui.locale = edition.frame.locale.clone();
            ui.say(&read_line(&ui, &edition.journal));
        }
        tell_problems(&ui, problems);
    })
}

fn port_taken(ui: &Ui, port: Option<u16>, error: &std::io::Error) -> Box<Diagnostic> {
    let port = port_text(port.unwrap_or(PORT));
    let args = [("port", port.into()), ("reason", error.to_string().into())];
    Diagnostic::usage(ui.locale.format("port-taken", &args))
}

/// Returns a port as it is written: no thousands.
fn port_text(port: u16) -> String {
    port.to_string()
}
