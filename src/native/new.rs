//! `daylight new`: a small, complete dossier to begin with. It is invented, says so, and passes the check without a warning.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{files, terminal};

/// What `daylight new` is told.
#[derive(Args)]
#[command(
    after_help = "Exit codes: 0 written, 1 not written, 2 the words cannot be understood. Nothing is ever written over."
)]
pub struct NewArgs {
    /// The folder to make; it may be there if it is empty
    dir: PathBuf,
}

/// Why no dossier was begun.
#[derive(Debug, thiserror::Error)]
pub enum NewError {
    /// Something is in the folder.
    #[error("{} is not empty; name a folder that is, or one that is not there yet", .0.display())]
    NotEmpty(PathBuf),
    /// It cannot be made or written.
    #[error("cannot write {}: {error}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

macro_rules! starter {
    ($($name:literal),+ $(,)?) => {
        /// The files of the folder `starter/`, by name.
        pub const FILES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../starter/", $name)))),+];
    };
}

starter!(
    "README.md",
    "argument.json",
    "arms-tests.json",
    "commitments.json",
    "documents.json",
    "estimates.json",
    "events.json",
    "issues.json",
    "meta.json",
    "processes.json",
    "sources.json",
);

/// `daylight new`: gives what to tell the author.
///
/// # Errors
/// The folder holds something, or cannot be written.
pub fn run(args: &NewArgs) -> Result<String, NewError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| NewError::Write { path, error }
    };
    let dir = &args.dir;
    fs::create_dir_all(dir).map_err(failed(dir))?;
    if fs::read_dir(dir).map_err(failed(dir))?.next().is_some() {
        return Err(NewError::NotEmpty(dir.clone()));
    }
    for (name, text) in FILES {
        let path = dir.join(name);
        files::put(&path, text.as_bytes()).map_err(failed(&path))?;
    }
    let (shown, typed) = (dir.display(), terminal::word(dir));
    Ok(format!(
        "Written: a small dossier in {shown}, invented from end to end. {shown}/README.md says what is in each file.\n\n  \
         daylight check {typed}    says what is wrong, with line, column and a way to mend it\n  \
         daylight serve {typed}    shows the page on this machine, and follows every change\n"
    ))
}
