//! The chart of one issue: how its daylight went through time, and where both sides stand on a day.

use super::mark::{Anchor, Mark, Scene, Steps, at_date, num, playhead_over, round, upright};
use super::timeline::tick_words;
use crate::analysis::{Daylight, Series, Stand, State, Step, daylight, top_rung};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Issue, Role, Side};
use crate::dossier::order::sorted;
use crate::layout::gap::{IssueLayout, Overlap, Plot, Slab, issue_layout, rung_label};
use crate::layout::text;
use crate::messages::{DateStyle, Locale, Msg};
use crate::scale::{TickLevel, TimeScale, Window, ticks};

/// Letters of the charts, in pixels.
pub(super) const SIZE: f64 = 12.0;
/// Half the size of the mark that shows where a side stands.
const STAND: f64 = 5.0;

/// What a party is called; where the dossier does not know it, its id.
pub fn party_name<'a>(dossier: &'a Dossier, id: &'a str, locale: Locale) -> &'a str {
    dossier.party(id).map_or(id, |party| party.called().get(locale.tag()))
}

/// Where a side stands, in a sentence: "Washington expects “All sanctions”."
pub fn stand_words(dossier: &Dossier, issue: &Issue, role: Role, on: Day, locale: Locale) -> String {
    let found = daylight(issue, on);
    let (stand, party) = (found.stand(role), party_name(dossier, issue.gap.party(role), locale));
    let name = |rung: u8| issue.ladder.get(usize::from(rung)).map_or("", |rung| rung.label.get(locale.tag()));
    let words = match stand {
        Some(stand) => {
            locale.say(Msg::StandsOn { party, role, low: name(stand.low), high: name(stand.high) })
        }
        None => locale.say(Msg::StandsNowhere { party, role }),
    };
    words + "."
}

/// A class for each side; the third is for a party that is neither.
pub(super) fn by_side(dossier: &Dossier, party: &str, classes: [&'static str; 3]) -> &'static str {
    let [a, b, other] = classes;
    match dossier.side_of(party) {
        Some(Side::A) => a,
        Some(Side::B) => b,
        None => other,
    }
}

/// The paper of an issue's chart: both functions below lay it out alike. `plain` is the number of extra lines that the
/// names of the outermost rungs take.
fn paper(issue: &Issue, window: Window, width: f64, height: f64, locale: Locale) -> (TimeScale, f64, f64) {
    let lines = |rung| {
        rung_label(issue, rung, locale.tag(), width - NUMBER, SIZE)
            .map_or(1, |label| label.lines.len().max(1))
    };
    let top = KEY + lines(top_rung(issue)) as f64 * LINE + 6.0;
    let bottom = height - lines(0) as f64 * LINE - AXIS - 2.0;
    (TimeScale::new(window, 0.0, width), top, bottom.max(top + 20.0))
}

/// Height of the line that says who expects and who offers.
const KEY: f64 = 20.0;
/// Height of a line of a rung's name.
const LINE: f64 = 14.0;
/// Height of the years.
pub(super) const AXIS: f64 = 16.0;
/// Width of a rung's number before its name.
const NUMBER: f64 = 18.0;

/// Draws an issue through time: rungs are heights, 0 at the bottom; between the facing edges lies the light.
///
/// Classes, for `styles/gap.css`: `rung` (`end`), `year-line`, `year`; `light` for sure daylight, `light-pale` where the
/// ranges touch or overlap; `range`, `edge`, `edge-join` with `side-a|side-b|side-other`; `unknown` and `unknown-word`;
/// `word` for words in the picture; `rung-number`, `rung-name`, `key-name`, `key-mark`.
pub fn issue_chart(
    dossier: &Dossier,
    issue: &Issue,
    window: Window,
    width: f64,
    height: f64,
    locale: Locale,
) -> Scene {
    let (scale, top, bottom) = paper(issue, window, width, height, locale);
    let series = Series::of(issue);
    let layout = issue_layout(issue, &series, scale, top, bottom);
    let plot = &layout.plot;
    let mut marks = Vec::new();
    key(dossier, issue, width, locale, &mut marks);
    rung_names(issue, plot, width, locale, &mut marks);
    let y = round(height - AXIS);
    time_axis(&scale, y, width, locale, &mut marks);
    marks.push(Mark::Line { class: "year-line", x1: 0.0, y1: y, x2: width, y2: y });

    let overlaps: Vec<Slab> = layout.overlaps.iter().map(|overlap| overlap.slab).collect();
    marks.extend(area("light-pale", &overlaps, plot));
    marks.extend(area("light", &layout.light, plot));
    let range = ["range side-a", "range side-b", "range side-other"];
    let expects = |classes| by_side(dossier, &issue.gap.expects, classes);
    let offers = |classes| by_side(dossier, &issue.gap.offers, classes);
    marks.extend(area(expects(range), &layout.expects, plot));
    marks.extend(area(offers(range), &layout.offers, plot));
    for rung in rungs_drawn(plot) {
        let class = if rung == 0 || rung == plot.top_rung { "rung end" } else { "rung" };
        marks.push(Mark::Line {
            class,
            x1: 0.0,
            y1: round(plot.y(rung)),
            x2: width,
            y2: round(plot.y(rung)),
        });
    }
    let classes = ["edge side-a", "edge side-b", "edge side-other"];
    let joins = ["edge-join side-a", "edge-join side-b", "edge-join side-other"];
    // The ink of each edge lies outside the light, so that edges that meet stand side by side.
    edge(expects(classes), expects(joins), &layout.expects, |slab| plot.y(slab.low) - EDGE, &mut marks);
    edge(offers(classes), offers(joins), &layout.offers, |slab| plot.y(slab.high) + EDGE, &mut marks);
    unknown(&layout, locale, &mut marks);
    words(&layout, locale, &mut marks);

    let (title, description) = describe(dossier, issue, &series, window, locale);
    Scene { width: round(width), height: round(height), title, description, marks }
}

/// Half the width of a side's edge.
const EDGE: f64 = 1.25;

/// Who expects and who offers, each with the mark it stands by.
fn key(dossier: &Dossier, issue: &Issue, width: f64, locale: Locale, marks: &mut Vec<Mark>) {
    let mut x = 0.0;
    let half = width / 2.0;
    for (index, (party, role)) in
        [(&issue.gap.expects, Role::Expects), (&issue.gap.offers, Role::Offers)].into_iter().enumerate()
    {
        let start = x + 15.0;
        let room = if index == 0 { half.max(width * 0.55) } else { width } - start;
        let fitted = role_words(party_name(dossier, party, locale), role, room, 1, locale);
        let line = fitted.lines.into_iter().next().unwrap_or_default();
        marks.push(stand_mark(
            by_side(dossier, party, ["key-mark side-a", "key-mark side-b", "key-mark side-other"]),
            x + STAND,
            8.0,
        ));
        marks.push(Mark::Text {
            class: by_side(dossier, party, ["key-name side-a", "key-name side-b", "key-name side-other"]),
            x: round(start),
            y: 12.0,
            anchor: Anchor::Start,
            text: line,
        });
        x = start + fitted.width + 14.0;
    }
}

/// Who expects, or who offers, in bold letters on some lines of `room` pixels. Where that is too long, the name is shortened and the verb
/// stays.
pub(super) fn role_words(party: &str, role: Role, room: f64, lines: usize, locale: Locale) -> text::Wrapped {
    let size = SIZE * text::BOLD;
    let of = |name: &str| text::wrap(&locale.say(Msg::PartyRole(name, role)), size, room, lines);
    let mut fitted = of(party);
    let mut left = room * lines as f64;
    while fitted.cut && left > 0.0 {
        left -= SIZE;
        fitted = of(&text::wrap(party, size, left, 1).lines.concat());
    }
    fitted
}

/// Where a side stands: a disc for side a, a square for side b, a diamond for anybody else, whatever the class says of
/// their colours.
pub(super) fn stand_mark(class: &'static str, x: f64, y: f64) -> Mark {
    if class.ends_with("side-a") {
        Mark::Circle { class, cx: round(x), cy: round(y), r: STAND }
    } else if class.ends_with("side-b") {
        let size = STAND * 1.8;
        Mark::Rect {
            class,
            x: round(x - size / 2.0),
            y: round(y - size / 2.0),
            width: size,
            height: size,
            radius: 0.0,
        }
    } else {
        let (left, right) = (num(x - STAND), num(x + STAND));
        let d = format!(
            "M{left} {}L{} {}L{right} {}L{} {}Z",
            num(y),
            num(x),
            num(y - STAND),
            num(y),
            num(x),
            num(y + STAND)
        );
        Mark::Path { class, d }
    }
}

/// The names of the outermost rungs, at the chart's edges: what the heights mean.
fn rung_names(issue: &Issue, plot: &Plot, width: f64, locale: Locale, marks: &mut Vec<Mark>) {
    let mut name = |rung: u8, first: f64| {
        let Some(label) = rung_label(issue, rung, locale.tag(), width - NUMBER, SIZE) else { return };
        marks.push(Mark::Text {
            class: "rung-number",
            x: 0.0,
            y: round(first),
            anchor: Anchor::Start,
            text: rung.to_string(),
        });
        for (index, text) in label.lines.into_iter().enumerate() {
            let y = round(first + index as f64 * LINE);
            marks.push(Mark::Text { class: "rung-name", x: NUMBER, y, anchor: Anchor::Start, text });
        }
    };
    if plot.top_rung > 0 {
        name(plot.top_rung, KEY + LINE - 2.0);
    }
    // So high that no letter's foot stands on the line of the years.
    name(0, plot.bottom + LINE - 1.0);
}

/// The rungs that have room for a line of their own.
fn rungs_drawn(plot: &Plot) -> impl Iterator<Item = u8> {
    let step = if plot.rung_height() >= 5.0 { 1 } else { plot.top_rung.max(1) };
    (0..=plot.top_rung).step_by(usize::from(step))
}

/// The ticks of a time axis whose line lies at `y`: short strokes, and a long one beside each name. A year is named where it begins, a
/// month or a day among months or days where it has room before the next year or month.
pub(super) fn time_axis(scale: &TimeScale, y: f64, right: f64, locale: Locale, marks: &mut Vec<Mark>) {
    let (mut free, mut lines) = (0.0, String::new());
    let ticks = ticks(scale);
    for (index, tick) in ticks.iter().enumerate() {
        let name = match (tick.level, tick.major) {
            // Where no year or month begins, a number alone would not say which it is.
            (TickLevel::Day | TickLevel::Week, Some(_)) => locale.day(tick.day, DateStyle::Short),
            (level, Some(_)) if !tick.strong => tick_words(level.name(tick.day), locale),
            (_, major) => tick_words(major.unwrap_or(tick.minor), locale),
        };
        let x = scale.x_of(tick.day);
        let end = x + 4.0 + text::width(&name, SIZE);
        let next = ticks.iter().skip(index + 1).find(|tick| tick.major.is_some());
        let named = x + 4.0 >= free && end <= next.map_or(right, |next| scale.x_of(next.day).min(right));
        if named {
            free = end + 6.0;
            let (x, y) = (round(x + 4.0), round(y + AXIS - 3.0));
            marks.push(Mark::Text { class: "year", x, y, anchor: Anchor::Start, text: name });
        }
        lines.push_str(&upright(x, y, y + if named { AXIS } else { 4.0 }));
    }
    marks.extend(Mark::in_one("year-line", lines));
}

/// Slabs as one path: each run of slabs without a break is one outline, so that no seam shows between them.
pub(super) fn area(class: &'static str, slabs: &[Slab], plot: &Plot) -> Option<Mark> {
    let mut d = String::new();
    for run in slabs.chunk_by(|left, right| left.x2 == right.x1) {
        let Some(first) = run.first() else { continue };
        let mut line = Steps::at(first.x1, plot.y(first.low));
        for slab in run {
            line.to(plot.y(slab.high), slab.x2);
        }
        line.turn();
        for slab in run.iter().rev() {
            line.to(plot.y(slab.low), slab.x1);
        }
        d.push_str(&line.end());
        d.push('Z');
    }
    Mark::in_one(class, d)
}

/// A side's facing edge: strong where it lies, thin where it moves.
fn edge(
    class: &'static str,
    join: &'static str,
    slabs: &[Slab],
    y: impl Fn(&Slab) -> f64,
    marks: &mut Vec<Mark>,
) {
    let (mut lines, mut joins) = (String::new(), String::new());
    // Where the line has come to that is not written yet, and how high it lies.
    let mut last: Option<(f64, f64)> = None;
    for slab in slabs {
        let here = y(slab);
        if last != Some((slab.x1, here)) {
            if let Some((x, before)) = last {
                lines.push_str(&format!("H{}", num(x)));
                if x == slab.x1 {
                    joins.push_str(&upright(x, before, here));
                }
            }
            lines.push_str(&format!("M{} {}", num(slab.x1), num(here)));
        }
        last = Some((slab.x2, here));
    }
    if let Some((x, _)) = last {
        lines.push_str(&format!("H{}", num(x)));
    }
    marks.extend(Mark::in_one(join, joins));
    marks.extend(Mark::in_one(class, lines));
}

/// Stretches of which nothing is known: a dotted line between the two rungs in the middle, far from the one that is nothing, and the word
/// on it where it has room.
fn unknown(layout: &IssueLayout, locale: Locale, marks: &mut Vec<Mark>) {
    let word = locale.say(Msg::Daylight(State::Unknown, layout.plot.top_rung));
    let room = text::width(&word, SIZE);
    let plot = &layout.plot;
    let below = plot.top_rung / 2;
    let y = round(plot.y(below) - plot.rung_height() / 2.0);
    let mut named = false;
    for slab in &layout.unknown {
        let (x1, x2) = (round(slab.x1), round(slab.x2));
        marks.push(Mark::Line { class: "unknown", x1, y1: y, x2, y2: y });
        let text = if slab.width() >= room + 4.0 {
            named = true;
            word.clone()
        } else if slab.width() >= 10.0 && !named {
            "?".to_owned()
        } else {
            continue;
        };
        let x = round((slab.x1 + slab.x2) / 2.0);
        marks.push(Mark::Text { class: "unknown-word", x, y: y + 4.0, anchor: Anchor::Middle, text });
    }
}

/// Words in the picture, each once, where they have the most room.
fn words(layout: &IssueLayout, locale: Locale, marks: &mut Vec<Mark>) {
    let plot = &layout.plot;
    let could_meet = locale.say(Msg::CouldMeet);
    let room = text::width(&could_meet, SIZE);
    let wide = |slab: &Slab, room: f64| slab.width() >= room + 6.0;
    let place = layout
        .overlaps
        .iter()
        .filter(|overlap| wide(&overlap.slab, room))
        .map(|overlap| (overlap, clear(overlap, plot)))
        .filter(|(_, (_, height))| *height >= SIZE + 4.0)
        .max_by(|(a, _), (b, _)| a.slab.width().total_cmp(&b.slab.width()));
    if let Some((Overlap { slab, .. }, (y, _))) = place {
        marks.push(word(could_meet, slab, y + SIZE * 0.35));
    }
    // Where the stretch is hardly wider than the word, an as-of date there would stand on it.
    let met = locale.say(Msg::Daylight(State::Met, plot.top_rung));
    let room = text::width(&met, SIZE);
    let widest = layout
        .met
        .iter()
        .filter(|slab| wide(slab, room * 2.0))
        .max_by(|a, b| a.width().total_cmp(&b.width()));
    if let Some(slab) = widest {
        // Above the edges, or below them where they lie at the top.
        let y = plot.y(slab.high);
        let y = if y - 6.0 - SIZE >= plot.top { y - 6.0 } else { y + 6.0 + SIZE * 0.8 };
        marks.push(word(met, slab, y));
    }
}

fn word(text: String, slab: &Slab, y: f64) -> Mark {
    let x = round((slab.x1 + slab.x2) / 2.0);
    Mark::Text { class: "word", x, y: round(y), anchor: Anchor::Middle, text }
}

/// The middle and the height of the largest space in an overlap that no edge runs through.
fn clear(overlap: &Overlap, plot: &Plot) -> (f64, f64) {
    let heights = vec![overlap.slab.low, overlap.offers, overlap.expects, overlap.slab.high];
    let heights = sorted(heights, |height| i64::from(*height));
    heights
        .windows(2)
        .filter_map(|pair| match pair {
            [low, high] => Some(((plot.y(*low) + plot.y(*high)) / 2.0, plot.y(*low) - plot.y(*high))),
            _ => None,
        })
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .unwrap_or((plot.bottom, 0.0))
}

/// What the picture shows, in words: who, the widest daylight in the window, and how it stands at the window's end.
fn describe(
    dossier: &Dossier,
    issue: &Issue,
    series: &Series,
    window: Window,
    locale: Locale,
) -> (String, String) {
    let title = locale.say(Msg::IssueTitle(issue.title.get(locale.tag())));
    let mut sentences = vec![locale.say(Msg::IssueSides {
        expects: party_name(dossier, &issue.gap.expects, locale),
        offers: party_name(dossier, &issue.gap.offers, locale),
    })];
    let (first, last) = (window.first_day(), window.last_day());
    let top = top_rung(issue);
    // Steps with other positions and the same daylight are one stretch to a reader.
    let mut stretches: Vec<Step> = Vec::new();
    for step in series.between(first, last) {
        match stretches.last_mut() {
            Some(before) if before.daylight.state == step.daylight.state => before.until = step.until,
            _ => stretches.push(*step),
        }
    }
    let mut widest: Option<&Step> = None;
    for step in stretches.iter().filter(|step| step.daylight.state != State::Unknown) {
        if widest.is_none_or(|widest| step.daylight.state.rungs() > widest.daylight.state.rungs()) {
            widest = Some(step);
        }
    }
    match widest {
        None => sentences.push(locale.say(Msg::IssueNothing { from: first, to: last })),
        Some(step) => {
            let apart = step.daylight.state;
            if !matches!(apart, State::Met) {
                let as_wide = stretches.iter().filter(|step| step.daylight.state == apart).count();
                sentences.push(locale.say(Msg::IssueWidest {
                    apart,
                    top,
                    from: step.from.max(first),
                    until: step.until.min(last),
                    again: as_wide.saturating_sub(1),
                }));
            }
            let end = series.at(last).state;
            sentences.push(locale.say(Msg::IssueOn { apart: end, top, on: last }));
        }
    }
    (title, sentences.join(" "))
}

/// The as-of date in an issue's chart of the same window, width and height: a line, and for each side the range it stands
/// on and a mark at its facing edge, in one group that stands at the date. Nothing where the date lies outside the window.
///
/// Classes: `at-date`, `playhead` with `over`, an area with an edge of its own since it lies on light; `stand-range` and `stand` with `side-a|side-b|side-other`.
pub fn issue_playhead(
    dossier: &Dossier,
    issue: &Issue,
    on: Day,
    window: Window,
    width: f64,
    height: f64,
    locale: Locale,
) -> Vec<Mark> {
    if !window.touches(on, on) {
        return Vec::new();
    }
    let (scale, top, bottom) = paper(issue, window, width, height, locale);
    let plot = Plot { scale, top, bottom, top_rung: top_rung(issue) };
    let x = scale.x_mid(on).max(0.0).min(width);
    let mut marks = vec![playhead_over(top - 4.0, bottom + 2.0)];
    let Daylight { expects, offers, .. } = daylight(issue, on);
    // Marks on one height stand side by side.
    let meet = match (expects, offers) {
        (Some(expects), Some(offers)) => {
            (plot.y(expects.low) - plot.y(offers.high)).abs() < 2.0 * STAND + 1.0
        }
        _ => false,
    };
    let mut stand = |party: &str, stand: Option<Stand>, facing: u8, aside: f64| {
        let Some(stand) = stand else { return };
        let aside = if meet { aside } else { 0.0 };
        let x = (x + aside).max(STAND + 1.0).min((width - STAND - 1.0).max(STAND + 1.0)) - x;
        if stand.low < stand.high {
            marks.push(Mark::Line {
                class: by_side(
                    dossier,
                    party,
                    ["stand-range side-a", "stand-range side-b", "stand-range side-other"],
                ),
                x1: round(x),
                y1: round(plot.y(stand.high)),
                x2: round(x),
                y2: round(plot.y(stand.low)),
            });
        }
        let class = by_side(dossier, party, ["stand side-a", "stand side-b", "stand side-other"]);
        marks.push(stand_mark(class, x, plot.y(facing)));
    };
    stand(&issue.gap.expects, expects, expects.map_or(0, |stand| stand.low), -STAND - 0.5);
    stand(&issue.gap.offers, offers, offers.map_or(0, |stand| stand.high), STAND + 0.5);
    vec![at_date(x, marks)]
}
