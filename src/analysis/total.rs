//! All issues together: the mean daylight as a share of the ladders, and how many issues stand where.

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::order::sorted;

use super::daylight::{State, daylight_read, top_rung};
use super::sensitivity::Reading;
use super::series::{Series, change_days};

/// How much each issue counts in the mean: whole numbers by the issue's place in the dossier. An issue without a weight of
/// its own counts 1; one of weight 0 is counted among the issues but not averaged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights(Vec<u16>);

impl Weights {
    /// Every issue counts the same.
    pub fn equal() -> Weights {
        Weights::default()
    }

    /// Weights in the order of the dossier's issues.
    pub fn new(weights: Vec<u16>) -> Weights {
        Weights(weights)
    }

    /// Whether every issue counts the same.
    pub fn are_equal(&self) -> bool {
        self.0.iter().all(|weight| *weight == 1)
    }

    /// Gives the issue at this place a weight.
    pub fn set(&mut self, issue: usize, weight: u16) {
        if self.0.len() <= issue {
            self.0.resize(issue + 1, 1);
        }
        if let Some(own) = self.0.get_mut(issue) {
            *own = weight;
        }
        // Equal weights are equal however they came about.
        while self.0.last() == Some(&1) {
            self.0.pop();
        }
    }

    /// The weight of the issue at this place.
    pub fn of(&self, issue: usize) -> u16 {
        self.0.get(issue).copied().unwrap_or(1)
    }
}

/// A share of the ladders, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// What is sure.
    pub least: f64,
    /// What is possible.
    pub most: f64,
}

impl Share {
    /// Both in whole percent, rounded.
    pub fn percent(self) -> (u8, u8) {
        // A share lies between 0 and 1, so the product fits.
        ((self.least * 100.0).round() as u8, (self.most * 100.0).round() as u8)
    }
}

/// How many issues stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Issues with daylight for sure.
    pub apart: usize,
    /// Issues where the ranges touch or overlap.
    pub within_reach: usize,
    /// Issues where the offer covers the expectation.
    pub met: usize,
    /// Issues on which a side has said nothing.
    pub unknown: usize,
}

impl Counts {
    /// Issues on which both sides have a position in force.
    pub fn known(self) -> usize {
        self.apart + self.within_reach + self.met
    }

    /// All issues.
    pub fn issues(self) -> usize {
        self.known() + self.unknown
    }
}

/// The daylight over all issues at a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// The mean over the known issues, weighted; `None` where none is known or all that are known weigh 0.
    pub share: Option<Share>,
    /// How many issues stand where, whatever they weigh.
    pub counts: Counts,
}

/// Adds up weighted rungs without a fraction: issues with ladders of the same height share a denominator. The division is
/// done once for each height, so the order of the issues does not matter to the last bit.
#[derive(Default)]
struct Sum {
    counts: Counts,
    weight: u64,
    /// By top rung: the sums of `least` and `most` in weighted rungs.
    rungs: std::collections::BTreeMap<u8, (u64, u64)>,
}

impl Sum {
    fn add(&mut self, state: State, top: u8, weight: u16) {
        match state {
            State::Apart { .. } => self.counts.apart += 1,
            State::WithinReach { .. } => self.counts.within_reach += 1,
            State::Met => self.counts.met += 1,
            State::Unknown => self.counts.unknown += 1,
        }
        if let Some((least, most)) = state.rungs() {
            let weight = u64::from(weight);
            let (least_sum, most_sum) = self.rungs.entry(top).or_default();
            *least_sum += u64::from(least) * weight;
            *most_sum += u64::from(most) * weight;
            self.weight += weight;
        }
    }

    fn total(&self) -> Total {
        let mut sum = Share { least: 0.0, most: 0.0 };
        // On a ladder of one rung nothing can be apart, so its share is 0.
        for (top, (least, most)) in self.rungs.iter().filter(|(top, _)| **top > 0) {
            sum.least += *least as f64 / f64::from(*top);
            sum.most += *most as f64 / f64::from(*top);
        }
        let weight = self.weight as f64;
        let share = (self.weight > 0).then(|| Share {
            least: (sum.least / weight).max(0.0).min(1.0),
            most: (sum.most / weight).max(0.0).min(1.0),
        });
        Total { share, counts: self.counts }
    }
}

/// The daylight over all issues at a date: the weighted mean of each known issue's daylight as a share of its ladder.
/// Unknown issues are counted, not averaged.
pub fn total(dossier: &Dossier, weights: &Weights, on: Day) -> Total {
    total_read(dossier, weights, on, Reading::AsCoded)
}

/// The same with judgement calls read in another way.
pub(super) fn total_read(dossier: &Dossier, weights: &Weights, on: Day, reading: Reading) -> Total {
    let mut sum = Sum::default();
    for (index, issue) in dossier.issues.iter().enumerate() {
        sum.add(daylight_read(issue, on, reading).state, top_rung(issue), weights.of(index));
    }
    sum.total()
}

/// A stretch of days with one total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TotalStep {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub until: Day,
    /// The total on each of its days.
    pub total: Total,
}

impl TotalStep {
    /// Its share in billionths, for comparing: equal shares may differ in their last bits where they were added up otherwise.
    fn rank(&self) -> Option<(i64, i64)> {
        let billionths = |share: f64| (share * 1e9).round() as i64;
        self.total.share.map(|share| (billionths(share.least), billionths(share.most)))
    }
}

/// The total on every day of the calendar: steps without a break, each different from the one before it. Computed once;
/// asking it for the steps of a window takes no longer than they are many.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalSeries {
    steps: Vec<TotalStep>,
}

impl TotalSeries {
    /// Computes the steps.
    pub fn of(dossier: &Dossier, weights: &Weights) -> TotalSeries {
        let issues: Vec<(Series, u8)> =
            dossier.issues.iter().map(|issue| (Series::of(issue), top_rung(issue))).collect();
        let mut days: Vec<Day> = dossier.issues.iter().flat_map(change_days).collect();
        days.push(Day::MIN);
        let mut days = sorted(days, |day| i64::from(day.number()));
        days.dedup();
        let mut steps: Vec<TotalStep> = Vec::new();
        for from in days {
            let mut sum = Sum::default();
            for (index, (series, top)) in issues.iter().enumerate() {
                sum.add(series.at(from).state, *top, weights.of(index));
            }
            let total = sum.total();
            match steps.last_mut() {
                Some(last) if last.total == total => {}
                last => {
                    if let Some(last) = last {
                        last.until = from.plus(-1);
                    }
                    steps.push(TotalStep { from, until: Day::MAX, total });
                }
            }
        }
        TotalSeries { steps }
    }

    /// All steps, oldest first.
    pub fn steps(&self) -> &[TotalStep] {
        &self.steps
    }

    /// The steps that have a day in `first..=last`, oldest first.
    pub fn between(&self, first: Day, last: Day) -> &[TotalStep] {
        let start = self.steps.partition_point(|step| step.until < first);
        let end = self.steps.partition_point(|step| step.from <= last);
        self.steps.get(start..end).unwrap_or_default()
    }

    /// When the sides stood closest in `first..=last` and when farthest apart: the first stretches with the smallest and the greatest
    /// share, by the least, then by the most. Only days on which the most issues are known are compared: a mean over few issues is of
    /// other things than one over all. `None` where no two of those days differ.
    pub fn ends(&self, first: Day, last: Day) -> Option<[TotalStep; 2]> {
        let steps = self.between(first, last);
        let known = steps.iter().map(|step| step.total.counts.known()).max()?;
        let mut ends: Option<[TotalStep; 2]> = None;
        for step in steps {
            if step.total.counts.known() < known || step.total.share.is_none() {
                continue;
            }
            let step = TotalStep { from: step.from.max(first), until: step.until.min(last), ..*step };
            let [closest, farthest] = ends.get_or_insert([step; 2]);
            if step.rank() < closest.rank() {
                *closest = step;
            }
            if step.rank() > farthest.rank() {
                *farthest = step;
            }
        }
        ends.filter(|[closest, farthest]| closest.rank() != farthest.rank())
    }

    /// The total on a day, as [`total`] computes it.
    pub fn at(&self, on: Day) -> Total {
        let nothing = Total { share: None, counts: Counts::default() };
        self.between(on, on).first().map_or(nothing, |step| step.total)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{day, issue, position, us_dprk};
    use super::*;
    use crate::dossier::model::Role;

    /// On the first issue nothing is offered, and what is expected of its 4 rungs changes; the second is met, from February on.
    fn two() -> Dossier {
        let (mut first, mut second) = (issue(4), issue(4));
        first.positions.push(position(Role::Offers, "2018-01-01", None, 0, 0));
        for (from, low, high) in [
            ("2018-01-01", 3, 4),
            ("2018-02-15", 2, 3),
            ("2018-03-01", 1, 4),
            ("2018-05-01", 3, 3),
            ("2018-07-01", 1, 3),
        ] {
            first.positions.push(position(Role::Expects, from, None, low, high));
        }
        for role in [Role::Expects, Role::Offers] {
            second.positions.push(position(role, "2018-02-15", None, 0, 0));
        }
        Dossier { issues: vec![first, second], ..us_dprk() }
    }

    fn ends(weights: Vec<u16>, first: &str, last: &str) -> Option<[String; 2]> {
        let found = TotalSeries::of(&two(), &Weights::new(weights)).ends(day(first), day(last));
        found.map(|ends| ends.map(|step| step.from.to_string()))
    }

    /// In eighths of two ladders of 4, from each day: 2-3, 1-4, 3-3, 1-3. In January 3-4 of 4, which is more, but of one issue.
    #[test]
    fn the_ends_go_by_the_least_and_then_by_the_most_where_the_most_issues_are_known() {
        let wanted = |closest: &str, farthest: &str| Some([closest.to_owned(), farthest.to_owned()]);
        assert_eq!(ends(vec![], "2018-01-01", "2018-12-31"), wanted("2018-07-01", "2018-05-01"));
        // Of the days asked for: May's total holds on 1 June, too.
        assert_eq!(ends(vec![], "2018-06-01", "2018-12-31"), wanted("2018-07-01", "2018-06-01"));
        assert_eq!(ends(vec![], "2018-02-20", "2018-03-31"), wanted("2018-03-01", "2018-02-20"));
        // Where only January is asked for, one issue is the most that is known.
        assert_eq!(ends(vec![], "2018-01-01", "2018-02-14"), None, "one total");
        assert_eq!(ends(vec![], "2017-01-01", "2017-12-31"), None, "nothing known");
    }

    #[test]
    fn the_ends_are_those_of_the_total_as_weighed() {
        assert!(ends(vec![1, 0], "2018-01-01", "2018-12-31").is_some());
        // What is met all along alone: no day differs. Without any weight there is no total.
        assert_eq!(ends(vec![0, 1], "2018-01-01", "2018-12-31"), None);
        assert_eq!(ends(vec![0, 0], "2018-01-01", "2018-12-31"), None);
    }
}
