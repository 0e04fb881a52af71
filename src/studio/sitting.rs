//! What the studio shows beside the dossier itself: the dossiers that the browser keeps, how saving goes, and what is to be said.

use std::rc::Rc;

use super::desk::Desk;
use super::files::Unplaced;
use super::schema::Schema;

/// A dossier that the browser keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Its number in the browser's store.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it was changed last, in words.
    pub when: String,
    /// How large it is, in bytes.
    pub bytes: u64,
}

/// Why the browser keeps nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// It has no store: a private window, or settings that forbid it.
    NoStore,
    /// The store is full.
    Full,
    /// Something else; what the browser said.
    Other(String),
}

impl std::fmt::Display for NotKept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            NotKept::NoStore => "This browser keeps nothing here.",
            NotKept::Full => "This browser\u{2019}s storage is full.",
            NotKept::Other(why) => why,
        })
    }
}

/// How saving goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// Nothing has changed since it was opened.
    #[default]
    Unchanged,
    /// A change waits, or is being saved.
    Pending,
    /// All is kept, since this time in words.
    Kept(String),
    /// The last change is not kept.
    Failed(NotKept),
}

/// What the page beside the form shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Live {
    /// Nothing yet.
    #[default]
    Waiting,
    /// The dossier as it is.
    Shown,
    /// The dossier, without what only a dossier free of errors has.
    Partly,
    /// An earlier version: this one cannot be drawn.
    Behind,
}

/// Something that happened and has to be said until it is put away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A file or address could not be opened; why.
    NotOpened(String),
    /// These files of a folder are no part of the dossier and were left out.
    LeftOut(Vec<String>),
    /// Texts of a language file have no place in the dossier and were left out.
    Unplaced(Unplaced),
    /// The dossier names a table of events that did not come with it.
    NoTable(String),
    /// Its table has so many rows that they are not edited here.
    LargeTable(usize),
    /// Another tab changed the dossier; what was written here is kept as another one.
    Copied,
    /// Another tab took the dossier over.
    TakenOver,
    /// The kept dossiers could not be read; what the browser said.
    NotListed(String),
}

/// The studio in one tab.
pub struct Sitting {
    /// The format.
    pub schema: Rc<Schema>,
    /// The dossiers that the browser keeps, the newest first; `None` before they are known.
    pub kept: Option<Vec<Kept>>,
    /// The number of the one that is being asked about before it is deleted.
    pub deleting: Option<String>,
    /// The dossier being edited.
    pub desk: Option<Desk>,
    /// How saving goes.
    pub saved: Saved,
    /// What the page beside shows.
    pub live: Live,
    /// What has to be said.
    pub notices: Vec<Notice>,
    /// Whether something is being opened.
    pub opening: bool,
    /// The site's own dossier's title.
    pub own_title: String,
    /// Whether the site has a starter.
    pub has_starter: bool,
}

impl Sitting {
    /// The studio as it is opened.
    pub fn new(schema: Rc<Schema>, own_title: String, has_starter: bool) -> Sitting {
        Sitting {
            schema,
            kept: None,
            deleting: None,
            desk: None,
            saved: Saved::default(),
            live: Live::default(),
            notices: Vec::new(),
            opening: false,
            own_title,
            has_starter,
        }
    }

    /// The number of the dossier that is listed below another one.
    pub fn below(&self, id: &str) -> Option<String> {
        let mut kept = self.kept.iter().flatten().skip_while(|kept| kept.id != id);
        kept.nth(1).map(|kept| kept.id.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::schema;
    use super::*;

    #[test]
    fn below_a_dossier_stands_the_next_one() {
        let mut sitting = Sitting::new(schema(), String::new(), false);
        assert_eq!(sitting.below("a"), None, "not known yet");
        sitting.kept = Some(["a", "b"].map(|id| Kept { id: id.to_owned(), ..Kept::default() }).to_vec());
        assert_eq!(sitting.below("a").as_deref(), Some("b"));
        assert_eq!((sitting.below("b"), sitting.below("c")), (None, None));
    }
}
