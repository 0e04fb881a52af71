//! Ids: made of what a record says, so that the same file gives the same ids, and no two records have one.

use std::collections::BTreeSet;

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

/// Whether a text is an id already.
pub fn is_id(text: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.split('-').all(|part| !part.is_empty() && part.bytes().all(letter))
}

/// The ids of one kind of record that are taken.
#[derive(Clone, Debug, Default)]
pub struct Ids(BTreeSet<String>);

impl Ids {
    /// The ids of records that are there.
    pub fn taken(ids: impl Iterator<Item = String>) -> Ids {
        Ids(ids.collect())
    }

    /// Takes the id, or the first of `id-2`, `id-3` and so on that is free; `spare` where the id is empty.
    pub fn take(&mut self, id: &str, spare: &str) -> String {
        let id = if id.is_empty() { spare } else { id };
        let mut free = id.to_owned();
        let mut number = 2;
        while !self.0.insert(free.clone()) {
            free = format!("{id}-{number}");
            number += 1;
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_ascii_and_are_unique() {
        assert_eq!(kebab("Singapore Summit: Trump & Kim’s"), "singapore-summit-trump-kims");
        assert_eq!(kebab("Égalité à l'École"), "egalite-a-lecole");
        assert_eq!(kebab("한국 — اتفاق"), "");
        assert_eq!(kebab("A B"), "a-b");
        assert!(kebab(&"word ".repeat(50)).len() <= LONGEST && is_id(&kebab(&"word ".repeat(50))));
        assert_eq!(kebab(&"x".repeat(90)).len(), LONGEST);
        let mut ids = Ids::default();
        let taken = ["a", "a", "", "a", "", "a-2"].map(|id| ids.take(id, "event"));
        assert_eq!(taken, ["a", "a-2", "event", "a-3", "event-2", "a-2-2"]);
    }
}
