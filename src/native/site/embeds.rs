//! The pages that other sites show in a frame: one view, or one event or issue, each with a line that says where it is from.
//! `docs/embedding.md` has what they promise to host pages.
//!
//! Beside the site's own files they have two: `frame.js`, which speaks with the host page, and a style sheet. The host page's own
//! script, `embed.js`, keeps its name, since it stands in other people's pages.

use std::path::Path;

use yew::prelude::*;

use super::app::AppFiles;
use super::assets::{OPENED_STYLES, joined, place, side_colours};
use super::languages::Other;
use super::pages::{Page, Site, app, edition, lead_sentence};
use super::shell::html_text;
use super::{BuildError, write};
use crate::dossier::Dossier;
use crate::dossier::text::Text;
use crate::messages::{ClockMsg, EmbedMsg, LaunchesMsg, MeetingsMsg, Msg, PageMsg, PromisesMsg, ReadingsMsg};
use crate::native::css::without_comments;
use crate::native::pictures::VIEWS;
use crate::native::script;
use crate::state::View;
use crate::views::app::Draws;
use crate::views::argument::argument;
use crate::views::clock::clock;
use crate::views::fragment::fragment;
use crate::views::launches::launches;
use crate::views::meetings::meetings;
use crate::views::promises::promises;
use crate::views::readings::readings;
use crate::views::sources::sources;
use crate::views::words::{Manner, Voice};
use crate::views::{event, issue};

/// The names of the files that only embeds have, relative to the site's root.
struct Files {
    frame: String,
    styles: String,
}

/// Every embed page. The files they need are written into `out`.
pub fn all(site: &Site<'_>, app: &AppFiles, out: &Path) -> Result<Vec<Page>, BuildError> {
    let files = files(site, app, out)?;
    let mut pages: Vec<Page> = VIEWS.into_iter().filter_map(|view| one_view(site, &files, view)).collect();
    pages.extend(site.dossier.events.iter().map(|event| one_event(site, &files, event)));
    pages.extend(site.dossier.issues.iter().map(|issue| one_issue(site, &files, issue)));
    Ok(pages)
}

fn files(site: &Site<'_>, app: &AppFiles, out: &Path) -> Result<Files, BuildError> {
    write(&out.join("embed.js"), app.bytes("embed.js")?)?;
    let themes =
        themes(&without_comments(app.text("styles/tokens.css")?), site.dossier).ok_or_else(|| {
            BuildError::App("styles/tokens.css: it has no `:root` with colours and no dark one".to_owned())
        })?;
    let styles = joined(app, &OPENED_STYLES)? + &*joined(app, &["embed"])? + &*themes;
    let once = |stem: &str, ending: &str, bytes: &[u8]| -> Result<String, BuildError> {
        Ok(site.root().to_owned() + &*place(&out.join(site.root()), stem, ending, bytes)?)
    };
    Ok(Files {
        frame: once("frame", "js", script::as_sent(app.text("frame.js")?).as_bytes())?,
        styles: once("embed", "css", styles.as_bytes())?,
    })
}

/// The colours of both schemes once more, for a page that is told which to take: the reader's own choice of scheme is not that
/// of the page around the frame. What is printed has its own.
fn themes(tokens: &str, dossier: &Dossier) -> Option<String> {
    let block = |from: &str| {
        let (_, rest) = tokens.split_once(from)?;
        rest.split_once(":root {")?.1.split_once('}').map(|(block, _)| block)
    };
    let (all, dark) = (block("")?, block("@media (prefers-color-scheme: dark)")?);
    let contrast = block("@media (prefers-contrast: more)")?;
    let name = |declaration: &str| declaration.split(':').next().map(str::to_owned);
    let changed: Vec<Option<String>> = dark.lines().map(name).collect();
    let light: Vec<&str> = all.lines().filter(|line| changed.contains(&name(line))).collect();
    let [light_sides, dark_sides] = side_colours(dossier);
    Some(format!(
        "@media screen {{\n:root[data-theme=light] {{\ncolor-scheme: light;{}{light_sides}}}\n\
         :root[data-theme=dark] {{\ncolor-scheme: dark;{dark}{dark_sides}}}\n}}\n\
         @media screen and (prefers-contrast: more) {{\n:root[data-theme] {{{contrast}}}\n}}\n",
        light.join("\n"),
    ))
}

/// What leads from a view's embed page to the site's root; `browser::start` says the same.
const BASE: &str = "../../";

/// A view's page; none for a view of which the dossier has nothing.
fn one_view(site: &Site<'_>, files: &Files, view: &str) -> Option<Page> {
    let voice = Voice::of(Manner { alone: false, ..*site.voice(BASE) });
    let (dossier, day) = (site.dossier, site.dossier.meta.default_as_of);
    let draws = Draws::of_page(Some(view));
    let no_issues = dossier.issues.is_empty();
    let written = match view {
        "words" => readings(voice, dossier, day),
        "meetings" => meetings(voice, dossier, day),
        "clock" => clock(voice, dossier, day),
        "promises" => promises(voice, dossier, day),
        "launches" => launches(voice, dossier, day),
        "argument" => argument(voice, dossier, day),
        "sources" => sources(voice, dossier, day, &site.version),
        _ => Html::default(),
    };
    let written = fragment(written);
    let nothing = match draws {
        Draws::Nothing => written.is_empty(),
        Draws::One(View::Gap) => no_issues,
        Draws::One(_) | Draws::Page => false,
    };
    if nothing {
        return None;
    }
    let body = format!(
        "<div id=\"daylight\" data-view=\"{view}\">{}</div>\n<div id=\"record\">{written}</div>",
        app(site, voice, draws)
    );
    let dossier_title = voice.text(&dossier.meta.title);
    let heading = heading(voice, dossier, view);
    let title = titled(heading.as_deref(), &dossier_title);
    let name = heading.as_deref().unwrap_or(&*dossier_title);
    let description =
        if no_issues { voice.text(&dossier.meta.dek).to_string() } else { lead_sentence(voice, dossier) };
    let about = About {
        title: &title,
        name,
        description: &description,
        base: BASE,
        full: &format!("#{view}"),
        path: format!("embed/{view}/"),
        program: Some(if draws == Draws::Nothing { Program::WhenAsked } else { Program::AtOnce }),
    };
    Some(Page {
        path: format!("{}index.html", about.path),
        html: document(
            site,
            files,
            &about,
            &format!("<h1 class=\"embed-title\">{}</h1>\n{body}", html_text(&dossier_title)),
        ),
    })
}

/// What a view's frame is called: by the view and the dossier.
pub(super) fn titled(heading: Option<&str>, dossier_title: &str) -> String {
    heading.map_or(dossier_title.to_owned(), |heading| format!("{heading} \u{b7} {dossier_title}"))
}

/// What a view is called.
pub(super) fn heading(voice: Voice, dossier: &Dossier, view: &str) -> Option<String> {
    let heading = match view {
        "lead" => voice.say(Msg::TotalHeading),
        "timeline" => voice.say(Msg::TimelineHeading),
        "gap" => voice.say(Msg::GapHeading),
        "words" => voice.tell(ReadingsMsg::Heading),
        "meetings" => voice.tell(MeetingsMsg::Heading),
        "clock" => voice.tell(ClockMsg::Heading),
        "promises" => voice.tell(PromisesMsg::Heading),
        "launches" => voice.tell(LaunchesMsg::Heading),
        "argument" => voice.text(&dossier.argument.as_ref()?.title),
        "sources" => voice.tell(PageMsg::SourcesHeading),
        _ => return None,
    };
    Some(heading.to_string())
}

fn one_event(site: &Site<'_>, files: &Files, event: &crate::dossier::model::Event) -> Page {
    let detail = fragment(event::detail(record_voice(site), site.dossier, event, &edition(site), None));
    let record = Record { kind: "event", id: &event.id, title: &event.title, description: &event.summary };
    one_record(site, files, record, &format!("<article>{detail}</article>"), None)
}

/// An issue's record follows the as-of date, by the program that moves the views written ahead.
fn one_issue(site: &Site<'_>, files: &Files, issue: &crate::dossier::model::Issue) -> Page {
    let detail = fragment(issue::dated_detail(
        record_voice(site),
        site.dossier,
        issue,
        site.dossier.meta.default_as_of,
    ));
    let record = Record { kind: "issue", id: &issue.id, title: &issue.title, description: &issue.question };
    let body = format!(
        "<div id=\"daylight\" data-view=\"record\">{}</div>\n<article id=\"record\">{detail}</article>",
        app(site, record_voice(site), Draws::Nothing)
    );
    one_record(site, files, record, &body, Some(Program::WhenAsked))
}

/// How a record's page writes text.
fn record_voice(site: &Site<'_>) -> Voice {
    site.voice("../../../")
}

/// What an event and an issue have in common.
struct Record<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a Text,
    description: &'a Text,
}

fn one_record(
    site: &Site<'_>,
    files: &Files,
    record: Record<'_>,
    detail: &str,
    program: Option<Program>,
) -> Page {
    let voice = record_voice(site);
    let [title, description] = [record.title, record.description].map(|text| voice.text(text));
    let Record { kind, id, .. } = record;
    let about = About {
        title: &title,
        name: &title,
        description: &description,
        base: voice.base,
        full: &format!("?{kind}={id}"),
        path: format!("embed/{kind}/{id}/"),
        program,
    };
    let dossier_title = site.dossier.meta.title.get(site.locale.tag());
    let body = format!(
        "<div class=\"record-page\">\n<p class=\"embed-title\">{}</p>\n<h1>{}</h1>\n{detail}\n</div>",
        html_text(dossier_title),
        html_text(about.title),
    );
    Page { path: format!("{}index.html", about.path), html: document(site, files, &about, &body) }
}

/// When a page fetches the app.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Program {
    /// With the page: what it shows is the app's.
    AtOnce,
    /// Once a date is asked for, in the address or by the host page: the rest works without.
    WhenAsked,
}

/// What tells one embed page from another.
struct About<'a> {
    title: &'a str,
    /// What it is called where the dossier is named beside it.
    name: &'a str,
    description: &'a str,
    /// What leads to the site's root.
    base: &'static str,
    /// The same view on the main page, from the root.
    full: &'a str,
    /// Its own path from the root, with a slash at its end.
    path: String,
    program: Option<Program>,
}

fn document(site: &Site<'_>, files: &Files, about: &About<'_>, body: &str) -> String {
    let say = |msg: EmbedMsg| html_text(&site.locale.tell(&msg));
    let page = |msg: PageMsg<'_>| html_text(&site.locale.tell(&msg));
    let About { base, .. } = about;
    let dossier = site.dossier;
    let rests = EmbedMsg::Rests { sources: dossier.sources.len(), checked: dossier.meta.upkeep() };
    format!(
        "{head}<body>\n<p id=\"notice\" role=\"status\" hidden data-notstarted=\"{not_started}\" data-notfetched=\"{not_fetched}\" data-stopped=\"{stopped}\" data-nottaken=\"{not_taken}\"></p>\n\
         <p class=\"scripts-off\">{scripts_off}</p>\n<main id=\"main\">\n{body}\n</main>\n\
         <footer class=\"embed-source\">{title}: {rests}. <a id=\"full-page\" href=\"{base}{full}\">{full_page}</a></footer>\n\
         <div id=\"address\" role=\"group\" aria-label=\"{may_not}\" hidden><span>{may_not}</span> <input readonly aria-label=\"{may_not}\"> \
         <button type=\"button\" data-copied=\"{copied}\" data-refused=\"{refused}\">{copy}</button> \
         <button type=\"button\">{close}</button> <span role=\"status\"></span></div>\n</body>\n</html>\n",
        head = head(site, files, about),
        not_started = page(PageMsg::NotStarted),
        not_fetched = page(PageMsg::NotFetched),
        stopped = page(PageMsg::Stopped),
        not_taken = page(PageMsg::NotTaken),
        scripts_off = say(EmbedMsg::ScriptsOff),
        title = html_text(dossier.meta.title.get(site.locale.tag())),
        rests = say(rests),
        full = html_text(about.full),
        full_page = say(EmbedMsg::FullPage),
        may_not = say(EmbedMsg::MayNotOpen),
        copy = say(EmbedMsg::Copy),
        copied = say(EmbedMsg::Copied),
        refused = say(EmbedMsg::CopyRefused),
        close = say(EmbedMsg::Close),
    )
}

/// An embed page's head. Its links open beside the host page, never inside the frame; its theme is light until its address or
/// the host page says otherwise, since a page that says nothing of its colours is light.
fn head(site: &Site<'_>, files: &Files, about: &About<'_>) -> String {
    let About { title, name, description, base, .. } = about;
    let found = site.found.head(&about.path, name, description, site.taken);
    let (title, name, description) = (html_text(title), html_text(name), html_text(description));
    let assets = site.assets;
    let program = format!(
        "data-js=\"{base}{}\" data-wasm=\"{base}{}\" data-outline=\"{base}{}\" data-record=\"{base}{}\" data-version=\"{}\"",
        assets.glue, assets.wasm, assets.outline, assets.record, site.version
    );
    let version = format!("data-version=\"{}\"", site.version);
    // The days that the app holds its date within.
    let span = &site.dossier.meta.span;
    let span = format!("data-span=\"{} {}\"", span.from, span.to.max(span.from));
    let (at_once, of_frame) = match about.program {
        // On a slow line the program waits until the page can be read.
        Some(Program::AtOnce) => (
            format!(
                "<link rel=\"modulepreload\" fetchpriority=\"low\" href=\"{base}{glue}\">\n\
                 <link rel=\"preload\" fetchpriority=\"low\" href=\"{base}{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
                 <link rel=\"preload\" fetchpriority=\"low\" href=\"{base}{outline}\" as=\"fetch\" crossorigin>\n\
                 <script type=\"module\" id=\"boot\" src=\"{base}{boot}\" {program} data-take=\"{base}{take}\" data-panel=\"{base}{panel}\"></script>\n",
                glue = assets.glue,
                wasm = assets.wasm,
                outline = assets.outline,
                boot = assets.boot,
                take = assets.take,
                panel = assets.panel,
            ),
            format!("{version} {span}"),
        ),
        Some(Program::WhenAsked) => {
            (String::new(), format!("data-boot=\"{base}{}\" {program} {span}", assets.boot))
        }
        None => (String::new(), version),
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" class=\"embed\" data-theme=\"light\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta property=\"og:title\" content=\"{name}\">\n<meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:type\" content=\"article\">\n{found}<base target=\"_blank\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{base}{styles}\">\n\
         <link rel=\"stylesheet\" href=\"{base}{embed_styles}\">\n<link rel=\"stylesheet\" media=\"print\" href=\"{base}{print}\">\n<script src=\"{base}{frame}\" {of_frame}{languages}></script>\n{at_once}</head>\n",
        lang = site.locale.tag(),
        languages = languages(site, about),
        styles = assets.styles,
        embed_styles = files.styles,
        print = assets.print_styles,
        frame = files.frame,
    )
}

/// Where the same embed stands in other languages, for `frame.js`: `ko=../../ko/embed/gap/`.
fn languages(site: &Site<'_>, about: &About<'_>) -> String {
    let way = |other: &Other| format!("{}={}{}{}", other.locale.tag(), about.base, other.way, about.path);
    let ways: Vec<String> = site.others.iter().map(way).collect();
    if ways.is_empty() {
        String::new()
    } else {
        format!(" data-languages=\"{}\"", html_text(&ways.join(" ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;

    #[test]
    fn each_theme_has_every_colour_that_differs_between_the_schemes() {
        let tokens = without_comments(include_str!("../../../styles/tokens.css"));
        let sheet = themes(&tokens, &us_dprk()).unwrap();
        let part = |theme: &str| sheet.split_once(theme).unwrap().1.split_once('}').unwrap().0.to_owned();
        let (light, dark) = (part("[data-theme=light]"), part("[data-theme=dark]"));
        for name in [
            "--paper",
            "--raised",
            "--ink",
            "--ink-soft",
            "--hairline",
            "--side-a",
            "--side-b",
            "--light-pale",
            "--focus",
        ] {
            assert_ne!(colour(&light, name), colour(&dark, name), "{name}");
        }
        assert!(!light.contains("--gutter") && !light.contains("--serif"), "{light}");
        assert_eq!(themes("a { b: c }", &us_dprk()), None);
    }

    fn colour<'a>(block: &'a str, name: &str) -> &'a str {
        block.rsplit_once(&format!("{name}:")).unwrap().1.split_once(';').unwrap().0.trim()
    }
}
