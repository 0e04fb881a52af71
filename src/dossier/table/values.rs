//! What may stand in the fields of a row, and what is wrong where something else does.

use super::super::Dossier;
use super::super::date::{Day, Edtf, refusal};
use super::super::id::{id_advice, is_id};
use super::super::text::is_unwritable;
use super::columns::{self, Column};
use super::ids::IdIndex;
use super::problem::ProblemKind;
use super::row::items;
use super::store::NewRow;

/// The most characters of one text; as in the JSON, no panel of a page holds more.
pub(super) const MOST_CHARACTERS: usize = 20_000;

/// The ids of the JSON beside the table.
#[derive(Debug, Default)]
pub(super) struct Known {
    parties: Ids,
    sources: Ids,
    events: Ids,
}

#[derive(Debug, Default)]
struct Ids {
    ids: Vec<String>,
    index: IdIndex,
}

impl Ids {
    fn of<'i>(all: impl Iterator<Item = &'i String>) -> Ids {
        let mut known = Ids::default();
        for id in all {
            let row = known.ids.len();
            known.ids.push(id.clone());
            let ids = &known.ids;
            known.index.insert(id, row, |row| ids.get(row).map_or("", String::as_str));
        }
        known
    }

    fn has(&self, id: &str) -> bool {
        self.index.find(id, |row| self.ids.get(row).map_or("", String::as_str)).is_some()
    }
}

impl Known {
    /// The ids of a dossier's records.
    pub(super) fn of(dossier: &Dossier) -> Known {
        Known {
            parties: Ids::of(dossier.parties.iter().map(|party| &party.id)),
            sources: Ids::of(dossier.sources.iter().map(|source| &source.id)),
            events: Ids::of(dossier.events.iter().map(|event| &event.id)),
        }
    }
}

/// What is wrong with a row's fields.
#[derive(Default)]
pub(super) struct Faults(pub(super) Vec<(Column, ProblemKind, String, &'static str)>);

impl Faults {
    fn add(&mut self, column: Column, kind: ProblemKind, message: String, fix: &'static str) {
        self.0.push((column, kind, message, fix));
    }
}

/// Looks at every field of a row; the row as it goes into the table, if nothing is wrong with it.
pub(super) fn check<'r>(
    fields: &[&'r str; Column::ALL.len()],
    known: Option<&Known>,
    faults: &mut Faults,
) -> Option<NewRow<'r>> {
    let of = |column: Column| fields.get(column as usize).copied().unwrap_or("");
    for column in Column::ALL.into_iter().take(Column::REQUIRED).filter(|column| of(*column).is_empty()) {
        let message = ["nothing stands in `", column.name(), "`"].concat();
        faults.add(
            column,
            ProblemKind::Missing,
            message,
            "every event has an id, a date, a title, a kind and a lane",
        );
    }
    let id = of(Column::Id);
    if !id.is_empty() && !is_id(id) {
        let message = ["`", &shorten(id), "` cannot be the id of an event"].concat();
        faults.add(Column::Id, ProblemKind::BadId, message, id_advice(id));
    }
    let date = date(of(Column::Date), faults);
    let kind = word(of(Column::Kind), Column::Kind, columns::kind, columns::KINDS, faults);
    let lane = word(of(Column::Lane), Column::Lane, columns::lane, columns::LANES, faults);
    word(of(Column::Level), Column::Level, columns::level, columns::LEVELS, faults);
    word(of(Column::Confidence), Column::Confidence, columns::confidence, columns::CONFIDENCES, faults);
    let weight = match of(Column::Weight) {
        "" | "1" => 1,
        "2" => 2,
        "3" => 3,
        other => {
            let message = ["`weight` is ", &shorten(other), ", outside what is allowed"].concat();
            faults.add(Column::Weight, ProblemKind::OutOfRange, message, "write 1, 2 or 3, or nothing for 1");
            1
        }
    };
    for column in [Column::Title, Column::Summary, Column::Place, Column::Note] {
        let text = of(column);
        if text.len() > MOST_CHARACTERS && text.chars().count() > MOST_CHARACTERS {
            let message =
                ["`", column.name(), "` is longer than ", &MOST_CHARACTERS.to_string(), " characters"]
                    .concat();
            faults.add(column, ProblemKind::TooLong, message, "shorten it; the source has the rest");
        }
        if text.contains(is_unwritable) {
            let message = ["`", column.name(), "` holds a character that no page can show"].concat();
            faults.add(column, ProblemKind::Unwritable, message, "remove it: it is a control character");
        }
    }
    if let Some(known) = known {
        references(of(Column::Parties), Column::Parties, &known.parties, faults);
        references(of(Column::Sources), Column::Sources, &known.sources, faults);
        if known.events.has(id) {
            let message = ["the JSON has an event with the id `", &shorten(id), "` too"].concat();
            faults.add(
                Column::Id,
                ProblemKind::DuplicateId,
                message,
                "give one of them another id, or remove it",
            );
        }
    }
    let row = NewRow { date: date?, kind: kind?, lane: lane?, weight, kept: Column::KEPT.map(of) };
    faults.0.is_empty().then_some(row)
}

fn date(text: &str, faults: &mut Faults) -> Option<Edtf> {
    if let Some(day) = Day::parse(text) {
        return Some(Edtf::day(day));
    }
    if let Ok(date) = Edtf::parse(text) {
        return Some(date);
    }
    if !text.is_empty()
        && let Some(wrong) = refusal(text, shorten)
    {
        let kind =
            if wrong.ends_before_it_starts { ProblemKind::EndBeforeStart } else { ProblemKind::BadDate };
        faults.add(Column::Date, kind, wrong.message, wrong.fix);
    }
    None
}

/// A word of a closed list, or nothing.
fn word<T>(
    text: &str,
    column: Column,
    meaning: impl Fn(&str) -> Option<T>,
    allowed: &'static str,
    faults: &mut Faults,
) -> Option<T> {
    let found = meaning(text);
    if found.is_none() && !text.is_empty() {
        let message = ["`", column.name(), "` cannot be \"", &shorten(text), "\""].concat();
        faults.add(column, ProblemKind::UnknownWord, message, allowed);
    }
    found
}

fn references(text: &str, column: Column, known: &Ids, faults: &mut Faults) {
    for id in items(text).filter(|id| !known.has(id)) {
        let message = ["the dossier has no `", &shorten(id), "` in `", column.name(), "`"].concat();
        faults.add(column, ProblemKind::UnknownId, message, "add it to the JSON, or name one that is there");
    }
}

/// A value as a message can show it.
pub(super) fn shorten(text: &str) -> String {
    const ENOUGH: usize = 60;
    match text.char_indices().nth(ENOUGH) {
        Some((end, _)) => [text.get(..end).unwrap_or(""), "\u{2026}"].concat(),
        None => text.to_owned(),
    }
}
