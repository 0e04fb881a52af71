//! Ladders and positions: rungs count 0, 1, 2; every position stands on them, in a role that its party has.

use std::collections::BTreeMap;

use super::super::code::Code;
use super::super::report::Report;
use super::super::tree::Node;
use super::super::typed::{Label, Typed};

pub fn check(typed: &Typed<'_>, report: &mut Report) {
    for issue in typed.of("Issue") {
        numbering(issue.node, issue.record, report);
        let positions = issue.node.list("positions");
        for position in positions {
            range(position, "low", "high", issue.record, report);
            rungs(position, issue.node, issue.record, report);
            role(position, issue.node, issue.record, report);
        }
        same_day(positions, issue.record, report);
    }
    for estimate in typed.of("Estimate") {
        range(estimate.node, "years_low", "years_high", estimate.record, report);
    }
}

fn numbering(issue: &Node<'_>, record: Label<'_>, report: &mut Report) {
    let Some(ladder) = issue.entry("ladder") else { return };
    let rungs = ladder.node.items();
    if rungs.len() < 2 {
        if ladder.node.kind() == "a list" {
            let message = format!("the ladder of {record} has no two rungs");
            let fix = "write rung 0 (nothing) and at least one above it";
            report.add(Code::LadderNumbering, ladder.node.opening(), message, fix);
        }
        return;
    }
    for (expected, rung) in rungs.iter().enumerate() {
        let Some(number) = rung.get("rung") else { continue };
        let Some(written) = number.as_integer() else { continue };
        if i64::try_from(expected) != Ok(written) {
            let message =
                format!("the ladder of {record} must count 0, 1, 2: here {expected}, not {written}");
            report.add(Code::LadderNumbering, number.span, message, format!("write {expected}"));
            return;
        }
    }
}

fn range(holder: &Node<'_>, low: &str, high: &str, record: Label<'_>, report: &mut Report) {
    let (Some(lower), Some(upper)) = (holder.get(low), holder.get(high)) else { return };
    if let (Some(least), Some(most)) = (lower.as_number(), upper.as_number())
        && least > most
    {
        let message = format!("`{low}` ({least}) is above `{high}` ({most}) in {record}");
        let fix = format!("write the smaller number as `{low}`");
        report.add_related(Code::LowAboveHigh, lower.span, message, fix, (upper.span, "the other end"));
    }
}

fn rungs(position: &Node<'_>, issue: &Node<'_>, record: Label<'_>, report: &mut Report) {
    let count = issue.list("ladder").len();
    let Ok(top) = i64::try_from(count.saturating_sub(1)) else { return };
    if count == 0 {
        return;
    }
    for end in ["low", "high"].into_iter().filter_map(|end| position.get(end)) {
        let Some(rung) = end.as_integer().filter(|rung| *rung > top) else { continue };
        let message = format!("rung {rung} is not on the ladder of {record}, which ends at {top}");
        report.add(Code::RungOutsideLadder, end.span, message, format!("write a rung from 0 to {top}"));
    }
}

fn role(position: &Node<'_>, issue: &Node<'_>, record: Label<'_>, report: &mut Report) {
    let (Some(party), Some(role)) = (position.get("party"), position.text("role")) else { return };
    let Some(wanted) = issue.get("gap").and_then(|gap| gap.text(role)) else { return };
    if let Some(id) = party.as_str().filter(|id| *id != wanted) {
        let message = format!("in {record} it is `{wanted}` that {role}, not `{id}`");
        let fix = format!("write `{wanted}`, change `role`, or change the `gap` of the issue");
        report.add(Code::WrongRole, party.span, message, fix);
    }
}

/// The newest position is the one in force, so two of one day have no order.
fn same_day(positions: &[Node<'_>], record: Label<'_>, report: &mut Report) {
    let mut first = BTreeMap::new();
    for position in positions {
        let (Some(party), Some(role), Some(from)) =
            (position.text("party"), position.text("role"), position.get("from"))
        else {
            continue;
        };
        let Some(day) = from.as_str() else { continue };
        if let Some(earlier) = first.insert((party, role, day), from) {
            let message =
                format!("`{party}` has two positions from {day} on in {record}; the later one counts");
            let fix = "make them one position with a range, or give them different days";
            report.add_related(
                Code::SameDayPositions,
                from.span,
                message,
                fix,
                (earlier.span, "the other one"),
            );
        }
    }
}
