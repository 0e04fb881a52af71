//! `daylight schema`: writes the JSON Schema of a dossier, which editors complete and validate with, or the same as a page to read.

use std::fs;
use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::reference;
use crate::dossier::check::json_schema;

/// What `daylight schema` takes.
#[derive(Args)]
#[command(after_help = "Exit codes: 0 written or current, 1 not, 2 the file to be checked cannot be read.")]
pub struct SchemaArgs {
    /// Only say whether the file is what would be written
    #[arg(long)]
    check: bool,
    /// As a schema for programs, or as a reference to read
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Where it is written [default: schema/dossier.schema.json or docs/dossier-reference.md]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What is written of the schema.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// JSON Schema
    #[default]
    Json,
    /// Markdown
    Markdown,
}

impl Format {
    fn text(self) -> String {
        match self {
            Format::Json => text(),
            Format::Markdown => reference::text(),
        }
    }

    /// Where it stands in the repository.
    fn place(self) -> &'static str {
        match self {
            Format::Json => "schema/dossier.schema.json",
            Format::Markdown => "docs/dossier-reference.md",
        }
    }
}

/// Why there is no current schema.
#[derive(Debug, thiserror::Error)]
pub enum SchemaError {
    /// The file cannot be read.
    #[error("cannot read {}: {error}", path.display())]
    Unread {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file cannot be written.
    #[error("{}: {error}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file is not what would be written.
    #[error("{} is stale: run `daylight schema`", .0.display())]
    Stale(PathBuf),
}

/// The text of the schema file.
pub fn text() -> String {
    format!("{:#}\n", json_schema())
}

/// Writes the schema, or checks that it is written.
pub fn schema(args: &SchemaArgs) -> Result<(), SchemaError> {
    let output = args.output.clone().unwrap_or_else(|| args.format.place().into());
    let text = args.format.text();
    let failed = |error| SchemaError::Io { path: output.clone(), error };
    if args.check {
        let written = fs::read_to_string(&output)
            .map_err(|error| SchemaError::Unread { path: output.clone(), error })?;
        return if written == text { Ok(()) } else { Err(SchemaError::Stale(output)) };
    }
    if let Some(folder) = output.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(&output, text).map_err(failed)
}
