//! The site builder: a dossier and the built app become a folder of static files.

mod assets;
mod embeds;
mod pages;
mod shell;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::read;
use super::table::MOST_MERGED;
use crate::dossier::Dossier;

/// What `daylight build` is told.
#[derive(Args)]
pub struct BuildArgs {
    /// The dossier: a folder of JSON files, or one such file.
    dossier: PathBuf,
    /// The folder Trunk built the app into.
    #[arg(long)]
    app: PathBuf,
    /// The folder to write the site into; it is replaced as a whole.
    #[arg(long)]
    out: PathBuf,
    /// The address the site will have, for canonical links; without it the pages carry none.
    #[arg(long)]
    base_url: Option<String>,
    /// Leave out the compressed copies (.br, .gz), which take most of the time.
    #[arg(long)]
    plain: bool,
}

/// Why a site was not built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A file could not be read or written.
    #[error("{path}: {error}")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The dossier could not be read, or has errors.
    #[error(transparent)]
    Dossier(#[from] read::LoadError),
    /// The dossier, or a part of it, could not be written as JSON.
    #[error("the {what} as JSON: {error}")]
    Json {
        /// The whole dossier, its record or its outline.
        what: &'static str,
        /// What the writer said.
        error: serde_json::Error,
    },
    /// More events than pages can be written ahead for.
    #[error(
        "{}: the event table has more than {most} rows, which are too many to be written ahead: every event has a page of its \
         own, and the main page lists them all. Put the dossier's files on the web as they are, beside a built site, and open \
         them with open/?dossier=ADDRESS, which reads a million events",
        path.display()
    )]
    TooManyEvents {
        /// The dossier.
        path: PathBuf,
        /// How many there may be.
        most: usize,
    },
    /// The app's folder lacks something.
    #[error("{0}")]
    App(String),
}

/// Adds the path to an error of the system.
fn at(path: &Path) -> impl FnOnce(io::Error) -> BuildError + '_ {
    move |error| BuildError::File { path: path.to_owned(), error }
}

/// `daylight build`: checks the dossier, then builds its site. Nothing is built of a dossier that has errors.
///
/// # Errors
/// The dossier's, or what could not be read or written.
pub fn run(args: &BuildArgs) -> Result<(), BuildError> {
    let dossier = read::load(&args.dossier)?;
    if dossier.event_table.is_some() {
        return Err(BuildError::TooManyEvents { path: args.dossier.clone(), most: MOST_MERGED });
    }
    build(args, dossier)
}

/// Builds the site of a checked dossier into `args.out`. Nothing is half-written: the site grows in a folder beside it, which
/// takes its place at the end.
fn build(args: &BuildArgs, dossier: Dossier) -> Result<(), BuildError> {
    let staging = beside(&args.out, "building");
    remove(&staging)?;
    fs::create_dir_all(&staging).map_err(at(&staging))?;

    let json = publish(&dossier)?;
    let assets = assets::copy(&args.app, &staging, &dossier)?;
    write(&staging.join("dossier.json"), json.as_bytes())?;
    let site = pages::Site {
        dossier: &dossier,
        assets: &assets,
        version: version(&json),
        base_url: args.base_url.as_deref(),
    };
    let embeds = embeds::all(&site, &args.app, &staging)?;
    for page in pages::all(&site).into_iter().chain(embeds) {
        write(&staging.join(&page.path), page.html.as_bytes())?;
    }
    if !args.plain {
        assets::precompress(&staging)?;
    }

    let old = beside(&args.out, "previous");
    remove(&old)?;
    if args.out.exists() {
        fs::rename(&args.out, &old).map_err(at(&args.out))?;
    }
    fs::rename(&staging, &args.out).map_err(at(&args.out))?;
    remove(&old)
}

/// The whole dossier as one JSON text, without the editors' schema link.
fn publish(dossier: &Dossier) -> Result<String, BuildError> {
    let mut published = dossier.clone();
    published.schema = None;
    assets::json("dossier", &published)
}

/// The content's version: the first twelve hex digits of the SHA-256 of the published dossier.
fn version(json: &str) -> String {
    assets::digest(json.as_bytes()).chars().take(12).collect()
}

fn beside(path: &Path, what: &str) -> PathBuf {
    let name =
        path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_else(|| "site".to_owned());
    path.with_file_name(format!(".{name}.{what}"))
}

fn remove(path: &Path) -> Result<(), BuildError> {
    if path.exists() { fs::remove_dir_all(path).map_err(at(path)) } else { Ok(()) }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), BuildError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    fs::write(path, bytes).map_err(at(path))
}
