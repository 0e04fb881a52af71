//! The index against a look at every event; and what its questions cost.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::dossier::date::{Day, Edtf};
use crate::dossier::model::{Event, EventKind, Lane};
use crate::dossier::text::Text;

/// An event with nothing but what the timeline needs.
pub(crate) fn event(id: &str, date: &str, lane: Lane, weight: u8) -> Event {
    Event {
        id: id.to_owned(),
        date: Edtf::parse(date).unwrap(),
        title: Text::from(format!("Something happens on {date}").as_str()),
        summary: Text::default(),
        kind: EventKind::Statement,
        parties: vec![],
        lane,
        level: None,
        place: None,
        weight,
        readings: vec![],
        sources: vec![],
        confidence: None,
        note: None,
        audited: None,
    }
}

/// Any event between 2000 and 2029, or at the calendar's ends.
fn any_event() -> impl Strategy<Value = Event> {
    let day = (10_957i64..21_900).prop_map(|n| Day::from_number_clamped(n).to_string());
    let date = prop_oneof![
        8 => day.clone(),
        2 => (10_957i64..21_900, 0i64..900).prop_map(|(n, d)| {
            format!("{}/{}", Day::from_number_clamped(n), Day::from_number_clamped(n + d))
        }),
        1 => (2000..2030i32, 1..13u32).prop_map(|(y, m)| format!("{y}-{m:02}~")),
        1 => (2000..2030i32).prop_map(|y| format!("{y}?")),
        1 => Just("200X".to_owned()),
        1 => day.clone().prop_map(|d| format!("{d}/..")),
        1 => day.prop_map(|d| format!("../{d}")),
        1 => Just("0001-01-01".to_owned()),
        1 => Just("9999-12-31".to_owned()),
    ];
    let lane = prop_oneof![Just(Lane::A), Just(Lane::B), Just(Lane::Both), Just(Lane::Other)];
    (date, lane, 0u8..5, 0usize..6, 0usize..11).prop_map(|(date, lane, weight, words, kind)| {
        let mut event = event("", &date, lane, weight);
        event.title = Text::from(vec!["Panmunjom talks"; words].join(" ").as_str());
        event.kind = EventKind::NAMED[kind].0;
        event
    })
}

/// Some events with ids.
pub(crate) fn any_events(most: usize) -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(any_event(), 0..most).prop_map(|mut events| {
        for (index, event) in events.iter_mut().enumerate() {
            event.id = format!("e{index}");
        }
        events
    })
}

/// `count` events, one every `apart` days from 1990 on, all lanes, kinds and weights in turn.
pub(crate) fn many(count: usize, apart: usize) -> Vec<Event> {
    let first = Day::parse("1990-01-01").unwrap();
    (0..count)
        .map(|n| {
            let day = first.plus((n / 4 * apart) as i32).to_string();
            let mut event = event(&format!("e{n}"), &day, Index::LANES[n % 4], 1 + (n / 4 % 7 / 3) as u8);
            event.kind = EventKind::NAMED[n % EventKind::NAMED.len()].0;
            event
        })
        .collect()
}

#[test]
fn events_of_one_day_keep_their_order_and_ids_find_them() {
    let events = [
        event("c", "2018-06-13", Lane::A, 1),
        event("b", "2018-06-12", Lane::B, 1),
        event("a", "2018-06-12", Lane::A, 3),
    ];
    let index = Index::of_events(&events, "en");
    let ids: Vec<_> = index.entries().map(|entry| entry.id.to_owned()).collect();
    assert_eq!(ids, ["b", "a", "c"]);
    assert_eq!(index.place("a"), Some(1));
    assert_eq!(index.place("nobody"), None);
    let one = index.narrowed(Rc::from([false, false, true]));
    assert_eq!((one.len(), one.place("a"), one.place("b")), (1, Some(0), None));
}

#[test]
fn quiet_stretches_are_remembered() {
    let events = [
        event("armistice", "1953-07-27", Lane::Both, 3),
        event("weapons", "1958-01", Lane::A, 2),
        event("npt", "1985-12-12", Lane::B, 2),
        event("years", "1986-01-01/1990-05-01", Lane::B, 2),
        event("speech", "1991-09-27/..", Lane::A, 2),
        event("late", "1994-10-21", Lane::A, 2),
    ];
    let index = Index::of_events(&events, "en");
    let said: Vec<_> = index.quiet().iter().map(|(from, to)| format!("{from} {to}")).collect();
    assert_eq!(
        said,
        ["1953-07-27 1958-01-01", "1958-01-31 1985-12-12", "1990-05-01 1991-09-27", "1991-09-27 1994-10-21"]
    );
    let (first, last) = index.span().unwrap();
    assert_eq!((first.to_string(), last.to_string()), ("1953-07-27".into(), "1994-10-21".into()));
}

/// What begins or ends on the calendar's first or last day is not open there.
#[test]
fn the_calendars_ends_are_days_too() {
    let span = |dates: &[&str]| {
        let events: Vec<Event> = dates.iter().map(|date| event(date, date, Lane::A, 1)).collect();
        let (first, last) = Index::of_events(&events, "en").span().unwrap();
        format!("{first} {last}")
    };
    assert_eq!(span(&["0001-01-01/0002-03-04", "1000"]), "0001-01-01 1000-12-31");
    assert_eq!(span(&["9990/9999-12-31", "0001"]), "0001-01-01 9999-12-31");
    assert_eq!(span(&["../0002-03-04", "1000-01-01/..", "0003"]), "0002-03-04 1000-01-01");
}

#[test]
fn a_table_gives_the_index_that_its_events_give() {
    let csv = "id,date,title,kind,lane,weight\n\
        late,2018-06-12,Late,summit,both,3\n\
        month,2018-06~,Month,talks,a,2\n\
        days,2018-02-09/2018-02-25,Days,exercise,b,1\n\
        open,../2017-01-05,Open,statement,other,1\n";
    let mut reader = crate::dossier::table::TableReader::new();
    reader.push(csv.as_bytes());
    let (table, problems) = reader.finish();
    assert_eq!(problems.count(), 0);
    let events: Vec<Event> = (0..table.len()).filter_map(|row| table.event(row)).collect();
    let ours = Building::new(Rc::new(Source::of_table(table, [], "en")), None).to_end();
    let theirs = Index::of_events(&events, "en");
    let all = |index: &Index| index.entries().map(|entry| format!("{entry:?}")).collect::<Vec<_>>();
    assert_eq!(all(&ours), all(&theirs));
    assert_eq!(ours.place("month"), Some(3));
    assert_eq!((ours.levels, ours.quiet), (theirs.levels, theirs.quiet));
}

/// What a question may cost: some binary searches, whatever the number of events.
#[test]
fn questions_cost_the_logarithm_of_the_events() {
    let costs = |count: usize| {
        let index = Index::of_events(&many(count, 1), "en");
        let middle = index.instant(count / 2).unwrap();
        let level = index.level(Lane::A, 2).unwrap();
        [
            looks::of(|| {
                let places = index.between(middle - 40.0, middle + 40.0);
                let own = level.within(&places);
                level.count(own, &mut Kinds::default());
            }),
            looks::of(|| {
                let day = Day::from_number_clamped(middle as i64);
                assert!(index.touching(Lane::A, (day.plus(-40), day.plus(40))) > 0);
            }),
            looks::of(|| {
                index.place(&format!("e{}", count / 2)).unwrap();
            }),
            looks::of(|| {
                let day = Day::from_number_clamped(middle as i64 + 1);
                let days =
                    |place| index.get(place).map_or((Day::MIN, Day::MIN), |entry| (entry.first, entry.last));
                assert!(level.touching(0..level.len() / 2, (day, day), 10, &days).len() <= 1);
            }),
        ]
    };
    let (few, many) = (costs(1 << 9), costs(1 << 15));
    for (few, many) in few.into_iter().zip(many) {
        // Six doublings: six looks more in each of the binary searches, at most twenty of them (in three levels).
        assert!(many <= few + 6 * 20 + 62, "{few} looks among 512 events, {many} among 32,768");
    }
}

proptest! {
    #[test]
    fn answers_are_those_of_a_look_at_every_event(
        events in any_events(90),
        from in 9_000.0..22_000.0f64,
        days in 0.0..4_000.0f64,
    ) {
        let index = Index::of_events(&events, "en");
        let all: Vec<Entry<'_>> = index.entries().collect();
        prop_assert_eq!(all.len(), events.len());
        prop_assert!(all.windows(2).all(|pair| pair[0].instant <= pair[1].instant));
        for (place, entry) in all.iter().enumerate() {
            prop_assert_eq!(index.place(entry.id), Some(place));
            prop_assert!(f64::from(entry.first.number()) <= entry.instant && entry.instant <= f64::from(entry.last.number()) + 1.0);
        }
        let places = index.between(from, from + days);
        let slow: Vec<usize> =
            (0..all.len()).filter(|at| (from..from + days).contains(&all[*at].instant)).collect();
        prop_assert_eq!(places.clone().collect::<Vec<_>>(), slow);
        let (first, last) = (Day::from_number_clamped(from as i64), Day::from_number_clamped((from + days) as i64));
        for lane in Index::LANES {
            let touches = |entry: &&Entry<'_>| entry.lane == lane && entry.first <= last && first <= entry.last;
            prop_assert_eq!(index.touching(lane, (first, last)), all.iter().filter(touches).count());
            for weight in 1..=3 {
                let level = index.level(lane, weight).unwrap();
                let of = |at: &usize| all[*at].lane == lane && all[*at].weight == weight;
                let here: Vec<usize> = places.clone().filter(of).collect();
                let own = level.within(&places);
                prop_assert_eq!(&level.places(own.clone()).collect::<Vec<_>>(), &here);
                let long: Vec<usize> = here.iter().copied().filter(|at| all[*at].first < all[*at].last).collect();
                prop_assert_eq!(level.long(own.clone()).collect::<Vec<_>>(), long);
                let mut kinds = Kinds::default();
                level.count(own.clone(), &mut kinds);
                for (kind, count) in kinds.each() {
                    prop_assert_eq!(count, here.iter().filter(|at| all[**at].kind == kind).count());
                }
                let stretch = (Day::from_number_clamped(from as i64), Day::from_number_clamped((from + days) as i64));
                let span = |at: usize| (all[at].first, all[at].last);
                for part in [0..own.start, own.end..level.len(), 0..level.len()] {
                    let slow = level.places(part.clone()).rev();
                    let slow = slow.filter(|at| all[*at].first <= stretch.1 && stretch.0 <= all[*at].last);
                    prop_assert_eq!(level.touching(part, stretch, usize::MAX, &span), slow.collect::<Vec<_>>());
                }
            }
        }
        for (last, next) in index.quiet() {
            prop_assert!(last < next);
            let bounded = |entry: &Entry<'_>| entry.first > Day::MIN && entry.last < Day::MAX;
            prop_assert!(all.iter().filter(|entry| bounded(entry)).all(|entry| entry.last <= *last || entry.first >= *next));
        }
    }

    #[test]
    fn in_steps_or_at_once_it_is_the_same_index(events in any_events(60), step in 1usize..9, mask in any::<u64>()) {
        let source = Rc::new(Source::of_events(&events, "en"));
        let keep: Rc<[bool]> = (0..events.len()).map(|at| mask >> (at % 64) & 1 == 1).collect();
        for keep in [None, Some(keep)] {
            let at_once = Building::new(source.clone(), keep.clone()).to_end();
            let mut building = Building::new(source.clone(), keep);
            while building.step(step) {}
            prop_assert_eq!(building.finished().unwrap(), at_once);
        }
    }
}
