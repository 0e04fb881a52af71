//! `daylight diff`: what changed between two versions of a dossier, in words.

mod compare;
mod words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde_json::Value;

use super::{read, terminal};
use compare::{Change, compare};

/// What `daylight diff` is told.
#[derive(Args)]
#[command(
    after_help = "Exit codes: 0 the two say the same, 1 they differ, 2 one of them cannot be read or has errors."
)]
pub struct DiffArgs {
    /// The earlier version: a folder of JSON files, or one such file
    before: PathBuf,
    /// The later version
    after: PathBuf,
}

/// Compares, prints, and says by its exit code what was found.
pub fn run(args: &DiffArgs) -> ExitCode {
    let both = value(&args.before).and_then(|before| Ok((before, value(&args.after)?)));
    let (before, after) = match both {
        Ok(both) => both,
        Err(error) => {
            terminal::error(&error);
            return ExitCode::from(2);
        }
    };
    let changes = compare(&before, &after);
    terminal::print(&told(&changes));
    ExitCode::from(u8::from(!changes.is_empty()))
}

/// The sound dossier at a path as JSON, whatever files it stands in and whatever order its fields have.
fn value(path: &Path) -> Result<Value, String> {
    let mut dossier = read::load(path).map_err(|error| error.to_string())?;
    dossier.schema = None;
    serde_json::to_value(&dossier).map_err(|error| error.to_string())
}

/// A line for each change, then one that counts them.
fn told(changes: &[Change]) -> String {
    if changes.is_empty() {
        return "The two say the same.\n".to_owned();
    }
    let mut text: String = changes.iter().map(|change| format!("{}\n", words::line(change))).collect();
    let count = |is: fn(&Change) -> bool| changes.iter().filter(|change| is(change)).count();
    text.push_str(&format!(
        "\n{} added, {} removed, {} changed\n",
        count(|change| matches!(change, Change::Added { .. })),
        count(|change| matches!(change, Change::Removed { .. })),
        count(|change| !matches!(change, Change::Added { .. } | Change::Removed { .. })),
    ));
    text
}
