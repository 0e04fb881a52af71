//! How wide a text will be, and where its lines break. Widths are estimates from a fixed table, so that the native build
//! and the browser lay out alike without measuring anything; they are those of Helvetica and Arial and a little more,
//! because readers' fonts differ.

/// Advance widths of the printable ASCII characters in thousandths of the font size (Helvetica's).
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
];

/// What readers' fonts take more than the table says.
const SLACK: f64 = 1.05;

/// How much wider bold letters are.
pub const BOLD: f64 = 1.09;

/// The character that stands for what was cut.
const ELLIPSIS: char = '\u{2026}';

/// The advance of one character in thousandths of the font size.
fn advance(c: char) -> u16 {
    match c {
        ' '..='~' => ASCII.get(c as usize - 32).copied().unwrap_or(556),
        '\u{0}'..='\u{1f}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{2066}'..='\u{2069}' => 0,
        '\u{a0}' | '\u{2009}' | '\u{202f}' => 278,
        '\u{2018}' | '\u{2019}' => 222,
        '\u{201c}' | '\u{201d}' => 333,
        '\u{2014}' | ELLIPSIS => 1000,
        '\u{a1}'..='\u{24f}' | '\u{2010}'..='\u{2013}' => 600,
        c if is_wide(c) => 1000,
        '\u{1f000}'..='\u{1faff}' => 1300,
        _ => 700,
    }
}

/// Hangul, Han, kana and full-width forms: as wide as the font is high.
fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a text has letters that run from right to left.
pub fn runs_backwards(text: &str) -> bool {
    let backwards = |letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    text.chars().any(backwards)
}

/// A text for the inside of a sentence of ours. One that runs from right to left is isolated, or it would turn round the numbers and signs
/// beside it; any other stays as it is.
pub fn isolated(text: &str) -> String {
    if runs_backwards(text) { ["\u{2068}", text, "\u{2069}"].concat() } else { text.to_owned() }
}

/// Han and kana break between any two characters; Hangul breaks at spaces, as Korean editors prefer.
fn breaks_anywhere(c: char) -> bool {
    is_wide(c) && !matches!(c, '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}')
}

/// The estimated width of one line of text in pixels, at a font size in pixels.
pub fn width(text: &str, size: f64) -> f64 {
    let thousandths: u64 = text.chars().map(|c| u64::from(advance(c))).sum();
    thousandths as f64 / 1000.0 * size * SLACK
}

/// A text broken into lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wrapped {
    /// The lines, none empty.
    pub lines: Vec<String>,
    /// The width of the widest line in pixels.
    pub width: f64,
    /// Whether something had to be left out; the last line, or a word too long for any, then ends with an ellipsis.
    pub cut: bool,
}

/// Pieces that stay together; the flag says whether a space goes before a piece when it continues a line.
fn pieces(text: &str) -> Vec<(bool, String)> {
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        let mut spaced = true;
        let mut piece = String::new();
        let mut rest = word.chars().peekable();
        while let Some(c) = rest.next() {
            // "Pukguksong-3" and "1994-95" stay together.
            let hyphen = matches!(c, '-' | '\u{2013}' | '/')
                && piece.chars().count() > 2
                && rest.peek().is_some_and(|next| next.is_alphabetic());
            if breaks_anywhere(c) && !piece.is_empty() {
                out.push((spaced, std::mem::take(&mut piece)));
                spaced = false;
            }
            piece.push(c);
            if breaks_anywhere(c) || hyphen {
                out.push((spaced, std::mem::take(&mut piece)));
                spaced = false;
            }
        }
        if !piece.is_empty() {
            out.push((spaced, piece));
        }
    }
    out
}

/// Cuts a line so that it fits with an ellipsis; at the end of a word where one fits.
fn shorten(line: &str, size: f64, max_width: f64) -> String {
    let room = max_width - width("\u{2026}", size);
    let mut used = 0.0;
    let mut end = 0;
    let mut word_end = 0;
    for (at, c) in line.char_indices() {
        used += width(c.encode_utf8(&mut [0; 4]), size);
        if used > room {
            break;
        }
        if c == ' ' {
            word_end = at;
        }
        end = at + c.len_utf8();
    }
    if end == line.len() || line.get(end..).is_some_and(|rest| rest.starts_with(' ')) {
        word_end = end;
    }
    let keep = if word_end > 0 { word_end } else { end };
    let kept = line.get(..keep).unwrap_or("").trim_end_matches([' ', ',', ':', ';', '.', '\u{2013}', '-']);
    format!("{kept}{ELLIPSIS}")
}

/// Breaks a text into at most `max_lines` lines of at most `max_width` pixels. Words stay whole; a word wider than a line,
/// and what the last line cannot hold, is cut with an ellipsis.
pub fn wrap(text: &str, size: f64, max_width: f64, max_lines: usize) -> Wrapped {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut cut = false;
    let mut rest = pieces(text).into_iter().peekable();
    while let Some((spaced, piece)) = rest.next() {
        let grown =
            if line.is_empty() || !spaced { format!("{line}{piece}") } else { format!("{line} {piece}") };
        if width(&grown, size) <= max_width {
            line = grown;
            continue;
        }
        if !line.is_empty() && lines.len() + 1 < max_lines {
            lines.push(std::mem::replace(&mut line, piece));
            if width(&line, size) <= max_width {
                continue;
            }
        } else {
            line = grown;
        }
        // Too wide for a line of its own, or no line is left.
        line = shorten(&line, size, max_width);
        cut = true;
        if lines.len() + 1 < max_lines && rest.peek().is_some() {
            lines.push(std::mem::take(&mut line));
        } else {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    let width = lines.iter().map(|line| width(line, size)).fold(0.0, f64::max);
    Wrapped { lines, width, cut }
}

/// Like [`wrap`], but with lines of about equal length: the narrowest block of that many lines. `None` where the text does
/// not fit whole.
pub fn balance(text: &str, size: f64, max_width: f64, lines: usize) -> Option<Wrapped> {
    // Measured once; trying a width is then a matter of sums.
    let measured: Vec<(bool, f64)> =
        pieces(text).into_iter().map(|(spaced, piece)| (spaced, width(&piece, size))).collect();
    let space = width(" ", size);
    let (mut count, mut high) = fill(&measured, space, max_width)?;
    if count > lines {
        return None;
    }
    let mut low = 0.0;
    while high - low > 1.0 {
        let middle = (low + high) / 2.0;
        match fill(&measured, space, middle) {
            Some((needed, widest)) if needed <= count => (count, high) = (needed, widest),
            _ => low = middle,
        }
    }
    // A hair more than measured, because the sums were taken in another order.
    let best = wrap(text, size, (high + 1e-6).min(max_width), count);
    if best.cut { Some(wrap(text, size, max_width, lines)).filter(|whole| !whole.cut) } else { Some(best) }
}

/// The lines that pieces fill at a width, and the widest of them; `None` where a piece is wider or there is none.
fn fill(measured: &[(bool, f64)], space: f64, max_width: f64) -> Option<(usize, f64)> {
    let (mut lines, mut line, mut widest) = (0, 0.0, 0.0f64);
    for (spaced, piece) in measured {
        if *piece > max_width {
            return None;
        }
        let grown = line + piece + if *spaced { space } else { 0.0 };
        if lines > 0 && grown <= max_width {
            line = grown;
        } else {
            lines += 1;
            line = *piece;
        }
        widest = widest.max(line);
    }
    (lines > 0).then_some((lines, widest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn wide_letters_are_wider() {
        assert!(width("WWW", 12.0) > 2.0 * width("iii", 12.0));
        assert_eq!(width("\u{d55c}\u{ad6d}", 10.0), 20.0 * SLACK);
        assert_eq!(width("", 12.0), 0.0);
    }

    #[test]
    fn words_stay_whole() {
        let wrapped = wrap("Hanoi summit ends without agreement", 12.0, 120.0, 3);
        assert_eq!(wrapped.lines, ["Hanoi summit ends", "without agreement"]);
        assert!(!wrapped.cut);
    }

    #[test]
    fn what_does_not_fit_ends_with_an_ellipsis_after_a_word() {
        let wrapped = wrap("Hanoi summit ends without agreement", 12.0, 120.0, 1);
        assert_eq!(
            (wrapped.lines.as_slice(), wrapped.cut),
            (["Hanoi summit\u{2026}".to_owned()].as_slice(), true)
        );
        let long = wrap("Donaudampfschifffahrtsgesellschaft meets", 12.0, 100.0, 2);
        assert!(long.cut && long.lines[0].ends_with(ELLIPSIS) && long.lines[1] == "meets", "{long:?}");
    }

    #[test]
    fn only_what_runs_backwards_is_isolated() {
        assert_eq!(isolated("Washington, 1994"), "Washington, 1994");
        // A byte order mark in the midst of a text is no letter; the last Arabic ligature before it is one.
        assert!(!runs_backwards("Washington\u{feff}, 1994") && runs_backwards("\u{fefc}"));
        assert_eq!(isolated("\u{645}\u{62d} 1"), "\u{2068}\u{645}\u{62d} 1\u{2069}");
        assert_eq!(width(&isolated("\u{645}"), 12.0), width("\u{645}", 12.0));
    }

    #[test]
    fn lines_are_balanced() {
        let text = "Choe Son Hui: ‘political dummy’ and ‘nuclear-to-nuclear showdown’";
        let two = balance(text, 12.0, 260.0, 2).unwrap();
        assert_eq!(two.lines.len(), 2);
        assert!((width(&two.lines[0], 12.0) - width(&two.lines[1], 12.0)).abs() < 50.0, "{two:?}");
        assert_eq!(balance(text, 12.0, 60.0, 2), None);
    }

    #[test]
    fn korean_breaks_at_spaces_and_chinese_anywhere() {
        let korean = wrap("조선민주주의 인민공화국", 12.0, 80.0, 2);
        assert_eq!(korean.lines, ["조선민주주의", "인민공화국"]);
        let chinese = wrap("朝鲜半岛无核化", 12.0, 52.0, 2);
        assert_eq!(chinese.lines, ["朝鲜半岛", "无核化"]);
    }

    proptest! {
        #[test]
        fn lines_fit_and_nothing_is_lost(text in "[a-zA-Z0-9 ,.가-힣-]{0,90}", size in 8.0..20.0f64, max in 0.0..400.0f64, lines in 1usize..5) {
            let wrapped = wrap(&text, size, max, lines);
            prop_assert!(wrapped.lines.len() <= lines);
            prop_assert!(wrapped.lines.iter().all(|line| !line.is_empty()));
            if max > 30.0 {
                prop_assert!(wrapped.width <= max + 1e-9);
            }
            if !wrapped.cut {
                let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
                prop_assert_eq!(squeeze(&wrapped.lines.concat()), squeeze(&text));
            }
            if let Some(balanced) = balance(&text, size, max, lines) {
                prop_assert!(balanced.lines.len() <= lines && balanced.width <= max + 1e-9 && !balanced.cut);
            }
        }
    }
}
