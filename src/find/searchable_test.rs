//! What filters leave of the real dossier and of made-up ones, against a plain reading of the rules.

use std::cell::OnceCell;

use proptest::prelude::*;

use super::*;
use crate::analysis::fixture::us_dprk;
use crate::dossier::Dossier;
use crate::dossier::model::{Event, EventKind, Level, Party};
use crate::dossier::text::{ByKey, Original, Text};

thread_local! {
    static REAL: OnceCell<(Dossier, Searchable)> = const { OnceCell::new() };
}

/// The real dossier and what it is searched by, made once.
fn real<T>(look: impl FnOnce(&Dossier, &Searchable) -> T) -> T {
    REAL.with(|cell| {
        let (dossier, searchable) = cell.get_or_init(|| {
            let dossier = us_dprk();
            let searchable = Searchable::of(&dossier, true);
            (dossier, searchable)
        });
        look(dossier, searchable)
    })
}

fn text(words: &str) -> Filter {
    Filter { text: words.to_owned(), ..Filter::default() }
}

fn with(choices: impl IntoIterator<Item = Choice>) -> Filter {
    let mut filter = Filter::default();
    for choice in choices {
        filter.choose(choice, true);
    }
    filter
}

fn party(id: &str) -> Choice {
    Choice::Party(id.to_owned())
}

/// The ids that a filter leaves of the real dossier.
fn ids(filter: &Filter) -> Vec<String> {
    real(|dossier, searchable| {
        searchable.find(filter).places().map(|place| dossier.events[place].id.clone()).collect()
    })
}

#[test]
fn nothing_asked_leaves_everything() {
    real(|dossier, searchable| {
        let found = searchable.find(&Filter::default());
        assert_eq!(found.count(), dossier.events.len());
        assert_eq!(found.total(), dossier.events.len());
        assert_eq!(found.without().count(), 0);
        assert!(found.whole());
    });
}

#[test]
fn words_are_found_in_title_summary_place_readings_quotes_and_speakers() {
    let mut dossier = us_dprk();
    // Somebody who took no part, and was only quoted.
    dossier.parties.push(Party {
        id: "onlooker".to_owned(),
        name: "Nameword".into(),
        formal: Some("Formalword".into()),
        short: "Shortword".into(),
        capital: Some("Capitalword".into()),
        ..dossier.parties[0].clone()
    });
    let event = dossier.events.iter_mut().find(|event| event.id == "2019-02-27-hanoi-summit").unwrap();
    event.title = Text::from("Titleword");
    event.summary = Text::from("Summaryword");
    event.place = Some(Text::from("Placeword"));
    let reading = event.readings.iter_mut().find(|reading| reading.quote.is_some()).unwrap();
    reading.text = Text::from("Readingword");
    reading.party = "onlooker".to_owned();
    let quote = reading.quote.as_mut().unwrap();
    quote.by = Text::from("Speakerword");
    quote.translation = Some(Text::from("Translationword"));
    let languages = [("en", "Quoteword"), ("ko", "쿼카말")];
    quote.text = Text::ByLanguage(
        languages.into_iter().map(|(tag, text)| (tag.to_owned(), text.to_owned())).collect::<ByKey<_>>(),
    );
    quote.original = Some(Original {
        lang: "ko".to_owned(),
        text: "제재를 낱말풀이".to_owned(),
        source: quote.source.clone(),
        note: None,
    });
    let searchable = Searchable::of(&dossier, true);
    for word in [
        "titleword",
        "summaryword",
        "placeword",
        "readingword",
        "speakerword",
        "quoteword",
        "translationword",
        "nameword",
        "formalword",
        "shortword",
        "capitalword",
        "ㅋㅋㅁ",
        "쿼카",
        "낱말풀이",
        "\"quoteword\"",
        "\u{201c}titleword\u{201d}",
    ] {
        let found = searchable.find(&text(word));
        let ids: Vec<&str> = found.places().map(|place| dossier.events[place].id.as_str()).collect();
        assert_eq!(ids, ["2019-02-27-hanoi-summit"], "{word}");
    }
    // All words, wherever each stands; none is made of two texts.
    assert_eq!(searchable.find(&text("PLACEWORD quoteword")).count(), 1);
    assert_eq!(searchable.find(&text("placeword nowhere")).count(), 0);
    assert_eq!(searchable.find(&text("titlewordsummaryword")).count(), 0);
}

/// Counted by regular expressions over the files of the dossier, by another program; names and dates as newspapers write them.
#[test]
fn what_a_journalist_types_finds_what_the_record_has() {
    for (typed, count) in [
        ("2019", 30),
        ("missile 2019", 9),
        ("launch 2019", 6),
        ("Hanoi 2019", 7),
        ("february 2019", 4),
        ("June 2018", 10),
        ("\"June 2018\"", 7),
        ("Singapore summit 2018", 7),
        ("Kim Jong Un", 54),
        ("Kim Jong-un", 54),
        ("Ri Yong-ho", 6),
        ("\"Ri Yong Ho\"", 4),
        ("Kim Yong-chol", 7),
        ("Choe Son-hui", 6),
        ("Trump Kim", 56),
        ("Trump, Kim", 56),
        ("Trump-Kim summit", 20),
        ("denuclearization", 44),
        ("denuclearisation", 44),
        ("Bolton, John", 5),
        ("(CVID)", 5),
        ("CVID.", 5),
        ("New Year's address", 2),
        ("war-games", 3),
        ("sanctions-relief", 7),
        ("Punggyeri", 9),
        ("Xi", 4),
        ("\u{201c}Xi\u{201d}", 3),
        ("\"no deal\"", 3),
        ("\"step by step\"", 6),
        ("step-by-step", 6),
        ("\"new way\"", 1),
        ("2019년 2월", 3),
        // Nothing but what the texts say: no day of a month, no year.
        ("12", 16),
        ("7", 11),
    ] {
        assert_eq!(ids(&text(typed)).len(), count, "{typed}");
    }
    for typed in ["27 February 2019", "February 27, 2019", "2019-02-27", "2019년 2월 27일"] {
        assert_eq!(ids(&text(typed)), ["2019-02-27-hanoi-summit"], "{typed}");
    }
}

#[test]
fn parties_are_found_by_all_their_names() {
    let seoul = ids(&text("seoul"));
    for id in ids(&with([party("rok")])) {
        assert!(seoul.contains(&id), "{id}");
    }
}

#[test]
fn each_criterion_is_met_as_it_says() {
    real(|dossier, searchable| {
        let issue_events = |id: &str| {
            let positions = &dossier.issue(id).unwrap().positions;
            positions.iter().filter_map(|position| position.event.clone()).collect::<Vec<_>>()
        };
        let scope = issue_events("scope");
        type Rule = Box<dyn Fn(&Event) -> bool>;
        let rules: [(Choice, Rule); 8] = [
            (party("china"), Box::new(|event| event.parties.iter().any(|id| id == "china"))),
            (Choice::Kind(EventKind::Talks), Box::new(|event| event.kind == EventKind::Talks)),
            (Choice::Level(Level::Leaders), Box::new(|event| event.level == Some(Level::Leaders))),
            (Choice::Weight(2), Box::new(|event| event.weight >= 2)),
            (Choice::Weight(3), Box::new(|event| event.weight == 3)),
            (Choice::Issue("scope".to_owned()), Box::new(move |event| scope.contains(&event.id))),
            (Choice::Doubt(Some(Doubt::Noted)), Box::new(|event| Doubt::of(event).is_some())),
            (Choice::Doubt(Some(Doubt::Unsure)), Box::new(|event| Doubt::of(event) == Some(Doubt::Unsure))),
        ];
        for (choice, rule) in &rules {
            let found = searchable.find(&with([choice.clone()]));
            for (place, event) in dossier.events.iter().enumerate() {
                assert_eq!(found.has(place), rule(event), "{choice:?}: {}", event.id);
            }
            assert!(found.count() > 0 && found.count() < dossier.events.len(), "{choice:?}");
            assert_eq!(found.without().collect::<Vec<_>>(), [(choice.criterion(), dossier.events.len())]);
        }
    });
}

#[test]
fn no_match_says_which_criterion_to_drop() {
    let filter = Filter {
        text: "hanoi".to_owned(),
        ..with([Choice::Kind(EventKind::NuclearTest), Choice::Weight(2)])
    };
    real(|_, searchable| {
        let found = searchable.find(&filter);
        assert_eq!(found.count(), 0);
        let without: Vec<_> = found.without().collect();
        for (criterion, count) in &without {
            let mut dropped = filter.clone();
            dropped.clear(*criterion);
            assert_eq!(searchable.find(&dropped).count(), *count);
        }
        assert_eq!(
            without.iter().map(|(criterion, _)| *criterion).collect::<Vec<_>>(),
            [Criterion::Text, Criterion::Kind]
        );
    });
}

#[test]
fn an_id_that_the_dossier_does_not_have_matches_nothing() {
    assert_eq!(ids(&with([party("atlantis")])), Vec::<String>::new());
    assert_eq!(ids(&with([party("atlantis"), party("us")])), ids(&with([party("us")])));
}

#[test]
fn an_outline_is_searched_by_its_titles() {
    let outline = us_dprk().outline();
    let found = Searchable::of(&outline, false).find(&text("hanoi"));
    assert!(!found.whole());
    assert!(found.count() > 0 && found.count() < ids(&text("hanoi")).len());
    // And by its dates, which it has.
    assert_eq!(Searchable::of(&outline, false).find(&text("\"27 february 2019\"")).count(), 1);
}

#[test]
fn a_dossier_without_events_leaves_none() {
    let mut dossier = us_dprk();
    dossier.events.clear();
    let found = Searchable::of(&dossier, true).find(&text("x"));
    assert_eq!((found.count(), found.total()), (0, 0));
    assert_eq!(found.without().count(), 0);
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        prop::sample::select(vec!["us", "dprk", "rok", "china", "nobody"]).prop_map(party),
        prop::sample::select(EventKind::NAMED.to_vec()).prop_map(|(kind, _)| Choice::Kind(kind)),
        prop::sample::select(Level::NAMED.to_vec()).prop_map(|(level, _)| Choice::Level(level)),
        prop::sample::select(vec!["scope", "remains", "nothing"]).prop_map(|id| Choice::Issue(id.to_owned())),
        (1..=3_u8).prop_map(Choice::Weight),
        prop::sample::select(vec![None, Some(Doubt::Noted), Some(Doubt::Unsure)]).prop_map(Choice::Doubt),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Counts, facets and suggestions are what asking again would give.
    #[test]
    fn every_count_is_what_asking_again_gives(
        choices in prop::collection::vec(choice(), 0..5),
        words in prop::sample::select(vec!["", "kim", "trump kim", "hanoi", "zzz"]),
    ) {
        let filter = Filter { text: words.to_owned(), ..with(choices) };
        real(|dossier, searchable| {
            let found = searchable.find(&filter);
            prop_assert_eq!(found.places().count(), found.count());
            for (criterion, count) in found.without() {
                let mut dropped = filter.clone();
                dropped.clear(criterion);
                prop_assert_eq!(searchable.find(&dropped).count(), count);
            }
            let only = |choice: Choice| {
                let mut only = filter.clone();
                only.clear(choice.criterion());
                only.choose(choice, true);
                searchable.find(&only).count()
            };
            let facets = found.facets();
            for (place, party) in dossier.parties.iter().enumerate() {
                prop_assert_eq!(facets.parties[place], only(Choice::Party(party.id.clone())));
            }
            for (place, issue) in dossier.issues.iter().enumerate() {
                prop_assert_eq!(facets.issues[place], only(Choice::Issue(issue.id.clone())));
            }
            for (place, (kind, _)) in EventKind::NAMED.into_iter().enumerate() {
                prop_assert_eq!(facets.kinds[place], only(Choice::Kind(kind)));
            }
            for (place, (level, _)) in Level::NAMED.into_iter().enumerate() {
                prop_assert_eq!(facets.levels[place], only(Choice::Level(level)));
            }
            for least in 1..=3_u8 {
                prop_assert_eq!(facets.weights[usize::from(least) - 1], only(Choice::Weight(least)));
            }
            for (place, doubt) in [None, Some(Doubt::Noted), Some(Doubt::Unsure)].into_iter().enumerate() {
                prop_assert_eq!(facets.doubts[place], only(Choice::Doubt(doubt)));
            }
            Ok(())
        })?;
    }

    /// More words, and fewer values of a criterion, never find more.
    #[test]
    fn more_words_find_no_more(one in "[a-z]{1,4}", other in "[a-z]{1,4}") {
        real(|_, searchable| {
            let both = searchable.find(&text(&format!("{one} {other}")));
            let alone = searchable.find(&text(&one));
            for place in both.places() {
                prop_assert!(alone.has(place));
            }
            Ok(())
        })?;
    }
}
