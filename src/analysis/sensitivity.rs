//! How much rests on judgement: the total, were every range that is a judgement call read at one of its ends.

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::Position;

use super::daylight::{Daylight, daylight};
use super::total::{Share, Weights, total_read};

/// How ranges that are judgement calls are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// As ranges.
    #[default]
    AsCoded,
    /// As their lowest rung.
    Low,
    /// As their highest rung.
    High,
}

impl Reading {
    /// A position's rungs, read this way. Only a range that is marked as a judgement call reads differently.
    pub(super) fn rungs(self, position: &Position) -> (u8, u8) {
        let (low, high) = (position.low.min(position.high), position.low.max(position.high));
        match self {
            Reading::Low if position.judgement => (low, low),
            Reading::High if position.judgement => (high, high),
            _ => (low, high),
        }
    }
}

/// The total at one date, read in two other ways.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sensitivity {
    /// Every judgement call's range read as its lowest rung.
    pub low: Share,
    /// The same as its highest rung.
    pub high: Share,
    /// How many such ranges the total of this date rests on.
    pub calls: usize,
}

/// Reads the total again. A low reading of an expectation makes the daylight smaller, one of an offer makes it larger, so neither of the
/// two is a bound of the other. `None` where no issue that counts is known, and for a dossier that has no such range on any date.
pub fn sensitivity(dossier: &Dossier, weights: &Weights, on: Day) -> Option<Sensitivity> {
    let is_call = |position: &Position| position.judgement && position.low != position.high;
    if !dossier.issues.iter().flat_map(|issue| &issue.positions).any(is_call) {
        return None;
    }
    let mut calls = 0;
    for (index, issue) in dossier.issues.iter().enumerate() {
        // Without the other side's position the total does not rest on this one.
        let Daylight { expects: Some(expects), offers: Some(offers), .. } = daylight(issue, on) else {
            continue;
        };
        if weights.of(index) > 0 {
            let stands =
                [expects, offers].into_iter().filter_map(|stand| issue.positions.get(stand.position));
            calls += stands.filter(|position| is_call(position)).count();
        }
    }
    Some(Sensitivity {
        low: total_read(dossier, weights, on, Reading::Low).share?,
        high: total_read(dossier, weights, on, Reading::High).share?,
        calls,
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{day, issue, position, us_dprk};
    use super::*;
    use crate::dossier::model::Role;

    #[test]
    fn a_judgement_calls_range_is_read_at_its_ends_and_no_other() {
        let mut only = issue(4);
        let mut expects = position(Role::Expects, "2018-01-01", None, 2, 4);
        expects.judgement = true;
        only.positions = vec![expects, position(Role::Offers, "2018-01-01", None, 0, 1)];
        let dossier = Dossier { issues: vec![only], ..us_dprk() };
        // Expected 2, offered 0 to 1: 1 to 2 of 4. Expected 4: 3 to 4 of 4.
        let (low, high) = (Share { least: 0.25, most: 0.5 }, Share { least: 0.75, most: 1.0 });
        let read = sensitivity(&dossier, &Weights::equal(), day("2018-06-01"));
        assert_eq!(read, Some(Sensitivity { low, high, calls: 1 }));
    }

    #[test]
    fn only_ranges_that_the_days_total_rests_on_are_counted() {
        let mut both = issue(4);
        let mut early = position(Role::Expects, "2018-01-01", Some("2018-03-31"), 2, 4);
        let mut late = position(Role::Expects, "2018-04-01", None, 1, 3);
        (early.judgement, late.judgement) = (true, true);
        both.positions = vec![early, late, position(Role::Offers, "2018-01-01", None, 0, 0)];
        let mut one_side = issue(4);
        let mut alone = position(Role::Expects, "2018-01-01", None, 0, 4);
        alone.judgement = true;
        one_side.positions = vec![alone];
        let dossier = Dossier { issues: vec![both, one_side], ..us_dprk() };
        let calls = |weights: &Weights, on| sensitivity(&dossier, weights, day(on)).map(|read| read.calls);
        // One position of the first issue at a time; of the second nothing is known.
        assert_eq!(calls(&Weights::equal(), "2018-02-01"), Some(1));
        assert_eq!(calls(&Weights::equal(), "2018-05-01"), Some(1));
        // Before the record nothing is known.
        assert_eq!(calls(&Weights::equal(), "2017-12-31"), None);
        let mut weightless = Weights::equal();
        weightless.set(0, 0);
        assert_eq!(calls(&weightless, "2018-05-01"), None);
    }

    #[test]
    fn a_dossier_without_judgement_calls_has_nothing_to_read_otherwise() {
        let mut dossier = us_dprk();
        let on = dossier.meta.default_as_of;
        assert!(sensitivity(&dossier, &Weights::equal(), on).is_some());
        for position in dossier.issues.iter_mut().flat_map(|issue| &mut issue.positions) {
            position.judgement = false;
        }
        assert_eq!(sensitivity(&dossier, &Weights::equal(), on), None);
    }
}
