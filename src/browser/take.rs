//! Hands over what is on screen to `web/take.js`, which is fetched when somebody wants files of it: the script writes a view's name
//! into `data-on-screen` on the app's root and sends the event of that name, and finds the answer in the same place.

use web_sys::Event;

use super::{Link, listen, put};
use crate::state::on_screen;

/// Listens for as long as the page lives.
pub(super) fn follow(link: &Link) {
    let asked = link.clone();
    listen::<Event>(&link.root, "daylight:on-screen", true, move |_| {
        let root = &asked.root;
        if let (Some(state), Some(view)) = (asked.state(), root.get_attribute("data-on-screen")) {
            put(root, "data-on-screen", Some(&on_screen(&state, &view)));
        }
    });
}
