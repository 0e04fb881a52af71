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

/// A style sheet as it is sent: without comments, and without the spaces that only people need. What stands between quotes is left alone,
/// and so is the space before a colon or a bracket, which means something in a selector.
pub fn as_sent(css: &str) -> String {
    let css = without_comments(css);
    let mut out = String::with_capacity(css.len());
    for (at, part) in css.split('"').enumerate() {
        if at > 0 {
            out.push('"');
        }
        if at % 2 == 1 {
            out.push_str(part);
            continue;
        }
        let part =
            [(" {", "{"), ("{ ", "{"), (" }", "}"), ("; ", ";"), (";}", "}"), (": ", ":"), (", ", ",")]
                .iter()
                .fold(part.to_owned(), |text, (from, to)| text.replace(from, to));
        out.push_str(&part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_has_no_spaces_that_mean_nothing() {
        assert_eq!(
            as_sent(
                "a :is(b, c) > d:hover { e: f g; h: \"{ ; , }\"; }\n@media (width < 4rem) {\n  i { j: calc(1px + 2px); }\n}\n"
            ),
            "a :is(b,c) > d:hover{e:f g;h:\"{ ; , }\"}\n@media (width < 4rem){\ni{j:calc(1px + 2px)}\n}\n"
        );
    }

    #[test]
    fn comments_do_not_ship() {
        assert_eq!(
            without_comments("/* a */\na { b: c } /* d */\n\n  e { f: g }\n"),
            "a { b: c }\ne { f: g }\n"
        );
        assert_eq!(without_comments("a {} /* open"), "a {}\n");
    }
}
