//! The first dossier says the same in each of its languages: every text is there, and numbers, quotations, sources and ids agree.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

use std::collections::BTreeMap;
use std::path::Path;

use daylight::dossier::Dossier;
use serde_json::Value;

/// What stands as it is in every language, by the last field of its path: exact words, and what names a published page. (A publisher may
/// have a name of its own in Korean.)
const AS_THEY_ARE: [&str; 4] = ["operative_words", "title", "author", "types_by_reference"];

fn dossier() -> Dossier {
    daylight::native::read::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk")).unwrap()
}

/// Every text in two languages, by its path.
fn texts(value: &Value, path: &str, found: &mut Vec<(String, String, String)>) {
    match value {
        Value::Object(fields) => {
            if let (2, Some(Value::String(english)), Some(Value::String(korean))) =
                (fields.len(), fields.get("en"), fields.get("ko"))
            {
                found.push((path.to_owned(), english.clone(), korean.clone()));
                return;
            }
            for (name, field) in fields {
                texts(field, &format!("{path}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let id = item.get("id").and_then(Value::as_str).map_or(at.to_string(), str::to_owned);
                texts(item, &format!("{path}/{id}"), found);
            }
        }
        _ => {}
    }
}

/// The numbers in a text, without the signs between groups of digits.
fn numbers(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let chars: Vec<char> = text.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        let grouped = *c == ',' && chars.get(at + 1).is_some_and(char::is_ascii_digit);
        match c {
            '0'..='9' => found.last_mut().unwrap().push(*c),
            _ if grouped && !found.last().unwrap().is_empty() => {}
            _ => found.push(String::new()),
        }
    }
    found.retain(|number| number.len() > 1);
    found
}

/// Whether Korean says this number: in digits, in ten thousands or hundred millions, or without the zero of a clock's hour.
fn says(korean: &str, number: &str, english: &str) -> bool {
    let value: u64 = number.parse().unwrap();
    let counted = |unit: u64, name: &str| {
        value.is_multiple_of(unit) && korean.contains(&format!("{}{name}", value / unit))
    };
    let millions = english.contains(&format!("{number} million"));
    // "2018-19" is 2018~2019년.
    let whole = |found: &String| {
        found == number || (number.len() == 2 && found.len() == 4 && found.ends_with(number))
    };
    numbers(korean).iter().any(whole)
        || counted(10_000, "만")
        || (millions && value.is_multiple_of(100) && korean.contains(&format!("{}억", value / 100)))
        || (millions && korean.contains(&format!("{}만", value * 100)))
        // The hours and minutes of a clock: 09:54, 0040 GMT.
        || (number.len() == 2 && english.contains(':') && korean.contains(&format!("{value}시")))
        || (number.len() == 4 && english.contains("GMT") && korean.contains(&format!("{}시", value / 100)))
}

#[test]
fn every_text_is_told_in_both_languages_and_its_numbers_agree() {
    let dossier = dossier();
    assert_eq!(dossier.meta.languages, ["en", "ko"]);
    let mut found = Vec::new();
    texts(&serde_json::to_value(&dossier).unwrap(), "", &mut found);
    assert!(found.len() > 2_700, "{} texts", found.len());
    let mut differ = Vec::new();
    for (path, english, korean) in &found {
        assert!(
            korean.chars().any(|c| ('가'..='힣').contains(&c)) || !english.contains(' '),
            "{path} is not Korean: {korean}"
        );
        let missing: Vec<String> =
            numbers(english).into_iter().filter(|number| !says(korean, number, english)).collect();
        if !missing.is_empty() {
            differ.push(format!("{path}: {missing:?}\n  {english}\n  {korean}"));
        }
    }
    assert!(differ.is_empty(), "numbers that one language lacks:\n{}", differ.join("\n"));
}

#[test]
fn what_is_somebodys_own_words_or_a_pages_name_is_the_same_in_both() {
    let mut found = Vec::new();
    texts(&serde_json::to_value(dossier()).unwrap(), "", &mut found);
    for (path, ..) in &found {
        let of_source =
            path.starts_with("/sources/") && AS_THEY_ARE.iter().any(|field| path.ends_with(field));
        let quoted = path.ends_with("/quote/text") || path.ends_with("/operative_words");
        assert!(!of_source && !quoted, "{path} is translated");
    }
}

/// Pages in Korean name their publisher in Korean, but for those that write themselves in Latin letters and two whose Korean name was not
/// read. No publisher has two names.
#[test]
fn publishers_of_pages_in_korean_are_named_in_korean() {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let latin = ["JTBC", "MBN", "YTN", "NC Hankookin News", "Peace Report (blog)"];
    for source in dossier().sources {
        let (english, korean) = (source.publisher.get("en").to_owned(), source.publisher.get("ko"));
        if korean.chars().any(|c| ('가'..='힣').contains(&c)) {
            let name = names.entry(english).or_insert_with(|| korean.to_owned());
            assert_eq!(name, korean);
        } else {
            assert!(source.lang != "ko" || latin.contains(&&*english), "{}: {english}", source.id);
        }
    }
    assert_eq!(names["Hankyoreh"], "한겨레");
}

/// Every quotation and every clause's words, by path: the words, and what they are in Korean: as published, or translated.
fn translations(value: &Value, path: &str, found: &mut Vec<(String, String, Option<String>)>) {
    match value {
        Value::Object(fields) => {
            let words = if fields.contains_key("by") && fields.contains_key("source") {
                fields.get("text")
            } else {
                fields.get("operative_words")
            };
            if let Some(Value::String(words)) = words {
                let korean =
                    ["/original/text", "/translation/ko", "/translation"].map(|place| value.pointer(place));
                let korean = korean.into_iter().flatten().find_map(Value::as_str).map(str::to_owned);
                found.push((path.to_owned(), words.clone(), korean));
            }
            for (name, field) in fields {
                translations(field, &format!("{path}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                translations(item, &format!("{path}/{at}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_quotation_can_be_read_in_korean_and_its_numbers_agree() {
    let mut found = Vec::new();
    translations(&serde_json::to_value(dossier()).unwrap(), "", &mut found);
    assert_eq!(found.len(), 363);
    for (path, words, korean) in &found {
        let korean = korean.as_deref().unwrap_or_else(|| panic!("{path} has no translation"));
        assert!(korean.chars().any(|c| ('가'..='힣').contains(&c)), "{path}: {korean}");
        let missing: Vec<String> =
            numbers(words).into_iter().filter(|number| !says(korean, number, words)).collect();
        assert!(missing.is_empty(), "{path} lacks {missing:?}\n  {words}\n  {korean}");
    }
}

#[test]
fn a_site_in_one_language_holds_no_text_of_the_other() {
    let dossier = dossier();
    for tag in ["en", "ko"] {
        let told = daylight::native::site::told_in(&dossier, tag).unwrap();
        let mut found = Vec::new();
        texts(&serde_json::to_value(&told).unwrap(), "", &mut found);
        assert_eq!(found, Vec::new());
        assert_eq!((told.events.len(), told.sources.len()), (198, 1072));
        let ids = |dossier: &Dossier| dossier.events.iter().map(|event| event.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&told), ids(&dossier));
        let is_korean = told.events[0].title.get(tag).chars().any(|c| ('가'..='힣').contains(&c));
        assert_eq!(is_korean, tag == "ko");
        let mut found = Vec::new();
        translations(&serde_json::to_value(&told).unwrap(), "", &mut found);
        assert_eq!(found.len(), 363);
        // Told in one language a translation is a plain text, and only there for who needs it.
        let text = serde_json::to_string(&told).unwrap();
        assert_eq!(text.matches("\"translation\":\"").count(), if tag == "ko" { 303 } else { 0 });
        // What was published in Korean is part of the record in every language.
        assert_eq!(text.matches("\"original\":{").count(), 60);
    }
}
