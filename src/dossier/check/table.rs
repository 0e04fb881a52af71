//! What is wrong with an event table, as the checker says it.

use super::super::table::{ProblemKind, Problems, TableProblem};
use super::code::Code;
use super::diagnostic::Diagnostic;
use super::place::Lines;
use super::source_file::SourceFile;

/// The problems of a table as diagnostics. `file` is the table's name and, where it is small enough to be shown, its text.
pub fn table_diagnostics(file: &SourceFile, problems: &Problems) -> Vec<Diagnostic> {
    let lines = Lines::of(&file.text);
    let mut all: Vec<Diagnostic> =
        problems.list.iter().map(|found| diagnostic(file, &lines, found)).collect();
    if let Some(last) = all.last().filter(|_| problems.left_out > 0).cloned() {
        all.push(Diagnostic {
            severity: Code::TooManyProblems.severity(),
            code: Code::TooManyProblems,
            message: format!("{} more problems of the table are not listed", problems.left_out),
            fix: "mend what is listed, and check again".to_owned(),
            ..last
        });
    }
    all
}

fn diagnostic(file: &SourceFile, lines: &Lines<'_>, found: &TableProblem) -> Diagnostic {
    let code = code(found.kind);
    let start = lines.start(found.line);
    let line = file.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    let from = line.char_indices().nth(found.column.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
    // The field itself, as far as it can be told without reading the row again.
    let field = line.get(from..).and_then(|rest| rest.split(',').next()).unwrap_or("");
    Diagnostic {
        severity: code.severity(),
        code,
        file: file.name.clone(),
        line: found.line,
        column: found.column,
        pointer: String::new(),
        message: found.message.clone(),
        fix: found.fix.to_string(),
        related: None,
        bytes: start + from..start + from + field.len(),
    }
}

fn code(kind: ProblemKind) -> Code {
    match kind {
        ProblemKind::Columns => Code::TableColumns,
        ProblemKind::UnknownColumn => Code::UnknownColumn,
        ProblemKind::Malformed => Code::MalformedRow,
        ProblemKind::NotUtf8 => Code::NotUtf8,
        ProblemKind::Missing => Code::MissingField,
        ProblemKind::UnknownWord => Code::UnknownValue,
        ProblemKind::OutOfRange => Code::OutOfRange,
        ProblemKind::BadDate => Code::BadDate,
        ProblemKind::EndBeforeStart => Code::EndBeforeStart,
        ProblemKind::BadId => Code::BadId,
        ProblemKind::DuplicateId => Code::DuplicateId,
        ProblemKind::UnknownId => Code::UnknownId,
        ProblemKind::TooLong => Code::TextTooLong,
        ProblemKind::Unwritable => Code::UnwritableCharacter,
    }
}
