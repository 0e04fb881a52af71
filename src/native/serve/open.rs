//! A page opened in the person's own browser.

use std::process::{Command, Stdio};

/// The system's way to open an address.
#[cfg(target_os = "macos")]
const OPENER: (&str, &[&str]) = ("open", &[]);
#[cfg(target_os = "windows")]
const OPENER: (&str, &[&str]) = ("cmd", &["/C", "start", ""]);
#[cfg(not(any(target_os = "macos", target_os = "windows")))]
const OPENER: (&str, &[&str]) = ("xdg-open", &[]);

/// Opens the page; `false` where the system has no way to.
pub fn page(url: &str) -> bool {
    let (program, words) = OPENER;
    let quiet = || Stdio::null();
    Command::new(program).args(words).arg(url).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn().is_ok()
}
