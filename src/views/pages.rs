//! Pages of their own, only read: one an event, one an issue, all sources.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::{Event, Issue};
use crate::messages::PageMsg;
use crate::views::app::Edition;
use crate::views::element::html;
use crate::views::launches::launches_tables;
use crate::views::meetings::meetings_table;
use crate::views::share::share_record;
use crate::views::sources::all_sources;
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
            { share_record(voice, &["event/", &event.id].concat()) }
            { event::on_timeline(voice, event) }
        </article>
    };
    frame(voice, dossier, None, voice.text(&event.title), content)
}

/// An issue's own page, as of the dossier's first date.
pub fn issue_page(voice: Voice, dossier: &Dossier, issue: &Issue) -> Html {
    let content = html! {
        <article>
            { issue::detail(voice, dossier, issue, dossier.meta.default_as_of) }
            { cite_files(voice) }
            { share_record(voice, &["issue/", &issue.id].concat()) }
        </article>
    };
    frame(voice, dossier, None, voice.text(&issue.title), content)
}

/// The page of tables that are too long for the main page.
pub fn tables_page(voice: Voice, dossier: &Dossier) -> Html {
    let content = html! { <>{ meetings_table(voice, dossier) }{ launches_tables(voice, dossier) }</> };
    frame(voice, dossier, None, voice.tell(PageMsg::Tables), content)
}

/// The page of all sources, each with who cites it.
pub fn sources_page(voice: Voice, dossier: &Dossier) -> Html {
    let heading = voice.tell(PageMsg::AllSources(dossier.sources.len()));
    frame(voice, dossier, None, heading, all_sources(voice, dossier))
}

/// The page for an address that does not exist.
pub fn not_found_page(voice: Voice, dossier: &Dossier) -> Html {
    let help = html! { <p>{ voice.tell(PageMsg::NotFoundHelp) }</p> };
    frame(voice, dossier, None, voice.tell(PageMsg::NotFound), help)
}
