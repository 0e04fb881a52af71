//! Where a claim comes from.

use super::super::date::{Day, Edtf};
use super::super::text::Text;
#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

/// A published page or document.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// Who wrote it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub author: Option<Text>,
    /// When it was published.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub date: Option<Edtf>,
    /// Its address.
    pub url: String,
    /// An archived copy's address.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub archived_url: Option<String>,
    /// What sort of source it is.
    pub kind: SourceKind,
    /// How near it stands to the event.
    pub tier: Tier,
    /// The news agency whose copy the page carries.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub agency: Option<String>,
    /// Language of the page (BCP 47).
    pub lang: String,
    /// Whether the page itself was read; `false` where it is known only through others.
    pub seen: bool,
    /// What a reader must know besides.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}

impl Source {
    /// The day of the archived copy, where its address tells: web archives put fourteen digits, `YYYYMMDDhhmmss`, at the
    /// start of a part of the path.
    pub fn archived_on(&self) -> Option<Day> {
        self.archived_url.as_deref()?.split('/').find_map(|part| {
            let digits = part.bytes().take_while(u8::is_ascii_digit).count();
            let number = |from: usize, to: usize| part.get(from..to)?.parse::<u32>().ok();
            let year = i32::try_from(number(0, 4)?).ok().filter(|_| digits == 14)?;
            Day::from_ymd(year, number(4, 6)?, number(6, 8)?)
        })
    }
}

/// What sort of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum SourceKind {
    /// A document or transcript of a party.
    Primary,
    /// News reporting.
    Press,
    /// Research.
    Scholarly,
    /// Databases, institutes, chronologies.
    Reference,
}

/// How near a source stands to the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "check", derive(Serialize, Deserialize, schemars::JsonSchema))]
pub enum Tier {
    /// Official.
    A,
    /// Agencies, papers of record, institutes.
    B,
    /// Smaller outlets, and copies of agency texts in them.
    C,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_an_archived_copy_stands_in_its_address() {
        let day = |address: &str| {
            let json = r#"{"id": "s", "title": "S", "publisher": "P", "url": "https://example.org/", "kind": "press", "tier": "B",
                "lang": "en", "seen": true}"#;
            let mut source: Source = serde_json::from_str(json).unwrap();
            source.archived_url = Some(address.to_owned());
            source.archived_on().map(|day| day.to_string())
        };
        let found = Some("2018-06-12".to_owned());
        assert_eq!(day("https://web.archive.org/web/20180612103000/https://example.org/a"), found);
        assert_eq!(day("https://web.archive.org/web/20180612103000id_/https://example.org/a"), found);
        assert_eq!(day("https://archive.example/20180612103000/https://example.org/20190101000000"), found);
        for none in [
            "https://web.archive.org/web/2018/https://example.org/",
            "https://perma.cc/AB12-CD34",
            "https://web.archive.org/web/20181312103000/x",
            "https://example.org/201806121030001/",
            "",
            "\u{1f600}",
        ] {
            assert_eq!(day(none), None, "{none}");
        }
    }
}
