//! The pictures of the sections written ahead, taken out of them: for files and cards that are pictures alone.

use yew::prelude::*;

/// A picture of a section with the words that stand around it on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// What stands before it: who or what it is about.
    pub name: AttrValue,
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
}
