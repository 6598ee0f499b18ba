//! The server: connections, and how many and how long.
//!
//! Each connection is a task on one thread. There are at most [`MOST`] at once;
//! further ones wait in the system's queue. Headers that do not come, or do not end, and
//! browsers that do not read, end their connection: nobody holds a place for ever.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, oneshot, watch};
use tokio::time::{sleep, timeout};

use super::reply::{Answer, Reply, events, redirect};
use super::request::{RESERVED, path};
use super::{Ask, State};
use crate::address::encode;

/// The most connections at once.
const MOST: usize = 256;
/// The most streams of events at once, which leaves places for pages; a browser needs one for all its tabs.
const MOST_STREAMS: usize = 200;
/// How long the headers of a request may take, and how long a connection may be idle.
const HEADERS: Duration = Duration::from_secs(10);
/// How long a connection may live before it ends after its answer; streams of events are opened anew.
const LIFE: Duration = Duration::from_mins(5);
/// How long it may live on until its last answer is read.
const GRACE: Duration = Duration::from_secs(30);
/// The most bytes of headers.
const HEADER_BYTES: usize = 16 * 1024;

/// What every connection needs.
struct Shared {
    port: u16,
    asks: Sender<Ask>,
    states: watch::Receiver<State>,
    streams: Arc<Semaphore>,
}

/// Answers what comes to `listener` until the program ends.
///
/// # Errors
/// The system's, when no server can be made.
pub fn serve(listener: TcpListener, asks: Sender<Ask>, states: watch::Receiver<State>) -> io::Result<()> {
    let port = listener.local_addr()?.port();
    listener.set_nonblocking(true)?;
    let shared = Arc::new(Shared { port, asks, states, streams: Arc::new(Semaphore::new(MOST_STREAMS)) });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(accept(listener, shared))
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let places = Arc::new(Semaphore::new(MOST));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return Ok(()) };
        match listener.accept().await {
            Ok((stream, _)) => {
                let shared = Arc::clone(&shared);
                tokio::spawn(async move {
                    connection(stream, shared).await;
                    drop(place);
                });
            }
            // The other end is gone already, or the system has no room now.
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn connection(stream: TcpStream, shared: Arc<Shared>) {
    // Without it an answer may wait; with an old system it only waits longer.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| {
        let shared = Arc::clone(&shared);
        async move { Ok::<_, Infallible>(respond(&request, &shared).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS)
        .max_buf_size(HEADER_BYTES)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    // What a connection dies of is the other end's business.
    if timeout(LIFE, connection.as_mut()).await.is_err() {
        connection.as_mut().graceful_shutdown();
        let _ = timeout(GRACE, connection).await;
    }
}

async fn respond(request: &Request<Incoming>, shared: &Shared) -> Response<Reply> {
    let path = match path(request, shared.port) {
        Ok(path) => path,
        Err(status) => return Answer::plain(status).response(),
    };
    match path.strip_prefix(RESERVED) {
        Some("live.js") => Answer::file(&path, LIVE_JS).response(),
        Some("worker.js") => Answer::file(&path, WORKER_JS).response(),
        Some("live.css") => Answer::file(&path, LIVE_CSS).response(),
        Some("events") => stream(shared),
        Some(_) => Answer::plain(StatusCode::NOT_FOUND).response(),
        // Browsers ask for it by themselves, and complain where there is none.
        None if path == "favicon.ico" => Answer::nothing().response(),
        None if path == "entries" => redirect(&format!("/{}/", encode(&path))),
        None => page(path, shared).await,
    }
}

const LIVE_JS: &str = include_str!("live.js");
const WORKER_JS: &str = include_str!("worker.js");
const LIVE_CSS: &str = include_str!("live.css");

/// Returns the events, where not too many listen already.
fn stream(shared: &Shared) -> Response<Reply> {
    match Arc::clone(&shared.streams).try_acquire_owned() {
        Ok(place) => events(shared.states.clone(), place),
        Err(_) => Answer::plain(StatusCode::SERVICE_UNAVAILABLE).response(),
    }
}

async fn page(path: String, shared: &Shared) -> Response<Reply> {
    let path = if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path };
    let (reply, answer) = oneshot::channel();
    let is_asked = shared.asks.send(Ask::Page { path, reply }).is_ok();
    match answer.await {
        Ok(answer) if is_asked => answer.response(),
        _ => Answer::plain(StatusCode::SERVICE_UNAVAILABLE).response(),
    }
}
