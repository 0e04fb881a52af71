//! RIS: two letters and a value a line, read by every program that manages citations.

use super::reference::{Reference, ReferenceKind};
use crate::dossier::date::{Edtf, Precision};

/// The references as a `.ris` file. Its lines end as the format's own description ends them, with CR LF.
pub fn ris(references: &[Reference]) -> String {
    references.iter().map(entry).collect()
}

fn entry(reference: &Reference) -> String {
    let Reference { id, kind, title, authors, publisher, date, url, language, notes, .. } = reference;
    let mut out = String::new();
    let mut line = |tag: &str, value: &str| {
        let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        if !value.is_empty() {
            out.push_str(&format!("{tag}  - {value}\r\n"));
        }
    };
    line("TY", if *kind == ReferenceKind::News { "NEWS" } else { "ELEC" });
    line("ID", id);
    line("TI", title);
    for author in authors {
        line("AU", author);
    }
    // A newspaper's name is where the article stands; elsewhere it is who published the page.
    line(if *kind == ReferenceKind::News { "T2" } else { "PB" }, publisher);
    if let Some(date) = date {
        let (year, day) = dates(*date);
        line("PY", &year);
        line("DA", &day);
    }
    line("UR", url);
    line("LA", language);
    for note in notes {
        line("N1", note);
    }
    out.push_str("ER  - \r\n\r\n");
    out
}

/// The year, and `YYYY/MM/DD/` with what is not known left empty.
fn dates(date: Edtf) -> (String, String) {
    let (year, month, day) = date.anchor().ymd();
    let month_known = date.precision() >= Precision::Month;
    let day_known = date.precision() >= Precision::Day;
    if date.precision() < Precision::Year {
        return (String::new(), String::new());
    }
    let month = if month_known { format!("{month:02}") } else { String::new() };
    let day = if day_known { format!("{day:02}") } else { String::new() };
    (format!("{year:04}"), format!("{year:04}/{month}/{day}/"))
}
