//! One problem, with its place and its remedy.

use std::ops::Range;

use serde::Serialize;

use super::code::{Code, Severity};
use super::place::Lines;
use super::source_file::SourceFile;

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Its stable code.
    pub code: Code,
    /// The name of the file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The place inside the file as a JSON pointer (RFC 6901).
    pub pointer: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub fix: String,
    /// Another place that belongs to the problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub related: Option<Related>,
    /// The place as bytes of the file's text, for whoever shows the text.
    #[serde(skip)]
    pub bytes: Range<usize>,
}

/// Another place that belongs to a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Related {
    /// The name of the file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What stands there.
    pub message: String,
    /// The place as bytes of the file's text.
    #[serde(skip)]
    pub bytes: Range<usize>,
}

impl Diagnostic {
    /// A problem of the whole text rather than of a value in it.
    pub(super) fn at_offset(
        file: &SourceFile,
        bytes: Range<usize>,
        code: Code,
        message: String,
        fix: String,
    ) -> Diagnostic {
        let (line, column) = Lines::of(&file.text).position(bytes.start);
        Diagnostic {
            severity: code.severity(),
            code,
            file: file.name.clone(),
            line,
            column,
            pointer: String::new(),
            message,
            fix,
            related: None,
            bytes,
        }
    }
}
