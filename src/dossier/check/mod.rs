//! Text becomes a dossier here, or a list of everything that is wrong with it. Knows no file, clock or thread, and never
//! panics: whatever the text, a value comes back and every problem with its place.
//!
//! The way of a text: `json` reads each file into a tree that knows its places; `merge` puts the files together;
//! `languages` adds the texts of language files; `walk` compares the tree with the schema and notes what is what;
//! `rules` look for what a schema cannot say; `decode` makes the dossier, if no error was found.

mod code;
mod decode;
mod diagnostic;
mod json;
mod languages;
mod merge;
mod place;
mod report;
mod rules;
mod schema;
mod similar;
mod source_file;
mod table;
mod tree;
mod typed;
mod walk;

use std::borrow::Cow;

use serde::Deserialize;

use super::Dossier;
use super::table::is_beside;
use report::Report;
use schema::Shapes;

pub use code::{Code, Severity};
pub use diagnostic::{Diagnostic, Related};
pub use languages::named as items_named;
pub(crate) use place::Lines;
pub use rules::{TEMPLATE, is_language_tag};
pub use schema::published as json_schema;
pub use source_file::{MAX_FILE_BYTES, SourceFile};
pub use table::table_diagnostics;
pub(crate) use tree::{Node, Value};

/// What checking found.
#[derive(Debug)]
pub struct Checked {
    /// The dossier, where no error was found; warnings do not keep it back.
    pub dossier: Option<Dossier>,
    /// Every problem, by file, line and column.
    pub diagnostics: Vec<Diagnostic>,
    /// The address of the event table, where the files name one beside them: it is still to be read.
    pub event_table: Option<String>,
}

/// Reads the files of one dossier. Files whose names end in `.texts.json` bring the texts of one language; all others are
/// parts of the dossier, which merge by top-level key.
pub fn check(files: &[SourceFile]) -> Checked {
    let shapes = Shapes::of_dossier();
    let mut report = Report::default();
    let trees: Vec<Option<Node<'_>>> =
        files.iter().enumerate().map(|(file, source)| json::read(file, &source.text, &mut report)).collect();
    let dossier = assemble(files, &trees, &shapes, &mut report);
    let addresses = trees.iter().flatten().filter_map(|tree| tree.text("event_table"));
    let event_table = addresses.filter(|address| is_beside(address)).map(str::to_owned).next();
    Checked { dossier, diagnostics: report.into_diagnostics(files, &trees), event_table }
}

/// The tree of any JSON text, as strictly read as a dossier's file, and what is wrong with it; for other rooms that read JSON
/// with its places.
pub(crate) fn read_json(text: &str) -> (Option<Node<'_>>, Vec<Diagnostic>) {
    let mut report = Report::default();
    let tree = json::read(0, text, &mut report);
    let file = SourceFile { name: String::new(), text: text.to_owned() };
    let trees = [tree];
    let problems = report.into_diagnostics(std::slice::from_ref(&file), &trees);
    let [tree] = trees;
    (tree, problems)
}

/// From the trees of all files to the dossier; `None` where the report holds an error.
fn assemble(
    files: &[SourceFile],
    trees: &[Option<Node<'_>>],
    shapes: &Shapes,
    report: &mut Report,
) -> Option<Dossier> {
    let is_object = |tree: &Node<'_>| matches!(tree.value, tree::Value::Object(_));
    let readable = trees.iter().all(|tree| tree.as_ref().is_some_and(is_object));
    let mut parts = Vec::new();
    let mut texts = Vec::new();
    for (source, tree) in files.iter().zip(trees) {
        let kind = if source.is_language_file() { &mut texts } else { &mut parts };
        kind.extend(tree.as_ref());
    }
    if files.iter().all(SourceFile::is_language_file) {
        report.no_dossier_file();
        return None;
    }
    let mut whole = merge::merge(&parts, shapes, report);
    languages::apply(&texts, &mut whole, shapes, report);
    let typed = walk::dossier(&whole, shapes, readable, report);
    rules::run(&typed, report);
    if report.has_errors() {
        return None;
    }
    match Dossier::deserialize(&whole) {
        Ok(dossier) => Some(dossier),
        Err(error) => {
            report.add(Code::Unreadable, whole.opening(), Cow::from(error.to_string()), decode::FIX);
            None
        }
    }
}
