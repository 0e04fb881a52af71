//! Taking the record along: the page that lists all files, and the links to a record's own.

use yew::prelude::*;

use super::pages::frame;
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::messages::{Ending, TakeMsg};
use crate::views::element::html;
use crate::views::words::Voice;

/// A file to take along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its address from the page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its format.
    pub ending: Ending,
    /// Its size.
    pub bytes: u64,
}

/// A view's picture as files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// Its text alternative.
    pub alt: String,
    /// As a drawing and as pixels.
    pub files: Vec<Taken>,
}

/// All files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenFiles {
    /// The whole dossier.
    pub whole: Vec<Taken>,
    /// Its tables.
    pub tables: Vec<Taken>,
    /// Its events as a calendar.
    pub calendar: Vec<Taken>,
    /// Its sources as citations.
    pub citations: Vec<Taken>,
    /// Its views as pictures.
    pub charts: Vec<Chart>,
    /// The date of the pictures.
    pub on: Day,
}

/// The page of all files.
pub fn take_page(voice: Voice, dossier: &Dossier, files: &TakenFiles) -> Html {
    let content = html! {
        <>
            <p class="dek">{ voice.tell(TakeMsg::Lede) }</p>
            { part(voice, TakeMsg::Whole, TakeMsg::WholeAbout, &files.whole) }
            { part(voice, TakeMsg::Tables, TakeMsg::TablesAbout, &files.tables) }
            { part(voice, TakeMsg::Calendar, TakeMsg::CalendarAbout, &files.calendar) }
            { part(voice, TakeMsg::Citations, TakeMsg::CitationsAbout { sources: dossier.sources.len() }, &files.citations) }
            <section>
                <h2>{ voice.tell(TakeMsg::Pictures) }</h2>
                <p>{ voice.tell(TakeMsg::PicturesAbout { on: files.on }) }</p>
                <ul class="rules">
                    { for files.charts.iter().map(|chart| html! {
                        <li>
                            <b>{ chart.title.clone() }</b>
                            { ": " }
                            { for chart.files.iter().enumerate().map(|(place, taken)| html! {
                                <>{ if place > 0 { ", " } else { "" } }{ file(voice, taken) }</>
                            }) }
                            <span class="source-facts">{ voice.tell(TakeMsg::Alternative) }{ " " }{ chart.alt.clone() }</span>
                        </li>
                    }) }
                </ul>
            </section>
        </>
    };
    frame(voice, dossier, Some("method"), voice.tell(TakeMsg::Heading), content)
}

fn part(voice: Voice, heading: TakeMsg<'_>, about: TakeMsg<'_>, files: &[Taken]) -> Html {
    html! {
        <section>
            <h2>{ voice.tell(heading) }</h2>
            <p>{ voice.tell(about) }</p>
            <ul class="rules">{ for files.iter().map(|taken| html! { <li>{ file(voice, taken) }</li> }) }</ul>
        </section>
    }
}

/// A link with format and size.
fn file(voice: Voice, taken: &Taken) -> Html {
    html! {
        <>
            <a href={taken.href.clone()} download={taken.name.clone()}>{ taken.name.clone() }</a>
            { voice.locale.bracketed(&format!("{}, {}", voice.tell(TakeMsg::Format(taken.ending)), voice.tell(TakeMsg::Size(taken.bytes)))) }
        </>
    }
}

/// The way to the page of all files.
pub fn take_link(voice: Voice) -> Html {
    html! { <a href={[voice.base, "data/"].concat()}>{ voice.tell(TakeMsg::Link) }</a> }
}

/// A record's citations as files, which stand beside its own page.
pub fn cite_files(voice: Voice) -> Html {
    let files =
        [(Ending::Csl, "citations.json"), (Ending::Bib, "citations.bib"), (Ending::Ris, "citations.ris")];
    html! {
        <p class="panel-links">
            <span>{ voice.tell(TakeMsg::CiteSources) }</span>
            { for files.into_iter().map(|(ending, name)| html! {
                <a href={name} download={name}>{ voice.tell(TakeMsg::Format(ending)) }</a>
            }) }
        </p>
    }
}
