//! View `gap`: the daylight issue by issue, through time or on the as-of date, each opening to positions, words and sources.

mod card;
mod picture;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::IssueOrder;
use crate::messages::Msg;
use crate::state::{Action, AppState, GapMode, Part, Shared, View, order_name};
use crate::views::app::{Adopted, adopted_html};
use crate::views::date_field::DateField;
use crate::views::element::html;
use crate::views::held::{Draw, Memory, held, held_by};
use crate::views::share::view_links;
use crate::views::words::{Voice, choice, does};

use card::Card;
pub use picture::chart_days;
use table::Table;

/// The gap.
#[derive(Debug)]
pub struct Gap {
    /// How to write text.
    pub voice: Voice,
    /// The state.
    pub state: Rc<AppState>,
    /// The list of all positions, written ahead.
    pub adopted: Shared<Adopted>,
    /// Changes the state.
    pub act: Callback<Action>,
}

impl PartialEq for Gap {
    /// Of the state it shows the issues and what the reader chose for them; the timeline's window is nothing to it.
    fn eq(&self, other: &Gap) -> bool {
        let (a, b) = (&self.state, &other.state);
        self.voice == other.voice
            && self.adopted == other.adopted
            && self.act == other.act
            && (&a.outline, &a.record, &a.issue) == (&b.outline, &b.record, &b.issue)
            && (&a.gap, a.gap_mode) == (&b.gap, b.gap_mode)
            && (a.position_list, a.width) == (b.position_list, b.width)
            && [Part::View(View::Gap), Part::Table]
                .into_iter()
                .chain((0..a.outline.issues.len()).map(Part::Card))
                .all(|part| a.follow.on(part) == b.follow.on(part))
    }
}

impl Draw for Gap {
    fn draw(&self, _memory: &Memory) -> Html {
        let Gap { voice, state, adopted, act } = self;
        let (voice, outline) = (*voice, &state.outline);
        let width = picture::card_width(state.width);
        let count = outline.issues.iter().map(|issue| issue.positions.len()).sum();
        let mode = |mode: GapMode, label: Msg<'_>| {
            let choose = does(act, Action::SetGapMode(mode));
            html! {
                <button type="button" onclick={choose} aria-pressed={if state.gap_mode == mode { "true" } else { "false" }}>{ voice.say(label) }</button>
            }
        };
        let toggle = does(act, Action::TogglePositionList);
        html! {
            <section id="gap" data-follows="gap" aria-labelledby="gap-heading">
                <div class="section-head">
                    <h2 id="gap-heading">{ voice.say(Msg::GapHeading) }</h2>
                    { view_links(voice, "gap") }
                    { sorting(voice, state) }
                    <div class="switch" role="group" aria-label={voice.say(Msg::GapSwitch)}>
                        { mode(GapMode::Charts, Msg::GapCharts) }
                        { mode(GapMode::Ladders, Msg::GapLadders) }
                    </div>
                </div>
                <p class="lede">{ voice.say(Msg::GapHelp) }</p>
                <div class="cards">
                    { for state.gap.places(outline, state.follow.on(Part::View(View::Gap))).into_iter().map(|index| {
                        let open = outline.issues.get(index).is_some_and(|issue| state.issue.as_deref() == Some(&issue.id));
                        html! {
                            { held_by(index, Card {
                                voice,
                                outline: outline.clone(),
                                index,
                                mode: state.gap_mode,
                                as_of: state.follow.on(Part::Card(index)),
                                width,
                                open,
                                record: open.then(|| state.record.clone()),
                                act: act.clone(),
                            }) }
                        }
                    }) }
                </div>
                { held(Table {
                    voice,
                    outline: outline.clone(),
                    weights: state.gap.weights.clone(),
                    on: state.follow.on(Part::Table),
                    act: act.clone(),
                }) }
                if !adopted.positions.is_empty() {
                    <button type="button" class="show-list" onclick={toggle} aria-expanded={if state.position_list { "true" } else { "false" }}
                        aria-controls="positions-list">{ voice.say(Msg::PositionList { open: state.position_list, count }) }</button>
                    <div id="positions-list" class={classes!("list", state.position_list.then_some("open"))}>
                        <h3>{ voice.say(Msg::PositionListHeading) }</h3>
                        { adopted_html("positions", &adopted.positions) }
                    </div>
                }
            </section>
        }
    }
}

/// In which order the issues stand. Where it is by change, since when.
fn sorting(voice: Voice, state: &AppState) -> Html {
    let chosen = state.gap.order;
    let span = &state.outline.meta.span;
    let since = state.gap.since(&state.outline);
    let orders = [IssueOrder::Given, IssueOrder::Width, IssueOrder::Change, IssueOrder::Actor];
    html! {
        <div class="sorting">
            <label for="gap-order">{ voice.say(Msg::OrderLabel) }</label>
            <select id="gap-order" data-control="order">
                { for orders.into_iter().enumerate().map(|(at, order)| choice(at, order_name(order).to_owned(), voice.say(Msg::Order(order)), order == chosen)) }
            </select>
            if chosen == IssueOrder::Change {
                <label for="gap-since">{ voice.say(Msg::Since) }</label>
                { held(DateField { control: "since", id: Some("gap-since"), name: None, on: since, first: span.from, last: span.to }) }
            }
        </div>
    }
}
