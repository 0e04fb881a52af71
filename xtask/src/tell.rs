//! How the commands speak, and how they run other programs: one line before each, the program's own output let through.

use std::io::Write;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

/// A heading before a step, on standard error like the programs' own progress.
pub fn heading(words: &str) {
    let bar = "-".repeat(74_usize.saturating_sub(words.chars().count()));
    say(&format!("\n-- {words} {bar}"));
}

/// One line to the person who waits.
pub fn say(words: &str) {
    // A closed terminal is no reason to stop building.
    let _ = writeln!(std::io::stderr(), "{words}");
}

/// Runs a program with its output let through; an exit code other than 0 is an error that names the command.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line_of(command);
    ended(&line, command.status().with_context(|| format!("could not start `{line}`"))?)
}

/// What the end of a program comes to; an exit code other than 0 is an error that names its command.
pub fn ended(line: &str, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// What a program prints on standard output, or nothing if it is not there or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// `cargo` as the one that runs us, so that a `+toolchain` on the command line holds for all we start.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A command as one would type it, for a message.
pub fn line_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
