//! The page's start: wiring only.

fn main() {}
