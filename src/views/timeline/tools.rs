//! The buttons that move the window: every drag and pinch has one (WCAG 2.5.7).

use yew::prelude::*;

use crate::messages::Msg;
use crate::state::Action;
use crate::views::words::{Voice, does};

/// The buttons.
pub fn tools(voice: Voice, act: &Callback<Action>) -> Html {
    let symbol = |symbol: &'static str, label: Msg<'_>, action: Action| {
        html! { <button type="button" onclick={does(act, action)} aria-label={voice.say(label)}>{ symbol }</button> }
    };
    html! {
        <div class="tools" role="group" aria-label={voice.say(Msg::TimelineTools)}>
            { symbol("\u{2190}", Msg::Earlier, Action::Pan(-0.5)) }
            { symbol("\u{2192}", Msg::Later, Action::Pan(0.5)) }
            { symbol("\u{2212}", Msg::ZoomOut, Action::Zoom { factor: 1.6, share: 0.5 }) }
            { symbol("+", Msg::ZoomIn, Action::Zoom { factor: 0.625, share: 0.5 }) }
            <button type="button" onclick={does(act, Action::ShowFocus)}>{ voice.say(Msg::ShowFocus) }</button>
            <button type="button" onclick={does(act, Action::ShowAll)}>{ voice.say(Msg::ShowAll) }</button>
        </div>
    }
}
