//! What was written ahead follows the as-of date; `views::dated` says by which attributes. What is off the screen, a section or one item of
//! its lists, is left as it is, and brought up to date when it comes onto the screen or the date rests: whoever does not read with the eye
//! reads all of the page. The same of the parts that the app draws, which `state::Part` lists.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, Node};

use super::start::LOCALE;
use super::{Link, after, end_with_program, find_all, put};
use crate::dossier::date::Day;
use crate::messages::DateStyle;
use crate::state::{Action, AppState, Part};
use crate::views::dated;

/// An element that follows the date.
enum Follows {
    /// One with attributes that say how, and whether it was there on the date shown.
    Dated(dated::Dated, bool),
    /// One that tells the date: `data-as-of`.
    Words,
}

/// What of a section is on the screen or off it as a whole: an item of a list, or all that stands in none.
struct Block {
    element: Element,
    parts: Vec<(Element, Follows)>,
    seen: bool,
    /// The date that it shows.
    shows: Day,
}

/// A section of the page with all that changes in it.
struct Section {
    element: Element,
    seen: bool,
    /// Looked for when it is first on the screen, or is to show another date.
    blocks: Option<Vec<Block>>,
    /// The date that it was written for.
    written_for: Day,
}

/// Milliseconds without a change after which the date rests.
const RESTS_AFTER: i32 = 250;

thread_local! {
    static SECTIONS: RefCell<Vec<Section>> = const { RefCell::new(Vec::new()) };
    /// Sees what is on the screen.
    static OBSERVER: RefCell<Option<IntersectionObserver>> = const { RefCell::new(None) };
}

/// Watches what is on the screen.
pub(super) fn follow(link: &Link, written_for: Day) {
    let page = link.page.clone();
    let acting = link.clone();
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let mut drawn = Vec::new();
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            let (target, seen) = (entry.target(), entry.is_intersecting());
            match target.get_attribute("data-follows").and_then(|name| Part::parse(&name)) {
                Some(part) => drawn.push((part, seen)),
                None => with_sections(|section| section.see(&target, seen)),
            }
        }
        if !drawn.is_empty() {
            acting.act(Action::Seen(drawn));
        }
        if let Some(state) = acting.state() {
            show_seen(state.as_of);
        }
    });
    let observer = IntersectionObserver::new(seen.as_ref().unchecked_ref());
    if let Ok(observer) = observer {
        find_all(&page, "[data-follows]").iter().for_each(|part| observer.observe(part));
        end_with_program(&observer);
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
            observe(&element);
            let mut section = Section { element, seen: false, blocks: None, written_for };
            if let Some(day) = as_of.filter(|day| *day != written_for) {
                section.show(day, true);
            }
            all.push(section);
        }
    });
}

fn observe(element: &Element) {
    OBSERVER.with(|observer| {
        if let Ok(Some(observer)) = observer.try_borrow().as_deref() {
            observer.observe(element);
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

/// Moves what is on the screen to a date, and the rest once it rests.
pub(super) fn after_change(link: &Link, before: &AppState, state: &AppState) {
    if before.as_of == state.as_of {
        return;
    }
    show_seen(state.as_of);
    let (link, day) = (link.clone(), state.as_of);
    after(RESTS_AFTER, move || {
        if link.state().is_some_and(|state| state.as_of == day) {
            link.act(Action::CatchUp);
            with_sections(|section| section.show(day, true));
        }
    });
}

fn show_seen(day: Day) {
    with_sections(|section| section.show(day, false));
}

impl Section {
    /// Notes that itself or one of its blocks came onto the screen or went from it.
    fn see(&mut self, target: &Element, seen: bool) {
        if self.element == *target {
            self.seen = seen;
            if seen {
                self.blocks();
            }
        }
        if let Some(block) = self.blocks.iter_mut().flatten().find(|block| block.element == *target) {
            block.seen = seen;
        }
    }

    /// All that follows the date in it. From the first time on it is watched block by block.
    fn blocks(&mut self) -> &mut Vec<Block> {
        let Section { element: section, seen, blocks, written_for } = self;
        blocks.get_or_insert_with(|| {
            let mut blocks: Vec<Block> = Vec::new();
            for element in find_all(section, "[data-dates], [data-playhead], [data-as-of]") {
                let Some(follows) = follows(&element) else { continue };
                let item = element.closest("li").ok().flatten().filter(|item| section.contains(Some(item)));
                let around = item.unwrap_or_else(|| section.clone());
                match blocks.iter_mut().rev().find(|block| block.element == around) {
                    Some(block) => block.parts.push((element, follows)),
                    None => {
                        // Of an item it is told in a moment where it is. Of the section it is known, and is not told again.
                        let seen = *seen && around == *section;
                        observe(&around);
                        let parts = vec![(element, follows)];
                        blocks.push(Block { element: around, parts, seen, shows: *written_for });
                    }
                }
            }
            blocks
        })
    }

    /// Shows a date, in all of it or in what is on the screen. A section that never was there has nothing that is.
    fn show(&mut self, day: Day, all: bool) {
        if all {
            self.blocks();
        }
        for block in self.blocks.iter_mut().flatten().filter(|block| all || block.seen) {
            block.show(day);
        }
    }
}

impl Block {
    fn show(&mut self, day: Day) {
        if std::mem::replace(&mut self.shows, day) == day {
            return;
        }
        for (element, follows) in &mut self.parts {
            match follows {
                Follows::Dated(part, was) => {
                    let is = part.on(day);
                    if is != *was {
                        *was = is;
                        match part {
                            dated::Dated::Holds(_) => put(element, "data-now", is.then_some("")),
                            dated::Dated::Playhead { .. } => put(element, "data-away", (!is).then_some("")),
                        }
                    }
                    if let Some(place) = part.transform(day) {
                        put(element, "transform", Some(&place));
                    }
                }
                Follows::Words => {
                    let words = LOCALE.day(day, DateStyle::Long);
                    // The text that is there, not another in its place: no style has to be looked at again. What is no text was put there by
                    // a translation.
                    match element.first_child().filter(|child| child.node_type() == Node::TEXT_NODE) {
                        Some(text) => text.set_node_value(Some(&words)),
                        None => element.set_text_content(Some(&words)),
                    }
                    put(element, "datetime", Some(&day.to_string()));
                }
            }
        }
    }
}

fn follows(element: &Element) -> Option<Follows> {
    if let Some(dates) = element.get_attribute("data-dates") {
        return Some(Follows::Dated(dated::Dated::of_dates(&dates)?, element.has_attribute("data-now")));
    }
    match element.get_attribute("data-playhead") {
        Some(ends) => {
            Some(Follows::Dated(dated::Dated::of_playhead(&ends)?, !element.has_attribute("data-away")))
        }
        None => Some(Follows::Words),
    }
}
