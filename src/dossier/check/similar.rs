//! "Did you mean": the known word nearest to a mistyped one.

/// The candidate that `word` is most likely a misspelling of, if any is near enough.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = word.chars().count();
    let allowed = length / 3;
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

/// The candidate of which `word` is a slip of the keyboard, if it is one of a single candidate: one sign wrong, two in a long word.
/// For words that say something: one that is merely like another may mean its opposite, as "started" and "stalled" do.
pub fn slip<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let allowed = match word.chars().count() {
        0..4 => 0,
        4..10 => 1,
        _ => 2,
    };
    let mut near = candidates
        .into_iter()
        .filter(|candidate| strsim::damerau_levenshtein(&word.to_lowercase(), candidate) <= allowed);
    near.next().filter(|_| near.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant_and_nothing_else() {
        let fields = ["id", "date", "title", "summary", "sources"];
        assert_eq!(nearest("sumary", fields), Some("summary"));
        assert_eq!(nearest("soruces", fields), Some("sources"));
        assert_eq!(nearest("colour", fields), None);
        assert_eq!(nearest("", fields), None);
    }

    #[test]
    fn words_of_meaning_are_not_guessed_by_their_letters() {
        let states = ["pledged", "begun", "partly", "done", "stalled", "reversed", "lapsed", "not-checked"];
        assert_eq!(slip("pledgd", states), Some("pledged"));
        assert_eq!(slip("Stalled", states), Some("stalled"));
        assert_eq!(slip("stalle", states), Some("stalled"));
        assert_eq!(slip("not checkd", states), Some("not-checked"));
        for other in ["started", "stopped", "gone", "don", "signed", ""] {
            assert_eq!(slip(other, states), if other == "gone" { Some("done") } else { None }, "{other}");
        }
        assert_eq!(slip("bate", ["bare", "base"]), None);
    }
}
