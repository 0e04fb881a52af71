//! The issues as a table, on the as-of date; with how much each counts in the total.

use yew::prelude::*;

use crate::analysis::{Weights, daylight};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::Role;
use crate::messages::{GapColumn, Msg};
use crate::state::{Action, MOST_WEIGHT, Shared};
use crate::views::element::html;
use crate::views::held::{Draw, Memory};
use crate::views::issue::{daylight_words, stand_words};
use crate::views::lead::weighted;
use crate::views::words::{Voice, choice, does};

/// The table, folded until it is asked for.
#[derive(Debug, PartialEq)]
pub struct Table {
    /// How to write text.
    pub voice: Voice,
    /// The issues.
    pub outline: Shared<Dossier>,
    /// How much each counts.
    pub weights: Weights,
    /// The date.
    pub on: Day,
    /// Changes the state.
    pub act: Callback<Action>,
}

impl Draw for Table {
    fn draw(&self, _memory: &Memory) -> Html {
        let Table { voice, outline, weights: own, on, act } = self;
        let voice = *voice;
        let columns = [
            GapColumn::Issue,
            GapColumn::Expected,
            GapColumn::Offered,
            GapColumn::Daylight,
            GapColumn::Weight,
        ];
        let rows = outline.issues.iter().enumerate().map(|(place, issue)| {
        let now = daylight(issue, *on);
        let title = voice.text(&issue.title);
        let stand = |role| {
            let (words, held) = stand_words(voice, outline, issue, role, &now);
            html! { <td data-set-by={held.and_then(|held| held.event.clone())}>{ words }</td> }
        };
        let weight = own.of(place);
        let weights =
            (0..=MOST_WEIGHT).map(|each| choice(each.into(), each.to_string(), each.to_string().into(), each == weight));
        html! {
            <tr key={issue.id.clone()}>
                <th scope="row">{ voice.own(title.clone()) }</th>
                { stand(Role::Expects) }
                { stand(Role::Offers) }
                <td translate="no">{ daylight_words(&voice, issue, now.state) }</td>
                <td><select data-control="weight" data-place={place.to_string()} aria-label={voice.say(Msg::WeightOf(&title))}>{ for weights }</select></td>
            </tr>
        }
    });
        html! {
            <details class="gap-table">
                <summary>{ voice.say(Msg::GapTable) }</summary>
                <p class="lede">
                    { voice.say(Msg::WeightsHelp) }
                    if !own.are_equal() {
                        { " " }
                        <button type="button" class="equal" onclick={does(act, Action::WeighEqually)}>{ voice.say(Msg::WeighEqually) }</button>
                        // What the lead announces, where the weights are.
                        { " " }{ weighted(voice, outline, own, *on) }
                    }
                </p>
                <div class="wide" data-follows="table" tabindex="0" role="group" aria-label={voice.say(Msg::GapTable)}>
                    <table>
                        <caption class="visually-hidden">{ voice.say(Msg::GapTableOn(*on)) }</caption>
                        <thead>
                            <tr>{ for columns.into_iter().map(|column| html! { <th scope="col">{ voice.say(Msg::GapColumn(column)) }</th> }) }</tr>
                        </thead>
                        <tbody>
                            { for rows }
                        </tbody>
                    </table>
                </div>
            </details>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::held::held;
    use crate::views::words::Manner;

    /// The table with these weights, on 16 July 2018.
    fn drawn(locale: Locale, weights: Weights) -> String {
        fragment(held(Table {
            voice: Voice::of(Manner::main_page(locale)),
            outline: Shared::new(us_dprk().outline()),
            weights,
            on: day("2018-07-16"),
            act: Callback::noop(),
        }))
    }

    /// The lead, which tells it too, is screens above.
    #[test]
    fn a_weight_is_answered_beside_the_weights() {
        let equal = drawn(Locale::En, Weights::equal());
        assert!(!equal.contains("With your weights"), "{equal}");
        // The twelve issues have 25 to 66 percent together. The first has 3 to 4 of its 6 rungs, 50 to 67 percent: counted three times,
        // (12 × 25 + 2 × 50) / 14 = 28 to (12 × 66 + 2 × 67) / 14 = 66.
        let mut own = Weights::equal();
        own.set(0, 3);
        for (locale, told) in [
            (Locale::En, "With your weights: 28–66% on 16 July 2018. With equal weights: 25–66%."),
            (Locale::Ko, "2018년 7월 16일 전체 간극: 직접 정한 가중치로 28~66%, 같은 가중치로 25~66%."),
        ] {
            let table = drawn(locale, own.clone());
            assert!(table.contains(&format!("</button> {told}</p>")), "{table}");
        }
    }

    #[test]
    fn the_table_says_of_which_day_it_is() {
        for (locale, caption) in
            [(Locale::En, "All issues on 16 July 2018"), (Locale::Ko, "2018년 7월 16일 기준 쟁점 전체")]
        {
            let drawn = drawn(locale, Weights::equal());
            let caption = format!("<table><caption class=\"visually-hidden\">{caption}</caption>");
            assert!(drawn.contains(&caption), "{drawn}");
        }
    }
}
