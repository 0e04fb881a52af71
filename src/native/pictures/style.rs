//! The page's style sheets as a drawing by itself can carry them: light colours put in place of their names, the rules of marks
//! alone, and selectors that every program for SVG knows.

use std::sync::LazyLock;

use resvg::usvg::roxmltree::{Document, Node};

use crate::dossier::Dossier;
use crate::dossier::model::Side;
use crate::native::css::without_comments;

/// The sheets that say how marks look.
const SHEETS: [&str; 6] = [
    include_str!("../../../styles/timeline.css"),
    include_str!("../../../styles/gap.css"),
    include_str!("../../../styles/meetings.css"),
    include_str!("../../../styles/clock.css"),
    include_str!("../../../styles/promises.css"),
    include_str!("../../../styles/launches.css"),
];

/// Where colours and fonts have their names.
const TOKENS: &str = include_str!("../../../styles/tokens.css");

/// The properties that a drawing has.
const DRAWN: [&str; 18] = [
    "color",
    "fill",
    "fill-opacity",
    "fill-rule",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "opacity",
    "paint-order",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "visibility",
];

/// Letters that the frame writes, and what only drawings by themselves need. A line that the page stretches without making it
/// thicker or thinner is made thicker here, since few programs but browsers know how.
const OWN: &str = "text{font-family:var(--sans);fill:var(--ink)}.sheet{fill:var(--paper)}.rule{stroke:var(--ink);stroke-width:1}\
    .soft{fill:var(--ink-soft)}.side-a .mine{fill:var(--side-a)}.side-b .mine{fill:var(--side-b)}\
    .strong{font-weight:600}.hairline{stroke:var(--hairline);stroke-width:1}.side-none,.drawn{color:var(--ink)}\
    .drawn.side-a{color:var(--side-a)}.drawn.side-b{color:var(--side-b)}#meetings .playhead{stroke-width:5}[data-away]{visibility:hidden}\
    .outline text,.outline .playhead{fill:var(--paper)!important}.inside text,.inside .playhead{stroke:none!important}";

/// The style sheet of a dossier's drawings.
pub fn style(dossier: &Dossier) -> String {
    let names = names(dossier);
    let mut out = String::new();
    for sheet in SHEETS.into_iter().chain([OWN]) {
        for (selectors, declarations) in rules(&without_comments(sheet)) {
            let kept: Vec<String> =
                declarations.split(';').filter_map(|one| declaration(one, &names)).collect();
            let known: Vec<String> = selectors_of(&selectors).into_iter().filter_map(selector).collect();
            if !kept.is_empty() && !known.is_empty() {
                out.push_str(&format!("{}{{{}}}\n", known.join(","), kept.join(";")));
            }
        }
    }
    out
}

/// The names of colours and fonts with their values, in light.
fn names(dossier: &Dossier) -> Vec<(String, String)> {
    let tokens = without_comments(TOKENS);
    let root = rules(&tokens).into_iter().find(|(selector, _)| selector == ":root");
    let mut names: Vec<(String, String)> = root
        .iter()
        .flat_map(|(_, declarations)| declarations.split(';'))
        .filter_map(|one| one.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .filter(|(name, _)| name.starts_with("--"))
        .collect();
    for (side, name) in [(Side::A, "--side-a"), (Side::B, "--side-b")] {
        if let Some(colour) = dossier.side(side).and_then(|party| party.colour.as_ref())
            && let Some(known) = names.iter_mut().find(|(known, _)| known == name)
        {
            known.1.clone_from(&colour.light);
        }
    }
    // A party's colour is that of the group it is drawn in.
    names.push(("--party".to_owned(), "currentColor".to_owned()));
    names
}

/// The rules outside of any `@` block: selectors and declarations.
fn rules(css: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once('{') {
        let selector = before.trim();
        let mut depth = 1;
        let end = after.char_indices().find(|(_, c)| {
            depth += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            depth == 0
        });
        let end = end.map_or(after.len(), |(at, _)| at);
        if !selector.starts_with('@') {
            found.push((selector.to_owned(), after.get(..end).unwrap_or_default().trim().to_owned()));
        }
        rest = after.get(end + 1..).unwrap_or_default();
    }
    found
}

/// A declaration that a drawing has, with values in place of names.
fn declaration(text: &str, names: &[(String, String)]) -> Option<String> {
    let (name, value) = text.split_once(':')?;
    let name = name.trim();
    let value = filled(value.trim(), names)?;
    DRAWN.contains(&name).then(|| format!("{name}:{}", pixels(&value)))
}

/// Puts values in place of names; `None` where one is not known and has no other.
fn filled(value: &str, names: &[(String, String)]) -> Option<String> {
    let Some((before, after)) = value.split_once("var(") else { return Some(value.to_owned()) };
    let mut depth = 1;
    let end = after.char_indices().find(|(_, c)| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    });
    let (inside, rest) = after.split_at(end?.0);
    let (name, other) =
        inside.split_once(',').map_or((inside, None), |(name, other)| (name, Some(other.trim())));
    let known = names.iter().find(|(known, _)| known == name.trim()).map(|(_, value)| value.as_str());
    filled(&format!("{before}{}{}", known.or(other)?, rest.get(1..).unwrap_or_default()), names)
}

/// Lengths against the page's letters in pixels.
fn pixels(value: &str) -> String {
    match value.strip_suffix("rem").and_then(|number| number.parse::<f64>().ok()) {
        Some(number) => format!("{}px", number * 16.0),
        None => value.to_owned(),
    }
}

/// A list of selectors, cut at its commas; `a :is(b, c)` is two.
fn selectors_of(list: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut depth, mut one) = (0, String::new());
    for c in list.chars() {
        match c {
            ',' if depth == 0 => found.push(std::mem::take(&mut one)),
            c => {
                depth += i32::from(c == '(') - i32::from(c == ')');
                one.push(c);
            }
        }
    }
    found.push(one);
    found.iter().flat_map(|selector| spread(selector.trim())).collect()
}

fn spread(selector: &str) -> Vec<String> {
    let Some((before, after)) = selector.split_once(":is(") else { return vec![selector.to_owned()] };
    let Some((choices, rest)) = after.split_once(')') else { return Vec::new() };
    choices.split(',').flat_map(|choice| spread(&format!("{before}{}{rest}", choice.trim()))).collect()
}

/// What holds not yet has an attribute of its own in a drawing, since only browsers know `:not()`.
fn selector(selector: String) -> Option<String> {
    let selector = selector
        .replace("[data-dates]:not([data-now])", "[data-later]")
        .replace(":not([data-now])", "[data-later]");
    (!selector.contains([':', '*'])).then_some(selector)
}

/// Marks the elements that hold not yet, for the style sheet.
pub fn with_later(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    for (number, part) in markup.split('<').enumerate() {
        if number > 0 {
            out.push('<');
        }
        match part.split_once(" data-dates=\"") {
            Some((before, after)) if !part.split('>').next().unwrap_or_default().contains(" data-now=") => {
                out.push_str(&format!("{before} data-later=\"\" data-dates=\"{after}"));
            }
            _ => out.push_str(part),
        }
    }
    out
}

/// Writes the outline of words, and of the line of the as-of date, as a copy below them: programs that do not know `paint-order` would
/// paint it over them. Larger marks stay as they are: they can be seen all the same. What is no document stays too.
pub fn with_outlines(svg: &str) -> String {
    static OUTLINED: LazyLock<Vec<String>> = LazyLock::new(|| {
        SHEETS
            .into_iter()
            .flat_map(|sheet| rules(&without_comments(sheet)))
            .filter(|(_, declarations)| declarations.contains("paint-order: stroke"))
            .flat_map(|(selectors, _)| selectors_of(&selectors))
            .filter_map(selector)
            .collect()
    });
    let Ok(document) = Document::parse(svg) else { return svg.to_owned() };
    let (mut out, mut done) = (String::with_capacity(svg.len() * 2), 0);
    let is_thin = |node: &Node<'_, '_>| node.has_tag_name((SVG, "text")) || is_called(*node, ".playhead");
    for node in document.descendants().filter(is_thin) {
        if OUTLINED.iter().any(|selector| is_selected(node, selector)) {
            let range = node.range();
            let own = svg.get(range.clone()).unwrap_or_default();
            out.push_str(svg.get(done..range.start).unwrap_or_default());
            out.push_str(&format!(
                "<g class=\"outline\" aria-hidden=\"true\">{own}</g><g class=\"inside\">{own}</g>"
            ));
            done = range.end;
        }
    }
    out.push_str(svg.get(done..).unwrap_or_default());
    out
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// Whether a selector of names and classes means an element: its last part the element, the others some that hold it.
fn is_selected(node: Node<'_, '_>, selector: &str) -> bool {
    let mut parts = selector.split_whitespace().rev();
    let mut around = node.ancestors().skip(1);
    parts.next().is_some_and(|own| is_called(node, own))
        && parts.all(|part| around.any(|node| is_called(node, part)))
}

/// Whether an element has the name and all classes of `name.class.class`.
fn is_called(node: Node<'_, '_>, part: &str) -> bool {
    let mut words = part.split('.');
    let is_named = words.next().is_some_and(|name| name.is_empty() || name == node.tag_name().name());
    let classes = node.attribute("class").unwrap_or_default();
    is_named && words.all(|class| classes.split_whitespace().any(|own| own == class))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<(String, String)> {
        [("--ink", "#111"), ("--sans", "A, \"B C\"")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into()
    }

    #[test]
    fn names_become_values_and_what_no_drawing_has_is_left_out() {
        let of = |text| declaration(text, &names());
        assert_eq!(of(" fill: var(--ink) ").as_deref(), Some("fill:#111"));
        assert_eq!(of("fill: var(--none, var(--ink))").as_deref(), Some("fill:#111"));
        assert_eq!(of("fill: var(--none)"), None);
        assert_eq!(of("font-family: var(--sans, x)").as_deref(), Some("font-family:A, \"B C\""));
        assert_eq!(of("font-size: 0.75rem").as_deref(), Some("font-size:12px"));
        assert_eq!(of("grid-column: 2"), None);
    }

    #[test]
    fn only_rules_that_hold_everywhere_are_taken() {
        let found = rules("a { b: c }\n@media print { d { e: f } }\ng, h:hover { i: j }");
        assert_eq!(found, [("a".into(), "b: c".into()), ("g, h:hover".into(), "i: j".into())]);
        let known: Vec<_> = selectors_of("g, h:hover, .m :is(line, rect), .x[data-dates]:not([data-now]) y")
            .into_iter()
            .filter_map(selector)
            .collect();
        assert_eq!(known, ["g", ".m line", ".m rect", ".x[data-later] y"]);
    }

    #[test]
    fn an_outline_lies_below_what_it_surrounds() {
        let svg =
            |inner: &str| format!("<svg xmlns=\"{SVG}\"><g class=\"talks-way unmet\">{inner}</g></svg>");
        for words in [
            "<text>a</text>",
            "<rect class=\"playhead over\"/>",
            "<text class=\"label x\" x=\"1\">a <tspan>b</tspan></text>",
        ] {
            let both = format!(
                "<g class=\"outline\" aria-hidden=\"true\">{words}</g><g class=\"inside\">{words}</g>"
            );
            assert_eq!(with_outlines(&svg(&format!("{words}<path/>"))), svg(&format!("{both}<path/>")));
        }
        let plain = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text class=\"soft\">a</text><path class=\"glyph\"/><path class=\"playhead\"/></svg>";
        assert_eq!([with_outlines(plain), with_outlines("<svg")], [plain, "<svg"]);
    }

    #[test]
    fn what_holds_not_yet_says_so() {
        let markup = "<g data-dates=\"1\"><path data-dates=\"1 2\" data-now=\"\"/>x</g>";
        assert_eq!(
            with_later(markup),
            "<g data-later=\"\" data-dates=\"1\"><path data-dates=\"1 2\" data-now=\"\"/>x</g>"
        );
    }
}
