//! An issue's record by itself in somebody else's page, which follows the as-of date: what is in force on each date stands in it, and
//! `views::dated` says which of it is shown.

use yew::prelude::*;

use super::daylight::{daylight_words, state_class};
use super::detail::{around, held};
use crate::analysis::{Daylight, Series};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Issue, Role};
use crate::messages::{EmbedMsg, Msg};
use crate::views::dated::{Holds, as_of_date};
use crate::views::element::html;
use crate::views::words::Voice;

/// The whole record, as a section of `#record`.
pub fn dated_detail(voice: Voice, dossier: &Dossier, issue: &Issue, on: Day) -> Html {
    let series = Series::of(issue);
    let side = |role: Role| {
        let stands = stretches(&series, |now| now.stand(role));
        // What is quoted in words of a later day says so until that day.
        let unsaid = |from: Day, said: Day| {
            let until = Holds { from, end: Some(said) };
            html! {
                if from < said {
                    <p class="refs" data-dates={until.dates()} data-now={until.now(on)}>{ voice.say(Msg::NotYetSaid) }</p>
                }
            }
        };
        html! {
            <div>
                { for stands.iter().map(|(holds, now)| html! {
                    <div data-dates={holds.dates()} data-now={holds.now(on)}>{ held(voice, dossier, issue, role, now, |said| unsaid(holds.from, said)) }</div>
                }) }
            </div>
        }
    };
    let states = stretches(&series, |now| now.state);
    let in_force = html! {
        <>
            <h2 class="small">{ voice.tell(EmbedMsg::InForceOn) }{ " " }{ as_of_date(voice, on) }</h2>
            <p class="daylight-then">
                { for states.iter().map(|(holds, now)| html! {
                    <span class={classes!("tag", state_class(now.state))} data-dates={holds.dates()} data-now={holds.now(on)} translate="no">
                        { daylight_words(&voice, issue, now.state) }</span>
                }) }
            </p>
            <div class="readings">
                { side(Role::Expects) }
                { side(Role::Offers) }
            </div>
        </>
    };
    html! {
        <section class="follows">
            <p class="question">{ voice.words(&issue.question) }</p>
            { around(voice, dossier, issue, in_force) }
        </section>
    }
}

/// The stretches of days on which a part of the daylight is the same, with the daylight of their first day.
fn stretches<T: PartialEq>(series: &Series, part: impl Fn(&Daylight) -> T) -> Vec<(Holds, Daylight)> {
    let mut found: Vec<(Holds, Daylight)> = Vec::new();
    for step in series.steps() {
        let end = (step.until < Day::MAX).then(|| step.until.plus(1));
        match found.last_mut() {
            Some((holds, now)) if part(now) == part(&step.daylight) => holds.end = end,
            _ => found.push((Holds { from: step.from, end }, step.daylight)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::daylight;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    #[test]
    fn words_of_a_later_day_say_so_until_that_day() {
        let dossier = us_dprk();
        let issue = dossier.issue("timetable").unwrap();
        let until = Holds { from: day("2019-02-28"), end: Some(day("2019-03-01")) };
        for (on, now) in [("2019-02-28", " data-now=\"\""), ("2019-03-01", "")] {
            let voice = Voice::of(Manner::main_page(Locale::En));
            let drawn = fragment(dated_detail(voice, &dossier, issue, day(on)));
            let mark = format!("<p class=\"refs\" data-dates=\"{}\"{now}>not yet said</p>", until.dates());
            assert_eq!(drawn.matches(&mark).count(), 1, "{on}: {drawn}");
        }
    }

    #[test]
    fn on_each_day_one_stretch_holds_and_it_is_what_the_analysis_says() {
        for issue in &us_dprk().issues {
            let series = Series::of(issue);
            for role in [Role::Expects, Role::Offers] {
                let found = stretches(&series, |now| now.stand(role));
                for on in ["1953-07-27", "2006-10-09", "2018-06-12", "2019-02-28", "2024-12-31"] {
                    let on = Day::parse(on).unwrap();
                    let held: Vec<_> = found.iter().filter(|(holds, _)| holds.on(on)).collect();
                    assert_eq!(held.len(), 1, "{} on {on}", issue.id);
                    assert_eq!(
                        held[0].1.stand(role),
                        daylight(issue, on).stand(role),
                        "{} on {on}",
                        issue.id
                    );
                }
            }
        }
    }
}
