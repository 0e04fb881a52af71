//! The dossier that imported records join: the ids, names and addresses that are known there. It is read from JSON as it is,
//! since a dossier that is being written has errors.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::cells;
use super::columns::{self, Field};
use super::events::Events;
use crate::dossier::model::Side;
use crate::find::fold;

/// What is known of a dossier.
#[derive(Clone, Debug, Default)]
pub struct Joining {
    pub(super) parties: Vec<KnownParty>,
    pub(super) sources: Vec<KnownSource>,
    pub(super) events: Events,
    /// The languages that it declares, the first one first.
    pub(super) languages: Vec<String>,
}

/// A party by its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KnownParty {
    pub(super) id: String,
    /// Its names in every language and its id, folded.
    pub(super) names: Vec<String>,
    pub(super) side: Option<Side>,
}

/// A source by its address and titles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct KnownSource {
    pub(super) id: String,
    pub(super) address: Option<String>,
    /// Its title in every language, folded.
    pub(super) titles: Vec<String>,
}

impl Joining {
    /// Reads the objects of a dossier's files; whatever in them is not as it should be is passed over.
    pub fn of<'v>(files: impl IntoIterator<Item = &'v Value>) -> Joining {
        let mut known = Joining::default();
        let mut dates: BTreeMap<&str, &str> = BTreeMap::new();
        let mut translated: Vec<(&str, &str)> = Vec::new();
        for file in files {
            let tags = file.pointer("/meta/languages").and_then(Value::as_array);
            known.languages.extend(tags.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
            // A language file has the texts of all records by their paths.
            let paths = file.get("texts").and_then(Value::as_object).into_iter().flatten();
            translated.extend(paths.filter_map(|(path, text)| Some((path.as_str(), text.as_str()?))));
            known.parties.extend(records(file, "parties").filter_map(party));
            known.sources.extend(records(file, "sources").filter_map(source));
            for event in records(file, "events") {
                let field = |name: &str| event.get(name).and_then(Value::as_str).unwrap_or_default();
                let told = if event.get("title").is_some() { "title" } else { "summary" };
                known.events.add(field("id"), field("date"), texts(event, told));
                dates.insert(field("id"), field("date"));
            }
        }
        known.translate(&translated, &dates);
        known
    }

    /// Adds the names of records in further languages, by the paths of language files; an event is known by its date too.
    fn translate(&mut self, texts: &[(&str, &str)], dates: &BTreeMap<&str, &str>) {
        let places = |ids: Vec<&str>| -> BTreeMap<String, usize> {
            ids.into_iter().enumerate().rev().map(|(at, id)| (id.to_owned(), at)).collect()
        };
        let parties = places(self.parties.iter().map(|party| party.id.as_str()).collect());
        let sources = places(self.sources.iter().map(|source| source.id.as_str()).collect());
        for (path, text) in texts {
            match path.split('/').collect::<Vec<_>>().as_slice() {
                ["parties", id, field] if NAMES.contains(field) => {
                    if let Some(party) = parties.get(*id).and_then(|at| self.parties.get_mut(*at)) {
                        party.names.push(fold(text));
                    }
                }
                ["sources", id, "title"] => {
                    if let Some(source) = sources.get(*id).and_then(|at| self.sources.get_mut(*at)) {
                        source.titles.push(fold(text));
                    }
                }
                ["events", id, "title"] => {
                    if let Some(date) = dates.get(id) {
                        self.events.add(id, date, [*text]);
                    }
                }
                _ => {}
            }
        }
    }

    /// Why texts in a language cannot join the dossier, where it declares others alone.
    pub fn refuses(&self, language: &str) -> Option<String> {
        let declared = self.languages.is_empty() || self.languages.iter().any(|known| known == language);
        (!declared).then(|| {
            format!(
                "the dossier has no texts in {language:?}, only in {}: add it to `languages` in its `meta` first, or leave out --language",
                self.languages.join(", ")
            )
        })
    }

    /// Adds the events of the table beside the files.
    ///
    /// # Errors
    /// The line at which it cannot be read, and why; it brings none then.
    pub fn add_table(&mut self, text: &str) -> Result<(), (usize, &'static str)> {
        let text = text.trim_start_matches('\u{feff}');
        let line = |at: usize| text.get(..at).unwrap_or_default().matches('\n').count() + 1;
        let rows = cells::rows(text, ',')
            .map_err(|quote| (line(quote.start), "a quote opens here and never closes"))?;
        let mut rows = rows.iter().skip_while(|row| row.iter().all(|cell| cell.text.trim().is_empty()));
        let Some(header) = rows.next() else { return Ok(()) };
        let columns: Vec<Option<Field>> = header.iter().map(|cell| columns::own(&cell.text)).collect();
        let place = |field| columns.iter().position(|column| *column == Some(field));
        let places = [Field::Id, Field::Date, Field::Title].map(place);
        if let [_, None, _] | [.., None] = places {
            let at = header.first().map_or(0, |cell| cell.bytes.start);
            return Err((line(at), "the first row does not name the columns `date` and `title`"));
        }
        for row in rows {
            let [id, date, title] =
                places.map(|at| at.and_then(|at| row.get(at)).map_or("", |cell| cell.text.as_ref()));
            self.events.add(id, date, [title]);
        }
        Ok(())
    }
}

fn records<'v>(file: &'v Value, part: &str) -> impl Iterator<Item = &'v Value> {
    file.get(part).and_then(Value::as_array).into_iter().flatten()
}

fn id(record: &Value) -> Option<String> {
    record.get("id").and_then(Value::as_str).map(str::to_owned)
}

/// A text in each of its languages.
fn texts<'v>(record: &'v Value, field: &str) -> impl Iterator<Item = &'v str> {
    let value = record.get(field);
    let languages = value.and_then(Value::as_object).into_iter().flat_map(Map::values);
    value.into_iter().chain(languages).filter_map(Value::as_str)
}

/// The fields that have a name of a party.
const NAMES: [&str; 4] = ["name", "short", "formal", "capital"];

fn party(record: &Value) -> Option<KnownParty> {
    let id = id(record)?;
    let names = NAMES.iter().flat_map(|field| texts(record, field));
    let names = names.chain([id.as_str()]).map(fold).collect();
    let side = match record.get("side").and_then(Value::as_str) {
        Some("a") => Some(Side::A),
        Some("b") => Some(Side::B),
        _ => None,
    };
    Some(KnownParty { id, names, side })
}

fn source(record: &Value) -> Option<KnownSource> {
    let address = record.get("url").and_then(Value::as_str).map(str::to_owned);
    Some(KnownSource { id: id(record)?, address, titles: texts(record, "title").map(fold).collect() })
}
