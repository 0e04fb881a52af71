//! The interface in Korean. `docs/glossary.md` says which word stands for what, and why. No particle whose form depends on the word
//! before it (은/는, 이/가, 을/를, 으로/로) stands right behind what is put in: a name may end in anything, in Latin letters too.

mod names;

use super::{Column, DateStyle, GapColumn, Msg, date, grouped};
use crate::analysis::IssueOrder;
use crate::dossier::date::Day;
use crate::dossier::model::{Role, Upkeep};
use crate::find::Doubt;

pub(super) use super::date::korean_days as days;
pub(super) use names::level;

/// "2018년 7월 16일".
pub(super) fn day(day: Day) -> String {
    date::korean_day(day, DateStyle::Long)
}

/// "1,030".
pub(super) fn amount(number: usize) -> String {
    grouped(number, ',')
}

/// "출처 1,030건".
pub(super) fn sources(number: usize) -> String {
    format!("출처 {}건", amount(number))
}

/// A title in its marks.
pub(super) fn quoted(title: &str) -> String {
    format!("\u{201c}{title}\u{201d}")
}

/// "2026년 11월 23일 확인, 2026년 11월 27일 수정".
pub(super) fn gone_over(Upkeep { checked, corrected }: Upkeep) -> Option<String> {
    let checked = checked.map(|on| format!("{} 기록 확인", day(on)));
    let corrected = corrected.map(|on| format!("{} 수정", day(on)));
    match (checked, corrected) {
        (Some(checked), Some(corrected)) => Some(format!("{checked}, {corrected}")),
        (one, other) => one.or(other),
    }
}

/// A part of a dossier, or all of it, in a citation: what it is, when the record was checked, and its version where that is known.
pub(super) fn citation(of: &str, checked: Upkeep, version: &str) -> String {
    let mut text = format!("Daylight: {of}.");
    if let Some(gone) = gone_over(checked) {
        text += &format!(" {gone}.");
    }
    if !version.is_empty() {
        text += &format!(" 내용 버전 {version}.");
    }
    text
}

/// "25%", "25~66%".
pub(super) fn percent(low: u8, high: u8) -> String {
    if low == high { format!("{low}%") } else { format!("{low}~{high}%") }
}

/// "사건 1,030건".
fn events(number: usize) -> String {
    format!("사건 {}건", amount(number))
}

/// "+1개월", "\u{2212}12일".
fn signed(number: i32, unit: &str) -> String {
    let sign = if number < 0 { '\u{2212}' } else { '+' };
    format!("{sign}{}{unit}", amount(number.unsigned_abs() as usize))
}

pub(super) fn say(msg: Msg<'_>) -> String {
    match msg {
        Msg::EventKind(kind) => names::kind(kind).to_owned(),
        Msg::Level(of) => level(of).to_owned(),
        Msg::Confidence(confidence) => names::confidence(confidence).to_owned(),
        Msg::SourceKind(kind) => names::source_kind(kind).to_owned(),
        Msg::Tier(tier) => names::tier(tier).to_owned(),
        Msg::PartyRole(party, Role::Expects) => format!("{party}의 기대"),
        Msg::PartyRole(party, Role::Offers) => format!("{party}의 제안"),
        Msg::Daylight(apart, top) => names::daylight(apart, top),

        // With nothing apart it is another sentence: "1개 중 0개였다" is no Korean.
        Msg::LeadBefore { on, apart: 0 } => format!("{}, ", day(on)),
        Msg::LeadBefore { on, .. } => format!("{}, 양측 입장이 벌어진 쟁점은 ", day(on)),
        Msg::LeadCount { apart: 0, known, unknown } => {
            let which = if unknown == 0 { "쟁점" } else { "알 수 있는 쟁점" };
            format!("{which} {}개 중 양측 입장이 벌어진 것", amount(known))
        }
        Msg::LeadCount { apart, known, unknown: 0 } => format!("{}개 중 {apart}개", amount(known)),
        Msg::LeadCount { apart, known, .. } => format!("알 수 있는 {}개 중 {apart}개", amount(known)),
        Msg::LeadAfter { apart: 0, unknown: 0 } => "은 없다.".to_owned(),
        Msg::LeadAfter { unknown: 0, .. } => "였다.".to_owned(),
        Msg::LeadAfter { apart, unknown } => {
            format!("{}, {}개는 알 수 없다.", if apart == 0 { "은 없고" } else { "였고" }, amount(unknown))
        }
        Msg::LeadUnknown { on } => format!("{}, 양측 입장이 모두 기록된 쟁점은 없다.", day(on)),
        Msg::NoNewerPosition(than) => format!("{} 뒤의 입장은 기록에 없다.", day(than)),
        Msg::LeadWidest => "간극이 가장 큰 쟁점:".to_owned(),
        Msg::LeadMore(more) => format!("외 {more}개"),
        Msg::LeadRest { apart, within, met } => {
            let parts: Vec<String> = [(within, "근접"), (met, "충족")]
                .iter()
                .filter(|(number, _)| *number > 0)
                .map(|(number, word)| format!("{word} {number}개"))
                .collect();
            let whom = if apart > 0 { "나머지" } else { "내역" };
            if parts.is_empty() { String::new() } else { format!("{whom}: {}.", parts.join(", ")) }
        }
        Msg::AsOfDate => "기준일".to_owned(),
        Msg::Presets => "눈여겨볼 날짜".to_owned(),
        Msg::DayBefore => "하루 전".to_owned(),
        Msg::DayAfter => "하루 뒤".to_owned(),
        Msg::ShareView => "공유".to_owned(),
        Msg::TakeView => "내려받기".to_owned(),
        Msg::TimelineHeading => "무슨 일이 있었나".to_owned(),
        Msg::ZoomIn => "확대".to_owned(),
        Msg::ZoomOut => "축소".to_owned(),
        Msg::Earlier => "이전".to_owned(),
        Msg::Later => "이후".to_owned(),
        Msg::ShowFocus => "주요 시기".to_owned(),
        Msg::ShowAll => "전체 기간".to_owned(),
        Msg::EventList { open: true, .. } => "사건 목록 접기".to_owned(),
        Msg::EventList { open: false, count } => format!("{} 모두 목록으로 보기", events(count)),
        Msg::PositionList { open: true, .. } => "입장 목록 접기".to_owned(),
        Msg::PositionList { open: false, count } => format!("입장 {}건 모두 목록으로 보기", amount(count)),
        Msg::GapHeading => "쟁점별 간극".to_owned(),
        Msg::GapHelp => [
            "쟁점마다 이름 붙은 단으로 이루어진 사다리가 있다. 맨 아래는 \u{2018}없음\u{2019}, 맨 위는 지금까지 요구된 최대치다. 호박색으로 채운 부분은 간극, 곧 \
             제안이 기대에 못 미치는 만큼이다. 빗금 친 띠는 발언이 뜻할 수 있는 범위다. \u{2018}근접\u{2019}은 두 범위가 맞닿았다는 뜻이고, ",
            &say(Msg::MetMeans),
        ]
        .concat(),
        Msg::MetMeans => {
            "\u{2018}충족\u{2019}은 제안이 기대를 모두 채운다는 뜻이며 한쪽의 기대가 줄어서 그렇게 된 때도 포함한다.".to_owned()
        }
        Msg::GapCharts => "시간 흐름".to_owned(),
        Msg::GapLadders => "기준일 현재".to_owned(),
        Msg::OpenIssue => "발언과 출처".to_owned(),
        Msg::Close => "닫기".to_owned(),
        Msg::OwnPage => "별도 페이지로 열기".to_owned(),
        Msg::RungNumbers { low, high, top } => names::rungs_of(low, high, top),
        Msg::InForce(on) => format!("{} 현재 유효한 입장", day(on)),
        Msg::AllPositions(number) => format!("기록된 입장 {}건 모두", amount(number)),
        Msg::Ladder => "사다리".to_owned(),
        Msg::InForceFrom { from, until: None } => format!("{}부터", day(from)),
        Msg::InForceFrom { from, until: Some(until) } => days(from, until),
        Msg::Judgement => "판단 여지".to_owned(),
        Msg::Audited(on) => format!("이중 확인, {}", day(on)),
        Msg::Note => "주석:".to_owned(),
        Msg::Sources(number) => sources(number),
        Msg::NoSources => "기록된 출처가 없다.".to_owned(),
        Msg::NotSeen => "원문 미확인".to_owned(),
        Msg::AgencyCopy(agency) => format!("{agency} 기사 전재"),
        Msg::InLanguage(tag) => {
            names::language(tag).map_or_else(|| format!("언어: {tag}"), str::to_owned)
        }
        Msg::Archived(None) => "보존본".to_owned(),
        Msg::Archived(Some(on)) => format!("보존본, {}", day(on)),
        Msg::Readings => "양측의 해석".to_owned(),
        Msg::NoReading(party) => format!("{party} 측의 해석은 기록에 없다."),
        Msg::PositionsSet => "이 사건으로 정해진 입장과 간극의 변화".to_owned(),
        Msg::MovedNothing => "간극은 달라지지 않았다.".to_owned(),
        Msg::Unchanged => "변화 없음".to_owned(),
        Msg::Then => "그 뒤".to_owned(),
        Msg::OnDay(on) => day(on),
        Msg::OriginalIn(tag) => {
            names::language(tag).map_or_else(|| format!("문안, 언어: {tag}"), |name| format!("{name} 문안"))
        }
        Msg::OurTranslation => "이 자료집의 번역".to_owned(),
        Msg::QuoteBy { by, on, lang: None } => format!("{by}, {}", date::korean(on)),
        Msg::QuoteBy { by, on, lang: Some(tag) } => {
            format!("{by}, {}, {}", date::korean(on), say(Msg::InLanguage(tag)))
        }
        Msg::NotYetSaid => "아직 나오기 전".to_owned(),
        Msg::Neighbours => "앞뒤 사건".to_owned(),
        Msg::InTime => "시간순".to_owned(),
        Msg::NoneEarlier => "앞선 사건 없음".to_owned(),
        Msg::NoneLater => "뒤따른 사건 없음".to_owned(),
        Msg::EventLink => "링크".to_owned(),
        Msg::Cite => "인용".to_owned(),
        Msg::CiteEvent { title, date: on, dossier, checked, version, address } => {
            let source = citation(&quoted(dossier), checked, version);
            let text = format!("{}, {}. {source}", quoted(title), date::korean(on));
            if address.is_empty() { text } else { format!("{text} {address}") }
        }
        Msg::CopyLink => "링크 복사".to_owned(),
        Msg::CopyCitation => "인용 정보 복사".to_owned(),
        Msg::LinkCopied => "링크를 복사했다.".to_owned(),
        Msg::CitationCopied => "인용 정보를 복사했다.".to_owned(),
        Msg::CopyRefused => {
            "이 브라우저에서는 페이지가 직접 복사할 수 없다. 글을 선택해 두었으니 브라우저의 복사 명령을 쓰면 된다.".to_owned()
        }
        Msg::RecordLoading => "기록을 불러오는 중\u{2026}".to_owned(),
        Msg::RecordFailed(reason) => format!(
            "전체 기록을 불러오지 못했다: {reason}. 이 페이지의 제목과 날짜, 차트는 온전하며, 해석과 출처는 각 기록의 별도 페이지에 있다."
        ),
        Msg::TryAgain => "다시 시도".to_owned(),
        Msg::Play(false) => "재생".to_owned(),
        Msg::Play(true) => "일시정지".to_owned(),
        Msg::OnThisDay(on) => format!("{}에 있었던 일", day(on)),
        Msg::NothingThisDay => "이날 기록된 사건이나 간극의 변화는 없다.".to_owned(),
        Msg::MoreThisDay { events, at_least, changes } => {
            let least = if at_least { " 이상" } else { "" };
            let events = (events > 0).then(|| format!("사건 {}건{least}", amount(events)));
            let changes = (changes > 0).then(|| format!("간극의 변화 {}건", amount(changes)));
            format!("{} 더 보기", [events, changes].into_iter().flatten().collect::<Vec<_>>().join(", "))
        }
        Msg::GlanceKey => "왼쪽 끝은 \u{2018}없음\u{2019}, 오른쪽 끝은 지금까지 요구된 최대치. 호박색으로 채운 부분은 간극.".to_owned(),
        Msg::Turn { day: on, ahead: false } => format!("\u{2039} 직전 전환점: {}", day(on)),
        Msg::Turn { day: on, ahead: true } => format!("다음 전환점: {} \u{203a}", day(on)),
        Msg::Sensitivity { calls: 0, .. } => "이 전체 간극의 바탕에는 판단 여지가 있는 범위가 없다.".to_owned(),
        Msg::Sensitivity { low, high, calls } => format!(
            "이 전체 간극의 바탕인 입장 가운데 {}건은 판단 여지가 있는 범위다. 가장 낮은 단으로 읽으면 전체 간극은 {}, 가장 높은 단으로 읽으면 {}가 된다.",
            amount(calls),
            percent(low.0, low.1),
            percent(high.0, high.1)
        ),
        Msg::Weighted { own: None, equal: Some((least, most)), on } => {
            let equal = percent(least, most);
            format!("{} 전체 간극: 직접 정한 가중치로는 셈에 드는 쟁점이 없고, 같은 가중치로 {equal}.", day(on))
        }
        Msg::Weighted { own, equal, on } => {
            let share = |share: Option<(u8, u8)>| share.map_or("알 수 없음".to_owned(), |(least, most)| percent(least, most));
            format!("{} 전체 간극: 직접 정한 가중치로 {}, 같은 가중치로 {}.", day(on), share(own), share(equal))
        }
        Msg::OrderLabel => "정렬".to_owned(),
        Msg::Order(IssueOrder::Given) => "수록순".to_owned(),
        Msg::Order(IssueOrder::Width) => "간극이 큰 순".to_owned(),
        Msg::Order(IssueOrder::Change) => "변화가 큰 순".to_owned(),
        Msg::Order(IssueOrder::Actor) => "행동 주체별".to_owned(),
        Msg::Since => "비교 시작일".to_owned(),
        Msg::NotCompared { unknown, issues, since, on } => format!(
            "쟁점 {}개 가운데 {}개는 {}이나 {}에 알 수 없어 견줄 수 없다.",
            amount(issues),
            amount(unknown),
            day(since),
            day(on)
        ),
        Msg::ToAct(whom) => format!("행동 주체: {whom}"),
        Msg::LowConfidence => "신뢰도 낮은 기록에 근거".to_owned(),
        Msg::GapTable => "쟁점 전체 표와 가중치".to_owned(),
        Msg::GapTableOn(on) => format!("{} 기준 쟁점 전체", day(on)),
        Msg::GapColumn(GapColumn::Issue) => "쟁점".to_owned(),
        Msg::GapColumn(GapColumn::Expected) => "기대".to_owned(),
        Msg::GapColumn(GapColumn::Offered) => "제안".to_owned(),
        Msg::GapColumn(GapColumn::Daylight) => "간극".to_owned(),
        Msg::GapColumn(GapColumn::Weight) => "가중치".to_owned(),
        Msg::WeightsHelp => {
            "전체 간극은 모든 쟁점을 똑같이 센다. 쟁점의 가중치를 높이거나 0으로 두면 위의 전체 간극이 따라 바뀌고, 주소에도 남는다."
                .to_owned()
        }
        Msg::WeightOf(issue) => format!("가중치: {issue}"),
        Msg::WeighEqually => "모두 같게".to_owned(),
        Msg::SkipTo => "쟁점으로 건너뛰기".to_owned(),
        Msg::EventListHeading => "전체 사건".to_owned(),
        Msg::PositionListHeading => "전체 입장".to_owned(),
        Msg::AtLevel(of) => format!("수준: {}", level(of)),
        Msg::TotalHeading => "전체 간극".to_owned(),
        Msg::TotalHelp => {
            "모든 쟁점을 통틀어 양측이 얼마나 떨어져 있었는지를 나타낸다. 진한 부분은 모호한 말을 모두 양측이 가장 가까워지도록 읽어도 남는 \
             간극, 옅은 부분은 가장 멀어지도록 읽을 때 생길 수 있는 간극이다."
                .to_owned()
        }
        Msg::Closest { known, issues } => format!(
            "진한 부분으로 볼 때, 쟁점 {}개 중 {}개를 알 수 있는 날 가운데 양측이 가장 가까웠던 날:",
            amount(issues),
            amount(known)
        ),
        Msg::Farthest => ", 가장 멀었던 날:".to_owned(),
        Msg::SliderDay(on) => day(on),
        Msg::TimelineTools => "시간 이동".to_owned(),
        Msg::GapSwitch => "쟁점 표시 방식".to_owned(),
        Msg::CloseIssue => "발언과 출처 닫기".to_owned(),

        Msg::Find => "사건 찾기".to_owned(),
        Msg::FindHint { whole: true } => {
            "제목, 요약, 날짜, 양측의 해석, 인용문, 발언자, 장소, 당사자에서 찾는다. 모든 낱말이 들어 있어야 하며, 따옴표 안의 낱말은 그대로 이어져 있어야 한다."
                .to_owned()
        }
        Msg::FindHint { whole: false } => {
            "전체 기록을 불러올 때까지는 제목, 날짜, 당사자에서만 찾으며, 주석이 있는지는 알 수 없다.".to_owned()
        }
        Msg::FindFailed => {
            "전체 기록을 불러오지 못해 제목, 날짜, 당사자에서만 찾으며, 주석이 있는지는 알 수 없다.".to_owned()
        }
        Msg::Filters(0) => "필터".to_owned(),
        Msg::Filters(set) => format!("필터({set})"),
        Msg::Criterion(criterion) => names::criterion(criterion, true).to_owned(),
        Msg::Weight(weight) => match weight {
            1 => "세부",
            2 => "중요",
            _ => "널리 알려짐",
        }
        .to_owned(),
        Msg::LeastWeight(least) => match least {
            1 => "전체",
            2 => "중요 이상",
            _ => "널리 알려진 것만",
        }
        .to_owned(),
        Msg::LeastDoubt(doubt) => match doubt {
            None => "전체",
            Some(Doubt::Noted) => "주석이 있거나 확실하지 않음",
            Some(Doubt::Unsure) => "확실하지 않음: 신뢰도 중간 또는 낮음",
        }
        .to_owned(),
        Msg::DoubtHelp => {
            "주석에는 이견이나 의문, 날짜를 어떻게 보았는지가 적혀 있다. 이견을 따로 표시한 기록은 없다.".to_owned()
        }
        Msg::Words(words) => quoted(words),
        Msg::ActiveFilters => "적용한 필터".to_owned(),
        Msg::RemoveFilter(what) => format!("필터 해제: {what}"),
        Msg::ClearFilters => "모두 해제".to_owned(),
        Msg::Found { count, total } => format!("{} 중 {}건", events(total), amount(count)),
        Msg::Seeking => "모든 사건에서 찾는 중\u{2026}".to_owned(),
        Msg::ShowFound(number) => format!("{} 보기", events(number)),
        Msg::NoMatch => "조건에 모두 맞는 사건이 없다.".to_owned(),
        Msg::OnlyEvents => "사건에서만 찾으며 쟁점, 용어, 약속에서는 찾지 않는다. 이들이 시작되는 부분:".to_owned(),
        Msg::Without { criterion, values, count, .. } => {
            format!("{}({values}) 제외 시: {}", names::criterion(criterion, false), events(count))
        }
        Msg::NoneAlone => "필터 하나만 빼서는 찾을 수 없다.".to_owned(),
        Msg::MatchList { open: true, .. } => say(Msg::EventList { open: true, count: 0 }),
        Msg::MatchList { open: false, count } => format!("찾은 {} 목록으로 보기", events(count)),
        Msg::ListForm => "목록 또는 표".to_owned(),
        Msg::AsList => "목록".to_owned(),
        Msg::AsTable => "표".to_owned(),
        Msg::Column(column) => match column {
            Column::Date => "날짜",
            Column::Event => "사건",
            Column::Kind => "종류",
            Column::Whose => "행동 주체",
            Column::Level => "수준",
            Column::Weight => "중요도",
            Column::Moved => "간극이 바뀐 쟁점",
        }
        .to_owned(),
        Msg::ByBoth => "양측".to_owned(),
        Msg::ByOthers => "제3자".to_owned(),
        Msg::MoreRows(left) => format!("더 보기(남은 {}건)", amount(left)),

        Msg::EventMark { title, date: on, kind, lane } => {
            format!("{title}, {}, {}, {lane}", date::korean(on), names::kind(kind))
        }
        Msg::MoreReachIn => {
            "이 기간 밖에서 시작되거나 끝나는 사건이 더 있다. 축소하면 시작된 자리에서 볼 수 있다.".to_owned()
        }
        Msg::ReachingIn => "이 기간에 걸친 사건".to_owned(),
        Msg::NothingHere => "이 기간에 기록된 사건이 없다. 축소하거나 전체 기간을 고르면 된다.".to_owned(),
        Msg::NoEventsAtAll => "이 자료집에는 기록된 사건이 없다.".to_owned(),
        Msg::NoneHere(1) => "찾은 사건 1건은 이 기간 밖에 있다.".to_owned(),
        Msg::NoneHere(found) => format!("찾은 사건 {}건은 모두 이 기간 밖에 있다.", amount(found)),
        Msg::ShowTheirTime(_) => "찾은 사건이 있는 기간 보기".to_owned(),
        Msg::ClusterKinds(kinds) => {
            let mut parts: Vec<String> = kinds.iter().take(2).map(|part| names::kind_count(*part)).collect();
            let rest: usize = kinds.iter().skip(2).map(|(_, number)| number).sum();
            if rest > 0 {
                parts.push(format!("그 밖에 {}건", amount(rest)));
            }
            parts.join(", ")
        }
        Msg::ClusterMark { count, from, to, kinds, lane } => {
            let parts: Vec<String> = kinds.iter().map(|part| names::kind_count(*part)).collect();
            // The number stands on the mark, and as a word of its own in its name.
            format!("사건 {} 건, {lane}, {}: {}. 누르면 확대", amount(count), days(from, to), parts.join(", "))
        }
        Msg::BreakYears(years) => format!("{}년", amount(usize::try_from(years).unwrap_or(0))),
        Msg::OpenBreak { from, to } => format!("{}: 시작되거나 끝난 사건 없음. 접힌 기간, 누르면 펼침", days(from, to)),
        Msg::UnfoldYears { from, to } => format!("{}~{}년 펼치기", from.year(), to.year()),
        Msg::FoldBreak { from } => format!("{}년부터 다시 접기", from.year()),
        Msg::StretchHeading { count, from, to, lane } => {
            let whose = lane.map_or(String::new(), |lane| format!("{lane}: "));
            format!("{whose}{} {}", days(from, to), events(count))
        }
        Msg::AndMore(number) => format!("그 밖에 {}건", amount(number)),
        Msg::StretchBeside => "묶음 옆에 따로 표시된 사건도 들어 있다.".to_owned(),
        Msg::LaneOf(party) => format!("{party}의 행동"),
        Msg::LaneBoth => "양측".to_owned(),
        Msg::LaneOther => "제3자".to_owned(),
        Msg::OverviewTitle => "전체 기간과 화면에 보이는 구간".to_owned(),
        Msg::OverviewWindow => "화면 구간".to_owned(),
        Msg::OverviewFrom => "화면 구간의 시작".to_owned(),
        Msg::OverviewTo => "화면 구간의 끝".to_owned(),
        Msg::WindowDays { from, to } => days(from, to),
        Msg::CompareToggle { on: false } => "두 시기 비교".to_owned(),
        Msg::CompareToggle { on: true } => "연표 하나로 돌아가기".to_owned(),
        Msg::CompareYears(years) => format!("전후 {}년", amount(usize::try_from(years).unwrap_or(0))),
        Msg::CompareActs { a, b, acts: [first, second] } => {
            let part = |[of_a, both, of_b, others]: [usize; 4]| {
                let (of_a, of_b, both) = (amount(of_a), amount(of_b), amount(both));
                let mut words = format!("{a} {of_a}건, {b} {of_b}건, 양측 {both}건");
                if others > 0 {
                    words += &format!(", 제3자 {}건", amount(others));
                }
                words
            };
            format!("여기 기록된 행동: 첫째 시기 {}. 둘째 시기 {}.", part(first), part(second))
        }
        Msg::DayZero => "0일".to_owned(),
        Msg::DayZeroField { second, date } => format!(
            "{} 시기의 0일: {}",
            if second { "둘째" } else { "첫째" },
            if date { "날짜" } else { "사건" }
        ),
        Msg::OtherDay => "다른 날".to_owned(),
        Msg::DaysOn(0) | Msg::MonthsOn(0) | Msg::YearsOn(0) => "0일".to_owned(),
        Msg::DaysOn(days) => signed(days, "일"),
        Msg::MonthsOn(months) => signed(months, "개월"),
        Msg::YearsOn(years) => signed(years, "년"),
        Msg::DayOn { days, about: true } => format!("약 {}", say(Msg::DayOn { days, about: false })),
        Msg::DayOn { days: 0, .. } => "0일".to_owned(),
        Msg::DayOn { days, .. } => signed(days, "일"),

        Msg::TimelineTitle => "사건 연표".to_owned(),
        Msg::TimelineDescription { count, from, to } => format!("{}, {}.", days(from, to), events(count)),

        Msg::TotalTitle => "시간에 따른 전체 간극".to_owned(),
        Msg::TotalRange { from, to, least, most } => format!(
            "{}: 알 수 있는 쟁점의 평균으로 확실한 간극은 사다리의 {}, 가능한 간극은 {}였다.",
            days(from, to),
            percent(least.0, least.1),
            percent(most.0, most.1)
        ),
        Msg::TotalNothing { from, to } => format!("{}에는 양측 입장이 모두 기록된 쟁점이 없다.", days(from, to)),
        Msg::TotalWholeFrom { on, issues } => format!("{}부터 쟁점 {}개를 모두 알 수 있다.", day(on), amount(issues)),
        Msg::TotalUnit => "알 수 있는 쟁점의 평균. 0%: 충족. 100%: 전부를 기대하나 제안은 없음.".to_owned(),
        Msg::TotalSure => "확실".to_owned(),
        Msg::TotalPossible => "가능".to_owned(),
        Msg::TotalKnown { least, most, issues } if least == most => format!("알 수 있는 쟁점: {issues}개 중 {least}개"),
        Msg::TotalKnown { least, most, issues } => format!("알 수 있는 쟁점: {issues}개 중 {least}~{most}개"),
        Msg::TotalNone => "알 수 없음".to_owned(),
        Msg::Percent(value) => format!("{value}%"),
        Msg::PercentRange(low, high) => percent(low, high),
        Msg::IssueTitle(title) => format!("{title}: 시간에 따른 간극"),
        Msg::IssueSides { expects, offers } => format!("기대하는 쪽: {expects}, 제안하는 쪽: {offers}."),
        Msg::IssueWidest { apart, top, from, until, again } => {
            let later = if again > 0 { format!("(이후 {again}번 더)") } else { String::new() };
            format!("간극이 가장 컸을 때: {}, {}{later}.", names::daylight(apart, top), days(from, until))
        }
        Msg::IssueOn { apart, top, on } => format!("{}: {}.", day(on), names::daylight(apart, top)),
        Msg::IssueNothing { from, to } => format!("{}의 간극은 알 수 없다.", days(from, to)),
        Msg::CouldMeet => "여기서 맞닿을 수 있음".to_owned(),
        Msg::LadderTitle { title, on } => format!("{title}: {} 현재 사다리", day(on)),
        Msg::StandsOn { party, role, low, high } => {
            let whose = say(Msg::PartyRole(party, role));
            if low == high {
                format!("{whose}: {}", quoted(low))
            } else {
                format!("{whose}: {}~{}", quoted(low), quoted(high))
            }
        }
        Msg::StandsNowhere { party, role: Role::Expects } => format!("{party}: 기록된 기대 없음"),
        Msg::StandsNowhere { party, role: Role::Offers } => format!("{party}: 기록된 제안 없음"),
        Msg::NothingOnRecord => "기록 없음".to_owned(),
    }
}
