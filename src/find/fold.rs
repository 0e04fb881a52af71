//! Text as search compares it: lower case, without diacritics, half-width, Hangul composed, typographic quotes and dashes as
//! on a keyboard.
//!
//! Covered are Latin (all letters of European languages, Vietnamese, and the romanisations of Korean), Greek and Cyrillic;
//! letters of other scripts stay as they are. A table of a few hundred bytes does it: Unicode's own decompositions weigh tens
//! of kilobytes in the page, and would still leave `ø`, `ł` and `đ` alone.

use super::hangul;

/// A folded character and the bytes of the text it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Folded {
    /// The character.
    pub char: char,
    /// Where its source begins.
    pub from: usize,
    /// Where its source ends.
    pub to: usize,
}

/// The folded text. Folding it again changes nothing.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_onto(text, &mut out);
    out
}

/// Appends the folded text. Plain English, which most tables are in, is done without a look at each character's script.
pub(super) fn fold_onto(text: &str, out: &mut String) {
    if text.bytes().all(|byte| byte.is_ascii() && byte != b'`') {
        out.extend(text.bytes().map(|byte| match byte {
            b'\0' | b'\t'..=b'\r' => ' ',
            _ => char::from(byte.to_ascii_lowercase()),
        }));
    } else {
        fold_into(text, &mut |folded| out.push(folded.char));
    }
}

/// Folds character by character, in order; ranges lie on character boundaries and never run backwards.
pub(super) fn fold_into(text: &str, put: &mut dyn FnMut(Folded)) {
    // A syllable that the next character may still grow: text from some systems arrives with its jamo apart.
    let mut held: Option<Folded> = None;
    for (from, char) in text.char_indices() {
        let to = from + char.len_utf8();
        if is_dropped(char) {
            continue;
        }
        if let Some(grown) =
            held.and_then(|held| Some(Folded { char: hangul::join(held.char, char)?, from: held.from, to }))
        {
            held = Some(grown);
            continue;
        }
        let read = Folded { char, from, to };
        let (before, now) =
            if hangul::may_grow(char) { (held.replace(read), None) } else { (held.take(), Some(read)) };
        for whole in [before, now].into_iter().flatten() {
            put_plain(whole, put);
        }
    }
    if let Some(whole) = held {
        put_plain(whole, put);
    }
}

/// Puts one character without case, width and accents.
fn put_plain(whole: Folded, put: &mut dyn FnMut(Folded)) {
    for char in plain(hangul::apart(whole.char)) {
        if char != '\0' {
            put(Folded { char, ..whole });
        }
    }
}

/// Accents that stand on the letter before them, and signs without width.
fn is_dropped(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The base letters of `U+00C0` to `U+024F`; a capital stands for two letters (see [`pair`]), a point for "as it is".
const LATIN: &[u8; 400] = b"aaaaaaEceeeeiiiidnooooo.ouuuuyTSaaaaaaEceeeeiiiidnooooo.ouuuuyTy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiJJjjkkklllllll\
lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
bb.....................i........oo.............uu....zz.........\
....ZZZLLLNNNaaiioouuuuuuuuuu.aaaaEEggggkkoooo..jDDDgg..nnaaEEoo\
aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy...j........\
...b............";

/// The base letters of `U+1E00` to `U+1EFF`, in the same way.
const LATIN_MORE: &[u8; 256] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwy.s..S.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// The letters of `U+FB00` to `U+FB06`.
const LIGATURES: [[u8; 3]; 7] = [*b"ff\0", *b"fi\0", *b"fl\0", *b"ffi", *b"ffl", *b"st\0", *b"st\0"];

/// The two letters that a capital of the tables stands for.
fn pair(code: u8) -> [char; 2] {
    match code {
        b'E' => ['a', 'e'],
        b'O' => ['o', 'e'],
        b'S' => ['s', 's'],
        b'T' => ['t', 'h'],
        b'J' => ['i', 'j'],
        b'L' => ['l', 'j'],
        b'N' => ['n', 'j'],
        _ => ['d', 'z'],
    }
}

/// One character without case, width and accents: one to three characters, the rest `\0`.
fn plain(char: char) -> [char; 3] {
    let one = |char| [char, '\0', '\0'];
    let code = u32::from(char);
    let from_table = |table: &[u8], first: u32| match table.get((code - first) as usize) {
        Some(b'.') | None => one(char),
        Some(letter) if letter.is_ascii_lowercase() => one(char::from(*letter)),
        Some(letter) => {
            let [first, second] = pair(*letter);
            [first, second, '\0']
        }
    };
    match char {
        '\0' => one(' '),
        'A'..='Z' => one(char.to_ascii_lowercase()),
        '\u{1}'..='\u{7f}' if !char.is_whitespace() => one(char),
        '\u{ff01}'..='\u{ff5e}' => plain(char::from_u32(code - 0xfee0).unwrap_or(char)),
        '\u{c0}'..='\u{24f}' => from_table(LATIN, 0xc0),
        '\u{1e00}'..='\u{1eff}' => from_table(LATIN_MORE, 0x1e00),
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2b9}'..='\u{2bc}' | '`' | '\u{b4}' => one('\''),
        // Those of Chinese and Korean too.
        '\u{201c}'..='\u{201f}'
        | '\u{2033}'
        | '\u{ab}'
        | '\u{bb}'
        | '\u{3008}'..='\u{300f}'
        | '\u{301d}'..='\u{301f}' => one('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => one('-'),
        '\u{2026}' => ['.', '.', '.'],
        // Ligatures, which copied text has in place of their letters: ff, fi, fl, ffi, ffl, st, st.
        '\u{fb00}'..='\u{fb06}' => {
            let letters = LIGATURES.get((code - 0xfb00) as usize).copied().unwrap_or_default();
            letters.map(char::from)
        }
        // Keyboards join two consonants typed one after the other.
        '\u{3131}'..='\u{314e}' => {
            let (first, second) = hangul::halves(char);
            [first, second.unwrap_or_default(), '\0']
        }
        _ if char.is_whitespace() => one(' '),
        _ => one(greek_or_cyrillic(char)),
    }
}

/// Lower case and base letter in Greek and Cyrillic; any other character as it is.
fn greek_or_cyrillic(char: char) -> char {
    let moved = |by: u32| char::from_u32(u32::from(char) + by).unwrap_or(char);
    let lower = match char {
        '\u{391}'..='\u{3a9}' | '\u{410}'..='\u{42f}' => moved(32),
        '\u{400}'..='\u{40f}' => moved(80),
        _ => char,
    };
    match lower {
        '\u{386}' | '\u{3ac}' => '\u{3b1}',
        '\u{388}' | '\u{3ad}' => '\u{3b5}',
        '\u{389}' | '\u{3ae}' => '\u{3b7}',
        '\u{38a}' | '\u{390}' | '\u{3aa}' | '\u{3af}' | '\u{3ca}' => '\u{3b9}',
        '\u{38c}' | '\u{3cc}' => '\u{3bf}',
        '\u{38e}' | '\u{3ab}' | '\u{3b0}' | '\u{3cb}' | '\u{3cd}' => '\u{3c5}',
        '\u{38f}' | '\u{3ce}' => '\u{3c9}',
        '\u{3c2}' => '\u{3c3}',
        '\u{439}' | '\u{45d}' => '\u{438}',
        '\u{450}' | '\u{451}' => '\u{435}',
        '\u{457}' => '\u{456}',
        '\u{453}' => '\u{433}',
        '\u{45c}' => '\u{43a}',
        '\u{45e}' => '\u{443}',
        _ => lower,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_accents_width_and_typography_fold() {
        for (text, folded) in [
            ("Kim Jong-Un", "kim jong-un"),
            ("Ch\u{f6}e S\u{14f}n-h\u{16d}i", "choe son-hui"),
            ("Cho\u{308}e", "choe"),
            ("\u{c6}r\u{f8} \u{141}\u{f3}d\u{17a} Stra\u{df}e", "aero lodz strasse"),
            ("Vi\u{1ec7}t Nam, \u{110}\u{e0} N\u{1eb5}ng", "viet nam, da nang"),
            ("\u{ff2b}\u{ff23}\u{ff2e}\u{ff21}\u{3000}\u{ff12}\u{ff10}\u{ff11}\u{ff18}", "kcna 2018"),
            ("\u{300c}all\u{300d} \u{300a}or\u{300b}", "\"all\" \"or\""),
            ("\u{201c}all\u{201d} \u{2018}or\u{2019} 12\u{2013}14\u{2026}", "\"all\" 'or' 12-14..."),
            (
                "\u{394}\u{3ae}\u{3bb}\u{3c9}\u{3c3}\u{3b7}\u{3c2}",
                "\u{3b4}\u{3b7}\u{3bb}\u{3c9}\u{3c3}\u{3b7}\u{3c3}",
            ),
            ("\u{411}\u{41e}\u{419}\u{401}", "\u{431}\u{43e}\u{438}\u{435}"),
            ("\u{fb01}rst o\u{fb03}cial sta\u{fb00}", "first official staff"),
            ("\u{fb02}oor ba\u{fb04}ed \u{fb05}one a\u{fb06}", "floor baffled stone ast"),
            ("de\u{ad}nuclear\u{200b}ization", "denuclearization"),
            ("\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}", "\u{d55c}\u{ad6d}"),
            ("\u{d558}\u{11ab}", "\u{d55c}"),
            ("\u{1107} \u{1112}", "\u{3142} \u{314e}"),
            ("\u{5317}\u{671d}\u{9bae} \u{ac15}\u{acbd}", "\u{5317}\u{671d}\u{9bae} \u{ac15}\u{acbd}"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    /// Texts of all that folding touches, and of everything else.
    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(
            prop_oneof![
                any::<char>(),
                prop::char::range('\u{0}', '\u{24f}'),
                prop::char::range('\u{300}', '\u{460}'),
                prop::char::range('\u{1100}', '\u{11ff}'),
                prop::char::range('\u{1e00}', '\u{2060}'),
                prop::char::range('\u{3130}', '\u{3163}'),
                prop::char::range('\u{ac00}', '\u{d7a3}'),
                prop::char::range('\u{fb00}', '\u{fb06}'),
                prop::char::range('\u{ff00}', '\u{ffef}'),
            ],
            0..24,
        )
        .prop_map(|chars| chars.into_iter().collect())
    }

    proptest! {
        #[test]
        fn plain_english_is_folded_as_any_text(text in "[\\x00-\\x7f]{0,40}") {
            let mut slowly = String::new();
            fold_into(&text, &mut |folded| slowly.push(folded.char));
            prop_assert_eq!(fold(&text), slowly);
        }

        #[test]
        fn folding_twice_is_folding_once(text in text()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn case_does_not_matter(text in "[ -~\u{c0}-\u{148}\u{14a}-\u{17e}\u{3b1}-\u{3c9}\u{430}-\u{44f}]{0,20}") {
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
        }

        #[test]
        fn ranges_stand_on_boundaries_and_in_order(text in text()) {
            let mut before = (0, 0);
            let mut seen = Vec::new();
            fold_into(&text, &mut |folded| seen.push(folded));
            for folded in seen {
                prop_assert!(text.get(folded.from..folded.to).is_some_and(|source| !source.is_empty()));
                let place = (folded.from, folded.to);
                prop_assert!(place == before || folded.from >= before.1);
                before = place;
            }
        }
    }
}
