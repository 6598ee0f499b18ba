//! Who knows the pages: one thread that holds the journal, renders what is asked for, and follows the files.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher};
use std::sync::mpsc::{Receiver, Sender, channel};

use hyper::StatusCode;
use jiff::civil::Date;
use tokio::sync::{oneshot, watch};

use super::reply::Answer;
use super::{State, inject};
use crate::diagnostic::Diagnostics;
use crate::locale::Locale;
use crate::pipeline::{Changes, Edition, Live, News};
use crate::render::Renderer;
use crate::write;

/// The most bytes of pages that are kept once rendered.
const KEPT_BYTES: usize = 64 * 1024 * 1024;

/// What a stage is asked for.
pub enum Ask {
    /// The page at a path of the site.
    Page {
        /// The path, decoded.
        path: String,
        /// Where the answer goes.
        reply: oneshot::Sender<Answer>,
    },
    /// To follow files that may have changed.
    Changed(Changes),
    /// To see whether the day has changed.
    Time,
}

/// Tells that the journal was read again: what is wrong now, and what is shown.
pub type Tell = Box<dyn FnMut(&Diagnostics, Option<&Edition>) + Send>;
/// Tells what day it is.
pub type Clock = Box<dyn Fn() -> Date + Send>;

/// The thread's own.
pub struct Stage {
    live: Live,
    locale: Locale,
    clock: Clock,
    tell: Tell,
    asks: Receiver<Ask>,
    states: watch::Sender<State>,
    day: Date,
    /// What is asked for and waits for the next edition.
    waiting: Option<Ask>,
}

/// Returns a stage for a journal, how to ask it, and its states; problems are told in the language of `locale`.
pub fn stage(live: Live, locale: Locale, clock: Clock, tell: Tell) -> (Stage, Sender<Ask>, watch::Receiver<State>) {
    let (sender, asks) = channel();
    // A run's number only has to differ from that of another run.
    let run = std::collections::hash_map::RandomState::new().build_hasher().finish();
    let (states, receiver) = watch::channel(State { run, ..State::default() });
    let day = clock();
    (Stage { live, locale, clock, tell, asks, states, day, waiting: None }, sender, receiver)
}

impl Stage {
    /// Reads the journal, and then does what it is asked until nobody can ask any more.
    pub fn run(mut self) {
        let mut edition = self.update(&Changes::Any);
        loop {
            let next = match &edition {
                Some(edition) => edition.render(|renderer| self.answer(Some((edition, renderer)))),
                None => self.answer(None),
            };
            match next {
                // What was shown goes while the next page is made.
                Some(next) => {
                    let before = edition.replace(next);
                    rayon::spawn(move || drop(before));
                }
                None => return,
            }
        }
    }

    /// Answers until there is another edition; `None` when nobody can ask any more.
    fn answer(&mut self, shown: Option<(&Edition, &Renderer<'_>)>) -> Option<Edition> {
        let mut made = Made::default();
        loop {
            let ask = match self.waiting.take() {
                Some(ask) => ask,
                None => self.asks.recv().ok()?,
            };
            let state = self.states.borrow().clone();
            let is_other_day = (self.clock)() != self.day;
            let next = match (&ask, is_other_day) {
                (Ask::Changed(changes), _) => self.update(changes),
                (_, true) => self.update(&Changes::At(std::collections::BTreeSet::new())),
                _ => None,
            };
            if next.is_some() {
                self.waiting = matches!(ask, Ask::Page { .. }).then_some(ask);
                return next;
            }
            if *self.states.borrow() != state {
                made = Made::default();
            }
            if let Ask::Page { path, reply } = ask {
                let answer = made.answer(&path, || self.make(&path, shown));
                // Who asked may be gone.
                let _ = reply.send(answer);
            }
        }
    }

    /// Follows the files; returns the next edition when there is one.
    fn update(&mut self, changes: &Changes) -> Option<Edition> {
        self.day = (self.clock)();
        let update = self.live.update(changes, self.day);
        if update.news != News::Nothing {
            (self.tell)(self.live.problems(), update.edition.as_ref());
        }
        self.states.send_if_modified(|state| {
            match update.news {
                News::Nothing => return false,
                News::Styles => state.styles += 1,
                News::Pages => state.pages += 1,
            }
            true
        });
        update.edition
    }

    fn make(&self, path: &str, shown: Option<(&Edition, &Renderer<'_>)>) -> Answer {
        let state = self.states.borrow().clone();
        let locale = shown.map_or(&self.locale, |(edition, _)| &edition.frame.locale);
        let banner = inject::banner(self.live.problems(), locale);
        let empty =
            |status, key: &str, banner: &str| Answer { status, ..inject::empty_page(key, banner, &state, locale) };
        let Some((edition, renderer)) = shown else {
            return empty(StatusCode::SERVICE_UNAVAILABLE, "live-nothing", &banner);
        };
        let content = match renderer.page(path) {
            Ok(Some(content)) => write::bytes(content, &edition.root),
            Ok(None) => return empty(StatusCode::NOT_FOUND, "live-not-found", &banner),
            Err(problem) => Err(problem),
        };
        match content {
            Ok(bytes) => match Answer::file(path, bytes) {
                page if page.is_page() => inject::page(&page.text(), &banner, &state),
                file => file,
            },
            Err(problem) => {
                let mut problems = self.live.problems().clone();
                problems.push(*problem);
                empty(StatusCode::INTERNAL_SERVER_ERROR, "live-nothing", &inject::banner(&problems, locale))
            }
        }
    }
}

/// Answers that were made for one state.
#[derive(Default)]
struct Made {
    answers: BTreeMap<String, Answer>,
    bytes: usize,
}

impl Made {
    fn answer(&mut self, path: &str, make: impl FnOnce() -> Answer) -> Answer {
        if let Some(answer) = self.answers.get(path) {
            return answer.clone();
        }
        let answer = make();
        if self.bytes + answer.bytes.len() > KEPT_BYTES {
            *self = Self::default();
        }
        // Whatever is asked for, only pages that there are take room.
        if answer.status == StatusCode::OK {
            self.bytes += answer.bytes.len();
            self.answers.insert(path.to_owned(), answer.clone());
        }
        answer
    }
}
