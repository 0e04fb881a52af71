//! The first screen says where the two sides stood, and its numbers are those of `analysis`.

use daylight::analysis::{Weights, daylight, summary, top_rung};
use daylight::dossier::date::Day;
use daylight::messages::{DateStyle, Msg};

use crate::browser::{Key, Page, browse, dossier};
use crate::{WORDS, choose_day, day, shows_day};

/// The sentence and all twelve cards say what `analysis` finds for the day.
async fn agrees_with_analysis(page: &Page, on: Day) {
    let dossier = dossier();
    let found = summary(dossier, &Weights::equal(), on);
    let counts = found.counts;
    let (date, apart_on, of) = (WORDS.day(on, DateStyle::Long), counts.apart, counts.issues());
    let sentence = format!("On {date} the two sides were apart on {apart_on} of {of} issues.");
    assert_eq!(page.text(".headline").await, sentence);

    let wanted: Vec<String> = dossier
        .issues
        .iter()
        .map(|issue| {
            let state = WORDS.say(Msg::Daylight(daylight(issue, on).state, top_rung(issue)));
            // The tag names its issue for whoever does not see the card.
            format!("{state}: {}", issue.title.get("en"))
        })
        .collect();
    // Off the screen they follow where the date rests.
    let tags = "[...document.querySelectorAll('article.card .tag')].map((tag) => tag.textContent)";
    page.until_is(&format!("the cards are those of {on}"), tags, wanted).await;

    // All that are widest are named, at most two of them.
    let named: Vec<&str> =
        found.widest.iter().take(2).map(|(index, _)| dossier.issues[*index].title.get("en")).collect();
    let names: Vec<String> =
        page.ask("[...document.querySelectorAll('.subline a')].map((name) => name.textContent)").await;
    assert_eq!(names, named);
    let subline = page.text(".subline").await;
    for (index, state) in found.widest.iter().take(2) {
        let width = WORDS.say(Msg::Daylight(*state, top_rung(&dossier.issues[*index])));
        assert!(subline.contains(&format!("({width})")), "{subline}");
    }
    // The two positions say whose they are where it could be either's.
    if named.len() > 1 {
        assert_eq!(page.text(".subline + .subline").await, format!("{}:", named[0]));
    }
    let rest = WORDS.say(Msg::LeadRest { apart: counts.apart, within: counts.within_reach, met: counts.met });
    assert!(subline.ends_with(&rest), "{subline}");
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn on_the_essays_date_seven_of_twelve_are_apart_and_proof_is_widest() {
    browse(async |page| {
        page.open_ready("/").await;
        assert_eq!(
            page.text(".headline").await,
            "On 16 July 2018 the two sides were apart on 7 of 12 issues."
        );
        let subline = page.text(".subline").await;
        assert!(subline.starts_with("Widest: Proof"), "{subline}");
        // All of it on the first screen, with the ways to change the date.
        let seen: Vec<f64> = page
            .ask("['h1', '.headline', '.subline', '.presets', '#as-of-date', '.slider'].map((part) => document.querySelector(part).getBoundingClientRect().bottom)")
            .await;
        assert!(seen.iter().all(|bottom| *bottom > 0.0 && *bottom < 900.0), "{seen:?}");
        agrees_with_analysis(page, day("2018-07-16")).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn on_any_date_sentence_and_cards_agree_with_analysis() {
    browse(async |page| {
        page.open_ready("/").await;
        for on in ["2018-06-11", "2018-07-16", "2019-03-01", "2019-10-06"] {
            choose_day(page, day(on)).await;
            agrees_with_analysis(page, day(on)).await;
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_widest_issue_opens_from_the_sentence() {
    browse(async |page| {
        page.open_ready("/").await;
        let id: String = page.ask("document.querySelector('.subline a').dataset.issue").await;
        page.click(".subline a").await;
        page.until_is(
            "its card is open",
            "document.querySelector('article.card.open')?.id ?? ''",
            format!("issue-{id}"),
        )
        .await;
        page.until(
            "the reader is there",
            "((box) => box.top >= 0 && box.top < innerHeight)(document.querySelector('article.card.open h3').getBoundingClientRect())",
        )
        .await;
        shows_day(page, day("2018-07-16")).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn on_a_narrow_screen_the_date_that_has_the_focus_is_in_sight() {
    browse(async |page| {
        page.size(320, 800).await;
        page.open_ready("/").await;
        page.focus(".subline a").await;
        for preset in &dossier().presets {
            page.press(Key::TAB).await;
            let label = preset.label.get("en");
            page.until_is(
                "the next date has the focus",
                "document.activeElement.textContent",
                label.to_owned(),
            )
            .await;
            page.until(
                &format!("all of {label:?} is in sight"),
                "((box) => box.left >= 0 && box.right <= innerWidth)(document.activeElement.getBoundingClientRect())",
            )
            .await;
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_days_on_which_the_sides_stood_closest_and_farthest_apart_set_the_date() {
    browse(async |page| {
        page.open_ready("/").await;
        page.run("self.isTheSame = true").await;
        for (place, on) in [(1, "2018-06-12"), (2, "2019-12-07")] {
            page.click(&format!(".total a[data-day]:nth-of-type({place})")).await;
            shows_day(page, day(on)).await;
            page.until("the address has it", &format!("location.search.includes('on={on}')")).await;
            assert!(page.ask::<bool>("self.isTheSame === true").await, "the page was loaded anew");
        }
        // Whoever opens the link elsewhere sees that day too.
        let address: String =
            page.ask("document.querySelector('.total a[data-day]').getAttribute('href')").await;
        page.open_ready(&format!("/{address}")).await;
        shows_day(page, day("2018-06-12")).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_press_on_the_total_sets_the_date_that_stands_there() {
    browse(async |page| {
        page.open_ready("/").await;
        let (middle, y) = page.middle(".total-chart").await;
        let date = "document.getElementById('as-of-date').value";
        // Near the sides a wrong margin would tell.
        for x in [middle - 400, middle, middle + 400] {
            let before: String = page.ask(date).await;
            page.drag((x, y), (x, y)).await;
            page.until("it is another", &format!("{date} !== '{before}'")).await;
            page.frames().await;
            let flag: f64 = page
                .ask("((box) => box.left + box.width / 2)(document.querySelector('.total-date').getBoundingClientRect())")
                .await;
            // A day is less than two pixels wide.
            assert!((flag - x as f64).abs() < 3.0, "the flag is at {flag}, the press was at {x}");
        }
    });
}
