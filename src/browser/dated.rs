//! What was written ahead follows the as-of date; `views::dated` says by which attributes. A section off the screen is left as it is,
//! and brought up to date when it comes near or the date rests: whoever does not read with the eye reads all of the page.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, HtmlInputElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

use super::start::LOCALE;
use super::{Link, after, document};
use crate::dossier::date::Day;
use crate::messages::DateStyle;
use crate::state::{Action, AppState};
use crate::views::dated::Part;

/// An element that follows the date.
enum Follows {
    /// One with attributes that say how, and whether it was there on the date shown.
    Part(Part, bool),
    /// One that tells the date: `data-as-of`.
    Words,
}

/// A section of the page with all that changes in it.
struct Section {
    element: Element,
    /// Empty before it came near the screen for the first time.
    parts: Vec<(Element, Follows)>,
    near: bool,
    /// The date that it shows.
    shows: Day,
}

/// Milliseconds without a change after which the date rests.
const RESTS_AFTER: i32 = 250;

thread_local! {
    static SECTIONS: RefCell<Vec<Section>> = const { RefCell::new(Vec::new()) };
}

/// Watches which sections are near the screen, for as long as the page lives.
pub(super) fn follow(link: &Link, written_for: Day) {
    let Some(found) = document().and_then(|page| page.query_selector_all("#gap, #record > section").ok())
    else {
        return;
    };
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    let sections: Vec<Section> = elements
        .map(|element| Section { element, parts: Vec::new(), near: false, shows: written_for })
        .collect();
    let link = link.clone();
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            if entry.target().id() == "gap" {
                link.act(Action::NearGap(entry.is_intersecting()));
            }
            with_sections(|section| {
                if section.element == entry.target() {
                    section.near = entry.is_intersecting();
                }
            });
        }
        if let Some(state) = link.state() {
            show_near(state.as_of);
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("300px 0px");
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options);
    if let Ok(observer) = observer {
        for section in &sections {
            observer.observe(&section.element);
        }
        seen.forget();
    }
    SECTIONS.with(|all| all.replace(sections));
}

fn with_sections(mut work: impl FnMut(&mut Section)) {
    SECTIONS.with(|all| {
        if let Ok(mut all) = all.try_borrow_mut() {
            all.iter_mut().for_each(&mut work);
        }
    });
}

/// Moves the sections near the screen to a date, and the others once it rests.
pub(super) fn after_change(link: &Link, before: &AppState, state: &AppState) {
    if before.as_of == state.as_of {
        return;
    }
    show_near(state.as_of);
    catch_up_later(link, state.as_of);
}

fn catch_up_later(link: &Link, day: Day) {
    let link = link.clone();
    after(RESTS_AFTER, move || {
        if link.state().is_none_or(|state| state.as_of != day) {
            return;
        }
        if is_half_typed(day) {
            catch_up_later(&link, day);
            return;
        }
        link.act(Action::CatchUp);
        with_sections(|section| {
            if section.shows != day {
                section.show(day);
            }
        });
    });
}

/// Whether the reader is in the middle of another date: drawing the page anew would take from its field what was typed.
fn is_half_typed(day: Day) -> bool {
    let field = document().and_then(|page| page.active_element());
    let field =
        field.filter(|field| field.get_attribute("data-control").is_some_and(|control| control == "date"));
    let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| field.value() != day.to_string())
}

fn show_near(day: Day) {
    with_sections(|section| {
        if section.near && section.shows != day {
            section.show(day);
        }
    });
}

impl Section {
    fn show(&mut self, day: Day) {
        self.shows = day;
        if self.parts.is_empty() {
            self.parts = parts(&self.element);
        }
        for (element, follows) in &mut self.parts {
            match follows {
                Follows::Part(part, was) => {
                    let is = part.on(day);
                    if is != *was {
                        *was = is;
                        match part {
                            Part::Holds { .. } => put(element, "data-now", is.then_some("")),
                            Part::Playhead { .. } => put(element, "data-away", (!is).then_some("")),
                        }
                    }
                    if let Some(place) = part.transform(day) {
                        put(element, "transform", Some(&place));
                    }
                }
                Follows::Words => {
                    element.set_text_content(Some(&LOCALE.day(day, DateStyle::Long)));
                    put(element, "datetime", Some(&day.to_string()));
                }
            }
        }
    }
}

fn put(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// All that follows the date in a section.
fn parts(section: &Element) -> Vec<(Element, Follows)> {
    let Ok(found) = section.query_selector_all("[data-dates], [data-playhead], [data-as-of]") else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    elements.filter_map(|element| follows(&element).map(|follows| (element, follows))).collect()
}

fn follows(element: &Element) -> Option<Follows> {
    if let Some(dates) = element.get_attribute("data-dates") {
        return Some(Follows::Part(Part::of_dates(&dates)?, element.has_attribute("data-now")));
    }
    match element.get_attribute("data-playhead") {
        Some(ends) => Some(Follows::Part(Part::of_playhead(&ends)?, !element.has_attribute("data-away"))),
        None => Some(Follows::Words),
    }
}
