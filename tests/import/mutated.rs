//! Files that something happened to on their way: cut, doubled, mixed. Whatever comes, an answer comes back, with places in the
//! text. The fuzz targets in `fuzz/` do the same for longer.

use daylight::import::{Format, Note, Wishes, import};
use proptest::prelude::*;

use super::{cases, name};

const FORMATS: [Option<Format>; 7] = [
    None,
    Some(Format::Spreadsheet),
    Some(Format::SourceSheet),
    Some(Format::TimelineSheet),
    Some(Format::TimelineJson),
    Some(Format::CslJson),
    Some(Format::Bibtex),
];

/// What stands in the way most often.
const SPLINTERS: [&str; 16] = [
    "\"",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "{",
    "}",
    "[",
    "<",
    "&#",
    "=HYPERLINK(",
    "\u{feff}",
    "한",
    "-",
    "\\",
];

fn hold(name: &str, text: &str, format: Option<Format>) {
    let wishes = Wishes { format, ..Wishes::default() };
    let in_text = |line: usize, start: usize| line >= 1 && text.is_char_boundary(start);
    match import(name, text, &wishes, None) {
        Ok(imported) => {
            for Note { places, .. } in &imported.notes {
                assert!(
                    !places.is_empty() && places.iter().all(|place| in_text(place.line, place.bytes.start))
                );
            }
            let back: serde_json::Value = serde_json::from_str(&imported.json()).unwrap();
            assert_eq!(back, imported.dossier);
        }
        Err(refusal) => {
            assert!(in_text(refusal.place.line, refusal.place.bytes.start) && !refusal.fix.is_empty())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn files_with_an_accident_still_get_an_answer(
        case in 0usize..64,
        format in prop::sample::select(FORMATS.to_vec()),
        from in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
        splinter in prop::sample::select(SPLINTERS.to_vec()),
        cut in any::<bool>(),
    ) {
        let cases = cases();
        let path = &cases[case % cases.len()];
        let text: Vec<char> = std::fs::read_to_string(path).unwrap().chars().collect();
        let (a, b) = (from.index(text.len()), to.index(text.len()));
        let (a, b) = (a.min(b), a.max(b));
        let mut broken: String = text[..a].iter().collect();
        broken.push_str(splinter);
        // A part is left out, or stands twice.
        broken.extend(&text[if cut { b } else { a.saturating_sub(b - a) }..]);
        hold(&name(path), &broken, format);
    }

    #[test]
    fn any_text_gets_an_answer(text in "[\\PC\n\r\t\"]{0,200}", format in prop::sample::select(FORMATS.to_vec())) {
        hold("a.txt", &text, format);
    }
}
