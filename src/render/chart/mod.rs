//! Pictures for small numbers, as inline SVG: one mark is one application.
//!
//! Colours are the theme's, by class; every picture has a title, every mark a
//! tooltip, and an equivalent table or list stands beside it.

pub(super) mod funnel;
pub(super) mod goal;
pub(super) mod journey;
pub(super) mod strip;
