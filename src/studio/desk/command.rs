//! What can be asked of the desk, and what it tells of it.

use super::pasted::Rows;
use crate::studio::edit::Edit;
use crate::studio::history::Done;
use crate::studio::path::Path;
use crate::studio::problems::Problems;
use crate::studio::value::Value;

/// What of the studio is seen where there is not the room for all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// Parts and records.
    #[default]
    Records,
    /// The form.
    Form,
    /// The page.
    Page,
}

impl Pane {
    /// Its name in markup.
    pub fn name(self) -> &'static str {
        match self {
            Pane::Records => "records",
            Pane::Form => "form",
            Pane::Page => "page",
        }
    }

    /// The pane of this name.
    pub fn parse(name: &str) -> Option<Pane> {
        [Pane::Records, Pane::Form, Pane::Page].into_iter().find(|pane| pane.name() == name)
    }
}

/// What a command tells who cannot see the change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A change was taken back, or made again.
    Undone(Done),
    /// The same, forward.
    Redone(Done),
    /// An item stands at another place, from 1, of so many.
    Moved(usize, usize),
    /// Something came into being, went, or was copied.
    Did(Done),
    /// A rung carries so many positions and stays.
    Stood(usize),
}

/// What is told once nobody has written for a while, as far as it is new: while somebody writes it would speak over every word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rest {
    /// That the browser keeps the dossier.
    pub kept: bool,
    /// How many errors and warnings there are.
    pub count: Option<(usize, usize)>,
}

/// A command.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Change the dossier; the time in milliseconds where it is a step of writing.
    Edit(Edit, Option<f64>),
    /// The field was left: what is written next is another change.
    Left,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Show a part, and perhaps one of its records.
    Show(String, Option<usize>),
    /// Go to a field.
    Go(Path),
    /// Open or fold a part of a form.
    Toggle(Path),
    /// Show those of the part's records that these words leave.
    Filter(String),
    /// Look for words everywhere.
    Find(String),
    /// Show a pane.
    Pane(Pane),
    /// Show or fold the list of problems.
    ShowProblems,
    /// What the checker said of a version.
    Checked(Value, Problems),
    /// Nobody has written for a while; whether all is kept.
    Rested(bool),
    /// Look for a record to name in a field.
    Seek(Path, String),
    /// Mark the next of those offered, or the one before.
    Mark(bool),
    /// Name the one that is marked.
    Take,
    /// Offer none any more.
    Drop,
    /// A field that counts once it is left holds this text.
    Draft(Path, String),
    /// The field for rows of a spreadsheet holds this text.
    Pasted(String),
    /// Rows of a spreadsheet: ask for them, say how they were read, or put them away.
    Rows(Option<Rows>),
    /// Add what was read of them.
    Join,
}
