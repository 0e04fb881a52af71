//! Every meeting in words: the pictures' alternative.

use yew::prelude::*;

use super::tell;
use crate::analysis::meetings::Course;
use crate::dossier::Dossier;
use crate::dossier::model::{Meeting, Process};
use crate::messages::{MeetingsMsg, Msg};
use crate::views::element::html;
use crate::views::words::Voice;

/// What the table is called.
pub(super) fn summary(voice: Voice, list: &[(&Process, Course)]) -> String {
    tell(voice, MeetingsMsg::Table { meetings: list.iter().map(|(_, course)| course.meetings).sum() })
}

/// All meetings, process by process; open on a page of its own.
pub(super) fn table(voice: Voice, dossier: &Dossier, list: &[(&Process, Course)]) -> Html {
    html! {
        <details class="talks-table" open={!voice.base.is_empty()}>
            <summary>{ summary(voice, list) }</summary>
            { for list.iter().map(|(process, _)| one(voice, dossier, process)) }
        </details>
    }
}

fn one(voice: Voice, dossier: &Dossier, process: &Process) -> Html {
    html! {
        <>
            <h3 dir="auto">{ voice.text(&process.title) }</h3>
            if !process.outcome.is_empty() {
                <p class="note" dir="auto">{ tell(voice, MeetingsMsg::Outcome) }{ " " }{ voice.text(&process.outcome) }</p>
            }
            if let Some(note) = &process.note {
                <p class="note" dir="auto">{ voice.text(note) }</p>
            }
            if process.meetings.is_empty() {
                <p class="note">{ tell(voice, MeetingsMsg::NoMeeting) }</p>
            } else {
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ tell(voice, MeetingsMsg::Date) }</th>
                            <th scope="col">{ tell(voice, MeetingsMsg::LevelColumn) }</th>
                            <th scope="col">{ tell(voice, MeetingsMsg::Meeting) }</th>
                        </tr>
                    </thead>
                    <tbody>{ for process.meetings.iter().map(|meeting| row(voice, dossier, meeting)) }</tbody>
                </table>
            }
        </>
    }
}

fn row(voice: Voice, dossier: &Dossier, meeting: &Meeting) -> Html {
    html! {
        <tr>
            <td>{ voice.locale.date(meeting.date) }</td>
            <td>{ tell(voice, MeetingsMsg::Level(meeting.level)) }</td>
            <td dir="auto">
                { voice.text(&meeting.label) }
                if let Some(place) = &meeting.place {
                    { ", " }<bdi>{ voice.text(place) }</bdi>
                }
                if let Some(confidence) = meeting.confidence {
                    { " \u{b7} " }{ voice.say(Msg::Confidence(confidence)) }
                }
                if let Some(note) = &meeting.note {
                    { " \u{b7} " }<bdi>{ voice.text(note) }</bdi>
                }
                { sources(voice, dossier, &meeting.sources) }
            </td>
        </tr>
    }
}

/// Links to the sources, by number in the record's order. Ids that no source has are left out: the checker reports them.
fn sources(voice: Voice, dossier: &Dossier, ids: &[String]) -> Html {
    let found: Vec<_> = ids.iter().filter_map(|id| dossier.source(id)).collect();
    if found.is_empty() {
        return html! { <small>{ voice.say(Msg::NoSources) }</small> };
    }
    html! {
        <small>
            { tell(voice, MeetingsMsg::Sources { count: found.len() }) }
            { for found.iter().enumerate().map(|(index, source)| html! {
                <>{ " " }<a href={format!("{}sources/#{}", voice.base, source.id)}>{ (index + 1).to_string() }</a></>
            }) }
        </small>
    }
}
