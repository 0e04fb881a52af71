//! What the reader looks for among the events, what was found, and how it is listed.

use super::shared::Shared;
use crate::dossier::Dossier;
use crate::find::{Choice, Criterion, Filter, Matches, Searchable};
use crate::index::Index;

/// How the events are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListForm {
    /// Year by year, with summaries.
    #[default]
    List,
    /// A row each.
    Table,
}

/// A change of what is looked for, or of how it is listed.
#[derive(Clone, Debug, PartialEq)]
pub enum FindAction {
    /// The words typed, as they stand in the field.
    Text(String),
    /// Ask for a value, or no longer.
    Choose(Choice, bool),
    /// Ask this no longer.
    Clear(Criterion),
    /// Ask nothing.
    ClearAll,
    /// Show or hide the filters.
    TogglePanel,
    /// List the events in this way.
    SetForm(ListForm),
    /// Turn the table's order round.
    TurnOrder,
    /// Show more rows.
    MoreRows,
    /// Tell the count to those who do not see it: sent when the reader has paused.
    Announce,
}

impl FindAction {
    /// What a form field asks for: its name (`find-kind`), its value, and whether it is checked.
    pub fn of_field(name: &str, value: &str, checked: bool) -> Option<FindAction> {
        let criterion = Finding::FIELDS.into_iter().find(|(_, field)| *field == name)?.0;
        if criterion == Criterion::Text {
            return Some(FindAction::Text(value.to_owned()));
        }
        Choice::parse(criterion, value).map(|choice| FindAction::Choose(choice, checked))
    }
}

/// What is looked for and found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What is asked.
    pub filter: Filter,
    /// Whether the filters are shown.
    pub open: bool,
    /// How the events are listed.
    pub form: ListForm,
    /// Whether the table begins with the newest.
    pub newest_first: bool,
    /// How many rows are shown at most.
    pub rows: usize,
    /// The count that was told last to those who do not see it.
    pub announced: Option<usize>,
    /// What the filter leaves; none while nobody asks.
    found: Option<Shared<Matches>>,
    /// What it was found in: made when it is first needed.
    searchable: Option<Shared<Searchable>>,
    /// Whether the events stand in a table too large to be searched at once: then `browser::seek` searches it in steps.
    large: bool,
    /// Whether such a search is wanted and has not ended.
    seeking: bool,
}

/// What a search of a large table found.
#[derive(Clone, Debug, PartialEq)]
pub struct Sought {
    /// What was asked.
    pub filter: Filter,
    /// What it leaves.
    pub matches: Shared<Matches>,
    /// The events that match, findable.
    pub shown: Shared<Index>,
}

impl Default for Finding {
    fn default() -> Finding {
        Finding {
            filter: Filter::default(),
            open: false,
            form: ListForm::default(),
            newest_first: false,
            rows: Self::ROWS,
            announced: None,
            found: None,
            searchable: None,
            large: false,
            seeking: false,
        }
    }
}

impl Finding {
    /// How many rows are shown at first, and how many more each time.
    pub const ROWS: usize = 300;
    /// The longest text that is looked for, in characters.
    pub const LONGEST: usize = 200;
    /// The form fields and what they ask.
    pub const FIELDS: [(Criterion, &'static str); 7] = [
        (Criterion::Text, "find-text"),
        (Criterion::Party, "find-party"),
        (Criterion::Kind, "find-kind"),
        (Criterion::Level, "find-level"),
        (Criterion::Issue, "find-issue"),
        (Criterion::Weight, "find-weight"),
        (Criterion::Doubt, "find-doubt"),
    ];

    /// Of the events of a table that is searched in steps, or of records.
    pub(super) fn of(large: bool) -> Finding {
        Finding { large, ..Finding::default() }
    }

    /// Whether a large table is to be searched and what is shown as found is still that of an earlier question.
    pub fn seeking(&self) -> bool {
        self.seeking
    }

    /// Takes what a search of a large table found, where it is still what is asked.
    pub(super) fn sought(&mut self, filter: &Filter, matches: Shared<Matches>) -> bool {
        let still = self.seeking && self.filter == *filter;
        if still {
            self.seeking = false;
            self.found = Some(matches);
        }
        still
    }

    /// The name of the field that asks this.
    pub fn field(criterion: Criterion) -> &'static str {
        Self::FIELDS.into_iter().find(|(of, _)| *of == criterion).map_or("", |(_, name)| name)
    }

    /// The events that are looked for; `None` where nothing is asked and all are shown.
    pub fn matches(&self) -> Option<&Shared<Matches>> {
        // What an earlier question left is shown until the next one is answered, unless nothing was asked then.
        let answers = |found: &&Shared<Matches>| !(self.seeking && found.count() == found.total());
        self.found.as_ref().filter(|_| !self.filter.is_empty()).filter(answers)
    }

    /// The counts for each value; there while the filters are shown or something is asked.
    pub fn found(&self) -> Option<&Shared<Matches>> {
        self.found.as_ref()
    }

    /// Does what the action says, in a dossier that is `whole` or an outline and has so many `events`, in a table or not.
    pub(super) fn apply(&mut self, action: FindAction, dossier: &Dossier, whole: bool, events: usize) {
        match action {
            FindAction::Text(text) => self.filter.text = cut(&text),
            FindAction::Choose(choice, on) => self.filter.choose(choice, on),
            FindAction::Clear(criterion) => self.filter.clear(criterion),
            FindAction::ClearAll => self.filter = Filter::default(),
            FindAction::TogglePanel => {
                // Nothing else is asked, so the list stays as long as it was.
                self.open = !self.open;
                return self.find(dossier, whole);
            }
            FindAction::SetForm(form) => {
                self.form = form;
                self.rows = Self::ROWS;
                return;
            }
            FindAction::TurnOrder => {
                self.newest_first = !self.newest_first;
                return;
            }
            FindAction::MoreRows => {
                self.rows += Self::ROWS;
                return;
            }
            FindAction::Announce => {
                if self.seeking {
                    return;
                }
                // Before anything was asked there is nothing to tell.
                let all = self.announced.map(|_| events);
                self.announced = self.matches().map(|matches| matches.count()).or(all);
                return;
            }
        }
        self.ask(dossier, whole);
    }

    /// Looks for what is asked from now on; the list of it begins short.
    fn ask(&mut self, dossier: &Dossier, whole: bool) {
        self.rows = Self::ROWS;
        self.find(dossier, whole);
    }

    /// Looks for what an address asks, as far as the dossier has it.
    pub(super) fn restore(&mut self, mut filter: Filter, dossier: &Dossier, whole: bool) {
        filter.parties.retain(|id| dossier.party(id).is_some());
        filter.issues.retain(|id| dossier.issue(id).is_some());
        filter.text = cut(&filter.text);
        // What the field shows is what was typed; an address has it without the spaces around it.
        if filter.text == self.filter.text.trim() {
            filter.text.clone_from(&self.filter.text);
        }
        if filter != self.filter {
            self.filter = filter;
            self.ask(dossier, whole);
        }
    }

    /// The whole dossier is here: what was found in its outline is looked for again.
    pub(super) fn renew(&mut self, dossier: &Dossier) {
        if self.searchable.take().is_some() {
            self.find(dossier, true);
        }
    }

    /// Another version's events are listed as those of the version before it were.
    #[cfg(any(feature = "open", feature = "native"))]
    pub(super) fn list_as(&mut self, before: &Finding, dossier: &Dossier) {
        (self.open, self.form, self.newest_first) = (before.open, before.form, before.newest_first);
        self.announced = before.announced;
        // The filters show counts also where nothing is asked.
        if self.filter.is_empty() {
            self.find(dossier, true);
        }
        self.rows = before.rows;
    }

    fn find(&mut self, dossier: &Dossier, whole: bool) {
        if self.filter.is_empty() && !self.open {
            (self.found, self.seeking) = (None, false);
            return;
        }
        if self.large {
            // Where nothing is asked only the counts of all events are of use, which every search has made.
            if self.filter.is_empty() {
                let all = |found: &Shared<Matches>| found.count() == found.total();
                self.found = self
                    .found
                    .take()
                    .map(|found| if all(&found) { found } else { Shared::new(found.unasked()) });
            }
            self.seeking = !self.filter.is_empty() || self.found.is_none();
            return;
        }
        let searchable = self.searchable.get_or_insert_with(|| Shared::new(Searchable::of(dossier, whole)));
        let found = searchable.find(&self.filter);
        // What is the same stays the same: whoever draws it need not draw it again.
        if self.found.as_ref().is_none_or(|before| **before != found) {
            self.found = Some(Shared::new(found));
        }
    }

    /// The filter as an address has it.
    pub(super) fn address(&self) -> Filter {
        Filter { text: self.filter.text.trim().to_owned(), ..self.filter.clone() }
    }
}

/// What is looked for of a text: its beginning, where it is longer than anybody types.
fn cut(text: &str) -> String {
    text.chars().take(Finding::LONGEST).collect()
}
