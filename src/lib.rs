//! Rebond turns a folder of refused job applications into a report.
//!
//! Data flows one way, and every stage has its own type:
//!
//! ```text
//! Settings -> paths -> SourceFile -> Entry, Goal -> Journal -> Report -> Site -> files
//!   config   discover    fs, source     parse       pipeline   analyse   render   write
//! ```
//!
//! The modules, in reading order; each uses only those above it:
//!
//! - [`source`]: a file's text, spans, lines and columns
//! - [`locale`]: messages, dates, folding of accents and case
//! - [`calendar`]: working days and public holidays of a region
//! - [`diagnostic`]: problems, their codes, and how they are shown
//! - [`model`]: entries, goals, tasks, topics; the vocabulary of the format
//! - [`fs`]: the only user of the file system
//! - `data`: YAML and TOML to values with places
//! - [`config`]: `rebond.toml` to [`model::Settings`]
//! - [`discover`]: which files a journal has
//! - `markdown`: the events of a Markdown text
//! - [`parse`]: a file to an entry or a goal
//! - [`check`]: rules that need several files, or today
//! - [`suggest`]: words to suggested topics and the kind of feedback
//! - [`share`]: a journal to one that names nobody, and the check that its site does not
//! - [`analyse`]: a journal to a [`analyse::Report`], every figure once
//! - [`address`]: where pages stand in the site
//! - [`ics`]: an agenda to a calendar file
//! - [`edit`]: the smallest change of a person's file, proved before it is written
//! - [`template`]: the template engine
//! - [`letter`]: an entry and a template to a letter
//! - [`render`]: a report and its journal to the pages of a site
//! - `write`: pages to an output folder, only what changed
//! - `fingerprint`: a number for all that a site is made from
//! - [`pipeline`]: the stages in order
//! - [`watch`]: file events to rebuilds
//! - [`serve`]: the pages over HTTP on 127.0.0.1, as their files change
//! - [`cli`]: the commands
//!
//! From `parse` to `render`, functions take values and return values: no disk,
//! clock, environment or terminal. Today, the language and the theme's texts are
//! arguments. The same journal and day give the same bytes.

pub mod address;
pub mod analyse;
pub mod calendar;
pub mod check;
pub mod cli;
pub mod config;
mod data;
pub mod diagnostic;
pub mod discover;
pub mod edit;
pub mod fingerprint;
pub mod fs;
pub mod ics;
pub mod letter;
pub mod locale;
mod markdown;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod render;
pub mod serve;
pub mod share;
pub mod source;
pub mod suggest;
pub mod template;
pub mod watch;
pub mod write;

/// The name of the theme that is used when the settings name none.
pub const DEFAULT_THEME: &str = "booklet";
