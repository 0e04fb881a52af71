//! The section on the real dossier, and on records that lack things.

use super::*;
use crate::analysis::fixture::{day, us_dprk};
use crate::dossier::date::Edtf;
use crate::dossier::text::Text;
use crate::messages::Locale;
use crate::views::fragment::fragment;
use crate::views::words::Manner;

fn drawn(dossier: &Dossier, on: &str) -> String {
    let voice = Voice::of(Manner::main_page(Locale::En));
    fragment(meetings(voice, dossier, day(on)))
}

#[test]
fn the_numbers_of_the_real_dossier_are_said() {
    let html = drawn(&us_dprk(), "2018-07-16");
    for words in [
        "after 8 meetings and 99 days:",
        "after 4 to 5 meetings and 423 to 453 days:",
        "after 11 meetings and 810 days:",
        "No meeting of the leaders is in this list; 9 meetings at other levels.",
        "No meeting of the leaders is in this list; 19 meetings at other levels.",
        "In 2 of 5 no contact of the leaders is in this list of meetings.",
        "All 74 meetings with place and sources",
    ] {
        assert!(html.contains(words), "{words}");
    }
    // "Summit, 99 days" holds from 12 June 2018 on, and does on 16 July.
    assert!(html.contains("class=\"talks-count\" data-dates=\"17694\" data-now"));
    assert!(!drawn(&us_dprk(), "2018-06-11").contains("class=\"talks-count\" data-dates=\"17694\" data-now"));
}

#[test]
fn without_processes_there_is_no_section() {
    let mut dossier = us_dprk();
    dossier.processes.clear();
    assert_eq!(drawn(&dossier, "2018-07-16"), "");
}

#[test]
fn what_is_missing_is_said() {
    let mut dossier = us_dprk();
    let long = Text::from("\u{5de}\u{5e9}\u{5d0} \u{5d5}\u{5de}\u{5ea}\u{5df} ".repeat(8).as_str());
    dossier.processes.truncate(3);
    for (index, process) in dossier.processes.iter_mut().enumerate() {
        process.title = long.clone();
        process.meetings.truncate(index);
    }
    dossier.processes[2].meetings[0].date = Edtf::parse("../2003-05").unwrap();
    dossier.processes[2].meetings[1].sources.clear();
    let html = drawn(&dossier, "2018-07-16");
    for words in [
        "No meeting is on record.",
        "No meeting of the leaders is in this list; 1 meeting at other levels.",
        "Not drawn, because the start is not known: 1 meeting.",
        "dir=\"auto\"",
    ] {
        assert!(html.contains(words), "{words}");
    }
    assert!(!html.contains("NaN"));
}

/// Of the talks of 1992 to 1994, and of the Six-Party Talks, whose line is the longest.
#[test]
fn that_leaders_never_met_is_said_where_the_line_begins() {
    let html = drawn(&us_dprk(), "2018-07-16");
    let words: Vec<&str> = html.split("</text>").filter(|part| part.ends_with(">none")).collect();
    assert_eq!(words.len(), 2);
    for part in words {
        let text = part.rsplit_once("<text").unwrap().1;
        assert!(text.contains(" x=\"0\"") && !text.contains("text-anchor"), "{text}");
    }
}

#[test]
fn the_shares_say_of_what_they_are() {
    let html = drawn(&us_dprk(), "2018-07-16");
    let heads = html.matches("talks-shares\" aria-hidden=\"true\"><span>meetings</span><span>").count();
    assert_eq!(heads, us_dprk().processes.len());
}
