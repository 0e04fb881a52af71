//! The key to the shapes, and how the timeline is used. Written ahead; the app adopts it.

use yew::prelude::*;

use crate::index::Index;
use crate::messages::PageMsg;
use crate::scene::{Key, legend, num};
use crate::views::element::html;
use crate::views::picture::mark;
use crate::views::words::Voice;

/// Shapes, pointer and keys.
pub fn keys(voice: Voice, index: &Index) -> Html {
    let size = num(Key::SIZE);
    html! {
        <>
            <ul class="shapes" aria-label={voice.tell(PageMsg::Key)}>
                { for legend(index, voice.locale).into_iter().map(|key| html! {
                    <li>
                        <svg class="shape" width={size.clone()} height={size.clone()} aria-hidden="true">
                            { for key.marks.iter().map(|item| mark(item, None)) }
                        </svg>
                        <span>{ key.label }</span>
                    </li>
                }) }
            </ul>
            <div class="keys">
                <p>{ voice.tell(PageMsg::TimelineHelp) }</p>
                <p id="timeline-keys">{ voice.tell(PageMsg::TimelineKeys) }</p>
            </div>
        </>
    }
}
