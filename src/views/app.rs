//! The page: its sections in order, one state for all of them.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::{TotalSeries, Weights};
use crate::dossier::Dossier;
use crate::layout::{Direction, Prepared, neighbour};
use crate::messages::Msg;
use crate::state::{Action, AppState, Record, Shared};
use crate::views::gap::{GapProps, gap};
use crate::views::lead::{LeadProps, lead};
use crate::views::picture::hatches;
use crate::views::timeline::{TimelineProps, timeline};
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
    /// What the section on sources says.
    pub sources: AttrValue,
}

/// How the browser's side reaches the app.
#[derive(Clone, Debug, PartialEq)]
pub struct Remote {
    /// Changes the state.
    pub act: Callback<Action>,
    /// Moves the timeline's tab stop: from the event with this id, one step in a direction.
    pub step: Callback<(String, Direction)>,
}

/// Props of [`App`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// How to write text.
    pub voice: Voice,
    /// What the page starts with.
    pub outline: Shared<Dossier>,
    /// What it takes over as it stands.
    pub adopted: Shared<Adopted>,
    /// Called once, after the first render.
    pub on_mount: Callback<Remote>,
    /// Called after every change of state, and once at the start.
    pub on_state: Callback<Rc<AppState>>,
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
        let outline = props.outline.clone();
        use_reducer(move || Store(Rc::new(AppState::new(outline))))
    };
    let state = store.0.clone();
    let act = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let prepared = use_memo((props.outline.clone(), state.matches().cloned()), |(outline, matches)| {
        let shown = |place: usize| matches.as_ref().is_none_or(|matches| matches.has(place));
        let events = outline.events.iter().zip(0..).filter(|(_, place)| shown(*place));
        Shared::new(Prepared::new(events.map(|(event, _)| event), voice.locale.tag()))
    });
    // What the keys step through: the events that are drawn now.
    let steps = use_mut_ref(|| (*prepared).clone());
    if let Ok(mut steps) = steps.try_borrow_mut() {
        *steps = (*prepared).clone();
    }
    let total =
        use_memo(props.outline.clone(), |outline| Shared::new(TotalSeries::of(outline, &Weights::equal())));

    {
        let (on_mount, act, steps) = (props.on_mount.clone(), act.clone(), steps);
        use_effect_with((), move |()| {
            let step = {
                let act = act.clone();
                Callback::from(move |(from, direction): (String, Direction)| {
                    let events = steps.try_borrow().ok().map(|events| events.clone());
                    if let Some(id) = events.as_ref().and_then(|events| neighbour(events, &from, direction)) {
                        act.emit(Action::FocusEvent(id.to_owned()));
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

    let meta = &props.outline.meta;
    html! {
        <>
            { hatches() }
            <a class="skip" href="#gap">{ voice.say(Msg::SkipTo) }</a>
            <header class="masthead">
                <h1>{ voice.text(&meta.title) }</h1>
                <p class="dek">{ voice.text(&meta.dek) }</p>
            </header>
            if let Record::Failed(_) = &state.record {
                <div class="page-notice">{ record_state(voice, &state.record) }</div>
            }
            <main>
                { lead(LeadProps {
                    voice,
                    outline: props.outline.clone(),
                    total: (*total).clone(),
                    as_of: state.as_of,
                    window: state.window,
                    width: state.width,
                    act: act.clone(),
                }) }
                { timeline(TimelineProps {
                    voice,
                    prepared: (*prepared).clone(),
                    state: state.clone(),
                    adopted: props.adopted.clone(),
                    act: act.clone(),
                }) }
                { gap(GapProps { voice, state, adopted: props.adopted.clone(), act }) }
                <section id="sources" aria-labelledby="sources-heading">
                    <h2 id="sources-heading">{ voice.say(Msg::SourcesHeading) }</h2>
                    { adopted_html("sources", &props.adopted.sources) }
                </section>
            </main>
        </>
    }
}

/// A part of the page that is taken over as it stands. Its markup was written by the site builder from these same views;
/// it is never taken from a dossier.
pub fn adopted_html(name: &'static str, html: &AttrValue) -> Html {
    html! { <div class="adopted" data-adopted={name}>{ Html::from_html_unchecked(html.clone()) }</div> }
}
