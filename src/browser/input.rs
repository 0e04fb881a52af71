//! Clicks, keys and form fields, heard on the app's root. What is to happen stands on the element: `data-event` and
//! `data-issue` open a record, `data-control` is a field, `data-do` a command that needs the browser.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent};

use super::{Link, along, bring, carrying, copy, fetch, find, gesture, listen, overview, tour, window};
use crate::dossier::date::Day;
use crate::dossier::model::Lane;
use crate::layout::Direction;
use crate::state::{Action, FindAction, Stretch, parse_order};

/// Listens for as long as the page lives.
pub(super) fn follow(link: &Link) {
    let clicks = link.clone();
    listen::<MouseEvent>(&link.page, "click", false, move |event| click(&clicks, &event));
    let keys = link.clone();
    listen::<KeyboardEvent>(&link.page, "keydown", false, move |event| key(&keys, &event));
    for kind in ["input", "change"] {
        let fields = link.clone();
        listen::<Event>(&link.page, kind, true, move |event| field(&fields, &event));
    }
    listen::<Event>(&link.page, "focusout", false, |event| put_back(&event));
    slider(link);
}

/// A finger that begins to scroll the page on the slider has changed the date by then: the browser says so only afterwards. The date is
/// again as it was, and so is the field, before a `change` is told of it.
fn slider(link: &Link) {
    let taken: Rc<Cell<Option<(i32, Day)>>> = Rc::default();
    let (down_link, down) = (link.clone(), taken.clone());
    listen::<PointerEvent>(&link.page, "pointerdown", true, move |event| {
        if event.is_primary() && of_control(&event, "slider").is_some() {
            down.set(down_link.state().map(|state| (event.pointer_id(), state.as_of)));
        }
    });
    let up = taken.clone();
    listen::<PointerEvent>(&link.page, "pointerup", true, move |event| {
        if event.is_primary() {
            up.set(None);
        }
    });
    let link = link.clone();
    listen::<PointerEvent>(&link.page.clone(), "pointercancel", true, move |event| {
        if let Some((pointer, day)) = taken.get()
            && pointer == event.pointer_id()
            && let Some(field) = of_control(&event, "slider")
        {
            field.set_value(&day.number().to_string());
            link.act(Action::SetAsOf(day));
        }
    });
}

/// The field that an event is about, where it is the one of this name.
fn of_control(event: &Event, name: &str) -> Option<HtmlInputElement> {
    let (field, _) = carrying(event, "data-control").filter(|(_, control)| control == name)?;
    Some(field.unchecked_into())
}

fn click(link: &Link, event: &MouseEvent) {
    if event.button() != 0 || event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
        return;
    }
    // The click that ends a drag is none.
    if gesture::just_dragged() && carrying(event, "data-surface").is_some() {
        event.prevent_default();
        return;
    }
    // On an embed page a record opens where its view is the page's; else its link leads to a page of its own.
    let has = |view: &str| !link.embedded || link.root.get_attribute("data-view").as_deref() == Some(view);
    if let Some((_, id)) = carrying(event, "data-step").filter(|_| !link.embedded) {
        event.prevent_default();
        tour::go(link, &id);
    } else if let Some((_, id)) = carrying(event, "data-event").filter(|_| has("timeline")) {
        event.prevent_default();
        link.act(Action::OpenEvent(Some(id)));
    } else if let Some((_, id)) = carrying(event, "data-issue").filter(|_| has("gap")) {
        event.prevent_default();
        link.act(Action::OpenIssue(Some(id)));
    } else if let Some(action) = of_part(event) {
        event.prevent_default();
        link.act(action);
    } else if let Some(day) = of_total(link, event) {
        link.act(Action::SetAsOf(day));
    } else if let Some((element, what)) = carrying(event, "data-do") {
        match (what.as_str(), element.get_attribute("data-copy")) {
            ("retry", _) => fetch::record(link),
            (what, None) if what.starts_with("tour-") => tour::press(link, what),
            ("copy", Some(source)) => copy::copy(&element, &source),
            _ => {}
        }
    }
}

/// What pressing a part of the page that is no record does: a cluster's events spread, a break opens, a day becomes the as-of date.
fn of_part(event: &Event) -> Option<Action> {
    if let Some((_, text)) = carrying(event, "data-stretch") {
        let mut parts = text.split(' ');
        let (from, to) = (Day::parse(parts.next()?)?, Day::parse(parts.next()?)?);
        return Some(Action::Spread(Stretch { from, to, lane: parts.next().and_then(Lane::parse) }));
    }
    let (day, action): (_, fn(Day) -> Action) = match carrying(event, "data-break") {
        Some((_, day)) => (day, Action::ToggleBreak),
        None => (carrying(event, "data-day")?.1, Action::SetAsOf),
    };
    Day::parse(&day).map(action)
}

/// The day at which the total's chart was pressed. It stands on the timeline's axis.
fn of_total(link: &Link, event: &MouseEvent) -> Option<Day> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let chart = target.closest(".total-chart").ok().flatten()?;
    let state = link.state()?;
    Some(state.day_at(along(&chart, f64::from(event.client_x())).0))
}

fn key(link: &Link, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
        return;
    }
    let name = event.key();
    if overview::key(link, event, &name) {
        return;
    }
    if carrying(event, "data-surface").is_some_and(|(_, surface)| surface == "timeline") {
        timeline_key(link, event, &name);
    } else if name == "Escape" {
        escape(link, event);
    } else if name == "Enter" {
        show_found(link, event);
    }
}

/// Enter in the search field brings into view what was found. On a screen that is touched it also puts the keyboard away, which takes
/// half of it.
fn show_found(link: &Link, event: &KeyboardEvent) {
    // While an input method composes, Enter is its own.
    let Some(field) = of_control(event, "find-text").filter(|_| !event.is_composing()) else { return };
    if field.value().is_empty() {
        return;
    }
    let touched = window().and_then(|window| window.match_media("(hover: none)").ok().flatten());
    let touched = touched.is_some_and(|query| query.matches());
    if touched {
        let _ = field.blur();
    }
    let hidden = find(&link.root, ".found")
        .map(|found| found.get_bounding_client_rect())
        .is_some_and(|place| place.top() < 0.0 || place.bottom() > bring::screen());
    if let Some(search) = field.closest("[role=search]").ok().flatten()
        && (touched || hidden)
        && !link.embedded
    {
        bring::to_top(search);
    }
}

/// What Escape leaves: a search, else the panel it is pressed in.
fn escape(link: &Link, event: &KeyboardEvent) {
    if of_control(event, "find-text").is_some() {
        // While an input method composes, Escape is its own.
        if !event.is_composing() {
            event.prevent_default();
            link.act(Action::Find(FindAction::Text(String::new())));
        }
        return;
    }
    match carrying(event, "data-panel").map(|(_, panel)| panel).as_deref() {
        Some("event") => link.act(Action::OpenEvent(None)),
        Some("tour") => tour::leave(link),
        Some("stretch") => link.act(Action::CloseStretch),
        Some("issue") => link.act(Action::OpenIssue(None)),
        _ => {}
    }
}

fn timeline_key(link: &Link, event: &KeyboardEvent, name: &str) {
    let Some(remote) = link.remote() else { return };
    // Arrows go where they point: where time runs down the page, up and down are earlier and later, left and right the lanes.
    let across = carrying(event, "data-down").is_none();
    let direction = match name {
        "ArrowLeft" if across => Some(Direction::Previous),
        "ArrowRight" if across => Some(Direction::Next),
        "ArrowLeft" => Some(Direction::LaneUp),
        "ArrowRight" => Some(Direction::LaneDown),
        "ArrowUp" if across => Some(Direction::LaneUp),
        "ArrowDown" if across => Some(Direction::LaneDown),
        "ArrowUp" => Some(Direction::Previous),
        "ArrowDown" => Some(Direction::Next),
        "Home" => Some(Direction::First),
        "End" => Some(Direction::Last),
        "PageUp" => Some(Direction::YearEarlier),
        "PageDown" => Some(Direction::YearLater),
        _ => None,
    };
    if let Some(direction) = direction {
        event.prevent_default();
        remote.step.emit((held(event), direction, period(event)));
        return;
    }
    let action = match name {
        "Enter" | " " => carrying(event, "data-event")
            .map(|(_, id)| Action::OpenEvent(Some(id)))
            .or_else(|| of_part(event)),
        "Escape" => {
            let comparing = |state: &crate::state::AppState| state.event.is_none() && state.compare.is_some();
            let leave = link.state().is_some_and(|state| comparing(&state));
            Some(if leave { Action::ToggleCompare } else { Action::OpenEvent(None) })
        }
        "+" | "=" => Some(Action::ZoomOn { factor: 0.8, id: held(event), period: period(event) }),
        "-" => Some(Action::ZoomOn { factor: 1.25, id: held(event), period: period(event) }),
        _ => None,
    };
    if let Some(action) = action {
        event.prevent_default();
        link.act(action);
    }
}

/// Id of the event whose mark has the focus, or of the first one in a cluster that has it.
fn held(event: &Event) -> String {
    let held = carrying(event, "data-event").or_else(|| carrying(event, "data-cluster"));
    held.map(|(_, id)| id).unwrap_or_default()
}

/// Which of two periods an element belongs to; the first where there is one timeline.
fn period(event: &Event) -> usize {
    carrying(event, "data-period").and_then(|(_, number)| number.parse().ok()).unwrap_or(0)
}

fn field(link: &Link, event: &Event) {
    let Some((element, control)) = carrying(event, "data-control") else { return };
    // A select has a value and checks it as an input does.
    let field: &HtmlInputElement = element.unchecked_ref();
    if let Some(action) = FindAction::of_field(&control, &field.value(), field.checked()) {
        link.act(Action::Find(action));
        return;
    }
    let day = match control.as_str() {
        "slider" => field.value().parse().ok().map(Day::from_number_clamped),
        // A half-typed date reads as empty, or while its year is typed as one of the year 2 or 20: nothing happens until it
        // is whole and within the field's own ends, so that nobody's typing is overwritten.
        "date" | "zero" | "since" => {
            let day = Day::parse(&field.value());
            let taken = day.filter(|_| field.check_validity());
            // A whole year beyond the ends: the browser says which dates there are, in the reader's language.
            if taken.is_none() && day.is_some_and(|day| day.year() >= 1000) && event.type_() == "change" {
                field.report_validity();
            }
            taken
        }
        "order" => {
            if let Some(order) = parse_order(&field.value()) {
                link.act(Action::SetOrder(order));
            }
            None
        }
        "weight" => {
            let place = element.get_attribute("data-place").and_then(|place| place.parse().ok());
            if let (Some(place), Ok(weight)) = (place, field.value().parse()) {
                link.act(Action::Weigh(place, weight));
            }
            None
        }
        _ => None,
    };
    if let Some(day) = day {
        link.act(match control.as_str() {
            "zero" => Action::SetZero(period(event), day),
            "since" => Action::SetSince(day),
            _ => Action::SetAsOf(day),
        });
    }
}

/// A date field that is left with what is no date, or one that there is not, shows again the date that holds.
fn put_back(event: &Event) {
    let Some((element, on)) = carrying(event, "data-on") else { return };
    // Links of a tour's step carry that too.
    let Ok(field) = element.dyn_into::<HtmlInputElement>() else { return };
    if field.value().is_empty() || !field.check_validity() {
        field.set_value(&on);
    }
}
