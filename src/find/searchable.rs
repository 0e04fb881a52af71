//! A dossier's events made ready to be asked, and what a filter leaves of them.

use super::filter::{Doubt, Filter};
use super::fold::fold_onto;
use super::matches::{Facets, Facts, Matches, Named, Tally};
use crate::dossier::Dossier;
use crate::dossier::date::Edtf;
use crate::dossier::id::hash;
use crate::dossier::model::{Event, Party};
use crate::dossier::order::sorted;
use crate::dossier::text::Text;

/// A dossier's events, by their place in [`Dossier::events`], with their words folded. Building costs what the texts are long;
/// it holds them once more.
#[derive(Clone, Debug, PartialEq)]
pub struct Searchable {
    facts: Vec<Facts>,
    dates: Vec<Edtf>,
    /// The folded words of all events, one after the other.
    words: String,
    /// Where each event's words end.
    ends: Vec<usize>,
    named: Named,
    parties: Lists,
    issues: Lists,
    whole: bool,
    /// How many events each value has where nothing is asked; known once that was asked.
    all: Option<Facets>,
}

impl Searchable {
    /// Makes a dossier's events ready. `whole` says whether it is the whole record, or an outline without the long texts.
    pub fn of(dossier: &Dossier, whole: bool) -> Searchable {
        let mut searchable = Searchable {
            facts: Vec::with_capacity(dossier.events.len()),
            dates: dossier.events.iter().map(|event| event.date).collect(),
            words: String::new(),
            ends: Vec::with_capacity(dossier.events.len()),
            named: Named::of(dossier),
            parties: Lists::default(),
            issues: Lists::default(),
            whole,
            all: None,
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
        searchable.all = Some(searchable.find(&Filter::default()).all().clone());
        searchable
    }

    /// What the filter leaves. Costs the length of the text where words are asked for, else the number of events.
    pub fn find(&self, filter: &Filter) -> Matches {
        let mut tally = Tally::new(filter, &self.named, self.facts.len(), self.whole, self.all.clone());
        let mut from = 0;
        for (place, ((facts, date), end)) in self.facts.iter().zip(&self.dates).zip(&self.ends).enumerate() {
            let words = self.words.get(from..*end).unwrap_or_default();
            from = *end;
            tally.ask(*facts, self.parties.get(place), self.issues.get(place), &|| *date, || words);
        }
        tally.done()
    }
}

/// The issues on which events set positions: by the hash of the event's id, so that a large dossier is not searched through
/// for each position.
pub(super) struct SetBy<'a>(Vec<(i64, &'a str, usize)>);

impl SetBy<'_> {
    pub fn of(dossier: &Dossier) -> SetBy<'_> {
        let mut set = Vec::new();
        for (place, issue) in dossier.issues.iter().enumerate() {
            for id in issue.positions.iter().filter_map(|position| position.event.as_deref()) {
                set.push((hash(id), id, place));
            }
        }
        SetBy(sorted(set, |(hash, ..)| *hash))
    }

    /// The places of the issues, in order and once each.
    pub fn issues(&self, id: &str) -> Vec<usize> {
        let wanted = hash(id);
        let first = self.0.partition_point(|(hash, ..)| *hash < wanted);
        let same = self.0.get(first..).unwrap_or_default().iter().take_while(|(hash, ..)| *hash == wanted);
        let mut issues: Vec<usize> = same.filter(|(_, by, _)| *by == id).map(|(.., issue)| *issue).collect();
        issues.dedup();
        issues
    }
}

/// Appends what an event can be found by: its title, summary and place, who took part, both sides' accounts, and what was
/// said by whom, in its own language too. A line each, so that no word is made of two.
pub(super) fn add_words(words: &mut String, dossier: &Dossier, event: &Event) {
    let mut add = |text: &Text| {
        for text in text.all() {
            fold_onto(text, words);
            words.push('\n');
        }
    };
    add(&event.title);
    add(&event.summary);
    event.place.as_ref().map(&mut add);
    let mentioned = event.parties.iter().chain(event.readings.iter().map(|reading| &reading.party));
    mentioned.filter_map(|id| dossier.party(id)).flat_map(names_of).for_each(&mut add);
    for reading in &event.readings {
        add(&reading.text);
        if let Some(quote) = &reading.quote {
            add(&quote.text);
            if let Some(translation) = &quote.translation {
                add(translation);
            }
            add(&quote.by);
        }
    }
    for original in event.readings.iter().filter_map(|reading| reading.quote.as_ref()?.original.as_ref()) {
        fold_onto(&original.text, words);
        words.push('\n');
    }
}

/// What a party can be found by.
pub(super) fn names_of(party: &Party) -> impl Iterator<Item = &Text> {
    [Some(&party.name), Some(&party.short), party.formal.as_ref(), party.capital.as_ref()]
        .into_iter()
        .flatten()
}

/// Short lists of small numbers, one after the other.
#[derive(Clone, Debug, Default, PartialEq)]
struct Lists {
    values: Vec<u16>,
    ends: Vec<usize>,
}

impl Lists {
    /// Adds a list with each of these numbers once, so that none counts twice.
    fn push(&mut self, values: impl Iterator<Item = usize>) {
        let from = self.values.len();
        for value in values.filter_map(|value| u16::try_from(value).ok()) {
            if !self.values.iter().skip(from).any(|known| *known == value) {
                self.values.push(value);
            }
        }
        self.ends.push(self.values.len());
    }

    fn get(&self, place: usize) -> &[u16] {
        let from = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let to = self.ends.get(place).copied().unwrap_or(from);
        self.values.get(from..to).unwrap_or_default()
    }
}
