//! A report over HTTP on this machine alone, which follows its files.
//!
//! In: a [`Stage`], which knows the pages, and a listener on 127.0.0.1. Out:
//! answers to GET and HEAD. Pages are rendered when they are asked for; nothing
//! is written to disk. What builds never hold is added here: a script that
//! loads a page again when it has changed, and a banner that tells what is
//! broken. `request` decides what is refused, `http` limits how much is served at once.

mod http;
mod inject;
mod reply;
mod request;
mod stage;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

pub use http::serve;
pub use reply::Answer;
pub use stage::{Ask, Clock, Stage, Tell, stage};

/// The port that is tried first.
pub const PORT: u16 = 7272;

/// What a page needs to be what its files say: when it differs from the server's, the page is loaded again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The run of the server.
    pub(crate) run: u64,
    /// How often pages have changed.
    pub(crate) pages: u64,
    /// How often style sheets alone have changed.
    pub(crate) styles: u64,
}

impl State {
    /// Returns the state as the script reads it.
    pub(crate) fn text(&self) -> String {
        format!("{:x}.{}.{}", self.run, self.pages, self.styles)
    }
}

/// Listens on 127.0.0.1: at `port`, else at the usual one or, where it is taken, at any that is free.
///
/// # Errors
/// The system's, when the given port, or every port, is taken.
pub fn listen(port: Option<u16>) -> io::Result<(TcpListener, SocketAddr)> {
    let at = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = match port {
        Some(port) => at(port)?,
        None => at(PORT).or_else(|_| at(0))?,
    };
    let address = listener.local_addr()?;
    Ok((listener, address))
}
