//! The picker: a record is looked for, to be named in a field.

use super::{Command, Desk};
use crate::find::fold;
use crate::studio::edit::Edit;
use crate::studio::label;
use crate::studio::path::Path;
use crate::studio::schema::{Kind, names};
use crate::studio::value::Value;

/// The most records that a picker offers at once.
const OFFERED: usize = 12;

/// A record being looked for, to be named in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picker {
    /// The field.
    pub path: Path,
    /// What was written to find it.
    pub query: String,
    /// Which of those offered is marked.
    pub marked: Option<usize>,
}

impl Desk {
    pub(super) fn mark(&mut self, next: bool) {
        let count = self.offered().map_or(0, |(offered, _)| offered.len());
        if let Some(picker) = &mut self.picker
            && count > 0
        {
            picker.marked = Some(match (picker.marked, next) {
                (None, true) => 0,
                (None, false) => count - 1,
                (Some(marked), true) => (marked + 1) % count,
                (Some(marked), false) => (marked + count - 1) % count,
            });
        }
    }

    pub(super) fn take(&mut self) -> Option<Path> {
        let picker = self.picker.clone()?;
        let (offered, _) = self.offered()?;
        let (id, _) = offered.get(picker.marked?)?.clone();
        self.act(Command::Edit(Edit::Pick(picker.path, id), None))
    }

    /// What the picker offers, id and name, and how many more there are.
    pub fn offered(&self) -> Option<(Vec<(String, String)>, usize)> {
        let picker = self.picker.as_ref()?;
        let kind = self.kind_at(&picker.path)?;
        let words: Vec<String> = fold(&picker.query).split_whitespace().map(str::to_owned).collect();
        let present = picker.path.find(&self.doc).map_or(&[][..], Value::items);
        let at_address = match kind {
            Kind::Source => label::sources_at(&self.doc, &picker.query),
            _ => Vec::new(),
        };
        let fits = |(id, name): &(String, String)| {
            let text = fold(&[id, " ", name].concat());
            (words.iter().all(|word| text.contains(word.as_str())) || at_address.contains(&id.as_str()))
                && !present.iter().any(|known| known.as_text() == Some(id))
        };
        let mut offered: Vec<(String, String)> =
            label::named(&self.doc, kind).into_iter().filter(fits).collect();
        let more = offered.len().saturating_sub(OFFERED);
        offered.truncate(OFFERED);
        Some((offered, more))
    }

    /// The kind of record that is named at a place.
    pub fn kind_at(&self, path: &Path) -> Option<Kind> {
        let at = self.schema.at(path)?;
        names(at.record, &at.field?.name)
    }
}
