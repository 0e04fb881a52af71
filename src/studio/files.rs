//! A dossier as files: from the files of a folder to one value, and back to the files that `daylight build` takes.

use super::foreign::{self, Foreign};
use super::label::languages;
use super::path::{Path, Step, set};
use super::schema::{DOSSIER, Schema, Shape};
use super::table;
use super::value::Value;
use super::zip::File;
use crate::dossier::check::items_named;
use crate::dossier::text::TRANSLATION;

/// How the parts of a dossier stand in files; what is in none of them stands in the first.
const FILES: [(&str, &[&str]); 10] = [
    ("meta", &["meta", "parties", "presets", "event_table"]),
    ("sources", &["sources"]),
    ("events", &["events"]),
    ("issues", &["issues"]),
    ("documents", &["documents", "terms"]),
    ("estimates", &["estimates"]),
    ("commitments", &["commitments"]),
    ("processes", &["processes"]),
    ("arms-tests", &["arms_tests"]),
    ("argument", &["argument"]),
];

/// The most files named in one sentence.
pub const MOST_NAMED: usize = 10;

/// What was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The dossier.
    pub doc: Value,
    /// The files that are no part of it, by name.
    pub left_out: Vec<String>,
    /// The language files of which not all could be put in.
    pub unplaced: Vec<Unplaced>,
    /// The address of its table of events, where it names one that is not among the files.
    pub wanted: Option<String>,
}

/// A language file, and those of its texts that have no place in the dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The file's name.
    pub file: String,
    /// Where they would have to stand, as the file has it.
    pub paths: Vec<String>,
}

impl std::fmt::Display for Unplaced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let texts = match self.paths.len() {
            1 => "1 text, which has".to_owned(),
            count => format!("{count} texts, which have"),
        };
        write!(
            f,
            "All of {} was put in but {texts} no place in this dossier: {}. Where a record has another id by now, write that in the file \
             and open it again.",
            self.file,
            first_of(&self.paths)
        )
    }
}

/// The first names of a list, and how many more there are.
fn first_of(names: &[String]) -> String {
    let first = names.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST_NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

/// Why nothing was opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotOpen {
    /// No file of JSON is among them.
    #[error("no JSON file of a dossier is among them")]
    NoJson,
    /// A file of another program.
    #[error("{file} is {}, not a dossier. {}", .foreign.0, .foreign.1)]
    Foreign {
        /// Which.
        file: String,
        /// What it is, and the way on.
        foreign: Foreign,
    },
    /// JSON of something else.
    #[error("{0} has no part of a dossier: it has neither meta, parties, events, issues nor sources")]
    NoPart(String),
    /// More bytes than a dossier has; the most in megabytes.
    #[error(
        "These files are more than {0} MB together, and no more is opened here: choose those of the dossier alone"
    )]
    TooLarge(u32),
    /// A file whose bytes cannot be had; its name.
    #[error(
        "{0} cannot be read: it was moved, deleted or changed meanwhile, or another program holds it. See that it is there and opens \
         elsewhere, then choose it again"
    )]
    Unread(String),
    /// A file is no JSON.
    #[error("{file}: {what}")]
    NotJson {
        /// Which.
        file: String,
        /// What is wrong, and where.
        what: String,
    },
    /// A table is no text.
    #[error("{0} is not UTF-8: save it as UTF-8 (in Excel: CSV UTF-8)")]
    TableNotUtf8(String),
    /// A part that a dossier has once stands in two files.
    #[error("{file}: `{part}` stands in another file too; a dossier has it once")]
    Twice {
        /// The second of them.
        file: String,
        /// The part.
        part: String,
    },
    /// A key that the studio needs for itself.
    #[error("the dossier has the key `{0}`, which the studio needs for itself; give it another name")]
    Taken(&'static str),
}

/// Makes one dossier of files: parts merge by key, lists are joined in the order of the files' names, language files are put in.
///
/// # Errors
/// Why there is no dossier.
pub fn open(schema: &Schema, mut files: Vec<File>) -> Result<Opened, CannotOpen> {
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let (mut left_out, mut unplaced) = (Vec::new(), Vec::new());
    let mut parts: Vec<(String, Value)> = Vec::new();
    let mut texts = Vec::new();
    let mut others: Vec<File> = Vec::new();
    // Hidden files and folders are the system's; folders inside the dossier's own are not read.
    files.retain(|file| !file.name.split('/').any(is_hidden));
    let depth = |name: &str| name.matches('/').count();
    let top = files.iter().filter(|file| file.name.ends_with(".json")).map(|file| depth(&file.name)).min();
    let is_part = |file: &File| file.name.ends_with(".json") && Some(depth(&file.name)) == top;
    let home = files.iter().find(|file| is_part(file)).and_then(|file| file.name.rsplit_once('/'));
    let home = home.map(|(folder, _)| [folder, "/"].concat()).unwrap_or_default();
    for file in files {
        let name = file.name.rsplit('/').next().unwrap_or_default().to_owned();
        if !is_part(&file) {
            others.push(file);
            continue;
        }
        let not_json = |what: String| CannotOpen::NotJson { file: name.clone(), what };
        let text = String::from_utf8(file.bytes).map_err(|_| not_json("the file is not UTF-8".to_owned()))?;
        let value = Value::parse(&text).map_err(|error| not_json(error.to_string()))?;
        if let Some(foreign) = foreign::by_shape(&value) {
            return Err(CannotOpen::Foreign { file: name, foreign });
        }
        if !matches!(value, Value::Object(_)) {
            return Err(not_json(
                "a file of a dossier is an object: { \"events\": [ \u{2026} ] }".to_owned(),
            ));
        }
        if name.ends_with(".texts.json") { &mut texts } else { &mut parts }.push((name, value));
    }
    let mut doc = match parts.as_slice() {
        [] => {
            let other = others.iter().find_map(|file| Some((&file.name, foreign::by_name(&file.name)?)));
            return Err(other.map_or(CannotOpen::NoJson, |(file, foreign)| CannotOpen::Foreign {
                file: file.clone(),
                foreign,
            }));
        }
        [(_, only)] => only.clone(),
        several => merged(schema, several)?,
    };
    for (name, file) in texts {
        match with_language(schema, &doc, &file) {
            Some((translated, paths)) => {
                doc = translated;
                if !paths.is_empty() {
                    unplaced.push(Unplaced { file: name, paths });
                }
            }
            None => left_out.push(name),
        }
    }
    if !foreign::has_a_part(schema, &doc) {
        let names: Vec<String> = parts.into_iter().map(|(name, _)| name).collect();
        return Err(CannotOpen::NoPart(first_of(&names)));
    }
    if let Some(key) = table::is_in_the_way(&doc) {
        return Err(CannotOpen::Taken(key));
    }
    let mut wanted = table::address(&doc).map(str::to_owned);
    if let Some(at) = wanted.as_ref().and_then(|address| beside(&others, &home, address)) {
        doc = table::with(&doc, &table_text(others.remove(at))?);
        wanted = None;
    }
    left_out.extend(others.into_iter().map(|file| file.name));
    left_out.sort();
    Ok(Opened { doc, left_out, unplaced, wanted })
}

/// Whether a part of a path is hidden, or the folder that macOS puts into archives.
fn is_hidden(part: &str) -> bool {
    part.starts_with('.') && part != "." || part == "__MACOSX"
}

impl Opened {
    /// The same with this file as its table, which was not among the others.
    ///
    /// # Errors
    /// The file is no text.
    pub fn with_table(self, file: File) -> Result<Opened, CannotOpen> {
        Ok(Opened { doc: table::with(&self.doc, &table_text(file)?), wanted: None, ..self })
    }
}

/// The text of a table.
///
/// # Errors
/// It is not UTF-8.
pub fn table_text(file: File) -> Result<String, CannotOpen> {
    String::from_utf8(file.bytes).map_err(|_| CannotOpen::TableNotUtf8(file.name))
}

/// Which of the files is the one at an address beside the dossier, whose own folder is `home`: there, else where a path ends in the whole
/// address, else, chosen without its folder, in the name.
fn beside(files: &[File], home: &str, address: &str) -> Option<usize> {
    let ends = |name: &str, with: &str| {
        name.strip_suffix(with).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
    };
    let name = address.rsplit('/').next().unwrap_or(address);
    let by = |with: &str| files.iter().position(|file| ends(&file.name, with));
    let there = files.iter().position(|file| file.name.strip_prefix(home) == Some(address));
    there.or_else(|| by(address)).or_else(|| by(name))
}

fn merged(schema: &Schema, files: &[(String, Value)]) -> Result<Value, CannotOpen> {
    let mut all: Vec<(std::rc::Rc<str>, Value)> = Vec::new();
    for (name, file) in files {
        for (key, value) in file.members() {
            // Each file's own; they are alike.
            if &**key == "$schema" && all.iter().any(|(known, _)| known == key) {
                continue;
            }
            match all.iter_mut().find(|(known, _)| known == key) {
                None => all.push((key.clone(), value.clone())),
                Some((_, known)) => match (&*known, value) {
                    (Value::List(first), Value::List(more)) => {
                        *known = Value::list(first.iter().chain(more.iter()).cloned().collect());
                    }
                    _ => return Err(CannotOpen::Twice { file: name.clone(), part: key.to_string() }),
                },
            }
        }
    }
    // What the format does not know stays at the head.
    let order = |key: &str| schema.fields(DOSSIER).iter().position(|field| &*field.name == key).unwrap_or(0);
    all.sort_by_key(|(key, _)| order(key));
    Ok(Value::Object(std::rc::Rc::new(all)))
}

/// Puts the texts of a language file in, and names those that have no place; `None` where it is no such file.
fn with_language(schema: &Schema, doc: &Value, file: &Value) -> Option<(Value, Vec<String>)> {
    let language = file.text_at("language")?;
    let (mut doc, mut unplaced) = (doc.clone(), Vec::new());
    for (path, text) in file.get("texts")?.members() {
        match with_text(schema, &doc, language, path, text) {
            Some(translated) => doc = translated,
            None => unplaced.push(path.to_string()),
        }
    }
    Some((doc, unplaced))
}

/// Puts one text of a language file in; `None` where its path leads to no text.
fn with_text(schema: &Schema, doc: &Value, language: &str, path: &str, text: &Value) -> Option<Value> {
    let first = languages(doc).first().copied().unwrap_or("en");
    let path = by_ids(doc, path)?;
    schema.at(&path).filter(|at| at.shape == Some(&Shape::Words))?;
    // A translation is all that a language file has and the dossier has not.
    let none = Value::object([]);
    let old = match (path.find(doc), path.0.split_last()) {
        (Some(old), _) => old,
        (None, Some((Step::Key(last), holder))) if &**last == TRANSLATION => {
            Path(holder.to_vec()).find(doc)?;
            &none
        }
        _ => return None,
    };
    let new = match old {
        Value::Text(plain) => Value::object([(first, Value::Text(plain.clone())), (language, text.clone())]),
        Value::Object(_) => set(old, &[Step::Key(language.into())], text.clone(), &|_| Vec::new())?,
        _ => return None,
    };
    set(doc, &path.0, new, &|_| Vec::new())
}

/// The path of a text that a language file names: records by their ids, others by number or by what they say of themselves.
fn by_ids(doc: &Value, text: &str) -> Option<Path> {
    let mut path = Path::default();
    for step in text.split('/') {
        path = match path.find(doc)? {
            Value::List(items) => {
                let by_id = items.iter().position(|item| item.text_at("id") == Some(step));
                let by_name = || match *items_named(items, step, Value::text_at) {
                    [one] => Some(one),
                    _ => None,
                };
                path.item(by_id.or_else(by_name)?)
            }
            _ => path.key(step),
        };
    }
    Some(path)
}

/// The name under which a dossier is saved: its own id, where that is one.
pub fn stem(doc: &Value) -> String {
    let id = doc.get("meta").and_then(|meta| meta.text_at("id")).unwrap_or_default();
    let slug = super::label::slug(id);
    if slug.is_empty() { "dossier".to_owned() } else { slug }
}

/// The dossier as one file, and beside it the table of its events where it has one.
pub fn one_file(doc: &Value) -> Vec<File> {
    let json = table::json(doc).pretty().into_bytes();
    let file = File { name: format!("{}.dossier.json", stem(doc)), bytes: json };
    std::iter::once(file).chain(table_file(doc)).collect()
}

/// The table of the dossier's events as a file.
fn table_file(doc: &Value) -> Option<File> {
    let text = table::text(doc)?;
    Some(File { name: doc.text_at("event_table")?.to_owned(), bytes: text.as_bytes().to_vec() })
}

/// The dossier as a folder of files.
pub fn folder(doc: &Value) -> Vec<File> {
    let stem = stem(doc);
    let home = |key: &str| FILES.iter().position(|(_, parts)| parts.contains(&key)).unwrap_or(0);
    let json = table::json(doc);
    let schema = json.get("$schema");
    let files = FILES.iter().enumerate().filter_map(|(at, (name, _))| {
        let own = json.members().iter().filter(|(key, _)| &**key != "$schema" && home(key) == at);
        let parts: Vec<(&str, Value)> = own.map(|(key, value)| (&**key, value.clone())).collect();
        if parts.is_empty() {
            return None;
        }
        let head = schema.map(|schema| ("$schema", schema.clone()));
        let text = Value::object(head.into_iter().chain(parts)).pretty();
        Some(File { name: format!("{stem}/{name}.json"), bytes: text.into_bytes() })
    });
    let table = table_file(doc).map(|file| File { name: format!("{stem}/{}", file.name), ..file });
    files.chain(table).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{schema, tiny};
    use super::super::zip;
    use super::*;
    use crate::dossier::check::{SourceFile, check};

    fn file(name: &str, text: &str) -> File {
        File { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    /// The real dossier's own files.
    fn real() -> Vec<File> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/dossiers/us-dprk");
        let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        paths
            .map(|path| File {
                name: path.file_name().unwrap().to_string_lossy().into_owned(),
                bytes: std::fs::read(&path).unwrap(),
            })
            .collect()
    }

    #[test]
    fn the_real_dossier_comes_back_byte_for_byte() {
        // But for the texts of further languages, which are put in where they belong.
        let real =
            || real().into_iter().filter(|file| !file.name.ends_with(".texts.json")).collect::<Vec<_>>();
        let opened = open(&schema(), real()).unwrap();
        assert_eq!(opened.left_out, Vec::<String>::new());
        let written = folder(&opened.doc);
        let stem = stem(&opened.doc);
        let real = real();
        assert_eq!(written.len(), real.len());
        for file in real {
            let text = String::from_utf8(file.bytes).unwrap();
            let own = written.iter().find(|own| own.name == format!("{stem}/{}", file.name)).unwrap();
            let own = String::from_utf8_lossy(&own.bytes);
            // By lines: of two whole files nobody finds the place.
            for (line, (theirs, ours)) in text.lines().zip(own.lines()).enumerate() {
                assert_eq!(
                    theirs,
                    ours,
                    "{}:{}, in the folder and as the studio saves it",
                    file.name,
                    line + 1
                );
            }
            assert!(text == own, "{} ends otherwise than as the studio saves it", file.name);
        }
    }

    #[test]
    fn the_checker_says_the_same_of_what_is_exported() {
        let Opened { doc, unplaced, .. } = open(&schema(), real()).unwrap();
        assert_eq!(unplaced, [], "all of its language file is in");
        let found = |files: Vec<SourceFile>| {
            let checked = check(&files);
            assert!(checked.dossier.is_some());
            checked.diagnostics.iter().map(|found| (found.code, found.message.clone())).collect::<Vec<_>>()
        };
        let source = |file: &File| SourceFile {
            name: file.name.clone(),
            text: String::from_utf8(file.bytes.clone()).unwrap(),
        };
        let mut one = found(one_file(&doc).iter().map(source).collect());
        let packed = zip::write(&folder(&doc));
        let mut several = found(zip::read(&packed).unwrap().iter().map(source).collect());
        one.sort();
        several.sort();
        assert_eq!(one, several);
        assert_eq!(open(&schema(), zip::read(&packed).unwrap()).unwrap().doc, doc);
    }

    #[test]
    fn what_nobody_knows_is_kept() {
        let text = tiny().pretty().replacen("{\n", "{\n  \"x-our-notes\": [\n    1.50\n  ],\n", 1);
        let doc = open(&schema(), vec![file("a.json", &text)]).unwrap().doc;
        assert_eq!(String::from_utf8_lossy(&one_file(&doc)[0].bytes), text);
        let first = &folder(&doc)[0];
        assert!(
            String::from_utf8_lossy(&first.bytes).contains("1.50"),
            "unknown parts stand in the first file"
        );
        let again = open(&schema(), folder(&doc)).unwrap().doc;
        assert_eq!(folder(&again), folder(&doc));
    }

    #[test]
    fn files_that_are_no_part_are_named() {
        let files = vec![
            file("d/a.json", &tiny().compact()),
            file("d/table.csv", "id"),
            file("d/.hidden.json", "x"),
            file("d/old/b.json", "{}"),
        ];
        assert_eq!(open(&schema(), files).unwrap().left_out, ["d/old/b.json", "d/table.csv"]);
        // Hidden files that stand higher do not make their folder the dossier's.
        let hidden =
            [".vscode.json", ".vscode/settings.json", "__MACOSX/._a.json"].map(|name| file(name, "x"));
        let files = [hidden.to_vec(), vec![file("./d/e/a.json", &tiny().compact())]].concat();
        assert_eq!(open(&schema(), files).unwrap().left_out, Vec::<String>::new());
        assert_eq!(open(&schema(), vec![file("a.txt", "")]), Err(CannotOpen::NoJson));
        let broken = open(&schema(), vec![file("a.json", "{")]).unwrap_err();
        assert_eq!(broken.to_string(), "a.json: line 1, column 2: a key in double quotes is expected here");
        let twice = vec![file("a.json", r#"{"meta": {}}"#), file("b.json", r#"{"meta": {}}"#)];
        assert!(matches!(open(&schema(), twice), Err(CannotOpen::Twice { .. })));
    }

    #[test]
    fn a_language_file_is_put_in() {
        let german = r#"{"language": "de", "texts": {"events/summit/title": "Gipfel"}}"#;
        let doc = open(&schema(), vec![file("a.json", &tiny().compact()), file("de.texts.json", german)])
            .unwrap()
            .doc;
        let title = Path::parse("/events/0/title");
        assert_eq!(title.find(&doc).unwrap().compact(), r#"{"en":"The leaders meet","de":"Gipfel"}"#);
        let german =
            r#"{"language": "de", "texts": {"events/summit/readings/0/quote/translation": "sehr schnell"}}"#;
        let doc = open(&schema(), vec![file("a.json", &tiny().compact()), file("de.texts.json", german)])
            .unwrap()
            .doc;
        // By the party whose reading it is, too, which no number follows when another reading comes before it.
        let named = german.replace("readings/0/", "readings/us/");
        assert_ne!(german, named);
        let files = vec![file("a.json", &tiny().compact()), file("de.texts.json", &named)];
        assert_eq!(open(&schema(), files).unwrap().doc, doc);
        let translation = Path::parse("/events/0/readings/0/quote/translation");
        assert_eq!(translation.find(&doc).unwrap().compact(), r#"{"de":"sehr schnell"}"#);
        let none = r#"{"language": "de"}"#;
        let opened =
            open(&schema(), vec![file("a.json", &tiny().compact()), file("de.texts.json", none)]).unwrap();
        assert_eq!((opened.left_out, opened.unplaced), (vec!["de.texts.json".to_owned()], Vec::new()));
    }

    #[test]
    fn a_text_without_a_place_is_named_and_the_rest_put_in() {
        let german = r#"{"language": "de", "texts": {"events/nothing/title": "x", "events/summit/title": "Gipfel", "events/summit": "y"}}"#;
        let opened =
            open(&schema(), vec![file("a.json", &tiny().compact()), file("de.texts.json", german)]).unwrap();
        let title = Path::parse("/events/0/title");
        assert_eq!(title.find(&opened.doc).unwrap().text_at("de"), Some("Gipfel"));
        assert_eq!(opened.left_out, Vec::<String>::new());
        assert_eq!(opened.doc.get("events").unwrap().items()[0].get("de"), None, "a record is no text");
        let told: Vec<String> = opened.unplaced.iter().map(Unplaced::to_string).collect();
        assert!(told[0].starts_with("All of de.texts.json was put in but 2 texts, which have"), "{told:?}");
        assert!(told[0].contains(": events/nothing/title, events/summit. Where"), "{told:?}");
        let one = Unplaced { file: "de.texts.json".to_owned(), paths: vec!["a/b".to_owned()] };
        assert!(one.to_string().contains("but 1 text, which has no place in this dossier: a/b. "), "{one}");
        let many = Unplaced { file: "de.texts.json".to_owned(), paths: vec!["a/b".to_owned(); 12] };
        assert!(many.to_string().contains("but 12 texts, which have"), "{many}");
        assert!(many.to_string().contains(", a/b and 2 more. Where"), "{many}");
    }
}
