//! The event table of a dossier on disk: read in pieces, checked, and its rows made events of the dossier.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::dossier::Dossier;
use crate::dossier::check::{Code, Diagnostic, MAX_FILE_BYTES, SourceFile, table_diagnostics};
use crate::dossier::table::{EventTable, MOST_RECORDS, Problems, TableReader};

/// Reads the table at `address` beside the dossier at `path`: its problems, and a sound table's events in the dossier, up to
/// [`MOST_RECORDS`] of them. A dossier with a larger table keeps its address, and is opened with `open/?dossier=`. The table joins the files.
pub fn read(
    path: &Path,
    address: &str,
    dossier: &mut Option<Dossier>,
    files: &mut Vec<SourceFile>,
) -> Vec<Diagnostic> {
    let place = place(path, address);
    let name = place.display().to_string();
    let reader = dossier.as_ref().map_or_else(TableReader::new, TableReader::beside);
    match read_file(&place, reader) {
        Ok((table, problems, text)) => {
            let file = SourceFile { name, text };
            let found = table_diagnostics(&file, &problems);
            files.push(file);
            if let Some(dossier) =
                dossier.as_mut().filter(|_| !problems.has_errors() && table.len() <= MOST_RECORDS)
            {
                dossier.events.extend((0..table.len()).filter_map(|index| table.event(index)));
                dossier.event_table = None;
            }
            found
        }
        Err(error) => vec![missing(name, &error)],
    }
}

/// Where a table stands: beside the file that names it, or in the dossier's folder.
pub fn place(path: &Path, address: &str) -> PathBuf {
    if path.is_dir() { path.join(address) } else { path.with_file_name(address) }
}

/// The table of a file, and the file's text where it is small enough to be shown.
fn read_file(place: &Path, mut reader: TableReader) -> io::Result<(EventTable, Problems, String)> {
    let mut file = File::open(place)?;
    let mut text = Vec::new();
    let mut piece = vec![0; 1024 * 1024];
    while !reader.is_hopeless() {
        let read = file.read(&mut piece)?;
        if read == 0 {
            break;
        }
        let bytes = piece.get(..read).unwrap_or_default();
        reader.push(bytes);
        if text.len() < MAX_FILE_BYTES {
            text.extend_from_slice(bytes);
        }
    }
    let (table, problems) = reader.finish();
    Ok((table, problems, String::from_utf8_lossy(&text).into_owned()))
}

fn missing(file: String, error: &io::Error) -> Diagnostic {
    Diagnostic {
        severity: Code::MissingTable.severity(),
        code: Code::MissingTable,
        file,
        line: 1,
        column: 1,
        pointer: String::new(),
        message: format!("the event table cannot be read: {error}"),
        fix: "put the file there, or change `event_table`".to_owned(),
        related: None,
        bytes: 0..0,
    }
}
