//! A path becomes the files of a dossier: the JSON files of a folder, by name and not below it, or one file; and the event
//! table that they name.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::table;
use super::terminal::counted;
use crate::dossier::Dossier;
use crate::dossier::check::{self, Checked, Diagnostic, MAX_FILE_BYTES, Severity, SourceFile};

/// The files of a dossier, and what is wrong with their bytes.
#[derive(Debug)]
pub struct Files {
    /// Every file, by name.
    pub files: Vec<SourceFile>,
    /// Bytes that are no text.
    pub problems: Vec<Diagnostic>,
}

/// Why there is nothing to check.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The path cannot be read.
    #[error("cannot read {}: {error}", path.display())]
    Io {
        /// The path.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A folder with no dossier in it.
    #[error("{} holds no .json file: a dossier is a folder of them, or one such file", .0.display())]
    Empty(PathBuf),
}

/// Why there is no dossier.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// It could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It was read, and is wrong.
    #[error("{}: {}; `daylight check` shows {}", path.display(), counted(*errors, "error"), if *errors == 1 { "it" } else { "them" })]
    Wrong {
        /// The path.
        path: PathBuf,
        /// How many errors it has.
        errors: usize,
    },
}

/// Reads the files of the dossier at `path`.
pub fn read(path: &Path) -> Result<Files, ReadError> {
    let failed = |error| ReadError::Io { path: path.to_owned(), error };
    let paths = if fs::metadata(path).map_err(failed)?.is_dir() {
        json_files(path).map_err(failed)?
    } else {
        vec![path.to_owned()]
    };
    if paths.is_empty() {
        return Err(ReadError::Empty(path.to_owned()));
    }
    let mut read = Files { files: Vec::new(), problems: Vec::new() };
    for path in paths {
        let bytes = bytes(&path).map_err(|error| ReadError::Io { path: path.clone(), error })?;
        let (file, problem) = SourceFile::from_bytes(path.display().to_string(), bytes);
        read.files.push(file);
        read.problems.extend(problem);
    }
    Ok(read)
}

/// Reads and checks the dossier at `path`; the files come back for whoever shows them.
pub fn read_and_check(path: &Path) -> Result<(Vec<SourceFile>, Checked), ReadError> {
    let Files { files, problems } = read(path)?;
    let mut checked = check::check(&files);
    let mut files = files;
    let mut more = problems;
    if let Some(address) = checked.event_table.clone() {
        more.extend(table::read(path, &address, &mut checked.dossier, &mut files));
    }
    if more.iter().any(|found| found.severity == Severity::Error) {
        checked.dossier = None;
    }
    if !more.is_empty() {
        checked.diagnostics.extend(more);
        checked.diagnostics.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    }
    Ok((files, checked))
}

/// The dossier at `path`, for commands that need a sound one.
pub fn load(path: &Path) -> Result<Dossier, LoadError> {
    load_from(path).map(|(dossier, _)| dossier)
}

/// The dossier at `path`, and the files that it was read from.
pub fn load_from(path: &Path) -> Result<(Dossier, Vec<PathBuf>), LoadError> {
    let (files, checked) = read_and_check(path)?;
    let errors = checked.diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    let dossier = checked.dossier.ok_or_else(|| LoadError::Wrong { path: path.to_owned(), errors })?;
    Ok((dossier, files.into_iter().map(|file| file.name.into()).collect()))
}

fn json_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        if is_json && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// The bytes of a file, but not many more than a dossier's file may have.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}
