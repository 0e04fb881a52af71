//! The whole dossier in the formats of other programs: `daylight export`, and the files that the site builder writes into `data/`.

mod columns;
mod daylight;
mod tables;

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::address::site_address;
use super::files::put;
use super::read;
use super::site::spoken;
use crate::dossier::Dossier;
use crate::dossier::model::{Event, Issue};
use crate::dossier::table::MOST_RECORDS;
use crate::export::{
    Published, Reference, bibtex, calendar, csl_json, of_dossier, of_event, of_issue, of_source, ris,
};
use crate::messages::Locale;
use crate::views::take::Columns;

/// What `daylight export` is told.
#[derive(Args)]
#[command(after_help = "Exit codes: 0 written, 1 not written, 2 the words or a path cannot be read.")]
pub struct ExportArgs {
    /// The dossier: a folder of JSON files, or one such file
    dossier: PathBuf,
    /// What to write
    #[arg(long, value_enum)]
    format: Format,
    /// The file to write, or for CSV the folder; without it the text goes to standard output
    #[arg(long)]
    out: Option<PathBuf>,
    /// Write even where a file stands already; never over one of the dossier's own
    #[arg(long)]
    force: bool,
    /// The address of the site that the dossier stands on, for links back to its records
    #[arg(long, value_name = "URL", value_parser = site_address)]
    base_url: Option<String>,
}

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The dossier as one JSON file
    Json,
    /// A table for each kind of record
    Csv,
    /// Events as a calendar
    Ics,
    /// All sources as CSL-JSON
    CslJson,
    /// All sources as BibTeX
    Bibtex,
    /// All sources as RIS
    Ris,
}

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The dossier could not be read, or has errors.
    #[error(transparent)]
    Dossier(#[from] read::LoadError),
    /// The events stand in a table that is too long to be taken into the dossier.
    #[error(
        "{}: the event table has more than {most} rows, and is not exported: it is a CSV file of its own already",
        path.display()
    )]
    TooManyEvents {
        /// The dossier.
        path: PathBuf,
        /// How many there may be.
        most: usize,
    },
    /// Tables are several files.
    #[error("CSV is a table for each kind of record: name a folder for them with --out")]
    NeedsFolder,
    /// The dossier would be written over.
    #[error("{} is a file of the dossier itself; name another place with --out", .0.display())]
    OfTheDossier(PathBuf),
    /// Something stands there.
    #[error("{} is there already; name another place with --out, or write over it with --force", .0.display())]
    Stands(PathBuf),
    /// A file could not be written.
    #[error("{}: {error}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The dossier could not be written as JSON.
    #[error("the dossier could not be written: {0}")]
    Json(#[from] serde_json::Error),
    /// A table could not be written.
    #[error("{0} could not be written as CSV: {1}")]
    Csv(String, csv::Error),
}

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

/// `daylight export`.
///
/// # Errors
/// The dossier's, or what could not be written.
pub fn run(args: &ExportArgs) -> Result<(), ExportError> {
    let (dossier, sources) = read::load_from(&args.dossier)?;
    if dossier.event_table.is_some() {
        return Err(ExportError::TooManyEvents { path: args.dossier.clone(), most: MOST_RECORDS });
    }
    let address = args.base_url.as_deref().map(with_slash).unwrap_or_default();
    // As the site's first pages.
    let (locale, _) = spoken(&dossier);
    let published = Published { address: &address, version: "", locale };
    let files = files(&dossier, args.format, published)?;
    match (&args.out, args.format) {
        (None, Format::Csv) => Err(ExportError::NeedsFolder),
        (Some(folder), Format::Csv) => {
            let places: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.name)).collect();
            places.iter().try_for_each(|place| may_be_written(place, &sources, args.force))?;
            fs::create_dir_all(folder).map_err(|error| ExportError::Write { path: folder.clone(), error })?;
            places.iter().zip(&files).try_for_each(|(place, file)| write(place, &file.bytes))
        }
        (Some(path), _) => {
            may_be_written(path, &sources, args.force)?;
            files.iter().try_for_each(|file| write(path, &file.bytes))
        }
        (None, _) => {
            let mut out = io::stdout().lock();
            let written =
                files.iter().try_for_each(|file| out.write_all(&file.bytes)).and_then(|()| out.flush());
            match written {
                // Whoever reads has seen enough, as `head` has.
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                    Err(ExportError::Write { path: PathBuf::from("standard output"), error })
                }
                _ => Ok(()),
            }
        }
    }
}

/// Nothing of the dossier that was read is written over, and nothing else unless that is asked for.
fn may_be_written(path: &Path, sources: &[PathBuf], force: bool) -> Result<(), ExportError> {
    let Ok(real) = fs::canonicalize(path) else { return Ok(()) };
    if sources.iter().any(|source| fs::canonicalize(source).is_ok_and(|source| source == real)) {
        return Err(ExportError::OfTheDossier(path.to_owned()));
    }
    if real.is_file() && !force { Err(ExportError::Stands(path.to_owned())) } else { Ok(()) }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    put(path, bytes).map_err(|error| ExportError::Write { path: path.to_owned(), error })
}

/// An address with one slash at its end.
pub fn with_slash(address: &str) -> String {
    format!("{}/", address.trim_end_matches('/'))
}

/// The dossier in a format: one file, or for CSV one for each kind of record.
pub fn files(dossier: &Dossier, format: Format, published: Published<'_>) -> Result<Vec<File>, ExportError> {
    let one = |name: &str, text: String| Ok(vec![File { name: name.to_owned(), bytes: text.into_bytes() }]);
    match format {
        Format::Json => one("dossier.json", publish(dossier)?),
        Format::Csv => {
            let tables = record_tables(dossier)?.into_iter().chain(daylight::daylight(dossier));
            tables.map(csv_file).collect()
        }
        Format::Ics => one("events.ics", calendar(dossier, published)),
        Format::CslJson => one("citations.json", csl_json(&all(dossier, published))),
        Format::Bibtex => one("citations.bib", bibtex(&all(dossier, published))),
        Format::Ris => one("citations.ris", ris(&all(dossier, published))),
    }
}

/// A table for each kind of record.
fn record_tables(dossier: &Dossier) -> Result<Vec<tables::Table>, ExportError> {
    let mut records = dossier.clone();
    records.schema = None;
    Ok(tables::tables(&serde_json::to_value(&records)?, dossier.first_language()))
}

/// What the columns of those tables mean.
pub fn columns(dossier: &Dossier) -> Result<Vec<Columns>, ExportError> {
    Ok(columns::columns(&record_tables(dossier)?))
}

/// The whole dossier as one JSON text, without the editors' schema link.
pub fn publish(dossier: &Dossier) -> Result<String, serde_json::Error> {
    let mut published = dossier.clone();
    published.schema = None;
    serde_json::to_string(&published)
}

fn csv_file(table: tables::Table) -> Result<File, ExportError> {
    let name = format!("{}.csv", table.name);
    // With a byte order mark, without which Excel takes UTF-8 for the system's own letters, and lines as RFC 4180 ends them.
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let written = writer
        .write_record(&table.columns)
        .and_then(|()| table.rows.iter().try_for_each(|row| writer.write_record(row)));
    written.map_err(|error| ExportError::Csv(name.clone(), error))?;
    let bytes =
        writer.into_inner().map_err(|error| ExportError::Csv(name.clone(), error.into_error().into()))?;
    Ok(File { name, bytes })
}

/// The dossier and all its sources.
fn all(dossier: &Dossier, published: Published<'_>) -> Vec<Reference> {
    let sources = dossier.sources.iter().map(|source| of_source(source, published.locale));
    std::iter::once(of_dossier(dossier, published)).chain(sources).collect()
}

/// An event and what it rests on, each source once, in the order in which the record names them.
pub fn cited_by_event(dossier: &Dossier, event: &Event, published: Published<'_>) -> Vec<Reference> {
    let cited = with_sources(dossier, event.cited(), published.locale);
    std::iter::once(of_event(dossier, event, published)).chain(cited).collect()
}

/// An issue and what its positions rest on.
pub fn cited_by_issue(dossier: &Dossier, issue: &Issue, published: Published<'_>) -> Vec<Reference> {
    let cited = with_sources(dossier, issue.cited(), published.locale);
    std::iter::once(of_issue(dossier, issue, published)).chain(cited).collect()
}

fn with_sources<'a>(
    dossier: &Dossier,
    ids: impl Iterator<Item = &'a String>,
    locale: Locale,
) -> Vec<Reference> {
    let mut seen: Vec<&String> = Vec::new();
    for id in ids {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    seen.into_iter().filter_map(|id| dossier.source(id)).map(|source| of_source(source, locale)).collect()
}

/// The three files of citations, by the part before their ending.
pub fn citation_files(stem: &str, references: &[Reference]) -> Vec<File> {
    let file =
        |ending: &str, text: String| File { name: format!("{stem}.{ending}"), bytes: text.into_bytes() };
    vec![file("json", csl_json(references)), file("bib", bibtex(references)), file("ris", ris(references))]
}
