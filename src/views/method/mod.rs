//! The page of the method, for those who check it: terms, formula, an example worked from the dossier, its own rules, every judgement
//! call, version and citation. Written ahead; no program runs on it.

mod calls;
mod example;
#[cfg(test)]
mod test;

use yew::prelude::*;

use crate::analysis::marked;
use crate::dossier::Dossier;
use crate::messages::{Apart, DateStyle, IN_FORCE, MARK_MEANINGS, MethodMsg, PageMsg, Term};
use crate::state::Address;
use crate::views::app::Edition;
use crate::views::element::html;
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
    let tell = |msg: MethodMsg<'_>| voice.locale.tell(&msg);
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
    html! {
        <>
            <nav class="back" aria-label={voice.say_page(PageMsg::BackToPage)}><a href={voice.base}>{ voice.say_page(PageMsg::BackToPage) }</a></nav>
            <main class="record-page method">
                <p class="kicker">{ voice.text(&dossier.meta.title) }</p>
                <h1>{ tell(MethodMsg::Heading) }</h1>
                <p class="dek">{ tell(MethodMsg::Lede) }</p>
                <nav class="contents" aria-label={tell(MethodMsg::Contents)}>
                    <ul>{ for PARTS.iter().map(|(id, heading)| html! { <li><a href={["#", id].concat()}>{ tell(*heading) }</a></li> }) }</ul>
                </nav>
                { for PARTS.iter().zip(parts).map(|((id, heading), content)| html! {
                    <section id={*id}><h2>{ tell(*heading) }</h2>{ content }</section>
                }) }
            </main>
        </>
    }
}

fn terms(voice: Voice) -> Html {
    let tell = |msg: MethodMsg<'_>| voice.locale.tell(&msg);
    html! {
        <dl class="terms">
            { for Term::ALL.iter().map(|term| html! {
                <div><dt>{ tell(MethodMsg::Term(*term)) }</dt><dd>{ tell(MethodMsg::Meaning(*term)) }</dd></div>
            }) }
        </dl>
    }
}

fn formula(voice: Voice) -> Html {
    let tell = |msg: MethodMsg<'_>| voice.locale.tell(&msg);
    let states =
        [Apart::Apart { least: 1, most: 1 }, Apart::WithinReach { most: 1 }, Apart::Met, Apart::Unknown];
    html! {
        <>
            <p>{ tell(MethodMsg::FormulaAbout) }</p>
            <p class="formula" translate="no">{ tell(MethodMsg::Least) }<br />{ tell(MethodMsg::Most) }</p>
            <div class="table-scroll">
                <table>
                    <thead><tr><th scope="col">{ tell(MethodMsg::State) }</th><th scope="col">{ tell(MethodMsg::When) }</th></tr></thead>
                    <tbody>
                        { for states.iter().map(|state| html! {
                            <tr><th scope="row">{ tell(MethodMsg::StateName(*state)) }</th><td>{ tell(MethodMsg::StateRule(*state)) }</td></tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <ul class="rules">{ for (0..IN_FORCE).map(|index| html! { <li>{ tell(MethodMsg::InForce(index)) }</li> }) }</ul>
            <p>{ tell(MethodMsg::Shares) }</p>
        </>
    }
}

fn coding(voice: Voice, dossier: &Dossier) -> Html {
    if dossier.meta.method.is_empty() {
        return html! { <p>{ voice.locale.tell(&MethodMsg::NoCoding) }</p> };
    }
    html! {
        <>
            <p class="lede">{ voice.locale.tell(&MethodMsg::CodingAbout) }</p>
            { for dossier.meta.method.iter().map(|paragraph| html! { <p dir="auto">{ voice.text(paragraph) }</p> }) }
            <p><a href={[voice.base, "sources/"].concat()}>{ voice.say_page(PageMsg::AllSources(dossier.sources.len())) }</a></p>
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
            <ul class="rules">{ for (0..MARK_MEANINGS).map(|index| html! { <li>{ voice.locale.tell(&MethodMsg::MarkMeaning(index)) }</li> }) }</ul>
            <p>{ voice.locale.tell(&counts) }</p>
        </>
    }
}

fn corrections(voice: Voice, dossier: &Dossier) -> Html {
    if dossier.meta.corrections.is_empty() {
        return html! { <p>{ voice.say_page(PageMsg::NoCorrections) }</p> };
    }
    html! {
        <ul class="rules">
            { for dossier.meta.corrections.iter().map(|correction| html! {
                <li dir="auto">
                    <time datetime={correction.on.to_string()}>{ voice.locale.day(correction.on, DateStyle::Long) }</time>
                    { ": " }
                    { voice.text(&correction.text) }
                </li>
            }) }
        </ul>
    }
}

fn version(voice: Voice, dossier: &Dossier, edition: &Edition) -> Html {
    let tell = |msg: MethodMsg<'_>| voice.locale.tell(&msg);
    let title = voice.text(&dossier.meta.title);
    let address =
        if edition.address.is_empty() { String::new() } else { format!("{}method/", edition.address) };
    let page = MethodMsg::CitePage {
        dossier: &title,
        checked: dossier.meta.checked_on,
        version: &edition.version,
        address: &address,
    };
    let on = dossier.meta.default_as_of;
    let query = Address { on: Some(on), ..Address::default() }.query();
    let view = |folder: &str| format!("{folder}?{query}#gap");
    html! {
        <>
            if !edition.version.is_empty() {
                <p>{ tell(MethodMsg::VersionIs { version: &edition.version }) }</p>
            }
            <p>{ tell(MethodMsg::VersionCheck) }</p>
            <p><a href={[voice.base, "dossier.json"].concat()} download="dossier.json">{ voice.say_page(PageMsg::DownloadDossier) }</a></p>
            <p dir="auto">{ voice.say_page(PageMsg::Licence(&dossier.meta.content_licence)) }</p>
            <p class="cite" dir="auto">{ tell(page) }</p>
            <p>{ tell(MethodMsg::CiteView { on }) }{ " " }<a href={view(voice.base)} translate="no">{ view(&edition.address) }</a></p>
        </>
    }
}
