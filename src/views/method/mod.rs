//! The page of the method, for those who check it: terms, formula, an example worked from the dossier, its own rules, every judgement
//! call, version and citation. Written ahead; no program runs on it.

mod calls;
mod example;
#[cfg(test)]
#[cfg(feature = "native")]
mod test;

use yew::prelude::*;

use crate::analysis::{State, marked};
use crate::dossier::Dossier;
use crate::messages::{IN_FORCE, MARK_MEANINGS, MethodMsg, PageMsg, Term};
use crate::state::Address;
use crate::views::app::Edition;
use crate::views::element::html;
use crate::views::pages::frame;
use crate::views::sources::corrections;
use crate::views::take::take_link;
use crate::views::words::Voice;

/// The parts of the page with their anchors.
const PARTS: [(&str, MethodMsg<'static>); 10] = [
    ("terms", MethodMsg::Terms),
    ("formula", MethodMsg::Formula),
    ("example", MethodMsg::Example),
    ("all-issues", MethodMsg::AllIssues),
    ("coding", MethodMsg::Coding),
    ("marks", MethodMsg::Marks),
    ("calls", MethodMsg::Calls),
    ("others", MethodMsg::Others),
    ("corrections", MethodMsg::Corrections),
    ("version", MethodMsg::Version),
];

/// The page.
pub fn method_page(voice: Voice, dossier: &Dossier, edition: &Edition) -> Html {
    let parts = [
        terms(voice),
        formula(voice),
        example::example(voice, dossier),
        example::all_issues(voice, dossier),
        coding(voice, dossier),
        marks(voice, dossier),
        calls::calls(voice, dossier),
        calls::others(voice, dossier),
        corrections(voice, dossier),
        version(voice, dossier, edition),
    ];
    let content = html! {
        <>
            <p class="dek">{ voice.tell(MethodMsg::Lede) }</p>
            <nav class="contents" aria-label={voice.tell(MethodMsg::Contents)}>
                <ul>{ for PARTS.iter().map(|(id, heading)| html! { <li><a href={["#", id].concat()}>{ voice.tell(*heading) }</a></li> }) }</ul>
            </nav>
            { for PARTS.iter().zip(parts).map(|((id, heading), content)| html! {
                <section id={*id}><h2>{ voice.tell(*heading) }</h2>{ content }</section>
            }) }
        </>
    };
    frame(voice, dossier, Some("method"), voice.tell(MethodMsg::Heading), content)
}

fn terms(voice: Voice) -> Html {
    html! {
        <dl class="terms">
            { for Term::ALL.iter().map(|term| html! {
                <div><dt>{ voice.tell(MethodMsg::Term(*term)) }</dt><dd>{ voice.tell(MethodMsg::Meaning(*term)) }</dd></div>
            }) }
        </dl>
    }
}

fn formula(voice: Voice) -> Html {
    let states =
        [State::Apart { least: 1, most: 1 }, State::WithinReach { most: 1 }, State::Met, State::Unknown];
    html! {
        <>
            <p>{ voice.tell(MethodMsg::FormulaAbout) }</p>
            <p class="formula" translate="no">{ voice.tell(MethodMsg::Least) }<br />{ voice.tell(MethodMsg::Most) }</p>
            <div class="table-scroll">
                <table>
                    <thead><tr><th scope="col">{ voice.tell(MethodMsg::State) }</th><th scope="col">{ voice.tell(MethodMsg::When) }</th></tr></thead>
                    <tbody>
                        { for states.iter().map(|state| html! {
                            <tr><th scope="row">{ voice.tell(MethodMsg::StateName(*state)) }</th><td>{ voice.tell(MethodMsg::StateRule(*state)) }</td></tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <ul class="rules">{ for (0..IN_FORCE).map(|index| html! { <li>{ voice.tell(MethodMsg::InForce(index)) }</li> }) }</ul>
            <p>{ voice.tell(MethodMsg::Shares) }</p>
            <p>{ voice.tell(MethodMsg::Orders) }</p>
        </>
    }
}

fn coding(voice: Voice, dossier: &Dossier) -> Html {
    if dossier.meta.method.is_empty() {
        return html! { <p>{ voice.tell(MethodMsg::NoCoding) }</p> };
    }
    html! {
        <>
            <p class="lede">{ voice.tell(MethodMsg::CodingAbout) }</p>
            { for dossier.meta.method.iter().map(|paragraph| html! { <p dir="auto" lang={voice.told}>{ voice.text(paragraph) }</p> }) }
            <p><a href={[voice.base, "sources/"].concat()}>{ voice.tell(PageMsg::AllSources(dossier.sources.len())) }</a></p>
        </>
    }
}

fn marks(voice: Voice, dossier: &Dossier) -> Html {
    let marks = marked(dossier);
    let counts = MethodMsg::MarkCounts {
        positions: marks.positions,
        high: marks.high,
        medium: marks.medium,
        low: marks.low,
        judgement: marks.judgement,
        noted: marks.noted,
        audited: marks.audited,
    };
    html! {
        <>
            <ul class="rules">{ for (0..MARK_MEANINGS).map(|index| html! { <li>{ voice.tell(MethodMsg::MarkMeaning(index)) }</li> }) }</ul>
            <p>{ voice.tell(counts) }</p>
        </>
    }
}

fn version(voice: Voice, dossier: &Dossier, edition: &Edition) -> Html {
    let title = voice.text(&dossier.meta.title);
    let address = edition.page(&["method/"]);
    let page = MethodMsg::CitePage {
        dossier: &title,
        checked: dossier.meta.upkeep(),
        version: &edition.version,
        address: &address,
    };
    let on = dossier.meta.default_as_of;
    let query = Address { on: Some(on), ..Address::default() }.query();
    let view = |folder: &str| format!("{folder}?{query}#gap");
    html! {
        <>
            if !edition.version.is_empty() {
                <p>{ voice.tell(MethodMsg::VersionIs { version: &edition.version }) }</p>
            }
            <p>{ voice.tell(MethodMsg::VersionCheck) }</p>
            <p><a href={[voice.base, "dossier.json"].concat()} download="dossier.json">{ voice.tell(PageMsg::DownloadDossier) }</a></p>
            <p>{ take_link(voice) }</p>
            <p dir="auto">{ voice.tell(PageMsg::Licence(&dossier.meta.content_licence)) }</p>
            <p class="cite" dir="auto">{ voice.tell(page) }</p>
            <p>{ voice.tell(MethodMsg::CiteView { on }) }{ " " }<a href={view(voice.base)} translate="no">{ view(&edition.address) }</a></p>
        </>
    }
}
