//! The form of ids, and their hash.

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

/// The 64-bit FNV-1a hash of an id (as a signed number, which [`sorted`](super::order::sorted) takes).
pub fn hash(id: &str) -> i64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    id.bytes().fold(0xcbf2_9ce4_8422_2325, mix).cast_signed()
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
    fn the_hash_is_that_of_the_standard() {
        // From the list that its authors published.
        assert_eq!(
            [hash(""), hash("a")].map(i64::cast_unsigned),
            [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c]
        );
        assert_eq!(hash("foobar").cast_unsigned(), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn ids_are_not_longer_than_a_file_can_be_named() {
        let longest = "a".repeat(LONGEST_ID);
        assert!(is_id(&longest) && !is_id(&format!("{longest}a")));
        assert!(id_advice(&format!("{longest}a")).contains(&format!("at most {LONGEST_ID} ")));
        assert!(id_advice("A").contains("lower-case"));
    }
}
