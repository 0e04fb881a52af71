//! The total: all issues' daylight through time, above the timeline and on its scale.

use super::gap::SIZE;
use super::mark::{Anchor, Group, Mark, Scene, Target, at_date, num, round};
use crate::analysis::{Share, TotalSeries};
use crate::dossier::date::Day;
use crate::layout::gap::{Annotation, TotalArea, TotalLayout, TotalPlot, Vertex, place, total_layout};
use crate::layout::text;
use crate::messages::{Locale, Msg};
use crate::scale::TimeScale;

/// The room that the numbers of the shares need at the side.
const SHARE: f64 = 38.0;
/// Height of a line of words above the plot.
const LINE: f64 = 14.0;

/// The plot under the unit and the annotations' names; how many lines those may take.
fn paper(scale: &TimeScale, height: f64) -> (TotalPlot, usize) {
    let lines = if height >= 150.0 { 3 } else { 2 };
    let top = 18.0 + lines as f64 * LINE + 8.0;
    (TotalPlot { scale: *scale, top, bottom: (height - 1.0).max(top + 20.0) }, lines)
}

/// Draws the total daylight over a window: the sure share solid, the possible one pale above it, a few moments named. The
/// series is computed once; a new window costs the steps it shows. `width` is that of the whole drawing, of which `scale`
/// covers `left..right`; `annotations` come from [`crate::layout::gap::annotations`].
///
/// Classes, for `styles/gap.css`: `rung` (`end`), `share` for the numbers at the side, `unit`; `light` and `light-pale`
/// (`partial` where the mean is over some of the issues), `light-edge` (`partial`); `unknown`, `unknown-word`;
/// `moment` (a group that opens an event) with `hit`, `moment-line` and `moment-name`; `known`.
pub fn total_chart(
    series: &TotalSeries,
    annotations: &[Annotation],
    scale: &TimeScale,
    width: f64,
    height: f64,
    locale: Locale,
) -> Scene {
    let (plot, lines) = paper(scale, height);
    let layout = total_layout(series, plot);
    let mut marks = vec![Mark::Text {
        class: "unit",
        x: round(scale.left()),
        y: SIZE,
        anchor: Anchor::Start,
        text: first_line(&locale.say(Msg::TotalUnit), SIZE, scale.right() - scale.left()),
    }];
    for area in layout.areas.iter().filter(|area| !area.is_unknown()) {
        let pale = if area.is_whole() { "light-pale" } else { "light-pale partial" };
        let sure = if area.is_whole() { "light" } else { "light partial" };
        let line = if area.is_whole() { "light-edge" } else { "light-edge partial" };
        // The pale area reaches to the ground, so that no seam shows where the solid one lies on it.
        marks.push(Mark::Path { class: pale, d: outline(area, plot.bottom, |vertex| vertex.most) });
        marks.push(Mark::Path { class: sure, d: outline(area, plot.bottom, |vertex| vertex.least) });
        marks.push(Mark::Path { class: line, d: upper(area, |vertex| vertex.most) });
    }
    let limit = shares(&plot, width, locale, &mut marks);
    moments(series, annotations, &plot, lines, &mut marks);
    for (index, area) in layout.areas.iter().enumerate() {
        if area.is_unknown() {
            unknown(area, &plot, limit, locale, &mut marks);
        } else if !area.is_whole() {
            known(&layout, index, area, limit, locale, &mut marks);
        }
    }
    let description = describe(series, scale, locale);
    let title = locale.say(Msg::TotalTitle);
    Scene { width: round(width), height: round(height), title, description, marks }
}

fn first_line(words: &str, size: f64, room: f64) -> String {
    text::wrap(words, size, room, 1).lines.into_iter().next().unwrap_or_default()
}

/// The upper edge of an area.
fn upper(area: &TotalArea, y: impl Fn(&Vertex) -> f64) -> String {
    let mut d = String::new();
    for vertex in &area.vertices {
        let y = num(y(vertex));
        d.push_str(&if d.is_empty() { format!("M{} {y}", num(vertex.x1)) } else { format!("V{y}") });
        d.push_str(&format!("H{}", num(vertex.x2)));
    }
    d
}

/// An area from its upper edge down to the ground.
fn outline(area: &TotalArea, bottom: f64, y: impl Fn(&Vertex) -> f64) -> String {
    format!("{}V{}H{}Z", upper(area, y), num(bottom), num(area.x1()))
}

/// Nothing, half and all: lines across, their names outside where the drawing has room there, under the lines where not.
/// Gives the right edge of the paper that they leave free.
fn shares(plot: &TotalPlot, width: f64, locale: Locale, marks: &mut Vec<Mark>) -> f64 {
    let (left, right) = (plot.scale.left(), plot.scale.right());
    let outside = left >= SHARE || width - right >= SHARE;
    for percent in [0, 50, 100] {
        let y = plot.y(f64::from(percent) / 100.0);
        let class = if percent == 0 { "rung end" } else { "rung" };
        marks.push(Mark::Line { class, x1: round(left), y1: round(y), x2: round(right), y2: round(y) });
        let text = locale.say(Msg::Percent(percent));
        let (x, y, anchor) = if left >= SHARE {
            (left - 6.0, y + 4.0, Anchor::End)
        } else if width - right >= SHARE {
            (right + 6.0, y + 4.0, Anchor::Start)
        } else {
            (right - 2.0, y + SIZE, Anchor::End)
        };
        // The lowest number would hang over the edge.
        let y = y.min(plot.bottom - 3.0);
        marks.push(Mark::Text { class: "share", x: round(x), y: round(y), anchor, text });
    }
    if outside { right } else { right - SHARE }
}

/// The named moments: a dotted line through the plot, the name above it. Only where there is a total to explain.
fn moments(
    series: &TotalSeries,
    annotations: &[Annotation],
    plot: &TotalPlot,
    lines: usize,
    marks: &mut Vec<Mark>,
) {
    let known = annotations.iter().filter(|annotation| series.at(annotation.on).share.is_some());
    for placed in place(known, &plot.scale, SIZE, lines) {
        let x = round(placed.x);
        let first = 18.0 + LINE * (lines as f64 - placed.lines.len() as f64) + SIZE;
        let mut group = vec![Mark::Line {
            class: "moment-line",
            x1: x,
            y1: round(first - SIZE + 1.0),
            x2: x,
            y2: round(plot.bottom),
        }];
        // A finger's breadth around the name.
        let room = placed.lines.iter().map(|line| text::width(line, SIZE)).fold(0.0, f64::max) + 10.0;
        let tall = (placed.lines.len() as f64 * LINE + 4.0).max(24.0);
        group.push(Mark::Rect {
            class: "hit",
            x: round(if placed.before { x - room } else { x }),
            y: round(plot.top - 4.0 - tall),
            width: round(room.max(24.0)),
            height: round(tall),
            radius: 0.0,
        });
        let (dx, anchor) = if placed.before { (-5.0, Anchor::End) } else { (5.0, Anchor::Start) };
        for (index, text) in placed.lines.into_iter().enumerate() {
            group.push(Mark::Text {
                class: "moment-name",
                x: round(x + dx),
                y: round(first + index as f64 * LINE),
                anchor,
                text,
            });
        }
        marks.push(Mark::Group(Group {
            class: "moment".to_owned(),
            key: placed.annotation.event.clone(),
            at: None,
            target: Some(Target::Event(placed.annotation.event.clone())),
            label: Some(placed.annotation.label.clone()),
            marks: group,
        }));
    }
}

fn unknown(area: &TotalArea, plot: &TotalPlot, limit: f64, locale: Locale, marks: &mut Vec<Mark>) {
    let (x1, x2, y) = (round(area.x1()), round(area.x2()), round(plot.bottom - 3.0));
    marks.push(Mark::Line { class: "unknown", x1, y1: y, x2, y2: y });
    let text = locale.say(Msg::TotalNone);
    let x2 = x2.min(limit);
    if text::width(&text, SIZE) + 6.0 <= x2 - x1 {
        let x = round((x1 + x2) / 2.0);
        marks.push(Mark::Text { class: "unknown-word", x, y: y - 6.0, anchor: Anchor::Middle, text });
    }
}

/// How many issues a mean is over, above it; the words may reach over a neighbouring stretch of which nothing is known.
fn known(
    layout: &TotalLayout,
    index: usize,
    area: &TotalArea,
    limit: f64,
    locale: Locale,
    marks: &mut Vec<Mark>,
) {
    let text =
        locale.say(Msg::TotalKnown { least: area.known_least, most: area.known_most, issues: area.issues });
    let (x1, x2) = (area.x1(), area.x2().min(limit));
    let empty =
        |area: Option<&TotalArea>| area.filter(|area| area.is_unknown()).map(|area| (area.x1(), area.x2()));
    let before = empty(index.checked_sub(1).and_then(|before| layout.areas.get(before)));
    let after = empty(layout.areas.get(index + 1));
    let room = text::width(&text, SIZE) + 6.0;
    let top = area.vertices.iter().map(|vertex| vertex.most).fold(f64::MAX, f64::min);
    let y = round((top - 5.0).max(layout.plot.top + SIZE));
    let (x, anchor) = if x2 - x1 >= room {
        ((x1 + x2) / 2.0, Anchor::Middle)
    } else if before.is_some_and(|(start, _)| x2 - start >= room) {
        (x2 - 3.0, Anchor::End)
    } else if after.is_some_and(|(_, end)| end.min(limit) - x1 >= room) {
        (x1 + 3.0, Anchor::Start)
    } else {
        return;
    };
    marks.push(Mark::Text { class: "known", x: round(x), y, anchor, text });
}

/// "sure" and "possible", written where they are true: not on the numbers at the side, nor on the as-of date's, of which `taken` has
/// the left and right edge and the line they stand on.
fn words(layout: &TotalLayout, taken: &[(f64, f64, f64)], locale: Locale) -> Vec<Mark> {
    let scale = &layout.plot.scale;
    let limit = if scale.left() >= SHARE { scale.right() } else { scale.right() - SHARE };
    let mut marks = Vec::new();
    for (sure, msg, class) in [(true, Msg::TotalSure, "word lit"), (false, Msg::TotalPossible, "word pale")] {
        let text = locale.say(msg);
        let room = text::width(&text, SIZE * text::BOLD) + 10.0;
        if let Some((x, y, height)) = layout.room(sure, room, limit)
            && height >= SIZE + 2.0
            && !taken.iter().any(|(left, right, line)| {
                x - room / 2.0 < *right && *left < x + room / 2.0 && (y + 4.0 - line).abs() < SIZE
            })
        {
            marks.push(Mark::Text { class, x: round(x), y: round(y + 4.0), anchor: Anchor::Middle, text });
        }
    }
    marks
}

/// The picture in numbers: the lowest and the highest total in the window, and since when it is one of all issues.
fn describe(series: &TotalSeries, scale: &TimeScale, locale: Locale) -> String {
    let (from, to) = (scale.window().first_day(), scale.window().last_day());
    let steps = series.between(from, to);
    let shares: Vec<(u8, u8)> =
        steps.iter().filter_map(|step| step.total.share).map(|share| share.percent()).collect();
    let range = |of: fn(&(u8, u8)) -> u8| {
        let values = || shares.iter().map(of);
        (values().min().unwrap_or(0), values().max().unwrap_or(0))
    };
    if shares.is_empty() {
        return locale.say(Msg::TotalNothing { from, to });
    }
    let mut sentences = vec![locale.say(Msg::TotalRange {
        from,
        to,
        least: range(|share| share.0),
        most: range(|share| share.1),
    })];
    let partial = steps.iter().rposition(|step| step.total.counts.unknown > 0);
    if let Some(whole) = partial.and_then(|index| steps.get(index + 1)) {
        let issues = whole.total.counts.issues();
        sentences.push(locale.say(Msg::TotalWholeFrom { on: whole.from, issues }));
    }
    sentences.join(" ")
}

/// What lies on a chart of the same scale and height: the areas' words, as far as the date's numbers leave them room; and the as-of date's
/// total, which is its line (below the annotations' names, which it would strike out), a mark at each share and its number, in one
/// group that stands at the date, where that lies in the window.
///
/// Classes: `word` (`lit`, `pale`); `at-date`, `playhead`, `total-mark` and `total-value`.
pub fn total_playhead(
    series: &TotalSeries,
    on: Day,
    scale: &TimeScale,
    height: f64,
    locale: Locale,
) -> Vec<Mark> {
    let (plot, _) = paper(scale, height);
    let (mut marks, mut taken) = (Vec::new(), Vec::new());
    if scale.window().touches(on, on) {
        let x = scale.x_mid(on).max(scale.left()).min(scale.right());
        let line = Mark::Line { class: "playhead", x1: 0.0, y1: round(plot.top), x2: 0.0, y2: round(height) };
        let mut own = vec![line];
        if let Some(share) = series.at(on).share {
            taken = values(share, x, &plot, locale, &mut own);
        }
        marks.push(at_date(x, own));
    }
    // Under the line and the numbers.
    let mut all = words(&total_layout(series, plot), &taken, locale);
    all.extend(marks);
    all
}

/// The numbers of a date that stands at `x`, and its marks. Gives each number's left and right edge and the line it stands on.
fn values(
    share: Share,
    x: f64,
    plot: &TotalPlot,
    locale: Locale,
    marks: &mut Vec<Mark>,
) -> Vec<(f64, f64, f64)> {
    let (least, most) = share.percent();
    let (low, high) = (plot.y(share.least), plot.y(share.most));
    let mut taken = Vec::new();
    // The names of the lines may stand within the right edge.
    let free = if plot.scale.left() >= SHARE { plot.scale.right() } else { plot.scale.right() - SHARE };
    let mut put = |y: f64, words: String| {
        let room = text::width(&words, SIZE * text::BOLD) + 9.0;
        let before = x + room > free;
        let (dx, anchor) = if before { (-8.0, Anchor::End) } else { (8.0, Anchor::Start) };
        // Above the mark where the ground is near.
        let below = (y + 4.0).min(plot.bottom - 3.0);
        taken.push(if before { (x - room, x, below) } else { (x, x + room, below) });
        marks.push(Mark::Text { class: "total-value", x: dx, y: round(below), anchor, text: words });
    };
    if low - high >= SIZE + 2.0 {
        put(high, locale.say(Msg::Percent(most)));
        put(low, locale.say(Msg::Percent(least)));
    } else {
        put((low + high) / 2.0, locale.say(Msg::PercentRange(least, most)));
    }
    for y in [high, low] {
        marks.push(Mark::Circle { class: "total-mark", cx: 0.0, cy: round(y), r: 3.5 });
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Weights;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::scale::Window;

    /// The words on a chart on a day: the class of each, left and right edge, and the line it stands on.
    fn drawn(
        series: &TotalSeries,
        on: Day,
        scale: &TimeScale,
        locale: Locale,
    ) -> Vec<(&'static str, f64, f64, f64)> {
        let mut found = Vec::new();
        let mut put = |mark: &Mark, dx: f64| {
            if let Mark::Text { class, x, y, anchor, text } = mark {
                let width = text::width(text, SIZE * text::BOLD);
                let left = match anchor {
                    Anchor::Start => x + dx,
                    Anchor::Middle => x + dx - width / 2.0,
                    Anchor::End => x + dx - width,
                };
                found.push((*class, left, left + width, *y));
            }
        };
        for mark in total_playhead(series, on, scale, 190.0, locale) {
            match &mark {
                Mark::Group(group) => {
                    group.marks.iter().for_each(|mark| put(mark, group.at.unwrap_or_default().0));
                }
                mark => put(mark, 0.0),
            }
        }
        found
    }

    #[test]
    fn an_areas_word_makes_room_for_the_dates_numbers() {
        let series = TotalSeries::of(&us_dprk(), &Weights::equal());
        let window = Window::of_days(day("2018-01-01"), day("2019-12-31"));
        let scale = TimeScale::new(window, 8.0, 1200.0);
        let (mut seen, mut left_out) = ([0, 0], 0);
        for locale in [Locale::En, Locale::Ko] {
            for days in 0..730 {
                let found = drawn(&series, day("2018-01-01").plus(days), &scale, locale);
                let (words, values): (Vec<_>, Vec<_>) =
                    found.into_iter().partition(|(class, ..)| class.starts_with("word"));
                for (_, left, right, line) in &words {
                    for (_, from, to, other) in &values {
                        assert!(right <= from || to <= left || (line - other).abs() >= SIZE, "day {days}");
                    }
                }
                seen[0] += usize::from(words.iter().any(|(class, ..)| *class == "word lit"));
                seen[1] += usize::from(words.iter().any(|(class, ..)| *class == "word pale"));
                left_out += usize::from(words.len() < 2);
            }
        }
        assert!(seen.iter().all(|days| *days > 1300), "{seen:?}");
        assert!(left_out > 0);
        // Outside of the window there is nothing but the words.
        let found = drawn(&series, day("2024-01-01"), &scale, Locale::En);
        assert_eq!(found.iter().map(|(class, ..)| *class).collect::<Vec<_>>(), ["word lit", "word pale"]);
    }
}
