//! `cargo xtask serve`: build, serve, and build again when something changed. The server is the `daylight` command's own;
//! this file starts it, watches the sources and keeps one build going at a time.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, SystemTime};
use std::{fs, thread};

use anyhow::{Context, Result, bail};

use crate::site::{self, Site, Wishes};
use crate::tools::{self, Need};
use crate::{clone, tell};

/// What Trunk reads: the wasm's sources, and the files that it copies.
const CODE: [&str; 8] =
    ["src", "markup", "styles", "web", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock"];
/// What only the pages are made of: the dossier, and what the command that writes them has inside it.
const CONTENT: [&str; 3] = ["dossiers", "hosting/_headers", "starter"];
/// How often we look. Looking means asking for the times of a few hundred files: a few milliseconds, and unlike the
/// system's notices it works on every file system and never misses an editor's rename.
const LOOK: Duration = Duration::from_millis(400);

/// Serves until it is ended.
pub fn serve(port: u16) -> Result<()> {
    // Before anything long: nobody should wait a quarter of an hour to learn that the port is taken.
    if let Err(error) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        bail!("cannot serve on port {port}: {error}. Choose another: cargo xtask serve --port N");
    }
    let ready = tools::ready(&[Need::Building])?;
    let wishes = Wishes::default();
    let mut built = Snapshot::take();
    site::build(Site::Quick, &ready, &wishes)?;
    let mut server = start(port)?;
    loop {
        thread::sleep(LOOK);
        if let Some(status) = server.try_wait()? {
            bail!("the server ended ({status})");
        }
        let now = Snapshot::take();
        if now == built {
            continue;
        }
        let now = now.settled();
        let changed = now.changed_since(&built);
        built = now;
        tell::say(&format!("\nChanged: {}", list(&changed)));
        let code = changed.iter().any(|path| CODE.iter().any(|part| path.starts_with(part)));
        let done =
            if code { site::build(Site::Quick, &ready, &wishes) } else { site::pages(Site::Quick, &wishes) };
        match done {
            Ok(()) => tell::say(&format!("Built. Open pages of http://127.0.0.1:{port}/ reload themselves.")),
            Err(error) => tell::say(&format!("\nerror: {error:#}\nThe last good page is still served.")),
        }
    }
}

/// Starts the server. It ends when its standard input does, so it never outlives this process, whatever ended that.
fn start(port: u16) -> Result<Child> {
    let mut command = site::daylight();
    command.arg("serve").arg(Site::Quick.place()).args(["--live", "--port"]).arg(port.to_string());
    command.stdin(Stdio::piped()).spawn().context("could not start the server")
}

/// Every watched file with the time of its last change and its size.
#[derive(PartialEq)]
struct Snapshot(BTreeMap<PathBuf, (SystemTime, u64)>);

impl Snapshot {
    fn take() -> Self {
        let mut files = BTreeMap::new();
        for part in CODE.iter().chain(&CONTENT) {
            look(Path::new(part), &mut files);
        }
        Snapshot(files)
    }

    /// The state of things once nothing has changed for one look: editors and git write many files one after another.
    fn settled(mut self) -> Self {
        loop {
            thread::sleep(LOOK);
            let next = Self::take();
            if next == self {
                return next;
            }
            self = next;
        }
    }

    /// Files that are new, gone or different.
    fn changed_since(&self, before: &Self) -> Vec<PathBuf> {
        let new = self.0.iter().filter(|(path, state)| before.0.get(*path) != Some(*state));
        let gone = before.0.iter().filter(|(path, _)| !self.0.contains_key(*path));
        new.chain(gone).map(|(path, _)| path.clone()).collect()
    }
}

/// Adds a file, or a folder's files, by their paths in the clone. What is not there does not matter.
fn look(path: &Path, files: &mut BTreeMap<PathBuf, (SystemTime, u64)>) {
    let Ok(about) = fs::metadata(clone::root().join(path)) else { return };
    if about.is_dir() {
        let Ok(entries) = fs::read_dir(clone::root().join(path)) else { return };
        for entry in entries.flatten() {
            look(&path.join(entry.file_name()), files);
        }
    } else {
        files.insert(path.to_path_buf(), (about.modified().unwrap_or(SystemTime::UNIX_EPOCH), about.len()));
    }
}

fn list(changed: &[PathBuf]) -> String {
    let shown: Vec<_> = changed.iter().take(3).map(|path| path.display().to_string()).collect();
    match changed.len().saturating_sub(shown.len()) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot(files: &[(&str, u64)]) -> Snapshot {
        let entry = |(path, size): &(&str, u64)| (PathBuf::from(path), (SystemTime::UNIX_EPOCH, *size));
        Snapshot(files.iter().map(entry).collect())
    }

    #[test]
    fn new_gone_and_different_files_are_changes() {
        let before = snapshot(&[("src/a.rs", 1), ("src/b.rs", 1), ("web/c.js", 1)]);
        let after = snapshot(&[("src/a.rs", 1), ("src/b.rs", 2), ("styles/d.css", 1)]);
        let changed = after.changed_since(&before);
        assert_eq!(changed, ["src/b.rs", "styles/d.css", "web/c.js"].map(PathBuf::from));
        assert!(before.changed_since(&before).is_empty());
    }

    /// Every text between double quotes.
    fn quoted(text: &str) -> impl Iterator<Item = &str> {
        text.split('"').skip(1).step_by(2)
    }

    #[test]
    fn what_the_app_is_made_of_is_watched() {
        let script = fs::read_to_string(clone::root().join("build.rs")).unwrap();
        let (_, list) = script.split_once("const SOURCES").unwrap();
        let (list, _) = list.split_once("];").unwrap();
        let unseen: Vec<&str> = quoted(list).filter(|source| !CODE.contains(source)).collect();
        assert_eq!(
            (quoted(list).count() > 5, unseen),
            (true, Vec::new()),
            "SOURCES of build.rs, not in CODE"
        );
    }

    #[test]
    fn what_the_command_has_inside_it_is_watched() {
        let mut sources = BTreeMap::new();
        look(Path::new("src"), &mut sources);
        let mut taken = Vec::new();
        for path in sources.keys().filter(|path| path.extension().is_some_and(|end| end == "rs")) {
            let text = fs::read_to_string(clone::root().join(path)).unwrap();
            let named = text.split("include_str!(").skip(1).filter_map(|rest| quoted(rest).next());
            taken.extend(named.map(|name| in_clone(path, name)));
        }
        assert!(taken.contains(&PathBuf::from("hosting/_headers")), "{taken:?}");
        // What is under `tests` is in no program.
        let watched = |path: &&PathBuf| CODE.iter().chain(&CONTENT).any(|part| path.starts_with(part));
        let unseen: Vec<&PathBuf> =
            taken.iter().filter(|path| !path.starts_with("tests")).filter(|path| !watched(path)).collect();
        assert_eq!(unseen, Vec::<&PathBuf>::new(), "in a source by include_str!, and not watched");
    }

    /// The place in the clone of a file that a source names from where it stands.
    fn in_clone(source: &Path, name: &str) -> PathBuf {
        let mut place = source.parent().unwrap().to_path_buf();
        for part in name.split('/') {
            if part == ".." {
                place.pop();
            } else {
                place.push(part);
            }
        }
        place
    }

    #[test]
    fn the_watch_sees_this_clone() {
        assert!(Snapshot::take().0.contains_key(Path::new("src/lib.rs")));
    }
}
