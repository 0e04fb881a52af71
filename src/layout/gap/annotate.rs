//! The few moments written into the total chart, and where their words go.

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{EventKind, Lane};
use crate::dossier::order::sorted;
use crate::scale::TimeScale;

use crate::layout::text::{balance, wrap};

/// A moment worth a line through the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Its first day.
    pub on: Day,
    /// Its name: the event's title up to the first comma, colon or semicolon.
    pub label: String,
    /// The event's id.
    pub event: String,
}

/// The moments worth a line, most important first: meetings of both sides' leaders, then other summits and agreements,
/// then talks of both sides; all of weight 3.
pub fn annotations(dossier: &Dossier, language: &str) -> Vec<Annotation> {
    let found: Vec<(i64, Annotation)> = dossier
        .events
        .iter()
        .filter(|event| event.weight >= 3)
        .filter_map(|event| {
            let rank = match (event.kind, event.lane) {
                (EventKind::Summit, Lane::Both) => 0,
                (EventKind::Summit | EventKind::Agreement, Lane::Both | Lane::Other) => 1,
                (EventKind::Talks, Lane::Both) => 2,
                _ => return None,
            };
            let title = event.title.get(language);
            let label = title.split([':', ';', ',']).next().unwrap_or(title).trim().to_owned();
            Some((rank, Annotation { on: event.date.anchor(), label, event: event.id.clone() }))
        })
        .collect();
    let order = |(rank, annotation): &(i64, Annotation)| (rank << 32) + i64::from(annotation.on.number());
    sorted(found, order).into_iter().map(|(_, annotation)| annotation).collect()
}

/// An annotation with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<'a> {
    /// The annotation.
    pub annotation: &'a Annotation,
    /// Where its line stands.
    pub x: f64,
    /// Its name in lines.
    pub lines: Vec<String>,
    /// Whether its name ends at the line instead of beginning there.
    pub before: bool,
}

/// Chooses as many of the annotations as have room side by side, the first ones first, and breaks their names to the room
/// there is: none is cut, none reaches the next line or another name.
pub fn place<'a>(
    annotations: impl Iterator<Item = &'a Annotation>,
    scale: &TimeScale,
    size: f64,
    lines: usize,
) -> Vec<Placed<'a>> {
    // More than one name in a hundred pixels is a crowd, not a few moments.
    let limit = ((scale.right() - scale.left()) / 100.0).floor().max(1.0).min(7.0) as usize;
    let mut chosen: Vec<(f64, &Annotation)> = Vec::new();
    let mut placed = Vec::new();
    let visible = annotations
        .map(|annotation| (scale.x_mid(annotation.on), annotation))
        .filter(|(x, _)| (scale.left()..=scale.right()).contains(x));
    // What has no room beside the ones before it costs a try; a hundred tries are enough for any window.
    for (x, annotation) in visible.take(100) {
        if chosen.len() >= limit {
            break;
        }
        let mut with = chosen.clone();
        with.push((x, annotation));
        // Hundredths of a pixel: nearer names than that have no room anyway.
        let with = sorted(with, |(x, _)| (x * 100.0) as i64);
        if let Some(all) = arrange(&with, scale, size, lines) {
            (chosen, placed) = (with, all);
        }
    }
    placed
}

/// Names for lines from left to right, or `None` where one has no room.
fn arrange<'a>(
    chosen: &[(f64, &'a Annotation)],
    scale: &TimeScale,
    size: f64,
    lines: usize,
) -> Option<Vec<Placed<'a>>> {
    const SPACE: f64 = 5.0;
    let mut placed = Vec::new();
    // The right edge of what is taken so far.
    let mut taken = scale.left() - SPACE;
    for (index, (x, annotation)) in chosen.iter().enumerate() {
        if *x < taken + SPACE {
            return None;
        }
        let next = chosen.get(index + 1).map_or(scale.right(), |(next, _)| next - SPACE);
        let whole = |room: f64| {
            let room = room.min(size * 14.0);
            // One line where it has room, or else lines of about equal length.
            let one = wrap(&annotation.label, size, room, 1);
            if one.cut { balance(&annotation.label, size, room, lines) } else { Some(one) }
        };
        if let Some(words) = whole(next - x - SPACE) {
            taken = x + SPACE + words.width;
            placed.push(Placed { annotation, x: *x, lines: words.lines, before: false });
        } else {
            let words = whole(x - taken - 2.0 * SPACE)?;
            taken = *x;
            placed.push(Placed { annotation, x: *x, lines: words.lines, before: true });
        }
    }
    Some(placed)
}
