//! Events as a calendar (iCalendar, RFC 5545): whole days, so that no time zone is made up.

use super::reference::Published;
use crate::dossier::Dossier;
use crate::dossier::date::{Day, Edtf, End};
use crate::dossier::model::{Event, EventKind};
use crate::messages::{Locale, Msg};

/// The longest line, in bytes without its end.
const LONGEST: usize = 75;

/// All events, in order. Each takes the days it can have happened on, and its description says so where that is not one day.
/// The stamp that the format asks for is the day on which the record was last checked (or the dossier's last day), so that
/// the same dossier gives the same bytes.
pub fn calendar(dossier: &Dossier, published: Published<'_>) -> String {
    let locale = published.locale;
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", &format!("-//Daylight//{}//{}", dossier.meta.id, locale.tag().to_uppercase()));
    out.line("CALSCALE", "GREGORIAN");
    let title = escape(dossier.meta.title.get(locale.tag()));
    out.line("NAME", &title);
    // What most calendars read in place of NAME, which is younger.
    out.line("X-WR-CALNAME", &title);
    let stamp = dossier.meta.upkeep().last().unwrap_or(dossier.meta.span.to);
    for item in dossier.events_in_order() {
        event(item, dossier, published, stamp, &mut out);
    }
    out.line("END", "VCALENDAR");
    out.text
}

fn event(event: &Event, dossier: &Dossier, published: Published<'_>, stamp: Day, out: &mut Lines) {
    let locale = published.locale;
    let (first, last) = days(event.date);
    let end = last.plus(1);
    out.line("BEGIN", "VEVENT");
    out.line("UID", &format!("{}@{}.daylight", event.id, dossier.meta.id));
    out.line("DTSTAMP", &format!("{}T000000Z", digits(stamp)));
    out.line("DTSTART;VALUE=DATE", &digits(first));
    if end > first {
        // The end is the first day after it.
        out.line("DTEND;VALUE=DATE", &digits(end));
    }
    out.line("SUMMARY", &escape(event.title.get(locale.tag())));
    let mut description = event.summary.get(locale.tag()).to_owned();
    if !event.date.is_single_day() || event.date.is_approximate() || event.date.is_uncertain() {
        let date = locale.date(event.date);
        description =
            [description.as_str(), date.as_str()].join(if description.is_empty() { "" } else { "\n" });
    }
    out.field("DESCRIPTION", &description);
    out.field("LOCATION", event.place.as_ref().map_or("", |place| place.get(locale.tag())));
    out.field("CATEGORIES", &kind(event.kind, locale));
    let address = published.address_of(&format!("event/{}/", event.id));
    if !address.is_empty() {
        out.line("URL", &address);
    }
    out.line("TRANSP", "TRANSPARENT");
    out.line("END", "VEVENT");
}

fn kind(kind: EventKind, locale: Locale) -> String {
    locale.say(Msg::EventKind(kind))
}

/// The first and last day: of an interval whose other end nobody knows, those of the end that is known.
fn days(date: Edtf) -> (Day, Day) {
    match date {
        Edtf::Point(point) | Edtf::Interval(End::At(point), End::Open | End::Unknown) => {
            (point.first, point.last)
        }
        Edtf::Interval(End::Open | End::Unknown, End::At(point)) => (point.first, point.last),
        Edtf::Interval(..) => (date.first(), date.last()),
    }
}

fn digits(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}{month:02}{day:02}")
}

/// Text as the format writes it; control characters, which it does not have, are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Lines with CR LF, folded where they are too long: the rest goes on after a space on the next line.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// A field of text; none where it is empty.
    fn field(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line(name, &escape(text));
        }
    }

    fn line(&mut self, name: &str, value: &str) {
        let mut room = LONGEST;
        for c in [name, ":", value].iter().flat_map(|part| part.chars()) {
            if c.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = LONGEST - 1;
            }
            self.text.push(c);
            room = room.saturating_sub(c.len_utf8());
        }
        self.text.push_str("\r\n");
    }
}
