//! TimelineJS's JSON: `title`, `events` and `eras`, as it is in the wild.

use std::ops::Range;

use super::columns::Field;
use super::draft::Draft;
use super::given::Given;
use super::note::NoteKind::{LeftOut, Open};
use crate::dossier::check::{Node, Value};

/// Reads it into the draft.
pub fn read(tree: &Node<'_>, draft: &mut Draft<'_>) {
    // The form of TimelineJS 1 and 2 has everything in an object, and other names.
    let old = tree.get("timeline");
    let tree = old.unwrap_or(tree);
    if let Some(slide) = tree.get("title") {
        decoration(slide, draft);
        draft.title_slide(&of_slide(slide));
    } else if old.is_some() {
        let mut slide = Given::at(span(tree));
        put(&mut slide, Field::Title, tree.get("headline"));
        put(&mut slide, Field::Summary, tree.get("text"));
        draft.title_slide(&slide);
    }
    let slides = if old.is_some() { tree.list("date") } else { tree.list("events") };
    if slides.is_empty() {
        let message = if old.is_some() { "the timeline has no `date`" } else { "the timeline has no events" };
        draft.note(Open, span(tree), message, "look whether this is the whole file");
    }
    for slide in slides {
        if !matches!(slide.value, Value::Object(_)) {
            draft.note(
                LeftOut,
                span(slide),
                format!("{} in the place of an event", slide.kind()),
                "an event is an object",
            );
            continue;
        }
        decoration(slide, draft);
        draft.event(&of_slide(slide));
    }
    for era in tree.list("eras").iter().chain(tree.list("era")) {
        draft.era(&of_slide(era));
    }
}

fn of_slide(slide: &Node<'_>) -> Given {
    let mut given = Given::at(span(slide));
    date(
        &mut given,
        slide,
        ["start_date", "startDate"],
        [Field::Date, Field::Year, Field::Month, Field::Day],
    );
    date(
        &mut given,
        slide,
        ["end_date", "endDate"],
        [Field::End, Field::EndYear, Field::EndMonth, Field::EndDay],
    );
    put(&mut given, Field::DisplayDate, slide.get("display_date"));
    put(&mut given, Field::Id, slide.get("unique_id"));
    put(&mut given, Field::Group, slide.get("group").or(slide.get("tag")));
    match slide.get("text") {
        Some(text) if matches!(text.value, Value::Object(_)) => {
            put(&mut given, Field::Title, text.get("headline"));
            put(&mut given, Field::Summary, text.get("text"));
        }
        text => {
            put(&mut given, Field::Title, slide.get("headline"));
            put(&mut given, Field::Summary, text);
        }
    }
    if let Some(media) = slide.get("media").or(slide.get("asset")) {
        put(&mut given, Field::Media, media.get("url").or(media.get("media")));
        put(&mut given, Field::MediaLink, media.get("link"));
        put(&mut given, Field::MediaCredit, media.get("credit"));
        put(&mut given, Field::MediaCaption, media.get("caption"));
    }
    if let Some(place) = slide.get("location") {
        put(&mut given, Field::Place, place.get("name").or(Some(place)));
    }
    given
}

/// Says what of a slide's looks is left out.
fn decoration(slide: &Node<'_>, draft: &mut Draft<'_>) {
    let media = slide.get("media").or(slide.get("asset"));
    let of_media = |key| media.and_then(|media| media.get(key));
    for (found, name) in [
        (slide.get("background"), "background"),
        (of_media("alt"), "alternative text"),
        (of_media("thumbnail"), "thumbnail"),
    ] {
        let found = found.filter(|found| match &found.value {
            Value::String(text) => !text.trim().is_empty(),
            Value::Object(entries) => !entries.is_empty(),
            _ => false,
        });
        if let Some(found) = found {
            let message =
                format!("the {name} of a slide: a dossier has no pictures and no colours of events");
            draft.note(
                LeftOut,
                span(found),
                message,
                "nothing, unless it says what the event's texts do not",
            );
        }
    }
}

/// A date: an object with year, month and day, or in the old form a text such as `2018,6,12`.
fn date(given: &mut Given, slide: &Node<'_>, names: [&str; 2], fields: [Field; 4]) {
    let [whole, year, month, day] = fields;
    let Some(date) = names.iter().find_map(|name| slide.get(name)) else { return };
    if matches!(date.value, Value::Object(_)) {
        put(given, year, date.get("year"));
        put(given, month, date.get("month"));
        put(given, day, date.get("day"));
        put(given, Field::DisplayDate, date.get("display_date"));
        for clock in ["hour", "minute", "second", "millisecond"] {
            put(given, Field::Time, date.get(clock));
        }
    } else if let Some(text) = date.as_str().filter(|text| text.contains(',')) {
        let mut parts = text.split(',').map(str::trim);
        for field in [year, month, day] {
            given.put(field, parts.next().unwrap_or_default(), span(date));
        }
        for _ in parts {
            given.put(Field::Time, "time", span(date));
        }
    } else {
        put(given, whole, Some(date));
    }
}

fn put(given: &mut Given, field: Field, node: Option<&Node<'_>>) {
    match node.map(|node| (&node.value, span(node))) {
        Some((Value::String(text), at)) => given.put(field, text, at),
        Some((Value::Number(number), at)) => given.put(field, number, at),
        _ => {}
    }
}

fn span(node: &Node<'_>) -> Range<usize> {
    let opening = node.opening();
    opening.start..opening.end
}
