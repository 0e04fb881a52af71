//! View `meetings`: negotiations on one scale, level of meeting against time since talks began.

mod picture;
mod table;
#[cfg(test)]
#[cfg(feature = "native")]
mod tests;

use yew::prelude::*;

use crate::analysis::meetings::{Course, Leaders, courses};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::Process;
use crate::layout::meetings::{Scale, place};
use crate::messages::MeetingsMsg;
use crate::views::dated::{Holds, as_of_date};
use crate::views::drawn::Drawn;
use crate::views::element::html;
use crate::views::share::share_section;
use crate::views::words::Voice;

/// The section, as of a date; nothing where the dossier has no processes.
pub fn meetings(voice: Voice, dossier: &Dossier, as_of: Day) -> Html {
    if dossier.processes.is_empty() {
        return Html::default();
    }
    let list = courses(&dossier.processes);
    let scale = Scale::of(&list);
    html! {
        <section id="meetings" aria-labelledby="meetings-heading">
            <h2 id="meetings-heading">{ voice.tell(MeetingsMsg::Heading) }</h2>
            { share_section(voice, "meetings") }
            <p class="lede" dir="auto">{ lede(voice, &list) }</p>
            <p class="chart-help">
                { voice.tell(MeetingsMsg::Help) }{ " " }{ voice.tell(MeetingsMsg::AsOf) }{ " " }{ as_of_date(voice, as_of) }{ voice.tell(MeetingsMsg::After) }
            </p>
            { for list.iter().map(|(process, course)| one((voice, as_of), dossier, process, course, scale)) }
            <p class="chart-help talks-method">{ voice.tell(MeetingsMsg::Method) }</p>
            if voice.own_pages {
                // On a page of its own, for it is as long as all the rest.
                <p class="as-table"><a href={format!("{}tables/#meetings-table", voice.base)}>{ table::summary(voice, &list) }</a></p>
            } else {
                { table::table(voice, dossier, &list) }
            }
        </section>
    }
}

/// The negotiations' pictures by themselves.
pub fn meetings_drawn(voice: Voice, dossier: &Dossier, as_of: Day) -> Vec<Drawn> {
    let list = courses(&dossier.processes);
    let scale = Scale::of(&list);
    list.iter()
        .filter_map(|(process, course)| picture::drawn((voice, as_of), dossier, process, course, scale))
        .collect()
}

/// The section's sentence by itself.
pub fn meetings_lede(voice: Voice, dossier: &Dossier) -> AttrValue {
    lede(voice, &courses(&dossier.processes))
}

/// All meetings as a table, for a page of its own.
pub fn meetings_table(voice: Voice, dossier: &Dossier) -> Html {
    if dossier.processes.is_empty() {
        return Html::default();
    }
    html! { <div id="meetings-table">{ table::table(voice, dossier, &courses(&dossier.processes)) }</div> }
}

/// Who was first and last at the leaders' level; the last only where it is another.
fn lede(voice: Voice, list: &[(&Process, Course)]) -> AttrValue {
    let reached: Vec<_> = list
        .iter()
        .filter_map(|(process, course)| Some((voice.text(&process.title), course.leaders?.days.pair())))
        .collect();
    let never = list.iter().filter(|(_, course)| course.leaders.is_none() && course.meetings > 0).count();
    let named = |found: Option<&(AttrValue, _)>| found.map(|(title, days)| (title.to_string(), *days));
    let first = named(reached.first());
    let last = named(reached.get(1..).and_then(|rest| rest.last()));
    let first = first.as_ref().map(|(title, days)| (title.as_str(), *days));
    let last = last.as_ref().map(|(title, days)| (title.as_str(), *days));
    voice.tell(MeetingsMsg::Lede { first, last, never, of: list.len() })
}

/// One negotiation: what its meetings come to, in words and as a picture.
fn one(
    (voice, as_of): (Voice, Day),
    dossier: &Dossier,
    process: &Process,
    course: &Course,
    scale: Scale,
) -> Html {
    let undated = course.zero.map_or(0, |zero| {
        process.meetings.iter().filter(|meeting| place(scale, zero.first, meeting).is_none()).count()
    });
    let undated = if course.zero.is_none() { course.meetings } else { undated };
    html! {
        <article class="talks">
            <div>
                <h3 dir="auto" lang={voice.told}>{ voice.text(&process.title) }</h3>
                { words(voice, process, course, as_of) }
                if process.reference {
                    <p class="talks-note">{ voice.tell(MeetingsMsg::Reference) }</p>
                }
                if undated > 0 {
                    <p class="talks-note">{ voice.tell(MeetingsMsg::Undated(undated)) }</p>
                }
            </div>
            { picture::picture((voice, as_of), dossier, process, course, scale) }
        </article>
    }
}

fn words(voice: Voice, process: &Process, course: &Course, as_of: Day) -> Html {
    match course.leaders {
        Some(leaders) => reached(voice, process, leaders, as_of),
        None if course.meetings > 0 => {
            html! { <p class="talks-count">{ voice.tell(MeetingsMsg::NoLeaders { meetings: course.meetings }) }</p> }
        }
        None => html! { <p class="talks-count">{ voice.tell(MeetingsMsg::NoMeeting) }</p> },
    }
}

/// When the leaders' level was reached, with the record's own label: what counts as that level is said there.
fn reached(voice: Voice, process: &Process, leaders: Leaders, as_of: Day) -> Html {
    let Leaders { before, days, began, meeting } = leaders;
    let holds = Holds { from: began.last, end: None };
    let label = process.meetings.get(meeting).map(|meeting| voice.text(&meeting.label));
    html! {
        <p class="talks-count" data-dates={holds.dates()} data-now={holds.now(as_of)}>
            { voice.tell(MeetingsMsg::Leaders { before: before.pair(), days: days.pair() }) }
            { " " }
            <span class="talks-label" dir="auto">{ label.unwrap_or_default() }</span>
            { "." }
            <span class="not-yet">{ " " }{ voice.tell(MeetingsMsg::NotYet) }</span>
        </p>
    }
}
