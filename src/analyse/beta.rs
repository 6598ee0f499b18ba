//! The exact probability that a rate has fallen, given counts before and since.

use num_bigint::BigUint;
use num_traits::{One, ToPrimitive, Zero};

use super::{Mentioned, Verdict};

/// A probability as an exact fraction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probability {
    numerator: BigUint,
    denominator: BigUint,
}

/// Returns P(Beta(1+k₁, 1+n₁−k₁) < Beta(1+k₀, 1+n₀−k₀)), exactly.
///
/// With flat priors these are the posterior distributions of the rates since
/// and before. With whole parameters Beta(a, b) is the a-th smallest of a+b−1
/// uniform variables, so the probability is a count of orderings: of the
/// N = n₀+n₁+2 variables in a random order, at most k₀ of the first kind come
/// before the (k₁+1)-th of the second. Source: H. A. David and H. N. Nagaraja,
/// "Order Statistics", 3rd ed. (2003), 2.1; the sum agrees with the closed form
/// in E. Miller, "Formulas for Bayesian A/B Testing" (2015).
pub fn probability_of_fall(before: Mentioned, since: Mentioned) -> Probability {
    let first = before.of + 1;
    let all = before.of + since.of + 2;
    // Orderings in which exactly j of the first kind come before the (k₁+1)-th of the second:
    // C(k₁+j, j) · C(all−k₁−1−j, first−j).
    let rank = since.mentioned + 1;
    let mut term = binomial(all - rank, first);
    let mut numerator = BigUint::zero();
    for j in 0..=before.mentioned {
        numerator += &term;
        if all == rank + j {
            break;
        }
        term = term * (rank + j) * (first - j) / (j + 1) / (all - rank - j);
    }
    Probability { numerator, denominator: binomial(all, first) }
}

impl Probability {
    /// Returns the probability as a number from 0 to 1.
    pub fn value(&self) -> f64 {
        // Both may be far beyond the range of a float; their leading 128 bits are not.
        let shift = self.denominator.bits().saturating_sub(128);
        let float = |number: &BigUint| (number >> shift).to_f64().unwrap_or(0.0);
        float(&self.numerator) / float(&self.denominator)
    }

    /// Returns what it says: improving from 4/5 when it was mentioned before, worsening up to 1/5.
    ///
    /// The bounds are inclusive. With fewer than two entries on a side it is too early to say.
    pub fn verdict(&self, before: Mentioned, since: Mentioned) -> Verdict {
        let fivefold = &self.numerator * 5_u32;
        if before.of < 2 || since.of < 2 {
            Verdict::Unclear
        } else if before.mentioned >= 1 && fivefold >= &self.denominator * 4_u32 {
            Verdict::Improving
        } else if fivefold <= self.denominator {
            Verdict::Worsening
        } else {
            Verdict::Unclear
        }
    }
}

/// Returns the number of ways to choose `k` of `n`.
fn binomial(n: usize, k: usize) -> BigUint {
    if k > n {
        return BigUint::zero();
    }
    let k = k.min(n - k);
    (0..k).fold(BigUint::one(), |product, i| product * (n - i) / (i + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mentioned(mentioned: usize, of: usize) -> Mentioned {
        Mentioned { mentioned, of }
    }

    /// The same probability by numerical integration of the densities (midpoints of 20,000 steps).
    fn integrated(before: Mentioned, since: Mentioned) -> f64 {
        let float = |count: usize| f64::from(u32::try_from(count).unwrap());
        let ln_factorial = |n: usize| (1..=n).map(|i| float(i).ln()).sum::<f64>();
        let density = |x: f64, m: Mentioned| {
            let rest = m.of - m.mentioned;
            let ln_beta = ln_factorial(m.mentioned) + ln_factorial(rest) - ln_factorial(m.of + 1);
            (float(m.mentioned) * x.ln() + float(rest) * (1.0 - x).ln() - ln_beta).exp()
        };
        let steps = 20_000;
        let h = 1.0 / f64::from(steps);
        let (mut below, mut total) = (0.0, 0.0);
        for i in 0..steps {
            let middle = (f64::from(i) + 0.5) * h;
            let slice = density(middle, since) * h;
            total += density(middle, before) * h * (below + slice / 2.0);
            below += slice;
        }
        total
    }

    #[test]
    fn known_fractions_come_out_exactly() {
        let exact = |before: Mentioned, since: Mentioned, numerator: u32, denominator: u32| {
            let found = probability_of_fall(before, since);
            assert_eq!(&found.numerator * denominator, &found.denominator * numerator, "{before:?} {since:?}");
        };
        exact(mentioned(0, 0), mentioned(0, 0), 1, 2);
        exact(mentioned(1, 1), mentioned(1, 3), 4, 5);
        // Beta(1, 2) < Beta(2, 1): the smaller of two uniforms below the larger of two others, 5 of 6 orderings.
        exact(mentioned(1, 1), mentioned(0, 1), 5, 6);

        exact(mentioned(0, 3), mentioned(0, 3), 1, 2);
    }

    #[test]
    fn the_sum_agrees_with_integration() {
        for (before, since) in [
            (mentioned(4, 5), mentioned(1, 4)),
            (mentioned(5, 7), mentioned(1, 9)),
            (mentioned(0, 4), mentioned(3, 3)),
            (mentioned(2, 2), mentioned(2, 2)),
            (mentioned(20, 31), mentioned(3, 40)),
        ] {
            let (exact, numeric) = (probability_of_fall(before, since).value(), integrated(before, since));
            assert!((exact - numeric).abs() < 1e-6, "{before:?} {since:?}: {exact} and {numeric}");
        }
    }

    #[test]
    fn the_bounds_of_the_verdict_are_inclusive() {
        let verdict = |before: Mentioned, since: Mentioned| probability_of_fall(before, since).verdict(before, since);
        // 0.8 exactly, but only one entry before: too early to say.
        assert_eq!(verdict(mentioned(1, 1), mentioned(1, 3)), Verdict::Unclear);
        assert_eq!(verdict(mentioned(4, 5), mentioned(1, 4)), Verdict::Improving);
        assert_eq!(verdict(mentioned(0, 9), mentioned(0, 2)), Verdict::Unclear);
        assert_eq!(verdict(mentioned(1, 5), mentioned(4, 5)), Verdict::Worsening);
        assert_eq!(verdict(mentioned(2, 4), mentioned(2, 4)), Verdict::Unclear);
    }

    #[test]
    fn thousands_of_entries_are_no_trouble() {
        let found = probability_of_fall(mentioned(2500, 5000), mentioned(2400, 5000)).value();
        assert!((0.97..0.98).contains(&found), "{found}");
    }
}
