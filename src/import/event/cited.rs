//! What an event is cited from: sources that are named, media, and links inside its texts.

use std::ops::Range;

use super::super::columns::Field;
use super::super::draft::Draft;
use super::super::given::{Given, Said};
use super::super::note::NoteKind::{Guessed, LeftOut, Open};
use super::super::plain;
use super::super::reference::{self, Address};

impl Draft<'_> {
    pub(super) fn sources_of(&mut self, given: &Given, links: &[Said]) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        let mut cite = |id: Option<String>| {
            ids.extend(id.filter(|id| !ids.contains(id)).into_iter().collect::<Vec<_>>())
        };
        let named: Vec<(String, Range<usize>)> = given
            .all(Field::Sources)
            .iter()
            .flat_map(|said| reference::parts(&said.text, &said.bytes))
            .collect();
        let alone = named.len() == 1;
        for (text, at) in &named {
            let id = self.source(text, at);
            if let Some(id) = id.as_deref().filter(|_| alone) {
                let fields =
                    [("title", given.text(Field::SourceTitle)), ("publisher", given.text(Field::Publisher))];
                self.sources.complete(id, &fields);
            }
            cite(id);
        }
        if !alone {
            for field in [Field::SourceTitle, Field::Publisher] {
                if let Some(said) = given.get(field) {
                    self.note(
                        LeftOut,
                        said.bytes.clone(),
                        format!("{:?}: it is not clear which source it is about", said.text),
                        "write it in the source's record",
                    );
                }
            }
        }
        // The page that a picture leads to says where it comes from; the picture's own address does not.
        let link = given.get(Field::MediaLink).filter(|said| reference::address(&said.text) == Address::Web);
        let media = given.get(Field::Media).filter(|said| link.is_none_or(|link| link.text != said.text));
        if let Some(said) = link {
            let id = self.cited_media(&said.text, said, given);
            cite(id);
        }
        if let (Some(said), None) = (media, link) {
            let id = self.media(said, given);
            cite(id);
        } else if let Some(said) = media {
            let message =
                "the address of a picture, film or sound: the page that it leads to is cited in its place";
            self.note(LeftOut, said.bytes.clone(), message, "cite it too if it carries what the event says");
        }
        for said in links {
            let id = self.source(&said.text, &said.bytes);
            cite(id);
        }
        if ids.is_empty() {
            self.note(
                Open,
                given.bytes.clone(),
                "an event without a source",
                "cite at least one; `daylight check` leads there",
            );
        }
        ids
    }

    /// What TimelineJS shows beside an event: a page that is cited, where it has an address.
    fn media(&mut self, said: &Said, given: &Given) -> Option<String> {
        let plain = plain::reduce(&said.text);
        let text = plain
            .links
            .first()
            .cloned()
            .unwrap_or_else(|| if plain.changed { String::new() } else { said.text.clone() });
        if is_picture(&text) {
            let message =
                "a picture, film or sound: a dossier shows none; its caption and credit went with it";
            self.note(LeftOut, said.bytes.clone(), message, "cite the page it comes from");
            return None;
        }
        if reference::address(&text) != Address::Web {
            self.note(
                LeftOut,
                said.bytes.clone(),
                "media that is no https address",
                "cite the page it comes from",
            );
            return None;
        }
        self.cited_media(&text, said, given)
    }

    /// The source that a page is, with what the file says of the media as its title and publisher.
    fn cited_media(&mut self, address: &str, said: &Said, given: &Given) -> Option<String> {
        let id = self.source(address, &said.bytes)?;
        let mut links = Vec::new();
        let credit = self.plain(given, Field::MediaCredit, &mut links).unwrap_or_default();
        let caption = self.plain(given, Field::MediaCaption, &mut links).unwrap_or_default();
        self.sources.complete(&id, &[("title", &caption), ("publisher", &credit)]);
        self.note(
            Guessed,
            said.bytes.clone(),
            "media was taken for a source, its caption for the title, its credit for the publisher",
            "keep it only if it carries what the event says",
        );
        Some(id)
    }

    /// The id of the source that a text names.
    fn source(&mut self, text: &str, at: &Range<usize>) -> Option<String> {
        if let Some(id) = self.sources.find(text) {
            return Some(id);
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let linked = words.iter().find(|word| reference::address(word) != Address::None);
        let (id, new) = match linked {
            Some(address) if reference::address(address) == Address::Refused => {
                self.note(
                    LeftOut,
                    at.clone(),
                    format!("{address:?} is no web address"),
                    "give the https address of a page",
                );
                return None;
            }
            Some(address) => {
                let title: Vec<&str> = words.iter().filter(|word| *word != address).copied().collect();
                let title = Some(title.join(" ")).filter(|title| title.chars().any(char::is_alphanumeric));
                self.sources.at(address.trim_end_matches([',', ')']), title.as_deref())
            }
            None if reference::looks_like_id(text) => {
                self.note(
                    Open,
                    at.clone(),
                    format!("no source has the id {text:?}"),
                    "add the source; `daylight check` leads there",
                );
                return Some(text.to_owned());
            }
            None => self.sources.titled(text),
        };
        if new {
            self.note(Open, at.clone(), "a source of which the file does not say all: address, title, publisher, kind, tier or language", "complete its record; `daylight check` leads there");
        }
        Some(id)
    }
}

/// Whether an address is that of a picture, film or sound by its ending.
fn is_picture(address: &str) -> bool {
    const ENDINGS: [&str; 11] =
        [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp4", ".webm", ".mov", ".mp3", ".ogg"];
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    ENDINGS.iter().any(|ending| path.ends_with(ending))
}
