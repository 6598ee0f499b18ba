//! The two sides of a sentence such as "excellent, but …".
//!
//! In: words. Out: [`Sides`], the range that decides and the range that is conceded. Entry point:
//! [`Sides::of`]. Deliberately not here: which side is praise; the scores tell.

use std::ops::Range;

use super::words::Words;

/// A sentence cut at its contrast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// The words after "but", or after the clause that "although" opens.
    pub decisive: Range<usize>,
    /// The other words.
    pub conceded: Range<usize>,
    /// Whether the order alone does not tell which side decides ("…, though …").
    pub open: bool,
}

const TURNS: [&str; 12] = [
    "mais",
    "cependant",
    "toutefois",
    "neanmoins",
    "pourtant",
    "but",
    "however",
    "nevertheless",
    "nonetheless",
    "though",
    "although",
    "whereas",
];
const OPENERS: [&str; 7] = ["although", "though", "while", "despite", "malgre", "bien", "meme"];
/// Words before "mais" or "but" that make it no contrast.
const BOUND: [&str; 9] = ["nothing", "anything", "all", "last", "seulement", "only", "rien", "everything", "cannot"];

impl Sides {
    /// The sides of the words in `range`; `None` without a contrast.
    pub fn of(words: &Words, range: Range<usize>) -> Option<Self> {
        opened(words, &range).or_else(|| turned(words, &range))
    }
}

/// "Although …, …": the second clause decides.
fn opened(words: &Words, range: &Range<usize>) -> Option<Sides> {
    let word = |index: usize| words.list().get(index).map_or("", |word| words.folded(word));
    let first = word(range.start);
    let opens = match first {
        "bien" => word(range.start + 1) == "que",
        "meme" => word(range.start + 1) == "si",
        "even" => word(range.start + 1) == "though",
        _ => OPENERS.contains(&first),
    };
    if !opens {
        return None;
    }
    let cut = (range.start + 3..range.end.saturating_sub(1))
        .find(|index| words.list().get(*index).is_some_and(|word| word.clause))?;
    Some(Sides { decisive: cut..range.end, conceded: range.start..cut, open: false })
}

/// "…, but …": what follows decides.
fn turned(words: &Words, range: &Range<usize>) -> Option<Sides> {
    let list = words.list();
    let word = |index: usize| list.get(index).map_or("", |word| words.folded(word));
    let not_only = |index| matches!((word(index), word(index + 1)), ("non", "seulement") | ("not", "only"));
    let is_bound = || range.clone().any(not_only);
    for index in range.start + 2..range.end.saturating_sub(1) {
        let clause = list.get(index).is_some_and(|word| word.clause);
        let (cut, open) = match word(index) {
            "though" | "although" => (1, true),
            "mais" | "but" if BOUND.contains(&word(index - 1)) || is_bound() => continue,
            "or" | "yet" | "sauf" | "except" | "seulement" if clause => (1, false),
            "en" if word(index + 1) == "revanche" => (2, false),
            "par" if word(index + 1) == "contre" => (2, false),
            "even" if matches!(word(index + 1), "if" | "though") => (2, true),
            "meme" if word(index + 1) == "si" => (2, true),
            "bien" if word(index + 1) == "que" => (2, true),
            turn if TURNS.contains(&turn) => (1, false),
            _ => continue,
        };
        return Some(Sides { decisive: index + cut..range.end, conceded: range.start..index, open });
    }
    None
}
