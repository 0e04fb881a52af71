//! The studio in the browser: what is pressed and written becomes a command of `studio::desk`, and what that changed is drawn, kept,
//! checked and shown on the page beside.

mod focus;
mod host;
mod input;
mod keep;
mod open;
mod show;
mod table;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use super::{document, next_frame, now, start, window};
use crate::studio::desk::{Command, Desk, Pane};
use crate::studio::path::Path;
use crate::studio::schema::Schema;
use crate::studio::sitting::Sitting;
use crate::studio::value::Value;
use crate::views::studio::{Studio as View, StudioProps};
use host::Host;

/// The studio of this tab.
#[derive(Clone)]
struct Studio(Rc<Inner>);

struct Inner {
    sitting: Rc<RefCell<Sitting>>,
    view: RefCell<Option<AppHandle<View>>>,
    turn: Cell<u64>,
    live_page: String,
    host: Host,
    root: Element,
    keeping: RefCell<keep::Keeping>,
    /// Counts the versions: the newest is checked once nobody has written for a moment.
    version: Cell<u64>,
    /// Whether the checker is at work.
    checking: Cell<bool>,
    /// The part whose list was shown last, and how far down the window it was read.
    list: RefCell<(Rc<str>, f64)>,
    /// The text of the table of events.
    table: RefCell<table::Text>,
    /// Where the site's own dossier, and its starter, stand.
    own: String,
    starter: String,
}

/// Starts the studio in the page's `#studio`. `schema` is the format as JSON Schema; `host` has what its script does for it; `on_panic` is
/// called with the message when it breaks.
///
/// # Errors
/// Says what the page lacks.
#[wasm_bindgen]
pub fn studio(schema: &str, host: JsValue, on_panic: Function) -> Result<(), JsValue> {
    start::install_panic_hook(on_panic);
    let root = document()
        .and_then(|document| document.get_element_by_id("studio"))
        .ok_or("the page has no #studio")?;
    let schema = Value::parse(schema).map_err(|error| format!("the format: {error}"))?;
    let of = |name: &str| document().and_then(|document| start::of_boot(&document, name)).unwrap_or_default();
    let sitting =
        Sitting::new(Rc::new(Schema::read(&schema)), of("data-title"), !of("data-starter").is_empty());
    root.set_text_content(None);
    let studio = Studio(Rc::new(Inner {
        sitting: Rc::new(RefCell::new(sitting)),
        view: RefCell::default(),
        turn: Cell::default(),
        live_page: of("data-open"),
        host: Host::new(host),
        root: root.clone(),
        keeping: RefCell::default(),
        version: Cell::default(),
        checking: Cell::default(),
        list: RefCell::default(),
        table: RefCell::default(),
        own: of("data-own"),
        starter: of("data-starter"),
    }));
    let view = yew::Renderer::<View>::with_root_and_props(root, studio.props()).render();
    studio.0.view.replace(Some(view));
    input::follow(&studio);
    keep::follow(&studio);
    open::follow(&studio);
    studio.list();
    Ok(())
}

/// Reads rows of a spreadsheet, or another program's file, as records that join a dossier: [`crate::studio::rows::rows`]. The script runs it
/// in a worker, so that a large sheet holds nobody up.
#[wasm_bindgen]
pub fn rows(text: &str, dossier: &str, table: Option<String>) -> Vec<String> {
    crate::studio::rows::rows(text, dossier, table.as_deref())
}

impl Studio {
    fn props(&self) -> StudioProps {
        StudioProps {
            sitting: self.0.sitting.clone(),
            turn: self.0.turn.get(),
            live_page: self.0.live_page.clone().into(),
        }
    }

    /// Draws what is now.
    fn draw(&self) {
        self.0.turn.set(self.0.turn.get() + 1);
        if let Ok(mut view) = self.0.view.try_borrow_mut()
            && let Some(view) = view.as_mut()
        {
            view.update(self.props());
        }
    }

    /// Reads or changes what is shown; nothing where that is being drawn, which is over before anything else happens.
    fn with<T>(&self, work: impl FnOnce(&mut Sitting) -> T) -> Option<T> {
        self.0.sitting.try_borrow_mut().ok().map(|mut sitting| work(&mut sitting))
    }

    fn with_desk<T>(&self, work: impl FnOnce(&mut Desk) -> T) -> Option<T> {
        self.with(|sitting| sitting.desk.as_mut().map(work)).flatten()
    }

    /// Does what a command says, and gives the focus to the place that it leads to.
    fn act(&self, command: Command) {
        if let Some(path) = self.done(command) {
            focus::to_place(path);
        }
    }

    /// Does what a command says, draws it, and sees to what follows from a change; the place that it leads to comes back.
    fn done(&self, command: Command) -> Option<Path> {
        let (focus, changed, part, panes, pasted) = self.with_desk(|desk| {
            let (doc, part, pane) = (desk.doc().clone(), desk.part.clone(), desk.pane);
            let pasted = desk.pasted.clone();
            let focus = desk.act(command);
            let panes = [pane, desk.pane].map(|pane| pane == Pane::Records);
            (focus, !doc.same(desk.doc()), part, panes, !Rc::ptr_eq(&pasted, &desk.pasted))
        })?;
        if pasted {
            self.note_rows();
        }
        if let ([true, false], Ok(mut list)) = (panes, self.0.list.try_borrow_mut()) {
            *list = (part, scrolled());
        }
        if changed {
            self.changed();
        }
        self.draw();
        if panes == [false, true] {
            self.back_in_list();
        }
        focus
    }

    /// The list is shown again where it was read, where the window scrolls; another part's list begins at its top.
    fn back_in_list(&self) {
        let list = self.0.list.try_borrow().map(|list| list.clone()).unwrap_or_default();
        let down = self.with_desk(|desk| if desk.part == list.0 { list.1 } else { 0.0 }).unwrap_or_default();
        next_frame(move || {
            if let Some(window) = window() {
                window.scroll_to_with_x_and_y(0.0, down);
            }
        });
    }

    /// The dossier is another than before.
    fn changed(&self) {
        self.0.version.set(self.0.version.get() + 1);
        self.keep_soon();
        self.check_soon();
    }

    fn time(&self) -> f64 {
        now()
    }
}

/// How far down the window is scrolled: nowhere but where it is narrow.
fn scrolled() -> f64 {
    window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}
