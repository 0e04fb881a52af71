//! Programs that the tests start and that end with them: drivers, and a screen.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// How long a program may take until it says that it is ready.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long one that was killed may take until it is gone.
const DYING: Duration = Duration::from_secs(20);
/// How often it is looked at.
const LOOK: Duration = Duration::from_millis(5);

/// A running program. It ends with this value, and also if the test program ends in any other way: the shell that started it
/// waits for the other end of its pipe to close.
pub struct Process {
    name: String,
    /// The program's own number, not the shell's.
    id: u32,
    shell: Child,
    /// What it says, line by line, until the one that is waited for. The lock is for those that all tests share.
    lines: Option<Mutex<Receiver<String>>>,
}

/// The variable of a program's environment that names a folder which ends with it, also where the test program ends before.
pub const ENDING: &str = "DAYLIGHT_FOLDER";

/// The number is said before the program is there: nothing that it says comes first.
const SHELL: &str = r#"sh -c 'echo $$; exec "$0" "$@"' "$0" "$@" </dev/null & read -r _; kill $!; wait $!; [ -z "$DAYLIGHT_FOLDER" ] || rm -rf "$DAYLIGHT_FOLDER""#;

impl Process {
    /// Starts a program with these words and these variables of the environment.
    pub fn start(program: &Path, words: &[&str], environment: &[(&str, &str)]) -> Process {
        let name = program.display().to_string();
        let mut shell = Command::new("sh")
            .args(["-c", SHELL])
            .arg(program)
            .args(words)
            // Nobody else's folder of that name.
            .env(ENDING, "")
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} did not start: {error}"));
        let mut said = BufReader::new(shell.stdout.take().unwrap()).lines().map_while(Result::ok);
        let (tell, lines) = channel();
        // A thread of its own: nothing else can stop waiting for a line that does not come. When nobody waits any more, it listens on, so that
        // the program never stands still.
        std::thread::spawn(move || {
            let _ = said.try_for_each(|line| tell.send(line));
            said.for_each(drop);
        });
        let id = lines.recv_timeout(PATIENCE).unwrap_or_else(|end| panic!("{name} did not start: {end}"));
        Process { name, id: id.parse().unwrap(), shell, lines: Some(Mutex::new(lines)) }
    }

    /// Waits for the line that this finds something in; what the program says later is forgotten.
    pub fn says<T>(&mut self, find: impl Fn(&str) -> Option<T>) -> T {
        let lines = self.lines.take().unwrap().into_inner().unwrap();
        let began = Instant::now();
        let mut said = Vec::new();
        loop {
            let line = lines.recv_timeout(PATIENCE.saturating_sub(began.elapsed())).unwrap_or_else(|end| {
                let name = &self.name;
                panic!("{name} did not say the line that was waited for ({end}), but:\n{}", said.join("\n"))
            });
            if let Some(found) = find(&line) {
                return found;
            }
            said.push(line);
        }
    }

    /// Waits until the program listens on a port of this machine, and says which: for one that chooses it and tells nobody.
    pub fn listens(&mut self) -> u16 {
        let began = Instant::now();
        loop {
            if let Some(port) = listening(self.id) {
                return port;
            }
            assert!(began.elapsed() < PATIENCE, "{} listens on no port", self.name);
            std::thread::sleep(LOOK);
        }
    }

    /// Kills the program and all that it started, at once and without a word to them, and waits until they are gone.
    pub fn kill_family(&self) {
        let family = family(self.id);
        kill(&self.name, || family.iter().copied().filter(|id| parent(*id).is_some()).collect());
    }

    /// The program, of those that this one started, whose file has this name.
    pub fn started(&self, name: &str) -> PathBuf {
        let files =
            family(self.id).into_iter().filter_map(|id| std::fs::read_link(format!("/proc/{id}/exe")).ok());
        let found = files.into_iter().find(|file| file.file_name().is_some_and(|own| own == name));
        found.unwrap_or_else(|| panic!("{} started no {name}", self.name))
    }
}

/// The numbers of all processes.
pub fn processes() -> impl Iterator<Item = u32> {
    std::fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}

/// Kills the processes that this finds, without a word to them, until it finds none; `name` says whose they are.
pub fn kill(name: &str, find: impl Fn() -> Vec<u32>) {
    let began = Instant::now();
    let mut killed = 0;
    loop {
        let there = find();
        if there.is_empty() {
            break;
        }
        assert!(began.elapsed() < DYING, "{name} does not end");
        killed += there.len();
        // One that is gone meanwhile cannot be killed, and need not be.
        let _ = Command::new("kill").arg("-9").args(there.iter().map(u32::to_string)).status();
        std::thread::sleep(LOOK);
    }
    assert!(killed > 0, "{name} is not there");
}

/// The process that started this one; nothing where it is gone, or has ended and is only still listed.
fn parent(id: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // Behind the name, which stands in brackets: the state, and the parent's number.
    let mut words = stat.rsplit_once(')')?.1.split_whitespace();
    if words.next()? == "Z" { None } else { words.next()?.parse().ok() }
}

/// A process, and all that come from it.
fn family(id: u32) -> Vec<u32> {
    let all: Vec<(u32, u32)> = processes().filter_map(|id| Some((id, parent(id)?))).collect();
    let mut family = vec![id];
    let mut at = 0;
    while let Some(older) = family.get(at).copied() {
        family.extend(all.iter().filter(|(_, parent)| *parent == older).map(|(id, _)| *id));
        at += 1;
    }
    family
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // It was told to end, and a shell that cannot be waited for is gone.
        let _ = self.shell.wait();
    }
}

/// The port on which this process listens, by the kernel's own lists.
fn listening(id: u32) -> Option<u16> {
    let sockets: Vec<String> = std::fs::read_dir(format!("/proc/{id}/fd"))
        .ok()?
        .filter_map(|entry| std::fs::read_link(entry.ok()?.path()).ok())
        .filter_map(|link| Some(link.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned()))
        .collect();
    // Columns: number, local address, remote address, state (0A listens), ..., the socket in the tenth.
    std::fs::read_to_string(format!("/proc/{id}/net/tcp")).ok()?.lines().find_map(|line| {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let ours = columns.get(3) == Some(&"0A") && sockets.iter().any(|socket| columns[9] == socket);
        u16::from_str_radix(columns[1].rsplit(':').next()?, 16).ok().filter(|_| ours)
    })
}
