//! `rebond schema`: the front matter as a JSON Schema (draft 2020-12), for editors.
//!
//! Made from the vocabulary's tables. Editors complete and explain keys and
//! values with it; `check` knows more: dates that are none, keys and values
//! written without accents, keys given in both languages at once.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::args::GlobalArgs;
use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::locale::Lang;
use crate::model::vocabulary::{ENTRY, FLAGS, Field, GOAL, Kind, Word};
use crate::model::{Topics, tag_name};

/// Print the JSON Schema of the front matter
///
/// Keys and values in both languages, explained in the journal's; in a journal,
/// with its own topics.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct SchemaArgs {
    /// Only that of entries, or of goals
    of: Option<SchemaOf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum SchemaOf {
    /// Entries
    Entry,
    /// Goals
    Goal,
}

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The keys that an entry cannot do without; `decided` may come from the file's name.
const REQUIRED: &[&str] = &["company", "role"];

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &SchemaArgs) -> Result<Exit> {
    let topics = match global.project(ui) {
        Ok(project) => (*project.topics).clone(),
        // Outside of a journal, what every journal has.
        Err(problem) if problem.code == Code::JournalMissing && global.journal.is_none() => Topics::built_in(),
        Err(problem) => return Err(problem),
    };
    let schema = schema(ui.locale.lang, &topics, args.of);
    let text = serde_json::to_string_pretty(&schema)
        .map_err(|error| Diagnostic::new(Code::Internal).with("reason", error.to_string()))?;
    ui.data(&(text + "\n"))?;
    Ok(Exit::Fine)
}

fn schema(lang: Lang, topics: &Topics, of: Option<SchemaOf>) -> Value {
    let writer = Writer { lang, topics };
    let entry = || writer.document(lang.pick("Candidature", "Entry"), ENTRY, REQUIRED);
    let goal = || writer.document(lang.pick("Objectif", "Goal"), GOAL, &[]);
    let mut schema = Map::from_iter([("$schema".to_owned(), Value::from(DRAFT))]);
    match of {
        Some(SchemaOf::Entry) => schema.extend(entry()),
        Some(SchemaOf::Goal) => schema.extend(goal()),
        None => {
            schema.insert("anyOf".to_owned(), json!([{"$ref": "#/$defs/entry"}, {"$ref": "#/$defs/goal"}]));
            schema.insert("$defs".to_owned(), json!({"entry": entry(), "goal": goal()}));
        }
    }
    Value::Object(schema)
}

struct Writer<'a> {
    lang: Lang,
    topics: &'a Topics,
}

impl Writer<'_> {
    fn document(&self, title: &str, fields: &'static [Field], required: &[&str]) -> Map<String, Value> {
        let mut schema = Map::from_iter([("title".to_owned(), Value::from(title))]);
        schema.extend(self.record(fields));
        let either = |name: &&str| {
            let field = fields.iter().find(|field| field.word.en == *name)?;
            Some(json!({"anyOf": [{"required": [field.word.en]}, {"required": [field.word.fr]}]}))
        };
        let required: Vec<Value> = required.iter().filter_map(either).collect();
        if !required.is_empty() {
            schema.insert("allOf".to_owned(), Value::from(required));
        }
        schema
    }

    /// Returns an object with each field under both its names, those of the language first.
    fn record(&self, fields: &'static [Field]) -> Map<String, Value> {
        let mut properties = Map::new();
        for lang in [self.lang, if self.lang == Lang::Fr { Lang::En } else { Lang::Fr }] {
            for field in fields {
                let name = field.word.name(lang).to_owned();
                if !properties.contains_key(&name) {
                    properties.insert(name, self.property(field));
                }
            }
        }
        Map::from_iter([
            ("type".to_owned(), Value::from("object")),
            ("properties".to_owned(), Value::Object(properties)),
            // Keys of one's own are kept for the theme.
            ("additionalProperties".to_owned(), Value::from(true)),
        ])
    }

    fn property(&self, field: &Field) -> Value {
        let mut property = Map::from_iter([("description".to_owned(), Value::from(field.meaning(self.lang)))]);
        let mut choices = self.values(field.kind);
        // A key may be there without a value.
        choices.push(json!({"type": "null"}));
        property.insert("anyOf".to_owned(), Value::from(choices));
        Value::Object(property)
    }

    /// Returns the values that a kind of field takes.
    fn values(&self, kind: Kind) -> Vec<Value> {
        match kind {
            Kind::Text => vec![text()],
            Kind::Texts => vec![text(), list(&[text()])],
            Kind::Date => vec![date()],
            Kind::Dates => vec![date(), list(&[date()])],
            Kind::DateOrTrue => vec![date(), flag()],
            Kind::Flag => vec![flag()],
            Kind::Scale => vec![scale()],
            Kind::Choice(words) => vec![self.choice(words)],
            Kind::Topics => vec![self.topic(), list(&[self.topic()])],
            Kind::Record(fields) => vec![self.object(fields)],
            // A bare value is a record's first field: a contact's name, an interview's day.
            Kind::Records(fields) => {
                let one = vec![self.object(fields), text()];
                one.iter().cloned().chain([list(&one)]).collect()
            }
            Kind::DatesOrRecords(fields) => {
                let one = vec![date(), self.object(fields)];
                one.iter().cloned().chain([list(&one)]).collect()
            }
            Kind::ScaleOrRecord(fields) => vec![scale(), self.object(fields)],
        }
    }

    fn object(&self, fields: &'static [Field]) -> Value {
        Value::Object(self.record(fields))
    }

    fn choice(&self, words: &[Word]) -> Value {
        let other = if self.lang == Lang::Fr { Lang::En } else { Lang::Fr };
        let names = [self.lang, other].into_iter().flat_map(|lang| words.iter().map(move |word| word.name(lang)));
        json!({"enum": spellings(names.map(str::to_owned))})
    }

    /// Returns the topics to choose from; other texts pass, for `check` to tell of.
    fn topic(&self) -> Value {
        let labels = self.topics.iter().map(|topic| tag_name(topic.label(self.lang)));
        let ids = self.topics.iter().map(|topic| topic.id.clone());
        json!({"anyOf": [{"enum": spellings(labels.chain(ids))}, text()]})
    }
}

/// Returns each name once, then those that lose an accent without it.
fn spellings(names: impl Iterator<Item = String>) -> Vec<String> {
    let names: Vec<String> = names.collect();
    let bare = names.iter().map(|name| name.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>());
    let mut seen = BTreeSet::new();
    names.iter().cloned().chain(bare).filter(|name| seen.insert(name.clone())).collect()
}

/// A text, also where YAML takes it for a number, true or false: it is read as it is written.
fn text() -> Value {
    json!({"type": ["string", "number", "boolean"]})
}

fn date() -> Value {
    json!({"type": "string", "format": "date", "pattern": "^\\d{4}-\\d\\d-\\d\\d$"})
}

fn flag() -> Value {
    let words: Vec<&str> = FLAGS.iter().map(|(word, _)| *word).collect();
    json!({"anyOf": [{"type": "boolean"}, {"enum": words}]})
}

fn scale() -> Value {
    json!({"type": "integer", "minimum": 1, "maximum": 5})
}

fn list(items: &[Value]) -> Value {
    json!({"type": "array", "items": {"anyOf": items}})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{self, Node};
    use crate::parse::outline;
    use crate::source::SourceFile;

    /// Returns a front matter as a YAML reader hands it to an editor: numbers and booleans are no texts.
    fn as_yaml(node: &Node<'_>) -> Value {
        match &node.value {
            data::Value::Scalar(text) => match &**text {
                "true" => Value::from(true),
                "false" => Value::from(false),
                text => text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from),
            },
            data::Value::Null => Value::Null,
            data::Value::List(items) => items.iter().map(as_yaml).collect(),
            data::Value::Map(pairs) => pairs.iter().map(|pair| (pair.key.clone(), as_yaml(&pair.node))).collect(),
        }
    }

    /// Returns whether `value` satisfies `schema`, for the keywords that are used here; others are a mistake.
    fn is_valid(root: &Value, schema: &Value, value: &Value) -> bool {
        schema.as_object().unwrap().iter().all(|(keyword, rule)| match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "format" => true,
            "$ref" => is_valid(root, root.pointer(rule.as_str().unwrap().trim_start_matches('#')).unwrap(), value),
            "anyOf" => rule.as_array().unwrap().iter().any(|one| is_valid(root, one, value)),
            "allOf" => rule.as_array().unwrap().iter().all(|one| is_valid(root, one, value)),
            "enum" => rule.as_array().unwrap().contains(value),
            "type" => match rule {
                Value::Array(kinds) => kinds.iter().any(|kind| is_kind(kind.as_str().unwrap(), value)),
                kind => is_kind(kind.as_str().unwrap(), value),
            },
            "minimum" => value.as_i64() >= rule.as_i64(),
            "maximum" => value.as_i64() <= rule.as_i64(),
            "pattern" => value.as_str().is_some_and(|text| text.len() == 10 && text.matches('-').count() == 2),
            "required" => rule.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some()),
            "items" => value.as_array().unwrap().iter().all(|item| is_valid(root, rule, item)),
            "additionalProperties" => rule == &Value::from(true),
            "properties" => value
                .as_object()
                .unwrap()
                .iter()
                .all(|(name, inner)| rule.get(name).is_none_or(|property| is_valid(root, property, inner))),
            other => panic!("unknown keyword {other}"),
        })
    }

    /// Returns whether a value is of a JSON type; the keywords below `object` and `array` rely on the answer.
    fn is_kind(kind: &str, value: &Value) -> bool {
        match kind {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "integer" => value.is_i64(),
            "number" => value.is_number(),
            "boolean" => value.is_boolean(),
            "null" => value.is_null(),
            other => panic!("unknown type {other}"),
        }
    }

    fn front_matter(text: &str) -> Value {
        as_yaml(&outline(&SourceFile::new("a.md", text)).unwrap().root)
    }

    #[test]
    fn the_example_journals_satisfy_the_schema() {
        let mut count = 0;
        for journal in ["example-journal", "tests/journals/english"] {
            for (folder, of) in [("entries", SchemaOf::Entry), ("plan", SchemaOf::Goal)] {
                let (one, both) =
                    (schema(Lang::Fr, &Topics::built_in(), Some(of)), schema(Lang::En, &Topics::built_in(), None));
                for item in walkdir::WalkDir::new(format!("{}/{journal}/{folder}", env!("CARGO_MANIFEST_DIR"))) {
                    let path = item.unwrap().into_path();
                    if path.extension().is_some_and(|extension| extension == "md") {
                        let value = front_matter(&String::from_utf8(crate::fs::read(&path).unwrap()).unwrap());
                        assert!(is_valid(&one, &one, &value) && is_valid(&both, &both, &value), "{}", path.display());
                        count += 1;
                    }
                }
            }
        }
        assert!(count > 40, "{count} files");
    }

    #[test]
    fn what_check_refuses_the_schema_refuses() {
        #[track_caller]
        fn case(keys: &str, expected: bool) {
            let schema = schema(Lang::En, &Topics::built_in(), Some(SchemaOf::Entry));
            let value = front_matter(&format!("---\nrole: a\n{keys}\n---\n"));
            assert_eq!(is_valid(&schema, &schema, &value), expected, "{keys}");
        }
        case("company: A", true);
        case("entreprise: 42", true);
        case("sector: A", false);
        case("company: A\nstatus: refus\nétape: présélection", true);
        case("company: A\nstage: preselection\nmine: 3", true);
        case("company: A\nstatus: refused", false);
        case("company: A\ndecided: 2026-03-02\nthanked: oui", true);
        case("company: A\ndecided: 2 March", false);
        case("company: A\nmood: {before: 3, après: 5}", true);
        case("company: A\nmood: 7", false);
        case("company: A\ncontacts: [Ann, {name: Bo, role: rh}]\ninterviews: 2026-03-02", true);
        case("company: A\ncontacts: [{role: boss}]", false);
        case("company: A\nreasons: [presence, un axe à moi]\ndocuments:", true);
    }

    #[test]
    fn keys_are_explained_in_the_language_that_is_asked_for() {
        let schema = schema(Lang::Fr, &Topics::built_in(), Some(SchemaOf::Goal));
        assert_eq!(schema["$schema"], DRAFT);
        for name in ["échéance", "due"] {
            assert_eq!(schema["properties"][name]["description"], "dernier jour");
        }
        let first: Vec<&String> = schema["properties"].as_object().unwrap().keys().take(2).collect();
        assert_eq!(first, ["titre", "axes"]);
    }
}
