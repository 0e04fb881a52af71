//! The built page in a real browser, used as a reader uses it: by pointer, by keys, by address, on narrow and wide screens,
//! on paper, and by assistive technology. What the page says is compared with `daylight::analysis` run on the same dossier.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

#[path = "../browser/mod.rs"]
mod browser;

mod address;
mod as_of;
mod axe;
mod bar;
mod coming_back;
mod compare;
mod find;
mod gap;
mod keyboard;
mod korean;
mod lead;
mod linked;
mod open;
mod opened_record;
mod overview;
mod paper;
mod phone;
mod pointer;
mod record;
mod screen_reader;
mod share;
mod starter;
mod take;
mod timeline;
mod touch;
mod widths;
mod written_ahead;

use daylight::dossier::date::Day;
use daylight::messages::{DateStyle, Locale};

use browser::{Page, dossier};

/// Does the page's own words natively.
const WORDS: Locale = Locale::En;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Waits until the page's sentence is that of this day.
async fn shows_day(page: &Page, on: Day) {
    let date = WORDS.day(on, DateStyle::Long);
    page.until(
        &format!("the sentence is that of {date}"),
        &format!("document.querySelector('.headline').textContent.startsWith('On {date} ')"),
    )
    .await;
}

/// Chooses a date in the date field, as its calendar does.
async fn choose_day(page: &Page, on: Day) {
    page.run(&format!(
        "const field = document.getElementById('as-of-date');
         field.value = '{on}';
         for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {{ bubbles: true }}));"
    ))
    .await;
    shows_day(page, on).await;
}

/// The days at both ends of the timeline's window inside the dossier's span, as the picture's description tells them.
async fn window(page: &Page) -> (i64, i64) {
    let (from, to): (i64, i64) = page.ask(
        "document.getElementById('timeline-window').textContent.match(/between (.+) and (.+)\\./).slice(1)
            .map((day) => Date.parse(day + ' UTC') / 86400000)",
    )
    .await;
    let span = &dossier().meta.span;
    (from.max(span.from.number().into()), to.min(span.to.number().into()))
}

/// What a reader sees of the state: the day, the window, what is open, how the gap is shown.
async fn view(page: &Page) -> serde_json::Value {
    page.ask(
        "({ sentence: document.querySelector('.headline').textContent,
            field: document.getElementById('as-of-date').value,
            slider: [...['min', 'max', 'value'].map((name) => document.querySelector('.slider')[name])],
            event: document.getElementById('event-heading')?.textContent ?? null,
            marked: [...document.querySelectorAll('[data-surface] [aria-expanded=true]')].map((mark) => mark.dataset.event),
            issue: [...document.querySelectorAll('article.card.open')].map((card) => card.id),
            gap: [...document.querySelectorAll('.switch [aria-pressed=true]')].map((button) => button.textContent),
            ticks: [...document.querySelectorAll('[data-surface] .tick, [data-surface] .tick-major')].map((tick) => tick.textContent) })",
    )
    .await
}
