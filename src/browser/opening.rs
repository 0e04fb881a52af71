//! What the page for any dossier shows while it opens one: a bar, and in words what happened and what to do. The words stand on
//! the page, in every language it was written in. Of an opening that is soon over nothing is shown: it would be gone before it is read, and the
//! picture would wait for it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

use super::stream::Body;
use super::{after, document, listen, put};

/// Milliseconds that an opening takes before anything is shown of it.
const SOON: i32 = 200;

/// The id of the field with the address.
const FIELD: &str = "open-address";

/// A problem as it is listed: its place, what is wrong, what to do.
pub(super) struct Listed {
    pub(super) place: String,
    pub(super) message: String,
    pub(super) fix: String,
}

/// The part of the page that says how the opening goes.
#[derive(Clone)]
pub(super) struct Opening {
    section: Element,
    page: HtmlElement,
    /// `None` once things are shown as they are said.
    unsaid: Rc<RefCell<Option<Unsaid>>>,
}

/// What would be shown by now.
struct Unsaid {
    /// The state, and the detail of its words.
    words: Option<(&'static str, String)>,
    bar: Option<Bar>,
}

/// How far the reading is.
#[derive(Clone, Copy)]
struct Bar {
    /// Bytes that have arrived.
    arrived: f64,
    /// How many there are, where that is known.
    total: Option<f64>,
    /// Events that were read, where there is a table of them.
    events: Option<usize>,
}

impl Opening {
    /// Finds it; what is said is shown at once.
    pub(super) fn find() -> Result<Opening, JsValue> {
        let of = |id: &str| document().and_then(|document| document.get_element_by_id(id));
        let section = of("opening").ok_or("the page has no #opening")?;
        let page =
            of("open-page").and_then(|page| page.dyn_into().ok()).ok_or("the page has no #open-page")?;
        Ok(Opening { section, page, unsaid: Rc::default() })
    }

    /// Finds it for an opening that begins now, of which nothing is shown if it is soon over.
    pub(super) fn begin() -> Result<Opening, JsValue> {
        // Cancel stands in the bar, which is there before anything arrives: some hosts never answer.
        let bar = Bar { arrived: 0.0, total: None, events: None };
        let unsaid = Unsaid { words: None, bar: Some(bar) };
        let opening = Opening { unsaid: Rc::new(RefCell::new(Some(unsaid))), ..Opening::find()? };
        let later = opening.clone();
        after(SOON, move || later.speak());
        if let Some(field) = part(FIELD) {
            // What was said is of another address then.
            listen::<web_sys::Event>(&field, "input", true, |_| tie_to_field(false));
        }
        Ok(opening)
    }

    /// Shows what is to be said, and from now on everything at once.
    fn speak(&self) {
        let Some(Unsaid { words, bar }) = self.forget() else { return };
        if let Some((state, detail)) = words {
            self.say(state, &detail);
        }
        if let Some(bar) = bar {
            self.show_bar(bar);
        }
    }

    /// What was not shown yet, which from now on is not kept any more.
    fn forget(&self) -> Option<Unsaid> {
        self.unsaid.try_borrow_mut().ok()?.take()
    }

    /// Notes something that is not shown yet; `false` where it is time to show it.
    fn keep(&self, note: impl FnOnce(&mut Unsaid)) -> bool {
        let Ok(mut unsaid) = self.unsaid.try_borrow_mut() else { return false };
        unsaid.as_mut().map(note).is_some()
    }

    /// Calls back when the reader presses Cancel.
    pub(super) fn on_cancel(&self, work: impl Fn() + 'static) {
        if let Some(button) = part("opening-cancel") {
            listen::<web_sys::Event>(&button, "click", true, move |_| work());
        }
    }

    /// Says where things stand; `{}` in the page's words is `detail`.
    pub(super) fn say(&self, state: &'static str, detail: &str) {
        if self.keep(|unsaid| unsaid.words = Some((state, detail.to_owned()))) {
            return;
        }
        let words = self.words(state);
        let (heading, words) = words.split_once('|').unwrap_or((&words, ""));
        write("opening-heading", heading);
        write("opening-words", &words.replacen("{}", detail, 1));
        show(&self.section, true);
    }

    /// How far the reading is: bytes that have arrived, how many there are, where that is known, and events.
    pub(super) fn progress(&self, body: &Body, events: Option<usize>) {
        let bar = Bar { arrived: body.arrived, total: body.total, events };
        if !self.keep(|unsaid| unsaid.bar = Some(bar)) {
            self.show_bar(bar);
        }
    }

    fn show_bar(&self, Bar { arrived, total, events }: Bar) {
        let megabytes = |bytes: f64| {
            // One digit behind the point, without the machinery of printing fractions.
            let tenths = (bytes / 100_000.0) as u32;
            [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string()].concat()
        };
        let total = total.filter(|total| *total >= arrived);
        let (state, end) = match total {
            Some(total) => ("bytesof", megabytes(total)),
            None => ("bytes", String::new()),
        };
        let mut words = self.words(state).replacen("{}", &megabytes(arrived), 1).replacen("{}", &end, 1);
        if let Some(events) = events {
            words = [&words, ", ", &self.words("events").replacen("{}", &events.to_string(), 1)].concat();
        }
        write("opening-bytes", &words);
        if let Some(bar) = part("opening-progress") {
            let _ = match total {
                Some(total) => {
                    let share = ["0.", &per_mille(arrived / total)].concat();
                    bar.set_attribute("value", if arrived < total { &share } else { "1" })
                }
                None => bar.remove_attribute("value"),
            };
        }
        if let Some(bar) = part("opening-bar") {
            show(&bar, true);
        }
    }

    /// The end of it, good or bad: no bar any more.
    pub(super) fn end(&self) {
        self.keep(|unsaid| unsaid.bar = None);
        if let Some(bar) = part("opening-bar") {
            show(&bar, false);
        }
    }

    /// Says what went wrong, and moves the focus there, for the page has nothing else to say.
    pub(super) fn fail(&self, state: &'static str, detail: &str) {
        self.end();
        self.speak();
        self.say(state, detail);
        if state != "cancelled" {
            tie_to_field(true);
        }
        let _ = self.page.remove_attribute("hidden");
        let heading = part("opening-heading").and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
        if let Some(heading) = heading {
            let _ = heading.focus();
        }
    }

    /// Lists problems, of which there are `count`.
    pub(super) fn list(&self, problems: &[Listed], count: usize) {
        let (Some(list), Some(document)) = (part("opening-problems"), document()) else { return };
        let add = |to: &Element, tag: &str, text: &str| {
            let made = document.create_element(tag).ok();
            if let Some(made) = made {
                made.set_text_content(Some(text));
                let _ = to.append_child(&made);
                let _ = to.append_child(&document.create_text_node(" "));
            }
        };
        for problem in problems {
            let Ok(item) = document.create_element("li") else { continue };
            add(&item, "code", &problem.place);
            add(&item, "span", &problem.message);
            add(&item, "span", &[&self.words("fix"), " ", &problem.fix].concat());
            let _ = list.append_child(&item);
        }
        show(&list, true);
        if count > problems.len() {
            add(&list, "li", &self.words("more").replacen("{}", &problems.len().to_string(), 1));
        }
    }

    /// One line above the page.
    pub(super) fn notice(&self, state: &str, detail: &str) {
        write("notice", &self.words(state).replacen("{}", detail, 1));
        if let Some(notice) = part("notice") {
            show(&notice, true);
        }
    }

    /// The parts of the page that the app takes over, and the page away: the dossier takes its place.
    pub(super) fn give_way(&self) {
        self.end();
        self.forget();
        show(&self.page, false);
    }

    fn words(&self, state: &str) -> String {
        self.section.get_attribute(&["data-", state].concat()).unwrap_or_default()
    }
}

fn part(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Says of the field with the address that what stands there was no good, and which words say why; or that no more.
fn tie_to_field(wrong: bool) {
    if let Some(field) = part(FIELD) {
        put(&field, "aria-invalid", wrong.then_some("true"));
        put(&field, "aria-describedby", wrong.then_some("opening-heading opening-words"));
    }
}

fn write(id: &str, text: &str) {
    if let Some(element) = part(id).filter(|element| element.text_content().as_deref() != Some(text)) {
        element.set_text_content(Some(text));
    }
}

fn show(element: &Element, shown: bool) {
    put(element, "hidden", (!shown).then_some(""));
}

/// A share below 1 in thousandths, three digits.
fn per_mille(share: f64) -> String {
    let thousandths = ((share * 1000.0) as u32).min(999);
    let digits = thousandths.to_string();
    ["0".repeat(3usize.saturating_sub(digits.len())), digits].concat()
}
