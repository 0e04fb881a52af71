//! `daylight schema`: writes the JSON Schema of a dossier, which editors complete and validate with.

use std::fs;
use std::io;
use std::path::PathBuf;

use clap::Args;

use crate::dossier::check::json_schema;

/// What `daylight schema` takes.
#[derive(Args)]
pub struct SchemaArgs {
    /// Only say whether the file is what would be written
    #[arg(long)]
    check: bool,
    /// Where the schema is written
    #[arg(long, value_name = "FILE", default_value = "schema/dossier.schema.json")]
    output: PathBuf,
}

/// Why there is no current schema.
#[derive(Debug, thiserror::Error)]
pub enum SchemaError {
    /// The file cannot be read or written.
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
    let failed = |error| SchemaError::Io { path: args.output.clone(), error };
    if args.check {
        let written = fs::read_to_string(&args.output).map_err(failed)?;
        return if written == text() { Ok(()) } else { Err(SchemaError::Stale(args.output.clone())) };
    }
    if let Some(folder) = args.output.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(&args.output, text()).map_err(failed)
}
