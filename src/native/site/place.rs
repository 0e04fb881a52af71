//! Where a site may be written. Building replaces a folder as a whole, so it must hold nothing but what a build has written: a site's folder is
//! easily made a place for more, a git repository or a host's own files.

use std::fs;
use std::path::{Path, PathBuf};

use super::{BuildError, at};

/// What else a site has in its folder: files, then folders. [`is_of_a_site`] knows those in its name that the content gives.
const NAMES: [&str; 21] = [
    "404.html",
    "_headers",
    "dossier.json",
    "embed.js",
    "index.html",
    "robots.txt",
    "sitemap.xml",
    "card",
    "data",
    "embed",
    "en",
    "event",
    "issue",
    "ko",
    "method",
    "oembed",
    "open",
    "share",
    "sources",
    "studio",
    "tables",
];

/// Whether a site may take the place of what stands there: nothing, an empty folder, or an earlier site and nothing besides.
///
/// # Errors
/// Says what of it would be lost.
pub fn may_be_replaced(out: &Path, dossier: &Path) -> Result<(), BuildError> {
    if !out.exists() {
        return if is_link(out) { Err(BuildError::LeadsNowhere(out.to_owned())) } else { Ok(()) };
    }
    if real(dossier).starts_with(real(out)) {
        return Err(BuildError::HoldsDossier(out.to_owned()));
    }
    // The folder one is in cannot be moved, and `..` is a name that no other folder can be given.
    if real(out) == real(Path::new(".")) || out.file_name().is_none() {
        return Err(BuildError::Here(out.to_owned()));
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(out).map_err(at(out))? {
        names.push(entry.map_err(at(out))?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    // Every site has had these two since the first.
    let is_site = ["index.html", "dossier.json"].iter().all(|name| out.join(name).is_file());
    if !names.is_empty() && !is_site {
        return Err(BuildError::NoSite(out.to_owned()));
    }
    names.retain(|name| !is_of_a_site(name));
    if names.is_empty() { Ok(()) } else { Err(BuildError::HoldsMore(out.to_owned(), names)) }
}

/// Where a site is written: a link stays, and what it leads to is replaced.
pub fn behind_link(out: &Path) -> PathBuf {
    if is_link(out) { real(out) } else { out.to_owned() }
}

fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Whether a path names a link, also with a slash behind it, for which the system would look at what it leads to.
fn is_link(path: &Path) -> bool {
    path.components().collect::<PathBuf>().is_symlink()
}

/// Whether a build writes such a name into a site's folder.
fn is_of_a_site(name: &str) -> bool {
    let name = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(name);
    NAMES.contains(&name) || has_hash(name)
}

/// Whether a name ends as those do that are never given to other content: `boot-0123456789.js`.
fn has_hash(name: &str) -> bool {
    let Some((stem, extension)) = name.rsplit_once('.') else { return false };
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    ["css", "js", "json", "wasm"].contains(&extension) && hash.len() == 10 && hash.bytes().all(is_hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_a_site_are_told_from_others() {
        for name in ["index.html", "index.html.br", "ko", "boot-8927213cde.js", "take-b5a7a6aa45.json.gz"] {
            assert!(is_of_a_site(name), "{name}");
        }
        for name in [
            ".git",
            "CNAME",
            ".nojekyll",
            "notes",
            "index.htm",
            "jquery-3.7.1.js",
            "a-8927213cde.txt",
            "embed.js.bak",
        ] {
            assert!(!is_of_a_site(name), "{name}");
        }
    }
}
