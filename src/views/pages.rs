//! Pages of their own, only read: one an event, one an issue, all sources.

use std::collections::BTreeMap;

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::{Event, Issue};
use crate::messages::PageMsg;
use crate::views::sources::citation;
use crate::views::words::Voice;
use crate::views::{event, issue};

fn frame(voice: Voice, dossier: &Dossier, heading: AttrValue, content: Html) -> Html {
    html! {
        <>
            <nav class="back"><a href={if voice.base.is_empty() { "./" } else { voice.base }}>{ voice.say_page(PageMsg::BackToPage) }</a></nav>
            <main class="record-page">
                <p class="kicker">{ voice.text(&dossier.meta.title) }</p>
                <h1>{ heading }</h1>
                { content }
            </main>
        </>
    }
}

/// An event's own page.
pub fn event_page(voice: Voice, dossier: &Dossier, event: &Event) -> Html {
    let mut order: Vec<&Event> = dossier.events.iter().collect();
    order.sort_by_key(|event| (event.date.anchor(), event.date.last()));
    let at = order.iter().position(|other| other.id == event.id);
    let beside = |step: isize| at.and_then(|at| at.checked_add_signed(step)).and_then(|at| order.get(at));
    let link = |event: &Event, what: PageMsg<'_>, rel: &'static str| {
        html! { <a href={voice.event_page(&event.id)} {rel}>{ format!("{}: {}", voice.say_page(what), voice.text(&event.title)) }</a> }
    };
    let content = html! {
        <article>
            { event::detail(voice, dossier, event) }
            <nav class="beside">
                { for beside(-1).map(|event| link(event, PageMsg::PreviousEvent, "prev")) }
                { for beside(1).map(|event| link(event, PageMsg::NextEvent, "next")) }
            </nav>
        </article>
    };
    frame(voice, dossier, voice.text(&event.title), content)
}

/// An issue's own page, as of the dossier's first date.
pub fn issue_page(voice: Voice, dossier: &Dossier, issue: &Issue) -> Html {
    let content =
        html! { <article>{ issue::detail(voice, dossier, issue, dossier.meta.default_as_of) }</article> };
    frame(voice, dossier, voice.text(&issue.title), content)
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
                                { for events.iter().map(|place| html! { <a href={place.href(voice)}>{ place.title(voice) }</a> }) }
                            </span>
                        }
                    </li>
                }
            }) }
        </ol>
    };
    frame(voice, dossier, voice.say_page(PageMsg::AllSources(dossier.sources.len())), content)
}

/// Who cites a source.
enum Citer<'a> {
    Event(&'a Event),
    Issue(&'a Issue),
}

impl Citer<'_> {
    fn href(&self, voice: Voice) -> AttrValue {
        match self {
            Citer::Event(event) => voice.event_page(&event.id),
            Citer::Issue(issue) => voice.issue_page(&issue.id),
        }
    }

    fn title(&self, voice: Voice) -> AttrValue {
        match self {
            Citer::Event(event) => voice.text(&event.title),
            Citer::Issue(issue) => voice.text(&issue.title),
        }
    }
}

/// For every source the events and issues that cite it, each once.
fn cited_by(dossier: &Dossier) -> BTreeMap<&str, Vec<Citer<'_>>> {
    let mut cited: BTreeMap<&str, Vec<Citer<'_>>> = BTreeMap::new();
    for event in &dossier.events {
        let own = event.sources.iter();
        let read = event.readings.iter().flat_map(|reading| {
            reading.sources.iter().chain(reading.quote.iter().map(|quote| &quote.source))
        });
        let ids: std::collections::BTreeSet<&str> = own.chain(read).map(String::as_str).collect();
        for id in ids {
            cited.entry(id).or_default().push(Citer::Event(event));
        }
    }
    for issue in &dossier.issues {
        let ids: std::collections::BTreeSet<&str> = issue
            .positions
            .iter()
            .flat_map(|position| {
                position.sources.iter().chain(position.quote.iter().map(|quote| &quote.source))
            })
            .map(String::as_str)
            .collect();
        for id in ids {
            cited.entry(id).or_default().push(Citer::Issue(issue));
        }
    }
    cited
}

/// The page for an address that does not exist.
pub fn not_found_page(voice: Voice, dossier: &Dossier) -> Html {
    frame(voice, dossier, voice.say_page(PageMsg::NotFound), Html::default())
}
