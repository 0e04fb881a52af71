//! Any text as a spreadsheet, ours or TimelineJS's.
#![no_main]

mod importing;

use daylight::import::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    importing::hold("a.csv", text, None);
    importing::hold("a.csv", text, Some(Format::Spreadsheet));
    importing::hold("a.csv", text, Some(Format::TimelineSheet));
});
