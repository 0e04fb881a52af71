//! When an event was: a date of one field or of several, an end, and what is beside it.

use super::super::columns::Field;
use super::super::dates;
use super::super::draft::Draft;
use super::super::given::{Given, Said};
use super::super::note::NoteKind::{Guessed, LeftOut, Open};
use super::CHECK;
use crate::dossier::date::Edtf;

impl Draft<'_> {
    /// The date as EDTF; as it was written where it cannot be read, so that the checker shows it.
    pub(super) fn date(&mut self, given: &Given) -> Option<String> {
        self.times(given);
        let start = self.start(given);
        let end = self.end(given);
        let at = given
            .get(Field::Date)
            .or(given.get(Field::Year))
            .map_or(given.bytes.clone(), |said| said.bytes.clone());
        let date = match (start, end) {
            (None, None) => {
                self.note(Open, at, "an event without a date", CHECK);
                return None;
            }
            // Its end in the place of its date would be a date that nobody gave.
            (None, Some(_)) => {
                self.note(Open, given.place(Field::End), "an event with an end and no date", CHECK);
                return None;
            }
            (Some(start), None) => start,
            (Some(start), Some(end)) => self.stretch(&start, &end, given),
        };
        // The years of our time in the calendars of Iran and of Islam; a record of the Middle Ages is rarer than a table from there.
        if Edtf::parse(&date).is_ok_and(|date| (1300..1500).contains(&date.first().year())) {
            self.note(
                Guessed,
                at,
                "a year from 1300 to 1499 was taken as it stands; it may be a Jalali or Hijri year",
                "write the Gregorian one if it is",
            );
        }
        self.covers(&date);
        self.displayed(given, &date);
        Some(date)
    }

    fn stretch(&mut self, start: &str, end: &str, given: &Given) -> String {
        let whole = dates::interval(start, end);
        if start == end || start.contains('/') && start.ends_with(&format!("/{end}")) {
            return start.to_owned();
        }
        if Edtf::parse(&whole).is_err() && Edtf::parse(start).is_ok() && Edtf::parse(end).is_ok() {
            let message = format!("the date {start} and the end {end} make no stretch of time");
            self.note(Open, given.place(Field::End), message, CHECK);
        }
        whole
    }

    fn start(&mut self, given: &Given) -> Option<String> {
        if let Some(said) = given.get(Field::Date) {
            return Some(self.read_date(said));
        }
        self.in_parts(given, Field::Year, Field::Month, Field::Day)
    }

    fn end(&mut self, given: &Given) -> Option<String> {
        if let Some(said) = given.get(Field::End) {
            let open = dates::is_open_end(&said.text.to_lowercase());
            return Some(if open { "..".to_owned() } else { self.read_date(said) });
        }
        self.in_parts(given, Field::EndYear, Field::EndMonth, Field::EndDay)
    }

    fn in_parts(&mut self, given: &Given, year: Field, month: Field, day: Field) -> Option<String> {
        if [year, month, day].iter().all(|field| given.get(*field).is_none()) {
            return None;
        }
        let (y, m, d) = (given.text(year), given.text(month), given.text(day));
        match dates::from_parts(y, m, d) {
            Ok(date) => Some(date),
            // A whole date in the column for years, as in "June 2018".
            Err(why) => match dates::read(y, self.order).ok().filter(|_| m.is_empty() && d.is_empty()) {
                Some(found) => Some(found.edtf),
                None => {
                    // What is missing leaves its dash: without it a day would be taken for a month.
                    let written = [y, m, d].join("-").trim_end_matches('-').to_owned();
                    let is_date = Edtf::parse(&written).is_ok();
                    let written = if is_date { [y, m, d].join(" ").trim().to_owned() } else { written };
                    self.note(
                        Open,
                        given.place(year),
                        format!("the date {written:?} was not understood: {why}"),
                        CHECK,
                    );
                    Some(written)
                }
            },
        }
    }

    /// A date in a field of its own; as it is written where it is not understood.
    pub(in crate::import) fn read_date(&mut self, said: &Said) -> String {
        match dates::read(&said.text, self.order) {
            Ok(found) => {
                if found.had_time {
                    self.note(
                        LeftOut,
                        said.bytes.clone(),
                        "a time of day",
                        "a dossier dates by days; write it in `note` if it matters",
                    );
                }
                if found.by_order {
                    let order = if self.order == Some(dates::Order::DayFirst) { "day" } else { "month" };
                    self.note(
                        Guessed,
                        said.bytes.clone(),
                        format!(
                            "a date was read with its {order} first, as other dates of the column have it"
                        ),
                        "look whether it is right",
                    );
                }
                found.edtf
            }
            Err(why) => {
                self.note(
                    Open,
                    said.bytes.clone(),
                    format!("the date {:?} was not understood: {why}", said.text),
                    "write YYYY-MM-DD, YYYY-MM or YYYY; put / between the first and the last day",
                );
                said.text.clone()
            }
        }
    }

    fn times(&mut self, given: &Given) {
        for said in given.all(Field::Time) {
            self.note(
                LeftOut,
                said.bytes.clone(),
                "a time of day",
                "a dossier dates by days; write it in `note` if it matters",
            );
        }
    }

    /// The date in words beside the date: left out, unless it says the same.
    fn displayed(&mut self, given: &Given, date: &str) {
        let Some(said) = given.get(Field::DisplayDate) else { return };
        let same = dates::read(&said.text, self.order).is_ok_and(|found| found.edtf == date);
        if !same {
            let message = format!("the display date {:?}: the page writes dates itself", said.text);
            self.note(
                LeftOut,
                said.bytes.clone(),
                message,
                "mark an uncertain date with ?, an approximate one with ~",
            );
        }
    }
}
