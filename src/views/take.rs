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

/// What stands in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The table's name.
    pub table: String,
    /// What a row is, in English.
    pub about: String,
    /// Its columns, each with what it means, in English.
    pub columns: Vec<(String, String)>,
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
    /// What stands in those of its records.
    pub columns: Vec<Columns>,
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
            { part(voice, TakeMsg::Whole, TakeMsg::WholeAbout, &files.whole, Html::default()) }
            { part(voice, TakeMsg::Tables, TakeMsg::TablesAbout, &files.tables, columns(voice, files)) }
            { part(voice, TakeMsg::Calendar, TakeMsg::CalendarAbout, &files.calendar, Html::default()) }
            { part(voice, TakeMsg::Citations, TakeMsg::CitationsAbout { sources: dossier.sources.len() }, &files.citations, Html::default()) }
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

fn part(voice: Voice, heading: TakeMsg<'_>, about: TakeMsg<'_>, files: &[Taken], more: Html) -> Html {
    html! {
        <section>
            <h2>{ voice.tell(heading) }</h2>
            <p>{ voice.tell(about) }</p>
            <ul class="rules">{ for files.iter().map(|taken| html! { <li>{ file(voice, taken) }</li> }) }</ul>
            { more }
        </section>
    }
}

/// What stands in the tables. The meanings are those of the format's own description, which is in English.
fn columns(voice: Voice, files: &TakenFiles) -> Html {
    let computed = files.tables.iter().any(|taken| taken.name == "daylight.csv");
    html! {
        <details>
            <summary>{ voice.tell(TakeMsg::Columns) }</summary>
            if computed {
                <p>{ voice.tell(TakeMsg::DaylightTable) }</p>
            }
            <p>{ voice.tell(TakeMsg::ColumnsAbout) }</p>
            <div lang={voice.foreign("en")}>
                { for files.columns.iter().map(|table| html! {
                    <>
                        <h3>{ table.table.clone() }</h3>
                        <p>{ quoted(&table.about) }</p>
                        <ul class="rules">
                            { for table.columns.iter().map(|(name, meaning)| html! { <li><code>{ name.clone() }</code>{ ": " }{ quoted(meaning) }</li> }) }
                        </ul>
                    </>
                }) }
            </div>
        </details>
    }
}

/// Words of the format's description, in which what stands in a file is between backticks.
fn quoted(words: &str) -> Html {
    let pieces = words.split('`').enumerate();
    html! { <>{ for pieces.map(|(place, piece)| {
        let piece = piece.to_owned();
        if place % 2 == 1 { html! { <code>{ piece }</code> } } else { html! { <>{ piece }</> } }
    }) }</> }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    fn page(locale: Locale, tables: &[&str]) -> String {
        let taken = |name: &&str| Taken {
            href: (*name).to_owned(),
            name: (*name).to_owned(),
            ending: Ending::Csv,
            bytes: 1,
        };
        let columns = Columns {
            table: "events.csv".to_owned(),
            about: "What happened.".to_owned(),
            columns: vec![("lane".to_owned(), "Where it is drawn. `a`: An act of side a.".to_owned())],
        };
        let files = TakenFiles {
            whole: Vec::new(),
            tables: tables.iter().map(taken).collect(),
            columns: vec![columns],
            calendar: Vec::new(),
            citations: Vec::new(),
            charts: Vec::new(),
            on: us_dprk().meta.default_as_of,
        };
        let voice = Voice::of(Manner { base: "../", alone: true, ..Manner::main_page(locale) });
        fragment(take_page(voice, &us_dprk(), &files))
    }

    /// The words are those of the format, which are in English everywhere.
    #[test]
    fn the_columns_of_the_tables_are_explained() {
        let line = "<li><code>lane</code>: Where it is drawn. <code>a</code>: An act of side a.</li>";
        let english = page(Locale::En, &["events.csv", "daylight.csv"]);
        assert!(
            english.contains(&format!(
                "<div><h3>events.csv</h3><p>What happened.</p><ul class=\"rules\">{line}</ul>"
            )),
            "{english}"
        );
        let korean = page(Locale::Ko, &["events.csv", "daylight.csv"]);
        assert!(korean.contains("<div lang=\"en\"><h3>events.csv</h3>"), "{korean}");
    }

    #[test]
    fn a_table_that_is_not_there_is_not_explained() {
        let words = "daylight.csv is computed";
        assert!(page(Locale::En, &["events.csv", "daylight.csv"]).contains(words));
        assert!(!page(Locale::En, &["events.csv"]).contains(words));
    }
}
