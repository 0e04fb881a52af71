//! View `timeline`: two mirrored lanes of events, the ways to move through time and to find events, the open event's record,
//! and the events as a list or a table.

mod chart;
mod compare;
mod filters;
pub mod keys;
mod listing;
mod overview;
mod panel;
mod sketch;
mod stretch;
mod tile;
mod tools;
mod vertical;

use std::rc::Rc;

use yew::prelude::*;

use crate::layout::Picture;
use crate::messages::Msg;
use crate::scale::TimeScale;
use crate::state::{Action, AppState, FindAction, ListForm, Part, Shared, View};
use crate::views::app::{Adopted, Edition, adopted_html};
use crate::views::element::html;
use crate::views::held::{Draw, Memory, held, held_by};
use crate::views::share::view_links;
use crate::views::words::{Voice, does};

use chart::{Chart, chart};
pub use chart::{HEIGHT, MARGIN};
use compare::compare;
use filters::find;
use listing::Listing;
use overview::Overview;
use panel::Panel;
use stretch::Listed;
use tools::tools;
use vertical::{Down, vertical};

/// The width, in CSS pixels, below which time runs down the page.
pub const VERTICAL_BELOW: f64 = 600.0;

/// Whether time runs down the page, as it does in a narrow room; not before that has been measured.
pub fn runs_down(state: &AppState) -> bool {
    state.measured && state.width < VERTICAL_BELOW
}

/// The picture that the keyboard walks: that of a period that is compared (0 or 1), else the timeline's.
pub fn walked(state: &AppState, period: usize) -> Picture {
    let (axis, window) = state.picture(period);
    if state.width < VERTICAL_BELOW {
        return Picture::Down(axis, window);
    }
    let height = if state.compare.is_some() { compare::HEIGHT } else { HEIGHT };
    Picture::Across(TimeScale::on(&axis, window, MARGIN, state.width - MARGIN), height)
}

/// The timeline.
#[derive(Debug)]
pub struct Timeline {
    /// How to write text.
    pub voice: Voice,
    /// The state.
    pub state: Rc<AppState>,
    /// The list of all events, written ahead.
    pub adopted: Shared<Adopted>,
    /// What a citation says of the site.
    pub edition: Edition,
    /// Changes the state.
    pub act: Callback<Action>,
}

impl PartialEq for Timeline {
    /// Of the date it shows the one that it follows.
    fn eq(&self, other: &Timeline) -> bool {
        let on = |timeline: &Timeline| timeline.state.follow.on(Part::View(View::Timeline));
        self.voice == other.voice
            && self.adopted == other.adopted
            && self.edition == other.edition
            && self.act == other.act
            && on(self) == on(other)
            && self.state.is_but_for_the_date(&other.state)
    }
}

impl Draw for Timeline {
    fn draw(&self, _memory: &Memory) -> Html {
        let Timeline { voice, state, adopted, edition, act } = self;
        let (voice, on) = (*voice, state.follow.on(Part::View(View::Timeline)));
        let list_button = match state.matches() {
            Some(matches) => Msg::MatchList { open: state.event_list, count: matches.count() },
            None => Msg::EventList { open: state.event_list, count: state.events.len() },
        };
        let nothing = !state.event_list && state.matches().is_some_and(|matches| matches.count() == 0);
        let toggle = does(act, Action::ToggleEventList);
        // Of no event at all there is nothing to find and nothing to list.
        let any = !state.events.is_empty();
        let sides = (
            state.outline.side(crate::dossier::model::Side::A),
            state.outline.side(crate::dossier::model::Side::B),
        );
        let sides: [AttrValue; 2] = [voice.called(sides.0).into(), voice.called(sides.1).into()];
        let (narrow, wide) = (runs_down(state), state.measured && !runs_down(state));
        let fit = if state.measured { "" } else { "unmeasured" };
        // Under the picture; where time runs down the page, and each movement makes that longer or shorter, above it, so that it stays
        // under the finger that holds it.
        let strip = |shown: bool| {
            if !shown || state.compare.is_some() {
                return Html::default();
            }
            held(Overview {
                voice,
                events: state.shown.clone(),
                axis: state.axis,
                limits: state.limits,
                window: state.window,
                width: state.width,
            })
        };
        html! {
            <section id="timeline" data-follows="timeline" aria-labelledby="timeline-heading">
                <div class="section-head">
                    <h2 id="timeline-heading">{ voice.say(Msg::TimelineHeading) }</h2>
                    { view_links(voice, "timeline") }
                    { tools(voice, state, act) }
                </div>
                { if any { find(voice, state, act) } else { Html::default() } }
                { strip(narrow) }
                // Before it was measured the page holds both forms, and the style sheet shows the one that fits.
                <div class={classes!("stage", fit)} data-measure="">
                    if let Some(both) = &state.compare {
                        { compare(voice, state, both, &sides, state.width < VERTICAL_BELOW) }
                    } else if !narrow {
                        { chart(Chart {
                            voice,
                            events: state.shown.clone(),
                            axis: state.axis,
                            window: state.window,
                            settled: state.settled,
                            motion: state.motion,
                            width: state.width,
                            height: HEIGHT,
                            period: None,
                            as_of: on,
                            tab_stop: state.tab_stop.as_deref(),
                            open: state.event.as_deref(),
                            sides: sides.clone(),
                            act: Some(act),
                        }) }
                    }
                    if !wide && state.compare.is_none() {
                        { vertical(Down {
                            voice,
                            events: &state.shown,
                            axis: state.axis,
                            window: state.window,
                            near: on,
                            zero: None,
                            tab_stop: state.tab_stop.as_deref(),
                            open: state.event.as_deref(),
                            sides: &sides,
                            act: Some(act),
                        }) }
                    }
                </div>
                { strip(!narrow) }
                // Right below the picture, so that mark and record are on screen together. Always an element: a list of siblings that
                // grows would have its neighbours drawn anew.
                <div>
                    if let Some(id) = state.event.clone().map(AttrValue::from) {
                        { held_by(&*id, Panel {
                            voice,
                            outline: state.outline.clone(),
                            record: state.record.clone(),
                            events: state.events.clone(),
                            id: id.clone(),
                            edition: edition.clone(),
                            act: act.clone(),
                        }) }
                    }
                </div>
                <div>
                    if let Some(asked) = state.stretch {
                        { held(Listed {
                            voice,
                            events: state.shown.clone(),
                            asked,
                            rows: state.stretch_rows,
                            sides: sides.clone(),
                            act: act.clone(),
                        }) }
                    }
                </div>
                { adopted_html("keys", &adopted.keys) }
                if any {
                    <button type="button" class="show-list" hidden={nothing} onclick={toggle} aria-expanded={if state.event_list { "true" } else { "false" }}
                        aria-controls="events-list">{ voice.say(list_button) }</button>
                    <div id="events-list" class={classes!("list", state.event_list.then_some("open"))}>
                        { list(voice, state, adopted, act) }
                    </div>
                }
            </section>
        }
    }
}

/// The events as the reader wants them. Until something is asked of the list, it is the one that stands in the page; a page for any
/// dossier has none.
fn list(voice: Voice, state: &AppState, adopted: &Adopted, act: &Callback<Action>) -> Html {
    let finding = &state.finding;
    let written_ahead = !adopted.events.is_empty();
    let as_it_stands =
        !state.event_list || written_ahead && finding.matches().is_none() && finding.form == ListForm::List;
    let heading = match finding.matches() {
        Some(matches) => Msg::Found { count: matches.count(), total: matches.total() },
        None => Msg::EventListHeading,
    };
    let form = |form: ListForm, label: Msg<'_>| {
        let choose = does(act, Action::Find(FindAction::SetForm(form)));
        html! {
            <button type="button" onclick={choose} aria-pressed={if finding.form == form { "true" } else { "false" }}>{ voice.say(label) }</button>
        }
    };
    html! {
        <>
            <h3>{ voice.say(heading) }</h3>
            if state.event_list {
                <div class="forms" role="group" aria-label={voice.say(Msg::ListForm)}>
                    { form(ListForm::List, Msg::AsList) }
                    { form(ListForm::Table, Msg::AsTable) }
                </div>
            }
            <div>
                if as_it_stands {
                    { adopted_html("events", &adopted.events) }
                } else {
                    { held(Listing {
                        voice,
                        dossier: state.dossier().clone(),
                        found: state.shown.clone(),
                        finding: finding.clone(),
                        act: act.clone(),
                    }) }
                }
            </div>
        </>
    }
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::index::Index;
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    fn first() -> Rc<AppState> {
        let dossier = us_dprk();
        let events = Shared::new(Index::of_events(&dossier.events, "en"));
        Rc::new(AppState::new(Shared::new(dossier), events))
    }

    #[test]
    fn the_overview_stands_above_what_runs_down_and_below_what_runs_across() {
        let none = || Adopted { keys: "".into(), events: "".into(), positions: "".into() };
        let drawn = |state: Rc<AppState>| {
            fragment(held(Timeline {
                voice: Voice::of(Manner::main_page(Locale::En)),
                state,
                adopted: Shared::new(none()),
                edition: Edition::default(),
                act: Callback::noop(),
            }))
        };
        let overview_first = |state: Rc<AppState>| {
            let html = drawn(state);
            let at = |what: &str| {
                assert_eq!(html.matches(what).count(), 1, "{what}");
                html.find(what).unwrap()
            };
            at("data-surface=\"overview\"") < at("data-measure=\"\"")
        };
        let at_width = |width: f64| first().reduce(Action::SetWidth(width));
        assert!(overview_first(at_width(360.0)));
        assert!(!overview_first(at_width(900.0)));
        // As it is written ahead.
        assert!(!overview_first(first()));
    }

    /// They stand above what a hand holds.
    #[test]
    fn the_buttons_of_breaks_wait_until_the_hand_rests() {
        let drawn = |state: &AppState| {
            let tools = tools(Voice::of(Manner::main_page(Locale::En)), state, &Callback::noop());
            fragment(tools).matches("<button").count()
        };
        let rest = first();
        let held = rest.clone().reduce(Action::SetShares { from: 0.0, to: 1.0 });
        assert_eq!(drawn(&held), drawn(&rest));
        assert!(drawn(&held.reduce(Action::Settle)) > drawn(&rest));
    }
}
