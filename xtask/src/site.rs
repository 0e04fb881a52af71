//! Making the site. It is built beside and then put in place, so a build that fails, or is stopped, leaves the last good
//! site as it was.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::tools::Ready;
use crate::{clone, tell};

/// The dossier that the site is made from.
const DOSSIER: &str = "dossiers/us-dprk";

/// Which site: what readers get, or what one looks at while working.
#[derive(Clone, Copy)]
pub enum Site {
    /// In `dist/`; small, and slow to build. What is tested and published is always this.
    Release,
    /// In `target/site-quick/`; behaves the same and is built again in a fraction of the time, but the wasm is two to three times
    /// as large. (Trunk's debug build is as quick, but six times as large, slower in a browser, and stops where the
    /// release wraps around.) docs/decisions.md has the measurements.
    Quick,
}

impl Site {
    /// Where Trunk leaves the wasm, its glue and the shell that names them.
    fn app(self) -> &'static str {
        match self {
            // `dist` in Trunk.toml.
            Site::Release => "target/app",
            Site::Quick => "target/app-quick",
        }
    }

    /// Where the finished site stands.
    pub fn place(self) -> PathBuf {
        match self {
            Site::Release => clone::dist(),
            Site::Quick => clone::root().join("target").join("site-quick"),
        }
    }
}

/// Builds the whole site.
pub fn build(site: Site, ready: &Ready) -> Result<()> {
    app(site, ready)?;
    pages(site)
}

/// The part that runs in the browser: wasm, its glue, and the shell that names them.
fn app(site: Site, ready: &Ready) -> Result<()> {
    tell::heading("The page's wasm, by Trunk");
    // Trunk is kept off the network, so that it can fetch no tool of its own; but it keeps its cargo off it too, and in a
    // fresh clone the crates for the browser are still to be fetched.
    tell::run(
        tell::cargo().args(["fetch", "--target", "wasm32-unknown-unknown"]).current_dir(clone::root()),
    )?;
    tell::run(
        Command::new(ready.place("trunk")?)
            .args(["build", "--offline", "--skip-version-check", "--dist", site.app()])
            .args(match site {
                Site::Release => ["--release"].as_slice(),
                Site::Quick => &["--cargo-profile", "quick"],
            })
            .env("PATH", ready.path()?)
            // Trunk takes NO_COLOR=1 for a mistake: it wants `true`.
            .env_remove("NO_COLOR")
            // What is wrong with the code is said by rustc; where in Trunk that was noticed helps nobody.
            .env("RUST_BACKTRACE", "0")
            .current_dir(clone::root()),
    )
}

/// The part that is ready to read: the dossier checked and written out as pages around the app.
pub fn pages(site: Site) -> Result<()> {
    tell::heading("The pages, by daylight build");
    let place = site.place();
    let next = beside(&place, "next")?;
    tell::run(daylight().args(["build", DOSSIER, "--app", site.app(), "--out"]).arg(&next))?;
    put_in_place(&next, &place)?;
    tell::say(&format!("The site is in {}", place.display()));
    Ok(())
}

/// The `daylight` command, built if need be; more words are its own.
pub fn daylight() -> Command {
    let mut command = tell::cargo();
    command.args(["run", "--profile", "native", "--bin", "daylight", "--"]);
    command.current_dir(clone::root());
    command
}

/// Two renames: no moment at which half a site stands there, and next to none at which there is none.
fn put_in_place(next: &Path, place: &Path) -> Result<()> {
    let last = beside(place, "last")?;
    if place.exists() {
        fs::rename(place, &last).with_context(|| format!("could not move {} away", place.display()))?;
    }
    fs::rename(next, place).with_context(|| format!("could not put {} in place", place.display()))?;
    remove(&last)
}

/// A path in `target/`, with nothing there, for a site on its way in or out.
fn beside(place: &Path, word: &str) -> Result<PathBuf> {
    let target = clone::root().join("target");
    fs::create_dir_all(&target).with_context(|| format!("could not make {}", target.display()))?;
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let path = target.join(format!("{name}-{word}"));
    remove(&path)?;
    Ok(path)
}

fn remove(dir: &Path) -> Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir).with_context(|| format!("could not remove {}", dir.display()))?;
    }
    Ok(())
}
