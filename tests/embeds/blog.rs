//! The example blog, made by its generator and read as it would be: on one origin, with the site that it embeds on another.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use tokio::sync::OnceCell;

use crate::browser::{Change, Engine, POLICY, Page, Part, Site, browse_at, named};

/// Where both sites' breaches of their policies are sent.
const REPORTS: &str = "/breaches-of-the-policy";

/// What the blog allows: its own style sheet, the loader, and frames of the site.
const BLOG: &str = "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; script-src http://localhost:*; \
     frame-src http://localhost:*; img-src 'self' data:; report-uri /breaches-of-the-policy";

fn ours_policy() -> &'static str {
    static POLICY_WITH_REPORTS: std::sync::LazyLock<String> =
        std::sync::LazyLock::new(|| format!("{POLICY}; report-uri {REPORTS}"));
    &POLICY_WITH_REPORTS
}

/// Makes the blog, with the site at this address.
fn made(site: &str) -> PathBuf {
    let to = std::env::temp_dir().join(format!("daylight-blog-{}", std::process::id()));
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/blog");
    let output = Command::new(named("DAYLIGHT_HUGO", "Hugo"))
        .args(["--baseURL", "/", "--quiet", "--noBuildLock", "--source"])
        .arg(source)
        .arg("--destination")
        .arg(&to)
        .env("HUGO_PARAMS_DAYLIGHT", format!("{site}/"))
        // Nothing is written into the clone.
        .env("HUGO_RESOURCEDIR", to.join("resources"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    to
}

/// Each embed of the article, and the frame in it.
const EMBEDS: [(&str, &str, &str); 3] = [
    ("timeline", "document.querySelector('article > iframe')", ""),
    ("gap", "document.querySelectorAll('daylight-embed')[0]", ".frame"),
    ("words", "document.querySelectorAll('daylight-embed')[1]", ".frame"),
];

#[test]
#[ignore = "needs the built site, browsers and Hugo: cargo xtask test site browser"]
fn the_blog_shows_three_views_at_their_heights_and_breaks_no_policy() {
    let ours: OnceCell<(Site, PathBuf)> = OnceCell::new();
    let started = async {
        let site =
            Site::start(vec![Change::Header(Part::All, "content-security-policy", ours_policy())]).await;
        let folder = made(&site.origin.replace("127.0.0.1", "localhost"));
        let blog = Site::of(&folder, vec![Change::Header(Part::All, "content-security-policy", BLOG)]).await;
        ours.set((site, folder)).ok().unwrap();
        blog
    };
    browse_at(Engine::Chromium, started, async |page| {
        let (site, folder) = ours.get().unwrap();
        let mut links = BTreeSet::new();
        for path in ["/", "/posts/", "/posts/three-views/"] {
            page.open(path).await;
            links.extend(page.ask::<Vec<String>>("[...document.querySelectorAll('a[href], link[href], script[src], iframe[src]')].map((each) => each.href || each.src)").await);
        }
        for (width, height) in [(1280, 900), (768, 900), (320, 700)] {
            page.size(width, height).await;
            page.open("/posts/three-views/").await;
            for (view, embed, within) in EMBEDS {
                // A reader goes on to it where those above it take their own height meanwhile; what makes the frame waits for that.
                page.until(
                    "the frame is there",
                    &format!("{embed} != null && ({embed}.scrollIntoView(), {embed}{within} instanceof HTMLIFrameElement)"),
                )
                .await;
                shown(page, view, &format!("{embed}{within}")).await;
            }
            assert!(
                page.ask::<bool>("document.documentElement.scrollWidth <= innerWidth").await,
                "the blog scrolls sideways at {width} pixels"
            );
        }
        for link in &links {
            let (root, rest) = match link.split_once("//localhost:") {
                Some((_, rest)) => (named("DAYLIGHT_DIST", "the built site"), rest),
                None => (folder.clone(), link.split_once("//").unwrap().1),
            };
            let path = rest.split_once('/').unwrap().1.split(['?', '#']).next().unwrap();
            let file = root.join(path);
            assert!(file.is_file() || file.join("index.html").is_file(), "{link} leads nowhere");
        }
        assert!(links.len() >= 6, "{links:?}");
        let reports = |of: &Site| of.requests().get(REPORTS).copied().unwrap_or_default();
        assert_eq!((reports(site), reports(&page.site)), (0, 0), "breaches of a policy");
        assert_eq!(page.errors().await, Vec::<String>::new());
        // One that is meant: they would have been reported.
        page.run("document.body.append(Object.assign(new Image(), { src: 'http://localhost:9/x.png' }))")
            .await;
        while reports(&page.site) == 0 {
            page.frames().await;
        }
        std::fs::remove_dir_all(folder).unwrap();
    });
}

/// Waits until a view is shown in its frame: as high as what it holds where the host's page lets it, and else with what it holds to scroll to.
async fn shown(page: &Page, view: &str, frame: &str) {
    page.enter(frame).await;
    page.until("the view is there", &format!("document.querySelector('#{view} h2') !== null")).await;
    if view != "words" {
        page.ready().await;
    }
    if view == "timeline" {
        assert_eq!(page.ask::<u32>("innerHeight").await, 900);
        page.until_is(
            "what is below can be reached by keys",
            "document.getElementById('main').tabIndex === 0",
            page.ask::<bool>("document.body.getBoundingClientRect().height > innerHeight + 2").await,
        )
        .await;
    } else {
        page.until(
            &format!("{view} is as high as what it holds"),
            "Math.abs(innerHeight - document.body.getBoundingClientRect().height) < 2",
        )
        .await;
    }
    if view == "gap" {
        assert_eq!(page.ask::<String>("document.querySelector('#as-of-date').value").await, "2018-07-16");
    }
    page.leave().await;
}
