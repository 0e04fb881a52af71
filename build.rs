//! What `cargo install --locked --path .` does besides compiling: the command carries the app that runs in the browser inside it, so that it
//! builds sites with nothing else on the machine. Only a release build does so; every other one (`cargo build`, `test`, `clippy`,
//! `run`) carries none and is told with `--app` where one is, so that a change of a line never waits for a wasm.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// What the app is made of.
const SOURCES: [&str; 8] =
    ["src", "markup", "web", "styles", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock"];

/// A folder that holds the app, where somebody names one.
const NAMED: &str = "DAYLIGHT_APP";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={NAMED}");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let carried = if carries() { Some(app(&out)?) } else { None };
    fs::write(out.join("carried.rs"), listed(carried.as_deref())?)?;
    Ok(())
}

/// Whether this is a release build of the command. The profiles that others than `cargo install` use optimise in another way.
fn carries() -> bool {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    let native = env::var_os("CARGO_FEATURE_NATIVE").is_some();
    native && is("PROFILE", "release") && is("OPT_LEVEL", "z") || env::var_os(NAMED).is_some() && native
}

/// The folder of the app: the one that is named, the one that `cargo xtask build` left if nothing has changed since, or a new one.
fn app(out: &Path) -> Result<PathBuf, Box<dyn Error>> {
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
    }
    if let Some(named) = env::var_os(NAMED) {
        println!("cargo::rerun-if-changed={}", Path::new(&named).display());
        return Ok(named.into());
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let built = root.join("target").join("app");
    if let Some(made) = written(&built.join("index.html"))
        && SOURCES.iter().all(|source| newest(&root.join(source)) <= made)
    {
        return Ok(built);
    }
    build(&root, out)
}

/// Has the app built by xtask, which sets up the tools that are missing, or says what to type. In a target folder of its own: cargo
/// holds the lock of the usual one while this runs.
fn build(root: &Path, out: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let app = out.join("app");
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What cargo tells this script of the outer build would be taken for wishes by the inner one.
    for (name, _) in env::vars_os() {
        let Some(name) = name.to_str() else { continue };
        let about_cargo =
            name.starts_with("CARGO_") && name != "CARGO_HOME" && !name.starts_with("CARGO_NET_");
        let about_build =
            ["TARGET", "HOST", "OUT_DIR", "PROFILE", "OPT_LEVEL", "DEBUG", "NUM_JOBS", "RUSTC", "RUSTDOC"];
        if about_cargo || name.starts_with("DEP_") || about_build.contains(&name) {
            command.env_remove(name);
        }
    }
    let target = root.join("target").join("carried");
    let status = command
        .args(["run", "--package", "xtask", "--", "app", "--out"])
        .arg(&app)
        .env("CARGO_TARGET_DIR", &target)
        .current_dir(root)
        .status()?;
    if !status.success() {
        return Err("the app that runs in the browser was not built; what is missing stands above. `cargo xtask setup` installs the \
                    tools, and `cargo xtask build` then shows whether they work"
            .into());
    }
    Ok(app)
}

/// When a file was last written.
fn written(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}

/// When a file, or the newest file below a folder, was last written.
fn newest(path: &Path) -> SystemTime {
    let inside = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| newest(&entry.path()));
    let own = if path.is_dir() { None } else { written(path) };
    inside.chain(own).max().unwrap_or(SystemTime::UNIX_EPOCH)
}

/// The files of the folder as a Rust expression: names and bytes, or `None`.
fn listed(app: Option<&Path>) -> Result<String, Box<dyn Error>> {
    let Some(app) = app else { return Ok("None".to_owned()) };
    let mut files = Vec::new();
    collect(app, app, &mut files)?;
    files.sort();
    let entries: String = files
        .iter()
        .map(|(name, path)| format!("({name:?}, include_bytes!({path:?}) as &[u8]),\n"))
        .collect();
    Ok(format!("Some(&[{entries}])"))
}

fn collect(folder: &Path, root: &Path, files: &mut Vec<(String, PathBuf)>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, root, files)?;
        } else {
            let name = path
                .strip_prefix(root)?
                .components()
                .map(|part| part.as_os_str().to_string_lossy().into_owned());
            let name = name.collect::<Vec<_>>().join("/");
            files.push((name, path.canonicalize()?));
        }
    }
    Ok(())
}
