//! The interface's words in each language. Every sentence is a variant of [`Msg`](crate::messages::Msg), and every language is one `match` over
//! them, so a missing translation does not compile. Dates and numbers are written by each language too.

#![cfg_attr(
    not(feature = "check"),
    allow(dead_code, reason = "a program that holds one language leaves the others unused")
)]

mod argument;
mod clock;
mod date;
mod embed;
mod en;
mod ko;
mod launches;
mod meetings;
mod method;
mod msg;
mod open;
mod page;
mod promises;
mod readings;
mod share;
mod studio;
mod take;
#[cfg(test)]
mod tests;

use crate::dossier::date::{Day, Edtf};
use crate::dossier::text::base_language;

pub use argument::ArgumentMsg;
pub use clock::ClockMsg;
pub use embed::EmbedMsg;
pub use launches::LaunchesMsg;
pub use meetings::MeetingsMsg;
pub use method::{Counted, IN_FORCE, MARK_MEANINGS, MethodMsg, Term};
pub use msg::{Column, GapColumn, Msg};
pub use open::OpenMsg;
pub use page::PageMsg;
pub use promises::PromisesMsg;
pub use readings::ReadingsMsg;
pub use share::ShareMsg;
pub use studio::{StudioMsg, humane};
pub use take::{Ending, TakeMsg};

/// The sentences of a view that is only written ahead: in a list of their own, so that none of them is in the page's program. Each
/// language is a function, so a missing one does not compile.
pub trait Told {
    /// In English.
    fn english(&self) -> String;
    /// In Korean.
    fn korean(&self) -> String;
}

/// A language the interface speaks. The command and the checker know all of them. A page's program knows one, which is English, or
/// Korean with the feature `korean`: it does not carry words that it never says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// English.
    #[cfg(any(feature = "check", not(feature = "korean")))]
    En,
    /// Korean, as it is written in Seoul.
    #[cfg(any(feature = "check", feature = "korean"))]
    Ko,
}

/// What a language has, one expression for each language; those that this program does not know are left out of it.
macro_rules! in_language {
    ($locale:expr, English: $english:expr, Korean: $korean:expr) => {
        match $locale {
            #[cfg(any(feature = "check", not(feature = "korean")))]
            Locale::En => $english,
            #[cfg(any(feature = "check", feature = "korean"))]
            Locale::Ko => $korean,
        }
    };
}

/// How long a date may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// "16 July 2018"
    Long,
    /// "16 Jul 2018"
    Short,
    /// "July 2018"
    MonthYear,
    /// "Jul"
    Month,
    /// "2018"
    Year,
    /// "16", under a heading that names the month
    DayOfMonth,
}

impl Locale {
    /// The languages that this program knows; English, where it is one of them, is the first.
    pub const ALL: &'static [Locale] = &[
        #[cfg(any(feature = "check", not(feature = "korean")))]
        Locale::En,
        #[cfg(any(feature = "check", feature = "korean"))]
        Locale::Ko,
    ];

    /// The language of a BCP 47 tag, whatever its region and its case ("ko", "ko-KR"); `None` where this program does not know it.
    pub fn of_tag(tag: &str) -> Option<Locale> {
        let language = base_language(tag);
        Locale::ALL.iter().copied().find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }

    /// What it calls itself.
    pub fn own_name(self) -> &'static str {
        in_language!(self, English: "English", Korean: "한국어")
    }

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        in_language!(self, English: "en", Korean: "ko")
    }

    /// The sentence in this language.
    pub fn say(self, msg: Msg<'_>) -> String {
        in_language!(self, English: en::say(msg), Korean: ko::say(msg))
    }

    /// The sentence of the page for any dossier in this language.
    pub fn say_open(self, msg: OpenMsg) -> &'static str {
        in_language!(self, English: msg.english(), Korean: msg.korean())
    }

    /// The sentence of a view that is written ahead, in this language.
    pub fn tell(self, msg: &impl Told) -> String {
        in_language!(self, English: msg.english(), Korean: msg.korean())
    }

    /// A day in this language.
    pub fn day(self, day: Day, style: DateStyle) -> String {
        in_language!(self, English: date::english_day(day, style), Korean: date::korean_day(day, style))
    }

    /// An EDTF date in this language: "12-14 June 2018", "about March 1994", "from June 2018 on".
    pub fn date(self, date: Edtf) -> String {
        in_language!(self, English: date::english(date), Korean: date::korean(date))
    }

    /// The years of a stretch of days: "2018", "2018-2020".
    pub fn years(self, from: Day, to: Day) -> String {
        in_language!(self, English: date::english_years(from, to), Korean: date::korean_years(from, to))
    }

    /// The months of a stretch of days: "July 2018", "July-September 2018".
    pub fn months(self, from: Day, to: Day) -> String {
        in_language!(self, English: date::english_months(from, to), Korean: date::korean_months(from, to))
    }

    /// Behind a word, in brackets: " (2018)", in Korean "(2018)".
    pub fn bracketed(self, text: &str) -> String {
        in_language!(self, English: format!(" ({text})"), Korean: format!("({text})"))
    }

    /// What stands between the parts of a list which may hold commas or end in brackets: Korean does without the semicolon.
    pub fn between_brackets(self) -> &'static str {
        in_language!(self, English: "; ", Korean: ", ")
    }

    /// A whole number in groups of digits, which both languages write alike: "1,030".
    pub fn number(self, number: usize) -> String {
        grouped(number, ',')
    }
}

/// A whole number in groups of three digits, with this mark between them.
fn grouped(number: usize, mark: char) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}
