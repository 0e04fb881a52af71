//! What is shown under one rule: its definition, its two pictures with their own titles, and what it says of the pauses.

use yew::prelude::*;

use super::Section;
use super::common::{drawing, source_links};
use super::key::key;
use crate::analysis::{Rule, default_rule, pause_days, year_of_talks};
use crate::dossier::date::Day;
use crate::dossier::model::Pause;
use crate::messages::{DateStyle, LaunchesMsg};
use crate::scene::{Form, by_day, by_year};
use crate::views::drawn::Drawn;
use crate::views::element::html;

/// The most years whose numbers have room in the wide picture; of more they stand in a list above it.
const NUMBERED: usize = 4;

impl<'a> Section<'a> {
    /// A rule's part of the section; the style sheet shows that of the chosen one.
    pub(super) fn panel(&self, rule: &Rule<'a>) -> Html {
        let definition = self.tests.definitions.get(rule.reference);
        html! {
            <div class="rule">
                <p class="definition" dir="auto">
                    { definition.map(|text| self.voice.text(text)) }
                    { source_links(self.voice, self.dossier, &self.tests.definition_sources) }
                </p>
                { self.by_day(rule) }
                <div class="beside-chart">
                    { self.by_year(rule) }
                    { self.pauses(Some(rule)) }
                </div>
            </div>
        }
    }

    fn by_year(&self, rule: &Rule<'a>) -> Html {
        let (Some(first), Some(last)) = (rule.years.first(), rule.years.last()) else {
            return Html::default();
        };
        let name = self.name(rule.reference);
        let title =
            self.tell(LaunchesMsg::ByYear { name, unit: rule.unit, first: first.year, last: last.year });
        let picture = |form| by_year(rule, self.nuclear(), form, self.voice.locale);
        html! {
            <figure>
                <figcaption>
                    <h3 dir="auto">{ title.clone() }</h3>
                    <p class="chart-help">{ self.tell(LaunchesMsg::ByYearHelp { unit: rule.unit }) }</p>
                </figcaption>
                { self.both(picture, &title) }
                { self.year_table(rule) }
            </figure>
        }
    }

    /// The picture by day, or why there is none.
    pub(super) fn by_day(&self, rule: &Rule<'_>) -> Html {
        let (Some(first), Some(last)) = (self.years.first(), self.years.last()) else {
            return html! { <p class="missing">{ self.tell(LaunchesMsg::NoDays) }</p> };
        };
        let name = self.name_of(rule);
        let title = self.tell(LaunchesMsg::ByDay { name, first: *first, last: *last });
        let years: Vec<AttrValue> = self.years.iter().map(|year| self.year_of_days(rule, *year)).collect();
        let label = format!("{title}. {}", years.join(" ")).into();
        let is_listed = self.years.iter().any(|year| rule.launch_days(*year).is_some());
        // A rule that lists no days has no picture of them; without any rule the nuclear tests and the talks still have theirs.
        if !is_listed && !self.rules.is_empty() {
            return html! { <p class="missing" dir="auto">{ self.tell(LaunchesMsg::RuleWithoutDays { name }) }</p> };
        }
        let picture = |form| by_day(self.days(rule), form, self.voice.locale);
        html! {
            <figure class="beside-chart">
                <div>
                    <div class="caption">
                        <h3 dir="auto">{ title }</h3>
                        <p class="chart-help">{ self.tell(LaunchesMsg::ByDayHelp) }</p>
                        if self.years.len() > NUMBERED {
                            <ul class="years-in-numbers">{ for years.iter().map(|year| html! { <li>{ year.clone() }</li> }) }</ul>
                        }
                        if self.talks.is_empty() {
                            <p class="missing">{ self.tell(LaunchesMsg::NoTalks) }</p>
                        }
                        if self.vague_talks > 0 {
                            <p class="missing">{ self.tell(LaunchesMsg::VagueTalks(self.vague_talks)) }</p>
                        }
                    </div>
                    { self.both(picture, &label) }
                    { self.other_dates(rule) }
                    { self.left_out(rule) }
                </div>
                { key(self.voice) }
            </figure>
        }
    }

    /// The wide picture by day under the rule that stands first, and its width.
    pub(super) fn drawn(&self) -> Option<(Drawn, f64)> {
        let rule = self.rules.get(default_rule(&self.rules, &self.years))?;
        let (first, last) = self.years.first().zip(self.years.last())?;
        let name = self.name_of(rule);
        let title = self.tell(LaunchesMsg::ByDay { name, first: *first, last: *last });
        let picture = by_day(self.days(rule), Form::Wide, self.voice.locale);
        let years: Vec<AttrValue> = self.years.iter().map(|year| self.year_of_days(rule, *year)).collect();
        let drawn = Drawn {
            name: title.clone(),
            about: AttrValue::default(),
            rows: Vec::new(),
            picture: drawing(&picture, "launch-chart wide", title, self.as_of),
            height: picture.height,
            words: years.join(" ").into(),
            side: "",
            is_later: false,
        };
        Some((drawn, picture.width))
    }

    fn year_of_days(&self, rule: &Rule<'_>, year: i32) -> AttrValue {
        let talks = year_of_talks(&self.talks, &self.negotiations, year);
        let launches = rule.launch_days(year);
        self.tell(LaunchesMsg::YearOfDays { year, launches, talks })
    }

    /// A picture for a wide and for a narrow room.
    fn both(&self, picture: impl Fn(Form) -> crate::scene::Drawing, label: &AttrValue) -> Html {
        let drawn = |form, class| drawing(&picture(form), class, label.clone(), self.as_of);
        html! { <>{ drawn(Form::Wide, "launch-chart wide") }{ drawn(Form::Narrow, "launch-chart narrow") }</> }
    }

    fn name_of<'r>(&'r self, rule: &'r Rule<'_>) -> &'r str {
        self.rules
            .iter()
            .find(|own| own.reference == rule.reference)
            .map_or(rule.reference, |own| self.name(own.reference))
    }

    /// How many days the rule's own clock dates otherwise.
    fn other_dates(&self, rule: &Rule<'_>) -> Html {
        let differs = |day: &&&crate::dossier::model::TestDay| {
            self.years.contains(&day.date.year())
                && day.dates_by_reference.get(rule.reference).is_some_and(|date| date.first() != day.date)
        };
        let days = rule.days.iter().filter(differs).count();
        html! {
            if days > 0 {
                <p class="chart-note" dir="auto">{ self.tell(LaunchesMsg::OtherDates { name: self.name_of(rule), days }) }</p>
            }
        }
    }

    /// The days on record that the rule leaves out, in the years for which it lists days.
    fn left_out(&self, rule: &Rule<'_>) -> Html {
        let left_out = self.test_days().iter().filter(|day| {
            let year = day.date.year();
            self.years.contains(&year)
                && rule.launch_days(year).is_some()
                && !day.counted_by.iter().any(|by| by == rule.reference)
        });
        let days: Vec<String> = left_out
            .map(|day| {
                let locale = self.voice.locale;
                let kind = locale.bracketed(&self.voice.text(&day.type_as_reported));
                [locale.day(day.date, DateStyle::Long), kind].concat()
            })
            .collect();
        html! {
            if !days.is_empty() {
                <p class="chart-note" dir="auto">
                    { self.tell(LaunchesMsg::LeftOut { name: self.name_of(rule), days: days.len() }) }
                    { days.join(self.voice.locale.between_brackets()) }
                    { "." }
                </p>
            }
        }
    }

    /// The pauses on record, with their lengths and what the rule counts inside them.
    pub(super) fn pauses(&self, rule: Option<&Rule<'_>>) -> Html {
        if self.tests.pauses.is_empty() {
            return html! { <p class="missing">{ self.tell(LaunchesMsg::NoPauses) }</p> };
        }
        html! {
            <div class="pauses">
                <h3>{ self.tell(LaunchesMsg::Pauses) }</h3>
                <ul>{ for self.tests.pauses.iter().map(|pause| self.pause(pause, rule)) }</ul>
            </div>
        }
    }

    fn pause(&self, pause: &Pause, rule: Option<&Rule<'_>>) -> Html {
        let Pause { start, end, .. } = *pause;
        html! {
            <li>
                <b>{ self.tell(LaunchesMsg::PauseOf { start, end, days: pause_days(pause) }) }</b>
                { source_links(self.voice, self.dossier, &pause.sources) }
                if let Some(rule) = rule {
                    <p dir="auto">{ self.inside(pause, rule) }</p>
                }
                if let Some(note) = pause.note.as_ref() {
                    <p dir="auto" lang={self.voice.told}>{ self.voice.text(note) }</p>
                }
            </li>
        }
    }

    /// What the rule counts inside a pause: the days it lists there, else whole years.
    fn inside(&self, pause: &Pause, rule: &Rule<'_>) -> Option<AttrValue> {
        let name = self.name_of(rule);
        let days = rule.days_inside(pause);
        if !days.is_empty() {
            let words: Vec<String> =
                days.iter().map(|day: &Day| self.voice.locale.day(*day, DateStyle::Long)).collect();
            let said = self.tell(LaunchesMsg::InsideDays { name, days: days.len() });
            return Some(format!("{said}{}.", words.join(", ")).into());
        }
        let (first, last, sum) = rule.years_inside(pause)?;
        Some(self.tell(LaunchesMsg::InsideYears { name, unit: rule.unit, first, last, sum }))
    }
}
