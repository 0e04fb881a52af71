//! How the site's pages are found and unfurled: what their heads say to search engines, link cards and pages that embed them, and the
//! files beside them. All of it needs the site's own address; without one it is left out, since a wrong address is worse than none.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::languages::Other;
use super::shell::html_text;
use crate::dossier::Dossier;
use crate::dossier::date::{Day, Edtf, End, Point, Precision};
use crate::dossier::model::Event;
use crate::messages::{Ending, Locale};
use crate::native::pictures::{Subject, VIEWS};
use crate::views::take::{Taken, TakenFiles};

/// Pixels of a link card.
pub const CARD: (u32, u32) = (1200, 630);
/// The smallest width an embed works at, in pixels: what a static answer can promise to any host.
const EMBED_WIDTH: u32 = 320;

/// How tall each view is embedded where the host does not ask for its own height, in pixels.
const HEIGHTS: [(&str, u32); 10] = [
    ("lead", 520),
    ("timeline", 640),
    ("gap", 760),
    ("words", 760),
    ("meetings", 760),
    ("clock", 760),
    ("promises", 760),
    ("launches", 760),
    ("argument", 640),
    ("sources", 640),
];
/// The same of one event or issue.
const RECORD_HEIGHT: u32 = 560;

/// The pages that are there once, in the dossier's first language alone.
const ONCE: [&str; 2] = ["open/", "studio/"];

/// What is shared: a view, an event, an issue.
#[derive(Clone, Copy)]
pub struct Shared<'a> {
    /// What it is.
    pub subject: Subject<'a>,
}

impl Shared<'_> {
    /// The stem of its files: `gap`, `event/ID`, `issue/ID`.
    pub fn stem(&self) -> String {
        match self.subject {
            Subject::View(view) => view.to_owned(),
            Subject::Event(event) => format!("event/{}", event.id),
            Subject::Issue(issue) => format!("issue/{}", issue.id),
        }
    }

    /// Where a reader finds it: a place on the main page, or a page of its own.
    fn page(&self) -> String {
        match self.subject {
            Subject::View(view) => format!("#{view}"),
            Subject::Event(_) | Subject::Issue(_) => format!("{}/", self.stem()),
        }
    }

    /// How tall its embed is where the host does not ask for its own height, in pixels.
    pub fn height(&self) -> u32 {
        match self.subject {
            Subject::View(view) => {
                HEIGHTS.iter().find(|(known, _)| *known == view).map_or(RECORD_HEIGHT, |(_, height)| *height)
            }
            Subject::Event(_) | Subject::Issue(_) => RECORD_HEIGHT,
        }
    }
}

/// All that a dossier shares, in a fixed order.
pub fn shared(dossier: &Dossier) -> Vec<Shared<'_>> {
    let views = VIEWS.into_iter().map(Subject::View);
    let events = dossier.events.iter().map(Subject::Event);
    let issues = dossier.issues.iter().map(Subject::Issue);
    views.chain(events).chain(issues).map(|subject| Shared { subject }).collect()
}

/// A link card that was drawn.
#[derive(Clone, Debug)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// Its text alternative.
    pub alt: String,
}

/// What heads and files are made from.
pub struct Found<'a> {
    dossier: &'a Dossier,
    /// The language of what is said.
    locale: Locale,
    /// The site's address with a slash at its end.
    base: Option<String>,
    /// The link cards by the stem of what they show.
    cards: BTreeMap<String, Card>,
    version: &'a str,
    /// The addresses of the same site in each language, this one among them; none where there is but one.
    languages: Vec<(Locale, String)>,
}

/// A file beside the pages.
pub struct Beside {
    /// Its path from the root.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

impl<'a> Found<'a> {
    /// For a site that will stand at `base` (with a slash at its end), and has these link cards.
    pub fn new(
        dossier: &'a Dossier,
        locale: Locale,
        base: Option<String>,
        cards: BTreeMap<String, Card>,
        version: &'a str,
    ) -> Found<'a> {
        Found { dossier, locale, base, cards, version, languages: Vec::new() }
    }

    /// What is found, for a site that is written in other languages too; `root` is the address of the first one's.
    pub fn among(mut self, root: Option<&str>, others: &[Other]) -> Found<'a> {
        if let (Some(root), Some(base), false) = (root, &self.base, others.is_empty()) {
            self.languages =
                others.iter().map(|other| (other.locale, format!("{root}{}", other.folder))).collect();
            self.languages.push((self.locale, base.clone()));
        }
        self
    }

    /// The link card of what has this stem.
    pub fn card(&self, stem: &str) -> Option<&Card> {
        self.cards.get(stem)
    }

    /// What a page's head says beyond title and description; nothing without the site's address. `path` is the page's own from the root,
    /// with a slash at its end or empty; `files` are those that the dossier can be had in.
    pub fn head(&self, path: &str, name: &str, description: &str, files: &TakenFiles) -> String {
        let Some(base) = &self.base else { return String::new() };
        let own = stem(path);
        let card = self.cards.get_key_value(own).or_else(|| self.cards.get_key_value("lead"));
        // The embed of a record is that record's page in another form, that of a view a part of the main page; but who shares the address
        // of a view's embed means that view.
        let (canonical, shared) = match path.strip_prefix("embed/") {
            Some(rest) if rest.starts_with("event/") || rest.starts_with("issue/") => (rest, rest),
            Some(_) => ("", path),
            None => (path, path),
        };
        let mut out = format!(
            "<link rel=\"canonical\" href=\"{base}{canonical}\">\n<meta property=\"og:url\" content=\"{base}{shared}\">\n",
            base = html_text(base),
        );
        // Writing to a string never fails.
        let _ = writeln!(
            out,
            "<meta property=\"og:site_name\" content=\"{}\">\n<meta property=\"og:locale\" content=\"{}\">",
            html_text(self.dossier.meta.title.get(self.locale.tag())),
            region(self.locale),
        );
        let languages: &[_] = if ONCE.contains(&path) { &[] } else { &self.languages };
        for (language, base) in languages {
            let _ = writeln!(
                out,
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}{}\">",
                language.tag(),
                html_text(base),
                html_text(canonical)
            );
            if *language != self.locale {
                let _ = writeln!(
                    out,
                    "<meta property=\"og:locale:alternate\" content=\"{}\">",
                    region(*language)
                );
            }
        }
        if let Some((stem, card)) = card {
            let (width, height) = CARD;
            let _ = writeln!(
                out,
                "<meta property=\"og:image\" content=\"{}card/{stem}.png\">\n<meta property=\"og:image:width\" content=\"{width}\">\n\
                 <meta property=\"og:image:height\" content=\"{height}\">\n<meta property=\"og:image:alt\" content=\"{alt}\">\n\
                 <meta name=\"twitter:card\" content=\"summary_large_image\">\n<meta name=\"twitter:image:alt\" content=\"{alt}\">",
                html_text(base),
                alt = html_text(&card.alt),
            );
            if stem == own || path.is_empty() {
                let _ = writeln!(
                    out,
                    "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}oembed/{stem}.json?url={}\" title=\"{}\">",
                    html_text(base),
                    encoded(&format!("{base}{path}")),
                    html_text(&card.title),
                );
            }
        }
        if let Some(data) = self.data(path, name, description, files) {
            // "<" can only stand inside JSON strings; written as an escape it cannot end the element.
            let data = data.to_string().replace('<', "\\u003c");
            let _ = writeln!(out, "<script type=\"application/ld+json\">{data}</script>");
        }
        out
    }

    /// What the page is, for machines: the dossier is a data set, a record an article about something.
    fn data(&self, path: &str, name: &str, description: &str, files: &TakenFiles) -> Option<Value> {
        let base = self.base.as_ref()?;
        let meta = &self.dossier.meta;
        let text = |text: &crate::dossier::text::Text| text.get(self.locale.tag()).to_owned();
        let url = format!("{base}{path}");
        let mut data = if path.is_empty() {
            let lists = [&files.whole, &files.tables, &files.calendar, &files.citations];
            let download = |file: &Taken| {
                json!({
                    "@type": "DataDownload",
                    "encodingFormat": media_type(file.ending),
                    "contentUrl": address_of(base, file),
                })
            };
            json!({
                "@type": "Dataset",
                "@id": base,
                "name": text(&meta.title),
                "description": text(&meta.dek),
                "temporalCoverage": format!("{}/{}", meta.span.from, meta.span.to),
                "version": self.version,
                "isAccessibleForFree": true,
                "distribution": lists.into_iter().flatten().map(download).collect::<Vec<Value>>(),
            })
        } else {
            let about = match self.record(path)? {
                Subject::Event(event) => about_event(event, self.locale),
                Subject::Issue(issue) => json!({"@type": "Thing", "name": text(&issue.title)}),
                Subject::View(_) => return None,
            };
            json!({
                "@type": "Article",
                "headline": name,
                "description": description,
                "image": format!("{base}card/{}.png", stem(path)),
                "about": about,
                "isPartOf": {
                    "@type": "Dataset",
                    "@id": base,
                    "name": text(&meta.title),
                    "description": text(&meta.dek),
                    "url": base,
                },
            })
        };
        let fields = data.as_object_mut()?;
        fields.insert("@context".to_owned(), json!("https://schema.org"));
        fields.insert("url".to_owned(), json!(url));
        fields.insert("inLanguage".to_owned(), json!(self.locale.tag()));
        if let Some(licence) = licence(&meta.content_licence) {
            fields.insert("license".to_owned(), json!(licence));
        }
        if let Some(checked) = meta.upkeep().last() {
            fields.insert("dateModified".to_owned(), json!(checked.to_string()));
        }
        Some(data)
    }

    /// The record whose own page stands at this path.
    fn record(&self, path: &str) -> Option<Subject<'a>> {
        let path = path.strip_suffix('/')?;
        let event = |id| self.dossier.event(id).map(Subject::Event);
        let issue = |id| self.dossier.issue(id).map(Subject::Issue);
        path.strip_prefix("event/").and_then(event).or_else(|| path.strip_prefix("issue/").and_then(issue))
    }

    /// The answers to those who ask how to embed something, one for each view, event and issue that has a card.
    pub fn oembed(&self) -> Vec<Beside> {
        let Some(base) = &self.base else { return Vec::new() };
        let answer = |shared: &Shared<'_>| {
            let stem = shared.stem();
            let card = self.cards.get(&stem)?;
            let (title, height) = (&card.title, shared.height());
            let fallback = format!(
                "<blockquote>{} <a href=\"{}\">{}</a></blockquote>",
                html_text(&card.alt),
                html_text(&format!("{base}{}", shared.page())),
                html_text(title),
            );
            let frame = format!(
                "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" frameborder=\"0\"></iframe>",
                html_text(&format!("{base}embed/{stem}/")),
                html_text(title),
            );
            let (thumbnail_width, thumbnail_height) = CARD;
            let answer = json!({
                "version": "1.0",
                "type": "rich",
                "title": title,
                "provider_name": "Daylight",
                "provider_url": base,
                "cache_age": 86400,
                "html": format!("{fallback}{frame}"),
                "width": EMBED_WIDTH,
                "height": height,
                "thumbnail_url": format!("{base}card/{stem}.png"),
                "thumbnail_width": thumbnail_width,
                "thumbnail_height": thumbnail_height,
            });
            Some(Beside { path: format!("oembed/{stem}.json"), text: format!("{answer}\n") })
        };
        shared(self.dossier).iter().filter_map(answer).collect()
    }
}

/// The list of pages for search engines, and where to find it; nothing without the site's address. `pages` are their paths from its root.
pub fn sitemap<'p>(
    base: Option<&str>,
    checked: Option<Day>,
    pages: impl Iterator<Item = &'p str>,
) -> Vec<Beside> {
    let Some(base) = base else { return Vec::new() };
    let changed = checked.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    // The page for lost addresses is nobody's aim.
    for page in pages.filter(|page| *page != "404.html") {
        let address = page.strip_suffix("index.html").unwrap_or(page);
        let _ = writeln!(text, "<url><loc>{}</loc>{changed}</url>", html_text(&format!("{base}{address}")));
    }
    text.push_str("</urlset>\n");
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n");
    vec![
        Beside { path: "sitemap.xml".to_owned(), text },
        Beside { path: "robots.txt".to_owned(), text: robots },
    ]
}

/// What a page's files are called: `gap` of `embed/gap/`, `event/ID` of `event/ID/` and of `embed/event/ID/`.
fn stem(path: &str) -> &str {
    let path = path.strip_prefix("embed/").unwrap_or(path);
    path.strip_suffix('/').unwrap_or(path)
}

/// What an event's page is about. Search engines take an event without a day of its beginning or a place for a mistake.
fn about_event(event: &Event, locale: Locale) -> Value {
    let name = event.title.get(locale.tag());
    let (Some(start), Some(place)) = (starts(event.date), &event.place) else {
        return json!({"@type": "Thing", "name": name});
    };
    let place = place.get(locale.tag());
    let mut about = json!({
        "@type": "Event",
        "name": name,
        "startDate": start,
        "location": {"@type": "Place", "name": place, "address": place},
    });
    if let (Some(fields), Some(end)) = (about.as_object_mut(), ends(event.date)) {
        fields.insert("endDate".to_owned(), json!(end));
    }
    about
}

/// When something began, as finely as it is known; `None` where ISO 8601 has no such date.
fn starts(date: Edtf) -> Option<String> {
    match date {
        Edtf::Point(point) | Edtf::Interval(End::At(point), _) => as_known(point),
        Edtf::Interval(..) => None,
    }
}

/// When something that went on for a while ended, as finely as it is known.
fn ends(date: Edtf) -> Option<String> {
    match date {
        Edtf::Interval(_, End::At(point)) => as_known(point),
        _ => None,
    }
}

/// `1958`, `1958-01` or `1958-01-31`: no day that nobody knows.
fn as_known(point: Point) -> Option<String> {
    let length = match point.precision {
        Precision::Century | Precision::Decade => return None,
        Precision::Year => "1958".len(),
        Precision::Month => "1958-01".len(),
        Precision::Day => "1958-01-31".len(),
    };
    point.first.to_string().get(..length).map(str::to_owned)
}

/// The address of a file that is listed on the page `data/`.
fn address_of(base: &str, file: &Taken) -> String {
    match file.href.strip_prefix("../") {
        Some(path) => format!("{base}{path}"),
        None => format!("{base}data/{}", file.href),
    }
}

fn media_type(ending: Ending) -> &'static str {
    match ending {
        Ending::Json => "application/json",
        Ending::Csv => "text/csv",
        Ending::Ics => "text/calendar",
        Ending::Csl => "application/vnd.citationstyles.csl+json",
        Ending::Bib => "application/x-bibtex",
        Ending::Ris => "application/x-research-info-systems",
        Ending::Svg => "image/svg+xml",
        Ending::Png => "image/png",
    }
}

/// A language with the country whose spelling and dates the interface has: link cards know none without.
fn region(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "en_GB",
        Locale::Ko => "ko_KR",
    }
}

/// The address of a Creative Commons licence named as `CC BY 4.0`; of no other is one known.
fn licence(name: &str) -> Option<String> {
    let mut words = name.strip_prefix("CC ")?.split(' ');
    let (kind, version) = (words.next()?.to_lowercase(), words.next()?);
    let known = ["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"].contains(&kind.as_str());
    (known && words.next().is_none())
        .then(|| format!("https://creativecommons.org/licenses/{kind}/{version}/"))
}

/// An address as the value of a parameter.
fn encoded(address: &str) -> String {
    let mut out = String::new();
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_has_an_address_only_where_its_name_tells() {
        assert_eq!(licence("CC BY 4.0").as_deref(), Some("https://creativecommons.org/licenses/by/4.0/"));
        assert_eq!(
            licence("CC BY-SA 3.0").as_deref(),
            Some("https://creativecommons.org/licenses/by-sa/3.0/")
        );
        for other in ["CC0", "CC BY", "CC XX 4.0", "MIT", "", "CC BY 4.0 or later"] {
            assert_eq!(licence(other), None, "{other}");
        }
    }

    #[test]
    fn a_date_says_no_more_than_is_known() {
        let of = |text: &str| {
            let date = Edtf::parse(text).unwrap();
            [starts(date), ends(date)].map(Option::unwrap_or_default)
        };
        for (text, start, end) in [
            ("2018-06-12", "2018-06-12", ""),
            ("1958-01", "1958-01", ""),
            ("1958-XX", "1958", ""),
            ("1958?", "1958", ""),
            ("195X", "", ""),
            ("2018-06-12/2018-07", "2018-06-12", "2018-07"),
            ("2018/..", "2018", ""),
            ("../2018", "", "2018"),
        ] {
            assert_eq!(of(text), [start, end], "{text}");
        }
    }

    #[test]
    fn a_page_and_its_embed_share_their_files() {
        for (path, files) in
            [("embed/gap/", "gap"), ("event/a/", "event/a"), ("embed/event/a/", "event/a"), ("", "")]
        {
            assert_eq!(stem(path), files);
        }
        assert_eq!(encoded("https://a.b/c d?e"), "https%3A%2F%2Fa.b%2Fc%20d%3Fe");
    }
}
