//! The address of a site, as it is typed.

/// The address of a site: what begins with it (canonical links, cards, the sitemap) is of use only where it is whole.
pub fn site_address(text: &str) -> Result<String, String> {
    let (scheme, rest) = text.split_once("://").unwrap_or_default();
    let is_web = ["https", "http"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    let rest = if is_web { rest } else { text.rsplit("://").next().unwrap_or_default() };
    let host = rest.split('/').next().unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let is_odd = |letter: char| letter.is_whitespace() || matches!(letter, '?' | '#');
    if !name.contains(char::is_alphanumeric) || text.contains(is_odd) {
        let wanted =
            "it names a host, perhaps a path, and nothing behind that: write it as https://example.org/talks";
        return Err(wanted.to_owned());
    }
    if is_web {
        return Ok(text.to_owned());
    }
    Err(format!("it begins with https:// or http://; write https://{rest}"))
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
}
