//! Where an event belongs: its parties, its kind and lane, and the words of fixed lists.

use super::super::columns::Field;
use super::super::draft::Draft;
use super::super::given::{Given, Said};
use super::super::note::NoteKind::{Guessed, LeftOut, Open};
use super::super::words::{self, Word};
use crate::dossier::model::{EventKind, Lane, Side};

impl Draft<'_> {
    pub(super) fn parties_of(&mut self, given: &Given) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for said in given.all(Field::Parties) {
            let whole = self.known_party(&said.text).is_some();
            let between: &[char] = if whole {
                &[]
            } else if said.text.contains([';', '|', '\n']) {
                &[';', '|', '\n']
            } else {
                &[',']
            };
            let names: Vec<&str> = if between.is_empty() {
                vec![said.text.as_str()]
            } else {
                said.text.split(between).collect()
            };
            for name in names.into_iter().map(str::trim).filter(|name| !name.is_empty()) {
                let id = self.party(name, &said.bytes);
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        ids
    }

    /// The group of TimelineJS, where it is a word for a kind or a lane.
    pub(super) fn group<'g>(&mut self, given: &'g Given) -> Option<&'g Said> {
        let said = given.get(Field::Group)?;
        if words::kind(&said.text).is_some()
            || words::lane(&said.text).is_some()
            || self.known_party(&said.text).is_some()
        {
            return Some(said);
        }
        let message = format!("the group {:?} is neither a kind of event nor a lane", said.text);
        self.note(LeftOut, said.bytes.clone(), message, "write the event's `kind` and `lane`");
        None
    }

    pub(super) fn kind(&mut self, given: &Given, group: Option<&Said>) -> Option<String> {
        let said = given.get(Field::Kind).or(group.filter(|said| words::kind(&said.text).is_some()));
        let Some(said) = said else {
            let wish = self.wishes.kind;
            if wish.is_none() {
                self.note(Open, given.bytes.clone(), "an event without a kind", "write its `kind`, or name one for all such events with --kind; `daylight check` leads there");
            }
            return EventKind::NAMED
                .iter()
                .find(|(kind, _)| Some(*kind) == wish)
                .map(|(_, name)| (*name).to_owned());
        };
        Some(self.understood(said, words::kind(&said.text), "kind"))
    }

    pub(super) fn lane(&mut self, given: &Given, group: Option<&Said>, parties: &[String]) -> Option<String> {
        if let Some(said) = given.get(Field::Lane).or(group.filter(|said| words::kind(&said.text).is_none()))
        {
            let side = self.known_party(&said.text).and_then(|(_, side)| side);
            let word = match side {
                Some(Side::A) => Some(Word::Like("a")),
                Some(Side::B) => Some(Word::Like("b")),
                None => words::lane(&said.text),
            };
            return Some(self.understood(said, word, "lane"));
        }
        if let Some(lane) = self.lane_of(parties) {
            self.note(
                Guessed,
                given.bytes.clone(),
                "the lane is that of the parties that took part",
                "look whether the event is drawn where it belongs",
            );
            return Some(lane.name().to_owned());
        }
        if self.wishes.lane.is_none() {
            self.note(
                Open,
                given.bytes.clone(),
                "an event without a lane",
                "write its `lane`, or name one for all such events with --lane; `daylight check` leads there",
            );
        }
        self.wishes.lane.map(|lane| lane.name().to_owned())
    }

    /// The lane that the sides of the parties leave no doubt about.
    fn lane_of(&self, parties: &[String]) -> Option<Lane> {
        let sides: Vec<Option<Side>> =
            parties.iter().filter_map(|id| self.known_party(id)).map(|(_, side)| side).collect();
        let has = |side| sides.contains(&side);
        match (has(Some(Side::A)), has(Some(Side::B)), has(None)) {
            (true, true, false) => Some(Lane::Both),
            (true, false, false) => Some(Lane::A),
            (false, true, false) => Some(Lane::B),
            _ => None,
        }
    }

    /// A word of a fixed list; as it stands there where it is none, so that the checker shows it.
    fn understood(&mut self, said: &Said, word: Option<Word>, what: &str) -> String {
        match word {
            Some(Word::Own(name)) => name.to_owned(),
            Some(Word::Like(name)) => {
                self.note(
                    Guessed,
                    said.bytes.clone(),
                    format!("the {what} {:?} was taken for `{name}`", said.text),
                    "look whether that is right",
                );
                name.to_owned()
            }
            None => {
                self.note(
                    Open,
                    said.bytes.clone(),
                    format!("{:?} is no {what} of a dossier", said.text),
                    format!("write another `{what}`; `daylight check` lists them"),
                );
                said.text.clone()
            }
        }
    }

    pub(super) fn word(
        &mut self,
        given: &Given,
        field: Field,
        what: &str,
        of: fn(&str) -> Option<Word>,
    ) -> Option<String> {
        let said = given.get(field)?;
        Some(self.understood(said, of(&said.text), what))
    }
}
