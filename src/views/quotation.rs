//! Somebody's exact words, and what they say or said in another language. Words in the language of their publication, a translation that
//! says whose it is, and the original, with a source of its own, are three things, and look like three.

use yew::prelude::*;

use super::foreign::with_words_in;
use super::sources::linkable;
use super::words::{Voice, direction};
use crate::dossier::Dossier;
use crate::dossier::text::{Original, Quote, Text};
use crate::messages::Msg;
use crate::views::element::html;

/// Somebody's words, with speaker and date; marked with their language, and that named, where it is not the page's.
pub fn quotation(voice: Voice, dossier: &Dossier, quote: &Quote) -> Html {
    let words = voice.text(&quote.text);
    let by = voice.inside(&quote.by);
    let lang = foreign_language(voice, dossier, quote.lang.as_deref());
    // A figure ends with its caption, so what the words say elsewhere stands after it.
    html! {
        <div class="quote">
            <figure>
                <blockquote lang={lang.map(str::to_owned)} dir={direction(&words)}>{ quoted(&words) }</blockquote>
                <figcaption>{ voice.say(Msg::QuoteBy { by: &by, on: quote.on, lang }) }</figcaption>
            </figure>
            { in_other_words(voice, dossier, quote.translation.as_ref(), quote.original.as_ref()) }
        </div>
    }
}

/// The language of exact words, where it is not the page's; theirs is the dossier's first where they say none.
pub fn foreign_language<'a>(voice: Voice, dossier: &'a Dossier, lang: Option<&'a str>) -> Option<&'a str> {
    voice.foreign(lang.unwrap_or(dossier.first_language()))
}

/// What exact words say in the page's language, as the dossier translates them, or were in the language in which they were said.
pub fn in_other_words(
    voice: Voice,
    dossier: &Dossier,
    translation: Option<&Text>,
    original: Option<&Original>,
) -> Html {
    let said = translation.and_then(|text| text.only_in(voice.locale.tag()));
    // Who can read the original needs no translation.
    let said = said.filter(|_| original.is_none_or(|original| voice.foreign(&original.lang).is_some()));
    html! {
        <>
            if let Some(original) = original {
                { as_first_said(voice, dossier, original) }
            }
            if let Some(said) = said {
                <p class="translation" dir={direction(said)}>{ quoted(said) }<small>{ voice.say(Msg::OurTranslation) }</small></p>
            }
        </>
    }
}

fn as_first_said(voice: Voice, dossier: &Dossier, original: &Original) -> Html {
    let source = dossier.source(&original.source);
    let lang = voice.foreign(&original.lang).map(str::to_owned);
    html! {
        <div class="original">
            <p {lang} dir={direction(&original.text)}>{ quoted(&original.text) }</p>
            <small>
                { voice.say(Msg::OriginalIn(&original.lang)) }
                if let Some(source) = source {
                    { ", " }<a href={linkable(&source.url)} rel="noopener">{ voice.words(&source.publisher) }</a>
                }
                if let Some(note) = &original.note {
                    { ". " }{ with_words_in(voice, &voice.text(note), &original.lang) }
                }
            </small>
        </div>
    }
}

/// Words in quotation marks.
pub fn quoted(words: &str) -> String {
    ["\u{201c}", words, "\u{201d}"].concat()
}
