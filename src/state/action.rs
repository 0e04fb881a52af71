//! Everything that can change the state.

use super::address::Address;
use super::app_state::{Edge, GapMode, Stretch};
use super::finding::{FindAction, Sought};
use super::follow::Part;
use super::motion::Pace;
use super::shared::Shared;
use crate::analysis::IssueOrder;
use crate::dossier::Dossier;
use crate::dossier::date::Day;
#[cfg(any(feature = "open", feature = "native"))]
use crate::index::Index;

/// A step of the tour, and how it sets the views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TourStep {
    /// Its id.
    pub id: String,
    /// The as-of date.
    pub on: Day,
    /// Id of the event to open.
    pub event: Option<String>,
    /// Id of the issue to open.
    pub issue: Option<String>,
}

/// A change of state. Nothing else changes it.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "an address is restored once a step in the history")]
pub enum Action {
    /// Look at another date; held inside the dossier's span.
    SetAsOf(Day),
    /// Open an event's record, or close it.
    OpenEvent(Option<String>),
    /// Open an issue's record, or close it.
    OpenIssue(Option<String>),
    /// Make an event the one tab stop of the timeline, and bring it into the window.
    FocusEvent(String),
    /// The same in the picture of one of two periods that are compared: 0 the first, 1 the second.
    FocusIn(usize, String),
    /// Compare two periods, those the dossier suggests; or go back to the one timeline.
    ToggleCompare,
    /// Make this day the day zero of a period: 0 the first, 1 the second.
    SetZero(usize, Day),
    /// Show so many days before and after both day zeros.
    SetAround(i32),
    /// Move the window by a share of its length; later where positive. Where two periods are compared, both windows.
    Pan(f64),
    /// Make the window `factor` times as long around the instant at `share` (0 left edge, 1 right edge).
    Zoom {
        /// Below 1 zooms in.
        factor: f64,
        /// Where the instant stands that does not move.
        share: f64,
    },
    /// The same around the mark of an event, which has the focus and keeps it: in the timeline (0) or in one of two periods that are
    /// compared.
    ZoomOn {
        /// As in [`Action::Zoom`].
        factor: f64,
        /// Of the event, or the first event of a cluster.
        id: String,
        /// Of two periods that are compared, 0 the first, 1 the second.
        period: usize,
    },
    /// What a hand did on the timeline since the last frame: a pan and a zoom at once, of which more will follow.
    Move {
        /// As in [`Action::Pan`].
        pan: f64,
        /// As in [`Action::Zoom`].
        factor: f64,
        /// As in [`Action::Zoom`].
        share: f64,
        /// Whether frames keep pace.
        pace: Pace,
    },
    /// The hand rests: the picture may be drawn at leisure.
    Settle,
    /// What seemed to be a pan was none, the browser scrolls the page instead: the window is again as it was before.
    PutBack,
    /// Show what lies between two shares of the axis, 0 its beginning, 1 its end: a hand moves the overview's
    /// handle, and more of it will follow.
    SetShares {
        /// The left edge.
        from: f64,
        /// The right edge.
        to: f64,
    },
    /// Move one edge of the window by a share of its length; later where positive.
    MoveEdge {
        /// Which edge.
        edge: Edge,
        /// By how much of the window's length.
        by: f64,
    },
    /// Open a cluster of events between two days: spread them over the window, or list them where no zoom would part them.
    Spread(Stretch),
    /// Show more rows of the list of a stretch's events.
    MoreOfStretch,
    /// Close the list of a stretch's events.
    CloseStretch,
    /// Open the break that begins on this day, or fold it again.
    ToggleBreak(Day),
    /// Show the stretch the dossier is about.
    ShowFocus,
    /// Show the whole span of the dossier.
    ShowAll,
    /// Show the time of all events that the filters leave.
    ShowFound,
    /// Show the gap through time, or on the as-of date.
    SetGapMode(GapMode),
    /// Parts came onto the screen, or went from it. What is off it follows the as-of date only where that rests.
    Seen(Vec<(Part, bool)>),
    /// The as-of date rests: all follows it, on the screen or off.
    CatchUp,
    /// Put the issues into another order.
    SetOrder(IssueOrder),
    /// Count changes since this date; held inside the dossier's span.
    SetSince(Day),
    /// Let the issue at this place count so much.
    Weigh(usize, u16),
    /// Let all issues count the same again.
    WeighEqually,
    /// Go to the next turning point, or the one before.
    Turn {
        /// Whether the next.
        on: bool,
    },
    /// Run from turning point to turning point, or stop.
    Play(bool),
    /// Take a step of the tour, or leave it.
    Step(Option<TourStep>),
    /// Show or hide the list of all events.
    ToggleEventList,
    /// Show or hide the list of all positions.
    TogglePositionList,
    /// Look for events, or list them in another way.
    Find(FindAction),
    /// What a search of a large table found; nothing where something else is asked by now.
    Sought(Shared<Sought>),
    /// The page measured the room it has, in CSS pixels.
    SetWidth(f64),
    /// The whole dossier is being fetched.
    RecordRequested,
    /// The whole dossier has arrived.
    RecordArrived(Shared<Dossier>),
    /// The whole dossier could not be had, and why.
    RecordFailed(String),
    /// Take over what an address says.
    Restore(Address),
    /// Show another version of the dossier, as far as it has what is shown.
    #[cfg(any(feature = "open", feature = "native"))]
    Renew(Shared<Dossier>, Shared<Index>),
}

impl Action {
    /// Whether a movement of the window ends with it: it sets the window by itself, or says that the hand rests.
    pub(super) fn ends_movement(&self) -> bool {
        match self {
            Action::SetAsOf(_)
            | Action::OpenEvent(_)
            | Action::FocusEvent(_)
            | Action::FocusIn(..)
            | Action::ToggleCompare
            | Action::SetZero(..)
            | Action::SetAround(_)
            | Action::Pan(_)
            | Action::Zoom { .. }
            | Action::ZoomOn { .. }
            | Action::Move { .. }
            | Action::Settle
            | Action::PutBack
            | Action::SetShares { .. }
            | Action::MoveEdge { .. }
            | Action::Spread(_)
            | Action::ToggleBreak(_)
            | Action::ShowFocus
            | Action::ShowAll
            | Action::ShowFound
            | Action::Turn { .. }
            | Action::Step(_) => true,
            Action::OpenIssue(_)
            | Action::MoreOfStretch
            | Action::CloseStretch
            | Action::SetGapMode(_)
            | Action::Seen(_)
            | Action::CatchUp
            | Action::SetOrder(_)
            | Action::SetSince(_)
            | Action::Weigh(..)
            | Action::WeighEqually
            | Action::Play(_)
            | Action::ToggleEventList
            | Action::TogglePositionList
            | Action::Find(_)
            | Action::Sought(_)
            | Action::SetWidth(_)
            | Action::RecordRequested
            | Action::RecordArrived(_)
            | Action::RecordFailed(_)
            // An address is also restored right after the first picture, which is drawn quickly and settles by itself.
            | Action::Restore(_) => false,
            #[cfg(any(feature = "open", feature = "native"))]
            Action::Renew(..) => true,
        }
    }
}
