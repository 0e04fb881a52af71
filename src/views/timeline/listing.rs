//! The events that are looked for, as a list or a table. The list of all events stands in the page already; this is drawn
//! where something is asked, or a table is wanted.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::Event;
use crate::dossier::order::sorted;
use crate::find::{Matches, patterns};
use crate::messages::Msg;
use crate::state::{Action, FindAction, Finding, ListForm, Shared};
use crate::views::event::{Rows, by_year, table};
use crate::views::words::{Voice, does};

/// Props of [`Listing`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ListingProps {
    pub voice: Voice,
    pub dossier: Shared<Dossier>,
    pub matches: Option<Shared<Matches>>,
    pub words: AttrValue,
    pub form: ListForm,
    pub newest_first: bool,
    pub rows: usize,
    pub act: Callback<Action>,
}

impl ListingProps {
    /// What the state asks to be listed.
    pub fn of(
        voice: Voice,
        dossier: &Shared<Dossier>,
        finding: &Finding,
        act: &Callback<Action>,
    ) -> ListingProps {
        ListingProps {
            voice,
            dossier: dossier.clone(),
            matches: finding.matches().cloned(),
            words: finding.filter.text.clone().into(),
            form: finding.form,
            newest_first: finding.newest_first,
            rows: finding.rows,
            act: act.clone(),
        }
    }
}

/// The events, no more rows than asked for.
#[component]
pub fn Listing(props: &ListingProps) -> Html {
    let ListingProps { voice, dossier, matches, words, form, newest_first, rows, act } = props;
    let (voice, total) = (*voice, dossier.events.len());
    let events = in_order(dossier, matches.as_deref(), *newest_first && *form == ListForm::Table);
    let shown = events.get(..*rows).unwrap_or(&events);
    let left = events.len() - shown.len();
    let words = patterns(words);
    let list = match form {
        ListForm::List => by_year(voice, shown, &words),
        ListForm::Table => table(
            voice,
            dossier,
            Rows {
                events: shown,
                words: &words,
                newest_first: *newest_first,
                caption: voice.say(Msg::Found { count: events.len(), total }),
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
