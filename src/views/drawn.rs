//! The pictures of the sections written ahead, taken out of them: for files and cards that are pictures alone.

use yew::prelude::*;

/// A picture of a section with the words that stand around it on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// What stands before it: who or what it is about.
    pub name: AttrValue,
    /// What stands below that in small letters: when, and what of it; may be empty.
    pub about: AttrValue,
    /// Names of the picture's own rows, from its top; empty where it has none.
    pub rows: Vec<AttrValue>,
    /// The `<svg>` element, as wide as the room it is given.
    pub picture: Html,
    /// Its height in pixels.
    pub height: f64,
    /// What stands after it: what it comes to.
    pub words: AttrValue,
    /// The class of the side whose it is.
    pub side: &'static str,
    /// Whether it came after the as-of date.
    pub is_later: bool,
}

/// A line of a key: a mark in a room of its own, and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyLine {
    /// The mark.
    pub mark: Html,
    /// The width and the height of its room in pixels.
    pub room: (f64, f64),
    /// The class of the side in whose colour it is.
    pub side: &'static str,
    /// What it means.
    pub words: AttrValue,
}
