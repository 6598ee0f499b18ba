//! The tests from outside: one module a feature.

mod editing;
