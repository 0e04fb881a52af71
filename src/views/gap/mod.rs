//! View `gap`: the daylight issue by issue, through time or on the as-of date, each opening to positions, words and sources.

mod card;
mod picture;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::{IssueOrder, not_compared};
use crate::dossier::date::Day;
use crate::messages::Msg;
use crate::state::{Action, AppState, GapMode, Part, Shared, View, order_name};
use crate::views::app::{Adopted, adopted_html};
use crate::views::date_field::DateField;
use crate::views::element::html;
use crate::views::held::{Draw, Memory, held, held_by};
use crate::views::share::view_links;
use crate::views::words::{Voice, choice, does};

use card::Card;
pub use picture::chart_days;
use table::Table;

/// The gap.
#[derive(Debug)]
pub struct Gap {
    /// How to write text.
    pub voice: Voice,
    /// The state.
    pub state: Rc<AppState>,
    /// The list of all positions, written ahead.
    pub adopted: Shared<Adopted>,
    /// Changes the state.
    pub act: Callback<Action>,
}

impl PartialEq for Gap {
    /// Of the state it shows the issues and what the reader chose for them; the timeline's window is nothing to it.
    fn eq(&self, other: &Gap) -> bool {
        let (a, b) = (&self.state, &other.state);
        self.voice == other.voice
            && self.adopted == other.adopted
            && self.act == other.act
            && (&a.outline, &a.record, &a.issue) == (&b.outline, &b.record, &b.issue)
            && (&a.gap, a.gap_mode) == (&b.gap, b.gap_mode)
            && (a.position_list, a.width) == (b.position_list, b.width)
            && [Part::View(View::Gap), Part::Table]
                .into_iter()
                .chain((0..a.outline.issues.len()).map(Part::Card))
                .all(|part| a.follow.on(part) == b.follow.on(part))
    }
}

impl Draw for Gap {
    fn draw(&self, _memory: &Memory) -> Html {
        let Gap { voice, state, adopted, act } = self;
        let (voice, outline) = (*voice, &state.outline);
        let width = picture::card_width(state.width);
        let count = outline.issues.iter().map(|issue| issue.positions.len()).sum();
        let mode = |mode: GapMode, label: Msg<'_>| {
            let choose = does(act, Action::SetGapMode(mode));
            html! {
                <button type="button" onclick={choose} aria-pressed={if state.gap_mode == mode { "true" } else { "false" }}>{ voice.say(label) }</button>
            }
        };
        let toggle = does(act, Action::TogglePositionList);
        let on = state.follow.on(Part::View(View::Gap));
        html! {
            <section id="gap" data-follows="gap" aria-labelledby="gap-heading">
                <div class="section-head">
                    <h2 id="gap-heading">{ voice.say(Msg::GapHeading) }</h2>
                    { view_links(voice, "gap") }
                    { sorting(voice, state) }
                    <div class="switch" role="group" aria-label={voice.say(Msg::GapSwitch)}>
                        { mode(GapMode::Charts, Msg::GapCharts) }
                        { mode(GapMode::Ladders, Msg::GapLadders) }
                    </div>
                </div>
                { left_out(voice, state, on) }
                <p class="lede">{ voice.say(Msg::GapHelp) }</p>
                <div class="cards">
                    { for state.gap.places(outline, on).into_iter().map(|index| {
                        let open = outline.issues.get(index).is_some_and(|issue| state.issue.as_deref() == Some(&issue.id));
                        html! {
                            { held_by(index, Card {
                                voice,
                                outline: outline.clone(),
                                index,
                                mode: state.gap_mode,
                                as_of: state.follow.on(Part::Card(index)),
                                width,
                                open,
                                order: state.gap.order,
                                since: state.gap.since(outline),
                                record: open.then(|| state.record.clone()),
                                act: act.clone(),
                            }) }
                        }
                    }) }
                </div>
                { held(Table {
                    voice,
                    outline: outline.clone(),
                    weights: state.gap.weights.clone(),
                    on: state.follow.on(Part::Table),
                    act: act.clone(),
                }) }
                if !adopted.positions.is_empty() {
                    <button type="button" class="show-list" onclick={toggle} aria-expanded={if state.position_list { "true" } else { "false" }}
                        aria-controls="positions-list">{ voice.say(Msg::PositionList { open: state.position_list, count }) }</button>
                    <div id="positions-list" class={classes!("list", state.position_list.then_some("open"))}>
                        <h3>{ voice.say(Msg::PositionListHeading) }</h3>
                        { adopted_html("positions", &adopted.positions) }
                    </div>
                }
            </section>
        }
    }
}

/// In which order the issues stand. Where it is by change, since when.
fn sorting(voice: Voice, state: &AppState) -> Html {
    let chosen = state.gap.order;
    let span = &state.outline.meta.span;
    let since = state.gap.since(&state.outline);
    let orders = [IssueOrder::Given, IssueOrder::Width, IssueOrder::Change, IssueOrder::Actor];
    html! {
        <div class="sorting">
            <label for="gap-order">{ voice.say(Msg::OrderLabel) }</label>
            <select id="gap-order" data-control="order">
                { for orders.into_iter().enumerate().map(|(at, order)| choice(at, order_name(order).to_owned(), voice.say(Msg::Order(order)), order == chosen)) }
            </select>
            if chosen == IssueOrder::Change {
                <label for="gap-since">{ voice.say(Msg::Since) }</label>
                { held(DateField { control: "since", id: Some("gap-since"), name: None, on: since, first: span.from, last: span.to }) }
            }
        </div>
    }
}

/// Where the order is by change, how many issues it cannot compare, which stand last as the dossier has them.
fn left_out(voice: Voice, state: &AppState, on: Day) -> Html {
    let (gap, outline) = (&state.gap, &state.outline);
    let since = gap.since(outline);
    let unknown = if gap.order == IssueOrder::Change { not_compared(outline, on, since) } else { 0 };
    html! {
        if unknown > 0 {
            <p class="chart-help" role="status">{ voice.say(Msg::NotCompared { unknown, issues: outline.issues.len(), since, on }) }</p>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::index::Index;
    use crate::messages::Locale;
    use crate::state::Address;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    /// The gap as an address asks for it.
    fn drawn(locale: Locale, asked: &str) -> String {
        let dossier = us_dprk();
        let events = Index::of_events(&dossier.events, "en");
        let state = Rc::new(AppState::new(Shared::new(dossier.outline()), Shared::new(events)));
        let state = state.reduce(Action::Restore(Address::parse(asked)));
        fragment(held(Gap {
            voice: Voice::of(Manner::main_page(locale)),
            state,
            adopted: Shared::new(Adopted { keys: "".into(), events: "".into(), positions: "".into() }),
            act: Callback::noop(),
        }))
    }

    /// The card of an issue.
    fn card<'a>(gap: &'a str, id: &str) -> &'a str {
        let begin = format!("<article id=\"issue-{id}\"");
        gap.split_once(&begin).and_then(|(_, rest)| rest.split_once("</article>")).unwrap().0
    }

    /// On 9 March 2018 ten issues of the twelve were known, not the exercises and the wider agenda; in January none; on 12 June all.
    #[test]
    fn where_not_all_can_be_compared_it_says_how_many() {
        let asked = "on=2018-07-16&sort=change&since=";
        for (since, english, korean) in [
            (
                "2018-03-09",
                "2 of 12 issues cannot be compared: unknown on 9 March 2018 or on 16 July 2018.",
                "쟁점 12개 가운데 2개는 2018년 3월 9일이나 2018년 7월 16일에 알 수 없어 견줄 수 없다.",
            ),
            (
                "2018-01-01",
                "12 of 12 issues cannot be compared: unknown on 1 January 2018 or on 16 July 2018.",
                "쟁점 12개 가운데 12개는 2018년 1월 1일이나 2018년 7월 16일에 알 수 없어 견줄 수 없다.",
            ),
        ] {
            let asked = format!("{asked}{since}");
            assert!(drawn(Locale::En, &asked).contains(english), "{asked}");
            assert!(drawn(Locale::Ko, &asked).contains(korean), "{asked}");
        }
        for all in ["on=2018-07-16&sort=change&since=2018-06-12", "on=2018-07-16&sort=width&since=2018-01-01"]
        {
            assert!(!drawn(Locale::En, all).contains("cannot be compared"), "{all}");
        }
    }

    #[test]
    fn in_the_order_of_who_must_act_each_card_says_who() {
        let gap = drawn(Locale::En, "sort=actor");
        for (id, words) in [
            ("sanctions", "To act: Washington<"),
            ("sequence", "To act: Washington, Pyongyang<"),
            ("scope", "To act: Pyongyang<"),
        ] {
            assert!(card(&gap, id).contains(words), "{id}: {gap}");
        }
        assert_eq!(gap.matches("To act: ").count(), 12);
        assert_eq!(drawn(Locale::Ko, "sort=actor").matches("행동 주체: ").count(), 12);
        assert!(!drawn(Locale::En, "sort=width").contains("To act: "));
    }

    /// On 9 March 2018 Pyongyang expected rung 0 to 2 of the four of sanctions, Washington offered 0; of the exercises nothing was known.
    #[test]
    fn in_the_order_of_change_each_card_says_what_it_was() {
        let asked = "on=2018-07-16&sort=change&since=2018-03-09";
        let gap = drawn(Locale::En, asked);
        assert_eq!(gap.matches("<p class=\"chart-help\">On 9 March 2018: ").count(), 12);
        for (id, words) in [
            ("sanctions", "On 9 March 2018: within reach, 0–2 of 4 rungs.<"),
            ("exercises", "On 9 March 2018: unknown.<"),
        ] {
            assert!(card(&gap, id).contains(words), "{id}: {gap}");
        }
        assert!(card(&drawn(Locale::Ko, asked), "exercises").contains("2018년 3월 9일: 알 수 없음.<"));
        assert!(!drawn(Locale::En, "sort=width&since=2018-03-09").contains("On 9 March 2018"));
    }

    /// The offer of 31 January 2019 on scope rests on one account; what Hanoi left does not.
    #[test]
    fn what_rests_on_an_account_of_low_confidence_says_so_before_it_is_opened() {
        for (locale, words) in [
            (Locale::En, " (rests on a low-confidence account)<"),
            (Locale::Ko, "(신뢰도 낮은 기록에 근거)<"),
        ] {
            let before = drawn(locale, "on=2019-02-26");
            let marked = card(&before, "scope").split("<li").filter(|stand| stand.contains(words));
            let marked: Vec<&str> = marked.collect();
            assert!(marked.len() == 1 && marked[0].contains("side-b"), "{marked:?}");
            let (_, table) = before.split_once("<table").unwrap();
            assert!(table.contains(words), "{table}");
            assert!(!card(&drawn(locale, "on=2019-03-01"), "scope").contains(words));
        }
    }
}
