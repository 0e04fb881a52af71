//! Keeping a dossier in the browser as it is written: at most some eight tenths of a second behind, and at once when the page is left or
//! hidden. A page that is left may be gone before the store has answered: what it had is then noted, and the next page keeps it.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Event;

use super::super::{after, document, listen, window};
use super::Studio;
use crate::studio::label;
use crate::studio::sitting::{NotKept, Notice, Saved};
use crate::studio::table;
use crate::studio::value::Value;

/// Milliseconds from a change until it is kept.
const SOON: i32 = 800;
/// Milliseconds until it is tried again where that failed: there may be room by then.
const AGAIN: i32 = 5000;
/// Milliseconds from one look at a save on its way to the next, and how many looks it is waited for: five seconds in all.
const LOOK: i32 = 20;
const LOOKS: usize = 250;

/// How keeping stands.
#[derive(Default)]
pub(super) struct Keeping {
    /// The dossier's number in the store, also before it is there.
    pub(super) id: String,
    /// The version in the store that this one follows; 0 before it is there.
    pub(super) revision: f64,
    /// Whether something is not kept yet.
    pub(super) behind: bool,
    /// Whether a save is on its way.
    pub(super) busy: bool,
    /// Whether one has been asked for.
    scheduled: bool,
    /// Whether one that failed is going to be tried again.
    again: bool,
    /// Counts the dossiers opened: an answer for an earlier one is not for this.
    pub(super) sitting: u64,
    /// Whether rows on their way into the dossier are nowhere but on this page.
    pub(super) rows_at_risk: bool,
}

/// Keeps what is written when the page is hidden or left.
pub(super) fn follow(studio: &Studio) {
    if let Some(document) = document() {
        let here = studio.clone();
        // A hidden page may be ended without another word, as phones do.
        listen::<Event>(&document, "visibilitychange", true, move |_| {
            if super::super::document().is_some_and(|document| document.hidden()) {
                here.leave();
            }
        });
    }
    if let Some(window) = window() {
        // The browser may ask whether to leave, and the store has that time.
        let here = studio.clone();
        listen::<Event>(&window, "beforeunload", true, move |_| here.leave());
        let here = studio.clone();
        listen::<Event>(&window, "pagehide", true, move |_| {
            here.leave();
            here.note();
        });
    }
}

/// Goes on after some milliseconds.
async fn pause(milliseconds: i32) {
    let over = Promise::new(&mut |resolve, _| {
        after(milliseconds, move || {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        });
    });
    let _ = JsFuture::from(over).await;
}

impl Studio {
    fn keeping<T>(&self, work: impl FnOnce(&mut Keeping) -> T) -> Option<T> {
        self.0.keeping.try_borrow_mut().ok().map(|mut keeping| work(&mut keeping))
    }

    /// Something changed: it is kept in a moment.
    pub(super) fn keep_soon(&self) {
        self.keeping(|keeping| keeping.behind = true);
        self.with(|sitting| {
            if !matches!(sitting.saved, Saved::Failed(_)) {
                sitting.saved = Saved::Pending;
            }
        });
        self.tell_unsaved(true);
        self.keep_in(SOON, |keeping| &mut keeping.scheduled);
    }

    /// Keeps what is not kept yet in so many milliseconds; nothing where that is going to happen already, which `asked` says.
    fn keep_in(&self, milliseconds: i32, asked: fn(&mut Keeping) -> &mut bool) {
        if self.keeping(|keeping| std::mem::replace(asked(keeping), true)) == Some(false) {
            let studio = self.clone();
            after(milliseconds, move || {
                studio.keeping(|keeping| *asked(keeping) = false);
                studio.keep_now();
            });
        }
    }

    /// Keeps what is not kept yet.
    pub(super) fn keep_now(&self) {
        let studio = self.clone();
        spawn_local(async move { studio.keep().await });
    }

    /// Keeps all that was written, what has not left its field and what a save is on its way with already too; whether all of it is kept.
    pub(super) async fn keep_all(&self) -> bool {
        self.settle_here();
        for _ in 0..LOOKS {
            self.keep().await;
            if self.keeping(|keeping| keeping.busy) != Some(true) {
                break;
            }
            pause(LOOK).await;
        }
        self.keeping(|keeping| keeping.behind || keeping.busy) == Some(false)
    }

    /// Tells the script whether leaving would lose something: words of the dossier, or rows on their way into it.
    pub(super) fn tell_unsaved(&self, behind: bool) {
        let rows = self.keeping(|keeping| keeping.rows_at_risk).unwrap_or_default();
        self.0.host.unsaved(behind, rows);
    }

    /// Notes the rows that are being pasted as they are now, for this dossier whenever it is opened again; or that there are none any more.
    pub(super) fn note_rows(&self) {
        let rows = self.with_desk(|desk| (!desk.read_only).then(|| desk.pasted.clone())).flatten();
        let id = self.keeping(|keeping| keeping.id.clone());
        let (Some(rows), Some(id)) = (rows, id) else { return };
        let noted = self.0.host.note_rows(&id, &rows);
        let behind = self.keeping(|keeping| {
            keeping.rows_at_risk = !noted;
            keeping.behind || keeping.busy
        });
        self.tell_unsaved(behind.unwrap_or(true));
    }

    /// The page is about to go, or is hidden: what is being written counts as it is, and is kept at once.
    fn leave(&self) {
        self.settle_here();
        self.keep_now();
    }

    /// Notes what is not in the store when the page goes. Where the browser has no store, the next page would have none to put it in.
    fn note(&self) {
        let unkept = self.keeping(|keeping| {
            (keeping.behind || keeping.busy).then(|| (keeping.id.clone(), keeping.revision))
        });
        let Some((id, revision)) = unkept.flatten() else { return };
        if self.with(|sitting| sitting.saved == Saved::Failed(NotKept::NoStore)) == Some(true) {
            return;
        }
        if let Some((title, json)) = self.titled_json() {
            self.0.host.note(&id, &title, &json, revision, &self.table());
        }
    }

    /// The dossier's title, and all of it but the table as JSON.
    fn titled_json(&self) -> Option<(String, String)> {
        self.with_desk(|desk| {
            let title = desk.doc().get("meta").and_then(|meta| meta.get("title"));
            let title =
                title.and_then(|title: &Value| label::words(title, desk.language())).unwrap_or_default();
            (title.to_owned(), table::json(desk.doc()).compact())
        })
    }

    /// Keeps what is not kept yet, and what is written while that goes on.
    pub(super) async fn keep(&self) {
        loop {
            let next = self.keeping(|keeping| {
                let go = keeping.behind && !keeping.busy;
                if go {
                    (keeping.behind, keeping.busy) = (false, true);
                }
                go.then(|| (keeping.id.clone(), keeping.revision, keeping.sitting))
            });
            let Some((id, revision, number)) = next.flatten() else { return };
            let Some((title, json)) = self.titled_json() else {
                self.keeping(|keeping| keeping.busy = false);
                return;
            };
            let table = self.table();
            // What changes while it is being kept is not kept by that.
            self.table_is_kept(true);
            let stored = self.0.host.keep(&id, &title, &json, revision, &table).await;
            let failed = stored.is_err();
            let same = self.keeping(|keeping| {
                keeping.busy = false;
                if keeping.sitting != number {
                    return false;
                }
                match &stored {
                    Ok(stored) => (keeping.id, keeping.revision) = (stored.id.clone(), stored.revision),
                    Err(_) => {
                        keeping.behind = true;
                        if table.is_new {
                            self.table_is_kept(false);
                        }
                    }
                }
                true
            });
            // Another dossier was opened meanwhile: that one may have something to keep by now.
            if same != Some(true) {
                continue;
            }
            let behind = self.keeping(|keeping| keeping.behind).unwrap_or(true);
            match stored {
                Ok(stored) => {
                    let is_new = revision < 1.0 || id != stored.id;
                    if is_new {
                        // One of its own is edited here, also where another tab took the one that it comes from.
                        let held = self.0.host.hold(&stored.id, false).await;
                        if self.keeping(|keeping| keeping.sitting) != Some(number) {
                            continue;
                        }
                        self.with_desk(|desk| desk.read_only = !held);
                        self.note_rows();
                    }
                    self.with(|sitting| {
                        sitting.saved = if behind { Saved::Pending } else { Saved::Kept(stored.when) };
                        if stored.copied {
                            sitting.notices = vec![Notice::Copied];
                        }
                    });
                }
                Err(why) => {
                    if why != NotKept::NoStore {
                        self.keep_in(AGAIN, |keeping| &mut keeping.again);
                    }
                    self.with(|sitting| sitting.saved = Saved::Failed(why));
                }
            }
            self.tell_unsaved(behind);
            self.draw();
            if failed || !behind {
                return;
            }
        }
    }

    /// The dossiers that are kept, for the first screen.
    pub(super) fn list(&self) {
        let studio = self.clone();
        spawn_local(async move { studio.listed().await });
    }

    /// The same, and waits until they are drawn.
    pub(super) async fn listed(&self) {
        let listed = self.0.host.list().await;
        self.with(|sitting| match listed {
            Ok(kept) => sitting.kept = Some(kept),
            Err(why) => {
                sitting.kept = Some(Vec::new());
                if let NotKept::Other(said) = &why {
                    sitting.notices = vec![Notice::NotListed(said.clone())];
                }
                sitting.saved = Saved::Failed(why);
            }
        });
        self.draw();
    }
}
