//! What shells and `man` are told of the command, made from its own definition.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use super::terminal;

/// What `daylight completions` is told.
#[derive(Args)]
#[command(after_help = "Exit codes: 0 written, 2 the shell is none of these.")]
pub struct CompletionArgs {
    /// The shell that shall complete the command's words
    #[arg(value_enum)]
    shell: Shell,
}

/// What `daylight man` is told.
#[derive(Args)]
#[command(after_help = "Exit codes: 0 written, 1 not written, 2 the words cannot be understood.")]
pub struct ManArgs {
    /// A folder for a page of each subcommand; without it the command's own page goes to standard output
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// A page could not be made or written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {error}", path.display())]
pub struct ManError {
    path: PathBuf,
    error: io::Error,
}

/// `daylight completions`.
pub fn completions(args: &CompletionArgs, mut command: Command) {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "daylight", &mut script);
    terminal::print(&String::from_utf8_lossy(&script));
}

/// `daylight man`.
///
/// # Errors
/// What could not be written.
pub fn man(args: &ManArgs, command: Command) -> Result<(), ManError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| ManError { path, error }
    };
    let Some(folder) = &args.out else {
        let text = page(command).map_err(failed(Path::new("the page")))?;
        terminal::print(&String::from_utf8_lossy(&text));
        return Ok(());
    };
    std::fs::create_dir_all(folder).map_err(failed(folder))?;
    clap_mangen::generate_to(command, folder).map_err(failed(folder))
}

fn page(command: Command) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    Man::new(command).render(&mut text)?;
    Ok(text)
}
