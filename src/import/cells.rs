//! A table's text as rows of cells that know their place: RFC 4180, with whatever stands between the cells, and as lenient
//! with quotes as spreadsheets are.

use std::borrow::Cow;
use std::ops::Range;

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'t> {
    /// What stands in it, without the quotes around it.
    pub text: Cow<'t, str>,
    /// Its place, with the quotes.
    pub bytes: Range<usize>,
}

/// The rows of a text, lines in which nothing stands among them; or where a quote opens that never closes.
pub fn rows(text: &str, separator: char) -> Result<Vec<Vec<Cell<'_>>>, Range<usize>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut at = 0;
    while at < text.len() || !row.is_empty() {
        let (cell, end) = cell(text, at, separator)?;
        row.push(cell);
        let rest = text.get(end..).unwrap_or_default();
        at = end;
        if let Some(after) = rest.strip_prefix(separator) {
            at = text.len() - after.len();
            // A separator at the very end has an empty cell behind it.
            if after.is_empty() {
                row.push(Cell { text: Cow::Borrowed(""), bytes: at..at });
            } else {
                continue;
            }
        } else if let Some(after) = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])) {
            at = text.len() - after.len();
        }
        rows.push(std::mem::take(&mut row));
    }
    Ok(rows)
}

/// The cell that begins at `from`, and where it ends.
fn cell(text: &str, from: usize, separator: char) -> Result<(Cell<'_>, usize), Range<usize>> {
    let rest = text.get(from..).unwrap_or_default();
    let ends = |c: char| c == separator || c == '\n' || c == '\r';
    let plain = || {
        let length = rest.find(ends).unwrap_or(rest.len());
        let text = Cow::Borrowed(rest.get(..length).unwrap_or_default());
        (Cell { text, bytes: from..from + length }, from + length)
    };
    let Some(inside) = rest.strip_prefix('"') else { return Ok(plain()) };
    let Some(length) = closing(inside) else { return Err(from..from + 1) };
    let end = from + length + 2;
    // Words behind the closing quote: the quotes belong to the text, as in `"Fire and fury" speech`.
    if text.get(end..).is_some_and(|after| !after.is_empty() && !after.starts_with(ends)) {
        return Ok(plain());
    }
    let quoted = inside.get(..length).unwrap_or_default();
    let text =
        if quoted.contains('"') { Cow::Owned(quoted.replace("\"\"", "\"")) } else { Cow::Borrowed(quoted) };
    Ok((Cell { text, bytes: from..end }, end))
}

/// How far it is to the quote that closes; doubled quotes do not.
fn closing(inside: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + inside.get(from..)?.find('"')?;
        if inside.get(at + 1..).is_some_and(|after| after.starts_with('"')) {
            from = at + 2;
        } else {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, separator: char) -> Vec<Vec<String>> {
        let rows = rows(text, separator).unwrap();
        rows.iter().map(|row| row.iter().map(|cell| cell.text.to_string()).collect()).collect()
    }

    #[test]
    fn cells_are_what_a_spreadsheet_shows() {
        assert_eq!(texts("a,b\r\n1,2\r\n", ','), [["a", "b"], ["1", "2"]]);
        assert_eq!(texts("a;\"x;y\"\n1;\"say \"\"no\"\"\"", ';'), [["a", "x;y"], ["1", "say \"no\""]]);
        assert_eq!(texts("a\t\"two\nlines\"\t", '\t'), [["a", "two\nlines", ""]]);
        assert_eq!(texts("\"Fire and fury\" speech,b", ','), [["\"Fire and fury\" speech", "b"]]);
        assert_eq!(texts("a\n\n,\nb", ','), [vec!["a"], vec![""], vec!["", ""], vec!["b"]]);
        assert_eq!(texts("", ','), Vec::<Vec<String>>::new());
    }

    #[test]
    fn cells_know_their_place_and_open_quotes_too() {
        let text = "a,\"한국\",c\nd";
        let rows = rows(text, ',').unwrap();
        assert_eq!(&text[rows[0][1].bytes.clone()], "\"한국\"");
        assert_eq!(&text[rows[1][0].bytes.clone()], "d");
        assert_eq!(super::rows("a,b\n\"never closed\n", ','), Err(4..5));
    }
}
