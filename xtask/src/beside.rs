//! Work that goes on beside other work: what it prints is kept, and told when its turn comes.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::tell;

/// A program that has been started and not been waited for.
pub struct Beside {
    line: String,
    printed: PathBuf,
    waiting: JoinHandle<std::io::Result<(ExitStatus, Duration)>>,
}

impl Beside {
    /// Starts a program; what it prints, on either stream, goes into the file `printed`.
    pub fn start(command: &mut Command, printed: &Path) -> Result<Beside> {
        if let Some(folder) = printed.parent() {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("could not make {}", folder.display()))?;
        }
        let file = File::create(printed).with_context(|| format!("could not write {}", printed.display()))?;
        let line = tell::line_of(command);
        let mut child = command
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .spawn()
            .with_context(|| format!("could not start `{line}`"))?;
        let began = Instant::now();
        // A thread waits, so that the time it took is known whenever one asks.
        let waiting = std::thread::spawn(move || Ok((child.wait()?, began.elapsed())));
        Ok(Beside { line, printed: printed.to_owned(), waiting })
    }

    /// Waits for its end and tells what it printed; the time that it took, or why it failed and the time until then.
    pub fn end(self) -> (Result<()>, Duration) {
        let ended = self
            .waiting
            .join()
            .unwrap_or_else(|_| Err(std::io::Error::other("the thread that waited is gone")));
        if let Ok(printed) = std::fs::read(&self.printed) {
            tell::say(String::from_utf8_lossy(&printed).trim_end());
        }
        match ended {
            Ok((status, took)) => (tell::ended(&self.line, status), took),
            Err(error) => {
                (Err(error).with_context(|| format!("could not wait for `{}`", self.line)), Duration::ZERO)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed() -> PathBuf {
        crate::clone::root().join("target").join("beside")
    }

    #[test]
    fn what_it_prints_on_either_stream_is_kept_in_its_order_and_a_failure_names_the_command() {
        let place = printed().join("test-either.txt");
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2; echo three; exit 3"]);
        let (end, _) = Beside::start(&mut command, &place).unwrap().end();
        assert_eq!(std::fs::read_to_string(&place).unwrap(), "one\ntwo\nthree\n");
        let error = end.unwrap_err().to_string();
        assert!(error.starts_with("`sh -c echo one") && error.contains("exit status: 3"), "{error}");
    }

    #[test]
    fn a_program_that_is_not_there_is_named_at_once() {
        let place = printed().join("test-none.txt");
        let error = Beside::start(&mut Command::new("daylight-no-such-program"), &place).err().unwrap();
        assert_eq!(error.to_string(), "could not start `daylight-no-such-program`");
    }
}
