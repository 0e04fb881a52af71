//! How long it would take, by whom and when: the years that officials, experts and institutions named, and the officials'
//! deadlines. Each answer is given for the stretch of days in which it holds.

use std::collections::BTreeMap;

use crate::dossier::date::Day;
use crate::dossier::model::{Confidence, Estimate, EstimateRole};

/// The years that an estimate names: a shortest time, a longest, or both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Years {
    /// From one to the other.
    Between(f64, f64),
    /// No longer than this.
    AtMost(f64),
    /// No shorter than this.
    AtLeast(f64),
}

impl Years {
    /// The years of an estimate; `None` where it names none. A number that is no length of time counts as missing.
    pub fn of(estimate: &Estimate) -> Option<Years> {
        let real = |years: Option<f64>| years.filter(|years| years.is_finite() && *years >= 0.0);
        match (real(estimate.years_low), real(estimate.years_high)) {
            (Some(low), Some(high)) => Some(Years::Between(low.min(high), low.max(high))),
            (None, Some(high)) => Some(Years::AtMost(high)),
            (Some(low), None) => Some(Years::AtLeast(low)),
            (None, None) => None,
        }
    }

    /// The smallest number in it.
    pub fn least(self) -> f64 {
        match self {
            Years::Between(years, _) | Years::AtMost(years) | Years::AtLeast(years) => years,
        }
    }

    /// The largest number in it.
    pub fn most(self) -> f64 {
        match self {
            Years::Between(_, years) | Years::AtMost(years) | Years::AtLeast(years) => years,
        }
    }
}

/// The smallest and the largest number of years that were named.
pub type Range = (f64, f64);

/// The range of a role's numbers, among what had been said by a day; among all where no day is given. Records of low confidence do
/// not count, such as what unnamed people told a newspaper, unless the role has no others.
pub fn range(estimates: &[Estimate], role: EstimateRole, by: Option<Day>) -> Option<Range> {
    let of_role =
        || estimates.iter().filter(|estimate| estimate.role == role && Years::of(estimate).is_some());
    let sure = |estimate: &&Estimate| estimate.confidence != Some(Confidence::Low);
    let only_low = !of_role().any(|estimate| sure(&estimate));
    of_role()
        .filter(|estimate| only_low || sure(estimate))
        .filter(|estimate| by.is_none_or(|by| said(estimate, by)))
        .filter_map(Years::of)
        .map(|years| (years.least(), years.most()))
        .reduce(|(low, high), (least, most)| (low.min(least), high.max(most)))
}

/// How many of the experts went beyond the longest time that an official named, and of how many; `None` where either group named none.
/// An expert counts once, however often and with whomever the estimates were made: who spoke three times is not three experts.
pub fn beyond(estimates: &[Estimate]) -> Option<(usize, usize)> {
    let (_, longest) = range(estimates, EstimateRole::Official, None)?;
    let mut experts: BTreeMap<&str, f64> = BTreeMap::new();
    for estimate in estimates.iter().filter(|estimate| estimate.role == EstimateRole::Expert) {
        let Some(years) = Years::of(estimate) else { continue };
        let most = experts.entry(first_name(estimate)).or_default();
        *most = most.max(years.most());
    }
    let count = experts.values().filter(|years| **years > longest).count();
    (!experts.is_empty()).then_some((count, experts.len()))
}

/// The name that comes first among those who made an estimate, without what is said of them in brackets.
fn first_name(estimate: &Estimate) -> &str {
    let by = estimate.by.all().into_iter().next().unwrap_or_default();
    by.split([',', ';', '(']).next().unwrap_or_default().trim()
}

/// Whether it had been said by a day. What has no day, such as a precedent, always had.
fn said(estimate: &Estimate, by: Day) -> bool {
    estimate.said_on.is_none_or(|on| on <= by)
}

/// The statements of officials that name a day, in the order in which they were made.
pub fn deadlines(estimates: &[Estimate]) -> Vec<(&Estimate, Day)> {
    let mut list: Vec<_> = estimates
        .iter()
        .filter(|estimate| estimate.role == EstimateRole::Official)
        .filter_map(|estimate| estimate.deadline.map(|day| (estimate, day)))
        .collect();
    list.sort_by_key(|(estimate, day)| (estimate.said_on, *day));
    list
}

/// The first day after a deadline: only then has it passed.
pub fn passed_from(deadline: Day) -> Day {
    deadline.plus(1)
}

/// How many times officials had named a day by a date, and how many of those days had passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Statements made by then.
    pub statements: usize,
    /// Those whose day had passed.
    pub passed: usize,
}

/// The count on a day.
pub fn named(estimates: &[Estimate], on: Day) -> Named {
    let made: Vec<_> = deadlines(estimates).into_iter().filter(|(estimate, _)| said(estimate, on)).collect();
    Named {
        statements: made.len(),
        passed: made.iter().filter(|(_, deadline)| passed_from(*deadline) <= on).count(),
    }
}

/// An answer, and the stretch of days in which it holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch<T> {
    /// The answer.
    pub holds: T,
    /// The first day.
    pub from: Day,
    /// The day on which it holds no more.
    pub end: Option<Day>,
}

/// The answers to a question through all time, each with its stretch of days: neighbours differ, and each day is in exactly one.
pub fn stretches<T: PartialEq>(estimates: &[Estimate], ask: impl Fn(Day) -> T) -> Vec<Stretch<T>> {
    let mut days = vec![Day::MIN];
    days.extend(estimates.iter().filter_map(|estimate| estimate.said_on));
    days.extend(estimates.iter().filter_map(|estimate| estimate.deadline).map(passed_from));
    days.sort_unstable();
    days.dedup();
    let mut list: Vec<Stretch<T>> = Vec::new();
    for day in days {
        let holds = ask(day);
        match list.last_mut() {
            Some(last) if last.holds == holds => continue,
            Some(last) => last.end = Some(day),
            None => {}
        }
        list.push(Stretch { holds, from: day, end: None });
    }
    list
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::dossier::text::Text;

    fn estimate(low: Option<f64>, high: Option<f64>) -> Estimate {
        Estimate {
            id: String::new(),
            by: Text::default(),
            role: EstimateRole::Official,
            party: None,
            said_on: None,
            claim: Text::default(),
            years_low: low,
            years_high: high,
            deadline: None,
            what: Text::default(),
            quote: None,
            sources: Vec::new(),
            confidence: None,
            note: None,
            audited: None,
        }
    }

    /// Read off `estimates.json` by hand.
    #[test]
    fn the_ranges_of_the_real_dossier() {
        let estimates = us_dprk().estimates;
        let on = |role, text| range(&estimates, role, Some(day(text)));
        // The 0.5, which unnamed sources told of US negotiators, is of low confidence and does not count: Bolton's and Biegun's 1 is the least.
        assert_eq!(range(&estimates, EstimateRole::Official, None), Some((1.0, 2.5)));
        assert_eq!(range(&estimates, EstimateRole::Expert, None), Some((1.0, 15.0)));
        // Beyond 2.5: Hecker (with Stanford 10, alone 15 and 10) and The Japan Times 10; not Countryman 1. Heinonen names no number.
        assert_eq!(beyond(&estimates), Some((2, 3)));
        // ISIS 2.5, South Africa 1.4 to 4.5, Libya 0.2.
        assert_eq!(range(&estimates, EstimateRole::Institution, None), Some((0.2, 4.5)));
        // Officials by the essay's date: Pompeo 2.5 (13 June), Bolton 1 (1 July).
        assert_eq!(on(EstimateRole::Official, "2018-07-16"), Some((1.0, 2.5)));
        assert_eq!(on(EstimateRole::Official, "2018-06-12"), None);
        // Stanford 6 to 10 and 15 on 28 May; Countryman's 1 came on 2 July.
        assert_eq!(on(EstimateRole::Expert, "2018-07-01"), Some((6.0, 15.0)));
        assert_eq!(on(EstimateRole::Expert, "2018-05-27"), None);
    }

    /// Five statements name 20 January 2021: 13 June, 25 July, 6 and 19 September 2018, 7 March 2019.
    #[test]
    fn the_deadlines_of_the_real_dossier() {
        let estimates = us_dprk().estimates;
        let count = |text| {
            let Named { statements, passed } = named(&estimates, day(text));
            (statements, passed)
        };
        let days = ["2018-06-12", "2018-07-16", "2018-09-19", "2021-01-20", "2021-01-21"].map(count);
        assert_eq!(days, [(0, 0), (1, 0), (4, 0), (5, 0), (5, 5)]);
        // What Kim said to Seoul's envoys on 5 September counts from the 6th, when it became public.
        assert_eq!(["2018-09-05", "2018-09-06"].map(count), [(2, 0), (3, 0)]);
        let list = stretches(&estimates, |on| named(&estimates, on));
        assert_eq!(list.len(), 7);
        assert_eq!(list.last().map(|last| (last.from, last.end)), Some((day("2021-01-21"), None)));
    }

    #[test]
    fn numbers_that_are_no_times_count_as_missing() {
        assert_eq!(Years::of(&estimate(None, None)), None);
        assert_eq!(Years::of(&estimate(Some(f64::NAN), Some(-1.0))), None);
        assert_eq!(Years::of(&estimate(Some(5.0), Some(2.0))), Some(Years::Between(2.0, 5.0)));
        assert_eq!(Years::of(&estimate(Some(10.0), Some(f64::INFINITY))), Some(Years::AtLeast(10.0)));
        assert_eq!(range(&[], EstimateRole::Expert, None), None);
        assert_eq!(beyond(&[estimate(None, Some(2.0))]), None);
    }

    #[test]
    fn low_confidence_counts_only_where_there_is_no_other() {
        let low = Estimate { confidence: Some(Confidence::Low), ..estimate(None, Some(0.5)) };
        let official = EstimateRole::Official;
        assert_eq!(range(std::slice::from_ref(&low), official, None), Some((0.5, 0.5)));
        let medium = Estimate { confidence: Some(Confidence::Medium), ..estimate(None, Some(2.0)) };
        assert_eq!(
            range(&[low.clone(), medium, estimate(None, Some(3.0))], official, None),
            Some((2.0, 3.0))
        );
        // One that names no number does not make it the less alone.
        assert_eq!(range(&[low, estimate(None, None)], official, None), Some((0.5, 0.5)));
    }

    #[test]
    fn an_expert_counts_once_alone_or_before_others() {
        let by =
            |role, name: &str, years| Estimate { role, by: Text::from(name), ..estimate(None, Some(years)) };
        let expert = EstimateRole::Expert;
        let estimates = [
            by(EstimateRole::Official, "An official", 5.0),
            by(expert, "Ann Lee, Bo Park (Institute)", 9.0),
            by(expert, "Ann Lee", 2.0),
            by(expert, "Ann Lee (Institute)", 3.0),
            by(expert, "Bo Park", 4.0),
        ];
        assert_eq!(beyond(&estimates), Some((1, 2)));
    }

    #[test]
    fn an_expert_who_names_the_longest_time_of_an_official_does_not_go_beyond_it() {
        let expert =
            Estimate { role: EstimateRole::Expert, by: Text::from("Ann Lee"), ..estimate(None, Some(5.0)) };
        assert_eq!(beyond(&[estimate(None, Some(5.0)), expert]), Some((0, 1)));
    }

    #[test]
    fn deadlines_stand_as_they_were_named() {
        let of = |said: &str, deadline: &str| Estimate {
            said_on: Some(day(said)),
            deadline: Some(day(deadline)),
            ..estimate(None, None)
        };
        let said = [("2018-07-01", "2019-01-01"), ("2018-06-13", "2021-01-20"), ("2018-06-13", "2020-12-31")];
        let estimates = said.map(|(said, deadline)| of(said, deadline));
        let order: Vec<String> = deadlines(&estimates).iter().map(|(_, day)| day.to_string()).collect();
        assert_eq!(order, ["2020-12-31", "2021-01-20", "2019-01-01"]);
    }

    proptest! {
        #[test]
        fn each_day_is_in_one_stretch(on in 17_600i32..18_800) {
            let estimates = us_dprk().estimates;
            let on = Day::MIN.plus(on + 719_162);
            let list = stretches(&estimates, |on| named(&estimates, on));
            let holding: Vec<_> = list.iter().filter(|part| part.from <= on && part.end.is_none_or(|end| on < end)).collect();
            prop_assert_eq!(holding.len(), 1);
            prop_assert_eq!(holding[0].holds, named(&estimates, on));
        }
    }
}
