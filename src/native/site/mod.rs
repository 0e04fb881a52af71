//! The site builder: a dossier and the built app become a folder of static files.

mod app;
mod assets;
mod building;
mod cores;
mod drawn;
mod embeds;
mod found;
mod languages;
mod on_screen;
mod packed;
mod pages;
mod place;
mod share;
mod shell;
mod studio;
mod taken;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::address::site_address;
use super::export::{ExportError, publish, with_slash};
use super::pictures::{PictureError, has_letters};
use super::read;
use super::terminal::Progress;
use crate::dossier::Dossier;
use crate::dossier::table::MOST_RECORDS;
use crate::export::Published;
use app::AppFiles;
use assets::Assets;
use building::Turn;
use cores::on_all_cores;
use languages::{Other, Written};
pub use languages::{spoken, told_in};

/// What a host that reads such a file sends with each answer: Netlify, Cloudflare Pages and others.
pub const HEADERS: &str = include_str!("../../../hosting/_headers");

/// What `daylight build` is told.
#[derive(Args)]
#[command(
    after_help = "Exit codes: 0 built, 1 not built; a site that stood there is as it was, 2 the words cannot be understood, or the dossier's path cannot be read."
)]
pub struct BuildArgs {
    /// The dossier: a folder of JSON files, or one such file
    pub dossier: PathBuf,
    /// The folder to write the site into; a site that stands there is replaced as a whole
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// The address the site will have, for canonical links, link cards, oEmbed and the sitemap; without it there are none
    #[arg(long, value_name = "URL", value_parser = site_address)]
    pub base_url: Option<String>,
    /// Leave out the compressed copies (.br, .gz), which take most of the time
    #[arg(long)]
    pub plain: bool,
    /// The folder that Trunk built the app into, where it is not the one that the command carries
    #[arg(long, value_name = "DIR")]
    pub app: Option<PathBuf>,
}

/// Why a site was not built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A file could not be read or written.
    #[error("{path}: {error}{}", way_out(error))]
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
    /// Other things than a site stand where the site shall be.
    #[error(
        "{} holds something else than a built site, and building replaces the folder as a whole. Name a new folder with --out",
        .0.display()
    )]
    NoSite(PathBuf),
    /// Other things stand in a site's folder.
    #[error(
        "{} holds {} beside a built site, and building replaces the folder as a whole. Put {} elsewhere, or build into \
         another folder with --out and copy the site from there",
        .0.display(), named(.1), if .1.len() == 1 { "it" } else { "them" }
    )]
    HoldsMore(PathBuf, Vec<String>),
    /// The site's folder would take the dossier's place.
    #[error("{} holds the dossier, and building replaces the folder as a whole. Name another folder with --out", .0.display())]
    HoldsDossier(PathBuf),
    /// The site's folder would take the place of the folder in which the command runs.
    #[error(
        "{} is the folder you are in, and building replaces it as a whole. Go to another folder, and name this one with --out",
        .0.display()
    )]
    Here(PathBuf),
    /// The site's folder is a link to a place where nothing is.
    #[error("{} is a link that leads nowhere. Make the folder that it names, or name another one with --out", .0.display())]
    LeadsNowhere(PathBuf),
    /// Another build has not ended yet.
    #[error(
        "another build is writing {} at this moment. Build again when it has ended, or name another folder with --out",
        .0.display()
    )]
    Busy(PathBuf),
}

/// Some of many names, so that the others are not forgotten.
fn named(names: &[String]) -> String {
    const MOST: usize = 5;
    let shown: Vec<String> = names.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    let more = if names.len() > MOST { format!(" and {} more", names.len() - MOST) } else { String::new() };
    [shown.join(", "), more].concat()
}

/// What to do about an error of the system, where there is more to say than it does.
fn way_out(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            ". Make room, or name a folder on another disk with --out; what stood there before is untouched"
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            ". Name a folder that you may write to with --out; what stood there before is untouched"
        }
        _ => "",
    }
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
    place::may_be_replaced(&args.out, &args.dossier)?;
    let progress = Progress::of("Checking the dossier");
    let dossier = read::load(&args.dossier)?;
    if dossier.event_table.is_some() {
        return Err(BuildError::TooManyEvents { path: args.dossier.clone(), most: MOST_RECORDS });
    }
    let app = AppFiles::find(args.app.as_deref())?;
    // Only now: it makes folders where there are none.
    let turn = Turn::to_write(&place::behind_link(&args.out))?;
    turn.write(|staging| write_site(args, &app, &dossier, &progress, staging))
}

/// Whether there is an app to build sites around, in this folder or in the command.
///
/// # Errors
/// Says where to get one.
pub fn has_app(folder: Option<&Path>) -> Result<(), BuildError> {
    AppFiles::find(folder).map(|_| ())
}

/// Writes every file of the site into a folder; what is costly and has not changed comes from the site that stands at `args.out`.
fn write_site(
    args: &BuildArgs,
    app: &AppFiles,
    dossier: &Dossier,
    progress: &Progress,
    staging: &Path,
) -> Result<(), BuildError> {
    let json = publish(dossier).map_err(|error| BuildError::Json { what: "dossier", error })?;
    write(&staging.join("dossier.json"), json.as_bytes())?;
    write(&staging.join("_headers"), HEADERS.as_bytes())?;
    let address = args.base_url.as_deref().map(with_slash);
    let whole = Whole {
        app,
        staging,
        version: &version(&json),
        address: address.as_deref(),
        earlier: &args.out,
        progress,
    };
    let languages =
        languages::written(dossier).map_err(|error| BuildError::Json { what: "dossier", error })?;
    let mut pages = Vec::new();
    let mut first = None;
    for one in &languages {
        let assets = match &first {
            None => assets::copy(app, staging, &one.dossier, one.locale)?,
            Some(first) => assets::in_language(first, app, staging, one)?,
        };
        pages.extend(whole.write_language(one, &assets, &languages::others(&languages, one), &json)?);
        first.get_or_insert(assets);
    }
    for file in found::sitemap(whole.address, dossier.meta.upkeep().last(), pages.iter().map(String::as_str))
    {
        write(&staging.join(&file.path), file.text.as_bytes())?;
    }
    if !args.plain {
        progress.step("Compressing");
        assets::precompress(staging, &args.out)?;
    }
    Ok(())
}

/// What the languages of a site have in common.
struct Whole<'a> {
    app: &'a AppFiles,
    /// The folder it is written into.
    staging: &'a Path,
    version: &'a str,
    /// The address of the site's root, with a slash at its end.
    address: Option<&'a str>,
    /// The site that stood there before, whose pictures of the same drawings are taken over.
    earlier: &'a Path,
    progress: &'a Progress,
}

impl Whole<'_> {
    /// Writes the site in one language; gives the paths of its pages from the site's root. `json` is the whole dossier, as published.
    fn write_language(
        &self,
        one: &Written,
        assets: &Assets,
        others: &[Other],
        json: &str,
    ) -> Result<Vec<String>, BuildError> {
        let (out, dossier, locale) = (self.staging.join(&one.folder), &one.dossier, one.locale);
        let address = self.address.map(|address| format!("{address}{}", one.folder));
        let shown = address.as_deref().unwrap_or_default();
        let is_first = one.folder.is_empty();
        let own = if is_first {
            None
        } else {
            let own = publish(dossier).map_err(|error| BuildError::Json { what: "dossier", error })?;
            write(&out.join("dossier.json"), own.as_bytes())?;
            Some(own)
        };
        let published = Published { address: shown, version: self.version, locale };
        self.progress.step("Drawing pictures");
        if !has_letters(locale) {
            eprintln!(
                "note: this machine has no font for {}: its pages get no link cards and no PNG files (on Debian, fonts-nanum is one)",
                locale.own_name()
            );
        }
        let earlier = self.earlier.join(&one.folder);
        let taken = taken::write_all(dossier, published, own.as_deref().unwrap_or(json), &out, &earlier)?;
        let cards = match &address {
            Some(address) if has_letters(locale) => drawn::cards(dossier, locale, address, &out, &earlier)?,
            _ => BTreeMap::new(),
        };
        self.progress.step("Writing pages");
        let found = found::Found::new(dossier, locale, address.clone(), cards, self.version)
            .among(self.address, others);
        let site = pages::Site {
            locale,
            others,
            is_first,
            dossier,
            assets,
            version: self.version.to_owned(),
            base_url: address.as_deref(),
            found: &found,
            taken: &taken,
        };
        let embeds = embeds::all(&site, self.app, &out)?;
        let mut pages = pages::all(&site);
        pages.push(share::page(&site, embeds.iter().map(|page| page.path.as_str())));
        if is_first {
            pages.push(studio::page(&site, self.app, &out)?);
        }
        let written: Vec<_> = pages.iter().chain(&embeds).collect();
        on_all_cores(&written, |page| write(&out.join(&page.path), page.html.as_bytes()))?;
        on_all_cores(&found.oembed(), |file| write(&out.join(&file.path), file.text.as_bytes()))?;
        Ok(pages.iter().map(|page| format!("{}{}", one.folder, page.path)).collect())
    }
}

/// The content's version: the first twelve hex digits of the SHA-256 of the published dossier.
fn version(json: &str) -> String {
    assets::digest(json.as_bytes()).chars().take(12).collect()
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), BuildError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    fs::write(path, bytes).map_err(at(path))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Only {
        #[command(flatten)]
        args: BuildArgs,
    }

    fn told(address: &str) -> Result<String, clap::Error> {
        let words = ["build", "talks", "--out", "site", "--base-url", address];
        Only::try_parse_from(words).map(|only| only.args.base_url.unwrap_or_default())
    }

    #[test]
    fn a_site_has_a_whole_address() {
        for address in ["https://example.org", "http://localhost:8080/x/", "HTTPS://example.org/x"] {
            assert_eq!(told(address).unwrap(), address);
        }
        for (address, advice) in [
            ("example.org/x", "write https://example.org/x"),
            ("localhost:8080", "write https://localhost:8080"),
            ("ftp://example.org/x", "write https://example.org/x"),
            ("https://", "https://example.org/talks"),
            ("https://:80/", "https://example.org/talks"),
            ("/talks", "https://example.org/talks"),
            ("https://example.org/?x", "https://example.org/talks"),
            ("https://example.org /x", "https://example.org/talks"),
            ("https://\u{d55c}.kr/", "begins with xn--"),
        ] {
            let error = told(address).unwrap_err();
            assert_eq!(error.exit_code(), 2, "{address}");
            assert!(error.to_string().contains(advice), "{error}");
        }
    }
}
