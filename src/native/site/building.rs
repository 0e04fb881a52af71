//! The place beside a site where the next one grows until it is whole. One build at a time has it: two that write into one folder would
//! publish a part of a site, each sure that it had written all.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::super::files::{beside, new_at};
use super::{BuildError, at};

/// How often a lock is asked for that other builds take away as they end.
const TRIES: u32 = 20;

/// The right to write a site. It ends with this value, and with the process, however that ends.
pub struct Turn {
    /// Where the site goes.
    place: PathBuf,
    /// The file that is held; nothing on a file system that knows no locks: there builds are not kept apart, but each still has a folder of its own.
    lock: Option<Lock>,
}

impl Turn {
    /// Takes the right to write a site; until it ends, nobody else has it.
    ///
    /// # Errors
    /// Another build has it, or nothing may be written there.
    pub fn to_write(place: &Path) -> Result<Turn, BuildError> {
        let path = beside(place, "lock");
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(at(folder))?;
        }
        let turn = |lock| Turn { place: place.to_owned(), lock };
        for _ in 0..TRIES {
            let file = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
            let lock = Lock { file: file.map_err(at(&path))?, path: path.clone() };
            match lock.file.try_lock() {
                Ok(()) if lock.is_there() => {
                    let turn = turn(Some(lock));
                    turn.sweep();
                    return Ok(turn);
                }
                // Another build took the file away as it ended, and a third may hold a new one by now.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(BuildError::Busy(place.to_owned())),
                Err(TryLockError::Error(_)) => return Ok(turn(None)),
            }
        }
        Err(BuildError::Busy(place.to_owned()))
    }

    /// Has a site written into a new folder beside the place, which then takes the place. Nothing is half-written: what fails leaves the place as
    /// it was.
    ///
    /// # Errors
    /// Those of the writer, or what the system says.
    pub fn write(&self, writer: impl FnOnce(&Path) -> Result<(), BuildError>) -> Result<(), BuildError> {
        let name = |own: &str| beside(&self.place, &format!("building-{own}"));
        let (staging, ()) = new_at(name, |path| fs::create_dir(path)).map_err(at(&self.place))?;
        let written = writer(&staging).and_then(|()| swap(&staging, &self.place));
        if written.is_err() {
            // What was written until then is of no use, and may be what fills the disk.
            let _ = fs::remove_dir_all(&staging);
        }
        written
    }

    /// Clears away what builds that were stopped half-way have left. What will not go does no harm.
    fn sweep(&self) {
        let building = beside(&self.place, "building");
        let Some(begins) = building.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            return;
        };
        let folder = building.parent().filter(|folder| !folder.as_os_str().is_empty());
        for entry in fs::read_dir(folder.unwrap_or(Path::new("."))).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let of_a_build = |rest: &str| rest.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
            if name.strip_prefix(&begins).is_some_and(of_a_build) {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// A file that one process at a time can lock; the system ends that with the process.
struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Whether it is this file that others find there.
    #[cfg(unix)]
    fn is_there(&self) -> bool {
        use std::os::unix::fs::MetadataExt as _;
        let (Ok(own), Ok(there)) = (self.file.metadata(), fs::metadata(&self.path)) else { return false };
        (own.dev(), own.ino()) == (there.dev(), there.ino())
    }

    /// Nobody takes it away.
    #[cfg(not(unix))]
    fn is_there(&self) -> bool {
        true
    }
}

impl Drop for Turn {
    /// Takes the lock's file away while it is still held. Where nothing tells one file from another of its name, it stays: else two builds could
    /// each hold one.
    fn drop(&mut self) {
        #[cfg(unix)]
        if let Some(lock) = &self.lock {
            let _ = fs::remove_file(&lock.path);
        }
    }
}

/// Puts the new site in the old one's place; if that fails, the old one is there again.
fn swap(new: &Path, place: &Path) -> Result<(), BuildError> {
    let old = beside(place, "previous");
    remove(&old)?;
    let stood = place.exists();
    if stood {
        fs::rename(place, &old).map_err(at(place))?;
    }
    if let Err(error) = fs::rename(new, place) {
        if stood {
            let _ = fs::rename(&old, place);
        }
        return Err(at(place)(error));
    }
    remove(&old)
}

fn remove(path: &Path) -> Result<(), BuildError> {
    if path.exists() { fs::remove_dir_all(path).map_err(at(path)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_has_its_turn_and_nothing_is_left_of_it() {
        let folder = std::env::temp_dir().join(format!("daylight-turn-{}", std::process::id()));
        let place = folder.join("of/site");
        let first = Turn::to_write(&place).unwrap();
        let refused = Turn::to_write(&place).map(|_| ()).unwrap_err();
        assert!(matches!(&refused, BuildError::Busy(busy) if *busy == place), "{refused}");
        // Another site beside it is no matter of this one's.
        drop(Turn::to_write(&folder.join("of/other")).unwrap());
        let write = |turn: &Turn, text: &str| {
            turn.write(|staging| fs::write(staging.join("index.html"), text).map_err(at(staging)))
        };
        write(&first, "one").unwrap();
        drop(first);
        // What builds that were killed have left goes; what only begins like that stays.
        for name in [".site.building", ".site.building-1-0", ".site.building-old", ".site.previous"] {
            fs::create_dir(folder.join("of").join(name)).unwrap();
        }
        fs::write(folder.join("of/.site.lock"), "").unwrap();
        let second = Turn::to_write(&place).unwrap();
        write(&second, "two").unwrap();
        second.write(|staging| Err(BuildError::Busy(staging.to_owned()))).unwrap_err();
        drop(second);
        assert_eq!(fs::read_to_string(place.join("index.html")).unwrap(), "two");
        let mut left: Vec<_> =
            fs::read_dir(folder.join("of")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        left.retain(|name| name != ".site.lock" && name != ".other.lock" || cfg!(unix));
        assert_eq!(left, [".site.building-old", "site"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
