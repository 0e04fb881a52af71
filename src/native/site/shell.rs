//! The HTML around every page: head, notice, root element, scripts. No inline script and no inline style, for the content
//! security policy.

use super::assets::Assets;
use super::languages::Other;
use crate::dossier::date::Day;
use crate::messages::{Locale, OpenMsg, PageMsg};

/// What a page's head says.
pub struct Head<'a> {
    /// The language of the page.
    pub locale: Locale,
    /// The title in the browser's tab.
    pub title: &'a str,
    /// What it is called where its site is named beside it, as on link cards.
    pub name: &'a str,
    /// A sentence for search engines and link cards.
    pub description: &'a str,
    /// What leads from the page to the site's root: empty, or `../` as often as needed.
    pub base: &'a str,
    /// Its own path from the site's root, with a slash at its end or empty.
    pub path: &'a str,
    /// The other languages that it is written in.
    pub others: &'a [Other],
    /// What else it says, of where the page stands and how it is shared.
    pub found: String,
}

/// What stands on the page that becomes the app.
pub struct Main<'a> {
    /// What the app rendered.
    pub body: &'a str,
    /// What stands below it.
    pub record: &'a str,
    /// The content's version.
    pub version: &'a str,
    /// The first and the last day of the issues' charts.
    pub chart: (Day, Day),
}

/// Escapes text for HTML content and double-quoted attributes.
pub fn html_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn head(head: &Head<'_>, assets: &Assets, extra: &str) -> String {
    let Head { title, description, base, .. } = head;
    let (title, name, description) = (html_text(title), html_text(head.name), html_text(description));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta property=\"og:title\" content=\"{name}\">\n<meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:type\" content=\"article\">\n{found}\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{base}{styles}\">\n{extra}\
         <link rel=\"stylesheet\" media=\"print\" href=\"{base}{print}\">\n</head>\n",
        found = head.found,
        print = assets.print_styles,
        lang = head.locale.tag(),
        styles = assets.styles,
    )
}

/// The links to the same page in other languages, each in its own; `link.js` has them keep what the page shows.
fn languages(about: &Head<'_>) -> String {
    if about.others.is_empty() {
        return String::new();
    }
    let link = |other: &Other| {
        let tag = other.locale.tag();
        format!(
            "<a href=\"{}{}{}\" hreflang=\"{tag}\" lang=\"{tag}\">{}</a>",
            about.base,
            other.way,
            html_text(about.path),
            other.locale.own_name()
        )
    };
    let links: Vec<String> = about.others.iter().map(link).collect();
    format!(
        "<nav class=\"languages\" aria-label=\"{}\">{}</nav>\n",
        html_text(&about.locale.tell(&PageMsg::Languages)),
        links.join(" ")
    )
}

/// The link to the style sheet that the main page does without.
fn page_styles(about: &Head<'_>, assets: &Assets) -> String {
    format!("<link rel=\"stylesheet\" href=\"{}{}\">\n", about.base, assets.page_styles)
}

/// A page that is only read.
pub fn document(about: &Head<'_>, assets: &Assets, body: &str) -> String {
    let head = head(about, assets, &page_styles(about, assets));
    format!("{head}<body>\n{}{body}\n</body>\n</html>\n", languages(about))
}

/// A page that is only read, and made to do something by a script.
pub fn scripted(about: &Head<'_>, assets: &Assets, body: &str, script: &str) -> String {
    let script = format!("<script type=\"module\" src=\"{}{script}\"></script>\n", about.base);
    let head = head(about, assets, &(page_styles(about, assets) + &*script));
    format!("{head}<body>\n{}{body}\n</body>\n</html>\n", languages(about))
}

/// The studio: `body` is what stands there before its program. `about_program` is what its script is told, in attributes.
pub fn studio(about: &Head<'_>, assets: &Assets, body: &str, styles: &str, about_program: &str) -> String {
    let base = about.base;
    let extra = page_styles(about, assets)
        + &*format!(
            "<link rel=\"stylesheet\" href=\"{base}{styles}\">\n<script type=\"module\" id=\"boot\"{about_program}></script>\n"
        );
    format!(
        "{head}<body class=\"studio-body\">\n{body}\n</body>\n</html>\n",
        head = head(about, assets, &extra)
    )
}

/// The page that becomes the app. The data the app starts with is a file of its own, on its way beside the program: in the page it would come before the first paint, which does not need it.
pub fn application(about: &Head<'_>, assets: &Assets, parts: &Main<'_>) -> String {
    let Head { locale, base, .. } = about;
    let Assets {
        open_page,
        wasm,
        glue,
        boot,
        link,
        bar,
        outline,
        record: data,
        take,
        panel,
        opened_styles,
        ..
    } = assets;
    let Main { body, record, version, chart: (first, last) } = parts;
    let say = |msg| html_text(&locale.tell(&msg));
    let preload = format!(
        // For paper, the browser does not wait for it; `boot.js` makes it count.
        "<link rel=\"stylesheet\" id=\"opened-styles\" media=\"print\" href=\"{base}{opened_styles}\">\n\
         <link rel=\"modulepreload\" href=\"{base}{glue}\">\n\
         <link rel=\"preload\" href=\"{base}{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <link rel=\"preload\" href=\"{base}{outline}\" as=\"fetch\" type=\"application/json\" crossorigin>\n\
         <script type=\"module\" id=\"boot\" src=\"{base}{boot}\" data-js=\"{base}{glue}\" data-wasm=\"{base}{wasm}\" \
         data-outline=\"{base}{outline}\" data-record=\"{base}{data}\" data-version=\"{version}\" data-chart=\"{first} {last}\" data-open=\"{base}{open_page}\" data-take=\"{base}{take}\" data-panel=\"{base}{panel}\"></script>\n\
         <script type=\"module\" src=\"{base}{link}\"></script>\n<script type=\"module\" src=\"{base}{bar}\"></script>\n",
        first = first.number(),
        last = last.number(),
    );
    format!(
        "{head}<body>\n{languages}<p id=\"notice\" role=\"status\" hidden data-notstarted=\"{not_started}\" data-notfetched=\"{not_fetched}\" data-stopped=\"{stopped}\" data-nottaken=\"{not_taken}\" data-noanswer=\"{no_answer}\" data-notreadable=\"{not_readable}\"></p>\n\
         <main id=\"main\">\n<div id=\"daylight\">{body}</div>\n<p class=\"late\">{not_yet} <a href=\"\">{reload}</a></p>\n<div id=\"record\">{record}</div>\n</main>\n</body>\n</html>\n",
        head = head(about, assets, &preload),
        languages = languages(about),
        not_started = say(PageMsg::NotStarted),
        not_fetched = say(PageMsg::NotFetched),
        not_yet = say(PageMsg::NotYet),
        reload = say(PageMsg::Reload),
        stopped = say(PageMsg::Stopped),
        not_taken = say(PageMsg::NotTaken),
        no_answer = say(PageMsg::NoAnswer),
        not_readable = say(PageMsg::NotReadable),
    )
}

/// The page that opens any dossier: `body` is its form, and the app grows below it.
pub fn opener(about: &Head<'_>, assets: &Assets, body: &str) -> String {
    let Head { locale, base, .. } = about;
    let Assets {
        open_wasm: wasm,
        open_glue: glue,
        boot,
        link,
        bar,
        check,
        check_glue,
        check_wasm,
        live,
        take,
        panel,
        opened_styles,
        ..
    } = assets;
    let say = |msg| html_text(locale.say_open(msg));
    // Before the page's own rules, which win.
    let preload = format!("<link rel=\"stylesheet\" href=\"{base}{opened_styles}\">\n")
        + &*page_styles(about, assets)
        + &*format!(
            "<link rel=\"modulepreload\" href=\"{base}{glue}\">\n\
         <link rel=\"preload\" href=\"{base}{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <script type=\"module\" src=\"{base}{boot}\" data-js=\"{base}{glue}\" data-wasm=\"{base}{wasm}\" \
         data-check=\"{base}{check}\" data-check-js=\"{base}{check_glue}\" data-check-wasm=\"{base}{check_wasm}\" data-bar=\"{base}{bar}\" data-take=\"{base}{take}\" data-panel=\"{base}{panel}\"></script>\n\
         <script type=\"module\" src=\"{base}{link}\"></script>\n<script type=\"module\" src=\"{base}{live}\"></script>\n"
        );
    format!(
        "{head}<body>\n<p id=\"notice\" role=\"status\" hidden data-notstarted=\"{not_started}\" data-notfetched=\"{not_fetched}\" data-notyet=\"{not_yet}\" data-stopped=\"{stopped}\" \
         data-refused=\"{refused}\" data-nottaken=\"{not_taken}\" data-noanswer=\"{no_answer}\" \
         data-notreadable=\"{not_readable}\"></p>\n<main id=\"main\">\n<div id=\"daylight\"></div>\n{body}\n</main>\n</body>\n</html>\n",
        head = head(about, assets, &preload),
        not_started = say(OpenMsg::NotStarted),
        not_fetched = say(OpenMsg::NotFetched),
        not_yet = say(OpenMsg::NotYet),
        stopped = say(OpenMsg::Stopped),
        refused = say(OpenMsg::Refused),
        not_taken = html_text(&locale.tell(&PageMsg::NotTaken)),
        no_answer = html_text(&locale.tell(&PageMsg::NoAnswer)),
        not_readable = html_text(&locale.tell(&PageMsg::NotReadable)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        assert_eq!(html_text("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
    }
}
