//! The panel that offers files of what is on screen, as a file of its own: `web/take.js` puts it on the page when it is asked for,
//! and fills what is left open in its sentences.

use yew::prelude::*;

use crate::messages::{EmbedMsg, Ending, Msg, TakeMsg};
use crate::views::element::html;
use crate::views::take::take_link;
use crate::views::words::Voice;

/// The panel. `source` is the line under a picture that says what it rests on, `issue_source` that under a picture of issues; `styles` the
/// address of its style sheet, from the panel's own.
pub fn panel(voice: Voice, source: &str, issue_source: &str, styles: &str) -> Html {
    let tell = |msg: TakeMsg<'_>| voice.tell(msg);
    let files = |endings: [Ending; 2]| {
        html! {
            <p class="take-files">
                { for endings.into_iter().map(|ending| html! {
                    <button type="button" data-file={file_ending(ending)}>{ tell(TakeMsg::Format(ending)) }</button>
                }) }
            </p>
        }
    };
    html! {
        <section id="take" role="dialog" aria-labelledby="take-heading" hidden=true data-styles={styles.to_owned()}
            data-source={source.to_owned()} data-issue-source={issue_source.to_owned()} data-gap-key={issues_key(voice)}
            data-lead-key={voice.say(Msg::TotalHelp)} data-opened-source={tell(TakeMsg::OpenedSource)} data-asof={tell(TakeMsg::AsOfOpen)}
            data-timeline={tell(TakeMsg::EventsShown)} data-periods={tell(TakeMsg::PeriodsShown)} data-gap={tell(TakeMsg::IssuesShown)}
            data-lead={tell(TakeMsg::TotalShown)} data-most={tell(TakeMsg::OnlyFirst)} data-all={tell(TakeMsg::AllPictures)}
            data-saved={tell(TakeMsg::Saved)} data-failed={tell(TakeMsg::NotMade)}>
            <div class="take-head">
                <h2 id="take-heading" class="small" tabindex="-1">{ tell(TakeMsg::OnScreen) }</h2>
                <button type="button" id="take-close">{ voice.tell(EmbedMsg::Close) }</button>
            </div>
            <p><span id="take-what"></span>{ " " }<span id="take-cut"></span>{ " " }<span id="take-opened" hidden=true>{ tell(TakeMsg::OpenedEvents) }</span></p>
            <p id="take-blocked" hidden=true>{ tell(TakeMsg::MayNotDownload) }</p>
            { files([Ending::Csv, Ending::Json]) }
            <div id="take-drawn">
                <p><label>{ tell(TakeMsg::Picture) }{ " " }<select id="take-picture"></select></label></p>
                { files([Ending::Svg, Ending::Png]) }
                <p id="take-alt-label" class="take-label">{ tell(TakeMsg::Alternative) }</p>
                { field(voice, "take-alt", "3") }
            </div>
            <p id="take-none" hidden=true>{ tell(TakeMsg::NoPicture) }</p>
            <p id="take-said" role="status"></p>
            <div id="take-as-text" hidden=true>
                <p id="take-text-label" class="take-label">{ tell(TakeMsg::AsText) }</p>
                { field(voice, "take-text", "6") }
            </div>
            <img id="take-seen" hidden=true alt="" />
            <p id="take-site">{ take_link(voice) }</p>
        </section>
    }
}

/// The key under pictures of issues: how the page says that they are read, and what is pale.
pub fn issues_key(voice: Voice) -> String {
    [&*voice.say(Msg::GapHelp), " ", &*voice.tell(TakeMsg::PaleKey)].concat()
}

/// A field to copy from. By Yew's own macro: ours has no word for an element whose content is its value.
fn field(voice: Voice, id: &'static str, rows: &'static str) -> Html {
    yew::html! {
        <>
            <textarea {id} readonly=true {rows} spellcheck="false" autocomplete="off" aria-labelledby={[id, "-label"].concat()} />
            <p class="take-files">
                <button type="button" data-copies={id} data-copied={voice.tell(EmbedMsg::Copied)}
                    data-refused={voice.tell(EmbedMsg::CopyRefused)}>{ voice.tell(EmbedMsg::Copy) }</button>
                <span role="status"></span>
            </p>
        </>
    }
}

/// How the name of a file ends.
fn file_ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Csv => "csv",
        Ending::Svg => "svg",
        Ending::Png => "png",
        _ => "json",
    }
}
