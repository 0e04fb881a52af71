//! The site's files that are not pages: the app's wasm and scripts, the style sheet, each under a name with its own hash, and
//! their compressed copies.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::app::AppFiles;
use super::cores::on_all_cores;
use super::languages::Written;
use super::packed::parts;
use super::{BuildError, at, on_screen, write};
use crate::dossier::Dossier;
use crate::dossier::model::Side;
use crate::messages::Locale;
use crate::native::{css, script};

/// The names of the files every page refers to, relative to the site's root.
#[derive(Debug)]
pub struct Assets {
    /// The app.
    pub wasm: String,
    /// The script that wasm-bindgen wrote beside it.
    pub glue: String,
    /// The script that starts both.
    pub boot: String,
    /// The script that marks what belongs together.
    pub link: String,
    /// The script of the bar with the as-of date.
    pub bar: String,
    /// The script of the page that hands out codes.
    pub share: String,
    /// The script that leads back from an issue's own page to the reader's date.
    pub issue: String,
    /// The script that makes files of what is on screen.
    pub take: String,
    /// The panel that offers them.
    pub panel: String,
    /// The style sheet.
    pub styles: String,
    /// The style sheet of what is on the main page only with the app at work.
    pub opened_styles: String,
    /// The style sheet for paper, beside the others.
    pub print_styles: String,
    /// The style sheet of the pages that do not become the app at once, beside the first.
    pub page_styles: String,
    /// The dossier's outline, which the app starts with.
    pub outline: String,
    /// The dossier's record, which the app asks for once it stands.
    pub record: String,
    /// The folder of the page for any dossier.
    pub open_page: String,
    /// The app of the page for any dossier.
    pub open_wasm: String,
    /// The script that wasm-bindgen wrote beside it.
    pub open_glue: String,
    /// The script that runs the checker.
    pub check: String,
    /// The script that wasm-bindgen wrote beside it.
    pub check_glue: String,
    /// The checker.
    pub check_wasm: String,
    /// The script that shows on the page for any dossier what the studio sends.
    pub live: String,
}

/// The style sheets in the order they are joined.
const STYLES: [&str; 13] = [
    "tokens", "base", "page", "quoted", "timeline", "gap", "readings", "meetings", "clock", "promises",
    "launches", "argument", "bar",
];

/// Those of what stands on the main page only with the app at work: its first picture does not wait for them.
pub(super) const OPENED_STYLES: [&str; 3] = ["record", "find", "compare"];

/// Those of the pages that do not become the app at once, beside the first; a record stands there by itself.
const PAGE_STYLES: [&str; 5] = ["record", "own_page", "method", "open", "share"];

/// The files worth compressing beforehand: text and wasm.
const COMPRESSED: [&str; 11] =
    ["html", "css", "js", "wasm", "json", "svg", "csv", "ics", "bib", "ris", "xml"];

/// Copies the app's files, and writes the parts of the dossier that it reads, naming each file by its content.
pub fn copy(app: &AppFiles, out: &Path, dossier: &Dossier, locale: Locale) -> Result<Assets, BuildError> {
    let built = |program: &str, suffix: &str| app.built(program, suffix);
    let take = |name: &str, stem: &str, ending: &str| place(out, stem, ending, app.bytes(name)?);
    // What every visit loads.
    let script = |name: &str, stem: &str| place(out, stem, "js", script::as_sent(app.text(name)?).as_bytes());
    let parts = parts(dossier)?;
    Ok(Assets {
        wasm: take(built(program(locale), "_bg.wasm")?, "daylight", "wasm")?,
        glue: take(built(program(locale), ".js")?, "daylight", "js")?,
        boot: script("boot.js", "boot")?,
        open_page: "open/".to_owned(),
        open_wasm: take(built("opener", "_bg.wasm")?, "open", "wasm")?,
        open_glue: take(built("opener", ".js")?, "open", "js")?,
        check: take("check.js", "check", "js")?,
        link: script("link.js", "link")?,
        bar: script("bar.js", "bar")?,
        share: take("share.js", "share", "js")?,
        issue: script("issue.js", "issue")?,
        take: take("take.js", "take", "js")?,
        panel: on_screen::write(app, out, "", dossier, locale)?,
        check_glue: take(built("checker", ".js")?, "checker", "js")?,
        check_wasm: take(built("checker", "_bg.wasm")?, "checker", "wasm")?,
        live: take("live.js", "live", "js")?,
        styles: place(out, "daylight", "css", (joined(app, &STYLES)? + &*colours(dossier)).as_bytes())?,
        opened_styles: place(out, "opened", "css", joined(app, &OPENED_STYLES)?.as_bytes())?,
        print_styles: place(out, "print", "css", joined(app, &["print"])?.as_bytes())?,
        page_styles: place(out, "pages", "css", joined(app, &PAGE_STYLES)?.as_bytes())?,
        outline: place(out, "outline", "json", parts.outline.as_bytes())?,
        record: place(out, "record", "json", parts.record.as_bytes())?,
    })
}

/// The files of a further language, as named from its folder: the first one's, and beside them the program and the parts of the dossier
/// that are its own.
pub fn in_language(first: &Assets, app: &AppFiles, out: &Path, one: &Written) -> Result<Assets, BuildError> {
    let above = |name: &String| format!("../{name}");
    let stem = format!("daylight-{}", one.locale.tag());
    let program = program(one.locale);
    let own = |suffix: &str, ending: &str| -> Result<String, BuildError> {
        Ok(above(&place(out, &stem, ending, app.bytes(app.built(program, suffix)?)?)?))
    };
    let part = |stem: &str, text: &str| -> Result<String, BuildError> {
        Ok(above(&place(out, stem, "json", text.as_bytes())?))
    };
    let parts = parts(&one.dossier)?;
    Ok(Assets {
        wasm: own("_bg.wasm", "wasm")?,
        glue: own(".js", "js")?,
        outline: part("outline", &parts.outline)?,
        record: part("record", &parts.record)?,
        panel: on_screen::write(app, &out.join(&one.folder), "../", &one.dossier, one.locale)?,
        boot: above(&first.boot),
        link: above(&first.link),
        bar: above(&first.bar),
        share: above(&first.share),
        issue: above(&first.issue),
        live: above(&first.live),
        take: above(&first.take),
        styles: above(&first.styles),
        opened_styles: above(&first.opened_styles),
        print_styles: above(&first.print_styles),
        page_styles: above(&first.page_styles),
        open_page: above(&first.open_page),
        open_wasm: above(&first.open_wasm),
        open_glue: above(&first.open_glue),
        check: above(&first.check),
        check_glue: above(&first.check_glue),
        check_wasm: above(&first.check_wasm),
    })
}

/// The program of a language, as Trunk calls it.
fn program(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "web",
        Locale::Ko => "korean",
    }
}

/// Style sheets as one, comments left out.
pub(super) fn joined(app: &AppFiles, names: &[&str]) -> Result<String, BuildError> {
    let mut all = String::new();
    for name in names {
        all.push_str(&css::as_sent(app.text(&format!("styles/{name}.css"))?));
    }
    Ok(all)
}

/// The two sides' colours in the light and in the dark scheme, as declarations, where the dossier names them as `#rrggbb`.
pub(super) fn side_colours(dossier: &Dossier) -> [String; 2] {
    let is_colour = |text: &str| {
        text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    let (mut light, mut dark) = (String::new(), String::new());
    for (side, name) in [(Side::A, "a"), (Side::B, "b")] {
        if let Some(colour) = dossier.side(side).and_then(|party| party.colour.as_ref())
            && is_colour(&colour.light)
            && is_colour(&colour.dark)
        {
            // Writing to a string never fails.
            let _ = write!(light, "--side-{name}:{};", colour.light);
            let _ = write!(dark, "--side-{name}:{};", colour.dark);
        }
    }
    [light, dark]
}

fn colours(dossier: &Dossier) -> String {
    let [light, dark] = side_colours(dossier);
    format!(
        "@media screen{{:root{{{light}}}}}@media print{{:root{{{light}}}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    )
}

/// Writes a file under a name with its own hash, which it gives.
pub(super) fn place(out: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<String, BuildError> {
    let hash: String = digest(bytes).chars().take(10).collect();
    let name = format!("{stem}-{hash}.{ending}");
    write(&out.join(&name), bytes)?;
    Ok(name)
}

/// SHA-256 in hex.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// What visits fetch is made as small as can be.
const SMALLEST: i32 = 11;
/// The hundreds of other files are each asked for now and then: two hundredths larger, they are ready in less than half the time. Below
/// this the encoder fills tables of 32 MB for each file, which takes longer still, for a result a tenth larger.
const SOONER: i32 = 10;
/// One of those that is smaller than this, in bytes, arrives with the first two or three packets of an answer, compressed or not.
const SMALL: u64 = 4096;

/// Writes `.br` and `.gz` beside every file worth it, so that a static server can send them as they are. Those of files that are the
/// same in the site that stood there before are taken from it: compressing is most of a build's work.
pub fn precompress(folder: &Path, earlier: &Path) -> Result<(), BuildError> {
    let mut files = Vec::new();
    worth_compressing(folder, &mut files)?;
    on_all_cores(&files, |path| {
        let inside = path.strip_prefix(folder).unwrap_or(path);
        let visited = is_of_visits(inside);
        if !visited && fs::metadata(path).map_err(at(path))?.len() < SMALL {
            return Ok(());
        }
        let bytes = fs::read(path).map_err(at(path))?;
        let ending = |path: &Path, suffix: &str| PathBuf::from(format!("{}.{suffix}", path.display()));
        let before = earlier.join(inside);
        let kept = |suffix: &str| fs::read(ending(&before, suffix)).ok().filter(|kept| !kept.is_empty());
        let same = fs::read(&before).is_ok_and(|old| old == bytes);
        let (br, gz) = match (kept("br"), kept("gz")) {
            (Some(br), Some(gz)) if same => (br, gz),
            _ => (brotli(&bytes, if visited { SMALLEST } else { SOONER }), gzip(&bytes).map_err(at(path))?),
        };
        write(&ending(path, "br"), &br)?;
        write(&ending(path, "gz"), &gz)
    })?;
    Ok(())
}

/// Whether visits fetch a file: what stands at the site's root, and the pages next to it; but not the dossier, which is taken along.
fn is_of_visits(inside: &Path) -> bool {
    match inside.components().count() {
        1 => !inside.ends_with("dossier.json"),
        2 => inside.ends_with("index.html"),
        _ => false,
    }
}

fn worth_compressing(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), BuildError> {
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let path = entry.map_err(at(folder))?.path();
        if path.is_dir() {
            worth_compressing(&path, found)?;
        } else if path.extension().is_some_and(|ending| COMPRESSED.iter().any(|known| ending == *known)) {
            found.push(path);
        }
    }
    Ok(())
}

/// The largest window that every browser reads, in bits.
const LARGEST_WINDOW: i32 = 22;

fn brotli(bytes: &[u8], quality: i32) -> Vec<u8> {
    let mut out = Vec::new();
    // A window and tables no larger than what there is: the hundreds of small pages would each fill megabytes with nothing.
    let bits = usize::BITS - bytes.len().saturating_add(16).leading_zeros();
    let lgwin = i32::try_from(bits).unwrap_or(LARGEST_WINDOW).min(LARGEST_WINDOW).max(16);
    let params =
        brotli::enc::BrotliEncoderParams { quality, lgwin, size_hint: bytes.len(), ..Default::default() };
    // Memory to memory: neither side can fail.
    let _ = brotli::BrotliCompress(&mut &bytes[..], &mut out, &params);
    out
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressed_copies_hold_the_same_bytes() {
        let text = "daylight ".repeat(200).into_bytes();
        for quality in [SOONER, SMALLEST] {
            let mut back = Vec::new();
            let compressed = brotli(&text, quality);
            brotli::BrotliDecompress(&mut &compressed[..], &mut back).unwrap();
            assert_eq!(back, text);
            assert!(compressed.len() < text.len() / 10);
        }
    }
}
