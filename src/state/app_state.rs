//! The state and how actions change it.

mod returning;
mod window;

use std::rc::Rc;

use super::action::{Action, TourStep};
use super::compare::{Compare, Periods};
use super::finding::Finding;
use super::follow::Follow;
use super::gap_view::GapView;
use super::motion::Motion;
use super::shared::Shared;
use crate::analysis::{Weights, turning_points, turns};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::Lane;
use crate::find::Matches;
use crate::index::Index;
use crate::scale::{Axis, Window};

use window::{focus_window, folding, limits};

/// How the gap is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GapMode {
    /// One daylight chart an issue, through time.
    #[default]
    Charts,
    /// One ladder an issue, on the as-of date.
    Ladders,
}

impl GapMode {
    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            GapMode::Charts => "charts",
            GapMode::Ladders => "ladders",
        }
    }

    /// The mode of this name.
    pub fn parse(name: &str) -> Option<GapMode> {
        [GapMode::Charts, GapMode::Ladders].into_iter().find(|mode| mode.name() == name)
    }
}

/// Where the whole dossier is: the page starts with its outline.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Record {
    /// Not asked for yet.
    #[default]
    NotRequested,
    /// On its way.
    Loading,
    /// Here.
    Here(Shared<Dossier>),
    /// Not to be had: the reason, for the reader.
    Failed(String),
}

/// An edge of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    From,
    /// Where it ends.
    To,
}

impl Edge {
    /// The edge of this name: `from` or `to`.
    pub fn parse(name: &str) -> Option<Edge> {
        match name {
            "from" => Some(Edge::From),
            "to" => Some(Edge::To),
            _ => None,
        }
    }
}

/// The events of one lane, or of all, between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Whose acts; `None` for everybody's.
    pub lane: Option<Lane>,
}

/// What the reader has chosen, and what has arrived.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// The outline the page started with (or a whole dossier).
    pub outline: Shared<Dossier>,
    /// Its events, findable.
    pub events: Shared<Index>,
    /// Those of them that the filters leave.
    pub shown: Shared<Index>,
    /// The whole dossier, once it is here.
    pub record: Record,
    /// The as-of date.
    pub as_of: Day,
    /// Id of the open event; always one of the dossier's.
    pub event: Option<String>,
    /// Id of the open issue; always one of the dossier's.
    pub issue: Option<String>,
    /// Id of the event that is the timeline's tab stop.
    pub tab_stop: Option<String>,
    /// The stretch of time on screen.
    pub window: Window,
    /// The same when a hand rested last: what is not the picture itself follows only then.
    pub settled: Window,
    /// The furthest the window can go.
    pub limits: Window,
    /// What a hand is doing with the window.
    pub motion: Motion,
    /// Time as the axis shows it.
    pub axis: Axis,
    /// The breaks the reader opened, by their first days.
    pub opened: Vec<Day>,
    /// The stretch whose events are listed under the picture.
    pub stretch: Option<Stretch>,
    /// How many of them at most.
    pub stretch_rows: usize,
    /// Two periods that are shown in place of the one window.
    pub compare: Option<Compare>,
    /// How the gap is shown.
    pub gap_mode: GapMode,
    /// The date that each part of the page shows.
    pub follow: Follow,
    /// In which order the issues stand, and how much each counts.
    pub gap: GapView,
    /// Whether the date runs from turning point to turning point.
    pub playing: bool,
    /// Id of the tour's step; `None` outside of the tour.
    pub step: Option<String>,
    /// Whether the list of all events is open.
    pub event_list: bool,
    /// Whether the list of all positions is open.
    pub position_list: bool,
    /// What is looked for among the events.
    pub finding: Finding,
    /// The room for pictures, in CSS pixels.
    pub width: f64,
    /// Whether that has been measured.
    pub measured: bool,
}

impl AppState {
    /// The width pictures are drawn for before the page has been measured.
    pub const NOMINAL_WIDTH: f64 = 1080.0;

    /// How a dossier is seen first.
    pub fn new(outline: Shared<Dossier>, events: Shared<Index>) -> AppState {
        let limits = limits(&outline, &events);
        let window = focus_window(&outline);
        let outline_as_of = outline.meta.default_as_of;
        let large = events.source().table().is_some();
        let mut state = AppState {
            limits,
            motion: Motion::Rest,
            axis: folding(&outline, &events),
            opened: Vec::new(),
            stretch: None,
            stretch_rows: 0,
            shown: events.clone(),
            compare: None,
            events,
            as_of: outline_as_of,
            window,
            settled: window,
            outline,
            record: Record::NotRequested,
            event: None,
            issue: None,
            tab_stop: None,
            gap_mode: GapMode::default(),
            follow: Follow::new(outline_as_of),
            gap: GapView::default(),
            playing: false,
            step: None,
            event_list: false,
            position_list: false,
            finding: Finding::of(large),
            width: Self::NOMINAL_WIDTH,
            measured: false,
        };
        state.window = state.unnamed();
        state.settled = state.window;
        state
    }

    /// How a dossier is seen first on a page of which the width is known and that was not written ahead: drawn quickly, to be
    /// settled a moment later.
    pub fn drawn_afresh(outline: Shared<Dossier>, events: Shared<Index>, width: f64) -> AppState {
        let mut state = AppState::new(outline, events);
        state.apply(Action::SetWidth(width));
        state.record = Record::Here(state.outline.clone());
        state.motion = Motion::drawn_for(state.window);
        state
    }

    /// The whole dossier where it is here, else the outline.
    pub fn dossier(&self) -> &Shared<Dossier> {
        match &self.record {
            Record::Here(dossier) => dossier,
            _ => &self.outline,
        }
    }

    /// The events that are looked for; `None` where nothing is asked and all are shown.
    pub fn matches(&self) -> Option<&Shared<Matches>> {
        self.finding.matches()
    }

    /// Whether the whole dossier is here.
    pub fn is_whole(&self) -> bool {
        matches!(self.record, Record::Here(_))
    }

    /// The state after an action; the same `Rc` where nothing changed.
    pub fn reduce(self: Rc<AppState>, action: Action) -> Rc<AppState> {
        let mut next = (*self).clone();
        let moves = matches!(action, Action::SetAsOf(_) | Action::Turn { .. });
        next.apply(action);
        next.follow.go(next.as_of, !moves);
        if next.motion == Motion::Rest {
            next.rest();
        }
        if next.matches() != self.matches() {
            next.shown = next.narrowed();
        }
        if next == *self { self } else { Rc::new(next) }
    }

    /// Whether it differs from another by no more than the as-of date and what follows that.
    pub fn is_but_for_the_date(&self, other: &AppState) -> bool {
        let mut other = other.clone();
        (other.as_of, other.follow) = (self.as_of, self.follow.clone());
        other == *self
    }

    fn apply(&mut self, action: Action) {
        let limits = self.limits;
        let motion = if action.ends_movement() { std::mem::take(&mut self.motion) } else { self.motion };
        match action {
            Action::SetAsOf(day) => self.set_date(day),
            Action::OpenEvent(id) => self.open_event(id.as_deref()),
            Action::OpenIssue(id) => self.issue = id.filter(|id| self.outline.issue(id).is_some()),
            Action::FocusEvent(id) => {
                if let Some(day) = self.day_of(&id) {
                    self.show(day);
                    self.tab_stop = Some(id);
                }
            }
            Action::FocusIn(period, id) => self.focus_in(period, id),
            Action::ToggleCompare => self.toggle_compare(),
            Action::SetZero(period, day) => self.set_zero(period, day),
            Action::SetAround(days) => {
                self.set_periods(|periods| (periods.before, periods.after) = (days, days))
            }
            Action::Pan(share) => self.pan(share),
            Action::Zoom { factor, share } => self.zoom(factor, share),
            Action::ZoomOn { factor, id, period } => self.zoom_on(factor, id, period),
            Action::Move { pan, factor, share, pace } => {
                self.motion = motion;
                self.move_by(pan, (factor, share), pace);
            }
            Action::Settle => {}
            Action::PutBack => self.put_back(motion),
            Action::SetShares { from, to } => {
                self.set_shares(from, to);
                self.motion = Motion::drawn_for(self.window);
            }
            Action::MoveEdge { edge, by } => self.move_edge(edge, by),
            Action::Spread(stretch) => self.spread(stretch),
            Action::MoreOfStretch => self.stretch_rows += Finding::ROWS,
            Action::CloseStretch => self.close_stretch(),
            Action::ToggleBreak(day) => self.toggle_break(day),
            Action::ShowFocus => self.window = focus_window(&self.outline),
            Action::ShowAll => self.window = limits,
            Action::ShowFound => self.show_found(),
            Action::SetGapMode(mode) => self.gap_mode = mode,
            Action::Seen(changes) => self.follow.see(&changes),
            // A date that runs by itself is told where it ends.
            Action::CatchUp if !self.playing => self.follow.tell(),
            Action::CatchUp => {}
            Action::SetOrder(order) => self.gap.order = order,
            Action::SetSince(day) => self.gap.since = Some(self.within_span(day)),
            Action::Weigh(issue, weight) => self.gap.weigh(issue, weight),
            Action::WeighEqually => self.gap.weights = Weights::equal(),
            Action::Turn { on } => self.turn(on),
            Action::Play(playing) => {
                let played = self.playing;
                self.playing = playing && self.turns().1.is_some();
                if played && !self.playing {
                    self.follow.tell();
                }
            }
            Action::Step(step) => self.take_step(step),
            Action::ToggleEventList => self.event_list = !self.event_list,
            Action::TogglePositionList => self.position_list = !self.position_list,
            Action::Find(action) => {
                let (dossier, whole) = (self.dossier().clone(), self.is_whole());
                self.finding.apply(action, &dossier, whole, self.events.source().len());
            }
            Action::Sought(sought) => {
                // Where nothing is asked only the counts are of use.
                if self.finding.sought(&sought.filter, sought.matches.clone()) && self.matches().is_some() {
                    self.shown = sought.shown.clone();
                }
            }
            // Whole pixels: a change that nobody can see is no change.
            Action::SetWidth(width) if width.is_finite() => {
                self.width = width.max(240.0).min(4000.0).floor();
                self.measured = true;
            }
            Action::SetWidth(_) => {}
            Action::RecordRequested => {
                if !matches!(self.record, Record::Here(_)) {
                    self.record = Record::Loading;
                }
            }
            Action::RecordArrived(dossier) => {
                self.finding.renew(&dossier);
                self.record = Record::Here(dossier);
            }
            Action::RecordFailed(reason) => {
                if !matches!(self.record, Record::Here(_)) {
                    self.record = Record::Failed(reason);
                }
            }
            Action::Restore(address) => self.restore(address),
            #[cfg(any(feature = "open", feature = "native"))]
            Action::Renew(outline, events) => {
                if outline != self.outline {
                    self.renew(outline, events);
                }
            }
        }
    }

    /// Another version of a whole dossier in the place of this one: what is shown stays, as far as the new one has it.
    #[cfg(any(feature = "open", feature = "native"))]
    fn renew(&mut self, outline: Shared<Dossier>, events: Shared<Index>) {
        let address = self.address();
        let mut next = AppState::new(outline, events);
        next.record = Record::Here(next.outline.clone());
        (next.width, next.measured) = (self.width, self.measured);
        next.follow = std::mem::replace(&mut self.follow, Follow::new(self.as_of));
        (next.event_list, next.position_list) = (self.event_list, self.position_list);
        next.tab_stop = self.tab_stop.take().filter(|id| next.day_of(id).is_some());
        next.restore(address);
        next.finding.list_as(&self.finding, &next.outline);
        (next.stretch, next.stretch_rows) = (self.stretch, self.stretch_rows);
        next.playing = self.playing && next.turns().1.is_some();
        *self = next;
    }

    /// The events that the filters leave, which name them by their places in the dossier.
    fn narrowed(&self) -> Shared<Index> {
        match self.matches() {
            None => self.events.clone(),
            // Its index comes with what was found.
            Some(_) if self.events.source().table().is_some() => self.shown.clone(),
            Some(matches) => {
                let keep = (0..self.events.source().len()).map(|place| matches.has(place)).collect();
                Shared::new(self.events.narrowed(keep))
            }
        }
    }

    /// The turning points before and after the as-of date.
    fn turns(&self) -> (Option<Day>, Option<Day>) {
        turns(&turning_points(&self.outline), self.as_of)
    }

    /// Goes to the turning point after the as-of date, or to the one before.
    fn turn(&mut self, on: bool) {
        let (before, after) = self.turns();
        if let Some(day) = if on { after } else { before } {
            self.set_date(day);
        }
        // At the last one it has arrived.
        self.playing &= self.turns().1.is_some();
    }

    /// Takes a step of the tour, or leaves that.
    fn take_step(&mut self, step: Option<TourStep>) {
        let Some(step) = step else {
            self.step = None;
            return;
        };
        self.set_date(step.on);
        self.issue = step.issue.filter(|id| self.outline.issue(id).is_some());
        self.open_event(step.event.as_deref());
        (self.step, self.playing) = (Some(step.id), false);
    }

    /// The day on which an event's mark stands.
    fn day_of(&self, id: &str) -> Option<Day> {
        self.events.place(id).and_then(|place| self.events.get(place)).map(|entry| entry.day())
    }

    fn open_event(&mut self, id: Option<&str>) {
        let found = id.and_then(|id| Some((id.to_owned(), self.day_of(id)?)));
        if let Some((id, day)) = &found {
            self.show(*day);
            // Two periods stay where they are; the event is the tab stop of each picture that it is in.
            let within =
                |period| self.compare.as_ref().is_none_or(|both| both.window(period).touches(*day, *day));
            let (first, second) = (within(0), within(1));
            if first {
                self.tab_stop = Some(id.clone());
            }
            if let Some(compare) = self.compare.as_mut().filter(|_| second) {
                compare.second_stop = Some(id.clone());
            }
        }
        self.event = found.map(|(id, _)| id);
    }

    fn focus_in(&mut self, period: usize, id: String) {
        let day = self.day_of(&id);
        if let (Some(day), Some(compare)) = (day, &mut self.compare) {
            compare.show(period, day);
            self.stop_at(period, id);
        }
    }

    /// Makes an event the tab stop of the timeline, or of a period that is compared.
    fn stop_at(&mut self, period: usize, id: String) {
        match &mut self.compare {
            Some(compare) if period > 0 => compare.second_stop = Some(id),
            _ => self.tab_stop = Some(id),
        }
    }

    /// Zooms around an event's mark, wherever in the picture that stands, and makes it the tab stop: a zoom may put the mark into a
    /// cluster, which is then the stop that the focus goes to.
    fn zoom_on(&mut self, factor: f64, id: String, period: usize) {
        let (axis, window) = self.picture(period);
        let place = |day: Day| axis.share(window, f64::from(day.number()) + 0.5).max(0.0).min(1.0);
        let found = self.day_of(&id).map(place);
        self.zoom(factor, found.unwrap_or(0.5));
        if found.is_some() {
            self.stop_at(period, id);
        }
    }

    /// Compares two periods that the dossier suggests, or none any longer.
    fn toggle_compare(&mut self) {
        self.compare = match self.compare.take() {
            Some(_) => None,
            None => {
                let periods = Periods::suggested(&self.events, self.outline.meta.default_as_of);
                Some(Compare::new(periods, self.limits))
            }
        }
    }

    /// Makes a day the day zero of one of the two periods.
    fn set_zero(&mut self, period: usize, day: Day) {
        self.set_periods(|periods| {
            if let Some(zero) = periods.zeros.get_mut(period) {
                *zero = day;
            }
        });
    }

    /// Changes the two periods that are compared.
    fn set_periods(&mut self, change: impl FnOnce(&mut Periods)) {
        if let Some(compare) = &mut self.compare {
            let mut periods = compare.periods();
            change(&mut periods);
            *compare =
                Compare { second_stop: compare.second_stop.take(), ..Compare::new(periods, self.limits) };
        }
    }
}
