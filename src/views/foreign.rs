//! Single words of another language within a sentence, in letters of their own: marked, so that they are spoken and set as what they are.

use yew::prelude::*;

use super::words::Voice;
use crate::messages::Locale;
use crate::views::element::html;

/// A sentence in the reader's language, about something in the language `lang`: words in letters that the reader's language does not
/// use are marked as of that one.
pub fn with_words_in(voice: Voice, sentence: &str, lang: &str) -> Html {
    let Some(lang) = voice.foreign(lang) else { return sentence.into() };
    let part = |(is_foreign, part): (bool, &str)| {
        if is_foreign {
            html! { <span lang={lang.to_owned()}>{ part.to_owned() }</span> }
        } else {
            part.into()
        }
    };
    html! { <>{ for parts(voice.locale, sentence).into_iter().map(part) }</> }
}

/// Whether the reader's language is not written in this letter. Those below U+0370 are Latin, in which every language takes names; signs
/// and marks belong to no language.
fn is_foreign(locale: Locale, letter: char) -> bool {
    let sign = matches!(letter, '\u{2000}'..='\u{2e7f}' | '\u{3000}'..='\u{303f}');
    let hangul =
        matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}');
    letter >= '\u{370}' && !sign && !(hangul && locale.tag() == "ko")
}

/// A sentence as parts, each with whether it is foreign: words in foreign letters, with the spaces between them, and the rest.
fn parts(locale: Locale, sentence: &str) -> Vec<(bool, &str)> {
    let mut parts = Vec::new();
    // Where the part in hand begins, and behind the last foreign letter.
    let (mut start, mut end) = (0, 0);
    let mut inside = false;
    for (at, letter) in sentence.char_indices() {
        let foreign = is_foreign(locale, letter);
        if foreign != inside && letter != ' ' {
            let stop = if inside { end } else { at };
            parts.push((inside, &sentence[start..stop]));
            (start, inside) = (stop, foreign);
        }
        if foreign {
            end = at + letter.len_utf8();
        }
    }
    if inside {
        parts.push((true, &sentence[start..end]));
        start = end;
    }
    parts.push((false, &sentence[start..]));
    parts.retain(|(_, part)| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_other_letters_stand_apart() {
        let found = |sentence| parts(Locale::En, sentence);
        assert_eq!(found("Plain, caf\u{e9} and all."), [(false, "Plain, caf\u{e9} and all.")]);
        assert_eq!(
            found("It has \u{ad6d} \u{ad6d} (a state) and \u{645}\u{646}"),
            [
                (false, "It has "),
                (true, "\u{ad6d} \u{ad6d}"),
                (false, " (a state) and "),
                (true, "\u{645}\u{646}")
            ]
        );
        assert_eq!(found(""), []);
        assert_eq!(
            parts(Locale::Ko, "\u{ad6d} Reuters \u{645}"),
            [(false, "\u{ad6d} Reuters "), (true, "\u{645}")]
        );
    }
}
