//! The tools that building and testing need: what is there, what is missing, and getting it. A tool of the right version
//! that the person already has is used as it is; ours stand in a cache of their own and never over theirs.

mod cache;
mod debian;
mod install;
mod table;

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{clone, tell};
pub use table::Need;
#[cfg(test)]
pub use table::tools as all;
use table::{Source, Tool};

/// The tools found: which folders must stand first in PATH, and where each thing is.
pub struct Ready {
    found: Vec<(&'static str, PathBuf)>,
    folders: Vec<PathBuf>,
}

impl Ready {
    /// PATH with our tools' folders before the person's own.
    pub fn path(&self) -> Result<OsString> {
        let theirs = std::env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(std::env::split_paths(&theirs));
        std::env::join_paths(all).context("a folder in PATH cannot be written in PATH")
    }

    /// Where the tool with this name in the table is.
    pub fn place(&self, name: &str) -> Result<&Path> {
        let entry = self.found.iter().find(|(found, _)| *found == name);
        entry.map(|(_, place)| place.as_path()).with_context(|| format!("{name} was not set up"))
    }
}

/// Installs what is missing of what these needs ask for, and says where everything is.
pub fn ready(needs: &[Need]) -> Result<Ready> {
    let mut missing = Vec::new();
    for tool in table::tools()? {
        if tool.is_for(needs) && find(&tool).is_none() {
            missing.push(tool);
        }
    }
    if !missing.is_empty() {
        // All that stands in the way is said at once, before anything long begins.
        let obstacles: Vec<String> = missing.iter().filter_map(install::obstacle).collect();
        if !obstacles.is_empty() {
            bail!("some tools are missing and cannot be installed from here:\n\n{}", obstacles.join("\n\n"));
        }
        let _alone = cache::lock()?;
        for tool in &missing {
            // Another clone's set-up may have installed it while this one waited for the lock.
            if find(tool).is_none() {
                install::install(tool)?;
                find(tool).with_context(|| format!("{} was installed but does not answer", tool.name))?;
            }
        }
    }
    let mut ready = Ready { found: Vec::new(), folders: Vec::new() };
    for tool in table::tools()?.into_iter().filter(|tool| tool.is_for(needs)) {
        let place = find(&tool).with_context(|| format!("{} is missing", tool.name))?;
        if let (Source::Cargo { .. } | Source::Npm { .. }, Some(folder)) = (&tool.source, place.parent())
            && place.starts_with(cache::root()?)
        {
            ready.folders.push(folder.to_path_buf());
        }
        ready.found.push((tool.name, place));
    }
    Ok(ready)
}

/// Prints what is there of what these needs ask for and what is missing; an error if anything is missing.
pub fn report(needs: &[Need]) -> Result<()> {
    let mut missing = 0;
    for tool in table::tools()?.into_iter().filter(|tool| tool.is_for(needs)) {
        let what = format!("{} {}", tool.name, tool.version);
        match find(&tool) {
            Some(place) => println!("{what:<32} {}", place.display()),
            None => {
                missing += 1;
                println!("{what:<32} MISSING: {}", tool.why);
                if let Some(obstacle) = install::obstacle(&tool) {
                    println!("{obstacle}\n");
                }
            }
        }
    }
    if missing > 0 {
        bail!("{missing} missing; `cargo xtask setup` installs what it can");
    }
    Ok(())
}

/// Where the tool is: named by the person, on their PATH, or in our cache; never one of another version.
fn find(tool: &Tool) -> Option<PathBuf> {
    match &tool.source {
        Source::RustTarget => {
            let sysroot = tell::answer(Command::new("rustc").args(["--print", "sysroot"]))?;
            let lib = Path::new(sysroot.trim()).join("lib/rustlib").join(tool.name).join("lib");
            lib.is_dir().then_some(lib)
        }
        // Rustup puts a program of this name on PATH for every part that there can be; only one that is there answers.
        Source::RustComponent { program } => on_path(program, &tool.answer),
        Source::Cargo { program, .. } => on_path(program, &tool.answer).or_else(|| {
            let ours = cache::folder(tool).ok()?.join("bin").join(program);
            answers(&ours, &tool.answer).then_some(ours)
        }),
        Source::Npm { program: Some(program), .. } => on_path(program, &tool.answer).or_else(|| {
            let ours = cache::folder(tool).ok()?.join("node_modules/.bin").join(program);
            answers(&ours, &tool.answer).then_some(ours)
        }),
        Source::Npm { program: None, file, .. } => {
            let ours = cache::folder(tool).ok()?.join("node_modules").join(file);
            ours.is_file().then_some(ours)
        }
        Source::NpmLock { folder } => {
            let folder = clone::root().join(folder);
            install::is_as_locked(&folder).then(|| folder.join("node_modules"))
        }
        Source::Debian { variable, programs, .. } => match std::env::var_os(variable) {
            Some(named) => Some(PathBuf::from(named)).filter(|named| named.is_file()),
            None => programs.iter().find_map(|program| on_path(program, "")),
        },
    }
}

/// The first program of this name on PATH, if it gives the wanted answer to `--version`.
fn on_path(program: impl AsRef<OsStr>, wanted: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let first =
        std::env::split_paths(&path).map(|dir| dir.join(program.as_ref())).find(|file| file.is_file())?;
    (wanted.is_empty() || answers(&first, wanted)).then_some(first)
}

fn answers(program: &Path, wanted: &str) -> bool {
    let said = || tell::answer(Command::new(program).arg("--version"));
    program.is_file() && said().is_some_and(|said| has_words(&said, wanted))
}

/// Whether the words stand in the answer as whole words, so that 0.2.13 is not taken for 0.2.130.
fn has_words(said: &str, wanted: &str) -> bool {
    let said: Vec<&str> = said.split_whitespace().collect();
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    said.windows(wanted.len().max(1)).any(|words| words == wanted.as_slice())
}

#[cfg(test)]
mod tests {
    use super::has_words;

    #[test]
    fn a_version_is_matched_whole() {
        assert!(has_words("wasm-bindgen 0.2.130\n", "wasm-bindgen 0.2.130"));
        assert!(has_words("wasm-opt version 132 (version_132)", "wasm-opt version 132"));
        assert!(!has_words("wasm-bindgen 0.2.130", "wasm-bindgen 0.2.13"));
        assert!(!has_words("trunk 0.22.1", "trunk 0.21.14"));
        assert!(!has_words("", "trunk 0.21.14"));
    }
}
