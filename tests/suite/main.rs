//! The program from outside: one module a feature, journals made in temporary folders.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::items_after_statements,
    clippy::string_slice,
    reason = "a helper of a test may fail the test, and a table names its words where it stands"
)]

mod commands;
mod diagnostics;
mod doctor;
mod editing;
#[cfg(unix)] // Links, signals and limits of the system.
mod faults;
mod figures;
#[cfg(unix)] // Its files have names that Windows refuses.
mod formats;
mod json;
mod letters;
mod live;
mod order;
mod reading;
mod readme;
mod seeds;
mod share;
mod site;
mod suggestions;
mod support;
mod themes;
mod tidy;
