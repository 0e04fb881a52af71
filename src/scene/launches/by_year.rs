//! Launches by year under one rule: bars with numbers, and the nuclear tests of each year.

use super::super::mark::{Anchor, Mark, num, round, upright};
use super::glyphs::nuclear_mark;
use super::{Drawing, Form};
use crate::analysis::Rule;
use crate::dossier::date::Day;
use crate::dossier::model::{NuclearTest, YearCount};
use crate::layout::launches::{Slot, slots};
use crate::layout::text;
use crate::messages::{LaunchesMsg, Locale};

/// Half the size of a nuclear test's diamond.
const DIAMOND: f64 = 5.0;
/// The most diamonds of one year; the table has all.
const MOST_DIAMONDS: usize = 4;
/// The height of the tallest bar, where bars stand.
const TALL: f64 = 170.0;
/// The height of a row, where bars lie.
const ROW: f64 = 19.0;
/// The most rows.
const MOST_ROWS: usize = 45;
/// The widest a bar's place gets.
const WIDEST: f64 = 46.0;

/// The picture by year.
pub fn by_year(rule: &Rule<'_>, nuclear: &[NuclearTest], form: Form, locale: Locale) -> Drawing {
    match form {
        Form::Wide => standing(rule, nuclear, locale),
        Form::Narrow => lying(rule, nuclear, locale),
    }
}

fn largest(slots: &[Slot]) -> u32 {
    let counts = slots.iter().map(|slot| if let Slot::Year { count, .. } = slot { *count } else { 0 });
    counts.max().unwrap_or(0).max(1)
}

fn tests_in(nuclear: &[NuclearTest], first: u16, last: u16) -> usize {
    let within = |test: &&NuclearTest| (i32::from(first)..=i32::from(last)).contains(&test.date.year());
    nuclear.iter().filter(within).count()
}

fn first_day(year: u16) -> Option<Day> {
    Day::from_ymd(i32::from(year), 1, 1)
}

fn span(slot: &Slot) -> (u16, u16) {
    match *slot {
        Slot::Year { year, .. } => (year, year),
        Slot::Zeros { first, last } | Slot::Missing { first, last } => (first, last),
    }
}

fn years_words(slot: &Slot, locale: Locale) -> String {
    let (first, last) = span(slot);
    locale.tell(&LaunchesMsg::Years { first, last })
}

/// A count, marked where there may have been more.
fn count_words(count: u32, at_least: bool, locale: Locale) -> String {
    let number = locale.number(usize::try_from(count).unwrap_or(usize::MAX));
    if at_least { format!("\u{2265}{number}") } else { number }
}

fn number_words(slot: &Slot, locale: Locale) -> String {
    match slot {
        Slot::Year { count, at_least, .. } => count_words(*count, *at_least, locale),
        Slot::Zeros { .. } => locale.number(0),
        Slot::Missing { .. } => locale.tell(&LaunchesMsg::NoCount),
    }
}

fn words(class: &'static str, x: f64, y: f64, anchor: Anchor, text: String) -> Mark {
    Mark::Text { class, x: round(x), y: round(y), anchor, text }
}

fn standing(rule: &Rule<'_>, nuclear: &[NuclearTest], locale: Locale) -> Drawing {
    let (width, size) = (Form::Wide.width(), Form::Wide.size());
    // A mark before a number may use up the gap.
    let room = |count: &&YearCount| {
        let gap = if count.at_least { 0.0 } else { 3.0 };
        text::width(&count_words(count.launches, count.at_least, locale), size) + gap
    };
    let room = rule.years.iter().map(room).fold(15.0, f64::max);
    let slots = slots(rule, false, (width / room) as usize);
    let largest = f64::from(largest(&slots));
    let step = (width / (slots.len().max(1) as f64)).min(WIDEST).floor();
    let (base, bar) = (TALL + size + 8.0, 2.0 * (step * 0.34).round());
    let mut drawing = Drawing::new(Form::Wide);
    let mut deepest = 0;
    for (index, slot) in slots.iter().enumerate() {
        let middle = (step * (index as f64 + 0.5)).round();
        let (first, last) = span(slot);
        if let Slot::Year { count, .. } = slot {
            let tall = (TALL * f64::from(*count) / largest).round();
            let mut marks = Vec::new();
            if *count > 0 {
                let d = format!(
                    "M{} {}v-{}h{}V{}z",
                    num(middle - bar / 2.0),
                    num(base),
                    num(tall),
                    num(bar),
                    num(base)
                );
                marks.push(Mark::Path { class: "year-bar", d });
            }
            let class = if *count > 0 { "year-count" } else { "year-count zero" };
            marks.push(words(class, middle, base - tall - 5.0, Anchor::Middle, number_words(slot, locale)));
            drawing.dated(first_day(first), marks);
        } else {
            let d = format!("M{} {}h{}", num(middle - bar / 2.0), num(base - 5.0), num(bar));
            drawing.always(Mark::Path { class: "not-counted", d });
        }
        let tests = tests_in(nuclear, first, last).min(MOST_DIAMONDS);
        deepest = deepest.max(tests);
        let below = |row: usize| base + size + 15.0 + row as f64 * (2.0 * DIAMOND + 1.0);
        let diamonds = (0..tests).map(|row| nuclear_mark(middle, below(row), DIAMOND)).collect::<Vec<_>>();
        if !diamonds.is_empty() {
            drawing.dated(first_day(first), diamonds);
        }
    }
    let right = step * slots.len() as f64;
    drawing.always(Mark::Path { class: "launch-axis", d: format!("M0 {}H{}", num(base), num(right)) });
    for (middle, name) in years_named(&slots, step, size) {
        drawing.always(words("year-name", middle, base + size + 4.0, Anchor::Middle, name));
    }
    drawing.height = base + size + 10.0 + deepest as f64 * (2.0 * DIAMOND + 1.0);
    drawing
}

/// The years that have room for their names: the first, the last, then round ones.
fn years_named(slots: &[Slot], step: f64, size: f64) -> Vec<(f64, String)> {
    let room = text::width("2000", size) + 6.0;
    let every =
        [1, 2, 5, 10, 20, 50].into_iter().find(|every| f64::from(*every) * step >= room).unwrap_or(100);
    let mut named: Vec<(f64, String)> = Vec::new();
    let last = slots.len().saturating_sub(1);
    let order = [0, last].into_iter().chain(0..slots.len());
    for index in order {
        let Some(Slot::Year { year, .. }) = slots.get(index) else { continue };
        let is_end = index == 0 || index == last;
        // The first does not stick out on the left.
        let middle = (step * (index as f64 + 0.5)).max(room / 2.0 - 3.0);
        let is_free = named.iter().all(|(other, _)| (other - middle).abs() >= room);
        if is_free && (is_end || i32::from(*year) % every == 0) {
            named.push((middle, year.to_string()));
        }
    }
    named
}

fn lying(rule: &Rule<'_>, nuclear: &[NuclearTest], locale: Locale) -> Drawing {
    let (width, size) = (Form::Narrow.width(), Form::Narrow.size());
    let slots = slots(rule, true, MOST_ROWS);
    let largest = f64::from(largest(&slots));
    let widest = |words: &dyn Fn(&Slot) -> String| {
        slots.iter().map(|slot| text::width(&words(slot), size)).fold(0.0, f64::max)
    };
    let left = (widest(&|slot| years_words(slot, locale)) + 8.0).round();
    let counted = |slot: &Slot| match slot {
        Slot::Missing { .. } => String::new(),
        _ => number_words(slot, locale),
    };
    let tests_of = |slot: &Slot| {
        let (first, last) = span(slot);
        tests_in(nuclear, first, last).min(MOST_DIAMONDS)
    };
    let tests = slots.iter().map(tests_of).max().unwrap_or(0);
    let aside = tests as f64 * (2.0 * DIAMOND + 2.0);
    let longest = (width - left - widest(&counted) - 6.0 - aside).max(10.0);
    let mut drawing = Drawing::new(Form::Narrow);
    for (index, slot) in slots.iter().enumerate() {
        let middle = ROW * (index as f64 + 0.5);
        let baseline = (middle + size * 0.36).round();
        let (first, _) = span(slot);
        drawing.always(words("year-name", left - 8.0, baseline, Anchor::End, years_words(slot, locale)));
        let long = if let Slot::Year { count, .. } = slot {
            (longest * f64::from(*count) / largest).round()
        } else {
            0.0
        };
        let mut marks = Vec::new();
        if long > 0.0 {
            let d = format!("M{} {}h{}v13H{}z", num(left), num(middle - 6.5), num(long), num(left));
            marks.push(Mark::Path { class: "year-bar", d });
        }
        let class = if long > 0.0 { "year-count" } else { "year-count zero" };
        marks.push(words(class, left + long + 4.0, baseline, Anchor::Start, number_words(slot, locale)));
        for place in 0..tests_of(slot) {
            let x = width - DIAMOND - place as f64 * (2.0 * DIAMOND + 2.0);
            marks.push(nuclear_mark(x, middle, DIAMOND));
        }
        drawing.dated(first_day(first), marks);
    }
    drawing.height = ROW * slots.len() as f64;
    drawing.always(Mark::Path { class: "launch-axis", d: upright(left, 0.0, drawing.height) });
    drawing
}
