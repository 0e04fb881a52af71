//! The files to take along: the dossier in the formats of other programs, in `data/` and beside the records' own pages.

use std::path::Path;

use super::cores::on_all_cores;
use super::drawn::charts;
use super::{BuildError, write};
use crate::dossier::Dossier;
use crate::export::Published;
use crate::messages::Ending;
use crate::native::export::{File, Format, citation_files, cited_by_event, cited_by_issue, columns, files};
use crate::views::take::{Taken, TakenFiles};

/// Writes all of them; gives what the page that lists them says. Pictures of the same drawings come from the earlier site.
pub fn write_all(
    dossier: &Dossier,
    published: Published<'_>,
    json: &str,
    out: &Path,
    earlier: &Path,
) -> Result<TakenFiles, BuildError> {
    let put = |file: &File| write(&out.join("data").join(&file.name), &file.bytes);
    let listed = |files: &[File], ending: Ending| -> Vec<Taken> {
        let taken = |file: &File| Taken {
            href: file.name.clone(),
            name: file.name.clone(),
            ending,
            bytes: file.bytes.len() as u64,
        };
        files.iter().map(taken).collect()
    };
    let made = |format: Format, ending: Ending| -> Result<Vec<Taken>, BuildError> {
        let files = files(dossier, format, published)?;
        files.iter().try_for_each(put)?;
        Ok(listed(&files, ending))
    };
    let whole = Taken {
        href: "../dossier.json".to_owned(),
        name: "dossier.json".to_owned(),
        ending: Ending::Json,
        bytes: json.len() as u64,
    };
    let mut citations = made(Format::CslJson, Ending::Csl)?;
    citations.extend(made(Format::Bibtex, Ending::Bib)?);
    citations.extend(made(Format::Ris, Ending::Ris)?);
    let taken = TakenFiles {
        whole: vec![whole],
        tables: made(Format::Csv, Ending::Csv)?,
        columns: columns(dossier)?,
        calendar: made(Format::Ics, Ending::Ics)?,
        citations,
        charts: charts(dossier, published.locale, published.address, out, earlier)?,
        on: dossier.focus_days().1,
    };
    let beside = |folder: &str, id: &str, cited: &[File]| {
        let folder = out.join(folder).join(id);
        cited.iter().try_for_each(|file| write(&folder.join(&file.name), &file.bytes))
    };
    on_all_cores(&dossier.events, |event| {
        let cited = cited_by_event(dossier, event, published);
        beside("event", &event.id, &citation_files("citations", &cited))
    })?;
    on_all_cores(&dossier.issues, |issue| {
        let cited = cited_by_issue(dossier, issue, published);
        beside("issue", &issue.id, &citation_files("citations", &cited))
    })?;
    Ok(taken)
}
