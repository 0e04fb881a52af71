//! The two sides: exactly one party each, and every gap lies between them.

use super::super::code::Code;
use super::super::report::Report;
use super::super::tree::Node;
use super::super::typed::Typed;

pub fn check(typed: &Typed<'_>, report: &mut Report) {
    if typed.may_be_hidden("Party", "parties") {
        return;
    }
    side_counts(typed, report);
    gaps(typed, report);
}

fn side_counts(typed: &Typed<'_>, report: &mut Report) {
    let parties = typed.of("Party");
    for side in ["a", "b"] {
        let of_side: Vec<&Node<'_>> = parties
            .iter()
            .filter_map(|party| party.node.get("side").filter(|node| node.as_str() == Some(side)))
            .collect();
        match (of_side.as_slice(), parties.first()) {
            ([], Some(first)) => {
                let message = format!("no party is side {side}");
                let fix = format!("give the party on that side \"side\": \"{side}\"");
                report.add(Code::SideCount, first.node.opening(), message, fix);
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
