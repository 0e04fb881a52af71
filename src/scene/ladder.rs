//! One issue's ladder at a date: named rungs, both sides standing on them, and the light between.

use super::gap::{SIZE, by_side, party_name, role_words, stand_mark, stand_words};
use super::mark::{Anchor, Mark, Scene, num, round};
use crate::analysis::{Stand, daylight, top_rung};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Issue, Role};
use crate::layout::gap::{LadderLayout, Light, ladder_layout};
use crate::layout::text;
use crate::messages::{Locale, Msg};

/// Letters of the rungs, in pixels.
const NAME: f64 = 13.0;
/// Height of a line of a side's name.
const LINE: f64 = 15.0;

/// Draws an issue's ladder at a date in `width` pixels; its height follows from the rungs and their names.
///
/// Who expects stands at the left, who offers at the right. A rung is lit that is asked for and not offered: solid where
/// that is sure, pale where it is possible.
///
/// Classes, for `styles/gap.css`: `light`, `light-pale`, `rung` (`end`), `rung-number` and `rung-name` (`stood`, `lit`, `pale`),
/// `ladder-side` and `ladder-none` for the sides' headings, `stand` and `bracket` with `side-a|side-b|side-other`,
/// `ladder-total` for the line below.
pub fn ladder(dossier: &Dossier, issue: &Issue, on: Day, width: f64, locale: Locale) -> Scene {
    let found = daylight(issue, on);
    let mut marks = Vec::new();
    let sides = [
        (issue.gap.expects.as_str(), Role::Expects, found.expects, found.expects.map(|stand| stand.low)),
        (issue.gap.offers.as_str(), Role::Offers, found.offers, found.offers.map(|stand| stand.high)),
    ];
    let mut top: f64 = 0.0;
    for (party, role, stand, _) in sides {
        top = top.max(heading(dossier, party, role, stand, width, locale, &mut marks));
    }
    let layout = ladder_layout(issue, found, locale.tag(), width, top + 6.0, NAME);
    rows(&layout, width, &mut marks);
    for (party, role, stand, facing) in sides {
        if let (Some(stand), Some(facing)) = (stand, facing) {
            let (x, inward) = match role {
                Role::Expects => (layout.column / 2.0 - 2.0, 1.0),
                Role::Offers => (width - layout.column / 2.0 + 2.0, -1.0),
            };
            stands(dossier, party, stand, facing, x, inward, &layout, &mut marks);
        }
    }
    let words = locale.say(Msg::Daylight(found.state, top_rung(issue)));
    let height = layout.bottom + 24.0;
    marks.push(Mark::Text {
        class: "ladder-total",
        x: round(width / 2.0),
        y: round(layout.bottom + 17.0),
        anchor: Anchor::Middle,
        text: words.clone(),
    });
    let title = locale.say(Msg::LadderTitle { title: issue.title.get(locale.tag()), on });
    let description = [
        stand_words(dossier, issue, Role::Expects, on, locale),
        stand_words(dossier, issue, Role::Offers, on, locale),
        locale.say(Msg::IssueOn { apart: found.state, top: top_rung(issue), on }),
    ]
    .join(" ");
    Scene { width: round(width), height: round(height), title, description, marks }
}

/// A side's name over its column, on at most two lines, and below it that nothing is on record where nothing is. Gives the
/// height it took.
fn heading(
    dossier: &Dossier,
    party: &str,
    role: Role,
    stand: Option<Stand>,
    width: f64,
    locale: Locale,
    marks: &mut Vec<Mark>,
) -> f64 {
    let (x, anchor) = match role {
        Role::Expects => (0.0, Anchor::Start),
        Role::Offers => (round(width), Anchor::End),
    };
    let room = width / 2.0 - 6.0;
    let mut y = SIZE;
    for text in role_words(party_name(dossier, party, locale), role, room, 2, locale).lines {
        let class =
            by_side(dossier, party, ["ladder-side side-a", "ladder-side side-b", "ladder-side side-other"]);
        marks.push(Mark::Text { class, x, y, anchor, text });
        y += LINE;
    }
    if stand.is_none() {
        for text in text::wrap(&locale.say(Msg::NothingOnRecord), SIZE, room, 2).lines {
            marks.push(Mark::Text { class: "ladder-none", x, y, anchor, text });
            y += LINE;
        }
    }
    y - SIZE + 4.0
}

fn rows(layout: &LadderLayout, width: f64, marks: &mut Vec<Mark>) {
    let (left, right) = (layout.column, width - layout.column);
    // Neighbouring rows in the same light are one mark.
    for run in layout.rows.chunk_by(|a, b| a.light == b.light) {
        let class = match run.first().map(|row| row.light) {
            Some(Light::Sure) => "light",
            Some(Light::Possible) => "light-pale",
            _ => continue,
        };
        let y = run.last().map_or(0.0, |row| row.y);
        let height = round(layout.row * run.len() as f64);
        marks.push(Mark::Rect {
            class,
            x: left,
            y: round(y),
            width: round(right - left),
            height,
            radius: 0.0,
        });
    }
    let mut line = |class, y: f64| {
        marks.push(Mark::Line { class, x1: left, y1: round(y), x2: round(right), y2: round(y) });
    };
    line("rung end", layout.bottom);
    for row in &layout.rows {
        line(if row.y <= layout.top { "rung end" } else { "rung" }, row.y);
    }
    for row in &layout.rows {
        let (number, name) = match (row.light, row.stood) {
            (Light::Sure, true) => ("rung-number lit", "rung-name stood lit"),
            (Light::Sure, false) => ("rung-number lit", "rung-name lit"),
            (Light::Possible, true) => ("rung-number pale", "rung-name stood"),
            (Light::Possible, false) => ("rung-number pale", "rung-name pale"),
            (_, true) => ("rung-number", "rung-name stood"),
            (_, false) => ("rung-number", "rung-name"),
        };
        let line = NAME * 1.2;
        let first = row.y + layout.row / 2.0 + NAME * 0.36 - (row.lines.len() as f64 - 1.0) * line / 2.0;
        let x = round(layout.column + 8.0);
        marks.push(Mark::Text {
            class: number,
            x,
            y: round(first),
            anchor: Anchor::Start,
            text: row.rung.to_string(),
        });
        for (index, text) in row.lines.iter().enumerate() {
            marks.push(Mark::Text {
                class: name,
                x: round(layout.label_x),
                y: round(first + index as f64 * line),
                anchor: Anchor::Start,
                text: text.clone(),
            });
        }
    }
}

/// A side on its rungs: a mark on the rung that faces the other side; a bracket from there over the rungs
/// its position can mean.
#[allow(clippy::too_many_arguments, reason = "a helper of one function")]
fn stands(
    dossier: &Dossier,
    party: &str,
    stand: Stand,
    facing: u8,
    x: f64,
    inward: f64,
    layout: &LadderLayout,
    marks: &mut Vec<Mark>,
) {
    if stand.low < stand.high {
        let far = if facing == stand.low { stand.high } else { stand.low };
        let (from, to) = (num(layout.middle(facing)), num(layout.middle(far)));
        let (spine, tip) = (num(x), num(x + inward * 10.0));
        let class = by_side(dossier, party, ["bracket side-a", "bracket side-b", "bracket side-other"]);
        marks.push(Mark::Path { class, d: format!("M{spine} {from}V{to}H{tip}") });
    }
    let class = by_side(dossier, party, ["stand side-a", "stand side-b", "stand side-other"]);
    marks.push(stand_mark(class, x, layout.middle(facing)));
}
