//! Files of what is on screen: what is in them is what the page shows, and what the analysis says of the same dossier.

use std::collections::{BTreeMap, BTreeSet};

use daylight::analysis::{TotalSeries, TotalStep, Weights, daylight};
use daylight::dossier::model::Issue;
use daylight::messages::{Msg, TakeMsg};
use serde_json::{Value, json};

use crate::browser::{Change, Chromium, POLICY, Page, Part, browse, browse_changed, dossier};
use crate::{WORDS, day};

/// Under the policy that hosts are told to send.
fn strict() -> Vec<Change> {
    vec![Change::Header(Part::All, "content-security-policy", POLICY)]
}

/// Keeps what the page makes files of, beside letting it do so.
async fn keep_files(page: &Page) {
    page.run(
        "self.made = [];
         const address = URL.createObjectURL;
         URL.createObjectURL = (blob) => (made.push(blob), address.call(URL, blob));",
    )
    .await;
}

/// Opens the panel of a view.
async fn offered(page: &Page, view: &str) {
    page.run(&format!("document.querySelector('#{view} [data-take]').click()")).await;
    page.until("files are offered", "document.getElementById('take')?.hidden === false").await;
}

/// Presses the button of a format, and waits until the file is made.
async fn press(page: &Page, ending: &str) {
    page.run("made.length = 0").await;
    page.run(&format!("document.querySelector('#take [data-file={ending}]').click()")).await;
    page.until(
        "the file is made",
        "made.length === 1 && document.getElementById('take-said').textContent !== ''",
    )
    .await;
}

async fn file(page: &Page, ending: &str) -> String {
    press(page, ending).await;
    page.run_async("made[0].text().then(done)").await.as_str().unwrap().to_owned()
}

/// A CSV's rows by column.
fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// A value of the dossier's JSON as a cell has it.
fn in_words(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn ids(rows: &[BTreeMap<String, String>]) -> Vec<&str> {
    rows.iter().map(|row| row["id"].as_str()).collect()
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn events_are_those_whose_marks_are_on_screen() {
    browse_changed(strict(), async |page| {
        page.open_ready("/?from=2018-05-01&to=2018-07-15&q=summit&on=2018-06-12").await;
        keep_files(page).await;
        offered(page, "timeline").await;
        let csv = file(page, "csv").await;
        let found = rows(&csv);
        let marks: BTreeSet<String> = page
            .ask("[...document.querySelectorAll('#timeline svg.timeline [data-event]')].map((mark) => mark.dataset.event)")
            .await;
        assert_eq!(page.count("#timeline svg.timeline [data-cluster]").await, 0);
        assert!(marks.len() > 3, "{marks:?}");
        assert_eq!(ids(&found).iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>(), marks);
        for row in &found {
            let event = dossier().event(&row["id"]).unwrap();
            assert_eq!(row["title"], event.title.get("en"));
            assert_eq!(row["date"], event.date.to_string());
            assert_eq!(row["summary"], event.summary.get("en"));
            assert_eq!(row["sources"], event.sources.join("; "));
            assert_eq!(row["weight"], event.weight.to_string());
            assert_eq!(row["confidence"], in_words(&json!(event.confidence)));
            assert_eq!(row["note"], event.note.as_ref().map_or("", |note| note.get("en")));
        }

        let text = file(page, "json").await;
        let json: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(json["as_of"], "2018-06-12");
        assert_eq!(json["address"], page.ask::<String>("location.href").await);
        assert_eq!(json["query"]["q"], "summit");
        assert_eq!(json["window"]["from"], "2018-05-01");
        assert_eq!(json["count"], found.len());
        let listed = json["events"].as_array().unwrap();
        assert_eq!(listed.iter().map(|event| event["id"].as_str().unwrap()).collect::<Vec<_>>(), ids(&found));
        let first = dossier().event(ids(&found)[0]).unwrap();
        assert_eq!(listed[0], serde_json::to_value(first).unwrap(), "the whole record");

        // Nothing left out where marks are gathered.
        page.run("document.getElementById('take-close').click()").await;
        page.open_ready("/?from=1953-01-01&to=2024-12-31").await;
        keep_files(page).await;
        offered(page, "timeline").await;
        assert!(page.count("#timeline svg.timeline [data-cluster]").await > 3);
        let all = file(page, "csv").await;
        assert_eq!(rows(&all).len(), dossier().events.len());

        // Two periods stand below each other.
        page.open_ready("/?compare=2018-06-12.2019-02-27.90.90").await;
        keep_files(page).await;
        offered(page, "timeline").await;
        let two = rows(&file(page, "csv").await);
        let of = |period: &str| {
            two.iter().filter(|row| row["period"] == period).map(|row| row["id"].clone()).collect::<Vec<_>>()
        };
        assert!(of("1").contains(&"2018-06-12-singapore-summit".to_owned()));
        assert!(!of("2").contains(&"2018-06-12-singapore-summit".to_owned()) && of("2").len() > 3);
        assert_eq!(page.violations().await, Vec::<String>::new());
        assert_eq!(page.log().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn issues_have_the_daylight_that_the_analysis_finds_in_the_order_of_the_page() {
    browse(async |page| {
        for on in ["2018-07-16", "2006-01-01", "2019-12-31"] {
            page.open_ready(&format!("/?on={on}&sort=width&weights=scope_3.security_0")).await;
            keep_files(page).await;
            offered(page, "gap").await;
            let found = rows(&file(page, "csv").await);
            let json: Value = serde_json::from_str(&file(page, "json").await).unwrap();
            let cards: Vec<String> =
                page.ask("[...document.querySelectorAll('#gap .card')].map((card) => card.id.replace('issue-', ''))").await;
            assert_eq!(ids(&found), cards);
            assert_eq!(json["as_of"], on);
            assert_eq!(json["query"]["sort"], "width");
            for (row, told) in found.iter().zip(json["issues"].as_array().unwrap()) {
                let issue = dossier().issue(&row["id"]).unwrap();
                let now = daylight(issue, day(on));
                let text = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
                let rungs = now.state.rungs();
                assert_eq!(row["daylight_least"], text(rungs.map(|(least, _)| least)), "{}", issue.id);
                assert_eq!(row["daylight_most"], text(rungs.map(|(_, most)| most)), "{}", issue.id);
                for (side, stand) in [("expects", now.expects), ("offers", now.offers)] {
                    assert_eq!(row[&format!("{side}_low")], text(stand.map(|stand| stand.low)));
                    assert_eq!(row[&format!("{side}_high")], text(stand.map(|stand| stand.high)));
                    let position = stand.map(|stand| &issue.positions[stand.position]);
                    let from = position.map(|position| position.from.to_string()).unwrap_or_default();
                    assert_eq!(row[&format!("{side}_from")], from, "{}", issue.id);
                    let doubt = position.map(|position| {
                        let note = position.note.as_ref().map_or("", |note| note.get("en"));
                        let judgement = if position.judgement { "true" } else { "" };
                        [in_words(&json!(position.confidence)), judgement.to_owned(), note.to_owned()]
                    });
                    let columns = ["confidence", "judgement", "note"];
                    let found = columns.map(|column| row[&format!("{side}_{column}")].clone());
                    assert_eq!(found, doubt.unwrap_or_default(), "{}", issue.id);
                    assert_eq!(told[side]["low"], json!(stand.map(|stand| stand.low)));
                }
                let weight = match issue.id.as_str() {
                    "scope" => "3",
                    "security" => "0",
                    _ => "1",
                };
                assert_eq!(row["weight"], weight);
                let words = page.text(&format!("#issue-{} .tag", issue.id)).await;
                assert_eq!(words, format!("{}: {}", row["daylight"], row["title"]));
            }
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_total_is_the_steps_of_the_window() {
    browse(async |page| {
        page.open_ready("/?from=2018-01-01&to=2018-12-31").await;
        keep_files(page).await;
        offered(page, "lead").await;
        let found = rows(&file(page, "csv").await);
        let series = TotalSeries::of(dossier(), &Weights::equal());
        let steps = series.between(day("2018-01-01"), day("2018-12-31"));
        assert_eq!(found.len(), steps.len());
        for (row, step) in found.iter().zip(steps) {
            assert_eq!(row["from"], step.from.max(day("2018-01-01")).to_string());
            let share = step.total.share.map(|share| share.percent());
            let text = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
            assert_eq!(row["least_percent"], text(share.map(|(least, _)| least)));
            assert_eq!(row["most_percent"], text(share.map(|(_, most)| most)));
            assert_eq!(row["apart"], step.total.counts.apart.to_string());
            assert_eq!(row["weights"], "");
        }

        // Other weights give other numbers, and the file says so.
        page.open_ready("/?from=2018-01-01&to=2018-12-31&weights=scope_3.security_0").await;
        keep_files(page).await;
        offered(page, "lead").await;
        let weighed = rows(&file(page, "csv").await);
        let mut weights = Weights::equal();
        for (id, weight) in [("scope", 3), ("security", 0)] {
            weights.set(dossier().issues.iter().position(|issue| issue.id == id).unwrap(), weight);
        }
        let series = TotalSeries::of(dossier(), &weights);
        let steps = series.between(day("2018-01-01"), day("2018-12-31"));
        let least = |step: &TotalStep| step.total.share.map(|share| share.percent().0.to_string());
        assert_eq!(
            weighed.iter().map(|row| row["least_percent"].clone()).collect::<Vec<_>>(),
            steps.iter().map(|step| least(step).unwrap_or_default()).collect::<Vec<_>>()
        );
        assert!(weighed.iter().all(|row| row["weights"] == "scope_3.security_0"));

        // What the page cannot read counts for nothing, and no file says that it does.
        page.open_ready("/?from=2018-01-01&to=2018-12-31&weights=scope:3").await;
        keep_files(page).await;
        offered(page, "lead").await;
        assert_eq!(rows(&file(page, "csv").await), found);
        let json: Value = serde_json::from_str(&file(page, "json").await).unwrap();
        assert_eq!(json["query"], json!({ "from": "2018-01-01", "to": "2018-12-31" }));
    });
}

/// What is asked of a drawing: its words, its size and its ground.
const DRAWING: &str = "made[0].text().then((text) => {
    const page = new DOMParser().parseFromString(text, 'image/svg+xml');
    const svg = page.documentElement;
    done({ name: svg.localName, title: svg.querySelector('title').textContent, alt: svg.querySelector('desc').textContent,
        words: [...svg.querySelectorAll('text')].map((text) => text.textContent), ground: svg.querySelector('rect').getAttribute('fill'),
        size: [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))], shapes: svg.querySelectorAll('path, circle').length,
        foreign: svg.querySelectorAll('[class], [style], style, image, script, foreignObject').length, text });
})";

async fn drawing(page: &Page) -> Value {
    press(page, "svg").await;
    page.run_async(DRAWING).await
}

/// Whether a drawing has these words, on however many lines.
fn has(drawing: &Value, words: &str) -> bool {
    let lines: Vec<&str> =
        drawing["words"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let tight = |text: &str| text.split_whitespace().collect::<String>();
    tight(&lines.join(" ")).contains(&tight(words))
}

/// The line under a picture of these issues: the sources of their positions among all.
fn of_issues(issues: &[&Issue]) -> String {
    let positions = issues.iter().flat_map(|issue| &issue.positions);
    let cited: BTreeSet<&String> = positions.flat_map(|position| &position.sources).collect();
    let all = dossier().sources.len();
    let line = WORDS.tell(&TakeMsg::IssueSourceLine { all, licence: &dossier().meta.content_licence });
    line.replace("{count}", &cited.len().to_string())
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn pictures_say_what_they_are_and_are_light_in_any_scheme() {
    browse_changed(strict(), async |page| {
        let (sources, licence) = (dossier().sources.len(), &*dossier().meta.content_licence);
        let whole = WORDS.tell(&TakeMsg::SourceLine { sources, licence });
        let of_all_issues = of_issues(&dossier().issues.iter().collect::<Vec<_>>());
        for (view, heading) in
            [("timeline", "What happened"), ("lead", "Total daylight"), ("gap", "Issue by issue")]
        {
            let mut light = Value::Null;
            for scheme in ["light", "dark"] {
                page.media("", scheme).await;
                page.open_ready("/?on=2018-06-12").await;
                keep_files(page).await;
                offered(page, view).await;
                let svg = drawing(page).await;
                assert_eq!(svg["name"], "svg");
                let title = svg["title"].as_str().unwrap();
                assert!(has(&svg, title) && has(&svg, heading), "{view}: {title}");
                let source = if view == "gap" { &of_all_issues } else { &whole };
                for words in [source, dossier().meta.title.get("en"), "As of 12 June 2018"] {
                    assert!(has(&svg, words), "{view}: {words}: {}", svg["words"]);
                }
                assert!(has(&svg, &page.ask::<String>("location.href").await), "{view}");
                assert!(svg["shapes"].as_u64() > Some(10), "{view}: {}", svg["shapes"]);
                assert_eq!(svg["foreign"], 0, "{view}: what only the page knows");
                assert_eq!(svg["ground"], "#faf7f0");
                assert_eq!(svg["alt"], page.ask::<String>("document.getElementById('take-alt').value").await);
                if scheme == "dark" {
                    assert_eq!(svg["text"], light, "{view} in dark");
                }
                light = svg["text"].clone();

                press(page, "png").await;
                let size = page
                    .run_async("createImageBitmap(made[0]).then(({ width, height }) => done([width / 2, height / 2]))")
                    .await;
                assert_eq!(size, svg["size"], "{view}");
            }
        }
        page.media("", "light").await;
        // Each mark's words are in the picture of the timeline as it is zoomed.
        page.open_ready("/?from=2018-05-20&to=2018-06-20").await;
        keep_files(page).await;
        offered(page, "timeline").await;
        let svg = drawing(page).await;
        let labels: Vec<String> = page
            .ask("[...document.querySelectorAll('svg.timeline .label')].map((label) => label.textContent)")
            .await;
        assert!(labels.len() > 5 && labels.iter().all(|label| has(&svg, label)), "{labels:?}");
        // One issue by itself, its ladder on the date.
        page.open_ready("/?gap=ladders").await;
        keep_files(page).await;
        offered(page, "gap").await;
        page.run("const choice = document.getElementById('take-picture'); choice.selectedIndex = 2; choice.dispatchEvent(new Event('change'))").await;
        let svg = drawing(page).await;
        assert_eq!(svg["title"], dossier().issues[1].title.get("en"));
        let rungs: Vec<&str> = dossier().issues[1].ladder.iter().map(|step| step.label.get("en")).collect();
        assert!(rungs.iter().any(|rung| has(&svg, rung)), "{}", svg["words"]);

        // Through time: what it asks, how it stands on the date and not at the chart's end, how it is read, and its own sources.
        page.open_ready("/?on=2019-02-28").await;
        keep_files(page).await;
        offered(page, "gap").await;
        let place = dossier().issues.iter().position(|issue| issue.id == "timetable").unwrap();
        page.run(&format!(
            "const choice = document.getElementById('take-picture'); choice.selectedIndex = {}; choice.dispatchEvent(new Event('change'))",
            place + 1
        ))
        .await;
        let svg = drawing(page).await;
        let issue = &dossier().issues[place];
        let own = of_issues(&[issue]);
        let key = [WORDS.say(Msg::GapHelp), WORDS.tell(&TakeMsg::PaleKey)];
        for words in [issue.question.get("en"), &key[0], &key[1], &own] {
            assert!(has(&svg, words), "{words}: {}", svg["words"]);
        }
        let now = daylight(issue, day("2019-02-28")).state;
        let state = WORDS.say(Msg::Daylight(now, u8::try_from(issue.ladder.len() - 1).unwrap()));
        let alt = svg["alt"].as_str().unwrap();
        let head = format!("{}. As of 28 February 2019.\n{state}. ", issue.title.get("en"));
        assert!(alt.contains(&head), "{head}: {alt}");
        assert_eq!(page.text("#take-said").await, "Saved as gap-timetable-2019-02-28.svg.");
        press(page, "csv").await;
        assert_eq!(page.text("#take-said").await, "Saved as gap-2019-02-28.csv.");
        assert_eq!(page.violations().await, Vec::<String>::new());
        assert_eq!(page.log().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_picture_of_two_periods_says_what_they_are_counted_from() {
    browse_changed(strict(), async |page| {
        page.open_ready("/?compare=2018-06-12.2019-02-27.90.90").await;
        keep_files(page).await;
        offered(page, "timeline").await;
        let svg = drawing(page).await;
        for words in ["Day 0: 12 June 2018", "Day 0: 27 February 2019"] {
            assert!(has(&svg, words), "{words}: {}", svg["words"]);
            assert!(svg["alt"].as_str().unwrap().contains(words), "{words}: {}", svg["alt"]);
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_picture_stays_the_one_that_was_chosen() {
    browse_changed(strict(), async |page| {
        page.open_ready("/").await;
        keep_files(page).await;
        offered(page, "gap").await;
        let choose = async |name: &str| {
            page.run(&format!(
                "const select = document.getElementById('take-picture');
                 select.selectedIndex = [...select.options].findIndex((option) => option.text === '{name}');
                 select.dispatchEvent(new Event('change'))"
            ))
            .await;
        };
        let issue = &dossier().issues[4];
        let title = issue.title.get("en");
        choose(title).await;
        // An open issue has two pictures, another order other places.
        page.click("#gap .card:first-child .open-issue").await;
        page.until("an issue is open", "document.querySelector('#gap .card.open .issue-picture') !== null")
            .await;
        let svg = drawing(page).await;
        assert!(has(&svg, issue.question.get("en")) && has(&svg, &of_issues(&[issue])), "{}", svg["words"]);
        assert_eq!(
            page.ask::<String>("document.getElementById('take-picture').selectedOptions[0].text").await,
            title
        );

        // What is not there any more gives way to what is.
        page.open_ready("/?compare=2018-06-12.2019-02-27.90.90").await;
        keep_files(page).await;
        offered(page, "timeline").await;
        let second: String = page.ask("document.getElementById('take-picture').options[2].text").await;
        choose(&second).await;
        page.run("document.querySelector('.tools > button:last-of-type').click()").await;
        page.until("one timeline", "document.querySelectorAll('.period').length === 0").await;
        assert_eq!(rows(&file(page, "csv").await).iter().filter(|row| row.contains_key("period")).count(), 0);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_file_is_saved_by_its_name_and_the_focus_returns() {
    browse(async |page| {
        let folder = std::env::temp_dir().join(format!("daylight-take-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        page.devtools(
            "Browser.setDownloadBehavior",
            json!({ "behavior": "allow", "downloadPath": folder, "eventsEnabled": false }),
        )
        .await;
        page.open_ready("/?on=2018-06-12").await;
        assert!(!fetched(page), "before anybody asked");
        keep_files(page).await;
        page.click("#gap [data-take]").await;
        page.until("files are offered", "document.getElementById('take')?.hidden === false").await;
        assert_eq!(page.ask::<String>("document.activeElement.id").await, "take-heading");
        press(page, "json").await;
        assert_eq!(page.text("#take-said").await, "Saved as gap-2018-06-12.json.");
        let made = page.run_async("made[0].text().then(done)").await;
        let path = folder.join("gap-2018-06-12.json");
        // The browser writes it in its own time.
        let saved = loop {
            page.frames().await;
            if let Ok(text) = std::fs::read_to_string(&path)
                && text.ends_with("}\n")
            {
                break text;
            }
        };
        assert_eq!(made, saved);
        std::fs::remove_dir_all(&folder).unwrap();
        page.press(crate::browser::Key::ESCAPE).await;
        page.until("it is put away", "document.getElementById('take').hidden").await;
        assert_eq!(page.ask::<String>("document.activeElement.dataset.take").await, "gap");
    });
}

fn fetched(page: &Chromium<'_>) -> bool {
    page.site.requests().into_keys().any(|path| path.starts_with("/take-"))
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn where_what_makes_files_cannot_be_had_one_line_says_so() {
    browse_changed(vec![Change::Missing(Part::Take)], async |page| {
        page.open_ready("/").await;
        page.click("#timeline [data-take]").await;
        page.until("it says so", "!document.getElementById('notice').hidden").await;
        assert!(page.text("#notice").await.starts_with("Nothing can be downloaded now"));
        // Once it can be had, it can be asked for again.
        page.site.mend();
        page.click("#gap [data-take]").await;
        page.until("files are offered", "document.getElementById('take')?.hidden === false").await;
        page.until("it says so no longer", "document.getElementById('notice').hidden").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn on_a_narrow_screen_the_timeline_has_no_picture_and_says_so() {
    browse(async |page| {
        page.size(360, 800).await;
        page.open_ready("/").await;
        offered(page, "timeline").await;
        assert_eq!(page.count_visible("#take-none").await, 1);
        assert_eq!(page.count_visible("#take-drawn").await, 0);
        assert!(page.ask::<bool>("document.documentElement.scrollWidth <= innerWidth").await);
        offered(page, "lead").await;
        assert_eq!(page.count_visible("#take-drawn").await, 1);
    });
}

/// A dossier of which a title is what a spreadsheet would take for a formula.
fn formula() -> String {
    let mut dossier: Value = serde_json::from_str(include_str!("../check/cases/00-minimal.json")).unwrap();
    dossier["events"][0]["title"] = json!("=HYPERLINK(\"https://example.org\",\"x\")");
    dossier.to_string()
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn of_an_opened_dossier_the_files_have_what_the_page_knows() {
    browse_changed(vec![Change::File("/formula.json", formula)], async |page| {
        page.open("/open/?dossier=/formula.json").await;
        page.until(
            "it is drawn",
            "document.querySelector('#daylight[data-daylight=ready] #timeline') !== null",
        )
        .await;
        keep_files(page).await;
        offered(page, "timeline").await;
        assert_eq!(page.count_visible("#take-opened").await, 1);
        assert_eq!(page.count_visible("#take-site").await, 0);
        let csv = file(page, "csv").await;
        assert!(csv.starts_with("id,date,title,kind,lane,weight\r\n"), "{csv}");
        assert_eq!(rows(&csv)[0]["title"], "'=HYPERLINK(\"https://example.org\",\"x\")");
        let json: Value = serde_json::from_str(&file(page, "json").await).unwrap();
        assert_eq!(json["events"][0]["title"], "=HYPERLINK(\"https://example.org\",\"x\")");
        let svg = drawing(page).await;
        assert!(has(&svg, "Opened with Daylight"));
        page.run("document.getElementById('take-close').click()").await;
        offered(page, "gap").await;
        assert_eq!(rows(&file(page, "csv").await).len(), 1);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_panel_stays_below_its_button_wherever_that_goes() {
    browse(async |page| {
        page.open_ready("/").await;
        offered(page, "gap").await;
        let below = "(() => {
            const top = document.getElementById('take').getBoundingClientRect().top;
            return Math.abs(top - document.querySelector('#gap [data-take]').getBoundingClientRect().bottom - 6) < 1;
        })()";
        assert!(page.ask::<bool>(below).await);
        let place = "document.querySelector('#gap [data-take]').getBoundingClientRect().top + scrollY";
        let before = page.ask::<f64>(place).await;
        // What lies above it grows.
        page.click("#timeline > .show-list").await;
        page.until("the list is open", &format!("{place} > {}", before + 100.0)).await;
        page.until("the panel is below its button again", below).await;
    });
}
