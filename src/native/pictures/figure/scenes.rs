//! Figures from the page's own scenes: the total, the timeline, issues, and an event among all others.

use super::super::Studio;
use super::super::frame::Room;
use super::super::words::Letters;
use super::{Figure, focus};
use crate::analysis::{TotalSeries, Weights, daylight, moved_by};
use crate::dossier::date::Day;
use crate::dossier::model::{Event, Issue, Side};
use crate::layout::gap::annotations;
use crate::layout::overview::density;
use crate::layout::timeline::{Frame as Paper, Quality, timeline as lay_out};
use crate::messages::Msg;
use crate::scale::{Axis, TimeScale, Window};
use crate::scene::{
    Mark, Scene, Sides, cluster_words, heading_width, issue_chart, issue_playhead, overview, party_name, svg,
    timeline, total_chart, total_playhead,
};
use crate::views::issue::daylight_words;
use crate::views::lead::said;
use crate::views::on_screen::issues_key;

/// A scene with marks over it, as an element.
fn drawing(mut scene: Scene, over: Vec<Mark>) -> String {
    scene.marks.extend(over);
    svg(&scene, "")
}

/// The computed sentence of the day.
pub fn sentence(studio: &Studio<'_>, on: Day) -> String {
    said(studio.locale, studio.dossier, on)
}

/// Total daylight through time.
pub(super) fn lead<'a>(studio: &'a Studio<'a>, on: Day) -> Figure<'a> {
    let dossier = studio.dossier;
    let series = TotalSeries::of(dossier, &Weights::equal());
    let moments = annotations(dossier, studio.locale.tag());
    // The text alternative needs no room: it is that of a chart of any width.
    let scale = TimeScale::new(focus(dossier), 8.0, 600.0);
    let alt = total_chart(&series, &[], &scale, 640.0, 190.0, studio.locale).description;
    let line = sentence(studio, on);
    let draw = move |room: Room| {
        let height = room.height.unwrap_or(260.0);
        let scale = TimeScale::new(focus(dossier), 8.0, room.width - 8.0);
        let scene = total_chart(&series, &moments, &scale, room.width, height, studio.locale);
        let over = total_playhead(&series, on, &scale, &scene, studio.locale);
        (drawing(scene, over), height)
    };
    Figure {
        title: studio.locale.say(Msg::TotalTitle),
        alt: format!("{line} {alt}"),
        line,
        date: studio.date_words(on),
        key: studio.locale.say(Msg::TotalHelp),
        body: Box::new(draw),
    }
}

/// The timeline of what the dossier is about.
pub(super) fn all_events<'a>(studio: &'a Studio<'a>, on: Day) -> Figure<'a> {
    let dossier = studio.dossier;
    let picture = |width: f64, height: f64| {
        let scale = TimeScale::new(focus(dossier), 8.0, width - 8.0);
        let name = |side: Side| {
            dossier
                .side(side)
                .map(|party| party_name(dossier, &party.id, studio.locale).to_owned())
                .unwrap_or_default()
        };
        let (a, b) = (name(Side::A), name(Side::B));
        let words = |cluster: &_| cluster_words(cluster, studio.locale);
        let sides = Sides { a: &a, b: &b };
        let paper = Paper { width, height, heading: heading_width(studio.locale, sides) };
        let layout = lay_out(&studio.index, &scale, paper, Quality::Full, &words);
        (timeline(&studio.index, &layout, &scale, studio.locale, sides), scale)
    };
    let alt = picture(672.0, 430.0).0.description;
    let draw = move |room: Room| {
        let height = room.height.unwrap_or(430.0);
        let (scene, scale) = picture(room.width, height);
        let x = scale.x_mid(on);
        let line = Mark::Line { class: "playhead", x1: x, y1: 0.0, x2: x, y2: height - 32.0 };
        let over = if scale.window().touches(on, on) { vec![line] } else { Vec::new() };
        (drawing(scene, over), height)
    };
    Figure {
        title: studio.locale.say(Msg::TimelineHeading),
        line: studio.text(&dossier.meta.dek),
        date: studio.date_words(on),
        key: String::new(),
        alt,
        body: Box::new(draw),
    }
}

/// The chart of an issue with both sides on the date.
fn chart(studio: &Studio<'_>, issue: &Issue, on: Day, width: f64, height: f64) -> String {
    let dossier = studio.dossier;
    let window = focus(dossier);
    let scene = issue_chart(dossier, issue, window, width, height, studio.locale);
    drawing(scene, issue_playhead(dossier, issue, on, window, width, height, studio.locale))
}

pub(super) fn of_issue<'a>(studio: &'a Studio<'a>, issue: &'a Issue, on: Day) -> Figure<'a> {
    let dossier = studio.dossier;
    let now = daylight_words(&studio.voice(), issue, daylight(issue, on).state);
    // The chart's own words are of its whole stretch, and of other days.
    let chart_words = issue_chart(dossier, issue, focus(dossier), 600.0, 200.0, studio.locale).description;
    let alt = format!("{}: {now}. {chart_words}", studio.date_words(on));
    let draw = move |room: Room| {
        let height = room.height.unwrap_or(260.0);
        (chart(studio, issue, on, room.width, height), height)
    };
    Figure {
        title: studio.text(&issue.title),
        line: studio.text(&issue.question).to_string() + &studio.locale.bracketed(&now),
        date: studio.date_words(on),
        key: issues_key(studio.voice()),
        alt,
        body: Box::new(draw),
    }
}

/// Issues beside each other: on a card the two that are widest on the date, else all.
pub(super) fn gap<'a>(studio: &'a Studio<'a>, on: Day, card: bool) -> Figure<'a> {
    const BETWEEN: f64 = 24.0;
    /// The narrowest column of the page.
    const CARD_WIDTH: f64 = 320.0;
    let dossier = studio.dossier;
    let mut issues: Vec<&Issue> = dossier.issues.iter().collect();
    if card {
        let share = |issue: &Issue| {
            let (least, most) = daylight(issue, on).state.rungs().unwrap_or((0, 0));
            let top = f64::from(u8::try_from(issue.ladder.len().saturating_sub(1)).unwrap_or(u8::MAX).max(1));
            (f64::from(least) / top, f64::from(most) / top)
        };
        issues.sort_by(|a, b| share(b).partial_cmp(&share(a)).unwrap_or(std::cmp::Ordering::Equal));
        issues.truncate(2);
    }
    let voice = studio.voice();
    let draw = move |room: Room| {
        let width = ((room.width - BETWEEN) / 2.0).floor();
        let tall = room.height.unwrap_or(224.0);
        let (mut out, mut height) = (String::new(), 0.0);
        for (place, issue) in issues.iter().enumerate() {
            let (x, y) =
                (if place % 2 == 0 { 0.0 } else { width + BETWEEN }, (place / 2) as f64 * (tall + BETWEEN));
            let now = daylight_words(&voice, issue, daylight(issue, on).state);
            let bold = Letters::new("", 13.0).bold();
            let title =
                bold.lines(&studio.text(&issue.title), width, 1).into_iter().next().unwrap_or_default();
            // Drawn as wide as the page draws it, so that all its words fit, and shown at the size there is room for.
            let drawn = width.max(CARD_WIDTH);
            let scale = width / drawn;
            let picture = chart(studio, issue, on, drawn, (tall - 30.0) / scale);
            out.push_str(&format!(
                "<g transform=\"translate({x} {y})\">{}{}<g transform=\"translate(0 30) scale({scale:.4})\">{picture}</g></g>\n",
                bold.at(0.0, 12.0, &title),
                Letters::new("soft", 11.0).at(0.0, 26.0, &now),
            ));
            height = y + tall;
        }
        (out, height)
    };
    let line = sentence(studio, on);
    Figure {
        title: studio.locale.say(Msg::GapHeading),
        alt: line.clone(),
        line,
        date: studio.date_words(on),
        key: issues_key(studio.voice()),
        body: Box::new(draw),
    }
}

/// An event: what happened, what it moved, and where it lies among all others.
pub(super) fn of_event<'a>(studio: &'a Studio<'a>, event: &'a Event) -> Figure<'a> {
    const STRIP: f64 = 36.0;
    let dossier = studio.dossier;
    let mut facts = vec![studio.locale.say(Msg::EventKind(event.kind))];
    facts.extend(event.level.map(|level| studio.locale.say(Msg::AtLevel(level))));
    facts.extend(event.place.as_ref().map(|place| studio.text(place)));
    facts.retain(|fact| !fact.is_empty());
    let voice = studio.voice();
    let moved: Vec<String> = moved_by(dossier, &event.id)
        .iter()
        .filter_map(|moved| {
            let issue = dossier.issues.get(moved.issue)?;
            let [before, after] =
                [moved.before, moved.after].map(|state| daylight_words(&voice, issue, state));
            Some(format!("{}: {before} \u{2192} {after}", studio.text(&issue.title)))
        })
        .collect();
    let draw = move |room: Room| {
        let height = room.height.unwrap_or(220.0);
        let bottom = height - STRIP - 6.0;
        let kept = moved.len().min(2);
        let letters = Letters::new("", 14.0);
        let lines = ((bottom - kept as f64 * 20.0) / letters.line()).floor().max(1.0) as usize;
        let (mut out, mut y) = letters.block((0.0, 0.0), &studio.text(&event.summary), room.width, lines);
        y += 4.0;
        for line in moved.iter().take(kept) {
            let (line, below) = Letters::new("", 13.0).bold().block((0.0, y), line, room.width, 1);
            out.push_str(&line);
            y = below + 2.0;
        }
        out.push_str(&strip(studio, event, height - STRIP, room.width));
        (out, height)
    };
    Figure {
        title: studio.text(&event.title),
        line: facts.join(" \u{b7} "),
        date: studio.locale.date(event.date),
        key: String::new(),
        alt: format!(
            "{}, {}. {}",
            studio.text(&event.title),
            studio.locale.date(event.date),
            studio.text(&event.summary)
        ),
        body: Box::new(draw),
    }
}

/// All events of the stretch that the dossier is about (of the whole, where the event lies outside) as a density, and the event in it.
fn strip(studio: &Studio<'_>, event: &Event, top: f64, width: f64) -> String {
    const BARS: f64 = 22.0;
    /// Half the event's mark, so that one at an end is whole.
    const EDGE: f64 = 6.0;
    let day = event.date.anchor();
    let focus = focus(studio.dossier);
    let span = &studio.dossier.meta.span;
    let inside = focus.touches(day, day);
    let window = if inside { focus } else { Window::of_days(span.from, span.to) };
    let axis = if inside { Axis::straight() } else { whole_axis(studio) };
    let scale = TimeScale::on(&axis, window, EDGE, width - EDGE);
    let x = scale.x_mid(day);
    let mut marks = overview(&density(&studio.index, &scale), BARS);
    marks.push(Mark::Line { class: "playhead", x1: x, y1: 0.0, x2: x, y2: BARS });
    marks.push(Mark::Circle { class: "total-mark", cx: x, cy: BARS / 2.0, r: 4.0 });
    let strip = Scene { width, height: BARS, title: String::new(), description: String::new(), marks };
    let small = Letters::new("soft", 11.0);
    let (first, last) = (window.first_day().year().to_string(), window.last_day().year().to_string());
    format!(
        "<g transform=\"translate(0 {top:.1})\">{}{}{}</g>",
        svg(&strip, ""),
        small.at(0.0, BARS + 11.0, &first),
        small.end().at(width, BARS + 11.0, &last)
    )
}

fn whole_axis(studio: &Studio<'_>) -> Axis {
    let days = studio.index.span().map_or(0, |(first, last)| last.since(first));
    Axis::folding(studio.index.quiet(), days)
}
