//! Small pieces of text that every view needs: a language change, the marks of a record.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Confidence, Event, Party};
use crate::dossier::text::{Text, base_language};
use crate::find::{Pattern, highlights};
use crate::messages::{Locale, Msg, Told};
use crate::state::{Action, Record};
use crate::views::element::html;

/// What every view needs to write text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Voice {
    /// The language of the interface.
    pub locale: Locale,
    /// What stands before links to other built pages: `""` on the main page, `"../../"` two folders down.
    pub base: &'static str,
    /// What leads from the root of this language's pages to the site's, where what it has once stands: `""` for the first language.
    pub root: &'static str,
    /// Whether events and issues have built pages of their own. Those of a dossier that was opened from elsewhere have none.
    pub own_pages: bool,
    /// Whether a record stands on a page of its own, below its `h1`, and no program runs there.
    pub alone: bool,
}

impl Voice {
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

    /// The tag, where it names another language than the reader's, whatever the region.
    pub fn foreign<'a>(&self, tag: &'a str) -> Option<&'a str> {
        (base_language(tag) != base_language(self.locale.tag())).then_some(tag)
    }

    /// The address of an event's own page; where it has none, of its place on this one.
    pub fn event_page(&self, id: &str) -> AttrValue {
        if self.own_pages { [self.base, "event/", id, "/"].concat().into() } else { "#timeline".into() }
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
        party.map(|party| self.text(party.called()).to_string()).unwrap_or_default()
    }

    /// The same for the party with this id; where the dossier does not know it, the id.
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

/// A text with the words looked for marked in it.
pub fn marked(text: &str, words: &[Pattern]) -> Html {
    let mut parts: Vec<Html> = Vec::new();
    let mut at = 0;
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
    for found in highlights(text, words) {
        parts.push(part(at, found.start).into());
        parts.push(html! { <mark>{ part(found.start, found.end) }</mark> });
        at = found.end;
    }
    if parts.is_empty() {
        return text.to_owned().into();
    }
    parts.push(part(at, text.len()).into());
    parts.into_iter().collect()
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
                <p class="note"><b>{ voice.say(Msg::Note) }</b>{ " " }<span>{ voice.text(note) }</span></p>
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
                <button type="button" data-do="retry">{ voice.say(Msg::TryAgain) }</button>
            </p>
        },
        _ => html! { <p class="record-loading" role="status">{ voice.say(Msg::RecordLoading) }</p> },
    }
}

/// The value of `data-set-by`: what it stands on belongs to these events. `web/link.js` marks them together.
pub fn belongs_to(events: &[&Event]) -> Option<String> {
    let ids: Vec<&str> = events.iter().map(|event| event.id.as_str()).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
