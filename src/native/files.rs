//! Files are written beside their place and then moved there, so that nothing is ever half-written: a disk that is full, or a
//! command that is stopped, leaves what was there as it was.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// How many names are tried for something new. Others are there only where a process with this number was stopped half-way.
const MOST_NAMES: u32 = 1000;

/// A name beside a path, hidden: `.site.lock` for `site`. A path that names nothing by itself, as `.` does, is one of where it leads.
pub fn beside(path: &Path, what: &str) -> PathBuf {
    let real = if path.file_name().is_none() { fs::canonicalize(path).ok() } else { None };
    let path = real.as_deref().unwrap_or(path);
    let name =
        path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_else(|| "site".to_owned());
    path.with_file_name(format!(".{name}.{what}"))
}

/// Makes something under a name that nothing has yet, so that it is nobody else's, and no link that somebody has put there is followed.
/// `name` is given what to put into it; `make` must fail where the name is taken.
pub fn new_at<T>(
    name: impl Fn(&str) -> PathBuf,
    make: impl Fn(&Path) -> io::Result<T>,
) -> io::Result<(PathBuf, T)> {
    let mut tried = 0;
    loop {
        let path = name(&format!("{}-{tried}", std::process::id()));
        match make(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tried < MOST_NAMES => tried += 1,
            made => return made.map(|made| (path, made)),
        }
    }
}

/// Puts bytes at a path, all or none. A link stays, and what it leads to is replaced; who may read a file that is replaced may read the new one;
/// a device or a pipe is written to, since nothing can take its place.
pub fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
        return fs::write(path, bytes);
    }
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let create = |new: &Path| OpenOptions::new().write(true).create_new(true).open(new);
    let (new, mut file) = new_at(|own| beside(path, &format!("new-{own}")), create)?;
    // Before anything is in it.
    let written = as_open_as(&file, path).and_then(|()| file.write_all(bytes));
    drop(file);
    let written = written.and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

/// Lets those read and write a new file who may do so with the one at this path, if one is there.
fn as_open_as(new: &fs::File, path: &Path) -> io::Result<()> {
    let Ok(old) = fs::metadata(path).map(|about| about.permissions()) else { return Ok(()) };
    // Where all files are open to the same people, as on a memory card, nothing can be changed, and nothing need be.
    if new.metadata()?.permissions() == old { Ok(()) } else { new.set_permissions(old) }
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

    /// Whoever can write into the folder could else choose what is overwritten.
    #[cfg(unix)]
    #[test]
    fn no_link_that_somebody_has_put_there_is_followed_and_a_private_file_stays_private() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        let folder = std::env::temp_dir().join(format!("daylight-links-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (file, victim) = (folder.join("a.json"), folder.join("victim"));
        fs::write(&victim, "mine").unwrap();
        fs::write(&file, "one").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        let names = [".a.json.new".to_owned(), format!(".a.json.new-{}-0", std::process::id())];
        for name in &names {
            symlink(&victim, folder.join(name)).unwrap();
        }
        put(&file, b"two").unwrap();
        assert_eq!(fs::read_to_string(&victim).unwrap(), "mine");
        assert_eq!(fs::read_to_string(&file).unwrap(), "two");
        let about = fs::symlink_metadata(&file).unwrap();
        assert!(about.is_file());
        assert_eq!(about.permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2 + names.len(), "nothing is left behind");
        fs::remove_dir_all(&folder).unwrap();
    }
}
