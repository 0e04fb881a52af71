//! The same facts as tables: years under a rule, all days, nuclear tests.

use yew::prelude::*;

use super::Section;
use super::common::source_links;
use crate::analysis::Rule;
use crate::dossier::date::Day;
use crate::dossier::model::{NuclearTest, TestDay, YearCount};
use crate::dossier::text::Text;
use crate::messages::{DateStyle, LaunchesMsg};
use crate::views::element::html;
use crate::views::pages::table_name;

impl<'a> Section<'a> {
    fn table(&self, summary: AttrValue, columns: &[LaunchesMsg<'_>], rows: Vec<Html>) -> Html {
        html! {
            <details class="launch-table" open={self.voice.alone}>
                <summary dir="auto">{ table_name(self.voice, summary) }</summary>
                <div class="table-scroll">
                    <table>
                        <thead><tr>{ for columns.iter().map(|column| html! { <th scope="col">{ self.tell(*column) }</th> }) }</tr></thead>
                        <tbody>{ rows }</tbody>
                    </table>
                </div>
            </details>
        }
    }

    fn date(&self, day: Day) -> Html {
        html! { <th scope="row"><time datetime={day.to_string()}>{ self.voice.locale.day(day, DateStyle::Short) }</time></th> }
    }

    fn note(&self, note: Option<&Text>) -> Html {
        html! {
            if let Some(note) = note {
                <span class="cell-note" dir="auto" lang={self.voice.told}>{ self.voice.text(note) }</span>
            }
        }
    }

    /// A rule's years. Years in a row that say the same of the same sources share one line.
    pub(super) fn year_table(&self, rule: &Rule<'a>) -> Html {
        let alike = |a: &&YearCount, b: &&YearCount| {
            a.year.saturating_add(1) == b.year
                && a.launches == 0
                && b.launches == 0
                && (&a.note, &a.sources, &a.definition, a.at_least)
                    == (&b.note, &b.sources, &b.definition, b.at_least)
        };
        let rows = rule.years.chunk_by(alike).map(|years| self.year_row(years)).collect();
        let columns =
            [LaunchesMsg::Year, LaunchesMsg::Count(rule.unit), LaunchesMsg::Outcomes, LaunchesMsg::Sources];
        self.table(self.tell(LaunchesMsg::YearTable { name: self.name(rule.reference) }), &columns, rows)
    }

    fn year_row(&self, years: &[&YearCount]) -> Html {
        let (Some(first), Some(last)) = (years.first(), years.last()) else { return Html::default() };
        let name = self.tell(LaunchesMsg::Years { first: first.year, last: last.year });
        let own = self.tests.definitions.get(&first.reference).is_none_or(|text| *text != first.definition);
        let YearCount { success, failure, unknown, .. } = **first;
        let number = self.voice.locale.number(usize::try_from(first.launches).unwrap_or(usize::MAX));
        html! {
            <tr>
                <th scope="row">{ name }</th>
                <td>{ if first.at_least { self.tell(LaunchesMsg::AtLeast(&number)) } else { number.into() } }</td>
                <td>
                    if first.launches > 0 {
                        { self.tell(LaunchesMsg::OutcomeCounts { success, failure, unknown }) }
                    }
                    { self.note(own.then_some(&first.definition)) }
                    { self.note(first.note.as_ref()) }
                </td>
                <td>{ source_links(self.voice, self.dossier, &first.sources) }</td>
            </tr>
        }
    }

    /// What belongs to no single rule: all days, and nuclear tests.
    pub(super) fn tables(&self) -> Html {
        let mut days: Vec<&TestDay> = self.test_days().iter().collect();
        days.sort_by_key(|day| day.date);
        let day_columns = [
            LaunchesMsg::Date,
            LaunchesMsg::Weapon,
            LaunchesMsg::Missiles,
            LaunchesMsg::Result,
            LaunchesMsg::CountedBy,
            LaunchesMsg::Sources,
        ];
        let nuclear_columns =
            [LaunchesMsg::Date, LaunchesMsg::Site, LaunchesMsg::Yield, LaunchesMsg::Sources];
        let day_rows = days.iter().map(|day| self.day_row(day)).collect();
        let nuclear_rows = self.nuclear().iter().map(|test| self.nuclear_row(test)).collect();
        html! {
            <>
                if !days.is_empty() {
                    { self.table(self.tell(LaunchesMsg::DayTable { days: days.len() }), &day_columns, day_rows) }
                }
                if !self.nuclear().is_empty() {
                    { self.table(self.tell(LaunchesMsg::NuclearTable { tests: self.nuclear().len() }), &nuclear_columns, nuclear_rows) }
                }
            </>
        }
    }

    fn day_row(&self, day: &TestDay) -> Html {
        let missing = || self.tell(LaunchesMsg::NotOnRecord);
        let by: Vec<&str> = day
            .counted_by
            .iter()
            .map(|by| {
                self.tests
                    .definitions
                    .iter()
                    .find(|(key, _)| *key == by)
                    .map_or(by.as_str(), |(key, _)| self.name(key))
            })
            .collect();
        html! {
            <tr>
                { self.date(day.date) }
                <td dir="auto" lang={self.voice.told}>{ self.voice.text(&day.type_as_reported) }{ self.note(day.note.as_ref()) }</td>
                <td>{ day.missiles.map_or_else(missing, |missiles| missiles.to_string().into()) }</td>
                <td dir="auto" lang={self.voice.told}>{ self.voice.text(&day.outcome_detail) }</td>
                <td dir="auto">{ if by.is_empty() { self.tell(LaunchesMsg::Nobody) } else { by.join(", ").into() } }</td>
                <td>{ source_links(self.voice, self.dossier, &day.sources) }</td>
            </tr>
        }
    }

    fn nuclear_row(&self, test: &NuclearTest) -> Html {
        let kilotons = test.yield_kt_estimates.iter().copied().filter(|kilotons| kilotons.is_finite());
        let low = kilotons.clone().reduce(f64::min);
        let range = low.zip(kilotons.reduce(f64::max));
        let range = range.map_or(LaunchesMsg::NotOnRecord, |(low, high)| LaunchesMsg::Kilotons { low, high });
        html! {
            <tr>
                { self.date(test.date) }
                <td dir="auto" lang={self.voice.told}>{ self.voice.text(&test.site) }{ self.note(test.note.as_ref()) }</td>
                <td>{ self.tell(range) }</td>
                <td>{ source_links(self.voice, self.dossier, &test.sources) }</td>
            </tr>
        }
    }
}
