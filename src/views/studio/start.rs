//! The studio before a dossier is open: what the browser keeps, and the ways to begin.

use yew::prelude::*;

use super::bar::put_away;
use super::words::say;
use crate::messages::StudioMsg;
use crate::studio::sitting::{Kept, NotKept, Saved, Sitting};

/// The first screen.
pub fn start(sitting: &Sitting) -> Html {
    html! {
        <div class="studio-start">
            <h1>{ say(StudioMsg::Heading) }</h1>
            <p class="dek">{ say(StudioMsg::About) }</p>
            { put_away(&sitting.notices) }
            if sitting.opening {
                <p role="status">{ say(StudioMsg::Opening) }</p>
            }
            <div class="start-columns">
                <section aria-labelledby="yours-heading">
                    <h2 id="yours-heading" class="small">{ say(StudioMsg::Yours) }</h2>
                    { yours(sitting) }
                </section>
                <section aria-labelledby="begin-heading">
                    <h2 id="begin-heading" class="small">{ say(StudioMsg::BeginHeading) }</h2>
                    <ul class="start-ways">
                        <li><button type="button" data-do="begin" data-name="empty">{ say(StudioMsg::Empty) }</button></li>
                        if sitting.has_starter {
                            <li><button type="button" data-do="begin" data-name="starter">{ say(StudioMsg::Starter) }</button></li>
                        }
                        <li><button type="button" data-do="begin" data-name="own">{ say(StudioMsg::Own(&sitting.own_title)) }</button></li>
                    </ul>
                </section>
                <section aria-labelledby="open-heading">
                    <h2 id="open-heading" class="small">{ say(StudioMsg::OpenHeading) }</h2>
                    <p class="field-help">{ say(StudioMsg::OpenHelp) }</p>
                    <p class="start-files">
                        <button type="button" data-do="files">{ say(StudioMsg::Files) }</button>
                        <button type="button" data-do="folder">{ say(StudioMsg::Folder) }</button>
                    </p>
                    <form class="start-address" data-form="address">
                        <label for="studio-address">{ say(StudioMsg::Address) }</label>
                        <div class="open-field">
                            <input id="studio-address" type="text" inputmode="url" autocomplete="off" spellcheck="false" aria-describedby="studio-address-help" />
                            <button>{ say(StudioMsg::Open) }</button>
                        </div>
                        <p id="studio-address-help" class="field-help">{ say(StudioMsg::AddressHelp) }</p>
                    </form>
                </section>
            </div>
        </div>
    }
}

fn yours(sitting: &Sitting) -> Html {
    let Some(kept) = &sitting.kept else {
        return html! { <p class="field-help">{ say(StudioMsg::Loading) }</p> };
    };
    if sitting.saved == Saved::Failed(NotKept::NoStore) {
        return html! { <p class="field-help" id="no-store">{ say(StudioMsg::NoStoreYet) }</p> };
    }
    if kept.is_empty() {
        return html! { <p class="field-help">{ say(StudioMsg::NoneYet) }</p> };
    }
    html! { <ul class="kept">{ for kept.iter().map(|kept| one(kept, sitting.deleting.as_ref() == Some(&kept.id))) }</ul> }
}

fn one(kept: &Kept, deleting: bool) -> Html {
    let title = if kept.title.is_empty() { say(StudioMsg::Untitled) } else { kept.title.clone() };
    let about = say(StudioMsg::Kept { when: &kept.when, kilobytes: kept.bytes.div_ceil(1000) });
    html! {
        <li key={kept.id.clone()}>
            <button type="button" class="kept-open" data-do="continue" data-name={kept.id.clone()} aria-label={say(StudioMsg::Continue(&title))}>{ &title }</button>
            <span class="kept-about">{ about }</span>
            if deleting {
                <p class="kept-ask" role="alert">{ say(StudioMsg::ReallyDelete(&title)) }
                    <button type="button" data-do="delete-yes" data-name={kept.id.clone()}>{ say(StudioMsg::YesDelete) }</button>
                    <button type="button" data-do="delete-no">{ say(StudioMsg::No) }</button>
                </p>
            } else {
                <button type="button" class="plain" data-do="delete" data-name={kept.id.clone()} aria-label={say(StudioMsg::Delete(&title))}>{ say(StudioMsg::RemoveWord) }</button>
            }
        </li>
    }
}
