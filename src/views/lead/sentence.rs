//! The computed sentence: how many issues are apart, and which is widest.

use yew::prelude::*;

use crate::analysis::{Counts, Weights, summary};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::messages::{Locale, Msg};
use crate::state::Shared;
use crate::views::element::html;
use crate::views::held::{Draw, Memory};
use crate::views::issue::daylight_words;
use crate::views::words::Voice;

/// The sentence of a day on which something is known, as text.
pub fn counted(locale: Locale, on: Day, counts: Counts) -> String {
    let parts = [
        Msg::LeadBefore(on),
        Msg::LeadCount { apart: counts.apart, issues: counts.issues() },
        Msg::LeadAfter,
    ];
    parts.into_iter().map(|part| locale.say(part)).collect()
}

/// The sentence of the day, its numbers leading to what they are made of.
#[derive(Debug, PartialEq)]
pub struct Sentence {
    /// How to write text.
    pub voice: Voice,
    /// The issues.
    pub outline: Shared<Dossier>,
    /// The day.
    pub on: Day,
}

/// The sentence of the day that is told to those who do not see it, by itself: a step of the date leaves it alone.
#[derive(Debug, PartialEq)]
pub struct Told {
    /// How to write text.
    pub voice: Voice,
    /// The issues.
    pub outline: Shared<Dossier>,
    /// The day; `None` before the date first moved.
    pub on: Option<Day>,
}

impl Draw for Told {
    fn draw(&self, _memory: &Memory) -> Html {
        let words = |on: Day| {
            let counts = summary(&self.outline, &Weights::equal(), on).counts;
            if counts.known() == 0 {
                self.voice.locale.say(Msg::LeadUnknown { on })
            } else {
                counted(self.voice.locale, on, counts)
            }
        };
        html! { <p class="visually-hidden" role="status">{ self.on.map(words) }</p> }
    }
}

impl Draw for Sentence {
    fn draw(&self, _memory: &Memory) -> Html {
        let Sentence { voice, outline, on } = self;
        let (voice, as_of) = (*voice, *on);
        let summary = summary(outline, &Weights::equal(), as_of);
        let counts = summary.counts;
        let rest = Msg::LeadRest {
            apart: counts.apart,
            within: counts.within_reach,
            met: counts.met,
            unknown: counts.unknown,
        };
        let rest = if counts.known() == 0 { AttrValue::default() } else { voice.say(rest) };
        // Only what is apart has a width worth naming.
        let widest = summary.widest.filter(|_| counts.apart > 0);
        let widest = widest.and_then(|(index, state)| Some((outline.issues.get(index)?, state)));
        html! {
            <div class="sentence">
                <p class="headline" translate="no">
                    if counts.known() == 0 {
                        <span>{ voice.say(Msg::LeadUnknown { on: as_of }) }</span>
                    } else {
                        <span>{ voice.say(Msg::LeadBefore(as_of)) }</span>
                        <a href={[voice.base, "#gap"].concat()}>{ voice.say(Msg::LeadCount { apart: counts.apart, issues: counts.issues() }) }</a>
                        <span>{ voice.say(Msg::LeadAfter) }</span>
                    }
                </p>
                <p class="subline">
                    if let Some((issue, state)) = widest {
                        <span>{ voice.say(Msg::LeadWidest) }</span>
                        { " " }
                        <a href={voice.issue_page(&issue.id)} data-issue={issue.id.clone()}>{ voice.text(&issue.title) }</a>
                        <span class="number" translate="no">{ format!(" ({}). ", daylight_words(&voice, issue, state)) }</span>
                    }
                    <span translate="no">{ rest }</span>
                </p>
            </div>
        }
    }
}
