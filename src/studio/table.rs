//! The table of events beside a dossier (`dossier::table`), as an author edits it. Its rows are records of one more part of the dossier
//! being edited, so that forms, finding, undo and problems are those of every part; the part is no part of what is written as JSON. Each
//! row keeps the text it was read from: fields that did not change are written as they were, and rows that did not change byte for byte.

use std::borrow::Cow;
use std::rc::Rc;

use super::csv::{self, Rows};
use super::path::{Path, Step, set};
use super::value::{Value, is_number};
use crate::dossier::table::{MOST_RECORDS, columns, is_beside};

/// The part that has the table's events.
pub const ROWS: &str = "events_in_table";
/// The kind of record that they are.
pub const RECORD: &str = "Row";
/// The key at which a row has the text it was read from. A row that is none, with fields too few or too many, has only this.
pub const RAW: &str = "row";
/// What the part is for.
pub(super) const ABOUT: &str = "Events in the table beside the dossier's JSON.";
/// What the text of a row is for.
pub(super) const ABOUT_RAW: &str = "The row as it stands in the table. Its fields do not fit the columns: mend the commas and quotes, and it is read anew \
once you leave the field.";
/// The key at which the dossier being edited has the table's text before its first row.
const HEAD: &str = "event_table_head";
/// What there is of a dossier's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The dossier names no table.
    None,
    /// It names one that did not come with it.
    Missing,
    /// It has so many rows, which are edited.
    Edited(usize),
    /// It has so many rows: more than are edited.
    Large(usize),
    /// Its first row does not name the columns, so no row means anything; it has so many.
    Unread(usize),
}

/// Which field of a row is which column.
struct Columns {
    names: Vec<Option<&'static str>>,
    /// How lines end.
    end: &'static str,
}

/// The address of the dossier's table, where it leads to a file beside it.
pub fn address(doc: &Value) -> Option<&str> {
    doc.text_at("event_table").filter(|address| is_beside(address))
}

/// What there is of the dossier's table.
pub fn state(doc: &Value) -> State {
    match doc.get(ROWS) {
        Some(Value::List(rows)) => State::Edited(rows.len()),
        Some(kept) => {
            let rows =
                kept.get("rows").and_then(Value::as_integer).and_then(|rows| usize::try_from(rows).ok());
            let rows = rows.unwrap_or_default();
            if kept.get("large").is_some() { State::Large(rows) } else { State::Unread(rows) }
        }
        None if address(doc).is_some() => State::Missing,
        None => State::None,
    }
}

/// Whether a dossier's JSON has keys that the studio needs for the table.
pub(super) fn is_in_the_way(doc: &Value) -> Option<&'static str> {
    [ROWS, HEAD].into_iter().find(|key| doc.get(key).is_some())
}

/// The dossier with this text as its table, in the place of one it has.
pub fn with(doc: &Value, text: &str) -> Value {
    let mut members = json(doc).members().to_vec();
    match read(text) {
        Some((head, rows)) if rows.len() <= MOST_RECORDS => {
            members.push((HEAD.into(), Value::text(head)));
            members.push((ROWS.into(), Value::list(rows)));
        }
        found => {
            let count = Rows(text).filter(|row| !row.is_blank()).count().saturating_sub(1);
            let number = Value::Number(count.to_string().into());
            let kept = [("text", Value::text(text)), ("rows", number)];
            let large = found.map(|_| ("large", Value::Bool(true)));
            members.push((ROWS.into(), Value::object(kept.into_iter().chain(large))));
        }
    }
    Value::Object(Rc::new(members))
}

/// The dossier as its JSON has it, without the table.
pub fn json(doc: &Value) -> Value {
    if is_in_the_way(doc).is_none() {
        return doc.clone();
    }
    let own = doc.members().iter().filter(|(key, _)| !matches!(&**key, ROWS | HEAD));
    Value::Object(Rc::new(own.cloned().collect()))
}

/// The dossier as JSON whose events are all there, those of the table by their ids: for whoever must know which ids are taken.
pub fn with_ids(doc: &Value) -> Value {
    let rows = doc.get(ROWS).map_or(&[][..], Value::items);
    let ids = rows.iter().filter_map(|row| Some(Value::object([("id", row.get("id")?.clone())])));
    let own = doc.get("events").map_or(&[][..], Value::items).iter().cloned();
    let events = Value::list(own.chain(ids).collect());
    set(&json(doc), &[Step::Key("events".into())], events, &|_| Vec::new()).unwrap_or_else(|| json(doc))
}

/// The table's text; `None` where there is none.
pub fn text(doc: &Value) -> Option<Cow<'_, str>> {
    let kept = doc.get(ROWS)?;
    let Value::List(rows) = kept else { return kept.text_at("text").map(Cow::Borrowed) };
    let head = doc.text_at(HEAD).unwrap_or_default();
    let columns = Columns::of(head)?;
    let mut out = head.to_owned();
    for row in rows.iter() {
        columns.begin_line(&mut out);
        columns.write(row, &mut out);
    }
    Some(Cow::Owned(out))
}

/// Which row of the table is on which line: the checker knows lines, and the studio rows.
pub(super) struct Lines<'d> {
    rows: &'d [Value],
    columns: Columns,
    /// The line on which each row begins, from 1.
    begins: Vec<usize>,
}

impl Lines<'_> {
    /// The lines of the dossier's table, where its rows are edited.
    pub(super) fn of(doc: &Value) -> Option<Lines<'_>> {
        let head = doc.text_at(HEAD)?;
        let (columns, rows) = (Columns::of(head)?, doc.get(ROWS)?.items());
        let count = |text: &str| Rows(text).map(|row| row.lines).sum::<usize>();
        let mut before = head.trim_start_matches('\u{feff}').to_owned();
        columns.begin_line(&mut before);
        let mut line = count(&before) + 1;
        let begins = rows.iter().map(|row| {
            let mut text = String::new();
            columns.write(row, &mut text);
            columns.begin_line(&mut text);
            let begins = line;
            line += count(&text);
            begins
        });
        let begins = begins.collect();
        Some(Lines { rows, columns, begins })
    }

    /// The path to the row on a line, and to one of its columns.
    pub(super) fn path(&self, line: usize, column: &str) -> Path {
        let part = Path::default().key(ROWS);
        let Some(at) = self.begins.partition_point(|begins| *begins <= line).checked_sub(1) else {
            return part;
        };
        let path = part.item(at);
        match self.rows.get(at) {
            Some(row) if is_raw(row) => path.key(RAW),
            _ if self.columns.has(column) => path.key(column),
            _ => path,
        }
    }
}

/// Whether a row is kept as it is written because its fields do not fit the columns.
pub fn is_raw(row: &Value) -> bool {
    row.get("id").is_none() && row.get(RAW).is_some()
}

/// The columns that the table could have and has not; none where its rows are not edited.
pub fn lacking(doc: &Value) -> Vec<&'static str> {
    let Some(columns) = doc.text_at(HEAD).and_then(Columns::of) else { return Vec::new() };
    self::columns().map(|(name, _)| name).filter(|name| !columns.has(name)).collect()
}

/// The dossier with one more column in its table, empty in every row.
pub(super) fn with_column(doc: &Value, name: &str) -> Option<Value> {
    let head = doc.text_at(HEAD)?;
    let name = lacking(doc).into_iter().find(|column| *column == name)?;
    let mark = mark_length(head);
    let blank = Rows(head.get(mark..)?).take_while(csv::Row::is_blank).map(|row| row.raw.len());
    let new_head = lengthened(head, mark + blank.sum::<usize>(), name);
    let longer = |row: &Value| match row.text_at(RAW) {
        Some(raw) if !is_raw(row) => {
            set(row, &[Step::Key(RAW.into())], Value::text(&lengthened(raw, 0, "")), &|_| Vec::new())
        }
        _ => Some(row.clone()),
    };
    let rows: Option<Vec<Value>> = doc.get(ROWS)?.items().iter().map(longer).collect();
    let doc = set(doc, &[Step::Key(HEAD.into())], Value::text(&new_head), &|_| Vec::new())?;
    set(&doc, &[Step::Key(ROWS.into())], Value::list(rows?), &|_| Vec::new())
}

/// A text with one more field at the end of the row that begins at a byte.
fn lengthened(text: &str, begin: usize, field: &str) -> String {
    let (before, rest) = text.split_at_checked(begin).unwrap_or(("", text));
    let row = Rows(rest).next();
    let length = row.map_or(0, |row| row.raw.len() - row.end.len());
    let (row, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
    [before, row, ",", field, after].concat()
}

/// The rows that stand in the place of one that did not fit, now that it is written otherwise.
pub(super) fn reread(doc: &Value, path: &Path, text: &str) -> Option<Value> {
    let columns = Columns::of(doc.text_at(HEAD)?)?;
    let (row, Step::Key(_)) = path.split()? else { return None };
    let (list, Step::Item(at)) = row.split()? else { return None };
    if text.trim().is_empty() {
        return None;
    }
    let old = list.find(doc)?.items().get(*at)?.text_at(RAW)?;
    let new = columns.read(&with_line_ends(text, old, columns.end));
    super::path::relist(doc, &list, |rows| {
        rows.get(*at)?;
        rows.splice(*at..=*at, new);
        Some(())
    })
}

/// What was written in a field, whose lines end in LF alone, with the ends of lines that the text before it had, those at its end included.
fn with_line_ends(text: &str, before: &str, end: &str) -> String {
    const ENDS: [char; 2] = ['\n', '\r'];
    let text = text.trim_end_matches(ENDS).replace("\r\n", "\n");
    let has_lone = before.replace("\r\n", "").contains('\n');
    let text = if has_lone { text } else { text.replace('\n', end) };
    let last = before.get(before.trim_end_matches(ENDS).len()..).unwrap_or_default();
    [&text, last].concat()
}

/// The bytes of the byte order mark at the begin of a text.
fn mark_length(text: &str) -> usize {
    text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len()
}

/// The text before the first row, and the rows; `None` where the first row does not name the columns.
fn read(text: &str) -> Option<(&str, Vec<Value>)> {
    let mark = mark_length(text);
    let mut rows = Rows(text.get(mark..)?);
    let mut length = mark;
    for row in rows.by_ref() {
        length += row.raw.len();
        if !row.is_blank() {
            break;
        }
    }
    // Blank lines that follow belong to what is before them.
    let mut rest = rows.0;
    while let Some(row) = Rows(rest).next().filter(csv::Row::is_blank) {
        length += row.raw.len();
        rest = rest.get(row.raw.len()..)?;
    }
    let head = text.get(..length)?;
    Some((head, Columns::of(head)?.read(rest)))
}

impl Columns {
    /// The columns that the table's text before its first row names; `None` where one is missing that must be there, or stands twice.
    fn of(head: &str) -> Option<Columns> {
        let header = Rows(head.trim_start_matches('\u{feff}')).find(|row| !row.is_blank())?;
        let known = |field: &&str| {
            let name = csv::value(field);
            columns().map(|(known, _)| known).find(|known| known.eq_ignore_ascii_case(&name))
        };
        let names: Vec<Option<&'static str>> = header.fields.iter().map(known).collect();
        let count = |name: &str| names.iter().flatten().filter(|known| **known == name).count();
        let fits = columns().all(|(name, required)| match count(name) {
            0 => !required,
            count => count == 1,
        });
        let end = match header.end {
            "\r\n" => "\r\n",
            "\r" => "\r",
            _ => "\n",
        };
        (fits && header.is_sound).then_some(Columns { names, end })
    }

    fn has(&self, name: &str) -> bool {
        self.names.iter().flatten().any(|known| *known == name)
    }

    /// A text as rows.
    fn read(&self, text: &str) -> Vec<Value> {
        let keys: Vec<(Rc<str>, usize)> = columns()
            .filter_map(|(name, _)| {
                let at = self.names.iter().position(|known| *known == Some(name))?;
                Some((Rc::from(name), at))
            })
            .collect();
        let raw_key: Rc<str> = RAW.into();
        let mut rows: Vec<Value> = Vec::new();
        let mut rest = text;
        while let Some(row) = Rows(rest).next() {
            rest = rest.get(row.raw.len()..).unwrap_or_default();
            let mut raw = row.raw.to_owned();
            while let Some(blank) = Rows(rest).next().filter(csv::Row::is_blank) {
                raw.push_str(blank.raw);
                rest = rest.get(blank.raw.len()..).unwrap_or_default();
            }
            let mut members = Vec::new();
            if row.is_sound && row.fields.len() == self.names.len() {
                members.extend(keys.iter().filter_map(|(key, at)| {
                    Some((key.clone(), meaning(key, &csv::value(row.fields.get(*at)?))?))
                }));
            }
            members.push((raw_key.clone(), Value::text(&raw)));
            rows.push(Value::Object(Rc::new(members)));
        }
        rows
    }

    /// Ends the line before, where it is not ended.
    fn begin_line(&self, out: &mut String) {
        if !out.is_empty() && !out.ends_with(['\n', '\r']) {
            out.push_str(self.end);
        }
    }

    /// Writes a row: what did not change as it was read.
    fn write(&self, row: &Value, out: &mut String) {
        let raw = row.text_at(RAW).unwrap_or_default();
        if is_raw(row) {
            return out.push_str(raw);
        }
        let read = Rows(raw).next().filter(|read| read.fields.len() == self.names.len());
        for (at, name) in self.names.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            let before = read.as_ref().and_then(|read| read.fields.get(at)).copied();
            match (name, before) {
                (None, before) => out.push_str(before.unwrap_or_default()),
                (Some(name), Some(before))
                    if meaning(name, &csv::value(before)).as_ref() == row.get(name) =>
                {
                    out.push_str(before);
                }
                (Some(name), _) => out.push_str(&csv::field(&written(row.get(name)))),
            }
        }
        // The end of the line, and the blank ones behind it.
        let length = read.as_ref().map(|read| read.raw.len() - read.end.len());
        out.push_str(length.map_or(self.end, |length| raw.get(length..).unwrap_or_default()));
    }
}

/// What a field's text is as a field of a record; `None` where nothing is said.
fn meaning(column: &str, text: &str) -> Option<Value> {
    let required = columns().any(|(name, required)| required && name == column);
    match column {
        _ if text.is_empty() => required.then(|| Value::text("")),
        "weight" if is_number(text) => Some(Value::Number(text.into())),
        "parties" | "sources" => {
            let ids = text.split(';').map(str::trim).filter(|id| !id.is_empty());
            Some(Value::list(ids.map(Value::text).collect()))
        }
        _ => Some(Value::text(text)),
    }
}

/// A field of a record as a field's text.
fn written(value: Option<&Value>) -> String {
    match value {
        Some(Value::Text(text) | Value::Number(text)) => text.to_string(),
        Some(Value::List(items)) => {
            let ids: Vec<&str> = items.iter().filter_map(Value::as_text).collect();
            ids.join(";")
        }
        _ => String::new(),
    }
}

/// The table's text, made anew only where its rows are others than the last time.
#[derive(Debug, Default)]
pub struct Written {
    of: Option<(Value, Option<Value>)>,
    text: Option<Rc<str>>,
}

impl Written {
    /// The text, and whether it is another than the last time; `None` where there is no table.
    pub fn of(&mut self, doc: &Value) -> Option<(Rc<str>, bool)> {
        let Some(rows) = doc.get(ROWS) else {
            *self = Written::default();
            return None;
        };
        let head = doc.get(HEAD).cloned();
        let same =
            self.of.as_ref().is_some_and(|(known, known_head)| known.same(rows) && *known_head == head);
        if same {
            return self.text.clone().map(|text| (text, false));
        }
        self.of = Some((rows.clone(), head));
        self.text = text(doc).map(Rc::from);
        self.text.clone().map(|text| (text, true))
    }
}
