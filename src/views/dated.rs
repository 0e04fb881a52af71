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
pub fn playhead(first: (f64, Day), last: (f64, Day), as_of: Day, height: f64) -> Html {
    playhead_with(first, last, as_of, height, Html::default())
}

/// The line with something under it that goes where it goes.
pub fn playhead_with(
    (x1, first): (f64, Day),
    (x2, last): (f64, Day),
    as_of: Day,
    height: f64,
    under: Html,
) -> Html {
    let ends = format!("{} {} {} {}", num(x1), first.number(), num(x2), last.number());
    // Where it stands is computed as the browser does from what it reads.
    let place = Dated::of_playhead(&ends).and_then(|part| part.transform(as_of));
    html! {
        <g data-playhead={ends} data-away={place.is_none().then_some("")} transform={place} aria-hidden="true">
            { under }
            <path class="playhead" d={format!("M0 0V{}", num(height))} />
        </g>
    }
}

/// The as-of date in words, which follows it.
pub fn as_of_date(voice: Voice, as_of: Day) -> Html {
    html! { <time data-as-of="" datetime={as_of.to_string()}>{ voice.locale.day(as_of, DateStyle::Long) }</time> }
}

/// Something on the page that follows the as-of date, as its attributes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// `data-dates`.
    Holds(Holds),
    /// `data-playhead`: two places in tenths of a pixel, and the numbers of the days that stand there.
    Playhead {
        /// The left place.
        x1: i32,
        /// Its day.
        first: i32,
        /// The right place.
        x2: i32,
        /// Its day.
        last: i32,
    },
}

impl Dated {
    /// Reads the value of `data-dates`.
    pub fn of_dates(value: &str) -> Option<Dated> {
        let mut days = value.split(' ').map(|number| number.parse().ok().map(Day::from_number_clamped));
        let from = days.next()??;
        // An end that cannot be read is no open end.
        let end = match days.next() {
            Some(end) => Some(end?),
            None => None,
        };
        Some(Dated::Holds(Holds { from, end }))
    }

    /// Reads the value of `data-playhead`.
    pub fn of_playhead(value: &str) -> Option<Dated> {
        // Places have one digit behind the point at most.
        let tenths = |text: &str| match text.split_once('.') {
            Some((whole, tenth)) => [whole, tenth].concat().parse().ok(),
            None => text.parse::<i32>().ok()?.checked_mul(10),
        };
        let mut numbers = value.split(' ');
        Some(Dated::Playhead {
            x1: tenths(numbers.next()?)?,
            first: numbers.next()?.parse().ok()?,
            x2: tenths(numbers.next()?)?,
            last: numbers.next()?.parse().ok()?,
        })
    }

    /// Whether it is there on a day: holds, or stands in its picture.
    pub fn on(self, day: Day) -> bool {
        match self {
            Dated::Holds(holds) => holds.on(day),
            Dated::Playhead { first, last, .. } => (first..=last).contains(&day.number()),
        }
    }

    /// Where a line stands on a day: the value of `transform`. `None` outside of its picture, and for what is no line.
    pub fn transform(self, day: Day) -> Option<String> {
        let Dated::Playhead { x1, first, x2, last } = self else { return None };
        if !self.on(day) {
            return None;
        }
        let (days, width) = (i64::from(last) - i64::from(first), i64::from(x2) - i64::from(x1));
        let gone = i64::from(day.number()) - i64::from(first);
        // Half a unit more, so that dividing downwards rounds.
        let moved = if days == 0 { 0 } else { (2 * width * gone + days).div_euclid(2 * days) };
        Some(format!("translate({} 0)", num((i64::from(x1) + moved) as f64 / 10.0)))
    }
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

    #[test]
    fn the_browser_reads_what_was_written() {
        let june = Holds { from: day("2018-06-01"), end: Some(day("2018-07-01")) };
        let part = Dated::of_dates(&june.dates()).unwrap();
        for text in ["2018-05-31", "2018-06-01", "2018-06-30", "2018-07-01"] {
            assert_eq!(part.on(day(text)), june.on(day(text)), "{text}");
        }
        assert_eq!(part, Dated::Holds(june));
        assert_eq!(Dated::of_dates("17683"), Some(Dated::Holds(Holds { from: june.from, end: None })));
        assert_eq!([Dated::of_dates(""), Dated::of_dates("x 3"), Dated::of_playhead("1 2 3")], [None; 3]);
    }

    #[test]
    fn a_line_stands_where_its_day_is() {
        // 100 pixels for 1,000 days from 8 on.
        let part = Dated::of_playhead("8 0 108 1000").unwrap();
        let at = |number| part.transform(Day::from_number_clamped(number));
        assert_eq!(at(0).as_deref(), Some("translate(8 0)"));
        assert_eq!(at(500).as_deref(), Some("translate(58 0)"));
        assert_eq!(at(333).as_deref(), Some("translate(41.3 0)"));
        assert_eq!((at(-1), at(1_001)), (None, None));
        let one_day = Dated::of_playhead("8.5 7 20 7").unwrap();
        assert_eq!(one_day.transform(Day::from_number_clamped(7)).as_deref(), Some("translate(8.5 0)"));
    }
}
