//! Other people's files become a dossier: spreadsheets, TimelineJS, lists of sources. Text in, JSON and a list of what was
//! noticed out; knows no file and no clock, and runs in a browser too.
//!
//! Nothing is invented. What a file does not say (a kind, a lane, the rank of a source) is left out of the record, and
//! `daylight check` then leads to the place. What is not taken over, and what was guessed, is a [`Note`](crate::import::Note) with its place.

mod cells;
mod columns;
mod csl;
mod dates;
mod draft;
mod event;
mod events;
mod formula;
mod given;
mod ids;
mod joining;
mod json_file;
mod note;
mod plain;
mod reference;
mod sheet;
mod source;
mod source_row;
mod timeline_json;
mod words;

#[cfg(feature = "bibtex")]
mod bibtex;
#[cfg(feature = "bibtex")]
mod bibtex_bounds;

use std::ops::Range;

use crate::dossier::check::{Lines, MAX_FILE_BYTES};
use crate::dossier::model::{EventKind, Lane};

pub use crate::dossier::check::is_language_tag as is_language;
pub use joining::Joining;
pub use note::{Note, NoteKind, Place};

/// What a file was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table with one event a row, its columns named in the first.
    Spreadsheet,
    /// A table with one source a row.
    SourceSheet,
    /// The spreadsheet of TimelineJS.
    TimelineSheet,
    /// The JSON of TimelineJS.
    TimelineJson,
    /// Sources as CSL-JSON, as Zotero exports them.
    CslJson,
    /// Sources as BibTeX or BibLaTeX.
    Bibtex,
}

impl Format {
    /// Its name in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Format::Spreadsheet => "a spreadsheet with one event a row",
            Format::SourceSheet => "a spreadsheet with one source a row",
            Format::TimelineSheet => "a spreadsheet of TimelineJS",
            Format::TimelineJson => "the JSON of TimelineJS",
            Format::CslJson => "sources in CSL-JSON",
            Format::Bibtex => "sources in BibTeX",
        }
    }
}

/// What the author says of all records at once, since the file does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The format, where it shall not be detected.
    pub format: Option<Format>,
    /// The kind of events that name none.
    pub kind: Option<EventKind>,
    /// The lane of events that name none.
    pub lane: Option<Lane>,
    /// The language of the texts (BCP 47); `en` where nothing is said, which is noted.
    pub language: Option<String>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// What it was taken for.
    pub format: Format,
    /// The dossier, or the parts that join another one: an object as in a dossier's file.
    pub dossier: serde_json::Value,
    /// How many events it holds.
    pub events: usize,
    /// How many sources it holds.
    pub sources: usize,
    /// What was left out, guessed, or is still to be said, by place.
    pub notes: Vec<Note>,
}

impl Imported {
    /// The text of the dossier's file.
    pub fn json(&self) -> String {
        let mut text = serde_json::to_string_pretty(&self.dossier).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// Why a file was not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

impl Refusal {
    /// A refusal at a stretch of bytes.
    fn at(text: &str, bytes: Range<usize>, message: impl Into<String>, fix: impl Into<String>) -> Refusal {
        let place = Place::of(&Lines::of(text), bytes);
        Refusal { place, message: message.into(), fix: fix.into() }
    }
}

/// Reads the text of a file. Its name counts for its ending, and names the dossier where nothing else does. With `joining`
/// the records are for a dossier that is there: its ids and names are known, and only what is new comes back.
pub fn import(
    name: &str,
    text: &str,
    wishes: &Wishes,
    joining: Option<&Joining>,
) -> Result<Imported, Refusal> {
    if text.len() > MAX_FILE_BYTES {
        return Err(Refusal::at(
            text,
            0..0,
            format!("the file has more than {} MiB, which is not read", MAX_FILE_BYTES / 1024 / 1024),
            "split it; more than ten thousand events belong into an event table (docs/dossier-format.md, Many events)",
        ));
    }
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(Refusal::at(text, 0..0, "the file is empty", "export it again, with its first row"));
    }
    let kind = match wishes.format {
        Some(format) => format.into(),
        None => detect(name, text),
    };
    let mut draft = draft::Draft::new(name, text, wishes, joining);
    let format = match kind {
        Sort::Json => json_file::read(text, wishes.format, &mut draft)?,
        Sort::Table => sheet::read(text, wishes.format, &mut draft)?,
        #[cfg(feature = "bibtex")]
        Sort::Bibtex => bibtex::read(text, &mut draft)?,
        #[cfg(not(feature = "bibtex"))]
        Sort::Bibtex => {
            return Err(Refusal::at(
                text,
                0..0,
                "BibTeX is read by the command, not here",
                "run `daylight import` on the file, or export it as CSL-JSON",
            ));
        }
    };
    Ok(draft.finish(format))
}

/// The three families of formats.
#[derive(Clone, Copy)]
enum Sort {
    Json,
    Table,
    Bibtex,
}

impl From<Format> for Sort {
    fn from(format: Format) -> Sort {
        match format {
            Format::Spreadsheet | Format::SourceSheet | Format::TimelineSheet => Sort::Table,
            Format::TimelineJson | Format::CslJson => Sort::Json,
            Format::Bibtex => Sort::Bibtex,
        }
    }
}

/// By the first character that says something, else by the name's ending.
fn detect(name: &str, text: &str) -> Sort {
    let body = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match (body.chars().next(), ending.as_str()) {
        (_, "csv" | "tsv" | "tab") => Sort::Table,
        (_, "bib" | "bibtex") | (Some('@'), _) => Sort::Bibtex,
        (Some('{' | '['), _) | (_, "json") => Sort::Json,
        _ => Sort::Table,
    }
}
