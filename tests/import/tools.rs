//! What real tools write, and what was once misread of it.

use daylight::dossier::check::{SourceFile, check};
use daylight::export::Published;
use daylight::import::{Imported, Joining, Wishes, import};
use daylight::messages::Locale;
use daylight::native::export::{self, Format};
use serde_json::{Value, json};

use super::told;

fn read(name: &str, text: &str) -> Imported {
    import(name, text, &Wishes::default(), None).unwrap()
}

fn part<'i>(imported: &'i Imported, name: &str) -> &'i [Value] {
    imported.dossier[name].as_array().unwrap()
}

/// What is not understood is never written as a date that nobody gave.
#[test]
fn a_date_that_is_not_understood_is_no_other_date() {
    let table = "year,month,day,end,title,summary,kind,lane\n\
                 2018,,12,,A day and no month,S,talks,both\n\
                 18,6,12,,Two digits,S,talks,both\n\
                 ,,,2018-06-14,An end alone,S,talks,both\n\
                 2018-06,12,,,A month in the year,S,talks,both\n\
                 2018,6,12,ongoing,Open,S,talks,both\n";
    let imported = read("a.csv", table);
    let dates: Vec<&Value> = part(&imported, "events").iter().map(|event| &event["date"]).collect();
    let wanted =
        [json!("2018--12"), json!("18-6-12"), Value::Null, json!("2018-06 12"), json!("2018-06-12/..")];
    assert_eq!(dates, wanted.iter().collect::<Vec<_>>());
    let told = told(&imported);
    for says in [
        "Open 2:1: the date \"2018--12\" was not understood: there is a day but no month",
        "Open 3:1: the date \"18-6-12\" was not understood: its year needs four digits",
        "Open 4:4: an event with an end and no date",
    ] {
        assert!(told.contains(says), "{says}: {told}");
    }
    let file = SourceFile { name: "a.json".to_owned(), text: imported.json() };
    let bad = check(&[file]).diagnostics;
    assert_eq!(bad.iter().filter(|found| found.code.as_str() == "E0301").count(), 3, "{told}");
    let slide = |year: &str| {
        let text = format!(
            "{{\"events\": [{{\"start_date\": {{\"year\": \"{year}\", \"month\": 6}}, \"text\": {{\"headline\": \"A\"}}}}]}}"
        );
        super::told(&read("a.json", &text))
    };
    assert!(slide("-500").contains("years before 1 cannot be given in a dossier"));
    assert!(slide("").contains("it names no year"));
}

/// A dossier in Korean knows its parties, sources and events by their English names too, wherever those stand.
#[test]
fn records_join_by_names_in_every_language() {
    let dossier = json!({
        "meta": { "languages": ["ko", "en"] },
        "parties": [
            { "id": "dprk", "name": "북한", "short": { "ko": "북", "en": "DPRK" }, "side": "b" },
            { "id": "us", "name": "미국", "short": "미", "side": "a" }
        ],
        "sources": [{ "id": "book", "title": { "ko": "책", "en": "The Book" } }, { "id": "paper", "title": "신문" }],
        "events": [{ "id": "e1", "date": "2018-06-12", "title": "만나다" }]
    });
    let english = json!({ "language": "en", "texts": {
        "parties/us/name": "United States", "sources/paper/title": "The Paper", "events/e1/title": "They meet"
    } });
    let joining = Joining::of([&english, &dossier]);
    let table = "date,title,summary,parties,sources\n\
                 2018-06-12,They meet,S,US,x\n\
                 2018-06-13,They talk,S,United States; DPRK; Norland,The Paper; the book\n";
    let wishes = Wishes { language: Some("en".to_owned()), ..Wishes::default() };
    let imported = import("a.csv", table, &wishes, Some(&joining)).unwrap();
    let [event] = part(&imported, "events") else { panic!("{}", imported.json()) };
    assert_eq!(event["parties"], json!(["us", "dprk", "norland"]));
    assert_eq!(event["sources"], json!(["paper", "book"]));
    assert_eq!(event["title"], json!({ "en": "They talk" }), "what is not in the first language says so");
    assert_eq!(part(&imported, "parties")[0]["name"], json!({ "en": "Norland" }));
    assert!(joining.refuses("en").is_none() && joining.refuses("de").unwrap().contains("ko, en"));
    // In the first language a text is plain, as everywhere.
    let wishes = Wishes { language: Some("ko".to_owned()), ..Wishes::default() };
    let imported = import("a.csv", table, &wishes, Some(&joining)).unwrap();
    assert_eq!(part(&imported, "events")[0]["title"], "They talk");
}

/// Our own table of sources comes back with every field, in each language.
#[test]
fn our_own_table_of_sources_is_read_back_whole() {
    let source = json!({
        "id": "paper", "title": "The paper", "publisher": { "en": "The Press", "ko": "언론" }, "author": "A. Writer",
        "date": "2018-06", "url": "https://example.org/a", "archived_url": "https://example.org/copy/20180612000000/a",
        "kind": "press", "tier": "B", "agency": "AP", "lang": "en", "seen": true,
        "note": { "en": "Read it.", "ko": "읽을 것." }
    });
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/cases/73-two-languages");
    let mut dossier = daylight::native::read::load(&path).unwrap();
    dossier.sources = vec![serde_json::from_value(source.clone()).unwrap()];
    let published = Published { address: "", version: "", locale: Locale::En };
    let files = export::files(&dossier, Format::Csv, published).unwrap();
    let table = files.into_iter().find(|file| file.name.ends_with("sources.csv")).unwrap();
    let table = String::from_utf8(table.bytes).unwrap();
    let imported = read("sources.csv", &table);
    assert_eq!(part(&imported, "sources"), [source], "{table}");
    assert!(!told(&imported).contains("means nothing"), "{}", told(&imported));
    // A table of events has them too; then the dossier has both languages.
    let imported = read("a.csv", "date,title,title.ko,note.earlier\n2018,They meet,만나다,x\n");
    assert_eq!(part(&imported, "events")[0]["title"], json!({ "en": "They meet", "ko": "만나다" }));
    assert_eq!(imported.dossier["meta"]["languages"], json!(["en", "ko"]));
}

/// A column that names the file's own language is the field itself; what stands there twice is told.
#[test]
fn a_column_in_the_files_own_language_is_the_field() {
    let imported = read("a.csv", "date,title.en,title.ko,summary\n2018,They meet,만나다,S\n");
    assert_eq!(part(&imported, "events")[0]["title"], json!({ "en": "They meet", "ko": "만나다" }));
    let said = told(&imported);
    assert!(!said.contains("without a title") && !said.contains("no column `title`"), "{said}");
    for header in ["date,title,title.en", "date,title.en,title"] {
        let [plain, own] = if header.ends_with(".en") { ["One", "Two"] } else { ["Two", "One"] };
        let imported = read("a.csv", &format!("{header}\n2018,One,Two\n"));
        assert_eq!(part(&imported, "events")[0]["title"], plain, "{own}");
        let said = told(&imported);
        assert!(said.contains("LeftOut") && said.contains("a second text in the same language"), "{said}");
    }
}

/// A text in a further language is looked at like any other, and one that the dossier does not declare is left out.
#[test]
fn texts_in_further_languages_are_looked_at_too() {
    let table = "date,title,title.ko,summary.ko,note.ko\n2018,They meet,<b>만나다</b>,#REF!,=A1+1\n";
    let imported = read("a.csv", table);
    assert_eq!(part(&imported, "events")[0]["title"], json!({ "en": "They meet", "ko": "만나다" }));
    let said = told(&imported);
    for says in
        ["HTML was made plain text", "the formula in this cell failed", "a formula in place of its result"]
    {
        assert!(said.contains(says), "{says}: {said}");
    }
    let joined = json!({ "meta": { "languages": ["en", "ko"] } });
    let table = "date,title,title.ko,title.ja\n2018,They meet,만나다,会う\n";
    let imported = import("a.csv", table, &Wishes::default(), Some(&Joining::of([&joined]))).unwrap();
    assert_eq!(part(&imported, "events")[0]["title"], json!({ "en": "They meet", "ko": "만나다" }));
    assert!(
        told(&imported)
            .contains("the column \"title.ja\" (1 cell): the dossier does not declare this language")
    );
}

/// Sources that are imported again are one note, not one for each.
#[test]
fn sources_that_are_there_are_told_of_together() {
    let rows: String =
        (1..=40).map(|n| format!("Title {n},P,https://example.org/{n},press,B,en,yes\n")).collect();
    let table = format!("title,publisher,url,kind,tier,lang,seen\n{rows}");
    let once = read("a.csv", &table);
    let again = import("a.csv", &table, &Wishes::default(), Some(&Joining::of([&once.dossier]))).unwrap();
    let [note] = again.notes.as_slice() else { panic!("{:?}", again.notes) };
    assert_eq!(note.places.len(), 40);
}

/// What TimelineJS shows and a dossier does not is named; the page that a picture leads to is its source.
#[test]
fn what_a_slide_shows_besides_is_told_or_cited() {
    let picture = |more: &str| {
        format!(
            "\"media\": {{ \"url\": \"https://example.org/a.jpg\", \"caption\": \"The lake\", \"credit\": \"AP\"{more} }}"
        )
    };
    let text = |headline: &str| format!("\"text\": {{ \"headline\": \"{headline}\" }}");
    let linked =
        picture(", \"link\": \"https://example.org/page\", \"alt\": \"A lake\", \"thumbnail\": \"t.jpg\"");
    let timeline = format!(
        "{{ \"title\": {{ {}, {}, \"background\": {{}} }},\n\"events\": [\n\
         {{ \"start_date\": {{ \"year\": 2018 }}, {}, {linked} }},\n\
         {{ \"start_date\": {{ \"year\": 2019 }}, {}, {} }}] }}",
        text("A <b>title</b>"),
        picture(""),
        text("They meet"),
        text("Again"),
        picture("")
    );
    let imported = read("a.json", &timeline);
    let [page] = part(&imported, "sources") else { panic!("{}", imported.json()) };
    assert_eq!((&page["url"], &page["title"]), (&json!("https://example.org/page"), &json!("The lake")));
    let said = told(&imported);
    for says in [
        "the media of the title slide",
        "the caption of the title slide",
        "the credit of the title slide",
        "the alternative text of a slide",
        "the thumbnail of a slide",
        "the page that it leads to is cited",
        "a picture, film or sound: a dossier shows none",
        "HTML was made plain text",
    ] {
        assert!(said.contains(says), "{says}: {said}");
    }
    assert!(!said.contains("background"), "an empty one says nothing: {said}");
    let joined = import("a.json", &timeline, &Wishes::default(), Some(&Joining::default())).unwrap();
    let notes = told(&joined);
    assert!(notes.contains("LeftOut 1:12: the title slide\n") && !notes.contains("HTML"), "{notes}");
}
