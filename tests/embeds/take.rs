//! Files of what a view shows, from inside a frame: where they may be downloaded, and where not.

use serde_json::Value;

use crate::browser::{Change, Page, Part};
use crate::host::{press, put_with, served, until_ready};

/// The policy of the site with its own address beside `'self'`, which in WebKit means nothing to a page without an origin.
const POLICY: &str = "default-src 'none'; script-src 'self' http://localhost:* 'wasm-unsafe-eval'; style-src 'self' http://localhost:*; \
     img-src 'self' data:; font-src 'self'; connect-src 'self' http://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors *";

fn changes() -> Vec<Change> {
    let mut changes = served();
    changes.push(Change::Header(Part::Embeds, "content-security-policy", POLICY));
    changes
}

in_each_engine!(a_view_offers_files_and_where_it_may_not_download_their_text);

/// Opens the panel of the view in the frame that was entered.
async fn offered(page: &Page, view: &str) {
    // What breaks the policy in here, since the host cannot see it.
    page.run("self.breaches = []; addEventListener('securitypolicyviolation', ({ violatedDirective }) => breaches.push(violatedDirective))").await;
    press(page, &format!("#{view} [data-take]")).await;
    page.until("files are offered", "document.getElementById('take')?.hidden === false").await;
}

async fn a_view_offers_files_and_where_it_may_not_download_their_text(page: &Page) {
    page.open("/host.html").await;
    page.run("put('gap', '/embed/gap/?on=2019-03-01&id=x', { sandbox: 'allow-scripts' })").await;
    until_ready(page, "gap").await;
    page.enter("document.getElementById('gap')").await;
    offered(page, "gap").await;
    assert_eq!(page.count_visible("#take-blocked").await, 1);
    for (ending, begins) in [("csv", "id,title,question,daylight,"), ("json", "{\n"), ("svg", "<svg ")] {
        page.run("document.getElementById('take-text').value = ''").await;
        press(page, &format!("#take [data-file={ending}]")).await;
        page.until("the file is there as text", "document.getElementById('take-text').value !== ''").await;
        let text: String = page.ask("document.getElementById('take-text').value").await;
        assert!(text.starts_with(begins), "{ending}: {text}");
        if ending == "json" {
            let json: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(json["as_of"], "2019-03-01");
            // The full page's address, which shows the same to whoever opens it.
            let address = json["address"].as_str().unwrap();
            assert!(address.ends_with("/?on=2019-03-01#gap"), "{address}");
            let cards: Vec<String> =
                page.ask("[...document.querySelectorAll('#gap .card')].map((card) => card.id.replace('issue-', ''))").await;
            let ids: Vec<&str> = json["issues"]
                .as_array()
                .unwrap()
                .iter()
                .map(|issue| issue["id"].as_str().unwrap())
                .collect();
            assert_eq!(ids, cards);
        }
    }
    press(page, "#take [data-file=png]").await;
    page.until("the picture is to be seen", "document.getElementById('take-seen').naturalWidth > 900").await;
    assert!(page.ask::<String>("document.getElementById('take-seen').alt").await.contains("Issue by issue"));
    assert_eq!(page.ask::<Vec<String>>("breaches").await, Vec::<String>::new());
    page.leave().await;

    // The frame is as high as what it holds, also while the panel reaches below a short view.
    put_with(page, "lead", "/embed/lead/?id=y", "own").await;
    until_ready(page, "lead").await;
    page.run("document.getElementById('lead').scrollIntoView()").await;
    page.enter("document.getElementById('lead')").await;
    offered(page, "lead").await;
    assert_eq!(page.count_visible("#take-blocked").await, 0, "this frame may");
    page.until(
        "the panel is inside the frame",
        "((panel) => panel.bottom > 0 && panel.bottom <= innerHeight + 1)(document.getElementById('take').getBoundingClientRect())",
    )
    .await;
    press(page, "#take [data-file=csv]").await;
    page.until(
        "it is saved",
        "document.getElementById('take-said').textContent.startsWith('Saved as lead-')",
    )
    .await;
    press(page, "#take-close").await;
    assert_eq!(page.ask::<String>("document.body.style.minHeight").await, "");
    assert_eq!(page.ask::<Vec<String>>("breaches").await, Vec::<String>::new());
    page.leave().await;
    assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new());
}
