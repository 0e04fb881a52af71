//! A scene on the screen: its marks as SVG elements. Marks that open something are buttons; which of them is the tab stop and
//! which stands open comes with the props.

use yew::prelude::*;

use crate::scene::{Anchor, Group, Mark, Scene, Target, num, outline};
use crate::state::Shared;
use crate::views::element::html;
use crate::views::held::{Draw, Memory, held};

/// For a picture whose marks are buttons.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Buttons {
    /// The id of the one that Tab reaches.
    pub tab_stop: Option<AttrValue>,
    /// The id of the target that stands open; of a cluster, the id of the first event in it.
    pub open: Option<AttrValue>,
    /// Whether a resting pointer is told what a mark is; not worth its elements where the picture is gone in a moment.
    pub titles: bool,
    /// The language of what the marks of records are called, where it is not the page's.
    pub lang: Option<&'static str>,
}

/// A scene as an `<svg>` element: one image to assistive technology. `over` changes more often than the scene and lies on it.
pub fn picture(scene: &Shared<Scene>, class: &'static str, over: &[Mark]) -> Html {
    let Scene { width, height, title, description, .. } = &**scene;
    let (width, height) = (num(*width), num(*height));
    html! {
        <svg {class} viewBox={format!("0 0 {width} {height}")} {width} {height} role="img" aria-label={format!("{title}. {description}")}>
            { held(Marks { scene: scene.clone(), buttons: None }) }
            { layer(over) }
        </svg>
    }
}

/// Marks that are for the eye alone, in a group of their own.
pub fn layer(marks: &[Mark]) -> Html {
    html! { <g aria-hidden="true">{ for marks.iter().map(|item| mark(item, None)) }</g> }
}

/// The marks of a scene, by themselves, so that a moving overlay leaves them alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Marks {
    /// The scene.
    pub scene: Shared<Scene>,
    /// Where its targets are buttons: which of them is the tab stop, and which stands open.
    pub buttons: Option<Buttons>,
}

impl Draw for Marks {
    fn draw(&self, _memory: &Memory) -> Html {
        let buttons = self.buttons.as_ref();
        // The groups stand alone under their parent: then their keys keep each element, and its focus, when others come or go.
        let (mut ground, mut groups) = (Vec::new(), Vec::new());
        for item in &self.scene.marks {
            let list = if matches!(item, Mark::Group(_)) { &mut groups } else { &mut ground };
            list.push(mark(item, buttons));
        }
        html! { <><g>{ ground }</g><g>{ groups }</g></> }
    }
}

/// One mark; a button where it opens something and the picture has buttons. Lines and rectangles are paths: that is one attribute to
/// set in place of four or six, and setting attributes is what a frame of a zoom does most.
pub fn mark(item: &Mark, buttons: Option<&Buttons>) -> Html {
    match item {
        Mark::Group(item) => group(item, buttons),
        Mark::Line { class, x1, y1, x2, y2 } => {
            let d = format!("M{} {}L{} {}", num(*x1), num(*y1), num(*x2), num(*y2));
            html! { <path class={*class} {d} /> }
        }
        Mark::Rect { class, x, y, width, height, radius } => {
            html! { <path class={*class} d={outline(*x, *y, *width, *height, *radius)} /> }
        }
        Mark::Circle { class, cx, cy, r } => {
            html! { <circle class={*class} cx={num(*cx)} cy={num(*cy)} r={num(*r)} /> }
        }
        Mark::Path { class, d } => html! { <path class={*class} d={d.clone()} /> },
        Mark::Text { class, x, y, anchor, text } => {
            let anchor = match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
            };
            html! { <text class={*class} x={num(*x)} y={num(*y)} text-anchor={anchor}>{ text.clone() }</text> }
        }
    }
}

/// What opening a group does, as attributes that the browser's side reads.
#[derive(Default)]
struct Opens<'a> {
    id: &'a str,
    event: Option<String>,
    issue: Option<String>,
    cluster: Option<String>,
    /// First day, last day and lane of a cluster.
    stretch: Option<String>,
    fold: Option<String>,
}

fn opens(target: Option<&Target>) -> Opens<'_> {
    match target {
        None => Opens::default(),
        Some(Target::Event(id)) => Opens { id, event: Some(id.clone()), ..Opens::default() },
        Some(Target::Issue(id)) => Opens { id, issue: Some(id.clone()), ..Opens::default() },
        Some(Target::Cluster { first, from, to, lane }) => Opens {
            id: first,
            cluster: Some(first.clone()),
            stretch: Some(format!("{from} {to} {}", lane.name())),
            ..Opens::default()
        },
        Some(Target::Break(day)) => Opens { fold: Some(day.to_string()), ..Opens::default() },
    }
}

fn group(item: &Group, buttons: Option<&Buttons>) -> Html {
    let Opens { id, event, issue, cluster, stretch, fold } = opens(item.target.as_ref());
    let button = buttons.filter(|_| item.target.is_some());
    // A cluster stands for the open event that it holds.
    let can_open = event.is_some() || cluster.is_some();
    let is_open = button.is_some_and(|button| can_open && button.open.as_deref() == Some(id));
    let tab_index = button
        .map(|button| if !id.is_empty() && button.tab_stop.as_deref() == Some(id) { "0" } else { "-1" });
    let lang = button.filter(|_| event.is_some()).and_then(|button| button.lang);
    let expanded = button.filter(|_| event.is_some()).map(|_| if is_open { "true" } else { "false" });
    let place = item.at.map(|(x, y)| format!("translate({} {})", num(x), num(y)));
    // What a pointer that rests on the mark is shown, where its name is not drawn; assistive technology has the label.
    let mut drawn = item.marks.iter().filter_map(|inner| match inner {
        Mark::Text { text, .. } => Some(text),
        _ => None,
    });
    let is_named = drawn.next_back().is_some_and(|line| !line.ends_with('\u{2026}'));
    let title = item.label.as_ref().filter(|_| !is_named && button.is_some_and(|button| button.titles));
    html! {
        <g key={item.key.clone()} transform={place} class={classes!(item.class.clone(), is_open.then_some("open"))}
            role={button.map(|_| "button")} tabindex={tab_index} aria-expanded={expanded} {lang}
            aria-label={button.and(item.label.clone())} data-event={event} data-issue={issue}
            data-cluster={cluster} data-stretch={stretch} data-break={fold}>
            { title.map(|title| html! { <title>{ title.clone() }</title> }) }
            { for item.marks.iter().map(|inner| mark(inner, buttons)) }
        </g>
    }
}

/// The patterns that the style sheets fill with, once a page: a side's range, and daylight where there is no colour.
pub fn hatches() -> Html {
    html! {
        <svg class="hatches" width="0" height="0" aria-hidden="true">
            <defs>
                <pattern id="hatch-a" width="6" height="6" patternUnits="userSpaceOnUse"><path class="hatch side-a" d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" /></pattern>
                <pattern id="hatch-b" width="6" height="6" patternUnits="userSpaceOnUse"><path class="hatch side-b" d="M-1 -1L7 7M-1 5L1 7M5 -1L7 1" /></pattern>
                <pattern id="hatch-light" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="light-ground" width="5" height="5" /><path class="hatch-light" d="M0 2.5H5" /></pattern>
            </defs>
        </svg>
    }
}
