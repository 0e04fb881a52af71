//! One source as a reader sees it, and the list of sources under a claim.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::{Source, SourceKind, Tier};
use crate::messages::Msg;
use crate::views::words::Voice;

/// A source: title and address, publisher, date, then what a reader needs to judge it.
pub fn citation(voice: Voice, source: &Source) -> Html {
    let mut facts: Vec<AttrValue> = vec![voice.text(&source.publisher)];
    facts.extend(source.author.as_ref().map(|author| voice.text(author)));
    facts.extend(source.date.map(|date| voice.locale.date(date).into()));
    facts.push(voice.say(Msg::SourceKind(source.kind)));
    facts.push(voice.say(Msg::Tier(source.tier)));
    facts.extend(source.agency.as_deref().map(|agency| voice.say(Msg::AgencyCopy(agency))));
    if source.lang != voice.locale.tag() {
        facts.push(voice.say(Msg::InLanguage(&source.lang)));
    }
    let lang = (source.lang != voice.locale.tag()).then(|| source.lang.clone());
    html! {
        <>
            <a class="source-title" href={linkable(&source.url)} rel="noopener" lang={lang}>{ voice.text(&source.title) }</a>
            <span class="source-facts">{ facts.join(" \u{b7} ") }</span>
            if !source.seen {
                <span class="mark not-seen">{ voice.say(Msg::NotSeen) }</span>
            }
            if let Some(archived) = source.archived_url.as_deref() {
                <a class="archived" href={linkable(archived)} rel="noopener">{ voice.say(Msg::Archived) }</a>
            }
            if let Some(note) = source.note.as_ref() {
                <span class="source-note">{ voice.text(note) }</span>
            }
        </>
    }
}

/// The address, where it is one a page may link to; the checker reports all others.
fn linkable(url: &str) -> Option<AttrValue> {
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
        <details class="sources" open={!voice.base.is_empty()}>
            <summary>{ voice.say(Msg::Sources(sources.len())) }</summary>
            <ul>
                { for sources.iter().map(|source| html! {
                    <li key={source.id.clone()} class={classes!("source", tier_class(source.tier), kind_class(source.kind))}>{ citation(voice, source) }</li>
                }) }
            </ul>
        </details>
    }
}

fn tier_class(tier: Tier) -> &'static str {
    match tier {
        Tier::A => "tier-a",
        Tier::B => "tier-b",
        Tier::C => "tier-c",
    }
}

fn kind_class(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Primary => "primary",
        SourceKind::Press => "press",
        SourceKind::Scholarly => "scholarly",
        SourceKind::Reference => "reference",
    }
}
