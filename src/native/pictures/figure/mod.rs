//! What each view draws when it is a picture: a title, a sentence, and marks.

mod record;
mod scenes;

use super::frame::{Body, Size};
use super::{Studio, Subject};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::scale::Window;

pub use scenes::sentence;

/// What a picture shows.
pub struct Figure<'a> {
    /// Its title.
    pub title: String,
    /// A sentence below it.
    pub line: String,
    /// The date it is drawn for, in words; empty where it has none.
    pub date: String,
    /// What it shows, for who cannot see it.
    pub alt: String,
    /// How it is read, in words below it; only a chart has room for it.
    pub key: String,
    /// Its marks.
    pub body: Body<'a>,
}

/// What a subject draws on a date. `None` where the dossier has nothing to draw, or the view has no chart.
pub fn of<'a>(studio: &'a Studio<'a>, subject: Subject<'a>, on: Day, size: Size) -> Option<Figure<'a>> {
    match subject {
        Subject::Event(event) => Some(scenes::of_event(studio, event)),
        Subject::Issue(issue) => Some(scenes::of_issue(studio, issue, on)),
        Subject::View(view) => of_view(studio, view, on, size),
    }
}

fn of_view<'a>(studio: &'a Studio<'a>, view: &str, on: Day, size: Size) -> Option<Figure<'a>> {
    let dossier = studio.dossier;
    let card = size == Size::Card;
    match view {
        "lead" => Some(scenes::lead(studio, on)),
        "timeline" => (!studio.index.is_empty()).then(|| scenes::all_events(studio, on)),
        "gap" => (!dossier.issues.is_empty()).then(|| scenes::gap(studio, on, card)),
        "words" => record::words(studio).filter(|_| card),
        "meetings" => record::meetings(studio, on, card),
        "clock" => record::clock(studio, on, card),
        "promises" => record::promises(studio, on, card),
        "launches" => record::launches(studio, on, card),
        "argument" => record::argument(studio).filter(|_| card),
        "sources" => card.then(|| record::sources(studio)),
        _ => None,
    }
}

/// The stretch that the page shows first.
fn focus(dossier: &Dossier) -> Window {
    let (first, last) = dossier.focus_days();
    Window::of_days(first, last)
}
