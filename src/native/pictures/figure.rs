//! What each view draws when it is a picture: a title, a sentence, and marks from the page's own scenes.

use super::frame::{Body, Room, Size};
use super::style::with_later;
use super::words::Letters;
use super::{LOCALE, Studio, Subject};
use crate::analysis::{TotalSeries, Weights, daylight, moved_by, summary};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Event, Issue, Side, Tier};
use crate::layout::gap::annotations;
use crate::layout::overview::density;
use crate::layout::timeline::{Frame as Paper, PlacedTick, Quality, Ruler, timeline as lay_out};
use crate::messages::{
    ArgumentMsg, ClockMsg, LaunchesMsg, MeetingsMsg, Msg, PageMsg, PromisesMsg, ReadingsMsg, TakeMsg,
};
use crate::scale::{Axis, TimeScale, Window, ticks};
use crate::scene::{
    Mark, Scene, Sides, cluster_words, issue_chart, issue_playhead, overview, party_name, ruler, svg,
    timeline, total_chart, total_playhead,
};
use crate::views::clock::clock_drawn;
use crate::views::drawn::Drawn;
use crate::views::fragment::fragment;
use crate::views::issue::daylight_words;
use crate::views::launches::launches_drawn;
use crate::views::meetings::{meetings_drawn, meetings_lede};
use crate::views::promises::promises_drawn;

/// What a picture shows.
pub struct Figure<'a> {
    /// Its title.
    pub title: String,
    /// A sentence below it.
    pub line: String,
    /// The date it is drawn for, in words; empty where it has none.
    pub date: String,
    /// What it shows, for who cannot see it.
    pub alt: String,
    /// Its marks.
    pub body: Body<'a>,
}

/// What a subject draws on a date. `None` where the dossier has nothing to draw, or the view has no chart.
pub fn of<'a>(studio: &'a Studio<'a>, subject: Subject<'a>, on: Day, size: Size) -> Option<Figure<'a>> {
    match subject {
        Subject::Event(event) => Some(of_event(studio, event)),
        Subject::Issue(issue) => Some(of_issue(studio, issue, on)),
        Subject::View(view) => of_view(studio, view, on, size),
    }
}

fn of_view<'a>(studio: &'a Studio<'a>, view: &str, on: Day, size: Size) -> Option<Figure<'a>> {
    let dossier = studio.dossier;
    let card = size == Size::Card;
    match view {
        "lead" => Some(lead(studio, on)),
        "timeline" => (!studio.index.is_empty()).then(|| all_events(studio, on)),
        "gap" => (!dossier.issues.is_empty()).then(|| gap(studio, on, card)),
        "words" => words(studio).filter(|_| card),
        "meetings" => meetings(studio, on, card),
        "clock" => clock(studio, on, card),
        "promises" => promises(studio, on, card),
        "launches" => launches(studio, on),
        "argument" => argument(studio).filter(|_| card),
        "sources" => card.then(|| sources(studio)),
        _ => None,
    }
}

fn date_words(on: Day) -> String {
    LOCALE.tell(&TakeMsg::AsOf(on))
}

/// The dossier's text in the pictures' language.
fn text(text: &crate::dossier::text::Text) -> String {
    text.get(LOCALE.tag()).to_owned()
}

/// The stretch that the page shows first.
fn focus(dossier: &Dossier) -> Window {
    let span = &dossier.meta.span;
    Window::of_days(span.focus.first().max(span.from), span.focus.last().min(span.to))
}

/// A scene with marks over it, as an element.
fn drawing(mut scene: Scene, over: Vec<Mark>) -> String {
    scene.marks.extend(over);
    svg(&scene, "")
}

/// The computed sentence of the day.
pub fn sentence(dossier: &Dossier, on: Day) -> String {
    let counts = summary(dossier, &Weights::equal(), on).counts;
    if counts.known() == 0 {
        return LOCALE.say(Msg::LeadUnknown { on });
    }
    let parts = [
        Msg::LeadBefore(on),
        Msg::LeadCount { apart: counts.apart, issues: counts.issues() },
        Msg::LeadAfter,
    ];
    parts.into_iter().map(|part| LOCALE.say(part)).collect()
}

/// Total daylight through time, above years.
fn lead<'a>(studio: &'a Studio<'a>, on: Day) -> Figure<'a> {
    const AXIS: f64 = 34.0;
    let dossier = studio.dossier;
    let series = TotalSeries::of(dossier, &Weights::equal());
    let moments = annotations(dossier, LOCALE.tag());
    let draw = move |room: Room| {
        let height = room.height.unwrap_or(260.0);
        let plot = height - AXIS;
        let scale = TimeScale::new(focus(dossier), 8.0, room.width - 44.0);
        let scene = total_chart(&series, &moments, &scale, room.width, plot, LOCALE);
        let mut over = total_playhead(&series, on, &scale, plot, LOCALE);
        let placed = ticks(&scale).into_iter().map(|tick| PlacedTick { tick, x: scale.x_of(tick.day) });
        over.extend(ruler(&Ruler { width: room.width, height, axis: plot, ticks: placed.collect() }, LOCALE));
        (drawing(Scene { height, ..scene }, over), height)
    };
    // The text alternative needs no room: it is that of a chart of any width.
    let alt = {
        let series = TotalSeries::of(dossier, &Weights::equal());
        let scale = TimeScale::new(focus(dossier), 8.0, 600.0);
        total_chart(&series, &[], &scale, 640.0, 190.0, LOCALE).description
    };
    Figure {
        title: LOCALE.say(Msg::TotalTitle),
        line: sentence(dossier, on),
        date: date_words(on),
        alt: format!("{} {alt}", sentence(dossier, on)),
        body: Box::new(draw),
    }
}

/// The timeline of what the dossier is about.
fn all_events<'a>(studio: &'a Studio<'a>, on: Day) -> Figure<'a> {
    let dossier = studio.dossier;
    let picture = |width: f64, height: f64| {
        let scale = TimeScale::new(focus(dossier), 8.0, width - 8.0);
        let name = |side: Side| {
            dossier
                .side(side)
                .map(|party| party_name(dossier, &party.id, LOCALE).to_owned())
                .unwrap_or_default()
        };
        let (a, b) = (name(Side::A), name(Side::B));
        let words = |cluster: &_| cluster_words(cluster, LOCALE);
        let layout = lay_out(&studio.index, &scale, Paper { width, height }, Quality::Full, &words);
        (timeline(&studio.index, &layout, &scale, LOCALE, Sides { a: &a, b: &b }), scale)
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
        title: LOCALE.say(Msg::TimelineHeading),
        line: text(&dossier.meta.dek),
        date: date_words(on),
        alt,
        body: Box::new(draw),
    }
}

/// The chart of an issue with both sides on the date.
fn chart(dossier: &Dossier, issue: &Issue, on: Day, width: f64, height: f64) -> String {
    let window = focus(dossier);
    let scene = issue_chart(dossier, issue, window, width, height, LOCALE);
    drawing(scene, issue_playhead(dossier, issue, on, window, width, height, LOCALE))
}

fn of_issue<'a>(studio: &'a Studio<'a>, issue: &'a Issue, on: Day) -> Figure<'a> {
    let dossier = studio.dossier;
    let now = daylight_words(&studio.voice(), issue, daylight(issue, on).state);
    let alt = issue_chart(dossier, issue, focus(dossier), 600.0, 200.0, LOCALE).description;
    let draw = move |room: Room| {
        let height = room.height.unwrap_or(260.0);
        (chart(dossier, issue, on, room.width, height), height)
    };
    Figure {
        title: text(&issue.title),
        line: format!("{} ({now})", text(&issue.question)),
        date: date_words(on),
        alt,
        body: Box::new(draw),
    }
}

/// Issues beside each other: on a card the two that are widest on the date, else all.
fn gap<'a>(studio: &'a Studio<'a>, on: Day, card: bool) -> Figure<'a> {
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
            let title = bold.lines(&text(&issue.title), width, 1).into_iter().next().unwrap_or_default();
            // Drawn as wide as the page draws it, so that all its words fit, and shown at the size there is room for.
            let drawn = width.max(CARD_WIDTH);
            let scale = width / drawn;
            let picture = chart(dossier, issue, on, drawn, (tall - 30.0) / scale);
            out.push_str(&format!(
                "<g transform=\"translate({x} {y})\">{}{}<g transform=\"translate(0 30) scale({scale:.4})\">{picture}</g></g>\n",
                bold.at(0.0, 12.0, &title),
                Letters::new("soft", 11.0).at(0.0, 26.0, &now),
            ));
            height = y + tall;
        }
        (out, height)
    };
    Figure {
        title: LOCALE.say(Msg::GapHeading),
        line: sentence(dossier, on),
        date: date_words(on),
        alt: sentence(dossier, on),
        body: Box::new(draw),
    }
}

/// An agreed clause, and what each side read into it.
fn words<'a>(studio: &'a Studio<'a>) -> Option<Figure<'a>> {
    let dossier = studio.dossier;
    let of_side = |clause: &'a crate::dossier::model::Clause, side: Side| {
        clause.readings.iter().find(|reading| dossier.side_of(&reading.party) == Some(side))
    };
    let both = |clause: &&'a crate::dossier::model::Clause| {
        of_side(clause, Side::A).is_some()
            && of_side(clause, Side::B).is_some()
            && !clause.operative_words.is_empty()
    };
    let found =
        dossier.documents.iter().find_map(|document| Some((document, document.clauses.iter().find(both)?)));
    let (document, clause) = found?;
    let quoted = format!("\u{201c}{}\u{201d}", text(&clause.operative_words));
    let (title, date) = (text(&document.title), LOCALE.date(document.date));
    let alt = format!("{title}, {date}: {quoted}");
    let draw = move |room: Room| {
        let (mut out, below) = Letters::new("", 15.0).bold().block((0.0, 0.0), &quoted, room.width, 3);
        let width = (room.width - 24.0) / 2.0;
        let mut height = below;
        for (side, x) in [(Side::A, 0.0), (Side::B, width + 24.0)] {
            let Some(reading) = of_side(clause, side) else { continue };
            let class = if side == Side::A { "side-a" } else { "side-b" };
            let name = party_name(dossier, &reading.party, LOCALE).to_owned();
            let name = LOCALE.tell(&ReadingsMsg::Reads(&name));
            out.push_str(&format!(
                "<g class=\"{class}\">{}</g>",
                Letters::new("mine", 13.0).bold().at(x, below + 22.0, &name)
            ));
            let most =
                room.height.map_or(12, |height| ((height - below - 30.0) / 16.9).floor().max(1.0) as usize);
            let (lines, end) =
                Letters::new("", 13.0).block((x, below + 28.0), &text(&reading.text), width, most);
            out.push_str(&lines);
            height = height.max(end);
        }
        (out, height)
    };
    Some(Figure {
        title: LOCALE.tell(&ReadingsMsg::Heading),
        line: format!("{title}, {date}"),
        date: String::new(),
        alt,
        body: Box::new(draw),
    })
}

/// A picture of a section, in a room of this width.
fn placed(drawn: &Drawn, (x, y): (f64, f64), width: f64) -> String {
    // Marks at the edges hang over, as they do on the page.
    let picture = with_later(&fragment(drawn.picture.clone())).replace("<svg ", "<svg overflow=\"visible\" ");
    format!(
        "<g class=\"drawn claim {}\" transform=\"translate({x:.1} {y:.1})\"><svg overflow=\"visible\" width=\"{width:.1}\" height=\"{:.1}\">{picture}</svg></g>\n",
        drawn.side, drawn.height
    )
}

/// Marks under the name of their section, by which the style sheet knows them.
fn in_section(view: &str, marks: &str) -> String {
    format!("<g id=\"{view}\">{marks}</g>")
}

fn meetings<'a>(studio: &'a Studio<'a>, on: Day, card: bool) -> Option<Figure<'a>> {
    const LEVELS: f64 = 70.0;
    const ROW: f64 = 18.0;
    const HEAD: f64 = 15.0;
    let voice = studio.voice();
    let mut list = meetings_drawn(voice, studio.dossier, on);
    if card {
        list.truncate(1);
    }
    let lede = meetings_lede(voice, studio.dossier).to_string();
    let first = list.first()?.name.to_string();
    let draw = move |room: Room| {
        let (mut out, mut y) = (String::new(), 0.0);
        for drawn in &list {
            out.push_str(&Letters::new("", 13.0).bold().at(0.0, y + 12.0, &drawn.name));
            for (row, name) in drawn.rows.iter().enumerate() {
                let at = y + 20.0 + HEAD + row as f64 * ROW + 13.0;
                out.push_str(&Letters::new("soft", 12.0).end().at(LEVELS - 12.0, at, name));
            }
            out.push_str(&placed(drawn, (LEVELS, y + 20.0), room.width - LEVELS - 10.0));
            y += 20.0 + drawn.height + 16.0;
        }
        (in_section("meetings", &out), y)
    };
    Some(Figure {
        title: LOCALE.tell(&MeetingsMsg::Heading),
        line: lede.clone(),
        date: date_words(on),
        alt: format!("{first}. {lede}"),
        body: Box::new(draw),
    })
}

/// Rows of pictures between their names and what they come to; those that a card has no room for are left out.
fn rows<'a>(list: Vec<Drawn>, view: &'static str, names: f64, words: f64) -> Body<'a> {
    Box::new(move |room: Room| {
        let (mut out, mut y) = (String::new(), 0.0);
        let middle = room.width - names - words;
        for drawn in &list {
            let heading = drawn.side.is_empty();
            let letters = if heading { Letters::new("", 12.0).bold() } else { Letters::new("mine", 12.0) };
            let (name, below) = letters.block((0.0, y), &drawn.name, names - 12.0, 2);
            let tall = drawn.height.max(below - y) + 4.0;
            if room.height.is_some_and(|height| y + tall > height) {
                break;
            }
            let (comes_to, under) = Letters::new("", 12.0).bold().block(
                (names + middle + 10.0, y),
                &drawn.words,
                words - 10.0,
                3,
            );
            out.push_str(&format!("<g class=\"{}\">{name}</g>{comes_to}", drawn.side));
            out.push_str(&placed(drawn, (names, y), middle));
            y += tall.max(under - y + 2.0);
        }
        (in_section(view, &out), y)
    })
}

fn clock<'a>(studio: &'a Studio<'a>, on: Day, card: bool) -> Option<Figure<'a>> {
    use crate::analysis::clock::{beyond, range};
    use crate::dossier::model::EstimateRole;
    let voice = studio.voice();
    let mut list = clock_drawn(voice, studio.dossier);
    if card {
        // The groups alone: single statements have no room.
        list.retain(|drawn| drawn.side.is_empty());
    }
    if list.is_empty() {
        return None;
    }
    let estimates = &studio.dossier.estimates;
    let line = LOCALE.tell(&ClockMsg::Lede {
        officials: range(estimates, EstimateRole::Official, None),
        experts: range(estimates, EstimateRole::Expert, None),
        beyond: beyond(estimates),
    });
    let names = if card { 170.0 } else { 190.0 };
    Some(Figure {
        title: LOCALE.tell(&ClockMsg::Heading),
        line: line.clone(),
        date: date_words(on),
        alt: line,
        body: rows(list, "clock", names, 140.0),
    })
}

fn promises<'a>(studio: &'a Studio<'a>, on: Day, card: bool) -> Option<Figure<'a>> {
    let (years, list) = promises_drawn(studio.voice(), studio.dossier, on);
    let ends = years.first().copied().zip(years.last().copied())?;
    let (names, words) = if card { (200.0, 150.0) } else { (250.0, 150.0) };
    let alt: Vec<String> = list.iter().map(|drawn| format!("{}: {}.", drawn.name, drawn.words)).collect();
    let strips = rows(list, "promises", names, words);
    let draw = move |room: Room| {
        let middle = room.width - names - words;
        let mut out = Letters::new("soft", 12.0).at(names, 12.0, &ends.0.to_string());
        out.push_str(&Letters::new("soft", 12.0).end().at(names + middle, 12.0, &ends.1.to_string()));
        let below = Room { height: room.height.map(|height| height - 18.0), ..room };
        let (markup, height) = strips(below);
        out.push_str(&format!("<g transform=\"translate(0 18)\">{markup}</g>"));
        (out, height + 18.0)
    };
    Some(Figure {
        title: LOCALE.tell(&PromisesMsg::Heading),
        line: if card { String::new() } else { LOCALE.tell(&PromisesMsg::Help) },
        date: date_words(on),
        alt: alt.join(" "),
        body: Box::new(draw),
    })
}

fn launches<'a>(studio: &'a Studio<'a>, on: Day) -> Option<Figure<'a>> {
    let (drawn, width) = launches_drawn(studio.voice(), studio.dossier, on)?;
    let (line, alt) = (drawn.name.to_string(), format!("{}. {}", drawn.name, drawn.words));
    let draw = move |room: Room| {
        let tall = drawn.height * room.width / width;
        let scale = room.height.map_or(1.0, |height| (height / tall).min(1.0)) * room.width / width;
        let picture = with_later(&fragment(drawn.picture.clone()));
        (format!("<g id=\"launches\" transform=\"scale({scale:.4})\">{picture}</g>"), drawn.height * scale)
    };
    Some(Figure {
        title: LOCALE.tell(&LaunchesMsg::Heading),
        line,
        date: date_words(on),
        alt,
        body: Box::new(draw),
    })
}

/// The argument's steps by their titles.
fn argument<'a>(studio: &'a Studio<'a>) -> Option<Figure<'a>> {
    let argument = studio.dossier.argument.as_ref()?;
    let draw = move |room: Room| {
        let (mut out, mut y) = (String::new(), 0.0);
        for (number, step) in (1..).zip(&argument.steps) {
            let letters = Letters::new("", 13.0);
            let (line, below) = letters.block((26.0, y), &text(&step.title), room.width - 26.0, 1);
            if room.height.is_some_and(|height| below > height) {
                break;
            }
            out.push_str(&letters.bold().at(0.0, y + 13.0, &format!("{number}")));
            out.push_str(&line);
            y = below + 5.0;
        }
        (out, y)
    };
    Some(Figure {
        title: text(&argument.title),
        line: text(&argument.about),
        date: String::new(),
        alt: format!("{}: {}", LOCALE.tell(&ArgumentMsg::Kicker), text(&argument.title)),
        body: Box::new(draw),
    })
}

/// How many sources of each tier there are, as bars of their length.
fn sources<'a>(studio: &'a Studio<'a>) -> Figure<'a> {
    let list = &studio.dossier.sources;
    let seen = list.iter().filter(|source| source.seen).count();
    let line = LOCALE.tell(&PageMsg::SourcesSummary { count: list.len(), seen });
    let draw = move |room: Room| {
        let (mut out, mut y) = (String::new(), 0.0);
        for tier in [Tier::A, Tier::B, Tier::C] {
            let count = list.iter().filter(|source| source.tier == tier).count();
            let part = count as f64 / list.len().max(1) as f64;
            out.push_str(&Letters::new("", 14.0).at(0.0, y + 14.0, &LOCALE.say(Msg::Tier(tier))));
            out.push_str(&Letters::new("", 14.0).bold().end().at(
                room.width,
                y + 14.0,
                &LOCALE.number(count),
            ));
            out.push_str(&format!(
                "<rect class=\"density\" x=\"0\" y=\"{}\" width=\"{:.1}\" height=\"10\"/>",
                y + 21.0,
                (part * room.width).max(1.0)
            ));
            y += 48.0;
        }
        (out, y)
    };
    Figure {
        title: LOCALE.tell(&PageMsg::SourcesHeading),
        line: line.clone(),
        date: String::new(),
        alt: line,
        body: Box::new(draw),
    }
}

/// An event: what happened, what it moved, and where it lies among all others.
fn of_event<'a>(studio: &'a Studio<'a>, event: &'a Event) -> Figure<'a> {
    const STRIP: f64 = 36.0;
    let dossier = studio.dossier;
    let mut facts = vec![LOCALE.say(Msg::EventKind(event.kind))];
    facts.extend(event.level.map(|level| LOCALE.say(Msg::AtLevel(level))));
    facts.extend(event.place.as_ref().map(text));
    facts.retain(|fact| !fact.is_empty());
    let voice = studio.voice();
    let moved: Vec<String> = moved_by(dossier, &event.id)
        .iter()
        .filter_map(|moved| {
            let issue = dossier.issues.get(moved.issue)?;
            let [before, after] =
                [moved.before, moved.after].map(|state| daylight_words(&voice, issue, state));
            Some(format!("{}: {before} \u{2192} {after}", text(&issue.title)))
        })
        .collect();
    let draw = move |room: Room| {
        let height = room.height.unwrap_or(220.0);
        let bottom = height - STRIP - 6.0;
        let kept = moved.len().min(2);
        let letters = Letters::new("", 14.0);
        let lines = ((bottom - kept as f64 * 20.0) / letters.line()).floor().max(1.0) as usize;
        let (mut out, mut y) = letters.block((0.0, 0.0), &text(&event.summary), room.width, lines);
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
        title: text(&event.title),
        line: facts.join(" \u{b7} "),
        date: LOCALE.date(event.date),
        alt: format!("{}, {}. {}", text(&event.title), LOCALE.date(event.date), text(&event.summary)),
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
