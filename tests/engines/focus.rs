//! Whatever has the focus can be seen to have it.

use crate::IN_VIEW;
use crate::browser::{Change, Key, Page};

/// The site as it was built.
fn changes() -> Vec<Change> {
    Vec::new()
}

/// Whether a ring is drawn around what has the focus.
const RING: &str = "((at) => {
    const in_picture = at.matches('[data-surface] *');
    const ring = getComputedStyle(in_picture ? at.querySelector('.hit') : at);
    // The parts of a date field are the browser's own, and draw their own ring.
    const own = at.id === 'as-of-date' && !at.matches(':focus-visible');
    return own || (in_picture ? ring.stroke !== 'none' : ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) > 0);
})(document.activeElement)";

in_each_engine!(what_has_the_focus_can_be_seen);

async fn what_has_the_focus_can_be_seen(page: &Page) {
    page.open_ready("/").await;
    let mut stops = 0;
    for _ in 0..45 {
        page.press(Key::TAB).await;
        if page.ask("document.activeElement === document.body").await {
            break;
        }
        stops += 1;
        let what: String = page.ask("document.activeElement.outerHTML.slice(0, 150)").await;
        assert!(page.ask::<bool>(RING).await, "{what} shows no ring");
        page.until(&format!("{what} is on the screen"), IN_VIEW).await;
    }
    assert!(stops > 30, "only {stops} stops of Tab");
}
