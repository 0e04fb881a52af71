//! Sources of a dossier in the making: found again by id, address or title, made where they are new.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::{Map, Value};

use super::ids::{Ids, kebab};
use super::joining::KnownSource;
use crate::dossier::id::is_id;
use crate::find::fold;

/// The sources that are known and those that are new.
#[derive(Default)]
pub struct Sources {
    known: Vec<KnownSource>,
    /// Where in that list the first one stands that has an id, an address, a title: a list of sources is as long as a table's rows.
    by_id: BTreeMap<String, usize>,
    by_address: BTreeMap<String, usize>,
    by_title: BTreeMap<String, usize>,
    /// Those of the dossier that is joined that have no address, by title.
    bare: BTreeMap<String, usize>,
    ids: Ids,
    /// New records, in the order in which they were met.
    pub made: Vec<Map<String, Value>>,
}

/// What an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// A page on the web.
    Web,
    /// It begins like one, but without `https:`.
    Bare,
    /// `javascript:`, `file:` and whatever else is no page.
    Refused,
    /// No address at all.
    None,
}

/// Looks at a text without blanks in it.
pub fn address(text: &str) -> Address {
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        return Address::Web;
    }
    if lower.starts_with("www.") {
        return Address::Bare;
    }
    let scheme = lower.split_once(':').map(|(scheme, _)| scheme);
    const SCHEMES: [&str; 9] =
        ["javascript", "data", "vbscript", "file", "blob", "about", "mailto", "ftp", "tel"];
    if scheme.is_some_and(|scheme| SCHEMES.contains(&scheme)) || lower.contains("://") {
        return Address::Refused;
    }
    Address::None
}

impl Sources {
    /// Those of the dossier that is joined.
    pub fn new(known: Vec<KnownSource>) -> Sources {
        let mut sources =
            Sources { ids: Ids::taken(known.iter().map(|source| source.id.clone())), ..Sources::default() };
        for source in known {
            for title in source.titles.iter().filter(|_| source.address.is_none()) {
                sources.bare.entry(title.clone()).or_insert(sources.known.len());
            }
            sources.know(source);
        }
        sources
    }

    fn know(&mut self, source: KnownSource) {
        let at = self.known.len();
        self.by_id.entry(source.id.clone()).or_insert(at);
        if let Some(address) = &source.address {
            self.by_address.entry(address.clone()).or_insert(at);
        }
        for title in &source.titles {
            self.by_title.entry(title.clone()).or_insert(at);
        }
        self.known.push(source);
    }

    fn id_at(&self, at: Option<&usize>) -> Option<String> {
        Some(self.known.get(*at?)?.id.clone())
    }

    /// The id of the first source that has this id, address or title.
    pub fn find(&self, text: &str) -> Option<String> {
        let places = [self.by_id.get(text), self.by_address.get(text), self.by_title.get(&fold(text))];
        self.id_at(places.into_iter().flatten().min())
    }

    /// The id of a source of the dossier that is joined: one without an address that has this title.
    pub fn bare(&self, title: &str) -> Option<String> {
        self.id_at(self.bare.get(&fold(title)))
    }

    /// The source at an address; a new one if there is none. True where it is new.
    pub fn at(&mut self, address: &str, title: Option<&str>) -> (String, bool) {
        if let Some(id) = self.id_at(self.by_address.get(address)) {
            return (id, false);
        }
        let mut record = Map::new();
        if let Some(title) = title {
            record.insert("title".into(), title.into());
        }
        record.insert("url".into(), address.into());
        record.insert("seen".into(), false.into());
        (self.add(&id_of_address(address), record), true)
    }

    /// A source known by its title alone.
    pub fn titled(&mut self, title: &str) -> (String, bool) {
        if let Some(id) = self.find(title) {
            return (id, false);
        }
        let mut record = Map::new();
        record.insert("title".into(), title.into());
        record.insert("seen".into(), false.into());
        (self.add(&kebab(title), record), true)
    }

    /// Adds a record, whose `id` it makes of `wanted`; gives the id.
    pub fn add(&mut self, wanted: &str, record: Map<String, Value>) -> String {
        let id = self.ids.take(wanted, "source");
        let text = |field: &str| record.get(field).and_then(Value::as_str).map(str::to_owned);
        let titles = record.get("title").and_then(Value::as_object).into_iter().flat_map(Map::values);
        let titles = titles.chain(record.get("title")).filter_map(Value::as_str).map(fold).collect();
        self.know(KnownSource { id: id.clone(), address: text("url"), titles });
        let mut whole = Map::new();
        whole.insert("id".into(), id.clone().into());
        whole.extend(record);
        self.made.push(whole);
        id
    }

    /// Sets fields of a new source that it does not have yet.
    pub fn complete(&mut self, id: &str, fields: &[(&str, &str)]) {
        // What is new was added behind what was there.
        let there = self.known.len() - self.made.len();
        let made = self.by_id.get(id).and_then(|at| at.checked_sub(there));
        if let Some(record) = made.and_then(|at| self.made.get_mut(at)) {
            for (field, text) in fields.iter().filter(|(_, text)| !text.is_empty()) {
                record.entry(*field).or_insert_with(|| (*text).into());
            }
        }
    }
}

/// `example-org-the-page` for `https://www.example.org/news/2018/the-page.html?x=1`.
fn id_of_address(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let mut parts = rest.split('/').filter(|part| !part.is_empty());
    let host = parts.next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    let last = parts.next_back().unwrap_or_default();
    let last = [".html", ".htm", ".php", ".aspx", ".pdf"]
        .iter()
        .find_map(|end| last.strip_suffix(end))
        .unwrap_or(last);
    let (host, last) = (kebab(host), kebab(last));
    let parts: Vec<String> = [host, last].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// The parts of a cell that names sources: at line breaks, semicolons and bars; an address ends at a blank.
pub fn parts(text: &str, at: &Range<usize>) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    for piece in text.split(['\n', '\r', ';', '|']) {
        let words: Vec<&str> = piece.split_whitespace().collect();
        let is_address = |word: &&str| address(word) != Address::None;
        let addresses = words.iter().filter(|word| is_address(word)).count();
        if addresses < words.len() && addresses < 2 || words.len() == 1 {
            // Words, or an address with its title.
            found.push(words.join(" "));
        } else {
            found.extend(words.iter().map(|word| word.trim_end_matches(',').to_owned()));
        }
    }
    found.retain(|part| !part.trim_matches(|c: char| c.is_whitespace() || c == ',').is_empty());
    found.into_iter().map(|part| (part, at.clone())).collect()
}

/// Whether a text looks like the id of a source.
pub fn looks_like_id(text: &str) -> bool {
    is_id(text) && text.contains('-')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ids_come_from_addresses() {
        assert_eq!(
            id_of_address("https://www.example.org/news/2018/the-page.html?x=1#y"),
            "example-org-the-page"
        );
        assert_eq!(id_of_address("https://example.org/"), "example-org");
        assert_eq!(id_of_address("https://예.kr/%20"), "kr-20");
        // A host without a letter of ASCII.
        assert_eq!(id_of_address("https://예/b"), "b");
        assert_eq!(id_of_address("https://예/"), "");
    }

    proptest! {
        /// The maps find what a look through the whole list finds: the first that fits, however ids, addresses and titles cross.
        #[test]
        fn the_first_source_that_fits_is_found(
            known in prop::collection::vec(("[ab]", prop::option::of("[ab]"), prop::option::of("[ab]")), 0..6),
            added in prop::collection::vec((prop::option::of("[abc]"), prop::option::of("[ABC]")), 0..6),
        ) {
            let known = known.into_iter().map(|(id, address, title)| KnownSource {
                id,
                address,
                titles: title.into_iter().collect(),
            });
            let mut sources = Sources::new(known.collect());
            for (address, title) in added {
                let fields = [("url", address), ("title", title)];
                let record = fields.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?.into())));
                let id = sources.add("a", record.collect());
                sources.complete(&id, &[("note", &id)]);
                prop_assert_eq!(sources.made.last().and_then(|made| made.get("note")), Some(&id.into()));
            }
            for text in ["a", "b", "c", "A", "a-2"] {
                let is_it = |source: &&KnownSource| {
                    source.id == text
                        || source.address.as_deref() == Some(text)
                        || source.titles.contains(&fold(text))
                };
                let first = sources.known.iter().find(is_it).map(|source| source.id.clone());
                prop_assert_eq!(sources.find(text), first);
            }
        }
    }

    #[test]
    fn only_pages_are_addresses() {
        assert_eq!(address("HTTPS://Example.org"), Address::Web);
        assert_eq!(address("www.example.org"), Address::Bare);
        for refused in [
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            "file:///etc/x",
            "mailto:a@b.org",
            "gopher://x",
        ] {
            assert_eq!(address(refused), Address::Refused, "{refused}");
        }
        assert_eq!(address("Reuters:"), Address::None);
    }

    #[test]
    fn a_cell_may_name_several() {
        let of = |text: &str| parts(text, &(0..1)).into_iter().map(|(part, _)| part).collect::<Vec<_>>();
        assert_eq!(of("a-b; c-d\nThe Times, 12 June"), ["a-b", "c-d", "The Times, 12 June"]);
        assert_eq!(of("https://a.org/x, https://b.org/y"), ["https://a.org/x", "https://b.org/y"]);
        assert_eq!(of("The page https://a.org/x"), ["The page https://a.org/x"]);
        assert_eq!(of(" ; ,"), Vec::<String>::new());
    }
}
