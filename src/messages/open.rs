//! What the page for any dossier says. It is written ahead, all its states included, so none of this is in the app.

/// A sentence of the page for any dossier. Those with a heading have it before a `|`; `{}` is filled by what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "a group of sentences has one line")]
pub enum OpenMsg {
    /// The page's heading.
    Heading,
    /// What a dossier is.
    About,
    /// Where its format is described, and what an address may be.
    Help,
    /// The field, and its button.
    Address,
    Open,
    /// The way to the site's own dossier.
    Example,
    /// Without scripts.
    NeedsScripts,
    /// The bar, and the button beside it.
    Progress,
    Cancel,
    /// How much has arrived: `{}` megabytes, of `{}`.
    Bytes,
    BytesOf,
    /// How many events have been read.
    Events,
    /// The states.
    Loading,
    Reading,
    Checking,
    Cancelled,
    NoAnswer,
    Status,
    Large,
    NotText,
    Wrong,
    WrongTable,
    /// More problems than are listed.
    More,
    /// What is sound and should be looked at.
    Warnings,
    /// The checker cannot be had.
    Unchecked,
    /// What to do about a problem.
    Fix,
    /// An address that is none, or not allowed.
    Refused,
    /// The app could not start, or stopped.
    NotStarted,
    Stopped,
}

pub(super) fn english(msg: OpenMsg) -> &'static str {
    match msg {
        OpenMsg::Heading => "Open a dossier",
        OpenMsg::About => {
            "A dossier is one negotiation: its parties, what happened, what each side expected and offered, and the sources. \
             It is a JSON file that anyone can write and put on the web, with a CSV table beside it where there are very many \
             events."
        }
        OpenMsg::Help => {
            "A file on this site, or an https address whose site lets other pages read it (CORS). Nothing you open is sent or \
             kept anywhere."
        }
        OpenMsg::Address => "Address of the dossier",
        OpenMsg::Open => "Open",
        OpenMsg::Example => "The dossier this site was made for",
        OpenMsg::NeedsScripts => "Opening a dossier needs scripts, which are off in this browser.",
        OpenMsg::Progress => "Bytes that have arrived",
        OpenMsg::Cancel => "Cancel",
        OpenMsg::Bytes => "{} MB so far",
        OpenMsg::BytesOf => "{} of {} MB",
        OpenMsg::Events => "{} events read",
        OpenMsg::Loading => "Opening the dossier|{}",
        OpenMsg::Reading => "Reading its events|{}",
        OpenMsg::Checking => {
            "Looking for what is wrong|The dossier cannot be read as it is. The checker is on its way."
        }
        OpenMsg::Cancelled => "Cancelled|Nothing was kept. The address still stands below.",
        OpenMsg::NoAnswer => {
            "The dossier could not be fetched|{}: no answer that this page may read. Either the address or the connection is wrong, or \
             that site does not let other pages read its files (it would have to send Access-Control-Allow-Origin). Nothing was \
             kept; try again, or open a copy from another place."
        }
        OpenMsg::Status => {
            "The dossier could not be fetched|The answer was HTTP {}. Look at the address below; the file may have moved."
        }
        OpenMsg::Large => {
            "The dossier is too large|{}: a JSON file of more than 4 MB would hold up the page while it is read. Put its events into a \
             table beside it, a CSV file that \u{201c}event_table\u{201d} names: a million of them can be read that way."
        }
        OpenMsg::NotText => "This is no text|{} is not UTF-8. Save the file as UTF-8 and open it again.",
        OpenMsg::Wrong => {
            "The dossier has errors|{}. Nothing of it is shown, so that nobody reads half a record. Mend what is listed and open it \
             again; \u{201c}daylight check\u{201d} says the same on your own machine."
        }
        OpenMsg::WrongTable => {
            "The table of events has errors|{}. Nothing of the dossier is shown, so that nobody reads half a record. Mend what is listed \
             and open it again."
        }
        OpenMsg::More => "The first {} are listed.",
        OpenMsg::Warnings => {
            "The checker has {} warnings about this dossier; \u{201c}daylight check\u{201d} lists them."
        }
        OpenMsg::Unchecked => {
            "The checker could not run: the dossier is not checked, and the parts of its record below the issues are missing. Reload the \
             page to try again."
        }
        OpenMsg::Fix => "Fix:",
        OpenMsg::Refused => {
            "This address cannot be opened. Write one that begins with https://, or the name of a file on this site."
        }
        OpenMsg::NotStarted => "The program that shows dossiers could not start in this browser.",
        OpenMsg::Stopped => "The program that shows dossiers stopped. Reload the page to try again.",
    }
}
