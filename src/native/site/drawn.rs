//! The site's pictures: a link card for everything that is shared, and each view's chart as files to take along. Drawing and compressing
//! them is most of a build's work, so all cores take part.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use flate2::Crc;

use super::assets::digest;
use super::cores::on_all_cores;
use super::found::{Card, Shared, shared};
use super::{BuildError, write};
use crate::dossier::Dossier;
use crate::messages::{Ending, Locale};
use crate::native::pictures::{Picture, Studio, Subject, VIEWS, has_letters, png};
use crate::views::take::{Chart, Taken};

/// Draws the link cards into `card/`; gives them by the stem of what they show. A card that the earlier site has of the same drawing is
/// taken from there.
pub fn cards(
    dossier: &Dossier,
    locale: Locale,
    address: &str,
    out: &Path,
    earlier: &Path,
) -> Result<BTreeMap<String, Card>, BuildError> {
    let studio = Studio::new(dossier, address, locale);
    let on = dossier.meta.default_as_of;
    let of = |shared: &Shared<'_>| Some((shared.stem(), studio.card(shared.subject, on)?));
    let drawn: Vec<(String, Picture)> = shared(dossier).iter().filter_map(of).collect();
    on_all_cores(&drawn, |(stem, picture)| {
        let path = Path::new("card").join(format!("{stem}.png"));
        write(&out.join(&path), &pixels(&picture.svg, 1.0, locale, &earlier.join(&path))?)
    })?;
    Ok(drawn.into_iter().map(|(stem, Picture { title, alt, .. })| (stem, Card { title, alt })).collect())
}

/// A drawing as a PNG: the earlier one, where that is of the same drawing.
fn pixels(svg: &str, scale: f32, locale: Locale, earlier: &Path) -> Result<Vec<u8>, BuildError> {
    let mark = mark(svg);
    match fs::read(earlier).ok().filter(|png| is_marked(png, &mark)) {
        Some(kept) => Ok(kept),
        None => Ok(marked(png(svg, scale, locale)?, &mark)),
    }
}

/// Where a PNG's first chunk ends, behind which its others stand.
const HEAD: usize = 33;

/// What a drawing is known by: a text chunk with the digest of it and of the version that drew it.
fn mark(svg: &str) -> Vec<u8> {
    let drawn = [env!("CARGO_PKG_VERSION"), svg].concat();
    let body = [b"tEXtDrawn from\0".as_slice(), digest(drawn.as_bytes()).as_bytes()].concat();
    let length = u32::try_from(body.len() - 4).unwrap_or_default().to_be_bytes();
    let mut crc = Crc::new();
    crc.update(&body);
    [length.as_slice(), &body, &crc.sum().to_be_bytes()].concat()
}

/// Whether a PNG has this mark, and is whole.
fn is_marked(png: &[u8], mark: &[u8]) -> bool {
    png.get(HEAD..).is_some_and(|rest| rest.starts_with(mark)) && png.ends_with(b"IEND\xaeB`\x82")
}

/// A PNG with the mark behind its head.
fn marked(mut png: Vec<u8>, mark: &[u8]) -> Vec<u8> {
    if png.len() > HEAD {
        png.splice(HEAD..HEAD, mark.iter().copied());
    }
    png
}

/// Draws the views' charts, as of the date on which the dossier's focus ends, into `data/`, or takes them from the earlier site.
pub fn charts(
    dossier: &Dossier,
    locale: Locale,
    address: &str,
    out: &Path,
    earlier: &Path,
) -> Result<Vec<Chart>, BuildError> {
    let studio = Studio::new(dossier, address, locale);
    let (_, on) = dossier.focus_days();
    let drawn: Vec<(&str, Picture)> =
        VIEWS.into_iter().filter_map(|view| Some((view, studio.chart(Subject::View(view), on)?))).collect();
    on_all_cores(&drawn, |(view, picture)| {
        let file = |ending: &str| format!("{view}.{ending}");
        let path = |ending: &str| Path::new("data").join(file(ending));
        write(&out.join(path("svg")), picture.svg.as_bytes())?;
        let taken = |ending, name: String, bytes: usize| Taken {
            href: name.clone(),
            name,
            ending,
            bytes: bytes as u64,
        };
        let mut files = vec![taken(Ending::Svg, file("svg"), picture.svg.len())];
        if has_letters(locale) {
            let pixels = pixels(&picture.svg, 2.0, locale, &earlier.join(path("png")))?;
            write(&out.join(path("png")), &pixels)?;
            files.push(taken(Ending::Png, file("png"), pixels.len()));
        }
        Ok(Chart { title: picture.title.clone(), alt: picture.alt.clone(), files })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_known_again_by_its_drawing_and_is_still_a_picture() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h5v5z\"/></svg>";
        let card = marked(png(svg, 1.0, Locale::En).unwrap(), &mark(svg));
        assert!(is_marked(&card, &mark(svg)));
        assert!(!is_marked(&card, &mark("another")) && !is_marked(&card[..card.len() - 4], &mark(svg)));
        assert!(!is_marked(&png(svg, 1.0, Locale::En).unwrap(), &mark(svg)) && !is_marked(b"", &mark(svg)));
        let read = resvg::tiny_skia::Pixmap::decode_png(&card).unwrap();
        assert_eq!((read.width(), read.height()), (9, 9));
    }
}
