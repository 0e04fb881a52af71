//! One source as a reader sees it, and the list of sources under a claim.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::Source;
use crate::messages::Msg;
use crate::views::element::html;
use crate::views::foreign::with_words_in;
use crate::views::words::{Voice, direction};

/// A source: title and address, publisher, date, then what a reader needs to judge it.
pub fn citation(voice: Voice, source: &Source) -> Html {
    let mut facts: Vec<AttrValue> = vec![voice.inside(&source.publisher).into()];
    facts.extend(source.author.as_ref().map(|author| voice.inside(author).into()));
    facts.extend(source.date.map(|date| voice.locale.date(date).into()));
    facts.push(voice.say(Msg::SourceKind(source.kind)));
    facts.push(voice.say(Msg::Tier(source.tier)));
    let (title, publisher) = (voice.text(&source.title), voice.text(&source.publisher));
    let agency = source.agency.as_deref().filter(|agency| *agency != publisher.as_str());
    facts.extend(agency.map(|agency| voice.say(Msg::AgencyCopy(agency))));
    let lang = voice.foreign(&source.lang);
    facts.extend(lang.map(|tag| voice.say(Msg::InLanguage(tag))));
    // Each of the two links says of the other what it is, in the attributes of Robust Links: where one is dead, a reader's
    // tools can go to the other.
    let (url, archived) = (linkable(&source.url), source.archived_url.as_deref().and_then(linkable));
    let archived_on = source.archived_on().filter(|_| archived.is_some());
    let version_date = archived_on.map(|day| day.to_string());
    html! {
        <>
            <a class="source-title" href={url.clone()} rel="noopener" lang={lang.map(str::to_owned)}
                dir={direction(&title)} data-versionurl={archived.clone()} data-versiondate={version_date.clone()}>{ title }</a>
            <span class="source-facts">{ facts.join(" \u{b7} ") }</span>
            if !source.seen {
                <span class="mark not-seen">{ voice.say(Msg::NotSeen) }</span>
            }
            if archived.is_some() {
                <a class="archived" href={archived} rel="noopener" data-originalurl={url} data-versiondate={version_date}>{
                    voice.say(Msg::Archived(archived_on))
                }</a>
            }
            if let Some(note) = source.note.as_ref() {
                <span class="source-note">{ with_words_in(voice, &voice.text(note), &source.lang) }</span>
            }
        </>
    }
}

/// The address, where it is one a page may link to; the checker reports all others.
pub fn linkable(url: &str) -> Option<AttrValue> {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
        .then(|| url.to_owned().into())
}

/// The sources of a claim, in its own order; on a page of its own (below the site's root) the list stands open. Ids that no source has are left out: the checker reports them.
pub fn citations(voice: Voice, dossier: &Dossier, ids: &[String]) -> Html {
    let sources: Vec<&Source> = ids.iter().filter_map(|id| dossier.source(id)).collect();
    if sources.is_empty() {
        return html! { <p class="no-sources">{ voice.say(Msg::NoSources) }</p> };
    }
    html! {
        <details class="sources" open={voice.alone}>
            <summary>{ voice.say(Msg::Sources(sources.len())) }</summary>
            <ul>
                { for sources.iter().map(|source| html! {
                    <li key={source.id.clone()} class="source">{ citation(voice, source) }</li>
                }) }
            </ul>
        </details>
    }
}

/// The id of a source's entry in the list of all sources. On a page with other records it is told apart from theirs.
pub(super) fn place_of(voice: Voice, id: &str) -> String {
    if voice.own_pages { id.to_owned() } else { ["source-", id].concat() }
}

/// Links to the sources of a claim by number, in its own order, each leading to its entry in the list of all sources, and how many there
/// are: where titles would weigh more than the claims. Ids that no source has are left out: the checker reports them.
pub fn numbered(voice: Voice, dossier: &Dossier, ids: &[String]) -> (usize, Html) {
    let list = if voice.own_pages { [voice.base, "sources/#"].concat() } else { "#".to_owned() };
    let known: Vec<&String> = ids.iter().filter(|id| dossier.source(id).is_some()).collect();
    let links = html! {
        <>
            { for known.iter().enumerate().map(|(index, id)| html! {
                <>{ " " }<a href={[&list, place_of(voice, id).as_str()].concat()}>{ voice.locale.number(index + 1) }</a></>
            }) }
        </>
    };
    (known.len(), links)
}
