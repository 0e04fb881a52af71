//! `daylight serve`: a built site on this machine, as a good static host would serve it; or a dossier, built again whenever one of its
//! files changes. Open pages of a dossier reload then, as those of `cargo xtask serve` do, which asks for it with `--live`; nothing in the
//! site's own files changes for that.

mod headers;
mod open;
mod watch;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use thiserror::Error;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// The words after `daylight serve`.
#[derive(Debug, Clone, clap::Args)]
#[command(
    after_help = "Exit codes: 0 ended by Ctrl-C, 1 the port cannot be had or the site not be built, 2 the path is neither a site nor a dossier."
)]
pub struct ServeArgs {
    /// A dossier, which is built, and built again when one of its files changes; or the folder of a built site
    pub path: PathBuf,
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Open the page in the browser
    #[arg(long)]
    pub open: bool,
    /// The folder that Trunk built the app into, where it is not the one that the command carries
    #[arg(long, value_name = "DIR")]
    pub app: Option<PathBuf>,
    /// For a program that builds the site again and again: reload open pages whenever it is replaced, and end when standard
    /// input ends
    #[arg(long, hide = true)]
    pub live: bool,
}

/// Why a site cannot be served.
#[derive(Debug, Error)]
pub enum ServeError {
    /// There is neither a site nor a dossier.
    #[error("{} is neither a built site (a folder with index.html) nor a dossier (a folder of JSON files, or one such file)", .0.display())]
    Nothing(PathBuf),
    /// The port cannot be had.
    #[error("cannot serve on port {port}: {cause}. Choose another with --port N")]
    Port {
        /// The port asked for.
        port: u16,
        /// What the system says.
        cause: io::Error,
    },
    /// There is no site, and it is not the dossier's errors.
    #[error(transparent)]
    Build(#[from] super::site::BuildError),
    /// Anything else.
    #[error(transparent)]
    Other(#[from] io::Error),
}

/// Where `--live` answers; no page of a site begins with this.
const LIVE: &str = "/-daylight-live";
/// The answer to whoever asks for it by another name.
const NOT_FOR_OTHERS: &str = "This dossier is still being written and is shown on this machine only. Open it at the address that the \
                              terminal names, which begins with http://127.0.0.1, or with localhost in its place.\n";
/// How long an open page waits for one answer before it asks again.
const PATIENCE: Duration = Duration::from_secs(25);

/// `daylight serve`: 0 when it was told to end, 2 if there is nothing to serve, 1 if it could not.
pub fn run(args: &ServeArgs) -> ExitCode {
    match serve(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            super::terminal::error(&error.to_string());
            ExitCode::from(if matches!(error, ServeError::Nothing(_)) { 2 } else { 1 })
        }
    }
}

/// Serves a built site, or a dossier's while it is being written, on 127.0.0.1 until it is ended.
pub fn serve(args: &ServeArgs) -> Result<(), ServeError> {
    let built = args.path.join("index.html").is_file() || args.live && args.path.is_dir();
    if !built && !watch::is_dossier(&args.path) {
        return Err(ServeError::Nothing(args.path.clone()));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
        let listener =
            TcpListener::bind(address).await.map_err(|cause| ServeError::Port { port: args.port, cause })?;
        // Only now: nobody should wait for a build to learn that the port is taken.
        let watched =
            if built { None } else { Some(watch::Watched::begin(&args.path, args.app.as_deref())?) };
        let url = format!("http://{}/", listener.local_addr()?);
        // Before anybody is told of the address: who knows it may end this at once.
        let told = told_to_end(args.live);
        println!("Serving {} on {url}  (Ctrl-C ends it)", args.path.display());
        let router = match &watched {
            Some(watched) => live(&watched.site()),
            None if args.live => live(&args.path),
            None => hosted(&args.path),
        };
        if args.open && !open::page(&url) {
            println!("No browser could be opened; open {url} yourself");
        }
        // Not a graceful end: that would wait for pages that are asking whether to reload.
        tokio::select! {
            ended = axum::serve(listener, router) => ended.map_err(ServeError::from),
            () = told => Ok(()),
        }
    })
}

/// Ctrl-C, the system's wish or, in the service of another program, the end of that program; heard from the call on.
fn told_to_end(live: bool) -> impl Future<Output = ()> {
    let signalled = signalled();
    async move {
        if live {
            tokio::select! {
                () = signalled => {}
                () = left_alone() => {}
            }
        } else {
            signalled.await;
        }
    }
}

/// The end of the program that this one serves, which holds its standard input.
async fn left_alone() {
    let (tell, told) = tokio::sync::oneshot::channel();
    // A thread of its own: nothing else reads standard input, and this one ends with the process.
    std::thread::spawn(move || {
        let _ = io::copy(&mut io::stdin().lock(), &mut io::sink());
        let _ = tell.send(());
    });
    let _ = told.await;
}

/// Ctrl-C, or on Unix SIGTERM, which is listened for from the call on. Where there is no way to be told, the system ends the process as usual.
fn signalled() -> impl Future<Output = ()> {
    #[cfg(unix)]
    let terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async move {
        match terminate {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    async move {
        tokio::select! {
            () = interrupted => {}
            () = terminated => {}
        }
    }
}

/// A built site as a good static host serves it: with the headers that it asks for.
fn hosted(dir: &Path) -> Router {
    // What is no site of ours asks for none.
    headers::with(site(dir), &std::fs::read_to_string(dir.join("_headers")).unwrap_or_default())
}

/// A built site as a service, for this command and for tests that drive a browser and add what headers they need. `.br` and `.gz` files beside
/// the originals are sent to whoever takes them.
pub fn site(dir: &Path) -> Router {
    let files = ServeDir::new(dir).precompressed_br().precompressed_gzip().fallback(missing(dir));
    dressed(Router::new().fallback_service(files))
}

/// The same, with one more script in each page, sent but not in the site's files, that asks when to reload.
fn live(dir: &Path) -> Router {
    let folder = dir.to_path_buf();
    // Not the compressed files: pages are changed on their way.
    let files = Router::new().fallback_service(ServeDir::new(dir).fallback(missing(dir)));
    let changed = move |request: Request| {
        let folder = folder.clone();
        async move { next_version(&folder, request.uri().query().unwrap_or_default()).await }
    };
    let script = || async { ([(header::CONTENT_TYPE, "text/javascript")], include_str!("serve/live.js")) };
    let live =
        files.layer(from_fn(with_script)).route(&format!("{LIVE}.js"), get(script)).route(LIVE, get(changed));
    // The site that comes next may not be there yet: it will ask for these. The script that is added is the site's own to its policy.
    headers::with(dressed(live), super::site::HEADERS).layer(from_fn(kept_here))
}

/// What is still being written is for this machine alone. No other page may read it: embeds are frames and need no leave, but for those
/// under `sandbox="allow-scripts"`, which are no site's, and so would give it to every page. Nor may a page that calls this machine by a name
/// of its own.
async fn kept_here(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !is_this_machine(host) {
        return (StatusCode::FORBIDDEN, NOT_FOR_OTHERS).into_response();
    }
    let mut response = next.run(request).await;
    response.headers_mut().remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    response
}

/// Whether a host, with or without a port, is one of the names that a machine has for itself.
fn is_this_machine(host: &str) -> bool {
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let name = host.rsplit_once(':').filter(|(_, port)| is_port(port)).map_or(host, |(name, _)| name);
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| own.eq_ignore_ascii_case(name))
}

/// What a static host should send with everything: nothing is kept without asking, since names stay while files change, and
/// any page may read it, as an embed in a sandboxed frame must (it has no origin of its own).
fn dressed(router: Router) -> Router {
    let always = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
    };
    router
        .layer(always(header::CACHE_CONTROL, "no-cache"))
        .layer(always(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
}

/// The site's own 404.html, or a plain one.
fn missing(dir: &Path) -> Router {
    let page = dir.join("404.html");
    Router::new().fallback(move || {
        // Read each time: the site may have been built again.
        let page = std::fs::read_to_string(&page).unwrap_or_else(|_| {
            "<!DOCTYPE html><html lang=\"en\"><title>Not here</title><h1>Not here</h1>\
             <p>This site has no such page. <a href=\"/\">Its first page</a></p></html>"
                .to_owned()
        });
        async move { (StatusCode::NOT_FOUND, Html(page)) }
    })
}

/// Adds the reloading script to a page; anything else passes as it is.
async fn with_script(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("text/html"))
        || response.status() == StatusCode::NOT_MODIFIED
    {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let script = format!("<script type=\"module\" src=\"{LIVE}.js\"></script>");
    let page = [bytes.as_ref(), script.as_bytes()].concat();
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}

/// Answers with the site's version as soon as it is not the one the page has, or with the same one after a while.
async fn next_version(dir: &Path, seen: &str) -> String {
    let began = tokio::time::Instant::now();
    loop {
        let now = version(dir);
        // In between two versions there is none for a moment; a page must not load then.
        if let Some(now) = now
            && (now != seen || began.elapsed() > PATIENCE)
        {
            return now;
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
}

/// The site's folder is made anew for each build, so the time it was last written to tells one from another.
fn version(dir: &Path) -> Option<String> {
    let written = std::fs::metadata(dir.join("index.html")).and_then(|about| about.modified()).ok()?;
    let since = written.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(since.as_nanos().to_string())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    /// A site in a folder of its own, served for as long as this lives.
    struct Served {
        dir: PathBuf,
        address: SocketAddr,
        _runtime: tokio::runtime::Runtime,
    }

    fn served(router: fn(&Path) -> Router) -> Served {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("daylight-serve-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let dir = std::env::temp_dir().join(name);
        fs::create_dir_all(dir.join("sub")).unwrap();
        for (file, text) in [
            ("index.html", "<p>first</p>"),
            ("index.html.br", "BROTLI"),
            ("sub/index.html", "<p>below</p>"),
            ("a.wasm", "wasm"),
            ("a.wasm.gz", "GZIP"),
        ] {
            fs::write(dir.join(file), text).unwrap();
        }
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let router = router(&dir);
        runtime.spawn(async move { axum::serve(listener, router).await });
        Served { dir, address, _runtime: runtime }
    }

    impl Served {
        fn get(&self, path: &str, headers: &str) -> String {
            self.get_as(&self.address.to_string(), path, headers)
        }

        /// The same where the page's address has this host.
        fn get_as(&self, host: &str, path: &str, headers: &str) -> String {
            let mut stream = TcpStream::connect(self.address).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n{headers}\r\n")
                .unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        }
    }

    impl Drop for Served {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.dir);
        }
    }

    #[test]
    fn files_have_their_types_and_are_asked_for_again() {
        let site = served(site);
        let page = site.get("/", "");
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        assert!(
            page.contains("content-type: text/html") && page.contains("cache-control: no-cache"),
            "{page}"
        );
        assert!(page.contains("<p>first</p>"), "{page}");
        assert!(site.get("/a.wasm", "").contains("content-type: application/wasm"));
        assert!(site.get("/sub/", "").contains("<p>below</p>"));
    }

    #[test]
    fn a_site_has_the_headers_that_it_asks_its_host_for() {
        let site = served(|dir| {
            fs::write(dir.join("_headers"), crate::native::site::HEADERS).unwrap();
            fs::write(dir.join("boot-8927213cde.js"), "1").unwrap();
            fs::write(dir.join("a.bib"), "@misc{a}").unwrap();
            hosted(dir)
        });
        let script = site.get("/boot-8927213cde.js", "");
        assert!(script.contains("cache-control: public, max-age=31536000, immutable"), "{script}");
        let page = site.get("/", "accept-encoding: br\r\n");
        assert!(page.contains("cache-control: no-cache") && page.contains("content-encoding: br"), "{page}");
        assert!(page.contains("content-security-policy: default-src 'none'; script-src 'self'"), "{page}");
        assert!(site.get("/a.bib", "").contains("content-type: text/plain; charset=utf-8"));
        let lost = site.get("/boot-0000000000.js", "");
        assert!(
            lost.contains("cache-control: no-cache") && lost.contains("content-security-policy"),
            "{lost}"
        );
        // A folder that asks for nothing is under no policy.
        assert!(!served(hosted).get("/", "").contains("content-security-policy"));
    }

    #[test]
    fn compressed_files_go_to_those_who_take_them() {
        let site = served(site);
        let page = site.get("/", "accept-encoding: gzip, br\r\n");
        assert!(page.contains("content-encoding: br") && page.ends_with("BROTLI"), "{page}");
        let wasm = site.get("/a.wasm", "accept-encoding: gzip\r\n");
        assert!(wasm.contains("content-encoding: gzip") && wasm.contains("application/wasm"), "{wasm}");
    }

    #[test]
    fn what_is_not_there_is_a_404_with_a_page_and_nothing_outside_is_there() {
        let site = served(site);
        let plain = site.get("/none", "");
        assert!(plain.starts_with("HTTP/1.1 404") && plain.contains("Not here"), "{plain}");
        fs::write(site.dir.join("404.html"), "<p>our own</p>").unwrap();
        let own = site.get("/none/deeper", "");
        assert!(own.starts_with("HTTP/1.1 404") && own.contains("our own"), "{own}");
        for outside in ["/../../../../etc/hostname", "/%2e%2e/%2e%2e/%2e%2e/etc/hostname", "//etc/hostname"] {
            assert!(!site.get(outside, "").starts_with("HTTP/1.1 200"), "{outside}");
        }
    }

    #[test]
    fn live_pages_bring_the_script_and_hear_of_a_new_site() {
        let live = served(live);
        let page = live.get("/", "accept-encoding: br\r\n");
        assert!(page.contains("<p>first</p>") && page.contains("src=\"/-daylight-live.js\""), "{page}");
        // Under the policy that the site will have: the script is from the same place.
        assert!(page.contains("content-security-policy: default-src 'none'; script-src 'self'"), "{page}");
        assert!(live.get("/a.wasm", "").ends_with("wasm"));
        assert!(live.get("/-daylight-live.js", "").contains("location.reload"));
        let answer = live.get("/-daylight-live?0", "");
        let version = answer.rsplit("\r\n").next().unwrap().to_owned();
        assert!(version.parse::<u128>().is_ok(), "{answer}");
        let again = std::thread::scope(|scope| {
            let waiting = scope.spawn(|| live.get(&format!("/-daylight-live?{version}"), ""));
            std::thread::sleep(Duration::from_millis(100));
            assert!(!waiting.is_finished());
            fs::write(live.dir.join("index.html"), "<p>second</p>").unwrap();
            waiting.join().unwrap()
        });
        assert!(!again.ends_with(&version), "{again}");
    }

    /// A draft is not for other pages: neither by leave (CORS) nor by a name of their own for this machine (DNS rebinding).
    #[test]
    fn what_is_being_written_is_for_this_machine_alone() {
        let live = served(live);
        fs::write(live.dir.join("dossier.json"), "{}").unwrap();
        for path in ["/", "/dossier.json", "/-daylight-live?0", "/-daylight-live.js", "/none"] {
            for origin in ["https://evil.example", "null"] {
                let answer = live.get(path, &format!("origin: {origin}\r\n"));
                assert!(!answer.to_lowercase().contains("access-control"), "{path}: {answer}");
            }
            for host in
                ["evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.nip.io:80", ""]
            {
                let answer = live.get_as(host, path, "");
                assert!(
                    answer.starts_with("HTTP/1.1 403") && answer.contains("still being written"),
                    "{host}"
                );
            }
        }
        for host in ["localhost", "LocalHost:8080", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8080"] {
            assert!(live.get_as(host, "/dossier.json", "").starts_with("HTTP/1.1 200"), "{host}");
        }
        // A site that is built is for everybody, by whatever name, as on its host.
        let built = served(hosted).get_as("talks.example", "/", "");
        assert!(
            built.starts_with("HTTP/1.1 200") && built.contains("access-control-allow-origin: *"),
            "{built}"
        );
    }

    #[test]
    fn a_busy_port_names_the_option() {
        let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = taken.local_addr().unwrap().port();
        let args = |path: &str| ServeArgs { path: path.into(), port, open: false, app: None, live: false };
        let error = serve(&args("starter")).unwrap_err();
        assert!(error.to_string().contains("--port N"), "{error}");
        let error = serve(&args("no/such/folder")).unwrap_err();
        assert!(error.to_string().contains("no/such/folder"), "{error}");
    }
}
