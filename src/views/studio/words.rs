//! What the studio's views write with.

use yew::prelude::*;

use crate::messages::{Locale, StudioMsg, humane};
use crate::studio::history::{Deed, Turn};
use crate::studio::label;
use crate::studio::path::{Path, Step};
use crate::studio::value::Value;

/// The language of the interface.
pub const LOCALE: Locale = Locale::En;

/// A sentence.
pub fn say(msg: StudioMsg<'_>) -> String {
    LOCALE.tell(&msg)
}

/// The names of the parts in sentences: one record of it.
pub fn noun(record: &str) -> String {
    humane(record).to_lowercase()
}

/// A record by its title, or that nothing is written yet.
pub fn titled(record: &Value, language: &str) -> String {
    let title = label::title(record, language);
    if title.is_empty() { say(StudioMsg::Unnamed) } else { title.to_owned() }
}

/// A place in words: "Title of Event the-summit".
pub fn place(doc: &Value, path: &Path, language: &str) -> String {
    let record = (0..=path.0.len()).rev().map(|length| Path(path.0.iter().take(length).cloned().collect()));
    let named = record.filter(|path| path.0.len() > 1).find_map(|path| {
        let value = path.find(doc)?;
        let title = label::title(value, language);
        (matches!(value, Value::Object(_)) && value.get("id").is_some() && !title.is_empty())
            .then(|| short(title))
    });
    let key = path.0.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(humane(key)),
        Step::Item(_) => None,
    });
    match (key, named) {
        (Some(key), Some(named)) => [&key, ", ", &named].concat(),
        (Some(key), None) => key,
        (None, named) => named.unwrap_or_default(),
    }
}

/// At most forty characters.
pub fn short(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((at, _)) => [text.get(..at).unwrap_or_default().trim_end(), "\u{2026}"].concat(),
        None => text.to_owned(),
    }
}

/// What a change was, in words.
pub fn deed(turn: &Turn, doc: &Value, language: &str) -> String {
    let place = place(doc, &turn.place, language);
    let deed = match turn.deed {
        Deed::Write => return say(StudioMsg::Wrote(&place)),
        other => verb(other),
    };
    say(StudioMsg::Did { deed, place: &place })
}

/// A change in a word or two.
pub fn verb(deed: Deed) -> &'static str {
    match deed {
        Deed::Write => "writing",
        Deed::Add => "adding to",
        Deed::Remove => "removing from",
        Deed::Duplicate => "duplicating in",
        Deed::Move => "moving in",
        Deed::Rename => "renaming",
        Deed::Import => "importing to",
    }
}

/// The id of a field's element.
pub fn field_id(path: &Path) -> String {
    format!("f{path}").replace(' ', "_")
}

/// A button of the studio.
pub fn button(what: &'static str, path: &Path, words: String, label: Option<String>, disabled: bool) -> Html {
    html! {
        <button type="button" data-do={what} data-path={path.to_string()} aria-label={label} aria-disabled={disabled.then_some("true")}>{ words }</button>
    }
}

/// How many errors and warnings there are, as a mark beside a name.
pub fn badge((errors, warnings): (usize, usize)) -> Html {
    let (class, words, count) = match (errors, warnings) {
        (0, 0) => return Html::default(),
        (0, warnings) => ("badge warning", say(StudioMsg::Warnings(warnings)), warnings),
        (errors, _) => ("badge error", say(StudioMsg::Errors(errors)), errors),
    };
    html! { <span class={class}><span aria-hidden="true">{ count }</span><span class="visually-hidden">{ words }</span></span> }
}
