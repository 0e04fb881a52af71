//! What the studio's own script does for it (`web/studio-host.js`): the browser's store, locks between tabs, files, the checker in its worker,
//! the frame with the page.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::studio::sitting::{Kept, NotKept};
use crate::studio::zip::File;

/// The script's functions.
#[derive(Clone)]
pub(super) struct Host(JsValue);

/// The text of a dossier's table of events, for the script.
#[derive(Clone, Default)]
pub(super) struct Table {
    /// It; `undefined` where there is none.
    pub(super) text: JsValue,
    /// Whether it is another than the one that is kept.
    pub(super) is_new: bool,
}

/// What saving came to.
pub(super) struct Stored {
    /// Whether another tab had written meanwhile, so that this is a dossier of its own now.
    pub(super) copied: bool,
    pub(super) id: String,
    pub(super) revision: f64,
    /// The time, in words.
    pub(super) when: String,
}

impl Host {
    pub(super) fn new(host: JsValue) -> Host {
        Host(host)
    }

    fn call(&self, name: &str, words: &[JsValue]) -> Result<JsValue, JsValue> {
        let function: Function = Reflect::get(&self.0, &name.into())?.dyn_into()?;
        function.apply(&self.0, &words.iter().collect::<Array>())
    }

    async fn ask(&self, name: &str, words: &[JsValue]) -> Result<JsValue, JsValue> {
        JsFuture::from(self.call(name, words)?.dyn_into::<Promise>()?).await
    }

    /// The dossiers that are kept, the newest first.
    pub(super) async fn list(&self) -> Result<Vec<Kept>, NotKept> {
        let list: Array = self.ask("list", &[]).await.map_err(not_kept)?.unchecked_into();
        let one = |one: JsValue| {
            let [id, title, when] = [0, 1, 2].map(|at| text(&one, at));
            Kept { id, title, when, bytes: number(&one, 3) as u64 }
        };
        Ok(list.iter().map(one).collect())
    }

    /// A dossier's text, its version in the store, and the text of its table where it has one.
    pub(super) async fn load(&self, id: &str) -> Result<(String, f64, Option<String>), NotKept> {
        let found = self.ask("load", &[id.into()]).await.map_err(not_kept)?;
        let table = Reflect::get_u32(&found, 2).ok().and_then(|table| table.as_string());
        Ok((text(&found, 0), number(&found, 1), table))
    }

    /// A number for a dossier that is not in the store yet.
    pub(super) fn fresh(&self) -> String {
        self.call("fresh", &[]).ok().and_then(|number| number.as_string()).unwrap_or_default()
    }

    /// Notes what could not be kept before the page goes, for the next one to keep; at once, where the store would be too late.
    pub(super) fn note(&self, id: &str, title: &str, json: &str, revision: f64, table: &Table) {
        let words = [id.into(), title.into(), json.into(), revision.into(), table.text.clone()];
        let _ = self.call("note", &words);
    }

    /// Keeps a text, and the table's where it is new.
    pub(super) async fn keep(
        &self,
        id: &str,
        title: &str,
        json: &str,
        revision: f64,
        table: &Table,
    ) -> Result<Stored, NotKept> {
        let words =
            [id.into(), title.into(), json.into(), revision.into(), table.text.clone(), table.is_new.into()];
        let answer = self.ask("keep", &words).await.map_err(not_kept)?;
        Ok(Stored {
            copied: text(&answer, 0) == "copied",
            id: text(&answer, 1),
            revision: number(&answer, 2),
            when: text(&answer, 3),
        })
    }

    /// Forgets a dossier.
    pub(super) async fn forget(&self, id: &str) -> Result<(), NotKept> {
        self.ask("forget", &[id.into()]).await.map(|_| ()).map_err(not_kept)
    }

    /// Holds a dossier against other tabs; `false` where another one has it. Waits for that one to give it where `take` says so.
    pub(super) async fn hold(&self, id: &str, take: bool) -> bool {
        self.ask("hold", &[id.into(), take.into()]).await.is_ok_and(|held| held.is_truthy())
    }

    /// Lets other tabs have it.
    pub(super) fn release(&self) {
        let _ = self.call("release", &[]);
    }

    /// Whether leaving would lose words of the dossier, or rows on their way into it.
    pub(super) fn unsaved(&self, words: bool, rows: bool) {
        let _ = self.call("unsaved", &[words.into(), rows.into()]);
    }

    /// Notes the rows that are on their way into a dossier; whether they will be there when the page is gone.
    pub(super) fn note_rows(&self, id: &str, rows: &str) -> bool {
        self.call("noteRows", &[id.into(), rows.into()]).is_ok_and(|noted| noted.is_truthy())
    }

    /// The rows that were noted of a dossier.
    pub(super) fn noted_rows(&self, id: &str) -> String {
        self.call("notedRows", &[id.into()]).ok().and_then(|rows| rows.as_string()).unwrap_or_default()
    }

    /// What the checker says of a text and its table, and the parts of its page.
    pub(super) async fn check(&self, json: &JsValue, name: &str, table: &Table) -> Option<Array> {
        self.ask("check", &[json.clone(), name.into(), table.text.clone()]).await.ok()?.dyn_into().ok()
    }

    /// What rows of a spreadsheet are as records of a dossier and its table.
    pub(super) async fn rows(&self, text: &str, json: &str, table: &Table) -> Vec<String> {
        match self.ask("rows", &[text.into(), json.into(), table.text.clone()]).await {
            Ok(answer) => {
                answer.unchecked_into::<Array>().iter().filter_map(|part| part.as_string()).collect()
            }
            Err(error) => vec!["refused".to_owned(), words_of(&error)],
        }
    }

    /// Has the page beside show a text; what it shows then.
    pub(super) async fn show(&self, json: &JsValue, table: &Table, parts: &Array) -> Option<String> {
        self.ask("show", &[json.clone(), table.text.clone(), parts.into()]).await.ok()?.as_string()
    }

    /// Gives the reader a file.
    pub(super) fn save(&self, name: &str, kind: &str, bytes: &[u8]) {
        let _ = self.call("save", &[name.into(), kind.into(), Uint8Array::from(bytes).into()]);
    }

    /// Lets the reader choose files, or a folder.
    pub(super) async fn choose(&self, folder: bool) -> Vec<File> {
        self.ask("choose", &[folder.into()]).await.map(|files| files_of(&files)).unwrap_or_default()
    }

    /// Fetches the file at an address beside another one; `None` where that was stopped.
    pub(super) async fn fetch_beside(&self, address: &str, name: &str) -> Option<Result<Vec<File>, String>> {
        fetched(self.ask("fetchBeside", &[address.into(), name.into()]).await)
    }

    /// Fetches an address; `None` where that was stopped, as by fetching another one.
    pub(super) async fn fetch(&self, address: &str) -> Option<Result<Vec<File>, String>> {
        fetched(self.ask("fetch", &[address.into()]).await)
    }

    /// Stops what is being fetched.
    pub(super) fn stop_fetch(&self) {
        let _ = self.call("stopFetch", &[]);
    }

    /// Tells the script a function to call.
    pub(super) fn set(&self, name: &str, function: &Function) {
        let _ = Reflect::set(&self.0, &name.into(), function);
    }

    /// Asks the reader whether to leave what is not kept.
    pub(super) fn may_lose(&self) -> bool {
        self.call("mayLose", &[]).is_ok_and(|answer| answer.is_truthy())
    }

    /// Asks the reader whether rows that were pasted may go.
    pub(super) fn may_put_away(&self) -> bool {
        self.call("mayPutAway", &[]).is_ok_and(|answer| answer.is_truthy())
    }

    /// Today, as `2018-06-12`.
    pub(super) fn today(&self) -> String {
        self.call("today", &[]).ok().and_then(|today| today.as_string()).unwrap_or_default()
    }
}

fn fetched(answer: Result<JsValue, JsValue>) -> Option<Result<Vec<File>, String>> {
    match answer {
        Ok(files) if files.is_null() => None,
        Ok(files) => Some(Ok(files_of(&files))),
        Err(error) => Some(Err(words_of(&error))),
    }
}

/// Files as the script gives them: a list of names and bytes.
pub(super) fn files_of(files: &JsValue) -> Vec<File> {
    let Some(files) = files.dyn_ref::<Array>() else { return Vec::new() };
    let file = |file: JsValue| {
        let bytes: Uint8Array = Reflect::get_u32(&file, 1).ok()?.dyn_into().ok()?;
        Some(File { name: text(&file, 0), bytes: bytes.to_vec() })
    };
    files.iter().filter_map(file).collect()
}

fn text(list: &JsValue, at: u32) -> String {
    Reflect::get_u32(list, at).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

fn number(list: &JsValue, at: u32) -> f64 {
    Reflect::get_u32(list, at).ok().and_then(|value| value.as_f64()).unwrap_or_default()
}

fn words_of(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| error.as_string()).unwrap_or_default()
}

fn not_kept(error: JsValue) -> NotKept {
    let name =
        Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
    match name.as_str() {
        "NoStore" => NotKept::NoStore,
        "QuotaExceededError" => NotKept::Full,
        _ => NotKept::Other(words_of(&error)),
    }
}
