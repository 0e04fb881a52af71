//! What the page of the method says in English.

use super::{Counted, MethodMsg, Term, percent, worked};
use crate::analysis::State;
use crate::messages::en::{citation, day, quoted};

fn term(term: Term) -> (&'static str, &'static str) {
    match term {
        Term::Issue => ("issue", "One act that one side wants of the other, or of both."),
        Term::Ladder => (
            "ladder, rung",
            "The named steps of an issue, from 0 (nothing) up to the most that anyone asked. Rungs are in order; nothing is said of the distance between two of them.",
        ),
        Term::Position => (
            "position",
            "From a day on, and sometimes until one, a party expects or offers a rung, or a range low..high where its officials disagree or its words are vague. Each position cites at least one source.",
        ),
        Term::AsOf => {
            ("as-of date", "The day for which a question is asked. Every number on the page belongs to one.")
        }
        Term::InForce => (
            "E and O",
            "E is the newest expectation in force on the as-of date, O the newest offer in force.",
        ),
        Term::Daylight => ("daylight", "How far O falls short of E, as a range least..most of rungs."),
        Term::TurningPoint => (
            "turning point",
            "A date on which the daylight of some issue changes, joined to the event that the new position names, which may be of another day. Where a position only runs out, no event is joined.",
        ),
    }
}

fn state(state: State) -> (&'static str, &'static str) {
    match state {
        State::Apart { .. } => ("apart", "least > 0: whatever each side means, the offer falls short."),
        State::WithinReach { .. } => (
            "within reach",
            "least = 0 and most > 0: the ranges touch or overlap, but the offer does not cover the whole expectation.",
        ),
        State::Met => (
            "met",
            "most = 0: the offer covers the whole expectation. An offer beyond it is met too; less than zero is counted as zero.",
        ),
        State::Unknown => (
            "unknown",
            "E or O is missing. It is counted and shown as unknown, never drawn or averaged as zero.",
        ),
    }
}

fn in_force(index: u8) -> &'static str {
    match index {
        0 => {
            "A position is in force from its first day to its last, both included; without a last day it has no end of its own."
        }
        1 => {
            "Of several in force, the one with the latest first day counts; of several from the same day, the one that stands last in the file."
        }
        2 => {
            "So a position without a last day holds until a newer one replaces it. Where the newer one has run out, the newest that is still in force counts again."
        }
        3 => {
            "Only positions of the two parties that the issue compares are counted: one expects, the other offers."
        }
        _ => "Rungs are whole numbers. Nothing is rounded before a share is asked for.",
    }
}

fn mark_meaning(index: u8) -> &'static str {
    match index {
        0 => {
            "Confidence: high where the words themselves were read or several good sources agree; medium where sources are few or the wording leaves room; low where there is one side\u{2019}s account or a single thin source."
        }
        1 => "Judgement call: a fair reader could choose another rung. The note says why.",
        2 => {
            "Note: what a reader must know besides, such as a dispute, a doubt, or the reason for this reading."
        }
        _ => "Checked twice: a second reader checked the record on the day given.",
    }
}

fn known(counts: Counted) -> String {
    let Counted { apart, within, met, unknown } = counts;
    format!("{apart} apart, {within} within reach, {met} met, {unknown} unknown")
}

fn rungs(low: u8, high: u8) -> String {
    if low == high { low.to_string() } else { format!("{low}\u{2013}{high}") }
}

pub(super) fn english(msg: MethodMsg<'_>) -> String {
    use MethodMsg as Say;
    match msg {
        Say::Link => "The whole method: formula, a worked example, every judgement call".to_owned(),
        Say::Heading => "Method".to_owned(),
        Say::Lede => {
            "How the daylight between two sides is coded and computed, with an example worked from this record, every judgement call in it, and how to cite it.".to_owned()
        }
        Say::Contents => "On this page".to_owned(),
        Say::Terms => "Terms".to_owned(),
        Say::Formula => "The formula".to_owned(),
        Say::Example => "An example, worked".to_owned(),
        Say::AllIssues => "Every issue on that day".to_owned(),
        Say::Coding => "How this record was made".to_owned(),
        Say::Marks => "How sure the record is".to_owned(),
        Say::Calls => "Judgement calls".to_owned(),
        Say::Others => "Other records in doubt".to_owned(),
        Say::Corrections => "Corrections".to_owned(),
        Say::Version => "Version, licence, citation".to_owned(),
        Say::Term(of) => term(of).0.to_owned(),
        Say::Meaning(of) => term(of).1.to_owned(),
        Say::FormulaAbout => {
            "For one issue on one day. low and high are the lowest and the highest rung that the position can mean; for a single rung they are the same.".to_owned()
        }
        Say::Least => "least = max(0, E.low \u{2212} O.high)".to_owned(),
        Say::Most => "most = max(0, E.high \u{2212} O.low)".to_owned(),
        Say::InForce(index) => in_force(index).to_owned(),
        Say::StateName(of) => state(of).0.to_owned(),
        Say::StateRule(of) => state(of).1.to_owned(),
        Say::State => "State".to_owned(),
        Say::When => "Where".to_owned(),
        Say::Shares => {
            "The share of an issue is its daylight in rungs divided by its top rung. For all issues together it is the mean of least and of most over the issues that are known, each weighing the same unless the reader sets weights. This is ordinal coding: rungs are counted, and a share says how much of a ladder lies between the sides, not how strongly anyone felt. The days on which the sides stood closest and farthest apart are chosen by least, then by most, among those on which the most issues are known.".to_owned()
        }
        Say::Orders => {
            "The widest issue is the one whose least is the greatest share of its ladder, and among equals the one whose most is; issues equal in both are equally wide. \u{201c}Widest first\u{201d} orders issues so, equally wide ones as the dossier lists them and the unknown last; the text of one issue\u{2019}s chart, which has one ladder, compares rungs. \u{201c}Most changed first\u{201d} adds up how far least and most each went, whether up or down, between the day chosen and the as-of date, as a share of the ladder; issues unknown on either day stand last.".to_owned()
        }
        Say::Issue => "Issue".to_owned(),
        Say::Expects => "Expected (E)".to_owned(),
        Say::Offers => "Offered (O)".to_owned(),
        Say::Daylight => "Daylight, rungs".to_owned(),
        Say::Nothing => "no position in force".to_owned(),
        Say::CodingAbout => {
            "Rules of coding, what counts from when, and what happens where sources disagree, in the words of the dossier.".to_owned()
        }
        Say::NoCoding => "The dossier does not say how it was made.".to_owned(),
        Say::MarkMeaning(index) => mark_meaning(index).to_owned(),
        Say::NoCalls => "No position is marked as a judgement call, in doubt or with a note.".to_owned(),
        Say::SetBy => "Set by".to_owned(),
        Say::OthersAbout => "Records other than positions that are marked with medium or low confidence.".to_owned(),
        Say::NoOthers => "None is marked with medium or low confidence.".to_owned(),
        Say::VersionCheck => {
            "The version is the first twelve hexadecimal digits of the SHA-256 of dossier.json, so anybody can check which content a number was computed from. Every change of the content changes it.".to_owned()
        }
        Say::NoExample { on } => {
            format!("On {} nothing can be computed: no issue has both positions.", day(on))
        }
        Say::ExampleAbout { on } => format!(
            "No issue has wider daylight on {}, the date the page opens with. The numbers are computed from the record when this page is built.",
            day(on)
        ),
        Say::LeastWorked { expects, offers, least } => worked("least", expects, offers, least),
        Say::MostWorked { expects, offers, most } => worked("most", expects, offers, most),
        Say::ShareWorked { least, most, top } => format!(
            "share = {least} / {top} to {most} / {top} = {}% to {}%",
            percent(least, top),
            percent(most, top)
        ),
        Say::Since(on) => format!("since {}", day(on)),
        Say::AllIssuesAbout { on } => format!("As of {}.", day(on)),
        Say::MeanWorked { least, most, counts } => format!(
            "Mean over the {} known issues: {least}% to {most}% of the ladders ({}).",
            counts.apart + counts.within + counts.met,
            known(counts)
        ),
        Say::NoMean { counts } => format!("No mean: no issue is known ({}).", known(counts)),
        Say::Rungs { low, high } => rungs(low, high),
        Say::MarkCounts { positions, high, medium, low, judgement, noted, audited } => {
            format!(
                "Of {positions} positions {high} are of high, {medium} of medium and {low} of low confidence. {judgement} are judgement calls, {noted} have a note, {audited} were checked by a second reader."
            )
        }
        Say::CallsAbout { open, judgement } => format!(
            "{open} positions that a fair reader could dispute: {judgement} are marked as judgement calls, the others are of medium or low confidence or have a note. Each leads to its issue, where its own words and its sources stand."
        ),
        Say::CallsOf { title, open } => format!("{title} ({open})"),
        Say::VersionIs { version } => format!("Content version {version}."),
        Say::CitePage { dossier, checked, version, address } => {
            let of = format!("{}, in {}", quoted("Method"), quoted(dossier));
            let mut text = citation(&of, checked, version);
            if !address.is_empty() {
                text += &format!(" {address}");
            }
            text
        }
        Say::CiteView { on } => format!(
            "To cite what a view shows on a day, give its address with the as-of date and the section, for example as of {}:",
            day(on)
        ),
    }
}
