//! The text of the table of events, made and handed to the script once for all who want it: the checker, the page beside, the store.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::Studio;
use super::host::Table;
use crate::studio::desk::Command;
use crate::studio::edit::Edit;
use crate::studio::files::table_text;
use crate::studio::table::Written;

/// The table's text as it was last.
#[derive(Default)]
pub(super) struct Text {
    written: Written,
    text: JsValue,
    /// Whether the store has another, or none.
    is_unkept: bool,
}

impl Studio {
    /// The table of the dossier as it is now.
    pub(super) fn table(&self) -> Table {
        let Some(doc) = self.with_desk(|desk| desk.doc().clone()) else { return Table::default() };
        let Ok(mut last) = self.0.table.try_borrow_mut() else { return Table::default() };
        match last.written.of(&doc) {
            Some((text, true)) => (last.text, last.is_unkept) = (JsValue::from_str(&text), true),
            Some((_, false)) => {}
            None => (last.text, last.is_unkept) = (JsValue::UNDEFINED, false),
        }
        Table { text: last.text.clone(), is_new: last.is_unkept }
    }

    /// The store has the table now, or it does not (any more).
    pub(super) fn table_is_kept(&self, kept: bool) {
        if let Ok(mut last) = self.0.table.try_borrow_mut() {
            last.is_unkept = !kept && !last.text.is_undefined();
        }
    }

    /// Another dossier is opened; the store has its table where it comes from there.
    pub(super) fn table_of_another(&self, is_kept: bool) {
        if let Ok(mut last) = self.0.table.try_borrow_mut() {
            *last = Text::default();
        }
        self.table();
        self.table_is_kept(is_kept);
    }

    /// Lets the author choose the file that becomes the table.
    pub(super) fn choose_table(&self) {
        let studio = self.clone();
        spawn_local(async move {
            let mut files = studio.0.host.choose(false).await;
            let Some(file) = files.pop() else { return };
            if !files.is_empty() || file.bytes.is_empty() || !file.name.to_ascii_lowercase().ends_with(".csv")
            {
                let why = [&file.name, ": choose one CSV file, with a row for each event."].concat();
                return studio.not_opened(why);
            }
            match table_text(file) {
                Ok(text) => studio.act(Command::Edit(Edit::Table(text.into()), None)),
                Err(error) => studio.not_opened(error.to_string()),
            }
        });
    }
}
