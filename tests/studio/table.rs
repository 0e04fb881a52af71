//! A dossier whose events stand in a table: its rows are edited like any event, kept, shown, and saved with the dossier.

use daylight::native::read;
use daylight::studio::zip;
use serde_json::json;

use super::author::*;
use super::files::{Folder, drop_files, saved};
use crate::browser::{Change, Key, Page};

/// With a column of its own, quotes where they need not be, two ends of lines and a blank one: none of it is the studio's to change.
const SHEET: &str = "ID,date,title,kind,lane,parties,weight,ours\r\n\
    first,2018-07-06/2018-07-07,\"Talks, the first\",talks,both,us; dprk,,\"as it was\"\r\n\
    letter,2018-08,A letter,statement,b,dprk,2,\n\
    ,,,,,,,\n\
    last,2018-09-01,\"Last talks\",talks,a,us,1,x";

fn dossier() -> String {
    tiny().replacen('{', "{ \"event_table\": \"tables/events.csv\",", 1)
}

/// One more row than the studio edits.
fn large() -> String {
    let rows = (0..=20_000).map(|at| format!("e{at},2018-07,Event {at},talks,a\n"));
    ["id,date,title,kind,lane\n".to_owned(), rows.collect()].concat()
}

pub fn changes() -> Vec<Change> {
    let mut changes = served();
    changes.push(Change::File("/tabled/dossier.json", dossier));
    changes.push(Change::File("/tabled/tables/events.csv", || SHEET.to_owned()));
    changes.push(Change::File("/large/dossier.json", dossier));
    changes.push(Change::File("/large/tables/events.csv", large));
    changes
}

in_each_engine!(
    rows_are_edited_shown_kept_and_saved,
    problems_of_the_table_lead_to_its_fields,
    a_table_that_is_not_edited_is_kept,
    a_table_that_did_not_come_is_given
);

/// Waits until the page beside has these words.
async fn until_page_has(page: &Page, words: &str, has: bool) {
    let text = "document.getElementById('live').contentDocument.body.textContent";
    page.until(
        &format!("the page has {words:?}: {has}"),
        &format!("{text}.includes({}) === {has}", json!(words)),
    )
    .await;
}

/// The table in an archive, and how many events the command finds in the dossier.
fn unpacked(packed: &[u8], dossier: &str) -> (String, usize) {
    let (folder, mut table) = (Folder::new(), String::new());
    for file in zip::read(packed).unwrap() {
        folder.write(&file.name, &file.bytes);
        if file.name.ends_with("tables/events.csv") {
            table = String::from_utf8(file.bytes).unwrap();
        }
    }
    (table, read::load(&folder.0.join(dossier)).unwrap().events.len())
}

async fn rows_are_edited_shown_kept_and_saved(page: &Page) {
    open_address(page, "tabled/dossier.json").await;
    until_shown(page).await;
    assert_eq!(page.text(".parts [data-name=events_in_table] .count").await, "3");
    until_page_has(page, "Talks, the first", true).await;
    show(page, "events_in_table", Some(0)).await;
    assert_eq!(page.count("[id='f/events_in_table/0/note']").await, 0, "the table has no column for it");
    replace(page, "/events_in_table/0/title", "Talks, \"the first\"").await;
    until_page_has(page, "Talks, \"the first\"", true).await;
    // One more, written, and one copied and taken back.
    press(page, ".records-tools [data-do=add]").await;
    until_value(page, "/events_in_table/3/id", "new").await;
    for (field, text) in [("date", "2018-08"), ("title", "One more")] {
        replace(page, &format!("/events_in_table/3/{field}"), text).await;
    }
    for (field, choice) in [("kind", "talks"), ("lane", "a")] {
        page.run(&format!(
            "((field) => {{ field.value = '{choice}'; field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})(document.getElementById('f/events_in_table/3/{field}'))"
        ))
        .await;
    }
    until_errors(page, 0).await;
    until_page_has(page, "One more", true).await;
    press(page, ".tools-of [data-do=duplicate]").await;
    until_value(page, "/events_in_table/4/id", "new-2").await;
    page.press_with(Key::CTRL, Key('z')).await;
    page.until_is("it is taken back", "document.querySelectorAll('.rows .row').length", 4).await;
    // Found like any event.
    page.focus("#studio-find").await;
    page.type_in("a letter").await;
    page.until_is("it is found once", "document.querySelectorAll('.studio-hits li').length", 1).await;
    press(page, ".studio-hits button").await;
    page.until_is(
        "the focus is in its field",
        "document.activeElement.id",
        "f/events_in_table/1/title".to_owned(),
    )
    .await;
    until_kept(page).await;

    page.reload().await;
    page.until("it is listed", "document.querySelectorAll('[data-do=continue]').length === 1").await;
    press(page, "[data-do=continue]").await;
    is_open(page).await;
    show(page, "events_in_table", Some(3)).await;
    until_value(page, "/events_in_table/3/title", "One more").await;
    // What the JSON changes is kept with the table that did not.
    show(page, "meta", None).await;
    write(page, "/meta/title", " of talks").await;
    until_kept(page).await;
    let wanted = [
        &SHEET.replace("\"Talks, the first\"", "\"Talks, \"\"the first\"\"\""),
        "\r\nnew,2018-08,One more,talks,a,,,\r\n",
    ]
    .concat();
    let (name, packed) = saved(page, "[data-do=save-zip]").await;
    assert_eq!((name.as_str(), unpacked(&packed, "tiny")), ("tiny.zip", (wanted.clone(), 5)));
    let (name, packed) = saved(page, ".studio-files [data-do=save-file]").await;
    assert_eq!(
        (name.as_str(), unpacked(&packed, "tiny.dossier.json")),
        ("tiny.dossier.zip", (wanted.clone(), 5))
    );

    // The archive is opened again by dropping it.
    press(page, "[data-do=close]").await;
    page.until("the first screen is back", "document.querySelector('[data-do=begin]') !== null").await;
    drop_files(page, json!([["tiny.zip", packed]])).await;
    is_open(page).await;
    page.until_is(
        "it has its rows",
        "document.querySelector('.parts [data-name=events_in_table] .count').textContent",
        "4".to_owned(),
    )
    .await;
    until_shown(page).await;
    assert_eq!(page.errors().await, Vec::<String>::new());
}

async fn problems_of_the_table_lead_to_its_fields(page: &Page) {
    open_address(page, "tabled/dossier.json").await;
    until_shown(page).await;
    show(page, "events_in_table", Some(2)).await;
    replace(page, "/events_in_table/2/date", "September").await;
    until_errors(page, 1).await;
    assert!(page.text(".parts [data-name=events_in_table] .badge").await.contains("1 error"));
    until_page_has(page, "Last talks", false).await;
    show(page, "sources", None).await;
    press(page, "[data-do=problems]").await;
    press(page, "#problem-list .error").await;
    page.until_is(
        "the focus is in the field",
        "document.activeElement.id",
        "f/events_in_table/2/date".to_owned(),
    )
    .await;
    replace(page, "/events_in_table/2/date", "2018-09").await;
    until_errors(page, 0).await;
    until_page_has(page, "Last talks", true).await;
    // A column that is lacking is added, and then has a field.
    show(page, "events_in_table", None).await;
    assert!(page.text("#table-has").await.contains("tables/events.csv, 3 rows"));
    press(page, "[data-do=add-column][data-name=place]").await;
    show(page, "events_in_table", Some(1)).await;
    replace(page, "/events_in_table/1/place", "Geneva").await;
    let (_, packed) = saved(page, "[data-do=save-zip]").await;
    let (table, _) = unpacked(&packed, "tiny");
    assert!(table.contains("weight,ours,place\r\n") && table.contains("dprk,2,,Geneva\n"), "{table}");
}

async fn a_table_that_is_not_edited_is_kept(page: &Page) {
    open_address(page, "large/dossier.json").await;
    until_shown(page).await;
    assert!(page.text("#studio-notice").await.contains("20001 rows"));
    show(page, "events_in_table", None).await;
    assert!(page.text("#studio-form").await.contains("20001 rows"));
    assert_eq!(page.count(".rows .row, .records-tools [data-do=add]").await, 0);
    show(page, "meta", None).await;
    write(page, "/meta/title", ", changed").await;
    until_kept(page).await;
    page.reload().await;
    page.until("it is listed", "document.querySelectorAll('[data-do=continue]').length === 1").await;
    press(page, "[data-do=continue]").await;
    is_open(page).await;
    assert_eq!(value(page, "/meta/title").await, "A tiny dossier, changed");
    let kept: bool = page
        .run_async("new Promise((give) => { const make = URL.createObjectURL.bind(URL); URL.createObjectURL = (blob) => { give(blob); return make(blob); }; HTMLAnchorElement.prototype.click = () => {}; document.querySelector('[data-do=save-zip]').click(); }).then((blob) => blob.text()).then((text) => fetch('/large/tables/events.csv').then((answer) => answer.text()).then((table) => done(text.includes(table))))")
        .await
        .as_bool()
        .unwrap();
    assert!(kept, "the archive has the table as it was");
}

async fn a_table_that_did_not_come_is_given(page: &Page) {
    open_studio(page).await;
    drop_files(page, json!([["a.json", dossier().into_bytes()], ["notes.txt", b"ours".to_vec()]])).await;
    is_open(page).await;
    page.until(
        "both are told: no table came with it, and a file is no part of it",
        "['tables/events.csv', 'notes.txt'].every((name) => document.getElementById('studio-notice').textContent.includes(name))",
    )
    .await;
    show(page, "events_in_table", None).await;
    assert!(page.text("#table-has").await.contains("is not here"));
    until_errors(page, 1).await;
    // The browser's own dialogue is out of reach: the input that would open it is given its file.
    page.run(&format!(
        "HTMLInputElement.prototype.click = function () {{
            const data = new DataTransfer();
            data.items.add(new File([{}], 'events.csv'));
            this.files = data.files;
            this.dispatchEvent(new Event('change'));
        }};",
        json!(SHEET)
    ))
    .await;
    press(page, "[data-do=table-file]").await;
    page.until_is("it has rows", "document.querySelectorAll('.rows .row').length", 3).await;
    until_errors(page, 0).await;
    until_page_has(page, "A letter", true).await;
    page.press_with(Key::CTRL, Key('z')).await;
    page.until(
        "it is away again",
        "document.getElementById('table-has').textContent.includes('is not here')",
    )
    .await;
}
