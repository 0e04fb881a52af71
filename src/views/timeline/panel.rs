//! The open event's record, below the picture it belongs to.

use yew::prelude::*;

use crate::dossier::Dossier;
#[cfg(any(feature = "open", feature = "native"))]
use crate::dossier::order::sorted;
use crate::index::Index;
use crate::messages::Msg;
use crate::state::{Action, Record, Shared};
use crate::views::app::Edition;
use crate::views::element::html;
use crate::views::event::detail;
use crate::views::held::{Draw, Memory};
use crate::views::words::{Voice, does, record_state};

/// The record: at once what the outline has of it, the rest as soon as the whole dossier is here. Its neighbours are looked for among all
/// events, and a timeline that moves must not wait for that.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub voice: Voice,
    pub outline: Shared<Dossier>,
    pub record: Record,
    /// All events.
    pub events: Shared<Index>,
    /// The event's id.
    pub id: AttrValue,
    pub edition: Edition,
    pub act: Callback<Action>,
}

impl Draw for Panel {
    fn draw(&self, _memory: &Memory) -> Html {
        let Panel { voice, outline, record, id, edition, act, .. } = self;
        let voice = *voice;
        let (dossier, wait) = match record {
            Record::Here(whole) => (whole, None),
            _ => (outline, Some(record_state(voice, record))),
        };
        #[cfg(any(feature = "open", feature = "native"))]
        let few = of_table(dossier, &self.events, id);
        #[cfg(any(feature = "open", feature = "native"))]
        let dossier = few.as_ref().unwrap_or(dossier);
        let Some(event) = dossier.event(id) else { return Html::default() };
        html! {
            <section class="panel" data-panel="event" aria-labelledby="event-heading">
                <div class="panel-head">
                    <h3 id="event-heading" tabindex="-1">{ voice.words(&event.title) }</h3>
                    <button type="button" onclick={does(act, Action::OpenEvent(None))}>{ voice.say(Msg::Close) }</button>
                </div>
                { detail(voice, dossier, event, edition, wait) }
                { voice.own_page(voice.event_page(id)) }
            </section>
        }
    }
}

/// Where a large table has the events, a dossier with those that the record of one tells of: itself, its neighbours, and what stands in the
/// dossier already.
#[cfg(any(feature = "open", feature = "native"))]
fn of_table(dossier: &Dossier, index: &Index, id: &str) -> Option<Dossier> {
    let table = index.source().table()?;
    let place = index.place(id)?;
    let own = index.get(place)?;
    let neighbours = [&Index::LANES[..], &[own.lane]].map(|lanes| index.listed_beside(place, lanes));
    let mut few = dossier.clone();
    for place in neighbours.into_iter().flatten().flatten().chain([place]) {
        let id = index.get(place)?.id;
        if few.event(id).is_none() {
            few.events.extend(table.position(id).and_then(|row| table.event(row)));
        }
    }
    few.events = sorted(few.events, |event| index.place(&event.id).map_or(-1, |place| place as i64));
    Some(few)
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use std::fmt::Write;
    use std::rc::Rc;

    use super::*;
    use crate::dossier::table::TableReader;
    use crate::index::{Building, Source};
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::held::held;
    use crate::views::words::Manner;

    #[test]
    fn an_event_of_a_large_table_opens_with_its_neighbours_and_what_it_set() {
        let mut dossier = crate::analysis::fixture::us_dprk();
        let hanoi = "2019-02-27-hanoi-summit";
        dossier.events.retain(|event| event.id == hanoi);
        let position = dossier.issues.iter_mut().find_map(|issue| issue.positions.first_mut()).unwrap();
        position.event = Some("r41".to_owned());
        let mut csv = "id,date,title,summary,kind,lane,weight\n".to_owned();
        for n in 0..200 {
            let (month, lane) = (n / 20 + 1, ["a", "b", "both", "other"][n % 4]);
            writeln!(csv, "r{n},2019-{month:02}-{:02},Row {n},Told {n},talks,{lane},1", n % 20 + 1).unwrap();
        }
        let mut reader = TableReader::beside(&dossier);
        reader.push(csv.as_bytes());
        let (table, problems) = reader.finish();
        assert_eq!(problems.count(), 0);
        let named = table.named_by(&dossier);
        assert!(named.iter().any(|event| event.id == "r41"), "what a position names is a record");
        dossier.events.extend(named);
        let source = Source::of_table(table, &dossier.events, "en");
        let events = Shared::new(Building::new(Rc::new(source), None).to_end());
        assert_eq!(events.len(), 201);
        let outline = Shared::new(dossier);
        let opened = |id: &'static str| {
            fragment(held(Panel {
                voice: Voice::of(Manner::main_page(Locale::En)),
                outline: outline.clone(),
                record: Record::Here(outline.clone()),
                events: events.clone(),
                id: id.into(),
                edition: Edition::default(),
                act: Callback::noop(),
            }))
        };
        let told = |html: &str, ids: [&str; 4]| {
            for id in ids {
                assert!(html.contains(&format!("data-event=\"{id}\"")), "{id}: {html}");
            }
        };
        let row = opened("r33");
        assert!(row.contains("data-panel=\"event\"") && row.contains("Told 33"), "{row}");
        told(&row, ["r32", "r34", "r29", "r37"]);
        let set = opened("r41");
        assert!(set.contains("change-issue") && set.contains("Told 41"), "{set}");
        // One in the dossier has the rows beside it.
        let summit = opened(hanoi);
        told(&summit, ["r39", "r40", "r38", "r42"]);
        assert_eq!(opened("nobody"), "");
    }
}
