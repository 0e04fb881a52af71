//! One issue at one date: which two positions are in force, and how far apart they are.

use crate::dossier::date::Day;
use crate::dossier::model::{Issue, Position, Role};

use super::sensitivity::Reading;

/// Where a side stands: its position in force and the rungs that position can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    /// The position's place in [`Issue::positions`].
    pub position: usize,
    /// The lowest rung it can mean.
    pub low: u8,
    /// The highest rung it can mean; never below `low`, never above the ladder.
    pub high: u8,
}

/// How far apart two sides are, in rungs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Whatever each side means, the offer falls short: `least..most` rungs, `least` above 0.
    Apart {
        /// Rungs at least.
        least: u8,
        /// Rungs at most.
        most: u8,
    },
    /// The ranges touch or overlap, yet the offer does not cover the whole expectation.
    WithinReach {
        /// Rungs at most; above 0.
        most: u8,
    },
    /// The offer covers the whole expectation, or goes beyond it.
    Met,
    /// One side or both have no position in force. Never a zero.
    Unknown,
}

impl State {
    /// The daylight between an expectation and an offer, each a range `low..high` of rungs.
    fn between(expects: Stand, offers: Stand) -> State {
        let least = expects.low.saturating_sub(offers.high);
        let most = expects.high.saturating_sub(offers.low);
        match (least, most) {
            (_, 0) => State::Met,
            (0, most) => State::WithinReach { most },
            (least, most) => State::Apart { least, most },
        }
    }

    /// Rungs of daylight, `least..most`; `None` where it is unknown.
    pub fn rungs(self) -> Option<(u8, u8)> {
        match self {
            State::Apart { least, most } => Some((least, most)),
            State::WithinReach { most } => Some((0, most)),
            State::Met => Some((0, 0)),
            State::Unknown => None,
        }
    }
}

/// The daylight on one issue at one date, and the two positions it is computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Daylight {
    /// What is expected, where a position is in force.
    pub expects: Option<Stand>,
    /// What is offered, where a position is in force.
    pub offers: Option<Stand>,
    /// How far apart the two are.
    pub state: State,
}

impl Daylight {
    /// Where the side in this role stands, where a position is in force.
    pub fn stand(&self, role: Role) -> Option<Stand> {
        match role {
            Role::Expects => self.expects,
            Role::Offers => self.offers,
        }
    }
}

/// The number of the top rung, which shares are shares of; 0 for a ladder of one rung or none.
pub fn top_rung(issue: &Issue) -> u8 {
    u8::try_from(issue.ladder.len().saturating_sub(1)).unwrap_or(u8::MAX)
}

/// The daylight on an issue at a date: between the newest `expects` and the newest `offers` position in force.
///
/// A position is in force from `from` to `until`, both included; without `until` it has no end of its own. The newest in
/// force is the one with the latest `from`; of several from the same day, the one that stands last in the file. So a
/// position without `until` lasts until a newer one replaces it, and where a newer one has run out, the newest that is
/// still in force counts again. Positions of others than the two parties of the issue's gap do not count.
pub fn daylight(issue: &Issue, on: Day) -> Daylight {
    daylight_read(issue, on, Reading::AsCoded)
}

/// The same with judgement calls read in another way.
pub(super) fn daylight_read(issue: &Issue, on: Day, reading: Reading) -> Daylight {
    let expects = in_force(issue, Role::Expects, on, reading);
    let offers = in_force(issue, Role::Offers, on, reading);
    let state = match (expects, offers) {
        (Some(expects), Some(offers)) => State::between(expects, offers),
        _ => State::Unknown,
    };
    Daylight { expects, offers, state }
}

fn in_force(issue: &Issue, role: Role, on: Day, reading: Reading) -> Option<Stand> {
    let (position, found) = issue
        .positions
        .iter()
        .enumerate()
        .filter(|(_, position)| {
            counts(issue, position)
                && position.role == role
                && position.from <= on
                && position.until.is_none_or(|until| on <= until)
        })
        .max_by_key(|(index, position)| (position.from, *index))?;
    // A checked dossier needs neither: they keep an unchecked one inside its ladder.
    let top = top_rung(issue);
    let (low, high) = reading.rungs(found);
    let (low, high) = (low.min(top), high.min(top));
    Some(Stand { position, low, high })
}

/// Whether a position is one of those the issue's gap compares.
pub(super) fn counts(issue: &Issue, position: &Position) -> bool {
    position.party
        == match position.role {
            Role::Expects => issue.gap.expects.as_str(),
            Role::Offers => issue.gap.offers.as_str(),
        }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{day, issue, position};
    use super::*;

    fn state(expects: (u8, u8), offers: (u8, u8)) -> State {
        let stand = |(low, high)| Stand { position: 0, low, high };
        State::between(stand(expects), stand(offers))
    }

    #[test]
    fn the_method_to_the_letter() {
        assert_eq!(state((5, 6), (2, 2)), State::Apart { least: 3, most: 4 });
        assert_eq!(state((3, 3), (1, 2)), State::Apart { least: 1, most: 2 });
        // The ranges touch at rung 3: 3 - 3 = 0 at least, 4 - 2 = 2 at most.
        assert_eq!(state((3, 4), (2, 3)), State::WithinReach { most: 2 });
        // They overlap: least 0, most 4 - 0.
        assert_eq!(state((1, 4), (0, 1)), State::WithinReach { most: 4 });
        // The offer covers the whole expectation, exactly or with something to spare.
        assert_eq!(state((2, 2), (2, 2)), State::Met);
        assert_eq!(state((0, 1), (1, 1)), State::Met);
        assert_eq!(state((0, 1), (2, 4)), State::Met);
        // A single expectation inside a wide offer: at most 3 - 1.
        assert_eq!(state((3, 3), (1, 4)), State::WithinReach { most: 2 });
    }

    #[test]
    fn until_is_the_last_day_in_force() {
        let mut issue = issue(4);
        issue.positions.push(position(Role::Expects, "2018-01-01", None, 3, 3));
        issue.positions.push(position(Role::Offers, "2018-02-01", Some("2018-02-28"), 1, 1));
        assert_eq!(daylight(&issue, day("2018-01-31")).state, State::Unknown);
        assert_eq!(daylight(&issue, day("2018-02-01")).state, State::Apart { least: 2, most: 2 });
        assert_eq!(daylight(&issue, day("2018-02-28")).state, State::Apart { least: 2, most: 2 });
        assert_eq!(daylight(&issue, day("2018-03-01")).state, State::Unknown);
    }

    #[test]
    fn the_newest_in_force_counts() {
        let mut issue = issue(4);
        issue.positions.push(position(Role::Offers, "2018-01-01", None, 0, 0));
        issue.positions.push(position(Role::Offers, "2018-03-01", Some("2018-03-31"), 2, 2));
        let low = |on: &str| daylight(&issue, day(on)).offers.map(|stand| stand.low);
        assert_eq!(low("2017-12-31"), None);
        assert_eq!(low("2018-02-28"), Some(0));
        assert_eq!(low("2018-03-31"), Some(2));
        // It has run out; the one from January, which nobody withdrew, counts again.
        assert_eq!(low("2018-04-01"), Some(0));
    }

    #[test]
    fn of_two_from_one_day_the_later_in_the_file_counts() {
        let mut issue = issue(4);
        issue.positions.push(position(Role::Offers, "2018-01-01", None, 1, 1));
        issue.positions.push(position(Role::Offers, "2018-01-01", None, 2, 2));
        issue.positions.push(position(Role::Offers, "2017-01-01", None, 3, 3));
        assert_eq!(daylight(&issue, day("2018-01-01")).offers.map(|stand| stand.position), Some(1));
    }

    #[test]
    fn others_than_the_two_parties_do_not_count() {
        let mut issue = issue(4);
        let mut third = position(Role::Offers, "2018-01-01", None, 1, 1);
        third.party = "c".to_owned();
        issue.positions.push(third);
        assert_eq!(daylight(&issue, day("2018-06-01")).offers, None);
    }

    #[test]
    fn an_unchecked_record_stays_on_its_ladder() {
        let mut issue = issue(2);
        issue.positions.push(position(Role::Expects, "2018-01-01", None, 9, 1));
        issue.positions.push(position(Role::Offers, "2018-01-01", None, 0, 0));
        assert_eq!(daylight(&issue, day("2018-01-01")).state, State::Apart { least: 1, most: 2 });
        issue.ladder.clear();
        assert_eq!(daylight(&issue, day("2018-01-01")).state, State::Met);
    }
}
