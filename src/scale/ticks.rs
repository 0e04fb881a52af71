//! Where the axis is marked, and what each mark is called. The finest rhythm whose marks keep their distance is chosen;
//! names come in two lines, the second of which appears only where it changes ("Nov | Dec | Jan, 2019 | Feb").

use super::TimeScale;
use crate::dossier::date::Day;

/// The rhythm of the axis's marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickLevel {
    /// Every day.
    Day,
    /// Every Monday.
    Week,
    /// The first of each month.
    Month,
    /// The first of January, April, July and October.
    Quarter,
    /// The first of January of each year that this number divides.
    Years(u16),
}

/// What a line of a tick's name says; the words are the language's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickLabel {
    /// A day of the month: "12".
    Day(Day),
    /// A month (1..=12) of a year: "Jun".
    Month(i32, u32),
    /// A month with its year: "June 2018".
    MonthYear(i32, u32),
    /// A year: "2018".
    Year(i32),
}

/// One mark of the axis, at the start of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The day at whose start it stands.
    pub day: Day,
    /// The axis's rhythm, the same for every tick of one axis.
    pub level: TickLevel,
    /// The first line of its name.
    pub minor: TickLabel,
    /// The second line: at the first tick and where it changes.
    pub major: Option<TickLabel>,
    /// Whether a larger unit begins here (a year among months, a month among days): drawn stronger.
    pub strong: bool,
}

/// Each rhythm with the fewest days between two of its marks and the fewest pixels its names need.
const LEVELS: [(TickLevel, f64, f64); 16] = [
    (TickLevel::Day, 1.0, 26.0),
    (TickLevel::Week, 7.0, 32.0),
    (TickLevel::Month, 28.0, 34.0),
    (TickLevel::Quarter, 90.0, 36.0),
    (TickLevel::Years(1), 365.0, 44.0),
    (TickLevel::Years(2), 730.0, 44.0),
    (TickLevel::Years(5), 1_826.0, 44.0),
    (TickLevel::Years(10), 3_652.0, 44.0),
    (TickLevel::Years(20), 7_304.0, 44.0),
    (TickLevel::Years(50), 18_262.0, 44.0),
    (TickLevel::Years(100), 36_524.0, 44.0),
    (TickLevel::Years(200), 73_048.0, 44.0),
    (TickLevel::Years(500), 182_621.0, 44.0),
    (TickLevel::Years(1000), 365_242.0, 44.0),
    (TickLevel::Years(2000), 730_485.0, 44.0),
    (TickLevel::Years(5000), 1_826_212.0, 44.0),
];

/// The pixels a second line with a month's name in full needs before the next one.
const MONTH_YEAR_WIDTH: f64 = 108.0;

impl TickLevel {
    /// The finest rhythm whose marks keep their distance on this scale; `None` where not even millennia do.
    pub fn of(scale: &TimeScale) -> Option<TickLevel> {
        let pixels_per_day = scale.pixels_per_day();
        LEVELS.iter().find(|(_, days, pixels)| days * pixels_per_day >= *pixels).map(|(level, ..)| *level)
    }

    /// The finest rhythm of which a stretch of so many days holds no more than `most` marks.
    pub fn of_count(days: f64, most: f64) -> TickLevel {
        let fits = |(_, length, _): &&(TickLevel, f64, f64)| days / length <= most;
        LEVELS.iter().find(fits).map_or(TickLevel::Years(5000), |(level, ..)| *level)
    }

    /// The first mark after a day; `None` beyond the year 9999.
    pub fn next(self, day: Day) -> Option<Day> {
        if day == Day::MAX { None } else { self.from(day.plus(1)) }
    }

    /// What the stretch from one mark to the next is called where it stands alone: a day or the week from it on, a month, a year.
    pub fn name(self, day: Day) -> TickLabel {
        let (year, month, _) = day.ymd();
        match self {
            TickLevel::Day | TickLevel::Week => TickLabel::Day(day),
            TickLevel::Month | TickLevel::Quarter => TickLabel::MonthYear(year, month),
            TickLevel::Years(_) => TickLabel::Year(year),
        }
    }

    /// The fewest pixels between two marks of this rhythm.
    pub fn min_spacing(self) -> f64 {
        LEVELS.iter().find(|(level, ..)| *level == self).map_or(44.0, |(_, _, pixels)| *pixels)
    }

    /// The first mark on or after a day; `None` beyond the year 9999.
    fn from(self, day: Day) -> Option<Day> {
        let (year, month, date) = day.ymd();
        match self {
            TickLevel::Day => Some(day),
            // 1970-01-01 was a Thursday: Mondays are the days 4 after a multiple of 7.
            TickLevel::Week => {
                let next = day.plus((4 - day.number()).rem_euclid(7));
                ((next.number() - 4).rem_euclid(7) == 0).then_some(next)
            }
            TickLevel::Month if date == 1 => Some(day),
            TickLevel::Month if month == 12 => Day::from_ymd(year + 1, 1, 1),
            TickLevel::Month => Day::from_ymd(year, month + 1, 1),
            TickLevel::Quarter if date == 1 && (month - 1) % 3 == 0 => Some(day),
            TickLevel::Quarter if month > 9 => Day::from_ymd(year + 1, 1, 1),
            TickLevel::Quarter => Day::from_ymd(year, (month - 1) / 3 * 3 + 4, 1),
            TickLevel::Years(step) => {
                let step = i32::from(step.max(1));
                let next = if (month, date) == (1, 1) { year } else { year + 1 };
                Day::from_ymd((next + step - 1) / step * step, 1, 1)
            }
        }
    }

    fn labels(self, day: Day) -> (TickLabel, Option<TickLabel>) {
        let (year, month, _) = day.ymd();
        match self {
            TickLevel::Day | TickLevel::Week => {
                (TickLabel::Day(day), Some(TickLabel::MonthYear(year, month)))
            }
            TickLevel::Month | TickLevel::Quarter => {
                (TickLabel::Month(year, month), Some(TickLabel::Year(year)))
            }
            TickLevel::Years(_) => (TickLabel::Year(year), None),
        }
    }

    fn is_strong(self, day: Day) -> bool {
        let (year, month, date) = day.ymd();
        match self {
            TickLevel::Day => date == 1,
            TickLevel::Week => date <= 7,
            TickLevel::Month | TickLevel::Quarter => month == 1,
            TickLevel::Years(step) => year % (i32::from(step).max(1) * 10) == 0,
        }
    }
}

/// The marks of the axis inside the window, in time order: at most one for every 26 pixels. None inside a break; behind one
/// the second line is said again, because years have passed.
pub fn ticks(scale: &TimeScale) -> Vec<Tick> {
    let Some(level) = TickLevel::of(scale) else { return Vec::new() };
    let (from, to) = (scale.window().from(), scale.window().to());
    let mut out: Vec<Tick> = Vec::new();
    let mut said = None;
    let mut free_from = f64::NEG_INFINITY;
    let mut next = level.from(Day::from_number_clamped(from.ceil() as i64));
    while let Some(day) = next.filter(|day| f64::from(day.number()) <= to) {
        if let Some(fold) = scale.axis().breaks().iter().find(|fold| fold.from <= day && day < fold.to) {
            next = level.from(fold.to);
            free_from = out.last().map_or(free_from, |tick| scale.x_of(tick.day) + level.min_spacing());
            continue;
        }
        if scale.x_of(day) >= free_from {
            let (minor, major) = level.labels(day);
            let changed = major.filter(|_| major != said);
            said = major;
            out.push(Tick { day, level, minor, major: changed, strong: level.is_strong(day) });
        }
        next = if day == Day::MAX { None } else { level.from(day.plus(1)) };
    }
    // Where the first name has no room before the second, the one that holds for the longer stretch stays.
    let mut named = out.iter_mut().filter(|tick| tick.major.is_some());
    if let (Some(first), Some(second)) = (named.next(), named.next())
        && matches!(first.major, Some(TickLabel::MonthYear(..)))
        && scale.x_of(second.day) - scale.x_of(first.day) < MONTH_YEAR_WIDTH
    {
        first.major = None;
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::scale::Window;

    fn scale(from: &str, to: &str, width: f64) -> TimeScale {
        TimeScale::new(Window::of_days(Day::parse(from).unwrap(), Day::parse(to).unwrap()), 0.0, width)
    }

    fn days(scale: &TimeScale) -> Vec<String> {
        ticks(scale).iter().map(|tick| tick.day.to_string()).collect()
    }

    #[test]
    fn two_years_on_a_desk_are_marked_by_month_and_on_a_phone_by_quarter() {
        let wide = ticks(&scale("2018-01-01", "2019-12-31", 1080.0));
        assert_eq!(wide.len(), 24 + 1, "the start of 2020 is the window's right edge");
        assert_eq!(wide[0].major, Some(TickLabel::Year(2018)));
        assert_eq!(wide[1].minor, TickLabel::Month(2018, 2));
        assert_eq!(wide[1].major, None);
        assert_eq!(wide[12].major, Some(TickLabel::Year(2019)));
        assert!(wide[12].strong && !wide[1].strong);
        assert_eq!(
            days(&scale("2018-01-01", "2019-12-30", 320.0)),
            [
                "2018-01-01",
                "2018-04-01",
                "2018-07-01",
                "2018-10-01",
                "2019-01-01",
                "2019-04-01",
                "2019-07-01",
                "2019-10-01"
            ]
        );
    }

    #[test]
    fn weeks_begin_on_mondays() {
        // 11 June 2018 was a Monday.
        let june = scale("2018-06-06", "2018-07-20", 300.0);
        assert_eq!(TickLevel::of(&june), Some(TickLevel::Week));
        assert_eq!(
            days(&june),
            ["2018-06-11", "2018-06-18", "2018-06-25", "2018-07-02", "2018-07-09", "2018-07-16"]
        );
    }

    #[test]
    fn a_month_that_begins_close_behind_the_first_tick_takes_the_second_line() {
        let turn = scale("2018-06-29", "2018-07-10", 400.0);
        let names: Vec<_> = ticks(&turn).into_iter().filter_map(|tick| tick.major).collect();
        assert_eq!(names, [TickLabel::MonthYear(2018, 7)]);
    }

    #[test]
    fn history_is_marked_by_decades() {
        let all = scale("1948-01-01", "2026-12-31", 400.0);
        assert_eq!(TickLevel::of(&all), Some(TickLevel::Years(10)));
        assert_eq!(ticks(&all).first().map(|tick| tick.minor), Some(TickLabel::Year(1950)));
    }

    #[test]
    fn no_name_stands_close_behind_a_break() {
        use crate::scale::Axis;
        let day = |text| Day::parse(text).unwrap();
        // 1956 to 1984 are folded to some 300 days: 1985 would stand closer to 1955 than the names need.
        let axis = Axis::folding(&[(day("1955-06-01"), day("1985-06-01"))], 26_050);
        let window = Window::of_days(day("1950-01-01"), day("2004-12-31"));
        let scale = TimeScale::on(&axis, window, 0.0, 300.0);
        assert_eq!(TickLevel::of(&scale), Some(TickLevel::Years(5)));
        let years: Vec<i32> = ticks(&scale).iter().map(|tick| tick.day.year()).collect();
        assert_eq!(years, [1950, 1955, 1990, 1995, 2000, 2005]);
    }

    #[test]
    fn the_calendar_has_two_ends() {
        assert_eq!(days(&scale("0001-01-01", "0001-01-08", 300.0)).first().unwrap(), "0001-01-01");
        assert_eq!(days(&scale("9999-12-25", "9999-12-31", 300.0)).last().unwrap(), "9999-12-31");
        assert_eq!(days(&scale("0001-01-01", "9999-12-31", 100.0)), ["5000-01-01"]);
        assert!(ticks(&scale("0001-01-01", "9999-12-31", 1.0)).is_empty());
    }

    proptest! {
        #[test]
        fn ticks_keep_their_distance_inside_the_window(from in -719_162.0..2_932_000.0f64, days in 7.0..3_700_000.0f64, width in 1.0..4_000.0f64) {
            let scale = TimeScale::new(Window::new(from, from + days), 0.0, width);
            let ticks = ticks(&scale);
            prop_assert!(ticks.len() as f64 <= width / 26.0 + 2.0);
            for tick in &ticks {
                prop_assert!(scale.x_of(tick.day) >= -1e-6 && scale.x_of(tick.day) <= width + 1e-6);
            }
            for pair in ticks.windows(2) {
                prop_assert!(pair[0].day < pair[1].day);
                prop_assert!(scale.x_of(pair[1].day) - scale.x_of(pair[0].day) >= pair[0].level.min_spacing() - 1e-6);
            }
            if let Some(first) = ticks.first() {
                let rest = ticks.iter().filter(|tick| tick.major.is_some()).count();
                prop_assert!(matches!(first.level, TickLevel::Years(_)) || rest > 0);
            }
        }
    }
}
