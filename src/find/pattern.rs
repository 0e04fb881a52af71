//! The words a reader looks for, and where they stand in a text.

use std::ops::Range;

use super::fold::{fold, fold_into};
use super::hangul;

/// One word that is looked for, anywhere in a text.
///
/// Words compare folded ([`fold`]). Hangul compares by syllable; the last syllable may be unfinished, so that what is typed on
/// the way to 한국 (ㅎ, 하, 한, 한ㄱ, 한구) finds it at every step; and a consonant by itself stands for any syllable
/// that begins with it (ㅂㅎㅎ finds 비핵화). Writers of Korean differ in where they set spaces, so a word of three syllables or more is
/// found with one space between any two of them too: 북미정상회담 in 북미 정상회담.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The folded word; not empty.
    word: String,
    /// Its characters, where some are Hangul.
    hangul: Vec<char>,
}

/// The words of what was typed. Quotation marks stand around words and are none themselves.
pub fn patterns(typed: &str) -> Vec<Pattern> {
    fold(typed).split([' ', '"']).filter(|word| !word.is_empty()).map(Pattern::of).collect()
}

impl Pattern {
    fn of(word: &str) -> Pattern {
        let hangul = if word.chars().any(hangul::is_hangul) { word.chars().collect() } else { Vec::new() };
        Pattern { word: word.to_owned(), hangul }
    }

    /// Whether a folded text has the word.
    pub fn is_in(&self, folded: &str) -> bool {
        self.find(folded, 0).is_some()
    }

    /// The bytes of a folded text at which the word first stands, from a byte on. Linear in the text.
    pub fn find(&self, folded: &str, from: usize) -> Option<Range<usize>> {
        let rest = folded.get(from..)?;
        if self.hangul.is_empty() {
            let at = from + find_bytes(rest.as_bytes(), self.word.as_bytes())?;
            return Some(at..at + self.word.len());
        }
        rest.char_indices().find_map(|(at, _)| {
            let length = self.length_at(rest.get(at..)?)?;
            Some(from + at..from + at + length)
        })
    }

    /// How many bytes the word takes at the beginning of this text; `None` where it does not stand there.
    fn length_at(&self, text: &str) -> Option<usize> {
        let mut chars = text.chars();
        let mut length = 0;
        let (last, before) = self.hangul.split_last()?;
        // Of shorter words, or of consonants, parts of two words that only stand side by side would be found: 한국 in 중요한 국가.
        let may_part =
            |least: usize| before.len() >= least && before.iter().copied().all(hangul::is_syllable);
        let mut next = |least: usize| {
            let mut found = chars.next()?;
            if found == ' ' && length > 0 && may_part(least) {
                length += 1;
                found = chars.next()?;
            }
            length += found.len_utf8();
            Some((found, length))
        };
        for wanted in before {
            if !same(*wanted, next(2)?.0) {
                return None;
            }
        }
        let (found, length) = next(2)?;
        if same(*last, found) {
            return Some(length);
        }
        if !hangul::is_syllable(*last) || !hangul::is_syllable(found) {
            return None;
        }
        // What is a final so far may become the next syllable's initial.
        let (mut typed, mut there) = (Vec::new(), Vec::new());
        hangul::keys(*last, &mut typed);
        hangul::keys(found, &mut there);
        if !there.starts_with(&typed) {
            // 북밎 is on the way to 북미 정상.
            let (next, length) = next(1).filter(|(next, _)| hangul::is_syllable(*next))?;
            hangul::keys(next, &mut there);
            return there.starts_with(&typed).then_some(length);
        }
        Some(length)
    }
}

/// Whether a typed character stands for one of the text: itself, or as a consonant for any syllable that begins with it.
fn same(typed: char, found: char) -> bool {
    typed == found
        || hangul::is_consonant(typed) && hangul::is_syllable(found) && hangul::initial(found) == Some(typed)
}

/// Where one row of bytes first stands in another. Between valid UTF-8 texts that is a character boundary.
fn find_bytes(text: &[u8], word: &[u8]) -> Option<usize> {
    let first = *word.first()?;
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let found = at + rest.iter().position(|byte| *byte == first)?;
        if text.get(found..).is_some_and(|rest| rest.starts_with(word)) {
            return Some(found);
        }
        at = found + 1;
    }
    None
}

/// The stretches of a text at which any of the words stands, in order, apart from each other, on character boundaries.
pub fn highlights(text: &str, patterns: &[Pattern]) -> Vec<Range<usize>> {
    if patterns.is_empty() {
        return Vec::new();
    }
    let mut folded = String::with_capacity(text.len());
    // For each folded character where it ends, and the bytes it came from.
    let mut sources: Vec<(usize, Range<usize>)> = Vec::new();
    fold_into(text, &mut |found| {
        folded.push(found.char);
        sources.push((folded.len(), found.from..found.to));
    });
    // The characters of the folded text that some word covers.
    let mut covered = vec![false; sources.len()];
    for pattern in patterns {
        let mut at = 0;
        while let Some(found) = pattern.find(&folded, at) {
            let first = sources.partition_point(|(end, _)| *end <= found.start);
            for ((end, _), mark) in sources.iter().skip(first).zip(covered.iter_mut().skip(first)) {
                if *end > found.end {
                    break;
                }
                *mark = true;
            }
            at = found.end;
        }
    }
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let mut adjoins = false;
    for ((_, source), covered) in sources.iter().zip(covered) {
        match stretches.last_mut() {
            // A letter that folds to two is one source.
            Some(last) if covered && (adjoins || source.start < last.end) => last.end = source.end,
            _ if covered => stretches.push(source.clone()),
            _ => {}
        }
        adjoins = covered;
    }
    stretches
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
        assert_eq!(marked("제3차 북미 정상회담", "북미정상"), "제3차 [북미 정상]회담");
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
                (0..last).all(|place| same(typed[place], there[place]))
                    && (same(typed[last], there[last])
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

    fn marked(text: &str, typed: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        for stretch in highlights(text, &patterns(typed)) {
            out += &format!("{}[{}]", &text[at..stretch.start], &text[stretch.clone()]);
            at = stretch.end;
        }
        out + &text[at..]
    }

    #[test]
    fn what_was_found_is_marked_in_the_text_as_it_stands() {
        assert_eq!(marked("The Hanoi summit", "hanoi SUM"), "The [Hanoi] [sum]mit");
        assert_eq!(marked("Stra\u{df}e", "ras"), "St[ra\u{df}]e");
        assert_eq!(marked("Ch\u{f6}e", "choe"), "[Ch\u{f6}e]");
        assert_eq!(marked("Cho\u{308}e", "o"), "Ch[o]\u{308}e");
        assert_eq!(marked("aaaa", "aa a"), "[aaaa]");
        assert_eq!(marked("한국의 비핵화", "ㅂㅎ 한구"), "[한국]의 [비핵]화");
        assert_eq!(marked("nothing", ""), "nothing");
    }

    /// Where each find looked through the whole text again, this took minutes.
    #[test]
    fn a_long_text_with_many_finds_is_marked_at_once() {
        let found = highlights(&"a b ".repeat(60_000), &patterns("a"));
        assert_eq!(found, (0..60_000).map(|n| 4 * n..4 * n + 1).collect::<Vec<_>>());
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
        fn plain_words_are_found_as_the_standard_library_finds_them(text in "[ab\u{e9}한]{0,20}", word in "[ab]{1,3}") {
            let folded = fold(&text);
            prop_assert_eq!(Pattern::of(&word).find(&folded, 0).map(|found| found.start), folded.find(&word));
        }

        #[test]
        fn marks_stand_on_boundaries_and_apart(text in "\\PC{0,30}", typed in "\\PC{0,6}") {
            let mut at = 0;
            for stretch in highlights(&text, &patterns(&typed)) {
                prop_assert!(stretch.start >= at && text.get(stretch.clone()).is_some_and(|part| !part.is_empty()));
                at = stretch.end;
            }
        }

        #[test]
        fn what_is_found_is_marked(text in "[a-cA-C\u{c0}-\u{ff}가-힣 ]{0,20}", typed in "[a-c가-힣]{1,2}") {
            prop_assert_eq!(finds(&typed, &text), !highlights(&text, &patterns(&typed)).is_empty());
        }
    }
}
