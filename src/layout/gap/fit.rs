//! How wide a text will be, near enough and rather too wide: fonts differ from reader to reader.

/// Estimated width of one line of sans-serif text in pixels, after the widest of the common system fonts.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(ems).sum();
    ems * size * if bold { 1.1 } else { 1.0 }
}

fn ems(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '\'' | '|' | '!' | '.' | ',' | ':' | ';' | '\u{2019}' | '\u{2018}' => 0.31,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '"' => 0.38,
        'm' | 'M' | 'W' | '%' | '\u{2026}' | '\u{2014}' => 0.95,
        'w' => 0.82,
        'A'..='Z' => 0.68,
        '\u{0300}'..='\u{036F}' | '\u{200B}'..='\u{200F}' => 0.0,
        _ if is_wide(letter) => 1.0,
        _ => 0.6,
    }
}

/// Letters as wide as they are high, between which a line may break.
fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FF60}' | '\u{1F300}'..='\u{1FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The text on one line of at most `width` pixels, shortened with an ellipsis where it must be.
pub fn fit(text: &str, width: f64, size: f64, bold: bool) -> String {
    if text_width(text, size, bold) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        let mut longer = kept.clone();
        longer.push(letter);
        longer.push('\u{2026}');
        if text_width(&longer, size, bold) > width {
            break;
        }
        kept.push(letter);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('\u{2026}');
    kept
}

/// The text on at most `lines` lines of at most `width` pixels, broken between words (between any two letters of scripts
/// that do so); the last line is shortened where the text is longer still.
pub fn wrap(text: &str, width: f64, size: f64, bold: bool, lines: usize) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    let pieces = pieces(text);
    for (index, piece) in pieces.iter().enumerate() {
        let longer = format!("{line}{piece}");
        if line.is_empty() || text_width(longer.trim_end(), size, bold) <= width {
            line = longer;
        } else if done.len() + 1 < lines {
            done.push(fit(line.trim_end(), width, size, bold));
            line = (*piece).to_owned();
        } else {
            line.extend(pieces.iter().skip(index).copied());
            break;
        }
    }
    done.push(fit(line.trim_end(), width, size, bold));
    done
}

/// Words with the space that follows them; wide letters one by one.
fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let breaks =
            (before.is_whitespace() && !letter.is_whitespace()) || is_wide(before) || is_wide(letter);
        if at > start && breaks {
            found.extend(text.get(start..at));
            start = at;
        }
        before = letter;
    }
    found.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn breaks_between_words_and_between_wide_letters() {
        assert_eq!(
            wrap("Hand over remains already collected", 130.0, 12.0, false, 2),
            ["Hand over remains", "already collected"]
        );
        assert_eq!(wrap("Nothing", 130.0, 12.0, false, 2), ["Nothing"]);
        assert_eq!(wrap("", 130.0, 12.0, false, 2), [""]);
        assert_eq!(wrap("한반도비핵화", 40.0, 12.0, false, 2), ["한반도", "비핵화"]);
        assert_eq!(wrap("one two three four", 50.0, 12.0, false, 2), ["one two", "three\u{2026}"]);
    }

    proptest! {
        #[test]
        fn never_wider_than_asked(text in "\\PC{0,60}", width in 20.0..300.0f64, lines in 1usize..4) {
            let wrapped = wrap(&text, width, 12.0, false, lines);
            prop_assert!(!wrapped.is_empty() && wrapped.len() <= lines);
            for line in wrapped {
                prop_assert!(text_width(&line, 12.0, false) <= width, "{:?}", line);
            }
        }
    }
}
