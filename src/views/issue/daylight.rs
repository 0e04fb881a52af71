//! How far apart the sides are on an issue, as a few words with a class of their own.

use yew::prelude::*;

use crate::analysis::{State, top_rung};
use crate::dossier::model::Issue;
use crate::messages::Msg;
use crate::views::words::Voice;

/// "3 rungs of 5 apart".
pub fn daylight_words(voice: &Voice, issue: &Issue, state: State) -> AttrValue {
    voice.say(Msg::Daylight(state, top_rung(issue)))
}

/// The class that makes the words amber where there is daylight for sure, and only there.
pub fn state_class(state: State) -> &'static str {
    match state {
        State::Apart { .. } => "apart",
        State::WithinReach { .. } => "within",
        State::Met => "met",
        State::Unknown => "unknown",
    }
}
