//! The parts of the dossier, and the records of the part that is shown.

use std::rc::Rc;

use yew::prelude::*;

use super::words::{badge, button, noun, say, titled};
use crate::find::fold;
use crate::messages::{StudioMsg, humane};
use crate::studio::desk::Desk;
use crate::studio::label;
use crate::studio::path::Path;
use crate::studio::schema::Shape;
use crate::studio::table::{self, State};
use crate::studio::value::Value;

/// The parts, each with how much is in it and what is wrong there.
pub fn parts(desk: &Desk) -> Html {
    html! {
        <ul class="parts">
            { for desk.parts().map(|part| {
                let path = Path::default().key(&part.name);
                let count = match (&part.shape, path.find(desk.doc())) {
                    (Shape::List(_), _) if &*part.name == table::ROWS => table_rows(desk),
                    (Shape::List(_), Some(list)) => list.items().len().to_string(),
                    (Shape::List(_), None) => "0".to_owned(),
                    (_, None | Some(Value::Null)) => "\u{2013}".to_owned(),
                    _ => String::new(),
                };
                let current = (part.name == desk.part).then_some("true");
                html! {
                    <li key={&*part.name}>
                        <button type="button" data-do="show" data-name={part.name.to_string()} aria-current={current}>
                            <span>{ humane(&part.name) }</span>{ badge(desk.problems.count(&path)) }<span class="count">{ count }</span>
                        </button>
                    </li>
                }
            }) }
        </ul>
    }
}

/// How many rows the table has, as far as that is known.
fn table_rows(desk: &Desk) -> String {
    match table::state(desk.doc()) {
        State::Edited(rows) | State::Large(rows) | State::Unread(rows) => rows.to_string(),
        State::Missing | State::None => "\u{2013}".to_owned(),
    }
}

/// The most records that are listed at once: a browser draws no more of them in the blink of a keystroke.
const MOST_LISTED: usize = 1500;

/// Those of the records that are listed where there are too many for all of them: a stretch with the one whose form is shown.
fn stretch<'r, 'v>(shown: &'r [(usize, &'v Value)], current: Option<usize>) -> &'r [(usize, &'v Value)] {
    let at = shown.iter().position(|(at, _)| Some(*at) == current).unwrap_or(0);
    let begin = at.saturating_sub(MOST_LISTED / 2).min(shown.len().saturating_sub(MOST_LISTED));
    shown.get(begin..shown.len().min(begin + MOST_LISTED)).unwrap_or(shown)
}

/// The records of the part that is shown, where it is a list.
pub fn records(desk: &Desk) -> Html {
    let Some(field) = desk.part_field() else { return Html::default() };
    let Shape::List(inner) = &field.shape else { return Html::default() };
    let Shape::Record(record) = &**inner else { return Html::default() };
    let path = Path::default().key(&desk.part);
    let list = path.find(desk.doc()).map_or(&[][..], Value::items);
    let words: Vec<String> = fold(&desk.filter).split_whitespace().map(str::to_owned).collect();
    let language: AttrValue = desk.language().to_owned().into();
    let fits = |record: &Value| {
        words.is_empty() || {
            let id = record.text_at("id").unwrap_or_default();
            let text = fold(&[id, " ", &label::date(record), " ", label::title(record, &language)].concat());
            words.iter().all(|word| text.contains(word.as_str()))
        }
    };
    let shown: Vec<(usize, &Value)> = list.iter().enumerate().filter(|(_, record)| fits(record)).collect();
    let heading = humane(&field.name);
    let is_table = &*desk.part == table::ROWS;
    if is_table && !matches!(table::state(desk.doc()), State::Edited(_)) {
        return Html::default();
    }
    let listed = stretch(&shown, desk.record);
    html! {
        <div class="records" key={&*desk.part}>
            <h2 class="small" id="records-heading">{ &heading }</h2>
            <div class="records-tools">
                if list.len() > 8 {
                    <label class="visually-hidden" for="studio-filter">{ say(StudioMsg::Filter) }</label>
                    <input id="studio-filter" type="search" autocomplete="off" placeholder={say(StudioMsg::Filter)} value={desk.filter.clone()} />
                }
                if !desk.read_only {
                    { button("add", &path, say(StudioMsg::AddRecord(&noun(record))), None, false) }
                    if matches!(&**record, "Event" | "Source") {
                        { button("paste", &path, say(StudioMsg::Paste), None, false) }
                    }
                }
            </div>
            if desk.rows.is_none() && !desk.pasted.is_empty() && matches!(&**record, "Event" | "Source") {
                <p class="field-help">{ say(StudioMsg::PasteWaits) }</p>
            }
            <p class="field-help" role="status">{ if list.is_empty() { say(StudioMsg::NoRecords) } else { say(StudioMsg::Count(shown.len(), list.len())) } }</p>
            <ol class="rows" aria-labelledby="records-heading">
                { for listed.iter().map(|(at, record)| {
                    let (at, record) = (*at, *record);
                    let counts = desk.problems.count(&path.item(at));
                    html! {
                        <Row key={at} part={desk.part.clone()} {at} record={Own(record.clone())} language={language.clone()} current={desk.record == Some(at)}
                            errors={counts.0} warnings={counts.1} />
                    }
                }) }
            </ol>
            if listed.len() < shown.len() {
                <p class="field-help">{ say(StudioMsg::More(shown.len() - listed.len())) }</p>
            }
        </div>
    }
}

/// A value that is compared by where it stands in memory.
#[derive(Clone)]
pub struct Own(pub Value);

impl PartialEq for Own {
    fn eq(&self, other: &Own) -> bool {
        self.0.same(&other.0)
    }
}

/// Props of [`Row`].
#[derive(Clone, PartialEq, Properties)]
pub struct RowProps {
    /// The part.
    pub part: Rc<str>,
    /// Which record of it.
    pub at: usize,
    /// The record.
    pub record: Own,
    /// The language of plain texts.
    pub language: AttrValue,
    /// Whether its form is shown.
    pub current: bool,
    /// How many errors it has.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
}

/// A record in the list. A component, so that a keystroke draws one row anew and not a thousand.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let record = &props.record.0;
    let date = label::date(record);
    html! {
        <li class="row">
            <button type="button" data-do="show" data-name={props.part.to_string()} data-record={props.at.to_string()} aria-current={props.current.then_some("true")}>
                if !date.is_empty() {
                    <span class="row-date">{ date }</span>
                }
                <span class="row-title">{ titled(record, &props.language) }</span>
                { badge((props.errors, props.warnings)) }
            </button>
        </li>
    }
}
