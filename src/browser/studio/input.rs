//! What is pressed, written and dragged in the studio, as commands. The attributes are those that `views::studio` names.

use wasm_bindgen::JsCast;
use web_sys::{
    DragEvent, Element, Event, FocusEvent, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    KeyboardEvent, MouseEvent,
};

use super::super::{carrying, document, listen, listen_active, window};
use super::Studio;
use crate::studio::desk::{Command, Pane, Rows};
use crate::studio::edit::Edit;
use crate::studio::path::{Path, Step};

/// Listens for as long as the page lives.
pub(super) fn follow(studio: &Studio) {
    let root = studio.0.root.clone();
    let here = studio.clone();
    listen::<MouseEvent>(&root, "click", true, move |event| here.pressed(&event));
    let here = studio.clone();
    // Before the box loses the focus to what is offered, and with it the offer.
    listen_active::<MouseEvent>(&root, "mousedown", move |event| {
        if carrying(&event, "data-do").is_some_and(|(_, what)| what == "pick") {
            event.prevent_default();
        }
        here.press_began(&event);
    });
    let here = studio.clone();
    listen::<Event>(&root, "input", true, move |event| here.written(&event));
    let here = studio.clone();
    listen::<Event>(&root, "change", true, move |event| here.settled(&event));
    let here = studio.clone();
    listen_active::<Event>(&root, "submit", move |event| {
        event.prevent_default();
        here.fetch();
    });
    let here = studio.clone();
    listen::<FocusEvent>(&root, "focusin", true, move |event| here.entered(&event));
    let here = studio.clone();
    listen::<FocusEvent>(&root, "focusout", true, move |event| here.left(&event));
    let here = studio.clone();
    if let Some(window) = window() {
        listen_active::<KeyboardEvent>(&window, "keydown", move |event| here.key(&event));
    }
    drag(studio, &root);
}

fn value_of(element: &Element) -> Option<String> {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return Some(input.value());
    }
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        return Some(area.value());
    }
    element.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value)
}

/// The attributes of fields that count once they are left.
const COUNT_ONCE_LEFT: [&str; 2] = ["data-rename", "data-reread"];

fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

fn input_value(id: &str) -> Option<String> {
    document()?.get_element_by_id(id).and_then(|element| value_of(&element))
}

/// Whether a key was pressed in a box that is no field of the dossier: what was written in it is the browser's to take back. Where a record is
/// looked for nothing is left of the words once it is found, and the last change is the dossier's.
fn takes_back_itself(event: &Event) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    let is_field = target.has_attribute("data-type") || target.is_instance_of::<HtmlSelectElement>();
    let written = value_of(&target).filter(|_| !is_field);
    written.is_some_and(|words| !words.is_empty() || !target.has_attribute("data-seek"))
}

/// The place an item would have one step up or down its list.
fn beside(path: &Path, down: bool) -> Option<usize> {
    match path.0.last()? {
        Step::Item(at) if down => Some(at + 1),
        Step::Item(at) => at.checked_sub(1),
        Step::Key(_) => None,
    }
}

impl Studio {
    fn pressed(&self, event: &MouseEvent) {
        let Some((element, what)) = carrying(event, "data-do") else { return };
        if element.get_attribute("aria-disabled").as_deref() == Some("true") {
            return;
        }
        let path = Path::parse(&attribute(&element, "data-path"));
        let name = attribute(&element, "data-name");
        let edit = |edit| self.act(Command::Edit(edit, None));
        match what.as_str() {
            "show" => {
                let record = attribute(&element, "data-record").parse().ok();
                self.act(Command::Show(name, record));
                super::focus::to_form();
            }
            "go" => {
                self.act(Command::Find(String::new()));
                self.act(Command::Go(path));
            }
            "toggle" => self.act(Command::Toggle(path)),
            "add" => edit(Edit::Add(path)),
            "add-key" => {
                edit(Edit::AddKey(path, input_value(&attribute(&element, "data-from")).unwrap_or_default()))
            }
            "remove" => edit(Edit::Remove(path)),
            "duplicate" => edit(Edit::Duplicate(path)),
            "up" | "down" => {
                if let Some(to) = beside(&path, what == "down") {
                    self.move_by(path, to, &what);
                }
            }
            "from-title" => edit(Edit::NameByTitle(path)),
            "add-column" => edit(Edit::Column(name)),
            "table-file" => self.choose_table(),
            "pick" => edit(Edit::Pick(path, name)),
            "undo" => self.turn(Command::Undo),
            "redo" => self.turn(Command::Redo),
            "pane" => {
                if let Some(pane) = Pane::parse(&name) {
                    self.act(Command::Pane(pane));
                }
            }
            "problems" => self.act(Command::ShowProblems),
            "paste" => {
                self.act(Command::Rows(Some(Rows::Asked)));
                super::focus::to("paste-rows");
            }
            "paste-away" => self.put_rows_away(),
            "join-rows" => self.act(Command::Join),
            "read-rows" => self.read_rows(input_value("paste-rows").unwrap_or_default()),
            _ => self.ordered(&what, &name),
        }
    }

    /// Goes back or on by the button, which may be pressed again and again.
    fn turn(&self, command: Command) {
        if let Some(path) = self.done(command) {
            super::focus::show_place(path);
        }
    }

    /// Moves an item, and keeps the focus on the button that did.
    fn move_by(&self, path: Path, to: usize, what: &str) {
        let there = path.split().map(|(list, _)| list.item(to));
        let moved = self.done(Command::Edit(Edit::Move(path, to), None));
        if let (Some(_), Some(there)) = (moved, there) {
            let selector = format!("[data-do={what}][data-path='{there}']");
            super::focus::back_to(selector);
        }
    }

    fn written(&self, event: &Event) {
        let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let Some(value) = value_of(&element) else { return };
        match element.id().as_str() {
            "studio-find" => return self.act(Command::Find(value)),
            "studio-filter" => return self.act(Command::Filter(value)),
            "paste-rows" => return self.pasted(value),
            _ => {}
        }
        if let Some(path) = element.get_attribute("data-seek") {
            return self.act(Command::Seek(Path::parse(&path), value));
        }
        if let Some(path) = COUNT_ONCE_LEFT.iter().find_map(|name| element.get_attribute(name)) {
            // Nothing to be seen changes.
            self.with_desk(|desk| desk.act(Command::Draft(Path::parse(&path), value)));
            return;
        }
        // A choice is made once it is chosen.
        if element.is_instance_of::<HtmlSelectElement>() {
            return;
        }
        if let Some(path) = element.get_attribute("data-type") {
            let path = Path::parse(&path);
            let edit = match element.get_attribute("data-language") {
                Some(language) => Edit::TypeIn(path, language, value),
                None => Edit::Type(path, value),
            };
            self.act(Command::Edit(edit, Some(self.time())));
        }
    }

    /// Rows are being pasted: nothing else to be seen changes.
    pub(super) fn pasted(&self, text: String) {
        self.with_desk(|desk| desk.act(Command::Pasted(text)));
        self.note_rows();
    }

    /// Rows that are put away are gone: before any are, their author is asked.
    fn put_rows_away(&self) {
        let has_rows = self.with_desk(|desk| !desk.pasted.trim().is_empty()).unwrap_or(false);
        if !has_rows || self.0.host.may_put_away() {
            self.act(Command::Rows(None));
            super::focus::to("form-heading");
        }
    }

    fn settled(&self, event: &Event) {
        if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            self.settle(&element);
        }
    }

    /// What is written in a field that counts once it is left counts now, where one has the focus. An id that is refused may be half written:
    /// it stays in its field.
    pub(super) fn settle_here(&self) {
        let held = document().and_then(|document| document.active_element());
        let counts_once_left = |held: &Element| COUNT_ONCE_LEFT.iter().any(|name| held.has_attribute(name));
        let Some(element) = held.filter(counts_once_left) else { return };
        let draft = self.with_desk(|desk| desk.draft.clone()).flatten();
        self.settle(&element);
        if self.with_desk(|desk| desk.refused.is_some()) == Some(true) {
            self.with_desk(|desk| desk.draft = draft);
            self.draw();
        }
    }

    fn settle(&self, element: &Element) {
        let Some(value) = value_of(element) else { return };
        if let Some(path) = element.get_attribute("data-rename") {
            self.act(Command::Edit(Edit::Rename(Path::parse(&path), value), None));
        } else if let Some(path) = element.get_attribute("data-reread") {
            self.act(Command::Edit(Edit::Reread(Path::parse(&path), value), None));
        } else if let Some(path) =
            element.get_attribute("data-type").filter(|_| element.is_instance_of::<HtmlSelectElement>())
        {
            self.act(Command::Edit(Edit::Type(Path::parse(&path), value), None));
        }
    }

    fn entered(&self, event: &FocusEvent) {
        let Some((_, path)) = carrying(event, "data-seek") else { return };
        let path = Path::parse(&path);
        let open = self.with_desk(|desk| desk.picker.as_ref().is_some_and(|picker| picker.path == path));
        if open == Some(false) {
            self.act(Command::Seek(path, String::new()));
        }
    }

    fn left(&self, event: &FocusEvent) {
        if carrying(event, "data-seek").is_some() {
            self.act(Command::Drop);
        } else if carrying(event, "data-type").is_some() {
            // Nothing to be seen changes.
            self.with_desk(|desk| desk.act(Command::Left));
        } else if let Some((element, _)) = COUNT_ONCE_LEFT.iter().find_map(|name| carrying(event, name)) {
            // Nothing tells of a change that was drawn since. Where it is the window that is left, the field keeps the focus.
            let is_left = document().and_then(|document| document.active_element()) != Some(element.clone());
            if is_left && self.with_desk(|desk| desk.draft.is_some()) == Some(true) {
                self.settle(&element);
            }
        }
    }

    /// A press outside of what was found puts that away.
    fn press_began(&self, event: &MouseEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let inside = target.is_some_and(|target| target.closest(".studio-find").ok().flatten().is_some());
        let searched = self.with_desk(|desk| !desk.query.is_empty()).unwrap_or(false);
        if searched && !inside {
            self.act(Command::Find(String::new()));
        }
    }

    fn key(&self, event: &KeyboardEvent) {
        let key = event.key();
        if (event.ctrl_key() || event.meta_key()) && !event.alt_key() {
            let command = match (key.to_lowercase().as_str(), event.shift_key()) {
                ("z", false) => Command::Undo,
                ("z", true) | ("y", false) => Command::Redo,
                ("s", false) => {
                    if self.with_desk(|_| ()).is_some() {
                        event.prevent_default();
                        self.ordered("save-file", "");
                    }
                    return;
                }
                _ => return,
            };
            if self.with_desk(|_| ()).is_some() && !takes_back_itself(event) {
                event.prevent_default();
                self.act(command);
            }
            return;
        }
        if key == "Escape" && self.with_desk(|desk| !desk.query.is_empty()).unwrap_or(false) {
            self.act(Command::Find(String::new()));
            return;
        }
        let Some((_, path)) = carrying(event, "data-seek") else { return };
        let open = self.with_desk(|desk| desk.picker.is_some()).unwrap_or(false);
        let command = match (key.as_str(), open) {
            ("ArrowDown" | "ArrowUp", false) => Command::Seek(Path::parse(&path), String::new()),
            ("ArrowDown", true) => Command::Mark(true),
            ("ArrowUp", true) => Command::Mark(false),
            ("Enter", true) => Command::Take,
            ("Escape", true) => Command::Drop,
            _ => return,
        };
        event.prevent_default();
        self.act(command);
    }
}

/// An item of a ladder is dragged to another place of it. The buttons do the same.
fn drag(studio: &Studio, root: &Element) {
    let row = |event: &DragEvent| carrying(event, "data-row");
    listen::<DragEvent>(root, "dragstart", true, move |event| {
        if let (Some((element, path)), Some(data)) = (row(&event), event.data_transfer())
            && element.has_attribute("draggable")
        {
            let _ = data.set_data("text/x-daylight-row", &path);
            data.set_effect_allowed("move");
        }
    });
    listen_active::<DragEvent>(root, "dragover", move |event| {
        let ours = event.data_transfer().is_some_and(|data| {
            data.types().iter().any(|kind| kind.as_string().as_deref() == Some("text/x-daylight-row"))
        });
        if ours && row(&event).is_some() {
            event.prevent_default();
        }
    });
    let here = studio.clone();
    listen_active::<DragEvent>(root, "drop", move |event| {
        let from = event
            .data_transfer()
            .and_then(|data| data.get_data("text/x-daylight-row").ok())
            .filter(|from| !from.is_empty());
        if let (Some(from), Some((_, to))) = (from, row(&event)) {
            event.prevent_default();
            let (from, to) = (Path::parse(&from), Path::parse(&to));
            // Only within one list.
            if let (Some((own, _)), Some((other, Step::Item(at)))) = (from.split(), to.split())
                && own == other
            {
                here.act(Command::Edit(Edit::Move(from.clone(), *at), None));
            }
        }
    });
}
