//! The state and how actions change it.

use std::rc::Rc;

use super::action::Action;
use super::address::Address;
use super::compare::{Compare, Periods};
use super::finding::Finding;
use super::shared::Shared;
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::Lane;
use crate::find::Matches;
use crate::index::Index;
use crate::scale::{Axis, Window};

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

/// What a hand does with the timeline's window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Motion {
    /// Nothing: the picture is drawn as well as it can be.
    #[default]
    Rest,
    /// It pans: pictures drawn before move along, and new ones join at their side.
    Panning {
        /// The window as it was when the pan began.
        base: Window,
    },
    /// It zooms: every frame is a new picture, drawn quickly.
    Zooming,
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
    /// Two periods that are shown in place of the one window.
    pub compare: Option<Compare>,
    /// How the gap is shown.
    pub gap_mode: GapMode,
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
        let (window, limits) = (focus_window(&outline), limits(&outline, &events));
        AppState {
            limits,
            motion: Motion::Rest,
            axis: folding(&outline, &events),
            opened: Vec::new(),
            stretch: None,
            shown: events.clone(),
            compare: None,
            events,
            as_of: outline.meta.default_as_of,
            window,
            settled: window,
            outline,
            record: Record::NotRequested,
            event: None,
            issue: None,
            tab_stop: None,
            gap_mode: GapMode::default(),
            event_list: false,
            position_list: false,
            finding: Finding::default(),
            width: Self::NOMINAL_WIDTH,
            measured: false,
        }
    }

    /// How a dossier is seen first on a page of which the width is known and that was not written ahead: drawn quickly, to be
    /// settled a moment later.
    pub fn drawn_afresh(outline: Shared<Dossier>, events: Shared<Index>, width: f64) -> AppState {
        let mut state = AppState::new(outline, events);
        state.apply(Action::SetWidth(width));
        state.record = Record::Here(state.outline.clone());
        state.motion = Motion::Zooming;
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
        next.apply(action);
        if next.motion == Motion::Rest {
            next.settled = next.window;
        }
        if next.matches() != self.matches() {
            next.shown = next.narrowed();
        }
        if next == *self { self } else { Rc::new(next) }
    }

    fn apply(&mut self, action: Action) {
        let limits = self.limits;
        // What does not move the window by itself does not end a movement either.
        let still = matches!(
            action,
            Action::Restore(_)
                | Action::SetWidth(_)
                | Action::RecordRequested
                | Action::RecordArrived(_)
                | Action::RecordFailed(_)
                | Action::Find(_)
        );
        let motion = if still { self.motion } else { std::mem::take(&mut self.motion) };
        match action {
            Action::SetAsOf(day) => {
                let span = &self.outline.meta.span;
                self.as_of = day.clamp(span.from, span.to.max(span.from));
                self.show(self.as_of);
            }
            Action::OpenEvent(id) => self.open_event(id.as_deref()),
            Action::OpenIssue(id) => self.issue = id.filter(|id| self.outline.issue(id).is_some()),
            Action::FocusEvent(id) => {
                if let Some(day) = self.day_of(&id) {
                    self.show(day);
                    self.tab_stop = Some(id);
                }
            }
            Action::FocusIn(period, id) => self.focus_in(period, id),
            Action::ToggleCompare => {
                self.compare = match self.compare.take() {
                    Some(_) => None,
                    None => {
                        let periods = Periods::suggested(&self.events, self.outline.meta.default_as_of);
                        Some(Compare::new(periods, limits))
                    }
                }
            }
            Action::SetZero(period, day) => self.set_periods(|periods| {
                if let Some(zero) = periods.zeros.get_mut(period) {
                    *zero = day;
                }
            }),
            Action::SetAround(days) => {
                self.set_periods(|periods| (periods.before, periods.after) = (days, days))
            }
            Action::Pan(share) => self.pan(share),
            Action::Zoom { factor, share } => self.zoom(factor, share),
            Action::Move { pan, factor, share } => {
                let before = self.moving();
                self.pan(pan);
                if factor == 1.0 {
                    let base = if let Motion::Panning { base } = motion { base } else { before };
                    self.motion = Motion::Panning { base };
                } else {
                    self.zoom(factor, share);
                    self.motion = Motion::Zooming;
                }
                if self.moving() == before {
                    self.motion = motion;
                }
            }
            Action::Settle => {}
            Action::SetShares { from, to } => {
                self.set_shares(from, to);
                self.motion = Motion::Zooming;
            }
            Action::MoveEdge { edge, by } => {
                let (from, to) = self.shares();
                let by = (to - from) * by;
                match edge {
                    Edge::From => self.set_shares((from + by).max(0.0).min(to), to),
                    Edge::To => self.set_shares(from, (to + by).min(1.0).max(from)),
                }
            }
            Action::Spread(stretch) => self.spread(stretch),
            Action::CloseStretch => self.stretch = None,
            Action::ToggleBreak(day) => self.toggle_break(day),
            Action::ShowFocus => self.window = focus_window(&self.outline),
            Action::ShowAll => self.window = limits,
            Action::SetGapMode(mode) => self.gap_mode = mode,
            Action::ToggleEventList => self.event_list = !self.event_list,
            Action::TogglePositionList => self.position_list = !self.position_list,
            Action::Find(action) => {
                let (dossier, whole) = (self.dossier().clone(), self.is_whole());
                self.finding.apply(action, &dossier, whole);
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
        }
    }

    /// The events that the filters leave, which name them by their places in the dossier.
    fn narrowed(&self) -> Shared<Index> {
        match self.matches() {
            None => self.events.clone(),
            Some(matches) => {
                let keep = (0..self.events.source().len()).map(|place| matches.has(place)).collect();
                Shared::new(self.events.narrowed(keep))
            }
        }
    }

    /// The day on which an event's mark stands.
    fn day_of(&self, id: &str) -> Option<Day> {
        self.events.place(id).and_then(|place| self.events.get(place)).map(|entry| entry.day())
    }

    /// Brings a day into the window.
    fn show(&mut self, day: Day) {
        self.window = self.axis.showing(self.window, day, self.limits);
    }

    /// The time that moves under a hand: the window, or that around both day zeros.
    fn moving(&self) -> Window {
        self.compare.as_ref().map_or(self.window, |compare| compare.around)
    }

    fn set_moving(&mut self, window: Window) {
        match &mut self.compare {
            Some(compare) => compare.around = window,
            None => self.window = window,
        }
    }

    /// The axis on which that time lies, and the furthest it can go. Two periods are compared day for day, without breaks.
    fn ground(&self) -> (Axis, Window) {
        self.compare.as_ref().map_or((self.axis, self.limits), |compare| (Axis::straight(), compare.limits))
    }

    fn pan(&mut self, share: f64) {
        let ((axis, limits), shown) = (self.ground(), self.moving());
        self.set_moving(axis.pan(shown, axis.length(shown) * share, limits));
    }

    /// The window as shares of the whole axis: 0 its beginning, 1 its end.
    pub fn shares(&self) -> (f64, f64) {
        let share = |instant| self.axis.share(self.limits, instant);
        (share(self.window.from()), share(self.window.to()))
    }

    fn set_shares(&mut self, from: f64, to: f64) {
        let instant = |share: f64| self.axis.instant_at(self.limits, share);
        // One end held at the calendar's would shorten the window: it moves as a whole.
        let length = (to - from).max(0.0).min(1.0);
        let from = from.max(0.0).min(1.0 - length);
        self.window = self.axis.pan(Window::new(instant(from), instant(from + length)), 0.0, self.limits);
    }

    fn zoom(&mut self, factor: f64, share: f64) {
        let ((axis, limits), shown) = (self.ground(), self.moving());
        self.set_moving(axis.zoom_at(shown, factor, axis.instant_at(shown, share), limits));
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
            if period == 0 {
                self.tab_stop = Some(id);
            } else {
                compare.second_stop = Some(id);
            }
        }
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

    /// The time that a picture shows, and the axis on which it does: of a period that is compared (0 or 1), else of the timeline.
    pub fn picture(&self, period: usize) -> (Axis, Window) {
        self.compare
            .as_ref()
            .map_or((self.axis, self.window), |compare| (Axis::straight(), compare.window(period)))
    }

    /// Zooms to a stretch with room at both sides; lists its events where the window could not become much shorter.
    fn spread(&mut self, stretch: Stretch) {
        let exact = Window::of_days(stretch.from, stretch.to);
        let shorter = self.axis.length(exact) * 1.3;
        // A cluster may stand in either of two periods, or in both: its events are listed.
        if self.compare.is_none()
            && stretch.from < stretch.to
            && shorter < self.axis.length(self.window) * 0.9
        {
            let middle = (exact.from() + exact.to()) / 2.0;
            self.window = self.axis.zoom_at(exact, 1.3, middle, self.limits);
            self.stretch = None;
        } else {
            self.stretch = Some(stretch);
        }
    }

    /// Opens or folds a break; what is on screen stays as far as it can.
    fn toggle_break(&mut self, day: Day) {
        let folding = folding(&self.outline, &self.events);
        if !folding.breaks().iter().any(|fold| fold.from == day) {
            return;
        }
        match self.opened.iter().position(|opened| *opened == day) {
            Some(at) => {
                self.opened.remove(at);
            }
            None => self.opened.push(day),
        }
        self.axis = folding.opened(&self.opened);
    }

    fn restore(&mut self, address: Address) {
        let focus = focus_window(&self.outline);
        let folding = folding(&self.outline, &self.events);
        let known = |day: &Day| folding.breaks().iter().any(|fold| fold.from == *day);
        self.opened = address.opened.into_iter().filter(known).collect();
        self.axis = folding.opened(&self.opened);
        self.window = match (address.from, address.to) {
            (None, None) => focus,
            (from, to) => {
                let wanted =
                    Window::of_days(from.unwrap_or(focus.first_day()), to.unwrap_or(focus.last_day()));
                self.axis.pan(wanted, 0.0, self.limits)
            }
        };
        self.compare = address.compare.map(|periods| Compare::new(periods, self.limits));
        let span = &self.outline.meta.span;
        self.as_of =
            address.on.unwrap_or(self.outline.meta.default_as_of).clamp(span.from, span.to.max(span.from));
        if address.from.is_none() && address.to.is_none() {
            self.show(self.as_of);
        }
        self.gap_mode = address.gap.unwrap_or_default();
        self.issue = address.issue.filter(|id| self.outline.issue(id).is_some());
        self.open_event(address.event.as_deref());
        let (dossier, whole) = (self.dossier().clone(), self.is_whole());
        self.finding.restore(address.filter, &dossier, whole);
    }

    /// The state as an address: what differs from how the dossier is seen first.
    pub fn address(&self) -> Address {
        let (first, last) = (self.window.first_day(), self.window.last_day());
        let at_rest = self.axis.showing(focus_window(&self.outline), self.as_of, self.limits);
        let window_moved = (first, last) != (at_rest.first_day(), at_rest.last_day());
        Address {
            on: Some(self.as_of).filter(|day| *day != self.outline.meta.default_as_of),
            event: self.event.clone(),
            issue: self.issue.clone(),
            from: Some(first).filter(|_| window_moved),
            to: Some(last).filter(|_| window_moved),
            gap: Some(self.gap_mode).filter(|mode| *mode != GapMode::default()),
            opened: self.opened.clone(),
            filter: self.finding.address(),
            compare: self.compare.as_ref().map(Compare::periods),
        }
    }
}

/// The dossier's span and every event in it, with a month to spare.
fn limits(dossier: &Dossier, events: &Index) -> Window {
    let span = &dossier.meta.span;
    let (first, last) = events.span().unwrap_or((span.from, span.to));
    Window::of_days(first.min(span.from).plus(-31), last.max(span.to).plus(31))
}

/// The axis with all its breaks. A stretch without events in which somebody's position changes is not empty.
fn folding(dossier: &Dossier, events: &Index) -> Axis {
    let changes = || dossier.issues.iter().flat_map(|issue| &issue.positions).map(|position| position.from);
    let empty = |stretch: &&(Day, Day)| !changes().any(|day| stretch.0 < day && day < stretch.1);
    let quiet: Vec<(Day, Day)> = events.quiet().iter().filter(empty).copied().collect();
    Axis::folding(&quiet, events.span().map_or(0, |(first, last)| last.since(first)))
}

/// The stretch the dossier is about, with a hand's breadth at both ends so that marks on the first day are whole.
fn focus_window(dossier: &Dossier) -> Window {
    let focus = dossier.meta.span.focus;
    let (first, last) = (focus.first().max(dossier.meta.span.from), focus.last().min(dossier.meta.span.to));
    let margin = (last.since(first) / 60).max(1);
    Window::of_days(first.plus(-margin), last.plus(margin))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::{Choice, Criterion};
    use crate::state::{FindAction, ListForm};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn dossier() -> Shared<Dossier> {
        let json = r#"{
            "meta": {"id": "x", "title": "X", "dek": "", "languages": ["en"], "span": {"from": "2000-01-01", "to": "2020-12-31", "focus": "2018-01-01/2019-12-31"},
                     "default_as_of": "2018-07-16", "content_licence": "CC BY 4.0"},
            "parties": [{"id": "a", "name": "A", "short": "A", "side": "a"}, {"id": "b", "name": "B", "short": "B", "side": "b"}],
            "events": [{"id": "early", "date": "2001-05-05", "title": "Early", "kind": "talks", "parties": ["a"], "lane": "a", "weight": 1}],
            "issues": [{"id": "one", "title": "One", "question": "?", "actors": ["b"], "gap": {"expects": "a", "offers": "b"},
                        "ladder": [{"rung": 0, "label": "Nothing"}], "positions": []}]
        }"#;
        Shared::new(serde_json::from_str(json).unwrap())
    }

    fn state() -> Rc<AppState> {
        let outline = dossier();
        let events = Shared::new(Index::of_events(&outline.events, "en"));
        Rc::new(AppState::new(outline, events))
    }

    #[test]
    fn nothing_changed_is_the_same_state() {
        let before = state();
        for action in [
            Action::SetAsOf(day("2018-07-16")),
            Action::OpenEvent(None),
            Action::OpenEvent(Some("nobody".to_owned())),
            Action::FocusEvent("nobody".to_owned()),
            Action::Pan(0.0),
            Action::Pan(f64::NAN),
            Action::SetWidth(f64::NAN),
            Action::Restore(Address::default()),
            Action::Find(FindAction::ClearAll),
            Action::Find(FindAction::Text(String::new())),
            Action::Find(FindAction::Announce),
        ] {
            assert!(Rc::ptr_eq(&before, &before.clone().reduce(action.clone())), "{action:?}");
        }
    }

    #[test]
    fn the_as_of_date_stays_in_the_span_and_on_screen() {
        let state = state().reduce(Action::SetAsOf(day("1990-01-01")));
        assert_eq!(state.as_of, day("2000-01-01"));
        assert!(state.window.touches(state.as_of, state.as_of));
    }

    #[test]
    fn opening_an_event_brings_it_on_screen() {
        let state = state().reduce(Action::OpenEvent(Some("early".to_owned())));
        assert_eq!(state.event.as_deref(), Some("early"));
        assert_eq!(state.tab_stop.as_deref(), Some("early"));
        assert!(state.window.touches(day("2001-05-05"), day("2001-05-05")));
    }

    #[test]
    fn zoom_and_pan_stay_inside_the_span() {
        let mut state = state();
        for _ in 0..40 {
            state = state.reduce(Action::Zoom { factor: 2.0, share: 0.3 });
        }
        assert_eq!(state.window, state.limits);
        let state = state.reduce(Action::Zoom { factor: 1e-9, share: 0.5 }).reduce(Action::Pan(1e9));
        assert_eq!(state.window.days(), Window::MIN_DAYS);
        assert_eq!(state.window.to(), state.limits.to());
    }

    #[test]
    fn an_address_restores_the_state() {
        let first = state();
        assert_eq!(first.address(), Address::default());
        let second = first
            .clone()
            .reduce(Action::SetAsOf(day("2019-03-01")))
            .reduce(Action::OpenIssue(Some("one".to_owned())))
            .reduce(Action::SetGapMode(GapMode::Ladders))
            .reduce(Action::Find(FindAction::Text(" Early ".to_owned())))
            .reduce(Action::Find(FindAction::Choose(Choice::Party("a".to_owned()), true)))
            .reduce(Action::Zoom { factor: 0.25, share: 0.75 });
        let restored = first.reduce(Action::Restore(Address::parse(&second.address().query())));
        // An address names whole days; all else comes back as it was.
        assert_eq!(restored.address(), second.address());
        assert_eq!(
            restored.matches().map(|matches| (**matches).clone()),
            second.matches().map(|matches| (**matches).clone())
        );
        let ids = |state: &AppState| -> Vec<String> {
            state.shown.entries().map(|entry| entry.id.to_owned()).collect()
        };
        assert_eq!(ids(&restored), ids(&second));
        let same_window = AppState {
            window: second.window,
            finding: second.finding.clone(),
            // Equal are two shared things where they are the same thing.
            shown: second.shown.clone(),
            settled: second.settled,
            ..(*restored).clone()
        };
        assert_eq!(same_window, *second);
    }

    fn find(state: Rc<AppState>, action: FindAction) -> Rc<AppState> {
        state.reduce(Action::Find(action))
    }

    fn typed(text: &str) -> FindAction {
        FindAction::Text(text.to_owned())
    }

    #[test]
    fn what_is_typed_narrows_and_what_is_cleared_widens() {
        let all = state();
        assert!(all.matches().is_none());
        let some = find(all.clone(), typed("ear"));
        assert_eq!(some.matches().unwrap().count(), 1);
        let same = find(some.clone(), typed("early"));
        assert_eq!(same.matches(), some.matches(), "the same result is not made anew");
        let none = find(same, typed("early x"));
        assert_eq!(none.matches().unwrap().count(), 0);
        assert_eq!(none.matches().unwrap().without().collect::<Vec<_>>(), [(Criterion::Text, 1)]);
        assert!(find(none, FindAction::Clear(Criterion::Text)).matches().is_none());
        let long = find(all, typed(&"\u{e9}".repeat(999)));
        assert_eq!(long.finding.filter.text.chars().count(), Finding::LONGEST);
    }

    #[test]
    fn what_an_address_asks_beyond_the_dossier_is_left_out() {
        let state =
            state().reduce(Action::Restore(Address::parse("party=nobody&on-issue=x&kind=cake&weight=7")));
        assert!(state.finding.filter.is_empty() && state.matches().is_none());
        assert_eq!(state.address(), Address::default());
    }

    #[test]
    fn what_was_found_in_the_outline_is_looked_for_again_in_the_record() {
        let mut whole = (*dossier()).clone();
        whole.events[0].summary = crate::dossier::text::Text::from("the words");
        let state = find(state(), typed("words"));
        assert_eq!(state.matches().map(|matches| (matches.count(), matches.whole())), Some((0, false)));
        let state = state.reduce(Action::RecordArrived(Shared::new(whole)));
        assert_eq!(state.matches().map(|matches| (matches.count(), matches.whole())), Some((1, true)));
    }

    #[test]
    fn rows_begin_anew_with_another_question() {
        let state = find(find(state(), FindAction::MoreRows), FindAction::TurnOrder);
        assert_eq!(state.finding.rows, 2 * Finding::ROWS);
        assert!(state.finding.newest_first);
        assert_eq!(find(state.clone(), typed("x")).finding.rows, Finding::ROWS);
        assert_eq!(find(state, FindAction::SetForm(ListForm::Table)).finding.rows, Finding::ROWS);
    }

    #[test]
    fn the_count_is_announced_on_request() {
        let state = find(find(state(), typed("early")), FindAction::Announce);
        assert_eq!(state.finding.announced, Some(1));
        let all = find(find(state, FindAction::ClearAll), FindAction::Announce);
        assert_eq!(all.finding.announced, Some(all.outline.events.len()));
    }

    #[test]
    fn fields_ask_by_their_names() {
        let asked = |name, value| FindAction::of_field(name, value, true);
        assert_eq!(asked("find-text", "x"), Some(typed("x")));
        assert_eq!(asked("find-party", "us"), Some(FindAction::Choose(Choice::Party("us".to_owned()), true)));
        assert_eq!(asked("find-kind", "cake"), None);
        assert_eq!(asked("date", "2018-01-01"), None);
    }

    #[test]
    fn two_periods_move_together_and_leave_the_one_timeline_alone() {
        let first = state();
        let both = first.clone().reduce(Action::ToggleCompare);
        let periods = |state: &AppState| state.compare.as_ref().map(Compare::periods);
        let days = [day("2001-05-05"); 2];
        assert_eq!(
            periods(&both),
            Some(Periods { zeros: days, before: 365, after: 365 }),
            "the one event there is"
        );
        let both = both.reduce(Action::SetZero(1, day("2018-07-16"))).reduce(Action::SetAround(100));
        let moved = both.clone().reduce(Action::Pan(0.5)).reduce(Action::Zoom { factor: 0.5, share: 0.5 });
        let (old, new) = (both.compare.as_ref().unwrap(), moved.compare.as_ref().unwrap());
        for period in [0, 1] {
            assert_eq!(moved.picture(period).1, new.window(period));
            let by = new.window(period).from() - old.window(period).from();
            assert!((by - (new.around.from() - old.around.from())).abs() < 1e-6);
        }
        assert_eq!(moved.window, first.window);
        // A step in the second picture brings the day into that one.
        let walked = moved.clone().reduce(Action::FocusIn(1, "early".to_owned()));
        let compare = walked.compare.as_ref().unwrap();
        assert!(compare.window(1).touches(day("2001-05-05"), day("2001-05-05")));
        assert_eq!((walked.tab_stop.as_deref(), compare.second_stop.as_deref()), (None, Some("early")));
        // A record opens without moving them, and is a tab stop where it is shown.
        let opened = both.clone().reduce(Action::OpenEvent(Some("early".to_owned())));
        assert_eq!((periods(&opened), opened.tab_stop.as_deref()), (periods(&both), Some("early")));
        assert_eq!(opened.compare.as_ref().unwrap().second_stop, None);
        let restored = first.reduce(Action::Restore(Address::parse(&walked.address().query())));
        assert_eq!(restored.address(), walked.address());
        assert_eq!(walked.reduce(Action::ToggleCompare).compare, None);
    }

    #[test]
    fn what_has_arrived_is_not_lost() {
        let whole = dossier();
        let state = state().reduce(Action::RecordArrived(whole.clone())).reduce(Action::RecordRequested);
        assert!(*state.dossier() == whole);
        assert!(*state.reduce(Action::RecordFailed("late".to_owned())).dossier() == whole);
    }
}
