//! The table of events as a whole: what it is, what it has no columns for, and another file in its place.

use yew::prelude::*;

use super::words::say;
use crate::messages::{StudioMsg, humane};
use crate::studio::desk::Desk;
use crate::studio::path::Path;
use crate::studio::schema::Field;
use crate::studio::table::{self, RAW, RECORD, ROWS, State};
use crate::studio::value::Value;

/// The most problems of the table as a whole that stand here; the list below has all.
const MOST: usize = 5;

/// What stands in the form's place where no row is chosen.
pub fn about(desk: &Desk) -> Html {
    let state = table::state(desk.doc());
    let name = desk.doc().text_at("event_table").unwrap_or_default();
    let (rows, help) = match state {
        State::Edited(rows) => (Some(rows), StudioMsg::TableHolds),
        State::Large(rows) => (Some(rows), StudioMsg::TableLarge),
        State::Unread(rows) => (Some(rows), StudioMsg::TableUnread),
        State::Missing | State::None => (None, StudioMsg::TableHolds),
    };
    let give = if rows.is_some() { StudioMsg::TableReplace } else { StudioMsg::TableGive };
    let lacking = table::lacking(desk.doc());
    let path = Path::default().key(ROWS);
    html! {
        <div key="table">
            <div class="form-head"><h2 id="form-heading" tabindex="-1">{ humane(ROWS) }</h2></div>
            <div class="fields">
                <p id="table-has">{ match rows {
                    Some(rows) => say(StudioMsg::TableHas { name, rows }),
                    None => say(StudioMsg::TableAway(name)),
                } }</p>
                { for desk.problems.at(&path).take(MOST).map(|problem| html! {
                    <p class={if problem.is_error { "field-problem" } else { "field-warning" }}>{ &problem.message }{ ". " }{ say(StudioMsg::Fix(&problem.fix)) }</p>
                }) }
                <p class="field-help">{ say(help) }</p>
                if !lacking.is_empty() {
                    <p class="field-help">{ say(StudioMsg::TableLacks) }{ " " }{ lacking.join(", ") }{ "." }</p>
                }
                if !desk.read_only {
                    <p class="field-row">
                        { for lacking.iter().map(|name| html! {
                            <button type="button" data-do="add-column" data-name={*name}>{ say(StudioMsg::AddColumn(name)) }</button>
                        }) }
                        <button type="button" data-do="table-file">{ say(give) }</button>
                    </p>
                }
            </div>
        </div>
    }
}

/// Which fields a record's form has: of a row of the table those for which it has a column, or, where its fields do not fit the columns,
/// its text alone.
pub fn shows(desk: &Desk, record: &str, path: &Path) -> impl Fn(&Field) -> bool {
    let is_row = record == RECORD;
    let is_raw = path.find(desk.doc()).is_some_and(|row: &Value| table::is_raw(row));
    let lacking = if is_row { table::lacking(desk.doc()) } else { Vec::new() };
    move |field| !is_row || (is_raw == (&*field.name == RAW) && !lacking.contains(&&*field.name))
}
