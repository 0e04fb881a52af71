//! Getting one tool: a line that says what, why and how long, then the installer's own progress.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::table::{Source, Tool};
use super::{cache, debian, on_path};
use crate::{clone, tell};

/// Why this tool cannot be installed from here, with what the person can do; nothing if it can.
pub fn obstacle(tool: &Tool) -> Option<String> {
    let what = format!("{} ({})", tool.name, tool.why);
    match &tool.source {
        Source::RustTarget if on_path("rustup", "").is_none() => Some(format!(
            "{what}:\n  rustup is not on PATH. Install Rust by rustup (https://rustup.rs), or add this target to your\n  \
             toolchain by the means it came with."
        )),
        Source::RustComponent { program } if on_path("rustup", "").is_none() => Some(format!(
            "{what}:\n  rustup is not on PATH. Install Rust by rustup (https://rustup.rs), or add the program `{program}` to your\n  \
             toolchain by the means it came with."
        )),
        Source::Npm { package, .. } if on_path("npm", "").is_none() => Some(format!(
            "{what}:\n  npm is not on PATH. Install Node.js with npm (Debian, Ubuntu: apt-get install npm); it brings\n  \
             the package `{package}`."
        )),
        Source::NpmLock { folder } if on_path("npm", "").is_none() => Some(format!(
            "{what}:\n  npm is not on PATH. Install Node.js with npm (Debian, Ubuntu: apt-get install npm); it brings\n  \
             what {folder}/package-lock.json names."
        )),
        Source::Debian { package, in_ubuntu, variable, .. } => {
            debian::obstacle(package, in_ubuntu).map(|reason| {
                format!("{what}:\n  {reason}\n  Or name one that you have: {variable}=/path/to/it")
            })
        }
        _ => None,
    }
}

/// Installs one tool.
pub fn install(tool: &Tool) -> Result<()> {
    if let Some(obstacle) = obstacle(tool) {
        bail!("{obstacle}");
    }
    tell::heading(&format!("Installing {} {}", tool.name, tool.version));
    tell::say(&format!("Why: {}. Takes {}.", tool.why, tool.takes));
    match &tool.source {
        Source::RustTarget => tell::run(Command::new("rustup").args(["target", "add", tool.name])),
        Source::RustComponent { .. } => {
            tell::run(Command::new("rustup").args(["component", "add", tool.name]))
        }
        Source::Cargo { package, locked, .. } => cargo(tool, package, *locked),
        Source::Npm { package, .. } => npm(tool, package),
        Source::NpmLock { folder } => npm_lock(&clone::root().join(folder)),
        Source::Debian { package, in_ubuntu, .. } => debian::install(package, in_ubuntu),
    }
}

fn cargo(tool: &Tool, package: &str, locked: bool) -> Result<()> {
    // What is compiled on the way is thrown away afterwards; only the programs stay.
    let compiled = cache::beside(&format!("target-{package}"))?;
    cache::install(tool, |dir| {
        let mut command = tell::cargo();
        command.args(["install", "--version", &tool.version, "--root"]).arg(dir);
        if locked {
            command.arg("--locked");
        }
        // Away from the clone, whose own cargo settings are not meant for this.
        command.arg(package).current_dir(cache::root()?).env("CARGO_TARGET_DIR", &compiled);
        tell::run(&mut command)
    })?;
    // A build folder that will not go is swept up by the next set-up.
    let _ = fs::remove_dir_all(&compiled);
    Ok(())
}

fn npm(tool: &Tool, package: &str) -> Result<()> {
    cache::install(tool, |dir| {
        let mut command = Command::new("npm");
        command.args(["install", "--no-audit", "--no-fund", "--no-save", "--no-package-lock", "--prefix"]);
        tell::run(command.arg(dir).arg(format!("{package}@{}", tool.version)).current_dir(dir))
    })
}

/// npm throws away what is there and fills `node_modules/` anew. The copy of the lock file comes last and says that it is
/// whole, and what it holds.
fn npm_lock(folder: &Path) -> Result<()> {
    tell::run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))?;
    let (lock, copy) = locks(folder);
    fs::copy(&lock, &copy).with_context(|| format!("could not write {}", copy.display()))?;
    Ok(())
}

/// Whether all that the folder's lock file names is installed.
pub fn is_as_locked(folder: &Path) -> bool {
    let (lock, copy) = locks(folder);
    fs::read(lock).is_ok_and(|wanted| fs::read(copy).is_ok_and(|there| wanted == there))
}

fn locks(folder: &Path) -> (PathBuf, PathBuf) {
    (folder.join("package-lock.json"), folder.join("node_modules").join(".daylight-lock.json"))
}
