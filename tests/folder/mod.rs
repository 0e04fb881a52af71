//! What tests of the command share: a folder of their own, what it said, and an app around which a site is built.

#![allow(dead_code, reason = "each of the test programs uses its own part of this")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A path in the clone.
pub fn clone(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder of a test's own; gone at the end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Folder {
        let program = env!("CARGO_CRATE_NAME");
        let folder = std::env::temp_dir().join(format!("daylight-{program}-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The command, typed in this folder.
    pub fn daylight(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_daylight")).args(arguments).current_dir(&self.0).output().unwrap()
    }

    /// With an app in it.
    pub fn with_app(self) -> Folder {
        write_app(&self.path("app"));
        self
    }

    /// The names in it, hidden ones too.
    pub fn names(&self) -> Vec<String> {
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

/// An app of empty programs, for sites whose programs no test runs.
pub fn write_app(app: &Path) {
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
    into("web", app);
    into("styles", &app.join("styles"));
}

pub fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
