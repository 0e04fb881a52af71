//! Dossiers for the tests: the real one from `dossiers/us-dprk`, and small ones made by hand.

use std::fs;
use std::path::Path;
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

/// The dossier's files, merged by top-level key.
fn read() -> Dossier {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk");
    let mut whole = serde_json::Map::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        whole.extend(serde_json::from_str::<serde_json::Map<_, _>>(&text).unwrap());
    }
    serde_json::from_value(serde_json::Value::Object(whole)).unwrap()
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
