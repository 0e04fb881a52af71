//! The formula on the real record: one issue worked through, then all of them on the same day.

use yew::prelude::*;

use crate::analysis::{Stand, Weights, daylight, summary, top_rung, total};
use crate::dossier::Dossier;
use crate::dossier::model::{Issue, Role};
use crate::messages::{Counted, MethodMsg};
use crate::views::element::html;
use crate::views::issue::{daylight_words, position, state_class};
use crate::views::words::Voice;

/// The first of the issues with the widest daylight on the dossier's first date; where there is none, the first that is known.
pub(super) fn example(voice: Voice, dossier: &Dossier) -> Html {
    let on = dossier.meta.default_as_of;
    let widest = summary(dossier, &Weights::equal(), on).widest;
    let widest = widest.first().and_then(|(index, _)| dossier.issues.get(*index));
    let known = || dossier.issues.iter().find(|issue| daylight(issue, on).state.rungs().is_some());
    match widest.or_else(known) {
        Some(issue) => worked(voice, dossier, issue),
        None => html! { <p>{ voice.tell(MethodMsg::NoExample { on }) }</p> },
    }
}

fn worked(voice: Voice, dossier: &Dossier, issue: &Issue) -> Html {
    let on = dossier.meta.default_as_of;
    let now = daylight(issue, on);
    let (Some(expects), Some(offers), Some((least, most))) = (now.expects, now.offers, now.state.rungs())
    else {
        return Html::default();
    };
    let side = |stand: Stand| {
        issue.positions.get(stand.position).map(|held| position(voice, dossier, issue, held, Html::default()))
    };
    let steps = [
        MethodMsg::LeastWorked { expects: expects.low, offers: offers.high, least },
        MethodMsg::MostWorked { expects: expects.high, offers: offers.low, most },
        MethodMsg::ShareWorked { least, most, top: top_rung(issue) },
    ];
    html! {
        <>
            <p class="lede">{ voice.tell(MethodMsg::ExampleAbout { on }) }</p>
            <h3 dir="auto"><a href={voice.issue_page(&issue.id)}>{ voice.text(&issue.title) }</a></h3>
            <p dir="auto" lang={voice.told}>{ voice.text(&issue.question) }</p>
            <ol class="ladder" start="0">{ for issue.ladder.iter().map(|rung| html! { <li dir="auto" lang={voice.told}>{ voice.text(&rung.label) }</li> }) }</ol>
            <div class="readings">{ side(expects) }{ side(offers) }</div>
            <p class="formula" translate="no">{ for steps.iter().map(|step| html! { <span>{ voice.tell(*step) }</span> }) }</p>
            <p><b>{ daylight_words(&voice, issue, now.state) }</b></p>
        </>
    }
}

/// All issues on the dossier's first date, and their mean.
pub(super) fn all_issues(voice: Voice, dossier: &Dossier) -> Html {
    let on = dossier.meta.default_as_of;
    let columns = [MethodMsg::Issue, MethodMsg::Expects, MethodMsg::Offers, MethodMsg::Daylight];
    let total = total(dossier, &Weights::equal(), on);
    let counts = Counted {
        apart: total.counts.apart,
        within: total.counts.within_reach,
        met: total.counts.met,
        unknown: total.counts.unknown,
    };
    let mean = match total.share.map(|share| share.percent()) {
        Some((least, most)) => MethodMsg::MeanWorked { least, most, counts },
        None => MethodMsg::NoMean { counts },
    };
    html! {
        <>
            <p class="lede">{ voice.tell(MethodMsg::AllIssuesAbout { on }) }</p>
            <div class="table-scroll">
                <table>
                    <thead><tr>{ for columns.iter().map(|column| html! { <th scope="col">{ voice.tell(*column) }</th> }) }</tr></thead>
                    <tbody>{ for dossier.issues.iter().map(|issue| row(voice, dossier, issue)) }</tbody>
                </table>
            </div>
            <p>{ voice.tell(mean) }</p>
        </>
    }
}

fn row(voice: Voice, dossier: &Dossier, issue: &Issue) -> Html {
    let now = daylight(issue, dossier.meta.default_as_of);
    let cell = |role: Role| {
        let Some(Stand { position, low, high }) = now.stand(role) else {
            return html! { <td>{ voice.tell(MethodMsg::Nothing) }</td> };
        };
        let since = issue.positions.get(position).map(|held| voice.tell(MethodMsg::Since(held.from)));
        html! { <td><b>{ voice.tell(MethodMsg::Rungs { low, high }) }</b>{ " " }<span class="since">{ since }</span></td> }
    };
    html! {
        <tr>
            <th scope="row" dir="auto"><a href={voice.issue_page(&issue.id)}>{ voice.text(&issue.title) }</a></th>
            { cell(Role::Expects) }
            { cell(Role::Offers) }
            <td><span class={classes!("tag", state_class(now.state))}>{ daylight_words(&voice, issue, now.state) }</span></td>
        </tr>
    }
}
