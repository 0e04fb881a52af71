//! Whether every language says every sentence, and says in it what the others say.

mod pages;
mod sentences;
mod told;

use std::collections::BTreeSet;
use std::fmt::Debug;

use super::{Locale, Msg, OpenMsg, Told};
use crate::dossier::date::Day;

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
    assert_eq!(sampled, variants(source, list), "{list}: a sentence has no sample");
    for Said { name, english, korean } in said {
        let about = format!("{list}::{name}: {english:?} / {korean:?}");
        assert_eq!(english.is_empty(), korean.is_empty(), "{about}");
        assert!(!korean.contains("  ") && korean.trim_start() == korean, "{about}");
        let in_korean = numbers(korean);
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
    assert_agree(&say(sentences::all()), "Msg<'a>", include_str!("../mod.rs"));
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
