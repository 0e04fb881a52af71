//! Dossiers for the tests: the real one from `dossiers/us-dprk`, and small ones made by hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Gap, Issue, Position, Role, Rung};
use crate::dossier::text::Text;

/// A day that must be one.
pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The real dossier, read once.
pub(crate) fn us_dprk() -> Dossier {
    static READ: OnceLock<Dossier> = OnceLock::new();
    READ.get_or_init(read).clone()
}

/// The dossier's files, merged by top-level key: in its first language.
fn read() -> Dossier {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk");
    let mut whole = serde_json::Map::new();
    // Without the texts of further languages.
    let is_part = |path: &PathBuf| !path.to_string_lossy().ends_with(".texts.json");
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(is_part) {
        let text = fs::read_to_string(path).unwrap();
        whole.extend(serde_json::from_str::<serde_json::Map<_, _>>(&text).unwrap());
    }
    let mut dossier: Dossier = serde_json::from_value(serde_json::Value::Object(whole)).unwrap();
    dossier.meta.languages.truncate(1);
    dossier
}

/// An issue on which `a` expects and `b` offers, without positions, with rungs from 0 to `top`.
pub(crate) fn issue(top: u8) -> Issue {
    Issue {
        id: "issue".to_owned(),
        title: Text::from("Issue"),
        question: Text::default(),
        actors: vec!["b".to_owned()],
        gap: Gap { expects: "a".to_owned(), offers: "b".to_owned() },
        ladder: (0..=top)
            .map(|rung| Rung {
                rung,
                label: Text::from(format!("Rung {rung}").as_str()),
                meaning: Text::default(),
            })
            .collect(),
        positions: Vec::new(),
    }
}

/// A position of `a` where it expects, of `b` where it offers.
pub(crate) fn position(role: Role, from: &str, until: Option<&str>, low: u8, high: u8) -> Position {
    Position {
        party: if role == Role::Expects { "a" } else { "b" }.to_owned(),
        role,
        from: day(from),
        until: until.map(day),
        low,
        high,
        text: Text::default(),
        quote: None,
        event: None,
        sources: Vec::new(),
        confidence: None,
        judgement: false,
        note: None,
        audited: None,
    }
}
