//! What documents and snippets promise to who follows them word for word, where no page or command could show it wrong: what hosts are
//! told to send, and how the state is written in addresses.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use daylight::index::Index;
use daylight::native::read;
use daylight::state::{Action, Address, AppState, GapView, Shared};
use serde_json::Value;

fn text(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn caddy_sends_each_file_one_word_on_how_long_it_may_be_kept() {
    let file = text("hosting/Caddyfile");
    let site: Vec<&str> =
        file.lines().map(str::trim).take_while(|line| !line.starts_with("handle_errors")).collect();
    // Caddy puts a header without a matcher last, wherever it stands, so it would be that of every file.
    let kept: Vec<&str> = site
        .iter()
        .filter_map(|line| line.strip_prefix("header ")?.split_once(" Cache-Control "))
        .map(|(matcher, _)| matcher)
        .collect();
    assert_eq!(kept, ["@hashed", "@fresh"]);
    assert_eq!(site.iter().filter(|line| line.contains("Cache-Control")).count(), kept.len());
    // One of the two holds for a file, and never both.
    let matcher = |name: &str| site.iter().find_map(|line| line.strip_prefix(&format!("{name} "))).unwrap();
    assert_eq!(matcher("@fresh"), format!("not {}", matcher("@hashed")));
}

#[test]
fn every_host_is_told_the_same_names_and_the_same_policy() {
    let headers = text("hosting/_headers");
    let policy =
        headers.lines().find_map(|line| line.trim().strip_prefix("Content-Security-Policy: ")).unwrap();
    for snippet in ["hosting/Caddyfile", "hosting/nginx.conf"] {
        let file = text(snippet);
        assert!(file.contains(&format!("Content-Security-Policy \"{policy}\"")), "{snippet}");
        assert!(file.contains("-[0-9a-f]{10}\\."), "{snippet}");
        assert!(file.contains("public, max-age=31536000, immutable"), "{snippet}");
    }
    // The names of the reader's own machine that a dossier may be read from, in every script that knows them, are those that the policy lets it
    // have, and one of IPv6, which no policy can name.
    let sources = policy.split(';').find(|part| part.trim().starts_with("connect-src ")).unwrap();
    let named = sources.split(' ').filter_map(|source| source.strip_prefix("http://")?.strip_suffix(":*"));
    let mut hosts: Vec<&str> = named.chain(["[::1]"]).collect();
    hosts.sort_unstable();
    assert_eq!(hosts.len(), 3, "{sources}");
    let mut scripts = 0;
    for (path, script) in scripts_of_the_web() {
        for (at, _) in script.match_indices("\"localhost\"") {
            let list = script[..at].rfind('[').zip(script[at..].find("\"]"));
            let list = list.map(|(start, end)| &script[start..at + end + 1]);
            let list = list.unwrap_or_else(|| panic!("{path}: `localhost` is in no list"));
            let mut own: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
            own.sort_unstable();
            assert_eq!(own, hosts, "{path}: {list}");
            scripts += 1;
        }
    }
    assert!(scripts > 0, "no script in web/ names `localhost`");
}

/// The scripts in `web/`, by their paths.
fn scripts_of_the_web() -> Vec<(String, String)> {
    let entries = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("web")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let paths = names.filter(|name| name.ends_with(".js")).map(|name| format!("web/{name}"));
    paths.map(|path| (path.clone(), text(&path))).collect()
}

#[test]
fn nginx_leads_from_a_folder_without_its_slash_to_the_folder() {
    let file = text("hosting/nginx.conf");
    let place = |line: &str| file.find(line).unwrap_or_else(|| panic!("hosting/nginx.conf lacks {line}"));
    let leads = place("if (-f $request_filename/index.html) { rewrite ^(.*[^/])$ $1/ permanent; }");
    assert!(place("absolute_redirect off;") < leads && leads < place("try_files $uri $uri/index.html =404;"));
    place("location = /talks { return 301 /talks/; }");
}

/// The parts of a line of Markdown that stand as code.
fn code(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

/// The table of the address: what stands as code in each row's cells.
fn table_of_the_address() -> Vec<Vec<Vec<String>>> {
    let page = text("docs/embedding.md");
    let rows = page.lines().skip_while(|line| !line.starts_with("| parameter |")).skip(2);
    let rows = rows.take_while(|line| line.starts_with('|'));
    let cell = |cell| code(cell).into_iter().map(str::to_owned).collect();
    rows.map(|row| row.split('|').map(cell).collect()).collect()
}

/// Each parameter's example values.
fn parameters() -> BTreeMap<String, Vec<String>> {
    table_of_the_address().into_iter().map(|cells| (cells[1][0].clone(), cells[3].clone())).collect()
}

/// What "Share" leaves out would be gone from the codes without a word.
#[test]
fn a_code_takes_along_all_that_its_view_can_be_told() {
    let script = text("web/share.js");
    let lines = || script.lines().map(str::trim);
    let strings = |line: &str| line.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let shared = strings(lines().find(|line| line.starts_with("const GAP = ")).unwrap());
    let mut views = 0;
    for row in table_of_the_address() {
        // The date is in every code.
        for view in row[5].iter().filter(|_| row[1][0] != "on") {
            let taken = lines().find(|line| line.starts_with(&format!("{view}: [")));
            let taken = taken.unwrap_or_else(|| panic!("web/share.js takes nothing for {view}"));
            let mut takes = strings(taken);
            if taken.contains("...GAP") {
                takes.extend(shared.clone());
            }
            for key in &row[1] {
                assert!(takes.contains(key), "web/share.js leaves out {key} of {view}");
            }
            views += 1;
        }
    }
    assert!(views > 15, "{views}");
}

#[test]
fn what_the_page_on_embedding_writes_into_addresses_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk");
    let dossier = read::load(&folder).unwrap();
    let parameters = parameters();
    for key in ["gap", "sort", "compare", "party", "kind", "level", "on-issue", "weight", "doubt"] {
        let values = &parameters[key];
        assert!(!values.is_empty(), "{key} has no example");
        for value in values {
            let pair = format!("{key}={value}");
            assert_eq!(Address::parse(&pair).query(), pair, "docs/embedding.md");
            for id in value.split('.') {
                match key {
                    "party" => assert!(dossier.parties.iter().any(|party| party.id == id), "{id}"),
                    "on-issue" => assert!(dossier.issue(id).is_some(), "{id}"),
                    _ => {}
                }
            }
        }
    }
    // Breaks are known by their first days.
    let events = Shared::new(Index::of_events(&dossier.events, "en"));
    let state = Rc::new(AppState::new(Shared::new(dossier.clone()), events));
    for value in &parameters["open"] {
        let pair = format!("open={value}");
        let opened = state.clone().reduce(Action::Restore(Address::parse(&pair)));
        let there = state.axis.breaks();
        assert_eq!(opened.address().query(), pair, "docs/embedding.md; there are {there:?}");
    }
    let written = parameters["weights"].iter().filter(|value| *value != "_");
    for value in written {
        let weights = GapView::parse_weights(value, &dossier);
        let view = GapView { weights, ..GapView::default() };
        assert_eq!(view.weights_text(&dossier), *value, "docs/embedding.md");
    }
}

/// The text of a document, its lines joined: a sentence may break anywhere.
fn joined(path: &str) -> String {
    text(path).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many quotations and clauses there are in the dossier, and how many of them stand beside the words as published in another language.
fn quoted(value: &Value) -> [usize; 2] {
    let (own, inner): (bool, Vec<&Value>) = match value {
        Value::Object(fields) => {
            // Words are quoted in one language; a text of the dossier is in each of its own.
            let is_quote = fields.contains_key("by") && fields.contains_key("source");
            let words = fields.get(if is_quote { "text" } else { "operative_words" });
            (words.is_some_and(Value::is_string), fields.values().collect())
        }
        Value::Array(items) => (false, items.iter().collect()),
        _ => (false, Vec::new()),
    };
    let begin = [usize::from(own), usize::from(own && value.get("original").is_some())];
    inner.into_iter().map(quoted).fold(begin, |[all, both], [a, b]| [all + a, both + b])
}

#[test]
fn the_documents_count_the_dossier_as_it_is() {
    let dossier = read::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk")).unwrap();
    let positions: Vec<_> = dossier.issues.iter().flat_map(|issue| &issue.positions).collect();
    let judged = positions.iter().filter(|position| position.judgement);
    let ranges = judged.clone().filter(|position| position.low < position.high).count();
    let (judged, positions, sources) = (judged.count(), positions.len(), dossier.sources.len());
    let open = dossier.sources.iter().filter(|source| source.url.starts_with("http:")).count();
    let [quotations, original] = quoted(&serde_json::to_value(&dossier).unwrap());
    // A thousand and more, as the documents write it.
    let sources = format!("{},{:03}", sources / 1000, sources % 1000);
    for (path, words) in [
        ("docs/coding-positions.md", format!("{judged} of the {positions} positions of the first dossier")),
        ("docs/coding-positions.md", format!("carry it; {ranges} of these are ranges")),
        ("docs/glossary.md", format!("{original} of the {quotations} have one")),
        ("docs/decisions.md", format!("{open} of the first dossier's {sources} sources were read under")),
        ("docs/decisions.md", format!("with the first dossier's {sources} sources that is")),
    ] {
        assert!(joined(path).contains(&words), "{path} should say: {words}");
    }
}

#[test]
fn a_scripts_line_shows_a_view_only_where_one_of_the_attributes_named_says_which() {
    let loader = text("web/embed.js");
    let asked = loader.lines().find(|line| line.contains(".some((name) => own.dataset[name])")).unwrap();
    let mut named: Vec<&str> = asked.split('"').skip(1).step_by(2).collect();
    let page = text("docs/embedding.md");
    let line = page.lines().find(|line| line.starts_with("A script's line with none of ")).unwrap();
    let mut told: Vec<&str> = code(line).into_iter().filter_map(|name| name.strip_prefix("data-")).collect();
    named.sort_unstable();
    told.sort_unstable();
    assert_eq!(named, told);
}
