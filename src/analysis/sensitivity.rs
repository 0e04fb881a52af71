//! How much rests on judgement: the total, were every range that is a judgement call read at one of its ends.

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::Position;

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
    pub low: Option<Share>,
    /// The same as its highest rung.
    pub high: Option<Share>,
    /// How many positions of the dossier are such ranges.
    pub calls: usize,
}

/// Reads the total again. A low reading of an expectation makes the daylight smaller, one of an offer makes it larger, so neither of the
/// two is a bound of the other.
pub fn sensitivity(dossier: &Dossier, weights: &Weights, on: Day) -> Sensitivity {
    let positions = dossier.issues.iter().flat_map(|issue| &issue.positions);
    Sensitivity {
        low: total_read(dossier, weights, on, Reading::Low).share,
        high: total_read(dossier, weights, on, Reading::High).share,
        calls: positions.filter(|position| position.judgement && position.low != position.high).count(),
    }
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
        let on = day("2018-06-01");
        let read = sensitivity(&dossier, &Weights::equal(), on);
        // Expected 2, offered 0 to 1: 1 to 2 of 4. Expected 4: 3 to 4 of 4.
        assert_eq!(read.low, Some(Share { least: 0.25, most: 0.5 }));
        assert_eq!(read.high, Some(Share { least: 0.75, most: 1.0 }));
        assert_eq!(read.calls, 1);
    }

    #[test]
    fn without_judgement_calls_both_readings_are_the_total() {
        let mut dossier = us_dprk();
        let on = dossier.meta.default_as_of;
        for position in dossier.issues.iter_mut().flat_map(|issue| &mut issue.positions) {
            position.judgement = false;
        }
        let total = super::super::total(&dossier, &Weights::equal(), on).share;
        let read = sensitivity(&dossier, &Weights::equal(), on);
        assert_eq!((read.low, read.high, read.calls), (total, total, 0));
    }
}
