//! The address of a site, as it is typed.

use std::fmt::Write as _;

/// The address of a site: what begins with it (canonical links, cards, the sitemap) is of use only where it is whole. Letters of its path
/// that no address has are written as one has them: `%C3%A9`.
pub fn site_address(text: &str) -> Result<String, String> {
    let (scheme, rest) = text.split_once("://").unwrap_or_default();
    let is_web = ["https", "http"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    let rest = if is_web { rest } else { text.rsplit("://").next().unwrap_or_default() };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let is_odd = |letter: char| letter.is_whitespace() || matches!(letter, '?' | '#');
    if !name.contains(char::is_alphanumeric) || text.contains(is_odd) {
        let wanted =
            "it names a host, perhaps a path, and nothing behind that: write it as https://example.org/talks";
        return Err(wanted.to_owned());
    }
    if !name.is_ascii() {
        return Err(format!(
            "the host {name} has other letters than a to z: write it in its ASCII form (punycode), which begins with xn--"
        ));
    }
    if is_web {
        return Ok(format!("{scheme}://{host}{}", encoded(path)));
    }
    Err(format!("it begins with https:// or http://; write https://{rest}"))
}

/// A path with every byte that may not stand in one as `%` and two digits. What is written so already stays.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for (at, byte) in path.bytes().enumerate() {
        let digits = path.as_bytes().get(at + 1..at + 3);
        let is_done = byte == b'%' && digits.is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        if is_done || byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=:@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string never fails.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_on_the_web_is_one() {
        for address in ["https://example.org/talks", "http://localhost:8080/"] {
            assert_eq!(site_address(address).unwrap(), address);
        }
        for address in ["javascript:alert(1)", "example.org", "https://", "https://example.org/?x"] {
            assert!(site_address(address).is_err(), "{address}");
        }
    }

    #[test]
    fn a_path_is_encoded_once() {
        for (typed, address) in [
            ("https://example.org/\u{d68c}\u{b2f4}/", "https://example.org/%ED%9A%8C%EB%8B%B4/"),
            ("https://example.org/%ED%9A%8C%EB%8B%B4/", "https://example.org/%ED%9A%8C%EB%8B%B4/"),
            ("https://example.org/caf\u{e9}/%C3%a9", "https://example.org/caf%C3%A9/%C3%a9"),
            ("https://example.org/100%/a%2", "https://example.org/100%25/a%252"),
            ("https://example.org/~me/a(1),b;c=d&e\"<\\", "https://example.org/~me/a(1),b;c=d&e%22%3C%5C"),
        ] {
            assert_eq!(site_address(typed).unwrap(), address);
            assert_eq!(site_address(address).unwrap(), address, "twice");
        }
    }

    #[test]
    fn a_host_is_written_in_ascii() {
        for address in ["https://\u{d55c}.kr/", "https://b\u{fc}cher.example:8080/x"] {
            assert!(site_address(address).unwrap_err().contains("begins with xn--"), "{address}");
        }
        let address = "https://xn--bcher-kva.example:8080/x";
        assert_eq!(site_address(address).unwrap(), address);
    }
}
