//! Sources: every claim cites one, every one is cited, every quotation says whose words it is.

use std::collections::BTreeSet;

use super::super::code::Code;
use super::super::report::Report;
use super::super::tree::{Node, Value};
use super::super::typed::Typed;
use super::ids::{REFERENCES, ids_in};

/// Records that say something of the world, and so need a source.
const CLAIMS: [&str; 15] = [
    "Event",
    "Reading",
    "Position",
    "Clause",
    "ClauseReading",
    "Term",
    "TermReading",
    "Estimate",
    "Commitment",
    "Status",
    "Meeting",
    "NuclearTest",
    "YearCount",
    "TestDay",
    "Pause",
];

pub fn check(typed: &Typed<'_>, report: &mut Report) {
    claims(typed, report);
    uncited(typed, report);
    quotes(typed, report);
}

fn claims(typed: &Typed<'_>, report: &mut Report) {
    for name in CLAIMS.into_iter().chain(["Argument"]) {
        for claim in typed.of(name) {
            let at = match claim.node.entry("sources") {
                Some(entry) if matches!(&entry.node.value, Value::List(list) if list.is_empty()) => {
                    entry.node.span
                }
                Some(_) => continue,
                // The schema reports the argument's missing list.
                None if name == "Argument" => continue,
                None => claim.node.opening(),
            };
            let message = format!("{} cites no source", claim.record.part(name));
            report.add(
                Code::ClaimWithoutSource,
                at,
                message,
                "add the id of at least one source to `sources`",
            );
        }
    }
}

fn uncited(typed: &Typed<'_>, report: &mut Report) {
    // A source may be cited in the table alone.
    if !typed.complete || typed.event_table.is_some() {
        return;
    }
    let mut cited: BTreeSet<&str> = BTreeSet::new();
    for (name, field, _) in REFERENCES.iter().filter(|(_, _, (part, _))| *part == "sources") {
        for holder in typed.of(name) {
            cited.extend(ids_in(holder.node, field).map(|(_, id)| id));
        }
    }
    for source in typed.of("Source") {
        let Some(id) = source.node.get("id") else { continue };
        let Some(text) = id.as_str().filter(|id| !cited.contains(id)) else { continue };
        let message = format!("nothing cites source `{text}`");
        report.add(Code::UncitedSource, id.span, message, "cite it where it belongs, or remove it");
    }
}

/// The fields must be there by the schema; here, something must stand in them.
fn quotes(typed: &Typed<'_>, report: &mut Report) {
    let needs = "a quote needs its words, who said them, when, and the source that carries them";
    let original_needs = "an original needs its words, their language, and the source that carries them";
    for (record, name, fields, fix) in [
        ("Quote", "a quote", &["text", "by", "source"][..], needs),
        ("Original", "an original", &["text", "source"], original_needs),
    ] {
        for quote in typed.of(record) {
            for field in fields {
                let Some(node) = quote.node.get(field).filter(|node| is_blank(node)) else { continue };
                let message = format!("the `{field}` of {name} of {} is empty", quote.record);
                report.add(Code::IncompleteQuote, node.span, message, fix);
            }
        }
    }
}

fn is_blank(node: &Node<'_>) -> bool {
    node.as_str().is_some_and(|text| text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::super::schema::Shapes;
    use super::*;

    #[test]
    fn whatever_has_sources_is_a_claim() {
        let shapes = Shapes::of_dossier();
        for name in shapes.names() {
            let has_sources = shapes.fields_of(name).iter().any(|field| field.name == "sources");
            assert_eq!(has_sources, CLAIMS.contains(&name) || name == "Argument", "{name}");
        }
    }
}
