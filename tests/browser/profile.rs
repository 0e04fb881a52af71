//! A browser's profile that outlives the browser.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long a browser that was killed may take until it is gone.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is looked for.
const LOOK: Duration = Duration::from_millis(15);

/// A folder for a profile, which ends with the test.
pub struct Profile(pub PathBuf);

impl Profile {
    /// An empty one.
    pub fn new() -> Profile {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("daylight-profile-{}-{number}-end", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Profile(folder)
    }

    /// Kills the browser that has this profile, without a word to it, and waits until it is gone.
    pub fn kill_browsers(&self) {
        let began = Instant::now();
        let mut killed = 0;
        loop {
            let there = self.browsers();
            if there.is_empty() {
                break;
            }
            assert!(began.elapsed() < PATIENCE, "the browser with {} does not end", self.0.display());
            for id in there {
                killed += 1;
                // One that is gone meanwhile cannot be killed, and need not be.
                let _ = Command::new("kill").args(["-9", &id.to_string()]).status();
            }
            std::thread::sleep(LOOK);
        }
        assert!(killed > 0, "no browser has the profile {}", self.0.display());
    }

    /// The processes that were started with this profile: its name is in no other's command.
    fn browsers(&self) -> Vec<u32> {
        let folder = self.0.display().to_string();
        let own = std::process::id();
        let all = std::fs::read_dir("/proc").unwrap().filter_map(|entry| {
            let entry = entry.ok()?;
            let id: u32 = entry.file_name().to_str()?.parse().ok()?;
            let command = std::fs::read(entry.path().join("cmdline")).ok()?;
            (id != own && String::from_utf8_lossy(&command).contains(&folder)).then_some(id)
        });
        all.collect()
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
