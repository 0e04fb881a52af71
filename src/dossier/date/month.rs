//! The months by their English names, as files, fields and sentences have them.

/// January to December.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month (1 to 12) of an English name in any case, whole or shortened to three letters or more, with a full stop or without.
pub fn month_named(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let begins = |month: &&str| month.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let named = ENGLISH_MONTHS.iter().zip(1..).find(|(month, _)| word.len() >= 3 && begins(month));
    named.map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_letters_name_a_month() {
        for (word, month) in [("January", 1), ("feb", 2), ("MAY", 5), ("Sept.", 9), ("december", 12)] {
            assert_eq!(month_named(word), Some(month), "{word}");
        }
        for word in ["", "ju", "mai", "junes", "f\u{e9}vrier"] {
            assert_eq!(month_named(word), None, "{word}");
        }
    }
}
