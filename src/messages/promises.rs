//! What the view `promises` says.

use super::en::day;
use super::{Told, en, ko};
use crate::dossier::date::Day;
use crate::dossier::model::{CommitmentKind, CommitmentState};

/// A sentence of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum PromisesMsg<'a> {
    /// The section's heading.
    Heading,
    /// How to read it.
    Help,
    /// What a strip is, above the shared axis; from when to when.
    Axis(Day, Day),
    /// Before the as-of date.
    AsOf,
    /// Heading of the choice of who promised, and of what sort.
    Who,
    Sort,
    /// Every promise.
    All,
    /// Promises of parties that are no side.
    Others,
    /// The name of a sort.
    Kind(CommitmentKind),
    /// The name of a state.
    State(CommitmentState),
    /// A promise of which nothing but its making is on record, as a name.
    NoRecord,
    /// How it stands: a state since a day.
    Since(CommitmentState, Day),
    /// How it stands where the record has no state yet, and where it was not made.
    NoRecordSince(Day),
    NotYetMade,
    /// "Washington to Pyongyang".
    FromTo(&'a str, &'a str),
    /// "Pyongyang, to no one by name".
    ToNobody(&'a str),
    /// A promise among those who made it.
    Mutual(&'a str),
    /// Nobody is named as the one who promised.
    Nobody,
    /// Whether it can be undone.
    Reversible(Option<bool>),
    /// The day it was made.
    Made(Day),
    /// How it was presented, then or later, before an account of it.
    AnnouncedAs,
    /// The list of states.
    Record(usize),
    /// There is no state.
    NoStates,
    /// What a choice leaves: so many of so many.
    Shown(usize, usize),
    /// It leaves nothing.
    NothingLeft,
    /// The key of the drawings.
    Key,
    /// In it, whose promises are in no side's colour.
    NoOneSide,
    /// Of a picture in words: so many promises, and how they stand on a day, as [`Self::Count`] and [`Self::CountUnmade`] say it.
    Standing {
        on: Day,
        all: usize,
        counts: &'a str,
    },
    /// So many in a state; in none on record.
    Count(usize, Option<CommitmentState>),
    /// So many that were not made until then.
    CountUnmade(usize),
}

impl Told for PromisesMsg<'_> {
    fn english(&self) -> String {
        let number = en::amount;
        match *self {
            PromisesMsg::Heading => "What was promised, and what became of it".to_owned(),
            PromisesMsg::Help => "Each promise on record and its state through time. A strip fills as the promise is carried \
                                  out and drops below the line when it is undone; each state is drawn until the next one \
                                  on record, and what comes after the as-of date is pale. That nobody has checked does not mean that nothing happened, and is drawn and \
                                  said apart. Symbol is a gesture, substance a change in what a side can do; whether a promise is one or the \
                                  other is this record\u{2019}s judgement."
                .to_owned(),
            PromisesMsg::Axis(from, to) => format!("State of each promise, {} to {}", from.year(), to.year()),
            PromisesMsg::AsOf => "As of".to_owned(),
            PromisesMsg::Who => "Promised by".to_owned(),
            PromisesMsg::Sort => "Symbol or substance".to_owned(),
            PromisesMsg::All => "All".to_owned(),
            PromisesMsg::Others => "Others".to_owned(),
            PromisesMsg::Kind(CommitmentKind::Symbol) => "Symbol".to_owned(),
            PromisesMsg::Kind(CommitmentKind::Substance) => "Substance".to_owned(),
            PromisesMsg::State(state) => state_name(state).to_owned(),
            PromisesMsg::NoRecord => "Made, no state on record".to_owned(),
            PromisesMsg::Since(state, on) => format!("{}: from {}", state_name(state), day(on)),
            PromisesMsg::NoRecordSince(on) => format!("Made on {}, no state on record yet", day(on)),
            PromisesMsg::NotYetMade => "Not yet made".to_owned(),
            PromisesMsg::FromTo(by, to) => format!("{by} to {to}"),
            PromisesMsg::ToNobody(by) => format!("{by}, to no one by name"),
            PromisesMsg::Mutual(parties) => format!("{parties}, to each other"),
            PromisesMsg::Nobody => "nobody named".to_owned(),
            PromisesMsg::Reversible(Some(true)) => "can be undone".to_owned(),
            PromisesMsg::Reversible(Some(false)) => "cannot be undone".to_owned(),
            PromisesMsg::Reversible(None) => "whether it can be undone is not on record".to_owned(),
            PromisesMsg::Made(on) => format!("made on {}", day(on)),
            PromisesMsg::AnnouncedAs => "How it was presented:".to_owned(),
            PromisesMsg::Record(1) => "The record: 1 dated state".to_owned(),
            PromisesMsg::Record(count) => format!("The record: {} dated states", number(count)),
            PromisesMsg::NoStates => "No state is on record.".to_owned(),
            PromisesMsg::Shown(left, all) if left == all => match all {
                1 => "The one promise on record is shown.".to_owned(),
                _ => format!("All {} promises are shown.", number(all)),
            },
            PromisesMsg::Shown(left, all) => format!("{} of {} promises are shown.", number(left), number(all)),
            PromisesMsg::NothingLeft => "No promise on record fits these choices.".to_owned(),
            PromisesMsg::Key => "How the states are drawn".to_owned(),
            PromisesMsg::NoOneSide => "several together, or others".to_owned(),
            PromisesMsg::Standing { on, all: 1, counts } => format!("As of {}, of 1 promise: {counts}.", day(on)),
            PromisesMsg::Standing { on, all, counts } => {
                format!("As of {}, of {} promises: {counts}.", day(on), number(all))
            }
            PromisesMsg::Count(count, Some(state)) => {
                format!("{} {}", number(count), state_name(state).to_lowercase())
            }
            PromisesMsg::Count(count, None) => format!("{} without a state on record", number(count)),
            PromisesMsg::CountUnmade(count) => format!("{} not yet made", number(count)),
        }
    }

    fn korean(&self) -> String {
        match *self {
            PromisesMsg::Heading => "무엇을 약속했고, 어떻게 되었나".to_owned(),
            PromisesMsg::Help => "기록된 약속과 그 상태를 시간에 따라 보여 준다. 약속이 이행될수록 띠가 차오르고, 되돌리면 선 아래로 \
                                  내려간다. 각 상태는 다음 상태가 기록될 때까지 이어서 그리고, 기준일 뒤는 흐리게 그린다. 아무도 확인하지 않았다고 해서 아무 일도 \
                                  없었던 것은 아니므로 따로 그리고 따로 적는다. \u{2018}상징\u{2019}은 몸짓, \u{2018}실질\u{2019}은 \
                                  할 수 있는 일이 달라지는 것을 뜻하며, 어느 쪽인지는 이 자료집의 판단이다."
                .to_owned(),
            PromisesMsg::Axis(from, to) => format!("약속별 상태, {}~{}년", from.year(), to.year()),
            PromisesMsg::AsOf => "기준일".to_owned(),
            PromisesMsg::Who => "약속한 쪽".to_owned(),
            PromisesMsg::Sort => "상징인가 실질인가".to_owned(),
            PromisesMsg::All => "전체".to_owned(),
            PromisesMsg::Others => "제3자".to_owned(),
            PromisesMsg::Kind(CommitmentKind::Symbol) => "상징".to_owned(),
            PromisesMsg::Kind(CommitmentKind::Substance) => "실질".to_owned(),
            PromisesMsg::State(state) => korean_state(state).to_owned(),
            PromisesMsg::NoRecord => "약속함, 상태 기록 없음".to_owned(),
            PromisesMsg::Since(state, on) => format!("{}, {}부터", korean_state(state), ko::day(on)),
            PromisesMsg::NoRecordSince(on) => format!("{} 약속, 아직 상태 기록 없음", ko::day(on)),
            PromisesMsg::NotYetMade => "아직 약속 전".to_owned(),
            PromisesMsg::FromTo(by, to) => format!("약속한 쪽: {by}, 상대: {to}"),
            PromisesMsg::ToNobody(by) => format!("약속한 쪽: {by}, 특정 상대 없음"),
            PromisesMsg::Mutual(parties) => format!("상호 약속: {parties}"),
            PromisesMsg::Nobody => "명시되지 않음".to_owned(),
            PromisesMsg::Reversible(Some(true)) => "되돌릴 수 있음".to_owned(),
            PromisesMsg::Reversible(Some(false)) => "되돌릴 수 없음".to_owned(),
            PromisesMsg::Reversible(None) => "되돌릴 수 있는지 기록 없음".to_owned(),
            PromisesMsg::Made(on) => format!("{} 약속", ko::day(on)),
            PromisesMsg::AnnouncedAs => "어떻게 설명했나:".to_owned(),
            PromisesMsg::Record(count) => format!("기록: 날짜가 있는 상태 {}건", ko::amount(count)),
            PromisesMsg::NoStates => "기록된 상태가 없다.".to_owned(),
            PromisesMsg::Shown(left, all) if left == all => format!("약속 {}건을 모두 보여 준다.", ko::amount(all)),
            PromisesMsg::Shown(left, all) => {
                format!("약속 {}건 가운데 {}건을 보여 준다.", ko::amount(all), ko::amount(left))
            }
            PromisesMsg::NothingLeft => "이 조건에 맞는 약속이 없다.".to_owned(),
            PromisesMsg::Key => "상태를 그리는 방식".to_owned(),
            PromisesMsg::NoOneSide => "여럿이 함께 한 약속 또는 제3자".to_owned(),
            PromisesMsg::Standing { on, all, counts } => {
                format!("{} 기준 약속 {}건: {counts}.", ko::day(on), ko::amount(all))
            }
            PromisesMsg::Count(count, state) => {
                format!("{} {}건", state.map_or("상태 기록 없음", korean_state), ko::amount(count))
            }
            PromisesMsg::CountUnmade(count) => format!("아직 약속 전 {}건", ko::amount(count)),
        }
    }
}

fn state_name(state: CommitmentState) -> &'static str {
    match state {
        CommitmentState::Pledged => "Pledged",
        CommitmentState::Begun => "Begun",
        CommitmentState::Partly => "Partly done",
        CommitmentState::Done => "Done",
        CommitmentState::Stalled => "Stalled",
        CommitmentState::Reversed => "Reversed",
        CommitmentState::Lapsed => "Lapsed",
        CommitmentState::NotChecked => "Not checked",
    }
}

fn korean_state(state: CommitmentState) -> &'static str {
    match state {
        CommitmentState::Pledged => "약속",
        CommitmentState::Begun => "착수",
        CommitmentState::Partly => "일부 이행",
        CommitmentState::Done => "이행",
        CommitmentState::Stalled => "답보",
        CommitmentState::Reversed => "되돌림",
        CommitmentState::Lapsed => "효력 상실",
        CommitmentState::NotChecked => "미확인",
    }
}
