//! The section at the end of the page: what the record rests on, and how to use it.

use yew::prelude::*;

use super::all::all_sources;
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{SourceKind, Tier};
use crate::messages::{DateStyle, MethodMsg, Msg, PageMsg};
use crate::views::dated::as_of_date;
use crate::views::element::html;
use crate::views::open::studio_link;
use crate::views::share::{share_link, share_section};
use crate::views::take::take_link;
use crate::views::words::Voice;

/// How many paragraphs of the method stand on the main page.
const METHOD_IN_SHORT: usize = 4;

/// The section, as of a date. `version` is the content's: a hash of the published dossier. A dossier that was opened has no pages beside it: its
/// sources are listed in place.
pub fn sources(voice: Voice, dossier: &Dossier, as_of: Day, version: &str) -> Html {
    let total = dossier.sources.len();
    let seen = dossier.sources.iter().filter(|source| source.seen).count();
    let of_kind = |kind: SourceKind| dossier.sources.iter().filter(move |source| source.kind == kind).count();
    let of_tier = |tier: Tier| dossier.sources.iter().filter(move |source| source.tier == tier).count();
    let kinds = [SourceKind::Primary, SourceKind::Press, SourceKind::Scholarly, SourceKind::Reference];
    let tiers = [Tier::A, Tier::B, Tier::C];
    let title = voice.inside(&dossier.meta.title);
    // A page of its own has all of it: here stands how the numbers come about.
    let shown = if voice.own_pages { METHOD_IN_SHORT } else { usize::MAX };
    let newest = dossier.meta.corrections.iter().map(|correction| correction.on).max();
    let newest = newest.filter(|_| voice.own_pages);
    html! {
        <section id="sources" aria-labelledby="sources-heading">
            <h2 id="sources-heading">{ voice.tell(PageMsg::SourcesHeading) }</h2>
            { share_section(voice, "sources") }
            <p>
                <span>{ voice.tell(PageMsg::SourcesSummary { count: total, seen }) }</span>
                if voice.own_pages && total > 0 {
                    { " " }
                    <a href={format!("{}sources/", voice.base)}>{ voice.tell(PageMsg::AllSources(total)) }</a>
                }
            </p>
            if total > 0 {
                <dl class="tally">
                    { for kinds.iter().map(|kind| html! {
                        <div><dt>{ voice.say(Msg::SourceKind(*kind)) }</dt><dd>{ voice.locale.number(of_kind(*kind)) }</dd></div>
                    }) }
                    { for tiers.iter().map(|tier| html! {
                        <div><dt>{ voice.say(Msg::Tier(*tier)) }</dt><dd>{ voice.locale.number(of_tier(*tier)) }</dd></div>
                    }) }
                </dl>
            }
            <div class="about">
                if voice.own_pages || !dossier.meta.method.is_empty() {
                    <div>
                        <h3>{ voice.tell(PageMsg::Method) }</h3>
                        { for dossier.meta.method.iter().take(shown).map(|paragraph| html! { <p>{ voice.words(paragraph) }</p> }) }
                        if voice.own_pages {
                            <p><a href={format!("{}method/", voice.base)}>{ voice.tell(MethodMsg::Link) }</a></p>
                        }
                    </div>
                }
                <div>
                    <h3>{ voice.tell(PageMsg::HowToCite) }</h3>
                    <p>{ voice.tell(PageMsg::Citation { title: &title, checked: dossier.meta.upkeep(), version }) }</p>
                    <p>
                        { voice.tell(PageMsg::CiteDay) }{ " " }{ as_of_date(voice, as_of) }{ ". " }
                        { voice.tell(PageMsg::CiteAddress) }
                    </p>
                    <p>{ voice.tell(PageMsg::Licence(&dossier.meta.content_licence)) }</p>
                    if voice.own_pages {
                        <h3>{ voice.tell(PageMsg::Downloads) }</h3>
                        <p><a href={format!("{}dossier.json", voice.base)} download="dossier.json">{ voice.tell(PageMsg::DownloadDossier) }</a></p>
                        <p>{ take_link(voice) }</p>
                        <p>{ share_link(voice) }</p>
                        <p>{ studio_link(voice) }</p>
                    }
                    <h3>{ voice.tell(PageMsg::Corrections) }</h3>
                    if let Some(newest) = newest {
                        <p>
                            <a href={format!("{}method/#corrections", voice.base)}>
                                { voice.tell(PageMsg::CountedCorrections(dossier.meta.corrections.len(), newest)) }
                            </a>
                        </p>
                    } else {
                        { corrections(voice, dossier) }
                    }
                </div>
            </div>
            if !voice.own_pages && total > 0 {
                <details class="sources">
                    <summary>{ voice.tell(PageMsg::AllSources(total)) }</summary>
                    { all_sources(voice, dossier) }
                </details>
            }
        </section>
    }
}

/// What was corrected, and when; or that nothing was.
pub fn corrections(voice: Voice, dossier: &Dossier) -> Html {
    if dossier.meta.corrections.is_empty() {
        return html! { <p>{ voice.tell(PageMsg::NoCorrections) }</p> };
    }
    html! {
        <ul class="rules">
            { for dossier.meta.corrections.iter().map(|correction| html! {
                <li dir="auto">
                    <time datetime={correction.on.to_string()}>{ voice.locale.day(correction.on, DateStyle::Long) }</time>
                    { ". " }
                    { voice.words(&correction.text) }
                </li>
            }) }
        </ul>
    }
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    fn written(own_pages: bool, change: impl FnOnce(&mut Dossier)) -> String {
        let mut dossier = us_dprk();
        change(&mut dossier);
        let voice = Voice::of(Manner { own_pages, ..Manner::main_page(Locale::En) });
        fragment(sources(voice, &dossier, day("2019-02-26"), "x"))
    }

    /// `browser::dated` moves it with the date.
    #[test]
    fn a_citation_of_a_number_names_its_day() {
        let written = written(true, |_| ());
        let day = "For a number of one day, add: as of <time data-as-of datetime=\"2019-02-26\">26 February 2019</time>. Give";
        assert_eq!(written.replace("data-as-of=\"\"", "data-as-of").matches(day).count(), 1, "{written}");
    }

    #[test]
    fn what_a_dossier_lacks_has_no_heading_and_no_link() {
        let none = written(true, |dossier| dossier.sources.clear());
        assert!(
            none.contains("No sources are on record.")
                && !none.contains("sources/\"")
                && !none.contains("<dl")
        );
        let one = written(true, |dossier| dossier.sources.truncate(1));
        assert!(one.contains("The one source and who cites it"), "{one}");
        let no_method = |own_pages| written(own_pages, |dossier| dossier.meta.method.clear());
        assert!(no_method(true).contains("<h3>Method</h3><p><a"));
        assert!(!no_method(false).contains("Method</h3>"));
    }
}
