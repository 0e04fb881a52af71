//! What the studio's views write with.

use yew::prelude::*;

use crate::messages::{Locale, StudioMsg, humane};
use crate::studio::history::{Deed, Done};
use crate::studio::label;
use crate::studio::path::{Path, Step};
use crate::studio::schema::{Schema, Shape};
use crate::studio::table;
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

/// What a change was, in words: "adding to Events".
pub fn deed(done: &Done, language: &str) -> String {
    let whole = match done.deed {
        Deed::Add | Deed::Remove | Deed::Import => holder(&done.about),
        _ => None,
    };
    let place = place(&done.version, whole.as_ref().unwrap_or(&done.about), language);
    let deed = match done.deed {
        Deed::Write => return say(StudioMsg::Wrote(&place)),
        Deed::Add => "adding to",
        Deed::Remove => "removing from",
        Deed::Duplicate => "duplicating in",
        Deed::Move => "moving in",
        Deed::Rename => "renaming",
        Deed::Import => "importing to",
    };
    say(StudioMsg::Did { deed, place: &place })
}

/// A change once it is made, in words: "Added an event to Events".
pub fn did(done: &Done, schema: &Schema, language: &str) -> String {
    let whole = holder(&done.about);
    let is_column = whole.is_none() && done.about.part() == Some(table::ROWS);
    let whole = whole.or_else(|| is_column.then(|| done.about.clone()));
    let (deed, to) = match done.deed {
        Deed::Add => ("Added", "to"),
        Deed::Remove => ("Removed", "from"),
        Deed::Duplicate => ("Duplicated", "in"),
        Deed::Import => ("Imported", "to"),
        Deed::Write | Deed::Move | Deed::Rename => {
            return say(StudioMsg::Did {
                deed: "Changed",
                place: &place(&done.version, &done.about, language),
            });
        }
    };
    let part = match done.deed {
        Deed::Import => "rows".to_owned(),
        _ if is_column => "a column".to_owned(),
        _ => part(done, schema, language),
    };
    let whole = whole.map(|whole| [" ", to, " ", &place(&done.version, &whole, language)].concat());
    say(StudioMsg::Did { deed, place: &[part, whole.unwrap_or_default()].concat() })
}

/// What something is in: a list, or a record; nothing of a part of the dossier.
fn holder(about: &Path) -> Option<Path> {
    about.split().map(|(whole, _)| whole).filter(|whole| !whole.0.is_empty())
}

/// What came, went or was copied: a record by its title, where it has one by then, or else as one of its kind.
fn part(done: &Done, schema: &Schema, language: &str) -> String {
    match done.about.0.last() {
        Some(Step::Key(key)) => return humane(key),
        Some(Step::Item(_)) => {}
        None => return String::new(),
    }
    let record = match schema.at(&done.about).and_then(|at| at.shape) {
        Some(Shape::Record(name)) => noun(name),
        _ => "entry".to_owned(),
    };
    let title = match done.about.find(&done.version) {
        Some(value @ Value::Object(_)) if done.deed != Deed::Add => label::title(value, language),
        _ => "",
    };
    if !title.is_empty() {
        return short(title);
    }
    let article = if record.starts_with(['a', 'e', 'i', 'o', 'u']) { "an " } else { "a " };
    [article, &record].concat()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::desk::{Command, Desk, Told};
    use crate::studio::edit::Edit;
    use crate::studio::fixture::{schema, tiny};

    /// What is told of an edit, of taking it back and of making it again.
    fn told(edit: Edit) -> [String; 3] {
        let mut desk = Desk::new(schema(), tiny());
        [Command::Edit(edit, None), Command::Undo, Command::Redo].map(|command| {
            desk.act(command);
            match desk.told.take() {
                Some(Told::Did(done)) => did(&done, desk.schema(), desk.language()),
                Some(Told::Undone(done) | Told::Redone(done)) => deed(&done, desk.language()),
                other => format!("{other:?}"),
            }
        })
    }

    #[test]
    fn what_was_done_is_told_with_what_and_where() {
        let at = Path::parse;
        let title = "The leaders meet";
        let cases = [
            (Edit::Add(at("/events")), "Added an event to Events".to_owned(), "adding to Events".to_owned()),
            (
                Edit::Add(at("/meta/languages")),
                "Added an entry to Languages".to_owned(),
                "adding to Languages".to_owned(),
            ),
            (
                Edit::Add(at("/events/0/readings")),
                format!("Added a reading to Readings, {title}"),
                format!("adding to Readings, {title}"),
            ),
            (
                Edit::Remove(at("/events/0")),
                format!("Removed {title} from Events"),
                "removing from Events".to_owned(),
            ),
            (
                Edit::Remove(at("/events/0/parties/1")),
                format!("Removed an entry from Parties, {title}"),
                format!("removing from Parties, {title}"),
            ),
            (
                Edit::Remove(at("/parties/0")),
                "Removed United States from Parties".to_owned(),
                // Not by the party that has its place now.
                "removing from Parties".to_owned(),
            ),
            (
                Edit::Remove(at("/events/0/sources")),
                format!("Removed Sources from Events, {title}"),
                format!("removing from Events, {title}"),
            ),
            (
                Edit::Duplicate(at("/events/0")),
                format!("Duplicated {title} in Events"),
                format!("duplicating in Events, {title}"),
            ),
            (
                Edit::Join(Value::parse(r#"{"events": [{"id": "x", "title": "X"}]}"#).unwrap()),
                "Imported rows to Events".to_owned(),
                "importing to Events".to_owned(),
            ),
        ];
        for (edit, done, doing) in cases {
            let case = format!("{edit:?}");
            assert_eq!(told(edit), [done, doing.clone(), doing], "{case}");
        }
        let write = Edit::Type(at("/meta/title"), "Talks".to_owned());
        assert_eq!(told(write)[1..], ["writing in Title", "writing in Title"]);
    }

    #[test]
    fn a_column_is_added_to_the_table() {
        let doc = Value::parse(r#"{"event_table": "events.csv"}"#).unwrap();
        let mut desk = Desk::new(schema(), table::with(&doc, "id,date,title,kind,lane\na,2018,A,talks,a\n"));
        desk.act(Command::Edit(Edit::Column("place".to_owned()), None));
        let Some(Told::Did(done)) = &desk.told else { panic!("{:?}", desk.told) };
        assert_eq!(did(done, desk.schema(), "en"), "Added a column to Events in table");
    }
}
