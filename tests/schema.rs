//! `schema/dossier.schema.json` and `docs/dossier-reference.md` are what the types say.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

use std::path::Path;

use serde_json::{Value, json};

/// Compared as values: a library that only tests use makes serde_json keep the order of keys, which the command sorts.
#[test]
fn the_schema_file_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/dossier.schema.json");
    let written: Value =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap_or_default()).unwrap_or_default();
    let current: Value = serde_json::from_str(&daylight::native::schema::text()).unwrap();
    assert!(written == current, "schema/ is stale: run `cargo run -- schema`");
}

#[test]
fn the_reference_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/dossier-reference.md");
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == daylight::native::reference::text(),
        "docs/dossier-reference.md is stale: run `cargo run -- schema --format markdown`"
    );
}

/// Every keyword that the schema has, by draft 07; one that is not known here fails the test.
fn validate(value: &Value, schema: &Value, root: &Value, place: &str, wrong: &mut Vec<String>) {
    let Some(rules) = schema.as_object() else {
        assert!(schema.is_boolean(), "{place}: {schema} is no schema");
        if schema == false {
            wrong.push(format!("{place} may not be here"));
        }
        return;
    };
    // By draft 07 nothing beside a reference counts.
    if let Some(reference) = rules.get("$ref") {
        let target = root.pointer(reference.as_str().unwrap().strip_prefix('#').unwrap()).unwrap();
        return validate(value, target, root, place, wrong);
    }
    let fits = |schema: &Value| {
        let mut inside = Vec::new();
        validate(value, schema, root, place, &mut inside);
        inside.is_empty()
    };
    let list = |rule: &Value| rule.as_array().unwrap().clone();
    for (keyword, rule) in rules {
        let holds = match keyword.as_str() {
            "$schema" | "title" | "description" | "definitions" | "examples" | "default" | "then"
            | "else" => true,
            "format" => {
                assert_eq!(rule, "date", "{place}: a format that standard programs do not know");
                true
            }
            "type" => {
                let names = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                let is = |name: &Value| match name.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "null" => value.is_null(),
                    "number" => value.is_number(),
                    "integer" => value.is_i64(),
                    name => panic!("{place}: the type {name}"),
                };
                names.iter().any(is)
            }
            "enum" => list(rule).contains(value),
            "const" => value == rule,
            "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= rule.as_f64().unwrap()),
            "anyOf" => list(rule).iter().any(fits),
            "oneOf" => list(rule).iter().filter(|schema| fits(schema)).count() == 1,
            "minProperties" => {
                value.as_object().is_none_or(|fields| fields.len() as u64 >= rule.as_u64().unwrap())
            }
            "pattern" => {
                let matches = pattern(rule.as_str().unwrap());
                value.as_str().is_none_or(matches)
            }
            "required" => {
                let has = |name: &Value| value.get(name.as_str().unwrap()).is_some();
                !value.is_object() || list(rule).iter().all(has)
            }
            "allOf" => {
                list(rule).iter().for_each(|schema| validate(value, schema, root, place, wrong));
                true
            }
            "if" => {
                let then = if fits(rule) { "then" } else { "else" };
                validate(value, &rules[then], root, place, wrong);
                true
            }
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    validate(item, rule, root, &format!("{place}/{number}"), wrong);
                }
                true
            }
            "propertyNames" => {
                for name in value.as_object().into_iter().flat_map(|fields| fields.keys()) {
                    validate(&Value::from(name.as_str()), rule, root, &format!("{place}/{name}"), wrong);
                }
                true
            }
            "properties" => {
                for (name, schema) in rule.as_object().unwrap() {
                    if let Some(inside) = value.get(name) {
                        validate(inside, schema, root, &format!("{place}/{name}"), wrong);
                    }
                }
                true
            }
            "additionalProperties" => {
                for (name, inside) in value.as_object().into_iter().flatten() {
                    if rules.get("properties").is_none_or(|known| known.get(name).is_none()) {
                        validate(inside, rule, root, &format!("{place}/{name}"), wrong);
                    }
                }
                true
            }
            keyword => panic!("{place}: the keyword {keyword}"),
        };
        if !holds {
            wrong.push(format!("{place}: {keyword} {rule} does not hold of {value}"));
        }
    }
}

/// The two patterns that the schema has, since no library for more is here.
fn pattern(pattern: &str) -> fn(&str) -> bool {
    let day = |text: &str| {
        let shape = |c: char| if c.is_ascii_digit() { '0' } else { c };
        text.chars().map(shape).eq("0000-00-00".chars())
    };
    let language = |text: &str| {
        let part = |(place, part): (usize, &str)| {
            let (least, letter): (_, fn(char) -> bool) = if place == 0 {
                (2, |c| c.is_ascii_alphabetic())
            } else {
                (1, |c| c.is_ascii_alphanumeric())
            };
            (least..=8).contains(&part.len()) && part.chars().all(letter)
        };
        text.split('-').enumerate().all(part)
    };
    match pattern {
        r"^\d{4}-\d{2}-\d{2}$" => day,
        "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" => language,
        pattern => panic!("the pattern {pattern}"),
    }
}

fn problems(file: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(&daylight::native::schema::text()).unwrap();
    let mut wrong = Vec::new();
    validate(file, &schema, &schema, "", &mut wrong);
    wrong
}

/// An editor that knows the standard and not Daylight underlines nothing in a file that is sound.
#[test]
fn every_file_of_a_dossier_is_valid_by_the_standard() {
    for folder in ["dossiers/us-dprk", "starter"] {
        let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        for path in files
            .map(|file| file.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "json"))
        {
            let file = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let wrong = problems(&file);
            assert!(wrong.is_empty(), "{}: {:?}", path.display(), &wrong[..wrong.len().min(3)]);
        }
    }
}

#[test]
fn what_is_wrong_is_not_valid_by_the_standard() {
    for wrong in [
        json!({ "event": [] }),
        json!({ "language": "ko" }),
        json!({ "texts": {} }),
        json!({ "language": "ko", "texts": { "meta/title": { "ko": "x" } } }),
        json!({ "language": "ko", "texts": {}, "events": [] }),
        json!({ "presets": [{ "date": "June", "label": "x" }] }),
    ] {
        assert!(!problems(&wrong).is_empty(), "{wrong}");
    }
    assert!(problems(&json!({ "language": "ko", "texts": { "meta/title": "x" } })).is_empty());
    assert!(problems(&json!({})).is_empty());
}

/// The formats are gone that standard programs refuse, and what they say of a number is said in words of the standard.
#[test]
fn a_number_says_what_it_may_be() {
    let schema: Value = serde_json::from_str(&daylight::native::schema::text()).unwrap();
    let field = |pointer: &str| schema.pointer(&format!("/definitions/{pointer}")).unwrap().clone();
    let range = |pointer: &str| {
        let field = field(pointer);
        (field["minimum"].as_u64(), field["maximum"].as_u64())
    };
    assert_eq!(range("Event/properties/weight"), (Some(1), Some(3)));
    assert_eq!(range("Position/properties/low"), (Some(0), Some(255)));
    assert_eq!(range("YearCount/properties/year"), (Some(0), Some(65_535)));
    assert_eq!(range("YearCount/properties/success"), (Some(0), Some(u64::from(u32::MAX))));
    for pointer in
        ["Event/properties/weight", "YearCount/properties/success", "Estimate/properties/years_low"]
    {
        assert!(field(pointer).get("format").is_none(), "{pointer}");
    }
    assert_eq!(field("Day")["format"], "date");
}
