//! Files are written beside their place and then moved there, so that nothing is ever half-written: a disk that is full, or a
//! command that is stopped, leaves what was there as it was.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A name beside a path, hidden: `.site.building` for `site`.
pub fn beside(path: &Path, what: &str) -> PathBuf {
    let name =
        path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_else(|| "site".to_owned());
    path.with_file_name(format!(".{name}.{what}"))
}

/// Puts bytes at a path, all or none.
pub fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = beside(path, "new");
    let written = fs::write(&new, bytes).and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_there_as_a_whole_or_as_it_was() {
        let folder = std::env::temp_dir().join(format!("daylight-files-{}", std::process::id()));
        fs::create_dir_all(folder.join("taken")).unwrap();
        let file = folder.join("a.json");
        put(&file, b"one").unwrap();
        put(&file, b"two").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        // A folder stands in the way: nothing is left behind.
        put(&folder.join("taken"), b"no").unwrap_err();
        let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left.len(), 2, "{left:?}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
