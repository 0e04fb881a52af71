//! An agreed text, clause by clause.

use yew::prelude::*;

use super::beside::Scene;
use super::parts::{direction, labelled, paragraph, references};
use crate::analysis::{events_of, issues_of, promised_in};
use crate::dossier::date::Day;
use crate::dossier::model::{Clause, Document};
use crate::messages::{DateStyle, Msg, ReadingsMsg};
use crate::views::dated::Holds;
use crate::views::element::html;
use crate::views::quotation::{foreign_language, in_other_words, quoted};
use crate::views::words::belongs_to;

/// The text; closed it shows title and date.
pub fn document(scene: Scene<'_>, document: &Document, open: bool) -> Html {
    let voice = scene.voice;
    let agreed = Holds { from: document.date.first(), end: None };
    let title = voice.text(&document.title);
    let dir = direction(&title);
    let sources: Vec<&str> =
        document.clauses.iter().flat_map(|clause| &clause.sources).map(String::as_str).collect();
    let set_by = belongs_to(&events_of(scene.dossier, document.date.first(), &sources));
    html! {
        <details class="dated" {open} id={format!("words-{}", document.id)} data-dates={agreed.dates()} data-now={agreed.now(scene.as_of)} data-set-by={set_by}>
            <summary>
                <h4 {dir} lang={voice.told}>{ title }</h4>{ " " }
                <time datetime={document.date.first().to_string()}>{ voice.locale.date(document.date) }</time>
                { " \u{b7} " }
                { scene.tell(ReadingsMsg::Clauses(document.clauses.len())) }
                <span class="not-yet">{ scene.tell(ReadingsMsg::NotYetAgreed) }</span>
            </summary>
            if document.clauses.is_empty() {
                <p class="refs">{ scene.tell(ReadingsMsg::NoClauses) }</p>
            }
            <ol>{ for document.clauses.iter().map(|item| html! {
                <li id={format!("clause-{}", item.id)} data-clause={item.id.clone()}>{ clause(scene, document.date.first(), item) }</li>
            }) }</ol>
            { resting(scene, document) }
        </details>
    }
}

fn clause(scene: Scene<'_>, agreed: Day, clause: &Clause) -> Html {
    let voice = scene.voice;
    let words = voice.text(&clause.operative_words);
    let lang = foreign_language(voice, scene.dossier, clause.lang.as_deref()).map(str::to_owned);
    let dir = direction(&words);
    let middle = html! {
        <>
            { paragraph(voice, "gist", &clause.gist) }
            if words.is_empty() {
                <p class="refs">{ scene.tell(ReadingsMsg::NoWords) }</p>
            } else {
                <blockquote {lang} {dir}>{ quoted(&words) }</blockquote>
                { in_other_words(voice, scene.dossier, clause.translation.as_ref(), clause.original.as_ref()) }
            }
            { labelled(voice, "open-to", scene.tell(ReadingsMsg::LeftOpen), &clause.ambiguity) }
            if let Some(note) = clause.note.as_ref() {
                { labelled(voice, "note", voice.say(Msg::Note), note) }
            }
            { references(voice, scene.dossier, &clause.sources) }
        </>
    };
    let parties: Vec<&str> = clause.readings.iter().map(|reading| reading.party.as_str()).collect();
    scene.beside(
        middle,
        &parties,
        ReadingsMsg::NobodyRead,
        |party| scene.tell(ReadingsMsg::Reads(party)),
        |party| {
            let own = clause.readings.iter().filter(|reading| reading.party == party);
            own.map(|reading| {
                let account = html! {
                    <>
                        { paragraph(voice, "", &reading.text) }
                        if let Some(quote) = reading.quote.as_ref() {
                            { scene.words_of(quote) }
                        }
                        { references(voice, scene.dossier, &reading.sources) }
                    </>
                };
                match reading.from {
                    Some(from) => since(scene, agreed, from, account),
                    None => account,
                }
            })
            .collect()
        },
    )
}

/// An account that is known from a day on; after the as-of date, marked so. One from before the text's own day was no reading of it yet.
fn since(scene: Scene<'_>, agreed: Day, from: Day, account: Html) -> Html {
    let known = Holds { from, end: None };
    let on = if from < agreed {
        scene.tell(ReadingsMsg::SaidBefore(from))
    } else {
        scene.voice.locale.day(from, DateStyle::Long).into()
    };
    html! {
        <div class="dated later" data-dates={known.dates()} data-now={known.now(scene.as_of)}>
            <time class="refs" datetime={from.to_string()}>{ on }</time>
            { " " }
            <span class="not-yet">{ scene.tell(ReadingsMsg::NotYet) }</span>
            { account }
        </div>
    }
}

/// The promises and the issues that the record ties to the text.
fn resting(scene: Scene<'_>, document: &Document) -> Html {
    let voice = scene.voice;
    let promises = promised_in(scene.dossier, document);
    let issues = issues_of(scene.dossier, document);
    html! {
        <>
            if !promises.is_empty() {
                <p class="rests-on">{ scene.tell(ReadingsMsg::Promised) }</p>
                <ul class="rests-on">
                    { for promises.iter().map(|promise| html! {
                        <li><a href={format!("{}#promise-{}", voice.base, promise.id)}>{ voice.words(&promise.text) }</a></li>
                    }) }
                </ul>
            }
            if !issues.is_empty() {
                <p class="rests-on">{ scene.tell(ReadingsMsg::Positions) }</p>
                <ul class="rests-on">
                    { for issues.iter().map(|issue| html! {
                        <li><a href={voice.issue_page(&issue.id)}>{ voice.words(&issue.title) }</a></li>
                    }) }
                </ul>
            }
        </>
    }
}
