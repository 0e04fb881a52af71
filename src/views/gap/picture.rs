//! An issue's picture: its chart through time with the playhead, or its ladder on the as-of date.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::scale::Window;
use crate::scene::{issue_chart, issue_playhead, ladder};
use crate::state::{GapMode, Shared};
use crate::views::held::{Draw, Memory};
use crate::views::picture::picture;
use crate::views::words::Voice;

/// Height of a chart, in pixels.
const HEIGHT: f64 = 200.0;

/// The width of a card's picture where the cards together have this room: as many columns of at least 320 pixels as fit (the
/// grid of `styles/page.css` does the same), so that pictures are drawn at the size they are seen at.
pub fn card_width(room: f64) -> f64 {
    const COLUMN: f64 = 320.0;
    const GAP: f64 = 40.0;
    let columns = ((room + GAP) / (COLUMN + GAP)).floor().max(1.0);
    ((room - GAP * (columns - 1.0)) / columns).floor().max(240.0).min(480.0)
}

/// The issue through time, or on the date.
#[derive(Clone, Debug, PartialEq)]
pub struct IssuePicture {
    pub voice: Voice,
    pub outline: Shared<Dossier>,
    /// The issue's place in the dossier.
    pub index: usize,
    pub mode: GapMode,
    pub as_of: Day,
    /// The picture's width, in pixels.
    pub width: f64,
}

/// The stretch that small charts show: what the dossier is about. They do not follow the timeline's window, so that twelve
/// of them can be compared at any zoom.
fn window(outline: &Dossier) -> Window {
    let (first, last) = outline.focus_days();
    Window::of_days(first, last)
}

/// The first and the last day that the charts show.
pub fn chart_days(dossier: &Dossier) -> (Day, Day) {
    let window = window(dossier);
    (window.first_day(), window.last_day())
}

impl Draw for IssuePicture {
    fn draw(&self, memory: &Memory) -> Html {
        let IssuePicture { voice, outline, index, mode, as_of, width } = self.clone();
        let window = window(&outline);
        // A chart stays as it is when the date moves, a ladder does not.
        let drawn_for = (mode == GapMode::Ladders).then_some(as_of);
        let scene =
            memory.keep(0, (outline.clone(), index, drawn_for, width), |(outline, index, date, width)| {
                let issue = outline.issues.get(*index)?;
                Some(Shared::new(match date {
                    Some(date) => ladder(outline, issue, *date, *width, voice.locale),
                    None => issue_chart(outline, issue, window, *width, HEIGHT, voice.locale),
                }))
            });
        let (Some(scene), Some(issue)) = ((*scene).clone(), outline.issues.get(index)) else {
            return Html::default();
        };
        let overlay = match mode {
            GapMode::Charts => issue_playhead(&outline, issue, as_of, window, width, HEIGHT, voice.locale),
            GapMode::Ladders => Vec::new(),
        };
        picture(&scene, "issue-picture", &overlay)
    }
}
