//! Scripts as they are sent.

/// A script without the lines that hold nothing but a comment: each visit loads it, and no reader needs them. No text in it goes
/// over several lines.
pub fn as_sent(script: &str) -> String {
    let is_code = |line: &&str| !line.is_empty() && !line.starts_with("//");
    script.lines().map(str::trim).filter(is_code).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_goes_out_without_its_comments_and_with_all_its_code() {
        let script = "// What it is.\n(() => {\n\n  // Why.\n  go(\"https://x.example\"); // here\n})();\n";
        assert_eq!(as_sent(script), "(() => {\ngo(\"https://x.example\"); // here\n})();\n");
        let frame = include_str!("../../web/frame.js");
        let others = ["boot", "link", "bar"].map(|name| {
            std::fs::read_to_string(format!("{}/web/{name}.js", env!("CARGO_MANIFEST_DIR"))).unwrap()
        });
        // A text over several lines would lose its spaces: in each line the signs that begin and end such a text come in pairs.
        let lines = others.iter().flat_map(|script| script.lines()).chain(frame.lines());
        for line in lines.map(str::trim).filter(|line| !line.starts_with("//")) {
            assert_eq!(line.matches('`').count() % 2, 0, "{line}");
        }
        let out = as_sent(frame);
        assert!(out.starts_with("(() => {\n") && out.len() * 10 < frame.len() * 9, "{} bytes", out.len());
    }
}
