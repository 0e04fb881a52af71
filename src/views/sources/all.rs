//! All sources, each with who cites it: a page of its own on a built site, a list in place where a dossier was opened.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::citation::{citation, place_of};
use crate::dossier::Dossier;
use crate::dossier::model::{Event, Issue};
use crate::dossier::text::{Quote, Text};
use crate::messages::PageMsg;
use crate::views::element::html;
use crate::views::words::Voice;

/// The list.
pub fn all_sources(voice: Voice, dossier: &Dossier) -> Html {
    let cited = cited_by(dossier);
    html! {
        <ol class="all-sources">
            { for dossier.sources.iter().map(|source| {
                let citers = cited.get(source.id.as_str()).map(Vec::as_slice).unwrap_or_default();
                html! {
                    <li id={place_of(voice, &source.id)} class="source">
                        { citation(voice, source) }
                        if !citers.is_empty() {
                            <span class="cited-by">
                                <span>{ voice.tell(PageMsg::CitedBy) }</span>
                                { for citers.iter().map(|citer| citer.link(voice)) }
                            </span>
                        }
                    </li>
                }
            }) }
        </ol>
    }
}

/// Who cites a source.
#[derive(Clone, Copy, PartialEq)]
enum Citer<'a> {
    Event(&'a Event),
    Issue(&'a Issue),
    /// A record that has no page of its own yet.
    Other(&'a Text),
}

impl Citer<'_> {
    fn link(&self, voice: Voice) -> Html {
        match self {
            Citer::Event(event) => {
                // Where it has no page of its own, its record opens on the timeline.
                let opens = (!voice.own_pages).then(|| event.id.clone());
                html! { <a href={voice.event_page(&event.id)} data-event={opens}>{ voice.words(&event.title) }</a> }
            }
            Citer::Issue(issue) => {
                let opens = (!voice.own_pages).then(|| issue.id.clone());
                html! { <a href={voice.issue_page(&issue.id)} data-issue={opens}>{ voice.words(&issue.title) }</a> }
            }
            Citer::Other(title) => html! { <span>{ voice.words(title) }</span> },
        }
    }
}

/// For every source the records that cite it, each once.
fn cited_by(dossier: &Dossier) -> BTreeMap<&str, Vec<Citer<'_>>> {
    let mut found: Vec<(Citer<'_>, Vec<&String>)> = Vec::new();
    for event in &dossier.events {
        found.push((Citer::Event(event), event.cited().collect()));
    }
    for issue in &dossier.issues {
        found.push((Citer::Issue(issue), issue.cited().collect()));
    }
    for document in &dossier.documents {
        for clause in &document.clauses {
            let read = clause.readings.iter().flat_map(|item| Quote::cited(&item.sources, &item.quote));
            let original = clause.original.iter().map(|original| &original.source);
            let cited = clause.sources.iter().chain(original).chain(read);
            found.push((Citer::Other(&document.title), cited.collect()));
        }
    }
    for term in &dossier.terms {
        let read = term.readings.iter().flat_map(|item| Quote::cited(&item.sources, &item.quote));
        found.push((Citer::Other(&term.term), term.sources.iter().chain(read).collect()));
    }
    for estimate in &dossier.estimates {
        found.push((
            Citer::Other(&estimate.claim),
            Quote::cited(&estimate.sources, &estimate.quote).collect(),
        ));
    }
    for commitment in &dossier.commitments {
        let status = commitment.status.iter().flat_map(|item| item.sources.iter());
        found.push((Citer::Other(&commitment.text), commitment.sources.iter().chain(status).collect()));
    }
    for process in &dossier.processes {
        found.push((
            Citer::Other(&process.title),
            process.meetings.iter().flat_map(|item| item.sources.iter()).collect(),
        ));
    }
    for test in dossier.arms_tests.iter().flat_map(|tests| &tests.nuclear_tests) {
        let yields = test.estimates.iter().map(|estimate| &estimate.source);
        found.push((Citer::Other(&test.site), test.sources.iter().chain(yields).collect()));
    }
    for day in dossier.arms_tests.iter().flat_map(|tests| &tests.missile_test_days) {
        found.push((Citer::Other(&day.type_as_reported), day.sources.iter().collect()));
    }
    if let Some(argument) = &dossier.argument {
        let quotes = argument.steps.iter().flat_map(|step| Quote::sources_of(&step.quote));
        found.push((Citer::Other(&argument.title), argument.sources.iter().chain(quotes).collect()));
    }
    let mut cited: BTreeMap<&str, Vec<Citer<'_>>> = BTreeMap::new();
    for (citer, ids) in found {
        let ids: std::collections::BTreeSet<&str> = ids.into_iter().map(String::as_str).collect();
        for id in ids {
            let citers = cited.entry(id).or_default();
            // The clauses of a text come one after another, and are one record.
            if citers.last() != Some(&citer) {
                citers.push(citer);
            }
        }
    }
    cited
}
