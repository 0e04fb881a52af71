//! `docs/diagnostics.md` explains every code, and no other.

use daylight::dossier::check::Code;

use super::root;

#[test]
fn every_code_is_explained_and_nothing_else() {
    let text = std::fs::read_to_string(root("docs/diagnostics.md")).unwrap();
    let sections: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("### ")).collect();
    let codes: Vec<&str> = sections.iter().filter_map(|title| title.split(' ').next()).collect();
    let expected: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(codes, expected);
    for section in text.split("\n### ").skip(1) {
        let code = section.split(' ').next().unwrap_or_default();
        for part in ["Means:", "Example:", "Fix:"] {
            assert!(section.contains(&format!("\n{part}")), "{code} has no `{part}`");
        }
    }
}
