//! The checker and the page beside the form follow what is written, once nobody has written for a moment. The checker does not wait for
//! the page, which may never be there.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::super::after;
use super::Studio;
use super::host::Table;
use crate::studio::desk::{Command, Rows};
use crate::studio::problems::Problems;
use crate::studio::sitting::{Live, Saved};
use crate::studio::table;

/// Milliseconds without a change after which the dossier is checked and shown.
const RESTS_AFTER: i32 = 250;
/// Milliseconds after that without a change until it is told what is new. What changed is kept by then, and pauses between words are shorter.
const TOLD_AFTER: i32 = 1500;

impl Studio {
    /// Checks and shows the dossier once it rests.
    pub(super) fn check_soon(&self) {
        let (studio, version) = (self.clone(), self.0.version.get());
        after(RESTS_AFTER, move || {
            if studio.0.version.get() == version {
                spawn_local(async move { studio.check().await });
            }
        });
    }

    /// Reads rows of a spreadsheet, in the checker's worker.
    pub(super) fn read_rows(&self, text: String) {
        let Some(json) = self.with_desk(|desk| table::with_ids(desk.doc()).compact()) else { return };
        self.pasted(text.clone());
        self.act(Command::Rows(Some(Rows::Reading)));
        let studio = self.clone();
        spawn_local(async move {
            let answer = studio.0.host.rows(&text, &json, &studio.table()).await;
            // Put away meanwhile, they are not wanted any more.
            if studio.with_desk(|desk| desk.rows == Some(Rows::Reading)) == Some(true) {
                studio.act(Command::Rows(Some(Rows::of(&answer))));
                super::focus::to("form-heading");
            }
        });
    }

    async fn check(&self) {
        // The one at work begins again at its end if there is something newer.
        if self.0.checking.replace(true) {
            return;
        }
        loop {
            let version = self.0.version.get();
            let Some(doc) = self.with_desk(|desk| desk.doc().clone()) else { break };
            let json = JsValue::from_str(&table::json(&doc).compact());
            let rows = self.table();
            let name = table::address(&doc).unwrap_or_default();
            let mut answer = self.0.host.check(&json, name, &rows).await;
            if answer.is_none() {
                // A worker that the browser has ended, as it may where memory is short, is begun anew by the next question.
                answer = self.0.host.check(&json, name, &rows).await;
            }
            let newer = || self.0.version.get() != version;
            let (mut sound, mut parts) = (false, js_sys::Array::new());
            if let Some(answer) = answer {
                let said = answer.shift().as_string().unwrap_or_default();
                parts = answer;
                let problems = self.with(|sitting| Problems::read(&said, &sitting.schema, &doc));
                if let Some(problems) = problems.filter(|_| !newer()) {
                    sound = problems.errors == 0;
                    self.act(Command::Checked(doc.clone(), problems));
                }
            }
            if !newer() {
                self.tell_at_rest(version);
                // What is not edited is not drawn either: it would be drawn anew with every change.
                let is_edited = matches!(table::state(&doc), table::State::Edited(_));
                let rows = if is_edited { rows } else { Table::default() };
                let studio = self.clone();
                spawn_local(async move { studio.show(version, json, rows, parts, sound).await });
                break;
            }
        }
        self.0.checking.set(false);
    }

    /// Tells what is new once nobody has written for a while since a version was checked.
    fn tell_at_rest(&self, version: u64) {
        let studio = self.clone();
        after(TOLD_AFTER, move || {
            if studio.0.version.get() == version {
                let kept = studio.with(|sitting| matches!(sitting.saved, Saved::Kept(_)));
                studio.act(Command::Rested(kept.unwrap_or_default()));
            }
        });
    }

    /// Has the page beside show a version, and says how that went. A page that is not there yet shows it once it is.
    async fn show(&self, version: u64, json: JsValue, rows: Table, parts: js_sys::Array, sound: bool) {
        let shown = self.0.host.show(&json, &rows, &parts).await;
        if self.0.version.get() != version {
            return;
        }
        self.with(|sitting| {
            sitting.live = match shown.as_deref() {
                Some("shown") if sound => Live::Shown,
                Some("shown") => Live::Partly,
                Some("behind") => Live::Behind,
                // It says itself that its program could not be had.
                _ => Live::Waiting,
            };
        });
        self.draw();
    }
}
