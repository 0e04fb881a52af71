//! Files in and out: what is saved passes the native checker, and comes back as it was.

use std::path::Path;

use daylight::native::read;
use daylight::studio::zip;
use serde_json::{Value, json};

use super::author::*;
use crate::browser::{Change, Key, Page};

fn changes() -> Vec<Change> {
    let mut changes = served();
    changes.push(Change::Halting("/halting.json", tiny));
    changes.push(Change::Endless("/endless.json", || " ".repeat(1 << 16), None));
    changes
}

in_each_engine!(
    what_is_saved_is_a_dossier,
    what_has_not_left_its_field_is_saved_too,
    what_cannot_be_opened_says_why,
    what_cannot_be_read_is_told,
    an_address_that_has_no_end_is_not_waited_for
);

/// From now on a file that is saved is in `blob`, and its name in `given`. Nothing is written to a disk: the browser is kept from that.
async fn catch_files(page: &Page) {
    page.run(
        "HTMLAnchorElement.prototype.click = function () { window.given = this.download; };
         const make = URL.createObjectURL.bind(URL);
         URL.createObjectURL = (blob) => { window.blob = blob; return make(blob); };",
    )
    .await;
}

/// Presses a button that saves a file, and gives its name and bytes.
pub async fn saved(page: &Page, button: &str) -> (String, Vec<u8>) {
    catch_files(page).await;
    press(page, button).await;
    let bytes = page
        .run_async("blob.arrayBuffer().then((buffer) => done([given, [...new Uint8Array(buffer)]]))")
        .await;
    let name = bytes[0].as_str().unwrap().to_owned();
    let bytes = bytes[1]
        .as_array()
        .unwrap()
        .iter()
        .map(|byte| u8::try_from(byte.as_u64().unwrap()).unwrap())
        .collect();
    (name, bytes)
}

/// A folder of its own below the system's for such, which ends with the test.
pub struct Folder(pub std::path::PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static NEXT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("daylight-studio-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> std::path::PathBuf {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn title_of(path: &Path) -> String {
    read::load(path).unwrap().meta.title.get("en").to_owned()
}

async fn what_is_saved_is_a_dossier(page: &Page) {
    open_address(page, "odd.json").await;
    show(page, "meta", None).await;
    write(page, "/meta/title", " \u{d3c9}\u{c591} \"quoted\"").await;
    // The checker says what the format does not know; it is kept all the same.
    until_errors(page, 1).await;
    let folder = Folder::new();
    let (name, bytes) = saved(page, ".studio-files [data-do=save-file]").await;
    assert_eq!(name, "tiny.dossier.json");
    let text = String::from_utf8(bytes.clone()).unwrap();
    // What the format does not know is kept, where it stood.
    assert!(text.starts_with("{\n  \"x-ours\": [\n    1.50\n  ],\n  \"$schema\""), "{}", &text[..80]);
    let ours = text.replacen("  \"x-ours\": [\n    1.50\n  ],\n", "", 1);
    assert_eq!(
        title_of(&folder.write("one.json", ours.as_bytes())),
        "A tiny dossier \u{d3c9}\u{c591} \"quoted\""
    );

    let (name, packed) = saved(page, "[data-do=save-zip]").await;
    assert_eq!(name, "tiny.zip");
    for file in zip::read(&packed).unwrap() {
        let text =
            String::from_utf8(file.bytes).unwrap().replacen("  \"x-ours\": [\n    1.50\n  ],\n", "", 1);
        folder.write(&file.name, text.as_bytes());
    }
    assert_eq!(title_of(&folder.0.join("tiny")), "A tiny dossier \u{d3c9}\u{c591} \"quoted\"");

    // The archive is opened again by dropping it, and saved it is the same file.
    press(page, "[data-do=close]").await;
    page.until("the first screen is back", "document.querySelector('[data-do=begin]') !== null").await;
    drop_files(page, json!([["tiny.zip", packed]])).await;
    is_open(page).await;
    until_errors(page, 1).await;
    let (_, again) = saved(page, "[data-do=save-zip]").await;
    let texts = |bytes: &[u8]| -> Vec<(String, String)> {
        let files = zip::read(bytes).unwrap().into_iter();
        files.map(|file| (file.name, String::from_utf8(file.bytes).unwrap())).collect()
    };
    assert_eq!(texts(&again), texts(&packed));
}

async fn what_has_not_left_its_field_is_saved_too(page: &Page) {
    open_tiny(page).await;
    show(page, "parties", Some(0)).await;
    catch_files(page).await;
    page.focus(&field("/parties/0/id")).await;
    page.run("document.activeElement.select()").await;
    page.type_in("usa").await;
    page.press_with(Key::CTRL, Key('s')).await;
    page.until("it is saved", "window.given === 'tiny.dossier.json'").await;
    let text = page.run_async("blob.text().then(done)").await;
    assert!(text.as_str().unwrap().contains("\"id\": \"usa\""), "{text}");
}

/// Drops files on the page.
pub async fn drop_files(page: &Page, files: Value) {
    page.run(&format!(
        "const data = new DataTransfer();
         for (const [name, bytes] of {files}) data.items.add(new File([new Uint8Array(bytes)], name));
         const event = new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: data }});
         document.body.dispatchEvent(event);"
    ))
    .await;
}

async fn what_cannot_be_opened_says_why(page: &Page) {
    open_studio(page).await;
    drop_files(page, json!([["broken.json", b"{ \"meta\": ".to_vec()]])).await;
    page.until("why is said", "(document.getElementById('studio-notice') || {}).textContent?.includes('broken.json: line 1, column 11') === true").await;
    press(page, "[data-do=put-away]").await;
    page.until("it is put away", "document.getElementById('studio-notice') === null").await;
    page.until_is("the focus", "document.activeElement.id", "studio-heading".to_owned()).await;
    page.focus("#studio-address").await;
    page.type_in("nothing-here.json").await;
    press(page, ".start-address button").await;
    page.until(
        "the answer is told",
        "(document.getElementById('studio-notice') || {}).textContent?.includes('HTTP 404') === true",
    )
    .await;
    let told = async |files: Value, words: &str| {
        drop_files(page, files).await;
        let told = format!(
            "(document.getElementById('studio-notice') || {{}}).textContent?.includes({}) === true",
            json!(words)
        );
        page.until(words, &told).await;
    };
    told(json!([["talks.csv", b"date,title".to_vec()]]), "talks.csv is a spreadsheet").await;
    told(json!([["a.json", tiny().into_bytes()], ["notes.txt", b"x".to_vec()]]), "notes.txt").await;
    is_open(page).await;
    page.until(
        "what was left out is named",
        "document.getElementById('studio-notice').textContent.includes('notes.txt')",
    )
    .await;
    // Of a language file all is in but what has no place.
    let german =
        r#"{"language": "de", "texts": {"events/summit/title": "Gipfel", "events/gone/title": "x"}}"#;
    let files = json!([["a.json", tiny().into_bytes()], ["de.texts.json", german.as_bytes()]]);
    told(files, "de.texts.json was put in but 1 text, which has no place in this dossier: events/gone/title")
        .await;
    // What is no dossier does not take the place of the one that is open.
    told(json!([["package.json", b"{ \"name\": \"x\" }".to_vec()]]), "package.json has no part of a dossier")
        .await;
    page.run("Object.defineProperty(Blob.prototype, 'size', { get: () => 7e7 })").await;
    told(json!([["a.json", tiny().into_bytes()]]), "64 MB").await;
    assert_eq!(value(page, "/meta/title").await, "A tiny dossier");
}

/// Files that are there when they are chosen or dropped and cannot be read any more then; a folder that cannot be looked into.
async fn what_cannot_be_read_is_told(page: &Page) {
    open_tiny(page).await;
    page.run(
        "window.gone = () => new DOMException('gone', 'NotFoundError');
         File.prototype.arrayBuffer = () => Promise.reject(gone());
         HTMLInputElement.prototype.click = function () {
            const data = new DataTransfer();
            data.items.add(new File(['{}'], 'chosen.csv'));
            this.files = data.files;
            this.dispatchEvent(new Event('change'));
         };",
    )
    .await;
    let told = async |name: &str| {
        let told = format!(
            "(document.getElementById('studio-notice') || {{}}).textContent?.includes('{name} cannot be read') === true"
        );
        page.until(name, &told).await;
        press(page, "[data-do=put-away]").await;
        page.until("it is put away", "document.getElementById('studio-notice') === null").await;
    };
    drop_files(page, json!([["dropped.json", tiny().into_bytes()]])).await;
    told("dropped.json").await;
    page.run(
        "DataTransferItem.prototype.webkitGetAsEntry = () => ({
            name: 'talks', isDirectory: true, createReader: () => ({ readEntries: (_, fail) => fail(gone()) }),
         });",
    )
    .await;
    drop_files(page, json!([["talks", []]])).await;
    told("talks").await;
    press(page, "[data-do=close]").await;
    page.until("the first screen is back", "document.querySelector('[data-do=files]') !== null").await;
    press(page, "[data-do=files]").await;
    told("chosen.csv").await;
    assert_eq!(page.errors().await, Vec::<String>::new());
}

async fn an_address_that_has_no_end_is_not_waited_for(page: &Page) {
    open_studio(page).await;
    // As in browsers of before 2023.
    page.run("delete URL.canParse").await;
    let open = async |address: &str| {
        page.run(&format!("document.getElementById('studio-address').value = '{address}'")).await;
        press(page, ".start-address button").await;
    };
    open("halting.json").await;
    page.until("it can be stopped", "document.querySelector('[data-do=stop]') !== null").await;
    press(page, "[data-do=stop]").await;
    page.until("it is stopped", "document.querySelector('[data-do=stop]') === null").await;
    page.until_is("the focus", "document.activeElement.id", "studio-address".to_owned()).await;
    assert_eq!(page.count("#studio-notice").await, 0);
    // What is opened next stops it too.
    open("halting.json").await;
    open("endless.json").await;
    page.until(
        "it is too large",
        "(document.getElementById('studio-notice') || {}).textContent?.includes('larger than 64 MB') === true",
    )
    .await;
    assert_eq!(page.count("[data-do=stop]").await, 0);
    open("http://example.org/tiny.json").await;
    page.until(
        "what an address must be",
        "(document.getElementById('studio-notice') || {}).textContent?.includes('begins with https://') === true",
    )
    .await;
    open("tiny.json").await;
    is_open(page).await;
}
