//! The studio's page before the program is there: what it is, and what to do where scripts are off.

use yew::prelude::*;

use crate::messages::StudioMsg;
use crate::views::words::Voice;

/// The page.
pub fn studio_page(voice: Voice) -> Html {
    let say = |msg: StudioMsg<'_>| voice.tell(msg);
    html! {
        <main id="studio" class="studio-page" data-notstarted={say(StudioMsg::NotStarted)} data-stopped={say(StudioMsg::Stopped)}>
            <div class="studio-start">
                <h1>{ say(StudioMsg::Heading) }</h1>
                <p class="dek">{ say(StudioMsg::About) }</p>
                <p id="studio-loading" role="status">{ say(StudioMsg::Loading) }</p>
                <noscript><p>{ say(StudioMsg::NeedsScripts) }</p></noscript>
            </div>
        </main>
    }
}
