//! Where the keyboard goes from an event: along time, across lanes, by years.

use super::Prepared;
use crate::dossier::date::Day;

/// A step of the keyboard, named by what it means; the view binds keys to it (and mirrors left and right where a script
/// runs from right to left).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The event before, in any lane.
    Previous,
    /// The event after, in any lane.
    Next,
    /// The event nearest in time in the next lane above that has any (a, both, b, other from top to bottom).
    LaneUp,
    /// The event nearest in time in the next lane below that has any.
    LaneDown,
    /// The first event.
    First,
    /// The last event.
    Last,
    /// The last event at least a year earlier, or the first event.
    YearEarlier,
    /// The first event at least a year later, or the last event.
    YearLater,
}

/// The id of the event to which a step leads from the event `current`; `None` where there is none, where the step stays
/// where it is, and where `current` is unknown (but first and last are always found). Costs log n.
pub fn neighbour<'a>(prepared: &'a Prepared, current: &str, direction: Direction) -> Option<&'a str> {
    let here = prepared.position(current);
    let last = prepared.len().checked_sub(1)?;
    let anchor = here.and_then(|at| prepared.get(at)).map(|entry| entry.anchor);
    let target = match direction {
        Direction::First => 0,
        Direction::Last => last,
        Direction::Previous => here?.checked_sub(1)?,
        Direction::Next => here? + 1,
        Direction::YearEarlier => {
            let limit = years_on(anchor?, -1);
            limit.map_or(0, |limit| {
                prepared.entries().partition_point(|entry| entry.anchor <= limit).saturating_sub(1)
            })
        }
        Direction::YearLater => years_on(anchor?, 1)
            .map_or(last, |limit| prepared.entries().partition_point(|entry| entry.anchor < limit).min(last)),
        Direction::LaneUp | Direction::LaneDown => {
            let lane = here.and_then(|at| prepared.get(at))?.lane;
            let at = Prepared::LANES.iter().position(|candidate| *candidate == lane)?;
            let nearest = |lane| nearest_in(prepared, lane, anchor?);
            if direction == Direction::LaneUp {
                Prepared::LANES.iter().take(at).rev().find_map(|lane| nearest(*lane))?
            } else {
                Prepared::LANES.iter().skip(at + 1).find_map(|lane| nearest(*lane))?
            }
        }
    };
    if Some(target) == here {
        return None;
    }
    prepared.get(target).map(|entry| entry.id.as_str())
}

/// The same day of another year (28 February for a leap day); `None` outside the calendar.
fn years_on(day: Day, years: i32) -> Option<Day> {
    let (year, month, date) = day.ymd();
    Day::from_ymd(year + years, month, date).or_else(|| Day::from_ymd(year + years, month, 28))
}

/// The lane's event nearest to a day; of two, the earlier.
fn nearest_in(prepared: &Prepared, lane: crate::dossier::model::Lane, day: Day) -> Option<usize> {
    let places = prepared.lane(lane);
    let anchor = |place: &usize| prepared.get(*place).map_or(Day::MAX, |entry| entry.anchor);
    let after = places.partition_point(|place| anchor(place) < day);
    let later = places.get(after);
    // Of several on the day before, the first.
    let earlier = after.checked_sub(1).and_then(|at| places.get(at)).map(anchor);
    let earlier = earlier.and_then(|day| places.get(places.partition_point(|place| anchor(place) < day)));
    match (earlier, later) {
        (Some(a), Some(b)) if anchor(b).since(day) < day.since(anchor(a)) => Some(*b),
        (Some(a), _) => Some(*a),
        (None, b) => b.copied(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::prepared::tests::{any_events, event};
    use super::*;
    use crate::dossier::model::Lane;

    fn some() -> Prepared {
        Prepared::new(
            &[
                event("armistice", "1953-07-27", Lane::Both, 3),
                event("npt", "1985-12-12", Lane::B, 2),
                event("offer", "2018-03-08", Lane::A, 3),
                event("plenum", "2018-04-20", Lane::B, 3),
                event("libya", "2018-04-29", Lane::A, 3),
                event("cancel", "2018-05-24", Lane::A, 3),
                event("singapore", "2018-06-12", Lane::Both, 3),
                event("games", "2018-06-12", Lane::A, 3),
                event("hanoi", "2019-02-27/2019-02-28", Lane::Both, 3),
                event("stockholm", "2019-10-05", Lane::Both, 3),
            ],
            "en",
        )
    }

    #[test]
    fn the_keyboard_walks_in_time_across_lanes_and_by_years() {
        use Direction::*;
        let prepared = some();
        for (from, direction, to) in [
            ("offer", Next, Some("plenum")),
            ("offer", Previous, Some("npt")),
            ("armistice", Previous, None),
            ("stockholm", Next, None),
            ("cancel", First, Some("armistice")),
            ("cancel", Last, Some("stockholm")),
            ("stockholm", Last, None),
            ("cancel", LaneUp, None),
            ("cancel", LaneDown, Some("singapore")),
            ("singapore", LaneUp, Some("games")),
            ("singapore", LaneDown, Some("plenum")),
            ("plenum", LaneUp, Some("singapore")),
            ("plenum", LaneDown, None),
            ("hanoi", YearEarlier, Some("npt")),
            ("stockholm", YearEarlier, Some("games")),
            ("armistice", YearEarlier, None),
            ("armistice", YearLater, Some("npt")),
            ("offer", YearLater, Some("stockholm")),
            ("hanoi", YearLater, Some("stockholm")),
            ("stockholm", YearLater, None),
            ("nobody", Next, None),
            ("nobody", First, Some("armistice")),
        ] {
            assert_eq!(neighbour(&prepared, from, direction), to, "{from} {direction:?}");
        }
        assert_eq!(neighbour(&Prepared::default(), "x", First), None);
    }

    proptest! {
        #[test]
        fn walking_on_visits_every_event_once(events in any_events(40)) {
            let prepared = Prepared::new(&events, "en");
            let mut seen = Vec::new();
            let mut next = neighbour(&prepared, "", Direction::First);
            while let Some(id) = next {
                seen.push(id);
                prop_assert!(seen.len() <= events.len());
                if let Some(after) = neighbour(&prepared, id, Direction::Next) {
                    prop_assert_eq!(neighbour(&prepared, after, Direction::Previous), Some(id));
                }
                for direction in [Direction::LaneUp, Direction::LaneDown, Direction::YearEarlier, Direction::YearLater] {
                    prop_assert_ne!(neighbour(&prepared, id, direction), Some(id));
                }
                next = neighbour(&prepared, id, Direction::Next);
            }
            prop_assert_eq!(seen.len(), events.len());
        }
    }
}
