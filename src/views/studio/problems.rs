//! The problems of the dossier, each leading to its field.

use yew::prelude::*;

use super::words::{place, say};
use crate::messages::StudioMsg;
use crate::studio::desk::Desk;

/// The most that are listed.
const MOST: usize = 100;

/// How many there are: errors, and warnings.
pub fn count(count: (usize, usize)) -> String {
    match count {
        (0, 0) => say(StudioMsg::NoProblems),
        (errors, warnings) => say(StudioMsg::Problems(errors, warnings)),
    }
}

/// The strip below the form. Their number changes with every word: `bar::rest` tells it once nobody writes.
pub fn problems(desk: &Desk) -> Html {
    let problems = &desk.problems;
    let words = if problems.list.is_empty() && !desk.is_checked() {
        say(StudioMsg::NotChecked)
    } else {
        count((problems.errors, problems.warnings()))
    };
    let state = match (problems.errors, problems.warnings()) {
        (0, 0) => "none",
        (0, _) => "warnings",
        _ => "errors",
    };
    let more = problems.list.len().saturating_sub(MOST);
    html! {
        <section class="studio-problems" data-state={state} data-checked={desk.is_checked().to_string()} aria-labelledby="problems-heading">
            <h2 class="small" id="problems-heading">
                <button type="button" data-do="problems" aria-expanded={desk.problems_shown.to_string()} aria-controls="problem-list">
                    <span id="problem-count">{ words }</span>
                </button>
            </h2>
            <ol id="problem-list" hidden={!desk.problems_shown} class="problem-list">
                if desk.problems_shown {
                    { for problems.list.iter().take(MOST).map(|problem| html! {
                        <li>
                            <button type="button" data-do="go" data-path={problem.path.to_string()} class={if problem.is_error { "error" } else { "warning" }}>
                                <span class="problem-place">{ place(desk.doc(), &problem.path, desk.language()) }</span>
                                <span>{ &problem.message }</span>
                                <span class="problem-fix">{ say(StudioMsg::Fix(&problem.fix)) }<code>{ &problem.code }</code></span>
                            </button>
                        </li>
                    }) }
                    if more > 0 {
                        <li class="field-help">{ say(StudioMsg::More(more)) }</li>
                    }
                }
            </ol>
        </section>
    }
}
