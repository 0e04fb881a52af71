//! Each number opens to the two positions it is computed from, their words and their sources.

use daylight::analysis::daylight;
use daylight::dossier::model::Position;
use serde::Deserialize;

use crate::browser::{browse, dossier};
use crate::{day, shows_day};

/// A position as an open card shows it.
#[derive(Debug, Deserialize)]
struct Shown {
    text: Option<String>,
    quote: Option<String>,
    links: Vec<String>,
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn every_issue_opens_to_its_two_positions_and_their_sources() {
    browse(async |page| {
        page.open_ready("/").await;
        for issue in &dossier().issues {
            page.click(&format!("#issue-{} .open-issue", issue.id)).await;
            let record = format!("#issue-{} .issue-record > .readings", issue.id);
            page.until("the record is open", &format!("document.querySelector('{record}') !== null")).await;
            let shown: Vec<Shown> = page
                .ask(&format!(
                    "[...document.querySelectorAll('{record} > .position')].map((position) => ({{
                        text: position.classList.contains('absent') ? null : position.querySelector(':scope > p:not([class])').textContent,
                        quote: position.querySelector('blockquote')?.textContent ?? null,
                        links: [...position.querySelectorAll('a.source-title')].map((link) => link.href) }}))"
                ))
                .await;
            let now = daylight(issue, day("2018-07-16"));
            let wanted: Vec<Option<&Position>> = [now.expects, now.offers]
                .iter()
                .map(|stand| stand.map(|stand| &issue.positions[stand.position]))
                .collect();
            assert_eq!(shown.len(), 2, "{}", issue.id);
            for (shown, wanted) in shown.iter().zip(wanted) {
                let Some(wanted) = wanted else {
                    assert_eq!(shown.text, None, "{}: {shown:?}", issue.id);
                    continue;
                };
                assert_eq!(shown.text.as_deref(), Some(wanted.text.get("en")), "{}", issue.id);
                assert_eq!(shown.quote.is_some(), wanted.quote.is_some(), "{}", issue.id);
                let urls: Vec<&str> =
                    wanted.sources.iter().map(|id| dossier().source(id).unwrap().url.as_str()).collect();
                assert_eq!(shown.links, urls, "{}", issue.id);
                assert!(!urls.is_empty() && urls.iter().all(|url| url.starts_with("http")), "{urls:?}");
            }
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn words_of_a_later_day_are_marked_until_the_date_reaches_it() {
    browse(async |page| {
        page.open_ready("/?on=2019-02-28&issue=timetable").await;
        let marks = "[...document.querySelectorAll('#issue-timetable .issue-record > .readings .refs')].map((mark) => mark.textContent)";
        page.until_is("one is marked", marks, vec!["not yet said".to_owned()]).await;
        assert_eq!(
            page.ask::<String>("document.querySelector('.gap-table caption').textContent").await,
            "All issues on 28 February 2019"
        );
        page.click("#lead .step + .step").await;
        page.until_is("it has been said", marks, Vec::<String>::new()).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn sources_unfold_and_one_record_is_open_at_a_time() {
    browse(async |page| {
        page.open_ready("/").await;
        let [first, second] = [&dossier().issues[0].id, &dossier().issues[1].id];
        page.click(&format!("#issue-{first} .open-issue")).await;
        page.until(
            "the record is open",
            &format!("document.querySelector('#issue-{first} .issue-record .sources') !== null"),
        )
        .await;
        page.until_is(
            "it has the focus",
            "document.activeElement.closest('article')?.id ?? ''",
            format!("issue-{first}"),
        )
        .await;
        assert_eq!(page.count_visible(&format!("#issue-{first} a.source-title")).await, 0);
        page.click(&format!("#issue-{first} .issue-record .readings .sources summary")).await;
        page.until(
            "the sources can be seen",
            &format!("document.querySelector('#issue-{first} a.source-title').checkVisibility()"),
        )
        .await;
        page.click(&format!("#issue-{second} .open-issue")).await;
        page.until_is(
            "the second record stands in place of the first",
            "[...document.querySelectorAll('article.card.open')].map((card) => card.id)",
            vec![format!("issue-{second}")],
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_position_leads_to_the_event_that_set_it() {
    browse(async |page| {
        page.open_ready("/").await;
        let issue = dossier()
            .issues
            .iter()
            .find(|issue| {
                daylight(issue, day("2018-07-16"))
                    .expects
                    .is_some_and(|stand| issue.positions[stand.position].event.is_some())
            })
            .unwrap();
        let id = &issue.id;
        page.click(&format!("#issue-{id} .open-issue")).await;
        let link = format!("#issue-{id} .issue-record .set-by a");
        page.until("the record is open", &format!("document.querySelector('{link}') !== null")).await;
        page.until_is(
            "it has the focus",
            "document.activeElement.closest('article')?.id ?? ''",
            format!("issue-{id}"),
        )
        .await;
        let title = page.text(&link).await;
        page.click(&link).await;
        page.until_is(
            "the event's record has the focus",
            "document.activeElement.id",
            "event-heading".to_owned(),
        )
        .await;
        assert_eq!(page.text("#event-heading").await, title);
        assert_eq!(page.count("article.card.open").await, 1);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn ladders_show_the_same_date() {
    browse(async |page| {
        page.open_ready("/").await;
        page.click(".switch button:last-child").await;
        page.until_is(
            "all cards show ladders",
            "document.querySelectorAll('article.card svg[aria-label*=ladder]').length",
            dossier().issues.len(),
        )
        .await;
        assert_eq!(page.count("article.card svg[aria-label*=through]").await, 0);
        let label: String = page
            .ask("document.querySelector('article.card svg[aria-label*=ladder]').getAttribute('aria-label')")
            .await;
        assert!(label.contains("16 July 2018"), "{label}");
        page.click(".switch button:first-child").await;
        page.until_is(
            "all cards show charts",
            "document.querySelectorAll('article.card svg[aria-label*=through]').length",
            dossier().issues.len(),
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn issues_stand_in_the_order_asked_for() {
    use daylight::analysis::{IssueOrder, issue_order};
    browse(async |page| {
        page.open_ready("/?on=2019-03-01").await;
        let shown = "[...document.querySelectorAll('.cards > .card')].map((card) => card.id.slice(6))";
        for (name, order) in [
            ("width", IssueOrder::Width),
            ("change", IssueOrder::Change),
            ("actor", IssueOrder::Actor),
            ("given", IssueOrder::Given),
        ] {
            page.run(&format!(
                "const order = document.getElementById('gap-order');
                order.value = '{name}';
                order.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            ))
            .await;
            // Changes count since the first preset, unless the reader says otherwise.
            let since = dossier().presets.iter().map(|preset| preset.on).min().unwrap();
            let places = issue_order(dossier(), order, day("2019-03-01"), since);
            let wanted: Vec<String> =
                places.iter().map(|place| dossier().issues[*place].id.clone()).collect();
            page.until_is(name, shown, wanted).await;
        }
        page.until("the usual order is not in the address", "!location.search.includes('sort')").await;
        // Back through the history the field says what is shown.
        page.back().await;
        let shown = "document.getElementById('gap-order').value";
        page.until_is("the order before", shown, "actor".to_owned()).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_readers_own_weights_move_the_total_stand_in_the_address_and_can_be_undone() {
    use daylight::analysis::{Share, Weights, total};
    browse(async |page| {
        page.open_ready("/").await;
        page.run("document.querySelector('.gap-table').open = true").await;
        page.run(
            "const weight = document.querySelector('[data-control=weight][data-place=\"0\"]');
            weight.value = '3';
            weight.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await;
        let percent = |weights: &Weights| {
            let (least, most) =
                total(dossier(), weights, day("2018-07-16")).share.map(Share::percent).unwrap();
            format!("{least}\u{2013}{most}%")
        };
        let mut own = Weights::equal();
        own.set(0, 3);
        let wanted = format!(
            "With your weights: {} on 16 July 2018. With equal weights: {}.",
            percent(&own),
            percent(&Weights::equal())
        );
        page.until_is(
            "what changed is told",
            "document.querySelector('.shown-otherwise [role=status]')?.textContent",
            Some(wanted.clone()),
        )
        .await;
        let beside: String = page.text(".gap-table > .lede").await;
        assert!(beside.ends_with(&wanted), "and where the weights are: {beside}");
        let id = &dossier().issues[0].id;
        page.until("the address has it", &format!("location.search.includes('weights={id}_3')")).await;
        page.open_ready(&page.ask::<String>("location.pathname + location.search").await).await;
        page.until_is(
            "it is still there",
            "document.querySelector('[data-place=\"0\"]').value",
            "3".to_owned(),
        )
        .await;
        page.run("document.querySelector('.gap-table').open = true").await;
        page.click(".gap-table .equal").await;
        page.until_is("as before", "document.querySelector('[data-place=\"0\"]').value", "1".to_owned())
            .await;
        assert_eq!(page.count(".shown-otherwise [role=status]").await, 0);
    });
}

/// It is written for the first date: the reader's goes along in the address, and leads back from there.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_issues_own_page_leads_back_to_the_date_it_was_opened_from() {
    const WAYS: &str = "[...document.querySelectorAll('.languages a, .back a, #issue-on a')]
        .map((link) => link.href.replace(location.origin, ''))";
    let own_page = "#issue-scope .panel-links a[href*='issue/']";
    let address = "location.pathname + location.search";
    browse(async |page| {
        page.open_ready("/?issue=scope").await;
        page.click(own_page).await;
        page.until_is("no date where none is asked for", address, "/issue/scope/".to_owned()).await;

        page.open_ready("/?on=2019-02-26&issue=scope").await;
        // A source elsewhere keeps its own address, whatever words are in it.
        let elsewhere: String = page
            .ask(
                "(() => {
                    const link = document.createElement('a');
                    link.href = 'https://example.org/issue/7/?page=2';
                    document.querySelector('#record').append(link);
                    link.dispatchEvent(new Event('contextmenu', { bubbles: true }));
                    link.remove();
                    return link.href;
                })()",
            )
            .await;
        assert_eq!(elsewhere, "https://example.org/issue/7/?page=2");
        page.click(own_page).await;
        page.until_is("the date goes along", address, "/issue/scope/?on=2019-02-26".to_owned()).await;
        page.until("the way to it is shown", "document.getElementById('issue-on')?.hidden === false").await;
        assert_eq!(
            page.text("#issue-on").await,
            "This page shows 16 July 2018. See this issue on 26 February 2019"
        );
        let main_page = "/?on=2019-02-26&issue=scope";
        assert_eq!(
            page.ask::<Vec<String>>(WAYS).await,
            ["/ko/issue/scope/?on=2019-02-26", main_page, main_page]
        );
        page.click("#issue-on a").await;
        page.ready().await;
        shows_day(page, day("2019-02-26")).await;
        page.until("the issue is open", "document.querySelector('#issue-scope.open') !== null").await;

        page.open("/ko/issue/scope/?on=2019-02-26").await;
        page.until("so in Korean", "document.getElementById('issue-on')?.hidden === false").await;
        assert_eq!(page.text("#issue-on time").await, "2019\u{b144} 2\u{c6d4} 26\u{c77c}");

        // The page's own date, and what is none.
        for query in ["", "?on=2018-07-16", "?on=2019-02-30", "?on=1800-01-01", "?on=never"] {
            page.open(&format!("/issue/scope/{query}")).await;
            page.until("its script has run", "document.readyState === 'complete'").await;
            assert_eq!(page.count_visible("#issue-on").await, 0, "{query}");
            assert_eq!(
                page.ask::<Vec<String>>(WAYS).await,
                ["/ko/issue/scope/", "/", "/?issue=scope"],
                "{query}"
            );
        }
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_order_says_what_it_cannot_tell_and_whose_act_it_goes_by() {
    browse(async |page| {
        let choose = async |name: &str| {
            page.run(&format!(
                "const order = document.getElementById('gap-order');
                order.value = '{name}';
                order.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            ))
            .await;
        };
        page.open_ready("/?sort=change&since=2018-01-01").await;
        let left_out = "document.querySelector('#gap > [role=status]')?.textContent ?? ''";
        let none = "12 of 12 issues cannot be compared: unknown on 1 January 2018 or on 16 July 2018.";
        page.until_is("nothing was known in January", left_out, none.to_owned()).await;
        let acts = "[...document.querySelectorAll('.card > .chart-help')].map((line) => line.textContent)";
        assert_eq!(page.ask::<Vec<String>>(acts).await, vec!["On 1 January 2018: unknown."; 12]);
        choose("actor").await;
        let mut acting: Vec<String> = vec!["To act: Washington".to_owned(); 3];
        acting.extend(vec!["To act: Washington, Pyongyang".to_owned(); 3]);
        acting.extend(vec!["To act: Pyongyang".to_owned(); 6]);
        page.until_is("each card says who", acts, acting).await;
        page.until_is("no order by change", left_out, String::new()).await;
    });
}

/// An open card is as wide as the page, so it moves to a row of its own; closed, it leaves the room that its words took.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_issue_opens_with_its_words_in_sight_and_closes_with_its_card_in_sight() {
    browse(async |page| {
        for (width, height) in [(1024, 768), (768, 1024), (1280, 800)] {
            page.size(width, height).await;
            page.open_ready("/").await;
            // A card at the right.
            let card = "#gap .card:nth-child(2)";
            page.click(&format!("{card} .open-issue")).await;
            let begins = format!(
                "((words) => words !== null && words.getBoundingClientRect().top >= 0 && words.getBoundingClientRect().top < innerHeight * 0.75)(document.querySelector('{card} .issue-record'))"
            );
            page.until(&format!("its words are in sight at {width}"), &begins).await;
            page.click(&format!("{card} .open-issue")).await;
            let in_sight = format!(
                "!document.querySelector('{card} .issue-record') && ((heading) => heading.top >= 0 && heading.bottom < innerHeight)(document.querySelector('{card} h3').getBoundingClientRect())"
            );
            page.until(&format!("the card that was closed is in sight at {width}"), &in_sight).await;
        }
    });
}
