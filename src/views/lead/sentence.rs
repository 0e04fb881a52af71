//! The computed sentence: how many issues are apart, and which are widest.

use yew::prelude::*;

use crate::analysis::{Counts, Weights, daylight, newest_position, summary};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::Issue;
use crate::messages::{Locale, Msg};
use crate::state::Shared;
use crate::views::element::html;
use crate::views::held::{Draw, Memory};
use crate::views::issue::{daylight_words, stands};
use crate::views::words::Voice;

/// How many of the widest issues are named: the line stays short.
const NAMED: usize = 2;

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
        let wide = if counts.apart > 0 { summary.widest } else { Vec::new() };
        let named = wide.iter().take(NAMED).filter_map(|(index, state)| {
            let issue = outline.issues.get(*index)?;
            Some((issue, daylight_words(&voice, issue, *state)))
        });
        let named: Vec<(&Issue, AttrValue)> = named.collect();
        let more = wide.len() - named.len();
        let more = if more > 0 { [" ", &*voice.say(Msg::LeadMore(more))].concat() } else { String::new() };
        // Of two that are as wide in the same words, the words stand once.
        let behind = |place: usize, words: &AttrValue| match named.get(place + 1) {
            Some((_, next)) if next == words => voice.locale.between_brackets().to_owned(),
            Some(_) => voice.locale.bracketed(words) + voice.locale.between_brackets(),
            None => [&*voice.locale.bracketed(words), &more, ". "].concat(),
        };
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
                    if !named.is_empty() {
                        <span>{ voice.say(Msg::LeadWidest) }</span>
                        { " " }
                        { for named.iter().enumerate().map(|(place, (issue, words))| html! {
                            <>
                                <a href={voice.issue_page(&issue.id)} data-issue={issue.id.clone()}>{ voice.words(&issue.title) }</a>
                                <span class="number" translate="no">{ behind(place, words) }</span>
                            </>
                        }) }
                    }
                    <span translate="no">{ rest }</span>
                </p>
                if let Some((issue, _)) = named.first() {
                    if named.len() > 1 {
                        <p class="subline">{ voice.words(&issue.title) }{ ":" }</p>
                    }
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

    fn drawn(dossier: &Dossier, locale: Locale, on: &str) -> String {
        let voice = Voice::of(Manner::main_page(locale));
        fragment(held(Sentence { voice, outline: Shared::new(dossier.outline()), on: day(on) }))
    }

    /// The markup without its tags.
    fn text_of(html: &str) -> String {
        html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect()
    }

    #[test]
    fn all_that_are_widest_are_named_and_the_positions_say_whose_they_are() {
        let dossier = us_dprk();
        let one = text_of(&drawn(&dossier, Locale::En, "2018-07-16"));
        let proof = "Proof: declaration and verification";
        assert!(
            one.contains(&format!("Widest: {proof} (3\u{2013}5 of 5 rungs apart). The others: ")),
            "{one}"
        );
        assert_eq!(one.matches(proof).count(), 1);
        let two = text_of(&drawn(&dossier, Locale::En, "2018-06-11"));
        let named = format!(
            "{proof}; Security assurances and ending the war (3\u{2013}4 of 5 rungs apart). The others: "
        );
        assert!(two.contains(&named), "{two}");
        assert!(two.contains(&format!("{proof}:Washington expects")), "{two}");
    }

    #[test]
    fn of_more_than_two_the_others_are_counted() {
        let mut dossier = us_dprk();
        // Proof four times, and once on a ladder of twice the rungs.
        let proof = dossier.issue("proof").unwrap().clone();
        dossier.issues = vec![proof; 4];
        let second = &mut dossier.issues[1];
        let more = second.ladder.clone();
        second.ladder.extend(more.into_iter().skip(1));
        for position in &mut second.positions {
            (position.low, position.high) = (position.low * 2, position.high * 2);
        }
        let english = text_of(&drawn(&dossier, Locale::En, "2018-07-16"));
        assert!(
            english.contains(" (3\u{2013}5 of 5 rungs apart); ")
                && english.contains(" (6\u{2013}10 of 10 rungs apart) and 2 more. "),
            "{english}"
        );
        let korean = text_of(&drawn(&dossier, Locale::Ko, "2018-07-16"));
        assert!(korean.contains(" 외 2개. "), "{korean}");
    }

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
