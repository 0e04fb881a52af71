//! Where things stand once scales are known: values in pixels, no words and no marks.

pub mod gap;
