//! The HTML around every page: head, notice, root element, scripts. No inline script and no inline style, for the content
//! security policy.

use super::assets::Assets;
use crate::messages::{Locale, OpenMsg, PageMsg};

/// What a page's head says.
pub struct Head<'a> {
    /// The language of the page.
    pub locale: Locale,
    /// The title in the browser's tab.
    pub title: &'a str,
    /// A sentence for search engines and link cards.
    pub description: &'a str,
    /// What leads from the page to the site's root: empty, or `../` as often as needed.
    pub base: &'a str,
    /// What else it says, of where the page stands and how it is shared.
    pub found: String,
}

/// Escapes text for HTML content and double-quoted attributes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn head(head: &Head<'_>, assets: &Assets, extra: &str) -> String {
    let Head { title, description, base, .. } = head;
    let (title, description) = (escape(title), escape(description));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n<meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:type\" content=\"article\">\n{found}\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{base}{styles}\">\n{extra}</head>\n",
        found = head.found,
        lang = head.locale.tag(),
        styles = assets.styles,
    )
}

/// A page that is only read.
pub fn document(about: &Head<'_>, assets: &Assets, body: &str) -> String {
    format!("{}<body>\n{body}\n</body>\n</html>\n", head(about, assets, ""))
}

/// The page that becomes the app: `body` is what the app rendered and what stands below it, `outline` the data it starts with.
pub fn application(
    about: &Head<'_>,
    assets: &Assets,
    [body, record]: &[&str; 2],
    outline: &str,
    version: &str,
) -> String {
    let Head { locale, base, .. } = about;
    let Assets { wasm, glue, boot, .. } = assets;
    let say = |msg| escape(&locale.tell(&msg));
    // "<" can only stand inside JSON strings; written as an escape it cannot end the element.
    let outline = outline.replace('<', "\\u003c");
    let preload = format!(
        "<link rel=\"modulepreload\" href=\"{base}{glue}\">\n\
         <link rel=\"preload\" href=\"{base}{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <script type=\"module\" src=\"{base}{boot}\" data-js=\"{base}{glue}\" data-wasm=\"{base}{wasm}\" data-open=\"{base}open/\"></script>\n"
    );
    format!(
        "{head}<body>\n<p id=\"notice\" role=\"status\" hidden data-notstarted=\"{not_started}\" data-stopped=\"{stopped}\"></p>\n\
         <main id=\"main\">\n<div id=\"daylight\">{body}</div>\n<div id=\"record\">{record}</div>\n</main>\n<script type=\"application/json\" id=\"outline\" data-record=\"dossier.json?v={version}\">{outline}</script>\n</body>\n</html>\n",
        head = head(about, assets, &preload),
        not_started = say(PageMsg::NotStarted),
        stopped = say(PageMsg::Stopped),
    )
}

/// The page that opens any dossier: `body` is its form, and the app grows below it.
pub fn opener(about: &Head<'_>, assets: &Assets, body: &str) -> String {
    let Head { locale, base, .. } = about;
    let Assets { open_wasm: wasm, open_glue: glue, boot, check, check_glue, check_wasm, .. } = assets;
    let say = |msg| escape(locale.say_open(msg));
    let preload = format!(
        "<link rel=\"modulepreload\" href=\"{base}{glue}\">\n\
         <link rel=\"preload\" href=\"{base}{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <script type=\"module\" src=\"{base}{boot}\" data-js=\"{base}{glue}\" data-wasm=\"{base}{wasm}\" \
         data-check=\"{base}{check}\" data-check-js=\"{base}{check_glue}\" data-check-wasm=\"{base}{check_wasm}\"></script>\n"
    );
    format!(
        "{head}<body>\n<p id=\"notice\" role=\"status\" hidden data-notstarted=\"{not_started}\" data-stopped=\"{stopped}\" \
         data-refused=\"{refused}\"></p>\n<main id=\"main\">\n<div id=\"daylight\"></div>\n{body}\n</main>\n</body>\n</html>\n",
        head = head(about, assets, &preload),
        not_started = say(OpenMsg::NotStarted),
        stopped = say(OpenMsg::Stopped),
        refused = say(OpenMsg::Refused),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        assert_eq!(escape("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
    }
}
