//! Hangul as it is typed: syllables into jamo, jamo into the keys of a Korean keyboard, and conjoining jamo into syllables.

/// The consonants that can begin a syllable, in Unicode's order.
const INITIALS: [char; 19] = [
    'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ',
    'ㅍ', 'ㅎ',
];
/// The consonants that can end one, in Unicode's order, after "none".
const FINALS: [char; 27] = [
    'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ',
    'ㅄ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];
const FIRST: u32 = 0xac00;
const VOWELS: u32 = 21;
/// Syllables of one initial and one vowel: without a final, and with each.
const ENDINGS: u32 = 28;

/// Whether the character is a whole syllable.
pub(super) fn is_syllable(char: char) -> bool {
    ('\u{ac00}'..='\u{d7a3}').contains(&char)
}

/// Whether it is a consonant by itself, as typed.
pub(super) fn is_consonant(char: char) -> bool {
    ('\u{3131}'..='\u{314e}').contains(&char)
}

/// Whether it is Hangul of either kind.
pub(super) fn is_hangul(char: char) -> bool {
    is_syllable(char) || ('\u{3131}'..='\u{3163}').contains(&char)
}

/// The consonant a syllable begins with.
pub(super) fn initial(syllable: char) -> Option<char> {
    let index = u32::from(syllable).checked_sub(FIRST)? / (VOWELS * ENDINGS);
    INITIALS.get(index as usize).copied()
}

/// The keys that write a character, in order: three for 한 (ㅎ, ㅏ, ㄴ), four for 과 with a final. Anything but a syllable is
/// its own key.
pub(super) fn keys(char: char, out: &mut Vec<char>) {
    let Some(place) = u32::from(char).checked_sub(FIRST).filter(|_| is_syllable(char)) else {
        out.push(char);
        return;
    };
    out.extend(initial(char));
    let vowel = char::from_u32(0x314f + place / ENDINGS % VOWELS);
    let last = (place % ENDINGS).checked_sub(1).and_then(|index| FINALS.get(index as usize).copied());
    for jamo in [vowel, last].into_iter().flatten() {
        let (first, second) = halves(jamo);
        out.push(first);
        out.extend(second);
    }
}

/// The one or two keys that write a jamo.
pub(super) fn halves(jamo: char) -> (char, Option<char>) {
    let (first, second) = match jamo {
        'ㄳ' => ('ㄱ', 'ㅅ'),
        'ㄵ' => ('ㄴ', 'ㅈ'),
        'ㄶ' => ('ㄴ', 'ㅎ'),
        'ㄺ' => ('ㄹ', 'ㄱ'),
        'ㄻ' => ('ㄹ', 'ㅁ'),
        'ㄼ' => ('ㄹ', 'ㅂ'),
        'ㄽ' => ('ㄹ', 'ㅅ'),
        'ㄾ' => ('ㄹ', 'ㅌ'),
        'ㄿ' => ('ㄹ', 'ㅍ'),
        'ㅀ' => ('ㄹ', 'ㅎ'),
        'ㅄ' => ('ㅂ', 'ㅅ'),
        'ㅘ' => ('ㅗ', 'ㅏ'),
        'ㅙ' => ('ㅗ', 'ㅐ'),
        'ㅚ' => ('ㅗ', 'ㅣ'),
        'ㅝ' => ('ㅜ', 'ㅓ'),
        'ㅞ' => ('ㅜ', 'ㅔ'),
        'ㅟ' => ('ㅜ', 'ㅣ'),
        'ㅢ' => ('ㅡ', 'ㅣ'),
        _ => return (jamo, None),
    };
    (first, Some(second))
}

/// Whether a conjoining jamo may follow and become one with it.
pub(super) fn may_grow(char: char) -> bool {
    matches!(char, '\u{1100}'..='\u{1112}' | '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}')
        || is_syllable(char) && (u32::from(char) - FIRST).is_multiple_of(ENDINGS)
}

/// The syllable that a conjoining jamo makes of what stands before it.
pub(super) fn join(before: char, jamo: char) -> Option<char> {
    let (head, code) = (u32::from(before), u32::from(jamo));
    let joined = match (before, jamo) {
        ('\u{1100}'..='\u{1112}', '\u{1161}'..='\u{1175}') => {
            FIRST + ((head - 0x1100) * VOWELS + (code - 0x1161)) * ENDINGS
        }
        ('\u{ac00}'..='\u{d7a3}', '\u{11a8}'..='\u{11c2}') if may_grow(before) => head + (code - 0x11a7),
        _ => return None,
    };
    char::from_u32(joined)
}

/// A conjoining jamo that stands alone, as it is typed alone; anything else as it is.
pub(super) fn apart(char: char) -> char {
    let code = u32::from(char);
    let found = match char {
        '\u{1100}'..='\u{1112}' => INITIALS.get((code - 0x1100) as usize).copied(),
        '\u{1161}'..='\u{1175}' => char::from_u32(code - 0x1161 + 0x314f),
        '\u{11a8}'..='\u{11c2}' => FINALS.get((code - 0x11a8) as usize).copied(),
        _ => None,
    };
    found.unwrap_or(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_come_apart_into_keys() {
        for (syllable, wanted) in [
            ('한', "ㅎㅏㄴ"),
            ('하', "ㅎㅏ"),
            ('닭', "ㄷㅏㄹㄱ"),
            ('화', "ㅎㅗㅏ"),
            ('꿰', "ㄲㅜㅔ"),
            ('힣', "ㅎㅣㅎ"),
            ('x', "x"),
        ] {
            let mut found = Vec::new();
            keys(syllable, &mut found);
            assert_eq!(found, wanted.chars().collect::<Vec<_>>(), "{syllable}");
        }
        assert_eq!(initial('핵'), Some('ㅎ'));
        assert_eq!(initial('가'), Some('ㄱ'));
        assert_eq!(initial('x'), None);
    }

    #[test]
    fn every_syllable_is_made_of_its_jamo() {
        for code in 0xac00..=0xd7a3 {
            let syllable = char::from_u32(code).unwrap();
            let place = code - FIRST;
            let part = |first, index| char::from_u32(first + index).unwrap();
            let open = join(part(0x1100, place / 588), part(0x1161, place / 28 % 21)).unwrap();
            let made = match place % 28 {
                0 => open,
                last => join(open, part(0x11a7, last)).unwrap(),
            };
            assert_eq!(made, syllable);
        }
    }
}
