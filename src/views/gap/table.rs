//! The issues as a table, on the as-of date; with how much each counts in the total.

use yew::prelude::*;

use crate::analysis::daylight;
use crate::dossier::model::{Issue, Role};
use crate::messages::{GapColumn, Msg};
use crate::state::{Action, AppState, MOST_WEIGHT};
use crate::views::element::html;
use crate::views::issue::{daylight_words, standing};
use crate::views::words::{Voice, does};

/// The table, folded until it is asked for.
pub fn table(voice: Voice, state: &AppState, act: &Callback<Action>) -> Html {
    let outline = &state.outline;
    let columns =
        [GapColumn::Issue, GapColumn::Expected, GapColumn::Offered, GapColumn::Daylight, GapColumn::Weight];
    let stand = |issue: &Issue, role: Role| {
        let stand = daylight(issue, state.gap_on).stand(role);
        match stand.and_then(|stand| issue.positions.get(stand.position)) {
            Some(position) => standing(voice, outline, issue, position),
            None => {
                let party = voice.capital(outline.party(issue.gap.party(role)));
                voice.say(Msg::StandsNowhere { party: &party, role })
            }
        }
    };
    html! {
        <details class="gap-table">
            <summary>{ voice.say(Msg::GapTable) }</summary>
            <p class="lede">
                { voice.say(Msg::WeightsHelp) }
                if !state.gap.weights.are_equal() {
                    { " " }
                    <button type="button" class="equal" onclick={does(act, Action::WeighEqually)}>{ voice.say(Msg::WeighEqually) }</button>
                }
            </p>
            <div class="wide" tabindex="0" role="group" aria-label={voice.say(Msg::GapTable)}>
                <table>
                    <thead>
                        <tr>{ for columns.into_iter().map(|column| html! { <th scope="col">{ voice.say(Msg::GapColumn(column)) }</th> }) }</tr>
                    </thead>
                    <tbody>
                        { for outline.issues.iter().enumerate().map(|(place, issue)| html! {
                            <tr key={issue.id.clone()}>
                                <th scope="row">{ voice.text(&issue.title) }</th>
                                <td>{ stand(issue, Role::Expects) }</td>
                                <td>{ stand(issue, Role::Offers) }</td>
                                <td translate="no">{ daylight_words(&voice, issue, daylight(issue, state.gap_on).state) }</td>
                                <td>
                                    <select data-control="weight" data-place={place.to_string()} aria-label={voice.say(Msg::WeightOf(&voice.text(&issue.title)))}>
                                        { for (0..=MOST_WEIGHT).map(|weight| html! {
                                            // An option that a reader chose once follows its attribute no more: it is made anew when it is to be chosen again.
                                            <option key={format!("{weight}{}", if state.gap.weights.of(place) == weight { "*" } else { "" })} value={weight.to_string()} selected={state.gap.weights.of(place) == weight}>{ weight.to_string() }</option>
                                        }) }
                                    </select>
                                </td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </details>
    }
}
