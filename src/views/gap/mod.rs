//! View `gap`: the daylight issue by issue, through time or on the as-of date, each opening to positions, words and sources.

mod card;
mod picture;

use std::rc::Rc;

use yew::prelude::*;

use crate::messages::Msg;
use crate::state::{Action, AppState, GapMode, Shared};
use crate::views::app::{Adopted, adopted_html};
use crate::views::element::html;
use crate::views::words::{Voice, does};

use card::Card;

/// What the gap shows.
pub struct GapProps {
    /// How to write text.
    pub voice: Voice,
    /// The state.
    pub state: Rc<AppState>,
    /// The list of all positions, written ahead.
    pub adopted: Shared<Adopted>,
    /// Changes the state.
    pub act: Callback<Action>,
}

/// The gap.
pub fn gap(props: GapProps) -> Html {
    let GapProps { voice, state, adopted, act } = props;
    let outline = &state.outline;
    let width = picture::card_width(state.width);
    let count = outline.issues.iter().map(|issue| issue.positions.len()).sum();
    let mode = |mode: GapMode, label: Msg<'_>| {
        let choose = does(&act, Action::SetGapMode(mode));
        html! {
            <button type="button" onclick={choose} aria-pressed={if state.gap_mode == mode { "true" } else { "false" }}>{ voice.say(label) }</button>
        }
    };
    let toggle = does(&act, Action::TogglePositionList);
    html! {
        <section id="gap" aria-labelledby="gap-heading">
            <div class="section-head">
                <h2 id="gap-heading">{ voice.say(Msg::GapHeading) }</h2>
                <div class="switch" role="group" aria-label={voice.say(Msg::GapSwitch)}>
                    { mode(GapMode::Charts, Msg::GapCharts) }
                    { mode(GapMode::Ladders, Msg::GapLadders) }
                </div>
            </div>
            <p class="lede">{ voice.say(Msg::GapHelp) }</p>
            <div class="cards">
                { for (0..outline.issues.len()).map(|index| {
                    let open = outline.issues.get(index).is_some_and(|issue| state.issue.as_deref() == Some(&issue.id));
                    html! {
                        <Card key={index} {voice} outline={outline.clone()} {index} mode={state.gap_mode} as_of={state.as_of} {width} {open}
                            record={open.then(|| state.record.clone())} act={act.clone()} />
                    }
                }) }
            </div>
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
