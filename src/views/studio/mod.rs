//! The studio: forms for a dossier, with its problems, and its page beside them. Functions of what `studio` knows; what is pressed and
//! written is named in attributes, which `browser::studio` listens to:
//!
//! - `data-do` and `data-path`: a button, and the place it is about;
//! - `data-type`: a field and its place; `data-language` where it is in a language; `data-seek` where a record is looked for;
//! - `data-row`: where something is dragged to.

mod bar;
mod field;
mod form;
mod list;
pub mod page;
mod picker;
mod problems;
mod rows;
mod start;
mod table;
mod words;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::messages::StudioMsg;
use crate::studio::desk::{Desk, Pane};
use crate::studio::sitting::{Live, Sitting};
pub use words::field_id;
use words::say;

/// The studio, and which of its states is to be drawn.
#[derive(Clone, Properties)]
pub struct StudioProps {
    /// What is shown.
    pub sitting: Rc<RefCell<Sitting>>,
    /// Counts the changes: equal numbers look the same.
    pub turn: u64,
    /// Where the page stands that shows any dossier.
    pub live_page: AttrValue,
}

impl PartialEq for StudioProps {
    fn eq(&self, other: &StudioProps) -> bool {
        self.turn == other.turn
    }
}

/// The studio.
#[component]
pub fn Studio(props: &StudioProps) -> Html {
    // Nothing holds it while a state is drawn; if something did, the next state would come at once.
    let Ok(sitting) = props.sitting.try_borrow() else { return Html::default() };
    match &sitting.desk {
        None => start::start(&sitting),
        Some(desk) => desk_view(&sitting, desk, &props.live_page),
    }
}

fn desk_view(sitting: &Sitting, desk: &Desk, live_page: &AttrValue) -> Html {
    html! {
        <div class="studio" data-pane={desk.pane.name()}>
            { bar::bar(sitting, desk) }
            { bar::notices(sitting, desk) }
            <p class="visually-hidden" role="status" id="studio-said">{ bar::told(desk) }</p>
            <p class="visually-hidden" role="status" id="studio-rests">{ bar::rest(desk) }</p>
            <div class="studio-panes" role="group" aria-label={say(StudioMsg::Panes)}>
                { for [(Pane::Records, StudioMsg::Records), (Pane::Form, StudioMsg::Form), (Pane::Page, StudioMsg::Page)].map(|(pane, name)| html! {
                    <button type="button" data-do="pane" data-name={pane.name()} aria-pressed={(desk.pane == pane).to_string()}>{ say(name) }</button>
                }) }
            </div>
            <div class="studio-columns">
                <nav class="studio-records" aria-label={say(StudioMsg::Parts)}>
                    { list::parts(desk) }
                    { list::records(desk) }
                </nav>
                <div class="studio-middle">
                    <section class="studio-form" aria-labelledby="form-heading" id="studio-form">{ form::form(desk) }</section>
                    { problems::problems(desk) }
                </div>
                <section class="studio-live" aria-labelledby="live-heading">
                    <h2 id="live-heading" class="small">{ say(StudioMsg::LiveHeading) }
                        <span class="live-state" data-live={format!("{:?}", sitting.live).to_lowercase()}>{ match sitting.live {
                            Live::Shown => String::new(),
                            Live::Waiting => say(StudioMsg::LiveWaiting),
                            Live::Partly => say(StudioMsg::LivePartly),
                            Live::Behind => say(StudioMsg::LiveBehind),
                        } }</span>
                    </h2>
                    <iframe id="live" name="daylight-live" title={say(StudioMsg::LiveHeading)} src={live_page.clone()}></iframe>
                </section>
            </div>
        </div>
    }
}
