//! Korean particles whose form depends on the end of the word before them: "북한이", "미국은", "워싱턴을".

/// A particle by its two forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Josa {
    /// 은/는: what is spoken of.
    Topic,
    /// 이/가: who acts.
    Subject,
    /// 을/를: what is acted on.
    Object,
}

impl Josa {
    /// After a consonant, after a vowel, and where nobody can tell.
    fn forms(self) -> [&'static str; 3] {
        match self {
            Josa::Topic => ["은", "는", "은(는)"],
            Josa::Subject => ["이", "가", "이(가)"],
            Josa::Object => ["을", "를", "을(를)"],
        }
    }
}

/// The word with the particle in the form that fits it. What stands in brackets at its end is not read: "한국(ROK)은".
pub fn with(word: &str, josa: Josa) -> String {
    let [after_consonant, after_vowel, either] = josa.forms();
    let form = match last_read(word).and_then(ends_in_consonant) {
        Some(true) => after_consonant,
        Some(false) => after_vowel,
        None => either,
    };
    format!("{word}{form}")
}

/// The last character that is read aloud.
fn last_read(word: &str) -> Option<char> {
    let mut read = word.trim_end();
    while let Some(before) = read.strip_suffix([')', ']']).and_then(|inside| inside.rfind(['(', '['])) {
        match read.get(..before).map(str::trim_end) {
            Some(outside) if !outside.is_empty() => read = outside,
            // All of it stands in brackets, so that is what is read.
            _ => break,
        }
    }
    // A quotation mark or a full stop has no sound.
    read.chars().rfind(|c| c.is_alphanumeric() || *c == '%')
}

/// Whether it ends in a consonant when it is read; `None` where the letter does not tell, as in a foreign word in Latin letters.
fn ends_in_consonant(last: char) -> Option<bool> {
    match last {
        // The syllables stand in the order of their final consonants, 28 for each beginning; the first of them is none.
        '가'..='힣' => Some(!(u32::from(last) - u32::from('가')).is_multiple_of(28)),
        // 영, 일, 삼, 육, 칠, 팔; what ends in 0 ends in 십, 백, 천, 만 or 억.
        '0' | '1' | '3' | '6' | '7' | '8' => Some(true),
        // 이, 사, 오, 구, 퍼센트.
        '2' | '4' | '5' | '9' | '%' => Some(false),
        // Capitals are read by their names: 엘, 엠, 엔, 알.
        'L' | 'M' | 'N' | 'R' => Some(true),
        'A'..='Z' => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Josa, with};

    #[test]
    fn particles_fit_what_stands_before_them() {
        for (word, topic, subject, object) in [
            ("미국", "미국은", "미국이", "미국을"),
            ("트럼프", "트럼프는", "트럼프가", "트럼프를"),
            ("서울", "서울은", "서울이", "서울을"),
            ("38노스", "38노스는", "38노스가", "38노스를"),
            ("2018", "2018은", "2018이", "2018을"),
            ("12", "12는", "12가", "12를"),
            ("1,000", "1,000은", "1,000이", "1,000을"),
            ("25%", "25%는", "25%가", "25%를"),
            ("NTI", "NTI는", "NTI가", "NTI를"),
            ("ICBM", "ICBM은", "ICBM이", "ICBM을"),
            ("JCPOA(이란 핵합의)", "JCPOA(이란 핵합의)는", "JCPOA(이란 핵합의)가", "JCPOA(이란 핵합의)를"),
            ("한국 (ROK)", "한국 (ROK)은", "한국 (ROK)이", "한국 (ROK)을"),
            ("(평양)", "(평양)은", "(평양)이", "(평양)을"),
            (
                "\u{201c}새로운 길\u{201d}",
                "\u{201c}새로운 길\u{201d}은",
                "\u{201c}새로운 길\u{201d}이",
                "\u{201c}새로운 길\u{201d}을",
            ),
            ("Vox", "Vox은(는)", "Vox이(가)", "Vox을(를)"),
            ("", "은(는)", "이(가)", "을(를)"),
        ] {
            let found = [Josa::Topic, Josa::Subject, Josa::Object].map(|josa| with(word, josa));
            assert_eq!(found, [topic, subject, object]);
        }
    }
}
