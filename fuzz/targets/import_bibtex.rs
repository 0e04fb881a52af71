//! Any text as BibTeX.
#![no_main]

mod importing;

use daylight::import::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| importing::hold("a.bib", text, Some(Format::Bibtex)));
