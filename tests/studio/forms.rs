//! Writing in forms: the page follows, problems lead to fields, every change can be taken back.

use serde_json::json;

use super::author::*;
use crate::browser::{Change, Key, Page};

fn changes() -> Vec<Change> {
    served()
}

in_each_engine!(the_page_follows_in_place, problems_lead_to_their_fields, every_change_can_be_taken_back);
in_each_engine!(ladders_keep_their_positions, records_are_found_and_named, rows_of_a_spreadsheet_are_pasted);
in_each_engine!(
    an_id_that_is_taken_is_refused,
    an_event_asks_for_its_sources,
    pasted_rows_wait_while_one_looks_elsewhere,
    what_is_being_written_in_an_id_stays_there
);
in_each_engine!(
    what_is_written_in_other_boxes_is_theirs_to_take_back,
    a_record_opens_at_its_top_on_a_phone,
    who_writes_is_not_spoken_over,
    what_was_done_is_told_with_its_place
);

mod without_the_page {
    use super::super::author::*;
    use crate::browser::{Change, Page, named};

    /// The site, without the program of the page beside.
    fn changes() -> Vec<Change> {
        let names = std::fs::read_dir(named("DAYLIGHT_DIST", "the built site")).unwrap();
        let mut names = names.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        let program = names.find(|name| name.starts_with("open-") && name.ends_with(".js")).unwrap();
        let mut changes = served();
        changes.push(Change::File(Box::leak(["/", &program].concat().into_boxed_str()), || {
            "throw new Error('not here');".to_owned()
        }));
        changes
    }

    in_each_engine!(the_checker_goes_on_and_the_page_says_why);

    async fn the_checker_goes_on_and_the_page_says_why(page: &Page) {
        open_address(page, "tiny.json").await;
        until_errors(page, 0).await;
        page.until(
            "the page beside says why",
            "((notice) => notice && !notice.hidden && notice.textContent.includes('could not be fetched'))
                (document.getElementById('live').contentDocument.getElementById('notice'))",
        )
        .await;
        // Again and again, not once.
        show(page, "events", Some(0)).await;
        replace(page, "/events/0/date", "soon").await;
        until_errors(page, 1).await;
        replace(page, "/events/0/date", "2018-06-12").await;
        until_errors(page, 0).await;
    }
}

/// The heading that the page beside shows, and whether it is still the page that was there before.
const PAGE: &str = "((frame) => [frame.document.querySelector('h1').textContent, frame.marked === true,
    frame.document.querySelectorAll('#record > section').length > 0])(document.getElementById('live').contentWindow)";

async fn the_page_follows_in_place(page: &Page) {
    open_tiny(page).await;
    page.run("document.getElementById('live').contentWindow.marked = true").await;
    page.run("document.getElementById('live').contentWindow.scrollTo(0, 240)").await;
    let scrolled = "Math.round(document.getElementById('live').contentWindow.scrollY)";
    page.until_is("it is scrolled", scrolled, 240).await;
    show(page, "meta", None).await;
    write(page, "/meta/title", " of talks").await;
    page.until_is("the page has the new title", PAGE, json!(["A tiny dossier of talks", true, true])).await;
    assert_eq!(page.ask::<i64>(scrolled).await, 240, "the place that was read");
    assert_eq!(
        page.ask::<String>("document.activeElement.id").await,
        "f/meta/title",
        "the focus stays with who writes"
    );

    // A version that cannot be drawn leaves the page as it was, and says so.
    show(page, "issues", Some(0)).await;
    replace(page, "/issues/0/title", "").await;
    until_errors(page, 1).await;
    show(page, "meta", None).await;
    replace(page, "/meta/default_as_of", "soon").await;
    page.until("the page is behind", "document.querySelector('.live-state').dataset.live === 'behind'").await;
    assert_eq!(page.ask::<serde_json::Value>(PAGE).await, json!(["A tiny dossier of talks", true, true]));
}

async fn problems_lead_to_their_fields(page: &Page) {
    open_tiny(page).await;
    until_errors(page, 0).await;
    show(page, "events", Some(0)).await;
    replace(page, "/events/0/date", "12 June").await;
    page.until(
        "what is read is said",
        "document.getElementById('f/events/0/date-said').textContent.includes('is not a date')",
    )
    .await;
    until_errors(page, 1).await;
    page.until(
        "the field is marked",
        "document.getElementById('f/events/0/date').getAttribute('aria-invalid') === 'true'",
    )
    .await;
    let described: bool = page
        .ask("document.getElementById('f/events/0/date').getAttribute('aria-describedby').split(' ').every((id) => document.getElementById(id))")
        .await;
    assert!(described, "every description is there");
    assert!(page.text(".parts [data-name=events] .badge").await.contains("1 error"));

    show(page, "sources", None).await;
    press(page, "[data-do=problems]").await;
    page.until("they are listed", "document.querySelectorAll('#problem-list .error').length === 1").await;
    press(page, "#problem-list .error").await;
    page.until_is("the focus is in the field", "document.activeElement.id", "f/events/0/date".to_owned())
        .await;
    replace(page, "/events/0/date", "2018-06").await;
    page.until(
        "the month is read",
        "document.getElementById('f/events/0/date-said').textContent === 'Reads: June 2018, to the month'",
    )
    .await;
    until_errors(page, 0).await;
    page.until(
        "the mark is gone",
        "!document.getElementById('f/events/0/date').hasAttribute('aria-invalid')",
    )
    .await;

    // A field that is missing is gone to as well.
    press(page, "[data-do=add][data-path='/events']").await;
    page.until_is("a new event", "document.querySelectorAll('.rows .row').length", 2).await;
    until_value(page, "/events/1/id", "new").await;
    page.until(
        "its problems are told",
        "Number(document.getElementById('problem-count').textContent.split(' ')[0]) > 3",
    )
    .await;
    press(page, "#problem-list li:first-child button").await;
    page.until("the focus is in the new event", "document.activeElement.id.startsWith('f/events/1')").await;
}

async fn every_change_can_be_taken_back(page: &Page) {
    open_tiny(page).await;
    show(page, "parties", Some(0)).await;
    write(page, "/parties/0/name", " of America").await;
    until_value(page, "/parties/0/name", "United States of America").await;
    assert!(page.ask::<String>("document.querySelector('[data-do=undo]').title").await.contains("Name"));
    show(page, "events", Some(0)).await;
    press(page, "[data-do=duplicate][data-path='/events/0']").await;
    page.until_is("there are two", "document.querySelectorAll('.rows .row').length", 2).await;
    until_value(page, "/events/1/id", "summit-2").await;
    press(page, "[data-do=remove][data-path='/events/1']").await;
    page.until_is("there is one", "document.querySelectorAll('.rows .row').length", 1).await;

    page.press_with(Key::CTRL, Key('z')).await;
    page.until_is("there are two again", "document.querySelectorAll('.rows .row').length", 2).await;
    page.press_with(Key::CTRL, Key('z')).await;
    page.until_is("there is one again", "document.querySelectorAll('.rows .row').length", 1).await;
    page.press_with(Key::CTRL, Key('z')).await;
    // All that was written in one go is one change; undo shows where it was.
    until_value(page, "/parties/0/name", "United States").await;
    assert_eq!(
        page.ask::<String>("document.querySelector('[data-do=undo]').getAttribute('aria-disabled')").await,
        "true"
    );
    press(page, "[data-do=redo]").await;
    until_value(page, "/parties/0/name", "United States of America").await;
    // It is undone in the field that is being written in too.
    page.focus(&field("/parties/0/name")).await;
    page.press_with(Key::CTRL, Key('z')).await;
    until_value(page, "/parties/0/name", "United States").await;
    // By its button it shows the field, and the focus stays, to press it again.
    page.focus("[data-do=redo]").await;
    page.press(Key::ENTER).await;
    until_value(page, "/parties/0/name", "United States of America").await;
    page.press(Key::ENTER).await;
    page.until_is("there are two once more", "document.querySelectorAll('.rows .row').length", 2).await;
    assert_eq!(page.ask::<String>("document.activeElement.dataset.do").await, "redo");
    page.focus("[data-do=undo]").await;
    page.press(Key::ENTER).await;
    page.until_is("there is one once more", "document.querySelectorAll('.rows .row').length", 1).await;
    page.press(Key::ENTER).await;
    until_value(page, "/parties/0/name", "United States").await;
    // By the keys it leads to the field; whoever has gone elsewhere before it could, in the same frame, stays there.
    page.press_with(Key::CTRL, Key('y')).await;
    page.until_is("it leads there", "document.activeElement.id", "f/parties/0/name".to_owned()).await;
    page.run(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
        document.getElementById('studio-find').focus();",
    )
    .await;
    page.frames().await;
    assert_eq!(page.ask::<String>("document.activeElement.id").await, "studio-find");
    until_value(page, "/parties/0/name", "United States").await;
}

async fn ladders_keep_their_positions(page: &Page) {
    open_tiny(page).await;
    show(page, "issues", Some(0)).await;
    let rungs = "[...document.querySelectorAll('[id=\"f/issues/0/ladder\"] .card-open')].map((rung) => rung.textContent.trim())";
    let before: Vec<String> = page.ask(rungs).await;
    press(page, "[data-do=toggle][data-path='/issues/0/positions/0']").await;
    page.until("the position is open", "document.getElementById('f/issues/0/positions/0/high') !== null")
        .await;
    let stands = "((select) => select.selectedOptions[0].textContent.split(': ')[1])(document.getElementById('f/issues/0/positions/0/high'))";
    let on: String = page.ask(stands).await;
    let high: usize = value(page, "/issues/0/positions/0/high").await.parse().unwrap();
    assert!(high > 0);
    press(page, &format!("[data-do=up][data-path='/issues/0/ladder/{high}']")).await;
    let mut swapped: Vec<String> =
        before.iter().map(|rung| rung.split_once(' ').unwrap().1.to_owned()).collect();
    swapped.swap(high, high - 1);
    let swapped: Vec<String> = swapped.iter().enumerate().map(|(at, rung)| format!("{at} {rung}")).collect();
    page.until_is("the rungs are numbered anew", rungs, swapped).await;
    page.until_is(
        "the focus stays on the button that moved it",
        "((held) => [held.dataset.do, held.dataset.path])(document.activeElement)",
        json!(["up", format!("/issues/0/ladder/{}", high - 1)]),
    )
    .await;
    page.until_is("the position is still on its rung", stands, on).await;
    until_value(page, "/issues/0/positions/0/high", &(high - 1).to_string()).await;
    assert!(page.text("#studio-said").await.starts_with("Now "));
    until_errors(page, 0).await;
    // A rung that carries positions is not taken away under them.
    press(page, &format!("[data-do=remove][data-path='/issues/0/ladder/{}']", high - 1)).await;
    page.until("why is said", "document.getElementById('studio-said').textContent.includes('on this rung')")
        .await;
    page.until_is(
        "it stays",
        "document.querySelectorAll('[id=\"f/issues/0/ladder\"] .card-of').length",
        before.len(),
    )
    .await;
}

async fn records_are_found_and_named(page: &Page) {
    open_tiny(page).await;
    show(page, "events", Some(0)).await;
    let named = "[...document.querySelectorAll('[data-field=\"/events/0/parties\"] .chip-name')].map((chip) => chip.textContent)";
    page.until_is("two are named", named, json!(["United States", "North Korea"])).await;
    page.focus(&field("/events/0/parties")).await;
    page.type_in("south").await;
    page.until("one is offered", "document.querySelectorAll('[role=option]').length === 1").await;
    page.press(Key::ENTER).await;
    page.until_is("three are named", named, json!(["United States", "North Korea", "South Korea"])).await;
    // An id that changes, changes where it is named.
    show(page, "parties", Some(2)).await;
    page.focus(&field("/parties/2/id")).await;
    page.run("document.activeElement.select()").await;
    page.type_in("south-korea").await;
    page.press(Key::TAB).await;
    page.until(
        "it is named twice",
        "document.getElementById('f/parties/2/id-help').textContent.includes('1 place')",
    )
    .await;
    until_errors(page, 0).await;
    // Words are found anywhere, and lead to their field.
    page.focus("#studio-find").await;
    page.type_in("very quick").await;
    page.until_is("one place is found", "document.querySelectorAll('.studio-hits li').length", 1).await;
    press(page, ".studio-hits button").await;
    page.until_is(
        "the focus is in the quotation",
        "document.activeElement.id",
        "f/events/0/readings/0/quote/text".to_owned(),
    )
    .await;
    assert_eq!(page.text("[id='f/events/0/readings/0/quote/text-said']").await, "2 words");
}

async fn rows_of_a_spreadsheet_are_pasted(page: &Page) {
    open_tiny(page).await;
    show(page, "events", None).await;
    press(page, "[data-do=paste]").await;
    page.until_is("the field is there", "document.activeElement.id", "paste-rows".to_owned()).await;
    let rows = "date\\ttitle\\tkind\\tlane\\tsummary\\tsources\\n2018-07\\tTalks resume\\ttalks\\tboth\\tThey meet.\\thttps://example.org/meet\\n";
    paste(page, rows).await;
    press(page, "[data-do=read-rows]").await;
    page.until(
        "what was read is told",
        "(document.querySelector('[data-do=join-rows]') || {}).textContent === 'Add 1 event'",
    )
    .await;
    assert_eq!(page.count(".rows .row").await, 1, "nothing is added before it is seen");
    press(page, "[data-do=join-rows]").await;
    until_value(page, "/events/1/title", "Talks resume").await;
    page.until_is(
        "its source is the one that was there",
        "document.querySelector('[data-field=\"/events/1/sources\"] .chip-name').textContent",
        "Leaders meet".to_owned(),
    )
    .await;
    page.press_with(Key::CTRL, Key('z')).await;
    page.until_is("it is taken back", "document.querySelectorAll('.rows .row').length", 1).await;
    // What was taken back is in the box again, as the list says.
    page.until(
        "it is said where they are",
        "document.querySelector('.studio-records').textContent.includes('The rows you pasted are under')",
    )
    .await;
    press(page, "[data-do=paste]").await;
    page.until(
        "the rows are there",
        "(document.getElementById('paste-rows') || {}).value?.includes('Talks resume') === true",
    )
    .await;
}

/// Puts rows into their field, as pasting does. Escapes are those of JavaScript.
async fn paste(page: &Page, rows: &str) {
    page.run(&format!(
        "((field) => {{ field.value = '{rows}'; field.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); }})(document.getElementById('paste-rows'))"
    ))
    .await;
}

async fn an_id_that_is_taken_is_refused(page: &Page) {
    open_tiny(page).await;
    show(page, "parties", Some(0)).await;
    let refused = "(document.getElementById('f/parties/0/id-refused') || {}).textContent || ''";
    for (written, told) in [("dprk", "Another record has the id"), ("", "cannot be without an id")] {
        page.focus(&field("/parties/0/id")).await;
        page.run("document.activeElement.select()").await;
        if written.is_empty() {
            page.press(Key('\u{e017}')).await;
        } else {
            page.type_in(written).await;
        }
        page.press(Key::TAB).await;
        page.until("it is told", &format!("({refused}).includes('{told}')")).await;
        until_value(page, "/parties/0/id", "us").await;
    }
    page.focus(&field("/parties/0/id")).await;
    page.run("document.activeElement.select()").await;
    page.type_in("usa").await;
    page.press(Key::TAB).await;
    page.until_is("nothing is refused any more", refused, "".to_owned()).await;
    until_value(page, "/parties/0/id", "usa").await;
    until_errors(page, 0).await;
    show(page, "events", Some(0)).await;
    page.until_is(
        "what names it followed",
        "document.querySelector('[data-field=\"/events/0/parties\"] .chip-name').textContent",
        "United States".to_owned(),
    )
    .await;
}

/// The answers of the checker, the page beside and the store come while an id is being written: what they change is drawn, and the field keeps
/// what is in it.
async fn what_is_being_written_in_an_id_stays_there(page: &Page) {
    open_tiny(page).await;
    write(page, "/meta/title", ", changed").await;
    show(page, "parties", Some(0)).await;
    page.focus(&field("/parties/0/id")).await;
    page.run("document.activeElement.select()").await;
    page.type_in("usa").await;
    until_kept(page).await;
    until_errors(page, 0).await;
    until_shown(page).await;
    page.frames().await;
    assert_eq!(value(page, "/parties/0/id").await, "usa");
    page.press(Key::TAB).await;
    show(page, "events", Some(0)).await;
    page.until_is(
        "it counts",
        "document.querySelector('[data-field=\"/events/0/parties\"] .chip-name').textContent",
        "United States".to_owned(),
    )
    .await;
    show(page, "parties", Some(0)).await;
    until_value(page, "/parties/0/id", "usa").await;
    until_errors(page, 0).await;
}

async fn an_event_asks_for_its_sources(page: &Page) {
    open_tiny(page).await;
    show(page, "events", Some(0)).await;
    let sources = "[data-field='/events/0/sources']";
    assert_eq!(page.count(&format!("{sources} .optional")).await, 0);
    assert_eq!(page.count("[data-field='/events/0/note'] .optional").await, 1);
    for _ in 0..2 {
        press(page, &format!("{sources} .chip-off")).await;
        page.frames().await;
    }
    until_errors(page, 1).await;
    show(page, "meta", None).await;
    press(page, "[data-do=problems]").await;
    press(page, "#problem-list .error").await;
    page.until_is("the focus is in the field", "document.activeElement.id", "f/events/0/sources".to_owned())
        .await;
    // A source is found by its address, however that is written.
    page.type_in("http://www.example.org/meet/").await;
    page.until("one is offered", "document.querySelectorAll('[role=option]').length === 1").await;
    page.press(Key::ENTER).await;
    page.until_is(
        "it is named",
        &format!("(document.querySelector(\"{sources} .chip-name\") || {{}}).textContent"),
        json!("Leaders meet"),
    )
    .await;
    until_errors(page, 0).await;
}

async fn pasted_rows_wait_while_one_looks_elsewhere(page: &Page) {
    open_tiny(page).await;
    show(page, "events", Some(0)).await;
    replace(page, "/events/0/date", "soon").await;
    until_errors(page, 1).await;
    press(page, "[data-do=problems]").await;
    press(page, "[data-do=paste]").await;
    page.until_is("the field is there", "document.activeElement.id", "paste-rows".to_owned()).await;
    paste(page, "nothing\\tat all\\n2018-07\\tTalks\\n").await;
    press(page, "[data-do=read-rows]").await;
    page.until("it is refused", "document.querySelector('.paste [role=alert]') !== null").await;
    // The rows are still there to be mended.
    press(page, "[data-do=paste]").await;
    let there = "(document.getElementById('paste-rows') || {}).value";
    page.until_is("the rows are there", there, json!("nothing\tat all\n2018-07\tTalks\n")).await;
    // A problem leads to its field, and a new record is seen.
    press(page, "#problem-list .error").await;
    page.until_is("the focus is in the field", "document.activeElement.id", "f/events/0/date".to_owned())
        .await;
    press(page, "[data-do=paste]").await;
    page.until_is("the rows are there again", there, json!("nothing\tat all\n2018-07\tTalks\n")).await;
    // So they are after the page was loaded anew, which asks nothing: nothing is lost.
    until_kept(page).await;
    page.reload().await;
    page.until("it is listed", "document.querySelectorAll('[data-do=continue]').length === 1").await;
    press(page, "[data-do=continue]").await;
    is_open(page).await;
    show(page, "events", None).await;
    press(page, "[data-do=paste]").await;
    page.until_is("the rows are there still", there, json!("nothing\tat all\n2018-07\tTalks\n")).await;
    press(page, "[data-do=add][data-path='/events']").await;
    until_value(page, "/events/1/id", "new").await;
    press(page, "[data-do=paste]").await;
    paste(page, "date\\ttitle\\n2018-07\\tTalks\\n").await;
    press(page, "[data-do=read-rows]").await;
    page.until("it is read", "document.querySelector('[data-do=join-rows]') !== null").await;
    let told = page.text(".paste").await;
    assert!(told.contains("The problems below the form lead to each place"), "{told}");
    assert!(!told.contains("daylight check") && !told.contains("--kind"), "{told}");
    press(page, "[data-do=join-rows]").await;
    until_value(page, "/events/2/title", "Talks").await;
    press(page, "[data-do=paste]").await;
    page.until_is("what was added is not there any more", there, json!("")).await;
    let noted = "Object.keys(localStorage).filter((key) => key.startsWith('daylight-studio-rows:')).length";
    assert_eq!(page.ask::<u32>(noted).await, 0);
    // Where the browser has no room for them, it asks before it leaves.
    let asks = "!dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    until_kept(page).await;
    assert!(!page.ask::<bool>(asks).await, "all is kept");
    page.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
        .await;
    paste(page, "date\\ttitle\\n2018-08\\tMore talks\\n").await;
    assert!(page.ask::<bool>(asks).await, "the rows are on this page alone");
    // They are gone once they are put away: that is asked before.
    page.run("window.confirm = () => false").await;
    press(page, "[data-do=paste-away]").await;
    page.frames().await;
    page.until_is("the rows are there", there, json!("date\ttitle\n2018-08\tMore talks\n")).await;
    page.run("window.confirm = () => true").await;
    press(page, "[data-do=paste-away]").await;
    page.until("they are put away", "document.querySelector('.paste') === null").await;
    page.until_is("the focus", "document.activeElement.id", "form-heading".to_owned()).await;
    assert!(!page.ask::<bool>(asks).await);
}

async fn what_is_written_in_other_boxes_is_theirs_to_take_back(page: &Page) {
    open_tiny(page).await;
    show(page, "meta", None).await;
    write(page, "/meta/title", ", changed").await;
    page.focus("#studio-find").await;
    page.type_in("leaders").await;
    page.press_with(Key::CTRL, Key('z')).await;
    page.frames().await;
    assert_eq!(page.ask::<String>("document.activeElement.id").await, "studio-find");
    assert_eq!(value(page, "/meta/title").await, "A tiny dossier, changed");
    show(page, "parties", Some(0)).await;
    page.focus(&field("/parties/0/id")).await;
    page.type_in("x").await;
    page.press_with(Key::CTRL, Key('z')).await;
    page.frames().await;
    assert_eq!(page.ask::<String>("document.activeElement.id").await, "f/parties/0/id");
    show(page, "meta", None).await;
    assert_eq!(value(page, "/meta/title").await, "A tiny dossier, changed");
    // Where a record was looked for and found nothing is left of the words: it is the finding that is undone.
    show(page, "events", Some(0)).await;
    let named = "document.querySelectorAll('[data-field=\"/events/0/parties\"] .chip-name').length";
    page.until_is("two are named", named, 2).await;
    page.focus(&field("/events/0/parties")).await;
    page.type_in("south").await;
    page.until("one is offered", "document.querySelectorAll('[role=option]').length === 1").await;
    page.press(Key::ENTER).await;
    page.until_is("three are named", named, 3).await;
    page.press_with(Key::CTRL, Key('z')).await;
    page.until_is("two are named again", named, 2).await;
}

/// Where the list gives way to the form, the form begins at its heading, and the list is found again where it was left.
async fn a_record_opens_at_its_top_on_a_phone(page: &Page) {
    // As narrow as the windows of all three engines get.
    page.size(500, 800).await;
    open_studio(page).await;
    press(page, "[data-do=begin][data-name=own]").await;
    is_open(page).await;
    until_kept(page).await;
    press(page, ".parts [data-name=events]").await;
    page.frames().await;
    let row = ".rows [data-record='30']";
    page.run(&format!("document.querySelector(\"{row}\").scrollIntoView({{ block: 'center' }})")).await;
    page.frames().await;
    assert!(page.ask::<f64>("scrollY").await > 400.0, "the list is longer than the screen");
    press(page, row).await;
    page.until_is("the heading has the focus", "document.activeElement.id", "form-heading".to_owned()).await;
    let in_view = |selector: &str| {
        format!(
            "((box) => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight)(document.querySelector(\"{selector}\").getBoundingClientRect())"
        )
    };
    for selector in ["#form-heading", ".studio-panes [data-name=records]"] {
        assert!(page.ask::<bool>(&in_view(selector)).await, "{selector} is in view");
    }
    press(page, ".studio-panes [data-name=records]").await;
    page.until("the list is where it was", &in_view(row)).await;
}

/// Notes in `told` what every live region says from now on.
async fn listen(page: &Page) {
    page.run(
        "window.told = [];
         new MutationObserver((changes) => {
            for (const { target } of changes) {
                const element = target.nodeType === 1 ? target : target.parentElement;
                const region = element && element.closest('[role=status], [role=alert], [aria-live]');
                if (region && region.textContent) told.push(region.textContent);
            }
         }).observe(document.getElementById('studio'), { subtree: true, childList: true, characterData: true });",
    )
    .await;
}

async fn who_writes_is_not_spoken_over(page: &Page) {
    open_tiny(page).await;
    page.until(
        "it is told that it is kept, and how many problems there are",
        "/^Kept in this browser\\. (No problems|\\d+ warnings?)$/.test(document.getElementById('studio-rests').textContent)",
    )
    .await;
    listen(page).await;
    page.focus(&field("/meta/title")).await;
    for word in [" of", " talks"] {
        page.type_in(word).await;
        // Long enough that it is kept and checked in between.
        page.run_async("setTimeout(() => done(true), 900)").await;
    }
    until_kept(page).await;
    until_errors(page, 0).await;
    page.run_async("setTimeout(() => done(true), 2500)").await;
    assert_eq!(page.ask::<Vec<String>>("told").await, Vec::<String>::new());
    // A problem is told once nobody writes any more, and only once.
    replace(page, "/meta/default_as_of", "soon").await;
    page.until("it is told", "told.length > 0").await;
    replace(page, "/meta/default_as_of", "soon enough").await;
    until_errors(page, 1).await;
    page.run_async("setTimeout(() => done(true), 2500)").await;
    let told: Vec<String> = page.ask("told").await;
    assert!(told.len() == 1 && told[0].starts_with("1 error"), "{told:?}");
}

async fn what_was_done_is_told_with_its_place(page: &Page) {
    open_tiny(page).await;
    show(page, "meta", None).await;
    let told = async |words: &str| {
        page.until_is(words, "document.getElementById('studio-said').textContent", words.to_owned()).await;
    };
    press(page, "[data-do=add][data-path='/meta/languages']").await;
    told("Added an entry to Languages").await;
    // The same again is told again.
    listen(page).await;
    press(page, "[data-do=add][data-path='/meta/languages']").await;
    page.until("it is told again", "window.told.includes('Added an entry to Languages')").await;
    press(page, "[data-do=remove][data-path='/meta/languages/2']").await;
    told("Removed an entry from Languages").await;
    press(page, "[data-do=undo]").await;
    told("Undone: removing from Languages").await;
    write(page, "/meta/title", "!").await;
    told("").await;
    press(page, "[data-do=undo]").await;
    told("Undone: writing in Title").await;
    press(page, "[data-do=redo]").await;
    told("Made again: writing in Title").await;
    press(page, ".parts [data-name=events]").await;
    press(page, "[data-do=add][data-path='/events']").await;
    told("Added an event to Events").await;
}
