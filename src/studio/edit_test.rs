//! What each edit does to a small dossier.

use super::blank;
use super::edit::{Edit, Refused};
use super::fixture::{schema, tiny};
use super::path::Path;
use super::value::Value;

fn apply(doc: &Value, edit: Edit) -> Value {
    edit.apply(&schema(), doc).unwrap().doc
}

fn at(doc: &Value, path: &str) -> Option<String> {
    Path::parse(path).find(doc).map(Value::compact)
}

fn typed(doc: &Value, path: &str, text: &str) -> Value {
    apply(doc, Edit::Type(Path::parse(path), text.to_owned()))
}

#[test]
fn a_field_is_read_as_its_kind_has_it() {
    let doc = tiny();
    assert_eq!(at(&typed(&doc, "/events/0/weight", "2"), "/events/0/weight").as_deref(), Some("2"));
    // What is no number is kept as it was typed: the checker says what is wrong with it.
    assert_eq!(at(&typed(&doc, "/events/0/weight", "2x"), "/events/0/weight").as_deref(), Some("\"2x\""));
    let judged = typed(&doc, "/issues/0/positions/0/judgement", "true");
    assert_eq!(at(&judged, "/issues/0/positions/0/judgement").as_deref(), Some("true"));
    let noted = typed(&doc, "/events/0/note", "Disputed.");
    assert_eq!(at(&noted, "/events/0/note").as_deref(), Some("\"Disputed.\""));
    // An optional field that is emptied is gone; one that must be there stays, empty.
    assert_eq!(typed(&noted, "/events/0/note", ""), doc);
    assert_eq!(at(&typed(&doc, "/events/0/title", ""), "/events/0/title").as_deref(), Some("\"\""));
    let same = Edit::Type(Path::parse("/events/0/title"), "The leaders meet".to_owned());
    assert_eq!(same.apply(&schema(), &doc).unwrap_err(), Refused::Nothing);
}

#[test]
fn a_text_becomes_several_languages_and_one_again() {
    let doc = apply(&tiny(), Edit::Add(Path::parse("/meta/languages")));
    let doc = typed(&doc, "/meta/languages/1", "ko");
    let title = |language: &str, text: &str| {
        Edit::TypeIn(Path::parse("/meta/title"), language.to_owned(), text.to_owned())
    };
    let both = apply(&doc, title("ko", "k"));
    assert_eq!(at(&both, "/meta/title").as_deref(), Some(r#"{"en":"A tiny dossier","ko":"k"}"#));
    let english = apply(&both, title("ko", ""));
    assert_eq!(at(&english, "/meta/title").as_deref(), Some(r#"{"en":"A tiny dossier"}"#));
    assert_eq!(at(&apply(&doc, title("en", "x")), "/meta/title").as_deref(), Some("\"x\""));
}

#[test]
fn an_id_takes_its_mentions_along_unless_two_have_it() {
    let doc = tiny();
    let renamed = apply(&doc, Edit::Rename(Path::parse("/parties/0/id"), "usa".to_owned()));
    assert_eq!(at(&renamed, "/events/0/parties/0").as_deref(), Some("\"usa\""));
    let two = typed(&doc, "/parties/0/id", "dprk");
    let parted = apply(&two, Edit::Rename(Path::parse("/parties/0/id"), "usa".to_owned()));
    assert_eq!(
        at(&parted, "/events/0/parties/1").as_deref(),
        Some("\"dprk\""),
        "nobody knows which is meant"
    );
    let named = apply(&doc, Edit::NameByTitle(Path::parse("/events/0/id")));
    assert_eq!(at(&named, "/events/0/id").as_deref(), Some("\"2018-06-12-the-leaders-meet\""));
    assert_eq!(at(&named, "/issues/0/positions/0/event").as_deref(), Some("\"2018-06-12-the-leaders-meet\""));
}

#[test]
fn an_id_is_made_of_what_else_there_is_where_the_title_has_no_latin_letters() {
    let doc = Value::parse(
        r#"{"parties": [{"id": "new", "name": "ایران", "short": "ایران"}, {"id": "party", "name": "روسیه", "short": ""}],
            "sources": [{"id": "new", "title": "توافق ژنو", "publisher": "IRNA", "date": "2013-11-24", "kind": "press"},
                        {"id": "new-2", "title": {"fa": "توافق", "en": "The accord"}}],
            "events": [{"id": "new", "date": "2013-11-24", "title": "توافق", "kind": "agreement"}, {"id": "new-2", "title": ""}],
            "meta": {"languages": ["fa", "en"]}}"#,
    )
    .unwrap();
    for (path, id) in [
        ("/parties/0/id", "party-2"),
        ("/sources/0/id", "irna-2013-11-24-press"),
        ("/sources/1/id", "the-accord"),
        ("/events/0/id", "2013-11-24-agreement"),
        ("/events/1/id", "event"),
    ] {
        let named = apply(&doc, Edit::NameByTitle(Path::parse(path)));
        assert_eq!(at(&named, path), Some(format!("\"{id}\"")), "{path}");
    }
}

/// Who changes the name of a template's side and nothing else must not publish the template's label.
#[test]
fn a_short_name_follows_the_name_until_it_has_words_of_its_own() {
    let doc = blank::dossier(&schema(), "2026-03-01");
    let named = typed(&doc, "/parties/0/name", "Iran");
    assert_eq!(at(&named, "/parties/0/short").as_deref(), Some("\"Iran\""));
    assert_eq!(at(&named, "/parties/1/short").as_deref(), Some("\"Side B\""));
    let english =
        Edit::TypeIn(Path::parse("/parties/0/name"), "en".to_owned(), "Islamic Republic".to_owned());
    assert_eq!(at(&apply(&named, english), "/parties/0/short").as_deref(), Some("\"Islamic Republic\""));
    let own = typed(&typed(&named, "/parties/0/short", "IRI"), "/parties/0/name", "Persia");
    assert_eq!(at(&own, "/parties/0/short").as_deref(), Some("\"IRI\""));
    // Only a party has such a pair, and only its name leads.
    let formal = typed(&named, "/parties/0/formal", "Islamic Republic of Iran");
    assert_eq!(at(&formal, "/parties/0/short").as_deref(), Some("\"Iran\""));
}

#[test]
fn an_id_that_is_taken_or_none_is_refused_so_that_every_mention_still_leads_there() {
    let (doc, schema) = (tiny(), schema());
    let rename = |path: &str, id: &str| Edit::Rename(Path::parse(path), id.to_owned());
    for id in ["dprk", "", " "] {
        let refused = rename("/parties/0/id", id).apply(&schema, &doc).unwrap_err();
        assert_eq!(refused, Refused::Id(id.trim().to_owned()));
    }
    let same = rename("/parties/0/id", "us").apply(&schema, &doc).unwrap_err();
    assert_eq!(same, Refused::Nothing);
    // A party may be called as a source is.
    let other_kind = apply(&doc, rename("/parties/0/id", "agency"));
    assert_eq!(at(&other_kind, "/events/0/parties/0").as_deref(), Some("\"agency\""));
    assert_eq!(at(&other_kind, "/events/0/sources/1").as_deref(), Some("\"agency\""));
    assert_eq!(apply(&other_kind, rename("/parties/0/id", "us")), doc, "and back");
    // What nothing names has no such limit but the checker's.
    let emptied = apply(&doc, rename("/meta/id", ""));
    assert_eq!(at(&emptied, "/meta/id").as_deref(), Some("\"\""));
}

#[test]
fn an_id_made_of_a_title_is_free_in_the_whole_dossier() {
    let doc = Value::parse(
        r#"{"documents": [{"id": "a", "clauses": [{"id": "halt", "text": "Halt"}]}, {"id": "b", "clauses": [{"id": "x", "text": "Halt"}]}]}"#,
    )
    .unwrap();
    let named = apply(&doc, Edit::NameByTitle(Path::parse("/documents/1/clauses/0/id")));
    assert_eq!(at(&named, "/documents/1/clauses/0/id").as_deref(), Some("\"halt-2\""));
}

#[test]
fn lists_grow_and_shrink() {
    let doc = tiny();
    let quoted = apply(&doc, Edit::Add(Path::parse("/issues/0/positions/0/quote")));
    assert_eq!(
        at(&quoted, "/issues/0/positions/0/quote").as_deref(),
        Some(r#"{"text":"","by":"","on":"","source":""}"#)
    );
    assert_eq!(apply(&quoted, Edit::Remove(Path::parse("/issues/0/positions/0/quote"))), doc);
    let copied = apply(&doc, Edit::Duplicate(Path::parse("/sources/0")));
    assert_eq!(at(&copied, "/sources/1/id").as_deref(), Some("\"joint-statement-2\""));
    let picked = apply(&doc, Edit::Pick(Path::parse("/events/0/parties"), "rok".to_owned()));
    assert_eq!(at(&picked, "/events/0/parties").as_deref(), Some(r#"["us","dprk","rok"]"#));
    let twice = Edit::Pick(Path::parse("/events/0/parties"), "us".to_owned());
    assert_eq!(twice.apply(&schema(), &doc).unwrap_err(), Refused::Nothing);
    // The last item of a list that may be missing takes the list along.
    let without = apply(&doc, Edit::Remove(Path::parse("/events/0/readings/0")));
    assert_eq!(at(&without, "/events/0/readings"), None);
}

#[test]
fn a_rung_that_carries_positions_stays() {
    let doc = tiny();
    let remove = |rung: usize| Edit::Remove(Path::parse("/issues/0/ladder").item(rung));
    let refused =
        (0..3).filter(|rung| matches!(remove(*rung).apply(&schema(), &doc), Err(Refused::Stood(_))));
    assert_eq!(refused.count(), 3);
    let longer = apply(&doc, Edit::Duplicate(Path::parse("/issues/0/ladder/0")));
    assert_eq!(at(&longer, "/issues/0/ladder/3/rung").as_deref(), Some("3"));
    assert_eq!(
        at(&longer, "/issues/0/positions/0/high").as_deref(),
        Some("3"),
        "they went up with their rung"
    );
    assert_eq!(apply(&longer, remove(1)), doc);
}

#[test]
fn rows_join_under_ids_of_their_own() {
    let rows =
        Value::parse(r#"{"events": [{"id": "summit", "title": "x"}], "nothing": [1], "meta": {}}"#).unwrap();
    let changed = Edit::Join(rows).apply(&schema(), &tiny()).unwrap();
    assert_eq!(at(&changed.doc, "/events/1/id").as_deref(), Some("\"summit-2\""));
    assert_eq!(changed.place.to_string(), "/events/1");
    assert_eq!(at(&changed.doc, "/nothing"), None);
}
