//! Dates: every one is a date, stretches run forward, histories stand oldest first, as-of dates and what happened lie in the dossier's time.

use std::collections::BTreeSet;

use super::super::super::date::{Day, Edtf, refusal};
use super::super::code::Code;
use super::super::report::Report;
use super::super::tree::{Node, Value};
use super::super::typed::Typed;
use super::super::walk::shorten;

/// Objects with a first and a last day: shape, fields, what is wrong if they are the wrong way round.
const STRETCHES: [(&str, &str, &str, Code); 3] = [
    ("Span", "from", "to", Code::EndBeforeStart),
    ("Pause", "start", "end", Code::EndBeforeStart),
    ("Position", "from", "until", Code::UntilBeforeFrom),
];

/// Histories: shape, the field with the list, the date of an entry.
const HISTORIES: [(&str, &str, &str); 2] = [("Commitment", "status", "on"), ("Process", "meetings", "date")];

/// Fields with a day that the as-of date can be set to.
const AS_OF: [(&str, &str); 3] = [("Meta", "default_as_of"), ("Preset", "on"), ("StepView", "on")];

/// What happened on a date that the dossier's time should hold.
const HAPPENED: [(&str, &str); 4] =
    [("Event", "date"), ("Position", "from"), ("Status", "on"), ("Meeting", "date")];

/// What is further from everything else is of another calendar or has a slip in its year; what is nearer may be background.
const YEARS_APART: i32 = 90;

pub fn check(typed: &Typed<'_>, report: &mut Report) {
    days(typed, report);
    edtf(typed, report);
    stretches(typed, report);
    histories(typed, report);
    let Some(span) = typed.of("Span").first() else { return };
    let (Some((_, from)), Some((_, to))) = (day(span.node, "from"), day(span.node, "to")) else { return };
    as_of_dates(typed, (from, to), report);
    // One that runs backwards holds nothing, which is told.
    if from <= to {
        far_off(typed, span.node, (from, to), report);
    }
}

fn days(typed: &Typed<'_>, report: &mut Report) {
    for seen in typed.of("Day") {
        let Some(text) = seen.node.as_str().filter(|text| Day::parse(text).is_none()) else { continue };
        let message = match refusal(text, shorten) {
            None => format!("{} must be one day, and \"{text}\" is not", seen.place()),
            Some(wrong) => wrong.message,
        };
        report.add(Code::BadDate, seen.node.span, message, "write the day as YYYY-MM-DD");
    }
}

fn edtf(typed: &Typed<'_>, report: &mut Report) {
    for seen in typed.of("Edtf") {
        let Some(text) = seen.node.as_str() else { continue };
        let Some(wrong) = refusal(text, shorten) else { continue };
        let code = if wrong.ends_before_it_starts { Code::EndBeforeStart } else { Code::BadDate };
        report.add(code, seen.node.span, wrong.message, wrong.fix);
    }
}

fn day<'n, 't>(holder: &'n Node<'t>, field: &str) -> Option<(&'n Node<'t>, Day)> {
    let node = holder.get(field)?;
    Some((node, Day::parse(node.as_str()?)?))
}

fn stretches(typed: &Typed<'_>, report: &mut Report) {
    for (name, from, to, code) in STRETCHES {
        for seen in typed.of(name) {
            if let (Some((start, first)), Some((end, last))) = (day(seen.node, from), day(seen.node, to))
                && last < first
            {
                let message =
                    format!("`{to}` ({last}) is before `{from}` ({first}) in {}", seen.record.part(name));
                let fix = format!("write the earlier day as `{from}`");
                report.add_related(code, end.span, message, fix, (start.span, "it starts here"));
            }
        }
    }
}

fn histories(typed: &Typed<'_>, report: &mut Report) {
    for (name, list, field) in HISTORIES {
        for seen in typed.of(name) {
            let dated = seen.node.list(list).iter().filter_map(|entry| {
                let node = entry.get(field)?;
                Some((node, Edtf::parse(node.as_str()?).ok()?.anchor()))
            });
            let mut latest: Option<(&Node<'_>, Day)> = None;
            for (node, on) in dated {
                match latest {
                    Some((earlier, before)) if on < before => {
                        let message = format!(
                            "`{list}` of {} must stand oldest first, and {on} follows {before}",
                            seen.record
                        );
                        let fix = "move the entry to its place in time";
                        report.add_related(
                            Code::OutOfOrder,
                            node.span,
                            message,
                            fix,
                            (earlier.span, "the later one"),
                        );
                    }
                    _ => latest = Some((node, on)),
                }
            }
        }
    }
}

fn as_of_dates(typed: &Typed<'_>, (from, to): (Day, Day), report: &mut Report) {
    for (name, field) in AS_OF {
        for seen in typed.of(name) {
            let Some((node, on)) = day(seen.node, field).filter(|(_, on)| *on < from || *on > to) else {
                continue;
            };
            let message = format!("{on} lies outside the time the dossier covers, {from} to {to}");
            report.add(
                Code::OutsideSpan,
                node.span,
                message,
                "choose a day inside it, or widen `span` in `meta`",
            );
        }
    }
}

/// What happened after the dossier's time, which no as-of date reaches, and what happened far before it and before everything else. A span
/// may begin later than the background that its events tell of; one that holds no event at all is another's.
fn far_off(typed: &Typed<'_>, span: &Node<'_>, (from, to): (Day, Day), report: &mut Report) {
    const FIX: &str =
        "correct the date (years as in 2018, not Jalali or Hijri ones), or widen `span` in `meta`";
    let references: BTreeSet<&str> = typed
        .of("Process")
        .iter()
        .filter(|seen| matches!(seen.node.get("reference").map(|node| &node.value), Some(Value::Bool(true))))
        .filter_map(|seen| seen.record.id)
        .collect();
    let references = &references;
    let dated = HAPPENED.iter().flat_map(|(name, field)| {
        typed.of(name).iter().filter_map(move |seen| {
            let node = seen.node.get(field)?;
            // A negotiation that is there to be compared with may be of any time.
            let compared = *name == "Meeting" && seen.record.id.is_some_and(|id| references.contains(id));
            Some((Edtf::parse(node.as_str()?).ok()?, node, *name, seen.record)).filter(|_| !compared)
        })
    });
    let mut dated: Vec<_> = dated.collect();
    let mut events = dated.iter().filter(|(_, _, name, _)| *name == "Event").peekable();
    let inside = |date: &Edtf| date.first() <= to && from <= date.last();
    if typed.event_table.is_none() && events.peek().is_some() && !events.any(|(date, ..)| inside(date)) {
        let message = format!("no event lies in the time the dossier covers, {from} to {to}");
        report.add(Code::OutsideSpan, span.span, message, FIX);
        return;
    }
    dated.sort_by_key(|(date, ..)| std::cmp::Reverse(date.last()));
    let mut reached = from.year();
    for (date, node, name, record) in dated {
        let year = date.last().year();
        let what = record.part(name);
        let message = if date.first() > to {
            format!("{what} is of {date}, after the time the dossier covers, which ends on {to}")
        } else if year < reached - YEARS_APART {
            format!(
                "{what} is of {date}, {} years before the dossier’s time and all that is near it",
                reached - year
            )
        } else {
            reached = reached.min(year);
            continue;
        };
        report.add(Code::OutsideSpan, node.span, message, FIX);
    }
}
