//! The key to the timeline's shapes.

use super::glyph::{Finish, glyph};
use super::mark::Mark;
use crate::dossier::model::EventKind;
use crate::index::Index;
use crate::messages::{Locale, Msg};

/// A line of the key to the glyphs.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The kind of event.
    pub kind: EventKind,
    /// Its name.
    pub label: String,
    /// Its glyph, in a square of [`Key::SIZE`] pixels.
    pub marks: Vec<Mark>,
}

impl Key {
    /// The width and height of a key's glyph with the space around it, in pixels.
    pub const SIZE: f64 = 16.0;
}

/// The kinds that occur among the events, each with its glyph and name, in the order of [`EventKind`].
pub fn legend(index: &Index, locale: Locale) -> Vec<Key> {
    let middle = Key::SIZE / 2.0;
    let kinds = index.kinds();
    let used = kinds.each().filter(|(_, count)| *count > 0);
    used.map(|(kind, _)| Key {
        kind,
        label: locale.say(Msg::EventKind(kind)),
        marks: vec![glyph(kind, middle, middle, 11.0, Finish::Solid)],
    })
    .collect()
}
