//! The form of one record: a field for each of the format's, and the records inside it as cards that open.

use yew::prelude::*;

use super::field::field;
use super::words::{badge, button, field_id, noun, say, titled};
use crate::messages::{StudioMsg, humane};
use crate::studio::desk::Desk;
use crate::studio::label;
use crate::studio::path::{Path, Step};
use crate::studio::schema::{DOSSIER, Shape};
use crate::studio::value::Value;

/// The form of what is chosen.
pub fn form(desk: &Desk) -> Html {
    // Where another tab took the dossier over, the rows are there.
    if let Some(rows) = desk.rows.as_ref().filter(|_| !desk.read_only) {
        return super::rows::rows(rows, &desk.pasted);
    }
    let Some(part) = desk.part_field() else { return Html::default() };
    let name = humane(&part.name);
    let Some(path) = desk.form() else {
        if &*part.name == crate::studio::table::ROWS {
            return super::table::about(desk);
        }
        let path = Path::default().key(&part.name);
        return html! {
            <>
                <h2 id="form-heading" tabindex="-1">{ &name }</h2>
                <p class="field-help">{ &*part.about }</p>
                if let Shape::List(_) = part.shape {
                    <p class="form-choose">{ say(StudioMsg::Choose) }</p>
                } else {
                    <p class="form-choose">{ say(StudioMsg::Nothing(&name.to_lowercase())) }</p>
                    if !desk.read_only {
                        { button("add", &path, say(StudioMsg::Add(&name.to_lowercase())), None, false) }
                    }
                }
            </>
        };
    };
    let value = path.find(desk.doc()).unwrap_or(&Value::Null);
    let record = match &part.shape {
        Shape::List(inner) => record_of(inner),
        shape => record_of(shape),
    };
    let is_item = matches!(part.shape, Shape::List(_));
    html! {
        <div key={path.to_string()}>
            <div class="form-head">
                <div>
                    if is_item {
                        <p class="kicker">{ humane(record) }</p>
                    }
                    <h2 id="form-heading" tabindex="-1">{ if is_item { titled(value, desk.language()) } else { name } }</h2>
                </div>
                if !desk.read_only && (is_item || &*part.name != "meta") {
                    { tools(desk, &path, &titled(value, desk.language())) }
                }
            </div>
            if record == crate::studio::table::RECORD {
                <p class="field-help form-choose">{ say(StudioMsg::TableOneLanguage) }</p>
            }
            { fields(desk, record, &path) }
        </div>
    }
}

fn record_of(shape: &Shape) -> &str {
    if let Shape::Record(name) = shape { name } else { DOSSIER }
}

/// The fields of a record, in the format's order, and what the format does not know.
pub fn fields(desk: &Desk, record: &str, path: &Path) -> Html {
    let schema = desk.schema();
    let unknown: Vec<&str> = path
        .find(desk.doc())
        .map_or(&[][..], Value::members)
        .iter()
        .map(|(key, _)| &**key)
        .filter(|key| schema.field(record, key).is_none())
        .collect();
    let own = desk.problems.at(path);
    let shows = super::table::shows(desk, record, path);
    html! {
        <div class="fields">
            { for own.map(|problem| html! { <p class="field-problem">{ &problem.message }{ ". " }{ say(StudioMsg::Fix(&problem.fix)) }</p> }) }
            { for schema.fields(record).iter().filter(|one| shows(one)).map(|one| field(desk, record, one, path)) }
            if !unknown.is_empty() {
                <p class="field-help">{ say(StudioMsg::Also(&unknown.join(", "))) }</p>
            }
        </div>
    }
}

/// What can be done with an item as a whole.
pub fn tools(desk: &Desk, path: &Path, title: &str) -> Html {
    let item = match path.split() {
        Some((list, Step::Item(at))) => {
            Some((*at, list.find(desk.doc()).map_or(0, |list| list.items().len())))
        }
        _ => None,
    };
    html! {
        <span class="tools-of">
            if let Some((at, count)) = item {
                { button("up", path, say(StudioMsg::UpWord), Some(say(StudioMsg::Up(title))), at == 0) }
                { button("down", path, say(StudioMsg::DownWord), Some(say(StudioMsg::Down(title))), at + 1 == count) }
                { button("duplicate", path, say(StudioMsg::DuplicateWord), Some(say(StudioMsg::Duplicate(title))), false) }
            }
            { button("remove", path, say(StudioMsg::RemoveWord), Some(say(StudioMsg::Remove(title))), false) }
        </span>
    }
}

/// A list of records inside a record.
pub fn cards(desk: &Desk, record: &str, heading: &str, about: &str, path: &Path) -> Html {
    let items = path.find(desk.doc()).map_or(&[][..], Value::items);
    let id = field_id(path);
    let help = [&id, "-help"].concat();
    let can_drag = record == "Rung" && !desk.read_only;
    html! {
        <fieldset class="card-list" id={id} tabindex="-1" aria-describedby={help.clone()}>
            <legend>{ heading }{ badge(desk.problems.count(path)) }</legend>
            <p class="field-help" id={help}>{ about }</p>
            <ol>{ for items.iter().enumerate().map(|(at, item)| card(desk, record, &path.item(at), item, can_drag)) }</ol>
            if !desk.read_only {
                { button("add", path, say(StudioMsg::Add(&noun(record))), None, false) }
            }
        </fieldset>
    }
}

fn card(desk: &Desk, record: &str, path: &Path, item: &Value, can_drag: bool) -> Html {
    let open = desk.is_open(path);
    let title = summary(desk, record, item);
    let content = [&field_id(path), "-content"].concat();
    html! {
        <li class="card-of" data-row={path.to_string()} draggable={can_drag.then_some("true")}>
            <div class="card-head">
                <button type="button" class="card-open" id={field_id(path)} data-do="toggle" data-path={path.to_string()} aria-expanded={open.to_string()}
                    aria-controls={content.clone()}>{ &title }{ badge(desk.problems.count(path)) }</button>
                if !desk.read_only {
                    { tools(desk, path, &title) }
                }
            </div>
            <div id={content} class="card-content" hidden={!open}>
                if open {
                    { fields(desk, record, path) }
                }
            </div>
        </li>
    }
}

/// A record inside another, in a line.
fn summary(desk: &Desk, record: &str, item: &Value) -> String {
    let language = desk.language();
    let party = |key: &str| {
        let id = item.text_at(key).unwrap_or_default();
        crate::studio::label::name_of(desk.doc(), crate::studio::schema::Kind::Party, id)
            .unwrap_or_else(|| id.to_owned())
    };
    let number = |key: &str| item.get(key).and_then(Value::as_integer);
    match record {
        "Position" => {
            let role = item.text_at("role").unwrap_or_default();
            let rungs = match (number("low"), number("high")) {
                (Some(low), Some(high)) if low == high => low.to_string(),
                (Some(low), Some(high)) => format!("{low}\u{2013}{high}"),
                _ => String::new(),
            };
            if role.is_empty() && party("party").is_empty() {
                return say(StudioMsg::Unnamed);
            }
            [label::date(item), party("party"), role.to_owned(), rungs].join(" ").trim().to_owned()
        }
        "Reading" | "ClauseReading" | "TermReading" => {
            let text = label::title(item, language);
            [&party("party"), ": ", &super::words::short(text)].concat()
        }
        "Rung" => format!(
            "{} {}",
            number("rung").map(|rung| rung.to_string()).unwrap_or_default(),
            titled(item, language)
        ),
        "Status" => [label::date(item), item.text_at("state").unwrap_or_default().to_owned()].join(" "),
        _ => [label::date(item), super::words::short(&titled(item, language))].join(" ").trim().to_owned(),
    }
}
