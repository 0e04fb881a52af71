//! Problems as text: in the form rustc made known, or as JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::terminal::counted;
use crate::dossier::check::{Code, Diagnostic, Severity, SourceFile};

/// How many warnings of one code are shown before the rest is only counted.
const SHOWN_OF_ONE_CODE: usize = 20;
/// A longer line is shown in part, so that a file without line breaks does not fill the screen.
const LONG_LINE: usize = 160;
/// How much of a long line is shown before the place.
const BEFORE: usize = 40;
/// How much of a long line is shown from the place on.
const AFTER: usize = 100;

/// How to show problems to people.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// With colours.
    pub colour: bool,
    /// Every warning, however many there are of one code.
    pub all: bool,
}

/// One array of all problems.
pub fn json(diagnostics: &[Diagnostic]) -> String {
    let mut text = serde_json::to_string_pretty(diagnostics).unwrap_or_default();
    text.push('\n');
    text
}

/// Every problem with the line it stands in, then one line that counts them.
pub fn human(files: &[SourceFile], diagnostics: &[Diagnostic], style: Style) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let sources: BTreeMap<&str, &str> =
        files.iter().map(|file| (file.name.as_str(), file.text.as_str())).collect();
    let mut shown: BTreeMap<Code, usize> = BTreeMap::new();
    // A record that was renamed is missing wherever it is named: told once.
    let mut missing: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics.iter().filter(|found| found.code == Code::UnknownId && !style.all) {
        missing.entry(&diagnostic.message).or_default().push(diagnostic);
    }
    let mut text = String::new();
    for diagnostic in diagnostics {
        let same = missing.get(diagnostic.message.as_str()).map_or(&[][..], Vec::as_slice);
        if same.first().is_some_and(|first| !std::ptr::eq(*first, diagnostic)) {
            continue;
        }
        let count = shown.entry(diagnostic.code).or_default();
        *count += 1;
        if style.all || diagnostic.severity == Severity::Error || *count <= SHOWN_OF_ONE_CODE {
            text.push_str(&one(diagnostic, &also_at(same.get(1..).unwrap_or_default()), &sources, &renderer));
            text.push_str("\n\n");
        }
    }
    for (code, count) in shown {
        let more = count.saturating_sub(SHOWN_OF_ONE_CODE);
        if !style.all && code.severity() == Severity::Warning && more > 0 {
            let _ = writeln!(text, "… and {more} more {code} (--all shows them)\n");
        }
    }
    text.push_str(&summary(files.len(), diagnostics));
    text
}

fn summary(files: usize, diagnostics: &[Diagnostic]) -> String {
    let count = |severity| diagnostics.iter().filter(|found| found.severity == severity).count();
    format!(
        "{}, {} in {}\n",
        counted(count(Severity::Error), "error"),
        counted(count(Severity::Warning), "warning"),
        counted(files, "file")
    )
}

/// The other places of a problem in a sentence; of many only the first.
fn also_at(places: &[&Diagnostic]) -> String {
    const NAMED: usize = 12;
    let named = places.iter().take(NAMED);
    let named: Vec<String> =
        named.map(|place| format!("{}:{}:{}", place.file, place.line, place.column)).collect();
    match places.len().saturating_sub(NAMED) {
        _ if named.is_empty() => String::new(),
        0 => format!("also at {}", named.join(", ")),
        1 => format!("also at {} and 1 more place (--all shows it)", named.join(", ")),
        more => format!("also at {} and {more} more places (--all shows them)", named.join(", ")),
    }
}

fn one(
    diagnostic: &Diagnostic,
    elsewhere: &str,
    sources: &BTreeMap<&str, &str>,
    renderer: &Renderer,
) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let place = Place {
        file: &diagnostic.file,
        line: diagnostic.line,
        column: diagnostic.column,
        bytes: &diagnostic.bytes,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code.as_str());
    let mut group = place.show(Group::with_title(title), sources);
    if !elsewhere.is_empty() {
        group = group.element(Level::NOTE.message(elsewhere));
    }
    let group = group.element(Level::HELP.message(&diagnostic.fix));
    let mut report = vec![group];
    if let Some(related) = &diagnostic.related {
        let Place { file, line, column, bytes } =
            Place { file: &related.file, line: related.line, column: related.column, bytes: &related.bytes };
        let title = Level::NOTE.secondary_title(&related.message);
        report.push(Place { file, line, column, bytes }.show(Group::with_title(title), sources));
    }
    renderer.render(&report)
}

/// Something told of a place in a file by another command than the checker, in the checker's form.
pub struct Told<'t> {
    /// `error`, `warning` or `note`.
    pub level: Level<'t>,
    /// What is told.
    pub message: &'t str,
    /// The place: line, column, both from 1, and the bytes of the text.
    pub place: (usize, usize, &'t Range<usize>),
    /// What to do about it.
    pub fix: &'t str,
    /// Where else it is so, in a sentence; empty where nowhere.
    pub elsewhere: &'t str,
}

/// One such thing as text, without an empty line behind it.
pub fn told(file: &SourceFile, told: &Told<'_>, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let sources = BTreeMap::from([(file.name.as_str(), file.text.as_str())]);
    let (line, column, bytes) = told.place;
    let place = Place { file: &file.name, line, column, bytes };
    let title = told.level.clone().primary_title(told.message);
    let mut group = place.show(Group::with_title(title), &sources);
    if !told.elsewhere.is_empty() {
        group = group.element(Level::NOTE.message(told.elsewhere));
    }
    renderer.render(&[group.element(Level::HELP.message(told.fix))])
}

/// A place in a file, to be shown.
struct Place<'d> {
    file: &'d str,
    line: usize,
    column: usize,
    bytes: &'d Range<usize>,
}

impl<'d> Place<'d> {
    /// Adds the name of the place and the line it is in.
    fn show(&self, group: Group<'d>, sources: &BTreeMap<&str, &'d str>) -> Group<'d> {
        let origin = || Origin::path(self.file).line(self.line).char_column(self.column);
        let Some(cut) = sources.get(self.file).and_then(|text| cut(text, self.bytes)) else {
            return group.element(origin());
        };
        let snippet = Snippet::source(cut.line)
            .line_start(self.line)
            .fold(false)
            .annotation(AnnotationKind::Primary.span(cut.marked));
        // The renderer counts the column itself, which it cannot where the beginning of the line is left out.
        if cut.from_start {
            group.element(snippet.path(self.file))
        } else {
            group.element(origin()).element(snippet)
        }
    }
}

/// A line to show, or the part of it around a place.
#[derive(Debug, PartialEq, Eq)]
struct Cut {
    line: String,
    /// The place, in bytes of `line`.
    marked: Range<usize>,
    /// Whether nothing is left out before the place.
    from_start: bool,
}

/// The line that holds the beginning of a stretch of bytes; a long one in part.
fn cut(text: &str, bytes: &Range<usize>) -> Option<Cut> {
    let before = text.get(..bytes.start)?;
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let after = text.get(bytes.start..)?;
    let line_end = bytes.start + after.find('\n').unwrap_or(after.len());
    let head = text.get(line_start..bytes.start)?.trim_start_matches('\u{feff}');
    let marked =
        text.get(bytes.start..bytes.end.clamp(bytes.start, line_end))?.trim_start_matches('\u{feff}');
    let tail = text.get(bytes.start + marked.len()..line_end)?;
    let tail = tail.trim_start_matches('\u{feff}').trim_end_matches('\r');
    if head.len() + marked.len() + tail.len() <= LONG_LINE {
        let end = head.len() + marked.len();
        return Some(Cut {
            line: format!("{head}{marked}{tail}"),
            marked: head.len()..end,
            from_start: true,
        });
    }
    let skipped = head.chars().count().saturating_sub(BEFORE);
    let mut line: String = if skipped > 0 { "…".to_owned() } else { String::new() };
    line.extend(head.chars().skip(skipped));
    let start = line.len();
    let length = marked.chars().count();
    line.extend(marked.chars().take(AFTER));
    let end = line.len();
    line.extend(tail.chars().take(AFTER.saturating_sub(length)));
    if length + tail.chars().count() > AFTER {
        line.push('…');
    }
    Some(Cut { line, marked: start..end, from_start: skipped == 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let text = format!("first\n{}HERE{}\nlast", "é".repeat(500), "z".repeat(500));
        let start = text.find("HERE").unwrap();
        let cut = cut(&text, &(start..start + 4)).unwrap();
        assert_eq!(&cut.line[cut.marked], "HERE");
        assert!(cut.line.starts_with('…') && cut.line.ends_with('…') && !cut.from_start);
        assert!(cut.line.chars().count() < LONG_LINE);
    }

    #[test]
    fn one_more_place_is_no_places() {
        let found = Diagnostic {
            severity: Severity::Error,
            code: Code::UnknownId,
            file: "a.json".to_owned(),
            line: 1,
            column: 1,
            pointer: String::new(),
            message: String::new(),
            fix: String::new(),
            related: None,
            bytes: 0..0,
        };
        assert!(also_at(&[&found; 13]).ends_with("and 1 more place (--all shows it)"));
        assert!(also_at(&[&found; 14]).ends_with("and 2 more places (--all shows them)"));
    }

    #[test]
    fn a_mark_ends_with_its_line() {
        let whole = |line: &str, marked| Some(Cut { line: line.to_owned(), marked, from_start: true });
        assert_eq!(cut("ab\ncd", &(1..5)), whole("ab", 1..2));
        assert_eq!(cut("", &(0..0)), whole("", 0..0));
        assert_eq!(cut("é", &(1..2)), None, "inside a character");
    }
}
