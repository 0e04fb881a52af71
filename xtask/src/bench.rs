//! `cargo xtask bench`: the release site's timeline measured beside others by the harness in `bench/`, which is a program of
//! its own for Node. This file makes ready what it needs and starts it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::site::{self, Site, Wishes};
use crate::tools::{self, Need, Ready};
use crate::{clone, tell};

/// Measures; what was found is in `bench/results.md`. A goal that is missed is told and is no error.
pub fn run(quick: bool) -> Result<()> {
    let ready = tools::ready(&[Need::Building, Need::Benching])?;
    site::build(Site::Release, &ready, &Wishes::default())?;
    tell::heading(if quick { "Measuring, in brief" } else { "Measuring" });
    let mut command = node(&ready)?;
    command.args(["bench.mjs", "--ours-dir"]).arg(clone::dist()).env("CHROMIUM", ready.place("chromium")?);
    if quick {
        command.arg("--quick");
    }
    tell::run(&mut command)
}

/// The harness's own tests: plain Node, no packages, no browser, two seconds.
pub fn test(ready: &Ready) -> Result<()> {
    let folder = folder().join("test");
    let entries = fs::read_dir(&folder).with_context(|| format!("could not read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    tell::run(node(ready)?.arg("--test").args(files))
}

/// Node in the harness's folder.
fn node(ready: &Ready) -> Result<Command> {
    let mut command = Command::new(ready.place("node")?);
    command.current_dir(folder());
    Ok(command)
}

fn folder() -> PathBuf {
    clone::root().join("bench")
}
