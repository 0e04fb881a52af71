//! Names that cross from the program into the browser over and over again.

/// What pictures and lists are made of. A text that crosses is decoded anew each time, which takes longer than what is then done with it;
/// these are decoded once.
const NAMES: [&str; 41] = [
    "-1",
    "0",
    "aria-describedby",
    "aria-expanded",
    "aria-hidden",
    "aria-label",
    "button",
    "circle",
    "class",
    "cx",
    "cy",
    "d",
    "data-cluster",
    "data-event",
    "data-issue",
    "data-stretch",
    "end",
    "event",
    "false",
    "g",
    "glyph",
    "grid",
    "height",
    "hit",
    "href",
    "http://www.w3.org/2000/svg",
    "label",
    "leader",
    "middle",
    "path",
    "pill",
    "pill-count",
    "r",
    "role",
    "span",
    "tabindex",
    "text",
    "text-anchor",
    "transform",
    "x",
    "y",
];

/// Keeps those names at hand on the browser's side.
pub fn keep() {
    for name in NAMES {
        wasm_bindgen::intern(name);
    }
}
