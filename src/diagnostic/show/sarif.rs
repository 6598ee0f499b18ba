//! SARIF 2.1.0 (OASIS), as code scanning services read it.

use serde_json::{Value, json};

use super::printable_json;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::locale::Locale;

/// Returns one run with all problems and the rules of their codes.
pub(super) fn show(diagnostics: &[&Diagnostic], locale: &Locale) -> String {
    let mut codes: Vec<Code> = diagnostics.iter().map(|problem| problem.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, locale)).collect();
    let results: Vec<Value> = diagnostics.iter().map(|problem| result(problem, &codes, locale)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "rebond",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    printable_json(&serde_json::to_string_pretty(&log).unwrap_or_default()) + "\n"
}

fn rule(code: Code, locale: &Locale) -> Value {
    json!({
        "id": code.name(),
        "shortDescription": { "text": locale.format(&format!("diagnostic-{code}.about"), &[]) },
        "fullDescription": { "text": locale.format(&format!("diagnostic-{code}.why"), &[]) },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn result(problem: &Diagnostic, codes: &[Code], locale: &Locale) -> Value {
    let help = problem.help_text(locale).map(|help| format!("\n{help}")).unwrap_or_default();
    let mut result = json!({
        "ruleId": problem.code.name(),
        "ruleIndex": codes.binary_search(&problem.code).unwrap_or_default(),
        "level": level(problem.severity()),
        "message": { "text": format!("{}{help}", problem.message(locale)) },
    });
    if let (Some(at), Some(object)) = (&problem.location, result.as_object_mut()) {
        let location = json!([{ "physicalLocation": {
            "artifactLocation": { "uri": uri(&at.path) },
            "region": { "startLine": at.position.line, "startColumn": at.position.column },
        }}]);
        object.insert("locations".to_owned(), location);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// Returns a path as a relative URI (RFC 3986): everything but unreserved characters and `/` is encoded.
fn uri(path: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    path.bytes().map(byte).collect()
}
