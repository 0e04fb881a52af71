//! Promises: what was done stays done until it is undone.

use super::super::code::Code;
use super::super::report::Report;
use super::super::tree::Node;
use super::super::typed::Typed;

/// States in which something has been done, and states after which none of it counts: a promise made anew then is as it was made.
const CARRIED_OUT: [&str; 3] = ["begun", "partly", "done"];
const OVER: [&str; 2] = ["reversed", "lapsed"];

pub fn check(typed: &Typed<'_>, report: &mut Report) {
    for promise in typed.of("Commitment") {
        let mut carried_out: Option<&Node<'_>> = None;
        for state in promise.node.list("status").iter().filter_map(|status| status.get("state")) {
            match (state.as_str(), carried_out) {
                (Some(word), _) if CARRIED_OUT.contains(&word) => carried_out = Some(state),
                (Some(word), _) if OVER.contains(&word) => carried_out = None,
                (Some("pledged"), Some(earlier)) => {
                    let message = format!(
                        "{} goes back to `pledged`, which means that nothing is done yet",
                        promise.record
                    );
                    let fix = "keep the state that it had, and tell of the renewed pledge in its `note`";
                    report.add_related(
                        Code::PledgedAgain,
                        state.span,
                        message,
                        fix,
                        (earlier.span, "something was done by then"),
                    );
                }
                _ => {}
            }
        }
    }
}
