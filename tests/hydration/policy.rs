//! The strict content security policy that we recommend to hosts: the page works under it and breaks nothing of it.

use crate::browser::{Change, POLICY, Part, browse_changed};

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_page_works_under_the_strict_policy_and_asks_no_other_host() {
    browse_changed(vec![Change::Header(Part::All, "content-security-policy", POLICY)], async |page| {
        page.open_ready("/").await;
        // What a reader does draws more: a record, another date, the other pictures of the gap.
        page.open_mark("2018-06-12-singapore-summit").await;
        page.until("the record is open", "document.querySelector('[data-panel=event] .readings') !== null")
            .await;
        page.click(".presets button:last-child").await;
        page.click(".switch button:last-child").await;
        page.click(".open-issue").await;
        page.until("the issue is open", "document.querySelector('[data-panel=issue] .readings') !== null")
            .await;
        assert_eq!(page.violations().await, Vec::<String>::new());
        assert_eq!(page.log().await, Vec::<String>::new());
        let origins: Vec<String> = page
            .ask("[...new Set(performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin))]")
            .await;
        assert_eq!(origins, std::slice::from_ref(&page.site.origin));
    });
}
