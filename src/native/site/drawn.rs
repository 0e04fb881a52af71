//! The site's pictures: a link card for everything that is shared, and each view's chart as files to take along. Drawing and compressing
//! them is most of a build's work, so all cores take part.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::found::{Card, Shared, shared};
use super::{BuildError, write};
use crate::dossier::Dossier;
use crate::messages::{Ending, Locale};
use crate::native::pictures::{Picture, Studio, Subject, VIEWS, png};
use crate::views::take::{Chart, Taken};

/// Runs a task for each item on all cores and gives what they made in the items' order; the first error in that order.
pub fn on_all_cores<T: Sync, R: Send>(
    items: &[T],
    task: impl Fn(&T) -> Result<R, BuildError> + Sync,
) -> Result<Vec<R>, BuildError> {
    let next = AtomicUsize::new(0);
    let made: Mutex<BTreeMap<usize, Result<R, BuildError>>> = Mutex::new(BTreeMap::new());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores.min(items.len()) {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(place) else { break };
                    let result = task(item);
                    made.lock().unwrap_or_else(PoisonError::into_inner).insert(place, result);
                }
            });
        }
    });
    made.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().collect()
}

/// Draws the link cards into `card/`; gives them by the stem of what they show.
pub fn cards(
    dossier: &Dossier,
    locale: Locale,
    address: &str,
    out: &Path,
) -> Result<BTreeMap<String, Card>, BuildError> {
    let studio = Studio::new(dossier, address, locale);
    let on = dossier.meta.default_as_of;
    let of = |shared: &Shared<'_>| Some((shared.stem(), studio.card(shared.subject, on)?));
    let drawn: Vec<(String, Picture)> = shared(dossier).iter().filter_map(of).collect();
    on_all_cores(&drawn, |(stem, picture)| {
        write(&out.join("card").join(format!("{stem}.png")), &png(&picture.svg, 1.0)?)
    })?;
    Ok(drawn.into_iter().map(|(stem, Picture { title, alt, .. })| (stem, Card { title, alt })).collect())
}

/// Draws the views' charts, as of the date on which the dossier's focus ends, into `data/`.
pub fn charts(
    dossier: &Dossier,
    locale: Locale,
    address: &str,
    out: &Path,
) -> Result<Vec<Chart>, BuildError> {
    let studio = Studio::new(dossier, address, locale);
    let (_, on) = dossier.focus_days();
    let drawn: Vec<(&str, Picture)> =
        VIEWS.into_iter().filter_map(|view| Some((view, studio.chart(Subject::View(view), on)?))).collect();
    on_all_cores(&drawn, |(view, picture)| {
        let file = |ending: &str| format!("{view}.{ending}");
        let pixels = png(&picture.svg, 2.0)?;
        write(&out.join("data").join(file("svg")), picture.svg.as_bytes())?;
        write(&out.join("data").join(file("png")), &pixels)?;
        let taken = |ending, name: String, bytes: usize| Taken {
            href: name.clone(),
            name,
            ending,
            bytes: bytes as u64,
        };
        Ok(Chart {
            title: picture.title.clone(),
            alt: picture.alt.clone(),
            files: [
                taken(Ending::Svg, file("svg"), picture.svg.len()),
                taken(Ending::Png, file("png"), pixels.len()),
            ],
        })
    })
}
