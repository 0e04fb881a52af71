//! Launches under one named counting rule at a time, and the days of talks beside them. Counts of different rules are never added,
//! compared or filled up with each other; a year that a rule does not count is not a year of zero.

use std::collections::{BTreeMap, BTreeSet};

use crate::dossier::Dossier;
use crate::dossier::date::{Day, Precision};
use crate::dossier::model::{ArmsTests, CountUnit, Meeting, Pause, Process, TestDay, YearCount};

/// The most years that are shown by day.
pub const MOST_YEARS: i32 = 6;

/// One counting rule with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule<'a> {
    /// Its name in the dossier.
    pub reference: &'a str,
    /// What it counts.
    pub unit: CountUnit,
    /// Its years in order, each once; of two counts of one year the first in the file stands.
    pub years: Vec<&'a YearCount>,
    /// The days it counts, in order.
    pub days: Vec<&'a TestDay>,
}

impl Rule<'_> {
    /// What it counts in a year; `None` where it does not say.
    pub fn count(&self, year: i32) -> Option<u32> {
        self.years.iter().find(|count| i32::from(count.year) == year).map(|count| count.launches)
    }

    /// How many days with launches it counts in a year. `None` where it counts launches but lists no days, or nothing at all:
    /// that is unknown, not zero.
    pub fn launch_days(&self, year: i32) -> Option<usize> {
        let listed: BTreeSet<Day> =
            self.days.iter().map(|day| day.date).filter(|day| day.year() == year).collect();
        (!listed.is_empty() || self.count(year) == Some(0)).then_some(listed.len())
    }

    /// The days it counts strictly inside a pause.
    pub fn days_inside(&self, pause: &Pause) -> Vec<Day> {
        let inside =
            self.days.iter().map(|day| day.date).filter(|day| pause.start < *day && *day < pause.end);
        inside.collect::<BTreeSet<Day>>().into_iter().collect()
    }

    /// What it counts in the whole years inside a pause: the first and last of those it counts, and the sum. `None` where it
    /// counts no whole year of it.
    pub fn years_inside(&self, pause: &Pause) -> Option<(u16, u16, u32)> {
        let (start, end) = (pause.start.year(), pause.end.year());
        let mut inside = self.years.iter().filter(|count| {
            let year = i32::from(count.year);
            start < year && year < end
        });
        let first = inside.next()?;
        let sum = |(_, last, sum): (u16, u16, u32), count: &&YearCount| {
            (first.year, last.max(count.year), sum.saturating_add(count.launches))
        };
        Some(inside.fold((first.year, first.year, first.launches), sum))
    }

    /// Whether it counts every day of a pause and no launch inside it, on a day it lists or in a whole year. What it does not count may
    /// have had launches: by this rule that is no pause.
    pub fn is_quiet_in(&self, pause: &Pause) -> bool {
        let (start, end) = (pause.start.year(), pause.end.year());
        let whole = |year: i32| start < year && year < end && self.count(year).is_some();
        let is_counted = (start..=end).all(|year| whole(year) || self.launch_days(year).is_some());
        let launches = self.years_inside(pause).map_or(0, |(_, _, sum)| sum);
        is_counted && launches == 0 && self.days_inside(pause).is_empty()
    }
}

/// The counting rules, in the order in which the file first names them: one for each name and unit.
pub fn rules(tests: &ArmsTests) -> Vec<Rule<'_>> {
    let mut rules: Vec<Rule<'_>> = Vec::new();
    for count in &tests.missile_launches_by_year {
        let known =
            rules.iter_mut().find(|rule| rule.reference == count.reference && rule.unit == count.unit);
        match known {
            Some(rule) => rule.years.push(count),
            None => rules.push(Rule {
                reference: &count.reference,
                unit: count.unit,
                years: vec![count],
                days: Vec::new(),
            }),
        }
    }
    for rule in &mut rules {
        // The first of each year stays.
        let years = rule.years.iter().rev().map(|count| (count.year, *count)).collect::<BTreeMap<_, _>>();
        rule.years = years.into_values().collect();
        let counted =
            tests.missile_test_days.iter().filter(|day| day.counted_by.iter().any(|by| by == rule.reference));
        rule.days = counted.collect();
        rule.days.sort_by_key(|day| day.date);
    }
    rules
}

/// The rule that is shown first, by its place: the one that lists days for most of the years shown by day, then the one that
/// counts most years, then the first in the file.
pub fn default_rule(rules: &[Rule<'_>], years: &[i32]) -> usize {
    let rank = |rule: &Rule<'_>| (years_listed(rule, years), rule.years.len());
    let mut best = 0;
    for (index, rule) in rules.iter().enumerate() {
        if rules.get(best).is_some_and(|held| rank(held) < rank(rule)) {
            best = index;
        }
    }
    best
}

/// For how many of these years a rule lists its days.
pub fn years_listed(rule: &Rule<'_>, years: &[i32]) -> usize {
    years.iter().filter(|year| rule.launch_days(**year).is_some()).count()
}

/// The years that can be shown by day: from the first to the last with a day of launches, the newest [`MOST_YEARS`] of them.
pub fn years_by_day(tests: &ArmsTests) -> Vec<i32> {
    let years = || tests.missile_test_days.iter().map(|day| day.date.year());
    match (years().min(), years().max()) {
        (Some(first), Some(last)) => (first.max(last - MOST_YEARS + 1)..=last).collect(),
        _ => Vec::new(),
    }
}

/// A meeting whose days are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Talk<'a> {
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// The meeting.
    pub meeting: &'a Meeting,
}

/// The dossier's own negotiations, not those it holds up for comparison.
fn own(dossier: &Dossier) -> impl Iterator<Item = &Process> {
    dossier.processes.iter().filter(|process| !process.reference)
}

/// The meetings of the dossier's own negotiations that are dated to the day and have a day
/// in `first..=last`, in order; and how many more may fall there but are dated less finely.
pub fn talks(dossier: &Dossier, first: Day, last: Day) -> (Vec<Talk<'_>>, usize) {
    let (mut found, mut vague) = (Vec::new(), 0);
    for meeting in own(dossier).flat_map(|process| &process.meetings) {
        let (from, until) = (meeting.date.first(), meeting.date.last());
        if until < first || last < from {
            continue;
        }
        let open = from == Day::MIN || until == Day::MAX;
        if open || meeting.date.precision() != Precision::Day {
            vague += 1;
        } else {
            found.push(Talk { first: from, last: until, meeting });
        }
    }
    found.sort_by_key(|talk| (talk.first, talk.last));
    (found, vague)
}

/// How many days of a year had talks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TalkDays {
    /// All of them.
    pub all: usize,
    /// Those of relays alone, when the two sides did not meet.
    pub relays: usize,
}

/// How many days of a year had talks on record: each day from a meeting's first to its last, and each day once.
fn days_of_talks(talks: &[Talk<'_>], year: i32) -> TalkDays {
    let days = |of: &dyn Fn(&Talk<'_>) -> bool| {
        let (first, last) = (Day::from_ymd(year, 1, 1)?, Day::from_ymd(year, 12, 31)?);
        let days = talks.iter().filter(|talk| of(talk)).flat_map(|talk| {
            let (start, end) = (talk.first.max(first), talk.last.min(last));
            (0..=end.since(start)).map(move |step| start.plus(step))
        });
        Some(days.collect::<BTreeSet<Day>>().len())
    };
    let (all, met) = (days(&|_| true).unwrap_or(0), days(&|talk| !talk.meeting.relay).unwrap_or(0));
    TalkDays { all, relays: all.saturating_sub(met) }
}

/// The days of talks of a year, or where it stands among the negotiations that have none in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearOfTalks {
    /// It has a day of a negotiation whose meetings are listed, the first to the last: so many had talks.
    Counted(TalkDays),
    /// It lies outside all of them. Nothing is listed there, and no list says that nobody met: that is unknown, not zero.
    Outside {
        /// The last day of the negotiations before it.
        after: Option<Day>,
        /// The first day of those after it.
        before: Option<Day>,
    },
}

/// The dossier's own negotiations, each from the first day of its meetings to the last; of a meeting with an open end, its other end.
pub fn negotiations(dossier: &Dossier) -> Vec<(Day, Day)> {
    let stretch = |process: &Process| {
        let days = || {
            let ends =
                process.meetings.iter().flat_map(|meeting| [meeting.date.first(), meeting.date.last()]);
            ends.filter(|day| *day != Day::MIN && *day != Day::MAX)
        };
        Some((days().min()?, days().max()?))
    };
    own(dossier).filter_map(stretch).collect()
}

/// What there is to say of the talks of a year.
pub fn year_of_talks(talks: &[Talk<'_>], negotiations: &[(Day, Day)], year: i32) -> YearOfTalks {
    if negotiations.iter().any(|(first, last)| (first.year()..=last.year()).contains(&year)) {
        return YearOfTalks::Counted(days_of_talks(talks, year));
    }
    let ended = negotiations.iter().map(|(_, last)| *last).filter(|last| last.year() < year);
    let to_come = negotiations.iter().map(|(first, _)| *first).filter(|first| year < first.year());
    YearOfTalks::Outside { after: ended.max(), before: to_come.min() }
}

/// The length of a pause in days, from the last launch before it to the first after it; 0 where it ends before it starts.
pub fn pause_days(pause: &Pause) -> i32 {
    pause.end.since(pause.start).max(0)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{day, us_dprk};
    use super::*;

    fn tests_of(dossier: &Dossier) -> &ArmsTests {
        dossier.arms_tests.as_ref().unwrap()
    }

    fn rule<'a>(rules: &'a [Rule<'a>], name: &str) -> &'a Rule<'a> {
        rules.iter().find(|rule| rule.reference == name).unwrap()
    }

    #[test]
    fn each_rule_counts_by_itself() {
        let dossier = us_dprk();
        let rules = rules(tests_of(&dossier));
        let named: Vec<_> = rules.iter().map(|rule| (rule.reference, rule.unit, rule.years.len())).collect();
        assert_eq!(
            named,
            [
                ("cns", CountUnit::Missiles, 39),
                ("beyond-parallel", CountUnit::Occasions, 34),
                ("rok-jcs", CountUnit::Occasions, 1),
                ("japan-mod", CountUnit::Missiles, 2),
            ]
        );
        let count = |name: &str| [2017, 2018, 2019].map(|year| rule(&rules, name).count(year));
        assert_eq!(count("cns"), [Some(21), Some(0), Some(27)]);
        assert_eq!(count("beyond-parallel"), [Some(17), None, None]);
        assert_eq!(count("rok-jcs"), [None, None, Some(13)]);
        assert_eq!(count("japan-mod"), [None, None, Some(25)]);
    }

    /// Counted by hand from the days of `arms-tests.json`. In 2017 CNS leaves out 27 May and 8 June, in 2018 the weapon of
    /// 16 November; the South Korean count leaves out 17 April 2019. Japan's lists no days, which is not the same as none.
    #[test]
    fn days_of_launches_under_each_rule() {
        let dossier = us_dprk();
        let rules = rules(tests_of(&dossier));
        let days = |name: &str| [2017, 2018, 2019].map(|year| rule(&rules, name).launch_days(year));
        assert_eq!(days("cns"), [Some(15), Some(0), Some(14)]);
        assert_eq!(days("beyond-parallel"), [Some(17), None, None]);
        assert_eq!(days("rok-jcs"), [None, None, Some(13)]);
        assert_eq!(days("japan-mod"), [None, None, None]);
    }

    /// The missiles of the days of a rule that counts missiles are its missiles of the year: 21 and 27.
    #[test]
    fn the_days_of_a_rule_add_up_to_its_year() {
        let dossier = us_dprk();
        let rules = rules(tests_of(&dossier));
        let cns = rule(&rules, "cns");
        for year in [2017, 2018, 2019] {
            let missiles =
                cns.days.iter().filter(|day| day.date.year() == year).filter_map(|day| day.missiles);
            assert_eq!(Some(missiles.sum()), cns.count(year), "{year}");
        }
    }

    /// 2018: 5-6 March, 8 March, 31 March-1 April, 9, 27, 30-31 May, 1, 11, 12 June, 1, 6-7, 15 July, 7 October:
    /// 2+1+2+1+1+2+1+1+1+1+2+1+1.
    /// 2019: 18, 19 January, 6-8, 27-28 February, 30 June, 5 October: 1+1+3+2+1+1.
    #[test]
    fn days_of_talks_by_hand() {
        let dossier = us_dprk();
        let (talks, vague) = talks(&dossier, day("2017-01-01"), day("2019-12-31"));
        assert_eq!((talks.len(), vague), (19, 0));
        assert_eq!([2016, 2017, 2018, 2019].map(|year| days_of_talks(&talks, year).all), [0, 0, 17, 9]);
        // On 5, 6 and 8 March 2018 Seoul's envoys carried what was said.
        assert_eq!([2016, 2017, 2018, 2019].map(|year| days_of_talks(&talks, year).relays), [0, 0, 3, 0]);
        // In the nineties two meetings are dated to the month alone.
        let (_, vague) = super::talks(&dossier, day("1990-01-01"), day("1994-12-31"));
        assert_eq!(vague, 2);
    }

    #[test]
    fn a_day_with_two_meetings_is_one_day() {
        let dossier = us_dprk();
        let (talks, _) = talks(&dossier, day("2018-01-01"), day("2018-12-31"));
        let twice: Vec<Talk<'_>> = talks.iter().chain(&talks).copied().collect();
        assert_eq!(days_of_talks(&twice, 2018), days_of_talks(&talks, 2018));
        // A day on which the sides also met is no day of relays alone.
        let met = Meeting { relay: false, ..talks[0].meeting.clone() };
        let both: Vec<Talk<'_>> = [Talk { meeting: &met, ..talks[0] }].into_iter().chain(talks).collect();
        assert_eq!(days_of_talks(&both, 2018), TalkDays { all: 17, relays: 1 });
    }

    /// The six-party talks met last on 11 December 2008, and Seoul's envoys went to Pyongyang on 5 March 2018. Iran's talks of 2012 to 2015
    /// are there to be compared with.
    #[test]
    fn a_year_outside_all_negotiations_has_no_count_of_talks() {
        let dossier = us_dprk();
        let (talks, _) = talks(&dossier, day("1990-01-01"), day("2022-12-31"));
        let of = |year| year_of_talks(&talks, &negotiations(&dossier), year);
        let outside = |after: Option<&str>, before: Option<&str>| YearOfTalks::Outside {
            after: after.map(day),
            before: before.map(day),
        };
        assert_eq!(of(2017), outside(Some("2008-12-11"), Some("2018-03-05")));
        assert_eq!(of(2013), of(2017));
        assert_eq!(of(2018), YearOfTalks::Counted(TalkDays { all: 17, relays: 3 }));
        assert_eq!(of(2019), YearOfTalks::Counted(TalkDays { all: 9, relays: 0 }));
        // The first meeting is dated to January 1992, the last to 5 October 2019.
        assert_eq!(
            (of(1991), of(2020)),
            (outside(None, Some("1992-01-01")), outside(Some("2019-10-05"), None))
        );
        assert_eq!(year_of_talks(&talks, &[], 2018), outside(None, None));
    }

    /// A year with no meeting between two of one negotiation is a year of zero.
    #[test]
    fn a_year_without_a_meeting_inside_a_negotiation_counts_as_zero() {
        let mut dossier = us_dprk();
        dossier.processes.retain(|process| process.id == "us-dprk-2018-19");
        dossier.processes[0].meetings.retain(|meeting| meeting.date.first() < day("2018-04-01"));
        let mut later = dossier.processes[0].meetings[0].clone();
        later.date = crate::dossier::date::Edtf::parse("2020-05-01").unwrap();
        dossier.processes[0].meetings.push(later);
        let (talks, _) = talks(&dossier, day("2018-01-01"), day("2020-12-31"));
        let of = year_of_talks(&talks, &negotiations(&dossier), 2019);
        assert_eq!(of, YearOfTalks::Counted(TalkDays { all: 0, relays: 0 }));
        // One that goes on without an end has begun all the same.
        dossier.processes[0].meetings.last_mut().unwrap().date =
            crate::dossier::date::Edtf::parse("2020-05-01/..").unwrap();
        assert_eq!(negotiations(&dossier), [(day("2018-03-05"), day("2020-05-01"))]);
    }

    #[test]
    fn pauses_and_what_a_rule_counts_in_them() {
        let dossier = us_dprk();
        let tests = tests_of(&dossier);
        let rules = rules(tests);
        // From 31 August 1998 to 5 July 2006: 7 years (two of them leap years) to 31 August 2005 are 2557 days, and 308 more.
        assert_eq!(tests.pauses.iter().map(pause_days).collect::<Vec<_>>(), [2865, 521]);
        let [long, short] = tests.pauses.as_slice() else { panic!("two pauses") };
        assert_eq!(rule(&rules, "cns").days_inside(short), [day("2019-04-17")]);
        assert!(rule(&rules, "rok-jcs").days_inside(short).is_empty());
        assert_eq!(rule(&rules, "cns").years_inside(long), Some((1999, 2005, 0)));
        // Beyond Parallel: 3 in 2003 and 1 in 2005.
        assert_eq!(rule(&rules, "beyond-parallel").years_inside(long), Some((1999, 2005, 4)));
        assert_eq!(rule(&rules, "rok-jcs").years_inside(long), None);
    }

    /// CNS counts 17 April 2019 inside the short pause and nothing inside the long one, whose first and last year it lists no days of.
    /// Beyond Parallel counts launches inside the long one, and nothing of 2018; the South Korean and the Japanese count have 2019 alone.
    #[test]
    fn a_pause_is_one_where_the_rule_counts_all_of_it() {
        let dossier = us_dprk();
        let tests = tests_of(&dossier);
        let counted: Vec<_> = rules(tests)
            .iter()
            .map(|rule| (rule.reference, tests.pauses.iter().map(|pause| rule.is_quiet_in(pause)).collect()))
            .collect::<Vec<(&str, Vec<bool>)>>();
        let wanted = [
            ("cns", vec![false, false]),
            ("beyond-parallel", vec![false, false]),
            ("rok-jcs", vec![false, false]),
            ("japan-mod", vec![false, false]),
        ];
        assert_eq!(counted, wanted);
        // Without that day the short one is a pause under CNS, and under no other.
        let mut tests = tests.clone();
        tests.missile_test_days.retain(|test| test.date != day("2019-04-17"));
        let pause = &tests.pauses[1];
        let quiet: Vec<bool> = super::rules(&tests).iter().map(|rule| rule.is_quiet_in(pause)).collect();
        assert_eq!(quiet, [true, false, false, false]);
    }

    #[test]
    fn the_rule_with_the_most_days_is_shown_first() {
        let dossier = us_dprk();
        let tests = tests_of(&dossier);
        let rules = rules(tests);
        let years = years_by_day(tests);
        assert_eq!(years, [2017, 2018, 2019]);
        assert_eq!(rules.get(default_rule(&rules, &years)).map(|rule| rule.reference), Some("cns"));
        assert_eq!(rules.iter().map(|rule| years_listed(rule, &years)).collect::<Vec<_>>(), [3, 1, 1, 0]);
        assert_eq!(default_rule(&[], &years), 0);
    }

    #[test]
    fn of_two_counts_of_one_year_the_first_stands_and_nothing_is_summed() {
        let mut tests = tests_of(&us_dprk()).clone();
        tests.missile_launches_by_year.retain(|count| count.reference == "rok-jcs");
        let mut again = tests.missile_launches_by_year.first().unwrap().clone();
        again.launches = 99;
        tests.missile_launches_by_year.push(again);
        let rules = rules(&tests);
        assert_eq!(rules.first().map(|rule| (rule.years.len(), rule.count(2019))), Some((1, Some(13))));
    }

    #[test]
    fn years_far_apart_are_not_all_shown() {
        let mut tests = tests_of(&us_dprk()).clone();
        tests.missile_test_days.first_mut().unwrap().date = day("0001-01-01");
        assert_eq!(years_by_day(&tests), [2014, 2015, 2016, 2017, 2018, 2019]);
        tests.missile_test_days.clear();
        assert!(years_by_day(&tests).is_empty());
    }

    #[test]
    fn of_two_rules_that_show_as_much_the_first_in_the_file_is_shown() {
        let dossier = us_dprk();
        let cns = rules(tests_of(&dossier)).swap_remove(0);
        assert_eq!(default_rule(&[cns.clone(), cns], &[2017, 2018, 2019]), 0);
    }

    #[test]
    fn talks_are_in_order_however_they_are_written() {
        let mut dossier = us_dprk();
        dossier.processes.iter_mut().for_each(|process| process.meetings.reverse());
        let (talks, _) = talks(&dossier, day("2017-01-01"), day("2019-12-31"));
        assert!(talks.len() > 1 && talks.is_sorted_by_key(|talk| (talk.first, talk.last)));
    }
}
