//! Texts: something is written, in every declared language, and not without end.

use super::super::code::Code;
use super::super::report::Report;
use super::super::tree::{Entry, Node, Span, Value};
use super::super::typed::{Seen, Typed};
use super::super::walk::shorten;
use crate::dossier::text::{AS_THEY_ARE, TRANSLATED, TRANSLATION, base_language, is_unwritable};

/// The longest text in characters. The longest that makes sense on a page is a tenth of it.
pub const MAX_TEXT: usize = 20_000;

/// Fields with a language tag of their own: the language of a page, of quoted or of agreed words.
const TAGS: [(&str, &str); 4] =
    [("Source", "lang"), ("Quote", "lang"), ("Original", "lang"), ("Clause", "lang")];

/// Fields that a page shows and that have no language: a text, a list of them, or texts under names.
const PLAIN: [(&str, &str); 10] = [
    ("Meta", "content_licence"),
    ("Source", "agency"),
    ("Original", "text"),
    ("ArmsTests", "definitions"),
    ("YieldEstimate", "kt"),
    ("YearCount", "reference"),
    ("TestDay", "range_class"),
    ("TestDay", "counted_by"),
    ("TestDay", "dates_by_reference"),
    ("TestDay", "types_by_reference"),
];

/// What the studio begins a dossier with: its id, title and standfirst, then the names of the sides.
pub const TEMPLATE: [&str; 5] = [
    "my-dossier",
    "A new dossier",
    "What is negotiated, and between whom, in a sentence or two.",
    "Side A",
    "Side B",
];

/// The fields that it begins with such a text.
const BEGUN: [(&str, &str); 5] =
    [("Meta", "id"), ("Meta", "title"), ("Meta", "dek"), ("Party", "name"), ("Party", "short")];

pub fn check(typed: &Typed<'_>, report: &mut Report) {
    declared(typed, report);
    plain(typed, report);
    template(typed, report);
    // A tag that is none has been reported; that every text lacks it would not help.
    let wanted: Vec<&str> = typed.languages.iter().copied().filter(|tag| is_language_tag(tag)).collect();
    for text in typed.of("Text") {
        match &text.node.value {
            Value::Object(entries) => by_language(text, entries, &wanted, typed, report),
            Value::String(written) => {
                written_text(text, text.node, written, report);
                missing(text, wanted.get(..1).unwrap_or_default(), &wanted, report);
            }
            _ => {}
        }
    }
    translations(typed, &wanted, report);
}

/// Exact words are for readers of each declared language: in words that were published in it, or in a translation that says it is one.
fn translations(typed: &Typed<'_>, wanted: &[&str], report: &mut Report) {
    let Some(first) = wanted.first().filter(|_| wanted.len() > 1) else { return };
    for (record, words) in TRANSLATED {
        for seen in typed.of(record) {
            let Some(said) = seen.node.get(words).filter(|said| !is_nothing(said)) else { continue };
            // Words by language say themselves which they are in; a plain text is in one, whatever its region.
            let own = said.as_str().map(|_| seen.node.get("lang").and_then(Node::as_str).unwrap_or(first));
            let original = seen.node.get("original").and_then(|original| original.text("lang"));
            let translated = seen.node.get(TRANSLATION).filter(|text| !is_nothing(text));
            let plain = translated.and_then(|text| text.as_str().map(|_| *first));
            let keys = said.entries().iter().chain(translated.map_or(&[][..], Node::entries));
            let keys: Vec<&str> = keys.map(|entry| entry.key.as_ref()).collect();
            let lacking = lacking(wanted, |language| {
                let mut spoken = [own, original].into_iter().flatten();
                keys.contains(&language)
                    || plain == Some(language)
                    || spoken.any(|tag| base_language(tag) == base_language(language))
            });
            if !lacking.is_empty() {
                let message =
                    format!("`{words}` of {} has no translation to {lacking}", seen.record.part(record));
                let fix = format!(
                    "write `{TRANSLATION}` beside it, or in the language's own file; it is shown as your translation"
                );
                report.add(Code::MissingLanguage, said.opening(), message, fix);
            }
        }
    }
}

/// Whether nothing is written in a text.
fn is_nothing(text: &Node<'_>) -> bool {
    let blank = |node: &Node<'_>| node.as_str().is_none_or(|written| written.trim().is_empty());
    if text.entries().is_empty() {
        blank(text)
    } else {
        text.entries().iter().all(|entry| blank(&entry.node))
    }
}

/// The languages wanted and not there, in words.
fn lacking(wanted: &[&str], is_there: impl Fn(&str) -> bool) -> String {
    let lacking = wanted.iter().filter(|language| !is_there(language));
    lacking.map(|language| format!("\"{}\"", shorten(language))).collect::<Vec<_>>().join(", ")
}

fn declared(typed: &Typed<'_>, report: &mut Report) {
    for (name, field) in TAGS {
        for seen in typed.of(name) {
            seen.node.get(field).into_iter().for_each(|tag| well_formed(tag, report));
        }
    }
    for meta in typed.of("Meta") {
        let Some(languages) = meta.node.get("languages") else { continue };
        languages.items().iter().for_each(|tag| well_formed(tag, report));
        if matches!(&languages.value, Value::List(list) if list.is_empty()) {
            let message = "the dossier declares no language";
            report.add(
                Code::BadLanguageTag,
                languages.span,
                message,
                "write the language of its texts: [\"en\"]",
            );
        }
    }
}

fn well_formed(tag: &Node<'_>, report: &mut Report) {
    let Some(text) = tag.as_str() else { return };
    if !is_language_tag(text) {
        let message = format!("\"{}\" is not a language tag", shorten(text));
        report.add(
            Code::BadLanguageTag,
            tag.span,
            message,
            "write a BCP 47 tag: \"en\", \"ko\", \"zh-Hant\"",
        );
    }
}

/// Whether a text has the form of a BCP 47 tag whose language has two or three letters, as every language does: `en`, `zh-Hant`. A name such
/// as `korean` has not.
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let of = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let language = parts.next().unwrap_or_default();
    of(language, 2..=3)
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| of(part, 1..=8))
}

/// What readers would see of a template.
fn template(typed: &Typed<'_>, report: &mut Report) {
    for (name, field) in BEGUN {
        for seen in typed.of(name) {
            let Some(node) = seen.node.get(field) else { continue };
            let texts = std::iter::once(node).chain(node.entries().iter().map(|entry| &entry.node));
            if let Some(text) = texts.filter_map(Node::as_str).find(|text| TEMPLATE.contains(text)) {
                let message =
                    format!("`{field}` of {} is still the template's: \"{text}\"", seen.record.part(name));
                report.add(Code::TemplateText, node.opening(), message, "write your own");
            }
        }
    }
}

fn plain(typed: &Typed<'_>, report: &mut Report) {
    for (name, field) in PLAIN {
        for seen in typed.of(name) {
            let Some(node) = seen.node.get(field) else { continue };
            let place = Seen { node, holder: name, field, record: seen.record };
            let texts = std::iter::once(node).chain(node.items());
            let texts = texts.filter_map(|text| text.as_str().map(|written| (text.span, written)));
            let names = node.entries().iter().map(|entry| (entry.key_span, entry.key.as_ref()));
            texts.chain(names).for_each(|(at, written)| writable(&place, at, written, report));
        }
    }
}

/// Whether every character of a text is one that a page can show.
fn writable(text: &Seen<'_>, at: Span, written: &str, report: &mut Report) {
    const SHOWN: usize = 20;
    let Some((before, sign)) = written
        .find(is_unwritable)
        .and_then(|end| Some((written.get(..end)?, written.get(end..)?.chars().next()?)))
    else {
        return;
    };
    let message =
        format!("{} holds the character U+{:04X}, which no page can show", text.place(), u32::from(sign));
    let skipped = before.chars().count().saturating_sub(SHOWN);
    let behind: String = before.chars().skip(skipped).collect();
    let fix = match behind.trim() {
        "" => "remove it: it is the first character".to_owned(),
        behind => format!("remove it: it stands behind \"{behind}\""),
    };
    report.add(Code::UnwritableCharacter, at, message, fix);
}

fn written_text(text: &Seen<'_>, at: &Node<'_>, written: &str, report: &mut Report) {
    // An empty part of a quote is an incomplete quote, which is another rule's.
    let is_incomplete = text.holder == "Quote" && matches!(text.field, "text" | "by");
    if written.trim().is_empty() && !is_incomplete {
        let message = format!("{} is empty", text.place());
        report.add(
            Code::EmptyText,
            at.span,
            message,
            "write it, or leave the field out if it may be missing",
        );
    }
    let length = written.chars().count();
    if length > MAX_TEXT {
        let message = format!("{} has {length} characters; {MAX_TEXT} is the most", text.place());
        report.add(Code::TextTooLong, at.opening(), message, "shorten it: readers come for a few sentences");
    }
    writable(text, at.span, written, report);
}

fn by_language(
    text: &Seen<'_>,
    entries: &[Entry<'_>],
    wanted: &[&str],
    typed: &Typed<'_>,
    report: &mut Report,
) {
    for entry in entries {
        if let Some(written) = entry.node.as_str() {
            written_text(text, &entry.node, written, report);
        }
        if !typed.languages.is_empty() && !typed.languages.contains(&entry.key.as_ref()) {
            let message = format!("the dossier does not declare the language \"{}\"", shorten(&entry.key));
            let fix = "add it to `languages` in `meta`, or remove the text";
            report.add(Code::UndeclaredLanguage, entry.key_span, message, fix);
        }
    }
    let present: Vec<&str> = entries.iter().map(|entry| entry.key.as_ref()).collect();
    missing(text, &present, wanted, report);
}

fn missing(text: &Seen<'_>, present: &[&str], wanted: &[&str], report: &mut Report) {
    let is_translation =
        text.field == TRANSLATION && TRANSLATED.iter().any(|(record, _)| *record == text.holder);
    if is_translation || AS_THEY_ARE.contains(&(text.holder, text.field)) {
        return;
    }
    let lacking = lacking(wanted, |language| present.contains(&language));
    if !lacking.is_empty() {
        let message = format!("{} has no text in {lacking}", text.place());
        let example = wanted
            .iter()
            .map(|language| format!("\"{}\": …", shorten(language)))
            .collect::<Vec<_>>()
            .join(", ");
        let fix = format!("write {{ {example} }} here, or add it in the language's own file");
        report.add(Code::MissingLanguage, text.node.opening(), message, fix);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::schema::Shapes;
    use super::*;

    #[test]
    fn the_tables_name_fields_that_exist() {
        let shapes = Shapes::of_dossier();
        for (name, field) in AS_THEY_ARE.into_iter().chain(TAGS).chain(PLAIN) {
            assert!(shapes.fields_of(name).iter().any(|known| known.name == field), "{name}.{field}");
        }
        for (name, words) in TRANSLATED {
            for field in [words, TRANSLATION] {
                assert!(shapes.fields_of(name).iter().any(|known| known.name == field), "{name}.{field}");
            }
        }
    }

    #[test]
    fn a_tag_has_a_language_of_two_or_three_letters() {
        assert!(["en", "zh-Hant", "kok", "en-x-a1"].iter().all(|tag| is_language_tag(tag)));
        assert!(!["korean", "e", "", "en-", "e1", "en_US"].iter().any(|tag| is_language_tag(tag)));
    }
}
