//! Every meeting in words: the pictures' alternative.

use yew::prelude::*;

use crate::analysis::meetings::Course;
use crate::dossier::Dossier;
use crate::dossier::model::{Meeting, Process};
use crate::messages::{MeetingsMsg, Msg, PageMsg};
use crate::views::element::html;
use crate::views::pages::table_name;
use crate::views::sources::numbered;
use crate::views::words::Voice;

/// What the table is called.
pub(super) fn summary(voice: Voice, list: &[(&Process, Course)]) -> AttrValue {
    voice.tell(MeetingsMsg::Table { meetings: list.iter().map(|(_, course)| course.meetings).sum() })
}

/// All meetings, process by process; open on a page of its own.
pub(super) fn table(voice: Voice, dossier: &Dossier, list: &[(&Process, Course)]) -> Html {
    html! {
        <details class="talks-table" open={voice.alone}>
            <summary>{ table_name(voice, summary(voice, list)) }</summary>
            { for list.iter().map(|(process, _)| one(voice, dossier, process)) }
        </details>
    }
}

fn one(voice: Voice, dossier: &Dossier, process: &Process) -> Html {
    html! {
        <>
            <h3 dir="auto" lang={voice.told}>{ voice.text(&process.title) }</h3>
            if !process.outcome.is_empty() {
                <p class="note" dir="auto">{ voice.tell(MeetingsMsg::Outcome) }{ " " }{ voice.text(&process.outcome) }</p>
            }
            if let Some(note) = &process.note {
                <p class="note" dir="auto" lang={voice.told}>{ voice.text(note) }</p>
            }
            if process.meetings.is_empty() {
                <p class="note">{ voice.tell(MeetingsMsg::NoMeeting) }</p>
            } else {
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ voice.tell(MeetingsMsg::Date) }</th>
                            <th scope="col">{ voice.tell(MeetingsMsg::LevelColumn) }</th>
                            <th scope="col">{ voice.tell(MeetingsMsg::Meeting) }</th>
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
            <td>{ voice.tell(MeetingsMsg::Level(meeting.level)) }</td>
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

/// Links to the sources, by number.
fn sources(voice: Voice, dossier: &Dossier, ids: &[String]) -> Html {
    match numbered(voice, dossier, ids) {
        (0, _) => html! { <small>{ voice.say(Msg::NoSources) }</small> },
        (count, links) => html! { <small>{ voice.tell(PageMsg::SourceNumbers(count)) }{ links }</small> },
    }
}
