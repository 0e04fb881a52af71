//! What the studio is told of a dossier: every problem with the place of its field.

use super::answer::parts;
use crate::dossier::Dossier;
use crate::dossier::check::{Code, Diagnostic, Severity, SourceFile, check, table_diagnostics};
use crate::dossier::table::{MOST_RECORDS, TableReader};

/// Every problem, then the parts of the record where there is no error. `name` is the name of the table's file, `table` its text.
pub(super) fn inspect(text: String, name: String, table: Option<String>) -> Vec<String> {
    let mut checked = check(&[SourceFile { name: "dossier.json".to_owned(), text }]);
    let mut said = String::new();
    for found in &checked.diagnostics {
        tell_found(found, &found.pointer, &mut said);
    }
    let is_sound = match table {
        _ if checked.event_table.is_none() => true,
        Some(text) => with_table(&mut checked.dossier, name, text, &mut said),
        None => {
            let (code, fix) = (Code::MissingTable, "give the table, or open the whole folder");
            let message = ["the event table ", &name, " did not come with the dossier"].concat();
            tell([severity(code.severity()), code.as_str(), "/event_table/line 1", &message, fix], &mut said);
            false
        }
    };
    if !is_sound {
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
        tell_found(found, &pointer, said);
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

fn severity(severity: Severity) -> &'static str {
    if severity == Severity::Error { "error" } else { "warning" }
}

fn tell_found(found: &Diagnostic, pointer: &str, said: &mut String) {
    tell([severity(found.severity), found.code.as_str(), pointer, &found.message, &found.fix], said);
}

fn tell(fields: [&str; 5], said: &mut String) {
    for field in fields {
        // A text that is quoted may hold any character; these two are ours.
        said.extend(field.chars().filter(|letter| !matches!(letter, '\u{1e}' | '\u{1f}')));
        said.push('\u{1f}');
    }
    said.push('\u{1e}');
}
