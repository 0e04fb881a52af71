//! The studio's page, and the files that only it has: its program, the format as JSON Schema, a style sheet.

use std::path::Path;

use super::BuildError;
use super::app::AppFiles;
use super::assets::{joined, place};
use super::pages::{Page, Site, head};
use super::shell::{html_text, studio};
use super::write;
use crate::dossier::check::json_schema;
use crate::messages::StudioMsg;
use crate::studio::files;
use crate::studio::schema::Schema;
use crate::studio::value::Value;
use crate::studio::zip::File;
use crate::views::fragment::fragment;
use crate::views::studio::page::studio_page;

/// Where the finished example stands that one can begin with.
const STARTER: &str = "studio/starter.json";

/// The dossier that `daylight new` writes, as one file.
fn starter() -> Vec<u8> {
    let files = crate::native::new::FILES.iter().filter(|(name, _)| name.ends_with(".json"));
    let files = files.map(|(name, text)| File { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() });
    let schema = Value::parse(&json_schema().to_string()).map(|schema| Schema::read(&schema));
    // Both are our own, and a test opens them.
    let opened = schema.ok().and_then(|schema| files::open(&schema, files.collect()).ok());
    let file = opened.and_then(|opened| files::one_file(&opened.doc).into_iter().next());
    file.map(|file| file.bytes).unwrap_or_default()
}

/// The studio. The files it needs are written into `out`.
pub fn page(site: &Site<'_>, app: &AppFiles, out: &Path) -> Result<Page, BuildError> {
    let voice = site.voice("../");
    let take = |name: &str, stem: &str, ending: &str| place(out, stem, ending, app.bytes(name)?);
    let schema = place(out, "schema", "json", json_schema().to_string().as_bytes())?;
    let styles = place(out, "studio", "css", joined(app, &["studio"])?.as_bytes())?;
    let (wasm, glue) =
        (take("studio_bg.wasm", "studio", "wasm")?, take("studio.js", "studio-program", "js")?);
    let script = take("studio-host.js", "studio", "js")?;
    let assets = site.assets;
    let base = voice.base;
    write(&out.join(STARTER), &starter())?;
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
        ("data-starter", STARTER.to_owned()),
        ("data-title", title.to_string()),
    ];
    let told: String = told.iter().map(|(name, value)| format!(" {name}=\"{}\"", html_text(value))).collect();
    let (heading, about) = (site.locale.tell(&StudioMsg::Heading), site.locale.tell(&StudioMsg::About));
    let about = head(site, [&heading, &heading], &about, base, "studio/");
    Ok(Page {
        path: "studio/index.html".to_owned(),
        html: studio(&about, assets, &fragment(studio_page(voice)), &styles, &told),
    })
}
