//! Where things stand in the pictures of launches: the years beside each other, quiet ones folded where room is short, and marks that
//! would lie on each other in rows above each other.

use crate::analysis::Rule;

/// A place in the picture by year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A year that is counted.
    Year {
        /// The year.
        year: u16,
        /// How many.
        count: u32,
        /// Whether there may have been more.
        at_least: bool,
    },
    /// Several years in a row, each counted as zero.
    Zeros {
        /// The first of them.
        first: u16,
        /// The last of them.
        last: u16,
    },
    /// Years between two counted ones of which the rule says nothing: never a zero.
    Missing {
        /// The first of them.
        first: u16,
        /// The last of them.
        last: u16,
    },
}

/// The places of a rule's years in order, the newest `most` of them. With `fold`, years of zero in a row share one place.
pub fn slots(rule: &Rule<'_>, fold: bool, most: usize) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    let mut before: Option<u16> = None;
    for count in &rule.years {
        let year = count.year;
        if let Some(before) = before
            && year > before.saturating_add(1)
        {
            slots.push(Slot::Missing { first: before.saturating_add(1), last: year.saturating_sub(1) });
        }
        before = Some(year);
        let quiet = fold && count.launches == 0;
        match slots.last_mut() {
            Some(Slot::Zeros { last, .. }) if quiet => *last = year,
            Some(slot @ Slot::Year { count: 0, .. }) if quiet => {
                if let Slot::Year { year: first, .. } = *slot {
                    *slot = Slot::Zeros { first, last: year };
                }
            }
            _ => slots.push(Slot::Year { year, count: count.launches, at_least: count.at_least }),
        }
    }
    let surplus = slots.len().saturating_sub(most);
    slots.split_off(surplus)
}

/// For each stretch from left to right edge the row it stands in, 0 the lowest: the first in which it overlaps none before it.
pub fn dodge(stretches: &[(f64, f64)]) -> Vec<usize> {
    let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut placed = Vec::with_capacity(stretches.len());
    for &(left, right) in stretches {
        let is_free = |row: &Vec<(f64, f64)>| row.iter().all(|&(from, to)| right <= from || to <= left);
        let row = rows.iter().position(is_free).unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(held) => held.push((left, right)),
            None => rows.push(vec![(left, right)]),
        }
        placed.push(row);
    }
    placed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::analysis::rules;

    fn slots_of(reference: &str, fold: bool, most: usize) -> Vec<Slot> {
        let dossier = us_dprk();
        let tests = dossier.arms_tests.unwrap();
        let rules = rules(&tests);
        slots(rules.iter().find(|rule| rule.reference == reference).unwrap(), fold, most)
    }

    #[test]
    fn quiet_years_share_a_place_where_they_may() {
        assert_eq!(slots_of("cns", false, 99).len(), 39);
        let folded = slots_of("cns", true, 99);
        let start = [
            Slot::Year { year: 1984, count: 6, at_least: true },
            Slot::Year { year: 1985, count: 0, at_least: false },
            Slot::Year { year: 1986, count: 1, at_least: false },
            Slot::Zeros { first: 1987, last: 1989 },
            Slot::Year { year: 1990, count: 2, at_least: false },
        ];
        assert_eq!(folded.get(..5), Some(&start[..]));
        assert!(folded.contains(&Slot::Zeros { first: 1999, last: 2005 }));
    }

    #[test]
    fn years_nobody_counted_are_missing_and_not_zero() {
        assert_eq!(
            slots_of("japan-mod", true, 99),
            [
                Slot::Year { year: 2019, count: 25, at_least: false },
                Slot::Missing { first: 2020, last: 2021 },
                Slot::Year { year: 2022, count: 59, at_least: true },
            ]
        );
    }

    #[test]
    fn where_not_all_fit_the_newest_stay() {
        let newest = slots_of("cns", false, 2);
        let year = |year, count| Slot::Year { year, count, at_least: false };
        assert_eq!(newest, [year(2021, 6), year(2022, 69)]);
    }

    #[test]
    fn marks_that_touch_share_a_row_and_marks_that_overlap_do_not() {
        assert_eq!(
            dodge(&[(0.0, 8.0), (4.0, 12.0), (8.0, 16.0), (9.0, 17.0), (30.0, 38.0)]),
            [0, 1, 0, 2, 0]
        );
        assert!(dodge(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn no_two_marks_of_a_row_overlap(edges in prop::collection::vec((0.0f64..300.0, 1.0f64..40.0), 0..40)) {
            let stretches: Vec<(f64, f64)> = edges.iter().map(|(left, width)| (*left, left + width)).collect();
            let rows = dodge(&stretches);
            prop_assert_eq!(rows.len(), stretches.len());
            for (i, a) in stretches.iter().enumerate() {
                for (j, b) in stretches.iter().enumerate().skip(i + 1) {
                    prop_assert!(rows[i] != rows[j] || a.1 <= b.0 || b.1 <= a.0);
                }
            }
        }
    }
}
