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
const MOST_EVENTS: usize = 30;
/// How many lines always stand there: room is kept for them, so that little below moves with the date.
const LINES: usize = 3;

/// The panel. What is more than a few lines is folded. It shows the day `on`; the ways on and back are those of
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
        let events: Vec<_> = entries.filter(|entry| entry.is_to_the_day()).take(MOST_EVENTS + 1).collect();
        let at_least = events.len() > MOST_EVENTS;
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
        // Pushed one by one: chained iterators weigh a kilobyte more in the page.
        let mut lines: Vec<Html> = Vec::new();
        for entry in events.iter().take(MOST_EVENTS) {
            lines.push(html! {
                <li><a href={voice.event_page(entry.id)} data-event={entry.id.to_owned()}>{ entry.title.to_owned() }</a></li>
            });
        }
        for point in &moved {
            let Some(issue) = outline.issues.get(point.issue) else { continue };
            lines.push(html! {
                <li class="moved">
                    <a href={voice.issue_page(&issue.id)} data-issue={issue.id.clone()}>{ voice.text(&issue.title) }</a>
                    { ": " }
                    <span class={classes!("tag", state_class(point.before))}>{ daylight_words(&voice, issue, point.before) }</span>
                    { " \u{2192} " }
                    <span class={classes!("tag", state_class(point.after))}>{ daylight_words(&voice, issue, point.after) }</span>
                </li>
            });
        }
        // The last line is for what is folded.
        let folded = if lines.len() > LINES { lines.split_off(LINES - 1) } else { Vec::new() };
        let more = Msg::MoreThisDay {
            events: events.len().min(MOST_EVENTS).saturating_sub(lines.len()),
            at_least,
            changes: moved.len().min(folded.len()),
        };
        html! {
            <div class="this-day">
                <h2>{ voice.say(Msg::OnThisDay(on)) }</h2>
                <p class="turns">{ turn(before, false) }{ turn(after, true) }</p>
                if lines.is_empty() {
                    <p>{ voice.say(Msg::NothingThisDay) }</p>
                } else {
                    <div>
                        <ul>{ for lines }</ul>
                        if !folded.is_empty() {
                            <details><summary>{ voice.say(more) }</summary><ul>{ for folded }</ul></details>
                        }
                    </div>
                }
            </div>
        }
    }
}
