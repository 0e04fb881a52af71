//! The ways to change the as-of date: buttons for dates worth a look, a date field, a slider under the playhead, and one day
//! back or on.

use yew::prelude::*;

use crate::dossier::date::Day;
use crate::messages::Msg;
use crate::state::{Action, AppState, Part, View};
use crate::views::date_field::DateField;
use crate::views::element::html;
use crate::views::held::held;
use crate::views::words::{Voice, does};

/// The controls of the as-of date.
pub fn as_of_controls(voice: Voice, state: &AppState, act: &Callback<Action>) -> Html {
    let (outline, as_of, window) = (&state.outline, state.as_of, state.settled);
    // A field of three rolls of numbers is dear to change; off the screen it waits, and nobody types into it there.
    let shown = state.follow.on(Part::View(View::Lead));
    let set = |day: Day| does(act, Action::SetAsOf(day));
    let span = &outline.meta.span;
    // The slider runs under the charts; a date outside the window is still its own.
    let (first, last) =
        (window.first_day().max(span.from).min(as_of), window.last_day().min(span.to).max(as_of));
    html! {
        <div class="as-of">
            <div class="presets" role="group" aria-label={voice.say(Msg::Presets)}>
                { for outline.presets.iter().map(|preset| html! {
                    <button key={preset.id.clone()} type="button" class="chip" onclick={set(preset.on)}
                        aria-pressed={if preset.on == as_of { "true" } else { "false" }}>{ voice.words(&preset.label) }</button>
                }) }
            </div>
            <div class="date">
                <label for="as-of-date">{ voice.say(Msg::AsOfDate) }</label>
                { held(DateField { control: "date", id: Some("as-of-date"), name: None, on: shown, first: span.from, last: span.to }) }
                <button type="button" class="step" onclick={set(as_of.plus(-1))} aria-label={voice.say(Msg::DayBefore)}>{ "\u{2039}" }</button>
                <button type="button" class="step" onclick={set(as_of.plus(1))} aria-label={voice.say(Msg::DayAfter)}>{ "\u{203a}" }</button>
                if !outline.issues.is_empty() {
                    <button type="button" class="play" onclick={does(act, Action::Play(!state.playing))} data-playing={state.playing.then_some("")}>{
                        voice.say(Msg::Play(state.playing))
                    }</button>
                }
            </div>
            <input class="slider" type="range" data-control="slider" step="1" min={first.number().to_string()} max={last.number().to_string()}
                value={as_of.number().to_string()} aria-label={voice.say(Msg::AsOfDate)} aria-valuetext={voice.say(Msg::SliderDay(as_of))} />
        </div>
    }
}
