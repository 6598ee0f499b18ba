//! A sieve of hashes: tells at once of most hashes that they are not in a set.
//!
//! In: hashes. Out: "maybe" for those that were put in and few others. Entry points: [`Sieve::of`] and
//! [`Sieve::may_hold`].

/// One bit for each hash that was put in.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    bits: Vec<u64>,
}

impl Sieve {
    /// Puts hashes into a sieve of 64 times `size` bits; the size is a power of two.
    pub(super) fn of(size: usize, hashes: impl Iterator<Item = u64>) -> Self {
        let mut sieve = Self { bits: vec![0; size] };
        for hash in hashes {
            let (place, bit) = sieve.place(hash);
            if let Some(bits) = sieve.bits.get_mut(place) {
                *bits |= bit;
            }
        }
        sieve
    }

    /// Whether a hash may have been put in.
    pub(super) fn may_hold(&self, hash: u64) -> bool {
        let (place, bit) = self.place(hash);
        self.bits.get(place).is_some_and(|bits| bits & bit != 0)
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        let mixed = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        (usize::try_from(mixed >> 6).unwrap_or(0) & self.bits.len().wrapping_sub(1), 1 << (mixed & 63))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_may_be_held_and_most_else_is_not() {
        let hash = |number: u64| super::super::words::hash_bytes(7, &number.to_le_bytes());
        let sieve = Sieve::of(64, (0..200).map(hash));
        assert!((0..200).all(|number| sieve.may_hold(hash(number))));
        let others = (200..1200).filter(|number| sieve.may_hold(hash(*number))).count();
        assert!(others < 100, "{others}");
        assert!(!Sieve::default().may_hold(7));
    }
}
