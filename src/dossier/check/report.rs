//! Where problems are collected until their lines and pointers are worked out.

use std::borrow::Cow;

use super::code::{Code, Severity};
use super::diagnostic::{Diagnostic, Related};
use super::place::{self, Lines};
use super::source_file::SourceFile;
use super::tree::{Node, Span};

/// What was found so far.
#[derive(Default)]
pub struct Report {
    findings: Vec<Finding>,
}

struct Finding {
    code: Code,
    /// `None` where no file was given.
    at: Option<Span>,
    message: String,
    fix: String,
    related: Option<(Span, String)>,
}

impl Report {
    /// Adds a problem.
    pub fn add(
        &mut self,
        code: Code,
        at: Span,
        message: impl Into<Cow<'static, str>>,
        fix: impl Into<Cow<'static, str>>,
    ) {
        let (message, fix) = (message.into().into_owned(), fix.into().into_owned());
        self.findings.push(Finding { code, at: Some(at), message, fix, related: None });
    }

    /// Adds a problem that concerns a second place too.
    pub fn add_related(
        &mut self,
        code: Code,
        at: Span,
        message: impl Into<Cow<'static, str>>,
        fix: impl Into<Cow<'static, str>>,
        related: (Span, impl Into<Cow<'static, str>>),
    ) {
        self.add(code, at, message, fix);
        if let Some(last) = self.findings.last_mut() {
            last.related = Some((related.0, related.1.into().into_owned()));
        }
    }

    /// Adds that there is nothing to check.
    pub fn no_dossier_file(&mut self) {
        self.findings.push(Finding {
            code: Code::NoDossierFile,
            at: None,
            message: "there is no dossier file to check".to_owned(),
            fix: "a dossier is a folder of JSON files, or one such file".to_owned(),
            related: None,
        });
    }

    /// Whether a problem keeps the dossier from being used.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.code.severity() == Severity::Error)
    }

    /// The problems with their places, by file, line and column.
    pub fn into_diagnostics(self, files: &[SourceFile], trees: &[Option<Node<'_>>]) -> Vec<Diagnostic> {
        let lines: Vec<Lines<'_>> = files.iter().map(|file| Lines::of(&file.text)).collect();
        let mut diagnostics: Vec<Diagnostic> =
            self.findings.into_iter().map(|finding| finding.into_diagnostic(files, trees, &lines)).collect();
        diagnostics.sort_by(|a, b| {
            let key = |d: &Diagnostic| (d.line, d.column, d.code);
            a.file.cmp(&b.file).then_with(|| key(a).cmp(&key(b)))
        });
        diagnostics
    }
}

impl Finding {
    fn into_diagnostic(
        self,
        files: &[SourceFile],
        trees: &[Option<Node<'_>>],
        lines: &[Lines<'_>],
    ) -> Diagnostic {
        let at = self.at.unwrap_or_default();
        let place = |span: Span| {
            let name = files.get(span.file).map(|file| file.name.clone()).unwrap_or_default();
            let (line, column) = lines.get(span.file).map_or((1, 1), |lines| lines.position(span.start));
            (name, line, column)
        };
        let (file, line, column) = place(at);
        let tree = trees.get(at.file).and_then(Option::as_ref);
        Diagnostic {
            severity: self.code.severity(),
            code: self.code,
            file,
            line,
            column,
            pointer: tree.map(|tree| place::pointer(tree, at)).unwrap_or_default(),
            message: self.message,
            fix: self.fix,
            related: self.related.map(|(span, message)| {
                let (file, line, column) = place(span);
                Related { file, line, column, message, bytes: span.start..span.end }
            }),
            bytes: at.start..at.end,
        }
    }
}
