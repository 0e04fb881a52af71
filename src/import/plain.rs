//! HTML as plain text: what a reader would see of it, and where its links lead. No tag is kept; a dossier has none.

use crate::dossier::text::is_unwritable;

/// A text without its HTML.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// What a reader would see.
    pub text: String,
    /// The addresses of its links, in order.
    pub links: Vec<String>,
    /// Whether there was any HTML.
    pub changed: bool,
    /// Whether a part was left out as a whole: a script, a picture, a frame.
    pub dropped: bool,
}

/// Elements that stand within a line.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
    "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "u", "wbr",
];

/// Elements that begin a line of their own.
const BLOCK: [&str; 30] = [
    "article",
    "blockquote",
    "body",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];

/// Elements that a text cannot show; of the first four the content goes too.
const DROPPED: [&str; 16] = [
    "script", "style", "template", "title", "audio", "button", "canvas", "embed", "form", "iframe", "img",
    "input", "object", "svg", "video", "source",
];

/// How many of [`DROPPED`] take their content with them.
const WITH_CONTENT: usize = 4;

/// Reduces a text. Signs that only look like HTML, as in `a < b`, stay.
pub fn reduce(text: &str) -> Plain {
    let mut plain = Plain::default();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        plain.text.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let taken = if rest.starts_with('<') { plain.tag(rest) } else { plain.entity(rest) };
        let taken = taken.unwrap_or_else(|| {
            plain.text.push_str(rest.get(..1).unwrap_or_default());
            1
        });
        rest = rest.get(taken..).unwrap_or_default();
    }
    plain.text.push_str(rest);
    if plain.changed {
        plain.text = tidy(&plain.text);
    }
    plain
}

impl Plain {
    /// Reads a tag or a comment at the beginning of `rest`; gives its length, with its content where that goes too.
    fn tag(&mut self, rest: &str) -> Option<usize> {
        if rest.starts_with("<!--") {
            self.changed = true;
            return Some(rest.find("-->").map_or(rest.len(), |end| end + 3));
        }
        let body = rest.get(1..)?;
        let closes = body.starts_with('/');
        let name_at = usize::from(closes);
        let length = body.get(name_at..)?.find(|c: char| !c.is_ascii_alphanumeric())?;
        let name = body.get(name_at..name_at + length)?.to_ascii_lowercase();
        let end = tag_end(rest)?;
        let attributes = rest.get(1 + name_at + length..end - 1).unwrap_or_default();
        let dropped = DROPPED.iter().position(|known| *known == name);
        let block = BLOCK.contains(&name.as_str());
        if !block && dropped.is_none() && !INLINE.contains(&name.as_str()) && name != "td" && name != "th" {
            return None;
        }
        self.changed = true;
        if block || dropped.is_some() {
            self.text.push('\n');
        } else if name == "td" || name == "th" {
            self.text.push(' ');
        }
        if name == "a" && !closes {
            self.links.extend(attribute(attributes, "href"));
        }
        let Some(dropped) = dropped.filter(|_| !closes) else { return Some(end) };
        self.dropped = true;
        if dropped >= WITH_CONTENT {
            return Some(end);
        }
        let after = rest.get(end..).unwrap_or_default().to_ascii_lowercase();
        let close = after.find(&format!("</{name}"));
        Some(close.map_or(rest.len(), |close| end + close))
    }

    /// Reads an entity such as `&amp;` at the beginning of `rest`; gives its length.
    fn entity(&mut self, rest: &str) -> Option<usize> {
        let end = rest.bytes().take(12).position(|byte| byte == b';')?;
        let sign = entity(rest.get(1..end)?)?;
        self.changed = true;
        self.text.push(sign);
        Some(end + 1)
    }
}

/// Behind the `>` that ends a tag; those in quotes do not.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return Some(at + 1),
            (None, b'<') if at > 0 => return None,
            (None, _) => {}
        }
    }
    None
}

/// The value of an attribute, its entities read.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let at = lower.match_indices(name).find_map(|(at, _)| {
        let before = lower.get(..at)?.chars().next_back();
        let after = lower.get(at + name.len()..)?;
        let equals = after.trim_start().starts_with('=');
        let alone = before.is_none_or(|c| c.is_whitespace() || c == '"' || c == '\'');
        (equals && alone).then_some(at + name.len())
    })?;
    let value = attributes.get(at..)?.trim_start().strip_prefix('=')?.trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next()?,
        _ => value.split_whitespace().next()?,
    };
    let mut read = Plain::default();
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        read.text.push_str(rest.get(..at)?);
        rest = rest.get(at..)?;
        let taken = read.entity(rest);
        if taken.is_none() {
            read.text.push('&');
        }
        rest = rest.get(taken.unwrap_or(1)..)?;
    }
    read.text.push_str(rest);
    Some(read.text.trim().to_owned()).filter(|value| !value.is_empty())
}

/// The sign of an entity; `None` for those that no text needs.
fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code)
            .filter(|sign| *sign == '\n' || !sign.is_control() && !is_unwritable(*sign));
    }
    const NAMED: [(&str, char); 24] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ndash", '\u{2013}'),
        ("mdash", '\u{2014}'),
        ("lsquo", '\u{2018}'),
        ("rsquo", '\u{2019}'),
        ("ldquo", '\u{201c}'),
        ("rdquo", '\u{201d}'),
        ("hellip", '\u{2026}'),
        ("eacute", '\u{e9}'),
        ("egrave", '\u{e8}'),
        ("agrave", '\u{e0}'),
        ("ccedil", '\u{e7}'),
        ("auml", '\u{e4}'),
        ("ouml", '\u{f6}'),
        ("uuml", '\u{fc}'),
        ("szlig", '\u{df}'),
        ("copy", '\u{a9}'),
        ("middot", '\u{b7}'),
        ("bull", '\u{2022}'),
    ];
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign)
}

/// Runs of blanks as one, and no line in which nothing stands.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_what_a_reader_would_see() {
        let text = |html: &str| reduce(html).text;
        assert_eq!(text("<p>They <b>met</b> in&nbsp;Oslo.</p><p>Again.</p>"), "They met in Oslo.\nAgain.");
        assert_eq!(text("One<br/>two<!-- no -->"), "One\ntwo");
        assert_eq!(text("a <script>alert('x < y')</script>b<style>p{}</style>"), "a\nb");
        assert_eq!(text("Tom &amp; Ann &#8211; &#x2014; &unknown; &"), "Tom & Ann – — &unknown; &");
        assert_eq!(text("1 < 2 and 3 > 2, <KCNA> & co <"), "1 < 2 and 3 > 2, <KCNA> & co <");
        assert_eq!(text("a&#1;b&#xFFFE;c"), "a&#1;b&#xFFFE;c");
        assert_eq!(text("x <script>never ends"), "x");
        assert_eq!(text("<scr<script>ipt>"), "<scr");
        assert!(!reduce("1 < 2 & 3").changed && reduce("<i>a</i>").changed);
        assert!(reduce("<img src=x onerror=alert(1)>").dropped && !reduce("<b>a</b>").dropped);
    }

    #[test]
    fn links_are_found_with_their_addresses() {
        let links = |html: &str| reduce(html).links;
        assert_eq!(
            links("<a class='x' href=\"https://a.org/?b=1&amp;c=2\">A</a>"),
            ["https://a.org/?b=1&c=2"]
        );
        assert_eq!(
            links("<A HREF=https://a.org target=_blank>A</A> <a data-href='no' href='two'>"),
            ["https://a.org", "two"]
        );
        assert_eq!(links("<a name=x>A</a><a href=''>B</a>"), Vec::<String>::new());
    }
}
