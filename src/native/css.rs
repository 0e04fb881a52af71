//! Style sheets as text.

/// Takes out `/* ... */` and the white space at the edges of lines: the sources keep them, the reader needs neither.
pub fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    out.push_str(rest);
    let lines: Vec<&str> = out.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_do_not_ship() {
        assert_eq!(
            without_comments("/* a */\na { b: c } /* d */\n\n  e { f: g }\n"),
            "a { b: c }\ne { f: g }\n"
        );
        assert_eq!(without_comments("a {} /* open"), "a {}\n");
    }
}
