//! Any text as TimelineJS's JSON or as CSL-JSON.
#![no_main]

mod importing;

use daylight::import::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    importing::hold("a.json", text, None);
    importing::hold("a.json", text, Some(Format::TimelineJson));
    importing::hold("a.json", text, Some(Format::CslJson));
});
