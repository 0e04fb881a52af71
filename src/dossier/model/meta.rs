//! What a dossier is about, who takes part, and the dates it offers.

use super::super::date::{Day, Edtf};
use super::super::text::Text;
#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

/// The dossier's own particulars.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Meta {
    /// Stable name in lower-case letters, digits and hyphens.
    pub id: String,
    /// Title of the page.
    pub title: Text,
    /// One or two sentences under the title.
    pub dek: Text,
    /// Languages of the texts (BCP 47); the first is that of plain texts.
    pub languages: Vec<String>,
    /// The time it covers.
    pub span: Span,
    /// The as-of date a reader sees first.
    pub default_as_of: Day,
    /// The licence of the content.
    pub content_licence: String,
    /// The day on which the record was last checked.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub checked_on: Option<Day>,
    /// How the record was made: what is in, how positions are coded, who wins when sources disagree.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub method: Vec<Text>,
    /// What was corrected after publication, newest first.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub corrections: Vec<Correction>,
}

/// When a record was last gone over, as citations say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Upkeep {
    /// The day on which it was last checked.
    pub checked: Option<Day>,
    /// The day of the newest correction, where that is later.
    pub corrected: Option<Day>,
}

impl Upkeep {
    /// The day of the last change that is on record.
    pub fn last(self) -> Option<Day> {
        self.corrected.or(self.checked)
    }
}

impl Meta {
    /// When the record was last gone over. The outline has no corrections, so it knows the check alone.
    pub fn upkeep(&self) -> Upkeep {
        let newest = self.corrections.iter().map(|correction| correction.on).max();
        Upkeep { checked: self.checked_on, corrected: newest.filter(|on| Some(*on) > self.checked_on) }
    }
}

/// The time a dossier covers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Span {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// The stretch that is shown first, an interval.
    pub focus: Edtf,
}

/// Something that was wrong and was put right.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Correction {
    /// The day of the correction.
    pub on: Day,
    /// What changed, and why.
    pub text: Text,
}

/// Somebody who acts: a state, an organisation, a group.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Party {
    /// Stable id.
    pub id: String,
    /// Common name.
    pub name: Text,
    /// Official name, where it differs.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub formal: Option<Text>,
    /// Short name for labels. Sentences take it as a singular ("Westland has"), so a plural such as "the Islands" reads badly in them; where a
    /// `capital` stands, the page says that in its place.
    pub short: Text,
    /// The capital, by which diplomats name it. Without one the page says its short name.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub capital: Option<Text>,
    /// Which of the two sides whose daylight is measured; absent for everybody else.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub side: Option<Side>,
    /// The party's colour on light and dark ground; sides without one get the house colours.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub colour: Option<Colour>,
}

impl Party {
    /// What the page calls it: by its capital, as diplomats do, else by its short name.
    pub fn called(&self) -> &Text {
        self.capital.as_ref().filter(|capital| !capital.is_empty()).unwrap_or(&self.short)
    }
}

/// One of the two sides whose daylight is measured: `a` is drawn above the axis, `b` below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum Side {
    /// Drawn above the axis.
    A,
    /// Drawn below the axis.
    B,
}

/// A colour for both grounds, each as `#rrggbb`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Colour {
    /// On light ground.
    pub light: String,
    /// On dark ground.
    pub dark: String,
}

/// An as-of date worth a button.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Preset {
    /// Stable id.
    pub id: String,
    /// The date.
    pub on: Day,
    /// What the button says.
    pub label: Text,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_party_is_name_of_its_capital_and_without_one_by_its_short_name() {
        let party = |capital: Option<&str>| Party {
            id: "us".to_owned(),
            name: "United States".into(),
            formal: None,
            short: "US".into(),
            capital: capital.map(Text::from),
            side: None,
            colour: None,
        };
        let called = |capital| party(capital).called().get("en").to_owned();
        assert_eq!([called(Some("Washington")), called(None), called(Some(""))], ["Washington", "US", "US"]);
    }

    #[test]
    fn a_correction_counts_where_it_is_later_than_the_check() {
        let day = |text: &str| Day::parse(text).unwrap();
        let of = |checked: Option<&str>, corrections: &[&str]| {
            let correction = |on: &&str| Correction { on: day(on), text: Text::default() };
            let mut meta = crate::analysis::fixture::us_dprk().meta;
            (meta.checked_on, meta.corrections) =
                (checked.map(day), corrections.iter().map(correction).collect());
            let upkeep = meta.upkeep();
            assert_eq!(upkeep.last(), upkeep.corrected.or(upkeep.checked));
            (upkeep.checked.map(|day| day.to_string()), upkeep.corrected.map(|day| day.to_string()))
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(of(Some("2026-02-01"), &["2026-01-01", "2026-02-01"]), (some("2026-02-01"), None));
        let later = &["2026-02-02", "2026-02-03", "2026-01-01"];
        assert_eq!(of(Some("2026-02-01"), later), (some("2026-02-01"), some("2026-02-03")));
        assert_eq!(of(None, &["2026-01-01"]), (None, some("2026-01-01")));
    }
}
