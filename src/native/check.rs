//! `daylight check`: every problem of a dossier, for people or for programs.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::read;
use super::report;
use super::terminal;
use crate::dossier::check::Severity;

/// What `daylight check` takes.
#[derive(Args)]
#[command(after_help = "Exit codes: 0 no error (warnings allowed), 1 errors, 2 the path cannot be read.")]
pub struct CheckArgs {
    /// A dossier: a folder of JSON files, or one such file
    path: PathBuf,
    /// For people, or one JSON array for programs
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Show every warning, however many there are of one code
    #[arg(long)]
    all: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// Checks, prints, and says by its exit code what was found: 0 no error, 1 errors, 2 nothing could be read.
pub fn check(args: &CheckArgs) -> ExitCode {
    let (files, checked) = match read::read_and_check(&args.path) {
        Ok(read) => read,
        Err(error) => {
            terminal::error(&error.to_string());
            return ExitCode::from(2);
        }
    };
    let text = match args.format {
        Format::Human => {
            let style = report::Style { colour: terminal::coloured_output(), all: args.all };
            report::human(&files, &checked.diagnostics, style)
        }
        Format::Json => report::json(&checked.diagnostics),
    };
    terminal::print(&text);
    let errors = checked.diagnostics.iter().any(|found| found.severity == Severity::Error);
    ExitCode::from(u8::from(errors))
}
