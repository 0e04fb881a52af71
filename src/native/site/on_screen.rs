//! The panel that offers files of what is on screen: a file of markup and one of styles, fetched when somebody asks for them.

use std::path::Path;

use super::BuildError;
use super::app::AppFiles;
use super::assets::{joined, place};
use crate::dossier::Dossier;
use crate::messages::Locale;
use crate::native::pictures::{issue_source_line, source_line};
use crate::views::fragment::fragment;
use crate::views::on_screen::panel;
use crate::views::words::{Manner, Voice};

/// Writes both; gives the name of the markup. The styles stand once, where `root` leads from the folder of the language.
pub fn write(
    app: &AppFiles,
    out: &Path,
    root: &str,
    dossier: &Dossier,
    locale: Locale,
) -> Result<String, BuildError> {
    let styles = place(&out.join(root), "take", "css", joined(app, &["take"])?.as_bytes())?;
    let styles = format!("{root}{styles}");
    let voice = Voice::of(Manner::main_page(locale));
    let markup =
        fragment(panel(voice, &source_line(dossier, locale), &issue_source_line(dossier, locale), &styles));
    // A string of JSON, for it is no page.
    let text =
        serde_json::to_string(&markup).map_err(|error| BuildError::Json { what: "panel of files", error })?;
    place(out, "take", "json", text.as_bytes())
}
