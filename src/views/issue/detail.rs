//! The whole record of an issue: the two positions in force on the as-of date, then the ladder, then all positions.

use yew::prelude::*;

use super::position::position;
use crate::analysis::{Daylight, daylight};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Issue, Role};
use crate::dossier::order::sorted;
use crate::messages::Msg;
use crate::views::element::html;
use crate::views::event::side_class;
use crate::views::words::Voice;

/// The whole record, but for the question, which stands above it wherever it is shown.
pub fn detail(voice: Voice, dossier: &Dossier, issue: &Issue, on: Day) -> Html {
    let now = daylight(issue, on);
    let unsaid = |said: Day| {
        html! {
            if on < said {
                <p class="refs">{ voice.say(Msg::NotYetSaid) }</p>
            }
        }
    };
    let side = |role: Role| held(voice, dossier, issue, role, &now, unsaid);
    let in_force = html! {
        <>
            { voice.heading("", voice.say(Msg::InForce(on))) }
            <div class="readings">
                { side(Role::Expects) }
                { side(Role::Offers) }
            </div>
        </>
    };
    around(voice, dossier, issue, in_force)
}

/// The position in force in a role, or that there is none. A position may be quoted in later words than those that set it: `unsaid`
/// marks those of a day.
pub(super) fn held(
    voice: Voice,
    dossier: &Dossier,
    issue: &Issue,
    role: Role,
    now: &Daylight,
    unsaid: impl Fn(Day) -> Html,
) -> Html {
    match now.stand(role).and_then(|stand| issue.positions.get(stand.position)) {
        Some(held) => {
            let unsaid = held.quote.as_ref().map(|quote| unsaid(quote.on.first())).unwrap_or_default();
            position(voice, dossier, issue, held, unsaid)
        }
        None => {
            let party = dossier.party(issue.gap.party(role));
            let name = voice.called(party);
            html! {
                <div class={classes!("position", "absent", side_class(party.and_then(|party| party.side)))}>
                    <p>{ voice.say(Msg::StandsNowhere { party: &name, role }) }</p>
                </div>
            }
        }
    }
}

/// The record around what is in force.
pub(super) fn around(voice: Voice, dossier: &Dossier, issue: &Issue, in_force: Html) -> Html {
    let positions = sorted(issue.positions.iter().collect(), |held| i64::from(held.from.number()));
    html! {
        <>
            { in_force }
            { voice.heading("", voice.say(Msg::Ladder)) }
            <dl class="ladder-words">
                { for issue.ladder.iter().rev().map(|rung| html! {
                    <div><dt>{ format!("{} {}", rung.rung, voice.inside(&rung.label)) }</dt><dd>{ voice.words(&rung.meaning) }</dd></div>
                }) }
            </dl>
            <details class="all-positions">
                <summary>{ voice.say(Msg::AllPositions(positions.len())) }</summary>
                <ol class="positions">
                    { for positions.iter().map(|held| html! { <li>{ position(voice, dossier, issue, held, Html::default()) }</li> }) }
                </ol>
            </details>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    /// The North Korean position of 28 February 2019 is quoted in words of 1 March.
    #[test]
    fn words_of_a_later_day_are_marked_until_that_day() {
        let dossier = us_dprk();
        let issue = dossier.issue("timetable").unwrap();
        for (on, locale, words, marks) in [
            ("2019-02-28", Locale::En, "not yet said", 1),
            ("2019-02-28", Locale::Ko, "아직 나오기 전", 1),
            ("2019-03-01", Locale::En, "not yet said", 0),
            ("2019-03-02", Locale::En, "not yet said", 0),
        ] {
            let drawn = fragment(detail(Voice::of(Manner::main_page(locale)), &dossier, issue, day(on)));
            assert_eq!(drawn.matches(words).count(), marks, "{on}: {drawn}");
        }
    }
}
