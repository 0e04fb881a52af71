//! Rows of a spreadsheet on their way into the dossier: pasted, read, looked at, added.

use yew::prelude::*;

use super::words::{button, say};
use crate::messages::StudioMsg;
use crate::studio::desk::{Noticed, Rows};
use crate::studio::path::Path;

/// What stands in the form's place meanwhile; `pasted` is their text.
pub fn rows(rows: &Rows, pasted: &str) -> Html {
    let is_open = |note: &Noticed| note.kind == "open";
    let act = |what, msg| button(what, &Path::default(), say(msg), None, false);
    html! {
        <div class="paste" key="rows">
            <h2 id="form-heading" tabindex="-1">{ say(StudioMsg::PasteHeading) }</h2>
            { match rows {
                Rows::Asked => html! {
                    <>
                        <p class="field-help" id="paste-help">{ say(StudioMsg::PasteHelp) }</p>
                        <label for="paste-rows">{ say(StudioMsg::PasteField) }</label>
                        <textarea id="paste-rows" class="long" rows="10" spellcheck="false" autocomplete="off" aria-describedby="paste-help"
                            value={pasted.to_owned()} />
                        <p class="field-row">{ act("read-rows", StudioMsg::PasteRead) }{ act("paste-away", StudioMsg::PasteCancel) }</p>
                    </>
                },
                Rows::Reading => html! { <p role="status">{ say(StudioMsg::PasteReading) }</p> },
                Rows::Refused(why) => html! {
                    <>
                        <p class="field-problem" role="alert">{ say(StudioMsg::PasteRefused(why)) }</p>
                        <p class="field-row">{ act("paste", StudioMsg::PasteAgain) }{ act("paste-away", StudioMsg::PasteCancel) }</p>
                    </>
                },
                Rows::Read { events, sources, noticed, .. } => html! {
                    <>
                        if events + sources > 0 {
                            <p class="field-row">
                                { act("join-rows", StudioMsg::PasteJoin { events: *events, sources: *sources }) }
                                { act("paste", StudioMsg::PasteAgain) }
                                { act("paste-away", StudioMsg::PasteCancel) }
                            </p>
                            if noticed.iter().any(is_open) {
                                <p class="field-help">{ say(StudioMsg::PasteOpen) }</p>
                            }
                        } else {
                            <p role="status">{ say(StudioMsg::PasteNothing) }</p>
                            <p class="field-row">{ act("paste", StudioMsg::PasteAgain) }{ act("paste-away", StudioMsg::PasteCancel) }</p>
                        }
                        <ul class="noticed">
                            { for noticed.iter().map(|note| html! {
                                <li>{ say(StudioMsg::PasteNote { kind: &note.kind, message: &note.message, fix: &note.fix, lines: &note.lines }) }</li>
                            }) }
                        </ul>
                    </>
                },
            } }
        </div>
    }
}
