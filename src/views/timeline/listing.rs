//! The events that are looked for, as a list or a table. The list of all events stands in the page already; this is drawn
//! where something is asked, or a table is wanted.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::Event;
use crate::dossier::order::sorted;
use crate::find::{Matches, patterns};
use crate::index::{Entry, Index};
use crate::messages::Msg;
use crate::state::{Action, FindAction, Finding, ListForm, Shared};
use crate::views::element::html;
use crate::views::event::{Rows, by_year, table};
use crate::views::held::{Draw, Memory};
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
        let newest_first = *newest_first && *form == ListForm::Table;
        let total = found.source().len();
        // Of a large table only what is shown becomes records.
        let of_table: Option<Vec<Event>> = found.source().table().map(|table| {
            let event = |entry: Entry<'_>| table.event(table.position(entry.id)?);
            if newest_first {
                found.entries().rev().take(*rows).filter_map(event).collect()
            } else {
                found.entries().take(*rows).filter_map(event).collect()
            }
        });
        let (events, count) = match &of_table {
            Some(events) => (events.iter().collect(), found.len()),
            None => {
                let matches = finding.matches().map(|matches| &**matches);
                let events = in_order(dossier, matches, newest_first);
                let count = events.len();
                (events, count)
            }
        };
        let shown = events.get(..*rows).unwrap_or(&events);
        let left = count.saturating_sub(shown.len());
        let words = patterns(&finding.filter.text);
        let list = match form {
            ListForm::List => by_year(voice, shown, &words),
            ListForm::Table => table(
                voice,
                dossier,
                Rows {
                    events: shown,
                    words: &words,
                    newest_first,
                    caption: voice.say(Msg::Found { count, total }),
                    turn: does(act, Action::Find(FindAction::TurnOrder)),
                },
            ),
        };
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

/// The events that match, as [`Dossier::events_in_order`] has them, or the other way round.
fn in_order<'a>(dossier: &'a Dossier, matches: Option<&Matches>, newest_first: bool) -> Vec<&'a Event> {
    let matching = |place: usize| matches.is_none_or(|matches| matches.has(place));
    let events = dossier.events.iter().zip(0..).filter(|(_, place)| matching(*place)).map(|(event, _)| event);
    let sign = if newest_first { -1 } else { 1 };
    sorted(events.collect(), |event: &&Event| {
        let (anchor, last) = (i64::from(event.date.anchor().number()), i64::from(event.date.last().number()));
        sign * ((anchor << 32) + last)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::find::{Filter, Searchable};

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
}
