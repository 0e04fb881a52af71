//! From bytes, in pieces of any size, to a table and everything that is wrong with it.

use std::borrow::Cow;

use super::super::Dossier;
use super::columns::Column;
use super::problem::{ProblemKind, Problems, TableProblem};
use super::scan::{Fault, MOST_ROW_BYTES, Scanner, Step};
use super::store::{EventTable, Full};
use super::values::{Faults, Known, MOST_CHARACTERS, check, shorten};

/// Reads a table. The work of a push is proportional to its bytes; between two of them nothing waits.
#[derive(Debug, Default)]
pub struct TableReader {
    scanner: Scanner,
    /// For each field of a row, its column; `None` before the header has been read.
    header: Option<Header>,
    known: Option<Known>,
    table: EventTable,
    problems: Problems,
}

/// What the first row says.
#[derive(Debug, Default)]
struct Header {
    /// For each of [`Column::ALL`] its field.
    fields: [Option<usize>; Column::ALL.len()],
    /// How many fields every row has.
    len: usize,
}

impl TableReader {
    /// Reads a table on its own: what its ids refer to is not looked up.
    pub fn new() -> TableReader {
        TableReader::default()
    }

    /// Reads the table of a dossier: its parties and sources must be the dossier's, and its ids none of the dossier's events.
    pub fn beside(dossier: &Dossier) -> TableReader {
        let known = Known::of(dossier);
        TableReader { known: Some(known), ..TableReader::default() }
    }

    /// Reads on. The bytes may end anywhere, in the middle of a row or of a character.
    pub fn push(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while self.scanner.next(&mut rest) == Step::Row {
            self.row();
            self.scanner.begin_row();
        }
        if self.scanner.has_stopped() && self.scanner.fault().is_some() {
            self.row();
            self.scanner.begin_row();
        }
    }

    /// How many events have been read so far.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether no event has been read so far.
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// Whether what follows cannot change the answer: the table is refused already.
    pub fn is_hopeless(&self) -> bool {
        self.scanner.has_stopped()
    }

    /// The end of the bytes. A table with problems that are errors must not be used; it holds the rows that were sound.
    pub fn finish(mut self) -> (EventTable, Problems) {
        if self.scanner.finish() {
            self.row();
        }
        if self.header.is_none() && !self.problems.has_errors() {
            let (message, fix) =
                ("the table is empty", "its first row names the columns: id,date,title,kind,lane");
            self.problem(ProblemKind::Columns, 0, None, || message.to_owned(), fix);
        }
        (self.table, self.problems)
    }

    /// A whole row has been read.
    fn row(&mut self) {
        if self.scanner.is_blank() {
            return;
        }
        if let Some((fault, field)) = self.scanner.fault() {
            self.fault(fault, field);
            return;
        }
        // The row is given back below; meanwhile it is not the scanner's, so that the table can change.
        let text = match std::str::from_utf8(self.scanner.bytes()) {
            Ok(text) => text,
            Err(error) => {
                let before = self.scanner.bytes().get(..error.valid_up_to()).unwrap_or_default();
                let field = before.iter().filter(|byte| **byte == 0x1f).count();
                let message = || "the bytes here belong to no character".to_owned();
                self.problem(ProblemKind::NotUtf8, field, None, message, "save the file as UTF-8");
                return;
            }
        };
        let Some(header) = &self.header else {
            let names: Vec<String> = text.split('\u{1f}').map(|name| name.trim().to_owned()).collect();
            self.read_header(&names);
            return;
        };
        if self.scanner.len() != header.len {
            self.wrong_length();
            return;
        }
        let mut fields = [""; Column::ALL.len()];
        for (at, value) in header.fields.iter().zip(&mut fields) {
            *value = at.and_then(|at| text.get(self.scanner.range(at))).unwrap_or_default().trim();
        }
        let mut faults = Faults::default();
        let row = check(&fields, self.known.as_ref(), &mut faults);
        let added = match &row {
            Some(row) => self.table.add(row),
            None => Ok(None),
        };
        let twice = matches!(added, Ok(Some(_)));
        let id = if twice {
            shorten(fields.get(Column::Id as usize).copied().unwrap_or(""))
        } else {
            String::new()
        };
        for (column, kind, message, fix) in faults.0 {
            let field = self.header.as_ref().and_then(|header| header.field(column)).unwrap_or(0);
            self.problem(kind, field, Some(column.name()), || message, fix);
        }
        if twice {
            let field = self.header.as_ref().and_then(|header| header.field(Column::Id)).unwrap_or(0);
            let message = || ["two rows have the id `", &id, "`"].concat();
            let fix = "give one of them another id, or remove it";
            self.problem(ProblemKind::DuplicateId, field, Some("id"), message, fix);
        }
        if let Err(Full) = added {
            let message = || "the table has more text than can be held".to_owned();
            self.problem(ProblemKind::TooLong, 0, None, message, "shorten it, or make two dossiers");
            self.scanner.stop();
        }
    }

    fn read_header(&mut self, names: &[String]) {
        let mut header = Header { len: names.len(), ..Header::default() };
        for (field, name) in names.iter().enumerate() {
            match Column::named(name) {
                Some(column) => {
                    if header.field(column).is_some() {
                        let message = || ["the column `", name, "` stands twice"].concat();
                        self.problem(ProblemKind::Columns, field, Some(name), message, "keep one of the two");
                    }
                    if let Some(place) = header.fields.get_mut(column as usize) {
                        *place = Some(field);
                    }
                }
                // A sheet saved with an empty column at its end; or a header that is no row of names, as is said below.
                None if name.is_empty() || names.len() == 1 => {}
                None => {
                    let message =
                        || ["the column `", &shorten(name), "` means nothing here and is not read"].concat();
                    let fix = "a table has the columns id, date, title, kind, lane, weight, parties, sources, place, level, confidence, summary, note";
                    self.problem(ProblemKind::UnknownColumn, field, Some(name), message, fix);
                }
            }
        }
        let required = Column::ALL.into_iter().take(Column::REQUIRED);
        let missing: Vec<&str> =
            required.filter(|column| header.field(*column).is_none()).map(Column::name).collect();
        if !missing.is_empty() {
            let message = || ["the table has no column `", &missing.join("`, `"), "`"].concat();
            let separated = |by: char| names.len() == 1 && names.iter().any(|name| name.contains(by));
            let fix = if separated(';') || separated('\t') {
                "the columns seem to stand between semicolons or tabs: save the file with commas between them"
            } else {
                "the first row names the columns; id, date, title, kind and lane must be among them"
            };
            self.problem(ProblemKind::Columns, 0, None, message, fix);
        }
        if self.problems.has_errors() {
            // Without its columns no row means anything.
            self.scanner.stop();
        }
        self.header = Some(header);
    }

    fn fault(&mut self, fault: Fault, field: usize) {
        let (message, fix) = match fault {
            Fault::AfterQuote => (
                "something stands between a closing quote and the next comma",
                "double the quotes that belong to the text (\"\")",
            ),
            Fault::Control => (
                "a control character stands here that no text has",
                "remove it: it is the one numbered 30 or 31",
            ),
            Fault::Unclosed => (
                "a quote opens here and never closes",
                "close it, and double the quotes that belong to the text (\"\")",
            ),
            Fault::TooLong => {
                ("the row has no end", "end every row with a line break; a row has less than 256 KB")
            }
        };
        self.problem(ProblemKind::Malformed, field, None, || message.to_owned(), fix);
    }

    fn wrong_length(&mut self) {
        let (found, wanted) = (self.scanner.len(), self.header.as_ref().map_or(0, |header| header.len));
        let message = || {
            ["the row has ", &found.to_string(), " fields, and the header has ", &wanted.to_string()].concat()
        };
        let fix = if found > wanted {
            "put a text that holds a comma in double quotes"
        } else {
            "write a comma for every column, also where nothing stands in it"
        };
        self.problem(ProblemKind::Malformed, found.min(wanted).saturating_sub(1), None, message, fix);
    }

    /// Adds a problem at a field of the present row; the message is made only if it is kept.
    fn problem(
        &mut self,
        kind: ProblemKind,
        field: usize,
        name: Option<&str>,
        message: impl FnOnce() -> String,
        fix: &'static str,
    ) {
        let scanner = &self.scanner;
        self.problems.add(kind, || {
            let (line, column) = scanner.place(field);
            TableProblem {
                kind,
                line,
                column,
                field: name.map(str::to_owned),
                message: message(),
                fix: Cow::Borrowed(fix),
            }
        });
    }
}

impl Header {
    fn field(&self, column: Column) -> Option<usize> {
        self.fields.get(column as usize).copied().flatten()
    }
}

const _: () = assert!(MOST_ROW_BYTES > 8 * MOST_CHARACTERS);
