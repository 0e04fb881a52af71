//! The checker as a wasm of its own. Serde, the parser and the schema would double what every reader of the main page loads;
//! the page for any dossier fetches them once it has a dossier's text, and runs them beside the page's own thread. It has the whole
//! dossier then, so it also writes what the site builder writes ahead, by the same views.

mod answer;
mod inspect;

#[cfg(feature = "checker")]
use wasm_bindgen::prelude::*;

/// Checks a dossier of one file, and writes the parts of its record that no program draws. The answer is for a page that reads no
/// JSON of ours: first what was found, then the parts as markup, in the page's order; none where there are errors.
///
/// What was found: how many errors and how many warnings there are, then the first fifty problems, errors first, each with its
/// code, file, line, column, message and fix. Fields end with U+001F, problems with U+001E.
#[cfg_attr(feature = "checker", wasm_bindgen)]
pub fn check(name: String, text: String) -> Vec<String> {
    answer::answer(name, text)
}

/// Checks a dossier of one file for the studio, with its table of events where it has one, under its name: first every problem, then,
/// where there is no error, the parts of its record as markup.
///
/// A problem is its severity (`error`, `warning`), code, JSON pointer, message and fix. Fields end with U+001F, problems with U+001E. The
/// pointer into a table is `/event_table/line 12/title`.
#[cfg_attr(feature = "checker", wasm_bindgen)]
pub fn inspect(text: String, name: String, table: Option<String>) -> Vec<String> {
    inspect::inspect(text, name, table)
}
