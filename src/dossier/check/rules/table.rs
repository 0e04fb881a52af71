//! The address of the event table: a file of the dossier's own folder.

use super::super::super::table::is_beside;
use super::super::code::Code;
use super::super::report::Report;
use super::super::typed::Typed;
use super::super::walk::shorten;

pub fn check(typed: &Typed<'_>, report: &mut Report) {
    let Some(node) = typed.event_table else { return };
    if let Some(address) = node.as_str().filter(|address| !is_beside(address)) {
        let message = format!("\"{}\" does not lead to a file beside the dossier", shorten(address));
        let fix = "write the file's name, such as \"events.csv\", or a path below the dossier's folder";
        report.add(Code::BadTableAddress, node.span, message, fix);
    }
}
