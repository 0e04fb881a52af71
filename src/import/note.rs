//! What was noticed while reading: each kind of thing once, with every place where it was found.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::dossier::check::Lines;

/// A place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The place as bytes of the file's text.
    pub bytes: Range<usize>,
}

impl Place {
    /// The place of a stretch of bytes.
    pub fn of(lines: &Lines<'_>, bytes: Range<usize>) -> Place {
        let (line, column) = lines.position(bytes.start);
        Place { line, column, bytes }
    }
}

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// The file does not say what a dossier must, or not so that it can be understood: `daylight check` will lead there.
    Open,
    /// Something of the file is not in the dossier.
    LeftOut,
    /// Something was understood in one of several ways.
    Guessed,
}

/// One thing that was noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// What was noticed.
    pub message: String,
    /// What to do about it.
    pub fix: String,
    /// Where, in the order of the file; never empty.
    pub places: Vec<Place>,
}

/// The notes while they are gathered: the same thing at many places is one note.
#[derive(Default)]
pub struct Notes {
    /// By kind, message and fix; a file may have as many different ones as rows.
    found: BTreeMap<(NoteKind, String, String), Vec<Range<usize>>>,
}

impl Notes {
    /// Adds a note at a place.
    pub fn add(
        &mut self,
        kind: NoteKind,
        at: Range<usize>,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        self.found.entry((kind, message.into(), fix.into())).or_default().push(at);
    }

    /// Takes up what was noticed later.
    pub fn extend(&mut self, later: Notes) {
        for (note, places) in later.found {
            self.found.entry(note).or_default().extend(places);
        }
    }

    /// All notes, by kind and by the first place of each.
    pub fn finish(self, text: &str) -> Vec<Note> {
        let lines = Lines::of(text);
        let mut notes: Vec<Note> = self
            .found
            .into_iter()
            .map(|((kind, message, fix), places)| {
                let mut places: Vec<Place> =
                    places.into_iter().map(|bytes| Place::of(&lines, bytes)).collect();
                places.sort_by_key(|place| place.bytes.start);
                Note { kind, message, fix, places }
            })
            .collect();
        notes.sort_by_key(|note| (note.kind, note.places.first().map_or(0, |place| place.bytes.start)));
        notes
    }
}
