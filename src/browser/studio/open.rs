//! From the first screen to a dossier and back: what is begun, opened, gone on with, taken over, saved as files.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::super::document;
use super::host::files_of;
use super::{Studio, focus};
use crate::studio::desk::Desk;
use crate::studio::files::{self, CannotOpen, Opened};
use crate::studio::foreign;
use crate::studio::sitting::{Live, Notice, Saved};
use crate::studio::table::{self, State};
use crate::studio::value::Value;
use crate::studio::zip::{self, File};
use crate::studio::{blank, label};

/// Tells the script what to call: with files that were dropped, with how many megabytes are the most, with the name of a file that cannot be
/// read, and when another tab wants the dossier.
pub(super) fn follow(studio: &Studio) {
    let here = studio.clone();
    let dropped = Closure::<dyn FnMut(JsValue)>::new(move |files: JsValue| here.opened(files_of(&files)));
    let here = studio.clone();
    let give = Closure::<dyn FnMut() -> js_sys::Promise>::new(move || {
        let studio = here.clone();
        wasm_bindgen_futures::future_to_promise(async move {
            studio.give().await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let here = studio.clone();
    let too_large = Closure::<dyn FnMut(u32)>::new(move |most: u32| {
        here.not_opened(CannotOpen::TooLarge(most).to_string());
    });
    let here = studio.clone();
    let unread = Closure::<dyn FnMut(String)>::new(move |name: String| {
        here.not_opened(CannotOpen::Unread(name).to_string());
    });
    let functions: [(&str, &Function); 4] = [
        ("ondropped", dropped.as_ref().unchecked_ref()),
        ("ontoolarge", too_large.as_ref().unchecked_ref()),
        ("onunread", unread.as_ref().unchecked_ref()),
        ("ongive", give.as_ref().unchecked_ref()),
    ];
    for (name, function) in functions {
        studio.0.host.set(name, function);
    }
    dropped.forget();
    too_large.forget();
    unread.forget();
    give.forget();
}

impl Studio {
    /// What a button orders that is no change of the dossier.
    pub(super) fn ordered(&self, what: &str, name: &str) {
        match what {
            "begin" => self.begin(name),
            "continue" => self.go_on(name.to_owned(), false),
            "delete" => {
                self.with(|sitting| sitting.deleting = Some(name.to_owned()));
                self.draw();
                focus::to("keep-it");
            }
            "delete-no" => {
                self.with(|sitting| sitting.deleting = None);
                self.draw();
                focus::to_kept("delete", name);
            }
            "delete-yes" => self.delete(name.to_owned()),
            "files" | "folder" => {
                let (studio, folder) = (self.clone(), what == "folder");
                spawn_local(async move {
                    let files = studio.0.host.choose(folder).await;
                    if !files.is_empty() {
                        studio.opened(files);
                    }
                });
            }
            "stop" => {
                self.stop_opening();
                self.draw();
                focus::to("studio-address");
            }
            "close" => self.close(),
            "take-over" => {
                let id = self.0.keeping.try_borrow().map(|keeping| keeping.id.clone()).unwrap_or_default();
                self.go_on(id, true);
            }
            "put-away" => {
                self.with(|sitting| sitting.notices.clear());
                self.draw();
                focus::to("studio-heading");
            }
            "save-file" | "save-zip" => self.save(what == "save-zip"),
            _ => {}
        }
    }

    fn begin(&self, what: &str) {
        match what {
            "empty" => {
                let today = self.0.host.today();
                if let Some(doc) = self.with(|sitting| blank::dossier(&sitting.schema, &today)) {
                    self.edit(doc, String::new(), 0.0, Vec::new());
                }
            }
            "starter" => self.fetch_from(self.0.starter.clone()),
            _ => self.fetch_from(self.0.own.clone()),
        }
    }

    /// Opens the address that was written.
    pub(super) fn fetch(&self) {
        let input = document().and_then(|document| document.get_element_by_id("studio-address"));
        let address = input
            .and_then(|input| input.dyn_into::<web_sys::HtmlInputElement>().ok())
            .map(|input| input.value());
        if let Some(address) = address.filter(|address| !address.trim().is_empty()) {
            self.fetch_from(address.trim().to_owned());
        }
    }

    fn fetch_from(&self, address: String) {
        let studio = self.clone();
        self.with(|sitting| sitting.opening = true);
        self.draw();
        spawn_local(async move {
            match studio.0.host.fetch(&address).await {
                Some(Ok(files)) => studio.opened_from(address, files).await,
                Some(Err(why)) => studio.not_opened(why),
                // Who stopped it has drawn what is now.
                None => {}
            }
        });
    }

    /// What is on its way need not come any more: the author has said so, or goes on with something else.
    fn stop_opening(&self) {
        self.0.host.stop_fetch();
        self.with(|sitting| sitting.opening = false);
    }

    pub(super) fn not_opened(&self, why: String) {
        self.stop_opening();
        self.with(|sitting| sitting.notices = vec![Notice::NotOpened(why)]);
        self.draw();
    }

    /// A dossier came from an address; the table that it names stands beside it there.
    async fn opened_from(&self, address: String, files: Vec<File>) {
        let mut opened = match self.read(files) {
            Ok(opened) => opened,
            Err(why) => return self.not_opened(why),
        };
        let mut why = None;
        if let Some(name) = opened.wanted.clone() {
            let Some(answer) = self.0.host.fetch_beside(&address, &name).await else { return };
            match answer.map(|mut files| files.pop()) {
                Ok(Some(table)) => match opened.with_table(table) {
                    Ok(whole) => opened = whole,
                    Err(error) => return self.not_opened(error.to_string()),
                },
                Ok(None) => {}
                Err(error) => why = Some(error),
            }
        }
        self.take_up(opened, why);
    }

    /// Files were chosen or dropped.
    fn opened(&self, files: Vec<File>) {
        match self.read(files) {
            Ok(opened) => self.take_up(opened, None),
            Err(why) => self.not_opened(why),
        }
    }

    /// A dossier of an archive, one file, or those of a folder; or why there is none.
    fn read(&self, files: Vec<File>) -> Result<Opened, String> {
        let files = match files.as_slice() {
            // A spreadsheet's own file is an archive too.
            [one] if one.bytes.starts_with(b"PK") && foreign::by_name(&one.name).is_none() => {
                zip::read(&one.bytes).map_err(|error| format!("{}: {error}", one.name))?
            }
            _ => files,
        };
        let opened = self.with(|sitting| files::open(&sitting.schema, files));
        opened.ok_or("the studio was busy: open it once more")?.map_err(|error| error.to_string())
    }

    /// Goes on with what was opened. `no_table` is why its table could not be fetched.
    fn take_up(&self, Opened { doc, left_out, unplaced, wanted }: Opened, no_table: Option<String>) {
        self.stop_opening();
        let mut notices = Vec::new();
        if let State::Large(rows) = table::state(&doc) {
            notices.push(Notice::LargeTable(rows));
        }
        notices.extend(wanted.map(|name| match no_table {
            Some(why) => Notice::NoTable([&name, " (", &why, ")"].concat()),
            None => Notice::NoTable(name),
        }));
        if !left_out.is_empty() {
            notices.push(Notice::LeftOut(left_out));
        }
        notices.extend(unplaced.into_iter().map(Notice::Unplaced));
        let studio = self.clone();
        spawn_local(async move {
            if studio.may_give_way().await {
                studio.edit(doc, String::new(), 0.0, notices);
            }
        });
    }

    /// Goes on with a dossier that is kept; takes it from another tab where `take` says so.
    fn go_on(&self, id: String, take: bool) {
        let studio = self.clone();
        spawn_local(async move {
            let held = studio.0.host.hold(&id, take).await;
            // After it is held: the other tab has kept all it had by now.
            match studio.0.host.load(&id).await {
                Ok((text, revision, rows)) => match Value::parse(&text) {
                    Ok(doc) => {
                        let doc = rows.map_or_else(|| doc.clone(), |rows| table::with(&doc, &rows));
                        let place =
                            studio.with_desk(|desk| (desk.part.to_string(), desk.record)).filter(|_| take);
                        studio.edit(doc, id, revision, Vec::new());
                        studio.with_desk(|desk| {
                            desk.read_only = !held;
                            if let Some((part, record)) = place {
                                desk.act(crate::studio::desk::Command::Show(part, record));
                            }
                        });
                        studio.draw();
                    }
                    Err(error) => studio.not_opened(error.to_string()),
                },
                Err(why) => studio.not_opened(why.to_string()),
            }
        });
    }

    /// Edits a dossier; one without a number in the store is kept at once.
    fn edit(&self, doc: Value, id: String, revision: f64, notices: Vec<Notice>) {
        self.stop_opening();
        let new = id.is_empty();
        let id = if new { self.0.host.fresh() } else { id };
        if new {
            self.0.host.release();
        }
        let rows = self.0.host.noted_rows(&id);
        if let Ok(mut keeping) = self.0.keeping.try_borrow_mut() {
            (keeping.id, keeping.revision, keeping.behind) = (id, revision, false);
            keeping.sitting += 1;
            keeping.rows_at_risk = false;
        }
        self.with(|sitting| {
            let mut desk = Desk::new(sitting.schema.clone(), doc);
            desk.pasted = rows.into();
            sitting.desk = Some(desk);
            (sitting.live, sitting.notices) = (Live::Waiting, notices);
            if !matches!(sitting.saved, Saved::Failed(_)) {
                sitting.saved = Saved::Unchanged;
            }
        });
        self.table_of_another(!new);
        self.0.version.set(self.0.version.get() + 1);
        self.check_soon();
        if new {
            self.keep_soon();
        }
        self.draw();
        focus::to("form-heading");
    }

    /// Whether the dossier that is open may give way to another one, or to none: it is kept first. Before changes are lost that cannot be
    /// kept, or rows that were pasted, their author is asked.
    async fn may_give_way(&self) -> bool {
        let kept = self.keep_all().await;
        let rows_at_risk = self.0.keeping.try_borrow().is_ok_and(|keeping| keeping.rows_at_risk);
        let begun = |desk: &mut Desk| desk.history().last(desk.doc()).is_some() || !desk.pasted.is_empty();
        let begun = self.with_desk(begun).unwrap_or(false);
        kept && !rows_at_risk || !begun || self.0.host.may_lose()
    }

    /// Back to the first screen, once all is kept. What cannot be kept stays open: it would be lost.
    fn close(&self) {
        let studio = self.clone();
        spawn_local(async move {
            if !studio.may_give_way().await {
                return;
            }
            studio.0.host.release();
            if let Ok(mut keeping) = studio.0.keeping.try_borrow_mut() {
                keeping.sitting += 1;
                (keeping.behind, keeping.rows_at_risk) = (false, false);
                keeping.id.clear();
            }
            studio.tell_unsaved(false);
            studio.with(|sitting| (sitting.desk, sitting.notices) = (None, Vec::new()));
            studio.draw();
            focus::to("studio-heading");
            studio.list();
        });
    }

    /// Another tab takes the dossier: what is written is kept, and from now on it is only read here. Where that tab has written already, what
    /// was written here has become a dossier of its own, which stays here.
    async fn give(&self) {
        let own = || self.0.keeping.try_borrow().map(|keeping| keeping.id.clone()).unwrap_or_default();
        let before = own();
        let kept = self.keep_all().await;
        if own() != before {
            return;
        }
        self.with_desk(|desk| desk.read_only = true);
        // That the other tab has all of it is only said where that is so.
        self.with(|sitting| sitting.notices = kept.then_some(Notice::TakenOver).into_iter().collect());
        self.draw();
    }

    /// Deletes a dossier that was kept. The focus goes to the next one, or to the heading of them all.
    fn delete(&self, id: String) {
        let studio = self.clone();
        spawn_local(async move {
            let below = studio.with(|sitting| sitting.below(&id)).flatten();
            let forgotten = studio.0.host.forget(&id).await;
            studio.with(|sitting| sitting.deleting = None);
            let is_there = forgotten.is_err();
            if let Err(why) = forgotten {
                studio.not_opened(why.to_string());
            }
            studio.listed().await;
            match below {
                _ if is_there => focus::to_kept("delete", &id),
                Some(below) => focus::to_kept("continue", &below),
                None => focus::to("yours-heading"),
            }
        });
    }

    /// Saves the dossier as one file, or as an archive of a folder of files. One file and a table are an archive too: browsers ask before they
    /// save two at once.
    fn save(&self, folder: bool) {
        self.settle_here();
        let Some(doc) = self.with_desk(|desk| desk.doc().clone()) else { return };
        let stem = label::slug(&files::stem(&doc));
        let (name, files) = if folder {
            ([&stem, ".zip"].concat(), files::folder(&doc))
        } else {
            ([&stem, ".dossier.zip"].concat(), files::one_file(&doc))
        };
        match files.as_slice() {
            [one] if !folder => self.0.host.save(&one.name, "application/json", &one.bytes),
            files => self.0.host.save(&name, "application/zip", &zip::write(files)),
        }
    }
}
