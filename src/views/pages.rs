//! Pages of their own, only read: one an event, one an issue, all sources.

use std::collections::BTreeMap;

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::{Event, Issue};
use crate::dossier::text::{Quote, Text};
use crate::messages::PageMsg;
use crate::views::app::Edition;
use crate::views::element::html;
use crate::views::launches::launches_tables;
use crate::views::meetings::meetings_table;
use crate::views::sources::citation;
use crate::views::take::cite_files;
use crate::views::words::Voice;
use crate::views::{event, issue};

/// A page of its own under a heading; `class` is its `main` element's beside `record-page`.
pub(super) fn frame(
    voice: Voice,
    dossier: &Dossier,
    class: Option<&'static str>,
    heading: AttrValue,
    content: Html,
) -> Html {
    html! {
        <>
            <nav class="back" aria-label={voice.tell(PageMsg::BackToPage)}><a href={if voice.base.is_empty() { "./" } else { voice.base }}>{ voice.tell(PageMsg::BackToPage) }</a></nav>
            <main class={classes!("record-page", class)}>
                <p class="kicker">{ voice.text(&dossier.meta.title) }</p>
                <h1>{ heading }</h1>
                { content }
            </main>
        </>
    }
}

/// An event's own page.
pub fn event_page(voice: Voice, dossier: &Dossier, event: &Event, edition: &Edition) -> Html {
    let content = html! {
        <article>
            { event::detail(voice, dossier, event, edition, None) }
            { cite_files(voice) }
            { event::on_timeline(voice, event) }
        </article>
    };
    frame(voice, dossier, None, voice.text(&event.title), content)
}

/// An issue's own page, as of the dossier's first date.
pub fn issue_page(voice: Voice, dossier: &Dossier, issue: &Issue) -> Html {
    let content = html! { <article>{ issue::detail(voice, dossier, issue, dossier.meta.default_as_of) }{ cite_files(voice) }</article> };
    frame(voice, dossier, None, voice.text(&issue.title), content)
}

/// The page of tables that are too long for the main page.
pub fn tables_page(voice: Voice, dossier: &Dossier) -> Html {
    let content = html! { <>{ meetings_table(voice, dossier) }{ launches_tables(voice, dossier) }</> };
    frame(voice, dossier, None, voice.tell(PageMsg::Tables), content)
}

/// The page of all sources, each with how often it is cited.
pub fn sources_page(voice: Voice, dossier: &Dossier) -> Html {
    let cited = cited_by(dossier);
    let content = html! {
        <ol class="all-sources">
            { for dossier.sources.iter().map(|source| {
                let events = cited.get(source.id.as_str()).map(Vec::as_slice).unwrap_or_default();
                html! {
                    <li id={source.id.clone()} class="source">
                        { citation(voice, source) }
                        if !events.is_empty() {
                            <span class="cited-by">
                                <span>{ voice.tell(PageMsg::CitedBy) }</span>
                                { for events.iter().map(|citer| citer.link(voice)) }
                            </span>
                        }
                    </li>
                }
            }) }
        </ol>
    };
    frame(voice, dossier, None, voice.tell(PageMsg::AllSources(dossier.sources.len())), content)
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
                html! { <a href={voice.event_page(&event.id)}>{ voice.text(&event.title) }</a> }
            }
            Citer::Issue(issue) => {
                html! { <a href={voice.issue_page(&issue.id)}>{ voice.text(&issue.title) }</a> }
            }
            Citer::Other(title) => html! { <span>{ voice.text(title) }</span> },
        }
    }
}

/// The source of a quotation, where there is one.
fn quoted(quote: &Option<Quote>) -> Option<&String> {
    quote.as_ref().map(|quote| &quote.source)
}

/// For every source the records that cite it, each once.
fn cited_by(dossier: &Dossier) -> BTreeMap<&str, Vec<Citer<'_>>> {
    let mut found: Vec<(Citer<'_>, Vec<&String>)> = Vec::new();
    for event in &dossier.events {
        let read = event.readings.iter().flat_map(|item| item.sources.iter().chain(quoted(&item.quote)));
        found.push((Citer::Event(event), event.sources.iter().chain(read).collect()));
    }
    for issue in &dossier.issues {
        let held = issue.positions.iter().flat_map(|item| item.sources.iter().chain(quoted(&item.quote)));
        found.push((Citer::Issue(issue), held.collect()));
    }
    for document in &dossier.documents {
        for clause in &document.clauses {
            let read = clause.readings.iter().flat_map(|item| item.sources.iter().chain(quoted(&item.quote)));
            found.push((Citer::Other(&document.title), clause.sources.iter().chain(read).collect()));
        }
    }
    for term in &dossier.terms {
        let read = term.readings.iter().flat_map(|item| item.sources.iter().chain(quoted(&item.quote)));
        found.push((Citer::Other(&term.term), term.sources.iter().chain(read).collect()));
    }
    for estimate in &dossier.estimates {
        found.push((
            Citer::Other(&estimate.claim),
            estimate.sources.iter().chain(quoted(&estimate.quote)).collect(),
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
        let quotes = argument.steps.iter().filter_map(|step| step.quote.as_ref()).map(|quote| &quote.source);
        found.push((Citer::Other(&argument.title), argument.sources.iter().chain(quotes).collect()));
    }
    let mut cited: BTreeMap<&str, Vec<Citer<'_>>> = BTreeMap::new();
    for (citer, ids) in found {
        let ids: std::collections::BTreeSet<&str> = ids.into_iter().map(String::as_str).collect();
        for id in ids {
            let citers = cited.entry(id).or_default();
            if !citers.contains(&citer) {
                citers.push(citer);
            }
        }
    }
    cited
}

/// The page for an address that does not exist.
pub fn not_found_page(voice: Voice, dossier: &Dossier) -> Html {
    let help = html! { <p>{ voice.tell(PageMsg::NotFoundHelp) }</p> };
    frame(voice, dossier, None, voice.tell(PageMsg::NotFound), help)
}
