//! View `argument`: a published argument tested step by step, and the panel in which a step stands beside the views it sets. Both are
//! written ahead; `browser::tour` takes the reader along.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Argument, Step, ViewId};
use crate::messages::ArgumentMsg;
use crate::views::element::html;
use crate::views::quotation::quotation;
use crate::views::share::share_section;
use crate::views::sources::citations;
use crate::views::words::Voice;

/// The section. It leads to dates of its own, so the as-of date changes nothing in it.
pub fn argument(voice: Voice, dossier: &Dossier, _as_of: Day) -> Html {
    match &dossier.argument {
        Some(argument) if !argument.steps.is_empty() => section(voice, dossier, argument),
        _ => Html::default(),
    }
}

fn section(voice: Voice, dossier: &Dossier, argument: &Argument) -> Html {
    let first = argument.steps.first();
    html! {
        <>
            <section id="argument" aria-labelledby="argument-heading">
                <h2 id="argument-heading">{ voice.words(&argument.title) }</h2>
                { share_section(voice, "argument") }
                <p class="lede">{ voice.words(&argument.about) }</p>
                { citations(voice, dossier, &argument.sources) }
                <p class="tour-start">
                    if let Some(step) = first {
                        <a href={address(voice, step)} data-step={step.id.clone()}>{ voice.tell(ArgumentMsg::Start(argument.steps.len())) }</a>
                        <a href={address(voice, step)} data-step={step.id.clone()} data-resume="" hidden=true>{ voice.tell(ArgumentMsg::Resume) }</a>
                    }
                </p>
                <ol class="tour-steps">
                    { for argument.steps.iter().map(|step| item(voice, dossier, step)) }
                </ol>
            </section>
            { panel(voice) }
        </>
    }
}

/// The address that sets the views as a step wants them.
fn address(voice: Voice, step: &Step) -> String {
    let pair =
        |key: &str, value: &Option<String>| value.as_ref().map_or(String::new(), |id| format!("&{key}={id}"));
    let sets = &step.sets;
    let (event, issue) = (pair("event", &sets.event), pair("issue", &sets.issue));
    format!("{}?on={}{event}{issue}&step={}#{}", voice.base, sets.on, step.id, view_name(sets.view))
}

/// The section's id.
fn view_name(view: ViewId) -> &'static str {
    match view {
        ViewId::Lead => "lead",
        ViewId::Timeline => "timeline",
        ViewId::Gap => "gap",
        ViewId::Words => "words",
        ViewId::Meetings => "meetings",
        ViewId::Clock => "clock",
        ViewId::Promises => "promises",
        ViewId::Launches => "launches",
        ViewId::Argument => "argument",
        ViewId::Sources => "sources",
    }
}

fn item(voice: Voice, dossier: &Dossier, step: &Step) -> Html {
    let sets = &step.sets;
    let events = |label: ArgumentMsg, ids: &[String]| {
        let found: Vec<_> = ids.iter().filter_map(|id| dossier.event(id)).collect();
        // A table beside the dossier is read by the page, not by what writes this.
        let elsewhere = if dossier.event_table.is_some() { ids.len() - found.len() } else { 0 };
        html! {
            if found.len() + elsewhere > 0 {
                <div class="step-events">
                    <h4>{ voice.tell(label) }</h4>
                    <ul>
                        { for found.iter().map(|event| html! {
                            <li>
                                <a href={voice.event_page(&event.id)} data-event={event.id.clone()}>{ voice.words(&event.title) }</a>
                                <span class="step-date">{ format!(", {}", voice.locale.date(event.date)) }</span>
                            </li>
                        }) }
                        if elsewhere > 0 {
                            <li>{ voice.tell(ArgumentMsg::InTable { events: elsewhere, more: !found.is_empty() }) }</li>
                        }
                    </ul>
                </div>
            }
        }
    };
    html! {
        <li key={step.id.clone()} id={format!("step-{}", step.id)}>
            <div class="step-text">
                <h3>{ voice.words(&step.title) }</h3>
                <p><b>{ voice.tell(ArgumentMsg::Claim) }</b>{ " " }{ voice.words(&step.claim) }</p>
                if let Some(quote) = &step.quote {
                    { quotation(voice, dossier, quote) }
                }
                <p><b>{ voice.tell(ArgumentMsg::Record) }</b>{ " " }{ voice.words(&step.record) }</p>
            </div>
            <div>
                { events(ArgumentMsg::Supports, &step.supports) }
                { events(ArgumentMsg::Complicates, &step.complicates) }
            </div>
            <p class="step-show">
                <a href={address(voice, step)} data-step={step.id.clone()} data-on={sets.on.to_string()} data-view={view_name(sets.view)}
                    data-opens-event={sets.event.clone()} data-opens-issue={sets.issue.clone()}>
                    { voice.tell(ArgumentMsg::Show { view: sets.view, on: sets.on }) }
                </a>
            </p>
        </li>
    }
}

/// The panel, away until a step is taken.
fn panel(voice: Voice) -> Html {
    let button = |what: &'static str, msg: ArgumentMsg| html! { <button type="button" data-do={what}>{ voice.tell(msg) }</button> };
    html! {
        <div id="tour" class="tour" role="region" aria-label={voice.tell(ArgumentMsg::Tour)} data-panel="tour" hidden=true>
            <p id="tour-count" tabindex="-1" data-words={voice.tell(ArgumentMsg::StepOf)}></p>
            <div class="tour-body"></div>
            <div class="tour-buttons">
                { button("tour-back", ArgumentMsg::Back) }
                { button("tour-next", ArgumentMsg::Next) }
                { button("tour-leave", ArgumentMsg::Leave) }
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::messages::Locale;
    use crate::views::words::Manner;

    #[cfg(feature = "native")]
    #[test]
    fn events_of_a_table_are_counted_where_only_the_page_has_it() {
        let shown = |change: fn(&mut Dossier)| {
            let mut dossier = us_dprk();
            change(&mut dossier);
            let voice = Voice::of(Manner { own_pages: false, ..Manner::main_page(Locale::En) });
            crate::views::fragment::fragment(argument(voice, &dossier, dossier.meta.default_as_of))
        };
        let in_table = |text: &str| text.matches("in the dossier\u{2019}s table").count();
        // Without a table the checker has found every event that a step names.
        assert_eq!(in_table(&shown(|_| ())), 0);
        let all = shown(|dossier| {
            dossier.events.clear();
            dossier.event_table = Some("events.csv".to_owned());
        });
        let steps = us_dprk().argument.unwrap().steps;
        let lists = steps.iter().flat_map(|step| [&step.supports, &step.complicates]);
        assert_eq!(in_table(&all), lists.filter(|ids| !ids.is_empty()).count());
        assert!(!all.contains("more event"), "nothing is listed beside them");
    }

    #[test]
    fn a_steps_address_sets_date_records_and_view() {
        let dossier = us_dprk();
        let argument = dossier.argument.unwrap();
        let voice = Voice::of(Manner::main_page(Locale::En));
        let of = |id: &str| address(voice, argument.steps.iter().find(|step| step.id == id).unwrap());
        assert_eq!(of("who-gives"), "?on=2019-03-01&issue=sequence&step=who-gives#gap");
        assert_eq!(
            of("missed-meeting"),
            "?on=2018-07-12&event=2018-07-12-remains-meeting-no-show&step=missed-meeting#timeline"
        );
    }
}
