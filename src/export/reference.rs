//! What is cited, in the terms that all citation formats share: a source of the dossier, or a record of the dossier itself.

use crate::dossier::Dossier;
use crate::dossier::date::Edtf;
use crate::dossier::model::{Event, Issue, Source, SourceKind};
use crate::messages::{Locale, TakeMsg};

/// What sort of thing is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// News reporting.
    News,
    /// A page, document or transcript.
    Page,
    /// Research.
    Research,
    /// A dossier as a whole.
    Dossier,
    /// An event or issue of a dossier.
    Record,
}

/// One thing that is cited. Fields that are not known are empty, and no format writes an empty field.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// A key: lower-case letters, digits and hyphens.
    pub id: String,
    /// What sort of thing it is.
    pub kind: ReferenceKind,
    /// Its title.
    pub title: String,
    /// Who wrote it, as the source names them: people, each by themselves, or an office. The last may be `others`.
    pub authors: Vec<String>,
    /// Who published it; of a record of the dossier, the dossier's title.
    pub publisher: String,
    /// When it was published; of the dossier, the day of its last change on record.
    pub date: Option<Edtf>,
    /// Which version of it this is.
    pub version: String,
    /// Its address.
    pub url: String,
    /// Its language (BCP 47).
    pub language: String,
    /// What else a reader must know, in sentences.
    pub notes: Vec<String>,
}

/// What is known of the site that a record is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published<'a> {
    /// The site's address, with a slash at its end; empty where it is not known.
    pub address: &'a str,
    /// The content's version; empty where it is not known.
    pub version: &'a str,
    /// The language in which the record is told.
    pub locale: Locale,
}

impl Published<'_> {
    /// The address of something on the site by its path from the root; empty where the site's is not known.
    pub fn address_of(&self, path: &str) -> String {
        if self.address.is_empty() { String::new() } else { [self.address, path].concat() }
    }
}

/// A source of the dossier.
pub fn of_source(source: &Source, locale: Locale) -> Reference {
    let text = |text: &crate::dossier::text::Text| text.get(locale.tag()).to_owned();
    let publisher = text(&source.publisher);
    let agency = source.agency.as_ref().filter(|agency| **agency != publisher);
    let mut notes: Vec<String> =
        agency.map(|agency| locale.tell(&TakeMsg::AgencyCopy(agency))).into_iter().collect();
    if !source.seen {
        notes.push(locale.tell(&TakeMsg::NotSeen));
    }
    notes.extend(source.note.as_ref().map(text));
    notes.extend(source.archived_url.as_ref().map(|url| locale.tell(&TakeMsg::Archived(url))));
    Reference {
        id: source.id.clone(),
        kind: match source.kind {
            SourceKind::Press => ReferenceKind::News,
            SourceKind::Scholarly => ReferenceKind::Research,
            SourceKind::Primary | SourceKind::Reference => ReferenceKind::Page,
        },
        title: text(&source.title),
        authors: source.author.as_ref().map(|author| authors(&text(author))).unwrap_or_default(),
        publisher,
        date: source.date,
        version: String::new(),
        url: source.url.clone(),
        language: source.lang.clone(),
        notes,
    }
}

/// What stands in place of names after the first.
pub(super) const OTHERS: &str = "others";

/// Several people by themselves: `A B and C D`, `A B, C D and E F`, `A B and others`. What has a part that is no full name may be an office
/// with "and" in its own name, or one person with the family name first, and stays whole.
fn authors(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text
        .split(" and ")
        .flat_map(|part| part.split(','))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let office = |word: &str| ["of", "for", "on", "the", "in"].contains(&word);
    let is_name = |part: &&str| part.contains(' ') && !part.split(' ').any(office) || *part == OTHERS;
    let people = if parts.iter().all(is_name) { parts } else { vec![text] };
    people.into_iter().filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The dossier as a whole, as it stands on a site.
pub fn of_dossier(dossier: &Dossier, published: Published<'_>) -> Reference {
    let locale = published.locale;
    Reference {
        id: format!("daylight-{}", dossier.meta.id),
        kind: ReferenceKind::Dossier,
        title: dossier.meta.title.get(locale.tag()).to_owned(),
        authors: Vec::new(),
        publisher: "Daylight".to_owned(),
        date: dossier.meta.upkeep().last().map(Edtf::day),
        version: published.version.to_owned(),
        url: published.address_of(""),
        language: locale.tag().to_owned(),
        notes: notes(dossier, published),
    }
}

/// An event of the dossier: its page, not what it rests on.
pub fn of_event(dossier: &Dossier, event: &Event, published: Published<'_>) -> Reference {
    let locale = published.locale;
    let title = event.title.get(locale.tag());
    let path = format!("event/{}/", event.id);
    let id = format!("daylight-{}-{}", dossier.meta.id, event.id);
    record(dossier, id, [title, &locale.bracketed(&locale.date(event.date))].concat(), &path, published)
}

/// An issue of the dossier: its page, not what it rests on.
pub fn of_issue(dossier: &Dossier, issue: &Issue, published: Published<'_>) -> Reference {
    let id = format!("daylight-{}-issue-{}", dossier.meta.id, issue.id);
    let path = format!("issue/{}/", issue.id);
    record(dossier, id, issue.title.get(published.locale.tag()).to_owned(), &path, published)
}

fn record(dossier: &Dossier, id: String, title: String, path: &str, published: Published<'_>) -> Reference {
    Reference {
        id,
        kind: ReferenceKind::Record,
        title,
        publisher: format!("Daylight: {}", dossier.meta.title.get(published.locale.tag())),
        url: published.address_of(path),
        ..of_dossier(dossier, published)
    }
}

/// The same two facts that the page's own citation gives.
fn notes(dossier: &Dossier, published: Published<'_>) -> Vec<String> {
    let locale = published.locale;
    let upkeep = dossier.meta.upkeep();
    let checked = upkeep.last().map(|_| locale.tell(&TakeMsg::Checked(upkeep)));
    let version = Some(published.version).filter(|version| !version.is_empty());
    let version = version.map(|version| locale.tell(&TakeMsg::Version(version)));
    checked.into_iter().chain(version).collect()
}
