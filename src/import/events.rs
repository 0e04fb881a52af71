//! The events of the dossier that records join: a row that tells one of them again is left out.

use std::collections::BTreeMap;

use super::ids::Ids;
use crate::dossier::date::Edtf;
use crate::find::fold;

/// The ids that are taken, and the events that are there by date and title.
#[derive(Clone, Debug, Default)]
pub struct Events {
    /// The ids of all events, those that are made from the rows too.
    pub ids: Ids,
    /// Ids by what tells an event from others, its title and then its date. A translated title stands there in each language.
    there: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

impl Events {
    /// Notes an event of the dossier by its title in each language; by its summary where it has none.
    pub fn add<'t>(&mut self, id: &str, date: &str, titles: impl IntoIterator<Item = &'t str>) {
        if !id.is_empty() {
            self.ids.add(id);
        }
        for title in titles {
            if let Some(title) = key(title) {
                let dates = self.there.entry(title).or_default();
                dates.entry(plain_date(date)).or_default().push(id.to_owned());
            }
        }
    }

    /// Whether the dossier has an event of this date and title (or summary); where the row gives an id, one that it may have become, since two
    /// events of one day can have one title.
    pub fn has(&self, id: Option<&str>, date: &str, title: &str) -> bool {
        let dates = key(title).and_then(|title| self.there.get(&title));
        dates.and_then(|dates| dates.get(&plain_date(date))).is_some_and(|there| is_one_of(there.iter(), id))
    }

    /// Whether the dossier has an event of this title on whichever date: for a row whose date cannot be read, which may have been mended there.
    pub fn has_title(&self, id: Option<&str>, title: &str) -> bool {
        let dates = key(title).and_then(|title| self.there.get(&title));
        dates.is_some_and(|dates| is_one_of(dates.values().flatten(), id))
    }
}

fn is_one_of<'i>(mut there: impl Iterator<Item = &'i String>, id: Option<&str>) -> bool {
    id.is_none_or(|id| there.any(|known| is_or_became(known, id)))
}

/// Whether an id is the wanted one, or the wanted one with a number behind it.
fn is_or_became(id: &str, wanted: &str) -> bool {
    let number = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    id.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-').is_some_and(number))
}

/// `None` where there is no text: a date alone is shared by events that have nothing to do with each other.
fn key(title: &str) -> Option<String> {
    let title = fold(title).split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then_some(title)
}

/// A date as the format writes it; as it was written, where it is none.
fn plain_date(date: &str) -> String {
    Edtf::parse(date).map_or_else(|_| date.trim().to_owned(), |date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_known_by_date_and_title_and_by_its_id_where_a_row_has_one() {
        let mut events = Events::default();
        events.add("talks-2", "2018-06-12", ["They meet", "만나다"]);
        events.add("untitled", "2018-06-13", []);
        assert!(events.has(None, "2018-06-12", "They  MEET") && events.has(None, "2018-06-12", "만나다"));
        assert!(!events.has(None, "2018-06-13", "They meet") && !events.has(None, "2018-06-13", ""));
        assert!(events.has(Some("talks"), "2018-06-12", "They meet"));
        assert!(events.has(Some("talks-2"), "2018-06-12", "They meet"));
        assert!(!events.has(Some("talk"), "2018-06-12", "They meet"));
        assert!(!events.has(Some("talks-b"), "2018-06-12", "They meet"));
        // As it was written, where it is no date.
        events.add("letter", "3/4/2018", ["A letter"]);
        assert!(events.has(None, "3/4/2018", "A letter") && !events.has(None, "", "A letter"));
        assert!(events.has_title(None, "a LETTER") && events.has_title(Some("letter"), "A letter"));
        assert!(!events.has_title(Some("note"), "A letter") && !events.has_title(None, "letter"));
    }
}
