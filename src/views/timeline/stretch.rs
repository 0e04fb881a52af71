//! The events of a stretch of time as a list under the picture: what a cluster holds where no zoom would part it.

use yew::prelude::*;

use crate::index::Index;
use crate::messages::Msg;
use crate::scene::{Sides, lane_heading};
use crate::state::{Action, Shared, Stretch};
use crate::views::element::html;
use crate::views::held::{Draw, Memory};
use crate::views::words::{Voice, does};

/// The list, the weightiest first: each event opens its record.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub voice: Voice,
    pub events: Shared<Index>,
    pub asked: Stretch,
    /// How many are listed at most.
    pub rows: usize,
    pub sides: [AttrValue; 2],
    pub act: Callback<Action>,
}

impl Draw for Listed {
    fn draw(&self, _memory: &Memory) -> Html {
        let Listed { voice, events, asked, rows, sides: [a, b], act } = self;
        let (voice, Stretch { from, to, lane }) = (*voice, *asked);
        let places = events.between(f64::from(from.number()), f64::from(to.number()) + 1.0);
        let lanes: Vec<_> =
            Index::LANES.into_iter().filter(|one| lane.is_none_or(|own| own == *one)).collect();
        let count: usize = lanes.iter().map(|lane| events.count(*lane, &places)).sum();
        let listed = (1..=3).rev().flat_map(|weight| {
            let levels = lanes.iter().filter_map(move |lane| events.level(*lane, weight));
            levels.flat_map(|level| level.places(level.within(&places)).take(*rows)).collect::<Vec<_>>()
        });
        let listed: Vec<usize> = listed.take(*rows).collect();
        let more = count.saturating_sub(listed.len());
        let whose = lane.map(|lane| lane_heading(lane, voice.locale, Sides { a, b }));
        let heading = Msg::StretchHeading { count, from, to, lane: whose.as_deref() };
        html! {
            <section class="panel" data-panel="stretch" aria-labelledby="stretch-heading">
                <div class="panel-head">
                    <h3 id="stretch-heading" tabindex="-1">{ voice.say(heading) }</h3>
                    <button type="button" onclick={does(act, Action::CloseStretch)}>{ voice.say(Msg::Close) }</button>
                </div>
                // The cluster's own number is less by these.
                if whose.is_some() {
                    <p>{ voice.say(Msg::StretchBeside) }</p>
                }
                <ol class="stretch-list">
                    { for listed.into_iter().filter_map(|place| events.get(place)).map(|entry| html! {
                        <li key={entry.id.to_owned()}>
                            <time datetime={entry.first.to_string()}>{ voice.locale.date(entry.date) }</time>
                            { " " }
                            <a href={voice.event_page(entry.id)} data-event={entry.id.to_owned()}>{ voice.own(entry.title.to_owned().into()) }</a>
                        </li>
                    }) }
                </ol>
                if more > 0 {
                    <button type="button" class="more-rows" onclick={does(act, Action::MoreOfStretch)}>{ voice.say(Msg::MoreRows(more)) }</button>
                }
            </section>
        }
    }
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;
    use crate::dossier::date::Day;
    use crate::dossier::model::Lane;
    use crate::index::tests::event;
    use crate::messages::Locale;
    use crate::state::AppState;
    use crate::views::fragment::fragment;
    use crate::views::held::held;
    use crate::views::words::Manner;

    fn listed(lane: Option<Lane>, rows: usize) -> String {
        let of = |lane: Lane, count: usize| {
            (0..count).map(move |n| event(&format!("{}{n}", lane.name()), "2018-06-12", lane, 1))
        };
        let events: Vec<_> = of(Lane::B, 1_733).chain(of(Lane::A, 7)).collect();
        let day = Day::parse("2018-06-12").unwrap();
        fragment(held(Listed {
            voice: Voice::of(Manner::main_page(Locale::En)),
            events: Shared::new(Index::of_events(&events, "en")),
            asked: Stretch { from: day, to: day, lane },
            rows,
            sides: ["Alpha", "Beta"].map(AttrValue::from),
            act: Callback::noop(),
        }))
    }

    #[test]
    fn the_list_says_whose_acts_it_has_and_leads_to_all_of_them() {
        let some = listed(Some(Lane::B), AppState::STRETCH_ROWS);
        assert!(some.contains(">Beta\u{2019}s acts: 1,733 events on 12 June 2018</h3>"), "{some}");
        assert!(some.contains("listed too") && some.contains(">Show more (1,633 left)</button>"));
        assert_eq!(some.matches("<li").count(), 100);
        let all = listed(Some(Lane::B), 2_000);
        assert_eq!(all.matches("<li").count(), 1_733);
        assert!(!all.contains("more-rows"));
        let both = listed(None, 2_000);
        assert!(both.contains(">1,740 events on 12 June 2018</h3>") && !both.contains("listed too"));
    }
}
