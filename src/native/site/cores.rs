//! The machine's cores at work together: drawing, compressing and writing files are most of a build.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::BuildError;

/// Runs a task for each item on all cores and gives what they made in the items' order; the first error in that order.
pub fn on_all_cores<T: Sync, R: Send>(
    items: &[T],
    task: impl Fn(&T) -> Result<R, BuildError> + Sync,
) -> Result<Vec<R>, BuildError> {
    let next = AtomicUsize::new(0);
    let made: Mutex<BTreeMap<usize, Result<R, BuildError>>> = Mutex::new(BTreeMap::new());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores.min(items.len()) {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(place) else { break };
                    let result = task(item);
                    made.lock().unwrap_or_else(PoisonError::into_inner).insert(place, result);
                }
            });
        }
    });
    made.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().collect()
}
