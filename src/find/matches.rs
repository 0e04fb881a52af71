//! What a filter leaves of a dossier's events: asked of one event after the other, and counted.

use super::filter::{Criterion, Doubt, Filter};
use super::pattern::{Pattern, patterns};
use crate::dossier::Dossier;
use crate::dossier::date::Edtf;
use crate::dossier::model::{EventKind, Level};

/// What is asked of one event, other than its words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Facts {
    pub kind: EventKind,
    pub level: Option<Level>,
    pub weight: u8,
    pub doubt: Option<Doubt>,
}

/// The ids that a filter can name, in the dossier's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Named {
    pub parties: Vec<String>,
    pub issues: Vec<String>,
}

impl Named {
    pub fn of(dossier: &Dossier) -> Named {
        Named {
            parties: dossier.parties.iter().map(|party| party.id.clone()).collect(),
            issues: dossier.issues.iter().map(|issue| issue.id.clone()).collect(),
        }
    }
}

/// What a filter leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Matches {
    /// For each event of the dossier, in its order, whether it matches.
    matching: Vec<bool>,
    count: usize,
    /// Whether all texts were searched, and not titles alone.
    whole: bool,
    facets: Facets,
    all: Facets,
    /// The criteria that are asked, and how many events there were without each.
    without: Vec<(Criterion, usize)>,
}

/// For each value of a criterion, how many events have it of those that match all other criteria.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facets {
    /// By the party's place in [`Dossier::parties`].
    pub parties: Vec<usize>,
    /// By the kind's place in [`EventKind::NAMED`].
    pub kinds: Vec<usize>,
    /// By the level's place in [`Level::NAMED`].
    pub levels: Vec<usize>,
    /// By the issue's place in [`Dossier::issues`].
    pub issues: Vec<usize>,
    /// Of weight 1, 2 and 3 at least.
    pub weights: Vec<usize>,
    /// With any doubt or none, noted at least, unsure.
    pub doubts: Vec<usize>,
}

/// A filter on its way through the events.
pub(super) struct Tally {
    filter: Filter,
    words: Vec<Pattern>,
    /// Places of the parties and issues asked for; ids that the dossier does not have match nothing.
    parties: Vec<usize>,
    issues: Vec<usize>,
    matches: Matches,
    /// Whether the counts where nothing is asked are still to be made.
    counts_all: bool,
    /// How many events each criterion alone keeps out.
    kept_out: [usize; Criterion::ALL.len()],
}

impl Tally {
    /// Of a filter that is to be asked of so many events. `whole`: whether all their texts will be searched. `all`: how many events each
    /// value has where nothing is asked; counted on the way where an earlier search does not know it.
    pub fn new(filter: &Filter, named: &Named, events: usize, whole: bool, all: Option<Facets>) -> Tally {
        let places = |ids: &[String], all: &[String]| {
            ids.iter().filter_map(|id| all.iter().position(|known| known == id)).collect()
        };
        Tally {
            counts_all: all.is_none(),
            words: patterns(&filter.text),
            parties: places(&filter.parties, &named.parties),
            issues: places(&filter.issues, &named.issues),
            filter: filter.clone(),
            matches: Matches {
                matching: Vec::with_capacity(events),
                count: 0,
                whole,
                facets: Facets::none(named),
                all: all.unwrap_or_else(|| Facets::none(named)),
                without: Vec::new(),
            },
            kept_out: [0; Criterion::ALL.len()],
        }
    }

    /// Asks the next event. `date` is when it was and `words` are its folded words, called for only where they decide something.
    pub fn ask<'w>(
        &mut self,
        facts: Facts,
        parties: &[u16],
        issues: &[u16],
        date: &dyn Fn() -> Edtf,
        words: impl FnOnce() -> &'w str,
    ) {
        // The rest is not written out for each kind of words.
        let mut failed = self.failed(facts, parties, issues);
        // Where two others are not met, words change nothing that is counted.
        if self.filter.asks(Criterion::Text) && failed.count_ones() < 2 && !self.has_words(words(), date) {
            failed |= bit(Criterion::Text);
        }
        self.count(failed, facts, parties, issues);
    }

    /// Whether all words that are looked for are in these, or said by this date.
    fn has_words(&self, words: &str, date: &dyn Fn() -> Edtf) -> bool {
        self.words.iter().all(|word| word.is_in(words) || word.is_on(date))
    }

    /// Counts an event that does not meet these criteria.
    fn count(&mut self, failed: u8, facts: Facts, parties: &[u16], issues: &[u16]) {
        let matches = &mut self.matches;
        matches.matching.push(failed == 0);
        matches.count += usize::from(failed == 0);
        for (criterion, count) in Criterion::ALL.iter().zip(&mut self.kept_out) {
            *count += usize::from(failed == bit(*criterion));
        }
        matches.facets.count(failed, facts, parties, issues);
        if self.counts_all {
            matches.all.count(0, facts, parties, issues);
        }
    }

    /// How many were asked.
    pub fn asked(&self) -> usize {
        self.matches.matching.len()
    }

    /// What is left, once all were asked.
    pub fn done(mut self) -> Matches {
        let count = self.matches.count;
        let asked = Criterion::ALL.into_iter().zip(self.kept_out);
        let asked = asked.filter(|(criterion, _)| self.filter.asks(*criterion));
        self.matches.without = asked.map(|(criterion, out)| (criterion, count + out)).collect();
        self.matches
    }

    /// The criteria that the event does not meet, a bit each, its words left aside.
    fn failed(&self, facts: Facts, parties: &[u16], issues: &[u16]) -> u8 {
        let Filter { kinds, levels, weight, doubt, .. } = &self.filter;
        let any =
            |list: &[u16], wanted: &[usize]| list.iter().any(|value| wanted.contains(&usize::from(*value)));
        let mut failed = 0;
        for criterion in Criterion::ALL {
            let met = !self.filter.asks(criterion)
                || match criterion {
                    Criterion::Text => true,
                    Criterion::Party => any(parties, &self.parties),
                    Criterion::Kind => kinds.contains(&facts.kind),
                    Criterion::Level => facts.level.is_some_and(|level| levels.contains(&level)),
                    Criterion::Weight => Some(facts.weight) >= *weight,
                    Criterion::Issue => any(issues, &self.issues),
                    Criterion::Doubt => facts.doubt >= *doubt,
                };
            if !met {
                failed |= bit(criterion);
            }
        }
        failed
    }
}

/// The bit of a criterion.
fn bit(criterion: Criterion) -> u8 {
    1 << (criterion as u8)
}

impl Facets {
    fn none(named: &Named) -> Facets {
        Facets {
            parties: vec![0; named.parties.len()],
            kinds: vec![0; EventKind::NAMED.len()],
            levels: vec![0; Level::NAMED.len()],
            issues: vec![0; named.issues.len()],
            weights: vec![0; 3],
            doubts: vec![0; 3],
        }
    }

    /// Counts one event for the values it has, in each criterion whose others it meets.
    fn count(&mut self, failed: u8, facts: Facts, parties: &[u16], issues: &[u16]) {
        let counted = |criterion: Criterion| failed & !bit(criterion) == 0;
        let one_more = |counts: &mut [usize], place: usize| {
            if let Some(count) = counts.get_mut(place) {
                *count += 1;
            }
        };
        if counted(Criterion::Party) {
            for party in parties {
                one_more(&mut self.parties, usize::from(*party));
            }
        }
        if counted(Criterion::Issue) {
            for issue in issues {
                one_more(&mut self.issues, usize::from(*issue));
            }
        }
        if counted(Criterion::Kind) {
            one_more(&mut self.kinds, facts.kind as usize);
        }
        if counted(Criterion::Level)
            && let Some(level) = facts.level
        {
            one_more(&mut self.levels, level as usize);
        }
        if counted(Criterion::Weight) {
            for least in 0..usize::from(facts.weight.clamp(1, 3)) {
                one_more(&mut self.weights, least);
            }
        }
        if counted(Criterion::Doubt) {
            let most = match facts.doubt {
                None => 1,
                Some(Doubt::Noted) => 2,
                Some(Doubt::Unsure) => 3,
            };
            for least in 0..most {
                one_more(&mut self.doubts, least);
            }
        }
    }

    /// The counts of a criterion's values, in the order of [`super::Choice::all`], of the dossier's parties or issues.
    pub fn of(&self, criterion: Criterion) -> &[usize] {
        match criterion {
            Criterion::Text => &[],
            Criterion::Party => &self.parties,
            Criterion::Kind => &self.kinds,
            Criterion::Level => &self.levels,
            Criterion::Issue => &self.issues,
            Criterion::Weight => &self.weights,
            Criterion::Doubt => &self.doubts,
        }
    }
}

impl Matches {
    /// The same events where nothing is asked: all of them, and the counts that were made of all.
    pub fn unasked(&self) -> Matches {
        Matches {
            matching: vec![true; self.total()],
            count: self.total(),
            whole: self.whole,
            facets: self.all.clone(),
            all: self.all.clone(),
            without: Vec::new(),
        }
    }

    /// How many events match.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many events there are.
    pub fn total(&self) -> usize {
        self.matching.len()
    }

    /// Whether the event at this place in [`Dossier::events`] matches.
    pub fn has(&self, place: usize) -> bool {
        self.matching.get(place).copied().unwrap_or_default()
    }

    /// The places of the events that match, in order.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.matching.iter().zip(0..).filter(|(matches, _)| **matches).map(|(_, place)| place)
    }

    /// Whether the whole record was searched, and not its titles alone.
    pub fn whole(&self) -> bool {
        self.whole
    }

    /// How many events each value has.
    pub fn facets(&self) -> &Facets {
        &self.facets
    }

    /// How many events each value has where nothing is asked.
    pub fn all(&self) -> &Facets {
        &self.all
    }

    /// The criteria that can be dropped so that more is left, and how many events there are without each.
    pub fn without(&self) -> impl Iterator<Item = (Criterion, usize)> {
        self.without.iter().copied().filter(|(_, count)| *count > self.count)
    }
}
