//! What is wrong with a table, and where.

use std::borrow::Cow;

/// How many problems are kept; the rest is counted. A table with more of them is broken in one way many times.
const MOST: usize = 100;

/// What sort of problem it is. Natively each has one of the checker's codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A required column is missing, or a column stands twice.
    Columns,
    /// A column that means nothing here; the table is read without it.
    UnknownColumn,
    /// A row that is none: too few or too many fields, quotes that do not fit, a character that no text has.
    Malformed,
    /// Bytes that are no UTF-8.
    NotUtf8,
    /// Nothing stands where something must.
    Missing,
    /// A word outside the list of words allowed there.
    UnknownWord,
    /// A number outside what is allowed there.
    OutOfRange,
    /// A text that is no date.
    BadDate,
    /// An interval that ends before it starts.
    EndBeforeStart,
    /// An id in another form than lower-case letters, digits and hyphens.
    BadId,
    /// Two events with one id.
    DuplicateId,
    /// An id that no party or source has.
    UnknownId,
    /// A text longer than a page can hold.
    TooLong,
    /// A text with a character that no page can show.
    Unwritable,
}

impl ProblemKind {
    /// Whether the table can be used all the same.
    pub fn is_warning(self) -> bool {
        self == ProblemKind::UnknownColumn
    }
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableProblem {
    /// What sort it is.
    pub kind: ProblemKind,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The name of the table's column, where it is about one.
    pub field: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub fix: Cow<'static, str>,
}

/// Every problem of a table, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// The first hundred.
    pub list: Vec<TableProblem>,
    /// How many came after them.
    pub left_out: usize,
    has_errors: bool,
}

impl Problems {
    /// Whether the table must not be used.
    pub fn has_errors(&self) -> bool {
        self.has_errors
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.list.len() + self.left_out
    }

    /// Adds a problem, which is made only if it is kept.
    pub(super) fn add(&mut self, kind: ProblemKind, problem: impl FnOnce() -> TableProblem) {
        self.has_errors |= !kind.is_warning();
        if self.list.len() < MOST {
            self.list.push(problem());
        } else {
            self.left_out += 1;
        }
    }
}
