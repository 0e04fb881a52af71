//! A browser's profile that outlives the browser.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::process::{kill, processes};

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
        kill(&format!("the browser with {}", self.0.display()), || self.browsers());
    }

    /// The processes that were started with this profile: its name is in no other's command.
    fn browsers(&self) -> Vec<u32> {
        let folder = self.0.display().to_string();
        let own = std::process::id();
        let is_ours = |id: &u32| {
            *id != own
                && std::fs::read(format!("/proc/{id}/cmdline"))
                    .is_ok_and(|command| String::from_utf8_lossy(&command).contains(&folder))
        };
        processes().filter(is_ours).collect()
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
