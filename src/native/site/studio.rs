//! The studio's page, and the files that only it has: its program, the format as JSON Schema, a style sheet.

use std::fs;
use std::path::Path;

use super::assets::{joined, place};
use super::pages::{LOCALE, Page, Site, head, voice};
use super::shell::{escape, studio};
use super::{BuildError, at};
use crate::dossier::check::json_schema;
use crate::messages::StudioMsg;
use crate::views::fragment::fragment;
use crate::views::studio::page::studio_page;

/// The studio. The files it needs are written into `out`.
pub fn page(site: &Site<'_>, app: &Path, out: &Path) -> Result<Page, BuildError> {
    let voice = voice("../");
    let take = |name: &str, stem: &str, ending: &str| {
        let path = app.join(name);
        place(out, stem, ending, &fs::read(&path).map_err(at(&path))?)
    };
    let schema = place(out, "schema", "json", json_schema().to_string().as_bytes())?;
    let styles = place(out, "studio", "css", joined(app, &["studio"])?.as_bytes())?;
    let (wasm, glue) =
        (take("studio_bg.wasm", "studio", "wasm")?, take("studio.js", "studio-program", "js")?);
    let script = take("studio-host.js", "studio", "js")?;
    let assets = site.assets;
    let base = voice.base;
    let title = voice.text(&site.dossier.meta.title);
    let told = [
        ("src", format!("{base}{script}")),
        ("data-js", format!("{base}{glue}")),
        ("data-wasm", format!("{base}{wasm}")),
        ("data-schema", format!("{base}{schema}")),
        ("data-check", format!("{base}{}", assets.check)),
        ("data-check-js", format!("{base}{}", assets.check_glue)),
        ("data-check-wasm", format!("{base}{}", assets.check_wasm)),
        ("data-open", format!("{base}open/")),
        ("data-own", "dossier.json".to_owned()),
        ("data-starter", String::new()),
        ("data-title", title.to_string()),
    ];
    let told: String = told.iter().map(|(name, value)| format!(" {name}=\"{}\"", escape(value))).collect();
    let (heading, about) = (LOCALE.tell(&StudioMsg::Heading), LOCALE.tell(&StudioMsg::About));
    let about = head(site, &heading, &about, base, "studio/");
    Ok(Page {
        path: "studio/index.html".to_owned(),
        html: studio(&about, assets, &fragment(studio_page(voice)), &styles, &told),
    })
}
