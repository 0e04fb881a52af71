//! `daylight build`: the site is there as a whole or as it was, whatever happens, and nothing but a site is replaced.

use std::fs;
use std::process::{Command, Stdio};

use crate::folder::{Folder, said};

fn begun(name: &str) -> Folder {
    let folder = Folder::new(name).with_app();
    assert!(folder.daylight(&["new", "talks"]).status.success());
    folder
}

const BUILD: [&str; 7] = ["build", "talks", "--plain", "--app", "app", "--out", "site"];

#[test]
fn a_site_comes_of_a_dossier_with_spaces_and_korean_letters_in_its_path() {
    let folder = Folder::new("자리 with spaces").with_app();
    assert!(folder.daylight(&["new", "내 회담"]).status.success());
    let built = folder.daylight(&["build", "내 회담", "--plain", "--app", "app", "--out", "그 site"]);
    assert!(built.status.success(), "{}", said(&built.stderr));
    let page = fs::read_to_string(folder.path("그 site/index.html")).unwrap();
    assert!(page.contains("An invented example: talks about a strait"));
    // Every view has something of it.
    for view in [
        "lead", "timeline", "gap", "words", "meetings", "clock", "promises", "launches", "argument",
        "sources",
    ] {
        assert!(page.contains(&format!("id=\"{view}\"")), "{view}");
        assert!(folder.path(&format!("그 site/embed/{view}/index.html")).is_file(), "{view}");
    }
    assert!(page.contains("lang=\"ar\""), "words in Arabic are marked as such");
    assert_eq!(folder.names(), ["app", "그 site", "내 회담"], "nothing is left beside");
}

#[test]
fn what_cannot_be_written_leaves_the_old_site_as_it_was() {
    let folder = begun("full");
    assert!(folder.daylight(&BUILD).status.success());
    fs::write(folder.path("site/event/mark.txt"), "the old site").unwrap();
    // No file may be larger than 20 KB from here on: as on a full disk, some are written and then one is not.
    let command = format!("trap '' XFSZ; ulimit -f 40; exec \"$0\" {}", BUILD.join(" "));
    let output = Command::new("sh")
        .args(["-c", &command, env!("CARGO_BIN_EXE_daylight")])
        .current_dir(&folder.0)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output.stdout));
    assert!(
        said(&output.stderr).starts_with("error: .site.building-"),
        "the file is named: {}",
        said(&output.stderr)
    );
    assert_eq!(fs::read_to_string(folder.path("site/event/mark.txt")).unwrap(), "the old site");
    assert_eq!(folder.names(), ["app", "site", "talks"], "nothing half-written is left");
    assert!(folder.daylight(&BUILD).status.success());
    assert!(!folder.path("site/event/mark.txt").exists(), "an earlier site is replaced as a whole");
}

/// How many files there are in a folder and in those in it.
fn count(folder: &std::path::Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
}

#[test]
fn builds_that_meet_in_one_folder_publish_a_whole_site() {
    let folder = begun("meet");
    assert!(folder.daylight(&BUILD).status.success());
    let whole = count(&folder.path("site"));
    let start = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_daylight"));
        command.args(BUILD).current_dir(&folder.0).stdout(Stdio::null()).stderr(Stdio::piped());
        command.spawn().unwrap()
    };
    let builds: Vec<_> = (0..4).map(|_| start()).collect();
    let ends: Vec<_> = builds.into_iter().map(|build| build.wait_with_output().unwrap()).collect();
    assert_eq!(count(&folder.path("site")), whole);
    assert!(ends.iter().any(|end| end.status.success()));
    for end in ends.iter().filter(|end| !end.status.success()) {
        let error = said(&end.stderr);
        assert!(end.status.code() == Some(1) && error.contains("another build is writing site"), "{error}");
    }
    assert_eq!(folder.names(), ["app", "site", "talks"], "nothing is left beside");
}

#[test]
fn a_build_says_that_another_has_not_ended() {
    let folder = begun("busy");
    let lock = fs::File::create(folder.path(".site.lock")).unwrap();
    lock.lock().unwrap();
    let output = folder.daylight(&BUILD);
    let error = said(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert!(error.contains("another build is writing site at this moment. Build again when"), "{error}");
    assert_eq!(folder.names(), [".site.lock", "app", "talks"], "the lock is the other's");
    // It ended, or was killed.
    drop(lock);
    fs::create_dir(folder.path(".site.building-1-0")).unwrap();
    assert!(folder.daylight(&BUILD).status.success());
    assert_eq!(folder.names(), ["app", "site", "talks"]);
}

#[test]
fn only_a_site_is_replaced() {
    let folder = begun("only");
    fs::create_dir(folder.path("site")).unwrap();
    assert!(folder.daylight(&BUILD).status.success(), "an empty folder may be there");
    fs::create_dir(folder.path("photos")).unwrap();
    fs::write(folder.path("photos/one.jpg"), "mine").unwrap();
    for (out, says) in [
        ("photos", "something else than a built site"),
        ("talks", "holds the dossier"),
        (".", "holds the dossier"),
        ("photos/..", "holds the dossier"),
    ] {
        let output = folder.daylight(&["build", "talks", "--plain", "--app", "app", "--out", out]);
        assert_eq!(output.status.code(), Some(1), "{out}");
        assert!(said(&output.stderr).contains(says), "{out}: {}", said(&output.stderr));
    }
    assert_eq!(fs::read_to_string(folder.path("photos/one.jpg")).unwrap(), "mine");
    assert!(folder.path("talks/events.json").is_file());
}

#[test]
fn the_folder_one_is_in_is_not_replaced() {
    let folder = begun("here");
    fs::create_dir(folder.path("site")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_daylight"))
        .args(["build", "../talks", "--plain", "--app", "../app", "--out", "."])
        .current_dir(folder.path("site"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stderr).contains("is the folder you are in"), "{}", said(&output.stderr));
    assert_eq!(folder.names(), ["app", "site", "talks"]);
}

/// A folder that was built into is soon more than a site: a repository that is published, a host's own files.
#[test]
fn what_an_author_puts_into_a_sites_folder_is_not_lost() {
    let folder = begun("more");
    let build = ["build", "talks", "--app", "app", "--base-url", "https://example.org/", "--out", "site"];
    assert!(folder.daylight(&build).status.success());
    let again = folder.daylight(&build);
    assert!(
        again.status.success(),
        "every name that a build writes is one of a site's: {}",
        said(&again.stderr)
    );
    fs::create_dir(folder.path("site/.git")).unwrap();
    fs::write(folder.path("site/CNAME"), "talks.example.org").unwrap();
    let output = folder.daylight(&build);
    assert_eq!(output.status.code(), Some(1));
    let error = said(&output.stderr);
    assert!(
        error.contains("holds `.git`, `CNAME` beside a built site") && error.contains("Put them elsewhere"),
        "{error}"
    );
    assert!(folder.path("site/.git").is_dir() && folder.path("site/CNAME").is_file());
}

/// As with a single file: what serves the folder that a link leads to gets the new site, and the link is there as before.
#[cfg(unix)]
#[test]
fn a_link_stays_and_what_it_leads_to_is_replaced() {
    use std::os::unix::fs::symlink;

    let folder = begun("link");
    let build = |out: &str| folder.daylight(&["build", "talks", "--plain", "--app", "app", "--out", out]);
    fs::create_dir(folder.path("sites")).unwrap();
    assert!(build("sites/first").status.success());
    symlink("sites/first", folder.path("site")).unwrap();
    let title = |from: &str, to: &str| {
        let meta = folder.path("talks/meta.json");
        let text = fs::read_to_string(&meta).unwrap();
        fs::write(&meta, text.replacen(from, to, 1)).unwrap();
    };
    for (out, from, to) in
        [("site", "An invented example", "Another title"), ("site/", "Another title", "A third title")]
    {
        title(from, to);
        let output = build(out);
        assert!(output.status.success(), "{}", said(&output.stderr));
        assert!(folder.path("site").is_symlink(), "{out}");
        let page = fs::read_to_string(folder.path("sites/first/index.html")).unwrap();
        assert!(page.contains(to), "{out}: what the link leads to is new");
    }
    assert_eq!(folder.names(), ["app", "site", "sites", "talks"], "nothing is left beside the link");
    assert_eq!(fs::read_dir(folder.path("sites")).unwrap().count(), 1, "nor beside the site");
    // What is refused by its own name is refused by a link's.
    fs::write(folder.path("sites/first/CNAME"), "talks.example.org").unwrap();
    symlink("talks", folder.path("to-talks")).unwrap();
    symlink(".", folder.path("to-all")).unwrap();
    symlink("none", folder.path("to-none")).unwrap();
    for (out, says) in [
        ("site", "holds `CNAME` beside a built site"),
        ("to-talks", "holds the dossier"),
        ("to-all", "holds the dossier"),
        ("to-none", "a link that leads nowhere"),
    ] {
        let output = build(out);
        assert_eq!(output.status.code(), Some(1), "{out}");
        assert!(said(&output.stderr).contains(says), "{out}: {}", said(&output.stderr));
        assert!(folder.path(out).is_symlink(), "{out}");
    }
    assert!(folder.path("talks/events.json").is_file() && folder.path("sites/first/CNAME").is_file());
}

#[test]
fn a_dossier_that_links_scripts_is_not_built() {
    let folder = begun("script");
    let sources = folder.path("talks/sources.json");
    let text = fs::read_to_string(&sources).unwrap();
    fs::write(&sources, text.replacen("https://example.org/qamar-decree-2015-03", "javascript:alert(1)", 1))
        .unwrap();
    let output = folder.daylight(&BUILD);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output.stderr).contains("1 errors") || said(&output.stderr).contains("1 error"),
        "{}",
        said(&output.stderr)
    );
    assert!(said(&folder.daylight(&["check", "talks"]).stdout).contains("error[E0602]"));
    assert!(!folder.path("site").exists());
}

#[test]
fn without_an_app_the_command_says_where_to_get_one() {
    let folder = begun("no-app");
    let output = folder.daylight(&["build", "talks", "--out", "site"]);
    let error = said(&output.stderr);
    assert!(output.status.code() == Some(1) && error.contains("cargo install --locked --path ."), "{error}");
    assert_eq!(folder.names(), ["app", "talks"]);
}

/// Told by a mark that the earlier site's files are given: what is the same comes from there, what is not is made anew.
#[test]
fn what_has_not_changed_is_not_compressed_or_drawn_again() {
    let folder = begun("again");
    let build = ["build", "talks", "--app", "app", "--base-url", "https://example.org/", "--out", "site"];
    assert!(folder.daylight(&build).status.success());
    let read = |name: &str| fs::read(folder.path("site").join(name)).unwrap();
    let (card, page) = (read("card/lead.png"), read("index.html"));
    for name in ["embed.js.br", "index.html.br"] {
        fs::write(folder.path("site").join(name), "of the earlier site").unwrap();
    }
    let meta = folder.path("talks/meta.json");
    let text = fs::read_to_string(&meta).unwrap();
    fs::write(&meta, text.replacen("An invented example: talks", "Another title: talks", 1)).unwrap();
    assert!(folder.daylight(&build).status.success());
    assert_eq!(read("embed.js.br"), b"of the earlier site", "the script is the same");
    assert!(read("index.html") != page && read("index.html.br") != b"of the earlier site");
    assert!(read("card/lead.png") != card, "the card shows the title");
    fs::write(&meta, text).unwrap();
    assert!(folder.daylight(&build).status.success());
    assert_eq!(read("card/lead.png"), card, "the same drawing gives the same bytes");
    // A chart that is taken over shows it by bytes behind its end, which no drawing makes.
    let chart = [&read("data/gap.png")[..], b"IEND\xaeB`\x82"].concat();
    fs::write(folder.path("site/data/gap.png"), &chart).unwrap();
    assert!(folder.daylight(&build).status.success());
    assert_eq!(read("data/gap.png"), chart);
}

#[test]
fn what_is_too_small_to_matter_has_no_compressed_copies() {
    let folder = begun("small");
    assert!(folder.daylight(&["build", "talks", "--app", "app", "--out", "site"]).status.success());
    let mut files = vec![folder.path("site")];
    let (mut with, mut without) = (0, 0);
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "ris" || ending == "html") {
            let size =
                |copy: &str| fs::metadata(format!("{}.{copy}", path.display())).ok().map(|copy| copy.len());
            let own = fs::metadata(&path).unwrap().len();
            let copies = [size("br"), size("gz")];
            if path.extension().unwrap() == "ris" && own < 4096 {
                assert_eq!(copies, [None, None], "{}", path.display());
                without += 1;
            } else if own >= 4096 {
                assert!(copies.iter().all(|copy| copy.is_some_and(|copy| copy < own)), "{}", path.display());
                with += 1;
            }
        }
    }
    assert!(with > 0 && without > 0, "{with} and {without}");
}
