//! The timeline's picture: axis, lanes, and a group of marks for each event.

use super::glyph::{Finish, glyph};
use super::heading;
use super::mark::{Anchor, Group, Mark, Scene, Target, num, outline, round, upright};
use crate::dossier::model::{EventKind, Lane};
use crate::index::{Entry, Index};
use crate::layout::timeline::{
    Align, PlacedBreak, PlacedLabel, PlacedMark, Ruler, Span, SpanEnd, TimelineLayout,
};
use crate::layout::{Cluster, Rect, text};
use crate::messages::{DateStyle, Locale, Msg};
use crate::scale::{TickLabel, TickLevel, TimeScale};

/// What the two sides are called in their lanes' headings, in the reader's language: capitals, as diplomats do.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'a> {
    /// Side a, above.
    pub a: &'a str,
    /// Side b, below.
    pub b: &'a str,
}

/// Draws a layout made of these events at this scale.
///
/// Classes, for `styles/timeline.css`: `band`, `strip`, `grid` (`strong`), `axis`, `tick`, `tick-major`, `lane-heading`, and
/// `break` (inside it `hit`, `break-edge`, `break-words`), and
/// for each event a group `event side-a|side-b|side-both|side-other kind-… weight-1..3`, with `dated-day`, `dated-month`,
/// `dated-year` or `dated-loose`, and `approximate`, `uncertain`, `crowded` where they hold; inside it `hit`, `leader`,
/// `span` (`soft`, `open`), `bridge`, `glyph` (`solid`, `contour`), `label` (`strong`); for each cluster a group
/// `event cluster side-…` with `hit`, `leader`, `pill`, `pill-count`, `label`.
pub fn timeline(
    index: &Index,
    layout: &TimelineLayout,
    scale: &TimeScale,
    locale: Locale,
    sides: Sides<'_>,
) -> Scene {
    let mut marks = Vec::new();
    ground(layout, &mut marks);
    let (width, height, axis) = (layout.width, layout.height, layout.axis);
    marks.extend(ruler(&Ruler { width, height, axis, ticks: layout.ticks.clone() }, locale));
    let name = |lane| heading::words(lane, locale, sides);
    for area in &layout.lanes {
        let Some(heading) = &area.heading else { continue };
        let fitted = text::wrap(&name(area.lane), heading::SIZE, heading.width, 1);
        let Some(words) = fitted.lines.into_iter().next() else { continue };
        let class = match area.lane {
            Lane::A => "lane-heading side-a",
            Lane::B => "lane-heading side-b",
            Lane::Both => "lane-heading side-both",
            Lane::Other => "lane-heading side-other",
        };
        marks.push(Mark::Text {
            class,
            x: heading.x,
            y: heading.y,
            anchor: anchor(heading.align),
            text: words,
        });
    }
    for fold in &layout.breaks {
        marks.push(Mark::Group(draw_break(fold, layout, locale)));
    }
    let mut clusters = 0;
    for mark in &layout.marks {
        let Some(entry) = index.get(mark.place) else { continue };
        marks.push(Mark::Group(match &mark.cluster {
            Some(cluster) => {
                // By number, so that a zoom, which gathers anew in every frame, keeps their elements.
                clusters += 1;
                let key = format!("cluster {clusters}");
                draw_cluster(entry, cluster, mark, layout, locale, (key, &name(mark.lane)))
            }
            None => {
                let label = locale.say(Msg::EventMark {
                    title: entry.title,
                    date: entry.date,
                    kind: entry.kind,
                    lane: &name(entry.lane),
                });
                event(entry, mark, layout, label)
            }
        }));
    }
    let count = layout.marks.iter().map(|mark| mark.cluster.as_ref().map_or(1, Cluster::count)).sum();
    Scene {
        width: layout.width,
        height: layout.height,
        title: locale.say(Msg::TimelineTitle),
        description: locale.say(Msg::TimelineDescription {
            count,
            from: scale.window().first_day(),
            to: scale.window().last_day(),
        }),
        marks,
    }
}

fn anchor(align: Align) -> Anchor {
    match align {
        Align::Start => Anchor::Start,
        Align::Middle => Anchor::Middle,
        Align::End => Anchor::End,
    }
}

pub(super) fn ground(layout: &TimelineLayout, marks: &mut Vec<Mark>) {
    let width = layout.right - layout.left;
    if let Some(band) = layout.lane(Lane::Both) {
        let height = round(band.bottom - band.top);
        marks.push(Mark::Rect { class: "band", x: layout.left, y: band.top, width, height, radius: 0.0 });
    }
    let (mut light, mut strong) = (String::new(), String::new());
    for tick in &layout.ticks {
        let lines = if tick.tick.strong { &mut strong } else { &mut light };
        lines.push_str(&upright(tick.x, 0.0, layout.axis));
    }
    marks.extend(Mark::in_one("grid", light));
    marks.extend(Mark::in_one("grid strong", strong));
    if let Some(strip) = layout.lane(Lane::Other) {
        let y = strip.top;
        marks.push(Mark::Line { class: "strip", x1: layout.left, y1: y, x2: layout.right, y2: y });
    }
    let y = layout.axis;
    marks.push(Mark::Line { class: "axis", x1: layout.left, y1: y, x2: layout.right, y2: y });
}

pub(super) fn tick_words(label: TickLabel, locale: Locale) -> String {
    let month = |year, month, style| {
        crate::dossier::date::Day::from_ymd(year, month, 1)
            .map_or(String::new(), |day| locale.day(day, style))
    };
    match label {
        TickLabel::Day(day) => locale.day(day, DateStyle::DayOfMonth),
        TickLabel::Month(year, m) => month(year, m, DateStyle::Month),
        TickLabel::MonthYear(year, m) => month(year, m, DateStyle::MonthYear),
        TickLabel::Year(year) => month(year, 1, DateStyle::Year),
    }
}

/// The axis' ticks and their words, as far as there is room: classes `axis`, `tick`, `tick-major`.
pub fn ruler(ruler: &Ruler, locale: Locale) -> Vec<Mark> {
    let (mut marks, mut lines) = (Vec::new(), String::new());
    if ruler.axis + 32.0 > ruler.height {
        return marks;
    }
    for tick in &ruler.ticks {
        let years = matches!(tick.tick.level, TickLevel::Years(_));
        let y2 = ruler.axis + if tick.tick.major.is_some() { 30.0 } else { 6.0 };
        let names = [(Some(tick.tick.minor), 14.0, "tick"), (tick.tick.major, 29.0, "tick-major")];
        let mut drawn = false;
        for (label, below, class) in names {
            let Some(text) = label.map(|label| tick_words(label, locale)) else { continue };
            let x = round(tick.x + 4.0);
            if x + text::width(&text, 12.0 * 1.09) > ruler.width {
                continue;
            }
            let class = if years { "tick-major" } else { class };
            marks.push(Mark::Text { class, x, y: round(ruler.axis + below), anchor: Anchor::Start, text });
            drawn = true;
        }
        if drawn {
            lines.push_str(&upright(tick.x, ruler.axis, y2));
        }
    }
    marks.extend(Mark::in_one("axis", lines));
    marks
}

/// The class of a kind: its name in dossiers after `kind-`.
fn kind_class(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Summit => "kind-summit",
        EventKind::Talks => "kind-talks",
        EventKind::Agreement => "kind-agreement",
        EventKind::Statement => "kind-statement",
        EventKind::Sanctions => "kind-sanctions",
        EventKind::Exercise => "kind-exercise",
        EventKind::MissileTest => "kind-missile-test",
        EventKind::NuclearTest => "kind-nuclear-test",
        EventKind::Military => "kind-military",
        EventKind::Humanitarian => "kind-humanitarian",
        EventKind::Domestic => "kind-domestic",
    }
}

pub(super) fn side_class(lane: Lane) -> &'static str {
    match lane {
        Lane::A => "side-a",
        Lane::B => "side-b",
        Lane::Both => "side-both",
        Lane::Other => "side-other",
    }
}

fn event_class(entry: Entry<'_>, mark: &PlacedMark) -> String {
    use crate::dossier::date::Precision;
    let side = side_class(mark.lane);
    let dated = match entry.date.precision() {
        Precision::Day => "dated-day",
        Precision::Month => "dated-month",
        Precision::Year => "dated-year",
        Precision::Decade | Precision::Century => "dated-loose",
    };
    let mut class = format!("event {side} {} weight-{} {dated}", kind_class(mark.kind), mark.weight);
    for (name, holds) in [
        ("approximate", entry.date.is_approximate()),
        ("uncertain", entry.date.is_uncertain()),
        ("crowded", mark.crowded),
    ] {
        if holds {
            class.push(' ');
            class.push_str(name);
        }
    }
    class
}

/// Everything of a mark stands relative to its middle, so that a frame that moves it changes one attribute.
fn event(entry: Entry<'_>, mark: &PlacedMark, layout: &TimelineLayout, label: String) -> Group {
    let mut marks = Vec::from_iter(hit(mark));
    lead(mark, &mut marks);
    bridge(mark, layout, &mut marks);
    if let Some(span) = &mark.span {
        marks.push(draw_span(&Span { x1: round(span.x1 - mark.x), x2: round(span.x2 - mark.x), ..*span }));
    }
    let finish = match mark.lane {
        Lane::A | Lane::Both => Finish::Solid,
        Lane::B | Lane::Other => Finish::Contour,
    };
    marks.push(glyph(mark.kind, 0.0, 0.0, mark.size, finish));
    write_label(mark, &mut marks);
    Group {
        class: event_class(entry, mark),
        key: entry.id.to_owned(),
        at: Some((mark.x, mark.y)),
        target: Some(Target::Event(entry.id.to_owned())),
        label: Some(label),
        marks,
    }
}

/// A pill with the number of what it holds. It is named by its first event.
fn draw_cluster(
    first: Entry<'_>,
    cluster: &Cluster,
    mark: &PlacedMark,
    layout: &TimelineLayout,
    locale: Locale,
    (key, lane): (String, &str),
) -> Group {
    let mut marks = Vec::from_iter(hit(mark));
    lead(mark, &mut marks);
    bridge(mark, layout, &mut marks);
    let (width, height) = (mark.width, mark.size);
    marks.push(Mark::Rect {
        class: "pill",
        x: round(-width / 2.0),
        y: round(-height / 2.0),
        width,
        height,
        radius: round(height / 2.0),
    });
    marks.push(Mark::Text {
        class: "pill-count",
        x: 0.0,
        y: 4.0,
        anchor: Anchor::Middle,
        text: locale.number(cluster.count()),
    });
    write_label(mark, &mut marks);
    let parts = cluster.kinds.most_first();
    Group {
        class: format!("event cluster {}", side_class(mark.lane)),
        key,
        at: Some((mark.x, mark.y)),
        target: Some(Target::Cluster {
            first: first.id.to_owned(),
            from: cluster.from,
            to: cluster.to,
            lane: mark.lane,
        }),
        label: Some(locale.say(Msg::ClusterMark {
            count: cluster.count(),
            from: cluster.from,
            to: cluster.to,
            kinds: &parts,
            lane,
        })),
        marks,
    }
}

/// The line by which an act of both crosses the band.
fn bridge(mark: &PlacedMark, layout: &TimelineLayout, marks: &mut Vec<Mark>) {
    if let (Lane::Both, Some(band)) = (mark.lane, layout.lane(Lane::Both)) {
        let (y1, y2) = (round(band.top - mark.y), round(band.bottom - mark.y));
        marks.push(Mark::Line { class: "bridge", x1: 0.0, y1, x2: 0.0, y2 });
    }
}

/// What stands beside a cluster's mark: its most frequent kinds.
pub fn cluster_words(cluster: &Cluster, locale: Locale) -> String {
    locale.say(Msg::ClusterKinds(&cluster.kinds.most_first()))
}

/// The line to a label.
fn lead(mark: &PlacedMark, marks: &mut Vec<Mark>) {
    if let Some(placed) = &mark.label {
        let (leader, x) = (placed.leader, round(placed.leader.x - mark.x));
        let (y1, y2) = (round(leader.y1 - mark.y), round(leader.y2 - mark.y));
        marks.push(Mark::Line { class: "leader", x1: x, y1, x2: x, y2 });
    }
}

fn write_label(mark: &PlacedMark, marks: &mut Vec<Mark>) {
    let Some(placed) = &mark.label else { return };
    let class = if mark.weight >= 3 { "label strong" } else { "label" };
    for (line, words) in placed.lines.iter().enumerate() {
        marks.push(Mark::Text {
            class,
            x: round(placed.x - mark.x),
            y: round(placed.y - mark.y + line as f64 * PlacedLabel::LINE),
            anchor: anchor(placed.align),
            // With the space the lines read as the title does, also to a machine that joins them.
            text: if line + 1 < placed.lines.len() { format!("{words} ") } else { words.clone() },
        });
    }
}

/// A break of the axis: two torn edges, and how long it is where there is room for the words. A button that opens it.
fn draw_break(placed: &PlacedBreak, layout: &TimelineLayout, locale: Locale) -> Group {
    let width = round(placed.x2 - placed.x1);
    // A finger's breadth can be hit, around its name too.
    let (wide, top) = (width.max(24.0), (layout.axis - 24.0).max(0.0));
    let mut marks = vec![
        Mark::Rect { class: "break-ground", x: placed.x1, y: 0.0, width, height: layout.axis, radius: 0.0 },
        Mark::Rect {
            class: "hit",
            x: round((placed.x1 + placed.x2) / 2.0 - wide / 2.0),
            y: top,
            width: wide,
            height: round(layout.height - top),
            radius: 3.0,
        },
    ];
    for x in [placed.x1, placed.x2] {
        let mut d = format!("M{} 0", num(x));
        let (mut y, mut out) = (0.0, false);
        while y < layout.axis {
            y = (y + 6.0).min(layout.axis);
            out = !out;
            d.push_str(&format!("L{} {}", num(if out { x + 2.5 } else { x - 2.5 }), num(y)));
        }
        marks.push(Mark::Path { class: "break-edge", d });
    }
    let words = locale.say(Msg::BreakYears(placed.fold.years()));
    if text::width(&words, 12.0 * 1.09) + 4.0 <= width.max(48.0) && layout.axis + 32.0 <= layout.height {
        marks.push(Mark::Text {
            class: "break-words",
            x: round((placed.x1 + placed.x2) / 2.0),
            y: round(layout.axis + 14.0),
            anchor: Anchor::Middle,
            text: words,
        });
    }
    Group {
        class: "break".to_owned(),
        key: format!("break {}", placed.fold.from),
        at: None,
        target: Some(Target::Break(placed.fold.from)),
        label: Some(locale.say(Msg::OpenBreak { from: placed.fold.from, to: placed.fold.to.plus(-1) })),
        marks,
    }
}

/// What of a mark can be hit: its own box and that of its label. `None` where the picture is not for pointers.
fn hit(mark: &PlacedMark) -> Option<Mark> {
    if mark.hit.width() <= 0.0 {
        return None;
    }
    let mut d = box_of(&mark.hit, mark);
    if let Some(placed) = &mark.label {
        d.push_str(&box_of(&placed.rect, mark));
    }
    Mark::in_one("hit", d)
}

/// A box that can be hit, from the middle of its mark, as a path's data.
fn box_of(rect: &Rect, mark: &PlacedMark) -> String {
    let (left, top) = (round(rect.left - mark.x), round(rect.top - mark.y));
    outline(left, top, round(rect.width()), round(rect.height()), 3.0)
}

/// A bar; an end that is not known to the day tapers off, an open one for longer.
pub(super) fn draw_span(span: &Span) -> Mark {
    const HALF: f64 = 2.5;
    let width = span.x2 - span.x1;
    let taper = |end| match end {
        SpanEnd::Sharp | SpanEnd::Beyond => 0.0,
        SpanEnd::Soft => (width / 3.0).min(14.0),
        SpanEnd::Open => (width / 2.0).min(40.0),
    };
    let (left, right) = (taper(span.start), taper(span.end));
    let is = |end| span.start == end || span.end == end;
    let class = if is(SpanEnd::Open) {
        "span open"
    } else if is(SpanEnd::Soft) {
        "span soft"
    } else {
        "span"
    };
    if left == 0.0 && right == 0.0 {
        return Mark::Rect {
            class,
            x: span.x1,
            y: -HALF,
            width: round(width),
            height: 2.0 * HALF,
            radius: 1.0,
        };
    }
    let (top, bottom) = (num(-HALF), num(HALF));
    let (x1, x2) = (num(span.x1 + left), num(span.x2 - right));
    let d = format!(
        "M{} {m}L{x1} {top}L{x2} {top}L{} {m}L{x2} {bottom}L{x1} {bottom}Z",
        num(span.x1),
        num(span.x2),
        m = num(0.0)
    );
    Mark::Path { class, d }
}

#[cfg(test)]
mod tests {
    use super::super::legend::legend;
    use super::*;
    use crate::dossier::model::Event;
    use crate::layout::timeline as layout_timeline;
    use crate::scale::Window;

    fn event(id: &str, date: &str, lane: &str, kind: &str) -> Event {
        serde_json::from_value(serde_json::json!({
            "id": id, "date": date, "title": format!("What {id} did"), "kind": kind,
            "parties": [], "lane": lane, "weight": 3,
        }))
        .unwrap()
    }

    fn scene_of(events: &[Event]) -> (Index, Scene) {
        let index = Index::of_events(events, "en");
        let day = |text| crate::dossier::date::Day::parse(text).unwrap();
        let scale = TimeScale::new(Window::of_days(day("2018-01-01"), day("2018-12-31")), 8.0, 792.0);
        let frame = layout_timeline::Frame { width: 800.0, height: 430.0, heading: 0.0 };
        let layout =
            layout_timeline::timeline(&index, &scale, frame, layout_timeline::Quality::Full, &|cluster| {
                cluster_words(cluster, Locale::En)
            });
        let sides = Sides { a: "Washington", b: "Pyongyang" };
        let scene = timeline(&index, &layout, &scale, Locale::En, sides);
        (index, scene)
    }

    fn groups(scene: &Scene) -> Vec<&Group> {
        scene
            .marks
            .iter()
            .filter_map(|mark| if let Mark::Group(group) = mark { Some(group) } else { None })
            .collect()
    }

    #[test]
    fn every_event_is_a_button_with_a_name() {
        let (_, scene) = scene_of(&[
            event("cancel", "2018-05-24", "a", "statement"),
            event("summit", "2018-06-12", "both", "summit"),
            event("work", "2018-07~", "b", "military"),
        ]);
        let groups = groups(&scene);
        let names: Vec<_> = groups.iter().filter_map(|group| group.label.as_deref()).collect();
        assert_eq!(
            names,
            [
                "What cancel did, 24 May 2018, statement, Washington’s acts",
                "What summit did, 12 June 2018, summit, Joint acts",
                "What work did, about July 2018, military act, Pyongyang’s acts",
            ]
        );
        let classes: Vec<_> = groups.iter().map(|group| group.class.as_str()).collect();
        assert_eq!(
            classes,
            [
                "event side-a kind-statement weight-3 dated-day",
                "event side-both kind-summit weight-3 dated-day",
                "event side-b kind-military weight-3 dated-month approximate",
            ]
        );
        assert_eq!(groups[1].target, Some(Target::Event("summit".to_owned())));
        assert!(groups[1].marks.iter().any(|mark| matches!(mark, Mark::Line { class: "bridge", .. })));
        assert!(groups[2].marks.iter().any(|mark| matches!(mark, Mark::Path { class: "span soft", .. })));
        assert_eq!(scene.description, "3 events between 1 January 2018 and 31 December 2018.");
    }

    #[test]
    fn the_key_names_the_kinds_in_use_once_each_with_a_shape_of_its_own() {
        let (index, scene) = scene_of(&[]);
        assert!(legend(&index, Locale::En).is_empty() && groups(&scene).is_empty());
        let kinds = [
            "summit",
            "talks",
            "agreement",
            "statement",
            "sanctions",
            "exercise",
            "missile-test",
            "nuclear-test",
            "military",
            "humanitarian",
            "domestic",
        ];
        let events: Vec<_> = kinds
            .iter()
            .chain(&kinds)
            .enumerate()
            .map(|(at, kind)| event(&format!("e{at}"), "2018-03-01", "a", kind))
            .collect();
        let keys = legend(&scene_of(&events).0, Locale::En);
        assert_eq!(keys.len(), kinds.len());
        for (at, key) in keys.iter().enumerate() {
            assert!(
                keys.iter().skip(at + 1).all(|other| other.marks != key.marks && other.label != key.label)
            );
        }
    }
}
