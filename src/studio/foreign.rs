//! Files of other programs, dropped where a dossier is opened: what they are, and the way on.

use super::schema::{DOSSIER, Schema, Shape};
use super::value::Value;

/// What a file of another program is, and what to do with it.
pub type Foreign = (&'static str, &'static str);

/// Rows, or a text that is read like rows.
const PASTE: &str = "Begin or open a dossier, choose its Events or Sources, and paste it there (\u{201c}Paste a spreadsheet\u{201d}); or make a \
                     dossier of it with `daylight import`";

const WORKBOOK: Foreign = (
    "an Excel workbook",
    "Copy the rows of the sheet and paste them under Events or Sources (\u{201c}Paste a spreadsheet\u{201d}); or save the sheet as CSV UTF-8, \
     and make a dossier of that with `daylight import`",
);

/// A file that is no JSON, by the ending of its name.
pub fn by_name(name: &str) -> Option<Foreign> {
    Some(match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
        "csv" | "tsv" | "tab" | "ods" => ("a spreadsheet", PASTE),
        "xlsx" | "xlsm" | "xls" => WORKBOOK,
        // What is inside one that goes by the name of an archive.
        "xml" if name == "xl/workbook.xml" => WORKBOOK,
        "bib" | "bibtex" => (
            "a list of sources in BibTeX",
            "Make a file of a dossier of it with `daylight import`; or export it as CSL-JSON, and paste that under Sources (\u{201c}Paste a \
             spreadsheet\u{201d})",
        ),
        _ => return None,
    })
}

/// JSON of another program, by what it holds.
pub fn by_shape(value: &Value) -> Option<Foreign> {
    let all = |items: &[Value], keys: [&str; 2]| {
        !items.is_empty() && items.iter().all(|item| keys.iter().any(|key| item.get(key).is_some()))
    };
    match value {
        Value::List(items) if all(items, ["type", "title"]) => Some(("a list of sources in CSL-JSON", PASTE)),
        Value::Object(_) => {
            let events = value.get("events").map_or(&[][..], Value::items);
            let is_old = value.get("timeline").is_some_and(|timeline| timeline.get("date").is_some());
            let is_new = all(events, ["start_date", "startDate"]);
            (is_old || is_new).then_some(("a timeline of TimelineJS", PASTE))
        }
        _ => None,
    }
}

/// Whether an object has a part of a dossier at all.
pub fn has_a_part(schema: &Schema, doc: &Value) -> bool {
    let part =
        |key: &str| schema.field(DOSSIER, key).is_some_and(|field| !matches!(field.shape, Shape::Plain));
    doc.members().iter().any(|(key, _)| part(key))
}

#[cfg(test)]
mod tests {
    use super::super::files::{CannotOpen, open};
    use super::super::fixture::{schema, tiny};
    use super::super::zip::File;

    fn opened(files: &[(&str, &str)]) -> Result<(), String> {
        let file =
            |(name, text): &(&str, &str)| File { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() };
        let opened = open(&schema(), files.iter().map(file).collect());
        opened.map(|_| ()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_file_of_another_program_is_named_with_the_way_on() {
        for (name, text, is, way) in [
            ("talks.csv", "date,title\n", "talks.csv is a spreadsheet, not a dossier", "Paste a spreadsheet"),
            ("Talks.XLSX", "PK", "Talks.XLSX is an Excel workbook", "as CSV UTF-8"),
            // From inside one that was called an archive.
            ("xl/workbook.xml", "<x/>", "is an Excel workbook", "as CSV UTF-8"),
            ("a.bib", "@book{a}", "a.bib is a list of sources in BibTeX", "CSL-JSON"),
            ("z.json", r#"[{"type": "book", "title": "x"}]"#, "CSL-JSON", "Paste a spreadsheet"),
            (
                "t.json",
                r#"{"title": {}, "events": [{"start_date": {"year": 2018}}]}"#,
                "TimelineJS",
                "`daylight import`",
            ),
            ("o.json", r#"{"timeline": {"headline": "x", "date": []}}"#, "TimelineJS", "`daylight import`"),
            (
                "package.json",
                r#"{"name": "x", "version": "1"}"#,
                "package.json has no part of a dossier",
                "meta, parties",
            ),
            ("a.json", "{}", "a.json has no part of a dossier", "meta, parties"),
            ("list.json", "[1]", "a file of a dossier is an object", ""),
            ("notes.txt", "x", "no JSON file of a dossier is among them", ""),
        ] {
            let why = opened(&[(name, text)]).unwrap_err();
            assert!(why.contains(is) && why.contains(way), "{name}: {why}");
        }
        let large = CannotOpen::TooLarge(64).to_string();
        assert!(large.contains("64 MB"), "{large}");
        let unread = CannotOpen::Unread("talks/a.json".to_owned()).to_string();
        assert!(
            unread.starts_with("talks/a.json cannot be read") && unread.contains("choose it again"),
            "{unread}"
        );
    }

    #[test]
    fn of_many_files_that_are_no_part_the_first_are_named() {
        let why = |count: usize| {
            let names: Vec<String> = (1000..1000 + count).map(|at| format!("{at}.json")).collect();
            let (first, rest) = names.split_first().unwrap();
            let one = |name| (name, r#"{"name": "x"}"#);
            let rest = rest.iter().map(|name| (name.as_str(), "{}"));
            opened(&std::iter::once(one(first.as_str())).chain(rest).collect::<Vec<_>>()).unwrap_err()
        };
        assert!(why(10).contains("1008.json, 1009.json has no part"), "{}", why(10));
        assert!(why(3000).contains("1008.json, 1009.json and 2990 more has no part"), "{}", why(3000));
    }

    #[test]
    fn what_stands_beside_a_dossier_does_not_keep_it_from_being_opened() {
        let tiny = tiny().compact();
        assert_eq!(opened(&[("a.json", &tiny), ("talks.csv", "x"), ("a.bib", "x")]), Ok(()));
        assert_eq!(opened(&[("a.json", &tiny), ("package.json", r#"{"name": "x"}"#)]), Ok(()));
        // Parts of one, with what nobody knows.
        assert_eq!(opened(&[("a.json", r#"{"x-ours": 1, "events": [{"id": "a"}]}"#)]), Ok(()));
    }
}
