//! A test in each engine.

/// Makes of each function that takes a `&Page` a test in each engine: `name::firefox` and so on.
macro_rules! in_each_engine {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            use crate::browser::{Engine, browse_in};

            #[test]
            #[ignore = "needs the built site and browsers: cargo xtask test site browser"]
            fn chromium() {
                browse_in(Engine::Chromium, super::changes(), super::$name);
            }

            #[test]
            #[ignore = "needs the built site and browsers: cargo xtask test site browser"]
            fn firefox() {
                browse_in(Engine::Firefox, super::changes(), super::$name);
            }

            #[test]
            #[ignore = "needs the built site and browsers: cargo xtask test site browser"]
            fn webkit() {
                browse_in(Engine::WebKit, super::changes(), super::$name);
            }
        }
    )+ };
}
