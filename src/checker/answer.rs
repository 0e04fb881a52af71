//! What the page is told of a text.

use crate::dossier::Dossier;
use crate::dossier::check::{Diagnostic, Severity, SourceFile, check};
use crate::messages::Locale;
use crate::views::fragment::fragment;
use crate::views::record::sections;
use crate::views::words::{Manner, Voice};

/// Between the fields of a problem.
const FIELD: &str = "\u{1f}";
/// Behind each problem.
const END: &str = "\u{1e}";
/// The most problems told. Nobody mends more at once.
const MOST: usize = 50;

/// What was found, then the parts of the record.
pub(super) fn answer(name: String, text: String) -> Vec<String> {
    let checked = check(&[SourceFile { name, text }]);
    let mut answer = vec![found(&checked.diagnostics)];
    answer.extend(checked.dossier.iter().flat_map(parts));
    answer
}

fn found(diagnostics: &[Diagnostic]) -> String {
    let of = |severity: Severity| diagnostics.iter().filter(move |found| found.severity == severity);
    let (errors, warnings) = (of(Severity::Error).count(), of(Severity::Warning).count());
    let mut said = [&errors.to_string(), FIELD, &warnings.to_string(), END].concat();
    of(Severity::Error).chain(of(Severity::Warning)).take(MOST).for_each(|found| tell(found, &mut said));
    said
}

fn tell(found: &Diagnostic, said: &mut String) {
    let (line, column) = (found.line.to_string(), found.column.to_string());
    let fields = [found.code.as_str(), &found.file, &line, &column, &found.message, &found.fix];
    for field in fields {
        // A text that is quoted may hold any character; these two are ours.
        said.extend(field.chars().filter(|letter| !matches!(letter, '\u{1e}' | '\u{1f}')));
        said.push_str(FIELD);
    }
    said.push_str(END);
}

/// The parts below the gap as of the dossier's first date, on a page that has no others beside it.
pub(super) fn parts(dossier: &Dossier) -> Vec<String> {
    let voice = Voice::of(Manner { own_pages: false, ..Manner::main_page(Locale::En) }).about(dossier);
    let written = sections(voice, dossier, dossier.meta.default_as_of, "").map(fragment);
    written.into_iter().filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::dossier::text::Text;

    /// The answer to the real dossier with a change, as one file.
    fn answer_to(change: impl FnOnce(&mut Dossier)) -> Vec<String> {
        let mut dossier = us_dprk();
        dossier.schema = None;
        change(&mut dossier);
        answer("x.json".to_owned(), serde_json::to_string(&dossier).unwrap())
    }

    /// The values of an attribute, in order.
    fn values<'a>(markup: &'a str, attribute: &str) -> Vec<&'a str> {
        let before = format!(" {attribute}=\"");
        markup.split(before.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    /// The id of each part's section.
    fn sections_of(answer: &[String]) -> Vec<&str> {
        answer[1..].iter().map(|part| values(part, "id")[0]).collect()
    }

    #[test]
    fn a_sound_dossier_brings_counts_and_all_sections_in_order() {
        let answer = answer_to(|_| ());
        let counts = answer[0].split(END).next();
        assert_eq!(counts, Some("0\u{1f}268"), "errors and warnings of dossiers/us-dprk");
        let order =
            ["words", "meetings", "clock", "promises", "launches", "argument", "sources", "as-of-bar"];
        assert_eq!(sections_of(&answer), order);
        assert!(answer[6].contains("id=\"tour\""), "the panel comes with its section");
    }

    #[test]
    fn what_the_dossier_does_not_have_has_no_section() {
        let answer = answer_to(|dossier| *dossier = dossier.record());
        assert_eq!(sections_of(&answer), ["sources", "as-of-bar"]);
    }

    #[test]
    fn a_dossier_with_errors_brings_the_problems_alone() {
        let answer = answer_to(|dossier| dossier.commitments[0].by = vec!["no\u{1f}bo\u{1e}dy".to_owned()]);
        assert_eq!(answer.len(), 1);
        let mut problems = answer[0].split(END);
        assert_eq!(problems.next(), Some("1\u{1f}268"), "errors and warnings of dossiers/us-dprk, by then");
        let first: Vec<&str> = problems.next().unwrap().split(FIELD).collect();
        // Code, file, line, column, message, fix, and the end.
        assert_eq!((first.len(), first[0], first[1]), (7, "E0202", "x.json"));
        assert!(first[4].contains("nobody"), "{}", first[4]);
        assert_eq!(problems.count(), MOST, "the first fifty, and what is behind the last END");
        assert_eq!(answer_of_no_json().len(), 1);
    }

    fn answer_of_no_json() -> Vec<String> {
        answer("x.json".to_owned(), "{ \"meta\": ".to_owned())
    }

    #[test]
    fn no_text_of_a_dossier_is_markup() {
        let evil = "<b>\u{5e9}\u{5dc}\u{5d5}\u{5dd}</b><script>x</script> \"' &lt;";
        let answer = answer_to(|dossier| {
            let text = || Text::from(evil);
            dossier.meta.method = vec![text()];
            dossier.documents[0].title = text();
            dossier.documents[0].clauses[0].operative_words = text();
            dossier.terms[0].term = text();
            dossier.processes[0].title = text();
            dossier.processes[0].meetings[0].label = text();
            dossier.estimates[0].claim = text();
            dossier.commitments[0].text = text();
            dossier.arms_tests.as_mut().unwrap().note = Some(text());
            dossier.argument.as_mut().unwrap().title = text();
            dossier.argument.as_mut().unwrap().steps[0].claim = text();
            dossier.sources[0].title = text();
        });
        assert_eq!(answer.len(), 9, "{}", answer[0]);
        for part in &answer[1..8] {
            assert!(part.contains("&lt;b&gt;") && part.contains("&amp;lt;"), "{}", values(part, "id")[0]);
            assert!(!part.contains("<script") && !part.contains("<b>\u{5e9}"), "{}", values(part, "id")[0]);
            assert!(!part.contains(" style="), "{}", values(part, "id")[0]);
        }
    }

    /// A dossier that was opened has no pages of its own: every link leads to a place on the page, to a view of it or to another
    /// site.
    #[test]
    fn no_link_leads_to_a_page_that_is_not_there() {
        let answer = answer_to(|_| ());
        let markup = answer[1..].concat();
        let ids: std::collections::BTreeSet<&str> = values(&markup, "id").into_iter().collect();
        let mut counted = 0;
        for address in values(&markup, "href") {
            counted += 1;
            let there = match address.strip_prefix('#') {
                // The app's own.
                Some(place) => {
                    ids.contains(place)
                        || matches!(place, "as-of-date" | "timeline")
                        || place.starts_with("issue-")
                }
                None => {
                    ["?on=", "?event=", "https://", "http://"].iter().any(|begin| address.starts_with(begin))
                }
            };
            assert!(there, "{address}");
        }
        assert!(counted > 2000, "{counted}");
        assert_eq!(ids.len(), values(&markup, "id").len(), "no id twice");
    }
}
