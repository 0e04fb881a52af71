//! The section as the builder writes it: of the real dossier, and of dossiers that lack things.

use super::readings;
use crate::analysis::fixture::{day, us_dprk};
use crate::dossier::Dossier;
use crate::dossier::text::Text;
use crate::messages::Locale;
use crate::views::fragment::fragment;
use crate::views::words::{Manner, Voice};

/// How the main page writes.
pub fn voice() -> Voice {
    Voice::of(Manner::main_page(Locale::En))
}

fn words(dossier: &Dossier, as_of: &str) -> String {
    fragment(readings(voice(), dossier, day(as_of)))
}

/// The real dossier with nothing but what one test is about.
fn small() -> Dossier {
    let mut dossier = us_dprk();
    dossier.documents.truncate(1);
    dossier.documents[0].clauses.truncate(1);
    dossier.terms.clear();
    dossier
}

#[test]
fn a_dossier_without_texts_and_terms_has_no_section() {
    let mut dossier = small();
    dossier.documents.clear();
    assert_eq!(words(&dossier, "2018-07-16"), "");
}

#[test]
fn each_of_the_two_alone_is_enough() {
    let mut dossier = us_dprk();
    dossier.documents.clear();
    let terms = words(&dossier, "2018-07-16");
    assert!(terms.contains("Terms through time") && !terms.contains("Agreed texts"));
    let texts = words(&small(), "2018-07-16");
    assert!(!texts.contains("Terms through time") && texts.contains("Agreed texts"));
}

/// Of the clause on the site at Dongchang-ri only an American reading is on record; of the goal of 2005 none.
#[test]
fn a_side_that_said_nothing_is_named() {
    let mut dossier = us_dprk();
    dossier.terms.clear();
    dossier.documents.retain(|document| document.id == "pyongyang-declaration");
    assert_eq!(words(&dossier, "2019-12-31").matches("Nothing by Pyongyang on record.").count(), 1);
    let mut dossier = us_dprk();
    dossier.terms.clear();
    dossier.documents.retain(|document| document.id == "six-party-joint-statement-2005");
    let written = words(&dossier, "2019-12-31");
    // The goal, the assurance and the sequence.
    assert_eq!(written.matches("No reading of it is on record here.").count(), 3);
    assert!(!written.contains("Nothing by"));
}

#[test]
fn what_a_text_lacks_is_said() {
    let mut dossier = small();
    let clause = &mut dossier.documents[0].clauses[0];
    clause.operative_words = Text::default();
    clause.sources.clear();
    clause.readings.clear();
    let written = words(&dossier, "2018-07-16");
    assert!(
        written.contains("Its exact words are not on record here.")
            && written.contains("No source on record.")
    );
    dossier.documents[0].clauses.clear();
    assert!(words(&dossier, "2018-07-16").contains("No clause of it is on record here."));
    let mut dossier = us_dprk();
    dossier.documents.clear();
    dossier.terms.truncate(1);
    dossier.terms[0].readings.clear();
    assert!(words(&dossier, "2018-07-16").contains("No meaning of it is on record here."));
}

/// The meaning of 24 April 2018 is the newest American one on the essay's day; that of Hanoi follows on 28 February 2019.
#[test]
fn a_term_follows_the_date() {
    let mut dossier = us_dprk();
    dossier.documents.clear();
    dossier.terms.retain(|term| term.id == "denuclearization-korean-peninsula");
    dossier.terms[0].readings.retain(|reading| reading.party == "us");
    let [april, december, hanoi] = ["2018-04-24", "2018-12-18", "2019-02-28"].map(|on| day(on).number());
    let now = |on: &str| {
        let written = words(&dossier, on);
        [format!("{april}"), format!("{april} {december}"), format!("{december} {hanoi}"), format!("{hanoi}")]
            .map(|dates| written.contains(&format!("data-dates=\"{dates}\" data-now=\"\"")))
    };
    assert_eq!(now("2018-04-23"), [false; 4]);
    assert_eq!(now("2018-07-16"), [true, true, false, false]);
    assert_eq!(now("2019-02-27"), [true, false, true, false]);
    assert_eq!(now("2019-02-28"), [true, false, false, true]);
}

/// What the DPRK read into the clause on peace is known from 7 July 2018 on: before that it is there and marked. The words of the American
/// reading of 29 August are marked with it.
#[test]
fn a_reading_of_a_clause_is_marked_until_its_day() {
    let mut dossier = small();
    dossier.documents[0].clauses = us_dprk().documents[0].clauses.split_off(2);
    dossier.documents[0].clauses.truncate(1);
    let known = |on: &str| {
        let written = words(&dossier, on);
        assert!(written.contains("gone back on it in July"));
        assert!(written.contains("<time class=\"refs\" datetime=\"2018-07-07\">7 July 2018</time>"));
        ["2018-07-07", "2018-08-29"].map(|from| {
            let dates = day(from).number();
            written.contains(&format!("class=\"dated later\" data-dates=\"{dates}\" data-now=\"\""))
        })
    };
    assert_eq!(known("2018-06-13"), [false, false]);
    assert_eq!(known("2018-07-07"), [true, false]);
    assert_eq!(known("2018-08-29"), [true, true]);
}

/// What was said of peace five days before the text of 12 June 2018 is no reading of its words, and says so; what was said that day is.
#[test]
fn an_account_from_before_the_text_says_so() {
    let on = |from: &str| {
        let mut dossier = small();
        dossier.documents[0].clauses[0].readings[0].from = Some(day(from));
        words(&dossier, "2018-07-16")
    };
    let before = on("2018-06-07");
    let mark = "<time class=\"refs\" datetime=\"2018-06-07\">said on 7 June 2018, before the text</time>";
    assert_eq!(before.matches(mark).count(), 1, "{before}");
    assert!(
        !on("2018-06-12").contains("before the text") && on("2018-06-12").contains(">12 June 2018</time> ")
    );
}

#[test]
fn a_text_is_not_agreed_before_its_day() {
    let agreed = |on: &str| {
        words(&small(), on).contains("id=\"words-singapore-joint-statement\" data-dates=\"17694\" data-now")
    };
    assert_eq!(["2018-06-11", "2018-06-12"].map(agreed), [false, true]);
}

#[test]
fn long_names_unknown_parties_and_text_from_right_to_left() {
    let mut dossier = small();
    dossier.parties.iter_mut().for_each(|party| party.capital = Some("x".repeat(80).as_str().into()));
    let clause = &mut dossier.documents[0].clauses[0];
    clause.gist = "\u{5e9}\u{5dc}\u{5d5}\u{5dd}".into();
    clause.readings[0].party = "nobody".to_owned();
    let written = words(&dossier, "2018-07-16");
    assert!(written.contains("nobody read it as"));
    assert!(written.contains("<p class=\"gist\" dir=\"auto\">\u{5e9}"));
    assert_eq!(written.matches("dir=").count(), 1);
}

/// Words that run from right to left set their own direction and nobody else's, and are isolated within a sentence of ours.
#[test]
fn a_quotation_from_right_to_left_turns_nothing_else_round() {
    let mut dossier = small();
    let quote = dossier.documents[0].clauses.iter_mut().flat_map(|clause| &mut clause.readings);
    let quote = quote.filter_map(|reading| reading.quote.as_mut()).next().unwrap();
    quote.text = "\u{5e9}\u{5dc}\u{5d5}\u{5dd}".into();
    quote.by = "\u{5d3}\u{5d5}\u{5d3}".into();
    let written = words(&dossier, "2018-07-16");
    assert!(written.contains("dir=\"auto\">\u{201c}\u{5e9}"), "{written}");
    assert!(written.contains("\u{2068}\u{5d3}\u{5d5}\u{5d3}\u{2069}"));
    assert_eq!(written.matches("dir=").count(), 1);
}

/// A dossier in a language that the interface does not speak.
#[test]
fn texts_of_another_language_say_which_it_is() {
    let mut dossier = small();
    dossier.meta.languages = vec!["fr".to_owned()];
    let told = |voice: Voice| fragment(readings(voice, &dossier, day("2018-07-16")));
    let written = told(voice().about(&dossier));
    assert!(written.contains("<h4 lang=\"fr\">") && written.contains("<p class=\"gist\" lang=\"fr\">"));
    assert!(written.contains("<bdi lang=\"fr\">") && !written.contains("<h2 lang"));
    assert!(!told(voice()).contains("<bdi"));
}

#[test]
fn texts_lead_to_promises_issues_and_sources() {
    let written = words(&small(), "2018-07-16");
    for address in ["#promise-remains", "issue/security/", "sources/#wh-2018-06-12-joint-statement"] {
        assert!(written.contains(&format!("href=\"{address}\"")), "{address}");
    }
}
