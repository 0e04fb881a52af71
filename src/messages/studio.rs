//! What the studio says. The fields' own words are the format's.

use super::Told;

/// A sentence of the studio.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "a group of sentences has one line")]
pub enum StudioMsg<'a> {
    /// The page before the program is there.
    Heading,
    About,
    Loading,
    NeedsScripts,
    NotStarted,
    Stopped,
    Link,
    /// The first screen.
    Yours,
    NoneYet,
    NoStoreYet,
    Kept {
        when: &'a str,
        kilobytes: u64,
    },
    Continue(&'a str),
    Untitled,
    Delete(&'a str),
    ReallyDelete(&'a str),
    YesDelete,
    No,
    OpenHeading,
    OpenHelp,
    Files,
    Folder,
    Address,
    AddressHelp,
    Open,
    Opening,
    StopOpening,
    BeginHeading,
    Empty,
    Starter,
    Own(&'a str),
    /// The bar.
    AllDossiers,
    Undo(&'a str),
    Redo(&'a str),
    UndoWord,
    RedoWord,
    Export,
    SaveFile,
    SaveZip,
    Find,
    Found(usize, bool),
    /// How saving goes.
    Unchanged,
    Saving,
    Saved(&'a str),
    NoStore,
    Full,
    NotSaved(&'a str),
    /// Another tab.
    ReadOnly,
    TakeOver,
    TakenOver,
    Copied,
    /// What was opened.
    NotOpened(&'a str),
    /// The names of the first of them, and how many more there are.
    LeftOut(&'a str, usize),
    NoTable(&'a str),
    LargeTable(usize),
    NotListed(&'a str),
    PutAway,
    /// Panes.
    Records,
    Form,
    Page,
    Panes,
    Parts,
    /// The list of records.
    Filter,
    Count(usize, usize),
    NoRecords,
    AddRecord(&'a str),
    Choose,
    Nothing(&'a str),
    Unnamed,
    /// Rows of a spreadsheet.
    Paste,
    PasteHeading,
    PasteHelp,
    PasteField,
    PasteRead,
    PasteReading,
    PasteJoin {
        events: usize,
        sources: usize,
    },
    PasteNothing,
    PasteCancel,
    PasteAgain,
    PasteWaits,
    PasteOpen,
    PasteNote {
        kind: &'a str,
        message: &'a str,
        fix: &'a str,
        lines: &'a str,
    },
    PasteRefused(&'a str),
    /// Problems.
    Problems(usize, usize),
    NoProblems,
    NotChecked,
    More(usize),
    Fix(&'a str),
    Errors(usize),
    Warnings(usize),
    /// Tools of a record.
    Up(&'a str),
    Down(&'a str),
    Duplicate(&'a str),
    Remove(&'a str),
    UpWord,
    DownWord,
    DuplicateWord,
    RemoveWord,
    /// Fields.
    Optional,
    ToFill,
    ChooseOne,
    Yes,
    NoFlag,
    FromField(&'a str),
    Mentioned(usize),
    IdRefused(&'a str),
    WordCount(usize),
    Reads(&'a str),
    NotADate(&'a str),
    DateForms,
    DayForms,
    Seek(&'a str),
    NoMatch,
    MoreMatch(usize),
    Unknown(&'a str),
    GoTo(&'a str),
    TakeOff(&'a str),
    NewKey,
    /// The table of events.
    TableHas {
        name: &'a str,
        rows: usize,
    },
    TableAway(&'a str),
    TableLarge,
    TableUnread,
    TableHolds,
    TableLacks,
    TableGive,
    TableReplace,
    AddColumn(&'a str),
    TableOneLanguage,
    Add(&'a str),
    Also(&'a str),
    /// The page beside the form.
    LiveHeading,
    LiveWaiting,
    LivePartly,
    LiveBehind,
    /// What was done.
    Wrote(&'a str),
    Did {
        deed: &'a str,
        place: &'a str,
    },
    Undone(&'a str),
    Redone(&'a str),
    Moved(usize, usize),
    Stood(usize),
}

fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

fn a(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

impl Told for StudioMsg<'_> {
    /// The studio is the author's room; like the checker's and the command's messages its words are English in every language.
    fn korean(&self) -> String {
        match self {
            // On the front page.
            StudioMsg::Link => "스튜디오에서 자료집 만들기·고치기(영어)".to_owned(),
            _ => self.english(),
        }
    }

    fn english(&self) -> String {
        use StudioMsg as M;
        let plain = match self {
            M::Heading => "The studio",
            M::About => {
                "Make a dossier about a negotiation, or change one: in forms that know the format, with the page beside them. Your work is \
                 kept in this browser as you go and is sent nowhere; when it is ready, save it as a file."
            }
            M::Loading => "The studio is on its way.",
            M::NeedsScripts => "The studio needs scripts, which are off in this browser.",
            M::NotStarted => "The studio could not start in this browser.",
            M::Stopped => {
                "The studio stopped. What you wrote is kept in this browser up to the last second; reload the page to go on."
            }
            M::Link => "Make or change a dossier in the studio",
            M::Yours => "Kept in this browser",
            M::NoneYet => "Nothing yet. What you begin or open is kept here, on this machine alone.",
            M::NoStoreYet => {
                "This browser keeps nothing here: a private window, or its settings. You can work all the same; save your dossier as a \
                 file before you close the tab."
            }
            M::Untitled => "Without a title",
            M::YesDelete => "Delete it",
            M::No => "Keep it",
            M::OpenHeading => "Open a dossier",
            M::OpenHelp => {
                "Drop files, a folder or a zip archive anywhere on this page, or choose them. A dossier is one JSON file, or a folder of them."
            }
            M::Files => "Choose files",
            M::Folder => "Choose a folder",
            M::Address => "Or the address of a dossier",
            M::AddressHelp => {
                "A file on this site, or an https address whose site lets other pages read it (CORS)."
            }
            M::Open => "Open",
            M::Opening => "Opening\u{2026}",
            M::StopOpening => "Cancel",
            M::BeginHeading => "Begin",
            M::Empty => "An empty dossier",
            M::Starter => "A small finished example",
            M::AllDossiers => "All dossiers",
            M::UndoWord => "Undo",
            M::RedoWord => "Redo",
            M::Export => "Save as",
            M::SaveFile => "File",
            M::SaveZip => "Folder (zip)",
            M::Find => "Find in the dossier",
            M::Unchanged => "Kept in this browser",
            M::Saving => "Saving\u{2026}",
            M::NoStore => {
                "This browser keeps nothing here (a private window, or its settings). Save your dossier as a file before you close this tab."
            }
            M::Full => {
                "This browser\u{2019}s storage is full: your last changes are not kept. Save your dossier as a file now."
            }
            M::ReadOnly => "This dossier is open in another tab, so here it can only be read.",
            M::TakeOver => "Edit it here instead",
            M::TakenOver => {
                "Another tab has taken this dossier over; all you wrote here is in it. Here it can only be read now."
            }
            M::Copied => {
                "Another tab had changed this dossier. Nothing was written over: what you wrote here is kept as a dossier of its own."
            }
            M::PutAway => "Close this message",
            M::Records => "Records",
            M::Form => "Form",
            M::Page => "Page",
            M::Panes => "What is shown",
            M::Parts => "Parts of the dossier",
            M::Filter => "Find in this list",
            M::NoRecords => "None yet.",
            M::Paste => "Paste a spreadsheet",
            M::PasteHeading => "Rows of a spreadsheet",
            M::PasteHelp => {
                "Copy the rows in your spreadsheet, the first with the names of the columns (date, title, summary, kind, lane, sources; for rows of \
                 sources title, publisher, url, kind, tier, lang), and paste them here. CSV, a sheet of TimelineJS and sources in CSL-JSON \
                 are read too. Nothing is added before you have seen what was read."
            }
            M::PasteField => "The rows",
            M::PasteRead => "Read them",
            M::PasteReading => "Reading\u{2026}",
            M::PasteNothing => "Nothing new was found in them.",
            M::PasteCancel => "Put them away",
            M::PasteAgain => "Back to the rows",
            M::PasteWaits => "The rows you pasted are under \u{201c}Paste a spreadsheet\u{201d}.",
            M::PasteOpen => {
                "\u{201c}To be said\u{201d}: put it into the rows and read them again, or add them as they are and write it in their forms. \
                 The problems below the form lead to each place."
            }
            M::Choose => "Choose a record to edit it.",
            M::Unnamed => "(nothing written yet)",
            M::NoProblems => "No problems",
            M::NotChecked => "Checking\u{2026}",
            M::UpWord => "Up",
            M::DownWord => "Down",
            M::DuplicateWord => "Duplicate",
            M::RemoveWord => "Remove",
            M::Optional => "optional",
            M::ToFill => "To be filled in",
            M::ChooseOne => "Choose\u{2026}",
            M::Yes => "Yes",
            M::NoFlag => "No",
            M::DateForms => "2018, 2018-06 or 2018-06-12; from/to with a slash; ? doubtful, ~ about",
            M::DayForms => "One day, as 2018-06-12",
            M::NoMatch => "None of that name.",
            M::NewKey => "Name of a new entry",
            M::TableLarge => {
                "These are more rows than are edited here (20,000). The table is kept as it is, checked, and saved with the dossier; the page \
                 beside the form does without it."
            }
            M::TableUnread => {
                "The table\u{2019}s first row does not name the columns as it must, so that no row means anything yet. The table is kept and saved \
                 as it is. Mend the file and put it in the place of this one."
            }
            M::TableHolds => {
                "A row is an event in one line. Readings, texts in further languages and the day of an audit need the JSON, where events may \
                 stand too (\u{201c}Events\u{201d}). What you do not change comes out of here byte for byte as it went in."
            }
            M::TableLacks => "The table has no column for these, so no row has a field for them:",
            M::TableGive => "Give the table",
            M::TableReplace => "Put another file in its place",
            M::TableOneLanguage => {
                "A row of the table: texts are in the dossier\u{2019}s first language, and there are no readings. An event that needs more stands in \
                 the JSON, under \u{201c}Events\u{201d}."
            }
            M::LiveHeading => "The page",
            M::LiveWaiting => "The page follows once the dossier can be drawn.",
            M::LivePartly => "The parts below the issues follow once there are no errors.",
            M::LiveBehind => "This version cannot be drawn yet: the page shows an earlier one.",
            _ => "",
        };
        if !plain.is_empty() {
            return plain.to_owned();
        }
        match self {
            M::Kept { when, kilobytes } => format!("{when}, {kilobytes} KB"),
            M::Continue(title) => format!("Go on with {title}"),
            M::Delete(title) => format!("Remove {title} from this browser"),
            M::ReallyDelete(title) => {
                format!("Delete \u{201c}{title}\u{201d} from this browser? It cannot be brought back.")
            }
            M::Own(title) => format!("A copy of this site\u{2019}s dossier: {title}"),
            M::Undo(what) => format!("Undo: {what}"),
            M::Redo(what) => format!("Redo: {what}"),
            M::Found(count, more) => {
                format!("{}{}", counted(*count, "place"), if *more { " and more" } else { "" })
            }
            M::Saved(when) => format!("Kept in this browser, {when}"),
            M::NotSaved(why) => {
                format!("Your last changes are not kept ({why}). Save your dossier as a file now.")
            }
            M::NotOpened(why) => format!("This could not be opened. {why}"),
            M::LeftOut(files, more) => {
                let more = if *more > 0 {
                    format!(" and {} more", super::grouped(*more, ','))
                } else {
                    String::new()
                };
                format!("These files are no part of the dossier and were left out: {files}{more}.")
            }
            M::NoTable(name) => format!(
                "This dossier has its events in a table, {name}, which did not come with it. Open the whole folder, or give the table under \
                 \u{201c}Events in table\u{201d}; until then the page lacks those events."
            ),
            M::LargeTable(rows) => format!(
                "The table has {rows} rows, more than are edited here. It is kept as it is, checked, and saved with the dossier; the page \
                 beside the form does without it."
            ),
            M::NotListed(why) => format!("The dossiers kept in this browser could not be read ({why})."),
            M::Count(shown, all) if shown == all => counted(*all, "record"),
            M::Count(shown, all) => format!("{shown} of {}", counted(*all, "record")),
            M::AddRecord(noun) | M::Add(noun) => format!("Add {}", a(noun)),
            M::Nothing(part) => format!("This dossier has no {part}."),
            M::Problems(errors, 0) => counted(*errors, "error"),
            M::Problems(0, warnings) => counted(*warnings, "warning"),
            M::Problems(errors, warnings) => {
                format!("{}, {}", counted(*errors, "error"), counted(*warnings, "warning"))
            }
            M::PasteJoin { events, sources } => {
                let parts: Vec<String> = [(*events, "event"), (*sources, "source")]
                    .into_iter()
                    .filter(|(count, _)| *count > 0)
                    .map(|(count, one)| counted(count, one))
                    .collect();
                format!("Add {}", parts.join(" and "))
            }
            M::PasteNote { kind, message, fix, lines } => {
                let kind = match *kind {
                    "open" => "To be said",
                    "guessed" => "Guessed",
                    _ => "Left out",
                };
                let fix = if fix.is_empty() { String::new() } else { format!(" {fix}.") };
                format!("{kind}: {message} (line {lines}).{fix}")
            }
            M::PasteRefused(why) => format!("These rows could not be read: {why}."),
            M::More(count) => format!("{count} more are not listed."),
            M::Fix(fix) => format!("Fix: {fix}"),
            M::Errors(count) => counted(*count, "error"),
            M::Warnings(count) => counted(*count, "warning"),
            M::Up(what) => format!("Move {what} up"),
            M::Down(what) => format!("Move {what} down"),
            M::Duplicate(what) => format!("Duplicate {what}"),
            M::Remove(what) => format!("Remove {what}"),
            M::FromField(field) => format!("Make it from the {field}"),
            M::Mentioned(count) => {
                format!("Named in {}; a new id is put in there too.", counted(*count, "place"))
            }
            M::IdRefused("") => "A record cannot be without an id. Nothing was changed.".to_owned(),
            M::IdRefused(wanted) => {
                format!(
                    "Another record has the id \u{201c}{wanted}\u{201d}. Nothing was changed; write one that is free."
                )
            }
            M::WordCount(count) => counted(*count, "word"),
            M::Reads(date) => format!("Reads: {date}"),
            M::NotADate(why) => (*why).to_owned(),
            M::Seek(what) => format!("Find {} to add", a(what)),
            M::MoreMatch(count) => format!("{count} more; write on to narrow them."),
            M::Unknown(id) => format!("{id} (no such record)"),
            M::GoTo(name) => format!("Go to {name}"),
            M::TakeOff(name) => format!("Take {name} off"),
            M::TableHas { name, rows } => format!("{name}, {}", counted(*rows, "row")),
            M::TableAway(name) => format!("{name} is not here: it did not come with the dossier."),
            M::AddColumn(name) => format!("Add a column \u{201c}{name}\u{201d}"),
            M::Also(keys) => format!("Kept as they are, though the format does not know them: {keys}"),
            M::Wrote(place) => format!("writing in {place}"),
            M::Did { deed, place } => format!("{deed} {place}"),
            M::Undone(what) => format!("Undone: {what}"),
            M::Redone(what) => format!("Made again: {what}"),
            M::Moved(at, count) => format!("Now {at} of {count}"),
            M::Stood(count) => {
                format!(
                    "{} on this rung. Move them to another rung first, then remove it.",
                    match count {
                        1 => "1 position stands".to_owned(),
                        count => format!("{count} positions stand"),
                    }
                )
            }
            _ => String::new(),
        }
    }
}

/// A name of the format as words: `default_as_of` is "Default as of", `TermReading` is "Term reading".
pub fn humane(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        match letter {
            '_' => words.push(' '),
            _ if letter.is_uppercase() && !words.is_empty() => {
                words.extend([' ', letter.to_ascii_lowercase()])
            }
            _ if words.is_empty() => words.extend(letter.to_uppercase()),
            _ => words.push(letter),
        }
    }
    match words.as_str() {
        "Meta" => "About the dossier".to_owned(),
        "Dek" => "Standfirst".to_owned(),
        "Lang" => "Language".to_owned(),
        "Url" => "Address".to_owned(),
        "Archived url" => "Archived copy".to_owned(),
        "Presets" => "Dates with a button".to_owned(),
        "Id" => "Id".to_owned(),
        _ => words,
    }
}
