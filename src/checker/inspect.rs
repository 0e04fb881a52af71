//! What the studio is told of a text: every problem with the place of its field.

use super::answer::parts;
use crate::dossier::check::{Severity, SourceFile, check};

/// Every problem, then the parts of the record where there is no error.
pub(super) fn inspect(text: String) -> Vec<String> {
    let checked = check(&[SourceFile { name: "dossier.json".to_owned(), text }]);
    let mut said = String::new();
    for found in &checked.diagnostics {
        let severity = if found.severity == Severity::Error { "error" } else { "warning" };
        for field in [severity, found.code.as_str(), &found.pointer, &found.message, &found.fix] {
            // A text that is quoted may hold any character; these two are ours.
            said.extend(field.chars().filter(|letter| !matches!(letter, '\u{1e}' | '\u{1f}')));
            said.push('\u{1f}');
        }
        said.push('\u{1e}');
    }
    std::iter::once(said).chain(checked.dossier.iter().flat_map(parts)).collect()
}
