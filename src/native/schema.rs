//! `daylight schema`: writes the JSON Schema of a dossier, which editors complete and validate with, or the same as a page to read.

use std::fs;
use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

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

/// The text of the schema file. It is for every file of a folder: those with parts of the dossier, and those with the texts of a language.
pub fn text() -> String {
    let mut dossier = json_schema();
    for_any_program(&mut dossier);
    let mut root = Map::new();
    for key in ["$schema", "title", "description", "definitions"] {
        root.insert(key.to_owned(), dossier.get(key).cloned().unwrap_or_default());
    }
    if let Some(fields) = dossier.as_object_mut() {
        fields.retain(|key, _| !root.contains_key(key));
    }
    if let Some(definitions) = root.get_mut("definitions").and_then(Value::as_object_mut) {
        definitions.insert("Dossier".to_owned(), dossier);
        definitions.insert("LanguageFile".to_owned(), language_file());
    }
    // Not `anyOf`: so a program says of a field that is wrong what is wrong with it, not that neither form fits.
    root.insert("type".to_owned(), json!("object"));
    root.insert("if".to_owned(), json!({ "type": "object", "required": ["texts"] }));
    root.insert("then".to_owned(), json!({ "$ref": "#/definitions/LanguageFile" }));
    root.insert("else".to_owned(), json!({ "$ref": "#/definitions/Dossier" }));
    format!("{:#}\n", Value::Object(root))
}

/// A file with the texts of one language, whose name ends in `.texts.json`.
fn language_file() -> Value {
    json!({
        "type": "object",
        "description": "The texts of one language, beside the dossier.",
        "properties": {
            "$schema": { "type": "string", "description": "The schema the file follows; for editors." },
            "language": { "type": "string", "description": "The language of the texts (BCP 47)." },
            "texts": {
                "type": "object",
                "additionalProperties": { "type": "string" },
                "description": "The texts by their paths: `events/ID/title`.",
            },
        },
        "required": ["language", "texts"],
        "additionalProperties": false,
    })
}

/// Takes out the formats that are types of Rust's, which standard programs refuse or warn of, and leaves the numbers they allow.
fn for_any_program(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            let greatest = match fields.get("format").and_then(Value::as_str) {
                Some("uint8") => Some(u64::from(u8::MAX)),
                Some("uint16") => Some(u64::from(u16::MAX)),
                Some("uint32") => Some(u64::from(u32::MAX)),
                _ => None,
            };
            if let Some(greatest) = greatest {
                fields.entry("minimum").or_insert_with(|| json!(0));
                fields.entry("maximum").or_insert_with(|| json!(greatest));
            }
            // Of a number, no format is a standard one.
            let is_number = |name: &Value| name == "integer" || name == "number";
            let numbers = match fields.get("type") {
                Some(Value::Array(names)) => names.iter().any(is_number),
                name => name.is_some_and(is_number),
            };
            if numbers {
                fields.retain(|key, _| key != "format");
            }
            fields.values_mut().for_each(for_any_program);
        }
        Value::Array(items) => items.iter_mut().for_each(for_any_program),
        _ => {}
    }
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
