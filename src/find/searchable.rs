//! A dossier's events made ready to be asked, and what a filter leaves of them.

use super::filter::{Criterion, Doubt, Filter};
use super::fold::fold;
use super::pattern::{Pattern, patterns};
use crate::dossier::Dossier;
use crate::dossier::model::{Event, EventKind, Level};
use crate::dossier::order::sorted;
use crate::dossier::text::Text;

/// What is asked of one event, other than its words.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Facts {
    kind: EventKind,
    level: Option<Level>,
    weight: u8,
    doubt: Option<Doubt>,
}

/// A dossier's events, by their place in [`Dossier::events`], with their words folded. Building costs what the texts are long;
/// it holds them once more.
#[derive(Clone, Debug, PartialEq)]
pub struct Searchable {
    facts: Vec<Facts>,
    /// The folded words of all events, one after the other.
    words: String,
    /// Where each event's words end.
    ends: Vec<usize>,
    party_ids: Vec<String>,
    issue_ids: Vec<String>,
    parties: Lists,
    issues: Lists,
    whole: bool,
    /// How many events each value has where nothing is asked.
    all: Facets,
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

impl Searchable {
    /// Makes a dossier's events ready. `whole` says whether it is the whole record, or an outline without the long texts.
    pub fn of(dossier: &Dossier, whole: bool) -> Searchable {
        let mut searchable = Searchable {
            facts: Vec::with_capacity(dossier.events.len()),
            words: String::new(),
            ends: Vec::with_capacity(dossier.events.len()),
            party_ids: dossier.parties.iter().map(|party| party.id.clone()).collect(),
            issue_ids: dossier.issues.iter().map(|issue| issue.id.clone()).collect(),
            parties: Lists::default(),
            issues: Lists::default(),
            whole,
            all: Facets::default(),
        };
        let set_by = SetBy::of(dossier);
        for event in &dossier.events {
            searchable.facts.push(Facts {
                kind: event.kind,
                level: event.level,
                weight: event.weight,
                doubt: Doubt::of(event),
            });
            let place = |id: &String| dossier.parties.iter().position(|party| party.id == *id);
            searchable.parties.push(event.parties.iter().filter_map(place));
            searchable.issues.push(set_by.issues(&event.id).into_iter());
            add_words(&mut searchable.words, dossier, event);
            searchable.ends.push(searchable.words.len());
        }
        searchable.all = searchable.find(&Filter::default()).facets;
        searchable
    }

    /// What the filter leaves. Costs the length of the text where words are asked for, else the number of events.
    pub fn find(&self, filter: &Filter) -> Matches {
        let query = Query::of(self, filter);
        let mut matches = Matches {
            matching: Vec::with_capacity(self.facts.len()),
            count: 0,
            whole: self.whole,
            facets: Facets {
                parties: vec![0; self.party_ids.len()],
                kinds: vec![0; EventKind::NAMED.len()],
                levels: vec![0; Level::NAMED.len()],
                issues: vec![0; self.issue_ids.len()],
                weights: vec![0; 3],
                doubts: vec![0; 3],
            },
            all: self.all.clone(),
            without: Vec::new(),
        };
        // How many events each criterion alone keeps out.
        let mut kept_out = [0; Criterion::ALL.len()];
        let mut from = 0;
        for (place, (facts, end)) in self.facts.iter().zip(&self.ends).enumerate() {
            let words = self.words.get(from..*end).unwrap_or_default();
            from = *end;
            let failed = query.failed(place, *facts, words);
            matches.matching.push(failed == 0);
            matches.count += usize::from(failed == 0);
            for (criterion, count) in Criterion::ALL.iter().zip(&mut kept_out) {
                *count += usize::from(failed == bit(*criterion));
            }
            self.count_facets(&mut matches.facets, failed, place, *facts);
        }
        let asked = Criterion::ALL.into_iter().zip(kept_out).filter(|(criterion, _)| filter.asks(*criterion));
        matches.without = asked.map(|(criterion, out)| (criterion, matches.count + out)).collect();
        matches
    }

    /// Counts one event for the values it has, in each criterion whose others it meets.
    fn count_facets(&self, facets: &mut Facets, failed: u8, place: usize, facts: Facts) {
        let counted = |criterion: Criterion| failed & !bit(criterion) == 0;
        let one_more = |counts: &mut [usize], place: usize| {
            if let Some(count) = counts.get_mut(place) {
                *count += 1;
            }
        };
        if counted(Criterion::Party) {
            for party in self.parties.get(place) {
                one_more(&mut facets.parties, usize::from(*party));
            }
        }
        if counted(Criterion::Issue) {
            for issue in self.issues.get(place) {
                one_more(&mut facets.issues, usize::from(*issue));
            }
        }
        if counted(Criterion::Kind) {
            one_more(&mut facets.kinds, facts.kind as usize);
        }
        if counted(Criterion::Level)
            && let Some(level) = facts.level
        {
            one_more(&mut facets.levels, level as usize);
        }
        if counted(Criterion::Weight) {
            for least in 0..usize::from(facts.weight.clamp(1, 3)) {
                one_more(&mut facets.weights, least);
            }
        }
        if counted(Criterion::Doubt) {
            let most = match facts.doubt {
                None => 1,
                Some(Doubt::Noted) => 2,
                Some(Doubt::Unsure) => 3,
            };
            for least in 0..most {
                one_more(&mut facets.doubts, least);
            }
        }
    }
}

impl Facets {
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

/// A filter made ready to be asked of each event.
struct Query<'a> {
    searchable: &'a Searchable,
    filter: &'a Filter,
    words: Vec<Pattern>,
    /// Places of the parties and issues asked for; ids that the dossier does not have match nothing.
    parties: Vec<usize>,
    issues: Vec<usize>,
}

impl Query<'_> {
    fn of<'a>(searchable: &'a Searchable, filter: &'a Filter) -> Query<'a> {
        let places = |ids: &[String], all: &[String]| {
            ids.iter().filter_map(|id| all.iter().position(|known| known == id)).collect()
        };
        Query {
            searchable,
            filter,
            words: patterns(&filter.text),
            parties: places(&filter.parties, &searchable.party_ids),
            issues: places(&filter.issues, &searchable.issue_ids),
        }
    }

    /// The criteria that the event does not meet, a bit each.
    fn failed(&self, place: usize, facts: Facts, words: &str) -> u8 {
        let Filter { kinds, levels, weight, doubt, .. } = self.filter;
        let any =
            |list: &[u16], wanted: &[usize]| list.iter().any(|value| wanted.contains(&usize::from(*value)));
        let mut failed = 0;
        for criterion in Criterion::ALL {
            let met = !self.filter.asks(criterion)
                || match criterion {
                    Criterion::Text => self.words.iter().all(|word| word.is_in(words)),
                    Criterion::Party => any(self.searchable.parties.get(place), &self.parties),
                    Criterion::Kind => kinds.contains(&facts.kind),
                    Criterion::Level => facts.level.is_some_and(|level| levels.contains(&level)),
                    Criterion::Weight => Some(facts.weight) >= *weight,
                    Criterion::Issue => any(self.searchable.issues.get(place), &self.issues),
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

/// The issues on which events set positions: by the hash of the event's id, so that a large dossier is not searched through
/// for each position.
struct SetBy<'a>(Vec<(i64, &'a str, usize)>);

impl SetBy<'_> {
    fn of(dossier: &Dossier) -> SetBy<'_> {
        let mut set = Vec::new();
        for (place, issue) in dossier.issues.iter().enumerate() {
            for id in issue.positions.iter().filter_map(|position| position.event.as_deref()) {
                set.push((hash(id), id, place));
            }
        }
        SetBy(sorted(set, |(hash, ..)| *hash))
    }

    /// The places of the issues, in order and once each.
    fn issues(&self, id: &str) -> Vec<usize> {
        let wanted = hash(id);
        let first = self.0.partition_point(|(hash, ..)| *hash < wanted);
        let same = self.0.get(first..).unwrap_or_default().iter().take_while(|(hash, ..)| *hash == wanted);
        let mut issues: Vec<usize> = same.filter(|(_, by, _)| *by == id).map(|(.., issue)| *issue).collect();
        issues.dedup();
        issues
    }
}

/// The 64-bit FNV-1a hash of an id (as a signed number, which [`sorted`] takes).
fn hash(id: &str) -> i64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    id.bytes().fold(0xcbf2_9ce4_8422_2325, mix).cast_signed()
}

/// Appends what an event can be found by: its title, summary and place, who took part, both sides' accounts, and what was
/// said by whom. A line each, so that no word is made of two.
fn add_words(words: &mut String, dossier: &Dossier, event: &Event) {
    let mut add = |text: &Text| {
        for text in text.all() {
            words.push_str(&fold(text));
            words.push('\n');
        }
    };
    add(&event.title);
    add(&event.summary);
    event.place.as_ref().map(&mut add);
    let mentioned = event.parties.iter().chain(event.readings.iter().map(|reading| &reading.party));
    for party in mentioned.filter_map(|id| dossier.party(id)) {
        add(&party.name);
        add(&party.short);
        party.formal.as_ref().map(&mut add);
        party.capital.as_ref().map(&mut add);
    }
    for reading in &event.readings {
        add(&reading.text);
        if let Some(quote) = &reading.quote {
            add(&quote.text);
            add(&quote.by);
        }
    }
}

/// Short lists of small numbers, one after the other.
#[derive(Clone, Debug, Default, PartialEq)]
struct Lists {
    values: Vec<u16>,
    ends: Vec<usize>,
}

impl Lists {
    fn push(&mut self, values: impl Iterator<Item = usize>) {
        self.values.extend(values.filter_map(|value| u16::try_from(value).ok()));
        self.ends.push(self.values.len());
    }

    fn get(&self, place: usize) -> &[u16] {
        let from = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let to = self.ends.get(place).copied().unwrap_or(from);
        self.values.get(from..to).unwrap_or_default()
    }
}
