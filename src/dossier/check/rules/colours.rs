//! Colours: six hexadecimal digits, which is what both the page and a contrast can be computed from.

use super::super::code::Code;
use super::super::report::Report;
use super::super::typed::Typed;
use super::super::walk::shorten;

pub fn check(typed: &Typed<'_>, report: &mut Report) {
    for colour in typed.of("Colour") {
        for node in ["light", "dark"].into_iter().filter_map(|ground| colour.node.get(ground)) {
            let Some(text) = node.as_str() else { continue };
            let is_colour = text
                .strip_prefix('#')
                .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
            if !is_colour {
                let message = format!("\"{}\" is not a colour the page can use", shorten(text));
                report.add(
                    Code::BadColour,
                    node.span,
                    message,
                    "write # and six hexadecimal digits: \"#1d4f91\"",
                );
            }
        }
    }
}
