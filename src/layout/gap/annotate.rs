//! The few moments written into the total chart, and where their words go.

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{EventKind, Lane};
use crate::dossier::order::sorted;
use crate::dossier::text::base_language;
use crate::scale::TimeScale;

use crate::layout::text::{balance, wrap};

/// A moment worth a line through the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Its first day.
    pub on: Day,
    /// Its name: the beginning of the event's title.
    pub label: String,
    /// The event's id.
    pub event: String,
}

/// The beginning of a title: up to the first colon or semicolon with a space behind it, or such a comma; but not the comma in Korean,
/// which stands behind the topic: "북한, NPT 탈퇴 선언". A sign in a number or between words without a space ends nothing.
fn beginning<'a>(title: &'a str, language: &str) -> &'a str {
    let cuts_at_comma = base_language(language) != "ko";
    let ends = |pair: &[u8]| matches!(pair, [b':' | b';', b' ']) || cuts_at_comma && pair == b", ";
    title.as_bytes().windows(2).position(ends).and_then(|end| title.get(..end)).unwrap_or(title)
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
            let label = beginning(event.title.get(language), language).trim().to_owned();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;

    #[test]
    fn a_name_is_the_beginning_of_the_title() {
        for (language, title, name) in [
            (
                "en",
                "Trump and Kim meet at Panmunjom; Trump steps into the North",
                "Trump and Kim meet at Panmunjom",
            ),
            ("en", "Kim Jong Un visits Beijing, his first trip abroad", "Kim Jong Un visits Beijing"),
            ("en", "12,000 prisoners go home, at 10:30", "12,000 prisoners go home"),
            ("en", "Hanoi summit", "Hanoi summit"),
            ("ko", "하노이 정상회담: 합의 없이 종료", "하노이 정상회담"),
            ("ko-KR", "북한, NPT 탈퇴 선언", "북한, NPT 탈퇴 선언"),
            ("ko", "", ""),
        ] {
            assert_eq!(beginning(title, language), name, "{title}");
        }
    }

    #[test]
    fn no_korean_name_is_a_topic_alone() {
        let dossier = us_dprk();
        let named = annotations(&dossier, "ko");
        assert!(named.len() > 15, "{named:?}");
        for Annotation { label, event, .. } in named {
            assert!(!label.contains(',') && label.chars().count() > 4, "{event}: {label}");
        }
    }
}
