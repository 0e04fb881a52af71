//! What the marks stand on: the ground with its grid, the axis with its ticks, and its breaks.

use crate::dossier::date::Day;
use crate::dossier::model::Lane;
use crate::layout::text;
use crate::layout::timeline::{PlacedBreak, Ruler, TimelineLayout};
use crate::messages::{DateStyle, Locale, Msg};
use crate::scale::{TickLabel, TickLevel};
use crate::scene::mark::{Anchor, Group, Mark, Target, num, round, upright};

/// The band of joint acts, the grid, the strip of the others and the line of the axis.
pub fn ground(layout: &TimelineLayout, marks: &mut Vec<Mark>) {
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

/// What a tick says.
pub fn tick_words(label: TickLabel, locale: Locale) -> String {
    let month = |year, month, style| {
        Day::from_ymd(year, month, 1).map_or(String::new(), |day| locale.day(day, style))
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
            if x + text::width(&text, 12.0 * text::BOLD) > ruler.width {
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

/// Whether words of this width, with their middle at `x`, meet a tick's in the same line.
fn meets_tick(x: f64, width: f64, layout: &TimelineLayout, locale: Locale) -> bool {
    layout.ticks.iter().any(|tick| {
        let left = tick.x + 4.0;
        // Looked at closely where it is near: words are made for every break in every frame.
        left < x + width / 2.0
            && left > x - 120.0
            && left + text::width(&tick_words(tick.tick.minor, locale), 12.0 * text::BOLD) > x - width / 2.0
    })
}

/// A break of the axis: two torn edges, and how long it is where there is room for the words. A button that opens it.
pub fn draw_break(placed: &PlacedBreak, layout: &TimelineLayout, locale: Locale) -> Group {
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
    let (x, room) = (round((placed.x1 + placed.x2) / 2.0), text::width(&words, 12.0 * text::BOLD));
    if room + 4.0 <= width.max(48.0)
        && layout.axis + 32.0 <= layout.height
        && !meets_tick(x, room, layout, locale)
    {
        marks.push(Mark::Text {
            class: "break-words",
            x,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::index::Index;
    use crate::layout::timeline::{Frame, Quality, timeline};
    use crate::scale::{Axis, TimeScale, Window};

    /// The words in the axis' upper line: left and right edge.
    fn line(marks: &[Mark], axis: f64, found: &mut Vec<(f64, f64, String)>) {
        for mark in marks {
            match mark {
                Mark::Group(group) => line(&group.marks, axis, found),
                Mark::Text { x, y, anchor, text, .. } if *y == round(axis + 14.0) => {
                    let width = text::width(text, 12.0 * text::BOLD);
                    let left = if *anchor == Anchor::Middle { x - width / 2.0 } else { *x };
                    found.push((left, left + width, text.clone()));
                }
                _ => {}
            }
        }
    }

    #[test]
    fn a_breaks_words_meet_no_ticks() {
        let index = Index::of_events(&us_dprk().events, "en");
        let (first, last) = index.span().unwrap();
        let axis = Axis::folding(index.quiet(), last.since(first));
        let mut with_words = 0;
        for locale in [Locale::En, Locale::Ko] {
            for width in (320..2400).step_by(160).map(f64::from) {
                let window = Window::of_days(day("1953-01-01"), day("2025-12-31"));
                let scale = TimeScale::on(&axis, window, 8.0, width - 8.0);
                let frame = Frame { width, height: 430.0, heading: 0.0 };
                let layout = timeline(&index, &scale, frame, Quality::Full, &|_| String::new());
                let (height, line_of, ticks) = (layout.height, layout.axis, layout.ticks.clone());
                let mut found = Vec::new();
                line(&ruler(&Ruler { width, height, axis: line_of, ticks }, locale), line_of, &mut found);
                let ticks = found.len();
                for fold in &layout.breaks {
                    line(&[Mark::Group(draw_break(fold, &layout, locale))], line_of, &mut found);
                }
                for (left, right, words) in &found[ticks..] {
                    with_words += 1;
                    for (from, to, tick) in &found[..ticks] {
                        assert!(right <= from || to <= left, "{words} on {tick} at {width}");
                    }
                }
            }
        }
        assert!(with_words > 0);
    }
}
