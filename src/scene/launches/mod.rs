//! The pictures of launches: by year, and by day beside the days of talks. Each is drawn twice, for a wide room and for a narrow one, so
//! that its text keeps its size on a phone; the style sheet shows the one that fits.

mod by_day;
mod by_year;
mod glyphs;

pub use by_day::{Days, by_day};
pub use by_year::by_year;
pub use glyphs::{nuclear_mark, outcome_mark, talk_mark};

use super::mark::Mark;
use crate::dossier::date::Day;

/// The room a picture is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A column of text and wider.
    Wide,
    /// A phone.
    Narrow,
}

impl Form {
    /// The width of the picture in pixels.
    pub fn width(self) -> f64 {
        match self {
            Form::Wide => 720.0,
            Form::Narrow => 288.0,
        }
    }

    /// The size of its text in pixels. A narrow picture is never shown smaller than it is drawn, a wide one hardly.
    pub fn size(self) -> f64 {
        match self {
            Form::Wide => 13.0,
            Form::Narrow => 12.0,
        }
    }
}

/// Marks for something that happened from a day on; before that day they are faint.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedMark {
    /// The day; `None` for what belongs to the picture and to no day.
    pub from: Option<Day>,
    /// The marks.
    pub marks: Vec<Mark>,
}

/// A straight axis of days in a drawing, on which an as-of date can stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayAxis {
    /// The middle of the first day: x and day.
    pub first: (f64, Day),
    /// The middle of the last day: x and day.
    pub last: (f64, Day),
    /// Its upper edge.
    pub top: f64,
    /// Its height.
    pub height: f64,
}

/// A picture of launches.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels.
    pub height: f64,
    /// The marks in order.
    pub marks: Vec<DatedMark>,
    /// The axes on which the as-of date stands.
    pub axes: Vec<DayAxis>,
}

impl Drawing {
    fn new(form: Form) -> Drawing {
        Drawing { width: form.width(), height: 0.0, marks: Vec::new(), axes: Vec::new() }
    }

    /// Adds what belongs to no day.
    fn always(&mut self, mark: Mark) {
        self.marks.push(DatedMark { from: None, marks: vec![mark] });
    }

    /// Adds what happened from a day on.
    fn dated(&mut self, from: Option<Day>, marks: Vec<Mark>) {
        self.marks.push(DatedMark { from, marks });
    }
}
