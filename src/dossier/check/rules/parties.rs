//! The two sides: exactly one party each, and every gap lies between them.

use super::super::code::Code;
use super::super::report::Report;
use super::super::tree::{Node, Value};
use super::super::typed::{Seen, Typed};
use super::super::walk::shorten;

pub fn check(typed: &Typed<'_>, report: &mut Report) {
    if typed.may_be_hidden("Party", "parties") {
        return;
    }
    if side_counts(typed, report) {
        gaps(typed, report);
    }
}

/// Whether each side has exactly one party; without that, no gap can be judged.
fn side_counts(typed: &Typed<'_>, report: &mut Report) -> bool {
    let mut sound = true;
    let parties = typed.of("Party");
    // A side outside the list is reported as such; whose it was meant to be is not known.
    let misspelt = parties
        .iter()
        .filter_map(|party| party.node.get("side"))
        .any(|side| !matches!((side.as_str(), &side.value), (Some("a" | "b"), _) | (None, Value::Null)));
    // Nor is it where an item of the list is no party at all.
    let unreadable = typed.parties.is_some_and(|list| list.items().len() != parties.len());
    for side in ["a", "b"] {
        let of_side: Vec<&Node<'_>> = parties
            .iter()
            .filter_map(|party| party.node.get("side").filter(|node| node.as_str() == Some(side)))
            .collect();
        sound &= of_side.len() == 1;
        match (of_side.as_slice(), typed.parties) {
            // At the list: which of its parties it should be is for the author to say.
            ([], Some(list)) if !misspelt && !unreadable => {
                let message = format!("no party is side {side}");
                report.add(Code::SideCount, list.opening(), message, nobody(side, parties));
            }
            ([first, others @ ..], _) => {
                for other in others {
                    report.add_related(
                        Code::SideCount,
                        other.span,
                        format!("a second party is side {side}"),
                        "exactly one party is side a and one is side b; leave `side` out for all others",
                        (first.span, "the first one is here"),
                    );
                }
            }
            _ => {}
        }
    }
    sound
}

/// What to do where no party is this side; the parties without a side are named, since it is one of them or none yet.
fn nobody(side: &str, parties: &[Seen<'_>]) -> String {
    const NAMED: usize = 8;
    let free: Vec<String> = parties
        .iter()
        .filter(|party| party.node.text("side").is_none())
        .filter_map(|party| party.node.text("id"))
        .map(|id| format!("`{}`", shorten(id)))
        .collect();
    let more = if free.len() > NAMED { " …" } else { "" };
    let named = free.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    if named.is_empty() {
        return format!("add the party on that side, with \"side\": \"{side}\"");
    }
    format!("give the party on that side \"side\": \"{side}\"; without a side so far: {named}{more}")
}

/// Daylight is measured between the two sides, so one of them expects and the other offers.
fn gaps(typed: &Typed<'_>, report: &mut Report) {
    let side_of = |id: &str| {
        let party = typed.of("Party").iter().find(|party| party.node.text("id") == Some(id))?;
        Some(party.node.text("side"))
    };
    for gap in typed.of("Gap") {
        let ends = ["expects", "offers"].map(|end| gap.node.get(end));
        for end in ends.into_iter().flatten() {
            let Some(id) = end.as_str() else { continue };
            if side_of(id) == Some(None) {
                let message = format!("the gap of {} names `{id}`, which is neither side", gap.record);
                report.add(Code::GapNotSides, end.span, message, "name the parties with side a and side b");
            }
        }
        if let [Some(expects), Some(offers)] = ends
            && expects.as_str().is_some()
            && expects.as_str() == offers.as_str()
        {
            let message = format!("in the gap of {} one party both expects and offers", gap.record);
            report.add(Code::GapNotSides, offers.span, message, "one side expects, the other offers");
        }
    }
}
