//! What an author does in the studio, and what is waited for.

use serde_json::json;

use crate::browser::{Change, Page};

/// A small dossier without errors.
pub fn tiny() -> String {
    include_str!("../check/cases/00-minimal.json").to_owned()
}

/// The same with something in it that the format does not know.
pub fn odd() -> String {
    tiny().replacen('{', "{ \"x-ours\": [1.50],", 1)
}

/// The site, and the small dossier on it.
pub fn served() -> Vec<Change> {
    vec![Change::File("/tiny.json", tiny), Change::File("/odd.json", odd)]
}

/// Opens the studio's first screen.
pub async fn open_studio(page: &Page) {
    page.open("/studio/").await;
    page.until("the first screen is there", "document.querySelector('[data-do=begin]') !== null").await;
    page.until(
        "what is kept is known",
        "!document.querySelector('.start-columns').textContent.includes('on its way')",
    )
    .await;
}

/// Opens the small dossier by its address, and waits until it is checked, kept and shown.
pub async fn open_tiny(page: &Page) {
    open_address(page, "tiny.json").await;
    until_shown(page).await;
}

/// Opens a dossier by its address, and waits until it is kept.
pub async fn open_address(page: &Page, address: &str) {
    open_studio(page).await;
    page.focus("#studio-address").await;
    page.type_in(address).await;
    press(page, ".start-address button").await;
    is_open(page).await;
    until_kept(page).await;
}

/// Waits until a dossier is open.
pub async fn is_open(page: &Page) {
    page.until("a dossier is open", "document.querySelector('.studio') !== null").await;
}

/// Waits until all that was written is kept.
pub async fn until_kept(page: &Page) {
    page.until("all is kept", "document.getElementById('saved').dataset.saved === 'kept' && /,/.test(document.getElementById('saved').textContent)").await;
}

/// Waits until the page beside shows the dossier whole.
pub async fn until_shown(page: &Page) {
    page.until("the page is shown", "document.querySelector('.live-state').dataset.live === 'shown'").await;
}

/// Waits until the checker has seen what was written, and says so many errors.
pub async fn until_errors(page: &Page, errors: usize) {
    let state = if errors > 0 { "errors" } else { "none', 'warnings" };
    page.until(
        &format!("{errors} errors are told"),
        &format!(
            "((problems) => problems.dataset.checked === 'true' && ['{state}'].includes(problems.dataset.state)
                && ({errors} === 0 || document.getElementById('problem-count').textContent.startsWith('{errors} error')))
                (document.querySelector('.studio-problems'))"
        ),
    )
    .await;
}

/// Presses an element, wherever it is scrolled to.
pub async fn press(page: &Page, selector: &str) {
    let there: bool = page
        .ask_with(
            "((element) => { if (element) { element.focus(); element.click(); } return element !== null; })(document.querySelector(arguments[0]))",
            &[json!(selector)],
        )
        .await;
    assert!(there, "there is no {selector}");
}

/// Shows a record of a part, or the part where it is one record.
pub async fn show(page: &Page, part: &str, record: Option<usize>) {
    press(page, &format!(".parts [data-name={part}]")).await;
    if let Some(record) = record {
        press(page, &format!(".rows [data-record='{record}']")).await;
    }
    page.frames().await;
}

/// The selector of a field by its place.
pub fn field(path: &str) -> String {
    format!("[id='f{path}']")
}

/// What a field holds.
pub async fn value(page: &Page, path: &str) -> String {
    page.ask(&format!("document.getElementById('f{path}').value")).await
}

/// Puts the caret at the end of a field and types.
pub async fn write(page: &Page, path: &str, text: &str) {
    page.focus(&field(path)).await;
    page.run(&format!(
        "((field) => field.setSelectionRange(field.value.length, field.value.length))(document.getElementById('f{path}'))"
    ))
    .await;
    page.type_in(text).await;
}

/// Puts another text into a field, as pasting over all of it does.
pub async fn replace(page: &Page, path: &str, text: &str) {
    page.focus(&field(path)).await;
    page.run(&format!(
        "((field) => {{ field.value = {}; field.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); }})(document.getElementById('f{path}'))",
        json!(text)
    ))
    .await;
}

/// Waits until a field holds this.
pub async fn until_value(page: &Page, path: &str, text: &str) {
    page.until_is(
        &format!("{path} holds {text:?}"),
        &format!("(document.getElementById('f{path}') || {{}}).value"),
        json!(text),
    )
    .await;
}
