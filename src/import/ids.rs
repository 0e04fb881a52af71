//! Ids: made of what a record says, so that the same file gives the same ids, and no two records have one.

use std::collections::{BTreeMap, BTreeSet};

use crate::dossier::id::LONGEST_ID;
use crate::find::fold;

/// How many letters of a text go into an id; a word that is begun is finished or left out.
const LONGEST: usize = 48;

/// A text in the form of an id: lower-case letters and digits of ASCII, single hyphens. Empty where the text has none.
pub fn kebab(text: &str) -> String {
    let mut id = String::new();
    for word in fold(text).replace(['\'', '\u{2019}'], "").split(|c: char| !c.is_ascii_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        if !id.is_empty() && id.len() + word.len() >= LONGEST {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(word.chars().take(LONGEST));
    }
    id
}

/// The ids of one kind of record that are taken.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    taken: BTreeSet<String>,
    /// The last number that was tried behind an id: ids are never given back, so all below it are taken.
    last: BTreeMap<String, usize>,
    /// How often it was asked whether an id is free.
    #[cfg(test)]
    asked: usize,
}

impl Ids {
    /// The ids of records that are there.
    pub fn taken(ids: impl Iterator<Item = String>) -> Ids {
        Ids { taken: ids.collect(), ..Ids::default() }
    }

    /// Notes an id that is taken.
    pub fn add(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// Takes the id, or the first of `id-2`, `id-3` and so on that is free; `spare` where the id is empty.
    pub fn take(&mut self, id: &str, spare: &str) -> String {
        let id = if id.is_empty() { spare } else { id };
        // Room for the number, so that what is made here is never longer than an id may be.
        let id = id.get(..LONGEST_ID - 10).map_or(id, |id| id.trim_end_matches('-'));
        if self.insert(id) {
            return id.to_owned();
        }
        let mut number = self.last.get(id).copied().unwrap_or(1);
        loop {
            number += 1;
            let free = format!("{id}-{number}");
            if self.insert(&free) {
                self.last.insert(id.to_owned(), number);
                return free;
            }
        }
    }

    fn insert(&mut self, id: &str) -> bool {
        #[cfg(test)]
        {
            self.asked += 1;
        }
        self.taken.insert(id.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::id::is_id;

    #[test]
    fn ids_are_made_of_ascii_and_are_unique() {
        assert_eq!(kebab("Singapore Summit: Trump & Kim’s"), "singapore-summit-trump-kims");
        assert_eq!(kebab("Égalité à l'École"), "egalite-a-lecole");
        assert_eq!(kebab("한국 — اتفاق"), "");
        assert_eq!(kebab("A B"), "a-b");
        assert!(kebab(&"word ".repeat(50)).len() <= LONGEST && is_id(&kebab(&"word ".repeat(50))));
        assert_eq!(kebab(&"x".repeat(90)).len(), LONGEST);
        let long = format!("{0}-{0}", "x".repeat(48));
        let mut ids = Ids::default();
        assert!((0..200).all(|_| is_id(&ids.take(&long, "event"))), "with a number too");
        let mut ids = Ids::default();
        let taken = ["a", "a", "", "a", "", "a-2"].map(|id| ids.take(id, "event"));
        assert_eq!(taken, ["a", "a-2", "event", "a-3", "event-2", "a-2-2"]);
    }
    /// Counting, not timing: many rows with one title cost no more each than a few.
    #[test]
    fn the_thousandth_id_is_found_as_fast_as_the_second() {
        let mut ids = Ids::taken(["a".to_owned(), "a-500".to_owned()].into_iter());
        let taken: Vec<String> = (0..1000).map(|_| ids.take("a", "event")).collect();
        assert_eq!((taken[0].as_str(), taken[497].as_str()), ("a-2", "a-499"));
        assert_eq!((taken[498].as_str(), taken[999].as_str()), ("a-501", "a-1002"));
        assert!(ids.asked <= 2 * taken.len() + 1, "{}", ids.asked);
    }
}
