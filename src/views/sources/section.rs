//! The section at the end of the page: what the record rests on, and how to use it.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::{SourceKind, Tier};
use crate::messages::{MethodMsg, Msg, PageMsg};
use crate::views::element::html;
use crate::views::words::Voice;

/// The section. `version` is the content's: a hash of the published dossier.
pub fn sources(voice: Voice, dossier: &Dossier, version: &str) -> Html {
    let total = dossier.sources.len();
    let seen = dossier.sources.iter().filter(|source| source.seen).count();
    let of_kind = |kind: SourceKind| dossier.sources.iter().filter(move |source| source.kind == kind).count();
    let of_tier = |tier: Tier| dossier.sources.iter().filter(move |source| source.tier == tier).count();
    let kinds = [SourceKind::Primary, SourceKind::Press, SourceKind::Scholarly, SourceKind::Reference];
    let tiers = [Tier::A, Tier::B, Tier::C];
    let title = voice.text(&dossier.meta.title);
    html! {
        <section id="sources" aria-labelledby="sources-heading">
            <h2 id="sources-heading">{ voice.say_page(PageMsg::SourcesHeading) }</h2>
            <p>
                <span>{ voice.say_page(PageMsg::SourcesSummary { count: total, seen }) }</span>
                { " " }
                <a href={format!("{}sources/", voice.base)}>{ voice.say_page(PageMsg::AllSources(total)) }</a>
            </p>
            <dl class="tally">
                { for kinds.iter().map(|kind| html! {
                    <div><dt>{ voice.say(Msg::SourceKind(*kind)) }</dt><dd>{ voice.locale.number(of_kind(*kind)) }</dd></div>
                }) }
                { for tiers.iter().map(|tier| html! {
                    <div><dt>{ voice.say(Msg::Tier(*tier)) }</dt><dd>{ voice.locale.number(of_tier(*tier)) }</dd></div>
                }) }
            </dl>
            <div class="about">
                <div>
                    <h3>{ voice.say_page(PageMsg::Method) }</h3>
                    { for dossier.meta.method.iter().map(|paragraph| html! { <p>{ voice.text(paragraph) }</p> }) }
                    <p><a href={format!("{}method/", voice.base)}>{ voice.locale.tell(&MethodMsg::Link) }</a></p>
                </div>
                <div>
                    <h3>{ voice.say_page(PageMsg::HowToCite) }</h3>
                    <p>{ voice.say_page(PageMsg::Citation { title: &title, checked: dossier.meta.checked_on, version }) }</p>
                    <p>{ voice.say_page(PageMsg::Licence(&dossier.meta.content_licence)) }</p>
                    <h3>{ voice.say_page(PageMsg::Downloads) }</h3>
                    <p><a href={format!("{}dossier.json", voice.base)} download="dossier.json">{ voice.say_page(PageMsg::DownloadDossier) }</a></p>
                    <h3>{ voice.say_page(PageMsg::Corrections) }</h3>
                    if dossier.meta.corrections.is_empty() {
                        <p>{ voice.say_page(PageMsg::NoCorrections) }</p>
                    }
                    <ul>
                        { for dossier.meta.corrections.iter().map(|correction| html! {
                            <li>
                                <time datetime={correction.on.to_string()}>{ voice.locale.day(correction.on, crate::messages::DateStyle::Long) }</time>
                                { ": " }
                                <span>{ voice.text(&correction.text) }</span>
                            </li>
                        }) }
                    </ul>
                </div>
            </div>
        </section>
    }
}
