//! The page: its sections in order, one state for all of them.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::TotalSeries;
use crate::dossier::Dossier;
use crate::index::Index;
use crate::layout::{Direction, neighbour};
use crate::messages::Msg;
use crate::state::{Action, AppState, Record, Shared, View};
use crate::views::element::html;
use crate::views::gap::{GapProps, gap};
use crate::views::lead::{LeadProps, as_of_controls, lead};
use crate::views::picture::hatches;
pub use crate::views::timeline::MARGIN;
use crate::views::timeline::{TimelineProps, timeline, walked};
use crate::views::words::{Voice, record_state};

/// Parts of the page that are written ahead and that the app takes over as they are: long lists of plain text that need no
/// program. In the browser they are read from the page itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Adopted {
    /// The key to the timeline's shapes, and how it is used.
    pub keys: AttrValue,
    /// The list of all events.
    pub events: AttrValue,
    /// The list of all positions.
    pub positions: AttrValue,
}

/// What a citation says of the site beside the record. Nothing that stands on the page at its first render shows it: the builder
/// may know no address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edition {
    /// The address of the main page's folder, with its `/` at the end; empty where it is not known.
    pub address: AttrValue,
    /// The content's version; empty where it is not known.
    pub version: AttrValue,
}

/// How the browser's side reaches the app.
#[derive(Clone, Debug, PartialEq)]
pub struct Remote {
    /// Changes the state.
    pub act: Callback<Action>,
    /// Moves the timeline's tab stop: from the event with this id, one step in a direction, in the picture of a period that is
    /// compared (0 or 1).
    pub step: Callback<(String, Direction, usize)>,
}

/// What of the page the app draws: an embed page has one view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draws {
    /// All of it.
    Page,
    /// One view.
    One(View),
    /// No view: the page has one that is written ahead, and the app moves its date.
    Nothing,
}

impl Draws {
    /// What a page wants that names the one view it has, or, the main page, none.
    pub fn of_page(view: Option<&str>) -> Draws {
        match view {
            None => Draws::Page,
            Some(id) => View::of_id(id).map_or(Draws::Nothing, Draws::One),
        }
    }

    fn has(self, view: View) -> bool {
        self == Draws::Page || self == Draws::One(view)
    }
}

/// Props of [`App`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// How to write text.
    pub voice: Voice,
    /// What the page starts with.
    pub outline: Shared<Dossier>,
    /// Its events, findable.
    pub events: Shared<Index>,
    /// What it takes over as it stands.
    pub adopted: Shared<Adopted>,
    /// What a citation says of the site.
    pub edition: Edition,
    /// On a page that was written for no dossier, the room for pictures in CSS pixels; the outline is then the whole dossier, and
    /// nothing more is to be fetched. `None` where the page was written ahead.
    pub drawn_afresh: Option<f64>,
    /// What of the page it draws.
    pub draws: Draws,
    /// Called once, after the first render.
    pub on_mount: Callback<Remote>,
    /// Called after every change of state, and once at the start.
    pub on_state: Callback<Rc<AppState>>,
}

#[cfg(feature = "open")]
impl AppProps {
    /// Another version of the dossier.
    pub fn renew(&mut self, outline: Dossier, events: Index) {
        (self.outline, self.events) = (Shared::new(outline), Shared::new(events));
    }
}

/// Yew's reducer around the state; the rules are the state's own.
struct Store(Rc<AppState>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Store>, action: Action) -> Rc<Store> {
        let next = self.0.clone().reduce(action);
        if Rc::ptr_eq(&next, &self.0) { self } else { Rc::new(Store(next)) }
    }
}

/// The whole page. With equal props it gives the same tree natively and in the browser; whatever only the browser knows comes
/// later, as actions.
#[component]
pub fn App(props: &AppProps) -> Html {
    let voice = props.voice;
    let store = {
        let (outline, events, width) = (props.outline.clone(), props.events.clone(), props.drawn_afresh);
        use_reducer(move || {
            Store(Rc::new(match width {
                Some(width) => AppState::drawn_afresh(outline, events, width),
                None => AppState::new(outline, events),
            }))
        })
    };
    let state = store.0.clone();
    let act = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let total = use_memo((state.outline.clone(), state.gap.weights.clone()), |(outline, weights)| {
        Shared::new(TotalSeries::of(outline, weights))
    });

    // A step of the keyboard goes by the picture of the moment.
    let newest = use_mut_ref(|| state.clone());
    if let Ok(mut newest) = newest.try_borrow_mut() {
        *newest = state.clone();
    }
    {
        let (on_mount, act) = (props.on_mount.clone(), act.clone());
        use_effect_with((), move |()| {
            let step = {
                let act = act.clone();
                Callback::from(move |(from, direction, period): (String, Direction, usize)| {
                    let Some(state) = newest.try_borrow().ok().map(|state| state.clone()) else { return };
                    let picture = walked(&state, period);
                    if let Some(id) = neighbour(&state.shown, &picture, &from, direction) {
                        act.emit(match state.compare {
                            Some(_) => Action::FocusIn(period, id.to_owned()),
                            None => Action::FocusEvent(id.to_owned()),
                        });
                    }
                })
            };
            on_mount.emit(Remote { act, step });
        });
    }
    {
        let on_state = props.on_state.clone();
        use_effect_with(state.clone(), move |state| on_state.emit(state.clone()));
    }

    #[cfg(feature = "open")]
    {
        let act = act.clone();
        use_effect_with((props.outline.clone(), props.events.clone()), move |(outline, events)| {
            act.emit(Action::Renew(outline.clone(), events.clone()));
        });
    }

    let meta = &state.outline.meta;
    // A dossier that was opened from elsewhere may be a timeline alone.
    let has_issues = !state.outline.issues.is_empty();
    let draws = props.draws;
    // The timeline has a measured part of its own.
    let measured = matches!(draws, Draws::One(View::Lead | View::Gap));
    html! {
        <>
            { hatches() }
            if draws == Draws::Page {
                if has_issues {
                    <a class="skip" href="#gap">{ voice.say(Msg::SkipTo) }</a>
                }
                <header class="masthead">
                    <h1>{ voice.text(&meta.title) }</h1>
                    <p class="dek">{ voice.text(&meta.dek) }</p>
                </header>
            }
            if let Record::Failed(_) = &state.record {
                <div class="page-notice">{ record_state(voice, &state.record) }</div>
            }
            <div class="views" data-measure={measured.then_some("")}>
                if draws.has(View::Lead) {
                    { lead(LeadProps {
                        voice,
                        state: state.clone(),
                        total: (*total).clone(),
                        act: act.clone(),
                    }) }
                }
                if draws.has(View::Timeline) {
                    { timeline(TimelineProps {
                        voice,
                        state: state.clone(),
                        adopted: props.adopted.clone(),
                        edition: props.edition.clone(),
                        act: act.clone(),
                    }) }
                }
                if has_issues && draws.has(View::Gap) {
                    // By itself the gap has no lead above it that sets the date.
                    if draws != Draws::Page {
                        { as_of_controls(voice, &state, &act) }
                    }
                    { gap(GapProps { voice, state, adopted: props.adopted.clone(), act }) }
                }
            </div>
        </>
    }
}

/// A part of the page that is taken over as it stands. Its markup was written by the site builder from these same views;
/// it is never taken from a dossier.
pub fn adopted_html(name: &'static str, html: &AttrValue) -> Html {
    html! { <div class="adopted" data-adopted={name}>{ Html::from_html_unchecked(html.clone()) }</div> }
}
