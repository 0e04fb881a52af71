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

    /// The total on a day, as [`total`] computes it.
    pub fn at(&self, on: Day) -> Total {
        let nothing = Total { share: None, counts: Counts::default() };
        self.between(on, on).first().map_or(nothing, |step| step.total)
    }
}
