//! The checker as a wasm of its own. Serde, the parser and the schema would double what every reader of the main page loads;
//! the page for any dossier fetches them once it has a dossier's text, and runs them beside the page's own thread.

use wasm_bindgen::prelude::*;

use crate::dossier::check::{Diagnostic, Severity, SourceFile, check as check_files};

/// Between the fields of a problem.
const FIELD: &str = "\u{1f}";
/// Behind each problem.
const END: &str = "\u{1e}";
/// The most problems told. Nobody mends more at once.
const MOST: usize = 50;

/// Checks a dossier of one file. The answer is for a page that reads no JSON of ours: how many errors and how many warnings
/// there are, then the first fifty problems, errors first, each with its code, file, line, column, message and fix. Fields end
/// with U+001F, problems with U+001E.
#[wasm_bindgen]
pub fn check(name: String, text: String) -> String {
    let checked = check_files(&[SourceFile { name, text }]);
    let of = |severity: Severity| checked.diagnostics.iter().filter(move |found| found.severity == severity);
    let (errors, warnings) = (of(Severity::Error).count(), of(Severity::Warning).count());
    let mut answer = [&errors.to_string(), FIELD, &warnings.to_string(), END].concat();
    of(Severity::Error).chain(of(Severity::Warning)).take(MOST).for_each(|found| tell(found, &mut answer));
    answer
}

fn tell(found: &Diagnostic, answer: &mut String) {
    let (line, column) = (found.line.to_string(), found.column.to_string());
    let fields = [found.code.as_str(), &found.file, &line, &column, &found.message, &found.fix];
    for field in fields {
        answer.push_str(field);
        answer.push_str(FIELD);
    }
    answer.push_str(END);
}
