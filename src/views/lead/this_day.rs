//! What changed on the as-of date: the events of the day, the issues on which the daylight moved, and the ways to the turning points
//! before and after it.

use yew::prelude::*;

use crate::analysis::{TurningPoint, turning_points, turns};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::index::Index;
use crate::messages::Msg;
use crate::state::{Action, Shared};
use crate::views::element::html;
use crate::views::held::{Draw, Memory};
use crate::views::issue::{daylight_words, state_class};
use crate::views::words::{Voice, does};

/// The most events listed; the timeline has all.
const MOST_EVENTS: usize = 6;

/// The panel. Its room is fixed, so that nothing below it moves with the date. It shows the day `on`; the ways on and back are those of
/// the as-of date also while the panel is far from the screen: the bar presses them from there.
#[derive(Debug, PartialEq)]
pub struct ThisDay {
    /// How to write text.
    pub voice: Voice,
    /// The issues.
    pub outline: Shared<Dossier>,
    /// The events.
    pub events: Shared<Index>,
    /// The day.
    pub on: Day,
    /// The as-of date.
    pub as_of: Day,
    /// Changes the state.
    pub act: Callback<Action>,
}

impl Draw for ThisDay {
    fn draw(&self, memory: &Memory) -> Html {
        let ThisDay { voice, outline, events, on, as_of, act } = self;
        let (voice, on) = (*voice, *on);
        let start = f64::from(on.number());
        let entries = events.between(start, start + 1.0).filter_map(|place| events.get(place));
        // A month's event has no day, and so is none of any day's.
        let events: Vec<_> = entries.filter(|entry| entry.is_to_the_day()).take(MOST_EVENTS).collect();
        // Kept without the events, whose ids belong to the dossier.
        let points = memory.keep(0, outline.clone(), |outline| {
            let bare = |TurningPoint { on, issue, before, after, .. }| TurningPoint {
                on,
                issue,
                before,
                after,
                events: Vec::new(),
            };
            turning_points(outline).into_iter().map(bare).collect::<Vec<TurningPoint<'static>>>()
        });
        let moved: Vec<_> = points.iter().filter(|point| point.on == on).collect();
        let (before, after) = turns(&points, *as_of);
        let turn = |day: Option<Day>, ahead: bool| {
            day.map(|day| html! {
            <button type="button" class="turn" data-turn={if ahead { "after" } else { "before" }} onclick={does(act, Action::Turn { on: ahead })}>{ voice.say(Msg::Turn { day, ahead }) }</button>
        })
        };
        html! {
            <div class="this-day">
                <h2>{ voice.say(Msg::OnThisDay(on)) }</h2>
                <p class="turns">{ turn(before, false) }{ turn(after, true) }</p>
                if events.is_empty() && moved.is_empty() {
                    <p>{ voice.say(Msg::NothingThisDay) }</p>
                } else {
                    <ul>
                        { for events.iter().map(|entry| html! {
                            <li><a href={voice.event_page(entry.id)} data-event={entry.id.to_owned()}>{ entry.title.to_owned() }</a></li>
                        }) }
                        { for moved.iter().filter_map(|point| outline.issues.get(point.issue).map(|issue| html! {
                            <li class="moved">
                                <a href={voice.issue_page(&issue.id)} data-issue={issue.id.clone()}>{ voice.text(&issue.title) }</a>
                                { ": " }
                                <span class={classes!("tag", state_class(point.before))}>{ daylight_words(&voice, issue, point.before) }</span>
                                { " \u{2192} " }
                                <span class={classes!("tag", state_class(point.after))}>{ daylight_words(&voice, issue, point.after) }</span>
                            </li>
                        })) }
                    </ul>
                }
            </div>
        }
    }
}
