//! The page that hands out codes: what it offers, from what the site has.

use std::collections::BTreeSet;

use serde_json::json;

use super::embeds::{heading, titled};
use super::found::Shared;
use super::pages::{Page, Site, head};
use super::shell::{html_text, scripted};
use crate::analysis::{newest_position, turning_points};
use crate::dossier::date::Day;
use crate::messages::{DateStyle, ShareMsg};
use crate::native::pictures::{CARD_ALT, Studio, Subject, short};
use crate::views::fragment::fragment;
use crate::views::share::{Made, Offers, Shareable, SharedPicture, share_page};

/// The page. `embeds` are the paths of the embed pages there are: what has none cannot be shared.
pub fn page<'p>(site: &Site<'_>, embeds: impl Iterator<Item = &'p str>) -> Page {
    let voice = site.voice("../");
    let body = fragment(share_page(voice, site.dossier, &offers(site, &embeds.collect())));
    let (heading, about) = (site.locale.tell(&ShareMsg::Heading), site.locale.tell(&ShareMsg::Lede));
    let title = format!("{heading} \u{b7} {}", voice.text(&site.dossier.meta.title));
    let about = head(site, [&title, &heading], &about, voice.base, "share/");
    Page {
        path: "share/index.html".to_owned(),
        html: scripted(&about, site.assets, &body, &site.assets.share),
    }
}

fn offers(site: &Site<'_>, embeds: &BTreeSet<&str>) -> Offers {
    let studio = Studio::new(site.dossier, site.base_url.unwrap_or_default(), site.locale);
    let (mut views, mut issues, mut events) = (Vec::new(), Vec::new(), Vec::new());
    for shared in super::found::shared(site.dossier) {
        if !embeds.contains(format!("embed/{}/index.html", shared.stem()).as_str()) {
            continue;
        }
        let offer = offer(site, &studio, &shared);
        match shared.subject {
            Subject::View(_) => views.push(offer),
            Subject::Issue(_) => issues.push(offer),
            Subject::Event(_) => events.push(offer),
        }
    }
    let code = views.first().map(|first| plain_frame(site.base_url, first)).unwrap_or_default();
    Offers {
        views,
        issues,
        events,
        sentences: sentences(site, &studio),
        code,
        addressed: site.base_url.is_some(),
    }
}

fn offer(site: &Site<'_>, studio: &Studio<'_>, shared: &Shared<'_>) -> Shareable {
    let (dossier, voice) = (site.dossier, site.voice("../"));
    let (name, title, sentence) = match shared.subject {
        Subject::View(view) => {
            let heading = heading(voice, dossier, view);
            let title = titled(heading.as_deref(), &voice.text(&dossier.meta.title));
            let name = heading.unwrap_or_else(|| site.locale.tell(&ShareMsg::Lead));
            // Where a picture tells nothing of the date, neither does the sentence.
            let line = studio.line(shared.subject, dossier.meta.default_as_of);
            let dated = matches!(view, "lead" | "gap");
            (name, title, line.filter(|line| !dated && !line.is_empty()))
        }
        Subject::Event(event) => {
            let title = voice.text(&event.title).to_string();
            let name = format!("{}: {title}", site.locale.date(event.date));
            (name, title, Some(voice.text(&event.summary).to_string()))
        }
        Subject::Issue(issue) => {
            let title = voice.text(&issue.title).to_string();
            (title.clone(), title, Some(voice.text(&issue.question).to_string()))
        }
    };
    Shareable {
        view: shared.stem(),
        name,
        title,
        height: shared.height(),
        sentence,
        picture: picture(site, studio, shared),
    }
}

/// The link card, which is drawn for newsletters' width; without one, a view's chart.
fn picture(site: &Site<'_>, studio: &Studio<'_>, shared: &Shared<'_>) -> Option<SharedPicture> {
    let stem = shared.stem();
    let of_day = |on| studio.follows_the_date(shared.subject, on).then_some(on);
    let made = match shared.subject {
        Subject::View("lead" | "timeline" | "gap") => Some(Made::There),
        Subject::Issue(_) => Some(Made::AmongIssues),
        _ => None,
    };
    if let Some(card) = site.found.card(&stem) {
        let on = of_day(site.dossier.meta.default_as_of);
        return Some(SharedPicture { path: format!("card/{stem}.png"), alt: card.alt.clone(), on, made });
    }
    let name = format!("{stem}.png");
    let chart = site.taken.charts.iter().find(|chart| chart.files.iter().any(|file| file.name == name))?;
    Some(SharedPicture {
        path: format!("data/{name}"),
        alt: short(&chart.alt, CARD_ALT),
        on: of_day(site.taken.on),
        made,
    })
}

/// The sentence of every date: each one that differs from the one before, with its first day, as JSON.
fn sentences(site: &Site<'_>, studio: &Studio<'_>) -> String {
    let dossier = site.dossier;
    let days: BTreeSet<Day> = [dossier.meta.span.from]
        .into_iter()
        .chain(turning_points(dossier).into_iter().map(|point| point.on))
        .chain(newest_position(dossier).map(|newest| newest.plus(1)))
        .filter(|day| *day >= dossier.meta.span.from)
        .collect();
    let mut found: Vec<(String, String)> = Vec::new();
    for day in days {
        let sentence = studio.sentence(day).replace(&site.locale.day(day, DateStyle::Long), "{date}");
        if found.last().is_none_or(|(_, last)| *last != sentence) {
            found.push((day.to_string(), sentence));
        }
    }
    json!(found).to_string()
}

/// The same code as `web/share.js` writes; docs/embedding.md has it.
fn plain_frame(base: Option<&str>, first: &Shareable) -> String {
    format!(
        "<iframe src=\"{}embed/{}/\" title=\"{}\"\nwidth=\"100%\" height=\"{}\" loading=\"lazy\" \
         allow=\"fullscreen; clipboard-write\"\nstyle=\"border:0;width:0;min-width:100%!important\"></iframe>",
        html_text(base.unwrap_or("SITE")),
        first.view,
        html_text(&first.title),
        first.height,
    )
}
