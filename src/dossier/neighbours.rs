//! The events before and after an event: in time, in its lane, and among those that set a position on an issue. The order is
//! that of [`Dossier::events_in_order`], found without sorting: one look at each event.

use super::Dossier;
use super::model::{Event, Issue};

/// The events on both sides of one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Neighbours<'a> {
    /// The nearest one before it.
    pub before: Option<&'a Event>,
    /// The nearest one after it.
    pub after: Option<&'a Event>,
}

impl Dossier {
    /// The neighbours of the event with this id among all events.
    pub fn neighbours(&self, id: &str) -> Neighbours<'_> {
        self.neighbours_among(id, &|_| true)
    }

    /// Its neighbours among the events of its own lane.
    pub fn neighbours_in_lane(&self, id: &str) -> Neighbours<'_> {
        let lane = self.event(id).map(|event| event.lane);
        self.neighbours_among(id, &|other| Some(other.lane) == lane)
    }

    /// Its neighbours among the events that set a position on this issue.
    pub fn neighbours_on_issue(&self, id: &str, issue: &Issue) -> Neighbours<'_> {
        let sets = |event: &Event| {
            issue.positions.iter().any(|position| position.event.as_deref() == Some(&event.id))
        };
        self.neighbours_among(id, &sets)
    }

    /// The nearest events before and after, of those that belong; none where nobody has the id.
    fn neighbours_among(&self, id: &str, belongs: &dyn Fn(&Event) -> bool) -> Neighbours<'_> {
        let Some(here) = self.events.iter().position(|event| event.id == id) else {
            return Neighbours::default();
        };
        // Of several with the same dates, the one that stands first in the file.
        let key = |(at, event): (usize, &Event)| (event.date.anchor(), event.date.last(), at);
        let own = self.events.get(here).map(|event| key((here, event)));
        let mut found = Neighbours::default();
        let (mut nearest_before, mut nearest_after) = (None, None);
        for (at, event) in self.events.iter().enumerate() {
            let theirs = Some(key((at, event)));
            // `None` is below every key.
            if theirs < own && theirs > nearest_before && belongs(event) {
                (nearest_before, found.before) = (theirs, Some(event));
            } else if theirs > own && (nearest_after.is_none() || theirs < nearest_after) && belongs(event) {
                (nearest_after, found.after) = (theirs, Some(event));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dossier::date::Edtf;
    use crate::dossier::model::Lane;

    const LANES: [Lane; 4] = [Lane::A, Lane::B, Lane::Both, Lane::Other];

    /// A dossier with events on these days of June 2018, ending as many days later, in these lanes; every event whose day is
    /// even sets a position on the one issue.
    fn dossier(events: &[(u32, u32, usize)]) -> Dossier {
        let json = r#"{
            "meta": {"id": "x", "title": "X", "dek": "", "languages": ["en"], "default_as_of": "2018-06-01", "content_licence": "CC BY 4.0",
                     "span": {"from": "2018-06-01", "to": "2018-06-30", "focus": "2018-06-01/2018-06-30"}},
            "parties": [],
            "events": [{"id": "e", "date": "2018-06-01", "title": "E", "kind": "talks", "parties": [], "lane": "a", "weight": 1}],
            "issues": [{"id": "one", "title": "One", "question": "?", "actors": [], "gap": {"expects": "a", "offers": "b"}, "ladder": [],
                        "positions": [{"party": "a", "role": "expects", "from": "2018-06-01", "low": 0, "high": 0}]}]
        }"#;
        let mut dossier: Dossier = serde_json::from_str(json).unwrap();
        let (event, position) = (dossier.events.remove(0), dossier.issues[0].positions.remove(0));
        for (at, (day, days, lane)) in events.iter().enumerate() {
            let mut event = event.clone();
            event.id = format!("e{at}");
            event.date = Edtf::parse(&format!("2018-06-{day:02}/2018-06-{:02}", day + days)).unwrap();
            event.lane = LANES[lane % 4];
            if day % 2 == 0 {
                let mut position = position.clone();
                position.event = Some(event.id.clone());
                dossier.issues[0].positions.push(position);
            }
            dossier.events.push(event);
        }
        dossier
    }

    /// The neighbours as a sorted list has them.
    fn sorted<'a>(dossier: &'a Dossier, id: &str, belongs: impl Fn(&Event) -> bool) -> Neighbours<'a> {
        let order = dossier.events_in_order();
        let at = order.iter().position(|event| event.id == id).unwrap();
        let before = order[..at].iter().rev().find(|event| belongs(event)).copied();
        let after = order[at + 1..].iter().find(|event| belongs(event)).copied();
        Neighbours { before, after }
    }

    #[test]
    fn nobody_has_no_neighbours() {
        let dossier = dossier(&[(1, 0, 0), (2, 0, 0)]);
        assert_eq!(dossier.neighbours("nobody"), Neighbours::default());
        assert_eq!(dossier.neighbours_in_lane("nobody"), Neighbours::default());
        assert_eq!(dossier.neighbours_on_issue("nobody", &dossier.issues[0]), Neighbours::default());
    }

    proptest! {
        #[test]
        fn neighbours_are_those_of_the_sorted_list(events in prop::collection::vec((1u32..6, 0u32..3, 0usize..4), 1..14)) {
            let dossier = dossier(&events);
            let issue = &dossier.issues[0];
            for event in &dossier.events {
                let id = event.id.as_str();
                prop_assert_eq!(dossier.neighbours(id), sorted(&dossier, id, |_| true));
                prop_assert_eq!(dossier.neighbours_in_lane(id), sorted(&dossier, id, |other| other.lane == event.lane));
                let even = |other: &Event| other.date.first().ymd().2.is_multiple_of(2);
                prop_assert_eq!(dossier.neighbours_on_issue(id, issue), sorted(&dossier, id, even));
            }
        }
    }
}
