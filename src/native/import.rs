//! `daylight import`: a file of somebody else becomes a dossier beside it, and everything that was not plain is told.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use annotate_snippets::Level;
use clap::{Args, ValueEnum};

use super::report::{Told, told};
use super::{files, read, table, terminal};
use crate::dossier::check::{Diagnostic, MAX_FILE_BYTES, Severity, SourceFile, read_json};
use crate::dossier::model::{EventKind, Lane};
use crate::dossier::table::is_beside;
use crate::import::{Format, Imported, Joining, Note, NoteKind, Wishes, import, is_language};

/// What `daylight import` is told.
#[derive(Args)]
#[command(
    after_help = "Reads: a spreadsheet with one event or one source a row (CSV, or copied with its tabs), the spreadsheet and the JSON of \
TimelineJS, and sources in CSL-JSON or BibTeX. What the file does not say is left out of the records; `daylight check` then leads \
to each place.\n\nExit codes: 0 written, or nothing new for --joins; 1 the file cannot be understood or the dossier not written; 2 a path cannot be read."
)]
pub struct ImportArgs {
    /// The file to read; it stays as it is
    file: PathBuf,
    /// The file to write; without it STEM.dossier.json beside FILE
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Write even where a file stands already
    #[arg(long)]
    force: bool,
    /// The dossier that the records are to join: its parties, sources and ids are known then, and only what is new is written
    #[arg(long, value_name = "DOSSIER")]
    joins: Option<PathBuf>,
    /// What the file is, where that is not to be detected
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    format: Option<FormatName>,
    /// The kind of events whose row names none
    #[arg(long, value_parser = kind)]
    kind: Option<EventKind>,
    /// The lane of events whose row names none: a, b, both or other
    #[arg(long, value_parser = lane)]
    lane: Option<Lane>,
    /// The language of the texts, as a BCP 47 tag; with --joins one that the dossier declares
    #[arg(long, value_name = "TAG", value_parser = language)]
    language: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatName {
    /// A table with one event a row
    Spreadsheet,
    /// A table with one source a row
    SourcesCsv,
    /// TimelineJS's spreadsheet
    TimelinejsCsv,
    /// TimelineJS's JSON
    TimelinejsJson,
    /// Sources as CSL-JSON
    CslJson,
    /// Sources as BibTeX
    Bibtex,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Format {
        match name {
            FormatName::Spreadsheet => Format::Spreadsheet,
            FormatName::SourcesCsv => Format::SourceSheet,
            FormatName::TimelinejsCsv => Format::TimelineSheet,
            FormatName::TimelinejsJson => Format::TimelineJson,
            FormatName::CslJson => Format::CslJson,
            FormatName::Bibtex => Format::Bibtex,
        }
    }
}

fn kind(name: &str) -> Result<EventKind, String> {
    let names = || EventKind::NAMED.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
    let found = EventKind::NAMED.iter().find(|(_, known)| *known == name);
    found.map(|(kind, _)| *kind).ok_or_else(|| format!("kinds are {}", names()))
}

fn lane(name: &str) -> Result<Lane, String> {
    Lane::parse(name).ok_or_else(|| "lanes are a, b, both, other".to_owned())
}

fn language(tag: &str) -> Result<String, String> {
    is_language(tag)
        .then(|| tag.to_owned())
        .ok_or_else(|| "a language is named by its BCP 47 tag, as en, ko or zh-Hant".to_owned())
}

/// Imports, tells what was noticed, and says by its exit code whether a dossier was written.
pub fn run(args: &ImportArgs) -> ExitCode {
    let file = match source(&args.file) {
        Ok(file) => file,
        Err((error, code)) => {
            terminal::error(&error);
            return ExitCode::from(code);
        }
    };
    let out = args.out.clone().unwrap_or_else(|| args.file.with_extension("dossier.json"));
    // Also where one of the two is a link to the other.
    if fs::canonicalize(&out).is_ok_and(|out| fs::canonicalize(&args.file).is_ok_and(|file| file == out)) {
        terminal::error(&format!(
            "{} is the file that is imported, which stays as it is; name another file with --out",
            out.display()
        ));
        return ExitCode::FAILURE;
    }
    if args.joins.is_some() && !is_read(&out) {
        terminal::error(&format!(
            "{} would not be read with the dossier, whose files end in .json and do not begin with a dot; name another file with --out",
            out.display()
        ));
        return ExitCode::FAILURE;
    }
    let joining = match args.joins.as_deref().map(|path| joining(path, &out)).transpose() {
        Ok(joining) => joining,
        Err((error, code)) => {
            terminal::error(&error);
            return ExitCode::from(code);
        }
    };
    if let (Some(language), Some(joining)) = (&args.language, &joining)
        && let Some(why) = joining.refuses(language)
    {
        terminal::error(&why);
        return ExitCode::FAILURE;
    }
    let wishes = Wishes {
        format: args.format.map(Format::from),
        kind: args.kind,
        lane: args.lane,
        language: args.language.clone(),
    };
    let imported = match import(&file.name, &file.text, &wishes, joining.as_ref()) {
        Ok(imported) => imported,
        Err(refusal) => {
            let place = (refusal.place.line, refusal.place.column, &refusal.place.bytes);
            let error = Told {
                level: Level::ERROR,
                message: &refusal.message,
                place,
                fix: &refusal.fix,
                elsewhere: "",
            };
            eprintln!("{}", told(&file, &error, terminal::coloured_errors()));
            return ExitCode::FAILURE;
        }
    };
    // An empty file would only be in the way.
    if imported.events + imported.sources == 0 {
        let why =
            if args.joins.is_some() { "no record of it is new" } else { "no record of it was understood" };
        terminal::print(&report(&file, &imported, &format!("Nothing was written: {why}.")));
        return if args.joins.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    if out.exists() && !args.force {
        terminal::error(&format!(
            "{} is there already; name another file with --out, or write over it with --force",
            out.display()
        ));
        return ExitCode::FAILURE;
    }
    if let Err(error) = files::put(&out, imported.json().as_bytes()) {
        terminal::error(&format!("cannot write {}: {error}", out.display()));
        return ExitCode::FAILURE;
    }
    let written = format!("Written to {}. {}", out.display(), next(&out, args.joins.as_deref()));
    terminal::print(&report(&file, &imported, &written));
    ExitCode::SUCCESS
}

/// The file's text, or why there is none and the exit code for it.
fn source(path: &Path) -> Result<SourceFile, (String, u8)> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    fs::File::open(path)
        .and_then(|file| file.take(limit).read_to_end(&mut bytes))
        .map_err(|error| (format!("cannot read {}: {error}", path.display()), 2))?;
    let name = path.display().to_string();
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err((format!("{name} is UTF-16: save it as UTF-8 (in Excel: CSV UTF-8)"), 1));
    }
    if is_workbook(&bytes) {
        return Err((
            format!("{name} is an Excel workbook: save the sheet as CSV UTF-8, and import that"),
            1,
        ));
    }
    let cut = bytes.len() > MAX_FILE_BYTES;
    String::from_utf8(bytes).map(|text| SourceFile { name: name.clone(), text }).or_else(|error| {
        let at = error.utf8_error().valid_up_to();
        let whole = error.utf8_error().error_len().is_some();
        let good = error.as_bytes().get(..at).unwrap_or_default();
        let good = String::from_utf8_lossy(good).into_owned();
        // A file that is too large was cut off, perhaps inside a character; the importer says that it is too large.
        if cut && !whole {
            return Ok(SourceFile { name: name.clone(), text: good + "  " });
        }
        let line = good.matches('\n').count() + 1;
        Err((
            format!(
                "{name}:{line}: the file is not UTF-8 (byte {at}): save it as UTF-8 (in Excel: CSV UTF-8)"
            ),
            1,
        ))
    })
}

/// Whether bytes are a workbook's: an archive with what Excel keeps in `xl/`, or the older format.
fn is_workbook(bytes: &[u8]) -> bool {
    let has = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    bytes.starts_with(b"PK\x03\x04") && has(b"xl/workbook")
        || bytes.starts_with(b"\xd0\xcf\x11\xe0")
            && (has(b"W\0o\0r\0k\0b\0o\0o\0k\0") || has(b"B\0o\0o\0k\0"))
}

/// What is known of the dossier that records join, or why that cannot be known and the exit code for it; it may have errors. A file of it
/// that is to be written over says nothing: its records would be taken for known, left out, and gone.
fn joining(path: &Path, out: &Path) -> Result<Joining, (String, u8)> {
    let files = read::read(path).map_err(|error| (error.to_string(), 2))?;
    let written_over = fs::canonicalize(out).ok();
    let stays = |name: &str| written_over.is_none() || fs::canonicalize(name).ok() != written_over;
    let known = files.files.iter().filter(|file| stays(&file.name));
    let values = known.map(|file| {
        let no_text = files.problems.iter().find(|problem| problem.file == file.name);
        no_text.map_or_else(|| value(file), |problem| Err(unknown(problem)))
    });
    let values = values.collect::<Result<Vec<_>, _>>().map_err(|error| (error, 1))?;
    let address = values.iter().find_map(|file| file.get("event_table")?.as_str());
    let table = address.filter(|address| is_beside(address)).map(|address| table::place(path, address));
    let mut known = Joining::of(&values);
    if let Some(table) = table {
        let name = table.display();
        let unread = match fs::read(&table) {
            Ok(text) => known
                .add_table(&String::from_utf8_lossy(&text))
                .err()
                .map(|(line, why)| format!("{name}:{line}: {why}")),
            Err(error) => Some(format!("{name}: {error}")),
        };
        if let Some(why) = unread {
            terminal::warning(&format!(
                "the event table cannot be read: {why}. A row that it has already is imported once more"
            ));
        }
    }
    Ok(known)
}

/// The JSON of one of the dossier's files.
fn value(file: &SourceFile) -> Result<serde_json::Value, String> {
    let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
    serde_json::from_str(text).map_err(|error| {
        // The checker knows what to do about it.
        let (_, problems) = read_json(&file.text);
        let problem = problems.into_iter().find(|problem| problem.severity == Severity::Error);
        problem.map_or_else(
            || format!("{}: {error}", file.name),
            |problem| unknown(&Diagnostic { file: file.name.clone(), ..problem }),
        )
    })
}

fn unknown(Diagnostic { file, line, column, message, fix, .. }: &Diagnostic) -> String {
    format!("{file}:{line}:{column}: {message}; {fix}. What the file has would be imported once more")
}

/// Whether a file of this name is one of a dossier's, for the command and for the studio.
fn is_read(out: &Path) -> bool {
    let hidden = out.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    out.extension().is_some_and(|extension| extension == "json") && !hidden
}

/// Everything that was noticed, what was read and, in `end`, what was written.
fn report(file: &SourceFile, imported: &Imported, end: &str) -> String {
    let colour = terminal::coloured_output();
    let mut text = String::new();
    for note in &imported.notes {
        text.push_str(&one(file, note, colour));
        text.push_str("\n\n");
    }
    let count = |kind| imported.notes.iter().filter(|note| note.kind == kind).count();
    text.push_str(&format!(
        "{} was read as {}: {}, {}.\n{} open, {} left out, {} guessed.\n{end}\n",
        file.name,
        imported.format.name(),
        terminal::counted(imported.events, "event"),
        terminal::counted(imported.sources, "source"),
        count(NoteKind::Open),
        count(NoteKind::LeftOut),
        count(NoteKind::Guessed),
    ));
    text
}

/// What to do now. Records that join a dossier are none by themselves: it is the dossier that is checked, with them in its folder.
fn next(out: &Path, joins: Option<&Path>) -> String {
    let Some(dossier) = joins else {
        return format!("Now `daylight check {}` leads to what is open.", terminal::word(out));
    };
    let check = format!("`daylight check {}` leads to what is open", terminal::word(dossier));
    let absolute = |path: &Path| fs::canonicalize(path).ok();
    let there =
        out.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    if !dossier.is_dir() {
        format!(
            "They join {dossier}: put both files into a folder of their own, or the records into that file, and `daylight check` \
             of it leads to what is open.",
            dossier = dossier.display()
        )
    } else if there.and_then(absolute) == absolute(dossier) {
        format!("They are part of {} now; {check}.", dossier.display())
    } else {
        format!("Move it into {}; then {check}.", dossier.display())
    }
}

fn one(file: &SourceFile, note: &Note, colour: bool) -> String {
    let (level, word) = match note.kind {
        NoteKind::Open => (Level::WARNING, "open"),
        NoteKind::LeftOut => (Level::WARNING, "left out"),
        NoteKind::Guessed => (Level::NOTE, "guessed"),
    };
    let Some((first, more)) = note.places.split_first() else { return String::new() };
    let message = format!("{word}: {}", note.message);
    told(
        file,
        &Told {
            level,
            message: &message,
            place: (first.line, first.column, &first.bytes),
            fix: &note.fix,
            elsewhere: &elsewhere(more.iter().map(|place| place.line)),
        },
        colour,
    )
}

/// The other lines where something is so; of many only the first.
fn elsewhere(lines: impl ExactSizeIterator<Item = usize>) -> String {
    const NAMED: usize = 12;
    let more = lines.len().saturating_sub(NAMED);
    let named: Vec<String> = lines.take(NAMED).map(|line| line.to_string()).collect();
    match (named.len(), more) {
        (0, _) => String::new(),
        (1, _) => format!("also on line {}", named.concat()),
        (_, 0) => format!("also on lines {}", named.join(", ")),
        (_, more) => format!("also on lines {} and at {more} more places", named.join(", ")),
    }
}
