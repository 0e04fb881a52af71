//! A field of a form, by the kind of what it holds. The format's own words explain it; what the checker found stands below it.

use yew::prelude::*;

use super::form::{cards, fields};
use super::picker::names_field;
use super::words::{button, field_id, say};
use crate::dossier::date::{Day, Edtf};
use crate::messages::{DateStyle, StudioMsg, humane};
use crate::studio::desk::Desk;
use crate::studio::label;
use crate::studio::path::Path;
use crate::studio::schema::{Field, Shape, is_as_it_is, is_long, names};
use crate::studio::table;
use crate::studio::value::Value;

use super::words::LOCALE;

/// What is known of a field while it is drawn.
pub struct Place<'d> {
    /// The dossier.
    pub desk: &'d Desk,
    /// The record that the field is of.
    pub record: &'d str,
    /// The field.
    pub field: &'d Field,
    /// Where it stands.
    pub path: &'d Path,
    /// What it holds.
    pub value: Option<&'d Value>,
}

/// A field of the record at `holder`.
pub fn field<'d>(desk: &'d Desk, record: &'d str, field: &'d Field, holder: &Path) -> Html {
    let path = holder.key(&field.name);
    let value = path.find(desk.doc()).filter(|value| **value != Value::Null);
    let place = Place { desk, record, field, path: &path, value };
    let heading = humane(&field.name);
    if names(record, &field.name).is_some() {
        return names_field(&place);
    }
    match &field.shape {
        // Counted by the ladder itself.
        _ if record == "Rung" && &*field.name == "rung" => Html::default(),
        Shape::List(inner) => match &**inner {
            Shape::Record(name) => cards(desk, name, &heading, &field.about, &path),
            inner => plain_list(&place, inner),
        },
        Shape::Record(name) => nested(&place, name),
        Shape::Map(inner) => map(&place, inner),
        Shape::Other => Html::default(),
        _ if record == table::RECORD && &*field.name == table::RAW => raw_row(&place),
        _ if &*field.name == "id" && record != "Meta" => id_field(&place),
        shape => labelled(&place, &heading, input(&place, shape, &path, value), said(&place, shape, value)),
    }
}

/// A label, the field's own words, what it holds, and what is wrong with it.
pub fn labelled(place: &Place<'_>, heading: &str, control: Html, said: Html) -> Html {
    let id = field_id(place.path);
    html! {
        <div class="field" data-field={place.path.to_string()}>
            <label for={id.clone()}>{ heading }{ optional(place.field) }</label>
            <p class="field-help" id={[&id, "-help"].concat()}>{ &*place.field.about }</p>
            { control }
            { said }
            { problems(place) }
        </div>
    }
}

/// The mark of a field that may be missing.
pub fn optional(field: &Field) -> Html {
    if field.required {
        return Html::default();
    }
    html! { <span class="optional">{ say(StudioMsg::Optional) }</span> }
}

/// What the checker says of a field.
pub fn problems(place: &Place<'_>) -> Html {
    let id = [&field_id(place.path), "-wrong"].concat();
    let found: Vec<_> = place.desk.problems.of(place.path).collect();
    if found.is_empty() {
        return Html::default();
    }
    // What is not written yet is not wrong yet: the checker's sentence would only repeat it.
    if is_empty(place) && found.iter().all(|problem| problem.is_error) {
        return html! { <p class="field-todo" {id}>{ say(StudioMsg::ToFill) }</p> };
    }
    html! {
        <ul class="field-problems" {id}>
            { for found.iter().take(5).map(|problem| html! {
                <li class={if problem.is_error { "field-problem" } else { "field-warning" }}>{ &problem.message }{ ". " }{ say(StudioMsg::Fix(&problem.fix)) }</li>
            }) }
        </ul>
    }
}

/// The ids of what describes a field: its help, what was read, what is wrong.
pub fn described(place: &Place<'_>) -> String {
    let id = field_id(place.path);
    let mut ids = vec![[&id, "-help"].concat()];
    if matches!(place.field.shape, Shape::Date | Shape::Day) || counts_words(place) {
        ids.push([&id, "-said"].concat());
    }
    if place.desk.problems.of(place.path).next().is_some() {
        ids.push([&id, "-wrong"].concat());
    }
    ids.join(" ")
}

/// Whether nothing is written in a field.
fn is_empty(place: &Place<'_>) -> bool {
    match place.value {
        None => true,
        Some(Value::Text(text)) => text.is_empty(),
        Some(Value::List(items)) => items.is_empty(),
        _ => false,
    }
}

/// Whether what is written in a field is wrong: "true", or nothing.
pub fn invalid(place: &Place<'_>) -> Option<&'static str> {
    if is_empty(place) {
        return None;
    }
    place.desk.problems.of(place.path).any(|problem| problem.is_error).then_some("true")
}

fn counts_words(place: &Place<'_>) -> bool {
    matches!((place.record, &*place.field.name), ("Quote", "text") | ("Clause", "operative_words"))
}

/// The control for a value that is no list, map or record.
fn input(place: &Place<'_>, shape: &Shape, path: &Path, value: Option<&Value>) -> Html {
    match shape {
        Shape::Words => words_field(place, path, value),
        Shape::Choice(options) => {
            let options: Vec<(String, String)> = options
                .iter()
                .map(|(word, about)| {
                    (word.to_string(), format!("{}: {}", humane(&word.replace('-', " ")), lower(about)))
                })
                .collect();
            select(place, path, value.and_then(Value::as_text).unwrap_or_default(), &options)
        }
        Shape::Flag => {
            let options = [("true", StudioMsg::Yes), ("false", StudioMsg::NoFlag)];
            let options: Vec<(String, String)> =
                options.into_iter().map(|(word, msg)| (word.to_owned(), say(msg))).collect();
            let now = match value {
                Some(Value::Bool(true)) => "true",
                Some(Value::Bool(false)) => "false",
                _ => "",
            };
            select(place, path, now, &options)
        }
        Shape::Number { whole: true, .. }
            if place.record == "Position" && matches!(&*place.field.name, "low" | "high") =>
        {
            select(place, path, &written(value), &rungs(place))
        }
        Shape::Number { whole: true, least: Some(least), greatest: Some(greatest) }
            if greatest - least < 10 =>
        {
            let options: Vec<(String, String)> =
                (*least..=*greatest).map(|number| (number.to_string(), number.to_string())).collect();
            select(place, path, &written(value), &options)
        }
        Shape::Number { .. } => line(place, path, written(value), Some("decimal")),
        Shape::Date | Shape::Day => line(place, path, written(value), None),
        // A row's texts are in one language, and otherwise those of any event.
        Shape::Plain if is_text_of_row(place) => {
            area(place, path, None, value.and_then(Value::as_text).unwrap_or_default(), field_id(path))
        }
        _ if place.record == "Colour" => colour(place, path, written(value)),
        _ if place.field.name.ends_with("url") => line(place, path, written(value), Some("url")),
        _ => line(place, path, written(value), None),
    }
}

fn is_text_of_row(place: &Place<'_>) -> bool {
    place.record == table::RECORD
        && (is_long(&place.field.name) || matches!(&*place.field.name, "title" | "place"))
}

/// What is being written in a field that counts once it is left.
fn draft(place: &Place<'_>) -> Option<String> {
    place.desk.draft.as_ref().filter(|(path, _)| path == place.path).map(|(_, text)| text.clone())
}

/// A row that fits no columns, as it is written. It is read anew once the field is left.
fn raw_row(place: &Place<'_>) -> Html {
    let text = place.value.and_then(Value::as_text).unwrap_or_default();
    let text = draft(place).unwrap_or_else(|| text.trim_end_matches(['\n', '\r']).to_owned());
    let id = field_id(place.path);
    html! {
        <div class="field" data-field={place.path.to_string()}>
            <label for={id.clone()}>{ humane(&place.field.name) }</label>
            <p class="field-help" id={[&id, "-help"].concat()}>{ &*place.field.about }</p>
            <textarea {id} data-reread={place.path.to_string()} class="long" rows="4" spellcheck="false" dir="auto"
                value={text} readonly={place.desk.read_only} aria-invalid={invalid(place)}
                aria-describedby={described(place)} />
            { problems(place) }
        </div>
    }
}

/// A value as it stands in a field of one line.
fn written(value: Option<&Value>) -> String {
    match value {
        Some(Value::Text(text) | Value::Number(text)) => text.to_string(),
        Some(Value::Bool(flag)) => flag.to_string(),
        _ => String::new(),
    }
}

fn lower(about: &str) -> String {
    let mut letters = about.trim_end_matches('.').chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The rungs of the ladder of the issue that a position is of.
fn rungs(place: &Place<'_>) -> Vec<(String, String)> {
    let issue = Path(place.path.0.iter().take(2).cloned().collect());
    let ladder = issue.key("ladder");
    let rungs = ladder.find(place.desk.doc()).map_or(&[][..], Value::items);
    let language = place.desk.language();
    rungs
        .iter()
        .enumerate()
        .map(|(at, rung)| (at.to_string(), format!("{at}: {}", label::title(rung, language))))
        .collect()
}

fn line(place: &Place<'_>, path: &Path, value: String, mode: Option<&'static str>) -> Html {
    html! {
        <input type="text" id={field_id(path)} data-type={path.to_string()} {value} inputmode={mode} autocomplete="off" spellcheck="false"
            dir="auto" readonly={place.desk.read_only} aria-invalid={invalid(place)} aria-describedby={described(place)} />
    }
}

fn colour(place: &Place<'_>, path: &Path, value: String) -> Html {
    let known = value.len() == 7 && value.starts_with('#');
    html! {
        <span class="field-row">
            { line(place, path, value.clone(), None) }
            <input type="color" data-type={path.to_string()} value={if known { value } else { "#888888".to_owned() }} disabled={place.desk.read_only}
                aria-label={humane(&place.field.name)} />
        </span>
    }
}

fn select(place: &Place<'_>, path: &Path, now: &str, options: &[(String, String)]) -> Html {
    let known = now.is_empty() || options.iter().any(|(word, _)| word == now);
    html! {
        <select id={field_id(path)} data-type={path.to_string()} ~value={now.to_owned()} disabled={place.desk.read_only}
            aria-invalid={invalid(place)} aria-describedby={described(place)}>
            <option value="" selected={now.is_empty()}>{ if place.field.required { say(StudioMsg::ChooseOne) } else { "\u{2013}".to_owned() } }</option>
            if !known {
                <option value={now.to_owned()} selected={true}>{ now }</option>
            }
            { for options.iter().map(|(word, about)| html! {
                <option value={word.clone()} selected={word == now}>{ about }</option>
            }) }
        </select>
    }
}

/// A text: one field, or one for each language.
fn words_field(place: &Place<'_>, path: &Path, value: Option<&Value>) -> Html {
    let declared = label::languages(place.desk.doc());
    let mut languages: Vec<&str> = match value {
        Some(Value::Object(texts)) => texts.iter().map(|(tag, _)| &**tag).collect(),
        _ => Vec::new(),
    };
    let alone = declared.len() == 1 || is_as_it_is(place.record, &place.field.name);
    let plain = !matches!(value, Some(Value::Object(_)));
    if plain && alone {
        let text = value.and_then(Value::as_text).unwrap_or_default();
        return area(place, path, None, text, field_id(path));
    }
    let mut all = declared.clone();
    languages.retain(|tag| !declared.contains(tag));
    all.extend(languages);
    html! {
        <div class="by-language">
            { for all.into_iter().enumerate().map(|(at, tag)| {
                let text = match value {
                    Some(Value::Text(text)) if at == 0 => text,
                    Some(texts) => texts.text_at(tag).unwrap_or_default(),
                    None => "",
                };
                let id = if at == 0 { field_id(path) } else { [&field_id(path), "-", tag].concat() };
                html! {
                    <div class="language">
                        <label for={id.clone()}>{ tag }</label>
                        { area(place, path, Some(tag), text, id) }
                    </div>
                }
            }) }
        </div>
    }
}

fn area(place: &Place<'_>, path: &Path, language: Option<&str>, text: &str, id: String) -> Html {
    let long = is_long(&place.field.name);
    let lang = language.map_or_else(|| place.desk.language().to_owned(), str::to_owned);
    // Where the browser does not measure the text itself.
    let lines: usize = text.split('\n').map(|line| line.chars().count() / 60 + 1).sum();
    let rows = lines.max(if long { 3 } else { 1 }).min(12).to_string();
    html! {
        <textarea {id} data-type={path.to_string()} data-language={language.map(str::to_owned)} class={long.then_some("long")} {rows}
            value={text.to_owned()} {lang} dir="auto" readonly={place.desk.read_only} aria-invalid={invalid(place)} aria-describedby={described(place)} />
    }
}

/// What is said of a value as it is written: what date is read, how many words there are.
fn said(place: &Place<'_>, shape: &Shape, value: Option<&Value>) -> Html {
    let id = [&field_id(place.path), "-said"].concat();
    let text = value.and_then(Value::as_text).unwrap_or_default();
    match shape {
        Shape::Date | Shape::Day => {
            let day = matches!(shape, Shape::Day);
            let (wrong, words) = read(text, day);
            html! { <p class={if wrong { "reads field-problem" } else { "reads" }} {id}>{ words }</p> }
        }
        _ if counts_words(place) => {
            let text = value.and_then(|value| label::words(value, place.desk.language())).unwrap_or_default();
            html! { <p class="reads" {id}>{ say(StudioMsg::WordCount(text.split_whitespace().count())) }</p> }
        }
        _ => Html::default(),
    }
}

/// What date a text is, in words, or why it is none; whether that is wrong.
fn read(text: &str, day: bool) -> (bool, String) {
    let forms = say(if day { StudioMsg::DayForms } else { StudioMsg::DateForms });
    if text.is_empty() {
        return (false, forms);
    }
    if day {
        return match Day::parse(text) {
            Some(day) => (false, say(StudioMsg::Reads(&LOCALE.day(day, DateStyle::Long)))),
            None => (true, say(StudioMsg::NotADate(&forms))),
        };
    }
    match Edtf::parse(text) {
        Ok(date) => (false, say(StudioMsg::Reads(&[LOCALE.date(date), precision(date)].concat()))),
        Err(error) => (true, say(StudioMsg::NotADate(&error.to_string()))),
    }
}

fn precision(date: Edtf) -> String {
    use crate::dossier::date::Precision;
    if let Edtf::Interval(..) = date {
        return String::new();
    }
    match date.precision() {
        Precision::Day => "",
        Precision::Month => ", to the month",
        Precision::Year => ", to the year",
        Precision::Decade => ", to the decade",
        Precision::Century => ", to the century",
    }
    .to_owned()
}

/// An id: written out before it counts, since it changes wherever it is named.
fn id_field(place: &Place<'_>) -> Html {
    let id = field_id(place.path);
    let kind = crate::studio::kind_of(place.record);
    let now = written(place.value);
    let named =
        kind.map_or(0, |kind| crate::studio::mentions(place.desk.doc(), place.desk.schema(), kind, &now));
    let refused = place.desk.refused.as_ref().filter(|(path, _)| path == place.path);
    let refused_id = [&id, "-refused"].concat();
    let naming = label::title_field(place.desk.schema(), place.record);
    let described = [described(place), refused.map_or_else(String::new, |_| refused_id.clone())].join(" ");
    html! {
        <div class="field" data-field={place.path.to_string()}>
            <label for={id.clone()}>{ humane("id") }</label>
            <p class="field-help" id={[&id, "-help"].concat()}>{ &*place.field.about }{ " " }{ if named > 0 { say(StudioMsg::Mentioned(named)) } else { String::new() } }</p>
            <span class="field-row">
                <input type="text" {id} data-rename={place.path.to_string()} value={draft(place).unwrap_or(now)} autocomplete="off" spellcheck="false" autocapitalize="off"
                    readonly={place.desk.read_only} aria-invalid={invalid(place)} aria-describedby={described.trim_end().to_owned()} />
                if !place.desk.read_only {
                    { button("from-title", place.path, say(StudioMsg::FromField(&humane(naming).to_lowercase())), None, false) }
                }
            </span>
            if let Some((_, wanted)) = refused {
                <p class="field-problem" role="alert" id={refused_id}>{ say(StudioMsg::IdRefused(wanted)) }</p>
            }
            { problems(place) }
        </div>
    }
}

/// A record inside a record.
fn nested(place: &Place<'_>, name: &str) -> Html {
    let heading = humane(&place.field.name);
    let id = field_id(place.path);
    let optional_one = !place.field.required;
    html! {
        <fieldset class="nested" {id} tabindex="-1">
            <legend>{ &heading }{ optional(place.field) }</legend>
            <p class="field-help">{ &*place.field.about }</p>
            if place.value.is_some() {
                { fields(place.desk, name, place.path) }
                if optional_one && !place.desk.read_only {
                    { button("remove", place.path, say(StudioMsg::Remove(&heading.to_lowercase())), None, false) }
                }
            } else if !place.desk.read_only {
                { button("add", place.path, say(StudioMsg::Add(&heading.to_lowercase())), None, false) }
            }
        </fieldset>
    }
}

/// A list of plain values or texts.
fn plain_list(place: &Place<'_>, inner: &Shape) -> Html {
    let heading = humane(&place.field.name);
    let items = place.value.map_or(&[][..], Value::items);
    let id = field_id(place.path);
    html! {
        <fieldset class="nested plain-list" id={id.clone()} tabindex="-1">
            <legend>{ &heading }{ optional(place.field) }</legend>
            <p class="field-help" id={[&id, "-help"].concat()}>{ &*place.field.about }</p>
            <ol>
                { for items.iter().enumerate().map(|(at, item)| {
                    let path = place.path.item(at);
                    let number = (at + 1).to_string();
                    html! {
                        <li>
                            <label class="visually-hidden" for={field_id(&path)}>{ [&heading, " ", &number].concat() }</label>
                            { input(place, inner, &path, Some(item)) }
                            if !place.desk.read_only {
                                { button("remove", &path, say(StudioMsg::RemoveWord), Some(say(StudioMsg::Remove(&[&heading, " ", &number].concat()))), false) }
                            }
                        </li>
                    }
                }) }
            </ol>
            if !place.desk.read_only {
                { button("add", place.path, say(StudioMsg::Add("entry")), Some([say(StudioMsg::Add("entry")), heading].join(": ")), false) }
            }
            { problems(place) }
        </fieldset>
    }
}

/// Values under keys that the author names.
fn map(place: &Place<'_>, inner: &Shape) -> Html {
    let heading = humane(&place.field.name);
    let members = place.value.map_or(&[][..], Value::members);
    let id = field_id(place.path);
    let new_id = [&id, "-new"].concat();
    html! {
        <fieldset class="nested" id={id.clone()} tabindex="-1">
            <legend>{ &heading }{ optional(place.field) }</legend>
            <p class="field-help" id={[&id, "-help"].concat()}>{ &*place.field.about }</p>
            { for members.iter().map(|(key, value)| {
                let path = place.path.key(key);
                html! {
                    <div class="field">
                        <label for={field_id(&path)}>{ &**key }</label>
                        { input(place, inner, &path, Some(value)) }
                        if !place.desk.read_only {
                            { button("remove", &path, say(StudioMsg::RemoveWord), Some(say(StudioMsg::Remove(key))), false) }
                        }
                    </div>
                }
            }) }
            if !place.desk.read_only {
                <span class="field-row">
                    <label class="visually-hidden" for={new_id.clone()}>{ say(StudioMsg::NewKey) }</label>
                    <input type="text" id={new_id.clone()} placeholder={say(StudioMsg::NewKey)} autocomplete="off" spellcheck="false" />
                    <button type="button" data-do="add-key" data-path={place.path.to_string()} data-from={new_id}>{ say(StudioMsg::Add("entry")) }</button>
                </span>
            }
            { problems(place) }
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::desk::Command;
    use crate::studio::edit::Edit;
    use crate::studio::fixture::{schema, tiny};
    use crate::studio::problems::Problems;
    use crate::views::fragment::fragment;

    /// The field of an id, as it is drawn.
    fn drawn(desk: &Desk, path: &Path) -> String {
        let at = desk.schema().at(path).unwrap();
        let (record, field) = (at.record, at.field.unwrap());
        fragment(id_field(&Place { desk, record, field, path, value: path.find(desk.doc()) }))
    }

    /// Something is drawn whenever the checker or the store has answered, and a field then holds what it is drawn with.
    #[test]
    fn what_is_being_written_in_an_id_is_drawn_until_it_counts() {
        let mut desk = Desk::new(schema(), tiny());
        let [own, other] = ["/parties/0/id", "/parties/1/id"].map(Path::parse);
        desk.act(Command::Draft(own.clone(), "usa".to_owned()));
        assert!(drawn(&desk, &own).contains("value=\"usa\""), "{}", drawn(&desk, &own));
        assert!(drawn(&desk, &other).contains("value=\"dprk\""));
        desk.act(Command::Checked(desk.doc().clone(), Problems::default()));
        assert!(drawn(&desk, &own).contains("value=\"usa\""), "the checker's answer leaves it there");
        // One that is taken counts not, and the field holds what counts.
        desk.act(Command::Edit(Edit::Rename(own.clone(), "dprk".to_owned()), None));
        assert!(drawn(&desk, &own).contains("value=\"us\""));
        for over in [
            Command::Show("meta".to_owned(), None),
            Command::Edit(Edit::NameByTitle(own.clone()), None),
            Command::Undo,
        ] {
            desk.act(Command::Draft(own.clone(), "half".to_owned()));
            desk.act(over);
            assert_eq!(desk.draft, None);
        }
    }
}
