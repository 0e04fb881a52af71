//! What the checker found, by the place of the field that it is about.

use std::collections::BTreeMap;

use super::path::{Path, Step};
use super::schema::Schema;
use super::table;
use super::value::Value;

/// A problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether the dossier cannot be published with it.
    pub is_error: bool,
    /// Its code.
    pub code: String,
    /// The field that it is about.
    pub path: Path,
    /// All the fields that are missing, where it is about such.
    also: Vec<Path>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

/// All that was found, errors first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// The problems.
    pub list: Vec<Problem>,
    /// How many of them are errors.
    pub errors: usize,
    /// Errors and warnings by the path of what holds them: of a part, of a record, and of every list and field below.
    counts: BTreeMap<Path, (usize, usize)>,
}

/// The codes of fields that are missing; the problem stands at what lacks them, and its sentence names them.
const MISSING: [&str; 3] = ["E0102", "E0106", "E0503"];
/// The code of a text that lacks a declared language.
const NO_LANGUAGE: &str = "E0703";
/// The code of a record that cites no source.
const NO_SOURCE: &str = "E0501";

impl Problems {
    /// Reads what `checker::inspect` says of a dossier.
    pub fn read(said: &str, schema: &Schema, doc: &Value) -> Problems {
        let mut list: Vec<Problem> =
            said.split('\u{1e}').filter_map(|said| problem(said, schema, doc)).collect();
        in_rows(&mut list, doc);
        list.sort_by_key(|problem| !problem.is_error);
        let mut counts: BTreeMap<Path, (usize, usize)> = BTreeMap::new();
        for problem in &list {
            for length in 0..=problem.path.0.len() {
                let above = Path(problem.path.0.iter().take(length).cloned().collect());
                let count = counts.entry(above).or_default();
                count.0 += usize::from(problem.is_error);
                count.1 += usize::from(!problem.is_error);
            }
        }
        let errors = list.iter().filter(|problem| problem.is_error).count();
        Problems { list, errors, counts }
    }

    /// How many errors and warnings there are at a place and below it.
    pub fn count(&self, path: &Path) -> (usize, usize) {
        self.counts.get(path).copied().unwrap_or_default()
    }

    /// The problems of a field: those at its place and below it.
    pub fn of<'p>(&'p self, path: &'p Path) -> impl Iterator<Item = &'p Problem> {
        self.list
            .iter()
            .filter(move |problem| problem.path.0.starts_with(&path.0) || problem.also.contains(path))
    }

    /// The problems at exactly this place.
    pub fn at<'p>(&'p self, path: &'p Path) -> impl Iterator<Item = &'p Problem> {
        self.list.iter().filter(move |problem| problem.path == *path || problem.also.contains(path))
    }

    /// How many are warnings.
    pub fn warnings(&self) -> usize {
        self.list.len() - self.errors
    }
}

/// The checker tells a table's lines (`/event_table/line 12/title`), and forms have its rows.
fn in_rows(list: &mut [Problem], doc: &Value) {
    let lines = std::cell::OnceCell::new();
    for problem in list {
        let [Step::Key(part), Step::Key(line), rest @ ..] = problem.path.0.as_slice() else { continue };
        let line = line.strip_prefix("line ").and_then(|line| line.parse().ok());
        let Some(line) = line.filter(|_| &**part == "event_table") else { continue };
        let column = match rest {
            [Step::Key(column), ..] => column.clone(),
            _ => "".into(),
        };
        let lines = lines.get_or_init(|| table::Lines::of(doc));
        problem.path = match lines {
            Some(lines) => lines.path(line, &column),
            None => Path::default().key(table::ROWS),
        };
    }
}

fn problem(said: &str, schema: &Schema, doc: &Value) -> Option<Problem> {
    let mut fields = said.split('\u{1f}');
    let (severity, code, pointer) = (fields.next()?, fields.next()?.to_owned(), fields.next()?);
    let (message, mut fix) = (fields.next()?.to_owned(), fields.next()?.to_owned());
    // Each language has a field here, and nobody writes braces.
    if code == NO_LANGUAGE
        && let Some((_, languages)) = message.split_once(" has no text in ")
    {
        let field = if languages.contains(',') { "fields" } else { "field" };
        fix = ["write it in the ", field, " ", &languages.replace('"', "`")].concat();
    }
    let mut path = Path::parse(pointer);
    let mut also = Vec::new();
    // It stands at the record where the field is missing, and at the field where that is empty.
    if code == NO_SOURCE && matches!(path.find(doc), Some(Value::Object(_))) {
        path = path.key("sources");
    }
    if MISSING.contains(&code.as_str())
        && let Some((_, missing)) = message.split_once(" has no ")
    {
        let named = missing.split('`').skip(1).step_by(2).map(|field| path.key(field));
        also = named.filter(|field| schema.at(field).is_some() && field.find(doc).is_none()).collect();
        if let Some(first) = also.first() {
            path = first.clone();
        }
    }
    Some(Problem { is_error: severity == "error", code, path, also, message, fix })
}

#[cfg(test)]
mod tests {
    use super::super::edit::Edit;
    use super::super::fixture::{schema, tiny};
    use super::super::path::remove;
    use super::*;
    use crate::checker::inspect;

    #[test]
    fn a_problem_leads_to_its_field() {
        let doc = remove(&tiny(), &Path::parse("/events/0/title").0).unwrap();
        let doc = remove(&doc, &Path::parse("/events/0/summary").0).unwrap();
        let doc = super::super::path::set(
            &doc,
            &Path::parse("/meta/default_as_of").0,
            Value::text("June"),
            &|_| Vec::new(),
        )
        .unwrap();
        let said = inspect(doc.compact(), String::new(), None);
        let problems = Problems::read(&said[0], &schema(), &doc);
        let places: Vec<String> = problems
            .list
            .iter()
            .filter(|problem| problem.is_error)
            .map(|problem| problem.path.to_string())
            .collect();
        assert_eq!(places, ["/meta/default_as_of", "/events/0/title"]);
        assert_eq!((said.len(), problems.errors), (1, 2));
        assert_eq!(problems.count(&Path::parse("/events")).0, 1);
        assert_eq!(problems.of(&Path::parse("/events/0/title")).count(), 1);
        assert_eq!(problems.of(&Path::parse("/events/0/summary")).count(), 1, "one problem of two fields");
        assert_eq!(problems.of(&Path::parse("/events/0/note")).count(), 0);
    }

    /// A rung that nobody chose is asked for, and not published as the lowest.
    #[test]
    fn a_new_position_asks_for_its_rungs() {
        let added = Edit::Add(Path::parse("/issues/0/positions")).apply(&schema(), &tiny()).unwrap();
        let said = inspect(added.doc.compact(), String::new(), None);
        let problems = Problems::read(&said[0], &schema(), &added.doc);
        for end in ["low", "high"] {
            let field = added.place.key(end);
            let codes: Vec<&str> = problems.of(&field).map(|found| &*found.code).collect();
            assert_eq!(codes, ["E0102"], "{end}");
        }
    }

    #[test]
    fn a_missing_language_is_asked_for_in_its_field() {
        let meta = Path::parse("/meta/languages");
        let fixes = |languages: &[&str]| {
            let tags = languages.iter().map(|tag| Value::text(tag)).collect();
            let doc = super::super::path::set(&tiny(), &meta.0, Value::list(tags), &|_| Vec::new()).unwrap();
            let said = inspect(doc.compact(), String::new(), None);
            let problems = Problems::read(&said[0], &schema(), &doc);
            problems.of(&Path::parse("/meta/title")).map(|found| found.fix.clone()).collect::<Vec<_>>()
        };
        assert_eq!(fixes(&["en", "fa"]), ["write it in the field `fa`"]);
        assert_eq!(fixes(&["en", "fa", "ko"]), ["write it in the fields `fa`, `ko`"]);
    }

    #[test]
    fn a_claim_without_a_source_leads_to_its_sources() {
        let said = |doc: &Value| inspect(doc.compact(), String::new(), None);
        let sources = Path::parse("/events/0/sources");
        let without = remove(&tiny(), &sources.0).unwrap();
        let empty = super::super::path::set(&tiny(), &sources.0, Value::list(Vec::new()), &|_| Vec::new());
        for doc in [without, empty.unwrap()] {
            let problems = Problems::read(&said(&doc)[0], &schema(), &doc);
            let found: Vec<&Problem> = problems.list.iter().filter(|found| found.code == NO_SOURCE).collect();
            assert_eq!((found.len(), &found[0].path), (1, &sources));
            assert_eq!(problems.at(&Path::parse("/events/0")).count(), 0, "the heading has none");
        }
    }

    #[test]
    fn a_sound_dossier_brings_the_parts_of_its_page() {
        let said = inspect(tiny().compact(), String::new(), None);
        assert_eq!(Problems::read(&said[0], &schema(), &tiny()).errors, 0);
        assert!(said.len() > 1);
    }
}
