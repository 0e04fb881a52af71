//! What a spreadsheet writes into a cell in place of a text: formulas, and the names of errors.

use std::borrow::Cow;

/// A cell's text, looked at.
#[derive(Debug, PartialEq, Eq)]
pub enum Content<'t> {
    /// A text.
    Text(Cow<'t, str>),
    /// `=HYPERLINK("address", "label")`; the label is the address where there is none.
    Link { address: String, label: String },
    /// `#REF!` and its like: the formula that stood here failed.
    Failed,
    /// A formula whose result is not in the file.
    Formula,
}

/// What spreadsheets write where a formula failed.
const FAILED: [&str; 11] = [
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#NAME?",
    "#DIV/0!",
    "#NULL!",
    "#NUM!",
    "#ERROR!",
    "#SPILL!",
    "#CALC!",
    "Loading...",
];

/// Looks at the text of a cell.
pub fn look(text: &str) -> Content<'_> {
    let trimmed = text.trim();
    if FAILED.iter().any(|failed| trimmed.eq_ignore_ascii_case(failed)) {
        return Content::Failed;
    }
    let Some(formula) = trimmed.strip_prefix('=') else { return Content::Text(Cow::Borrowed(trimmed)) };
    if !formula.trim_start().starts_with(|c: char| c.is_ascii_alphabetic() || "(+-'\"$".contains(c)) {
        return Content::Text(Cow::Borrowed(trimmed));
    }
    hyperlink(formula.trim_start()).unwrap_or(Content::Formula)
}

fn hyperlink(formula: &str) -> Option<Content<'static>> {
    let name = "HYPERLINK";
    let head = formula.get(..name.len()).filter(|head| head.eq_ignore_ascii_case(name))?;
    let inside = formula.get(head.len()..)?.trim().strip_prefix('(')?.strip_suffix(')')?.trim();
    let (address, rest) = literal(inside)?;
    let rest = rest.trim_start();
    let label = match rest.strip_prefix([',', ';']) {
        None if rest.is_empty() => address.clone(),
        None => return None,
        Some(second) => {
            let (label, rest) = literal(second.trim_start())?;
            rest.trim().is_empty().then_some(label)?
        }
    };
    Some(Content::Link { address, label })
}

/// A text in double quotes, which are doubled inside it, and what follows.
fn literal(text: &str) -> Option<(String, &str)> {
    let mut inside = text.strip_prefix('"')?;
    let mut found = String::new();
    loop {
        let at = inside.find('"')?;
        found.push_str(inside.get(..at)?);
        inside = inside.get(at + 1..)?;
        match inside.strip_prefix('"') {
            Some(rest) => {
                found.push('"');
                inside = rest;
            }
            None => return Some((found, inside)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_told_from_texts() {
        let link =
            |address: &str, label: &str| Content::Link { address: address.into(), label: label.into() };
        assert_eq!(
            look("=HYPERLINK(\"https://example.org/a,b\",\"A \"\"page\"\"\")"),
            link("https://example.org/a,b", "A \"page\"")
        );
        assert_eq!(look("=hyperlink( \"https://x.org\" ; \"X\" )"), link("https://x.org", "X"));
        assert_eq!(look("=HYPERLINK(\"https://x.org\")"), link("https://x.org", "https://x.org"));
        for formula in [
            "=A1&B1",
            "=HYPERLINK(A1,\"x\")",
            "=SUM(A1:A2)",
            "=(1+2)",
            "=HYPERLINK(\"a\",\"b\",3)",
            "=HYPERLINK(\"a",
        ] {
            assert_eq!(look(formula), Content::Formula, "{formula}");
        }
        for failed in ["#REF!", " #n/a ", "#DIV/0!"] {
            assert_eq!(look(failed), Content::Failed, "{failed}");
        }
        for text in ["", "=", "= 5", "a = b", "#1", "-5"] {
            assert_eq!(look(text), Content::Text(text.into()), "{text}");
        }
    }
}
