//! What the view `argument` says.

use super::en::day;
use super::{Told, ko};
use crate::dossier::date::Day;
use crate::dossier::model::ViewId;

/// A sentence of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ArgumentMsg {
    /// What the picture of an argument shows, before its title.
    Kicker,
    /// Begins the tour.
    Start(usize),
    /// Goes on where it was left.
    Resume,
    /// The claim, in our words.
    Claim,
    /// What the record shows.
    Record,
    /// The events that speak for it.
    Supports,
    /// The events that complicate it.
    Complicates,
    /// Of those, so many stand in a table of events that is not at hand here; whether there are others beside them.
    InTable {
        /// How many.
        events: usize,
        /// Whether others are listed.
        more: bool,
    },
    /// Shows a step in a view on a date.
    Show {
        /// The view.
        view: ViewId,
        /// The date.
        on: Day,
    },
    /// Which step of how many; each `{}` is a number.
    StepOf,
    /// The panel's buttons.
    Back,
    /// On to the next step.
    Next,
    /// Ends the tour.
    Leave,
    /// The panel.
    Tour,
}

impl Told for ArgumentMsg {
    fn english(&self) -> String {
        match self {
            ArgumentMsg::Kicker => "The argument, tested".to_owned(),
            ArgumentMsg::Start(steps) => format!("Take the tour: {steps} steps"),
            ArgumentMsg::Resume => "Go on where you left off".to_owned(),
            ArgumentMsg::Claim => "The claim".to_owned(),
            ArgumentMsg::Record => "What the record shows".to_owned(),
            ArgumentMsg::Supports => "Events that speak for it".to_owned(),
            ArgumentMsg::Complicates => "Events that speak against it or complicate it".to_owned(),
            ArgumentMsg::InTable { events, more } => {
                let more = if *more { " more" } else { "" };
                let what = if *events == 1 { "event" } else { "events" };
                format!("{events}{more} {what} in the dossier\u{2019}s table, which the timeline shows")
            }
            ArgumentMsg::Show { view, on } => {
                format!("See {} as of {}", english_view(*view), day(*on))
            }
            ArgumentMsg::StepOf => "Step {} of {}".to_owned(),
            ArgumentMsg::Back => "Back".to_owned(),
            ArgumentMsg::Next => "Next".to_owned(),
            ArgumentMsg::Leave => "Leave the tour".to_owned(),
            ArgumentMsg::Tour => "Tour of the argument".to_owned(),
        }
    }

    fn korean(&self) -> String {
        match self {
            ArgumentMsg::Kicker => "논지 검증".to_owned(),
            ArgumentMsg::Start(steps) => format!("논지 둘러보기: {steps}단계"),
            ArgumentMsg::Resume => "멈춘 곳부터 이어 보기".to_owned(),
            ArgumentMsg::Claim => "주장".to_owned(),
            ArgumentMsg::Record => "기록에 나타난 것".to_owned(),
            ArgumentMsg::Supports => "주장을 뒷받침하는 사건".to_owned(),
            ArgumentMsg::Complicates => "주장에 반하거나 주장만으로는 설명되지 않는 사건".to_owned(),
            ArgumentMsg::InTable { events, more } => {
                let more = if *more { "이 밖에 " } else { "" };
                format!("{more}자료집의 사건 표에 있는 사건 {events}건. 연표에 나온다.")
            }
            ArgumentMsg::Show { view, on } => {
                format!("{} 기준으로 {} 보기", ko::day(*on), korean_view(*view))
            }
            ArgumentMsg::StepOf => "{}/{}단계".to_owned(),
            ArgumentMsg::Back => "이전".to_owned(),
            ArgumentMsg::Next => "다음".to_owned(),
            ArgumentMsg::Leave => "둘러보기 끝내기".to_owned(),
            ArgumentMsg::Tour => "논지 둘러보기".to_owned(),
        }
    }
}

fn english_view(view: ViewId) -> &'static str {
    match view {
        ViewId::Lead => "the total",
        ViewId::Timeline => "the timeline",
        ViewId::Gap => "the issues",
        ViewId::Words => "the words",
        ViewId::Meetings => "the meetings",
        ViewId::Clock => "the clock",
        ViewId::Promises => "the promises",
        ViewId::Launches => "the launches",
        ViewId::Argument => "the argument",
        ViewId::Sources => "the sources",
    }
}

fn korean_view(view: ViewId) -> &'static str {
    match view {
        ViewId::Lead => "전체 간극",
        ViewId::Timeline => "연표",
        ViewId::Gap => "쟁점",
        ViewId::Words => "문구",
        ViewId::Meetings => "만남",
        ViewId::Clock => "소요 기간",
        ViewId::Promises => "약속",
        ViewId::Launches => "발사",
        ViewId::Argument => "논지",
        ViewId::Sources => "출처",
    }
}
