//! What the reader has chosen: the state, the actions that change it, and its form in the address bar. Pure: an action and
//! a state give a state.

mod action;
mod address;
mod app_state;
#[cfg(test)]
mod app_state_test;
mod compare;
mod finding;
mod follow;
mod gap_view;
mod motion;
mod on_screen;
mod shared;
mod stepped;

pub use action::{Action, TourStep};
pub use address::{Address, kept};
pub use app_state::{AppState, Edge, GapMode, Record, Stretch};
pub use compare::{Compare, Periods, offered};
pub use finding::{FindAction, Finding, ListForm, Sought};
pub use follow::{Follow, Part, View};
pub use gap_view::{GapView, MOST_WEIGHT, order_name, parse_order};
pub use motion::{Motion, Pace, zoomed_by_wheel};
pub use on_screen::on_screen;
pub use shared::Shared;
