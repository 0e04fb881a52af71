//! The checker against broken dossiers, to the column, and against anything at all.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they rely on by unwrapping it"
)]

mod broken;
mod codes;
mod command;
mod properties;

use std::path::{Path, PathBuf};

use daylight::dossier::check::{Checked, SourceFile};
use daylight::native::read;

/// A path below the repository's root.
fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Reads and checks a dossier; files are named as seen from `folder`, so that nothing depends on the machine.
fn check_in(folder: &Path, path: &Path) -> (Vec<SourceFile>, Checked) {
    let (mut files, mut checked) = read::read_and_check(path).unwrap();
    let short = |name: &str| Path::new(name).strip_prefix(folder).unwrap().display().to_string();
    files.iter_mut().for_each(|file| file.name = short(&file.name));
    for diagnostic in &mut checked.diagnostics {
        diagnostic.file = short(&diagnostic.file);
        if let Some(related) = &mut diagnostic.related {
            related.file = short(&related.file);
        }
    }
    (files, checked)
}
