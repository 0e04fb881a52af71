//! Our tools' cache: one folder per tool and version, which is either whole or not there. An installation goes into a
//! folder beside it that is renamed when it is complete, so one that was stopped half-way never counts.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::table::Tool;
use crate::tell;

/// What the name of an unfinished installation begins with.
const UNFINISHED: &str = ".unfinished-";

/// The cache: `$DAYLIGHT_CACHE`, or `daylight/tools` in the person's cache folder.
pub fn root() -> Result<PathBuf> {
    // A variable that is set to nothing counts as not set, as the XDG rules have it.
    let named = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(dir) = named("DAYLIGHT_CACHE") {
        return std::path::absolute(&dir)
            .with_context(|| format!("DAYLIGHT_CACHE={} is no path", dir.display()));
    }
    let cache = named("XDG_CACHE_HOME").or_else(|| Some(named("HOME")?.join(".cache")));
    match cache {
        Some(cache) => Ok(cache.join("daylight").join("tools")),
        None => bail!(
            "neither HOME nor DAYLIGHT_CACHE is set, so there is no place for tools; set DAYLIGHT_CACHE"
        ),
    }
}

/// A tool's folder, whole or not there.
pub fn folder(tool: &Tool) -> Result<PathBuf> {
    Ok(root()?.join(format!("{}-{}", tool.name, tool.version)))
}

/// Held while installing: a second set-up waits for the first. It ends with the process, however that ends.
pub fn lock() -> Result<File> {
    let root = root()?;
    fs::create_dir_all(&root).with_context(|| format!("could not make {}", root.display()))?;
    let path = root.join(".lock");
    let file = File::create(&path).with_context(|| format!("could not write {}", path.display()))?;
    if file.try_lock().is_err() {
        tell::say("Another set-up is installing tools; waiting for it.");
        file.lock().with_context(|| format!("could not lock {}", path.display()))?;
    }
    // Whatever an installation that was stopped left behind; nobody else can be writing it now.
    for entry in fs::read_dir(&root)?.flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            fs::remove_dir_all(entry.path())
                .with_context(|| format!("could not remove {}", entry.path().display()))?;
        }
    }
    Ok(file)
}

/// Fills a tool's folder by `fill`, all or nothing.
pub fn install(tool: &Tool, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let whole = folder(tool)?;
    let unfinished = beside(&format!("{}-{}", tool.name, tool.version))?;
    fill(&unfinished)?;
    if whole.exists() {
        // There, but it did not answer: a broken one of ours.
        fs::remove_dir_all(&whole).with_context(|| format!("could not remove {}", whole.display()))?;
    }
    fs::rename(&unfinished, &whole).with_context(|| format!("could not put {} in place", whole.display()))
}

/// A new folder for what is not complete yet; swept up by the next set-up if it is left behind.
pub fn beside(name: &str) -> Result<PathBuf> {
    let dir = root()?.join(format!("{UNFINISHED}{name}"));
    fs::create_dir_all(&dir).with_context(|| format!("could not make {}", dir.display()))?;
    Ok(dir)
}
