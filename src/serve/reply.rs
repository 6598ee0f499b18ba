//! Answers: what stands in them, and the headers that keep them safe.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame, SizeHint};
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::{Response, StatusCode};
use tokio::sync::{OwnedSemaphorePermit, watch};
use tokio::time::timeout;

use super::State;

/// How often a silent stream of events says that it is alive.
const PING: Duration = Duration::from_secs(15);

/// What no page of a site needs to allow: everything but its own files.
pub(super) const STRICT: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// An answer before it is sent.
#[derive(Clone, Debug)]
pub struct Answer {
    pub(super) status: StatusCode,
    pub(super) content_type: &'static str,
    /// The content security policy.
    pub(super) policy: String,
    pub(super) bytes: Bytes,
}

impl Answer {
    /// Returns an answer of nothing but a status and its name.
    pub(super) fn plain(status: StatusCode) -> Self {
        let text = format!("{status}\n");
        Self { status, content_type: "text/plain; charset=utf-8", policy: STRICT.to_owned(), bytes: text.into() }
    }

    /// Returns the answer that there is nothing, and that nothing is missing.
    pub(super) fn nothing() -> Self {
        Self { bytes: Bytes::new(), ..Self::plain(StatusCode::NO_CONTENT) }
    }

    /// Returns the file at `path`, whose name tells what it is.
    pub(super) fn file(path: &str, bytes: impl Into<Bytes>) -> Self {
        let content_type = content_type(path);
        // A picture may hold a script, and a worker's own policy decides what it may reach.
        let policy = match content_type {
            "image/svg+xml" => format!("{STRICT}; style-src 'unsafe-inline'; sandbox"),
            _ => format!("{STRICT}; connect-src 'self'"),
        };
        Self { status: StatusCode::OK, content_type, policy, bytes: bytes.into() }
    }

    /// Returns whether it is a page.
    pub(super) fn is_page(&self) -> bool {
        self.content_type.starts_with("text/html")
    }

    /// Returns what is sent, as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(super) fn response(self) -> Response<Reply> {
        let mut response = Response::new(Reply::Whole(Some(self.bytes)));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        if let Ok(policy) = HeaderValue::from_str(&self.policy) {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        if self.status == StatusCode::METHOD_NOT_ALLOWED {
            headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        with_safety(response)
    }
}

/// Returns the stream of events that tells every new state, beginning with the present one; it holds its `place`.
pub(super) fn events(mut states: watch::Receiver<State>, place: OwnedSemaphorePermit) -> Response<Reply> {
    states.mark_changed();
    let mut response = Response::new(Reply::Events { next: Box::pin(next(states)), _place: place });
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    with_safety(response)
}

/// Sends the browser elsewhere on the site.
pub(super) fn redirect(address: &str) -> Response<Reply> {
    let mut response = Answer::plain(StatusCode::MOVED_PERMANENTLY).response();
    if let Ok(address) = HeaderValue::from_str(address) {
        response.headers_mut().insert(header::LOCATION, address);
    }
    response
}

fn with_safety(mut response: Response<Reply>) -> Response<Reply> {
    let fixed = [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    ];
    for (name, value) in fixed {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

type NextEvent = Pin<Box<dyn Future<Output = Option<(Bytes, watch::Receiver<State>)>> + Send>>;

/// Waits for the next state; after a silence it only says that the stream is alive.
async fn next(mut states: watch::Receiver<State>) -> Option<(Bytes, watch::Receiver<State>)> {
    let event = match timeout(PING, states.changed()).await {
        Ok(Ok(())) => format!("retry: 500\ndata: {}\n\n", states.borrow_and_update().text()),
        Ok(Err(_)) => return None,
        Err(_) => ":\n\n".to_owned(),
    };
    Some((event.into(), states))
}

/// The body of an answer: whole, or one event after the other.
pub(super) enum Reply {
    /// These bytes.
    Whole(Option<Bytes>),
    /// Events as they come.
    Events {
        /// The next one.
        next: NextEvent,
        /// Given back when the stream ends.
        _place: OwnedSemaphorePermit,
    },
}

impl Body for Reply {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        match self.get_mut() {
            Self::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Self::Events { next: waiting, .. } => match waiting.as_mut().poll(context) {
                Poll::Pending => Poll::Pending,
                Poll::Ready(None) => Poll::Ready(None),
                Poll::Ready(Some((event, states))) => {
                    *waiting = Box::pin(next(states));
                    Poll::Ready(Some(Ok(Frame::data(event))))
                }
            },
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
            Self::Events { .. } => SizeHint::default(),
        }
    }
}

fn content_type(path: &str) -> &'static str {
    let extension = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, end)| end);
    match extension.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "ics" => "text/calendar; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
