//! The integration tests, a module per feature.

mod commands;
mod letters;
