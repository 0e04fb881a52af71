//! Lines of words in a drawing.

use crate::layout::text::{width, wrap};

/// The estimate of widths is for letters of Arial's width; the command's own font is a little wider.
const WIDER: f64 = 1.07;
/// How much wider bold letters are.
const BOLD: f64 = 1.08;

/// Escapes text for XML; characters that XML does not have are left out.
pub fn xml_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A text of at most so many characters: its first sentences, or as many of its words, where it is longer.
pub fn short(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let kept = text.get(..end).unwrap_or(text);
    // A sentence that fills the room may end where it does.
    let ends = |end: usize| text.get(end..).is_some_and(|rest| rest.starts_with(' '));
    let sentences = kept.match_indices('.').map(|(at, _)| at + 1).rfind(|at| ends(*at));
    if let Some(whole) = sentences.filter(|at| *at > end / 2) {
        return text.get(..whole).unwrap_or(text).to_owned();
    }
    let room = kept.char_indices().next_back().map_or(0, |(last, _)| last);
    let words = kept.get(..room).and_then(|kept| kept.rfind(' ')).unwrap_or(room);
    format!("{}\u{2026}", kept.get(..words).unwrap_or(kept).trim_end_matches([' ', ',', ';', ':']))
}

/// A kind of letters.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    /// The rule in [`super::style`].
    pub class: &'static str,
    /// Their size in pixels.
    pub size: f64,
    /// Whether they are bold.
    pub bold: bool,
    /// What they hold on to: `start`, `middle` or `end`.
    pub anchor: &'static str,
}

impl Letters {
    /// Letters that begin where they are put.
    pub const fn new(class: &'static str, size: f64) -> Letters {
        Letters { class, size, bold: false, anchor: "start" }
    }

    /// The same in bold.
    pub const fn bold(self) -> Letters {
        Letters { bold: true, ..self }
    }

    /// The same, ending where they are put.
    pub const fn end(self) -> Letters {
        Letters { anchor: "end", ..self }
    }

    /// The height of a line.
    pub fn line(self) -> f64 {
        self.size * 1.3
    }

    /// How wide a line of them is.
    pub fn width(self, text: &str) -> f64 {
        width(text, self.size * WIDER * if self.bold { BOLD } else { 1.0 })
    }

    /// The lines of a text in this width, the last one cut where there are too many.
    pub fn lines(self, text: &str, width: f64, most: usize) -> Vec<String> {
        let size = self.size * WIDER * if self.bold { BOLD } else { 1.0 };
        wrap(text, size, width, most).lines
    }

    /// As many whole sentences of a text as these lines hold; all of it where not even the first fits.
    pub fn sentences(self, text: &str, width: f64, most: usize) -> &str {
        let ends = text.match_indices(". ").map(|(at, _)| at + 1).chain([text.len()]);
        let mut kept = None;
        for end in ends {
            let sentences = text.get(..end).unwrap_or(text);
            // One line too many shows whether they fit.
            if self.lines(sentences, width, most + 1).len() > most {
                break;
            }
            kept = Some(sentences);
        }
        kept.unwrap_or(text)
    }

    /// One line, its baseline at `y`.
    pub fn at(self, x: f64, y: f64, text: &str) -> String {
        let weight = if self.bold { " font-weight=\"600\"" } else { "" };
        format!(
            "<text class=\"{}\" x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{}\" text-anchor=\"{}\"{weight}>{}</text>\n",
            self.class,
            self.size,
            self.anchor,
            xml_text(text)
        )
    }

    /// Lines below `y`; gives them and where they end.
    pub fn block(self, (x, y): (f64, f64), text: &str, width: f64, most: usize) -> (String, f64) {
        let mut out = String::new();
        let mut below = y;
        for line in self.lines(text, width, most) {
            out.push_str(&self.at(x, below + self.size, &line));
            below += self.line();
        }
        (out, below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_kept_whole_where_one_fits() {
        let letters = Letters::new("", 10.0);
        let text = "One is short. Two is so long that it needs several lines of its own.";
        assert_eq!(letters.sentences(text, 100.0, 1), "One is short.");
        assert_eq!(letters.sentences(text, 1000.0, 1), text);
        assert_eq!(letters.sentences(text, 20.0, 1), text);
    }

    #[test]
    fn a_long_text_is_cut_at_a_sentence_or_a_word() {
        assert_eq!(short("All of it.", 10), "All of it.");
        assert_eq!(short("One is short. Two is so long.", 24), "One is short.");
        assert_eq!(short("One is short. Two", 13), "One is short.");
        // A sentence that is far shorter than the room says too little.
        assert_eq!(
            short("One. Two is long, long, long, and long", 32),
            "One. Two is long, long, long\u{2026}"
        );
        assert_eq!(short("\u{c57d}\u{c18d}\u{c57d}\u{c18d}", 3), "\u{c57d}\u{c18d}\u{2026}");
        for most in 1..60 {
            let cut = short("\u{201c}Words.\u{201d} More words, and \u{c57d}\u{c18d}. So it ends.", most);
            assert!(cut.chars().count() <= most, "{most}: {cut:?}");
        }
    }

    #[test]
    fn words_are_never_markup() {
        assert_eq!(xml_text("a<b>&\"c\"\u{0}"), "a&lt;b&gt;&amp;&quot;c&quot; ");
    }
}
