//! What a request asks for, and whether it is answered at all.
//!
//! Only programs of this machine reach the server, but a browser is one that
//! strangers' pages command. A name that leads here by DNS rebinding is refused by
//! the `Host` header, what another site's page loads by `Sec-Fetch-Site`.

use hyper::header::{HOST, HeaderMap, HeaderName};
use hyper::{Method, Request, StatusCode};
use percent_encoding::percent_decode_str;

/// The folder of the server's own files, which no site has.
pub(super) const RESERVED: &str = "_rebond/";

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const SEC_FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");

/// Returns the path in the site that a request asks for, or how it is refused.
pub(super) fn path<B>(request: &Request<B>, port: u16) -> Result<String, StatusCode> {
    if !has_own_host(request, port) || is_of_other_site(request.headers()) {
        return Err(StatusCode::FORBIDDEN);
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    decode(request.uri().path()).ok_or(StatusCode::BAD_REQUEST)
}

/// Returns whether a request names this server, once, by an address that no name server gives.
fn has_own_host<B>(request: &Request<B>, port: u16) -> bool {
    let mut hosts = request.headers().get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let in_line = request.uri().authority().is_none_or(|authority| is_own(authority.as_str(), port));
    in_line && host.to_str().is_ok_and(|host| is_own(host, port))
}

fn is_own(host: &str, port: u16) -> bool {
    let (name, number) = host.split_once(':').map_or((host, None), |(name, number)| (name, Some(number)));
    let is_port = number.is_none_or(|number| number == port.to_string());
    is_port && (name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost"))
}

/// Returns whether a page of another site asks, but to show this one to the person.
fn is_of_other_site(headers: &HeaderMap) -> bool {
    let is = |name: &HeaderName, values: &[&str]| {
        headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| values.contains(&value))
    };
    is(&SEC_FETCH_SITE, &["cross-site", "same-site"]) && !is(&SEC_FETCH_MODE, &["navigate"])
}

/// Decodes a path (RFC 3986); `None` for what is no plain path below the root.
fn decode(path: &str) -> Option<String> {
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let below = path.strip_prefix('/')?;
    let is_plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    let parts = below.strip_suffix('/').unwrap_or(below);
    let is_fine = parts.is_empty() && below.is_empty() || parts.split('/').all(is_plain);
    (is_fine && !below.contains(|c: char| c == '\\' || c.is_control())).then(|| below.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(path_and_host: (&str, &[&str]), expected: Result<&str, u16>) {
        let (uri, hosts) = path_and_host;
        let mut request = Request::builder().uri(uri);
        for host in hosts {
            request = request.header(HOST, *host);
        }
        let request = request.body(()).unwrap();
        assert_eq!(path(&request, 7272), expected.map(str::to_owned).map_err(|code| code.try_into().unwrap()), "{uri}");
    }

    #[test]
    fn paths_are_decoded_and_stay_below_the_root() {
        let own: &[&str] = &["127.0.0.1:7272"];
        case(("/", own), Ok(""));
        case(("/entries/", own), Ok("entries/"));
        case(("/entries/caf%C3%A9%20%231.html?x=../y", own), Ok("entries/café #1.html"));
        for outside in [
            "/../etc/passwd",
            "/%2e%2e/etc/passwd",
            "/a/..%2f..%2fetc/passwd",
            "/a/./b",
            "//etc/passwd",
            "/a//b",
            "/a%00b",
            "/a%5c..%5cb",
            "/%FF",
            "//",
        ] {
            case((outside, own), Err(400));
        }
    }

    #[test]
    fn only_the_machines_own_names_are_answered() {
        for host in ["127.0.0.1", "127.0.0.1:7272", "localhost:7272", "LocalHost"] {
            case(("/a", &[host]), Ok("a"));
        }
        for host in ["evil.example", "127.0.0.1:80", "127.0.0.1.evil.example", "localhost:", "[::1]:7272", "", "127.1"]
        {
            case(("/a", &[host]), Err(403));
        }
        case(("/a", &[]), Err(403));
        case(("/a", &["localhost", "evil.example"]), Err(403));
        case(("http://evil.example/a", &["localhost"]), Err(403));
    }

    #[test]
    fn pages_of_other_sites_can_lead_here_and_load_nothing() {
        let asked = |site: &str, mode: &str| {
            let request = Request::builder().uri("/a").header(HOST, "localhost");
            path(&request.header(SEC_FETCH_SITE, site).header(SEC_FETCH_MODE, mode).body(()).unwrap(), 7272).is_ok()
        };
        assert!(asked("same-origin", "no-cors") && asked("none", "navigate") && asked("cross-site", "navigate"));
        assert!(!asked("cross-site", "no-cors") && !asked("same-site", "cors"));
    }
}
