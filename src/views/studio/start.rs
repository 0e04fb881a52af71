//! The studio before a dossier is open: what the browser keeps, and the ways to begin.

use yew::prelude::*;

use super::bar::put_away;
use super::words::say;
use crate::messages::StudioMsg;
use crate::studio::sitting::{Kept, NotKept, Saved, Sitting};

/// The first screen.
pub fn start(sitting: &Sitting) -> Html {
    // Where there is nothing to go on with, the ways to begin come first.
    let nothing = sitting.kept.as_ref().is_some_and(Vec::is_empty) && keeps(sitting);
    html! {
        <div class="studio-start">
            <h1 id="studio-heading" tabindex="-1">{ say(StudioMsg::Heading) }</h1>
            <p class="dek">{ say(StudioMsg::About) }</p>
            { put_away(&sitting.notices) }
            if sitting.opening {
                <p><span role="status">{ say(StudioMsg::Opening) }</span>
                    { " " }<button type="button" data-do="stop">{ say(StudioMsg::StopOpening) }</button>
                </p>
            }
            <div class="start-columns">
                if !nothing {
                    { yours(sitting) }
                }
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
                if nothing {
                    { yours(sitting) }
                }
            </div>
        </div>
    }
}

/// Whether the browser keeps dossiers, as far as is known.
fn keeps(sitting: &Sitting) -> bool {
    sitting.saved != Saved::Failed(NotKept::NoStore)
}

fn yours(sitting: &Sitting) -> Html {
    html! {
        <section aria-labelledby="yours-heading">
            <h2 id="yours-heading" tabindex="-1" class="small">{ say(StudioMsg::Yours) }</h2>
            { kept(sitting) }
        </section>
    }
}

fn kept(sitting: &Sitting) -> Html {
    let Some(kept) = &sitting.kept else {
        return html! { <p class="field-help">{ say(StudioMsg::Loading) }</p> };
    };
    if !keeps(sitting) {
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
                <p class="kept-ask"><span id="kept-ask">{ say(StudioMsg::ReallyDelete(&title)) }</span>
                    <button type="button" data-do="delete-yes" data-name={kept.id.clone()} aria-describedby="kept-ask">{ say(StudioMsg::YesDelete) }</button>
                    // It has the focus, and says with it what is asked.
                    <button type="button" id="keep-it" data-do="delete-no" data-name={kept.id.clone()} aria-describedby="kept-ask">{ say(StudioMsg::No) }</button>
                </p>
            } else {
                <button type="button" class="plain" data-do="delete" data-name={kept.id.clone()} aria-label={say(StudioMsg::Delete(&title))}>{ say(StudioMsg::RemoveWord) }</button>
            }
        </li>
    }
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;
    use crate::studio::fixture::schema;
    use crate::views::fragment::fragment;

    #[test]
    fn the_ways_to_begin_come_first_where_nothing_is_kept() {
        let mut sitting = Sitting::new(schema(), "Talks".to_owned(), true);
        let first = |sitting: &Sitting| {
            let written = fragment(start(sitting));
            let [yours, begin] = ["yours-heading\"", "begin-heading\""].map(|id| written.find(id).unwrap());
            if yours < begin { "yours" } else { "begin" }
        };
        // It is not known yet: most likely there is something for who comes back.
        assert_eq!(first(&sitting), "yours");
        sitting.kept = Some(Vec::new());
        assert_eq!(first(&sitting), "begin");
        // That nothing can be kept is said before anything is begun.
        sitting.saved = Saved::Failed(NotKept::NoStore);
        assert_eq!(first(&sitting), "yours");
    }

    #[test]
    fn before_a_dossier_is_deleted_both_answers_say_what_is_asked() {
        let mut sitting = Sitting::new(schema(), "Talks".to_owned(), true);
        sitting.kept = Some(vec![Kept { id: "a".to_owned(), title: "Mine".to_owned(), ..Kept::default() }]);
        sitting.deleting = Some("a".to_owned());
        let written = fragment(start(&sitting));
        assert!(written.contains("<span id=\"kept-ask\">Delete \u{201c}Mine\u{201d}"), "{written}");
        assert_eq!(written.matches("aria-describedby=\"kept-ask\"").count(), 2);
        // Where the focus goes: to the answer that loses nothing, then back to the row, the next one, or the heading.
        for place in [
            "id=\"keep-it\" data-do=\"delete-no\" data-name=\"a\"",
            "data-do=\"continue\" data-name=\"a\"",
            "id=\"yours-heading\" tabindex=\"-1\"",
            "id=\"studio-heading\" tabindex=\"-1\"",
        ] {
            assert!(written.contains(place), "{place} in {written}");
        }
    }
}
