//! The page for any dossier, before it has one: a form, and room for what happens while one is fetched. All its words stand in
//! it; the browser's side only chooses among them.

use yew::prelude::*;

use crate::messages::{OpenMsg, StudioMsg};
use crate::views::element::html;
use crate::views::pages::back;
use crate::views::words::Voice;

/// The page. `keys` is the key to the timeline's shapes, which the app takes over from here.
pub fn open_page(voice: Voice, keys: Html) -> Html {
    let say = |msg: OpenMsg| voice.locale.say_open(msg);
    // A heading is never empty, though nobody sees this one before it is written anew.
    let opening = say(OpenMsg::Loading).split('|').next().map(str::to_owned);
    html! {
        <>
            <div id="open-page" class="open-page">
                { back(voice) }
                <h1>{ say(OpenMsg::Heading) }</h1>
                <p class="dek">{ say(OpenMsg::About) }</p>
                <section id="opening" hidden=true aria-labelledby="opening-heading"
                    data-loading={say(OpenMsg::Loading)} data-reading={say(OpenMsg::Reading)} data-checking={say(OpenMsg::Checking)}
                    data-cancelled={say(OpenMsg::Cancelled)} data-noanswer={say(OpenMsg::NoAnswer)} data-status={say(OpenMsg::Status)}
                    data-notable={say(OpenMsg::NoTable)} data-webpage={say(OpenMsg::WebPage)} data-tablealone={say(OpenMsg::TableAlone)}
                    data-large={say(OpenMsg::Large)} data-largetable={say(OpenMsg::LargeTable)}
                    data-nottext={say(OpenMsg::NotText)} data-wrong={say(OpenMsg::Wrong)}
                    data-wrongtable={say(OpenMsg::WrongTable)} data-more={say(OpenMsg::More)} data-warnings={say(OpenMsg::Warnings)}
                    data-unchecked={say(OpenMsg::Unchecked)}
                    data-bytes={say(OpenMsg::Bytes)} data-bytesof={say(OpenMsg::BytesOf)} data-events={say(OpenMsg::Events)}
                    data-fix={say(OpenMsg::Fix)}>
                    <h2 id="opening-heading" tabindex="-1">{ opening }</h2>
                    <p id="opening-words" role="status"></p>
                    <div id="opening-bar" hidden=true>
                        <progress id="opening-progress" aria-label={say(OpenMsg::Progress)}></progress>
                        <span id="opening-bytes"></span>
                        <button type="button" id="opening-cancel">{ say(OpenMsg::Cancel) }</button>
                    </div>
                    <ol id="opening-problems" class="problems" hidden=true></ol>
                </section>
                <form class="open-form" method="get" action="./">
                    <label for="open-address">{ say(OpenMsg::Address) }</label>
                    <div class="open-field">
                        <input id="open-address" name="dossier" type="text" inputmode="url" required=true autocomplete="off" spellcheck="false" />
                        <button>{ say(OpenMsg::Open) }</button>
                    </div>
                    <p class="open-help">{ say(OpenMsg::Help) }</p>
                    <noscript><p class="open-help">{ say(OpenMsg::NeedsScripts) }</p></noscript>
                </form>
                <p class="open-help">{ studio_link(voice) }</p>
            </div>
            <div hidden=true data-adopted="keys">{ keys }</div>
        </>
    }
}

/// The way to the studio.
pub fn studio_link(voice: Voice) -> Html {
    html! { <a href={[voice.base, voice.root, "studio/"].concat()} hreflang={voice.foreign("en")}>{ voice.tell(StudioMsg::Link) }</a> }
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    #[test]
    fn no_heading_of_the_page_is_empty() {
        let written = fragment(open_page(Voice::of(Manner::main_page(Locale::En)), Html::default()));
        assert!(written.contains(">Opening the dossier</h2>") && !written.contains("></h"), "{written}");
    }

    #[test]
    fn nothing_is_listed_before_there_is_something_wrong() {
        let written = fragment(open_page(Voice::of(Manner::main_page(Locale::En)), Html::default()));
        assert!(written.contains("<ol id=\"opening-problems\" class=\"problems\" hidden"), "{written}");
    }

    #[test]
    fn the_studio_is_announced_in_the_pages_language_and_is_in_english() {
        let link =
            |locale, root| fragment(studio_link(Voice::of(Manner { root, ..Manner::main_page(locale) })));
        assert!(link(Locale::En, "").starts_with("<a href=\"studio/\">Make"));
        let korean = link(Locale::Ko, "../");
        assert!(korean.starts_with("<a href=\"../studio/\" hreflang=\"en\">\u{c2a4}"), "{korean}");
    }
}
