//! The words a reader looks for, and where they stand in a text.

use std::ops::Range;

use super::dates::{Said, holds, said};
use super::fold::fold;
use super::hangul;
use crate::dossier::date::Edtf;

/// One word that is looked for, or several that follow one another.
///
/// Words compare folded ([`fold`]), `-ise` as `-ize`. A word of up to three Latin letters or digits stands at the beginning of a word, a
/// longer one anywhere, and over a hyphen too: punggyeri in Punggye-ri. Hangul compares by syllable; the last syllable may be
/// unfinished, so that what is typed on the way to 한국 (ㅎ, 하, 한, 한ㄱ, 한구) finds it at every step; and a consonant by itself stands for any syllable
/// that begins with it (ㅂㅎㅎ finds 비핵화). Writers of Korean differ in where they set spaces, so a word of three syllables or more is
/// found with one space between any two of them too: 북미정상회담 in 북미 정상회담.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The folded characters; not empty. A space stands for one sign between words or more, a hyphen for any number.
    chars: Vec<char>,
    hangul: bool,
    /// Whether it stands at the beginning of a word only.
    begins: bool,
    /// Whether it stands at the end of one only.
    ends: bool,
    date: Said,
}

/// The words of what was typed. Those between quotation marks follow one another, as whole words once the second mark is there. Elsewhere
/// signs stand between words; but step-by-step, U.S., Hwasong-15, 북·미 and 2019-02-27 are one each.
pub fn patterns(typed: &str) -> Vec<Pattern> {
    let folded = fold(typed);
    let mut found = Vec::new();
    let mut stretches = folded.split('"').peekable();
    while let Some(stretch) = stretches.next() {
        for piece in
            stretch.split(|char| is_sign(char) && !matches!(char, '-' | '.' | '\'' | '\u{b7}' | '\u{318d}'))
        {
            // Jong-un stands as Jong Un in some papers, and its parts are words.
            let name = piece.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_digit())
                && piece.matches('-').count() == 1;
            for word in piece.split(|char| name && char == '-') {
                found.extend(
                    Pattern::of(word, '-').map(|word| Pattern { begins: word.begins || name, ..word }),
                );
            }
        }
        if let Some(mut quoted) = stretches.next().and_then(|quoted| Pattern::of(quoted, ' ')) {
            quoted.ends = stretches.peek().is_some();
            found.push(quoted);
        }
    }
    let mut before = Said::default();
    for pattern in &mut found {
        pattern.date = said(&pattern.chars.iter().collect::<String>(), &mut before);
    }
    // A number is a day only beside a month.
    if before[1] == 0 {
        found.iter_mut().for_each(|pattern| pattern.date[2] = 0);
    }
    found
}

impl Pattern {
    /// The words of a folded text, with this between them: a space where something must stand there, a hyphen where it need not.
    pub(super) fn of(text: &str, between: char) -> Option<Pattern> {
        let mut chars = Vec::new();
        let mut rest = text;
        loop {
            let word = rest.get(gap(rest)..).unwrap_or_default();
            let Some(char) = word.chars().next() else { break };
            if word.len() < rest.len() && !chars.is_empty() {
                chars.push(between);
            }
            chars.push(char);
            rest = word.strip_prefix(char).unwrap_or_default();
        }
        let short = chars.len() < 4 || between == ' ' || chars.contains(&'-');
        Some(Pattern {
            begins: short && chars.first()?.is_ascii(),
            ends: false,
            hangul: chars.iter().copied().any(hangul::is_hangul),
            date: Said::default(),
            chars,
        })
    }

    /// Whether a folded text has the word.
    pub fn is_in(&self, folded: &str) -> bool {
        self.find(folded, 0).is_some()
    }

    /// Whether the word says something of a date, and it holds of this one.
    pub(super) fn is_on(&self, date: &dyn Fn() -> Edtf) -> bool {
        self.date != Said::default() && holds(self.date, date())
    }

    /// The bytes of a folded text at which the word first stands, from a byte on. Linear in the text.
    pub fn find(&self, folded: &str, from: usize) -> Option<Range<usize>> {
        let first = *self.chars.first()?;
        let lead = *first.encode_utf8(&mut [0; 4]).as_bytes().first()?;
        // A byte with which Hangul may begin; none, where the word does not.
        let least = if hangul::is_hangul(first) { 0xe3 } else { 0xff };
        let bytes = folded.as_bytes();
        let is_latin =
            |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
        let mut at = from;
        loop {
            at += bytes.get(at..)?.iter().position(|byte| *byte == lead || *byte >= least)?;
            if !(self.begins && is_latin(at.checked_sub(1)))
                && let Some(length) = folded.get(at..).and_then(|rest| self.length_at(rest))
                && !(self.ends && is_latin(Some(at + length)))
            {
                return Some(at..at + length);
            }
            at += 1;
        }
    }

    /// How many bytes the word takes at the beginning of this text; `None` where it does not stand there.
    fn length_at(&self, text: &str) -> Option<usize> {
        let (last, before) = self.chars.split_last()?;
        // Of shorter words, or of consonants, parts of two words that only stand side by side would be found: 한국 in 중요한 국가.
        let may_part = |least: usize| {
            before.len() >= least && (!self.hangul || before.iter().copied().all(hangul::is_syllable))
        };
        let (parting, least) = if self.hangul { (' ', 2) } else { ('-', 3) };
        let next = |rest: &mut &str, least: usize| {
            let mut chars = rest.chars();
            let mut found = chars.next()?;
            if found == parting && rest.len() < text.len() && may_part(least) {
                found = chars.next()?;
            }
            *rest = chars.as_str();
            Some(found)
        };
        let mut rest = text;
        let mut prior = ' ';
        for wanted in before {
            if let ' ' | '-' = wanted {
                let gap = gap(rest);
                if gap == 0 && *wanted == ' ' {
                    return None;
                }
                rest = rest.get(gap..)?;
            } else if !same(prior, *wanted, next(&mut rest, least)?) {
                return None;
            }
            prior = *wanted;
        }
        let found = next(&mut rest, least)?;
        if !same(prior, *last, found) {
            if !hangul::is_syllable(*last) || !hangul::is_syllable(found) {
                return None;
            }
            // What is a final so far may become the next syllable's initial.
            let (mut typed, mut there) = (Vec::new(), Vec::new());
            hangul::keys(*last, &mut typed);
            hangul::keys(found, &mut there);
            if !there.starts_with(&typed) {
                // 북밎 is on the way to 북미 정상.
                hangul::keys(next(&mut rest, 1).filter(|next| hangul::is_syllable(*next))?, &mut there);
                if !there.starts_with(&typed) {
                    return None;
                }
            }
        }
        Some(text.len() - rest.len())
    }
}

/// Whether a typed character, behind another, stands for one of the text: itself, s for z in -ise and -yse, or as a consonant for any
/// syllable that begins with it.
fn same(prior: char, typed: char, found: char) -> bool {
    typed == found
        || matches!((prior, typed, found), ('i' | 'y', 's', 'z') | ('i' | 'y', 'z', 's'))
        || hangul::is_consonant(typed) && hangul::is_syllable(found) && hangul::initial(found) == Some(typed)
}

/// Whether a folded character is neither letter nor digit. What only other scripts have counts as a letter.
fn is_sign(char: char) -> bool {
    match char {
        '\0'..='\u{bf}' => !char.is_ascii_alphanumeric(),
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{30fb}' | '\u{318d}' => true,
        _ => false,
    }
}

/// How many bytes at the beginning of a folded text stand between words of one line: signs, and the s of a genitive.
fn gap(text: &str) -> usize {
    let mut rest = text;
    while let Some(sign) = rest.chars().next().filter(|char| *char != '\n' && is_sign(*char)) {
        let genitive = rest.strip_prefix("'s").filter(|after| !after.starts_with(|char| !is_sign(char)));
        rest = genitive.or(rest.strip_prefix(sign)).unwrap_or_default();
    }
    text.len() - rest.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn finds(typed: &str, text: &str) -> bool {
        let folded = fold(text);
        patterns(typed).iter().all(|pattern| pattern.is_in(&folded))
    }

    #[test]
    fn words_are_found_in_any_order_and_any_case() {
        assert!(finds("hanoi SUMMIT", "The summit of Hanoi"));
        assert!(finds("  six-party  ", "Six\u{2011}Party Talks"));
        assert!(finds("choe", "Ch\u{f6}e Son Hui"));
        assert!(finds("\u{2018}gangster", "a 'Gangster-like' demand"));
        assert!(!finds("hanoi geneva", "The summit of Hanoi"));
        assert!(finds("", "anything"));
    }

    #[test]
    fn short_words_begin_a_word() {
        for (typed, text) in [
            ("xi", "Xi in Beijing"),
            ("xi", "Xinhua"),
            ("ho", "Ri Yong-ho"),
            ("un", "the UN\u{2019}s"),
            ("12", "12 June"),
            ("15", "Hwasong-15"),
            ("3", "제3차"),
            ("us", "북US"),
            ("2월", "2019년 2월"),
            ("nuclear", "denuclearization"),
        ] {
            assert!(finds(typed, text), "{typed} in {text}");
        }
        for (typed, text) in [
            ("xi", "Mexico"),
            ("ho", "who"),
            ("deal", "ideal"),
            ("12", "2012"),
            ("7", "1997"),
            ("2월", "12월"),
            ("n", "un"),
        ] {
            assert_eq!(finds(typed, text), typed == "deal", "{typed} in {text}");
        }
    }

    #[test]
    fn signs_stand_between_words() {
        for (typed, text) in [
            ("Kim Jong-un", "Kim Jong Un"),
            ("Kim Jong Un", "Kim Jong-un"),
            ("Trump-Kim summit", "Kim and Trump at a summit"),
            ("Bolton, John", "John Bolton"),
            ("Trump/Kim (summit)", "Kim, Trump: summit."),
            ("(CVID)", "CVID"),
            ("CVID.", "of CVID and"),
            ("New Year\u{2019}s address", "the New Year address"),
            ("\"new year address\"", "his New Year\u{2019}s address"),
            ("\"new year's address\"", "a new year address"),
            ("war-games", "games of war"),
            ("step-by-step", "Step by step, then"),
            ("step by step", "step-by-step"),
            ("U.S.", "the US and"),
            ("US", "the U.S. and"),
            ("U.S.-North", "North of the U.S."),
            ("Hwasong-15", "a Hwasong 15"),
            ("Punggyeri", "Punggye-ri"),
            ("cooperation", "co-operation"),
            ("북·미", "북미 회담"),
            ("북·미 \u{300c}공동성명\u{300d}", "북미 정상의 공동성명에서"),
        ] {
            // US does not find U.S.: that would be a u and an s.
            assert_eq!(finds(typed, text), (typed, text) != ("US", "the U.S. and"), "{typed} in {text}");
        }
        for (typed, text) in [
            ("step-by-step", "by a step"),
            ("Hwasong-15", "Hwasong-14 and 15 others"),
            ("yong-ho", "Pyongyang hotel"),
            ("thenorth", "the north"),
            ("u.s.", "plus"),
        ] {
            assert!(!finds(typed, text), "{typed} in {text}");
        }
        for nothing in ["-", "\"\"", "'s", " , ", "\"", "\" - \""] {
            assert!(patterns(nothing).is_empty(), "{nothing}");
        }
    }

    #[test]
    fn words_between_quotation_marks_follow_one_another() {
        for typed in [
            "\"new way\"",
            "\u{201c}new way\u{201d}",
            "\u{300c}new way\u{300d}",
            "\u{ab}new way\u{bb}",
            "\"New-Way\"",
        ] {
            for (text, is_there) in [
                ("a new way.", true),
                ("a \u{2018}new\u{2019} way", true),
                ("a way anew", false),
                ("way new", false),
                ("new ways", false),
                ("anew way", false),
                ("newway", false),
                ("new\nway", true),
            ] {
                assert_eq!(finds(typed, text), is_there, "{typed} in {text:?}");
            }
        }
        // Until the second mark is typed, the last word may go on.
        assert!(finds("\"new wa", "new ways") && !finds("\"new wa\"", "new ways"));
        assert!(finds("talks \"new way\" hanoi", "Hanoi: talks of a new way"));
        assert!(finds("\"비핵화 협상\"", "비핵화 협상을") && !finds("\"비핵화 협상\"", "비핵화의 협상"));
        assert!(!patterns("\"titleword summary\"")[0].is_in("titleword\nsummary\n"), "no two texts");
    }

    #[test]
    fn british_and_american_spelling_are_one() {
        for (typed, text) in [
            ("denuclearisation", "denuclearization"),
            ("denuclearize", "to denuclearise"),
            ("normalis", "normalization"),
            ("analyze", "analyse"),
        ] {
            assert!(finds(typed, text), "{typed} in {text}");
        }
        assert!(!finds("zanctions", "sanctions") && !finds("prices", "prizez"));
    }

    #[test]
    fn hangul_is_found_while_it_is_typed() {
        for (word, steps) in [
            ("한국", ["ㅎ", "하", "한", "한ㄱ", "한구", "한국"].as_slice()),
            ("하나", &["ㅎ", "하", "한", "하나"]),
            (
                "비핵화",
                &["ㅂ", "비", "빟", "비해", "비핵", "비핵ㅎ", "비핵호", "비핵화", "ㅂㅎㅎ", "ㅎㅎ", "ㅂ핵ㅎ"],
            ),
            ("북한의 비핵화", &["북한 비핵", "부", "북하", "ㅂㅎ ㅂㅎㅎ"]),
            ("닭고기", &["달", "닭", "닭ㄱ"]),
            ("값싼", &["갑", "값", "ㄱㅆ"]),
            ("박수", &["ㅂㅅ", "ㅄ", "박", "박ㅅ", "밗"]),
        ] {
            for step in steps {
                assert!(finds(step, word), "{step} finds {word}");
            }
        }
    }

    #[test]
    fn hangul_is_compared_by_syllable() {
        for (typed, text) in [
            ("국", "구가"),
            ("한구", "하느구"),
            ("ㅎㅂㅎ", "비핵화"),
            ("하", "해"),
            ("비핵하", "비핵화"),
            ("나", "한아"),
            ("핵화", "비핵의 평화"),
        ] {
            // ㄱ of 국 may become the next initial: 구가 is on the way.
            assert_eq!(finds(typed, text), (typed, text) == ("국", "구가"), "{typed} in {text}");
        }
        assert!(!finds("한국", "하늘"));
        assert!(!finds("핵x", "해x"), "only the last syllable may be unfinished");
    }

    #[test]
    fn spaces_are_set_as_one_likes_in_hangul() {
        for (typed, text) in [
            ("북미정상회담", "북미 정상회담"),
            ("북미정상회담", "북미 정상 회담"),
            ("북미정상회", "북미 정상회담"),
            ("북미정상ㅎ", "북미 정상 회담"),
            ("북미저", "북미 정상"),
            ("북밎", "북미 정상"),
            ("한미연합훈련", "한미 연합훈련"),
            ("핵실험", "핵 실험"),
            ("핵실허", "핵 실험"),
        ] {
            assert!(finds(typed, text), "{typed} in {text}");
        }
        for (typed, text) in [
            ("북미정상회담", "북미  정상회담"),
            ("한국", "중요한 국가"),
            ("ㅂㅎㅎ", "북한 핵"),
            ("북미정상", "북미 정치"),
        ] {
            assert!(!finds(typed, text), "{typed} in {text}");
        }
    }

    /// Whether a word of Hangul stands in a text with every space where it was typed.
    fn finds_as_spaced(typed: &str, text: &str) -> bool {
        let keys = |chars: &[char]| {
            let mut keys = Vec::new();
            chars.iter().for_each(|char| hangul::keys(*char, &mut keys));
            keys
        };
        let (typed, text): (Vec<char>, Vec<char>) = (typed.chars().collect(), text.chars().collect());
        (0..text.len()).any(|at| {
            typed.len() <= text.len() - at && {
                let (last, there) = (typed.len() - 1, &text[at..]);
                let on_the_way = &there[last..there.len().min(last + 2)];
                (0..last).all(|place| same(' ', typed[place], there[place]))
                    && (same(' ', typed[last], there[last])
                        || on_the_way.iter().copied().all(hangul::is_syllable)
                            && hangul::is_syllable(typed[last])
                            && keys(on_the_way).starts_with(&keys(&typed[last..])))
            }
        })
    }

    #[test]
    fn text_that_came_apart_is_found_whole() {
        assert!(finds("한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"));
        assert!(finds("\u{1112}\u{1161}\u{11ab}", "한국"));
    }

    proptest! {
        #[test]
        fn a_text_has_each_of_its_own_words(text in "\\PC{0,30}") {
            prop_assert!(finds(&text, &text));
        }

        #[test]
        fn any_part_of_a_word_of_hangul_is_found(word in "[가-힣]{1,6}", skip in 0usize..6, keep in 1usize..6) {
            let part: String = word.chars().skip(skip % word.chars().count()).take(keep).collect();
            prop_assert!(finds(&part, &word), "{} in {}", part, word);
            let initials: String = part.chars().filter_map(hangul::initial).collect();
            prop_assert!(finds(&initials, &word), "{} in {}", initials, word);
        }

        #[test]
        fn a_word_of_hangul_is_found_with_spaces_in_it(word in "[가-힣]{3,6}", spaces in proptest::collection::vec(any::<bool>(), 6)) {
            let mut text = String::new();
            for (char, space) in word.chars().zip(spaces) {
                text.push(char);
                text.push_str(if space { " " } else { "" });
            }
            prop_assert!(finds(&word, &text), "{} in {}", word, text);
        }

        #[test]
        fn what_stands_as_it_was_typed_is_found(text in "[가나간ㄱ각 ]{0,12}", typed in "[가나간ㄱ각]{1,4}") {
            if finds_as_spaced(&typed, &text) {
                prop_assert!(finds(&typed, &text), "{} in {}", typed, text);
            }
        }

        #[test]
        fn plain_words_are_found_as_the_standard_library_finds_them(text in "[ab\u{e9}한]{0,20}", word in "[ab]{4,5}") {
            let folded = fold(&text);
            prop_assert_eq!(patterns(&word)[0].find(&folded, 0).map(|found| found.start), folded.find(&word));
        }
    }
}
