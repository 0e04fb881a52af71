//! Names in Korean: kinds of events, levels, criteria, languages, rungs, and how each is counted.

use super::amount;
use crate::analysis::State;
use crate::dossier::model::{Confidence, EventKind, Level, SourceKind, Tier};
use crate::dossier::text::base_language;
use crate::find::Criterion;

/// A kind of event by name, and the word that counts it.
fn counted(kind: EventKind) -> (&'static str, &'static str) {
    match kind {
        EventKind::Summit => ("정상회담", "회"),
        EventKind::Talks => ("회담", "회"),
        EventKind::Agreement => ("합의", "건"),
        EventKind::Statement => ("성명·발언", "건"),
        EventKind::Sanctions => ("제재", "건"),
        EventKind::Exercise => ("군사훈련", "회"),
        EventKind::MissileTest => ("미사일·로켓 발사", "회"),
        EventKind::NuclearTest => ("핵실험", "회"),
        EventKind::Military => ("군사 행동", "건"),
        EventKind::Humanitarian => ("인도적 조치", "건"),
        EventKind::Domestic => ("국내 결정", "건"),
    }
}

pub(super) fn kind(kind: EventKind) -> &'static str {
    counted(kind).0
}

/// "미사일·로켓 발사 14회".
pub(super) fn kind_count((kind, number): (EventKind, usize)) -> String {
    let (name, counter) = counted(kind);
    format!("{name} {}{counter}", amount(number))
}

pub(in crate::messages) fn level(level: Level) -> &'static str {
    match level {
        Level::Technical => "전문가급",
        Level::Working => "실무급",
        Level::Envoys => "특사급",
        Level::Ministers => "장관급",
        Level::Leaders => "정상급",
    }
}

pub(super) fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "신뢰도 높음",
        Confidence::Medium => "신뢰도 중간",
        Confidence::Low => "신뢰도 낮음",
    }
}

pub(super) fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Primary => "1차 자료",
        SourceKind::Press => "언론 보도",
        SourceKind::Scholarly => "학술 자료",
        SourceKind::Reference => "참고 자료",
    }
}

pub(super) fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::A => "A등급, 공식 자료",
        Tier::B => "B등급, 통신사·유력지·연구기관",
        Tier::C => "C등급, 소규모 매체(자체 기사 또는 통신사 기사 전재)",
    }
}

/// A criterion by name: as a heading, or before what was chosen by it.
pub(super) fn criterion(criterion: Criterion, heading: bool) -> &'static str {
    match (criterion, heading) {
        (Criterion::Text, _) => "검색어",
        (Criterion::Party, _) => "당사자",
        (Criterion::Kind, _) => "종류",
        (Criterion::Level, true) => "만남의 수준",
        (Criterion::Level, false) => "수준",
        (Criterion::Issue, true) => "입장이 정해진 쟁점",
        (Criterion::Issue, false) => "쟁점",
        (Criterion::Weight, _) => "중요도",
        (Criterion::Doubt, true) => "의문과 이견",
        (Criterion::Doubt, false) => "의문",
    }
}

/// The name of a language, whatever its region or script; of others a reader is told the tag as what it is.
pub(super) fn language(tag: &str) -> Option<&'static str> {
    Some(match base_language(tag) {
        "ar" => "아랍어",
        "de" => "독일어",
        "el" => "그리스어",
        "en" => "영어",
        "es" => "스페인어",
        "fa" => "페르시아어",
        "fr" => "프랑스어",
        "he" => "히브리어",
        "hi" => "힌디어",
        "id" => "인도네시아어",
        "it" => "이탈리아어",
        "ja" => "일본어",
        "ko" => "한국어",
        "pt" => "포르투갈어",
        "ru" => "러시아어",
        "tr" => "튀르키예어",
        "uk" => "우크라이나어",
        "ur" => "우르두어",
        "zh" => "중국어",
        _ => return None,
    })
}

/// "3단", "3~4단".
fn rungs(low: u8, high: u8) -> String {
    if low == high { format!("{low}단") } else { format!("{low}~{high}단") }
}

/// "6단 중 3~4단".
pub(super) fn rungs_of(low: u8, high: u8, top: u8) -> String {
    format!("{top}단 중 {}", rungs(low, high))
}

pub(super) fn daylight(apart: State, top: u8) -> String {
    match apart {
        State::Apart { least, most } => format!("{} 벌어짐", rungs_of(least, most, top)),
        State::WithinReach { most } => format!("근접, {}", rungs_of(0, most, top)),
        State::Met => "충족".to_owned(),
        State::Unknown => "알 수 없음".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::messages::{Locale, Msg};

    /// A tag alone may read as a word of the sentence.
    #[test]
    fn a_language_that_is_not_listed_is_told_as_a_tag() {
        let both =
            |msg: fn(&'static str) -> Msg<'static>, tag| [Locale::En, Locale::Ko].map(|to| to.say(msg(tag)));
        assert_eq!(both(Msg::InLanguage, "fa-IR"), ["in Persian", "페르시아어"]);
        assert_eq!(both(Msg::InLanguage, "is"), ["language: is", "언어: is"]);
        assert_eq!(both(Msg::InLanguage, "zh-Hant"), ["in Chinese", "중국어"]);
        assert_eq!(both(Msg::OriginalIn, "is"), ["as published, language: is", "문안, 언어: is"]);
        assert_eq!(both(Msg::OriginalIn, "fr"), ["as published in French", "프랑스어 문안"]);
    }
}
