//! Which pages a site has, and what stands on each: the same views as in the browser, rendered ahead.

use futures::executor::block_on;
use yew::LocalServerRenderer;
use yew::prelude::*;

use super::assets::Assets;
use super::found::Found;
use super::languages::Other;
use super::shell::{Head, Main, application, document, opener, scripted};
use crate::dossier::Dossier;
use crate::dossier::model::{Event, EventKind};
use crate::dossier::table::TableReader;
use crate::index::Index;
use crate::messages::{Locale, MethodMsg, OpenMsg, PageMsg, TakeMsg};
use crate::state::Shared;
use crate::views::app::{Adopted, App, AppProps, Draws, Edition};
use crate::views::fragment::fragment;
use crate::views::gap::chart_days;
use crate::views::lead::said;
use crate::views::method::method_page;
use crate::views::open::open_page;
use crate::views::pages;
use crate::views::record::sections;
use crate::views::take::{TakenFiles, take_page};
use crate::views::timeline::keys::keys;
use crate::views::words::{Manner, Voice};
use crate::views::{event, issue};

/// What the pages of one site have in common: those in one language.
pub struct Site<'a> {
    /// Their language.
    pub locale: Locale,
    /// The other languages that the dossier is told in.
    pub others: &'a [Other],
    /// Whether it is the dossier's first language, whose pages stand at the root: those that are there once stand there too.
    pub is_first: bool,
    /// The whole dossier.
    pub dossier: &'a Dossier,
    /// The files pages refer to.
    pub assets: &'a Assets,
    /// The content's version.
    pub version: String,
    /// The address the site will have, with a slash at its end.
    pub base_url: Option<&'a str>,
    /// What heads say of where a page stands and how it is shared.
    pub found: &'a Found<'a>,
    /// The files to take along.
    pub taken: &'a TakenFiles,
}

/// A page of the site.
pub struct Page {
    /// Its path from the site's root.
    pub path: String,
    /// Its text.
    pub html: String,
}

/// Every page but the embeds and the one that hands out their codes: the main one, the one for any dossier, one an event, one an issue, all sources, the method, long tables, files to take along, and the one for addresses that do not exist.
pub fn all(site: &Site<'_>) -> Vec<Page> {
    let mut pages = vec![main(site), sources(site), method(site), tables(site), take(site)];
    if site.is_first {
        pages.extend([open(site), not_found(site)]);
    }
    pages.extend(site.dossier.events.iter().map(|event| one_event(site, event)));
    pages.extend(site.dossier.issues.iter().map(|issue| one_issue(site, issue)));
    pages
}

impl Site<'_> {
    /// How a page writes text that leads to the site's root by `base`.
    pub(super) fn voice(&self, base: &'static str) -> Voice {
        let alone = !base.is_empty();
        let root = self.root();
        Voice::of(Manner { base, root, alone, ..Manner::main_page(self.locale) }).about(self.dossier)
    }

    /// What leads from the root of its pages to the site's, where what it has once stands.
    pub(super) fn root(&self) -> &'static str {
        if self.is_first { "" } else { "../" }
    }
}

fn main(site: &Site<'_>) -> Page {
    let voice = site.voice("");
    let dossier = site.dossier;
    let body = app(site, voice, Draws::Page);
    let record = sections(voice, dossier, dossier.meta.default_as_of, &site.version);
    let record = fragment(record.into_iter().collect());
    let (title, description) = (voice.text(&dossier.meta.title), lead_sentence(voice, dossier));
    Page {
        path: "index.html".to_owned(),
        html: application(
            &head(site, [&title, &title], &description, "", ""),
            site.assets,
            &Main { body: &body, record: &record, version: &site.version, chart: chart_days(dossier) },
        ),
    }
}

/// The app as it is first seen.
pub(super) fn app(site: &Site<'_>, voice: Voice, draws: Draws) -> String {
    let dossier = site.dossier;
    let events = Index::of_events(&dossier.events, site.locale.tag());
    let adopted = Adopted {
        keys: fragment(keys(voice, &events)).into(),
        events: fragment(event::list(voice, dossier)).into(),
        positions: fragment(issue::list(voice, dossier)).into(),
    };
    let props = AppProps {
        voice,
        outline: Shared::new(dossier.outline()),
        events: Shared::new(events),
        adopted: Shared::new(adopted),
        edition: edition(site),
        drawn_afresh: None,
        draws,
        on_mount: Callback::noop(),
        on_state: Callback::noop(),
    };
    block_on(LocalServerRenderer::<App>::with_props(props).render())
}

/// What a citation says of the site.
pub(super) fn edition(site: &Site<'_>) -> Edition {
    Edition {
        address: site.base_url.unwrap_or_default().to_owned().into(),
        version: site.version.clone().into(),
    }
}

/// The computed sentence of the default date: the best one-line summary there is.
pub(super) fn lead_sentence(voice: Voice, dossier: &Dossier) -> String {
    said(voice.locale, dossier, dossier.meta.default_as_of)
}

fn one_event(site: &Site<'_>, event: &Event) -> Page {
    let voice = site.voice("../../");
    let path = format!("event/{}/", event.id);
    let body = fragment(pages::event_page(voice, site.dossier, event, &edition(site)));
    read_only(site, voice, &path, &voice.text(&event.title), &voice.text(&event.summary), &body)
}

fn one_issue(site: &Site<'_>, issue: &crate::dossier::model::Issue) -> Page {
    let voice = site.voice("../../");
    let path = format!("issue/{}/", issue.id);
    let body = fragment(pages::issue_page(voice, site.dossier, issue, &edition(site)));
    let (name, question) = (voice.text(&issue.title), voice.text(&issue.question));
    let title = title_beside(site, voice, &name);
    let head = head(site, [&title, &name], &question, voice.base, &path);
    Page { path: format!("{path}index.html"), html: scripted(&head, site.assets, &body, &site.assets.issue) }
}

fn sources(site: &Site<'_>) -> Page {
    let voice = site.voice("../");
    let body = fragment(pages::sources_page(voice, site.dossier));
    let title = voice.tell(PageMsg::AllSources(site.dossier.sources.len()));
    read_only(site, voice, "sources/", &title, &voice.text(&site.dossier.meta.dek), &body)
}

/// The tables that are too long for the main page.
fn tables(site: &Site<'_>) -> Page {
    let voice = site.voice("../");
    let title = pages::tables_title(voice, site.dossier);
    let body = fragment(pages::tables_page(voice, site.dossier));
    read_only(site, voice, "tables/", &title, &voice.text(&site.dossier.meta.dek), &body)
}

/// The method, for those who check it.
fn method(site: &Site<'_>) -> Page {
    let voice = site.voice("../");
    let body = fragment(method_page(voice, site.dossier, &edition(site)));
    let (title, about) = (site.locale.tell(&MethodMsg::Heading), site.locale.tell(&MethodMsg::Lede));
    read_only(site, voice, "method/", &title, &about, &body)
}

/// The page that opens any dossier. The key on it has every kind of event there is.
fn open(site: &Site<'_>) -> Page {
    let voice = site.voice("../");
    let body = fragment(open_page(voice, keys(voice, &Index::of_events(&every_kind(), site.locale.tag()))));
    let title = site.locale.say_open(OpenMsg::Heading);
    let about = head(site, [title, title], site.locale.say_open(OpenMsg::About), voice.base, "open/");
    Page { path: "open/index.html".to_owned(), html: opener(&about, site.assets, &body) }
}

/// One event of each kind, of which only the kind matters.
fn every_kind() -> Vec<Event> {
    let row = |kind: &str| format!("{kind},2018,x,{kind},a\n");
    let rows: String = EventKind::NAMED.iter().map(|(_, name)| row(name)).collect();
    let mut reader = TableReader::new();
    reader.push(format!("id,date,title,kind,lane\n{rows}").as_bytes());
    let (table, _) = reader.finish();
    (0..table.len()).filter_map(|index| table.event(index)).collect()
}

fn not_found(site: &Site<'_>) -> Page {
    // It is sent for any address, however deep, so its links begin at the root of the site, which only its address tells.
    let voice = site.voice("/");
    let title = voice.tell(PageMsg::NotFound);
    let others: Vec<(Locale, &str)> =
        site.others.iter().map(|other| (other.locale, other.folder.as_str())).collect();
    let body = fragment(pages::not_found_page(voice, site.dossier, &others));
    let found = "<meta name=\"robots\" content=\"noindex\">\n".to_owned();
    let about = Head {
        locale: site.locale,
        title: &title,
        name: &title,
        description: &title,
        base: "/",
        path: "",
        others: &[],
        found,
    };
    let html = document(&about, site.assets, &body);
    // With an address the root is known; without one the site has to stand at its host's.
    let root = site.base_url.and_then(path_of).unwrap_or("/");
    Page { path: "404.html".to_owned(), html: html.replace("href=\"/", &format!("href=\"{root}")) }
}

/// The path of an address, with slashes at both ends.
fn path_of(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    rest.find('/').and_then(|at| rest.get(at..))
}

/// The list of files to take along.
fn take(site: &Site<'_>) -> Page {
    let voice = site.voice("../");
    let body = fragment(take_page(voice, site.dossier, site.taken));
    let (title, about) = (site.locale.tell(&TakeMsg::Heading), site.locale.tell(&TakeMsg::Lede));
    read_only(site, voice, "data/", &title, &about, &body)
}

fn read_only(site: &Site<'_>, voice: Voice, path: &str, name: &str, description: &str, body: &str) -> Page {
    let title = title_beside(site, voice, name);
    let html = document(&head(site, [&title, name], description, voice.base, path), site.assets, body);
    Page { path: format!("{path}index.html"), html }
}

/// A page's title in the browser's tab, where the dossier's stands behind its own.
fn title_beside(site: &Site<'_>, voice: Voice, name: &str) -> String {
    format!("{name} \u{b7} {}", voice.text(&site.dossier.meta.title))
}

/// What a page's head says. `title` is that in the browser's tab, `name` what it is called where its site is named beside it.
pub(super) fn head<'a>(
    site: &'a Site<'_>,
    [title, name]: [&'a str; 2],
    description: &'a str,
    base: &'a str,
    path: &'a str,
) -> Head<'a> {
    Head {
        locale: site.locale,
        title,
        name,
        description,
        base,
        path,
        others: site.others,
        found: site.found.head(path, name, description, site.taken),
    }
}
