//! The doors between the rooms of `src/`, as `docs/ARCHITECTURE.md` has them: the table, that the document's is the same, and
//! the reading of paths.

use std::collections::BTreeSet;

use crate::code::{Kind, Token, tokens};
use crate::{Fault, room};

/// For each room, what of the other rooms it may use. A room that is not here may use none and needs a line.
pub const DOORS: [(&str, &[&str]); 16] = [
    ("dossier", &[]),
    ("analysis", &["dossier"]),
    ("find", &["dossier", "analysis"]),
    ("import", &["dossier", "find"]),
    ("scale", &["dossier::date", "dossier::order"]),
    ("index", &["dossier"]),
    ("messages", &["dossier", "analysis", "find"]),
    ("layout", &["scale", "index", "analysis", "dossier"]),
    ("scene", &["layout", "scale", "index", "messages", "analysis", "dossier"]),
    ("state", &["dossier", "analysis", "find", "scale", "index"]),
    ("export", &["dossier", "analysis", "find", "scene", "messages"]),
    ("studio", &["dossier", "find", "import"]),
    (
        "views",
        &[
            "dossier", "analysis", "find", "scale", "index", "messages", "layout", "scene", "state",
            "export", "studio",
        ],
    ),
    // Of the views the app itself, what it is given and how it is steered; `App` from one file alone, which starts it.
    (
        "browser",
        &[
            "state",
            "export",
            "dossier",
            "index",
            "find",
            "messages",
            "layout::Direction",
            "views::app",
            "views::dated",
            // The studio's program alone.
            "studio",
            "views::studio",
            "views::words::Manner",
            "views::words::Voice",
        ],
    ),
    (
        "native",
        &[
            "dossier", "analysis", "find", "import", "scale", "index", "messages", "layout", "scene",
            "state", "export", "studio", "views",
        ],
    ),
    (
        "checker",
        &[
            "dossier",
            "messages",
            "views::fragment",
            "views::record",
            "views::words::Manner",
            "views::words::Voice",
        ],
    ),
];

/// For each program, the one room that it wires up. A program that is not here needs a line.
pub const PROGRAMS: [(&str, &str); 6] = [
    ("src/bin/web.rs", "browser"),
    ("src/bin/korean.rs", "browser"),
    ("src/bin/opener.rs", "browser"),
    ("src/bin/checker.rs", "checker"),
    ("src/bin/studio.rs", "browser"),
    ("src/bin/daylight.rs", "native"),
];

/// Crates that only some rooms may use.
const CRATES: [(&str, &[&str]); 7] = [
    ("yew", &["views", "browser", "native"]),
    ("web_sys", &["browser"]),
    ("js_sys", &["browser"]),
    ("wasm_bindgen", &["browser", "checker"]),
    ("wasm_bindgen_futures", &["browser"]),
    ("gloo", &["browser"]),
    ("std::process", &["native"]),
];

/// What this file uses and may not.
pub fn faults(path: &str, source: &str) -> Vec<Fault> {
    let used = paths(path, &tokens(source));
    used.iter().filter_map(|(used, line)| fault(path, used, *line)).collect()
}

fn fault(path: &str, used: &str, line: usize) -> Option<Fault> {
    if let Some((name, rooms)) = CRATES.iter().find(|(name, _)| within(used, name)) {
        let here = room(path).is_some_and(|room| rooms.contains(&room))
            || *name == "std::process" && path == "src/bin/daylight.rs";
        return (!here).then(|| format!("{path}:{line}: only {} may use {name}", rooms.join(", ")));
    }
    // Only the programs see the library under its name; elsewhere `daylight` is a module, and the word of our trade.
    let program = path.starts_with("src/bin/");
    let ours = used.strip_prefix(if program { "daylight::" } else { "crate::" })?;
    if program {
        let Some((_, to)) = PROGRAMS.iter().find(|(program, _)| *program == path) else {
            return Some(format!("{path}:{line}: the program has no line in PROGRAMS (tests/tidy/doors.rs)"));
        };
        return (!within(ours, to))
            .then(|| format!("{path}:{line}: only wires up {to}, and may not use {ours}"));
    }
    let here = room(path)?;
    if within(ours, here) {
        return None;
    }
    let Some((_, doors)) = DOORS.iter().find(|(from, _)| *from == here) else {
        return Some(format!(
            "{path}:{line}: the room {here} has no line in the table of doors (tests/tidy/doors.rs)"
        ));
    };
    let open = doors.iter().any(|door| within(ours, door));
    (!open).then(|| format!("{path}:{line}: no door leads from {here} to {ours}"))
}

/// Whether a path names this thing or something in it.
fn within(path: &str, thing: &str) -> bool {
    path.strip_prefix(thing).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Where the document's table of doors and ours differ.
pub fn differences(document: &str) -> Vec<Fault> {
    let theirs = table(document);
    let mut found = Vec::new();
    for (room, doors) in DOORS {
        match theirs.iter().find(|(theirs, _)| theirs == room) {
            None => found.push(format!("docs/ARCHITECTURE.md: the table of doors has no row for {room}")),
            Some((_, theirs)) => {
                let ours: BTreeSet<String> = doors.iter().map(|door| (*door).to_owned()).collect();
                let here = |door| format!("{room} may use {door}: in tests/tidy/doors.rs alone");
                let there = |door| format!("{room} may use {door}: in docs/ARCHITECTURE.md alone");
                found.extend(ours.difference(theirs).map(here));
                found.extend(theirs.difference(&ours).map(there));
            }
        }
    }
    let unknown = theirs.iter().filter(|(room, _)| !DOORS.iter().any(|(ours, _)| ours == room));
    found.extend(unknown.map(|(room, _)| format!("docs/ARCHITECTURE.md: no room is called {room}")));
    found
}

/// The document's table: rooms, and the doors of each. A row lists its doors in backticks, as far as the first semicolon, or says
/// "all of these but" some for the other rooms of the rows above, or "everything but" some for all other rooms of the table.
fn table(document: &str) -> Vec<(String, BTreeSet<String>)> {
    let quoted = |cell: &str| -> BTreeSet<String> {
        let doors = cell.split(';').next().unwrap_or_default();
        doors.split('`').skip(1).step_by(2).map(String::from).collect()
    };
    let lines = document.lines().skip_while(|line| *line != "| room | may use |").skip(2);
    let rows: Vec<(String, &str)> = lines
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [room, doors] = cells[..] else { panic!("not a row of two cells: {line}") };
            (room.trim_matches('`').to_owned(), doors)
        })
        .collect();
    let rooms = |range: &[(String, &str)]| -> BTreeSet<String> {
        range.iter().map(|(room, _)| room.clone()).collect()
    };
    let of = |(at, (room, cell)): (usize, &(String, &str))| {
        let doors = if cell.starts_with("all of these") {
            &rooms(&rows[..at]) - &quoted(cell)
        } else if cell.starts_with("everything but") {
            let mut others = &rooms(&rows) - &quoted(cell);
            others.remove(room);
            others
        } else {
            quoted(cell)
        };
        (room.clone(), doors)
    };
    rows.iter().enumerate().map(of).collect()
}

/// Only one file of `browser` may start the app.
pub fn who_starts_the_app(files: &[(&str, &str)]) -> Vec<Fault> {
    let knows = |(path, source): &&(&str, &str)| {
        room(path) == Some("browser")
            && paths(path, &tokens(source)).iter().any(|(used, _)| within(used, "crate::views::app::App"))
    };
    let who: Vec<&str> = files.iter().filter(knows).map(|(path, _)| *path).collect();
    if who.len() > 1 {
        vec![format!("only one file may start the app, not {}", who.join(" and "))]
    } else {
        Vec::new()
    }
}

/// Every path in the code, written out from the crate's root, with its line: those of `use`, and those in passing.
fn paths(file: &str, tokens: &[Token]) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut modules = module_of(file);
    // For each open brace, whether it is that of a module.
    let mut braces = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if token.is("mod") && tokens.get(at + 2).is_some_and(|next| next.is("{")) {
            modules.push(tokens[at + 1].text.clone());
            braces.push(true);
            at += 3;
        } else if token.is("{") {
            braces.push(false);
            at += 1;
        } else if token.is("}") {
            if braces.pop() == Some(true) {
                modules.pop();
            }
            at += 1;
        } else if token.kind == Kind::Name
            && !after_colons(tokens, at)
            && (token.is("use") || tokens.get(at + 1).is_some_and(|next| next.is("::")))
        {
            let start = if token.is("use") { at + 1 } else { at };
            at = read(tokens, start, &[], token.is("use"), &modules, &mut found).max(at + 1);
        } else {
            at += 1;
        }
    }
    found
}

fn after_colons(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at - 1].is("::") && at > 1 && tokens[at - 2].kind == Kind::Name
}

/// Reads one path, or in a `use` a tree of them; returns where it ends.
fn read(
    tokens: &[Token],
    mut at: usize,
    before: &[String],
    in_use: bool,
    modules: &[String],
    found: &mut Vec<(String, usize)>,
) -> usize {
    let mut path = before.to_vec();
    let line = tokens.get(at).map_or(0, |token| token.line);
    if tokens.get(at).is_some_and(|token| token.is("::")) {
        at += 1;
    }
    while let Some(token) = tokens.get(at) {
        if in_use && token.is("{") {
            at += 1;
            while let Some(inside) = tokens.get(at)
                && !inside.is("}")
            {
                at = if inside.is(",") {
                    at + 1
                } else {
                    read(tokens, at, &path, true, modules, found).max(at + 1)
                };
            }
            return at + 1;
        }
        if token.kind != Kind::Name && !token.is("*") {
            break;
        }
        if !token.is("*") {
            path.push(token.text.clone());
        }
        at += 1;
        if !tokens.get(at).is_some_and(|next| next.is("::")) {
            break;
        }
        at += 1;
    }
    found.push((written_out(&path, modules), line));
    if in_use && tokens.get(at).is_some_and(|next| next.is("as")) {
        at += 2;
    }
    at
}

/// `super::x` and `self::x` as `crate::…::x`.
fn written_out(path: &[String], modules: &[String]) -> String {
    let mut here: Vec<String> = std::iter::once("crate".to_owned()).chain(modules.iter().cloned()).collect();
    let mut relative = false;
    let mut rest = path;
    while let Some((first, more)) = rest.split_first() {
        match first.as_str() {
            "self" if !relative || !more.is_empty() => {}
            "super" => {
                here.pop();
            }
            _ => break,
        }
        relative = true;
        rest = more;
    }
    let mut full = if relative { here } else { Vec::new() };
    full.extend(rest.iter().filter(|name| *name != "self").cloned());
    full.join("::")
}

/// The module that a file is: `["dossier", "date"]` for `src/dossier/date/mod.rs`.
fn module_of(file: &str) -> Vec<String> {
    let inside = file.strip_prefix("src/").unwrap_or(file);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    let inside = inside.strip_suffix("/mod").unwrap_or(inside);
    if matches!(inside, "lib" | "main") || inside.starts_with("bin/") {
        return Vec::new();
    }
    inside.split('/').map(String::from).collect()
}

#[test]
fn closed_doors_are_noticed_however_they_are_written() {
    let bad = [
        ("src/dossier/model/event.rs", "use crate::analysis::gap;"),
        ("src/dossier/model/event.rs", "use super::super::super::analysis::gap;"),
        ("src/dossier/model/event.rs", "use crate::{dossier::date, analysis::{self, gap}};"),
        ("src/dossier/mod.rs", "use super::{analysis as a};"),
        ("src/dossier/mod.rs", "mod inner { use super::super::state::AppState; }"),
        ("src/dossier/mod.rs", "fn f() -> crate::state::AppState { todo() }"),
        ("src/dossier/mod.rs", "pub(crate) use crate::scene;"),
        ("src/scale/ticks.rs", "use crate::dossier::Dossier;"),
        ("src/layout/mod.rs", "use crate::scene::Mark;"),
        ("src/browser/address.rs", "use crate::views::gap::Ladder;"),
        ("src/browser/address.rs", "use crate::native::serve;"),
        ("src/native/mod.rs", "use crate::browser::start;"),
        ("src/checker/mod.rs", "use crate::views::app::App;"),
        ("src/bin/web.rs", "fn main() { daylight::views::run() }"),
        ("src/bin/daylight.rs", "use daylight::dossier::Dossier;"),
        ("src/bin/korean.rs", "pub use daylight::views::app::App;"),
        ("src/bin/cellar.rs", "pub use daylight::browser::start;"),
        ("src/bin/web.rs", "use web_sys::window;"),
        ("src/cellar/mod.rs", "use crate::dossier::Dossier;"),
        ("src/scene/svg.rs", "use yew::prelude::*;"),
        ("src/messages/mod.rs", "fn f() -> yew::Html { g() }"),
        ("src/views/app.rs", "use web_sys::window;"),
        ("src/views/app.rs", "use ::gloo::timers::callback::Timeout;"),
        ("src/state/mod.rs", "use {wasm_bindgen::JsCast, js_sys as js};"),
    ];
    for (path, source) in bad {
        assert!(!faults(path, source).is_empty(), "{path}: {source}");
    }
}

#[test]
fn open_doors_are_open() {
    let good = [
        (
            "src/dossier/model/event.rs",
            "use crate::dossier::date::Day; use super::super::text::Text; use super::marks;",
        ),
        (
            "src/dossier/mod.rs",
            "mod inner { use super::text::Text; } pub use self::model::Dossier; use std::fmt::{self, Write};",
        ),
        (
            "src/dossier/mod.rs",
            "// use crate::analysis;\npub use daylight::Daylight; const S: &str = \"crate::analysis::x\";",
        ),
        ("src/dossier/mod.rs", "#[cfg(test)] mod tests { use crate::analysis::gap; }"),
        ("src/scale/ticks.rs", "use crate::dossier::date::{Day, Precision};"),
        ("src/views/app.rs", "use yew::prelude::*; use crate::{state::{Action, AppState}, scene};"),
        (
            "src/browser/start.rs",
            "use crate::views::app::{App, AppProps}; use web_sys::window; use yew::Renderer;",
        ),
        ("src/native/page.rs", "use yew::LocalServerRenderer; use crate::views::App;"),
        ("src/bin/web.rs", "fn main() { daylight::browser::start() }"),
        ("src/bin/daylight.rs", "fn main() -> std::process::ExitCode { daylight::native::run() }"),
    ];
    for (path, source) in good {
        assert_eq!(faults(path, source), Vec::<Fault>::new(), "{path}: {source}");
    }
}

#[test]
fn a_table_is_read_with_its_short_ways_of_saying() {
    let text = "| room | x |\n|---|---|\n\n| room | may use |\n|---|---|\n| `a` | nothing of ours |\n| `b` | `a::x`, and `a::y` |\n\
                | `c` | all of these but `a`, and Yew |\n| `d` | `a`; `B` from one file alone |\n| `e` | everything but `a` and `d` |\n\n| `f` | |";
    let row = |room: &str, doors: &[&str]| {
        (room.to_owned(), doors.iter().map(|door| (*door).to_owned()).collect::<BTreeSet<_>>())
    };
    let rows = [
        row("a", &[]),
        row("b", &["a::x", "a::y"]),
        row("c", &["b"]),
        row("d", &["a"]),
        row("e", &["b", "c"]),
    ];
    assert_eq!(table(text), rows);
}

#[test]
fn a_table_that_differs_is_noticed() {
    let ours: String =
        DOORS.iter().map(|(room, doors)| format!("| `{room}` | `{}` |\n", doors.join("`, `"))).collect();
    let ours = format!("| room | may use |\n|---|---|\n{ours}").replace("``", "");
    assert_eq!(differences(&ours), Vec::<Fault>::new());
    let one_more = ours.replace("| `analysis` | `dossier`", "| `analysis` | `dossier`, `find`");
    let one_less = ours.replace("| `index` | `dossier` |", "| `index` | |");
    let other_room = ours.replace("| `index` |", "| `cellar` |");
    assert_eq!([one_more, one_less, other_room].map(|text| differences(&text).len()), [1, 1, 2]);
    assert_eq!(differences("").len(), DOORS.len());
}

#[test]
fn a_second_file_that_knows_the_app_is_noticed() {
    let start = ("src/browser/start.rs", "use crate::views::app::App;");
    let other = ("src/browser/pointer.rs", "fn f(app: crate::views::app::App) {}");
    assert!(who_starts_the_app(&[start, ("src/native/mod.rs", "use crate::views::app::App;")]).is_empty());
    assert_eq!(who_starts_the_app(&[start, other]).len(), 1);
}
