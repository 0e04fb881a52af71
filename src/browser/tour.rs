//! The tour through the argument. Its steps are written ahead, in the section `argument`; a step taken is shown once more in a panel
//! at the edge of the screen, beside the views that it sets. The page moves only where the reader asks for a step.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{Link, bring, find, find_all, focus_in_place, next_frame, put};
use crate::dossier::date::Day;
use crate::state::{Action, AppState, TourStep};

/// Of a view's first picture at least so much is to be seen above the panel, in pixels.
const LEAST: f64 = 120.0;

/// What is first to be seen in a view, below its heading, its words and its choices.
const FIRST: &str = " :is(.card, .talks, details, .chart-help ~ h3, .strip-key, .beside-chart)";

thread_local! {
    /// Whether the reader asked for the step that comes next, and so for its view and the focus.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// The steps' own links, in order.
fn steps(link: &Link) -> Vec<Element> {
    find_all(&link.page, ".tour-steps [data-step]")
}

/// Where a step stands among them.
fn place(steps: &[Element], id: &str) -> Option<usize> {
    steps.iter().position(|step| step.get_attribute("data-step").as_deref() == Some(id))
}

/// The link of this step.
fn own(link: &Link, id: &str) -> Option<Element> {
    let steps = steps(link);
    steps.get(place(&steps, id)?).cloned()
}

/// Takes the step of this id.
pub(super) fn go(link: &Link, id: &str) {
    let Some(step) = own(link, id) else { return };
    let value = |name: &str| step.get_attribute(name);
    let Some(on) = value("data-on").and_then(|day| Day::parse(&day)) else { return };
    // The focus goes to the step, not to a record that it opens.
    link.trail.forget();
    let stands = link.state().is_some_and(|state| state.step.as_deref() == Some(id));
    ASKED.with(|asked| asked.set(!stands));
    link.act(Action::Step(Some(TourStep {
        id: id.to_owned(),
        on,
        event: value("data-opens-event"),
        issue: value("data-opens-issue"),
    })));
    if stands {
        show_view(link, &step, true);
    }
}

/// What a button of the panel does.
pub(super) fn press(link: &Link, what: &str) {
    let steps = steps(link);
    let at = link.state().and_then(|state| place(&steps, state.step.as_deref()?));
    let to = match what {
        "tour-next" => at.map(|at| at + 1),
        "tour-back" => at.and_then(|at| at.checked_sub(1)),
        _ => None,
    };
    match to.and_then(|to| steps.get(to)).and_then(|step| step.get_attribute("data-step")) {
        Some(id) => go(link, &id),
        None => leave(link),
    }
}

/// Leaves the tour; the focus goes to where it can be taken up again.
pub(super) fn leave(link: &Link) {
    let left = link.state().and_then(|state| state.step.clone());
    link.trail.forget();
    link.act(Action::Step(None));
    let Some(resume) = find(&link.page, "[data-resume]") else { return };
    if left.is_some() {
        put(&resume, "data-step", left.as_deref());
        put(&resume, "hidden", None);
    }
    focus(&resume);
}

/// Shows the step in the panel, or puts the panel away.
pub(super) fn after_change(link: &Link, before: &AppState, state: &AppState) {
    if before.step == state.step {
        return;
    }
    let asked = ASKED.with(Cell::take);
    let held = find(&link.page, "#tour :focus").is_some();
    let step = show(link, state.step.as_deref());
    // Left by Back: the panel takes what has the focus with it.
    if let (true, None, Some(left)) = (held, &state.step, &before.step)
        && let Some(step) = own(link, left)
    {
        focus_in_place(&step);
    }
    if let Some(step) = step.filter(|_| asked) {
        let link = link.clone();
        // Once the records that it opens are drawn.
        next_frame(move || show_view(&link, &step, true));
    }
}

/// Shows the step that the state names in a panel that has only now come to the page.
#[cfg(feature = "open")]
pub(super) fn take_up(link: &Link) {
    if let Some(state) = link.state() {
        show(link, state.step.as_deref());
    }
}

/// At the start, where the address names a step and no place on the page.
pub(super) fn show_first(link: &Link, id: &str) {
    if let Some(step) = own(link, id) {
        show_view(link, &step, false);
    }
}

/// The step shown.
fn show(link: &Link, id: Option<&str>) -> Option<Element> {
    let panel = find(&link.page, "#tour")?;
    let steps = steps(link);
    let at = id.and_then(|id| place(&steps, id));
    put(&panel, "hidden", at.is_none().then_some(""));
    // Not by :has() on the body, which would have every change anywhere looked at again.
    if let Some(root) = panel.owner_document().and_then(|document| document.document_element()) {
        put(&root, "data-touring", at.map(|_| ""));
    }
    let at = at?;
    let step = steps.get(at)?;
    let text = find(&step.closest("li").ok()??, ".step-text")?;
    if let Some(body) = find(&panel, ".tour-body") {
        // A copy of what stands on the page already, not markup from a text.
        body.set_text_content(None);
        if let Ok(copy) = text.clone_node_with_deep(true) {
            let _ = body.append_child(&copy);
        }
        let _ = way(link, &body, step);
        body.set_scroll_top(0);
    }
    if let Some(count) = find(&panel, "#tour-count") {
        let words = count.get_attribute("data-words").unwrap_or_default();
        let number = |number: usize| number.to_string();
        let words = words.replacen("{}", &number(at + 1), 1).replacen("{}", &number(steps.len()), 1);
        count.set_text_content(Some(&words));
    }
    for (what, away) in [("tour-back", at == 0), ("tour-next", at + 1 == steps.len())] {
        if let Some(button) = find(&panel, &["[data-do=", what, "]"].concat()) {
            put(&button, "disabled", away.then_some(""));
        }
    }
    Some(step.clone())
}

/// The way from the panel to what the step is about, under the words of its heading: the page moves there, and who does not see it has to
/// go there. None in the panel of a page that shows the argument alone.
fn way(link: &Link, body: &Element, step: &Element) -> Option<()> {
    let view = step.get_attribute("data-view")?;
    let card =
        step.get_attribute("data-opens-issue").filter(|_| view == "gap").map(|id| ["issue-", &id].concat());
    let place = ["#", &card.unwrap_or(view)].concat();
    let heading = find(&link.page, &[&place, " :is(h2, h3)"].concat())?;
    let document = body.owner_document()?;
    let (line, way) = (document.create_element("p").ok()?, document.create_element("a").ok()?);
    put(&way, "href", Some(&place));
    way.set_text_content(heading.text_content().as_deref());
    line.append_child(&way).ok()?;
    body.append_child(&line).ok()?;
    Some(())
}

/// The first picture or text of a view: on a phone, and where the panel lies below it and leaves too little room for the heading and the words
/// before it.
fn first_picture(link: &Link, view: &str) -> Option<Element> {
    let below = find(&link.page, "#tour")?.get_bounding_client_rect();
    let section = find(&link.page, &["#", view].concat())?.get_bounding_client_rect().top();
    let pictures = find_all(&link.page, &["#", view, FIRST].concat());
    let first = pictures.into_iter().find(|picture| picture.get_bounding_client_rect().height() > 0.0)?;
    let before = first.get_bounding_client_rect().top() - section;
    let no_room = below.left() <= 0.0 && before > below.top() - LEAST;
    (no_room || find(&link.page, "[data-down]").is_some()).then_some(first)
}

/// Brings the view that a step is about to the top, and the focus to the step.
fn show_view(link: &Link, step: &Element, take_focus: bool) {
    let view = step.get_attribute("data-view").unwrap_or_default();
    let of_view = |what: &str| find(&link.page, &["#", &view, what].concat());
    // Of a long view, what it opens in it: a card, or an event's record where that is far from its mark.
    let own = match (view.as_str(), step.get_attribute("data-opens-issue")) {
        ("gap", Some(id)) => find(&link.page, &["#issue-", &id].concat()),
        ("timeline", _) => bring::of_event(link),
        _ => first_picture(link, &view),
    };
    if let Some(target) = own.or_else(|| of_view("")) {
        bring::to_top(target);
    }
    if let Some(title) = find(&link.page, "#tour-count").filter(|_| take_focus) {
        focus(&title);
    }
}
