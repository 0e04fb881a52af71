//! The stops of the keyboard in a picture: each event, and each cluster as one.

use super::gather::Item;
use super::timeline::PlacedMark;
use crate::dossier::date::Day;
use crate::dossier::model::Lane;
use crate::index::Index;

/// Something a picture shows, by the places of the first and the last event in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The event's place in the index; of a cluster, that of its first.
    pub first: usize,
    /// The event's place again; of a cluster, that of its last.
    pub last: usize,
    /// Whose acts.
    pub lane: Lane,
}

impl Stop {
    /// What was gathered; `None` where the index does not have it.
    pub fn of_item(item: &Item, index: &Index) -> Option<Stop> {
        Some(match item {
            Item::Event(place) => Stop { first: *place, last: *place, lane: index.get(*place)?.lane },
            Item::Cluster(lane, cluster) => Stop { first: cluster.first, last: cluster.last, lane: *lane },
        })
    }

    /// What was placed.
    pub fn of_mark(mark: &PlacedMark) -> Stop {
        let last = mark.cluster.as_ref().map_or(mark.place, |cluster| cluster.last);
        Stop { first: mark.place, last, lane: mark.lane }
    }
}

/// Which of the stops is that of the event at a place: its own, else the cluster of its lane that it is in.
pub(super) fn holding(stops: &[Stop], index: &Index, place: usize) -> Option<usize> {
    let lane = index.get(place)?.lane;
    let own = stops.iter().position(|stop| stop.first == place);
    own.or_else(|| {
        stops.iter().position(|stop| stop.lane == lane && (stop.first..=stop.last).contains(&place))
    })
}

/// The first event of the stop that an event is at: itself, or the first of the cluster that it is in. `None` where it is out of the
/// picture.
pub fn stop_of(stops: &[Stop], index: &Index, id: &str) -> Option<usize> {
    stops.get(holding(stops, index, index.place(id)?)?).map(|stop| stop.first)
}

/// The first event of the stop that Tab reaches: that of the event `wanted`; where that is not shown, the stop nearest to a day, so
/// that Tab arrives where the reader looks. `None` only where nothing is shown.
pub fn tab_stop(stops: &[Stop], index: &Index, wanted: Option<&str>, near: Day) -> Option<usize> {
    let first = wanted.and_then(|id| stop_of(stops, index, id));
    let middle = f64::from(near.number()) + 0.5;
    first.or_else(|| nearest(index, middle, &mut stops.iter().map(|stop| stop.first)))
}

/// Which of some places in the index is nearest to an instant; the first of several that are.
pub(super) fn nearest(index: &Index, instant: f64, places: &mut dyn Iterator<Item = usize>) -> Option<usize> {
    let distance = |place: usize| index.instant(place).map_or(f64::INFINITY, |other| (other - instant).abs());
    places.min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::tests::event;

    #[test]
    fn tab_reaches_the_event_its_cluster_or_what_is_near_the_date() {
        let index = Index::of_events(
            &[
                event("offer", "2018-03-08", Lane::A, 3),
                event("plenum", "2018-04-20", Lane::B, 3),
                event("libya", "2018-04-29", Lane::A, 3),
                event("cancel", "2018-05-24", Lane::A, 3),
                event("hanoi", "2019-02-28", Lane::Both, 3),
            ],
            "en",
        );
        let stop = |first, last, lane| Stop { first, last, lane };
        // Side a's three acts are one cluster, in the midst of which side b acted.
        let stops = [stop(0, 3, Lane::A), stop(1, 1, Lane::B), stop(4, 4, Lane::Both)];
        let reached = |wanted, near| tab_stop(&stops, &index, wanted, Day::parse(near).unwrap());
        assert_eq!(reached(Some("plenum"), "2018-03-08"), Some(1), "its own");
        assert_eq!(reached(Some("libya"), "2019-02-28"), Some(0), "the cluster that it is in");
        assert_eq!(reached(None, "2019-01-01"), Some(4), "what is near the date");
        assert_eq!(reached(Some("nobody"), "2018-04-10"), Some(1), "the same for an unknown event");
        assert_eq!(stop_of(&stops, &index, "libya"), Some(0));
        assert_eq!(stop_of(&stops, &index, "plenum"), Some(1));
        assert_eq!((stop_of(&stops[1..], &index, "libya"), stop_of(&stops, &index, "nobody")), (None, None));
        assert_eq!(tab_stop(&stops[1..], &index, Some("libya"), Day::parse("2019-02-01").unwrap()), Some(4));
        assert_eq!(tab_stop(&[], &index, Some("libya"), Day::MIN), None);
    }
}
