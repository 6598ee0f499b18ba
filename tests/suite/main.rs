//! The program from outside: one module a feature, journals made in temporary folders.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a helper of a test may fail the test"
)]

mod commands;
mod diagnostics;
mod editing;
#[cfg(unix)] // Its files have names that Windows refuses.
mod formats;
mod reading;
mod suggestions;
mod support;
mod tidy;
