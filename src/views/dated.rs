//! Parts of the page that are written ahead and follow the as-of date all the same. The views `words`, `meetings`, `clock`,
//! `promises` and `launches` are plain markup that no program renders again; what changes in them with the date says so in an
//! attribute, and `browser::dated` sets it when the date moves. So they cost the page's wasm nothing, and can be read without it.
//!
//! - `data-dates="FIRST END"`: this element holds from day FIRST to before day END (day numbers, [`Day::number`]; END may be missing).
//!   While it does it carries `data-now`; the style sheets say what that looks like.
//! - `data-playhead="X1 DAY1 X2 DAY2"` on a `<g>`: stands on the as-of date between two places of a straight axis, and is away
//!   (`data-away`) outside of them.
//! - `<time data-as-of>`: the date in words.

use yew::prelude::*;

use crate::dossier::date::Day;
use crate::messages::DateStyle;
use crate::scene::num;
use crate::views::element::html;
use crate::views::words::Voice;

/// The stretch of days in which something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holds {
    /// The first day.
    pub from: Day,
    /// The day on which it holds no more; `None` where it still does.
    pub end: Option<Day>,
}

impl Holds {
    /// Whether it holds on a day.
    pub fn on(self, day: Day) -> bool {
        self.from <= day && self.end.is_none_or(|end| day < end)
    }

    /// The value of `data-dates`.
    pub fn dates(self) -> String {
        match self.end {
            Some(end) => format!("{} {}", self.from.number(), end.number()),
            None => self.from.number().to_string(),
        }
    }

    /// The value of `data-now` on a day: there or not.
    pub fn now(self, day: Day) -> Option<&'static str> {
        self.on(day).then_some("")
    }
}

/// The line of the as-of date in a picture whose straight axis runs from the middle of `first` at `x1` to the middle of `last` at
/// `x2`; `height` pixels high.
pub fn playhead((x1, first): (f64, Day), (x2, last): (f64, Day), as_of: Day, height: f64) -> Html {
    let away = (as_of < first || last < as_of).then_some("");
    let days = f64::from(last.since(first)).max(1.0);
    let x = x1 + (x2 - x1) * f64::from(as_of.since(first)) / days;
    html! {
        <g data-playhead={format!("{} {} {} {}", num(x1), first.number(), num(x2), last.number())} data-away={away}
            transform={format!("translate({} 0)", num(x))} aria-hidden="true">
            <path class="playhead" d={format!("M0 0V{}", num(height))} />
        </g>
    }
}

/// The as-of date in words, which follows it.
pub fn as_of_date(voice: Voice, as_of: Day) -> Html {
    html! { <time data-as-of="" datetime={as_of.to_string()}>{ voice.locale.day(as_of, DateStyle::Long) }</time> }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn what_holds_begins_on_its_first_day_and_ends_before_its_last() {
        let june = Holds { from: day("2018-06-01"), end: Some(day("2018-07-01")) };
        let on = ["2018-05-31", "2018-06-01", "2018-06-30", "2018-07-01"].map(|text| june.on(day(text)));
        assert_eq!(on, [false, true, true, false]);
        assert_eq!(june.dates(), "17683 17713");
        let since = Holds { from: day("1970-01-02"), end: None };
        assert_eq!((since.dates(), since.now(day("2026-01-01"))), ("1".to_owned(), Some("")));
    }
}
