//! The built app, wherever it is: in a folder that Trunk built it into, or inside this command.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{BuildError, at};

/// The files that the command carries, by name; `None` where it was built without. `build.rs` writes the list.
const CARRIED: Option<&[(&str, &[u8])]> = include!(concat!(env!("OUT_DIR"), "/carried.rs"));

/// The app's files by name, `styles/base.css` among them.
pub struct AppFiles {
    files: BTreeMap<String, Cow<'static, [u8]>>,
    /// The folder, for errors.
    place: PathBuf,
}

impl AppFiles {
    /// The files of a folder, else those that the command carries.
    pub fn find(folder: Option<&Path>) -> Result<AppFiles, BuildError> {
        match (folder, CARRIED) {
            (Some(folder), _) => AppFiles::of_folder(folder),
            (None, Some(carried)) => {
                let files = carried.iter().map(|(name, bytes)| ((*name).to_owned(), Cow::Borrowed(*bytes)));
                Ok(AppFiles { files: files.collect(), place: PathBuf::from("(inside the command)") })
            }
            (None, None) => Err(BuildError::App(
                "this command carries no app for the browser, since it was not built for release. Install it with `cargo install \
                 --locked --path .`, or build the app with `cargo xtask build` and name its folder: --app target/app"
                    .to_owned(),
            )),
        }
    }

    fn of_folder(folder: &Path) -> Result<AppFiles, BuildError> {
        let mut app = AppFiles { files: BTreeMap::new(), place: folder.to_owned() };
        app.take(folder, "")?;
        Ok(app)
    }

    /// Takes the files of a folder, and of the folders in it.
    fn take(&mut self, folder: &Path, before: &str) -> Result<(), BuildError> {
        for entry in fs::read_dir(folder).map_err(at(folder))? {
            let path = entry.map_err(at(folder))?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if path.is_dir() {
                self.take(&path, &format!("{before}{name}/"))?;
            } else {
                self.files.insert(format!("{before}{name}"), fs::read(&path).map_err(at(&path))?.into());
            }
        }
        Ok(())
    }

    /// The name of what Trunk built of a program: its name has a hash in it.
    pub fn built(&self, program: &str, suffix: &str) -> Result<&str, BuildError> {
        let is_it =
            |name: &&String| name.ends_with(suffix) && name.starts_with(program) && !name.contains('/');
        self.files
            .keys()
            .find(is_it)
            .map(String::as_str)
            .ok_or_else(|| self.lacks(&format!("{program}*{suffix}")))
    }

    /// The bytes of a file.
    pub fn bytes(&self, name: &str) -> Result<&[u8], BuildError> {
        self.files.get(name).map(AsRef::as_ref).ok_or_else(|| self.lacks(name))
    }

    /// The text of a file.
    pub fn text(&self, name: &str) -> Result<&str, BuildError> {
        std::str::from_utf8(self.bytes(name)?)
            .map_err(|error| BuildError::App(format!("{}: {error}", self.place.join(name).display())))
    }

    fn lacks(&self, name: &str) -> BuildError {
        BuildError::App(format!(
            "{}: no {name} here; build the app first: cargo xtask build",
            self.place.display()
        ))
    }
}
