//! Two periods of one dossier on a common scale: each around a day zero of its own, both shown as far before and after it.

use crate::dossier::date::Day;
use crate::dossier::model::{EventKind, Lane};
use crate::dossier::order::sorted;
use crate::index::Index;
use crate::scale::{Axis, Window};

/// About how many events are offered as day zeros; of more, every so many.
const MOST_OFFERED: usize = 40;

/// How many events within a year make a day worth comparing with.
const BUSY: usize = 5;

/// Two periods in whole days, as an address has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Periods {
    /// The day zero of each.
    pub zeros: [Day; 2],
    /// Days shown before day zero; negative where the first day shown comes after it.
    pub before: i32,
    /// Days shown after day zero; negative where the last day shown comes before it.
    pub after: i32,
}

impl Periods {
    /// The days in a year, as the presets count.
    pub const YEAR: i32 = 365;

    /// Reads `1993-06-11.2018-06-12.365.365`; a length that is left out is a year. `None` where it is anything else.
    pub fn parse(text: &str) -> Option<Periods> {
        let mut parts = text.split('.');
        let zeros = [Day::parse(parts.next()?)?, Day::parse(parts.next()?)?];
        let mut days = || parts.next().map_or(Some(Periods::YEAR), |part| part.parse().ok());
        Some(Periods { zeros, before: days()?, after: days()? })
    }

    /// The two periods as [`Periods::parse`] reads them.
    pub fn text(&self) -> String {
        let [first, second] = self.zeros;
        [first.to_string(), second.to_string(), self.before.to_string(), self.after.to_string()].join(".")
    }

    /// What a dossier's events suggest: a year each around the summit or agreement nearest to a day, and around the one most
    /// distant from that which had other events near it. Where the dossier has no two such events, what is weightiest instead.
    pub fn suggested(events: &Index, on: Day) -> Periods {
        let (mut days, mut deals) = (Vec::new(), Vec::new());
        for entry in offered(events).into_iter().filter_map(|place| events.get(place)) {
            days.push(entry.day());
            if matches!(entry.kind, EventKind::Summit | EventKind::Agreement) {
                deals.push(entry.day());
            }
        }
        if deals.len() >= 2 {
            days = deals;
        }
        let mut near = days.first().copied().unwrap_or(on);
        for day in &days {
            if day.since(on).abs() < near.since(on).abs() {
                near = *day;
            }
        }
        // The most distant of all, and of those with other events near them.
        let (mut far, mut busy) = (near, near);
        for day in &days {
            let (apart, middle) = (day.since(near).abs(), f64::from(day.number()));
            let year = f64::from(Periods::YEAR);
            if apart > far.since(near).abs() {
                far = *day;
            }
            if apart > busy.since(near).abs()
                && events.between(middle - year, middle + year + 1.0).len() >= BUSY
            {
                busy = *day;
            }
        }
        let far = if busy == near { far } else { busy };
        Periods { zeros: [near.min(far), near.max(far)], before: Periods::YEAR, after: Periods::YEAR }
    }
}

/// The places of the events that are worth being a day zero, in time order: the joint acts that everyone knows; where there are
/// no two of those, what else everyone knows, and else what there is.
pub fn offered(events: &Index) -> Vec<usize> {
    let mut found = Vec::new();
    for (lanes, weights) in
        [(&[Lane::Both][..], &[3][..]), (&Index::LANES, &[3]), (&Index::LANES, &[1, 2, 3])]
    {
        found.clear();
        let most = MOST_OFFERED / (lanes.len() * weights.len());
        for level in
            lanes.iter().flat_map(|lane| weights.iter().filter_map(|weight| events.level(*lane, *weight)))
        {
            found.extend(level.places(0..level.len()).step_by(level.len() / most + 1));
        }
        if found.len() >= 2 {
            break;
        }
    }
    sorted(found, |place| *place as i64)
}

/// Two periods on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    /// The day zero of each.
    pub zeros: [Day; 2],
    /// What is shown of both, in days from the start of day zero.
    pub around: Window,
    /// How far that can go, in whole days: to both ends of the dossier from either day zero, as long as both lie in
    /// the calendar.
    pub limits: Window,
    /// Id of the event that is the second picture's tab stop. The first picture's is the timeline's own.
    pub second_stop: Option<String>,
}

impl Compare {
    /// Two periods of a dossier that lies inside `whole`; day zeros and lengths beyond it are held inside.
    pub fn new(periods: Periods, whole: Window) -> Compare {
        let zeros = periods.zeros.map(|day| day.clamp(whole.first_day(), whole.last_day()));
        let [first, second] = zeros.map(|day| f64::from(day.number()));
        let (early, late) = (first.min(second), first.max(second));
        let (least, most) = (f64::from(Day::MIN.number()), f64::from(Day::MAX.number()) + 1.0);
        // Whole days, so that a window of whole days pushed against a limit is still one and an address leads to
        // itself.
        let limits = Window::new(
            (whole.from() - late).floor().max(least - early),
            (whole.to() - early).ceil().min(most - late),
        );
        let wanted = Window::new(-f64::from(periods.before), f64::from(periods.after) + 1.0);
        Compare { zeros, around: Axis::straight().pan(wanted, 0.0, limits), limits, second_stop: None }
    }

    /// The two periods in whole days.
    pub fn periods(&self) -> Periods {
        let (first, last) = (self.around.first_day(), self.around.last_day());
        Periods { zeros: self.zeros, before: -first.number(), after: last.number() }
    }

    /// The day zero of the first period (0) or the second (any other number).
    pub fn zero(&self, period: usize) -> Day {
        let [first, second] = self.zeros;
        if period == 0 { first } else { second }
    }

    /// The time that a period's picture shows: as long as the other one's, to the day and its fraction.
    pub fn window(&self, period: usize) -> Window {
        self.dated(self.around, period)
    }

    /// Days from day zero as a period's own time.
    pub fn dated(&self, around: Window, period: usize) -> Window {
        Axis::straight().shifted(around, f64::from(self.zero(period).number()))
    }

    /// Brings a day of one period into its picture, and with it the other picture as far.
    pub(super) fn show(&mut self, period: usize, day: Day) {
        let offset = Day::from_number_clamped(i64::from(day.since(self.zero(period))));
        self.around = Axis::straight().showing(self.around, offset, self.limits);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dossier::model::Event;
    use crate::index::tests::{any_events, event};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn deal(id: &str, date: &str) -> Event {
        Event { kind: EventKind::Agreement, ..event(id, date, Lane::Both, 3) }
    }

    fn suggested(events: &[Event], on: &str) -> [String; 2] {
        Periods::suggested(&Index::of_events(events, "en"), day(on)).zeros.map(|day| day.to_string())
    }

    #[test]
    fn an_address_says_two_days_and_two_lengths() {
        let periods = Periods { zeros: [day("1993-06-11"), day("2018-06-12")], before: 365, after: -20 };
        assert_eq!(periods.text(), "1993-06-11.2018-06-12.365.-20");
        assert_eq!(Periods::parse(&periods.text()), Some(periods));
        let short = Periods::parse("1993-06-11.2018-06-12").unwrap();
        assert_eq!((short.before, short.after), (365, 365));
        for wrong in
            ["", "1993-06-11", "1993-06-11.2018", "1993-06-11.2018-06-12.x", "1993-06-11.2018-06-12.9.1e3"]
        {
            assert_eq!(Periods::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn it_suggests_the_deal_of_the_day_and_the_busy_one_furthest_from_it() {
        let mut events = vec![
            deal("armistice", "1953-07-27"),
            deal("first", "1993-06-11"),
            deal("frame", "1994-10-21"),
            deal("singapore", "2018-06-12"),
            event("visit", "2018-07-06", Lane::Both, 3),
        ];
        for month in 1..=5 {
            events.push(event(&format!("n{month}"), &format!("1993-0{month}-01"), Lane::A, 1));
        }
        assert_eq!(suggested(&events, "2018-07-16"), ["1993-06-11", "2018-06-12"]);
        assert_eq!(
            suggested(&events, "1993-01-01"),
            ["1953-07-27", "1993-06-11"],
            "where nothing else is busy"
        );
    }

    #[test]
    fn five_events_within_a_year_make_a_day_worth_comparing_with() {
        let suggested = |others: usize| {
            let mut events =
                vec![deal("far", "1953-07-27"), deal("busy", "1993-06-11"), deal("near", "2018-06-12")];
            // The first and the last day that count, and one that does not.
            let days = ["1992-06-11", "1994-06-11", "1993-01-01", "1993-02-01"];
            for day in days.into_iter().take(others).chain(["1994-06-12", "1992-06-10"]) {
                events.push(event(day, day, Lane::A, 1));
            }
            self::suggested(&events, "2018-07-16")
        };
        assert_eq!(suggested(4), ["1993-06-11", "2018-06-12"]);
        assert_eq!(suggested(3), ["1953-07-27", "2018-06-12"]);
    }

    #[test]
    fn a_dossier_with_little_in_it_can_be_compared_too() {
        let one = [event("a", "2001-01-01", Lane::A, 1)];
        assert_eq!(suggested(&one, "2005-01-01"), ["2001-01-01", "2001-01-01"]);
        assert_eq!(suggested(&[], "2005-01-01"), ["2005-01-01", "2005-01-01"]);
        let two = [event("a", "2001-01-01", Lane::A, 1), event("b", "2003-01-01", Lane::B, 2)];
        assert_eq!(suggested(&two, "2005-01-01"), ["2001-01-01", "2003-01-01"]);
    }

    #[test]
    fn a_day_as_far_from_each_day_zero_stands_at_the_same_place() {
        let whole = Window::of_days(day("1953-06-26"), day("2024-12-22"));
        let periods = Periods { zeros: [day("1993-06-11"), day("2018-06-12")], before: 365, after: 365 };
        let compare = Compare::new(periods, whole);
        assert_eq!(compare.periods(), periods);
        let scale = |period| crate::scale::TimeScale::new(compare.window(period), 8.0, 1_072.0);
        for days in [-365, -1, 0, 100, 365] {
            let x = |period| scale(period).x_mid(compare.zero(period).plus(days));
            assert!((x(0) - x(1)).abs() < 1e-6, "{days}");
        }
        assert!((scale(0).pixels_per_day() - scale(1).pixels_per_day()).abs() < 1e-9);
    }

    #[test]
    fn a_period_beyond_a_dossier_of_two_days_is_pushed_inside_by_whole_days() {
        let whole = Window::of_days(day("1970-01-01"), day("1970-01-02"));
        let periods =
            Periods { zeros: [day("1970-01-01"), day("1969-12-31")], before: 719_155, after: -719_149 };
        let held = Compare::new(periods, whole).periods();
        assert_eq!(Compare::new(held, whole).periods(), held);
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "\\PC{0,40}") {
            let _ = Periods::parse(&text);
        }

        #[test]
        fn what_an_address_asks_for_is_held_inside(
            whole in (-719_162i64..2_932_896, 0i64..80_000),
            zeros in [-800_000i64..3_000_000, -800_000i64..3_000_000],
            before in any::<i32>(), after in any::<i32>(),
            moves in prop::collection::vec((prop::num::f64::ANY, prop::num::f64::ANY, 0.0..1.0f64), 0..8),
            to in any::<i32>(),
        ) {
            let number = Day::from_number_clamped;
            let whole = Window::of_days(number(whole.0), number(whole.0 + whole.1));
            let mut compare = Compare::new(Periods { zeros: zeros.map(number), before, after }, whole);
            prop_assert_eq!(Compare::new(compare.periods(), whole).periods(), compare.periods(), "an address leads to itself");
            for (pan, factor, share) in moves {
                let (axis, limits) = (Axis::straight(), compare.limits);
                compare.around = axis.pan(compare.around, pan, limits);
                let anchor = axis.instant_at(compare.around, share);
                compare.around = axis.zoom_at(compare.around, factor, anchor, limits);
                compare.show(1, number(i64::from(to)));
                let windows = [compare.window(0), compare.window(1)];
                for window in windows {
                    prop_assert!(window.from().is_finite() && window.to().is_finite());
                    prop_assert!(window.days() >= Window::MIN_DAYS - 1e-6);
                    // The shortest window may stick out of the calendar's ends, where both day zeros stand at them.
                    prop_assert!(window.from() >= f64::from(Day::MIN.number()) - 7.0);
                    prop_assert!(window.to() <= f64::from(Day::MAX.number()) + 8.0);
                }
                prop_assert!((windows[0].days() - windows[1].days()).abs() < 1e-6, "equally long");
            }
        }

        #[test]
        fn whatever_it_suggests_is_an_event_of_the_dossier(events in any_events(60), on in 9_000i64..22_000) {
            let index = Index::of_events(&events, "en");
            let periods = Periods::suggested(&index, Day::from_number_clamped(on));
            prop_assert!(periods.zeros[0] <= periods.zeros[1]);
            let days: Vec<Day> = index.entries().map(|entry| entry.day()).collect();
            prop_assert!(days.is_empty() || periods.zeros.iter().all(|zero| days.contains(zero)));
            let offered = offered(&index);
            prop_assert!(offered.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(events.len() < 2 || offered.len() >= 2);
        }
    }
}
