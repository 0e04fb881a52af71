//! A source that a list of sources tells of, in whatever format, becomes a record.

use std::ops::Range;

use serde_json::{Map, Value as Json};

use super::columns::Field;
use super::draft::Draft;
use super::ids::kebab;
use super::note::NoteKind::{Guessed, LeftOut, Open};
use super::plain;
use super::reference::{self, Address};

/// What was found out about a source, before it is a record.
#[derive(Debug, Default)]
pub struct Found {
    pub key: String,
    pub title: String,
    pub publisher: String,
    pub author: String,
    pub date: Option<String>,
    pub url: String,
    pub kind: Option<&'static str>,
    /// The kind stands there as such.
    pub says_kind: bool,
    pub tier: &'static str,
    pub language: String,
    /// Whether the page was read, where somebody noted that or the day.
    pub seen: Option<bool>,
    pub note: String,
    pub archived: String,
    pub agency: String,
    /// Texts in further languages.
    pub translations: Vec<(Field, String, String)>,
    pub at: Range<usize>,
}

impl Draft<'_> {
    /// Adds a source as a record; what is not known is left out of it.
    pub fn found_source(&mut self, found: Found) {
        let at = || found.at.clone();
        if found.title.is_empty() && found.url.is_empty() {
            self.note(LeftOut, at(), "a source with neither title nor address", "add them, and import again");
            return;
        }
        let clean = |text: &str| plain::reduce(text).text.replace('\n', " ");
        let title = clean(&found.title);
        let refused = !found.url.is_empty() && reference::address(&found.url) == Address::Refused;
        // Two of one file may have one title; one that the dossier has is the same.
        let (is_there, same) = if found.url.is_empty() || refused {
            (self.sources.bare(&title).is_some(), "title")
        } else {
            (self.sources.find(&found.url).is_some(), "address")
        };
        if is_there {
            self.note(
                LeftOut,
                at(),
                format!("a source that is there already: the {same} is the same"),
                "nothing, unless they are two",
            );
            return;
        }
        let is_archive = reference::address(&found.archived) == Address::Web;
        if !found.archived.is_empty() && !is_archive {
            let message = format!("the archived copy {:?} is no web address", found.archived);
            self.note(LeftOut, at(), message, "give the https address of the copy");
        }
        let translations = found.translations.iter();
        let translations: Vec<(Field, String, String)> =
            translations.map(|(field, language, text)| (*field, language.clone(), clean(text))).collect();
        let text =
            |field: Field, text: String| self.by_language(field, text, &translations, field == Field::Note);
        let mut record = Map::new();
        let mut lacks = Vec::new();
        let mut put = |field: &'static str, value: Json, needed: bool| {
            if value != "" {
                record.insert(field.to_owned(), value);
            } else if needed {
                lacks.push(field);
            }
        };
        put("title", text(Field::Title, title), true);
        put("publisher", text(Field::Publisher, clean(&found.publisher)), true);
        put("author", text(Field::Author, clean(&found.author)), false);
        put("date", found.date.clone().unwrap_or_default().into(), false);
        put("url", if refused { "".into() } else { found.url.clone().into() }, true);
        put("archived_url", if is_archive { found.archived.clone().into() } else { "".into() }, false);
        put("kind", found.kind.unwrap_or_default().into(), true);
        put("tier", found.tier.into(), true);
        put("agency", clean(&found.agency).into(), false);
        put("lang", found.language.clone().into(), true);
        put("note", text(Field::Note, clean(&found.note)), false);
        record.insert("seen".to_owned(), found.seen.unwrap_or(false).into());
        if refused {
            self.note(
                LeftOut,
                at(),
                format!("{:?} is no web address", found.url),
                "give the https address of a page",
            );
        }
        if let Some(kind) = found.kind.filter(|_| !found.says_kind) {
            self.note(
                Guessed,
                at(),
                format!("a source was taken for `{kind}` by its type"),
                "look whether that is right",
            );
        }
        if found.seen.is_none() {
            self.note(
                Guessed,
                at(),
                "a source is marked as not seen, since no day of access is given",
                "set `seen` to true once somebody has read the page",
            );
        }
        if !lacks.is_empty() {
            self.note(
                Open,
                at(),
                format!("a source without {}", lacks.join(", ")),
                "complete its record; `daylight check` leads there",
            );
        }
        // A number or an address is Zotero's own and says nothing.
        let key = if found.key.contains("://") { String::new() } else { kebab(&found.key) };
        let says_nothing = key.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let wanted = if says_nothing { kebab(&found.title) } else { key };
        self.sources.add(&wanted, record);
    }
}
