//! An SVG document as a small PNG: drawn by resvg in the command's own font, its colours counted down to a palette.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use oxipng::{BitDepth, ColorType, Deflater, FilterStrategy, Options, PngError, RGBA8, RawImage};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{self, Tree, fontdb};

use crate::messages::Locale;

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The drawing is not what the library reads.
    #[error("a drawing could not be read: {0}")]
    Drawing(#[from] usvg::Error),
    /// A picture without pixels.
    #[error("a drawing of {0} by {1} pixels cannot be made a picture")]
    Size(u32, u32),
    /// No font for a language.
    #[error("this machine has no font for the letters of {0}: on Debian install fonts-nanum")]
    Letters(&'static str),
    /// It could not be written as PNG.
    #[error("a picture could not be compressed: {0}")]
    Compression(#[from] PngError),
}

/// The longest side of a picture, in pixels. A drawing that would be longer is drawn smaller: its SVG has all of it in any size.
const LONGEST: u32 = 16_000;
/// The most colours of a palette.
const COLOURS: usize = 256;

/// The command's own fonts, read once. Those of the system are left alone: the same dossier gives the same bytes on every machine.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| Arc::new(own_fonts()));

/// The same and the first of the system's fonts for Hangul that there is, which the command does not carry: it would double it. `None` on
/// a system without one.
static HANGUL: LazyLock<Option<Arc<fontdb::Database>>> = LazyLock::new(|| {
    let mut system = fontdb::Database::new();
    system.load_system_fonts();
    let of = |family: &str, weight: fontdb::Weight| {
        let families = [fontdb::Family::Name(family)];
        let id = system.query(&fontdb::Query { families: &families, weight, ..fontdb::Query::default() })?;
        match &system.face(id)?.source {
            fontdb::Source::File(path) => Some(path.clone()),
            _ => None,
        }
    };
    let family = HANGUL_FAMILIES.into_iter().find(|family| of(family, fontdb::Weight::NORMAL).is_some())?;
    let mut fonts = own_fonts();
    for weight in [fontdb::Weight::NORMAL, fontdb::Weight::BOLD] {
        // As bytes: a font that is only named by its file is read anew for every letter.
        fonts.load_font_data(std::fs::read(of(family, weight)?).ok()?);
    }
    Some(Arc::new(fonts))
});

/// Fonts for Hangul by family, the best for letters of our size first: Debian's packages, Windows, macOS.
const HANGUL_FAMILIES: [&str; 6] = [
    "Noto Sans KR",
    "Noto Sans CJK KR",
    "NanumGothic",
    "Nanum Gothic",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
];

fn own_fonts() -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    for font in [ttf_noto_sans::REGULAR, ttf_noto_sans::BOLD, ttf_noto_sans::ITALIC] {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family("Noto Sans");
    fonts
}

/// The fonts for a language; `None` where this machine has none for its letters.
fn fonts(locale: Locale) -> Option<Arc<fontdb::Database>> {
    match locale {
        Locale::En => Some(FONTS.clone()),
        Locale::Ko => HANGUL.clone(),
    }
}

/// Whether pictures in this language can be drawn as pixels on this machine.
pub fn has_letters(locale: Locale) -> bool {
    fonts(locale).is_some()
}

/// Draws a document at `scale` pixels for each of its own, or at fewer where it would be too long for a picture.
///
/// # Errors
/// A document that is no SVG, or so thin that nothing of it is left.
pub fn png(svg: &str, scale: f32, locale: Locale) -> Result<Vec<u8>, PictureError> {
    let fonts = fonts(locale).ok_or(PictureError::Letters(locale.own_name()))?;
    let options =
        usvg::Options { font_family: "Noto Sans".to_owned(), fontdb: fonts, ..usvg::Options::default() };
    let tree = Tree::from_str(svg, &options)?;
    let size = tree.size();
    // The library itself has no limit: it takes what memory there is.
    let scale = scale.min(LONGEST as f32 / size.width().max(size.height()));
    let (width, height) = ((size.width() * scale).round() as u32, (size.height() * scale).round() as u32);
    let mut pixels = Pixmap::new(width, height).ok_or(PictureError::Size(width, height))?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let rgb: Vec<[u8; 3]> =
        pixels.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    let (palette, indexes) = with_palette(&rgb);
    let palette = palette.into_iter().map(|[r, g, b]| RGBA8::new(r, g, b, 255)).collect();
    let image = RawImage::new(width, height, ColorType::Indexed { palette }, BitDepth::Eight, indexes)?;
    // Lines of a palette's places compress best as they are: other filters were tried and made no card smaller.
    let mut options = Options { deflater: Deflater::Libdeflater { compression: 10 }, ..Options::default() };
    options.filters.retain(|filter| *filter == FilterStrategy::NONE);
    Ok(image.create_optimized_png(&options)?)
}

/// The picture's most frequent colours, and for each pixel the place of its own or the nearest. Drawings have few colours; what is
/// left out are shades at the edges of letters.
fn with_palette(pixels: &[[u8; 3]]) -> (Vec<[u8; 3]>, Vec<u8>) {
    // Flat drawings are long runs of one colour, and a run is looked up once.
    let runs = || pixels.chunk_by(|a, b| a == b).filter_map(|run| Some((*run.first()?, run.len())));
    let mut counts: BTreeMap<[u8; 3], usize> = BTreeMap::new();
    for (colour, length) in runs() {
        *counts.entry(colour).or_default() += length;
    }
    let mut colours: Vec<([u8; 3], usize)> = counts.iter().map(|(colour, count)| (*colour, *count)).collect();
    colours.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let palette: Vec<[u8; 3]> = colours.iter().take(COLOURS).map(|(colour, _)| *colour).collect();
    let places: BTreeMap<[u8; 3], u8> = colours
        .iter()
        .enumerate()
        .map(|(rank, (colour, _))| {
            (*colour, u8::try_from(rank).unwrap_or_else(|_| nearest(&palette, *colour)))
        })
        .collect();
    let mut indexes = Vec::with_capacity(pixels.len());
    for (colour, length) in runs() {
        let place = places.get(&colour).copied().unwrap_or(0);
        indexes.resize(indexes.len() + length, place);
    }
    (palette, indexes)
}

fn nearest(palette: &[[u8; 3]], colour: [u8; 3]) -> u8 {
    let far = |other: &[u8; 3]| -> u32 {
        other.iter().zip(colour).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    let place = palette.iter().enumerate().min_by_key(|(_, other)| far(other)).map_or(0, |(place, _)| place);
    u8::try_from(place).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_a_palette_of_what_it_shows() {
        let (palette, indexes) = with_palette(&[[1, 1, 1], [9, 9, 9], [1, 1, 1]]);
        assert_eq!((palette, indexes), (vec![[1, 1, 1], [9, 9, 9]], vec![0, 1, 0]));
        let many: Vec<[u8; 3]> = (0..=255_u8).flat_map(|a| [[a, a, a], [a, a, a], [a, 0, 255]]).collect();
        let (palette, indexes) = with_palette(&many);
        assert_eq!((palette.len(), indexes.len()), (COLOURS, many.len()));
        // The greys are twice as many, so each keeps its own.
        assert!((0..=255_u8).all(|a| palette.contains(&[a, a, a])));
    }

    #[test]
    fn what_is_no_drawing_is_an_error() {
        assert!(matches!(png("no", 1.0, Locale::En), Err(PictureError::Drawing(_))));
        assert!(matches!(png(&sized(900_000, 1), 1.0, Locale::En), Err(PictureError::Size(_, 0))));
    }

    fn sized(width: u32, height: u32) -> String {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"/>")
    }

    /// The gap's chart of a dossier of more than 64 issues, of which a build failed.
    #[test]
    fn a_long_drawing_is_drawn_smaller() {
        let of = |height| {
            let png = png(&sized(72, height), 2.0, Locale::En).unwrap();
            let read = Pixmap::decode_png(&png).unwrap();
            (read.width(), read.height())
        };
        assert_eq!((of(8_000), of(12_502)), ((144, LONGEST), (92, LONGEST)));
    }
}
