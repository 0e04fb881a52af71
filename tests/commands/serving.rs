//! `daylight serve` of a dossier: the page follows the files, and an error in them takes nothing away.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::folder::{Folder, said};

/// How long a line may take to come: many times what a build takes.
const PATIENCE: Duration = Duration::from_secs(120);

/// A server on a free port; it ends with the test.
struct Server {
    child: Child,
    lines: Receiver<String>,
    address: String,
}

impl Server {
    fn start(folder: &Folder) -> Server {
        let mut child = Command::new(env!("CARGO_BIN_EXE_daylight"))
            .args(["serve", "talks", "--app", "app", "--port", "0"])
            .current_dir(&folder.0)
            .env("TMPDIR", &folder.0)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (tell, lines) = channel();
        // A thread of its own: nothing else can stop waiting for a line that does not come.
        std::thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| tell.send(line)));
        let mut server = Server { child, lines, address: String::new() };
        let line = server.says("Serving ");
        let (_, rest) = line.split_once("http://").unwrap();
        rest.split('/').next().unwrap().clone_into(&mut server.address);
        server
    }

    /// Reads on until a line holds these words.
    fn says(&mut self, words: &str) -> String {
        let began = Instant::now();
        let mut said = Vec::new();
        loop {
            let line = self
                .lines
                .recv_timeout(PATIENCE.saturating_sub(began.elapsed()))
                .unwrap_or_else(|end| panic!("it did not say {words:?} ({end}), but:\n{}", said.join("\n")));
            if line.contains(words) {
                return line;
            }
            said.push(line);
        }
    }

    fn page(&self) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET / HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        said(&answer)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(unix)]
#[test]
fn what_it_built_for_itself_goes_with_it() {
    let folder = Folder::new("ends").with_app();
    assert!(folder.daylight(&["new", "talks"]).status.success());
    let mut server = Server::start(&folder);
    assert_eq!(folder.names().len(), 3, "{:?}", folder.names());
    let told = Command::new("kill").arg(server.child.id().to_string()).status().unwrap();
    assert!(told.success());
    assert!(server.child.wait().unwrap().success(), "it ended of itself");
    assert_eq!(folder.names(), ["app", "talks"]);
}

fn rewrite(folder: &Folder, from: &str, to: &str) {
    let path = folder.path("talks/meta.json");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from));
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn the_page_follows_the_files_and_keeps_the_last_good_one() {
    let folder = Folder::new("follows").with_app();
    assert!(folder.daylight(&["new", "talks"]).status.success());
    let mut server = Server::start(&folder);
    let first = server.page();
    assert!(first.contains("An invented example") && first.contains("-daylight-live.js"));

    rewrite(&folder, "An invented example: talks", "Another title: talks");
    server.says("Changed: meta.json");
    server.says("Built in ");
    assert!(server.page().contains("Another title: talks"));

    rewrite(&folder, "\"Another title", "\"Broken\" \"title");
    server.says("error[E0001]");
    server.says("the last good page is still served");
    assert!(server.page().contains("Another title: talks"));

    rewrite(&folder, "\"Broken\" \"title", "\"Mended title");
    server.says("Built in ");
    assert!(server.page().contains("Mended title: talks"));
}

#[test]
fn a_dossier_with_errors_is_served_as_soon_as_they_are_mended() {
    let folder = Folder::new("mended").with_app();
    assert!(folder.daylight(&["new", "talks"]).status.success());
    rewrite(&folder, "\"side\": \"a\"", "\"side\": \"c\"");
    let mut server = Server::start(&folder);
    assert!(server.page().contains("The dossier has errors"));
    rewrite(&folder, "\"side\": \"c\"", "\"side\": \"a\"");
    server.says("Built in ");
    assert!(server.page().contains("An invented example"));
}

#[test]
fn what_no_change_of_the_dossier_mends_ends_it() {
    let folder = Folder::new("ends-at-once");
    assert!(folder.daylight(&["new", "talks"]).status.success());
    fs::create_dir(folder.path("app")).unwrap();
    for change in ["", "\"side\": \"c\""] {
        if !change.is_empty() {
            rewrite(&folder, "\"side\": \"a\"", change);
        }
        // No app is in the folder, and none in this command.
        for (words, says) in [
            (["serve", "talks", "--port", "0"].as_slice(), "this command carries no app"),
            (&["serve", "talks", "--port", "0", "--app", "none"], "none: "),
        ] {
            let mut child = Command::new(env!("CARGO_BIN_EXE_daylight"))
                .args(words)
                .current_dir(&folder.0)
                .env("TMPDIR", &folder.0)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            let began = Instant::now();
            while child.try_wait().unwrap().is_none() && began.elapsed() < PATIENCE {
                std::thread::sleep(Duration::from_millis(20));
            }
            // One that still serves is ended, and its code is none.
            let _ = child.kill();
            let output = child.wait_with_output().unwrap();
            let (told, error) = (said(&output.stdout), said(&output.stderr));
            assert_eq!(output.status.code(), Some(1), "{told}{error}");
            assert!(!told.contains("Serving") && error.contains(says), "{told}{error}");
            assert_eq!(error.matches("error: ").count(), 1, "said once: {error}");
            assert_eq!(folder.names(), ["app", "talks"], "nothing is left");
        }
    }
}
