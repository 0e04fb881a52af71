//! Tables: a spreadsheet of events or of sources, saved as CSV, copied with its tabs, or laid out for TimelineJS.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cells::{Cell, rows};
use super::columns::{self, Field};
use super::dates;
use super::draft::Draft;
use super::formula::{Content, look};
use super::given::{Given, Said};
use super::note::NoteKind::{Guessed, LeftOut, Open};
use super::words::spaced;
use super::{Format, Refusal};

/// In how many rows the one with the columns' names is looked for.
const HEADERS_WITHIN: usize = 10;

/// What the columns of a table have.
struct Columns {
    fields: Vec<Option<Field>>,
    /// Those that have a field's texts in a further language, and its tag.
    translations: Vec<Option<(Field, String)>>,
}

/// Reads a table into the draft.
pub fn read(text: &str, wanted: Option<Format>, draft: &mut Draft<'_>) -> Result<Format, Refusal> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let (separator, start) = separator(text, start);
    let rows = rows(text.get(start..).unwrap_or_default(), separator).map_err(|at| {
        Refusal::at(
            text,
            start + at.start..start + at.end,
            "a quote opens here and never closes",
            "double the quotes inside a cell, or remove this one",
        )
    })?;
    let rows: Vec<Vec<Cell<'_>>> = rows.into_iter().map(|row| moved(row, start)).collect();
    let Some((at, format, mut fields)) = header(&rows, wanted) else {
        let row = rows.iter().find(|row| !is_blank(row)).map_or(0..0, |row| place(row));
        return Err(Refusal::at(
            text,
            row,
            "no row names the columns: neither `date` nor `title` nor their like is there",
            "name the columns in the first row: date, title, summary, kind, lane, parties, sources; or for sources title, publisher, url, kind, tier, lang",
        ));
    };
    for row in rows.iter().take(at).filter(|row| !is_blank(row)) {
        draft.note(LeftOut, place(row), "a row above the columns' names", "write it in `meta` if it matters");
    }
    let body = rows.get(at + 1..).unwrap_or_default();
    let names = rows.get(at).map_or(&[][..], Vec::as_slice);
    if format == Format::Spreadsheet {
        what_as_title(&mut fields, names, draft);
    }
    let translations = names.iter().map(|cell| columns::translation(&cell.text, format));
    let translations =
        translations.map(|found| found.filter(|(_, language)| draft.takes(language))).collect();
    let columns = Columns { fields, translations };
    for (_, language) in columns.translations.iter().flatten() {
        if !draft.languages.contains(language) {
            draft.languages.push(language.clone());
        }
    }
    note_columns(format, &columns, names, body, draft);
    draft.order = dates::order_of(texts_of(&columns.fields, body, &[Field::Date, Field::End]).into_iter());
    for row in body.iter().filter(|row| !is_blank(row)) {
        let given = given(&columns, format, row, draft);
        match given.text(Field::RowType).to_lowercase().as_str() {
            _ if given.is_empty() => {}
            _ if format == Format::SourceSheet => draft.source_row(&given),
            "title" => draft.title_slide(&given),
            "era" => draft.era(&given),
            _ => draft.event(&given),
        }
    }
    Ok(format)
}

/// What stands between the cells: what Excel's first line says, else what divides the first row best. Also where the table begins.
fn separator(text: &str, start: usize) -> (char, usize) {
    let body = text.get(start..).unwrap_or_default();
    let first = body.lines().next().unwrap_or_default();
    if let Some(sign) = first.trim().strip_prefix("sep=").and_then(|rest| rest.chars().next()) {
        let end = body.find('\n').map_or(text.len(), |end| start + end + 1);
        return (sign, end);
    }
    let head: String = body
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(HEADERS_WITHIN)
        .collect::<Vec<_>>()
        .join("\n");
    let known = |sign: char| {
        let names = head.split([sign, '\n']).map(|name| name.trim().trim_matches('"'));
        names.filter(|name| columns::own(name).or(columns::timeline(name)).is_some()).count()
    };
    let parts = |sign: char| first.matches(sign).count();
    let best = [',', ';', '\t'].into_iter().rev().max_by_key(|sign| (known(*sign), parts(*sign)));
    (best.unwrap_or(','), start)
}

/// The row that names the columns, what they are, and whose table it is.
fn header(rows: &[Vec<Cell<'_>>], wanted: Option<Format>) -> Option<(usize, Format, Vec<Option<Field>>)> {
    let candidates = rows.iter().enumerate().filter(|(_, row)| !is_blank(row)).take(HEADERS_WITHIN);
    let mut best: Option<(usize, usize, Format, Vec<Option<Field>>)> = None;
    for (at, row) in candidates {
        let names = row.iter().map(|cell| cell.text.as_ref());
        let format = match wanted {
            Some(format) => format,
            None if columns::is_timeline(names.clone()) => Format::TimelineSheet,
            None if columns::is_sources(names) => Format::SourceSheet,
            None => Format::Spreadsheet,
        };
        let of = match format {
            Format::TimelineSheet => columns::timeline,
            Format::SourceSheet => columns::source,
            _ => columns::own,
        };
        let columns: Vec<Option<Field>> = row.iter().map(|cell| of(&cell.text)).collect();
        let known = columns.iter().flatten().count();
        let has = |field| columns.contains(&Some(field));
        let enough = has(Field::Date)
            || has(Field::Year)
            || has(Field::Title)
            || format == Format::SourceSheet && has(Field::Sources);
        if enough && best.as_ref().is_none_or(|(_, most, ..)| known > *most) {
            best = Some((at, known, format, columns));
        }
    }
    best.map(|(at, _, format, columns)| (at, format, columns))
}

/// Where no other column has titles, `what` does: a table of when, what and details is common.
fn what_as_title(fields: &mut [Option<Field>], header: &[Cell<'_>], draft: &mut Draft<'_>) {
    if fields.contains(&Some(Field::Title)) {
        return;
    }
    let mut columns = fields.iter_mut().zip(header);
    if let Some((field, cell)) = columns.find(|(_, cell)| spaced(&cell.text) == "what") {
        *field = Some(Field::Title);
        let message =
            format!("the column {:?} was taken for titles, since no other has them", cell.text.trim());
        draft.note(Guessed, cell.bytes.clone(), message, "rename it to `summary` if it is one");
    }
}

/// What is to be said of the columns themselves.
fn note_columns(
    format: Format,
    columns: &Columns,
    header: &[Cell<'_>],
    body: &[Vec<Cell<'_>>],
    draft: &mut Draft<'_>,
) {
    let filled = |at: usize| {
        body.iter().filter(|row| row.get(at).is_some_and(|cell| !cell.text.trim().is_empty())).count()
    };
    // With the name of the column that was taken for it.
    let mut seen: BTreeMap<Field, &str> = BTreeMap::new();
    for (at, (field, cell)) in columns.fields.iter().zip(header).enumerate() {
        if let Some(Some((_, language))) = columns.translations.get(at) {
            let message =
                format!("the column {:?} was taken for texts in the language {language}", cell.text.trim());
            draft.note(Guessed, cell.bytes.clone(), message, "rename the column if it is something else");
            continue;
        }
        let several =
            matches!(field, Some(Field::Sources | Field::Parties | Field::Time | Field::Decoration));
        let taken = field.and_then(|field| Some((field, *seen.get(&field).filter(|_| !several)?)));
        if let Some(field) = field {
            seen.entry(*field).or_insert(cell.text.trim());
        }
        let useless = field.is_none() || *field == Some(Field::Decoration) || taken.is_some();
        if useless && filled(at) > 0 {
            let name = cell.text.trim();
            let refused = columns::translation(&cell.text, format).is_some();
            let why = match (taken, refused) {
                (Some((field, first)), _) => {
                    &format!("`{first}` was already taken for `{}`", columns::name(field, format))
                }
                (_, true) => "the dossier does not declare this language",
                _ => "it means nothing in a dossier",
            };
            let message = match name {
                "" => format!("a column without a name ({})", cells(filled(at))),
                name => format!("the column {name:?} ({}): {why}", cells(filled(at))),
            };
            let names = match format {
                _ if taken.is_some() => "rename one of them",
                _ if refused => "add the language to `languages` in its `meta`, and import again",
                Format::SourceSheet => {
                    "rename it if it is one of: id, title, publisher, author, date, url, archived_url, kind, tier, agency, lang, seen, note"
                }
                _ => {
                    "rename it if it is one of: id, date, end, title, summary, kind, lane, level, weight, place, parties, sources, confidence, note"
                }
            };
            draft.note(LeftOut, cell.bytes.clone(), message, names);
        }
    }
    // Each source says what it lacks itself.
    if format == Format::SourceSheet {
        return;
    }
    let is_own = |language: &str| language == draft.own_language(true);
    let has = |field: Field| {
        let mut translations = columns.translations.iter().flatten();
        seen.contains_key(&field) || translations.any(|(known, tag)| *known == field && is_own(tag))
    };
    let at = || header.first().map_or(0..0, |cell| cell.bytes.clone());
    for (missing, name) in [
        (!has(Field::Date) && !has(Field::Year), "date"),
        (!has(Field::Title), "title"),
        (!has(Field::Summary), "summary"),
        (!has(Field::Sources) && !has(Field::Media), "sources"),
    ] {
        if missing {
            draft.note(
                Open,
                at(),
                format!("the table has no column `{name}`"),
                "add it to the table, or write it in the dossier; `daylight check` leads there",
            );
        }
    }
}

fn cells(count: usize) -> String {
    if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") }
}

/// A row's cells by field.
fn given(columns: &Columns, format: Format, row: &[Cell<'_>], draft: &mut Draft<'_>) -> Given {
    let mut given = Given::at(place(row));
    // Texts in columns that name the file's own language, as `title.en`; a plain column may stand behind them.
    let mut own = Vec::new();
    for (at, cell) in row.iter().enumerate() {
        let Some(field) = columns.fields.get(at) else {
            if !cell.text.trim().is_empty() {
                draft.note(
                    LeftOut,
                    cell.bytes.clone(),
                    "a cell behind the last column",
                    "give its column a name in the first row",
                );
            }
            continue;
        };
        let translation = columns.translations.get(at).and_then(Option::as_ref);
        let Some(field) = translation.map(|(field, _)| *field).or(*field) else { continue };
        let once = translation.is_none() && !matches!(field, Field::Sources | Field::Parties | Field::Time);
        if field == Field::Decoration || once && given.get(field).is_some() {
            continue;
        }
        let text = match look(&cell.text) {
            Content::Text(text) => text.into_owned(),
            Content::Link { address, label } if matches!(field, Field::Sources | Field::Media) => {
                if label == address { address } else { format!("{label} {address}") }
            }
            Content::Link { address, label } => {
                draft.note(
                    Guessed,
                    cell.bytes.clone(),
                    "a HYPERLINK formula became its text, and its address a source",
                    "look whether that is right",
                );
                given.links.push(Said { text: address, bytes: cell.bytes.clone() });
                label
            }
            Content::Failed => {
                draft.note(
                    LeftOut,
                    cell.bytes.clone(),
                    format!("{}: the formula in this cell failed", cell.text.trim()),
                    "mend it in the spreadsheet, and export again",
                );
                continue;
            }
            Content::Formula => {
                draft.note(
                    LeftOut,
                    cell.bytes.clone(),
                    "a formula in place of its result",
                    "export the values: in most programs, download as CSV",
                );
                continue;
            }
        };
        let ours = format != Format::SourceSheet || field == Field::Note;
        match translation {
            Some((_, language)) if language == draft.own_language(ours) => own.push((field, text, cell)),
            Some((_, language)) => given.translate(field, language, &text, cell.bytes.clone()),
            None => given.put(field, &text, cell.bytes.clone()),
        }
    }
    for (field, text, cell) in own {
        if given.get(field).is_none() {
            given.put(field, &text, cell.bytes.clone());
        } else if !text.trim().is_empty() && given.text(field) != text.trim() {
            let message = "a second text in the same language: the column without a language has one too";
            draft.note(LeftOut, cell.bytes.clone(), message, "keep one of the two columns");
        }
    }
    given
}

fn texts_of<'r>(columns: &[Option<Field>], body: &'r [Vec<Cell<'_>>], fields: &[Field]) -> Vec<&'r str> {
    let wanted: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, field)| field.is_some_and(|field| fields.contains(&field)))
        .map(|(at, _)| at)
        .collect();
    body.iter()
        .flat_map(|row| wanted.iter().filter_map(|at| row.get(*at)).map(|cell| cell.text.as_ref()))
        .collect()
}

fn is_blank(row: &[Cell<'_>]) -> bool {
    row.iter().all(|cell| cell.text.trim().is_empty())
}

/// From the first cell's beginning to its end: a mark on the whole row would be a mark on half the screen.
fn place(row: &[Cell<'_>]) -> Range<usize> {
    let cell = row.iter().find(|cell| !cell.text.trim().is_empty()).or(row.first());
    cell.map_or(0..0, |cell| cell.bytes.clone())
}

fn moved(row: Vec<Cell<'_>>, by: usize) -> Vec<Cell<'_>> {
    row.into_iter().map(|cell| Cell { bytes: cell.bytes.start + by..cell.bytes.end + by, ..cell }).collect()
}
