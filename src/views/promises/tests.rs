//! The section as the builder writes it: of the real dossier, and of dossiers that lack things.

use super::promises;
use crate::analysis::fixture::{day, us_dprk};
use crate::dossier::Dossier;
use crate::dossier::model::CommitmentState;
use crate::views::fragment::fragment;
use crate::views::readings::tests::voice;

fn section(dossier: &Dossier, as_of: &str) -> String {
    fragment(promises(voice(), dossier, day(as_of)))
}

/// The real dossier with one promise.
fn only(id: &str) -> Dossier {
    let mut dossier = us_dprk();
    dossier.commitments.retain(|promise| promise.id == id);
    dossier
}

/// What stands where the style sheet shows the state of the date.
fn now(dossier: &Dossier, as_of: &str) -> Vec<String> {
    let written = section(dossier, as_of);
    let shown =
        written.split("<span data-dates=").skip(1).filter_map(|part| part.split_once("data-now=\"\"><b>"));
    shown
        .filter(|(before, _)| !before.contains('<'))
        .filter_map(|(_, state)| Some(state.split_once("</b>")?.0.to_owned()))
        .collect()
}

#[test]
fn a_dossier_without_promises_has_no_section() {
    assert_eq!(section(&only("none"), "2018-07-16"), "");
}

#[test]
fn the_state_of_the_date_is_named() {
    let office = only("panmunjom-liaison-office");
    assert_eq!(now(&office, "2018-04-26"), ["Not yet made"]);
    assert_eq!(now(&office, "2018-07-16"), ["Made on 27 April 2018, no state on record yet"]);
    assert_eq!(now(&office, "2018-09-14"), ["Done: from 14 September 2018"]);
    assert_eq!(now(&office, "2024-12-31"), ["Reversed: from 16 June 2020"]);
    // Recorded as undone twice: since the first time.
    assert_eq!(now(&only("sohae-stand"), "2020-01-01"), ["Reversed: from 7 March 2019"]);
}

/// The whole line of the date, of which the style sheet hides the rest.
fn line(dossier: &Dossier, as_of: &str) -> String {
    let written = section(dossier, as_of);
    let state = written.split_once("class=\"promise-state\"").unwrap().1.split_once("</p>").unwrap().0;
    let shown =
        state.split("<span data-dates=").skip(1).filter_map(|part| part.split_once(" data-now=\"\">"));
    shown.map(|(_, words)| words.replace("<b>", "").replace("</b>", "").replace("</span>", "")).collect()
}

/// What a side is reproached with is as much in sight as what it did next.
#[test]
fn a_state_stands_with_all_that_is_on_record_since_it_began() {
    let note = |on: &str| {
        let note = |dossier: &Dossier, id: &str| {
            let promise = dossier.commitments.iter().find(|promise| promise.id == id).unwrap();
            let status = promise.status.iter().find(|status| status.on == day(on)).unwrap();
            status.note.as_ref().unwrap().get("en").to_owned()
        };
        note(&us_dprk(), "exercises-suspension")
    };
    let exercises = only("exercises-suspension");
    let first = format!("Partly done: from 2 March 2019. {}", note("2019-03-02"));
    let (breach, newest) = (note("2019-08-11"), note("2019-11-17"));
    assert!(breach.contains("breach"), "{breach}");
    assert_eq!(line(&exercises, "2019-03-02"), first);
    assert_eq!(line(&exercises, "2019-08-10"), first);
    let second = format!("{first} 11 August 2019: {breach}");
    assert_eq!(line(&exercises, "2019-08-11"), second);
    assert_eq!(line(&exercises, "2019-12-31"), format!("{second} 17 November 2019: {newest}"));
    // A new state begins anew.
    let undone = line(&exercises, "2022-08-22");
    assert_eq!(undone, format!("Reversed: from 22 August 2022. {}", note("2022-08-22")));
    // Of a state whose first day has no note, the later ones have their days.
    let mut unsaid = exercises.clone();
    unsaid.commitments[0].status.iter_mut().find(|status| status.on == day("2019-03-02")).unwrap().note =
        None;
    let wanted = format!("Partly done: from 2 March 2019. 11 August 2019: {breach}");
    assert_eq!(line(&unsaid, "2019-08-11"), wanted);
}

#[test]
fn a_promise_to_no_one_by_name_is_told_so() {
    let mut dossier = only("punggye-ri");
    dossier.commitments[0].to = vec!["us".to_owned()];
    assert!(section(&dossier, "2018-07-16").contains("<b class=\"whose\">Pyongyang to Washington</b>"));
    dossier.commitments[0].to.clear();
    let written = section(&dossier, "2018-07-16");
    assert!(written.contains("<b class=\"whose\">Pyongyang, to no one by name</b>"), "{written}");
    assert!(
        written.contains("class=\"promise by-b is-substance side-b\""),
        "it is a promise by Pyongyang all the same"
    );
}

#[test]
fn each_promise_has_one_state_on_any_date() {
    for on in ["1950-01-01", "2018-07-16", "2019-03-01", "2030-01-01"] {
        assert_eq!(now(&us_dprk(), on).len(), us_dprk().commitments.len(), "{on}");
    }
}

/// Eleven by Pyongyang alone to Washington or Seoul, and so on: the numbers are counted from the dossier by hand.
#[test]
fn the_choice_says_what_it_leaves() {
    let written = section(&us_dprk(), "2018-07-16");
    let of = |who: &str| {
        let sentence = written.split_once("class=\"promise-count\"").unwrap().1;
        let part = sentence.split_once(&format!("<span class=\"by-{who}\">")).unwrap().1;
        part.split("</span>")
            .take(3)
            .map(|span| span.rsplit_once('>').unwrap().1.to_owned())
            .collect::<Vec<_>>()
    };
    let shown = |left: usize| format!("{left} of 20 promises are shown.");
    assert_eq!(of("any"), ["All 20 promises are shown.".to_owned(), shown(7), shown(13)]);
    // Washington: four alone (exercises, guarantees; sanctions and aid as symbols), five with Pyongyang (remains and relations
    // as symbols; peace and the two rounds of talks).
    assert_eq!(of("a"), [shown(9), shown(4), shown(5)]);
    // Pyongyang: eleven alone (detainees, office and waiting as symbols), and the same five.
    assert_eq!(of("b"), [shown(16), shown(5), shown(11)]);
    // Seoul, with Pyongyang: the office as a symbol; the end of the war and the military agreement.
    assert_eq!(of("o"), [shown(3), shown(1), shown(2)]);
}

/// Each button says what it would leave under what is chosen of the other kind, as the sentence then does.
#[test]
fn a_button_counts_what_it_would_leave() {
    let written = section(&us_dprk(), "2018-07-16");
    let button = |id: &str| {
        let label = written.split_once(&format!(" id=\"{id}\"")).unwrap().1.split_once("</label>").unwrap().0;
        let counts = label.split("<span class=\"").skip(2);
        counts
            .map(|count| count.split_once("</span>").unwrap().0.replace("\">", " "))
            .collect::<Vec<String>>()
            .join(", ")
    };
    assert_eq!(button("promise-by-any"), "is-all 20, is-symbol 7, is-substance 13");
    assert_eq!(button("promise-by-o"), "is-all 3, is-symbol 1, is-substance 2");
    assert_eq!(button("promise-is-all"), "by-any 20, by-a 9, by-b 16, by-o 3");
    assert_eq!(button("promise-is-substance"), "by-any 13, by-a 5, by-b 11, by-o 2");
}

#[test]
fn a_choice_that_leaves_nothing_says_so() {
    let written = section(&only("detainees"), "2018-07-16");
    // None by Washington in three sorts, none of substance by anyone or by Pyongyang.
    assert_eq!(written.matches("No promise on record fits these choices.").count(), 5);
    assert!(written.contains("The one promise on record is shown."));
}

#[test]
fn not_checked_is_said_and_drawn_apart() {
    let mut dossier = only("detainees");
    assert!(!section(&dossier, "2018-07-16").contains("Not checked"));
    dossier.commitments[0].status[0].state = CommitmentState::NotChecked;
    let written = section(&dossier, "2018-07-16");
    assert_eq!(now(&dossier, "2018-07-16"), ["Not checked: from 9 May 2018"]);
    assert!(written.contains("class=\"dots\"") && !written.contains("class=\"ground\""));
}

#[test]
fn bad_records_are_told_as_they_are() {
    let mut dossier = only("detainees");
    let promise = &mut dossier.commitments[0];
    promise.status.clear();
    promise.by = vec!["somebody".to_owned()];
    promise.to.clear();
    promise.sources.clear();
    promise.text = "\u{627}".repeat(80).as_str().into();
    let written = section(&dossier, "2018-07-16");
    assert!(written.contains("somebody, to no one by name"));
    assert!(written.contains("No state is on record.") && written.contains("No source on record."));
    assert!(written.contains("<h3 dir=\"auto\">"));
    assert!(written.contains("id=\"promise-by-o\""), "others may be chosen");
    assert_eq!(now(&dossier, "2018-07-16"), ["Made on 9 May 2018, no state on record yet"]);
}

#[test]
fn the_first_choice_is_made_before_any_program_runs() {
    let written = section(&us_dprk(), "2018-07-16");
    assert_eq!(written.matches(" checked type=\"radio\"").count(), 2);
}

/// The sheet that makes it pale goes where the line of the date goes; before the years drawn begin, all of them come after the date.
#[test]
fn what_comes_after_the_date_is_pale() {
    let office = only("panmunjom-liaison-office");
    let written = section(&office, "2018-07-16");
    let line = written.split_once("<g data-playhead=").unwrap().1.split_once("</g>").unwrap().0;
    assert!(
        line.contains("<path class=\"after\" d=\"M0 0H700V28H0Z\"></path><path class=\"playhead\""),
        "{line}"
    );
    let head = |on: &str| {
        let written = section(&office, on);
        written.split_once("<div class=\"strip-head\"").unwrap().1.split_once('>').unwrap().0.to_owned()
    };
    assert!(head("2018-07-16").contains("data-now") && head("2018-01-01").contains("data-now"));
    assert!(!head("2017-12-31").contains("data-now"));
}
