//! What is on screen as text, for `web/take.js` to make files of: only the state knows what filter, window and weights leave. Ids and
//! numbers; what stands behind an id is in the record. Not JSON, which the page's program has no writer for.

use super::app_state::AppState;
use super::follow::{Part, View};
use crate::analysis::{TotalSeries, daylight};
use crate::dossier::date::Day;
use crate::dossier::model::Role;
use crate::dossier::order::sorted;
use crate::index::Index;

/// The most events that are handed over.
const MOST_EVENTS: usize = 50_000;

/// Lines, whose fields follow the first, which names the kind.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn begin(&mut self, kind: &str) {
        if !self.0.is_empty() {
            self.0.push('\u{1e}');
        }
        self.0.push_str(kind);
    }

    fn field(&mut self, text: &str) {
        self.0.push('\u{1f}');
        self.0.push_str(text);
    }

    /// A number; nothing where there is none.
    fn number(&mut self, number: Option<usize>) {
        self.field(&number.map(|number| number.to_string()).unwrap_or_default());
    }

    fn days(&mut self, days: [Day; 2]) {
        for day in days {
            self.field(&day.to_string());
        }
    }
}

/// What a view shows: the text's lines are parted by U+001E and their fields by U+001F.
///
/// | view | lines |
/// |---|---|
/// | every | `on`: the as-of date, and the state as an address has it: what the page took up of its own |
/// | `timeline` | for each period (or the one window) `window`: first day, last day; `event`s in time order: id; of a dossier that was opened, also date, title, kind, lane, weight; `count`: how many there are |
/// | `gap` | `issue`s as they are ordered: id, weight, least and most rungs of daylight, then of what is expected and of what is offered the position's place, low and high; empty where unknown |
/// | `lead` | `window`: first and last day; `total`s: first day, least and most percent, issues apart, within reach, met, unknown |
///
/// The events are those whose mark lies in the window and those that reach into it.
pub fn on_screen(state: &AppState, view: &str) -> String {
    let mut lines = Lines::default();
    lines.begin("on");
    lines.field(&state.as_of.to_string());
    lines.field(&state.address().query());
    match view {
        "timeline" => {
            for period in 0..=usize::from(state.compare.is_some()) {
                events(&mut lines, state, period);
            }
        }
        "gap" => issues(&mut lines, state),
        _ => totals(&mut lines, state),
    }
    lines.0
}

fn events(lines: &mut Lines, state: &AppState, period: usize) {
    let (_, window) = state.picture(period);
    lines.begin("window");
    lines.days([window.first_day(), window.last_day()]);
    // A mark that stands in the window is of an event that touches it. Of the others those are found that reach into it, with no look at
    // each event there is.
    let shown = &state.shown;
    let inside = shown.between(window.from(), window.to());
    let days = (window.first_day(), window.last_day());
    let mut outside = Vec::new();
    for lane in Index::LANES {
        outside.extend(shown.reaching(lane, &inside, days, usize::MAX));
    }
    let outside = sorted(outside, |place| *place as i64);
    let (before, after) = outside.split_at(outside.partition_point(|place| *place < inside.start));
    let count = outside.len() + inside.len();
    let places = before.iter().copied().chain(inside).chain(after.iter().copied());
    for entry in places.take(MOST_EVENTS).filter_map(|place| shown.get(place)) {
        lines.begin("event");
        lines.field(entry.id);
        // The site's own record has the rest.
        #[cfg(any(feature = "open", feature = "native"))]
        for text in [
            &entry.date.to_string(),
            entry.title,
            entry.kind.name(),
            entry.lane.name(),
            &entry.weight.to_string(),
        ] {
            lines.field(text);
        }
    }
    lines.begin("count");
    lines.number(Some(count));
}

fn issues(lines: &mut Lines, state: &AppState) {
    let (outline, on) = (&state.outline, state.follow.on(Part::View(View::Gap)));
    for place in state.gap.places(outline, on) {
        let Some(issue) = outline.issues.get(place) else { continue };
        let now = daylight(issue, on);
        let rungs = now.state.rungs();
        lines.begin("issue");
        lines.field(&issue.id);
        lines.number(Some(state.gap.weights.of(place).into()));
        lines.number(rungs.map(|(least, _)| least.into()));
        lines.number(rungs.map(|(_, most)| most.into()));
        for role in [Role::Expects, Role::Offers] {
            let stand = now.stand(role);
            lines.number(stand.map(|stand| stand.position));
            lines.number(stand.map(|stand| stand.low.into()));
            lines.number(stand.map(|stand| stand.high.into()));
        }
    }
}

fn totals(lines: &mut Lines, state: &AppState) {
    let (first, last) = (state.window.first_day(), state.window.last_day());
    lines.begin("window");
    lines.days([first, last]);
    for step in TotalSeries::of(&state.outline, &state.gap.weights).between(first, last) {
        let (share, counts) = (step.total.share.map(|share| share.percent()), step.total.counts);
        lines.begin("total");
        lines.field(&step.from.max(first).to_string());
        lines.number(share.map(|(least, _)| least.into()));
        lines.number(share.map(|(_, most)| most.into()));
        for count in [counts.apart, counts.within_reach, counts.met, counts.unknown] {
            lines.number(Some(count));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::analysis::{IssueOrder, State};
    use crate::index::tests::{any_events, event};
    use crate::state::{Action, Address, Shared};
    use std::rc::Rc;

    fn state(actions: impl IntoIterator<Item = Action>) -> Rc<AppState> {
        let dossier = us_dprk();
        let events = Index::of_events(&dossier.events, "en");
        let state = Rc::new(AppState::new(Shared::new(dossier), Shared::new(events)));
        actions.into_iter().fold(state, |state, action| state.reduce(action))
    }

    fn lines(state: &AppState, view: &str) -> Vec<Vec<String>> {
        let text = on_screen(state, view);
        text.split('\u{1e}').map(|line| line.split('\u{1f}').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn events_are_those_that_filter_and_window_leave() {
        let all = lines(&state([Action::ShowAll]), "timeline");
        assert_eq!(all[0][..2], ["on", "2018-07-16"]);
        assert_eq!(all.last().unwrap()[..], ["count", &us_dprk().events.len().to_string()]);
        assert_eq!(all.len(), us_dprk().events.len() + 3);
        assert_eq!(
            all[2][1..4],
            [
                "1953-07-27-armistice",
                "1953-07-27",
                "Armistice ends the fighting in Korea without a peace treaty"
            ]
        );

        let day = |text: &str| Day::parse(text).unwrap();
        let some = state([Action::Restore(Address::parse("from=2018-06-01&to=2018-06-30&q=summit"))]);
        let found = lines(&some, "timeline");
        assert_eq!(found[1][1..3], ["2018-06-01", "2018-06-30"]);
        let ids: Vec<&str> = found[2..found.len() - 1].iter().map(|line| line[1].as_str()).collect();
        assert!(ids.contains(&"2018-06-12-singapore-summit"), "{ids:?}");
        let dossier = us_dprk();
        for event in &dossier.events {
            let place = some.shown.place(&event.id);
            let inside = event.date.first() <= day("2018-06-30") && event.date.last() >= day("2018-06-01");
            assert_eq!(ids.contains(&event.id.as_str()), place.is_some() && inside, "{}", event.id);
        }
    }

    /// As many of a million events as are handed over, and no look at each of the others.
    #[test]
    fn what_a_window_of_many_events_shows_costs_what_it_shows() {
        let first = Day::parse("1950-01-01").unwrap();
        let many: Vec<_> = (0..20_000)
            .map(|n| event(&format!("e{n}"), &first.plus(n).to_string(), Index::LANES[n as usize % 4], 1))
            .chain([event("long", "1949-01-01/2010-01-01", Index::LANES[0], 2)])
            .collect();
        let dossier = us_dprk();
        let start = AppState::new(Shared::new(dossier), Shared::new(Index::of_events(&many, "en")));
        let day = |text| Day::parse(text).unwrap();
        let window = crate::scale::Window::of_days(day("2000-01-01"), day("2000-01-31"));
        let state = AppState { window, settled: window, ..start };
        let mut text = String::new();
        let looks = crate::index::looks::of(|| text = on_screen(&state, "timeline"));
        assert!(text.ends_with("count\u{1f}32"), "{text}");
        assert!(looks < 800, "{looks} looks");
    }

    proptest::proptest! {
        #[test]
        fn a_window_shows_every_event_that_touches_it(
            events in any_events(60),
            from in 9_000.0..22_000.0f64,
            days in 7.0..4_000.0f64,
        ) {
            let start = AppState::new(Shared::new(us_dprk()), Shared::new(Index::of_events(&events, "en")));
            let window = crate::scale::Window::new(from, from + days);
            let state = AppState { window, ..start };
            let slow: Vec<&str> = state.shown.entries().filter(|entry| window.touches(entry.first, entry.last)).map(|entry| entry.id).collect();
            let found = lines(&state, "timeline");
            let told: Vec<&str> = found.iter().filter(|line| line[0] == "event").map(|line| line[1].as_str()).collect();
            proptest::prop_assert_eq!(&told, &slow);
            proptest::prop_assert_eq!(&found.last().unwrap()[1], &slow.len().to_string());
        }
    }

    #[test]
    fn of_an_address_stands_what_the_page_took_up() {
        for (asked, taken) in [
            ("", ""),
            ("weights=scope:3&sort=width&theme=dark", "sort=width"),
            ("weights=scope_3.cake_2.sequence_0", "weights=scope_3.sequence_0"),
            ("weights=scope_9", "weights=scope_3"),
        ] {
            let state = state([Action::Restore(Address::parse(asked))]);
            for view in ["timeline", "gap", "lead"] {
                assert_eq!(lines(&state, view)[0], ["on", "2018-07-16", taken], "{asked}");
            }
        }
    }

    #[test]
    fn issues_stand_as_they_are_ordered_and_weighed() {
        let state = state([Action::SetOrder(IssueOrder::Width), Action::Weigh(0, 3)]);
        let found = lines(&state, "gap");
        let dossier = us_dprk();
        assert_eq!(found.len(), dossier.issues.len() + 1);
        let first = dossier.issue(&found[1][1]).unwrap();
        let now = daylight(first, state.as_of);
        let State::Apart { least, most } = now.state else { panic!("the widest is {:?}", now.state) };
        assert_eq!(found[1][3..5], [least.to_string(), most.to_string()]);
        let expects = now.expects.unwrap();
        assert_eq!(
            found[1][5..8],
            [expects.position.to_string(), expects.low.to_string(), expects.high.to_string()]
        );
        let weighed = found.iter().find(|line| line[1] == dossier.issues[0].id).unwrap();
        assert_eq!(weighed[2], "3");
    }

    #[test]
    fn totals_are_the_steps_of_the_window() {
        let state = state([]);
        let found = lines(&state, "lead");
        let steps = TotalSeries::of(&us_dprk(), &state.gap.weights);
        let (first, last) = (state.window.first_day(), state.window.last_day());
        assert_eq!(found[1], ["window", &first.to_string(), &last.to_string()]);
        assert_eq!(found.len() - 2, steps.between(first, last).len());
        assert_eq!(found[2][1], first.to_string());
        let counts: usize =
            found.last().unwrap()[4..].iter().map(|count| count.parse::<usize>().unwrap()).sum();
        assert_eq!(counts, us_dprk().issues.len());
    }
}
