//! The total: all issues' daylight through time, above the timeline and on its scale.

mod over;

use super::gap::{AXIS, SIZE, time_axis};
use super::mark::{Anchor, Group, Mark, Scene, Steps, Target, num, round};
use crate::analysis::TotalSeries;
use crate::layout::gap::{Annotation, TotalArea, TotalLayout, TotalPlot, Vertex, place, total_layout};
use crate::layout::text;
use crate::messages::{Locale, Msg};
use crate::scale::TimeScale;

pub use over::total_playhead;

/// The room that the numbers of the scale need at its right end.
const SHARE: f64 = 36.0;
/// Height of a line of words above the plot.
const LINE: f64 = 14.0;
/// Height of the date's flag, and of the 100 percent beside it, between those words and the plot.
const FLAG: f64 = 16.0;

/// What stands where: the unit's lines, under them the annotations' names, the flag, the plot and the time axis.
struct Paper {
    unit: Vec<String>,
    /// Where the annotations' names begin, and how many lines they may take.
    names: f64,
    lines: usize,
    plot: TotalPlot,
}

fn paper(scale: &TimeScale, height: f64, locale: Locale) -> Paper {
    let unit = text::wrap(&locale.say(Msg::TotalUnit), SIZE, scale.right() - scale.left(), 3).lines;
    let lines = if height >= 150.0 { 3 } else { 2 };
    let names = LINE * unit.len() as f64 + 4.0;
    let top = names + lines as f64 * LINE + FLAG + 6.0;
    Paper {
        unit,
        names,
        lines,
        plot: TotalPlot { scale: *scale, top, bottom: (height - AXIS).max(top + 20.0) },
    }
}

/// Draws the total daylight over a window: the sure share solid, the possible one pale above it, a few moments named. The
/// series is computed once; a new window costs the steps it shows. `width` is that of the whole drawing, of which `scale`
/// covers `left..right`; `annotations` come from [`crate::layout::gap::annotations`].
///
/// Classes, for `styles/gap.css`: `rung` (`end`), `share` for the numbers of the scale, `unit`, `year-line`, `year`; `light` and
/// `light-pale` (`partial` where the mean is over some of the issues), `light-edge` (`partial`); `unknown`; `moment` (a group that
/// opens an event) with `hit`, `moment-line` and `moment-name`.
pub fn total_chart(
    series: &TotalSeries,
    annotations: &[Annotation],
    scale: &TimeScale,
    width: f64,
    height: f64,
    locale: Locale,
) -> Scene {
    let Paper { unit, names, lines, plot } = paper(scale, height, locale);
    let layout = total_layout(series, plot);
    let mut marks = Vec::new();
    for (index, text) in unit.into_iter().enumerate() {
        let y = SIZE + index as f64 * LINE;
        marks.push(Mark::Text { class: "unit", x: round(scale.left()), y, anchor: Anchor::Start, text });
    }
    for area in layout.areas.iter().filter(|area| !area.is_unknown()) {
        let pale = if area.is_whole() { "light-pale" } else { "light-pale partial" };
        let sure = if area.is_whole() { "light" } else { "light partial" };
        let line = if area.is_whole() { "light-edge" } else { "light-edge partial" };
        // The pale area reaches to the ground, so that no seam shows where the solid one lies on it.
        marks.push(Mark::Path { class: pale, d: outline(area, plot.bottom, |vertex| vertex.most) });
        marks.push(Mark::Path { class: sure, d: outline(area, plot.bottom, |vertex| vertex.least) });
        marks.push(Mark::Path { class: line, d: upper(area, |vertex| vertex.most) });
    }
    rungs(&layout, &mut marks);
    time_axis(scale, plot.bottom, scale.right() - SHARE, locale, &mut marks);
    moments(series, annotations, &plot, names, lines, &mut marks);
    // Outside of the plot, where the ground is paper; that half lies halfway needs no number.
    for (percent, y) in [(0, plot.bottom + SIZE + 1.0), (100, plot.top - 4.0)] {
        let text = locale.say(Msg::Percent(percent));
        marks.push(Mark::Text {
            class: "share",
            x: round(scale.right()),
            y: round(y),
            anchor: Anchor::End,
            text,
        });
    }
    let description = describe(series, scale, locale);
    let title = locale.say(Msg::TotalTitle);
    Scene { width: round(width), height: round(height), title, description, marks }
}

/// The upper edge of an area.
fn upper(area: &TotalArea, y: impl Fn(&Vertex) -> f64) -> String {
    let Some(first) = area.vertices.first() else { return String::new() };
    let mut line = Steps::at(first.x1, y(first));
    for vertex in &area.vertices {
        line.to(y(vertex), vertex.x2);
    }
    line.end()
}

/// An area from its upper edge down to the ground.
fn outline(area: &TotalArea, bottom: f64, y: impl Fn(&Vertex) -> f64) -> String {
    format!("{}V{}H{}Z", upper(area, y), num(bottom), num(area.x1()))
}

/// Nothing, half and all: lines across. In the middle of the height where there is no total: dots, which are no half.
fn rungs(layout: &TotalLayout, marks: &mut Vec<Mark>) {
    let plot = &layout.plot;
    let (x1, x2) = (round(plot.scale.left()), round(plot.scale.right()));
    for (class, y) in [("rung end", round(plot.bottom)), ("rung", round(plot.top))] {
        marks.push(Mark::Line { class, x1, y1: y, x2, y2: y });
    }
    let across = |unknown: bool| {
        let areas = layout.areas.iter().filter(|area| area.is_unknown() == unknown);
        areas.map(|area| format!("M{} {}H{}", num(area.x1()), num(plot.y(0.5)), num(area.x2()))).collect()
    };
    marks.extend(Mark::in_one("rung", across(false)));
    marks.extend(Mark::in_one("unknown", across(true)));
}

/// The named moments: a dotted line through the plot, the name above it. Only where there is a total to explain.
fn moments(
    series: &TotalSeries,
    annotations: &[Annotation],
    plot: &TotalPlot,
    names: f64,
    lines: usize,
    marks: &mut Vec<Mark>,
) {
    let known = annotations.iter().filter(|annotation| series.at(annotation.on).share.is_some());
    for placed in place(known, &plot.scale, SIZE, lines) {
        let x = round(placed.x);
        let first = names + LINE * (lines as f64 - placed.lines.len() as f64) + SIZE;
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
            y: round(names + lines as f64 * LINE + 4.0 - tall),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Weights;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::scale::Window;

    /// Something on a chart: its class, what it says, its edges.
    #[derive(Debug)]
    struct Drawn {
        class: &'static str,
        text: String,
        left: f64,
        right: f64,
        top: f64,
        bottom: f64,
    }

    impl Drawn {
        fn meets(&self, other: &Drawn) -> bool {
            self.left < other.right
                && other.left < self.right
                && self.top < other.bottom
                && other.top < self.bottom
        }
    }

    /// The words, the upright lines and the flag among some marks.
    fn drawn(marks: &[Mark], dx: f64) -> Vec<Drawn> {
        let mut found = Vec::new();
        for mark in marks {
            let (class, text, left, right, top, bottom) = match mark {
                Mark::Group(group) => {
                    found.extend(drawn(&group.marks, dx + group.at.unwrap_or_default().0));
                    continue;
                }
                Mark::Text { class, x, y, anchor, text } => {
                    let bold = class.starts_with("word") || class.starts_with("total");
                    let width = text::width(text, if bold { SIZE * text::BOLD } else { SIZE });
                    let left = match anchor {
                        Anchor::Start => *x,
                        Anchor::Middle => x - width / 2.0,
                        Anchor::End => x - width,
                    };
                    (class, text.clone(), left, left + width, y - 9.0, y + 3.0)
                }
                Mark::Line { class, x1, y1, x2, y2 } if x1 == x2 => {
                    (class, String::new(), *x1, *x2, *y1, *y2)
                }
                Mark::Rect {
                    class: class @ ("total-flag" | "playhead over"), x, y, width, height, ..
                } => (class, String::new(), *x, x + width, *y, y + height),
                _ => continue,
            };
            found.push(Drawn { class, text, left: left + dx, right: right + dx, top, bottom });
        }
        found
    }

    /// What is on the chart of the real dossier at every third day of a stretch.
    fn every_third_day(width: f64, locale: Locale, mut check: impl FnMut(&[Drawn])) {
        let dossier = us_dprk();
        let series = TotalSeries::of(&dossier, &Weights::equal());
        let moments = crate::layout::gap::annotations(&dossier, locale.tag());
        let window = Window::of_days(day("2018-01-01"), day("2019-12-31"));
        let scale = TimeScale::new(window, 8.0, width - 8.0);
        let chart = total_chart(&series, &moments, &scale, width, 224.0, locale);
        for days in (0..730).step_by(3) {
            let mut marks = chart.marks.clone();
            marks.extend(total_playhead(&series, day("2018-01-01").plus(days), &scale, &chart, locale));
            check(&drawn(&marks, 0.0));
        }
    }

    #[test]
    fn no_line_and_no_number_strikes_out_a_word() {
        for (width, locale) in
            [(320.0, Locale::En), (1280.0, Locale::En), (320.0, Locale::Ko), (1280.0, Locale::Ko)]
        {
            let mut seen = [0; 4];
            let classes = ["word lit", "word pale", "known", "unknown-word"];
            every_third_day(width, locale, |found| {
                for (class, seen) in classes.iter().zip(&mut seen) {
                    *seen += usize::from(found.iter().any(|one| one.class == *class));
                }
                for word in found.iter().filter(|one| classes.contains(&one.class)) {
                    for other in found.iter().filter(|one| one.class != word.class) {
                        assert!(!word.meets(other), "{width}: {word:?} {other:?}");
                    }
                }
            });
            // Each is there nearly always, since it makes room; on a phone those of the first months never have any.
            let most = if width > 1000.0 { [244, 244, 200, 200] } else { [244, 200, 0, 0] };
            assert!(seen.iter().zip(most).all(|(seen, most)| *seen >= most), "{width} {seen:?}");
        }
    }

    #[test]
    fn the_date_stands_on_its_line_inside_the_picture() {
        for width in [240.0, 320.0, 1280.0] {
            every_third_day(width, Locale::En, |found| {
                let one = |class| found.iter().find(|one| one.class == class).unwrap();
                let (flag, date, line) = (one("total-flag"), one("total-date"), one("playhead over"));
                assert!(flag.left > 7.9 && flag.right <= width - 8.0 + 0.1, "{flag:?}");
                assert!(
                    flag.left - 1.0 <= line.left && line.right <= flag.right + 1.0 && flag.bottom == line.top
                );
                assert!(flag.left <= date.left && date.right <= flag.right && date.text.contains(" 201"));
                // The name of no moment is under it, and 100 percent is free or hidden whole.
                assert!(!found.iter().any(|one| one.class == "moment-name" && one.meets(flag)), "{flag:?}");
                let all = found.iter().find(|one| one.text == "100%").unwrap();
                assert!(flag.right <= all.left || flag.left <= all.left && all.right <= flag.right + 0.1);
            });
        }
    }

    /// From eight days to a thousand years, from 240 to 4000 pixels: years, months or days are named, apart from each other and from
    /// the numbers of the scale.
    #[test]
    fn every_window_has_a_time_axis() {
        let series = TotalSeries::of(&us_dprk(), &Weights::equal());
        let windows = [
            ("2018-06-08", "2018-06-15", "Jun 2018"),
            ("2018-04-15", "2018-07-31", "May"),
            ("2018-01-01", "2019-12-31", "2018"),
            ("1953-01-01", "2024-12-31", "1960"),
            ("1024-01-01", "2024-12-31", "1400"),
        ];
        for (from, to, name) in windows {
            for width in [240.0, 320.0, 768.0, 1280.0, 4000.0] {
                let scale = TimeScale::new(Window::of_days(day(from), day(to)), 8.0, width - 8.0);
                let chart = total_chart(&series, &[], &scale, width, 224.0, Locale::En);
                let found = drawn(&chart.marks, 0.0);
                let names: Vec<&Drawn> =
                    found.iter().filter(|one| ["year", "share"].contains(&one.class)).collect();
                for (index, one) in names.iter().enumerate() {
                    assert!(
                        one.left >= 8.0 && one.right <= width - 8.0 + 0.1 && one.bottom <= 224.0,
                        "{one:?}"
                    );
                    assert!(
                        !names.iter().skip(index + 1).any(|other| one.meets(other)),
                        "{width}: {names:?}"
                    );
                }
                assert!(names.iter().any(|one| one.text.contains(name)), "{width}: {names:?}");
            }
        }
    }

    #[test]
    fn unknown_is_neither_nothing_nor_half() {
        let series = TotalSeries::of(&us_dprk(), &Weights::equal());
        let scale = TimeScale::new(Window::of_days(day("2018-01-01"), day("2019-12-31")), 8.0, 1272.0);
        let chart = total_chart(&series, &[], &scale, 1280.0, 224.0, Locale::En);
        let path = |class: &str| {
            chart.marks.iter().find_map(|mark| match mark {
                Mark::Path { class: own, d } if *own == class => Some(d.clone()),
                _ => None,
            })
        };
        let (dots, half) = (path("unknown").unwrap(), path("rung").unwrap());
        let middle = num(paper(&scale, 224.0, Locale::En).plot.y(0.5));
        // The dots end where the line of one half begins.
        let end = dots.strip_prefix(&format!("M8 {middle}H")).unwrap();
        assert!(half.starts_with(&format!("M{end} {middle}H")), "{dots} {half}");
    }
}
