//! The site builder: a dossier and the built app become a folder of static files.

mod assets;
mod drawn;
mod embeds;
mod found;
mod pages;
mod share;
mod shell;
mod studio;
mod taken;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::export::{ExportError, publish, with_slash};
use super::pictures::PictureError;
use super::read;
use super::table::MOST_MERGED;
use crate::dossier::Dossier;
use crate::export::Published;

/// What a host that reads such a file sends with each answer: Netlify, Cloudflare Pages and others.
const HEADERS: &str = include_str!("../../../hosting/_headers");

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
    /// The address the site will have, for canonical links, link cards, oEmbed and the sitemap; without it there are none.
    #[arg(long, value_name = "URL")]
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
    /// A file to take along could not be made.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// A picture could not be made.
    #[error(transparent)]
    Picture(#[from] PictureError),
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

    let json = publish(&dossier).map_err(|error| BuildError::Json { what: "dossier", error })?;
    let version = version(&json);
    let address = args.base_url.as_deref().map(with_slash);
    let shown = address.as_deref().unwrap_or_default();
    let assets = assets::copy(&args.app, &staging, &dossier)?;
    write(&staging.join("dossier.json"), json.as_bytes())?;
    write(&staging.join("_headers"), HEADERS.as_bytes())?;
    let published = Published { address: shown, version: &version };
    let taken = taken::write_all(&dossier, published, &json, &staging)?;
    let cards = match &address {
        Some(address) => drawn::cards(&dossier, address, &staging)?,
        None => {
            println!(
                "Without --base-url the pages have no canonical addresses, link cards, oEmbed answers or sitemap: all of them \
                 name the site's own address."
            );
            BTreeMap::new()
        }
    };
    let found = found::Found::new(&dossier, address.clone(), cards, &version);
    let site = pages::Site {
        dossier: &dossier,
        assets: &assets,
        version: version.clone(),
        base_url: address.as_deref(),
        found: &found,
        taken: &taken,
    };
    let embeds = embeds::all(&site, &args.app, &staging)?;
    let mut pages = pages::all(&site);
    pages.push(share::page(&site, embeds.iter().map(|page| page.path.as_str())));
    pages.push(studio::page(&site, &args.app, &staging)?);
    for page in pages.iter().chain(&embeds) {
        write(&staging.join(&page.path), page.html.as_bytes())?;
    }
    for file in found.oembed().into_iter().chain(found.sitemap(pages.iter().map(|page| page.path.as_str()))) {
        write(&staging.join(&file.path), file.text.as_bytes())?;
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
