//! A dossier that is being written: its site is built in a folder of its own, and again when a file has changed.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant, SystemTime};

use super::super::files::new_at;
use super::super::site::{self, BuildArgs, BuildError};
use super::super::{read, report, table, terminal};
use super::ServeError;
use crate::dossier::table::is_beside;

/// How often we look. Looking means asking for the times of a few files, and unlike the system's notices it works on every file
/// system and never misses an editor's rename.
const LOOK: Duration = Duration::from_millis(300);

/// Whether a path may be a dossier.
pub fn is_dossier(path: &Path) -> bool {
    let is_json = |path: &Path| path.extension() == Some(OsStr::new("json"));
    if path.is_file() {
        return true;
    }
    fs::read_dir(path)
        .is_ok_and(|mut entries| entries.any(|entry| entry.is_ok_and(|entry| is_json(&entry.path()))))
}

/// The watch; it ends, and its folder goes, when this is dropped.
pub struct Watched {
    folder: PathBuf,
    ended: Arc<AtomicBool>,
    watcher: Option<JoinHandle<()>>,
}

impl Watched {
    /// Builds the site for the first time and begins to watch. A dossier with errors is watched too: what is wrong is printed, and a
    /// page says so until it is mended.
    ///
    /// # Errors
    /// Any other reason for which there is no site: no change of the dossier could mend it.
    pub fn begin(dossier: &Path, app: Option<&Path>) -> Result<Watched, ServeError> {
        // Before the dossier: with errors in it nobody would learn that no mending leads to a site.
        site::has_app(app)?;
        let name = |own: &str| std::env::temp_dir().join(format!("daylight-serve-{own}"));
        let (folder, ()) = new_at(name, |path| fs::create_dir(path))?;
        let ended = Arc::new(AtomicBool::new(false));
        let mut watched = Watched { folder, ended: Arc::clone(&ended), watcher: None };
        let args = BuildArgs {
            dossier: dossier.to_owned(),
            out: watched.site(),
            base_url: None,
            plain: true,
            app: app.map(Path::to_owned),
        };
        let mut watch = Watch::of(dossier);
        let seen = watch.files();
        let built = build(&args);
        if let Err(error) = built {
            if !is_of_the_dossier(&error) {
                return Err(error.into());
            }
            fs::create_dir_all(&args.out)?;
            fs::write(args.out.join("index.html"), NOT_YET)?;
            // Without it the folder would not be taken for a site that may be replaced.
            fs::write(args.out.join("dossier.json"), "{}")?;
        }
        watched.watcher = Some(thread::spawn(move || follow(&args, watch, seen, &ended)));
        Ok(watched)
    }

    /// Where the site stands.
    pub fn site(&self) -> PathBuf {
        self.folder.join("site")
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        if let Some(watcher) = self.watcher.take() {
            let _ = watcher.join();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What is served until the dossier has no error.
const NOT_YET: &str = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Not built yet</title>\
    <h1>Not built yet</h1><p>The dossier has errors. The terminal that serves this page lists them; the page comes as soon as they \
    are mended.</p></html>\n";

/// Builds again after each change, until told to end.
fn follow(args: &BuildArgs, mut watch: Watch, mut seen: Files, ended: &AtomicBool) {
    while !ended.load(Ordering::Relaxed) {
        thread::sleep(LOOK);
        let now = watch.files();
        if now == seen {
            continue;
        }
        // Editors write many files one after another: wait until nothing moves.
        thread::sleep(LOOK);
        let settled = watch.files();
        if settled != now {
            continue;
        }
        println!("\nChanged: {}", now.changed_since(&seen));
        seen = settled;
        if let Err(error) = build(args)
            && !is_of_the_dossier(&error)
        {
            terminal::error(&error.to_string());
        }
    }
}

/// Whether it is the dossier that has errors, which have been listed then.
fn is_of_the_dossier(error: &BuildError) -> bool {
    matches!(error, BuildError::Dossier(read::LoadError::Wrong { .. }))
}

/// Builds, and says how long that took or what is wrong with the dossier; other errors are the caller's to tell.
fn build(args: &BuildArgs) -> Result<(), BuildError> {
    let began = Instant::now();
    let built = site::run(args);
    match &built {
        Ok(()) => println!("Built in {:.1} s", began.elapsed().as_secs_f64()),
        Err(error) if is_of_the_dossier(error) => {
            if let Ok((files, checked)) = read::read_and_check(&args.dossier) {
                let style = report::Style { colour: terminal::coloured_output(), all: false };
                terminal::print(&report::human(&files, &checked.diagnostics, style));
            }
            println!("Not built; the last good page is still served");
        }
        Err(_) => {}
    }
    built
}

/// The time of a file's last change and its size.
type State = (SystemTime, u64);

/// What is watched: a folder, or a file and the event table that it names.
struct Watch {
    dossier: PathBuf,
    table: Option<PathBuf>,
    /// The file as it was when it was last read for its table.
    read: Option<State>,
}

impl Watch {
    fn of(dossier: &Path) -> Watch {
        Watch { dossier: dossier.to_owned(), table: None, read: None }
    }

    fn files(&mut self) -> Files {
        let mut files = BTreeMap::new();
        if self.dossier.is_dir() {
            look(&self.dossier, &mut files);
            return Files(files);
        }
        note(&self.dossier, &mut files);
        let now = files.get(&self.dossier).copied();
        if now != self.read {
            self.read = now;
            // What cannot be read at the moment names the same as before.
            self.table = named_table(&self.dossier).unwrap_or(self.table.take());
        }
        if let Some(table) = &self.table {
            note(table, &mut files);
        }
        Files(files)
    }
}

/// The event table that a dossier's file names, if it names one; `None` where the file is no JSON.
fn named_table(dossier: &Path) -> Option<Option<PathBuf>> {
    let text = fs::read_to_string(dossier).ok()?;
    let file: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    let address = file.get("event_table").and_then(serde_json::Value::as_str);
    Some(address.filter(|address| is_beside(address)).map(|address| table::place(dossier, address)))
}

/// The files of a dossier as they are.
#[derive(PartialEq)]
struct Files(BTreeMap<PathBuf, State>);

impl Files {
    /// Files that are new, gone or different, by their names.
    fn changed_since(&self, before: &Files) -> String {
        let new = self.0.iter().filter(|(path, state)| before.0.get(*path) != Some(*state));
        let gone = before.0.iter().filter(|(path, _)| !self.0.contains_key(*path));
        let names =
            new.chain(gone).filter_map(|(path, _)| path.file_name()).map(|name| name.to_string_lossy());
        names.collect::<Vec<_>>().join(", ")
    }
}

/// Adds the JSON and CSV files of a folder and of those in it, but for hidden ones.
fn look(folder: &Path, files: &mut BTreeMap<PathBuf, State>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        let ours = path.extension().is_some_and(|ending| ending == "json" || ending == "csv");
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && !hidden => look(&path, files),
            Ok(kind) if !kind.is_dir() && ours && !hidden => note(&path, files),
            _ => {}
        }
    }
}

fn note(path: &Path, files: &mut BTreeMap<PathBuf, State>) {
    if let Ok(about) = fs::metadata(path) {
        files.insert(path.to_owned(), (about.modified().unwrap_or(SystemTime::UNIX_EPOCH), about.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_any_of_the_files_is_seen_by_name() {
        let folder = std::env::temp_dir().join(format!("daylight-watch-{}", std::process::id()));
        fs::create_dir_all(folder.join("tables")).unwrap();
        for name in ["a.json", "tables/b.csv", "notes.txt", ".a.json.swp"] {
            fs::write(folder.join(name), "1").unwrap();
        }
        let before = Watch::of(&folder).files();
        assert_eq!(before.0.len(), 2);
        for (name, text) in [("a.json", "22"), ("tables/b.csv", "22"), ("c.json", "1"), ("notes.txt", "22")] {
            fs::write(folder.join(name), text).unwrap();
        }
        assert_eq!(Watch::of(&folder).files().changed_since(&before), "a.json, c.json, b.csv");
        assert!(
            is_dossier(&folder) && !is_dossier(&folder.join("tables")) && !is_dossier(&folder.join("none"))
        );
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn of_one_file_only_it_and_its_table_are_watched() {
        let folder = std::env::temp_dir().join(format!("daylight-watch-one-{}", std::process::id()));
        fs::create_dir_all(folder.join("more")).unwrap();
        for name in ["more/other.json", "other.csv", "events.csv"] {
            fs::write(folder.join(name), "1").unwrap();
        }
        let dossier = folder.join("a.json");
        fs::write(&dossier, "{}").unwrap();
        let mut watch = Watch::of(&dossier);
        let names = |watch: &mut Watch| -> Vec<String> {
            let names = watch.files().0.into_keys();
            names.map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
        };
        assert_eq!(names(&mut watch), ["a.json"]);
        for text in [
            "\u{feff}{\"event_table\": \"events.csv\"}",
            "{\"event_table\": \"events.csv\",, is being mended",
        ] {
            fs::write(&dossier, text).unwrap();
            assert_eq!(names(&mut watch), ["a.json", "events.csv"], "{text}");
        }
        fs::write(&dossier, "{\"event_table\": \"../events.csv\"}").unwrap();
        assert_eq!(names(&mut watch), ["a.json"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
