//! View `launches`: missile and nuclear tests beside days of talks, under one named counting rule at a time. The reader chooses the
//! rule by radio buttons and the style sheet alone, so that it works without scripts.

mod common;
mod key;
mod rule;
mod tables;
#[cfg(test)]
#[cfg(feature = "native")]
mod test;

use yew::prelude::*;

use crate::analysis::{Rule, default_rule, negotiations, rules, talks, years_by_day, years_listed};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{ArmsTests, CountUnit, NuclearTest, TestDay};
use crate::messages::LaunchesMsg;
use crate::scene::{Days, Mark};
use crate::views::drawn::{Drawn, KeyLine};
use crate::views::element::html;
use crate::views::picture::layer;
use crate::views::share::share_section;
use crate::views::words::Voice;

/// The most rules to choose from: what `styles/launches.css` knows. Any further one stands below the others, unchosen and shown.
const CHOICES: usize = 8;

/// The section, as of a date. Nothing where the dossier has no record of tests.
pub fn launches(voice: Voice, dossier: &Dossier, as_of: Day) -> Html {
    let Some(tests) = dossier.arms_tests.as_ref() else { return Html::default() };
    let section = Section::new(voice, dossier, tests, as_of);
    html! {
        <section id="launches" aria-labelledby="launches-heading">
            <h2 id="launches-heading">{ voice.tell(LaunchesMsg::Heading) }</h2>
            { share_section(voice, "launches") }
            <p class="lede">{ voice.tell(LaunchesMsg::Lede) }</p>
            { section.choice() }
            { for section.rules.iter().map(|rule| section.panel(rule)) }
            if section.rules.is_empty() {
                { section.without_rules() }
            }
            if voice.own_pages {
                // On a page of their own, for they are as long as all the rest.
                <p class="as-table"><a href={format!("{}tables/#launches-tables", voice.base)}>{ voice.tell(LaunchesMsg::Tables) }</a></p>
            } else {
                { section.tables() }
            }
            if let Some(note) = tests.note.as_ref() {
                <p class="chart-note" dir="auto" lang={voice.told}>{ voice.text(note) }</p>
            }
        </section>
    }
}

/// The wide picture by day under the rule that stands first, with its title; nothing where no rule lists days.
pub fn launches_drawn(voice: Voice, dossier: &Dossier, as_of: Day) -> Option<(Drawn, f64)> {
    let section = Section::new(voice, dossier, dossier.arms_tests.as_ref()?, as_of);
    section.drawn()
}

/// The lines of its key: the shapes that stand in its markup.
pub fn launches_key(voice: Voice, markup: &str) -> Vec<KeyLine> {
    let is_drawn = |shape: &Mark| matches!(shape, Mark::Path { class, .. } if markup.contains(&format!("class=\"{class}\"")));
    let shapes = key::shapes().into_iter().filter(|(shape, _)| is_drawn(shape));
    let line = |(shape, words): (Mark, LaunchesMsg<'_>)| KeyLine {
        mark: layer(&[shape]),
        room: (16.0, 16.0),
        side: "side-none",
        words: voice.tell(words),
    };
    shapes.map(line).collect()
}

/// All days with launches and all nuclear tests as tables, for a page of their own.
pub fn launches_tables(voice: Voice, dossier: &Dossier) -> Html {
    let Some(tests) = dossier.arms_tests.as_ref() else { return Html::default() };
    let section = Section::new(voice, dossier, tests, dossier.meta.default_as_of);
    html! { <div id="launches-tables">{ section.tables() }</div> }
}

/// What all parts of the section need.
struct Section<'a> {
    voice: Voice,
    dossier: &'a Dossier,
    tests: &'a ArmsTests,
    as_of: Day,
    rules: Vec<Rule<'a>>,
    /// The years shown by day.
    years: Vec<i32>,
    talks: Vec<crate::analysis::Talk<'a>>,
    vague_talks: usize,
    /// The first and the last day of each negotiation whose meetings are listed.
    negotiations: Vec<(Day, Day)>,
}

impl<'a> Section<'a> {
    fn new(voice: Voice, dossier: &'a Dossier, tests: &'a ArmsTests, as_of: Day) -> Self {
        let years = years_by_day(tests);
        let ends = years.first().zip(years.last());
        let ends =
            ends.and_then(|(first, last)| Day::from_ymd(*first, 1, 1).zip(Day::from_ymd(*last, 12, 31)));
        let (talks, vague_talks) = ends.map(|(first, last)| talks(dossier, first, last)).unwrap_or_default();
        let (rules, negotiations) = (rules(tests), negotiations(dossier));
        Section { voice, dossier, tests, as_of, rules, years, talks, vague_talks, negotiations }
    }

    fn tell(&self, msg: LaunchesMsg<'_>) -> AttrValue {
        self.voice.tell(msg)
    }

    /// A rule's name: what stands before the colon of its definition, which by custom is who counts; else its key.
    fn name(&self, reference: &'a str) -> &'a str {
        let definition = self.tests.definitions.get(reference).map(|text| text.get(self.voice.locale.tag()));
        let before = definition.and_then(|text| text.split_once(':')).map(|(before, _)| before.trim());
        before.filter(|name| !name.is_empty() && name.chars().count() <= 80).unwrap_or(reference)
    }

    /// The choice of a rule, and why one stands first.
    fn choice(&self) -> Html {
        let first = default_rule(&self.rules, &self.years);
        let Some(rule) = self.rules.get(first) else {
            return html! { <p class="missing">{ self.tell(LaunchesMsg::NoRule) }</p> };
        };
        let name = self.name(rule.reference);
        if self.rules.len() == 1 {
            return html! { <p class="why" dir="auto">{ self.tell(LaunchesMsg::OneRule { name, unit: rule.unit }) }</p> };
        }
        let (listed, counted) = (years_listed(rule, &self.years), rule.years.len());
        let why = match listed {
            0 => LaunchesMsg::WhyFirstByYear { name, counted },
            _ => LaunchesMsg::WhyFirst { name, listed, by_day: self.years.len(), counted },
        };
        html! {
            <>
                <fieldset class="rule-choice">
                    <legend>{ self.tell(LaunchesMsg::Rules) }</legend>
                    <div class="choices">
                        { for self.rules.iter().take(CHOICES).enumerate().map(|(index, rule)| {
                            let name = self.name(rule.reference);
                            html! {
                                <label class="choice">
                                    <input type="radio" name="launch-rule" value={self.asked_as(index, rule)} checked={index == first} />
                                    <span dir="auto">{ self.tell(LaunchesMsg::RuleChoice { name, unit: rule.unit }) }</span>
                                </label>
                            }
                        }) }
                    </div>
                </fieldset>
                <p class="why" dir="auto">{ self.tell(why) }</p>
            </>
        }
    }

    /// A rule's name in an address: its key, with a number where another rule before it has the same.
    fn asked_as(&self, index: usize, rule: &Rule<'_>) -> String {
        let same = |other: &&Rule<'_>| other.reference == rule.reference;
        match self.rules.iter().take(index).filter(same).count() {
            0 => rule.reference.to_owned(),
            before => format!("{}.{}", rule.reference, before + 1),
        }
    }

    /// What is drawn by day under a rule.
    fn days<'r>(&'r self, rule: &'r Rule<'r>) -> Days<'r> {
        let Section { tests, talks, negotiations, years, .. } = self;
        Days { rule, nuclear: &tests.nuclear_tests, talks, negotiations, pauses: &tests.pauses, years }
    }

    /// Days, nuclear tests and talks on record, but no count: they are shown all the same, under no rule.
    fn without_rules(&self) -> Html {
        let nobody = Rule { reference: "", unit: CountUnit::Missiles, years: Vec::new(), days: Vec::new() };
        html! { <div class="rule">{ self.by_day(&nobody) }{ self.pauses(None) }</div> }
    }

    fn nuclear(&self) -> &'a [NuclearTest] {
        &self.tests.nuclear_tests
    }

    fn test_days(&self) -> &'a [TestDay] {
        &self.tests.missile_test_days
    }
}
