//! What became of a promise, as stretches of days that leave none out; and which promises and issues rest on an agreed text.

use crate::dossier::Dossier;
use crate::dossier::date::{Day, Precision};
use crate::dossier::model::{Commitment, Document, Event, Issue, Status};
use crate::dossier::order::sorted;

/// How a promise stands, whatever the record holds of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage<'a> {
    /// It had not been made.
    NotMade,
    /// It had been made, and no state is on record yet.
    NoRecord,
    /// The state that the record names.
    Recorded(&'a Status),
}

/// A stage and the days it held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run<'a> {
    /// The first day.
    pub from: Day,
    /// The day on which it held no more; `None` for the last one.
    pub end: Option<Day>,
    /// The first day of the state, which may have been recorded several times in a row.
    pub since: Day,
    /// The stage.
    pub stage: Stage<'a>,
}

/// The run of a promise that a day is in.
pub fn run_on(commitment: &Commitment, on: Day) -> Option<Run<'_>> {
    runs(commitment).into_iter().rfind(|run| run.from <= on)
}

/// The stages of a promise from the first day there is, each beginning where the one before ends. A state that begins before the
/// promise is on record as made counts as its making; of several states from one day the last one written holds.
pub fn runs(commitment: &Commitment) -> Vec<Run<'_>> {
    let states = sorted(commitment.status.iter().collect(), |status| i64::from(status.on.number()));
    let first = states.first().map(|status| status.on);
    let made = first.map_or(commitment.made_on, |first| first.min(commitment.made_on));
    let mut starts: Vec<(Day, Stage<'_>)> = vec![(Day::MIN, Stage::NotMade), (made, Stage::NoRecord)];
    starts.extend(states.into_iter().map(|status| (status.on, Stage::Recorded(status))));
    let ends = starts.iter().skip(1).map(|(from, _)| Some(*from)).chain([None]);
    let mut runs: Vec<Run<'_>> = Vec::new();
    for (&(from, stage), end) in starts.iter().zip(ends) {
        if end.is_none_or(|end| from < end) {
            let since = runs
                .last()
                .filter(|before| before.stage.same_state(stage))
                .map_or(from, |before| before.since);
            runs.push(Run { from, end, since, stage });
        }
    }
    runs
}

impl Stage<'_> {
    /// Whether both are the same state on record.
    fn same_state(self, other: Stage<'_>) -> bool {
        match (self, other) {
            (Stage::Recorded(one), Stage::Recorded(two)) => one.state == two.state,
            _ => false,
        }
    }
}

/// Whether something from this day cites the text: from the day it was agreed, resting on a source that carries a clause of it.
fn cites(document: &Document, on: Day, sources: &[String]) -> bool {
    let carried = |source: &String| document.clauses.iter().any(|clause| clause.sources.contains(source));
    document.date.first() <= on && on <= document.date.last() && sources.iter().any(carried)
}

/// The events that a promise or a text from this day belongs to: those of the day, if they are known to the day. Where several fall on it, those that share a
/// source with it, if any does.
pub fn events_of<'a>(dossier: &'a Dossier, on: Day, sources: &[&str]) -> Vec<&'a Event> {
    let on_it = |event: &&Event| {
        event.date.precision() == Precision::Day && event.date.first() <= on && on <= event.date.last()
    };
    let of_day: Vec<&Event> = dossier.events.iter().filter(on_it).collect();
    let shares = |event: &&&Event| event.sources.iter().any(|id| sources.contains(&id.as_str()));
    let shared: Vec<&Event> = of_day.iter().filter(shares).copied().collect();
    if shared.is_empty() { of_day } else { shared }
}

/// The promises made on the day of a text and resting on a source that carries it.
pub fn promised_in<'a>(dossier: &'a Dossier, document: &Document) -> Vec<&'a Commitment> {
    let all = dossier.commitments.iter();
    all.filter(|promise| cites(document, promise.made_on, &promise.sources)).collect()
}

/// The issues on which a position begins on the day of a text and rests on a source that carries it.
pub fn issues_of<'a>(dossier: &'a Dossier, document: &Document) -> Vec<&'a Issue> {
    let touched =
        |issue: &&Issue| issue.positions.iter().any(|held| cites(document, held.from, &held.sources));
    dossier.issues.iter().filter(touched).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fixture::{day, us_dprk};
    use super::*;
    use crate::dossier::model::{CommitmentKind, CommitmentState};
    use crate::dossier::text::Text;

    fn stages(dossier: &Dossier, id: &str) -> Vec<(String, Option<CommitmentState>)> {
        let promise = dossier.commitments.iter().find(|promise| promise.id == id).unwrap();
        let stage = |run: &Run<'_>| match run.stage {
            Stage::Recorded(status) => Some(status.state),
            _ => None,
        };
        runs(promise).iter().map(|run| (run.from.to_string(), stage(run))).collect()
    }

    /// Made on 20 April 2018, in force from the 21st: one day on which nothing but the promise is on record.
    #[test]
    fn the_halt_of_tests() {
        use CommitmentState::{Begun, Lapsed, Reversed};
        let wanted = [
            ("0001-01-01", None),
            ("2018-04-20", None),
            ("2018-04-21", Some(Begun)),
            ("2019-02-28", Some(Begun)),
            ("2019-05-04", Some(Begun)),
            ("2019-12-31", Some(Lapsed)),
            ("2022-03-24", Some(Reversed)),
        ];
        assert_eq!(
            stages(&us_dprk(), "test-halt"),
            wanted.map(|(from, state)| (from.to_owned(), state)).to_vec()
        );
    }

    /// Known as undone from 7 March 2019, and recorded as undone once more on 7 December: undone since March.
    #[test]
    fn a_state_recorded_twice_holds_since_the_first_day() {
        let dossier = us_dprk();
        let stand = dossier.commitments.iter().find(|promise| promise.id == "sohae-stand").unwrap();
        let last = *runs(stand).last().unwrap();
        assert_eq!((last.since, last.from, last.end), (day("2019-03-07"), day("2019-12-07"), None));
    }

    /// Kept on the day it was made: no day between.
    #[test]
    fn the_detainees() {
        let wanted =
            [("0001-01-01".to_owned(), None), ("2018-05-09".to_owned(), Some(CommitmentState::Done))];
        assert_eq!(stages(&us_dprk(), "detainees"), wanted);
    }

    /// Of the two events of 12 June 2018 only the summit shares a source with the remains; the visit of May shares none with the
    /// detainees, and is alone on its day; nothing is on record of the day on which Biegun landed.
    #[test]
    fn a_promise_belongs_to_the_events_of_its_day() {
        let dossier = us_dprk();
        let of = |id: &str| -> Vec<&str> {
            let promise = dossier.commitments.iter().find(|promise| promise.id == id).unwrap();
            let sources: Vec<&str> = promise.sources.iter().map(String::as_str).collect();
            events_of(&dossier, promise.made_on, &sources).iter().map(|event| event.id.as_str()).collect()
        };
        assert_eq!(of("remains"), ["2018-06-12-singapore-summit"]);
        assert_eq!(
            of("exercises-suspension"),
            ["2018-06-12-singapore-summit", "2018-06-12-trump-halts-war-games"]
        );
        assert_eq!(of("detainees"), ["2018-05-09-pompeo-pyongyang-detainees"]);
        assert_eq!(of("aid-travel-review"), [""; 0]);
    }

    #[test]
    fn an_event_of_several_days_belongs_to_each_and_one_known_to_the_month_to_none() {
        use crate::dossier::model::Lane;
        use crate::index::tests::event;
        let events = [("month", "2018-06"), ("visit", "2018-06-11/2018-06-13"), ("next", "2018-06-14")]
            .map(|(id, date)| event(id, date, Lane::Both, 3));
        let dossier = Dossier { events: events.into(), ..us_dprk() };
        let on = |text: &str| {
            events_of(&dossier, day(text), &[]).iter().map(|event| event.id.as_str()).collect::<Vec<_>>()
        };
        assert_eq!([on("2018-06-10"), on("2018-06-11")], [vec![], vec!["visit"]]);
        assert_eq!([on("2018-06-13"), on("2018-06-14")], [vec!["visit"], vec!["next"]]);
    }

    #[test]
    fn what_rests_on_the_singapore_statement() {
        let dossier = us_dprk();
        let document = &dossier.documents[0];
        let promises: Vec<&str> =
            promised_in(&dossier, document).iter().map(|promise| promise.id.as_str()).collect();
        let wanted = [
            "remains",
            "security-guarantees",
            "new-relations",
            "peace-regime",
            "work-toward-denuclearization",
            "follow-on-talks-2018",
        ];
        // Not the two made orally that day: the test stand and the exercises.
        assert_eq!(promises, wanted);
        let issues: Vec<&str> = issues_of(&dossier, document).iter().map(|issue| issue.id.as_str()).collect();
        // Proof too: that it is not in the text is what the position of the day says.
        let wanted = [
            "scope",
            "timetable",
            "proof",
            "security",
            "whose-weapons",
            "remains",
            "relations",
            "wider-agenda",
        ];
        assert_eq!(issues, wanted);
    }

    fn promise(made: i32, states: &[i32]) -> Commitment {
        let start = day("2018-01-01");
        let status = |on: &i32| Status {
            on: start.plus(*on),
            state: CommitmentState::NotChecked,
            note: None,
            sources: Vec::new(),
        };
        Commitment {
            id: "promise".to_owned(),
            by: Vec::new(),
            to: Vec::new(),
            made_on: start.plus(made),
            r#where: Text::default(),
            clause: None,
            text: Text::default(),
            kind: CommitmentKind::Symbol,
            reversible: None,
            announced_as: None,
            status: states.iter().map(status).collect(),
            sources: Vec::new(),
            confidence: None,
            note: None,
            audited: None,
        }
    }

    #[test]
    fn a_promise_without_states_is_on_record_as_made() {
        let promise = promise(0, &[]);
        let found = runs(&promise);
        let wanted = [
            Run { from: Day::MIN, end: Some(promise.made_on), since: Day::MIN, stage: Stage::NotMade },
            Run { from: promise.made_on, end: None, since: promise.made_on, stage: Stage::NoRecord },
        ];
        assert_eq!(found, wanted);
    }

    proptest! {
        #[test]
        fn every_day_has_one_stage(made in 0i32..40, states in prop::collection::vec(0i32..40, 0..6), on in -5i32..50) {
            let promise = promise(made, &states);
            let on = day("2018-01-01").plus(on);
            let runs = runs(&promise);
            let here: Vec<_> = runs.iter().filter(|run| run.from <= on && run.end.is_none_or(|end| on < end)).collect();
            prop_assert_eq!(here.len(), 1);
            let newest = promise.status.iter().filter(|status| status.on <= on).map(|status| status.on).max();
            match here[0].stage {
                Stage::Recorded(status) => prop_assert_eq!(Some(status.on), newest),
                Stage::NoRecord => prop_assert!(newest.is_none() && promise.made_on <= on),
                Stage::NotMade => prop_assert!(newest.is_none() && on < promise.made_on),
            }
        }
    }
}
