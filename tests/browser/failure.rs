//! What a test failed with, and what it says.

use std::any::Any;

/// What a test failed with.
pub type Failure = Box<dyn Any + Send>;

/// What a failure says.
pub fn words(failure: &Failure) -> &str {
    let owned = failure.downcast_ref::<String>().map(String::as_str);
    owned.or_else(|| failure.downcast_ref::<&str>().copied()).unwrap_or("no words")
}

/// Whether a failure is that WebKit's process for the page is gone, by its driver's words: for the question that was not answered
/// any more, and for those that came after it.
pub fn died(failure: &Failure) -> bool {
    ["Could not parse script result", "session deleted because of page crash or hang"]
        .iter()
        .any(|sign| words(failure).contains(sign))
}
