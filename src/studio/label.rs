//! What a record is called in lists: its title, or the words that come nearest to one, and its date.

use super::path::Path;
use super::schema::{Kind, Schema};
use super::table;
use super::value::Value;

/// The fields that may name a record, the best first.
const TITLES: [&str; 13] = [
    "title",
    "name",
    "label",
    "term",
    "claim",
    "gist",
    "text",
    "definition",
    "type_as_reported",
    "site",
    "by",
    "id",
    table::RAW,
];
/// The fields that may date it.
const DATES: [&str; 8] = ["date", "on", "from", "made_on", "said_on", "start", "year", "deadline"];

/// The field that names the records of a shape, as its form calls it; the date of those that have no name.
pub fn title_field(schema: &Schema, record: &str) -> &'static str {
    let known = TITLES.iter().find(|key| schema.field(record, key).is_some());
    known.filter(|key| **key != "id").map_or("date", |key| key)
}

/// A text in the dossier's first language, or in any that it has.
pub fn words<'v>(value: &'v Value, language: &str) -> Option<&'v str> {
    match value {
        Value::Text(text) => Some(text),
        Value::Object(members) => {
            let own = value.text_at(language);
            own.or_else(|| members.iter().find_map(|(_, text)| text.as_text()))
        }
        _ => None,
    }
}

/// The languages that the dossier declares; English where it declares none.
pub fn languages(doc: &Value) -> Vec<&str> {
    let declared = doc.get("meta").and_then(|meta| meta.get("languages")).map_or(&[][..], Value::items);
    let tags: Vec<&str> = declared.iter().filter_map(Value::as_text).filter(|tag| !tag.is_empty()).collect();
    if tags.is_empty() { vec!["en"] } else { tags }
}

/// What a record is called; empty where nothing is written yet.
pub fn title<'v>(record: &'v Value, language: &str) -> &'v str {
    let named = TITLES.iter().filter_map(|key| words(record.get(key)?, language));
    named.map(str::trim).find(|title| !title.is_empty()).unwrap_or_default()
}

/// All that names a record, the best first: a title that is written in several languages may have Latin letters in another one. Its id is
/// none of them.
pub fn names<'v>(record: &'v Value, language: &str) -> Vec<&'v str> {
    let fields = TITLES.iter().filter(|key| !["id", table::RAW].contains(key));
    let values = fields.filter_map(|key| record.get(key));
    values
        .flat_map(|value| {
            let others = value.members().iter().filter_map(|(_, text)| text.as_text());
            words(value, language).into_iter().chain(others).collect::<Vec<_>>()
        })
        .collect()
}

/// When it was, as written.
pub fn date(record: &Value) -> String {
    let of = |key: &&str| match record.get(key)? {
        Value::Text(text) => Some(text.to_string()),
        Value::Number(year) => Some(year.to_string()),
        _ => None,
    };
    DATES.iter().find_map(of).unwrap_or_default()
}

/// The records of a kind: id and name, in the dossier's order.
pub fn named(doc: &Value, kind: Kind) -> Vec<(String, String)> {
    let language = languages(doc).first().copied().unwrap_or("en").to_owned();
    let list = |part: &str| doc.get(part).map_or(&[][..], Value::items);
    let of = |record: &Value| {
        let id = record.text_at("id").filter(|id| !id.is_empty())?;
        let (title, date) = (title(record, &language), date(record));
        let name = match kind {
            Kind::Event if !date.is_empty() => format!("{date} {title}"),
            Kind::Source => match record.get("publisher").and_then(|publisher| words(publisher, &language)) {
                Some(publisher) if !date.is_empty() => format!("{title} ({publisher}, {date})"),
                Some(publisher) => format!("{title} ({publisher})"),
                None => title.to_owned(),
            },
            _ => title.to_owned(),
        };
        Some((id.to_owned(), name))
    };
    match kind {
        Kind::Party => list("parties").iter().filter_map(of).collect(),
        Kind::Source => list("sources").iter().filter_map(of).collect(),
        Kind::Event => list("events").iter().chain(list(table::ROWS)).filter_map(of).collect(),
        Kind::Issue => list("issues").iter().filter_map(of).collect(),
        Kind::Clause => {
            let clauses = |document: &Value| {
                document.get("clauses").map_or(Vec::new(), |clauses| clauses.items().to_vec())
            };
            list("documents").iter().flat_map(clauses).filter_map(|clause| of(&clause)).collect()
        }
        Kind::Rule => {
            let rules = doc.get("arms_tests").and_then(|tests| tests.get("definitions"));
            let of = |(key, text): &(std::rc::Rc<str>, Value)| {
                (key.to_string(), words(text, &language).unwrap_or_default().to_owned())
            };
            rules.map_or(&[][..], Value::members).iter().map(of).collect()
        }
    }
}

/// The name of one record; `None` where none has this id.
pub fn name_of(doc: &Value, kind: Kind, id: &str) -> Option<String> {
    if let Kind::Clause | Kind::Rule = kind {
        return named(doc, kind).into_iter().find(|(known, _)| known == id).map(|(_, name)| name);
    }
    let place = place_of(doc, kind, id)?;
    let language = languages(doc).first().copied().unwrap_or("en");
    let title = title(place.find(doc)?, language);
    Some(if title.is_empty() { id.to_owned() } else { title.to_owned() })
}

/// Where the record of this id stands; `None` where none has it, and for what stands inside another record.
pub fn place_of(doc: &Value, kind: Kind, id: &str) -> Option<Path> {
    let parts: &[&str] = match kind {
        Kind::Party => &["parties"],
        Kind::Source => &["sources"],
        Kind::Event => &["events", table::ROWS],
        Kind::Issue => &["issues"],
        Kind::Clause | Kind::Rule => &[],
    };
    parts.iter().find_map(|part| {
        let at = doc.get(part)?.items().iter().position(|record| record.text_at("id") == Some(id))?;
        Some(Path::default().key(part).item(at))
    })
}

/// The ids of the sources at an address, that of an archived copy included. What is written differently for the same page counts as the same:
/// `http`, `www.`, a slash at the end, a mark within the page.
pub fn sources_at<'d>(doc: &'d Value, address: &str) -> Vec<&'d str> {
    let wanted = bare(address);
    let is_there = |source: &&Value| {
        ["url", "archived_url"]
            .iter()
            .any(|field| source.text_at(field).is_some_and(|url| bare(url) == wanted))
    };
    let sources = doc.get("sources").map_or(&[][..], Value::items);
    sources
        .iter()
        .filter(|_| !wanted.is_empty())
        .filter(is_there)
        .filter_map(|source| source.text_at("id"))
        .collect()
}

/// An address without what does not tell pages apart.
fn bare(address: &str) -> String {
    let address = address.trim().to_lowercase();
    let rest = address.split_once("://").map_or(&*address, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
}

/// An id made of a text: lower-case letters, digits and hyphens, at most sixty of them.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in crate::find::fold(text).chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && letter != '\'' && letter != '\u{2019}' {
            slug.push('-');
        }
    }
    let mut short = slug.get(..60).unwrap_or(&slug);
    if short.len() < slug.len() {
        short = short.rsplit_once('-').map_or(short, |(whole, _)| whole);
    }
    short.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::tiny;
    use super::*;

    #[test]
    fn records_are_named_by_what_they_have() {
        let doc = tiny();
        assert_eq!(named(&doc, Kind::Party)[1], ("dprk".to_owned(), "North Korea".to_owned()));
        assert_eq!(named(&doc, Kind::Source)[1].1, "Leaders meet (An agency, 2018-06)");
        assert_eq!(named(&doc, Kind::Event)[0].1, "2018-06-12 The leaders meet");
        assert_eq!(name_of(&doc, Kind::Party, "us").as_deref(), Some("United States"));
        assert_eq!(name_of(&doc, Kind::Party, "nobody"), None);
        assert_eq!(title(&Value::parse(r#"{"id": "x", "title": {"ko": "k"}}"#).unwrap(), "en"), "k");
    }

    #[test]
    fn a_title_becomes_an_id() {
        assert_eq!(slug("Trump's letter: \u{201c}I felt\u{201d} it \u{2026}"), "trumps-letter-i-felt-it");
        assert_eq!(slug("Caf\u{e9} talks"), "cafe-talks");
        assert_eq!(slug("\u{d55c}"), "");
        assert!(slug(&"word ".repeat(40)).len() <= 60);
    }
}
