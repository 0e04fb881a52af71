//! Rows of a spreadsheet on their way into the dossier.

use crate::studio::value::Value;

/// What was read of rows that were pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noticed {
    /// Whether something is open, was left out or guessed.
    pub kind: String,
    /// What was noticed.
    pub message: String,
    /// What to do about it.
    pub fix: String,
    /// The lines in which it is.
    pub lines: String,
}

/// Rows of a spreadsheet on their way into the dossier.
#[derive(Clone, Debug, PartialEq)]
pub enum Rows {
    /// Being pasted.
    Asked,
    /// Being read.
    Reading,
    /// What they are: the records, how many events and sources, and what was noticed.
    Read {
        /// The records, as in a dossier's file.
        parts: Value,
        /// How many events.
        events: usize,
        /// How many sources.
        sources: usize,
        /// What was noticed.
        noticed: Vec<Noticed>,
    },
    /// Not to be read; why.
    Refused(String),
}

impl Rows {
    /// Reads what `studio::rows::rows` says: what was read, or why not.
    pub fn of(answer: &[String]) -> Rows {
        match answer {
            [state, json, events, sources, notes @ ..] if state == "read" => match Value::parse(json) {
                Ok(parts) => Rows::Read {
                    parts,
                    events: events.parse().unwrap_or(0),
                    sources: sources.parse().unwrap_or(0),
                    noticed: notes.iter().map(|note| noticed(note)).collect(),
                },
                Err(error) => Rows::Refused(error.to_string()),
            },
            [_, why, ..] => Rows::Refused(why.clone()),
            _ => Rows::Refused(String::new()),
        }
    }
}

fn noticed(note: &str) -> Noticed {
    let mut parts = note.split('\u{1f}').map(str::to_owned);
    let mut next = || parts.next().unwrap_or_default();
    Noticed { kind: next(), message: next(), fix: next(), lines: next() }
}
