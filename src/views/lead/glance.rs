//! Each issue on the day as one bar: what the sentence counts, and where it comes from.

use yew::prelude::*;

use crate::analysis::{Daylight, daylight};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::Side;
use crate::messages::Msg;
use crate::scene::{GLANCE_HEIGHT, glance, num};
use crate::state::Shared;
use crate::views::element::html;
use crate::views::event::side_class;
use crate::views::held::{Draw, Memory, held_by};
use crate::views::issue::daylight_words;
use crate::views::picture::layer;
use crate::views::words::Voice;

/// All issues, as listed: a bar that always stands in one place can be watched while the date moves.
#[derive(Debug, PartialEq)]
pub struct Glance {
    /// How to write text.
    pub voice: Voice,
    /// The issues.
    pub outline: Shared<Dossier>,
    /// The date.
    pub on: Day,
}

impl Draw for Glance {
    fn draw(&self, _memory: &Memory) -> Html {
        let Glance { voice, outline, on } = self;
        html! {
            <div class="glance">
                <ol>
                    { for outline.issues.iter().enumerate().map(|(index, issue)| {
                        held_by(index, Bar { voice: *voice, outline: outline.clone(), index, now: daylight(issue, *on) })
                    }) }
                </ol>
                <p class="chart-help">
                    { for [Side::A, Side::B].into_iter().filter_map(|side| {
                        let party = outline.parties.iter().find(|party| party.side == Some(side))?;
                        Some(html! { <span class={side_class(Some(side))}>{ voice.called(Some(party)) }</span> })
                    }) }
                    { voice.say(Msg::GlanceKey) }
                </p>
            </div>
        }
    }
}

/// One issue. It is drawn again where its own daylight changes.
#[derive(Debug, PartialEq)]
struct Bar {
    voice: Voice,
    outline: Shared<Dossier>,
    index: usize,
    now: Daylight,
}

impl Draw for Bar {
    fn draw(&self, _memory: &Memory) -> Html {
        let Bar { voice, outline, index, now } = self;
        let Some(issue) = outline.issues.get(*index) else { return Html::default() };
        html! {
            <li>
                // The focus does not stop twelve times before the date: each issue has its stop in the gap.
                <a href={voice.issue_page(&issue.id)} data-issue={issue.id.clone()} tabindex="-1">
                    { voice.words(&issue.title) }
                    <span class="visually-hidden" translate="no">{ format!(": {}", daylight_words(voice, issue, now.state)) }</span>
                </a>
                <svg viewBox={format!("0 0 100 {}", num(GLANCE_HEIGHT))} preserveAspectRatio="none" aria-hidden="true">
                    { layer(&glance(outline, issue, now)) }
                </svg>
            </li>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::held::held;
    use crate::views::words::Manner;

    #[test]
    fn each_issue_has_its_bar_its_words_and_the_way_to_it() {
        let dossier = us_dprk();
        let voice = Voice::of(Manner::main_page(Locale::En));
        let drawn =
            fragment(held(Glance { voice, outline: Shared::new(dossier.outline()), on: day("2018-07-16") }));
        assert_eq!(drawn.matches("<li>").count(), 12);
        assert_eq!(drawn.matches("class=\"sure\"").count(), 7, "as many as the sentence says are apart");
        assert!(drawn.contains(": 3\u{2013}5 of 5 rungs apart"), "{drawn}");
        assert!(drawn.contains("data-issue=\"scope\""), "{drawn}");
        for name in ["side-a\">Washington", "side-b\">Pyongyang"] {
            assert!(drawn.contains(name), "{drawn}");
        }
        let before =
            fragment(held(Glance { voice, outline: Shared::new(dossier.outline()), on: day("1900-01-01") }));
        assert_eq!(before.matches("rail unknown").count(), 12);
        assert!(!before.contains("class=\"sure\""));
    }
}
