//! A source that a list of sources tells of, in whatever format, becomes a record.

use std::ops::Range;

use serde_json::{Map, Value as Json};

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
        let (there, same) = if found.url.is_empty() || refused {
            (self.sources.bare(&title), "title")
        } else {
            (self.sources.find(&found.url), "address")
        };
        if let Some(id) = there {
            self.note(
                LeftOut,
                at(),
                format!("a source that is there already, as {id:?}: the {same} is the same"),
                "nothing, unless they are two",
            );
            return;
        }
        let mut record = Map::new();
        let mut lacks = Vec::new();
        let mut put = |field: &'static str, value: String, needed: bool| {
            if !value.is_empty() {
                record.insert(field.to_owned(), Json::from(value));
            } else if needed {
                lacks.push(field);
            }
        };
        put("title", title, true);
        put("publisher", clean(&found.publisher), true);
        put("author", clean(&found.author), false);
        put("date", found.date.unwrap_or_default(), false);
        put("url", if refused { String::new() } else { found.url.clone() }, true);
        put("kind", found.kind.unwrap_or_default().to_owned(), true);
        put("tier", found.tier.to_owned(), true);
        put("lang", found.language, true);
        put("note", clean(&found.note), false);
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
