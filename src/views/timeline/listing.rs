//! The events that are looked for, as a list or a table. The list of all events stands in the page already; this is drawn
//! where something is asked, or a table is wanted.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::Event;
use crate::dossier::order::sorted;
use crate::find::{Matches, patterns};
use crate::index::Index;
use crate::messages::Msg;
use crate::state::{Action, FindAction, Finding, ListForm, Shared};
use crate::views::element::html;
use crate::views::event::{Rows, by_year, rows, table};
use crate::views::held::{Draw, Memory, held_by};
use crate::views::words::{Voice, does};

/// The events, no more rows than asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    pub voice: Voice,
    pub dossier: Shared<Dossier>,
    /// Those that the filters leave, in time order.
    pub found: Shared<Index>,
    pub finding: Finding,
    pub act: Callback<Action>,
}

impl Draw for Listing {
    fn draw(&self, _memory: &Memory) -> Html {
        let Listing { voice, dossier, found, finding, act } = self;
        let voice = *voice;
        let Finding { form, newest_first, rows, .. } = finding;
        let (form, newest_first) = (*form, *newest_first && *form == ListForm::Table);
        let total = found.source().len();
        // Of a large table each page finds its own.
        let order = match found.source().table() {
            Some(_) => Vec::new(),
            None => in_order(dossier, finding.matches().map(|matches| &**matches), newest_first),
        };
        let count = found.source().table().map_or(order.len(), |_| found.len());
        let shown = count.min(*rows);
        let mut pages = Vec::new();
        for from in (0..shown).step_by(Finding::ROWS) {
            let to = (from + Finding::ROWS).min(shown);
            pages.push(held_by(
                from,
                Page {
                    voice,
                    dossier: dossier.clone(),
                    found: found.clone(),
                    words: finding.filter.text.clone(),
                    form,
                    newest_first,
                    from,
                    to,
                    places: order.get(from.saturating_sub(1)..to).unwrap_or_default().to_vec(),
                },
            ));
        }
        let pages: Html = pages.into_iter().collect();
        let list = match form {
            ListForm::List => pages,
            ListForm::Table => table(
                voice,
                Rows {
                    parts: pages,
                    newest_first,
                    caption: voice.say(Msg::Found { count, total }),
                    turn: does(act, Action::Find(FindAction::TurnOrder)),
                },
            ),
        };
        let left = count - shown;
        html! {
            <>
                { list }
                if left > 0 {
                    <button type="button" class="more-rows" onclick={does(act, Action::Find(FindAction::MoreRows))}>{ voice.say(Msg::MoreRows(left)) }</button>
                }
            </>
        }
    }
}

/// As many rows as are shown at once. By itself, so that those that stand there already are not drawn again when more are asked for.
#[derive(Clone, Debug, PartialEq)]
struct Page {
    voice: Voice,
    dossier: Shared<Dossier>,
    found: Shared<Index>,
    words: String,
    form: ListForm,
    newest_first: bool,
    /// Its first row, and the one after its last.
    from: usize,
    to: usize,
    /// Their events' places in the dossier, and before them that of the row above the page; none where a large table has the events.
    places: Vec<usize>,
}

impl Draw for Page {
    fn draw(&self, _memory: &Memory) -> Html {
        let Page { voice, dossier, words, from, places, .. } = self;
        let own = self.of_table();
        let events: Vec<&Event> = match &own {
            Some(own) => own.iter().collect(),
            None => places.iter().filter_map(|place| dossier.events.get(*place)).collect(),
        };
        let (above, events) = events.split_at(events.len().min(usize::from(*from > 0)));
        let words = patterns(words);
        match self.form {
            ListForm::List => by_year(*voice, events, above.first().copied(), &words),
            ListForm::Table => rows(*voice, dossier, events, &words),
        }
    }
}

impl Page {
    /// Of a large table only what is shown becomes records: those of the page, and that of the row above it.
    #[cfg(any(feature = "open", feature = "native"))]
    fn of_table(&self) -> Option<Vec<Event>> {
        let Page { dossier, found, newest_first, from, to, .. } = self;
        let table = found.source().table()?;
        let (from, to) = (from.saturating_sub(1), *to);
        let mut places = if *newest_first {
            found.listed(found.len().saturating_sub(to)..found.len() - from.min(found.len()))
        } else {
            found.listed(from..to)
        };
        if *newest_first {
            places.reverse();
        }
        let event = |place: usize| {
            let id = found.get(place)?.id;
            let row = table.position(id).and_then(|row| table.event(row));
            row.or_else(|| dossier.event(id).cloned())
        };
        Some(places.into_iter().filter_map(event).collect())
    }

    #[cfg(not(any(feature = "open", feature = "native")))]
    fn of_table(&self) -> Option<Vec<Event>> {
        None
    }
}

/// The places of the events that match, as [`Dossier::events_in_order`] has them, or the other way round.
fn in_order(dossier: &Dossier, matches: Option<&Matches>, newest_first: bool) -> Vec<usize> {
    let matching = |place: &usize| matches.is_none_or(|matches| matches.has(*place));
    let sign = if newest_first { -1 } else { 1 };
    sorted((0..dossier.events.len()).filter(matching).collect(), |place| {
        let date = dossier.events.get(*place).map(|event| event.date);
        let (anchor, last) =
            date.map_or((0, 0), |date| (i64::from(date.anchor().number()), i64::from(date.last().number())));
        sign * ((anchor << 32) + last)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::find::{Filter, Searchable};

    fn in_order<'a>(dossier: &'a Dossier, matches: Option<&Matches>, newest_first: bool) -> Vec<&'a Event> {
        let places = super::in_order(dossier, matches, newest_first);
        places.into_iter().map(|place| &dossier.events[place]).collect()
    }

    #[test]
    fn events_are_listed_in_the_order_of_the_page() {
        let dossier = us_dprk();
        let all = in_order(&dossier, None, false);
        assert_eq!(all, dossier.events_in_order());
        let newest = in_order(&dossier, None, true);
        assert!(newest.is_sorted_by(|a, b| a.date.anchor() >= b.date.anchor()));
        assert_eq!(newest.len(), all.len());
        let found =
            Searchable::of(&dossier, true).find(&Filter { text: "hanoi".to_owned(), ..Filter::default() });
        assert_eq!(in_order(&dossier, Some(&found), false).len(), found.count());
    }

    /// A list or a table of so many rows, as text.
    #[cfg(feature = "native")]
    fn drawn(dossier: Dossier, index: Index, finding: Finding) -> String {
        use crate::views::words::Manner;
        crate::views::fragment::fragment(crate::views::held::held(Listing {
            voice: Voice::of(Manner::main_page(crate::messages::Locale::En)),
            dossier: Shared::new(dossier),
            found: Shared::new(index),
            finding,
            act: Callback::noop(),
        }))
    }

    #[cfg(feature = "native")]
    fn asked(form: ListForm, rows: usize, newest_first: bool) -> Finding {
        let mut finding = Finding::default();
        (finding.form, finding.rows, finding.newest_first) = (form, rows, newest_first);
        finding
    }

    #[cfg(feature = "native")]
    fn ids(html: &str) -> Vec<&str> {
        html.split("data-event=\"").skip(1).filter_map(|part| part.split('"').next()).collect()
    }

    #[test]
    #[cfg(feature = "native")]
    fn pages_of_rows_are_one_list_in_which_no_year_is_named_twice() {
        let mut dossier = us_dprk();
        dossier.events = crate::index::tests::many(1_000, 1);
        let order: Vec<String> = dossier.events_in_order().iter().map(|event| event.id.clone()).collect();
        for form in [ListForm::List, ListForm::Table] {
            let index = Index::of_events(&dossier.events, "en");
            let html = drawn(dossier.clone(), index, asked(form, 900, false));
            assert_eq!(ids(&html), order[..900], "{form:?}");
            assert!(html.contains("Show more (100 left)"));
            assert_eq!(html.matches("<h4>1990</h4>").count(), usize::from(form == ListForm::List));
            assert_eq!(html.matches("<tbody").count(), if form == ListForm::Table { 3 } else { 0 });
        }
    }

    #[cfg(feature = "native")]
    proptest::proptest! {
        /// What is said of months and years has its mark in their middle, and stands in lists where they begin.
        #[test]
        fn a_large_table_is_listed_as_its_events_would_be(
            events in crate::index::tests::any_events(60),
            pages in 1usize..4,
            beside in 0usize..4,
        ) {
            use std::rc::Rc;

            use crate::dossier::table::TableReader;
            use crate::index::{Building, Source};

            let mut dossier = us_dprk();
            let at = events.len().saturating_sub(beside);
            let mut csv = "id,date,title,kind,lane\n".to_owned();
            for event in &events[..at] {
                csv += &format!("{},{},Title,talks,{}\n", event.id, event.date, event.lane.name());
            }
            dossier.events = events[at..].to_vec();
            let mut reader = TableReader::beside(&dossier);
            reader.push(csv.as_bytes());
            let (table, problems) = reader.finish();
            proptest::prop_assert!(!problems.has_errors(), "{:?}", problems);
            let source = Rc::new(Source::of_table(table, &dossier.events, "en"));
            let index = Building::new(source, None).to_end();
            let whole = Dossier { events, ..dossier.clone() };
            let order: Vec<&str> = whole.events_in_order().iter().map(|event| event.id.as_str()).collect();
            // In parts of any size.
            let mut listed = Vec::new();
            while listed.len() < index.len() {
                listed.extend(index.listed(listed.len()..listed.len() + pages * 7));
            }
            let listed: Vec<&str> = listed.into_iter().map(|place| index.get(place).unwrap().id).collect();
            proptest::prop_assert_eq!(&listed, &order);
            for event in &whole.events {
                let place = index.place(&event.id).unwrap();
                for (lanes, told) in [
                    (&Index::LANES[..], whole.neighbours(&event.id)),
                    (&[event.lane][..], whole.neighbours_in_lane(&event.id)),
                ] {
                    let found = index.listed_beside(place, lanes).map(|place| place.map(|place| index.get(place).unwrap().id));
                    let theirs = [told.before, told.after].map(|event| event.map(|event| event.id.as_str()));
                    proptest::prop_assert_eq!(found, theirs, "{} of {:?}", event.id, event.date);
                }
            }
            let html = drawn(dossier.clone(), index.clone(), Finding::default());
            proptest::prop_assert_eq!(&ids(&html), &order);
            let table = asked(ListForm::Table, Finding::ROWS, true);
            let newest: Vec<&str> = order.iter().rev().copied().collect();
            let html = drawn(dossier, index, table);
            proptest::prop_assert_eq!(&ids(&html), &newest);
        }
    }
}
