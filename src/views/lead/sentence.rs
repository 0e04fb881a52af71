//! The computed sentence: how many issues are apart, and which is widest.

use yew::prelude::*;

use crate::analysis::{Counts, Weights, daylight, newest_position, summary};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::messages::{Locale, Msg};
use crate::state::Shared;
use crate::views::element::html;
use crate::views::held::{Draw, Memory};
use crate::views::issue::{daylight_words, stands};
use crate::views::words::Voice;

/// The sentence of a day on which something is known, as text.
fn counted(locale: Locale, on: Day, counts: Counts) -> String {
    let parts = [
        Msg::LeadBefore { on, apart: counts.apart },
        Msg::LeadCount { apart: counts.apart, known: counts.known(), unknown: counts.unknown },
        Msg::LeadAfter { apart: counts.apart, unknown: counts.unknown },
    ];
    parts.into_iter().map(|part| locale.say(part)).collect()
}

/// All that is said of a day, as text: its sentence, and where the record of positions ends before it, that.
pub fn said(locale: Locale, outline: &Dossier, on: Day) -> String {
    let counts = summary(outline, &Weights::equal(), on).counts;
    let sentence =
        if counts.known() == 0 { locale.say(Msg::LeadUnknown { on }) } else { counted(locale, on, counts) };
    match none_newer(locale, outline, on) {
        Some(more) => [sentence, more].join(" "),
        None => sentence,
    }
}

/// That no newer position is on record, on a day after the newest.
fn none_newer(locale: Locale, outline: &Dossier, on: Day) -> Option<String> {
    let newest = newest_position(outline).filter(|newest| *newest < on)?;
    Some(locale.say(Msg::NoNewerPosition(newest)))
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
        let words = self.on.map(|on| said(self.voice.locale, &self.outline, on));
        html! { <p class="visually-hidden" role="status">{ words }</p> }
    }
}

impl Draw for Sentence {
    fn draw(&self, _memory: &Memory) -> Html {
        let Sentence { voice, outline, on } = self;
        let (voice, as_of) = (*voice, *on);
        let summary = summary(outline, &Weights::equal(), as_of);
        let counts = summary.counts;
        let rest = Msg::LeadRest { apart: counts.apart, within: counts.within_reach, met: counts.met };
        let rest = if counts.known() == 0 { AttrValue::default() } else { voice.say(rest) };
        // Only what is apart has a width worth naming.
        let widest = summary.widest.filter(|_| counts.apart > 0);
        let widest = widest.and_then(|(index, state)| Some((outline.issues.get(index)?, state)));
        html! {
            <div class="sentence">
                <h2 id="headline" class="headline" translate="no">
                    if counts.known() == 0 {
                        <span>{ voice.say(Msg::LeadUnknown { on: as_of }) }</span>
                    } else {
                        <span>{ voice.say(Msg::LeadBefore { on: as_of, apart: counts.apart }) }</span>
                        <a href={[voice.base, "#gap"].concat()}>{ voice.say(Msg::LeadCount { apart: counts.apart, known: counts.known(), unknown: counts.unknown }) }</a>
                        <span>{ voice.say(Msg::LeadAfter { apart: counts.apart, unknown: counts.unknown }) }</span>
                    }
                </h2>
                <p class="subline">
                    if let Some(more) = none_newer(voice.locale, outline, as_of) {
                        <span translate="no">{ more }{ " " }</span>
                    }
                    if let Some((issue, state)) = widest {
                        <span>{ voice.say(Msg::LeadWidest) }</span>
                        { " " }
                        <a href={voice.issue_page(&issue.id)} data-issue={issue.id.clone()}>{ voice.words(&issue.title) }</a>
                        <span class="number" translate="no">{ voice.locale.bracketed(&daylight_words(&voice, issue, state)) + ". " }</span>
                    }
                    <span translate="no">{ rest }</span>
                </p>
                if let Some((issue, _)) = widest {
                    { stands(voice, outline, issue, &daylight(issue, as_of)) }
                }
            </div>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::views::fragment::fragment;
    use crate::views::held::held;
    use crate::views::words::Manner;

    #[test]
    fn after_the_newest_position_the_day_has_no_news() {
        let dossier = us_dprk();
        let outline = Shared::new(dossier.outline());
        let voice = Voice::of(Manner::main_page(Locale::En));
        let more = "No position on record is newer than 31 December 2019.";
        for (on, is_past) in [
            ("1900-01-01", false),
            ("2018-07-16", false),
            ("2019-12-31", false),
            ("2020-01-01", true),
            ("2024-12-31", true),
        ] {
            let on = day(on);
            let text = said(Locale::En, &dossier, on);
            assert_eq!(text.ends_with(more), is_past, "{text}");
            let drawn = fragment(held(Sentence { voice, outline: outline.clone(), on }));
            assert_eq!(drawn.contains(more), is_past, "{drawn}");
            let told = fragment(held(Told { voice, outline: outline.clone(), on: Some(on) }));
            assert!(told.contains(&text), "{told}");
        }
    }
}
