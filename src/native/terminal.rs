//! What the command writes to a terminal: colours only there, a line about what takes long, errors in the checker's form.

use std::io::{self, IsTerminal, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Group, Level, Renderer};

/// When to write in colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What the command line said, once for the whole process.
static WISH: AtomicU8 = AtomicU8::new(0);

/// Keeps what the command line said of colours.
pub fn wish(colour: Colour) {
    WISH.store(colour as u8, Ordering::Relaxed);
}

/// Whether what goes to standard output is coloured.
pub fn coloured_output() -> bool {
    coloured(io::stdout().is_terminal())
}

/// Whether what goes to standard error is coloured.
pub fn coloured_errors() -> bool {
    coloured(io::stderr().is_terminal())
}

fn coloured(terminal: bool) -> bool {
    let wish = WISH.load(Ordering::Relaxed);
    let refused = || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    wish == Colour::Always as u8 || wish == Colour::Auto as u8 && terminal && !refused()
}

/// An error that has no place in a file.
pub fn error(message: &str) {
    titled(Level::ERROR, message);
}

/// Something that has no place in a file and may be as it should be.
pub fn warning(message: &str) {
    titled(Level::WARNING, message);
}

fn titled(level: Level<'_>, message: &str) {
    let renderer = if coloured_errors() { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let report = [Group::with_title(level.primary_title(message))];
    eprintln!("{}", renderer.render(&report));
}

/// A path as a word of a command that somebody types: in quotes where a shell would make more than one word of it, or something else.
pub fn word(path: &Path) -> String {
    let shown = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/._-+=:,@%".contains(c) || cfg!(windows) && c == '\\';
    // Not an option.
    let shown = if shown.starts_with('-') { format!("./{shown}") } else { shown };
    if !shown.is_empty() && shown.chars().all(plain) {
        shown
    } else if cfg!(windows) {
        format!("\"{shown}\"")
    } else {
        format!("'{}'", shown.replace('\'', r"'\''"))
    }
}

/// Writes to standard output. Whoever reads only the first lines closes the pipe; that is no failure.
pub fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

/// A quiet line on a terminal that says what is being done, once it has taken a second; gone when the work is done.
pub struct Progress {
    /// What is being done; `None` once all is. `None` as a whole where standard error is no terminal.
    told: Option<(Arc<Told>, JoinHandle<()>)>,
}

#[derive(Default)]
struct Told {
    step: Mutex<Option<&'static str>>,
    changed: Condvar,
}

/// Work that is done sooner is not spoken of.
const QUIET: Duration = Duration::from_secs(1);
/// How long a line stands before it is looked whether there is another one.
const PACE: Duration = Duration::from_millis(200);

impl Progress {
    /// Begins, and says what is done first.
    pub fn of(step: &'static str) -> Progress {
        if !io::stderr().is_terminal() {
            return Progress { told: None };
        }
        let told = Arc::new(Told { step: Mutex::new(Some(step)), changed: Condvar::new() });
        let teller = Arc::clone(&told);
        Progress { told: Some((told, std::thread::spawn(move || teller.tell()))) }
    }

    /// Says what comes next.
    pub fn step(&self, step: &'static str) {
        self.set(Some(step));
    }

    fn set(&self, step: Option<&'static str>) {
        if let Some((told, _)) = &self.told {
            *told.step.lock().unwrap_or_else(PoisonError::into_inner) = step;
            told.changed.notify_all();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.set(None);
        if let Some((_, teller)) = self.told.take() {
            let _ = teller.join();
        }
    }
}

impl Told {
    /// Writes the line again whenever it is another one, until there is none.
    fn tell(&self) {
        let began = Instant::now();
        let mut shown = None;
        let mut step = self.step.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(now) = *step {
            if began.elapsed() >= QUIET && shown != Some(now) {
                eprint!("\r\u{1b}[2K{now} …");
                shown = Some(now);
            }
            step = match self.changed.wait_timeout(step, PACE) {
                Ok((step, _)) => step,
                Err(poisoned) => poisoned.into_inner().0,
            };
        }
        if shown.is_some() {
            eprint!("\r\u{1b}[2K");
        }
    }
}

/// "1 error", "2 errors".
pub fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
