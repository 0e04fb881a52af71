//! The words of other people's tables for what a dossier has fixed lists of: kinds, lanes, levels, weights, confidence.

use crate::dossier::model::{EventKind, Lane, Level};
use crate::find::fold;

/// What a word was understood as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// It is the dossier's own.
    Own(&'static str),
    /// It is another word for it.
    Like(&'static str),
}

/// Other words for kinds of events. Only those that can mean one kind alone.
const KINDS: [(&str, &str); 45] = [
    ("summit meeting", "summit"),
    ("leaders meeting", "summit"),
    ("talk", "talks"),
    ("meeting", "talks"),
    ("meetings", "talks"),
    ("negotiation", "talks"),
    ("negotiations", "talks"),
    ("round of talks", "talks"),
    ("consultation", "talks"),
    ("consultations", "talks"),
    ("treaty", "agreement"),
    ("accord", "agreement"),
    ("deal", "agreement"),
    ("pact", "agreement"),
    ("joint declaration", "agreement"),
    ("joint statement", "agreement"),
    ("memorandum of understanding", "agreement"),
    ("ceasefire agreement", "agreement"),
    ("statements", "statement"),
    ("speech", "statement"),
    ("remarks", "statement"),
    ("press release", "statement"),
    ("press conference", "statement"),
    ("interview", "statement"),
    ("letter", "statement"),
    ("tweet", "statement"),
    ("sanction", "sanctions"),
    ("embargo", "sanctions"),
    ("exercises", "exercise"),
    ("military exercise", "exercise"),
    ("drill", "exercise"),
    ("drills", "exercise"),
    ("missile launch", "missile-test"),
    ("missile", "missile-test"),
    ("launch", "missile-test"),
    ("nuclear", "nuclear-test"),
    ("military action", "military"),
    ("air strike", "military"),
    ("airstrike", "military"),
    ("troops", "military"),
    ("humanitarian aid", "humanitarian"),
    ("aid", "humanitarian"),
    ("prisoner exchange", "humanitarian"),
    ("domestic politics", "domestic"),
    ("election", "domestic"),
];

/// Other words for lanes.
const LANES: [(&str, &str); 8] = [
    ("side a", "a"),
    ("side b", "b"),
    ("joint", "both"),
    ("common", "both"),
    ("both sides", "both"),
    ("others", "other"),
    ("third party", "other"),
    ("third parties", "other"),
];

/// Other words for levels.
const LEVELS: [(&str, &str); 12] = [
    ("experts", "technical"),
    ("expert", "technical"),
    ("officials", "working"),
    ("working level", "working"),
    ("working group", "working"),
    ("envoy", "envoys"),
    ("special envoys", "envoys"),
    ("minister", "ministers"),
    ("ministerial", "ministers"),
    ("foreign ministers", "ministers"),
    ("leader", "leaders"),
    ("heads of state", "leaders"),
];

/// Other words for weights.
const WEIGHTS: [(&str, &str); 9] = [
    ("high", "3"),
    ("major", "3"),
    ("key", "3"),
    ("medium", "2"),
    ("important", "2"),
    ("normal", "2"),
    ("low", "1"),
    ("minor", "1"),
    ("detail", "1"),
];

/// The kind of event that a text names.
pub fn kind(text: &str) -> Option<Word> {
    known(text, EventKind::NAMED.iter().map(|(_, name)| *name), &KINDS)
}

/// The lane that a text names.
pub fn lane(text: &str) -> Option<Word> {
    known(text, [Lane::A, Lane::B, Lane::Both, Lane::Other].into_iter().map(Lane::name), &LANES)
}

/// The level that a text names.
pub fn level(text: &str) -> Option<Word> {
    known(text, Level::NAMED.iter().map(|(_, name)| *name), &LEVELS)
}

/// The weight that a text names.
pub fn weight(text: &str) -> Option<Word> {
    known(text, ["1", "2", "3"].into_iter(), &WEIGHTS)
}

/// The confidence that a text names.
pub fn confidence(text: &str) -> Option<Word> {
    known(
        text,
        ["high", "medium", "low"].into_iter(),
        &[("sure", "high"), ("certain", "high"), ("unsure", "low")],
    )
}

/// The kind of source that a text names.
pub fn source_kind(text: &str) -> Option<Word> {
    known(text, ["primary", "press", "scholarly", "reference"].into_iter(), &[])
}

/// The tier of a source that a text names.
pub fn tier(text: &str) -> Option<Word> {
    known(text, ["A", "B", "C"].into_iter(), &[])
}

fn known(
    text: &str,
    mut own: impl Iterator<Item = &'static str>,
    like: &[(&'static str, &'static str)],
) -> Option<Word> {
    let plain = spaced(text);
    if let Some(name) = own.find(|name| spaced(name) == plain) {
        return Some(Word::Own(name));
    }
    like.iter().find(|(word, _)| *word == plain).map(|(_, name)| Word::Like(name))
}

/// Folded, with one blank between its words whatever stood there: `missile-test` and `Missile_Test` are one.
pub fn spaced(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_dossiers_or_stand_for_one() {
        assert_eq!(kind("Missile_Test"), Some(Word::Own("missile-test")));
        assert_eq!(kind(" MEETING "), Some(Word::Like("talks")));
        assert_eq!(kind("dance"), None);
        assert_eq!(lane("Both"), Some(Word::Own("both")));
        assert_eq!(weight("major"), Some(Word::Like("3")));
        assert_eq!(level(""), None);
    }

    #[test]
    fn every_other_word_stands_for_one_that_there_is() {
        let own = |word: &str, of: fn(&str) -> Option<Word>| matches!(of(word), Some(Word::Own(_)));
        assert!(KINDS.iter().all(|(word, name)| own(name, kind) && spaced(word) == *word));
        assert!(LANES.iter().all(|(word, name)| own(name, lane) && spaced(word) == *word));
        assert!(LEVELS.iter().all(|(word, name)| own(name, level) && spaced(word) == *word));
        assert!(WEIGHTS.iter().all(|(word, name)| own(name, weight) && spaced(word) == *word));
    }
}
