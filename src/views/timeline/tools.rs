//! The buttons that move the window: every drag and pinch has one (WCAG 2.5.7).

use yew::prelude::*;

use crate::dossier::date::Day;
use crate::messages::Msg;
use crate::scale::Break;
use crate::state::{Action, AppState, Periods};
use crate::views::element::html;
use crate::views::words::{Voice, does};

/// The buttons.
pub fn tools(voice: Voice, state: &AppState, act: &Callback<Action>) -> Html {
    let symbol = |symbol: &'static str, label: Msg<'_>, action: Action| {
        html! { <button type="button" onclick={does(act, action)} aria-label={voice.say(label)}>{ symbol }</button> }
    };
    // What a break's mark does for a pointer, and the way back.
    let open = |fold: &Break| {
        html! { <button key={fold.from.to_string()} type="button" onclick={does(act, Action::ToggleBreak(fold.from))}>
        { voice.say(Msg::UnfoldYears { from: fold.from, to: fold.to.plus(-1) }) }</button> }
    };
    let fold = |from: &Day| {
        html! { <button key={from.to_string()} type="button" onclick={does(act, Action::ToggleBreak(*from))}>
        { voice.say(Msg::FoldBreak { from: *from }) }</button> }
    };
    // Two periods have no breaks, and lengths instead of the dossier's own stretches.
    let both = state.compare.as_ref().map(|both| both.periods());
    let years = |years: i32| {
        let days = years * Periods::YEAR;
        let shown = both.is_some_and(|both| (both.before, both.after) == (days, days));
        html! { <button type="button" onclick={does(act, Action::SetAround(days))} aria-pressed={if shown { "true" } else { "false" }}>
        { voice.say(Msg::CompareYears(years)) }</button> }
    };
    let whole = |label: Msg<'_>, action: Action| {
        html! { <button type="button" onclick={does(act, action)}>{ voice.say(label) }</button> }
    };
    // Where the hand rests: a button that came or went meanwhile would move what it holds.
    let in_view =
        state.axis.breaks().iter().filter(|fold| state.settled.touches(fold.from, fold.to.plus(-1)));
    html! {
        <div class="tools" role="group" aria-label={voice.say(Msg::TimelineTools)}>
            { symbol("\u{2190}", Msg::Earlier, Action::Pan(-0.5)) }
            { symbol("\u{2192}", Msg::Later, Action::Pan(0.5)) }
            { symbol("\u{2212}", Msg::ZoomOut, Action::Zoom { factor: 1.6, share: 0.5 }) }
            { symbol("+", Msg::ZoomIn, Action::Zoom { factor: 0.625, share: 0.5 }) }
            { if both.is_some() { years(1) } else { whole(Msg::ShowFocus, Action::ShowFocus) } }
            { if both.is_some() { years(2) } else { whole(Msg::ShowAll, Action::ShowAll) } }
            if state.events.len() > 1 {
                { whole(Msg::CompareToggle { on: both.is_some() }, Action::ToggleCompare) }
            }
            // Last, for they come and go.
            <span class="breaks">{ for in_view.filter(|_| both.is_none()).map(open) }</span>
            <span class="breaks">{ for state.opened.iter().filter(|_| both.is_none()).map(fold) }</span>
        </div>
    }
}
