//! Where the keyboard goes from an event: along time, across lanes, by years. It goes by what the picture shows: a cluster is one
//! step, named by its first event.

use super::stop::{Stop, holding, nearest};
use super::timeline::items;
use super::vertical::blocks;
use crate::dossier::date::Day;
use crate::dossier::model::Lane;
use crate::index::Index;
use crate::scale::{Axis, TimeScale, Window};

/// A step of the keyboard, named by what it means; the view binds keys to it (and mirrors left and right where a script
/// runs from right to left).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The event or cluster before, in any lane.
    Previous,
    /// The event or cluster after, in any lane.
    Next,
    /// What is nearest in time in the next lane above that shows any (a, both, b, other from top to bottom).
    LaneUp,
    /// What is nearest in time in the next lane below that shows any.
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

/// The picture that the keyboard walks.
#[derive(Clone, Copy, Debug)]
pub enum Picture {
    /// Time runs across it.
    Across(TimeScale, f64),
    /// Time runs down it.
    Down(Axis, Window),
}

/// What a picture shows, in time order.
fn stops(index: &Index, picture: &Picture) -> Vec<Stop> {
    let shown = match picture {
        Picture::Across(scale, height) => items(index, scale, *height),
        Picture::Down(axis, window) => {
            blocks(index, axis, *window).into_iter().flat_map(|block| block.acts).collect()
        }
    };
    let stops = shown.iter().filter_map(|item| Stop::of_item(item, index));
    crate::dossier::order::sorted(stops.collect(), |stop| stop.first as i64)
}

/// The id of the event to which a step leads from the event `current` (or from the cluster it is in) in a picture; of a cluster, the id of its first event. `None` where there is none, where the step stays where it is, and where
/// `current` is unknown (but first and last are always found). Costs what finding the visible costs.
pub fn neighbour<'a>(
    index: &'a Index,
    picture: &Picture,
    current: &str,
    direction: Direction,
) -> Option<&'a str> {
    let end = index.len().checked_sub(1)?;
    let here = index.place(current);
    let entry = here.and_then(|place| index.get(place));
    let target = match direction {
        Direction::First => 0,
        Direction::Last => end,
        Direction::YearEarlier => {
            let limit = years_on(entry?.day(), -1);
            let target = limit.map_or(0, |day| before(index, day.plus(1)).saturating_sub(1));
            by_years(&stops(index, picture), index, [here?, target])?
        }
        Direction::YearLater => {
            let target = years_on(entry?.day(), 1).map_or(end, |day| before(index, day).min(end));
            by_years(&stops(index, picture), index, [here?, target])?
        }
        Direction::Previous | Direction::Next | Direction::LaneUp | Direction::LaneDown => {
            let (here, entry) = (here?, entry?);
            let stops = stops(index, picture);
            let own = holding(&stops, index, here);
            match (direction, own) {
                (Direction::Previous, Some(at)) if at > 0 => stops.get(at - 1)?.first,
                (Direction::Previous, at) => {
                    at.and_then(|at| stops.get(at)).map_or(here, |stop| stop.first).checked_sub(1)?
                }
                (Direction::Next, Some(at)) if at + 1 < stops.len() => stops.get(at + 1)?.first,
                // Past everything that is shown, also past a cluster that ends later than it.
                (Direction::Next, Some(_)) => stops.iter().map(|stop| stop.last).max()? + 1,
                (Direction::Next, None) => here + 1,
                _ => {
                    let instant = entry.instant;
                    across(index, &stops, entry.lane, instant, direction == Direction::LaneUp)?
                }
            }
        }
    };
    if Some(target) == here {
        return None;
    }
    index.get(target).map(|entry| entry.id)
}

/// Where a step from one place to another by years leads: there, unless the stop that holds it is not on that side of the stop that holds
/// the first; then to the next stop there that is as far.
fn by_years(stops: &[Stop], index: &Index, [here, target]: [usize; 2]) -> Option<usize> {
    let first = |place: usize| {
        holding(stops, index, place).and_then(|at| stops.get(at)).map_or(place, |stop| stop.first)
    };
    let (from, to) = (first(here), first(target));
    if target == here {
        Some(here)
    } else if target > here {
        let later = || stops.iter().map(|stop| stop.first).find(|first| *first >= target);
        let past = || stops.iter().map(|stop| stop.last).max().map(|last| last + 1);
        if to > from { Some(target) } else { later().or_else(past) }
    } else {
        let earlier = || stops.iter().rev().map(|stop| stop.first).find(|first| *first < from);
        if to < from { Some(target) } else { earlier().or_else(|| from.checked_sub(1)) }
    }
}

/// What is nearest to an instant in the next lane above or below: of what is shown, else of all there is.
fn across(index: &Index, stops: &[Stop], lane: Lane, instant: f64, up: bool) -> Option<usize> {
    let at = Index::LANES.iter().position(|candidate| *candidate == lane)?;
    let lanes: Vec<Lane> = if up {
        Index::LANES.iter().take(at).rev().copied().collect()
    } else {
        Index::LANES.iter().skip(at + 1).copied().collect()
    };
    let nearest = |places: &mut dyn Iterator<Item = usize>| nearest(index, instant, places);
    let shown = lanes
        .iter()
        .find_map(|lane| nearest(&mut stops.iter().filter(|stop| stop.lane == *lane).map(|stop| stop.first)));
    shown.or_else(|| {
        lanes.iter().find_map(|lane| {
            let middle = index.between(instant, f64::INFINITY).start;
            let mut around = (1..=3).filter_map(|weight| index.level(*lane, weight)).flat_map(|level| {
                let own = level.within(&(middle..middle)).start;
                level.places(own.saturating_sub(1)..(own + 1).min(level.len()))
            });
            nearest(&mut around)
        })
    })
}

/// How many events stand before a day.
fn before(index: &Index, day: Day) -> usize {
    index.between(f64::NEG_INFINITY, f64::from(day.number())).end
}

/// The same day of another year (28 February for a leap day); `None` outside the calendar.
fn years_on(day: Day, years: i32) -> Option<Day> {
    let (year, month, date) = day.ymd();
    Day::from_ymd(year + years, month, date).or_else(|| Day::from_ymd(year + years, month, 28))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::index::tests::{any_events, event};

    /// A step in a picture of everything, 1,000 pixels wide.
    fn step<'a>(index: &'a Index, current: &str, direction: Direction) -> Option<&'a str> {
        let (first, last) = index.span().unwrap_or((Day::MIN, Day::MAX));
        let scale = TimeScale::on(&Axis::straight(), Window::of_days(first, last), 0.0, 1000.0);
        neighbour(index, &Picture::Across(scale, 440.0), current, direction)
    }

    fn some() -> Index {
        Index::of_events(
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
        let index = some();
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
            assert_eq!(step(&index, from, direction), to, "{from} {direction:?}");
        }
        assert_eq!(step(&Index::of_events(&[], "en"), "x", First), None);
    }

    #[test]
    fn a_step_by_years_leaves_a_cluster_that_is_longer_than_that() {
        use Direction::*;
        // Two lanes, an event every third day for sixty years: clusters hold more than a year each.
        let first = Day::parse("1950-01-01").unwrap();
        let events: Vec<_> = (0..7_300)
            .map(|n| {
                let lane = if n % 2 == 0 { Lane::A } else { Lane::B };
                event(&n.to_string(), &first.plus(n * 3).to_string(), lane, 1)
            })
            .collect();
        let index = Index::of_events(&events, "en");
        let stops = |index: &Index| {
            let window = Window::of_days(first, first.plus(7_299 * 3));
            let scale = TimeScale::on(&Axis::straight(), window, 0.0, 1000.0);
            stops(index, &Picture::Across(scale, 440.0))
        };
        let all = stops(&index);
        assert!(all.iter().any(|stop| stop.last > stop.first + 130), "clusters of more than a year");
        let at = |id: &str| all[holding(&all, &index, index.place(id).unwrap()).unwrap()].first;
        for (direction, start) in [(YearLater, "0"), (YearEarlier, "7299")] {
            let (mut steps, mut here) = (0, start.to_owned());
            while let Some(next) = step(&index, &here, direction) {
                let (before, after) = (at(&here), at(next));
                let on = if direction == YearLater { after > before } else { after < before };
                assert!(on, "{direction:?} leads from {before} to {after}");
                // As the page has it: the focus is on the stop, which is named by its first event.
                here = index.get(after).unwrap().id.to_owned();
                steps += 1;
            }
            assert!((20..80).contains(&steps), "{steps} steps {direction:?}");
        }
    }

    #[test]
    fn a_year_is_to_the_day_and_a_leap_day_has_one_too() {
        use Direction::*;
        let index = Index::of_events(
            &[
                "2000-01-01",
                "2003-02-28",
                "2004-02-28",
                "2004-02-29",
                "2005-02-28",
                "2006-02-28",
                "2010-01-01",
            ]
            .map(|date| event(date, date, Lane::A, 3)),
            "en",
        );
        for (from, direction, to) in [
            ("2004-02-28", YearEarlier, "2003-02-28"),
            ("2004-02-29", YearEarlier, "2003-02-28"),
            ("2004-02-29", YearLater, "2005-02-28"),
            ("2005-02-28", YearLater, "2006-02-28"),
            ("2010-01-01", YearEarlier, "2006-02-28"),
        ] {
            assert_eq!(step(&index, from, direction), Some(to), "{from} {direction:?}");
        }
    }

    #[test]
    fn in_a_lane_that_shows_nothing_the_nearest_of_all_is_next() {
        let day = |text| Day::parse(text).unwrap();
        let june = Window::of_days(day("2018-06-01"), day("2018-06-30"));
        let picture = Picture::Across(TimeScale::new(june, 0.0, 1000.0), 440.0);
        for (before, after, nearest) in
            [("2018-01-01", "2030-01-01", "2018-01-01"), ("2001-01-01", "2019-01-01", "2019-01-01")]
        {
            let both = |date| event(date, date, Lane::Both, 3);
            let events =
                [both("1950-01-01"), both(before), event("here", "2018-06-12", Lane::A, 3), both(after)];
            let index = Index::of_events(&events, "en");
            assert_eq!(neighbour(&index, &picture, "here", Direction::LaneDown), Some(nearest));
        }
    }

    proptest! {
        #[test]
        fn walking_on_visits_everything_shown_once(events in any_events(40)) {
            let index = Index::of_events(&events, "en");
            let (first, last) = index.span().unwrap_or((Day::MIN, Day::MAX));
            let scale = TimeScale::on(&Axis::straight(), Window::of_days(first, last), 0.0, 1000.0);
            let mut seen = Vec::new();
            let mut next = step(&index, "", Direction::First);
            while let Some(id) = next {
                seen.push(index.place(id).unwrap());
                prop_assert!(seen.len() <= events.len());
                if let Some(after) = step(&index, id, Direction::Next) {
                    prop_assert_eq!(step(&index, after, Direction::Previous), Some(id));
                }
                for direction in [Direction::LaneUp, Direction::LaneDown, Direction::YearEarlier, Direction::YearLater] {
                    prop_assert_ne!(step(&index, id, direction), Some(id));
                }
                next = step(&index, id, Direction::Next);
            }
            let shown: Vec<usize> = stops(&index, &Picture::Across(scale, 440.0)).iter().map(|stop| stop.first).collect();
            prop_assert_eq!(seen, shown);
        }
    }
}
