//! Debian's and Ubuntu's packages: installed without a question where we may, named exactly where we may not.

use std::fs;
use std::process::Command;

use anyhow::Result;

use super::on_path;
use crate::tell;

/// How apt-get may be run.
enum Right {
    Root,
    Sudo,
}

/// Why this package cannot be installed from here, with what to type instead.
pub fn obstacle(debian: &str, ubuntu: &str) -> Option<String> {
    if on_path("apt-get", "").is_none() {
        return Some(format!(
            "this is neither Debian nor Ubuntu. Install by hand what Debian calls `{debian}`."
        ));
    }
    if right().is_none() {
        let package = name(debian, ubuntu);
        return Some(format!("not root, and sudo asks for a password. Type: sudo apt-get install {package}"));
    }
    None
}

/// Installs a package.
pub fn install(debian: &str, ubuntu: &str) -> Result<()> {
    // A new machine has no list of packages, or an old one.
    tell::run(apt().arg("update"))?;
    // The fonts that the page names first; without any, a browser shows boxes and measures nothing.
    let fonts = "fonts-liberation";
    tell::run(apt().args(["install", "--yes", "--no-install-recommends", name(debian, ubuntu), fonts]))
}

fn apt() -> Command {
    match right() {
        Some(Right::Sudo) => {
            let mut command = Command::new("sudo");
            command.args(["-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            command
        }
        Some(Right::Root) | None => {
            let mut command = Command::new("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive");
            command
        }
    }
}

fn right() -> Option<Right> {
    if is_root() {
        return Some(Right::Root);
    }
    tell::answer(Command::new("sudo").args(["-n", "true"])).map(|_| Right::Sudo)
}

/// Whose this process is, as the kernel says: asking a program would be one more that must be there.
#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

/// No Debian.
#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

/// Ubuntu gives the same programs other names.
fn name<'a>(debian: &'a str, ubuntu: &'a str) -> &'a str {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    if system.lines().any(|line| line == "ID=ubuntu") { ubuntu } else { debian }
}
