//! What a reader filters by.

use crate::dossier::model::{Confidence, Event, EventKind, Level};

/// Which events are wanted. All words of the text must occur; of several values of one criterion any will do; every
/// criterion that is set must hold. Values are kept in order and once each, so that filters that say the same are equal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What was typed, as it was typed.
    pub text: String,
    /// Ids of parties of which one takes part.
    pub parties: Vec<String>,
    /// Kinds of event.
    pub kinds: Vec<EventKind>,
    /// Levels at which people met. An event at which nobody met has none.
    pub levels: Vec<Level>,
    /// The least weight, if any: 2 leaves out details, 3 leaves only what everyone knows.
    pub weight: Option<u8>,
    /// Ids of issues on which the event set a position.
    pub issues: Vec<String>,
    /// The least doubt, if any.
    pub doubt: Option<Doubt>,
}

/// What in a record tells of doubt. A dossier does not say which events are *disputed*: it says how sure a record is, and
/// notes "what a reader must know besides: disputes, doubts, why this reading of it". So this is what can be asked for
/// honestly, and what the page says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// There is a note, or the confidence is below high.
    Noted,
    /// The confidence is medium or low.
    Unsure,
}

impl Doubt {
    /// Each with its name in addresses.
    pub const NAMED: [(Doubt, &'static str); 2] = [(Doubt::Noted, "noted"), (Doubt::Unsure, "unsure")];

    /// The doubt an event's record tells of.
    pub fn of(event: &Event) -> Option<Doubt> {
        Doubt::told_by(event.confidence, event.note.is_some())
    }

    /// The doubt that a confidence tells of, and that there is a note.
    pub(super) fn told_by(confidence: Option<Confidence>, noted: bool) -> Option<Doubt> {
        match confidence {
            Some(Confidence::Medium | Confidence::Low) => Some(Doubt::Unsure),
            Some(Confidence::High) | None => Some(Doubt::Noted).filter(|_| noted),
        }
    }
}

/// One of the things a filter asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// Words.
    Text,
    /// Who takes part.
    Party,
    /// What sort of event it is.
    Kind,
    /// At which level people met.
    Level,
    /// How important it is at least.
    Weight,
    /// On which issue it set a position.
    Issue,
    /// How doubtful it is at least.
    Doubt,
}

impl Criterion {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Criterion; 7] = [
        Criterion::Text,
        Criterion::Party,
        Criterion::Kind,
        Criterion::Level,
        Criterion::Issue,
        Criterion::Weight,
        Criterion::Doubt,
    ];
}

/// One value of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A party, by its id.
    Party(String),
    /// A kind of event.
    Kind(EventKind),
    /// A level.
    Level(Level),
    /// An issue, by its id.
    Issue(String),
    /// The least weight; 1 is any.
    Weight(u8),
    /// The least doubt; none is any.
    Doubt(Option<Doubt>),
}

impl Filter {
    /// Whether it asks nothing.
    pub fn is_empty(&self) -> bool {
        Criterion::ALL.iter().all(|criterion| !self.asks(*criterion))
    }

    /// Whether it asks this.
    pub fn asks(&self, criterion: Criterion) -> bool {
        match criterion {
            Criterion::Text => !self.text.trim().is_empty(),
            Criterion::Party => !self.parties.is_empty(),
            Criterion::Kind => !self.kinds.is_empty(),
            Criterion::Level => !self.levels.is_empty(),
            Criterion::Weight => self.weight.is_some(),
            Criterion::Issue => !self.issues.is_empty(),
            Criterion::Doubt => self.doubt.is_some(),
        }
    }

    /// Asks this no longer.
    pub fn clear(&mut self, criterion: Criterion) {
        match criterion {
            Criterion::Text => self.text.clear(),
            Criterion::Party => self.parties.clear(),
            Criterion::Kind => self.kinds.clear(),
            Criterion::Level => self.levels.clear(),
            Criterion::Weight => self.weight = None,
            Criterion::Issue => self.issues.clear(),
            Criterion::Doubt => self.doubt = None,
        }
    }

    /// Asks for a value, or no longer.
    pub fn choose(&mut self, choice: Choice, on: bool) {
        match choice {
            Choice::Party(id) => put(&mut self.parties, id, on),
            Choice::Kind(kind) => put(&mut self.kinds, kind, on),
            Choice::Level(level) => put(&mut self.levels, level, on),
            Choice::Issue(id) => put(&mut self.issues, id, on),
            Choice::Weight(least) => self.weight = Some(least.min(3)).filter(|least| on && *least > 1),
            Choice::Doubt(doubt) => self.doubt = doubt.filter(|_| on),
        }
    }

    /// Whether it asks for this value; of a single-valued criterion, whether this is its value.
    pub fn has(&self, choice: &Choice) -> bool {
        match choice {
            Choice::Party(id) => self.parties.contains(id),
            Choice::Kind(kind) => self.kinds.contains(kind),
            Choice::Level(level) => self.levels.contains(level),
            Choice::Issue(id) => self.issues.contains(id),
            Choice::Weight(least) => self.weight.unwrap_or(1) == *least,
            Choice::Doubt(doubt) => self.doubt == *doubt,
        }
    }

    /// The values it asks for, criterion by criterion; the text is none.
    pub fn choices(&self) -> Vec<Choice> {
        let mut choices = Vec::new();
        choices.extend(self.parties.iter().cloned().map(Choice::Party));
        choices.extend(self.kinds.iter().copied().map(Choice::Kind));
        choices.extend(self.levels.iter().copied().map(Choice::Level));
        choices.extend(self.issues.iter().cloned().map(Choice::Issue));
        choices.extend(self.weight.map(Choice::Weight));
        choices.extend(self.doubt.map(|doubt| Choice::Doubt(Some(doubt))));
        choices
    }
}

impl Choice {
    /// Whose value it is.
    pub fn criterion(&self) -> Criterion {
        match self {
            Choice::Party(_) => Criterion::Party,
            Choice::Kind(_) => Criterion::Kind,
            Choice::Level(_) => Criterion::Level,
            Choice::Issue(_) => Criterion::Issue,
            Choice::Weight(_) => Criterion::Weight,
            Choice::Doubt(_) => Criterion::Doubt,
        }
    }

    /// Its name, as it stands in addresses and form fields; empty for "any doubt".
    pub fn name(&self) -> &str {
        match self {
            Choice::Party(id) | Choice::Issue(id) => id,
            Choice::Kind(kind) => name(&EventKind::NAMED, *kind),
            Choice::Level(level) => name(&Level::NAMED, *level),
            Choice::Weight(2) => "2",
            Choice::Weight(3) => "3",
            Choice::Weight(_) => "1",
            Choice::Doubt(doubt) => doubt.map_or("", |doubt| name(&Doubt::NAMED, doubt)),
        }
    }

    /// All choices of a criterion that has the same in every dossier, in the order in which [`super::Facets`] counts them;
    /// of another, none.
    pub fn all(criterion: Criterion) -> Vec<Choice> {
        match criterion {
            Criterion::Kind => EventKind::NAMED.into_iter().map(|(kind, _)| Choice::Kind(kind)).collect(),
            Criterion::Level => Level::NAMED.into_iter().map(|(level, _)| Choice::Level(level)).collect(),
            Criterion::Weight => vec![Choice::Weight(1), Choice::Weight(2), Choice::Weight(3)],
            Criterion::Doubt => [None, Some(Doubt::Noted), Some(Doubt::Unsure)].map(Choice::Doubt).into(),
            Criterion::Text | Criterion::Party | Criterion::Issue => Vec::new(),
        }
    }

    /// The value of this name; `None` where there is none.
    pub fn parse(criterion: Criterion, name: &str) -> Option<Choice> {
        match criterion {
            Criterion::Party if !name.is_empty() => Some(Choice::Party(name.to_owned())),
            Criterion::Issue if !name.is_empty() => Some(Choice::Issue(name.to_owned())),
            Criterion::Kind => named(&EventKind::NAMED, name).map(Choice::Kind),
            Criterion::Level => named(&Level::NAMED, name).map(Choice::Level),
            Criterion::Weight => {
                [1, 2, 3].into_iter().map(Choice::Weight).find(|choice| choice.name() == name)
            }
            Criterion::Doubt if name.is_empty() => Some(Choice::Doubt(None)),
            Criterion::Doubt => named(&Doubt::NAMED, name).map(|doubt| Choice::Doubt(Some(doubt))),
            _ => None,
        }
    }
}

/// Puts a value in its place, or takes it out.
fn put<T: PartialOrd>(values: &mut Vec<T>, value: T, on: bool) {
    let place = values.iter().position(|there| *there >= value).unwrap_or(values.len());
    let there = values.get(place) == Some(&value);
    if on && !there {
        values.insert(place, value);
    } else if !on && there {
        values.remove(place);
    }
}

fn name<T: PartialEq>(names: &[(T, &'static str)], value: T) -> &'static str {
    names.iter().find(|(named, _)| *named == value).map_or("", |(_, name)| *name)
}

fn named<T: Copy>(names: &[(T, &'static str)], name: &str) -> Option<T> {
    names.iter().find(|(_, named)| *named == name).map(|(value, _)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_that_asks_nothing_is_empty() {
        let mut filter = Filter { text: "  ".to_owned(), ..Filter::default() };
        assert!(filter.is_empty());
        for choice in [
            Choice::Party("us".to_owned()),
            Choice::Kind(EventKind::Talks),
            Choice::Level(Level::Envoys),
            Choice::Issue("scope".to_owned()),
            Choice::Weight(2),
            Choice::Doubt(Some(Doubt::Noted)),
        ] {
            filter.choose(choice.clone(), true);
            assert!(
                !filter.is_empty() && filter.asks(choice.criterion()) && filter.has(&choice),
                "{choice:?}"
            );
            assert_eq!(filter.choices(), std::slice::from_ref(&choice));
            let mut cleared = filter.clone();
            cleared.clear(choice.criterion());
            assert!(cleared.is_empty());
            filter.choose(choice, false);
            assert!(filter.is_empty());
        }
    }

    #[test]
    fn the_order_of_choosing_does_not_matter() {
        let kinds = [EventKind::Talks, EventKind::Summit, EventKind::Domestic, EventKind::Summit];
        let (mut one, mut other) = (Filter::default(), Filter::default());
        for kind in kinds {
            one.choose(Choice::Kind(kind), true);
        }
        for kind in kinds.into_iter().rev() {
            other.choose(Choice::Kind(kind), true);
        }
        assert_eq!(one, other);
        assert_eq!(one.kinds, [EventKind::Summit, EventKind::Talks, EventKind::Domestic]);
    }

    #[test]
    fn the_weakest_weight_and_no_doubt_are_no_filter() {
        let mut filter = Filter::default();
        filter.choose(Choice::Weight(1), true);
        filter.choose(Choice::Doubt(None), true);
        assert!(filter.is_empty());
        filter.choose(Choice::Weight(9), true);
        assert_eq!(filter.weight, Some(3));
    }

    #[test]
    fn every_choice_has_a_name_that_finds_it() {
        let kinds = EventKind::NAMED.map(|(kind, _)| Choice::Kind(kind));
        let levels = Level::NAMED.map(|(level, _)| Choice::Level(level));
        let rest = [
            Choice::Party("us".to_owned()),
            Choice::Issue("scope".to_owned()),
            Choice::Weight(1),
            Choice::Weight(3),
            Choice::Doubt(None),
            Choice::Doubt(Some(Doubt::Unsure)),
        ];
        for choice in kinds.into_iter().chain(levels).chain(rest) {
            assert_eq!(Choice::parse(choice.criterion(), choice.name()), Some(choice));
        }
        assert_eq!(Choice::parse(Criterion::Kind, "cake"), None);
        assert_eq!(Choice::parse(Criterion::Party, ""), None);
        assert_eq!(Choice::parse(Criterion::Weight, "4"), None);
        assert_eq!(Choice::parse(Criterion::Text, "x"), None);
    }
}
