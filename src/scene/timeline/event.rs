//! An event or a cluster of them as a group of marks.

use super::anchor;
use super::span::draw_span;
use crate::dossier::date::Precision;
use crate::dossier::model::Lane;
use crate::index::Entry;
use crate::layout::timeline::{PlacedLabel, PlacedMark, Span, TimelineLayout};
use crate::layout::{Cluster, Rect};
use crate::messages::{Locale, Msg};
use crate::scene::glyph::{Finish, glyph};
use crate::scene::mark::{Anchor, Group, Mark, Target, outline, round};

/// The class of a lane.
pub fn lane_class(lane: Lane) -> &'static str {
    match lane {
        Lane::A => "side-a",
        Lane::B => "side-b",
        Lane::Both => "side-both",
        Lane::Other => "side-other",
    }
}

fn event_class(entry: Entry<'_>, mark: &PlacedMark) -> String {
    let side = lane_class(mark.lane);
    let dated = match entry.date.precision() {
        Precision::Day => "dated-day",
        Precision::Month => "dated-month",
        Precision::Year => "dated-year",
        Precision::Decade | Precision::Century => "dated-loose",
    };
    let mut class = format!("event {side} kind-{} weight-{} {dated}", mark.kind.name(), mark.weight);
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
pub fn event(entry: Entry<'_>, mark: &PlacedMark, layout: &TimelineLayout, label: String) -> Group {
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
pub fn draw_cluster(
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
        class: format!("event cluster {}", lane_class(mark.lane)),
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
    outline(left, top, round(rect.width()), round(rect.height()), 0.0)
}
