//! Sources from CSL-JSON, as Zotero and others export them.

use super::dates;
use super::draft::Draft;
use super::note::NoteKind::LeftOut;
use super::source::Found;
use crate::dossier::check::{Node, Value};

/// Which of CSL's types leave no doubt about the kind of a source.
const KINDS: [(&str, &[&str]); 3] = [
    (
        "primary",
        &[
            "treaty",
            "legislation",
            "legal_case",
            "bill",
            "hearing",
            "speech",
            "interview",
            "personal_communication",
            "regulation",
        ],
    ),
    ("press", &["article-newspaper", "article-magazine", "broadcast", "post-weblog"]),
    (
        "scholarly",
        &["article-journal", "book", "chapter", "thesis", "paper-conference", "review", "review-book"],
    ),
];

/// Reads the items into the draft.
pub fn read(tree: &Node<'_>, draft: &mut Draft<'_>) {
    let items = if matches!(tree.value, Value::List(_)) { tree.items() } else { tree.list("items") };
    for item in items {
        let at = item.opening().start..item.opening().end;
        if !matches!(item.value, Value::Object(_)) {
            draft.note(
                LeftOut,
                at,
                format!("{} in the place of a source", item.kind()),
                "a source is an object",
            );
            continue;
        }
        let text = |key: &str| {
            let found = item.get(key).map(|node| match &node.value {
                Value::String(text) => text.to_string(),
                Value::Number(number) => (*number).to_owned(),
                _ => String::new(),
            });
            found.unwrap_or_default().trim().to_owned()
        };
        let first = |keys: &[&str]| {
            keys.iter().map(|key| text(key)).find(|text| !text.is_empty()).unwrap_or_default()
        };
        let doi = text("DOI");
        let url = match (text("URL"), doi.as_str()) {
            (url, "") => url,
            (url, doi) if url.is_empty() => {
                format!("https://doi.org/{}", doi.trim_start_matches("https://doi.org/"))
            }
            (url, _) => url,
        };
        let kind = text("type");
        let found = Found {
            key: first(&["citation-key", "id"]),
            title: text("title"),
            publisher: first(&["container-title", "publisher", "authority", "event-title"]),
            author: names(item.list("author")),
            date: item.get("issued").and_then(|date| self::date(date, draft)),
            url,
            kind: KINDS.iter().find(|(_, types)| types.contains(&kind.as_str())).map(|(kind, _)| *kind),
            language: text("language"),
            seen: item.get("accessed").map(|_| true),
            note: text("note"),
            at,
            ..Found::default()
        };
        draft.found_source(found);
    }
}

/// `{"date-parts": [[2018, 6, 12]]}`, an EDTF text, or one in words.
fn date(node: &Node<'_>, draft: &mut Draft<'_>) -> Option<String> {
    let at = node.opening().start..node.opening().end;
    let written = node.as_str().or(node.text("raw")).or(node.text("literal"));
    let read = match written {
        Some(text) => dates::read(text, None).map(|found| found.edtf),
        None => {
            let parts = node.list("date-parts").iter().map(|part| {
                let piece = |at: usize| part.items().get(at).map(number).unwrap_or_default();
                dates::from_parts(&piece(0), &piece(1), &piece(2))
            });
            let parts: Result<Vec<String>, String> = parts.collect();
            parts.and_then(|parts| match parts.as_slice() {
                [one] => Ok(one.clone()),
                [from, to] => Ok(dates::interval(from, to)),
                _ => Err("it has no parts".to_owned()),
            })
        }
    };
    read.map_err(|why| {
        let message = format!("the date of a source was not understood: {why}");
        draft.note(LeftOut, at, message, "write it in the source's record");
    })
    .ok()
}

fn number(node: &Node<'_>) -> String {
    match &node.value {
        Value::Number(number) => (*number).to_owned(),
        Value::String(text) => text.trim().to_owned(),
        _ => String::new(),
    }
}

fn names(people: &[Node<'_>]) -> String {
    let name = |person: &Node<'_>| {
        let part = |key: &str| person.text(key).unwrap_or_default().trim().to_owned();
        let parts = [part("given"), part("non-dropping-particle"), part("family"), part("literal")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    people.iter().map(name).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}
