//! What the page of the method says in Korean. The names in the formula (least, most, low, high, E, O) stay as they are.

use super::{Counted, MethodMsg, Term, percent, worked};
use crate::analysis::State;
use crate::messages::ko::{citation, day, quoted};

fn term(term: Term) -> (&'static str, &'static str) {
    match term {
        Term::Issue => ("쟁점", "한쪽이 상대에게, 또는 양측 모두에 바라는 행동 하나."),
        Term::Ladder => (
            "사다리, 단",
            "쟁점마다 이름을 붙여 차례로 놓은 단. 0(없음)에서 지금까지 요구된 최대치까지 올라간다. 단에는 순서가 있을 뿐, 두 단 사이의 거리는 정하지 않는다.",
        ),
        Term::Position => (
            "입장",
            "당사자가 어느 날부터, 때로는 어느 날까지 기대하거나 제안하는 단. 당국자끼리 말이 다르거나 표현이 모호하면 low..high의 범위로 적는다. 입장마다 출처를 하나 이상 댄다.",
        ),
        Term::AsOf => {
            ("기준일", "어느 날의 일을 묻는지 정하는 날. 페이지의 모든 수치는 어느 한 기준일의 것이다.")
        }
        Term::InForce => (
            "E와 O",
            "E는 기준일에 유효한 기대 가운데 가장 최근 것, O는 유효한 제안 가운데 가장 최근 것이다.",
        ),
        Term::Daylight => ("간극", "O가 E에 얼마나 못 미치는지를 단의 범위 least..most로 나타낸 것."),
        Term::TurningPoint => (
            "전환점",
            "어느 쟁점에서든 간극이 바뀐 날. 새 입장에 사건이 적혀 있으면 그 사건과 이어지며, 사건이 일어난 날은 다를 수 있다. 입장의 기한이 끝났을 뿐이면 이어지는 사건이 없다.",
        ),
    }
}

fn state(state: State) -> (&'static str, &'static str) {
    match state {
        State::Apart { .. } => ("벌어짐", "least > 0: 양측의 말을 어떻게 풀이해도 제안이 기대에 못 미친다."),
        State::WithinReach { .. } => {
            ("근접", "least = 0, most > 0: 두 범위가 맞닿거나 겹치지만 제안이 기대를 모두 채우지는 않는다.")
        }
        State::Met => (
            "충족",
            "most = 0: 제안이 기대를 모두 채운다. 기대를 넘는 제안도 충족이며, 0보다 작은 값은 0으로 센다.",
        ),
        State::Unknown => (
            "알 수 없음",
            "E나 O가 없다. 알 수 없는 것으로 세고 표시하며, 0으로 그리거나 0으로 쳐서 평균을 내지 않는다.",
        ),
    }
}

fn in_force(index: u8) -> &'static str {
    match index {
        0 => {
            "입장은 첫날부터 마지막 날까지, 두 날을 포함해 유효하다. 마지막 날이 없으면 따로 끝나는 날이 없다."
        }
        1 => {
            "유효한 입장이 여럿이면 첫날이 가장 늦은 것을 센다. 첫날이 같으면 파일에서 맨 뒤에 있는 것을 센다."
        }
        2 => {
            "따라서 마지막 날이 없는 입장은 더 새로운 입장으로 바뀔 때까지 유효하다. 새 입장의 기한이 끝나면, 아직 유효한 것 가운데 가장 최근 것을 다시 센다."
        }
        3 => "쟁점에서 견주는 두 당사자의 입장만 센다. 한쪽은 기대하고 다른 쪽은 제안한다.",
        _ => "단은 정수다. 비율을 낼 때까지는 반올림하지 않는다.",
    }
}

fn mark_meaning(index: u8) -> &'static str {
    match index {
        0 => {
            "신뢰도: 말 자체를 직접 읽었거나 좋은 출처 여럿이 일치하면 높음, 출처가 적거나 표현에 해석의 여지가 있으면 중간, 한쪽의 설명뿐이거나 빈약한 출처 하나뿐이면 낮음."
        }
        1 => "판단 여지: 공정한 독자라도 다른 단을 고를 수 있다. 까닭은 주석에 적는다.",
        2 => "주석: 이견, 의문, 그렇게 읽은 까닭 등 독자가 함께 알아야 할 것.",
        _ => "이중 확인: 표시된 날에 두 번째 검토자가 기록을 확인했다.",
    }
}

fn known(counts: Counted) -> String {
    let Counted { apart, within, met, unknown } = counts;
    format!("벌어짐 {apart}개, 근접 {within}개, 충족 {met}개, 알 수 없음 {unknown}개")
}

fn rungs(low: u8, high: u8) -> String {
    if low == high { low.to_string() } else { format!("{low}~{high}") }
}

pub(super) fn korean(msg: MethodMsg<'_>) -> String {
    use MethodMsg as Say;
    match msg {
        Say::Link => "방법 전체 보기: 공식, 계산 예, 판단 여지가 있는 입장 모두".to_owned(),
        Say::Heading => "방법".to_owned(),
        Say::Lede => {
            "양측의 간극을 어떻게 단으로 옮기고 계산하는지, 이 기록으로 계산한 예, 판단 여지가 있는 입장 전부, 인용하는 법.".to_owned()
        }
        Say::Contents => "차례".to_owned(),
        Say::Terms => "용어".to_owned(),
        Say::Formula => "공식".to_owned(),
        Say::Example => "계산 예".to_owned(),
        Say::AllIssues => "그날의 모든 쟁점".to_owned(),
        Say::Coding => "기록을 만든 방법".to_owned(),
        Say::Marks => "기록은 얼마나 확실한가".to_owned(),
        Say::Calls => "판단 여지가 있는 입장".to_owned(),
        Say::Others => "그 밖에 의문이 있는 기록".to_owned(),
        Say::Corrections => "정정".to_owned(),
        Say::Version => "버전, 이용 조건, 인용".to_owned(),
        Say::Term(of) => term(of).0.to_owned(),
        Say::Meaning(of) => term(of).1.to_owned(),
        Say::FormulaAbout => {
            "쟁점 하나의 하루에 대한 공식이다. low와 high는 입장이 뜻할 수 있는 가장 낮은 단과 가장 높은 단이며, 단이 하나뿐이면 둘이 같다.".to_owned()
        }
        Say::Least => "least = max(0, E.low \u{2212} O.high)".to_owned(),
        Say::Most => "most = max(0, E.high \u{2212} O.low)".to_owned(),
        Say::InForce(index) => in_force(index).to_owned(),
        Say::StateName(of) => state(of).0.to_owned(),
        Say::StateRule(of) => state(of).1.to_owned(),
        Say::State => "상태".to_owned(),
        Say::When => "조건".to_owned(),
        Say::Shares => {
            "쟁점의 간극 비율은 단으로 잰 간극을 가장 높은 단으로 나눈 값이다. 전체에 대해서는 알 수 있는 쟁점의 least와 most를 각각 평균하며, 독자가 가중치를 정하지 않으면 쟁점마다 비중이 같다. 이는 순서 척도다. 단을 차례로 센 것이어서, 비율은 사다리의 얼마만큼이 양측 사이에 놓여 있는지를 나타낼 뿐 누가 얼마나 강하게 원했는지는 나타내지 않는다. 가장 가까웠던 날과 가장 멀었던 날은 가장 많은 쟁점을 알 수 있는 날 가운데 least로, 같으면 most로 고른다.".to_owned()
        }
        Say::Orders => {
            "간극이 가장 큰 쟁점은 least를 사다리에 대한 비율로 나타냈을 때 가장 큰 쟁점이다. 그 비율이 같으면 most의 비율이 큰 쪽이 크고, 둘 다 같으면 간극이 같은 것으로 본다. \u{2018}간극이 큰 순\u{2019}은 이 순서이며, 간극이 같은 쟁점은 자료집에 실린 차례대로, 알 수 없는 쟁점은 맨 뒤에 놓는다. 쟁점 하나의 차트를 설명하는 글에서는 사다리가 하나이므로 단의 수를 견준다. \u{2018}변화가 큰 순\u{2019}은 고른 날과 기준일 사이에 least와 most가 늘었든 줄었든 저마다 얼마나 바뀌었는지를 더해 사다리에 대한 비율로 견주며, 두 날 가운데 하루라도 알 수 없는 쟁점은 맨 뒤에 놓는다.".to_owned()
        }
        Say::Issue => "쟁점".to_owned(),
        Say::Expects => "기대(E)".to_owned(),
        Say::Offers => "제안(O)".to_owned(),
        Say::Daylight => "간극, 단".to_owned(),
        Say::Nothing => "유효한 입장 없음".to_owned(),
        Say::CodingAbout => {
            "단을 매기는 규칙, 무엇을 언제부터 세는지, 출처가 엇갈릴 때 어떻게 하는지를 자료집의 말로 적는다.".to_owned()
        }
        Say::NoCoding => "자료집에 기록을 만든 방법이 적혀 있지 않다.".to_owned(),
        Say::MarkMeaning(index) => mark_meaning(index).to_owned(),
        Say::NoCalls => "판단 여지나 의문이 표시되거나 주석이 달린 입장이 없다.".to_owned(),
        Say::SetBy => "입장을 정한 사건:".to_owned(),
        Say::OthersAbout => "입장이 아닌 기록 가운데 신뢰도가 중간이거나 낮은 것.".to_owned(),
        Say::NoOthers => "신뢰도가 중간이거나 낮은 기록이 없다.".to_owned(),
        Say::VersionCheck => {
            "버전은 dossier.json의 SHA-256 값에서 앞의 열두 자리(16진수)다. 따라서 어떤 내용에서 나온 수인지 누구나 확인할 수 있다. 내용이 조금이라도 바뀌면 버전도 바뀐다.".to_owned()
        }
        Say::NoExample { on } => {
            format!("{}에는 계산할 수 있는 것이 없다. 양측 입장이 모두 있는 쟁점이 없기 때문이다.", day(on))
        }
        Say::ExampleAbout { on } => format!(
            "페이지를 열 때의 기준일인 {}에 이보다 간극이 큰 쟁점은 없다. 수는 이 페이지를 만들 때 기록에서 계산한다.",
            day(on)
        ),
        Say::LeastWorked { expects, offers, least } => worked("least", expects, offers, least),
        Say::MostWorked { expects, offers, most } => worked("most", expects, offers, most),
        Say::ShareWorked { least, most, top } => format!(
            "비율 = {least}/{top}~{most}/{top} = {}~{}%",
            percent(least, top),
            percent(most, top)
        ),
        Say::Since(on) => format!("{}부터", day(on)),
        Say::AllIssuesAbout { on } => format!("{} 기준.", day(on)),
        Say::MeanWorked { least, most, counts } => format!(
            "알 수 있는 쟁점 {}개의 평균: 사다리의 {least}~{most}%({}).",
            counts.apart + counts.within + counts.met,
            known(counts)
        ),
        Say::NoMean { counts } => format!("평균 없음: 알 수 있는 쟁점이 없다({}).", known(counts)),
        Say::Rungs { low, high } => rungs(low, high),
        Say::MarkCounts { positions, high, medium, low, judgement, noted, audited } => {
            format!(
                "입장 {positions}건 가운데 신뢰도 높음이 {high}건, 중간이 {medium}건, 낮음이 {low}건이다. 판단 여지가 있는 것은 {judgement}건, 주석이 달린 것은 {noted}건, 두 번째 검토자가 확인한 것은 {audited}건이다."
            )
        }
        Say::CallsAbout { open, judgement } => format!(
            "공정한 독자라도 이의를 제기할 수 있는 입장 {open}건이다. {judgement}건에는 판단 여지가 표시되어 있고, 나머지는 신뢰도가 중간이거나 낮거나 주석이 달려 있다. 각각 쟁점으로 이어지며, 거기에 당사자의 말과 출처가 있다."
        ),
        Say::CallsOf { title, open } => format!("{title}({open}건)"),
        Say::VersionIs { version } => format!("내용 버전 {version}."),
        Say::CitePage { dossier, checked, version, address } => {
            let of = format!("{}, {}", quoted("방법"), quoted(dossier));
            let mut text = citation(&of, checked, version);
            if !address.is_empty() {
                text += &format!(" {address}");
            }
            text
        }
        Say::CiteView { on } => format!(
            "어느 날의 화면을 인용하려면 기준일과 부분이 든 주소를 적는다. 예를 들어 {} 기준이면:",
            day(on)
        ),
    }
}
