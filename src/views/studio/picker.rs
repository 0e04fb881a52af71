//! Fields that name records by their ids: what is named, and a box that finds more. The pattern is the combobox with a list.

use yew::prelude::*;

use super::field::{Place, described, invalid, optional, problems};
use super::words::{field_id, say};
use crate::messages::{StudioMsg, humane};
use crate::studio::desk::Desk;
use crate::studio::label;
use crate::studio::path::Path;
use crate::studio::schema::{Kind, Shape, names};
use crate::studio::value::Value;

/// The field.
pub fn names_field(place: &Place<'_>) -> Html {
    let Some(kind) = names(place.record, &place.field.name) else { return Html::default() };
    let several = matches!(place.field.shape, Shape::List(_));
    let heading = humane(&place.field.name);
    let id = field_id(place.path);
    let ids: Vec<(Path, String)> = match place.value {
        Some(Value::List(items)) => {
            let item = |(at, item): (usize, &Value)| {
                (place.path.item(at), item.as_text().unwrap_or_default().to_owned())
            };
            items.iter().enumerate().map(item).collect()
        }
        Some(Value::Text(text)) if !text.is_empty() => vec![(place.path.clone(), text.to_string())],
        _ => Vec::new(),
    };
    let wants_more = several || ids.is_empty();
    let seeks = wants_more && !place.desk.read_only;
    // Where the box is not there, the way to the field ends at the button that takes off what is named; at the field itself where that is not
    // there either.
    let off = (!seeks).then(|| described(place));
    let own = (!seeks && place.desk.read_only).then(|| id.clone());
    html! {
        <div class="field names" data-field={place.path.to_string()} tabindex={own.as_ref().map(|_| "-1")} id={own}>
            if seeks {
                <label for={id.clone()}>{ heading }{ optional(place.field) }</label>
            } else {
                <p class="heading">{ heading }{ optional(place.field) }</p>
            }
            <p class="field-help" id={[&id, "-help"].concat()}>{ &*place.field.about }</p>
            if !ids.is_empty() {
                <ul class="chips-of">{ for ids.into_iter().map(|(path, name)| chip(place.desk, kind, &path, &name, off.clone())) }</ul>
            }
            if seeks {
                { seek(place, kind) }
            }
            { problems(place) }
        </div>
    }
}

/// A record that is named: the way to it, and a button that takes it off. `off` is what describes that button where it stands for the field.
fn chip(desk: &Desk, kind: Kind, path: &Path, id: &str, off: Option<String>) -> Html {
    let name = label::name_of(desk.doc(), kind, id);
    let place = label::place_of(desk.doc(), kind, id);
    let words = name.clone().unwrap_or_else(|| say(StudioMsg::Unknown(id)));
    html! {
        <li class={classes!("chip-of", name.is_none().then_some("unknown"))}>
            if let Some(place) = place {
                <button type="button" class="chip-name" data-do="go" data-path={place.to_string()} aria-label={say(StudioMsg::GoTo(&words))}>{ &words }</button>
            } else {
                <span class="chip-name">{ &words }</span>
            }
            if !desk.read_only {
                <button type="button" class="chip-off" id={off.is_some().then(|| field_id(path))} aria-describedby={off} data-do="remove" data-path={path.to_string()} aria-label={say(StudioMsg::TakeOff(&words))}>{ "\u{d7}" }</button>
            }
        </li>
    }
}

fn seek(place: &Place<'_>, kind: Kind) -> Html {
    let id = field_id(place.path);
    let list = [&id, "-list"].concat();
    let picker = place.desk.picker.as_ref().filter(|picker| picker.path == *place.path);
    let query = picker.map(|picker| picker.query.clone()).unwrap_or_default();
    let offered = picker.and_then(|_| place.desk.offered());
    let option = |at: usize| [&list, "-", &at.to_string()].concat();
    let marked = picker.and_then(|picker| picker.marked);
    html! {
        <div class="seek">
            <input type="text" role="combobox" {id} data-seek={place.path.to_string()} value={query} autocomplete="off" spellcheck="false"
                placeholder={say(StudioMsg::Seek(noun(kind)))} aria-expanded={offered.is_some().to_string()} aria-autocomplete="list"
                aria-controls={list.clone()} aria-activedescendant={marked.filter(|_| offered.is_some()).map(option)} aria-invalid={invalid(place)}
                aria-describedby={described(place)} />
            if let Some((offered, more)) = offered {
                <div class="offered">
                    <ul role="listbox" id={list.clone()} aria-label={say(StudioMsg::Seek(noun(kind)))}>
                        { for offered.iter().enumerate().map(|(at, (id, name))| html! {
                            <li role="option" id={option(at)} data-do="pick" data-path={place.path.to_string()} data-name={id.clone()}
                                aria-selected={(marked == Some(at)).to_string()}>{ name }<code>{ id }</code></li>
                        }) }
                    </ul>
                    if offered.is_empty() {
                        <p class="field-help">{ say(StudioMsg::NoMatch) }</p>
                    } else if more > 0 {
                        <p class="field-help">{ say(StudioMsg::MoreMatch(more)) }</p>
                    }
                </div>
            }
        </div>
    }
}

fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Party => "party",
        Kind::Source => "source",
        Kind::Event => "event",
        Kind::Issue => "issue",
        Kind::Clause => "clause",
        Kind::Rule => "counting rule",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::fixture::{schema, tiny};
    use crate::views::fragment::fragment;

    /// The field at a place of the small dossier.
    fn shown(pointer: &str, read_only: bool) -> String {
        let mut desk = Desk::new(schema(), tiny());
        desk.read_only = read_only;
        let path = Path::parse(pointer);
        let at = desk.schema().at(&path).unwrap();
        let (record, field) = (at.record, at.field.unwrap());
        let value = path.find(desk.doc());
        assert!(value.is_some(), "{pointer} is written");
        fragment(names_field(&Place { desk: &desk, record, field, path: &path, value }))
    }

    /// A problem of a field leads to the element that has the field's id: there is one, whatever the field holds.
    #[test]
    fn a_field_that_names_one_record_can_be_gone_to() {
        for (pointer, own) in [
            ("/issues/0/positions/0/party", "<button"),
            ("/issues/0/positions/0/event", "<button"),
            ("/issues/0/gap/expects", "<button"),
            ("/issues/0/positions/0/sources", "<input"),
        ] {
            let id = format!(" id=\"{}\"", field_id(&Path::parse(pointer)));
            for (read_only, own) in [(false, own), (true, "<div")] {
                let html = shown(pointer, read_only);
                let [before, _] = html.split(&id).collect::<Vec<_>>()[..] else {
                    panic!("{pointer}, {read_only}: {html}");
                };
                assert!(before.rsplit_once('<').unwrap().1.starts_with(&own[1..]), "{html}");
            }
        }
    }
}
