//! The form of ids.

/// The most bytes of an id. It becomes the name of a file, with a word before it and an ending behind it, and file systems take 255.
pub const LONGEST_ID: usize = 100;

/// Whether a text can be an id: lower-case letters and digits of ASCII, single hyphens between them, not too many. It goes into addresses as
/// it is.
pub fn is_id(text: &str) -> bool {
    let letter = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.len() <= LONGEST_ID
        && text.split('-').all(|part| !part.is_empty() && part.as_bytes().iter().all(letter))
}

/// What to do about a text that cannot be an id.
pub fn id_advice(text: &str) -> &'static str {
    if text.len() > LONGEST_ID {
        "shorten it: an id has at most 100 letters, digits and hyphens"
    } else {
        "write lower-case letters, digits and single hyphens"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_letters_digits_and_single_hyphens() {
        for id in ["a", "2018-06-12-they-meet", "0"] {
            assert!(is_id(id), "{id}");
        }
        for other in ["", "-", "a-", "-a", "a--b", "A", "a b", "é", "a_b"] {
            assert!(!is_id(other), "{other}");
        }
    }

    #[test]
    fn ids_are_not_longer_than_a_file_can_be_named() {
        let longest = "a".repeat(LONGEST_ID);
        assert!(is_id(&longest) && !is_id(&format!("{longest}a")));
        assert!(id_advice(&format!("{longest}a")).contains(&format!("at most {LONGEST_ID} ")));
        assert!(id_advice("A").contains("lower-case"));
    }
}
