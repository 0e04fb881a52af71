//! Making the site: Trunk compiles the part that runs in the browser, `daylight build` writes the pages around it and puts
//! the whole in place at once, so a build that fails, or is stopped, leaves the last good site as it was.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

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

/// Where the site's own address stands where no option names it.
const BASE_URL: &str = "DAYLIGHT_BASE_URL";

/// What a person can ask of a site.
#[derive(Default)]
pub struct Wishes {
    /// The address it will stand at, else that of the environment.
    pub base_url: Option<String>,
    /// Without the compressed copies.
    pub plain: bool,
}

/// Builds the whole site.
pub fn build(site: Site, ready: &Ready, wishes: &Wishes) -> Result<()> {
    app(site, ready)?;
    pages(site, wishes)
}

/// The part that runs in the browser: wasm, its glue, and the shell that names them.
fn app(site: Site, ready: &Ready) -> Result<()> {
    app_into(site, ready, Path::new(site.app()))
}

/// The same of the release, into a folder of the caller's: for the build script of the command, which carries it.
pub fn carried(ready: &Ready, out: &Path) -> Result<()> {
    app_into(Site::Release, ready, out)
}

fn app_into(site: Site, ready: &Ready, out: &Path) -> Result<()> {
    tell::heading("The page's wasm, by Trunk");
    // Trunk is kept off the network, so that it can fetch no tool of its own; but it keeps its cargo off it too, and in a
    // fresh clone the crates for the browser are still to be fetched.
    tell::run(
        tell::cargo().args(["fetch", "--target", "wasm32-unknown-unknown"]).current_dir(clone::root()),
    )?;
    tell::run(
        Command::new(ready.place("trunk")?)
            .args(["build", "--offline", "--skip-version-check", "--dist"])
            .arg(out)
            .args(match site {
                Site::Release => ["--release"].as_slice(),
                Site::Quick => &["--cargo-profile", "quick"],
            })
            .env("PATH", ready.path()?)
            .env("CARGO_ENCODED_RUSTFLAGS", short_paths())
            // Trunk takes NO_COLOR=1 for a mistake: it wants `true`.
            .env_remove("NO_COLOR")
            // What is wrong with the code is said by rustc; where in Trunk that was noticed helps nobody.
            .env("RUST_BACKTRACE", "0")
            .current_dir(clone::root()),
    )
}

/// Flags for rustc that write the places of this machine out of what ships: a panic's message names a file as
/// `yew-0.23.0/src/...`, whoever built it. The same source gives the same bytes everywhere, and fewer of them.
fn short_paths() -> std::ffi::OsString {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let registries = home.map(|home| home.join("registry").join("src"));
    let registries = registries.and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten();
    let mut flags = std::ffi::OsString::new();
    // Cargo's separator, which no path holds.
    let places = registries
        .filter_map(|entry| entry.ok())
        .map(|entry| entry.path())
        .chain([clone::root().to_path_buf()]);
    for (at, place) in places.enumerate() {
        if at > 0 {
            flags.push("\x1f");
        }
        flags.push("--remap-path-prefix=");
        flags.push(place);
        flags.push("/=");
    }
    flags
}

/// The part that is ready to read: the dossier checked and written out as pages around the app.
pub fn pages(site: Site, wishes: &Wishes) -> Result<()> {
    tell::heading("The pages, by daylight build");
    tell::run(&mut pages_command(site, wishes))?;
    tell::say(&format!("The site is in {}", site.place().display()));
    Ok(())
}

fn pages_command(site: Site, wishes: &Wishes) -> Command {
    let mut build = daylight();
    build.args(["build", DOSSIER, "--app", site.app(), "--out"]).arg(site.place());
    let named = std::env::var(BASE_URL).ok().filter(|url| !url.is_empty());
    if let Some(url) = wishes.base_url.as_ref().or(named.as_ref()) {
        build.args(["--base-url", url]);
    }
    // Compressing some hundreds of pages takes longer than all the rest, and our own server sends them as they are.
    if wishes.plain || matches!(site, Site::Quick) {
        build.arg("--plain");
    }
    build
}

/// The `daylight` command, built if need be; more words are its own.
pub fn daylight() -> Command {
    let mut command = tell::cargo();
    command.args(["run", "--profile", "native", "--bin", "daylight", "--"]);
    command.current_dir(clone::root());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressed_copies_are_left_out_where_nobody_wants_them() {
        let words = |site, plain| {
            let wishes = Wishes { base_url: Some("https://example.org/".into()), plain };
            let command = pages_command(site, &wishes);
            command.get_args().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        for (site, plain, left_out) in
            [(Site::Release, false, false), (Site::Release, true, true), (Site::Quick, false, true)]
        {
            let words = words(site, plain);
            assert_eq!(words.contains(&"--plain".into()), left_out, "{words:?}");
            assert!(words.contains(&"https://example.org/".into()), "{words:?}");
        }
    }
}
