//! Figures of the views that are written ahead: their own pictures, or words where they have none.

use super::super::Studio;
use super::super::frame::{Body, Room};
use super::super::style::with_later;
use super::super::words::Letters;
use super::Figure;
use crate::analysis::{Stage, run_on};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{CommitmentState, Side, Tier};
use crate::messages::{
    ArgumentMsg, ClockMsg, LaunchesMsg, Locale, MeetingsMsg, Msg, PageMsg, PromisesMsg, ReadingsMsg,
};
use crate::scene::party_name;
use crate::views::clock::{clock_drawn, clock_key};
use crate::views::drawn::{Drawn, KeyLine};
use crate::views::fragment::fragment;
use crate::views::launches::{launches_drawn, launches_key};
use crate::views::meetings::{meetings_drawn, meetings_lede};
use crate::views::promises::{promises_drawn, promises_key};

/// An agreed clause, and what each side read into it.
pub(super) fn words<'a>(studio: &'a Studio<'a>) -> Option<Figure<'a>> {
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
    let quoted = format!("\u{201c}{}\u{201d}", studio.text(&clause.operative_words));
    let (title, date) = (studio.text(&document.title), studio.locale.date(document.date));
    let alt = format!("{title}, {date}: {quoted}");
    let draw = move |room: Room| {
        let (mut out, below) = Letters::new("", 15.0).bold().block((0.0, 0.0), &quoted, room.width, 3);
        let width = (room.width - 24.0) / 2.0;
        let mut height = below;
        for (side, x) in [(Side::A, 0.0), (Side::B, width + 24.0)] {
            let Some(reading) = of_side(clause, side) else { continue };
            let class = if side == Side::A { "side-a" } else { "side-b" };
            let name = party_name(dossier, &reading.party, studio.locale).to_owned();
            let name = studio.locale.tell(&ReadingsMsg::Reads(&name));
            out.push_str(&format!(
                "<g class=\"{class}\">{}</g>",
                Letters::new("mine", 13.0).bold().at(x, below + 22.0, &name)
            ));
            let most =
                room.height.map_or(12, |height| ((height - below - 30.0) / 16.9).floor().max(1.0) as usize);
            let (lines, end) =
                Letters::new("", 13.0).block((x, below + 28.0), &studio.text(&reading.text), width, most);
            out.push_str(&lines);
            height = height.max(end);
        }
        (out, height)
    };
    Some(Figure {
        title: studio.locale.tell(&ReadingsMsg::Heading),
        line: format!("{title}, {date}"),
        date: String::new(),
        key: String::new(),
        alt,
        body: Box::new(draw),
    })
}

/// A picture of a section, in a room of this width.
fn placed(drawn: &Drawn, (x, y): (f64, f64), width: f64) -> String {
    // Marks at the edges hang over, as they do on the page.
    let picture = with_later(&fragment(drawn.picture.clone())).replace("<svg ", "<svg overflow=\"visible\" ");
    format!(
        "<g class=\"drawn claim {}\"{} transform=\"translate({x:.1} {y:.1})\"><svg overflow=\"visible\" width=\"{width:.1}\" height=\"{:.1}\">{picture}</svg></g>\n",
        drawn.side,
        if drawn.is_later { " data-later=\"\"" } else { "" },
        drawn.height
    )
}

/// The lines of a key beside each other, as many as fit in this width, each mark before what it means; gives where they end.
fn key_lines(lines: &[KeyLine], width: f64) -> (String, f64) {
    const WORDS: Letters = Letters::new("soft", 12.0);
    const BETWEEN: f64 = 18.0;
    let (mut out, mut x, mut y, mut tall) = (String::new(), 0.0, 0.0, 0.0_f64);
    for KeyLine { mark, room, side, words } in lines {
        let begin = if room.0 > 0.0 { room.0 + 6.0 } else { 0.0 };
        let wide = (begin + WORDS.width(words)).min(width);
        if x > 0.0 && x + wide > width {
            (x, y, tall) = (0.0, y + tall, 0.0);
        }
        out.push_str(&format!(
            "<g class=\"drawn {side}\" transform=\"translate({x:.1} {y:.1})\"><svg overflow=\"visible\" width=\"{}\" height=\"{}\">{}</svg></g>\n",
            room.0,
            room.1,
            fragment(mark.clone()),
        ));
        // The first line beside the middle of the mark.
        let (words, below) =
            WORDS.block((x + begin, y + room.1 / 2.0 - WORDS.size * 0.62), words, width - begin, 3);
        out.push_str(&words);
        tall = tall.max(room.1 + 2.0).max(below - y + 2.0);
        x += wide + BETWEEN;
    }
    (out, y + tall)
}

/// A chart's marks below its key, whose parts stand below each other; a card has no room for it.
fn below_key<'a>(parts: impl IntoIterator<Item = Vec<KeyLine>> + 'a, body: Body<'a>) -> Body<'a> {
    Box::new(move |room: Room| {
        if room.height.is_some() {
            return body(room);
        }
        let (mut out, mut y) = (String::new(), 0.0);
        for lines in parts {
            let (key, tall) = key_lines(&lines, room.width);
            out.push_str(&format!("<g transform=\"translate(0 {y:.1})\">{key}</g>\n"));
            y += tall + 6.0;
        }
        let (marks, height) = body(room);
        out.push_str(&format!("<g transform=\"translate(0 {y:.1})\">{marks}</g>"));
        (out, y + height)
    })
}

/// Marks under the name of their section, by which the style sheet knows them.
fn in_section(view: &str, marks: &str) -> String {
    format!("<g id=\"{view}\">{marks}</g>")
}

pub(super) fn meetings<'a>(studio: &'a Studio<'a>, on: Day, card: bool) -> Option<Figure<'a>> {
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
        title: studio.locale.tell(&MeetingsMsg::Heading),
        line: lede.clone(),
        date: studio.date_words(on),
        key: String::new(),
        alt: format!("{first}. {lede}"),
        body: Box::new(draw),
    })
}

/// Rows of pictures between their names and what they come to; those that a card has no room for are left out, and so is there what stands
/// below a name, and its end where it is long.
fn rows<'a>(list: Vec<Drawn>, view: &'static str, names: f64, words: f64) -> Body<'a> {
    Box::new(move |room: Room| {
        let (mut out, mut y) = (String::new(), 0.0);
        let middle = room.width - names - words;
        let card = room.height.is_some();
        let (name_lines, word_lines) = if card { (2, 3) } else { (usize::MAX, usize::MAX) };
        for drawn in &list {
            let heading = drawn.side.is_empty();
            let letters = if heading { Letters::new("", 12.0).bold() } else { Letters::new("mine", 12.0) };
            let (mut name, mut below) = letters.block((0.0, y), &drawn.name, names - 12.0, name_lines);
            if !card && !drawn.about.is_empty() {
                let (about, end) =
                    Letters::new("soft", 11.0).block((0.0, below), &drawn.about, names - 12.0, usize::MAX);
                name.push_str(&about);
                below = end + 4.0;
            }
            let tall = drawn.height.max(below - y) + 4.0;
            if room.height.is_some_and(|height| y + tall > height) {
                break;
            }
            let (comes_to, under) = Letters::new("", 12.0).bold().block(
                (names + middle + 10.0, y),
                &drawn.words,
                words - 10.0,
                word_lines,
            );
            out.push_str(&format!("<g class=\"{}\">{name}</g>{comes_to}", drawn.side));
            out.push_str(&placed(drawn, (names, y), middle));
            y += tall.max(under - y + 2.0);
        }
        (in_section(view, &out), y)
    })
}

pub(super) fn clock<'a>(studio: &'a Studio<'a>, on: Day, card: bool) -> Option<Figure<'a>> {
    use crate::analysis::clock::{beyond, range};
    use crate::dossier::model::EstimateRole;
    let voice = studio.voice();
    let mut list = clock_drawn(voice, studio.dossier, on);
    if card {
        // The groups alone: single statements have no room.
        list.retain(|drawn| drawn.side.is_empty());
    }
    if list.is_empty() {
        return None;
    }
    let estimates = &studio.dossier.estimates;
    let line = studio.locale.tell(&ClockMsg::Lede {
        officials: range(estimates, EstimateRole::Official, None),
        experts: range(estimates, EstimateRole::Expert, None),
        beyond: beyond(estimates),
    });
    let names = if card { 170.0 } else { 230.0 };
    let claim = |drawn: &Drawn| format!(" {} ({}): {}.", drawn.name, drawn.about, drawn.words);
    let claims: String = list.iter().filter(|drawn| !drawn.side.is_empty()).map(claim).collect();
    Some(Figure {
        title: studio.locale.tell(&ClockMsg::Heading),
        alt: format!("{line}{claims}"),
        line,
        date: studio.date_words(on),
        key: studio.locale.tell(&ClockMsg::Help),
        body: below_key([clock_key(voice, studio.dossier)], rows(list, "clock", names, 140.0)),
    })
}

pub(super) fn promises<'a>(studio: &'a Studio<'a>, on: Day, card: bool) -> Option<Figure<'a>> {
    let (years, list) = promises_drawn(studio.voice(), studio.dossier, on);
    let ends = years.first().copied().zip(years.last().copied())?;
    let axis = Day::from_ymd(ends.0, 1, 1).zip(Day::from_ymd(ends.1, 12, 31));
    let line_of_chart = axis.map(|(first, last)| studio.locale.tell(&PromisesMsg::Axis(first, last)));
    let (names, words) = if card { (200.0, 150.0) } else { (250.0, 150.0) };
    // A promise may be a sentence with its full stop.
    let line = |name: &str, words: &str| format!("{}: {words}.", name.trim_end_matches('.'));
    let mut alt = standing(studio.dossier, on, studio.locale);
    // A chart tells them one by one; for that a card's words have no room.
    if !card {
        list.iter().for_each(|drawn| alt.push_str(&format!(" {}", line(&drawn.name, &drawn.words))));
    }
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
        title: studio.locale.tell(&PromisesMsg::Heading),
        line: line_of_chart.filter(|_| !card).unwrap_or_default(),
        date: studio.date_words(on),
        alt,
        key: studio.locale.tell(&PromisesMsg::Help),
        body: below_key(promises_key(studio.voice(), studio.dossier), Box::new(draw)),
    })
}

/// How the promises stand on a day, in counts.
fn standing(dossier: &Dossier, on: Day, locale: Locale) -> String {
    use CommitmentState::{Begun, Done, Lapsed, NotChecked, Partly, Pledged, Reversed, Stalled};
    let stage = |promise| run_on(promise, on).map_or(Stage::NotMade, |run| run.stage);
    let stages: Vec<Stage<'_>> = dossier.commitments.iter().map(stage).collect();
    let count = |is: &dyn Fn(&Stage<'_>) -> bool| stages.iter().filter(|stage| is(stage)).count();
    let recorded = [Done, Partly, Begun, Pledged, Stalled, Reversed, Lapsed, NotChecked].map(|state| {
        let is = |stage: &Stage<'_>| matches!(stage, Stage::Recorded(status) if status.state == state);
        let number = count(&is);
        (number, PromisesMsg::Count(number, Some(state)))
    });
    let unrecorded = count(&|stage| *stage == Stage::NoRecord);
    let unmade = count(&|stage| *stage == Stage::NotMade);
    let all = recorded.into_iter().chain([
        (unrecorded, PromisesMsg::Count(unrecorded, None)),
        (unmade, PromisesMsg::CountUnmade(unmade)),
    ]);
    let said: Vec<String> = all.filter(|(count, _)| *count > 0).map(|(_, msg)| locale.tell(&msg)).collect();
    locale.tell(&PromisesMsg::Standing { on, all: stages.len(), counts: &said.join(", ") })
}

pub(super) fn launches<'a>(studio: &'a Studio<'a>, on: Day, card: bool) -> Option<Figure<'a>> {
    let (drawn, width) = launches_drawn(studio.voice(), studio.dossier, on)?;
    let (line, alt) = (drawn.name.to_string(), format!("{}. {}", drawn.name, drawn.words));
    let draw = move |room: Room| {
        let tall = drawn.height * room.width / width;
        let scale = room.height.map_or(1.0, |height| (height / tall).min(1.0)) * room.width / width;
        let picture = with_later(&fragment(drawn.picture.clone()));
        let height = drawn.height * scale;
        let marks = format!("<g id=\"launches\" transform=\"scale({scale:.4})\">{picture}</g>");
        if card {
            return (marks, height);
        }
        let (key, tall) = key_lines(&launches_key(studio.voice(), &picture), room.width);
        let top = height + 12.0;
        (format!("{marks}<g transform=\"translate(0 {top:.1})\">{key}</g>"), top + tall)
    };
    Some(Figure {
        title: studio.locale.tell(&LaunchesMsg::Heading),
        line,
        date: studio.date_words(on),
        key: studio.locale.tell(&LaunchesMsg::ByDayHelp),
        alt,
        body: Box::new(draw),
    })
}

/// The argument's steps by their titles.
pub(super) fn argument<'a>(studio: &'a Studio<'a>) -> Option<Figure<'a>> {
    let argument = studio.dossier.argument.as_ref()?;
    let draw = move |room: Room| {
        let (mut out, mut y) = (String::new(), 0.0);
        for (number, step) in (1..).zip(&argument.steps) {
            let letters = Letters::new("", 13.0);
            let (line, below) = letters.block((26.0, y), &studio.text(&step.title), room.width - 26.0, 1);
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
        title: studio.text(&argument.title),
        line: studio.text(&argument.about),
        date: String::new(),
        key: String::new(),
        alt: format!("{}: {}", studio.locale.tell(&ArgumentMsg::Kicker), studio.text(&argument.title)),
        body: Box::new(draw),
    })
}

/// How many sources of each tier there are, as bars of their length.
pub(super) fn sources<'a>(studio: &'a Studio<'a>) -> Figure<'a> {
    let list = &studio.dossier.sources;
    let seen = list.iter().filter(|source| source.seen).count();
    let line = studio.locale.tell(&PageMsg::SourcesSummary { count: list.len(), seen });
    let draw = move |room: Room| {
        let (mut out, mut y) = (String::new(), 0.0);
        for tier in [Tier::A, Tier::B, Tier::C] {
            let count = list.iter().filter(|source| source.tier == tier).count();
            let part = count as f64 / list.len().max(1) as f64;
            out.push_str(&Letters::new("", 14.0).at(0.0, y + 14.0, &studio.locale.say(Msg::Tier(tier))));
            out.push_str(&Letters::new("", 14.0).bold().end().at(
                room.width,
                y + 14.0,
                &studio.locale.number(count),
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
        title: studio.locale.tell(&PageMsg::SourcesHeading),
        line: line.clone(),
        date: String::new(),
        key: String::new(),
        alt: line,
        body: Box::new(draw),
    }
}
