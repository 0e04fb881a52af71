//! What a page cannot be asked about later, noted from its first moment: a script, and the page with it.

/// Notes breaches of the security policy, errors, and what the console is told of warnings and errors, in `watched`.
pub const SCRIPT: &str = "window.watched = { violations: [], errors: [], console: [] };
    addEventListener('securitypolicyviolation', (event) =>
        watched.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
    addEventListener('error', (event) => watched.errors.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => watched.errors.push(String(event.reason)));
    for (const level of ['warn', 'error']) {
        const say = console[level];
        console[level] = (...words) => {
            watched.console.push(level + ': ' + words.map(String).join(' '));
            say.apply(console, words);
        };
    }";

/// Where the site serves the script to engines that cannot be given it in another way.
pub const PATH: &str = "/watch.js";

/// A page that runs the script before all others. It stands in the head, where the app does not look.
pub fn watched(page: String) -> String {
    let (before, after) = page.split_once("<head>").expect("the page has a head");
    format!("{before}<head><script src=\"{PATH}\"></script>{after}")
}
