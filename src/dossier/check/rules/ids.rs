//! Ids: their form, no id twice, and every reference resolves.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::id::{id_advice, is_id};
use super::super::code::Code;
use super::super::report::Report;
use super::super::similar::nearest;
use super::super::tree::Node;
use super::super::typed::{Typed, noun};
use super::super::walk::shorten;

/// The lists that ids are looked up in: the part of the dossier, and the shape of its records.
const PARTIES: (&str, &str) = ("parties", "Party");
const SOURCES: (&str, &str) = ("sources", "Source");
const EVENTS: (&str, &str) = ("events", "Event");
const ISSUES: (&str, &str) = ("issues", "Issue");
const CLAUSES: (&str, &str) = ("documents", "Clause");

/// Every field that holds ids: the shape it belongs to, its name, the list it is looked up in.
pub const REFERENCES: &[(&str, &str, (&str, &str))] = &[
    ("Event", "parties", PARTIES),
    ("Event", "sources", SOURCES),
    ("Reading", "party", PARTIES),
    ("Reading", "sources", SOURCES),
    ("Quote", "source", SOURCES),
    ("Original", "source", SOURCES),
    ("Issue", "actors", PARTIES),
    ("Gap", "expects", PARTIES),
    ("Gap", "offers", PARTIES),
    ("Position", "party", PARTIES),
    ("Position", "event", EVENTS),
    ("Position", "sources", SOURCES),
    ("Clause", "sources", SOURCES),
    ("ClauseReading", "party", PARTIES),
    ("ClauseReading", "sources", SOURCES),
    ("Term", "sources", SOURCES),
    ("TermReading", "party", PARTIES),
    ("TermReading", "sources", SOURCES),
    ("Estimate", "party", PARTIES),
    ("Estimate", "sources", SOURCES),
    ("Commitment", "by", PARTIES),
    ("Commitment", "to", PARTIES),
    ("Commitment", "clause", CLAUSES),
    ("Commitment", "sources", SOURCES),
    ("Status", "sources", SOURCES),
    ("Process", "parties", PARTIES),
    ("Meeting", "sources", SOURCES),
    ("ArmsTests", "definition_sources", SOURCES),
    ("NuclearTest", "sources", SOURCES),
    ("YieldEstimate", "source", SOURCES),
    ("YearCount", "sources", SOURCES),
    ("TestDay", "sources", SOURCES),
    ("Pause", "sources", SOURCES),
    ("Argument", "sources", SOURCES),
    ("Step", "supports", EVENTS),
    ("Step", "complicates", EVENTS),
    ("StepView", "event", EVENTS),
    ("StepView", "issue", ISSUES),
];

pub fn check(typed: &Typed<'_>, report: &mut Report) {
    for (name, records) in typed.all() {
        let mut first: BTreeMap<&str, &Node<'_>> = BTreeMap::new();
        for record in records {
            let Some(id) = record.node.get("id") else { continue };
            let Some(text) = id.as_str() else { continue };
            form(name, id, text, report);
            if let Some(earlier) = first.get(text) {
                report.add_related(
                    Code::DuplicateId,
                    id.span,
                    format!("two records of kind {} have the id `{}`", noun(name), shorten(text)),
                    "give one of them another id, or remove it",
                    (earlier.span, "the first one is here"),
                );
            } else {
                first.insert(text, id);
            }
        }
    }
    references(typed, report);
}

fn form(name: &str, id: &Node<'_>, text: &str, report: &mut Report) {
    if !is_id(text) {
        let message = format!("`{}` cannot be the id of a record of kind {}", shorten(text), noun(name));
        report.add(Code::BadId, id.span, message, id_advice(text));
    }
}

/// The ids of all records of a shape, whether the rest of the record is sound or not.
pub fn ids_of<'t>(typed: &Typed<'t>, name: &str) -> BTreeSet<&'t str> {
    typed.of(name).iter().filter_map(|record| record.node.text("id")).collect()
}

/// The ids that a field holds: one, or a list of them.
pub fn ids_in<'n, 't>(holder: &'n Node<'t>, field: &str) -> impl Iterator<Item = (&'n Node<'t>, &'n str)> {
    let value = holder.get(field);
    value.into_iter().chain(holder.list(field)).filter_map(|node| node.as_str().map(|id| (node, id)))
}

fn references(typed: &Typed<'_>, report: &mut Report) {
    for list in [PARTIES, SOURCES, EVENTS, ISSUES, CLAUSES] {
        let (part, target) = list;
        // Events may stand in the table, whose ids are not here.
        let in_table = list == EVENTS && typed.event_table.is_some();
        if in_table || typed.may_be_hidden(target, part) {
            continue;
        }
        let known = ids_of(typed, target);
        let (there, missing): (Vec<_>, Vec<_>) = REFERENCES
            .iter()
            .filter(|(_, _, wanted)| *wanted == list)
            .flat_map(|(name, field, _)| typed.of(name).iter().flat_map(|holder| ids_in(holder.node, field)))
            .partition(|(_, id)| known.contains(id));
        let cited: BTreeSet<&str> = there.into_iter().map(|(_, id)| id).collect();
        let uncited = known.iter().copied().filter(|known| !cited.contains(known)).collect();
        // One old id is often in many places.
        let mut meant_by: BTreeMap<&str, Option<&str>> = BTreeMap::new();
        for (node, id) in &missing {
            let message = format!("there is no {} `{}` in `{part}`", noun(target), shorten(id));
            let fix = match meant_by.entry(id).or_insert_with(|| meant(id, &known, &uncited)) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("add it to `{part}`, or name one that is there"),
            };
            report.add(Code::UnknownId, node.span, message, fix);
        }
    }
}

/// The id that is most likely meant by one that no record has: where a record was renamed, nothing names it by its new id yet, and that is
/// often the old one with something before or behind it; else the one that looks most like it.
fn meant<'i>(id: &str, known: &BTreeSet<&'i str>, uncited: &BTreeSet<&'i str>) -> Option<&'i str> {
    let longer = |ids: &BTreeSet<&'i str>| {
        let holds = |known: &&&str| id.len() > 2 && format!("-{known}-").contains(&format!("-{id}-"));
        ids.iter().filter(holds).min_by_key(|known| (!known.ends_with(id), known.len())).copied()
    };
    let near = |ids: &BTreeSet<&'i str>| nearest(id, ids.iter().copied());
    longer(uncited).or_else(|| near(uncited)).or_else(|| longer(known)).or_else(|| near(known))
}

#[cfg(test)]
mod tests {
    use super::super::super::schema::Shapes;
    use super::*;

    #[test]
    fn a_record_that_was_renamed_is_meant_before_one_that_looks_like_it() {
        let known = ["s1", "s2", "s3", "statement-b", "us-statement-a", "us-statement-a-old", "summit"];
        let known = BTreeSet::from(known);
        let uncited = BTreeSet::from(["s3", "us-statement-a", "us-statement-a-old"]);
        assert_eq!(meant("statement-a", &known, &uncited), Some("us-statement-a"));
        assert_eq!(meant("statement-a", &known, &known), Some("us-statement-a"));
        assert_eq!(meant("sumit", &known, &uncited), Some("summit"));
        assert_eq!(meant("nothing-like-it", &known, &uncited), None);
        assert_eq!(meant("statement-c", &known, &BTreeSet::new()), Some("statement-b"));
    }

    /// The table above and the types say the same: every row is a field, and every field that by its name holds ids of
    /// parties, sources, events or issues is a row.
    #[test]
    fn the_table_of_references_is_that_of_the_types() {
        let shapes = Shapes::of_dossier();
        for (name, field, _) in REFERENCES {
            assert!(shapes.fields_of(name).iter().any(|known| known.name == *field), "{name}.{field}");
        }
        let holds_ids = [
            "source",
            "sources",
            "definition_sources",
            "party",
            "parties",
            "event",
            "issue",
            "actors",
            "supports",
            "complicates",
            "expects",
            "offers",
        ];
        for name in shapes.names() {
            for field in
                shapes.fields_of(name).iter().filter(|field| holds_ids.contains(&field.name.as_str()))
            {
                let row = REFERENCES.iter().any(|(holder, known, _)| *holder == name && *known == field.name);
                assert!(row, "{name}.{} is missing in REFERENCES", field.name);
            }
        }
    }
}
