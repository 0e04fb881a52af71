//! Whether the reader has done anything since: who has is not taken elsewhere by what comes later.

use std::cell::Cell;

use web_sys::Event;

use super::{listen, window};

/// What a reader does, as events.
pub(super) const ACTS: [&str; 3] = ["pointerdown", "keydown", "wheel"];

thread_local! {
    /// How often the reader has done something, once anybody asked.
    static TOUCHES: Cell<Option<u32>> = const { Cell::new(None) };
}

/// What the reader had done at a moment.
#[derive(Clone, Copy)]
pub(super) struct Untouched(u32);

impl Untouched {
    /// Watches from now on.
    pub(super) fn watch() -> Untouched {
        let touches = TOUCHES.with(Cell::get);
        if touches.is_none() {
            TOUCHES.with(|count| count.set(Some(0)));
            if let Some(window) = window() {
                for kind in ACTS {
                    listen::<Event>(&window, kind, true, |_| {
                        TOUCHES.with(|count| count.set(count.get().map(|touches| touches.wrapping_add(1))));
                    });
                }
            }
        }
        Untouched(touches.unwrap_or(0))
    }

    /// Whether nothing has been done since.
    pub(super) fn holds(self) -> bool {
        TOUCHES.with(Cell::get) == Some(self.0)
    }
}
