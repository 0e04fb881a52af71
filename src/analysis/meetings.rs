//! How a negotiation climbed: how many meetings and days came before the leaders' level, and how many were at each level.
//!
//! A date that is known to the month or year only is never taken for its first day. Where it matters, counts become a range: the
//! fewest and the most that the dates allow.

use crate::dossier::Dossier;
use crate::dossier::date::{Day, Edtf, End, Precision};
use crate::dossier::model::{Event, Level, Meeting, Process};

/// A whole number that the dates may leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    /// The fewest that the dates allow.
    pub least: usize,
    /// The most.
    pub most: usize,
}

impl Count {
    /// The fewest and the most.
    pub fn pair(self) -> (usize, usize) {
        (self.least, self.most)
    }
}

/// The days on which a meeting may have begun; both are one day where that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Began {
    /// The first of them.
    pub first: Day,
    /// The last of them, from which on the meeting has surely begun.
    pub last: Day,
}

impl Began {
    /// When something with this date began; `None` where its start is open or unknown.
    pub fn of(date: Edtf) -> Option<Began> {
        match date {
            Edtf::Point(point) | Edtf::Interval(End::At(point), _) => {
                Some(Began { first: point.first, last: point.last })
            }
            Edtf::Interval(..) => None,
        }
    }

    /// Whether it is known to the day.
    pub fn known(self) -> bool {
        self.first == self.last
    }
}

/// What a process's meetings come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// When talks began: the earliest meeting.
    pub zero: Option<Began>,
    /// How many meetings are on record.
    pub meetings: usize,
    /// How many of them at each level, from the lowest to the highest.
    pub levels: [usize; 5],
    /// The first record at leaders' level, and what came before it.
    pub leaders: Option<Leaders>,
}

/// The first record at leaders' level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaders {
    /// Its place among the meetings.
    pub meeting: usize,
    /// When it began.
    pub began: Began,
    /// How many meetings began before it.
    pub before: Count,
    /// How many days passed from the beginning of talks to it.
    pub days: Count,
}

/// The place of a level, 0 for the lowest.
pub fn rank(level: Level) -> usize {
    Level::NAMED.iter().position(|(named, _)| *named == level).unwrap_or(0)
}

/// What a process's meetings come to, in whatever order they stand.
pub fn course(process: &Process) -> Course {
    let meetings = &process.meetings;
    let mut levels = [0; 5];
    for meeting in meetings {
        if let Some(count) = levels.get_mut(rank(meeting.level)) {
            *count += 1;
        }
    }
    let begun = |(place, meeting): (usize, &Meeting)| Began::of(meeting.date).map(|began| (began, place));
    let zero = earliest(meetings.iter().enumerate().filter_map(begun)).map(|(began, _)| began);
    let of_leaders = meetings.iter().enumerate().filter(|(_, meeting)| meeting.level == Level::Leaders);
    let leaders = earliest(of_leaders.filter_map(begun)).zip(zero).map(|((began, meeting), zero)| Leaders {
        meeting,
        began,
        before: before(meetings, meeting, began),
        days: Count {
            least: usize::try_from(began.first.since(zero.last)).unwrap_or(0),
            most: usize::try_from(began.last.since(zero.first)).unwrap_or(0),
        },
    });
    Course { zero, meetings: meetings.len(), levels, leaders }
}

/// When the first of some meetings began, and the place of the one that may have been it soonest. A vague date hides no sure one: by
/// the last day of each of them one had begun.
fn earliest(begun: impl Iterator<Item = (Began, usize)>) -> Option<(Began, usize)> {
    begun.reduce(|(one, place), (other, there)| {
        let began = Began { first: one.first.min(other.first), last: one.last.min(other.last) };
        (began, if (other, there) < (one, place) { there } else { place })
    })
}

/// How many meetings began before one of them: surely, and possibly.
fn before(meetings: &[Meeting], place: usize, began: Began) -> Count {
    let others = || meetings.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, other)| other);
    let surely = |other: &&Meeting| Began::of(other.date).is_some_and(|other| other.last < began.first);
    let possibly = |other: &&Meeting| Began::of(other.date).is_none_or(|other| other.first < began.last);
    Count { least: others().filter(surely).count(), most: others().filter(possibly).count() }
}

/// The processes with what they come to: those that reached the leaders' level first come first, those that never did last.
pub fn courses(processes: &[Process]) -> Vec<(&Process, Course)> {
    let mut list: Vec<_> = processes.iter().map(|process| (process, course(process))).collect();
    list.sort_by_key(|(_, course)| match course.leaders {
        Some(leaders) => (0, leaders.days.least, leaders.days.most),
        None => (if course.meetings > 0 { 1 } else { 2 }, 0, 0),
    });
    list
}

/// A part of a whole in whole percent, rounded; 0 of nothing.
pub fn percent(part: usize, whole: usize) -> usize {
    (part * 200 + whole).checked_div(whole * 2).unwrap_or(0)
}

/// The events that tell of a meeting: those of its level, known to the day, that share a day with it.
pub fn events_at<'a>(dossier: &'a Dossier, meeting: &Meeting) -> Vec<&'a Event> {
    let known = |date: Edtf| date.precision() == Precision::Day;
    let shares = |event: &&Event| {
        let (date, met) = (event.date, meeting.date);
        known(date) && known(met) && date.first() <= met.last() && met.first() <= date.last()
    };
    dossier.events.iter().filter(shares).filter(|event| event.level == Some(meeting.level)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::dossier::text::Text;

    fn meeting(date: &str, level: Level) -> Meeting {
        Meeting {
            date: Edtf::parse(date).unwrap(),
            level,
            label: Text::default(),
            relay: false,
            place: None,
            sources: Vec::new(),
            confidence: None,
            note: None,
        }
    }

    fn process(meetings: Vec<Meeting>) -> Process {
        Process {
            id: String::new(),
            title: Text::default(),
            parties: Vec::new(),
            reference: false,
            meetings,
            outcome: Text::default(),
            note: None,
        }
    }

    fn exactly(number: usize) -> Count {
        Count { least: number, most: number }
    }

    /// Counted by hand in `processes.json`; the arithmetic of the days beside each.
    #[test]
    fn the_five_of_the_real_dossier() {
        let dossier = us_dprk();
        let of = |id: &str| course(dossier.processes.iter().find(|process| process.id == id).unwrap());

        // 5 March to 12 June 2018: 26 + 30 + 31 + 12. Before it: relay, invitation, Pompeo, Pompeo, Panmunjom, New York, letter, drafting.
        let summit = of("us-dprk-2018-19");
        assert_eq!((summit.meetings, summit.levels), (19, [1, 6, 4, 5, 3]));
        let leaders = summit.leaders.unwrap();
        assert_eq!((leaders.before, leaders.days), (exactly(8), exactly(99)));

        // 31 or 1 July 2012 to 27 September 2013: 365 + 31 + 27, and 30 more. "2013-09" may lie before the 27th or after it.
        let iran = of("iran-2012-15");
        assert_eq!((iran.meetings, iran.levels), (15, [1, 1, 5, 7, 1]));
        let leaders = iran.leaders.unwrap();
        assert_eq!(leaders.before, Count { least: 4, most: 5 });
        assert_eq!(leaders.days, Count { least: 423, most: 453 });

        // 3 December 1969 to 21 February 1972: 730 + 28 + 31 + 21.
        let china = of("us-china-1969-72");
        assert_eq!((china.meetings, china.levels), (12, [1, 5, 5, 0, 1]));
        let leaders = china.leaders.unwrap();
        assert_eq!((leaders.before, leaders.days), (exactly(11), exactly(810)));

        let framework = of("agreed-framework-1993-94");
        assert_eq!((framework.meetings, framework.levels, framework.leaders), (9, [0, 2, 7, 0, 0], None));
        let six = of("six-party-talks-2003-08");
        assert_eq!((six.meetings, six.levels, six.leaders), (19, [0, 3, 15, 1, 0], None));

        let order: Vec<&str> =
            courses(&dossier.processes).iter().map(|(process, _)| process.id.as_str()).collect();
        assert_eq!(
            order,
            [
                "us-dprk-2018-19",
                "iran-2012-15",
                "us-china-1969-72",
                "agreed-framework-1993-94",
                "six-party-talks-2003-08"
            ]
        );
    }

    #[test]
    fn a_meeting_belongs_to_the_events_of_its_level_that_share_a_day() {
        let dossier = us_dprk();
        let talks = dossier.processes.iter().find(|process| process.id == "us-dprk-2018-19").unwrap();
        let on = |date: &str| {
            let meeting =
                talks.meetings.iter().find(|meeting| meeting.date == Edtf::parse(date).unwrap()).unwrap();
            events_at(&dossier, meeting).iter().map(|event| event.id.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(on("2018-06-12"), ["2018-06-12-singapore-summit"]);
        // A day within a visit of three.
        assert_eq!(on("2018-06-01"), ["2018-05-30-kim-yong-chol-us-visit"]);
        // Between ministers, as the event of the day is.
        assert_eq!(on("2019-01-18"), ["2019-01-18-kim-yong-chol-washington"]);
        // Drafting between envoys on a day whose events are of other levels.
        assert!(on("2018-06-11").is_empty());
    }

    #[test]
    fn what_is_missing_is_not_counted() {
        let none = course(&process(Vec::new()));
        assert_eq!((none.zero, none.meetings, none.leaders), (None, 0, None));
        let one = course(&process(vec![meeting("2018-06-12", Level::Leaders)]));
        let leaders = one.leaders.unwrap();
        assert_eq!((leaders.before, leaders.days), (exactly(0), exactly(0)));
        // A meeting whose start nobody knows may have come before.
        let open = course(&process(vec![
            meeting("2018-06-12", Level::Leaders),
            meeting("../2018-07", Level::Envoys),
        ]));
        assert_eq!(open.leaders.unwrap().before, Count { least: 0, most: 1 });
    }

    #[test]
    fn a_vague_date_hides_no_sure_one() {
        let days = |list: &[(&str, Level)]| {
            let meetings = list.iter().map(|(date, level)| meeting(date, *level)).collect();
            course(&process(meetings)).leaders.unwrap().days.pair()
        };
        let (envoys, leaders) = (Level::Envoys, Level::Leaders);
        // By 1 February talks had surely begun, and on 1 January at the soonest: 28 + 31 + 30 + 31 + 11 days before 12 June, and 31 more.
        let dates = [("2018", envoys), ("2018-02-01", envoys), ("2018-06-12", leaders)];
        assert_eq!(days(&dates), (131, 162));
        // The leaders had surely met by 1 March: 31 + 31 + 28 days after 1 December, and 31 at the fewest.
        assert_eq!(days(&[("2017-12-01", envoys), ("2018", leaders), ("2018-03-01", leaders)]), (31, 90));
        // Of two that may both have been the first, the record is the one that may have been it soonest.
        let of = course(&process(vec![meeting("2018-03-01", leaders), meeting("2018", leaders)]));
        assert_eq!(of.leaders.map(|leaders| leaders.meeting), Some(1));
    }

    #[test]
    fn what_began_on_the_same_day_did_not_begin_before() {
        let count = |date: &str| {
            let list = vec![meeting(date, Level::Envoys), meeting("2018-06-12", Level::Leaders)];
            course(&process(list)).leaders.unwrap().before.pair()
        };
        assert_eq!([count("2018-06-11"), count("2018-06-12"), count("2018-06")], [(1, 1), (0, 0), (0, 1)]);
    }

    #[test]
    fn those_that_reached_the_leaders_first_come_first() {
        let of = |id: &str, dates: &[(&str, Level)]| {
            let meetings = dates.iter().map(|(date, level)| meeting(date, *level)).collect();
            Process { id: id.to_owned(), ..process(meetings) }
        };
        let leaders = ("2018-02-10", Level::Leaders);
        let list = [
            of("none", &[]),
            of("never", &[("2018-01-31", Level::Envoys)]),
            of("ten to forty days", &[("2018-01", Level::Envoys), leaders]),
            of("ten days", &[("2018-01-31", Level::Envoys), leaders]),
            of("nine days", &[("2018-02-01", Level::Envoys), leaders]),
        ];
        let order: Vec<&str> = courses(&list).iter().map(|(process, _)| process.id.as_str()).collect();
        assert_eq!(order, ["nine days", "ten days", "ten to forty days", "never", "none"]);
    }

    #[test]
    fn percents_are_rounded() {
        assert_eq!([percent(0, 0), percent(16, 19), percent(1, 8), percent(1, 3)], [0, 84, 13, 33]);
    }

    proptest! {
        #[test]
        fn fewest_is_never_more_than_most(list in prop::collection::vec((1990i32..2030, 1u32..13, 0u32..29, 0usize..5), 0..12)) {
            let meetings: Vec<Meeting> = list.iter().map(|(year, month, day, level)| {
                let date = if *day == 0 { format!("{year}-{month:02}") } else { format!("{year}-{month:02}-{day:02}") };
                meeting(&date, Level::NAMED[*level].0)
            }).collect();
            let found = course(&process(meetings));
            prop_assert_eq!(found.levels.iter().sum::<usize>(), found.meetings);
            if let Some(leaders) = found.leaders {
                prop_assert!(leaders.before.least <= leaders.before.most && leaders.before.most < found.meetings);
                prop_assert!(leaders.days.least <= leaders.days.most);
            }
        }
    }
}
