//! Counting rules: whoever counts launches says by which rule, and the rule is written down.

use std::collections::BTreeSet;

use super::super::code::Code;
use super::super::report::Report;
use super::super::similar::nearest;
use super::super::tree::{Node, Span};
use super::super::typed::Typed;
use super::super::walk::shorten;

pub fn check(typed: &Typed<'_>, report: &mut Report) {
    for tests in typed.of("ArmsTests") {
        let Some(definitions) = tests.node.get("definitions") else { continue };
        let known: BTreeSet<&str> = definitions.entries().iter().map(|entry| entry.key.as_ref()).collect();
        for (span, rule) in named_rules(typed).into_iter().filter(|(_, rule)| !known.contains(rule)) {
            let message = format!("the counting rule `{}` is not defined in `definitions`", shorten(rule));
            let fix = match nearest(rule, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "add a definition of the rule".to_owned(),
            };
            report.add(Code::UndefinedRule, span, message, fix);
        }
    }
}

/// Every place that names a counting rule.
fn named_rules<'t>(typed: &Typed<'t>) -> Vec<(Span, &'t str)> {
    let mut rules = Vec::new();
    let of_value = |node: &'t Node<'t>| node.as_str().map(|rule| (node.span, rule));
    for count in typed.of("YearCount") {
        rules.extend(count.node.get("reference").and_then(of_value));
    }
    for day in typed.of("TestDay") {
        rules.extend(day.node.list("counted_by").iter().filter_map(of_value));
        for field in ["dates_by_reference", "types_by_reference"] {
            let entries = day.node.get(field).map_or(&[][..], Node::entries);
            rules.extend(entries.iter().map(|entry| (entry.key_span, entry.key.as_ref())));
        }
    }
    rules
}
