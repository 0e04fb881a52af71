//! Whether every language says every sentence, and says in it what the others say.

mod pages;
mod sentences;
mod told;

use std::collections::BTreeSet;
use std::fmt::Debug;

use super::{Locale, Msg, OpenMsg, Told};
use crate::dossier::date::Day;
use crate::dossier::model::Upkeep;

/// Names that are put into the sentences.
const WASHINGTON: &str = "워싱턴";
const PYONGYANG: &str = "평양";
const TITLE: &str = "새로운 길";
const NAMES: [&str; 3] = [WASHINGTON, PYONGYANG, TITLE];

/// Particles whose form depends on the end of the word before them. What is put in may end in anything.
const PARTICLES: [&str; 10] = ["은", "는", "이", "가", "을", "를", "과", "와", "으로", "로"];

/// Sentences that have no word: units, names of formats, formulas, a date in figures.
const WORDLESS: [&str; 10] =
    ["Format", "Size", "Least", "Most", "LeastWorked", "MostWorked", "Kilotons", "Pixels", "Said", "BytesOf"];

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn upkeep(checked: Option<&str>, corrected: Option<&str>) -> Upkeep {
    Upkeep { checked: checked.map(day), corrected: corrected.map(day) }
}

/// A sentence in English and in Korean, by the name of its variant.
struct Said {
    name: String,
    english: String,
    korean: String,
}

fn name(msg: &impl Debug) -> String {
    let text = format!("{msg:?}");
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

fn say(msgs: Vec<Msg<'_>>) -> Vec<Said> {
    let both = |msg: Msg<'_>| Said {
        name: name(&msg),
        english: Locale::En.say(msg.clone()),
        korean: Locale::Ko.say(msg),
    };
    msgs.into_iter().map(both).collect()
}

fn tell<T: Told + Debug>(msgs: Vec<T>) -> Vec<Said> {
    let both = |msg: T| Said { name: name(&msg), english: msg.english(), korean: msg.korean() };
    msgs.into_iter().map(both).collect()
}

/// The variants of a list, as its source has them.
fn variants(source: &str, list: &str) -> BTreeSet<String> {
    let list = format!("pub enum {list}");
    let body = source.split(list.as_str()).nth(1).and_then(|rest| rest.split("\n}\n").next()).unwrap();
    let lines = body.lines().skip(1).filter_map(|line| line.strip_prefix("    "));
    lines
        .filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()))
        .filter_map(|line| line.split(|c: char| !c.is_alphanumeric()).next())
        .map(str::to_owned)
        .collect()
}

/// The numbers of a text, without the marks between their groups of digits.
fn numbers(text: &str) -> BTreeSet<String> {
    let chars: Vec<char> = text.chars().collect();
    let groups = |at: usize| {
        chars[at] == ','
            && at > 0
            && chars[at - 1].is_ascii_digit()
            && chars.get(at + 1).is_some_and(char::is_ascii_digit)
    };
    let joined: String = (0..chars.len()).filter(|at| !groups(*at)).map(|at| chars[at]).collect();
    let runs = joined.split(|c: char| !c.is_ascii_digit());
    runs.filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

fn assert_agree(said: &[Said], list: &str, source: &str) {
    let sampled: BTreeSet<String> = said.iter().map(|said| said.name.clone()).collect();
    let listed = variants(source, list);
    let missing: Vec<&String> = listed.difference(&sampled).collect();
    let file = if list.starts_with("Msg") { "sentences.rs" } else { "told.rs or pages.rs" };
    assert!(missing.is_empty(), "{list}: no sample of {missing:?}; they stand in src/messages/tests/{file}");
    assert_eq!(sampled, listed, "{list}: samples of what the list does not have");
    for Said { name, english, korean } in said {
        let about = format!("{list}::{name}: {english:?} / {korean:?}");
        assert_eq!(english.is_empty(), korean.is_empty(), "{about}");
        assert!(!korean.contains("  ") && korean.trim_start() == korean, "{about}");
        let mut in_korean = numbers(korean);
        if korean.contains("하루") {
            in_korean.insert("1".to_owned());
        }
        for number in numbers(english) {
            assert!(in_korean.contains(&number), "{about}: {number} is missing");
        }
        let mut rest = korean.clone();
        for put_in in NAMES {
            assert_eq!(english.matches(put_in).count(), korean.matches(put_in).count(), "{about}: {put_in}");
            for behind in korean.split(put_in).skip(1) {
                let word: String = behind.chars().take_while(|c| c.is_alphanumeric()).collect();
                assert!(!PARTICLES.contains(&word.as_str()), "{about}: {put_in}{word}");
            }
            rest = rest.replace(put_in, "");
        }
        let is_worded = english.chars().any(|c| c.is_ascii_alphabetic());
        if is_worded && !WORDLESS.contains(&name.as_str()) {
            assert!(rest.contains(is_hangul), "{about}: not in Korean");
        }
    }
}

#[test]
fn every_sentence_of_the_page_says_the_same_in_korean() {
    assert_agree(&say(sentences::all()), "Msg<'a>", include_str!("../msg.rs"));
}

#[test]
fn every_sentence_written_ahead_says_the_same_in_korean() {
    assert_agree(&tell(told::argument()), "ArgumentMsg", include_str!("../argument.rs"));
    assert_agree(&tell(told::clock()), "ClockMsg<'a>", include_str!("../clock.rs"));
    assert_agree(&tell(pages::embed()), "EmbedMsg", include_str!("../embed.rs"));
    assert_agree(&tell(told::launches()), "LaunchesMsg<'a>", include_str!("../launches/mod.rs"));
    assert_agree(&tell(told::meetings()), "MeetingsMsg<'a>", include_str!("../meetings.rs"));
    assert_agree(&tell(pages::method()), "MethodMsg<'a>", include_str!("../method/mod.rs"));
    assert_agree(&tell(pages::page()), "PageMsg<'a>", include_str!("../page.rs"));
    assert_agree(&tell(told::promises()), "PromisesMsg<'a>", include_str!("../promises.rs"));
    assert_agree(&tell(told::readings()), "ReadingsMsg<'a>", include_str!("../readings.rs"));
    assert_agree(&tell(pages::share()), "ShareMsg", include_str!("../share.rs"));
    assert_agree(&tell(pages::take()), "TakeMsg<'a>", include_str!("../take.rs"));
}

#[test]
fn the_page_for_any_dossier_says_the_same_in_korean() {
    let both = |msg: OpenMsg| Said {
        name: name(&msg),
        english: Locale::En.say_open(msg).to_owned(),
        korean: Locale::Ko.say_open(msg).to_owned(),
    };
    let said: Vec<Said> = pages::open().into_iter().map(both).collect();
    assert_agree(&said, "OpenMsg", include_str!("../open.rs"));
    for Said { name, english, korean } in &said {
        // The page's program puts what happened into each of these, and takes the heading from before the bar.
        for part in ["{}", "|"] {
            assert_eq!(english.matches(part).count(), korean.matches(part).count(), "{name}: {part}");
        }
    }
}

/// The lead's sentence in both languages.
fn lead(on: &str, apart: usize, known: usize, unknown: usize) -> [String; 2] {
    let parts = [
        Msg::LeadBefore { on: day(on), apart },
        Msg::LeadCount { apart, known, unknown },
        Msg::LeadAfter { apart, unknown },
    ];
    [Locale::En, Locale::Ko].map(|locale| parts.iter().map(|part| locale.say(part.clone())).collect())
}

#[test]
fn what_is_unknown_is_never_counted_as_agreement() {
    assert_eq!(
        lead("2018-07-16", 7, 12, 0),
        [
            "On 16 July 2018 the two sides were apart on 7 of 12 issues.",
            "2018년 7월 16일, 양측 입장이 벌어진 쟁점은 12개 중 7개였다."
        ]
    );
    assert_eq!(
        lead("2005-09-19", 0, 1, 11),
        [
            "On 19 September 2005 the two sides were apart on 0 of the 1 issue known; 11 unknown.",
            "2005년 9월 19일, 알 수 있는 쟁점 1개 중 양측 입장이 벌어진 것은 없고, 11개는 알 수 없다."
        ]
    );
    assert_eq!(
        lead("2018-07-16", 3, 9, 3)[1],
        "2018년 7월 16일, 양측 입장이 벌어진 쟁점은 알 수 있는 9개 중 3개였고, 3개는 알 수 없다."
    );
    assert_eq!(
        lead("2018-07-16", 0, 12, 0),
        [
            "On 16 July 2018 the two sides were apart on 0 of 12 issues.",
            "2018년 7월 16일, 쟁점 12개 중 양측 입장이 벌어진 것은 없다."
        ]
    );
    let both = |msg: Msg<'_>| [Locale::En, Locale::Ko].map(|locale| locale.say(msg.clone()));
    assert_eq!(
        both(Msg::LeadRest { apart: 0, within: 1, met: 0 }),
        ["Known: 1 within reach.", "내역: 근접 1개."]
    );
    assert_eq!(
        both(Msg::LeadUnknown { on: day("1993-06-11") }),
        [
            "On 11 June 1993 no issue has positions of both sides on record.",
            "1993년 6월 11일, 양측 입장이 모두 기록된 쟁점은 없다."
        ]
    );
    // Known, and weighed 0.
    let on = day("2005-09-19");
    assert_eq!(
        both(Msg::Weighted { own: None, equal: Some((0, 17)), on }),
        [
            "With your weights no known issue counts on 19 September 2005. With equal weights: 0\u{2013}17%.",
            "2005년 9월 19일 전체 간극: 직접 정한 가중치로는 셈에 드는 쟁점이 없고, 같은 가중치로 0~17%."
        ]
    );
}

#[test]
fn days_of_launches_are_no_dates_in_korean() {
    use super::LaunchesMsg as Say;
    let name = "CNS/NTI";
    for (msg, words) in [
        (Say::InsideDays { name, days: 1 }, "이 기간 CNS/NTI 집계에서 발사한 날은 하루다: "),
        (Say::InsideDays { name, days: 3 }, "이 기간 CNS/NTI 집계에서 발사한 날은 3일이다: "),
        (Say::LeftOut { name, days: 1 }, "이 기간에 기록된 발사한 날 가운데 하루는 CNS/NTI 집계에 없다: "),
        (Say::LeftOut { name, days: 3 }, "이 기간에 기록된 발사한 날 가운데 3일은 CNS/NTI 집계에 없다: "),
        (Say::DayTable { days: 32 }, "표: 집계 기준과 관계없이 발사한 날 전체(32일)"),
        (
            Say::OtherDates { name, days: 1 },
            "날짜는 발사 현지 기준이다. CNS/NTI 집계는 자체 기준 시각을 따르므로 그중 하루의 날짜가 다르다.",
        ),
        (
            Say::WhyFirst { name, listed: 3, by_day: 3, counted: 31 },
            "CNS/NTI 집계를 먼저 보여 준다. 날짜별 그림의 3년 모두 발사일 목록이 있고, 집계한 해도 31년으로 가장 많기 때문이다.",
        ),
    ] {
        assert_eq!(msg.korean(), words);
    }
}

#[test]
fn what_korean_puts_in_brackets_stands_right_behind_the_word() {
    assert_eq!(["talks", &Locale::En.bracketed("2018")].concat(), "talks (2018)");
    assert_eq!(["회담", &Locale::Ko.bracketed("2018년")].concat(), "회담(2018년)");
}

#[test]
fn every_number_of_acts_is_grouped() {
    let acts = Msg::CompareActs { a: "A", b: "B", acts: [[1238, 1206, 1305, 1400], [1, 2, 3, 0]] };
    assert_eq!(
        Locale::En.say(acts.clone()),
        "On record here: 1,238 acts by A, 1,305 by B, 1,206 of both, 1,400 by others in the first period; 1 act by A, 3 by B, 2 of both in the second."
    );
    assert_eq!(
        Locale::Ko.say(acts),
        "여기 기록된 행동: 첫째 시기 A 1,238건, B 1,305건, 양측 1,206건, 제3자 1,400건. 둘째 시기 A 1건, B 3건, 양측 2건."
    );
}

#[test]
fn a_language_is_known_by_its_tag() {
    assert_eq!(Locale::ALL, [Locale::En, Locale::Ko]);
    for (tag, locale) in [
        ("en", Some(Locale::En)),
        ("ko", Some(Locale::Ko)),
        ("ko-KR", Some(Locale::Ko)),
        ("KO", Some(Locale::Ko)),
        ("kok", None),
        ("", None),
    ] {
        assert_eq!(Locale::of_tag(tag), locale, "{tag}");
    }
    for locale in Locale::ALL {
        assert_eq!(Locale::of_tag(locale.tag()), Some(*locale));
    }
}
