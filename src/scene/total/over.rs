//! What lies on the total's chart and follows the date: the areas' words, and the date with its flag and numbers.

use super::super::gap::SIZE;
use super::super::mark::{Anchor, Mark, Scene, at_date, disc, playhead_over, round};
use super::{FLAG, SHARE, paper};
use crate::analysis::{Share, TotalSeries};
use crate::dossier::date::Day;
use crate::layout::gap::{TotalArea, TotalLayout, TotalPlot, Vertex, total_layout};
use crate::layout::text;
use crate::messages::{DateStyle, Locale, Msg};
use crate::scale::TimeScale;

/// What lies on a chart of the same scale: the areas' words, where neither a moment's line nor the as-of date leaves them without
/// room; and the date's total, which is its line under a flag with the date, a mark at each share and its number, in one group that
/// stands at the date, where that lies in the window.
///
/// Classes: `unknown-word`, `known`, `word` (`lit`, `pale`); `at-date`, `playhead over`, `total-flag`, `total-date`, `total-mark` and
/// `total-value`.
pub fn total_playhead(
    series: &TotalSeries,
    on: Day,
    scale: &TimeScale,
    chart: &Scene,
    locale: Locale,
) -> Vec<Mark> {
    let plot = paper(scale, chart.height, locale).plot;
    let (mut marks, mut taken) = (Vec::new(), moment_lines(chart));
    if scale.window().touches(on, on) {
        let x = scale.x_mid(on).max(scale.left()).min(scale.right());
        let mut own = vec![playhead_over(plot.top - 2.0, plot.bottom + 4.0)];
        flag(on, x, &plot, locale, &mut own);
        let numbers = series.at(on).share.map(|share| values(share, x, &plot, &taken, locale, &mut own));
        taken.push(numbers.unwrap_or((x, x)));
        marks.push(at_date(x, own));
    }
    // Under the line and the numbers.
    let mut all = words(&total_layout(series, plot), &taken, locale);
    all.extend(marks);
    all
}

/// The date above its line, inside the plot's edges. The 100 percent beside it is left free, or hidden whole.
fn flag(on: Day, x: f64, plot: &TotalPlot, locale: Locale, marks: &mut Vec<Mark>) {
    let text = locale.day(on, DateStyle::Short);
    let width = round(text::width(&text, SIZE * text::BOLD) + 8.0);
    let (left, right) = (plot.scale.left(), plot.scale.right());
    let number = right - SHARE;
    let start = if x <= number { (x - width / 2.0).min(number - width) } else { right - width };
    let start = round(start.max(left) - x);
    let y = round(plot.top - FLAG - 2.0);
    marks.push(Mark::Rect { class: "total-flag", x: start, y, width, height: FLAG, radius: 0.0 });
    let x = round(start + width / 2.0);
    marks.push(Mark::Text { class: "total-date", x, y: y + SIZE, anchor: Anchor::Middle, text });
}

/// The numbers of a date that stands at `x`, and its marks. Gives the left and right edge of them all.
fn values(
    share: Share,
    x: f64,
    plot: &TotalPlot,
    lines: &[(f64, f64)],
    locale: Locale,
    marks: &mut Vec<Mark>,
) -> (f64, f64) {
    let (least, most) = share.percent();
    let (low, high) = (plot.y(share.least), plot.y(share.most));
    // Above the mark where the ground is near.
    let line = |y: f64| round((y + 4.0).min(plot.bottom - 3.0));
    let numbers = if line(low) - line(high) >= SIZE + 2.0 {
        vec![(high, locale.say(Msg::Percent(most))), (low, locale.say(Msg::Percent(least)))]
    } else {
        vec![((low + high) / 2.0, locale.say(Msg::PercentRange(least, most)))]
    };
    let widths = numbers.iter().map(|(_, words)| text::width(words, SIZE * text::BOLD));
    let room = widths.fold(0.0, f64::max) + 9.0;
    // Behind the date where nothing is in the way there, or before it, or else behind it all the same.
    let open = |from: f64, to: f64| {
        plot.scale.left() <= from
            && to <= plot.scale.right()
            && !lines.iter().any(|(line, _)| from < *line && *line < to)
    };
    let before = !open(x + 6.0, x + room) && (open(x - room, x - 6.0) || x + room > plot.scale.right());
    let (dx, anchor) = if before { (-8.0, Anchor::End) } else { (8.0, Anchor::Start) };
    for (y, text) in numbers {
        marks.push(Mark::Text { class: "total-value", x: dx, y: line(y), anchor, text });
    }
    let d = [high, low].map(|y| disc(0.0, y, 3.5)).concat();
    marks.push(Mark::Path { class: "total-mark", d });
    if before { (x - room, x + 5.0) } else { (x - 5.0, x + room) }
}

/// What no word may stand on: the named moments' lines in a chart.
fn moment_lines(chart: &Scene) -> Vec<(f64, f64)> {
    let line = |mark: &Mark| match mark {
        Mark::Group(group) => group.marks.iter().find_map(|mark| match mark {
            Mark::Line { x1, .. } => Some((*x1, *x1)),
            _ => None,
        }),
        _ => None,
    };
    chart.marks.iter().filter_map(line).collect()
}

/// The stretches of `from..to` that hold nothing of what is taken.
fn free(from: f64, to: f64, taken: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut runs = vec![(from, to)];
    for &(left, right) in taken {
        let around = |(from, to): (f64, f64)| [(from, to.min(left)), (from.max(right), to)];
        runs = runs.into_iter().flat_map(around).filter(|(from, to)| from < to).collect();
    }
    runs
}

/// The areas' words, each where it is true and nothing runs through it, or nowhere: that nothing is known; how many issues a mean is
/// over; "sure" and "possible".
fn words(layout: &TotalLayout, taken: &[(f64, f64)], locale: Locale) -> Vec<Mark> {
    let (plot, mut marks) = (&layout.plot, Vec::new());
    let (middle, mut said) = (plot.y(0.5), f64::MIN);
    for (index, area) in layout.areas.iter().enumerate().filter(|(_, area)| !area.is_whole()) {
        let (x1, x2) = (area.x1(), area.x2());
        let (mut from, mut to) = (x1, x2);
        let (class, text, y) = if area.is_unknown() {
            ("unknown-word", Msg::TotalNone, middle + 4.0)
        } else {
            let top = area.vertices.iter().map(|vertex| vertex.most).fold(f64::MAX, f64::min);
            let y = (top - 5.0).max(plot.top + SIZE);
            // The words may reach over a neighbouring stretch of which nothing is known, and stand above what is drawn there.
            let empty = |index: usize| layout.areas.get(index).filter(|area| area.is_unknown());
            from = empty(index.wrapping_sub(1)).map_or(x1, |area| area.x1().max(said));
            to = empty(index + 1).map_or(x2, TotalArea::x2);
            let y = if y > middle - 10.0 && y < middle + 17.0 { middle - 10.0 } else { y };
            let (least, most) = (area.known_least, area.known_most);
            ("known", Msg::TotalKnown { least, most, issues: area.issues }, y)
        };
        let text = locale.say(text);
        let half = text::width(&text, SIZE) / 2.0 + 3.0;
        // As near to the area's middle as there is room, so that no other seems to be meant.
        let aim = (x1 + x2) / 2.0;
        let aside = |x: &f64| (x - aim).abs();
        let places = free(from, to, taken).into_iter().filter(|(from, to)| to - from >= 2.0 * half);
        let place = places
            .map(|(from, to)| aim.max(from + half).min(to - half))
            .min_by(|a, b| aside(a).total_cmp(&aside(b)))
            .filter(|x| aside(x) <= half.max((x2 - x1) / 2.0));
        if let Some(x) = place {
            said = if area.is_unknown() { said } else { x + half };
            marks.push(Mark::Text { class, x: round(x), y: round(y), anchor: Anchor::Middle, text });
        }
    }
    let runs = free(plot.scale.left(), plot.scale.right(), taken);
    let whole = layout.areas.iter().filter(|area| area.is_whole());
    let areas = whole.flat_map(|area| runs.iter().map(|run| part(area, *run))).collect();
    let cut = TotalLayout { plot: *plot, areas };
    for (sure, msg, class) in [(true, Msg::TotalSure, "word lit"), (false, Msg::TotalPossible, "word pale")] {
        let text = locale.say(msg);
        let room = text::width(&text, SIZE * text::BOLD) + 10.0;
        if let Some((x, y, height)) = cut.room(sure, room, f64::MAX)
            && height >= SIZE + 2.0
        {
            marks.push(Mark::Text { class, x: round(x), y: round(y + 4.0), anchor: Anchor::Middle, text });
        }
    }
    marks
}

/// What of an area lies in a stretch.
fn part(area: &TotalArea, (from, to): (f64, f64)) -> TotalArea {
    let inside = area.vertices.iter().filter(|vertex| vertex.x2 > from && vertex.x1 < to);
    let vertices =
        inside.map(|vertex| Vertex { x1: vertex.x1.max(from), x2: vertex.x2.min(to), ..*vertex }).collect();
    TotalArea { vertices, ..*area }
}
