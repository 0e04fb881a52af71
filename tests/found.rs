//! A site built for an address: what its heads, cards and files beside them say to who finds it, links to it or embeds it. The app
//! itself is not needed for that, so empty files stand in its place.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

#[path = "folder/mod.rs"]
mod folder;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use daylight::dossier::Dossier;
use daylight::dossier::date::Precision;
use daylight::messages::{Locale, TakeMsg};
use daylight::native::pictures::VIEWS;
use serde_json::{Value, json};

use folder::write_app;

const BASE: &str = "https://example.org/daylight/";

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn dossier() -> Dossier {
    daylight::native::read::load(&root("dossiers/us-dprk")).unwrap()
}

/// A site's files by path.
type Site = BTreeMap<String, Vec<u8>>;

fn files(folder: &Path, from: &Path, found: &mut Site) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            files(&entry.path(), from, found);
        } else {
            let name = entry.path().strip_prefix(from).unwrap().to_string_lossy().replace('\\', "/");
            found.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
}

/// Builds a dossier's site around an app of empty files; gives it and what the command said.
fn build(name: &str, dossier: &str, base: Option<&str>) -> (Site, String) {
    let folder = std::env::temp_dir().join(format!("daylight-found-{name}-{}", std::process::id()));
    let app = folder.join("app");
    write_app(&app);
    let mut command = Command::new(env!("CARGO_BIN_EXE_daylight"));
    command.args(["build", dossier, "--plain", "--app"]).arg(&app).arg("--out").arg(folder.join("site"));
    if let Some(base) = base {
        command.args(["--base-url", base]);
    }
    let output = command.current_dir(root("")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut site = Site::new();
    files(&folder.join("site"), &folder.join("site"), &mut site);
    std::fs::remove_dir_all(&folder).unwrap();
    (site, String::from_utf8(output.stdout).unwrap())
}

/// The real dossier's site, built once.
static SITE: LazyLock<Site> =
    LazyLock::new(|| build("site", "dossiers/us-dprk", Some("https://example.org/daylight")).0);

fn page<'a>(site: &'a Site, path: &str) -> &'a str {
    let bytes = site.get(path).unwrap_or_else(|| panic!("{path} is missing"));
    std::str::from_utf8(bytes).unwrap()
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// What a `<meta>` or `<link>` of the head says.
fn said(html: &str, before: &str) -> Option<String> {
    let head = html.split("</head>").next().unwrap();
    let mut found = head.split(before).skip(1).map(|rest| unescaped(rest.split('"').next().unwrap()));
    let first = found.next();
    assert_eq!(found.next(), None, "{before} is said once");
    first
}

/// The file of the site that an address names.
fn file_of(address: &str) -> String {
    let path = address.strip_prefix(BASE).unwrap_or_else(|| panic!("{address} is not below {BASE}"));
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// Width and height as a PNG's own header says them.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn every_card_is_a_picture_of_the_size_that_cards_have() {
    let cards: Vec<_> = SITE.iter().filter(|(path, _)| path.starts_with("card/")).collect();
    let dossier = dossier();
    assert_eq!(cards.len(), VIEWS.len() + dossier.events.len() + dossier.issues.len());
    for (path, bytes) in cards {
        assert_eq!(size(bytes), (1200, 630), "{path}");
        // Fetched by a crawler for each link that somebody posts.
        assert!(bytes.len() < 100_000, "{path}: {} bytes", bytes.len());
    }
}

#[test]
fn a_head_says_where_its_page_stands_and_what_it_shows() {
    let dossier = dossier();
    let mut pages = vec![("index.html".to_owned(), "lead".to_owned())];
    pages.extend(
        dossier
            .events
            .iter()
            .map(|event| (format!("event/{}/index.html", event.id), format!("event/{}", event.id))),
    );
    pages.extend(
        dossier
            .issues
            .iter()
            .map(|issue| (format!("issue/{}/index.html", issue.id), format!("issue/{}", issue.id))),
    );
    for (path, card) in pages {
        let html = page(&SITE, &path);
        let address = format!("{BASE}{}", path.strip_suffix("index.html").unwrap());
        assert_eq!(
            said(html, "<link rel=\"canonical\" href=\"").as_deref(),
            Some(address.as_str()),
            "{path}"
        );
        let property = |name: &str| said(html, &format!("<meta property=\"og:{name}\" content=\""));
        assert_eq!(property("url").as_deref(), Some(address.as_str()), "{path}");
        assert_eq!(property("type").as_deref(), Some("article"), "{path}");
        let image = property("image").unwrap();
        assert_eq!(image, format!("{BASE}card/{card}.png"));
        assert!(SITE.contains_key(&file_of(&image)), "{image}");
        assert_eq!(
            (property("image:width").as_deref(), property("image:height").as_deref()),
            (Some("1200"), Some("630"))
        );
        assert!(property("image:alt").is_some_and(|alt| alt.len() > 20), "{path}");
        // Its own name: the site's stands beside it.
        let title = property("title").unwrap();
        assert!(
            !title.is_empty() && (path == "index.html" || !title.contains("How much daylight")),
            "{title}"
        );
        let own = [property("site_name"), property("locale"), property("locale:alternate")];
        let own = own.map(Option::unwrap_or_default);
        assert_eq!(own, [dossier.meta.title.get("en"), "en_GB", "ko_KR"], "{path}");
        let alt = said(html, "<meta name=\"twitter:image:alt\" content=\"");
        assert!(alt.is_some() && alt == property("image:alt"), "{path}");
        assert!(property("description").is_some_and(|about| !about.is_empty()), "{path}");
        assert_eq!(
            said(html, "<meta name=\"twitter:card\" content=\"").as_deref(),
            Some("summary_large_image")
        );
        let answer = said(html, "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"").unwrap();
        let (answer, asked) = answer.split_once("?url=").unwrap();
        assert!(SITE.contains_key(&file_of(answer)), "{answer}");
        assert_eq!(asked.replace("%3A", ":").replace("%2F", "/"), address);
    }
}

/// Search engines that are led to a page that is not there say so of the site.
#[test]
fn every_page_in_another_language_is_there() {
    let mut found = 0;
    for path in SITE.keys().filter(|path| path.ends_with(".html")) {
        let head = page(&SITE, path).split("</head>").next().unwrap();
        let alternates: Vec<String> = head
            .split("<link rel=\"alternate\" hreflang=\"")
            .skip(1)
            .map(|rest| file_of(&unescaped(values(rest, "href").next().unwrap())))
            .collect();
        for file in &alternates {
            assert!(SITE.contains_key(file), "{path} leads to {file}");
        }
        let others = head.matches("\"og:locale:alternate\"").count();
        assert_eq!(others, alternates.len().saturating_sub(1), "{path}");
        found += alternates.len();
        // A page that is there once has no other.
        let once = ["open/index.html", "studio/index.html", "404.html"].contains(&path.as_str());
        assert_eq!(alternates.is_empty(), once, "{path}");
    }
    assert!(found > 1000, "{found}");
}

/// The values of an attribute in a piece of HTML.
fn values<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let before = format!(" {name}=\"");
    let parts: Vec<&str> = html.split(before.as_str()).skip(1).collect();
    parts.into_iter().map(|rest| rest.split('"').next().unwrap())
}

#[test]
fn machines_read_what_a_page_is() {
    let data = |path: &str| -> Value {
        let html = page(&SITE, path);
        let text = html.split("<script type=\"application/ld+json\">").nth(1).unwrap();
        serde_json::from_str(text.split("</script>").next().unwrap()).unwrap()
    };
    let whole = data("index.html");
    assert_eq!((&whole["@context"], &whole["@type"]), (&"https://schema.org".into(), &"Dataset".into()));
    assert_eq!(whole["license"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(whole["temporalCoverage"], "1953-07-27/2024-12-31");
    assert_eq!(whole["url"], BASE);
    let mut listed: Vec<String> = whole["distribution"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file_of(file["contentUrl"].as_str().unwrap()))
        .collect();
    listed.sort();
    let is_picture = |path: &str| path.ends_with(".svg") || path.ends_with(".png") || path.ends_with(".html");
    let there = SITE.keys().filter(|path| path.starts_with("data/") && !is_picture(path));
    let there: Vec<String> = there.cloned().chain(["dossier.json".to_owned()]).collect();
    assert_eq!(listed, there);
    let dossier = dossier();
    for event in &dossier.events {
        let article = data(&format!("event/{}/index.html", event.id));
        assert_eq!(article["@type"], "Article");
        let headline = article["headline"].as_str().unwrap();
        assert!(headline == event.title.get("en") && headline.chars().count() <= 110, "{headline}");
        for part in ["name", "description", "url", "@id"] {
            assert_eq!(article["isPartOf"][part], whole[part], "{}", event.id);
        }
        let about = &article["about"];
        assert_eq!(about["name"], event.title.get("en"));
        if let Some(place) = &event.place {
            assert_eq!(about["@type"], "Event", "{}", event.id);
            assert_eq!(about["location"]["name"], place.get("en"));
            // No day that the record does not know.
            let start = about["startDate"].as_str().unwrap();
            assert!(event.date.first().to_string().starts_with(start), "{start}");
            let is_known = event.date.precision() == Precision::Day;
            assert_eq!(start.len() == "1958-01-31".len(), is_known, "{}: {start}", event.id);
            assert_eq!(about["endDate"].is_string(), event.date.to_string().contains('/'), "{}", event.id);
        } else {
            assert_eq!(*about, json!({"@type": "Thing", "name": event.title.get("en")}));
        }
        assert!(SITE.contains_key(&file_of(article["image"].as_str().unwrap())));
    }
}

#[test]
fn an_oembed_answer_is_to_the_letter() {
    let answers: Vec<_> = SITE.iter().filter(|(path, _)| path.starts_with("oembed/")).collect();
    let dossier = dossier();
    assert_eq!(answers.len(), VIEWS.len() + dossier.events.len() + dossier.issues.len());
    for (path, bytes) in answers {
        let answer: Value = serde_json::from_slice(bytes).unwrap();
        let stem = path.strip_prefix("oembed/").and_then(|path| path.strip_suffix(".json")).unwrap();
        // The string, not the number.
        assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()), "{path}");
        assert_eq!(answer["width"], 320, "{path}: the smallest width it works at");
        let height = answer["height"].as_u64().unwrap();
        assert_eq!(answer["thumbnail_url"], format!("{BASE}card/{stem}.png"));
        assert_eq!((&answer["thumbnail_width"], &answer["thumbnail_height"]), (&1200.into(), &630.into()));
        let title = answer["title"].as_str().unwrap();
        // Nothing but what WordPress lets through: a quotation with a link, then a frame.
        let html = answer["html"].as_str().unwrap();
        let (quote, frame) =
            html.split_once("</blockquote><iframe ").unwrap_or_else(|| panic!("{path}: {html}"));
        let quote = quote.strip_prefix("<blockquote>").unwrap();
        let (words, link) = quote.split_once(" <a href=\"").unwrap();
        assert!(!words.is_empty() && !words.contains('<'), "{path}: {words}");
        let (address, label) = link.split_once("\">").unwrap();
        assert!(SITE.contains_key(&file_of(address.split('#').next().unwrap())), "{path}: {address}");
        assert_eq!(unescaped(label.strip_suffix("</a>").unwrap()), title, "{path}");
        let frame = unescaped(frame.strip_suffix("></iframe>").unwrap());
        assert_eq!(
            frame,
            format!(
                "src=\"{BASE}embed/{stem}/\" title=\"{title}\" width=\"100%\" height=\"{height}\" frameborder=\"0\""
            )
        );
    }
}

#[test]
fn the_sitemap_lists_what_there_is() {
    let map = page(&SITE, "sitemap.xml");
    let listed: Vec<&str> =
        map.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
    for address in &listed {
        assert!(SITE.contains_key(&file_of(address)), "{address}");
    }
    let dossier = dossier();
    for event in &dossier.events {
        assert!(listed.contains(&format!("{BASE}event/{}/", event.id).as_str()), "{}", event.id);
    }
    assert!(listed.contains(&BASE) && !map.contains("404"));
    assert!(page(&SITE, "robots.txt").contains(&format!("\nSitemap: {BASE}sitemap.xml\n")));
}

#[test]
fn the_page_for_lost_addresses_works_below_any_path() {
    let html = page(&SITE, "404.html");
    assert!(html.contains("<meta name=\"robots\" content=\"noindex\">") && !html.contains("canonical"));
    let links: Vec<&str> =
        html.split(" href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    for link in links.iter().filter(|link| !link.starts_with("data:")) {
        let path = link.strip_prefix("/daylight/").unwrap_or_else(|| panic!("{link}"));
        let file = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        assert!(path.is_empty() || SITE.contains_key(&file), "{link}");
    }
    // It is sent for lost addresses of all languages, so it says so in each.
    assert!(links.contains(&"/daylight/") && links.contains(&"/daylight/ko/"));
    assert!(html.contains("<section lang=\"ko\">"));
}

#[test]
fn the_page_of_files_lists_them_all_with_their_sizes() {
    let html = page(&SITE, "data/index.html");
    let mut listed: Vec<String> = html
        .split("<a href=\"")
        .skip(1)
        .filter(|link| link.split('>').next().unwrap().contains(" download="))
        .map(|link| link.split('"').next().unwrap().to_owned())
        .collect();
    for name in &listed {
        let path = name.strip_prefix("../").map_or_else(|| format!("data/{name}"), str::to_owned);
        assert!(SITE.contains_key(&path), "{path}");
    }
    listed.sort();
    let there: Vec<&String> =
        SITE.keys().filter(|path| path.starts_with("data/") && *path != "data/index.html").collect();
    for path in &there {
        assert!(listed.iter().any(|name| format!("data/{name}") == **path), "{path} is not listed");
    }
    let size = Locale::En.tell(&TakeMsg::Size(SITE["dossier.json"].len() as u64));
    assert!(html.contains(&format!("(JSON, {size})")), "{size}");
    // The charts carry their own words.
    let svg = page(&SITE, "data/lead.svg");
    for words in ["example.org/daylight", "sources", "31 December 2019", "<title>", "<desc>"] {
        assert!(svg.contains(words), "{words}");
    }
    assert_eq!(&SITE["data/lead.png"][1..4], b"PNG");
}

#[test]
fn a_record_has_its_citations_beside_it() {
    let dossier = dossier();
    for event in &dossier.events {
        let html = page(&SITE, &format!("event/{}/index.html", event.id));
        for name in ["citations.json", "citations.bib", "citations.ris"] {
            assert!(html.contains(&format!("<a href=\"{name}\"")), "{}", event.id);
            let file = page(&SITE, &format!("event/{}/{name}", event.id));
            assert!(file.contains(&format!("{BASE}event/{}/", event.id)), "{}: {name}", event.id);
            for source in &event.sources {
                assert!(file.contains(source.as_str()), "{}: {name} lacks {source}", event.id);
            }
        }
    }
}

/// Two builds of the same dossier are the same, to the byte.
#[test]
fn the_same_dossier_gives_the_same_site() {
    let build = |name| build(name, "tests/check/cases/00-minimal.json", Some(BASE)).0;
    let (one, other) = (build("one"), build("other"));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(*bytes == other[path], "{path} differs");
    }
}

/// Whoever reads the files beside the pages takes addresses as they stand.
#[test]
fn an_address_in_other_letters_is_written_as_addresses_are() {
    let typed = "https://example.org/\u{d68c}\u{b2f4}";
    let (site, _) = build("letters", "tests/check/cases/00-minimal.json", Some(typed));
    let base = "https://example.org/%ED%9A%8C%EB%8B%B4/";
    assert!(page(&site, "robots.txt").contains(&format!("Sitemap: {base}sitemap.xml\n")));
    assert!(page(&site, "sitemap.xml").contains(&format!("<loc>{base}</loc>")));
    assert_eq!(said(page(&site, "index.html"), "<link rel=\"canonical\" href=\"").as_deref(), Some(base));
    for path in ["sitemap.xml", "robots.txt", "data/citations.ris", "data/citations.json", "404.html"] {
        assert!(!page(&site, path).contains('\u{d68c}'), "{path}");
    }
}

/// A wrong address would be worse than none.
#[test]
fn without_an_address_nothing_says_one() {
    let (site, output) = build("none", "tests/check/cases/00-minimal.json", None);
    assert_eq!(output.lines().filter(|line| line.contains("--base-url")).count(), 1, "{output}");
    for path in site.keys() {
        let absolute = ["card/", "oembed/", "sitemap.xml", "robots.txt"];
        assert!(!absolute.iter().any(|begin| path.starts_with(begin)), "{path}");
    }
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        for word in
            ["canonical", "og:url", "og:image", "og:site_name", "og:locale", "twitter:", "oembed", "ld+json"]
        {
            assert!(!html.contains(word), "{path}: {word}");
        }
    }
}
