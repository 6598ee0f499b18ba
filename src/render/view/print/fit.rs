//! What fits on one sheet, by a cautious estimate of lines.

use unicode_width::UnicodeWidthStr;

use crate::render::paper::Paper;

/// How wide a line of text is on a sheet, in characters; narrow enough for every typeface.
pub(super) const LINE: usize = 74;
/// How wide a line beside a day is.
pub(super) const ROW: usize = 58;
/// The longest name on a sheet, in characters.
pub(super) const NAME: usize = 40;
/// How many lines A4 has more than Letter.
const MORE_ON_A4: usize = 4;

/// Returns how many lines of `width` characters a text takes.
pub(super) fn lines(text: &str, width: usize) -> usize {
    text.width().div_ceil(width)
}

/// Returns the lines of a sheet that has `on_letter` of them on Letter.
pub(super) fn room(paper: Paper, on_letter: usize) -> usize {
    match paper {
        Paper::A4 => on_letter + MORE_ON_A4,
        Paper::Letter => on_letter,
    }
}

/// Returns a text cut so that it takes no more room than `limit` narrow characters.
pub(super) fn cut(text: &str, limit: usize) -> String {
    let wide = text.width().max(1);
    let chars = text.chars().count();
    super::super::cut(text, if wide > chars { limit * chars / wide } else { limit })
}

/// Returns how many items of each list fit, one of each in turn; `heights` are their lines.
pub(super) fn fit<const LISTS: usize>(heights: [&[usize]; LISTS], mut room: usize) -> [usize; LISTS] {
    let mut shown = [0; LISTS];
    let mut is_open = [true; LISTS];
    while is_open.contains(&true) {
        for ((height, shown), is_open) in heights.iter().zip(&mut shown).zip(&mut is_open) {
            match height.get(*shown).filter(|height| *is_open && **height <= room) {
                Some(height) => {
                    room -= height;
                    *shown += 1;
                }
                None => *is_open = false,
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_share_the_room_fairly() {
        assert_eq!(fit([&[1; 9], &[1; 9]], 6), [3, 3]);
        assert_eq!(fit([&[1], &[1; 9]], 6), [1, 5], "what one leaves, the other takes");
        assert_eq!(fit([&[4, 4], &[2, 2]], 7), [1, 1], "what does not fit ends its list");
        assert_eq!(fit([&[], &[]], 7), [0, 0]);
        assert_eq!(fit([&[9, 1]], 7), [0], "the order is kept");
    }

    #[test]
    fn wide_characters_count_double() {
        assert_eq!(lines(&"a".repeat(74), LINE), 1);
        assert_eq!(lines(&"漢".repeat(74), LINE), 2);
        assert_eq!(cut(&"漢".repeat(200), 120).chars().count(), 61, "60 and the sign that it is cut");
        assert_eq!(cut("short", 120), "short");
    }
}
