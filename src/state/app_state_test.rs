//! What actions make of the state.

use std::rc::Rc;

use proptest::prelude::*;

use super::app_state::*;
use super::{
    Action, Address, Compare, FindAction, Finding, ListForm, Motion, Pace, Part, Periods, Shared, View,
};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::find::{Choice, Criterion};
use crate::index::Index;
use crate::scale::Window;

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
    state_of(dossier())
}

fn state_of(outline: Shared<Dossier>) -> Rc<AppState> {
    let events = Shared::new(Index::of_events(&outline.events, "en"));
    Rc::new(AppState::new(outline, events))
}

/// The dossier with some changes.
fn changed(change: impl FnOnce(&mut Dossier)) -> Rc<AppState> {
    let mut dossier = (*dossier()).clone();
    change(&mut dossier);
    state_of(Shared::new(dossier))
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
fn a_dossier_that_opens_outside_of_its_focus_shows_its_date_at_once() {
    let first = changed(|dossier| dossier.meta.default_as_of = day("2005-03-01"));
    let date = first.as_of;
    assert!(first.window.touches(date, date), "{:?}", first.window);
    assert_eq!((first.settled, first.address()), (first.window, Address::default()));
    assert!(Rc::ptr_eq(&first, &first.clone().reduce(Action::Restore(Address::default()))), "nothing jumps");
}

#[test]
fn the_as_of_date_stays_in_the_span_and_on_screen() {
    let state = state().reduce(Action::SetAsOf(day("1990-01-01")));
    assert_eq!(state.as_of, day("2000-01-01"));
    assert!(state.window.touches(state.as_of, state.as_of));
    // The slider ends where the window does: under it nothing moves, up to the last day.
    let here = self::state();
    for date in [here.window.first_day(), day("2018-01-01"), day("2019-12-31"), here.window.last_day()] {
        assert_eq!(here.clone().reduce(Action::SetAsOf(date)).window, here.window, "{date}");
    }
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
    assert_eq!(restored.address(), second.address());
    assert_eq!(
        restored.matches().map(|matches| (**matches).clone()),
        second.matches().map(|matches| (**matches).clone())
    );
    let ids = |state: &AppState| -> Vec<String> {
        state.shown.entries().map(|entry| entry.id.to_owned()).collect()
    };
    assert_eq!(ids(&restored), ids(&second));
    let same = AppState {
        finding: second.finding.clone(),
        // Equal are two shared things where they are the same thing.
        shown: second.shown.clone(),
        ..(*restored).clone()
    };
    assert_eq!(same, *second);
}

/// The real dossier, whose axis has a break.
fn real() -> Rc<AppState> {
    let outline = Shared::new(crate::analysis::fixture::us_dprk().outline());
    let events = Shared::new(Index::of_events(&outline.events, "en"));
    Rc::new(AppState::new(outline, events))
}

/// What moves the window, or what an address names beside it.
fn any_act() -> impl Strategy<Value = Action> {
    let ids: Vec<String> = real().outline.events.iter().map(|event| event.id.clone()).collect();
    let (id, factor, share) = (prop::sample::select(ids), 0.05..12.0f64, 0.0..1.0f64);
    let fold = real().axis.breaks()[0].from;
    prop_oneof![
        (-2.0..2.0f64).prop_map(Action::Pan),
        (factor.clone(), share.clone()).prop_map(|(factor, share)| Action::Zoom { factor, share }),
        (factor.clone(), id.clone()).prop_map(|(factor, id)| Action::ZoomOn { factor, id, period: 0 }),
        (-1.0..1.0f64, factor, share.clone()).prop_map(|(pan, factor, share)| Action::Move {
            pan,
            factor,
            share,
            pace: Pace::Even
        }),
        (share.clone(), share).prop_map(|(from, to)| Action::SetShares { from, to }),
        (any::<bool>(), -1.0..1.0f64)
            .prop_map(|(from, by)| Action::MoveEdge { edge: if from { Edge::From } else { Edge::To }, by }),
        (-9_000i64..20_000).prop_map(|day| Action::SetAsOf(Day::from_number_clamped(day))),
        prop::option::of(id.clone()).prop_map(Action::OpenEvent),
        id.prop_map(Action::FocusEvent),
        prop::sample::select(vec![
            Action::ShowFocus,
            Action::ShowAll,
            Action::ToggleCompare,
            Action::SetAround(20),
            Action::PutBack,
            Action::ToggleBreak(fold),
        ]),
    ]
}

proptest! {
    #[test]
    fn what_an_address_shows_is_what_was_seen(acts in prop::collection::vec(any_act(), 1..12)) {
        let first = real();
        let mut seen = first.clone();
        for act in acts {
            seen = seen.reduce(act).reduce(Action::Settle);
            let around = |state: &AppState| state.compare.as_ref().map(|both| both.around);
            for from in [&first, &seen] {
                let address = Address::parse(&seen.address().query());
                let restored = from.clone().reduce(Action::Restore(address));
                prop_assert_eq!((restored.window, restored.settled), (seen.window, seen.settled));
                prop_assert_eq!(around(&restored), around(&seen));
                prop_assert_eq!(restored.address(), seen.address());
            }
        }
    }
}

#[test]
fn what_was_no_pan_is_put_back() {
    let start = state().reduce(Action::Zoom { factor: 0.2, share: 0.4 });
    let by = |pan: f64| Action::Move { pan, factor: 1.0, share: 0.0, pace: Pace::Even };
    let moved = start.clone().reduce(by(0.1)).reduce(by(1e9));
    assert_ne!(moved.window, start.window);
    let back = moved.clone().reduce(Action::PutBack);
    assert_eq!(*back, *start);
    // Nothing moves where nothing was panned, and a zoom stays.
    assert!(Rc::ptr_eq(&start.clone().reduce(Action::PutBack), &start));
    let zoomed = start.reduce(Action::Move { pan: 0.0, factor: 0.5, share: 0.5, pace: Pace::Even });
    assert_eq!(zoomed.clone().reduce(Action::PutBack).window, zoomed.reduce(Action::Settle).window);
}

#[test]
fn a_zoom_on_a_mark_leaves_the_mark_where_it_is() {
    let start = real();
    let place = |state: &AppState, id: &str, period: usize| {
        let (axis, window) = state.picture(period);
        let day = state.events.place(id).and_then(|place| state.events.get(place)).unwrap().day();
        (axis.share(window, f64::from(day.number()) + 0.5), axis.length(window))
    };
    let ids: Vec<String> = start
        .events
        .between(start.window.from(), start.window.to())
        .filter_map(|place| Some(start.events.get(place)?.id.to_owned()))
        .collect();
    for id in [ids.first().unwrap(), &ids[ids.len() / 3], ids.last().unwrap()] {
        let mut state = start.clone();
        for factor in [0.8; 12].into_iter().chain([1.25; 6]) {
            let (before, _) = place(&state, id, 0);
            state = state.reduce(Action::ZoomOn { factor, id: id.clone(), period: 0 });
            let (after, days) = place(&state, id, 0);
            // To a day, for the window is of whole days.
            assert!((after - before).abs() * days < 1.0, "{id}: {before} {after} of {days} days");
            assert!((0.0..=1.0).contains(&after) && state.tab_stop.as_ref() == Some(id));
        }
        assert!(state.window.days() < start.window.days());
    }
    // Of two periods that in which the mark is; and what is no event is zoomed on in the middle.
    let both = start.clone().reduce(Action::ToggleCompare);
    let zero = both.compare.as_ref().unwrap().zero(1);
    let id = both.events.entries().find(|entry| entry.day() == zero).unwrap().id.to_owned();
    let near = both.clone().reduce(Action::ZoomOn { factor: 0.5, id: id.clone(), period: 1 });
    let ((before, _), (after, days)) = (place(&both, &id, 1), place(&near, &id, 1));
    assert!((after - before).abs() * days < 1.0 && days < 400.0);
    assert_eq!(near.compare.as_ref().unwrap().second_stop, Some(id));
    let middle = start.clone().reduce(Action::ZoomOn { factor: 0.5, id: String::new(), period: 0 });
    assert_eq!(*middle, *start.reduce(Action::Zoom { factor: 0.5, share: 0.5 }));
}

#[test]
fn a_window_that_an_address_names_holds_also_without_what_is_open() {
    let far = "event=early&from=2018-03-01&to=2018-05-31";
    let restored = state().reduce(Action::Restore(Address::parse(far)));
    assert_eq!(restored.event.as_deref(), Some("early"));
    assert_eq!(restored.window, Window::of_days(day("2018-03-01"), day("2018-05-31")));
    assert_eq!(restored.address(), Address::parse(far));
    // An address that names none shows what it opens, and so does not name what that shows.
    let opened = state().reduce(Action::OpenEvent(Some("early".to_owned())));
    assert_eq!(opened.address().query(), "event=early");
    assert_eq!(state().reduce(Action::Restore(opened.address())).window, opened.window);
}

#[test]
fn the_days_that_an_address_names_are_in_the_window() {
    let late = changed(|dossier| dossier.meta.span.to = day("2024-12-31"));
    for (query, days) in [
        ("from=2022-03-01", ["2022-03-01"; 2]),
        ("to=2003-05-05", ["2003-05-05"; 2]),
        ("from=2018-05-31&to=2018-03-01", ["2018-03-01", "2018-05-31"]),
    ] {
        let window = late.clone().reduce(Action::Restore(Address::parse(query))).window;
        for day in days.map(day) {
            assert!(window.first_day() <= day && day <= window.last_day(), "{query}: {window:?}");
        }
    }
}

#[test]
fn a_first_day_alone_is_the_windows_first_and_a_last_one_its_last() {
    let late = changed(|dossier| dossier.meta.span.to = day("2024-12-31"));
    let (focus, limits) = (late.window, late.limits);
    for (query, from, to) in [
        // Within the main period the other end is its own; beyond it, the dossier's.
        ("from=2018-03-01", day("2018-03-01"), focus.last_day()),
        ("to=2018-03-01", focus.first_day(), day("2018-03-01")),
        ("from=2022-03-01", day("2022-03-01"), limits.last_day()),
        ("to=2003-05-05", limits.first_day(), day("2003-05-05")),
    ] {
        let window = late.clone().reduce(Action::Restore(Address::parse(query))).window;
        assert_eq!((window.first_day(), window.last_day()), (from, to), "{query}");
    }
    // Of what lies beyond everything, everything is seen.
    for query in ["from=2999-01-01", "to=1000-01-01"] {
        assert_eq!(late.clone().reduce(Action::Restore(Address::parse(query))).window, limits, "{query}");
    }
}

#[test]
fn a_cluster_that_was_opened_in_another_picture_is_closed_on_the_way_back() {
    let start = state();
    let cluster = Stretch { from: day("2018-03-01"), to: day("2018-03-01"), lane: None };
    let listed = start.clone().reduce(Action::ShowAll).reduce(Action::Spread(cluster));
    assert_eq!(listed.stretch, Some(cluster));
    // A record that is opened from the list, and closed again: the picture is the same.
    let opened = Action::Restore(Address { event: Some("early".to_owned()), ..listed.address() });
    assert_eq!(listed.clone().reduce(opened).stretch, Some(cluster));
    assert_eq!(listed.reduce(Action::Restore(start.address())).stretch, None);
    let both = start.reduce(Action::ToggleCompare).reduce(Action::Spread(cluster));
    assert_eq!(both.clone().reduce(Action::Restore(both.address())).stretch, Some(cluster));
    assert_eq!(both.reduce(Action::Restore(Address::default())).stretch, None);
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
fn the_field_keeps_what_was_typed_where_an_address_asks_the_same() {
    let asked = find(state(), typed("early "));
    let again = asked.clone().reduce(Action::Restore(asked.address()));
    assert_eq!(again.finding.filter.text, "early ");
    let other = asked.reduce(Action::Restore(Address::parse("q=late")));
    assert_eq!(other.finding.filter.text, "late");
}

#[test]
fn what_an_address_asks_beyond_the_dossier_is_left_out() {
    let state = state().reduce(Action::Restore(Address::parse("party=nobody&on-issue=x&kind=cake&weight=7")));
    assert!(state.finding.filter.is_empty() && state.matches().is_none());
    assert_eq!(state.address(), Address::default());
}

#[test]
fn an_address_is_held_to_what_the_page_itself_can_say() {
    let long = "a".repeat(10 * Finding::LONGEST);
    let state = state().reduce(Action::Restore(Address::parse(&format!("q={long}"))));
    assert_eq!(state.finding.filter.text.len(), Finding::LONGEST);
    // A break that is named twice is open once, and folds at once.
    let outline = Shared::new(crate::analysis::fixture::us_dprk());
    let events = Shared::new(Index::of_events(&outline.events, "en"));
    let real = Rc::new(AppState::new(outline, events));
    let fold = real.axis.breaks()[0].from;
    let twice = real.clone().reduce(Action::Restore(Address::parse(&format!("open={fold}.{fold}"))));
    assert_eq!(twice.opened, [fold]);
    assert_eq!(twice.reduce(Action::ToggleBreak(fold)).axis, real.axis);
}

#[test]
fn what_was_found_in_the_outline_is_looked_for_again_in_the_record() {
    let mut whole = (*dossier()).clone();
    whole.events[0].summary = crate::dossier::text::Text::from("the words");
    let state = find(state(), typed("words"));
    assert_eq!(state.matches().map(|matches| (matches.count(), matches.whole())), Some((0, false)));
    let state = find(state, FindAction::MoreRows).reduce(Action::RecordArrived(Shared::new(whole)));
    assert_eq!(state.finding.rows, 2 * Finding::ROWS, "and no row goes");
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

#[test]
fn another_date_is_no_other_timeline() {
    let here = state();
    let after = |action: Action| here.clone().reduce(action);
    let moved = after(Action::SetAsOf(day("2018-08-01")));
    assert!(here.is_but_for_the_date(&moved) && *here != *moved);
    assert!(!here.is_but_for_the_date(&after(Action::SetWidth(700.0))));
    // A date that is not in the window brings it along.
    assert!(!here.is_but_for_the_date(&after(Action::SetAsOf(day("2003-01-01")))));
}

#[test]
fn what_is_off_the_screen_follows_the_date_where_that_rests() {
    const GAP: Part = Part::View(View::Gap);
    let far = state().reduce(Action::Seen(vec![(GAP, false)])).reduce(Action::SetAsOf(day("2018-08-01")));
    assert_eq!((far.as_of, far.follow.on(GAP)), (day("2018-08-01"), day("2018-07-16")));
    // Of the others nobody said that they are not.
    assert_eq!(
        [Part::View(View::Lead), Part::Table, Part::Card(7)].map(|part| far.follow.on(part)),
        [day("2018-08-01"); 3]
    );
    assert_eq!(far.clone().reduce(Action::CatchUp).follow.on(GAP), day("2018-08-01"));
    // It came back, or something else was asked for.
    assert_eq!(far.clone().reduce(Action::Seen(vec![(GAP, true)])).follow.on(GAP), day("2018-08-01"));
    assert_eq!(far.reduce(Action::OpenIssue(Some("one".to_owned()))).follow.on(GAP), day("2018-08-01"));
    assert_eq!(state().reduce(Action::SetAsOf(day("2018-08-01"))).follow.on(GAP), day("2018-08-01"));
}

#[test]
fn the_date_goes_from_turning_point_to_turning_point_and_play_ends_at_the_last() {
    let outline = Shared::new(crate::analysis::fixture::us_dprk().outline());
    let events = Shared::new(Index::of_events(&outline.events, "en"));
    let start = Rc::new(AppState::new(outline.clone(), events));
    let (before, after) = crate::analysis::turns(&crate::analysis::turning_points(&outline), start.as_of);
    assert_eq!(start.clone().reduce(Action::Turn { on: true }).as_of, after.unwrap());
    assert_eq!(start.clone().reduce(Action::Turn { on: false }).as_of, before.unwrap());
    let last = crate::analysis::turning_points(&outline).last().unwrap().on;
    let arrives = start.reduce(Action::SetAsOf(last.plus(-1))).reduce(Action::Play(true));
    assert!(arrives.playing);
    let arrived = arrives.reduce(Action::Turn { on: true });
    assert_eq!((arrived.as_of, arrived.playing), (last, false));
    assert!(!arrived.reduce(Action::Play(true)).playing, "there is nowhere to go");
}

#[test]
fn play_tells_no_date_and_ends_where_another_is_gone_to() {
    let playing = real().reduce(Action::Play(true));
    assert!(playing.playing);
    let turned = playing.clone().reduce(Action::Turn { on: true });
    assert_eq!(turned.clone().reduce(Action::CatchUp).follow.told(), None, "it only runs through");
    // Stopped long after the date was set, too, when nothing else comes that would tell it.
    let held = turned.reduce(Action::CatchUp).reduce(Action::Play(false));
    assert_eq!(held.follow.told(), Some(held.as_of));
    assert!(!playing.clone().reduce(Action::Restore(playing.address())).playing);
    let step = super::TourStep { id: "first".to_owned(), on: playing.as_of, event: None, issue: None };
    assert!(!playing.reduce(Action::Step(Some(step))).playing);
}

#[test]
fn a_change_counts_since_a_day_of_the_span() {
    let since = |text| state().reduce(Action::SetSince(day(text))).gap.since;
    assert_eq!(since("1990-01-01"), Some(day("2000-01-01")));
    assert_eq!(since("2018-06-12"), Some(day("2018-06-12")));
    let named = state().reduce(Action::Restore(Address::parse("since=2030-01-01")));
    assert_eq!(named.gap.since, Some(day("2020-12-31")));
}

#[test]
fn play_ends_where_the_span_does() {
    use crate::analysis::fixture::position;
    use crate::dossier::model::Role;
    let start = changed(|dossier| {
        let role = |role, from, rung| position(role, from, None, rung, rung);
        dossier.issues[0].ladder = crate::analysis::fixture::issue(4).ladder;
        dossier.issues[0].positions = vec![
            role(Role::Expects, "2017-01-01", 4),
            role(Role::Offers, "2019-01-01", 1),
            role(Role::Offers, "2021-05-01", 2),
        ];
    });
    let playing = start.reduce(Action::Play(true));
    assert!(playing.playing);
    let arrived = playing.reduce(Action::Turn { on: true });
    assert_eq!((arrived.as_of, arrived.playing), (day("2019-01-01"), false));
    assert!(Rc::ptr_eq(&arrived, &arrived.clone().reduce(Action::Turn { on: true })));
    assert!(!arrived.reduce(Action::Play(true)).playing, "there is nowhere to go");
}

#[test]
fn a_step_of_the_tour_sets_date_and_records_and_leaving_it_keeps_them() {
    let step = super::TourStep {
        id: "first".to_owned(),
        on: day("2018-12-20"),
        event: None,
        issue: Some("one".to_owned()),
    };
    let taken = state().reduce(Action::OpenEvent(Some("early".to_owned()))).reduce(Action::Step(Some(step)));
    assert_eq!((taken.as_of, taken.issue.as_deref()), (day("2018-12-20"), Some("one")));
    assert_eq!(taken.event, None, "a record that the step does not speak of is closed");
    let left = taken.clone().reduce(Action::Step(None));
    assert_eq!(
        (left.step.as_deref(), left.as_of, left.issue.as_deref()),
        (None, day("2018-12-20"), Some("one"))
    );
    let restored = state().reduce(Action::Restore(Address::parse(&taken.address().query())));
    assert_eq!((restored.step.as_deref(), restored.as_of), (Some("first"), day("2018-12-20")));
}

#[test]
fn a_large_table_is_searched_elsewhere_and_what_comes_too_late_is_not_taken() {
    use crate::dossier::table::TableReader;
    use crate::find::Seeking;
    use crate::index::{Building, Source};

    let mut outline = crate::analysis::fixture::us_dprk().outline();
    outline.events.clear();
    let mut reader = TableReader::beside(&outline);
    reader.push(b"id,date,title,kind,lane\na,2018-01-01,Harbour talks,talks,both\nb,2018-02-01,A launch,missile-test,b\n");
    let (table, problems) = reader.finish();
    assert!(!problems.has_errors(), "{problems:?}");
    let source = Rc::new(Source::of_table(table, [], "en"));
    let index = Building::new(source.clone(), None).to_end();
    let start = Rc::new(AppState::new(Shared::new(outline), Shared::new(index)));
    let type_in = |state: &Rc<AppState>, text: &str| {
        state.clone().reduce(Action::Find(FindAction::Text(text.to_owned())))
    };
    // What `browser::seek` does in steps.
    let found = |state: &Rc<AppState>| {
        let filter = state.finding.filter.clone();
        let mut seeking = Seeking::new(state.dossier(), source.table().unwrap(), &filter, None);
        while seeking.step(1) {}
        let matches = seeking.finished();
        let keep = (0..source.len()).map(|row| matches.has(row)).collect();
        let shown = Shared::new(state.events.narrowed(keep));
        Action::Sought(Shared::new(crate::state::Sought { filter, matches: Shared::new(matches), shown }))
    };

    let asked = type_in(&start, "harbour");
    assert!(asked.finding.seeking() && asked.matches().is_none(), "nothing is known yet");
    assert_eq!(asked.shown.len(), 2, "all is shown until then");
    let answered = asked.clone().reduce(found(&asked));
    assert!(!answered.finding.seeking());
    assert_eq!((answered.matches().unwrap().count(), answered.shown.len()), (1, 1));

    // Another question: the old answer stays until the new one is there, and an answer to the old one is none.
    let again = type_in(&answered, "launch");
    assert_eq!((again.finding.seeking(), again.shown.len()), (true, 1));
    let told = again.clone().reduce(Action::Find(FindAction::Announce));
    assert_eq!(told.finding.announced, None, "the old count is not told");
    let late = again.clone().reduce(found(&answered));
    assert!(late.finding.seeking() && late.finding == again.finding);
    let other = again.clone().reduce(found(&again));
    assert_eq!(other.shown.get(0).unwrap().id, "b");

    // The counts of the filters, where nothing is asked.
    let all = start.reduce(Action::Find(FindAction::TogglePanel));
    let all = all.clone().reduce(found(&all));
    assert_eq!(
        (all.finding.found().unwrap().count(), all.matches().is_none(), all.shown.len()),
        (2, true, 2)
    );
    let typed = type_in(&all, "launch");
    assert!(typed.matches().is_none() && typed.shown.len() == 2, "all that there are is no answer to this");
    let told = other.clone().reduce(Action::Find(FindAction::Announce));
    let told = told.reduce(Action::Find(FindAction::ClearAll)).reduce(Action::Find(FindAction::Announce));
    assert_eq!(told.finding.announced, Some(2), "all rows of the table, though none is a record");
    let cleared = other.reduce(Action::Find(FindAction::ClearAll));
    assert_eq!(
        (cleared.finding.seeking(), cleared.matches().is_none(), cleared.shown.len()),
        (false, true, 2)
    );

    // With the filters open: what every search counts of all is enough.
    let open = all.reduce(Action::Find(FindAction::Text("launch".to_owned())));
    let open = open.clone().reduce(found(&open)).reduce(Action::Find(FindAction::Announce));
    assert_eq!(open.finding.announced, Some(1));
    let cleared = open.reduce(Action::Find(FindAction::ClearAll)).reduce(Action::Find(FindAction::Announce));
    let counts = cleared.finding.found().map(|found| (found.count(), found.facets().kinds.iter().sum()));
    assert_eq!(
        (counts, cleared.finding.seeking()),
        (Some((2, 2)), false),
        "the filters go on showing counts"
    );
    assert_eq!(cleared.finding.announced, Some(2));
}

#[test]
fn the_filters_leave_a_list_as_long_as_it_was() {
    let mut state = find(real(), FindAction::MoreRows);
    assert_eq!(state.finding.rows, 2 * Finding::ROWS);
    for _ in 0..2 {
        state = find(state, FindAction::TogglePanel);
        assert_eq!(state.finding.rows, 2 * Finding::ROWS);
    }
    // Another question begins at the top.
    assert_eq!(find(state, typed("hanoi")).finding.rows, Finding::ROWS);
}

#[test]
fn what_is_drawn_quickly_is_what_an_address_asks_for() {
    let real = real();
    for query in ["from=2018-06-01&to=2018-06-30", "compare=2018-06-12.2019-02-27.90.90"] {
        let state = AppState::drawn_afresh(real.outline.clone(), real.events.clone(), 1000.0);
        let state = Rc::new(state).reduce(Action::Restore(Address::parse(query)));
        let shown = state.compare.as_ref().map_or(state.window, |both| both.around);
        assert!(
            matches!(state.motion, Motion::Zooming { drawn, .. } if drawn == shown),
            "{query}: {:?}",
            state.motion
        );
    }
}

#[test]
fn another_version_keeps_what_is_shown_as_far_as_it_has_it() {
    let mut state = state();
    for action in [
        Action::SetWidth(700.0),
        Action::OpenEvent(Some("early".to_owned())),
        Action::OpenIssue(Some("one".to_owned())),
        Action::SetAsOf(day("2010-03-04")),
    ] {
        state = state.reduce(action);
    }
    let same = Action::Renew(state.outline.clone(), state.events.clone());
    assert!(Rc::ptr_eq(&state.clone().reduce(same), &state), "the same version is no change");
    let mut next = Dossier::clone(&state.outline);
    next.meta.title = "Y".into();
    next.events.clear();
    let events = Shared::new(Index::of_events(&next.events, "en"));
    let renewed = state.clone().reduce(Action::Renew(Shared::new(next), events));
    assert_eq!(renewed.outline.meta.title.get("en"), "Y");
    assert_eq!((renewed.as_of, renewed.width), (day("2010-03-04"), 700.0));
    assert_eq!((renewed.event.clone(), renewed.issue.as_deref()), (None, Some("one")));
    assert!(renewed.is_whole());
}

#[test]
fn another_version_is_listed_and_played_on_as_the_one_before() {
    let outline = Shared::new(crate::analysis::fixture::us_dprk());
    let mut state = state_of(outline.clone());
    let cluster = Stretch { from: day("2018-03-01"), to: day("2018-03-01"), lane: None };
    for action in [
        Action::Find(FindAction::TogglePanel),
        Action::Find(FindAction::SetForm(ListForm::Table)),
        Action::Find(FindAction::TurnOrder),
        Action::Find(FindAction::MoreRows),
        Action::TogglePositionList,
        Action::Spread(cluster),
        Action::Play(true),
    ] {
        state = state.reduce(action);
    }
    let renew = |state: &Rc<AppState>, change: fn(&mut Dossier)| {
        let mut next = (*outline).clone();
        change(&mut next);
        let events = Shared::new(Index::of_events(&next.events, "en"));
        state.clone().reduce(Action::Renew(Shared::new(next), events))
    };
    let same = renew(&state, |_| ());
    let of = |state: &AppState| {
        let finding = &state.finding;
        (finding.open, finding.form, finding.newest_first, finding.rows, state.stretch, state.playing)
    };
    assert_eq!(of(&same), (true, ListForm::Table, true, 2 * Finding::ROWS, Some(cluster), true));
    assert_eq!((same.event_list, same.position_list), (false, true));
    // The filters go on showing counts, of the new version; also where something is asked.
    let fewer = renew(&state, |next| next.events.truncate(3));
    assert_eq!(fewer.finding.found().map(|found| found.total()), Some(3));
    let asked = renew(&find(state.clone(), typed("hanoi")), |next| next.events.truncate(0));
    assert_eq!(asked.matches().map(|found| (found.count(), found.total())), Some((0, 0)));
    // There is no turning point left to go to.
    assert!(!renew(&state, |next| next.issues.clear()).playing);
}

#[test]
fn a_share_of_the_window_is_a_day() {
    let state = AppState {
        axis: crate::scale::Axis::straight(),
        window: Window::of_days(day("2018-01-01"), day("2018-12-31")),
        ..(*real()).clone()
    };
    // The 183rd day of 365 holds the middle.
    let days = [0.0, 0.5, 0.9999].map(|share| state.day_at(share).to_string());
    assert_eq!(days, ["2018-01-01", "2018-07-02", "2018-12-31"]);
}
