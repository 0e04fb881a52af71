//! The form of ids.

/// Whether a text can be an id: lower-case letters and digits of ASCII, single hyphens between them. It goes into addresses as it is.
pub fn is_id(text: &str) -> bool {
    let letter = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.split('-').all(|part| !part.is_empty() && part.as_bytes().iter().all(letter))
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
}
