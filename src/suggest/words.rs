//! Text to folded words: what every later stage reads.
//!
//! In: any text. Out: [`Words`], the words of it in order, each with its byte span and a folded
//! form: lower case, no accents, elision off (`l'`, `d'`, `qu'`), English contractions opened
//! (`didn't` is `did not`), inclusive endings off (`motivé·e` is `motive`). Entry points:
//! [`Words::new`] and [`sentences`]. Deliberately not here: languages and meanings.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One word of a text.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts of how a word is written")]
pub struct Word {
    /// Where the word stands in the text, in bytes.
    pub span: Range<usize>,
    /// Where its folded form stands in the arena of [`Words`].
    folded: Range<usize>,
    /// The hash of the folded form.
    pub hash: u64,
    /// The hash of its first five bytes, so that inflected forms meet; of the whole of a shorter one.
    pub stem: u64,
    /// Whether it begins with an upper-case letter.
    pub capital: bool,
    /// Whether it holds two letters or more and all of them are upper case.
    pub upper: bool,
    /// Whether it holds a digit.
    pub digit: bool,
    /// Whether punctuation that ends a clause (comma, colon, dash, bracket) stands before it.
    pub clause: bool,
}

/// The words of one text.
#[derive(Clone, Debug, Default)]
pub struct Words {
    words: Vec<Word>,
    arena: String,
}

/// The start value of [`hash_bytes`].
pub const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// How many bytes [`Word::stem`] stands for.
pub(super) const STEM: usize = 5;

/// Extends a 64-bit FNV-1a hash by some bytes.
#[inline]
pub fn hash_bytes(seed: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(seed, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

impl Words {
    /// Reads the words of `text`; spans count from `offset`.
    pub fn new(text: &str, offset: usize) -> Self {
        let words =
            Self { words: Vec::with_capacity(text.len() / 5 + 2), arena: String::with_capacity(text.len() + 8) };
        let mut scanner = Scanner { words, offset, clause: true };
        scanner.scan(text);
        scanner.words
    }

    /// The words in order.
    pub fn list(&self) -> &[Word] {
        &self.words
    }

    /// The folded form of a word of this text.
    pub fn folded(&self, word: &Word) -> &str {
        self.arena.get(word.folded.clone()).unwrap_or_default()
    }

    /// Puts another folded form in a word's place; the span stays.
    pub fn replace(&mut self, index: usize, folded: &str) {
        let start = self.arena.len();
        self.arena.push_str(folded);
        if let Some(word) = self.words.get_mut(index) {
            word.folded = start..self.arena.len();
            (word.hash, word.stem) = hashes(folded.as_bytes());
        }
    }
}

/// Words before an apostrophe, and what they stand for; of most nothing is left.
const ELIDED: [(&str, &str); 14] = [
    ("l", ""),
    ("d", ""),
    ("qu", ""),
    ("n", "ne"),
    ("j", "je"),
    ("s", "se"),
    ("m", "me"),
    ("c", ""),
    ("t", ""),
    ("quelqu", ""),
    ("o", ""),
    ("jusqu", "jusque"),
    ("lorsqu", "lorsque"),
    ("puisqu", "puisque"),
];

struct Scanner {
    words: Words,
    offset: usize,
    clause: bool,
}

impl Scanner {
    fn scan(&mut self, text: &str) {
        let mut start = 0;
        while let Some(first) = text.get(start..).and_then(|rest| rest.chars().next()) {
            let mut end = start + first.len_utf8();
            if first == ' ' {
                start = end;
                continue;
            }
            if let Some(plain) = plain_word(text, start) {
                self.push_plain(plain, start);
                start += plain.len();
                continue;
            }
            if !is_word_char(first) {
                if matches!(first, '€' | '£' | '$' | '%' | '?' | '!') {
                    self.push(text.get(start..end).unwrap_or_default(), start..end);
                } else if matches!(first, ',' | ';' | ':' | '(' | ')' | '—' | '–' | '.' | '…' | '«' | '»' | '"')
                {
                    self.clause = true;
                }
                start = end;
                continue;
            }
            for next in text.get(end..).unwrap_or_default().chars() {
                let joins = is_word_char(next) || (matches!(next, '+' | '#') && end - start <= 2);
                if !joins {
                    break;
                }
                end += next.len_utf8();
            }
            let word = text.get(start..end).unwrap_or_default();
            let skipped = self.push_word(word, start, text.get(end..).unwrap_or_default());
            start = end + skipped;
        }
    }

    /// Takes one run of letters and says how many bytes after it belong to it.
    fn push_word(&mut self, word: &str, start: usize, after: &str) -> usize {
        let span = start..start + word.len();
        let inclusive = inclusive_ending(after);
        if inclusive > 0 {
            self.push(word, span.start..span.end + inclusive);
            return inclusive;
        }
        let Some(mark) = after.chars().next().filter(|mark| is_apostrophe(*mark)) else {
            self.push(word, span);
            return 0;
        };
        let tail = after.get(mark.len_utf8()..).unwrap_or_default();
        let length = tail.chars().take_while(|next| next.is_alphabetic()).take(4).map(char::len_utf8).sum::<usize>();
        let suffix = tail.get(..length).unwrap_or_default();
        let skipped = mark.len_utf8() + length;
        if suffix.eq_ignore_ascii_case("t") && word.ends_with(['n', 'N']) {
            self.push_negated(word, span.start..span.end + skipped);
            return skipped;
        }
        if ["s", "re", "ve", "ll", "d", "m"].iter().any(|known| suffix.eq_ignore_ascii_case(known)) {
            self.push(word, span);
            return skipped;
        }
        self.push_elided(word, span);
        mark.len_utf8()
    }

    fn push_negated(&mut self, word: &str, span: Range<usize>) {
        let verb = match word.to_lowercase().as_str() {
            "can" => "can",
            "won" => "will",
            "shan" => "shall",
            _ => word.get(..word.len() - 1).unwrap_or(word),
        };
        self.push(verb, span.clone());
        self.push("not", span);
    }

    fn push_elided(&mut self, word: &str, span: Range<usize>) {
        let is = |(elided, _): &&(&str, &str)| word.eq_ignore_ascii_case(elided);
        match ELIDED.iter().find(is) {
            Some((_, "")) => {}
            Some((_, full)) => self.push(full, span),
            None => self.push(word, span),
        }
    }

    /// Takes a word that is folded already.
    fn push_plain(&mut self, word: &str, start: usize) {
        let folded = self.words.arena.len();
        self.words.arena.push_str(word);
        let (hash, stem) = hashes(word.as_bytes());
        self.words.words.push(Word {
            span: start + self.offset..start + word.len() + self.offset,
            folded: folded..self.words.arena.len(),
            hash,
            stem,
            capital: false,
            upper: false,
            digit: false,
            clause: std::mem::take(&mut self.clause),
        });
    }

    fn push(&mut self, word: &str, span: Range<usize>) {
        let start = self.words.arena.len();
        fold_into(&mut self.words.arena, word);
        let folded = start..self.words.arena.len();
        let (hash, stem) = hashes(self.words.arena.as_bytes().get(folded.clone()).unwrap_or_default());
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        self.words.words.push(Word {
            span: span.start + self.offset..span.end + self.offset,
            folded,
            hash,
            stem,
            capital,
            upper: is_upper(word),
            digit: word.bytes().any(|byte| byte.is_ascii_digit()),
            clause: std::mem::take(&mut self.clause),
        });
    }
}

/// The word at `start`, if it is one of small letters that nothing after it may belong to, like most.
fn plain_word(text: &str, start: usize) -> Option<&str> {
    let rest = text.as_bytes().get(start..)?;
    let length = rest.iter().position(|byte| !byte.is_ascii_lowercase()).unwrap_or(rest.len());
    let ends = matches!(rest.get(length), None | Some(b' ' | b',' | b'\n' | b'-' | b';' | b':' | b'!' | b'?' | b')'));
    if length > 0 && ends { text.get(start..start + length) } else { None }
}

/// The hash of a folded word, and of its beginning.
fn hashes(folded: &[u8]) -> (u64, u64) {
    match folded.split_at_checked(STEM) {
        Some((beginning, rest)) if !rest.is_empty() => {
            let stem = hash_bytes(SEED, beginning);
            (hash_bytes(stem, rest), stem)
        }
        _ => {
            let hash = hash_bytes(SEED, folded);
            (hash, hash)
        }
    }
}

/// Whether a word holds two letters or more and all of them are upper case.
fn is_upper(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    let two = [letters.next(), letters.next()];
    two.iter().all(|letter| letter.is_some_and(char::is_uppercase)) && letters.all(char::is_uppercase)
}

fn is_word_char(char: char) -> bool {
    char.is_ascii_alphanumeric() || (!char.is_ascii() && (char.is_alphanumeric() || is_combining_mark(char)))
}

/// Whether a sign stands for an apostrophe.
pub fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '’' | 'ʼ' | '‘' | '′')
}

/// The length in bytes of an inclusive ending such as `·e·s`, `(e)` or `.e`, 0 without one.
fn inclusive_ending(after: &str) -> usize {
    let mut total = 0;
    loop {
        let rest = after.get(total..).unwrap_or_default();
        let Some(mark) = rest.chars().next().filter(|mark| matches!(mark, '·' | '.' | '•' | '(' | '⋅')) else {
            return total;
        };
        let tail = rest.get(mark.len_utf8()..).unwrap_or_default();
        let ending: String = tail.chars().take_while(|next| next.is_lowercase()).take(6).collect();
        let known =
            ["e", "es", "s", "ne", "nes", "le", "les", "se", "ses", "ve", "ves", "re", "rice", "trice", "euse", "ere"];
        let mut length = mark.len_utf8() + ending.len();
        if mark == '(' {
            if tail.get(ending.len()..).is_none_or(|next| !next.starts_with(')')) {
                return total;
            }
            length += 1;
        }
        if !known.contains(&ending.as_str()) {
            return total;
        }
        total += length;
    }
}

/// Appends the folded form of `word`: lower case, without accents.
pub fn fold_into(target: &mut String, word: &str) {
    for char in word.chars() {
        if char.is_ascii() {
            target.push(char.to_ascii_lowercase());
            continue;
        }
        match char {
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => target.push('e'),
            'à' | 'â' | 'ä' | 'À' | 'Â' => target.push('a'),
            'î' | 'ï' | 'Î' => target.push('i'),
            'ô' | 'ö' | 'Ô' => target.push('o'),
            'ù' | 'û' | 'ü' => target.push('u'),
            'ç' | 'Ç' => target.push('c'),
            'œ' | 'Œ' => target.push_str("oe"),
            'æ' | 'Æ' => target.push_str("ae"),
            'ß' => target.push_str("ss"),
            _ => fold_rare(target, char),
        }
    }
}

fn fold_rare(target: &mut String, char: char) {
    for part in char.to_lowercase().nfkd() {
        if !is_combining_mark(part) {
            target.push(part);
        }
    }
}

/// The folded form of a word.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(&mut folded, word);
    folded
}

/// The byte ranges of the sentences of a block, in order, without surrounding blanks.
///
/// A sentence ends at `.`, `!`, `?` or `…` before a blank and no lower-case letter, and at an
/// empty line; not after a known abbreviation or a single initial.
pub fn sentences(block: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some((at, mark)) = next_mark(block, from) {
        from = at + mark.len_utf8();
        let after = |end: usize| block.get(end..).unwrap_or_default();
        let closes = if mark == '\n' {
            after(from).starts_with(['\n', '\r'])
        } else {
            from += after(from).chars().take_while(|next| trails(*next)).map(char::len_utf8).sum::<usize>();
            ends_here(block.get(start..at).unwrap_or_default(), mark, after(from))
        };
        if closes {
            push_trimmed(&mut found, block, start..from);
            start = from;
        }
    }
    push_trimmed(&mut found, block, start..block.len());
    found
}

/// The first mark from a place on at which a sentence may end.
fn next_mark(block: &str, from: usize) -> Option<(usize, char)> {
    let mut from = from;
    loop {
        let rest = block.as_bytes().get(from..)?;
        let at = from + rest.iter().position(|byte| matches!(byte, b'.' | b'!' | b'?' | b'\n' | 0xe2))?;
        let mark = block.get(at..)?.chars().next()?;
        // Of the signs that begin with the byte of `…` most are others.
        if mark == '…' || mark.is_ascii() {
            return Some((at, mark));
        }
        from = at + mark.len_utf8();
    }
}

/// Whether a sign belongs to the mark that it follows.
fn trails(sign: char) -> bool {
    matches!(sign, '.' | '!' | '?' | '…' | '"' | '»' | '”' | ')' | '*' | '_') || is_apostrophe(sign)
}

fn ends_here(before: &str, mark: char, after: &str) -> bool {
    let blanks = after.chars().take_while(|next| next.is_whitespace()).count();
    let next = after.chars().nth(blanks);
    if blanks == 0 && next.is_some() {
        return false;
    }
    if next.is_some_and(char::is_lowercase) && mark != '!' && mark != '?' {
        return false;
    }
    if mark != '.' {
        return true;
    }
    let last = before.rsplit(|char: char| !char.is_alphanumeric()).next().unwrap_or_default();
    let short = last.len() == 1 && last.chars().all(char::is_uppercase) && next.is_some();
    let known = [
        "M", "Mme", "Mlle", "Mr", "Mrs", "Ms", "Dr", "Prof", "Me", "St", "Ste", "cf", "env", "approx", "min", "max",
        "tel", "réf", "ref",
    ];
    !(short || (next.is_some() && known.contains(&last)))
}

fn push_trimmed(found: &mut Vec<Range<usize>>, block: &str, range: Range<usize>) {
    let text = block.get(range.clone()).unwrap_or_default();
    let start = range.start + text.len() - text.trim_start().len();
    let end = start + text.trim().len();
    if text.chars().any(char::is_alphanumeric) {
        found.push(start..end);
    }
}
