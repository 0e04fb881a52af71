//! Addresses: `https`, or `http` where a page was published so; nothing else becomes a link.

use super::super::code::Code;
use super::super::report::Report;
use super::super::typed::Typed;
use super::super::walk::shorten;

pub fn check(typed: &Typed<'_>, report: &mut Report) {
    for source in typed.of("Source") {
        for node in ["url", "archived_url"].into_iter().filter_map(|field| source.node.get(field)) {
            let Some(address) = node.as_str() else { continue };
            let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
            let is_clean = rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
                && !address
                    .contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c));
            match scheme {
                "https" if is_clean => {}
                "http" if is_clean => {
                    let message =
                        format!("the address of source {} is not encrypted", quoted_id(source.record.id));
                    let fix = "use https if the page answers there; an address published as http may stay";
                    report.add(Code::InsecureLink, node.span, message, fix);
                }
                _ => {
                    let message = format!("\"{}\" is not a web address", shorten(address));
                    let fix = "write the whole address, beginning with https://, with other characters percent-encoded";
                    report.add(Code::BadLink, node.span, message, fix);
                }
            }
        }
    }
}

fn quoted_id(id: Option<&str>) -> String {
    format!("`{}`", id.unwrap_or("?"))
}
