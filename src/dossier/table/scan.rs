//! Bytes become rows of fields, as RFC 4180 has it: fields between commas, in double quotes where they hold a comma, a quote
//! (then doubled) or a line break. Lines end with CR LF, LF or CR. Taken as a quote only where a field begins with it, as every
//! spreadsheet does.

use super::store::{END, SEPARATOR};

/// The most bytes of one row. More is nearly always a quote that never closes and swallows the file.
pub(crate) const MOST_ROW_BYTES: usize = 256 * 1024;

const BYTE_ORDER_MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// What [`Scanner::next`] came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The end of the bytes.
    More,
    /// The end of a row: it can be looked at until [`Scanner::begin_row`].
    Row,
}

/// What is wrong with a row as a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Something stands between a closing quote and the next comma.
    AfterQuote,
    /// A character that no text has.
    Control,
    /// A quote that never closes.
    Unclosed,
    /// A row without end.
    TooLong,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    FieldStart,
    Plain,
    Quoted,
    /// Behind a quote inside quotes: it closes them, or is the first of two.
    QuoteSeen,
    /// What follows is not looked at.
    Stopped,
}

/// A finished field.
#[derive(Clone, Copy, Debug)]
struct Field {
    /// Where it ends in `row`.
    end: usize,
    /// Quotes that were written on its last line and are not in `row`.
    quotes: usize,
}

/// Where the reading stands.
#[derive(Debug, Default)]
pub(super) struct Scanner {
    state: State,
    /// How much of a byte order mark has been seen; 3 where the question is settled.
    mark: usize,
    /// A line feed that comes now belongs to the carriage return before it.
    after_return: bool,
    /// The fields so far, unquoted, a separator between them.
    row: Vec<u8>,
    fields: Vec<Field>,
    /// Quotes of the field being read, since its last line break.
    quotes: usize,
    /// The line being read, from 0.
    line: usize,
    /// The line on which the row began.
    row_line: usize,
    /// The first fault of the row, and the number of its field.
    fault: Option<(Fault, usize)>,
}

impl Scanner {
    /// Reads on to the end of a row, or of the bytes.
    pub(super) fn next(&mut self, rest: &mut &[u8]) -> Step {
        while self.mark < BYTE_ORDER_MARK.len() {
            let Some((byte, after)) = rest.split_first() else { return Step::More };
            if BYTE_ORDER_MARK.get(self.mark) != Some(byte) {
                // A beginning of it that was none can only be broken text.
                let seen = BYTE_ORDER_MARK.get(..self.mark).unwrap_or_default();
                self.mark = BYTE_ORDER_MARK.len();
                if !seen.is_empty() {
                    self.state = State::Plain;
                    self.row.extend_from_slice(seen);
                }
                break;
            }
            (self.mark, *rest) = (self.mark + 1, after);
        }
        while let Some(&byte) = rest.first() {
            if self.after_return {
                self.after_return = false;
                if byte == b'\n' {
                    skip(rest, 1);
                    continue;
                }
            }
            match self.state {
                State::FieldStart if byte == b'"' => {
                    self.state = State::Quoted;
                    self.quotes += 1;
                    skip(rest, 1);
                }
                State::FieldStart => self.state = State::Plain,
                State::Plain => {
                    let plain = |byte: &u8| matches!(byte, b',' | b'\n' | b'\r' | 0x1e | 0x1f);
                    let ends = self.take(rest, rest.iter().position(plain));
                    if let Some(step) = ends.and_then(|byte| self.end(byte)) {
                        return step;
                    }
                }
                State::Quoted => {
                    let inside = |byte: &u8| matches!(byte, b'"' | b'\n' | 0x1e | 0x1f);
                    match self.take(rest, rest.iter().position(inside)) {
                        Some(b'"') => {
                            self.state = State::QuoteSeen;
                            self.quotes += 1;
                        }
                        Some(b'\n') => {
                            self.row.push(b'\n');
                            self.line += 1;
                            self.quotes = 0;
                        }
                        Some(_) => self.note(Fault::Control),
                        None => {}
                    }
                }
                State::QuoteSeen => {
                    skip(rest, 1);
                    if byte == b'"' {
                        self.row.push(b'"');
                        self.state = State::Quoted;
                    } else if matches!(byte, b',' | b'\n' | b'\r') {
                        if let Some(step) = self.end(byte) {
                            return step;
                        }
                    } else {
                        self.note(Fault::AfterQuote);
                        self.state = State::Plain;
                        self.row.push(byte);
                    }
                }
                State::Stopped => *rest = &[],
            }
        }
        Step::More
    }

    /// The end of all bytes: whether a last row has come to its end with them.
    pub(super) fn finish(&mut self) -> bool {
        match self.state {
            State::Stopped => return false,
            State::FieldStart if self.fields.is_empty() => return false,
            State::Quoted => self.note(Fault::Unclosed),
            _ => {}
        }
        self.end_field();
        true
    }

    /// Forgets the row that was looked at.
    pub(super) fn begin_row(&mut self) {
        self.row.clear();
        self.fields.clear();
        self.fault = None;
        self.row_line = self.line;
    }

    /// Reads nothing more.
    pub(super) fn stop(&mut self) {
        self.state = State::Stopped;
    }

    /// Whether nothing more is read.
    pub(super) fn has_stopped(&self) -> bool {
        self.state == State::Stopped
    }

    /// How many fields the row has.
    pub(super) fn len(&self) -> usize {
        self.fields.len()
    }

    /// The row's fields, a separator between them.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.row
    }

    /// Where a field of the row stands in [`Self::bytes`].
    pub(super) fn range(&self, field: usize) -> std::ops::Range<usize> {
        let end = self.fields.get(field).map_or(self.row.len(), |field| field.end);
        let before = field.checked_sub(1).and_then(|before| self.fields.get(before));
        before.map_or(0, |before| before.end + 1)..end
    }

    /// Whether nothing is written in the row: an empty line, or one of commas.
    pub(super) fn is_blank(&self) -> bool {
        self.fault.is_none()
            && self.row.iter().all(|byte| byte.is_ascii_whitespace() || *byte == SEPARATOR as u8)
    }

    /// What is wrong with the row, and the number of the field it is wrong in.
    pub(super) fn fault(&self) -> Option<(Fault, usize)> {
        self.fault
    }

    /// The line and the column in characters at which a field of the row begins, both from 1.
    pub(super) fn place(&self, field: usize) -> (usize, usize) {
        let (mut line, mut column) = (self.row_line + 1, 1);
        for before in 0..field.min(self.fields.len()) {
            let bytes = self.row.get(self.range(before)).unwrap_or_default();
            let last_line = bytes.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
            let breaks = bytes.iter().filter(|byte| **byte == b'\n').count();
            if breaks > 0 {
                (line, column) = (line + breaks, 1);
            }
            let characters = last_line.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
            column += characters + self.fields.get(before).map_or(0, |field| field.quotes) + 1;
        }
        (line, column)
    }

    /// Takes bytes into the row up to one that means something, and past it; that one.
    fn take(&mut self, rest: &mut &[u8], to: Option<usize>) -> Option<u8> {
        let (text, after) = rest.split_at_checked(to.unwrap_or(rest.len()))?;
        if self.row.len() + text.len() > MOST_ROW_BYTES {
            self.note(if self.state == State::Quoted { Fault::Unclosed } else { Fault::TooLong });
            self.end_field();
            self.stop();
            *rest = &[];
            return None;
        }
        self.row.extend_from_slice(text);
        let (byte, after) = match after.split_first() {
            Some((byte, after)) => (Some(*byte), after),
            None => (None, after),
        };
        *rest = after;
        byte
    }

    /// A comma ends the field, the end of a line the row; anything else that stops the reading is no text.
    fn end(&mut self, byte: u8) -> Option<Step> {
        match byte {
            b',' => {
                self.end_field();
                self.row.push(SEPARATOR as u8);
                self.state = State::FieldStart;
                None
            }
            b'\n' | b'\r' => {
                self.end_field();
                self.state = State::FieldStart;
                self.after_return = byte == b'\r';
                self.line += 1;
                Some(Step::Row)
            }
            _ => {
                self.note(Fault::Control);
                None
            }
        }
    }

    fn end_field(&mut self) {
        self.fields.push(Field { end: self.row.len(), quotes: std::mem::take(&mut self.quotes) });
    }

    fn note(&mut self, fault: Fault) {
        let field = self.fields.len();
        self.fault.get_or_insert((fault, field));
    }
}

fn skip(rest: &mut &[u8], count: usize) {
    *rest = rest.get(count..).unwrap_or_default();
}

// Both are written as one byte.
const _: () = assert!(SEPARATOR as u32 == 0x1f && END as u32 == 0x1e);
