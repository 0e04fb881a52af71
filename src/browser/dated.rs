//! What was written ahead follows the as-of date; `views::dated` says by which attributes. A section off the screen is left as it is,
//! and brought up to date when it comes near or the date rests: whoever does not read with the eye reads all of the page.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::start::LOCALE;
use super::{Link, after, find_all, put};
use crate::dossier::date::Day;
use crate::messages::DateStyle;
use crate::state::{Action, AppState, View};
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
    /// Looked for when it is first to show another date.
    parts: Option<Vec<(Element, Follows)>>,
    near: bool,
    /// The date that it shows.
    shows: Day,
}

/// Milliseconds without a change after which the date rests.
const RESTS_AFTER: i32 = 250;

thread_local! {
    static SECTIONS: RefCell<Vec<Section>> = const { RefCell::new(Vec::new()) };
    /// Sees which of them are near the screen.
    static OBSERVER: RefCell<Option<IntersectionObserver>> = const { RefCell::new(None) };
}

/// Watches which sections are near the screen, for as long as the page lives.
pub(super) fn follow(link: &Link, written_for: Day) {
    let page = link.page.clone();
    let acting = link.clone();
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            // Some are the app's own to draw.
            if let Some(view) = View::of_id(&entry.target().id()) {
                acting.act(Action::Near(view, entry.is_intersecting()));
                continue;
            }
            with_sections(|section| {
                if section.element == entry.target() {
                    section.near = entry.is_intersecting();
                }
            });
        }
        if let Some(state) = acting.state() {
            show_near(state.as_of);
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("300px 0px");
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options);
    if let Ok(observer) = observer {
        find_all(&page, ".views > section").iter().for_each(|view| observer.observe(view));
        OBSERVER.with(|kept| kept.replace(Some(observer)));
        seen.forget();
    }
    take_in(link, written_for);
}

/// After sections have come, gone or been replaced: keeps what is known of those that stay, watches the others, and shows the date in them
/// where there is one already.
pub(super) fn take_in(link: &Link, written_for: Day) {
    let found = find_all(&link.page, "#record > section");
    let as_of = link.state().map(|state| state.as_of);
    SECTIONS.with(|all| {
        let Ok(mut all) = all.try_borrow_mut() else { return };
        let mut known = std::mem::take(&mut *all);
        for element in found {
            if let Some(at) = known.iter().position(|section| section.element == element) {
                all.push(known.swap_remove(at));
                continue;
            }
            OBSERVER.with(|observer| {
                if let Ok(Some(observer)) = observer.try_borrow().as_deref() {
                    observer.observe(&element);
                }
            });
            let mut section = Section { element, parts: None, near: false, shows: written_for };
            if let Some(day) = as_of {
                section.show(day);
            }
            all.push(section);
        }
    });
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
    let (link, day) = (link.clone(), state.as_of);
    after(RESTS_AFTER, move || {
        if link.state().is_some_and(|state| state.as_of == day) {
            link.act(Action::CatchUp);
            with_sections(|section| section.show(day));
        }
    });
}

fn show_near(day: Day) {
    with_sections(|section| {
        if section.near {
            section.show(day);
        }
    });
}

impl Section {
    fn show(&mut self, day: Day) {
        if std::mem::replace(&mut self.shows, day) == day {
            return;
        }
        for (element, follows) in self.parts.get_or_insert_with(|| parts(&self.element)) {
            match follows {
                Follows::Part(part, was) => {
                    let is = part.on(day);
                    if is != *was {
                        *was = is;
                        match part {
                            Part::Holds(_) => put(element, "data-now", is.then_some("")),
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

/// All that follows the date in a section.
fn parts(section: &Element) -> Vec<(Element, Follows)> {
    let elements = find_all(section, "[data-dates], [data-playhead], [data-as-of]");
    elements.into_iter().filter_map(|element| follows(&element).map(|follows| (element, follows))).collect()
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
