//! What the studio is told of a dossier: every problem with the place of its field.

use super::answer::parts;
use crate::dossier::Dossier;
use crate::dossier::check::{Diagnostic, Severity, SourceFile, check, table_diagnostics};
use crate::dossier::table::{MOST_RECORDS, TableReader};

/// Every problem, then the parts of the record where there is no error. `name` is the name of the table's file, `table` its text.
pub(super) fn inspect(text: String, name: String, table: Option<String>) -> Vec<String> {
    let mut checked = check(&[SourceFile { name: "dossier.json".to_owned(), text }]);
    let mut said = String::new();
    for found in &checked.diagnostics {
        tell(found, &found.pointer, &mut said);
    }
    if checked.event_table.is_some()
        && let Some(text) = table
        && !with_table(&mut checked.dossier, name, text, &mut said)
    {
        checked.dossier = None;
    }
    std::iter::once(said).chain(checked.dossier.iter().flat_map(parts)).collect()
}

/// Reads the table, tells what is wrong with it, and makes its rows events of the dossier; whether there is no error in it.
fn with_table(dossier: &mut Option<Dossier>, name: String, text: String, said: &mut String) -> bool {
    let mut reader = dossier.as_ref().map_or_else(TableReader::new, TableReader::beside);
    reader.push(text.as_bytes());
    let (table, problems) = reader.finish();
    let file = SourceFile { name, text };
    let fields = problems.list.iter().map(|problem| problem.field.as_deref()).chain(std::iter::repeat(None));
    for (found, field) in table_diagnostics(&file, &problems).iter().zip(fields) {
        // The studio knows which row is on a line.
        let line = ["/event_table/line ", &found.line.to_string()].concat();
        let pointer = field.map_or_else(|| line.clone(), |field| [&line, "/", &escaped(field)].concat());
        tell(found, &pointer, said);
    }
    if let Some(dossier) = dossier.as_mut().filter(|_| !problems.has_errors() && table.len() <= MOST_RECORDS)
    {
        dossier.events.extend((0..table.len()).filter_map(|row| table.event(row)));
        dossier.event_table = None;
    }
    !problems.has_errors()
}

/// A name as a step of a JSON pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn tell(found: &Diagnostic, pointer: &str, said: &mut String) {
    let severity = if found.severity == Severity::Error { "error" } else { "warning" };
    for field in [severity, found.code.as_str(), pointer, &found.message, &found.fix] {
        // A text that is quoted may hold any character; these two are ours.
        said.extend(field.chars().filter(|letter| !matches!(letter, '\u{1e}' | '\u{1f}')));
        said.push('\u{1f}');
    }
    said.push('\u{1e}');
}
