//! The `daylight` command as an author uses it: what its page says is run, what it builds is all or nothing, what it serves follows
//! the files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

mod building;
mod documented;
mod serving;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A path in the clone.
fn clone(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder of a test's own; gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("daylight-commands-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn daylight(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_daylight")).args(arguments).current_dir(&self.0).output().unwrap()
    }

    /// An app of empty programs, for sites whose programs no test runs.
    fn with_app(self) -> Folder {
        let app = self.path("app");
        fs::create_dir_all(app.join("styles")).unwrap();
        for program in ["web", "korean", "opener", "checker", "studio"] {
            fs::write(app.join(format!("{program}_bg.wasm")), program).unwrap();
            fs::write(app.join(format!("{program}.js")), program).unwrap();
        }
        let into = |from: &str, to: &Path| {
            for entry in fs::read_dir(clone(from)).unwrap().map(|entry| entry.unwrap().path()) {
                if entry.is_file() {
                    fs::copy(&entry, to.join(entry.file_name().unwrap())).unwrap();
                }
            }
        };
        into("web", &app);
        into("styles", &app.join("styles"));
        self
    }

    /// The names in it, hidden ones too.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
