//! Markup as a reader meets it: lines of text.
//!
//! `#` begins a heading, `-` an entry, `|` parts the cells of a row, `>` what can be unfolded, `o` a choice (`x` where it is made),
//! `[picture: ...]` the words of a drawing. `~` begins what does not hold on the date, which the style sheet hides or marks so.

/// A table with more rows than this is told by its first and last ones; of the others the number and the letters are told, so
/// that a change in them is a change.
const MOST_ROWS: usize = 9;

/// Elements that begin a line of their own.
const BLOCKS: [&str; 34] = [
    "article",
    "aside",
    "blockquote",
    "button",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "input",
    "label",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "tr",
    "ul",
    "svg",
];

/// The lines.
pub fn readable(html: &str) -> String {
    let mut reader = Reader::default();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        reader.text(text);
        let (tag, next) = after.split_once('>').unwrap();
        match tag.strip_prefix('/') {
            Some(name) => reader.close(name),
            None => reader.open(tag),
        }
        rest = next;
    }
    reader.text(rest);
    reader.end_line();
    fold_tables(&reader.lines)
}

#[derive(Default)]
struct Reader {
    lines: Vec<String>,
    line: String,
    /// What stands before the next text of the line.
    mark: String,
    /// The open elements, each with how much of `mark` stood before it.
    open: Vec<(String, usize)>,
    /// In a picture, and whether it has words of its own for the eye alone.
    picture: Option<Vec<String>>,
}

impl Reader {
    fn open(&mut self, tag: &str) {
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if BLOCKS.contains(&name) {
            self.end_line();
        }
        if !matches!(name, "input" | "br") {
            self.open.push((name.to_owned(), self.mark.len()));
        }
        if tag.contains(" data-dates=") && !tag.contains(" data-now") && !self.mark.contains('~') {
            self.mark.push_str(if self.line.is_empty() { "~ " } else { " ~ " });
        }
        match name {
            "h1" | "h2" | "h3" | "h4" => {
                self.mark.push_str(&"#".repeat(name[1..].parse().unwrap()));
                self.mark.push(' ');
            }
            "li" => self.mark.push_str("- "),
            "summary" => self.mark.push_str("> "),
            "input" => self.mark.push_str(if tag.contains(" checked") { "x " } else { "o " }),
            "td" | "th" => self.line.push_str(" | "),
            "br" => self.end_line(),
            "svg" => self.picture = Some(attribute(tag, "aria-label").into_iter().collect()),
            "button" => self.text(&format!("[{}] ", attribute(tag, "aria-label").unwrap_or_default())),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name == "svg" {
            let words = self.picture.take().unwrap_or_default().join(" \u{b7} ");
            if !words.is_empty() {
                self.lines.push(format!("[picture: {words}]"));
            }
        }
        if BLOCKS.contains(&name) {
            self.end_line();
        }
        // What an element began and put no words to is nothing.
        while let Some((open, before)) = self.open.pop() {
            self.mark.truncate(before);
            if open == name {
                break;
            }
        }
    }

    fn text(&mut self, text: &str) {
        let text =
            text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        match &mut self.picture {
            Some(words) if !text.trim().is_empty() => words.push(text.trim().to_owned()),
            Some(_) => {}
            None => {
                if !text.trim().is_empty() {
                    self.line.push_str(&std::mem::take(&mut self.mark));
                }
                self.line.push_str(&text);
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim();
        if !line.is_empty() {
            self.lines.push(line.to_owned());
        }
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split('"').next().map(str::to_owned)
}

/// Long tables, shortened.
fn fold_tables(lines: &[String]) -> String {
    let mut told = String::new();
    for run in lines.chunk_by(|one, two| one.starts_with('|') == two.starts_with('|')) {
        let is_long = run.len() > MOST_ROWS && run[0].starts_with('|');
        let (first, rest) = run.split_at(if is_long { 4 } else { run.len() });
        let (middle, last) = rest.split_at(rest.len().saturating_sub(2));
        for line in first {
            told += &format!("{line}\n");
        }
        if !middle.is_empty() {
            let letters: usize = middle.iter().map(|line| line.chars().count()).sum();
            told += &format!("({} rows more, {letters} letters)\n", middle.len());
        }
        for line in last {
            told += &format!("{line}\n");
        }
    }
    told
}
