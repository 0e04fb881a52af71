//! Launches day by day above an axis and meetings below it, under one counting rule: one strip for all years in a wide room, one for
//! each year in a narrow one.

use super::super::mark::{Anchor, Mark, num, round, upright};
use super::glyphs::{nuclear_mark, outcome_mark, reach, talk_mark};
use super::{DayAxis, Drawing, Form};
use crate::analysis::{Rule, Talk, YearOfTalks, pause_days, year_of_talks};
use crate::dossier::date::Day;
use crate::dossier::model::{Level, NuclearTest, Outcome, Pause};
use crate::layout::launches::dodge;
use crate::layout::text;
use crate::messages::{LaunchesMsg, Locale};

/// Half the size of a launch's mark, and of a nuclear test's.
const LAUNCH: f64 = 4.0;
const NUCLEAR: f64 = 6.5;
/// The height of a row of marks.
const ROW: f64 = 10.0;
/// The least room above the axis: with the same under most rules, the axis stays where it is when another rule is chosen.
const ROOM: f64 = 44.0;
/// What lies left and right of the first and last day, so that marks are not cut.
const SIDE: f64 = 7.0;
/// The narrowest bar of a meeting.
const THIN: f64 = 2.5;
/// What lies between two years one under the other.
const BETWEEN: f64 = 22.0;

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Days<'a> {
    /// The rule by which launches are counted.
    pub rule: &'a Rule<'a>,
    /// Nuclear tests, which no rule of launches counts.
    pub nuclear: &'a [NuclearTest],
    /// The meetings.
    pub talks: &'a [Talk<'a>],
    /// The negotiations whose meetings are listed, each with its first and last day.
    pub negotiations: &'a [(Day, Day)],
    /// Stretches without launches. One that the rule does not count whole, or in which it counts a launch, is not drawn.
    pub pauses: &'a [Pause],
    /// The years, in order and without a gap.
    pub years: &'a [i32],
}

/// The picture by day; of no years an empty one.
pub fn by_day(days: Days<'_>, form: Form, locale: Locale) -> Drawing {
    let mut drawing = Drawing::new(form);
    let rows: Vec<&[i32]> = match form {
        Form::Wide => vec![days.years],
        Form::Narrow => days.years.chunks(1).collect(),
    };
    for years in rows {
        let (Some(first), Some(last)) = (years.first(), years.last()) else { continue };
        let (Some(first), Some(last)) = (Day::from_ymd(*first, 1, 1), Day::from_ymd(*last, 12, 31)) else {
            continue;
        };
        let top = if drawing.height > 0.0 { drawing.height + BETWEEN } else { 0.0 };
        Strip { days, form, locale, first, last, top }.draw(years, &mut drawing);
    }
    drawing
}

/// One strip of days.
struct Strip<'a> {
    days: Days<'a>,
    form: Form,
    locale: Locale,
    first: Day,
    last: Day,
    top: f64,
}

/// A launch day or a nuclear test on its way to its place.
struct Above {
    day: Day,
    x: f64,
    edges: (f64, f64),
    outcome: Option<Outcome>,
    name: Option<String>,
}

impl Strip<'_> {
    /// The middle of a day, to a whole pixel: less than a day off, and the page is a third shorter for it.
    fn x(&self, day: Day) -> f64 {
        self.place(day).round()
    }

    /// The middle of a day.
    fn place(&self, day: Day) -> f64 {
        let days = f64::from(self.last.since(self.first)).max(1.0);
        SIDE + (self.form.width() - 2.0 * SIDE) * f64::from(day.since(self.first)) / days
    }

    fn holds(&self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    fn tell(&self, msg: LaunchesMsg<'_>) -> String {
        self.locale.tell(&msg)
    }

    fn draw(&self, years: &[i32], drawing: &mut Drawing) {
        let size = self.form.size();
        // In a wide room the count stands under the year's name, in a narrow one beside it.
        let head = if self.form == Form::Wide { 2.0 * size + 10.0 } else { size + 6.0 };
        let pauses = self.pauses();
        // Room for a pause is left under every rule: the axis stays where it is when another one is chosen.
        let quiet = if pauses.is_empty() { 0.0 } else { size + 12.0 };
        let above = self.above();
        let rows = dodge(&above.iter().map(|mark| mark.edges).collect::<Vec<_>>());
        let high = rows.iter().max().map_or(1, |row| row + 1) as f64 * ROW + 4.0;
        let axis = self.top + head + quiet + high.max(ROOM);
        let foot = axis + reach(Level::Leaders) + size + 4.0;
        let bottom = foot + size + 4.0;

        for year in years {
            self.year(*year, axis, bottom, drawing);
        }
        self.draw_pauses(&pauses, self.top + head, axis, drawing);
        drawing.always(Mark::Path {
            class: "launch-axis",
            d: format!("M0 {}H{}", num(axis), num(self.form.width())),
        });
        for (mark, row) in above.into_iter().zip(rows) {
            let y = axis - 3.0 - LAUNCH - row as f64 * ROW;
            let mut marks = vec![match mark.outcome {
                Some(outcome) => outcome_mark(outcome, mark.x, y, LAUNCH),
                None => nuclear_mark(mark.x, y - 1.0, NUCLEAR),
            }];
            if let Some(text) = mark.name {
                let is_left = mark.edges.0 < mark.x - NUCLEAR - 1.0;
                let (x, anchor) = if is_left {
                    (mark.x - NUCLEAR - 4.0, Anchor::End)
                } else {
                    (mark.x + NUCLEAR + 4.0, Anchor::Start)
                };
                marks.push(Mark::Text { class: "mark-name", x: round(x), y: round(y + 3.5), anchor, text });
            }
            drawing.dated(Some(mark.day), marks);
        }
        self.talks(axis, drawing);
        drawing.axes.push(DayAxis {
            first: (self.place(self.first), self.first),
            last: (self.place(self.last), self.last),
            top: self.top + head,
            height: bottom - self.top - head,
        });
        drawing.height = bottom;
    }

    /// A year's name and numbers, and its left edge.
    fn year(&self, year: i32, axis: f64, bottom: f64, drawing: &mut Drawing) {
        let size = self.form.size();
        let (Some(first), Some(last)) = (Day::from_ymd(year, 1, 1), Day::from_ymd(year, 12, 31)) else {
            return;
        };
        let (left, right) = (self.x(first), self.x(last));
        let d = upright(left, self.top, bottom);
        drawing.always(Mark::Path { class: "year-edge", d });
        let launches = self.days.rule.launch_days(year);
        if launches.is_none() {
            let d = format!("M{} {}H{}", num(left + 2.0), num(axis - 13.0), num(right - 2.0));
            drawing.always(Mark::Path { class: "not-counted", d });
        }
        let start = left + 5.0;
        let text = |class, x: f64, y: f64, text| Mark::Text {
            class,
            x: round(x),
            y: round(y),
            anchor: Anchor::Start,
            text,
        };
        let name = year.to_string();
        let beside = text::width(&name, size) + 10.0;
        drawing.always(text("year-head", start, self.top + size, name));
        let above = match launches {
            Some(days) => self.tell(LaunchesMsg::DaysOfLaunches(days)),
            None => self.tell(LaunchesMsg::DaysNotListed),
        };
        let below = match year_of_talks(self.days.talks, self.days.negotiations, year) {
            YearOfTalks::Counted(days) => self.tell(LaunchesMsg::DaysOfTalks(days)),
            YearOfTalks::Outside { .. } => self.tell(LaunchesMsg::TalksNotListed),
        };
        let (x, y) = match self.form {
            Form::Wide => (start, self.top + 2.0 * size + 3.0),
            Form::Narrow => (start + beside, self.top + size),
        };
        // Where they do not fit they stand in a list above the picture.
        let fits = |x: f64, words: &str| x + text::width(words, size) <= right + SIDE;
        if fits(x, &above) {
            drawing.always(text("year-number", x, y, above));
        }
        if fits(start, &below) {
            drawing.always(text("year-number", start, bottom - 4.0, below));
        }
    }

    /// The pauses that have a day here, each with its edges.
    fn pauses(&self) -> Vec<(&Pause, f64, f64)> {
        let here =
            |pause: &&Pause| pause.start < pause.end && pause.start <= self.last && self.first <= pause.end;
        let here = self.days.pauses.iter().filter(here);
        here.map(|pause| (pause, self.x(pause.start.max(self.first)), self.x(pause.end.min(self.last))))
            .collect()
    }

    /// Each pause as a bracket that reaches down to the axis, with its length where it has room and is longest; none that the rule does
    /// not count whole, or in which it counts a launch.
    fn draw_pauses(&self, pauses: &[(&Pause, f64, f64)], top: f64, axis: f64, drawing: &mut Drawing) {
        let size = self.form.size();
        let y = top + size + 7.0;
        for (pause, left, right) in pauses.iter().filter(|(pause, ..)| self.days.rule.is_quiet_in(pause)) {
            let ends = [(pause.start, left), (pause.end, right)];
            let mut d = format!("M{} {}H{}", num(*left), num(y), num(*right));
            for (day, x) in ends {
                if self.holds(day) {
                    d.push_str(&upright(*x, y, axis));
                }
            }
            let mut marks = vec![Mark::Path { class: "pause", d }];
            let text = self.tell(LaunchesMsg::PauseLabel(pause_days(pause)));
            let room = text::width(&text, size);
            if right - left >= room {
                let x = round((left + right) / 2.0);
                marks.push(Mark::Text {
                    class: "mark-name",
                    x,
                    y: round(y - 5.0),
                    anchor: Anchor::Middle,
                    text,
                });
            }
            drawing.dated(Some(pause.start.max(self.first)), marks);
        }
    }

    /// What stands above the axis, in the order of the days.
    fn above(&self) -> Vec<Above> {
        let mut above: Vec<Above> = Vec::new();
        for day in self.days.rule.days.iter().filter(|day| self.holds(day.date)) {
            let x = self.x(day.date);
            let edges = (x - LAUNCH - 0.5, x + LAUNCH + 0.5);
            above.push(Above { day: day.date, x, edges, outcome: Some(day.outcome), name: None });
        }
        for test in self.days.nuclear.iter().filter(|test| self.holds(test.date)) {
            let x = self.x(test.date);
            let name = self.tell(LaunchesMsg::NuclearTest);
            let room = text::width(&name, self.form.size()) + 6.0;
            let is_left = x + NUCLEAR + room > self.form.width();
            let (left, right) = (x - NUCLEAR, x + NUCLEAR);
            let edges = if is_left { (left - room, right) } else { (left, right + room) };
            above.push(Above { day: test.date, x, edges, outcome: None, name: Some(name) });
        }
        // Launches first, so that they stay near the axis and the names of tests stand above them.
        above.sort_by_key(|mark| (mark.outcome.is_none(), mark.day));
        above
    }

    /// The meetings, and where the leaders met.
    fn talks(&self, axis: f64, drawing: &mut Drawing) {
        let size = self.form.size();
        let mut free = 0.0;
        for talk in self.days.talks.iter().filter(|talk| talk.first <= self.last && self.first <= talk.last) {
            let (left, right) = (self.x(talk.first.max(self.first)), self.x(talk.last.min(self.last)));
            let middle = (left + right) / 2.0;
            let half = ((right - left) / 2.0).max(THIN / 2.0);
            let level = talk.meeting.level;
            let mut marks = vec![talk_mark(level, middle - half, middle + half, axis + 2.0)];
            let place = talk.meeting.place.as_ref().filter(|_| level == Level::Leaders);
            if let Some(place) = place {
                let line = text::wrap(place.get(self.locale.tag()), size, 110.0, 1).lines.into_iter().next();
                let text = line.unwrap_or_default();
                let room = text::width(&text, size);
                let start = (middle - room / 2.0).min(self.form.width() - room).max(0.0);
                if !text.is_empty() && start >= free {
                    free = start + room + 6.0;
                    let (x, y) = (round(start + room / 2.0), round(axis + reach(level) + size + 1.0));
                    marks.push(Mark::Text { class: "mark-name", x, y, anchor: Anchor::Middle, text });
                }
            }
            drawing.dated(Some(talk.first), marks);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::analysis::rules;
    use crate::dossier::model::{ArmsTests, CountUnit, TestDay, YearCount};

    /// In how many strips pauses are drawn.
    fn drawn(days: Days<'_>, form: Form) -> usize {
        let drawing = by_day(days, form, Locale::En);
        let marks = drawing.marks.iter().flat_map(|item| &item.marks);
        marks.filter(|mark| matches!(mark, Mark::Path { class: "pause", .. })).count()
    }

    /// The pause from 29 November 2017 to 4 May 2019 has days in three years. CNS counts all of them, and 17 April 2019 among its
    /// launches; of the other rules none counts 2018.
    #[test]
    fn a_pause_is_drawn_under_the_rules_that_count_all_of_it_and_no_launch() {
        let under = |tests: &ArmsTests| -> Vec<(usize, usize)> {
            let days = |rule| Days {
                rule,
                nuclear: &tests.nuclear_tests,
                talks: &[],
                negotiations: &[],
                pauses: &tests.pauses,
                years: &[2017, 2018, 2019],
            };
            let under = |rule| (drawn(days(rule), Form::Wide), drawn(days(rule), Form::Narrow));
            rules(tests).iter().map(under).collect()
        };
        let mut tests = us_dprk().arms_tests.unwrap();
        assert_eq!(under(&tests), [(0, 0); 4]);
        let april = Day::from_ymd(2019, 4, 17).unwrap();
        tests.missile_test_days.retain(|test| test.date != april);
        assert_eq!(under(&tests), [(1, 3), (0, 0), (0, 0), (0, 0)]);
    }

    proptest! {
        #[test]
        fn no_launch_stands_inside_a_pause_that_is_drawn(
            start in 0i32..1000,
            length in 1i32..600,
            on in prop::collection::vec(0i32..1090, 0..4),
        ) {
            let first = Day::from_ymd(2017, 1, 1).unwrap();
            let mut tests = us_dprk().arms_tests.unwrap();
            tests.pauses.truncate(1);
            let pause = &mut tests.pauses[0];
            (pause.start, pause.end) = (first.plus(start), first.plus(start + length));
            let day = tests.missile_test_days[0].clone();
            let days: Vec<_> = on.iter().map(|on| TestDay { date: first.plus(*on), ..day.clone() }).collect();
            // It counts all years the pause may reach.
            let none = YearCount { launches: 0, ..tests.missile_launches_by_year[0].clone() };
            let years: Vec<_> = (2017..=2022).map(|year| YearCount { year, ..none.clone() }).collect();
            let rule = Rule {
                reference: "own",
                unit: CountUnit::Missiles,
                years: years.iter().collect(),
                days: days.iter().collect(),
            };
            let days = Days { rule: &rule, nuclear: &[], talks: &[], negotiations: &[], pauses: &tests.pauses, years: &[2017, 2018, 2019] };
            let inside = on.iter().any(|on| start < *on && *on < start + length);
            prop_assert_eq!(drawn(days, Form::Wide) == 0, inside);
        }
    }
}
