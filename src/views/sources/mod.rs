//! View `sources`: every source with its kind, tier, language and agency; the method; how to cite; downloads.

mod all;
mod citation;
mod section;

pub use all::all_sources;
pub use citation::{citation, citations, linkable, numbered};
pub use section::{corrections, sources};
