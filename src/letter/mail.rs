//! A letter as a mail program takes it: an `.eml` draft, or a `mailto:` link.

use std::fmt::Write as _;

use jiff::civil::Date;
use mail_builder::headers::Header;
use mail_builder::headers::address::Address;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Letter;

/// Returns a letter as a draft by RFC 5322 that mail programs open ready to send.
///
/// It is dated noon of `today` in UTC, and has no `Message-ID`: both are the
/// sending program's to give. What stands in a header never breaks out of it.
pub fn eml(letter: &Letter, today: Date) -> String {
    let noon = today.at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).map_or(0, |noon| noon.timestamp().as_second());
    let mut draft: Vec<u8> = Vec::new();
    let mut header = |name: &str, value: &dyn Fn(&mut Vec<u8>, usize)| {
        draft.extend_from_slice(name.as_bytes());
        draft.extend_from_slice(b": ");
        value(&mut draft, name.len() + 2);
    };
    header("X-Unsent", &|out, at| Text::new("1").write_header(out, at));
    header("Date", &|out, at| mail_builder::headers::date::Date::new(noon).write_header(out, at));
    if let Some(address) = letter.from.address.as_deref().and_then(address) {
        header("From", &|out, at| mailbox(letter.from.name.as_deref(), &address).write_header(out, at));
    }
    if let Some(to) = &letter.to
        && let Some(address) = to.address.as_deref().and_then(address)
    {
        header("To", &|out, at| mailbox(to.name.as_deref(), &address).write_header(out, at));
    }
    let subject = one_line(letter.subject.as_deref().unwrap_or_default());
    header("Subject", &|out, at| Text::new(subject.as_str()).write_header(out, at));
    header("MIME-Version", &|out, at| Text::new("1.0").write_header(out, at));
    MimePart::new("text/plain", format!("{}\n", letter.body)).write_part(&mut draft);
    String::from_utf8_lossy(&draft).into_owned()
}

fn mailbox<'a>(name: Option<&str>, address: &'a str) -> Address<'a> {
    Address::new_address(name.map(one_line).filter(|name| !name.is_empty()), address)
}

/// Characters of a `mailto:` link that stand as they are: RFC 3986's unreserved ones.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Returns a letter as a `mailto:` link by RFC 6068.
pub fn mailto(letter: &Letter) -> String {
    let mut link = "mailto:".to_owned();
    if let Some(address) = letter.to.as_ref().and_then(|to| to.address.as_deref()).and_then(address)
        && let Some((local, domain)) = address.rsplit_once('@')
    {
        let _ = write!(link, "{}@{}", utf8_percent_encode(local, KEPT), utf8_percent_encode(domain, KEPT));
    }
    let subject = one_line(letter.subject.as_deref().unwrap_or_default());
    let body = letter.body.replace('\n', "\r\n");
    let _ = write!(link, "?subject={}", utf8_percent_encode(&subject, KEPT));
    let _ = write!(link, "&body={}", utf8_percent_encode(&body, KEPT));
    link
}

/// Returns an e-mail address that can stand in a header, or `None`: one `@`, nothing that separates or breaks.
pub(super) fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let (local, domain) = text.split_once('@')?;
    let breaks = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"@".contains(c);
    let is_whole = !local.is_empty() && !domain.is_empty() && !local.contains(breaks) && !domain.contains(breaks);
    is_whole.then(|| text.to_owned())
}

/// Returns `text` on one line, without control characters.
fn one_line(text: &str) -> String {
    let plain: String =
        text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect();
    plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
