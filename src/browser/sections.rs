//! The parts of an opened dossier's record that the checker writes: they come once the picture stands, and then the page is as if they
//! had been written ahead.

use web_sys::{Element, Event};

use super::stream::pause;
use super::untouched::Untouched;
use super::{Link, address, bring, dated, document, find_all, next_frame, put, tour, window};
use crate::dossier::date::Day;

/// Puts the parts below the app, each in a task of its own, as of the date that the page shows. `written_for` is the date they were
/// written for.
pub(super) async fn insert(link: &Link, parts: &[String], written_for: Day) {
    let Some(record) = document().and_then(|document| document.create_element("div").ok()) else { return };
    record.set_id("record");
    if link.page.append_child(&record).is_err() {
        return;
    }
    for part in parts {
        if pause().await.is_err() || record.insert_adjacent_html("beforeend", part).is_err() {
            return;
        }
        dated::take_in(link, written_for);
    }
    // The writer of the links did not know the dossier's address.
    let dossier = address::of_dossier(link);
    for step in find_all(&record, "a[href^='?']") {
        let href = step.get_attribute("href").unwrap_or_default();
        put(&step, "href", Some(&["?", &dossier, href.get(1..).unwrap_or_default()].concat()));
    }
    tour::take_up(link);
    // For the scripts that belong to what is there now.
    if let (Some(document), Ok(event)) = (document(), Event::new("daylight:record")) {
        let _ = document.dispatch_event(&event);
    }
}

/// The parts of the record in the studio's frame, as they stand there.
#[derive(Default)]
pub(super) struct Parts(Vec<(String, Vec<Element>)>);

impl Parts {
    /// Puts a version's parts in the place of the last one's; those that are the same stay as they are. Without any the last ones stay.
    pub(super) fn renew(&mut self, link: &Link, parts: &[String], written_for: Day) {
        let first = self.0.is_empty();
        let Some(record) = self.record(link).filter(|_| !parts.is_empty()) else { return };
        let mut old = std::mem::take(&mut self.0);
        for part in parts {
            let kept = old.iter().position(|(markup, _)| markup == part);
            let elements = match kept {
                Some(at) => old.swap_remove(at).1,
                None => {
                    let before = record.child_element_count();
                    if record.insert_adjacent_html("beforeend", part).is_err() {
                        continue;
                    }
                    let children = record.children();
                    let new: Vec<Element> =
                        (before..children.length()).filter_map(|at| children.item(at)).collect();
                    // Laid out at once, as `boot.js` has it on other pages: see styles/page.css.
                    new.iter().for_each(|element| put(element, "data-laid", Some("")));
                    new
                }
            };
            self.0.push((part.clone(), elements));
        }
        for (_, elements) in old {
            elements.iter().for_each(Element::remove);
        }
        // In the page's order: only what stands elsewhere is moved.
        let mut next = record.first_element_child();
        for element in self.0.iter().flat_map(|(_, elements)| elements) {
            if next.as_ref() == Some(element) {
                next = element.next_element_sibling();
            } else {
                let _ = record.insert_before(element, next.as_deref());
            }
        }
        dated::take_in(link, written_for);
        tour::take_up(link);
        if first && let (Some(document), Ok(event)) = (document(), Event::new("daylight:record")) {
            let _ = document.dispatch_event(&event);
        }
    }

    fn record(&self, link: &Link) -> Option<Element> {
        let document = document()?;
        document.get_element_by_id("record").or_else(|| {
            let record = document.create_element("div").ok()?;
            record.set_id("record");
            link.page.append_child(&record).ok()?;
            Some(record)
        })
    }
}

/// Brings into view what the address names, as the browser and the app would have if it had been there from the start.
pub(super) fn show_named(link: Link, untouched: Untouched) {
    // One that broke is taken off the page, and will not be ready.
    if !untouched.holds() || !link.root.is_connected() {
        return;
    }
    // Before the app is ready it brings into view itself what its state names.
    if link.root.get_attribute("data-daylight").as_deref() != Some("ready") {
        next_frame(move || show_named(link, untouched));
        return;
    }
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    if let Some(place) = named(&link.page, &hash) {
        unfold(&place);
        bring::to_top(place);
    } else if let Some(id) = link.state().and_then(|state| state.step.clone()).filter(|_| hash.is_empty()) {
        tour::show_first(&link, &id);
    }
}

/// The element of the page that `#id` names.
fn named(page: &Element, hash: &str) -> Option<Element> {
    let found = document()?.get_element_by_id(hash.strip_prefix('#').filter(|id| !id.is_empty())?)?;
    page.contains(Some(&found)).then_some(found)
}

/// Opens what an element is folded away in: not every browser does when it goes there.
fn unfold(place: &Element) {
    let mut at = place.closest("details").ok().flatten();
    while let Some(details) = at {
        put(&details, "open", Some(""));
        at = details.parent_element().and_then(|above| above.closest("details").ok().flatten());
    }
}
