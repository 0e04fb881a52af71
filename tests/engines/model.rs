//! The timeline as the app keeps it, run natively on the same dossier: where a key must lead is asked of it.

use std::rc::Rc;

use daylight::index::Index;
use daylight::layout::{Direction, Picture, neighbour};
use daylight::scale::TimeScale;
use daylight::state::{Action, AppState, Shared};
use daylight::views::timeline::{HEIGHT, MARGIN, VERTICAL_BELOW};

use crate::browser::{Page, dossier};

/// The state of a page that was opened at `/`.
pub struct Model(Rc<AppState>);

impl Model {
    /// That of the open page, which nobody has touched yet: as wide as it is there.
    pub async fn of(page: &Page) -> Model {
        let events = Index::of_events(&dossier().events, "en");
        let state = AppState::new(Shared::new(dossier().outline()), Shared::new(events));
        let width = page.ask("document.querySelector('[data-measure]').getBoundingClientRect().width").await;
        Model(Rc::new(state).reduce(Action::SetWidth(width)))
    }

    /// What has been done on the page is done here too.
    pub fn does(&mut self, action: Action) {
        self.0 = self.0.clone().reduce(action);
    }

    /// The event, or the first of the cluster, to which a step of the keyboard must lead.
    pub fn step(&self, from: &str, direction: Direction) -> Option<String> {
        let state = &self.0;
        let picture = if state.width < VERTICAL_BELOW {
            Picture::Down(state.axis, state.window)
        } else {
            let scale = TimeScale::on(&state.axis, state.window, MARGIN, state.width - MARGIN);
            Picture::Across(scale, HEIGHT)
        };
        neighbour(&state.shown, &picture, from, direction).map(str::to_owned)
    }

    /// The numbers of the first and the last day that are shown.
    pub fn window(&self) -> (i32, i32) {
        (self.0.window.first_day().number(), self.0.window.last_day().number())
    }
}
