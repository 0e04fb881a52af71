//! Where in a text as it stands the words are that were found in it folded.

use std::ops::Range;

use super::fold::fold_into;
use super::pattern::Pattern;

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
    use crate::find::{fold, patterns};

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
        assert_eq!(marked("Stra\u{df}e", "rass"), "St[ra\u{df}]e");
        assert_eq!(marked("Ch\u{f6}e", "choe"), "[Ch\u{f6}e]");
        assert_eq!(marked("Cho\u{308}e", "cho"), "[Cho]\u{308}e");
        assert_eq!(marked("aaaaa", "aaaa aa"), "[aaaa]a");
        assert_eq!(
            marked("The \u{2018}new\u{2019} way, a new way", "\"new way\""),
            "The \u{2018}[new\u{2019} way], a [new way]"
        );
        assert_eq!(marked("At Punggye-ri\u{2019}s gate", "punggyeri gates"), "At [Punggye-ri]\u{2019}s gate");
        assert_eq!(marked("한국의 비핵화", "ㅂㅎ 한구"), "[한국]의 [비핵]화");
        assert_eq!(marked("제3차 북미 정상회담", "북미정상"), "제3차 [북미 정상]회담");
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
        fn marks_stand_on_boundaries_and_apart(text in "\\PC{0,30}", typed in "\\PC{0,6}") {
            let mut at = 0;
            for stretch in highlights(&text, &patterns(&typed)) {
                prop_assert!(stretch.start >= at && text.get(stretch.clone()).is_some_and(|part| !part.is_empty()));
                at = stretch.end;
            }
        }

        #[test]
        fn what_is_found_is_marked(text in "[a-cA-C\u{c0}-\u{ff}가-힣 ]{0,20}", typed in "[a-c가-힣 '\"-]{1,6}") {
            let found = patterns(&typed).iter().any(|pattern| pattern.is_in(&fold(&text)));
            prop_assert_eq!(found, !highlights(&text, &patterns(&typed)).is_empty());
        }
    }
}
