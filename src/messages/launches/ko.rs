//! What the view `launches` says in Korean.

use super::LaunchesMsg;
use crate::analysis::{TalkDays, YearOfTalks};
use crate::dossier::model::{CountUnit, Outcome};
use crate::messages::ko::{amount, day, days as between};

fn units(unit: CountUnit) -> &'static str {
    match unit {
        CountUnit::Missiles => "미사일 수",
        CountUnit::Occasions => "발사 횟수",
    }
}

/// "2018년", "2018~2019년".
fn years(first: i32, last: i32) -> String {
    if first == last { format!("{first}년") } else { format!("{first}~{last}년") }
}

/// "하루는", "3일은": days with the particle behind one of them, and behind more.
fn some_days(days: usize, [one, more]: [&str; 2]) -> String {
    if days == 1 { format!("하루{one}") } else { format!("{}일{more}", amount(days)) }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Success => "성공",
        Outcome::Failure => "실패",
        Outcome::Mixed => "일부 성공, 일부 실패",
        Outcome::Unknown => "결과를 알 수 없음",
    }
}

/// "대화한 날 17일(그중 간접 전달 3일)".
fn days_of_talks(days: TalkDays) -> String {
    let all = format!("대화한 날 {}일", amount(days.all));
    match days.relays {
        0 => all,
        relays if relays == days.all => format!("{all}(간접 전달)"),
        relays => format!("{all}(그중 간접 전달 {relays}일)"),
    }
}

/// What a year's line says of talks.
fn talks_of_year(talks: YearOfTalks) -> String {
    match talks {
        YearOfTalks::Counted(days) => days_of_talks(days),
        YearOfTalks::Outside { after: Some(after), before: Some(before) } => {
            format!("{}과 {} 사이의 대화는 목록에 없음", day(after), day(before))
        }
        YearOfTalks::Outside { after: None, before: Some(before) } => {
            format!("{} 전의 대화는 목록에 없음", day(before))
        }
        YearOfTalks::Outside { after: Some(after), before: None } => {
            format!("{} 뒤의 대화는 목록에 없음", day(after))
        }
        YearOfTalks::Outside { after: None, before: None } => TALKS_NOT_LISTED.to_owned(),
    }
}

const TALKS_NOT_LISTED: &str = "대화 목록 없음";

pub(super) fn korean(msg: LaunchesMsg<'_>) -> String {
    use LaunchesMsg as Say;
    match msg {
        Say::Heading => "발사와 대화".to_owned(),
        Say::Lede => {
            "양측이 대화하는 동안 미사일 발사와 핵실험은 줄었을까. 발사·핵실험과 만남을 한 축에 놓고, 집계 기준은 한 번에 하나만 쓴다. 정의가 다르면 수도 다르므로 서로 더하거나 섞지 않는다.".to_owned()
        }
        Say::Rules => "누구의 집계인가".to_owned(),
        Say::Years { first, last } if first == last => first.to_string(),
        Say::Years { first, last } => format!("{first}~{last}"),
        Say::NoRule => "기록된 연도별 발사 집계가 없다.".to_owned(),
        Say::ByDayHelp => {
            "축 위쪽은 이 기준으로 발사가 있었던 날, 아래쪽은 만남이며, 만남의 수준이 높을수록 막대가 길다. 대화는 \u{2018}만남\u{2019}에 실은 만남이며, 여러 날에 걸친 것은 첫날부터 마지막 날까지 센다. 거기에 실은 어느 협상에도 들지 않는 해는 대화한 날을 세지 않는다. 간접 전달은 남이 말을 전하고 한쪽은 그 자리에 없었던 만남이다.".to_owned()
        }
        Say::NoDays => "발사일이 하루 단위로 기록되지 않아 날짜별 그림이 없다.".to_owned(),
        Say::NoTalks => "이 기간에 기록된 만남이 없다.".to_owned(),
        Say::DaysNotListed => "발사일 목록 없음".to_owned(),
        Say::NoCount => "집계 없음".to_owned(),
        Say::NuclearTest => "핵실험".to_owned(),
        Say::Pauses => "기록된 발사 중단".to_owned(),
        Say::NoPauses => "기록된 발사 중단이 없다.".to_owned(),
        Say::Key => "범례".to_owned(),
        Say::Meeting => "만남. 수준이 높을수록 길다".to_owned(),
        Say::LeadersMeeting => "정상 간 만남과 장소".to_owned(),
        Say::Pause => "중단. 직전 발사부터 다음 첫 발사까지. 이 집계가 그 사이를 모두 세고 발사가 없을 때만 그린다".to_owned(),
        Say::NotListed => "집계하지 않았거나 발사일 목록 없음. 0이 아니라 알 수 없음".to_owned(),
        Say::Launch(result) => format!("발사일: {}", outcome(result)),
        Say::Year => "연도".to_owned(),
        Say::Outcomes => "결과별".to_owned(),
        Say::Date => "날짜".to_owned(),
        Say::Weapon => "보도된 기종".to_owned(),
        Say::Missiles => "미사일".to_owned(),
        Say::Result => "결과".to_owned(),
        Say::CountedBy => "집계한 곳".to_owned(),
        Say::Site => "장소".to_owned(),
        Say::Yield => "위력, 신뢰할 만한 범위".to_owned(),
        Say::Sources => "출처".to_owned(),
        Say::NotOnRecord => "기록 없음".to_owned(),
        Say::Nobody => "집계한 곳 기록 없음".to_owned(),
        Say::Tables => "모든 발사일과 핵실험 표, 출처 포함".to_owned(),
        Say::RuleChoice { name, unit } => format!("{name}: {}", units(unit)),
        Say::OneRule { name, unit } => format!("기록된 집계 기준은 하나다: {name}, {} 기준.", units(unit)),
        Say::WhyFirst { name, listed, by_day, counted } if listed == by_day => format!(
            "{name} 집계를 먼저 보여 준다. 날짜별 그림의 {by_day}년 모두 발사일 목록이 있고, 집계한 해도 {counted}년으로 가장 많기 때문이다."
        ),
        Say::WhyFirst { name, listed, by_day, counted } => format!(
            "{name} 집계를 먼저 보여 준다. 날짜별 그림의 {by_day}년 가운데 {listed}년의 발사일 목록이 있어 가장 많고, 집계한 해도 {counted}년으로 가장 많기 때문이다."
        ),
        Say::WhyFirstByYear { name, counted } => {
            format!("{name} 집계를 먼저 보여 준다. 집계한 해가 가장 많기({counted}년) 때문이다.")
        }
        Say::ByYear { name, unit, first, last } => {
            let what = match unit {
                CountUnit::Missiles => "발사 미사일 수",
                CountUnit::Occasions => "발사 횟수",
            };
            format!("연도별 {what}, {}, {name} 집계", years(first.into(), last.into()))
        }
        Say::ByYearHelp { unit: CountUnit::Missiles } => {
            "단위: 발. 미사일을 하나씩 센다. 핵실험은 표시만 하고 세지 않는다.".to_owned()
        }
        Say::ByYearHelp { unit: CountUnit::Occasions } => {
            "단위: 회. 한 번에 몇 발을 쏘았든 1회로 센다. 핵실험은 표시만 하고 세지 않는다.".to_owned()
        }
        Say::ByDay { name, first, last } => {
            format!("{name} 집계의 발사일과 대화한 날, {}", years(first, last))
        }
        Say::YearOfDays { year, launches, talks } => {
            let launches = match launches {
                Some(days) => format!("발사한 날 {}일", amount(days)),
                None => "이 기준에는 발사일 목록 없음".to_owned(),
            };
            format!("{year}년: {launches}, {}.", talks_of_year(talks))
        }
        Say::RuleWithoutDays { name } => format!(
            "{name} 집계는 이 기간을 연 단위로만 다루거나 아예 다루지 않아 발사일 목록이 없다. 다른 기준에는 있다."
        ),
        Say::VagueTalks(more) => format!("이 기간의 만남 {more}건은 날짜가 하루 단위로 확인되지 않아 그리지 않았다."),
        Say::DaysOfLaunches(days) => format!("발사한 날 {}일", amount(days)),
        Say::DaysOfTalks(days) => days_of_talks(days),
        Say::TalksNotListed => TALKS_NOT_LISTED.to_owned(),
        Say::PauseLabel(days) => format!("중단: {}일", amount(whole(days))),
        Say::OtherDates { name, days } => format!(
            "날짜는 발사 현지 기준이다. {name} 집계는 자체 기준 시각을 따르므로 그중 {} 날짜가 다르다.",
            some_days(days, ["의", "의"])
        ),
        Say::LeftOut { name, days } => {
            format!("이 기간에 기록된 발사한 날 가운데 {} {name} 집계에 없다: ", some_days(days, ["는", "은"]))
        }
        Say::PauseOf { start, end, days } => format!("{}: {}일", between(start, end), amount(whole(days))),
        Say::InsideDays { name, days } => {
            format!("이 기간 {name} 집계에서 발사한 날은 {}: ", some_days(days, ["다", "이다"]))
        }
        Say::InsideYears { name, unit, first, last, sum } => {
            let sum = match unit {
                CountUnit::Missiles => format!("미사일 {sum}발"),
                CountUnit::Occasions => format!("발사 {sum}회"),
            };
            format!("이 기간에 온전히 든 해({})의 {name} 집계: {sum}.", years(first.into(), last.into()))
        }
        Say::YearTable { name } => format!("표: 연도별 발사, {name} 집계"),
        Say::DayTable { days } => format!("표: 집계 기준과 관계없이 발사한 날 전체({}일)", amount(days)),
        Say::NuclearTable { tests } => format!("표: 핵실험 {}회", amount(tests)),
        Say::Count(CountUnit::Missiles) => "미사일".to_owned(),
        Say::Count(CountUnit::Occasions) => "횟수".to_owned(),
        Say::AtLeast(number) => format!("적어도 {number}"),
        Say::OutcomeCounts { success, failure, unknown } => {
            let part = |number: Option<u32>, word: &str| number.map(|number| format!("{word} {number}"));
            let parts = [part(success, "성공"), part(failure, "실패"), part(unknown, "알 수 없음")];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        Say::Kilotons { low, high } if low == high => format!("{low}kt"),
        Say::Kilotons { low, high } => format!("{low}~{high}kt"),
    }
}

fn whole(days: i32) -> usize {
    usize::try_from(days).unwrap_or(0)
}
