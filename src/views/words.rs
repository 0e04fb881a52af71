//! Small pieces of text that every view needs: a language change, the marks of a record.

use std::ops::Deref;
use std::sync::{Mutex, PoisonError};

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Confidence, Event, Party};
use crate::dossier::text::{Text, base_language};
use crate::find::{Pattern, highlights};
use crate::layout::text::{isolated, runs_backwards};
use crate::messages::{Locale, Msg, Told};
use crate::state::{Action, Address, Record};
use crate::views::element::html;

/// What every view needs to write text. Every part of every view takes it along, so it is no more than a pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Voice(&'static Manner);

/// How text is written on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Manner {
    /// The language of the interface.
    pub locale: Locale,
    /// What stands before links to other built pages: `""` on the main page, `"../../"` two folders down.
    pub base: &'static str,
    /// What leads from the root of this language's pages to the site's, where what it has once stands: `""` for the first language.
    pub root: &'static str,
    /// Whether events and issues have built pages of their own. Those of a dossier that was opened from elsewhere have none.
    pub own_pages: bool,
    /// What names the dossier in an address of this page where it was opened from elsewhere, with `&` behind: `"dossier=/talks.json&"`.
    pub dossier: &'static str,
    /// Whether a record stands on a page of its own, below its `h1`, and no program runs there.
    pub alone: bool,
    /// The language of the dossier's texts, where that is not the reader's.
    pub told: Option<&'static str>,
}

/// `auto` for a text with letters that run from right to left. Everywhere else the attribute would be bytes for nothing.
pub fn direction(text: &str) -> Option<&'static str> {
    runs_backwards(text).then_some("auto")
}

impl Manner {
    /// On the main page of a site's first language, where the dossier is told in the reader's own.
    pub const fn main_page(locale: Locale) -> Manner {
        Manner { locale, base: "", root: "", own_pages: true, dossier: "", alone: false, told: None }
    }
}

impl Deref for Voice {
    type Target = Manner;

    fn deref(&self) -> &Manner {
        self.0
    }
}

impl Voice {
    /// Writes in this manner. A program needs a handful of them, each of which is kept for good.
    pub fn of(manner: Manner) -> Voice {
        static KNOWN: Mutex<Vec<&Manner>> = Mutex::new(Vec::new());
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let found = known.iter().copied().find(|known| **known == manner);
        Voice(found.unwrap_or_else(|| {
            let new: &Manner = Box::leak(Box::new(manner));
            known.push(new);
            new
        }))
    }

    /// This voice about a dossier, which may be told in no language that the interface speaks.
    pub fn about(self, dossier: &Dossier) -> Voice {
        let told = dossier.first_language();
        let is_foreign = self.foreign(told).is_some()
            && dossier.meta.languages.iter().all(|tag| self.foreign(tag).is_some());
        // For good: a page has one dossier, and few bytes name its language.
        Voice::of(Manner { told: is_foreign.then(|| &*told.to_owned().leak()), ..*self })
    }

    /// A sentence of the interface.
    pub fn say(&self, msg: Msg<'_>) -> AttrValue {
        self.locale.say(msg).into()
    }

    /// A sentence of what is written ahead.
    pub fn tell(&self, msg: impl Told) -> AttrValue {
        self.locale.tell(&msg).into()
    }

    /// A dossier's text in the reader's language.
    pub fn text(&self, text: &Text) -> AttrValue {
        text.get(self.locale.tag()).to_owned().into()
    }

    /// A dossier's text as what stands in an element of the page: set apart where it is in another language or runs from right to left.
    pub fn words(&self, text: &Text) -> Html {
        self.own(self.text(text))
    }

    /// Words of the dossier's, set apart so.
    pub fn own(&self, words: AttrValue) -> Html {
        self.apart(&words, words.clone().into())
    }

    fn apart(&self, words: &str, set: Html) -> Html {
        if self.told.is_none() && !runs_backwards(words) {
            return set;
        }
        html! { <bdi lang={self.told}>{ set }</bdi> }
    }

    /// A dossier's text within a sentence of the interface: set apart by characters.
    pub fn inside(&self, text: &Text) -> String {
        isolated(text.get(self.locale.tag()))
    }

    /// The tag, where it names another language than the reader's, whatever the region.
    pub fn foreign<'a>(&self, tag: &'a str) -> Option<&'a str> {
        (base_language(tag) != base_language(self.locale.tag())).then_some(tag)
    }

    /// The address of an event's own page; where it has none, of this one with the event open.
    pub fn event_page(&self, id: &str) -> AttrValue {
        if self.own_pages {
            [self.base, "event/", id, "/"].concat().into()
        } else {
            self.with_event("", id).into()
        }
    }

    /// The address of the main page in this folder, or of the page for any dossier, with an event open.
    pub fn with_event(&self, folder: &str, id: &str) -> String {
        self.with(folder, &Address { event: Some(id.to_owned()), ..Address::default() })
    }

    /// The address of the main page in this folder, or of the page for any dossier, with what this address says.
    pub fn with(&self, folder: &str, address: &Address) -> String {
        [folder, "?", self.dossier, &address.query()].concat()
    }

    /// The names of parties, one after the other.
    pub fn names_of(&self, dossier: &Dossier, ids: &[String]) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.name_of(dossier, id)).collect();
        names.join(", ")
    }

    /// The address of an issue's own page; where it has none, of its place on this one.
    pub fn issue_page(&self, id: &str) -> AttrValue {
        if self.own_pages {
            [self.base, "issue/", id, "/"].concat().into()
        } else {
            ["#issue-", id].concat().into()
        }
    }

    /// The way from an open record to its own page, where it has one.
    pub fn own_page(&self, address: AttrValue) -> Html {
        html! {
            if self.own_pages {
                <p class="panel-links"><a href={address}>{ self.say(Msg::OwnPage) }</a></p>
            }
        }
    }

    /// A heading inside a record: below an `h3` on the main page, below the `h1` on a page of its own.
    pub fn heading(&self, class: &'static str, words: AttrValue) -> Html {
        if self.alone {
            html! { <h2 class={classes!("small", class)}>{ words }</h2> }
        } else {
            html! { <h4 {class}>{ words }</h4> }
        }
    }

    /// What a party is called.
    pub fn called(&self, party: Option<&Party>) -> String {
        party.map(|party| self.inside(party.called())).unwrap_or_default()
    }

    /// What the party with this id is called; where the dossier does not know it, the id.
    pub fn name_of(&self, dossier: &Dossier, id: &str) -> String {
        let name = self.called(dossier.party(id));
        if name.is_empty() { id.to_owned() } else { name }
    }
}

/// A choice of a `<select>`, the `at`-th. One that a reader chose once follows its attribute no more, so it is made anew when it is to be
/// chosen again: that is what its key is for.
pub fn choice(at: usize, value: String, words: AttrValue, chosen: bool) -> Html {
    html! { <option key={format!("{at} {}", u8::from(chosen))} {value} selected={chosen}>{ words }</option> }
}

/// A click handler that sends an action.
pub fn does(act: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    act.reform(move |_| action.clone())
}

/// A text of the dossier's with the words looked for marked in it.
pub fn marked(voice: Voice, text: &Text, words: &[Pattern]) -> Html {
    let text = &voice.text(text);
    let mut parts: Vec<Html> = Vec::new();
    let mut at = 0;
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
    for found in highlights(text, words) {
        parts.push(part(at, found.start).into());
        parts.push(html! { <mark>{ part(found.start, found.end) }</mark> });
        at = found.end;
    }
    if parts.is_empty() {
        return voice.own(text.clone());
    }
    parts.push(part(at, text.len()).into());
    voice.apart(text, parts.into_iter().collect())
}

/// The marks of a record: its confidence, a judgement call, the second reading; then its note.
pub fn marks(
    voice: Voice,
    confidence: Option<Confidence>,
    judgement: bool,
    audited: Option<Day>,
    note: Option<&Text>,
) -> Html {
    html! {
        <>
            <ul class="marks">
                if let Some(confidence) = confidence {
                    <li class={classes!("mark", confidence_class(confidence))}>{ voice.say(Msg::Confidence(confidence)) }</li>
                }
                if judgement {
                    <li class="mark judgement">{ voice.say(Msg::Judgement) }</li>
                }
                if let Some(day) = audited {
                    <li class="mark audited">{ voice.say(Msg::Audited(day)) }</li>
                }
            </ul>
            if let Some(note) = note {
                <p class="note"><b>{ voice.say(Msg::Note) }</b>{ " " }<span>{ voice.words(note) }</span></p>
            }
        </>
    }
}

fn confidence_class(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "confidence-high",
        Confidence::Medium => "confidence-medium",
        Confidence::Low => "confidence-low",
    }
}

/// What stands in place of a record that is not here: that it is on its way, or why it is not and what to do.
pub fn record_state(voice: Voice, record: &Record) -> Html {
    match record {
        Record::Failed(reason) => html! {
            <p class="record-failed" role="status">
                <span>{ voice.say(Msg::RecordFailed(reason)) }</span>
                { " " }
                { try_again(voice) }
            </p>
        },
        _ => html! { <p class="record-loading" role="status">{ voice.say(Msg::RecordLoading) }</p> },
    }
}

/// What asks for the record once more.
pub fn try_again(voice: Voice) -> Html {
    html! { <button type="button" data-do="retry">{ voice.say(Msg::TryAgain) }</button> }
}

/// The value of `data-set-by`: what it stands on belongs to these events. `web/link.js` marks them together.
pub fn belongs_to(events: &[&Event]) -> Option<String> {
    let ids: Vec<&str> = events.iter().map(|event| event.id.as_str()).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::views::fragment::fragment;

    const PLAIN: Manner = Manner::main_page(Locale::En);

    #[test]
    fn a_dossier_has_a_language_of_its_own_where_the_interface_speaks_none_of_its() {
        let told = |languages: &[&str]| {
            let mut dossier = us_dprk();
            dossier.meta.languages = languages.iter().map(|tag| (*tag).to_owned()).collect();
            Voice::of(PLAIN).about(&dossier).told
        };
        assert_eq!(
            (told(&["en"]), told(&["en-GB"]), told(&["ko", "en"]), told(&[])),
            (None, None, None, None)
        );
        assert_eq!((told(&["ko"]), told(&["fr-CA", "de"])), (Some("ko"), Some("fr-CA")));
    }

    #[test]
    fn where_an_event_has_no_page_its_address_opens_it_here() {
        let page = |manner: Manner| Voice::of(manner).event_page("a/b").to_string();
        assert_eq!(page(PLAIN), "event/a/b/");
        // The checker knows no address.
        assert_eq!(page(Manner { own_pages: false, ..PLAIN }), "?event=a%2Fb");
        let opened = Manner { own_pages: false, dossier: "dossier=/d/far.json&", ..PLAIN };
        assert_eq!(page(opened), "?dossier=/d/far.json&event=a%2Fb");
    }

    #[test]
    fn texts_stand_apart_where_they_must() {
        let words = |voice: Voice, text: &str| fragment(voice.words(&text.into()));
        assert_eq!(words(Voice::of(PLAIN), "Talks"), "Talks");
        assert_eq!(words(Voice::of(PLAIN), "\u{645} 1"), "<bdi>\u{645} 1</bdi>");
        let french = Voice::of(Manner { told: Some("fr"), ..PLAIN });
        assert_eq!(words(french, "Pourparlers"), "<bdi lang=\"fr\">Pourparlers</bdi>");
        let found = fragment(marked(french, &"Un deux".into(), &crate::find::patterns("deux")));
        assert_eq!(found, "<bdi lang=\"fr\">Un <mark>deux</mark></bdi>");
        assert_eq!(Voice::of(PLAIN).inside(&"\u{645}".into()), "\u{2068}\u{645}\u{2069}");
    }
}
