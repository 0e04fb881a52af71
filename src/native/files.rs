//! Files are written beside their place and then moved there, so that nothing is ever half-written: a disk that is full, or a
//! command that is stopped, leaves what was there as it was.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A name beside a path, hidden: `.site.building` for `site`. A path that names nothing by itself, as `.` does, is one of where it leads.
pub fn beside(path: &Path, what: &str) -> PathBuf {
    let real = if path.file_name().is_none() { fs::canonicalize(path).ok() } else { None };
    let path = real.as_deref().unwrap_or(path);
    let name =
        path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_else(|| "site".to_owned());
    path.with_file_name(format!(".{name}.{what}"))
}

/// Puts bytes at a path, all or none. A link stays, and what it leads to is replaced; a device or a pipe is written to, since nothing can take
/// its place.
pub fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
        return fs::write(path, bytes);
    }
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
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
    fn what_is_beside_a_folder_is_not_in_it() {
        assert_eq!(beside(Path::new("talks/site"), "new"), Path::new("talks/.site.new"));
        assert_eq!(beside(Path::new("site/"), "new"), Path::new(".site.new"));
        let here = fs::canonicalize(".").unwrap();
        for path in [".", "./src/.."] {
            assert_eq!(beside(Path::new(path), "new").parent(), here.parent(), "{path}");
        }
    }

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
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&file, folder.join("link.json")).unwrap();
            put(&folder.join("link.json"), b"three").unwrap();
            assert_eq!(fs::read(&file).unwrap(), b"three");
            assert!(fs::symlink_metadata(folder.join("link.json")).unwrap().is_symlink());
            put(Path::new("/dev/null"), b"gone").unwrap();
            assert!(!fs::metadata("/dev/null").unwrap().is_file());
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
