//! The built site, served on a free port as a static host would, with the faults that a test wants of it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use daylight::native::serve;
use futures::{StreamExt as _, stream};
use tokio::net::TcpListener;
use tokio::sync::watch as flag;
use tokio::task::JoinHandle;

use super::watch;

/// How long a test waits for what a page asks for.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it looks.
const LOOK: Duration = Duration::from_millis(15);

/// Which answers a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The main page.
    Page,
    /// The app's wasm.
    Wasm,
    /// The dossier's outline, which the app starts with.
    Outline,
    /// The dossier's record, which it opens records from.
    Record,
    /// The checker of the page for any dossier.
    Checker,
    /// The whole dossier.
    Dossier,
    /// What makes files of what is on screen.
    Take,
    /// The embed pages.
    Embeds,
    /// The studio's page.
    Studio,
    /// What is named by its content, in its name or its address: it never changes.
    Named,
    /// Every answer.
    All,
}

impl Part {
    fn holds(self, path: &str) -> bool {
        match self {
            Part::Page => path == "/" || path == "/index.html",
            Part::Wasm => path.ends_with(".wasm"),
            Part::Outline => path.starts_with("/outline-"),
            Part::Record => path.starts_with("/record-"),
            Part::Checker => path.starts_with("/checker-") && path.ends_with(".wasm"),
            Part::Dossier => path == "/dossier.json",
            Part::Take => path.starts_with("/take-"),
            Part::Embeds => path.starts_with("/embed/"),
            Part::Studio => path == "/studio/",
            Part::Named => path == "/dossier.json" || named(path),
            Part::All => true,
        }
    }
}

/// Whether a file's name ends with a hash of ten digits.
fn named(path: &str) -> bool {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() == 10 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// How the site answers otherwise than it was built.
#[derive(Clone, Copy)]
pub enum Change {
    /// As if the file were not there.
    Missing(Part),
    /// With another text.
    Text(Part, fn(String) -> String),
    /// With one more header.
    Header(Part, &'static str, &'static str),
    /// Not before the test calls [`Site::mend`].
    Late(Part),
    /// The main page and the studio's with the script that notes what goes wrong, for engines that cannot be given it in another way.
    Watched,
    /// One more file, which other sites' pages may not read.
    File(&'static str, fn() -> String),
    /// One more file, of which only the first half comes before the test calls [`Site::mend`].
    Halting(&'static str, fn() -> String),
    /// One more file, a text over and over; its length, where one is told.
    Endless(&'static str, fn() -> String, Option<u64>),
}

/// A served site; it ends with the test program.
pub struct Site {
    /// `http://127.0.0.1:PORT`.
    pub origin: String,
    requests: Arc<Mutex<BTreeMap<String, usize>>>,
    mended: flag::Sender<bool>,
    stopped: flag::Sender<bool>,
    serving: Mutex<Option<JoinHandle<()>>>,
}

impl Site {
    /// Serves the site that `DAYLIGHT_DIST` names.
    pub async fn start(changes: Vec<Change>) -> Site {
        Site::of(&super::named("DAYLIGHT_DIST", "the built site"), changes).await
    }

    /// Serves a site in a folder.
    pub async fn of(dist: &Path, changes: Vec<Change>) -> Site {
        assert!(dist.join("index.html").is_file(), "{} holds no index.html: no site", dist.display());
        Site::of_folder(dist, changes).await
    }

    /// Serves any folder.
    pub async fn of_folder(dist: &Path, changes: Vec<Change>) -> Site {
        let requests: Arc<Mutex<BTreeMap<String, usize>>> = Arc::default();
        let (mended, is_mended) = flag::channel(false);
        let counted = requests.clone();
        let router = serve::site(dist).layer(from_fn(move |request: Request, next: Next| {
            let (changes, counted, is_mended) = (changes.clone(), counted.clone(), is_mended.clone());
            async move {
                *counted.lock().unwrap().entry(request.uri().path().to_owned()).or_default() += 1;
                answer(request, next, &changes, is_mended).await
            }
        }));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (stopped, mut is_stopped) = flag::channel(false);
        let serving = tokio::spawn(async move {
            let told = async move {
                let _ = is_stopped.wait_for(|stopped| *stopped).await;
            };
            let _ = axum::serve(listener, router).with_graceful_shutdown(told).await;
        });
        Site { origin, requests, mended, stopped, serving: Mutex::new(Some(serving)) }
    }

    /// From now on answers as it was built, also to who is waiting.
    pub fn mend(&self) {
        self.mended.send_replace(true);
    }

    /// Answers nobody any more, as where the reader is off line.
    pub async fn stop(&self) {
        self.stopped.send_replace(true);
        let serving = self.serving.lock().unwrap().take();
        if let Some(serving) = serving {
            serving.await.unwrap();
        }
    }

    /// Waits until a path that begins like this has been asked for; gives the rest of it.
    pub async fn until_asked(&self, start: &str) -> String {
        let began = Instant::now();
        loop {
            let found =
                self.requests().into_keys().find_map(|path| path.strip_prefix(start).map(str::to_owned));
            if let Some(rest) = found {
                return rest;
            }
            assert!(began.elapsed() < PATIENCE, "nobody asked for {start}");
            tokio::time::sleep(LOOK).await;
        }
    }

    /// How often each path was asked for.
    pub fn requests(&self) -> BTreeMap<String, usize> {
        self.requests.lock().unwrap().clone()
    }
}

/// A text over and over, as much as the other end takes.
fn endless(text: String, length: Option<u64>) -> Response {
    let piece = axum::body::Bytes::from(text);
    let mut response =
        Body::from_stream(stream::repeat(Ok::<_, std::convert::Infallible>(piece))).into_response();
    if let Some(length) = length {
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    response
}

/// Half of a text, and the rest when the site is mended; its length is told at once.
fn halting(text: String, mut is_mended: flag::Receiver<bool>) -> Response {
    let length = text.len();
    let mut first = text.into_bytes();
    let second = first.split_off(length / 2);
    let rest = async move {
        let _ = is_mended.wait_for(|mended| *mended).await;
        second
    };
    let halves = stream::once(async { first }).chain(stream::once(rest));
    let body = Body::from_stream(halves.map(Ok::<_, std::convert::Infallible>));
    ([(header::CONTENT_LENGTH, length.to_string())], body).into_response()
}

async fn answer(
    mut request: Request,
    next: Next,
    changes: &[Change],
    mut is_mended: flag::Receiver<bool>,
) -> Response {
    let path = request.uri().path().to_owned();
    let mut texts: Vec<fn(String) -> String> = Vec::new();
    let mut headers = Vec::new();
    for change in changes {
        let mended = *is_mended.borrow();
        match *change {
            Change::Missing(part) if part.holds(&path) && !mended => {
                return StatusCode::NOT_FOUND.into_response();
            }
            Change::Text(part, edit) if part.holds(&path) && !mended => texts.push(edit),
            Change::Header(part, name, value) if part.holds(&path) => headers.push((name, value)),
            Change::Watched if path == watch::PATH => {
                return ([(header::CONTENT_TYPE, "text/javascript")], watch::SCRIPT).into_response();
            }
            Change::Watched if Part::Page.holds(&path) || Part::Studio.holds(&path) => {
                texts.push(watch::watched)
            }
            Change::Late(part) if part.holds(&path) => {
                // The other end is dropped with its test; nobody waits for the answer then.
                let _ = is_mended.wait_for(|mended| *mended).await;
            }
            Change::File(name, text) if name == path => {
                let kind = match name.rsplit_once('.') {
                    Some((_, "html")) => "text/html; charset=utf-8",
                    Some((_, "js")) => "text/javascript",
                    _ => "text/plain; charset=utf-8",
                };
                return ([(header::CONTENT_TYPE, kind)], text()).into_response();
            }
            Change::Halting(name, text) if name == path => return halting(text(), is_mended),
            Change::Endless(name, text, length) if name == path => return endless(text(), length),
            _ => {}
        }
    }
    if !texts.is_empty() {
        // Compressed bytes cannot be edited, and "not modified" would be a lie.
        request.headers_mut().remove(header::ACCEPT_ENCODING);
        request.headers_mut().remove(header::IF_MODIFIED_SINCE);
    }
    let mut response = next.run(request).await;
    for (name, value) in headers {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if texts.is_empty() {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    // What is no text is only ever replaced as a whole.
    let mut text = String::from_utf8_lossy(&bytes).into_owned();
    for edit in texts {
        text = edit(text);
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::LAST_MODIFIED);
    Response::from_parts(parts, Body::from(text))
}
