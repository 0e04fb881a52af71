//! A row of a table of sources.

use super::columns::Field;
use super::dates;
use super::draft::Draft;
use super::given::Given;
use super::note::NoteKind::Open;
use super::reference::{Address, address};
use super::source::Found;
use super::words::{self, Word};

impl Draft<'_> {
    /// Adds the source that a row tells of.
    pub fn source_row(&mut self, given: &Given) {
        let date = given.get(Field::Date).map(|said| self.read_date(said));
        let kind = self.one_of(
            given,
            Field::Kind,
            words::source_kind,
            "kind",
            "primary, press, scholarly, reference",
        );
        let tier = self.one_of(given, Field::Tier, words::tier, "tier", "A, B, C");
        // A word for it, or the day on which it was read.
        let seen = match given.text(Field::Seen).to_lowercase().as_str() {
            "yes" | "true" | "y" | "x" | "1" => Some(true),
            "no" | "false" | "n" | "0" => Some(false),
            word => dates::read(word, self.order).is_ok().then_some(true),
        };
        // The one address of its cell, or of a formula; a cell with several stays as it is, and the checker leads there.
        let cell = given.text(Field::Sources);
        let is_page = |word: &&str| matches!(address(word), Address::Web | Address::Bare);
        let url = match cell.split_whitespace().filter(is_page).collect::<Vec<_>>().as_slice() {
            [page] => page,
            _ if cell.is_empty() => given.links.first().map_or("", |said| &said.text),
            _ => cell,
        };
        let text = |field| given.text(field).to_owned();
        self.found_source(Found {
            key: text(Field::Id),
            title: text(Field::Title),
            publisher: text(Field::Publisher),
            author: text(Field::Author),
            date,
            url: url.to_owned(),
            kind,
            says_kind: true,
            tier: tier.unwrap_or_default(),
            language: text(Field::Language),
            seen,
            note: text(Field::Note),
            archived: text(Field::Archived),
            agency: text(Field::Agency),
            translations: given
                .translations
                .iter()
                .map(|(field, language, said)| (*field, language.clone(), said.text.clone()))
                .collect(),
            at: given.bytes.clone(),
        });
    }

    /// A word of one of the format's lists.
    fn one_of(
        &mut self,
        given: &Given,
        field: Field,
        read: fn(&str) -> Option<Word>,
        what: &str,
        words: &str,
    ) -> Option<&'static str> {
        let said = given.get(field)?;
        if let Some(Word::Own(name) | Word::Like(name)) = read(&said.text) {
            return Some(name);
        }
        let message = format!("the {what} {:?} of a source is none of {words}", said.text);
        self.note(Open, said.bytes.clone(), message, "write one of them; `daylight check` leads there");
        None
    }
}
