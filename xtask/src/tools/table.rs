//! The one table of tools: each with its pinned version and the reason for it. `docs/decisions.md` tells the longer story.

use anyhow::Result;

use crate::clone;

/// What a tool is for: set-up installs no more than a command needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Seeing whether the code is formatted.
    Formatting,
    /// Having clippy look at it.
    Linting,
    /// Compiling it for the browser, as clippy does too; a site wants more.
    Compiling,
    /// Running scripts outside a browser.
    Scripting,
    /// Making the site.
    Building,
    /// Testing it in a browser.
    Testing,
    /// Measuring it beside other timelines; ordinary set-up leaves this out.
    Benching,
}

/// One tool.
pub struct Tool {
    /// Its name in messages and, with the version, in the cache.
    pub name: &'static str,
    /// The version that is installed and accepted; "any" where the system's own is right.
    pub version: String,
    /// What `--version` must say; empty where any answer will do.
    pub answer: String,
    /// What it is for, and why this version.
    pub why: &'static str,
    /// How long the installation takes on two cores.
    pub takes: &'static str,
    /// Which commands need it.
    pub need: &'static [Need],
    /// Where it comes from.
    pub source: Source,
}

impl Tool {
    /// Whether one of these needs asks for it.
    pub fn is_for(&self, needs: &[Need]) -> bool {
        self.need.iter().any(|need| needs.contains(need))
    }
}

/// Where a tool comes from.
pub enum Source {
    /// A part of the Rust toolchain, by rustup: the standard library for a target.
    RustTarget,
    /// A part of the Rust toolchain, by rustup: a program that rustup's smallest profile leaves out.
    RustComponent {
        /// The program.
        program: &'static str,
    },
    /// Compiled from crates, by cargo.
    Cargo {
        /// The crate.
        package: &'static str,
        /// The program in its `bin/`.
        program: &'static str,
        /// Whether the crate's own lock file is used.
        locked: bool,
    },
    /// A package of npm.
    Npm {
        /// The package.
        package: &'static str,
        /// The program that it brings, if it is there to be run.
        program: Option<&'static str>,
        /// The file in `node_modules/` that shows it is there.
        file: &'static str,
    },
    /// The packages that a lock file of npm in the clone names, into `node_modules/` beside it.
    NpmLock {
        /// The folder of the lock file.
        folder: &'static str,
    },
    /// A package of Debian or Ubuntu.
    Debian {
        /// The package in Debian.
        package: &'static str,
        /// The package in Ubuntu.
        in_ubuntu: &'static str,
        /// The environment variable by which a person names their own.
        variable: &'static str,
        /// The programs that will do, the first found is taken.
        programs: &'static [&'static str],
    },
}

/// Every tool, in the order of installation: the quick ones first.
pub fn tools() -> Result<Vec<Tool>> {
    // The program that writes the glue must be exactly as old as the library linked into the page.
    let wasm_bindgen = clone::locked_version("wasm-bindgen")?;
    Ok(vec![
        Tool {
            name: "rustfmt",
            version: "of this toolchain".into(),
            answer: "rustfmt".into(),
            why: "says whether the code is formatted",
            takes: "a few seconds",
            need: &[Need::Formatting],
            source: Source::RustComponent { program: "cargo-fmt" },
        },
        Tool {
            name: "clippy",
            version: "of this toolchain".into(),
            answer: "clippy".into(),
            why: "finds mistakes in the code that the compiler lets pass",
            takes: "a few seconds",
            need: &[Need::Linting],
            source: Source::RustComponent { program: "cargo-clippy" },
        },
        Tool {
            name: "wasm32-unknown-unknown",
            version: "of this toolchain".into(),
            answer: String::new(),
            why: "Rust's standard library for the browser",
            takes: "a few seconds",
            need: &[Need::Compiling, Need::Building],
            source: Source::RustTarget,
        },
        Tool {
            name: "binaryen",
            version: "132.0.0".into(),
            answer: "wasm-opt version 132".into(),
            why: "wasm-opt, which makes the page's wasm a third smaller; Debian 12's 108 cannot read what Rust 1.95 writes",
            takes: "a few seconds",
            need: &[Need::Building],
            source: Source::Npm {
                package: "binaryen",
                program: Some("wasm-opt"),
                file: "binaryen/package.json",
            },
        },
        Tool {
            name: "wasm-bindgen",
            answer: format!("wasm-bindgen {wasm_bindgen}"),
            version: wasm_bindgen,
            why: "writes the script that loads the wasm; must be the very version in Cargo.lock",
            takes: "about 4 minutes",
            need: &[Need::Building],
            // Not by its own lock file: it names a crate version that cannot be had, and the installation fails.
            source: Source::Cargo { package: "wasm-bindgen-cli", program: "wasm-bindgen", locked: false },
        },
        Tool {
            name: "trunk",
            version: "0.21.14".into(),
            answer: "trunk 0.21.14".into(),
            why: "builds the wasm part of the page; the last version that Rust 1.95 compiles",
            takes: "about 7 minutes",
            need: &[Need::Building],
            source: Source::Cargo { package: "trunk", program: "trunk", locked: true },
        },
        Tool {
            name: "axe-core",
            version: "4.14.1".into(),
            answer: String::new(),
            why: "finds accessibility faults on the built page",
            takes: "a few seconds",
            need: &[Need::Testing],
            source: Source::Npm { package: "axe-core", program: None, file: "axe-core/axe.min.js" },
        },
        Tool {
            name: "node",
            version: "any".into(),
            answer: String::new(),
            why: "runs the bench and its own tests",
            takes: "half a minute",
            need: &[Need::Scripting, Need::Benching],
            source: Source::Debian {
                package: "nodejs",
                in_ubuntu: "nodejs",
                variable: "DAYLIGHT_NODE",
                programs: &["node"],
            },
        },
        Tool {
            name: "bench-peers",
            version: "of bench/package-lock.json".into(),
            answer: String::new(),
            why: "the timelines that ours is measured beside, and what drives the browser meanwhile",
            takes: "about 20 seconds",
            need: &[Need::Benching],
            source: Source::NpmLock { folder: "bench" },
        },
        Tool {
            name: "chromium",
            version: "any".into(),
            answer: String::new(),
            why: "the browser that the tests drive",
            takes: "about a minute",
            need: &[Need::Testing, Need::Benching],
            source: Source::Debian {
                package: "chromium",
                in_ubuntu: "chromium-browser",
                variable: "DAYLIGHT_CHROMIUM",
                programs: &["chromium", "chromium-browser", "google-chrome"],
            },
        },
        Tool {
            name: "chromedriver",
            version: "any".into(),
            answer: String::new(),
            why: "through which the tests drive Chromium; of the same version as Chromium",
            takes: "a few seconds",
            need: &[Need::Testing],
            source: Source::Debian {
                package: "chromium-driver",
                in_ubuntu: "chromium-chromedriver",
                variable: "CHROMEDRIVER",
                programs: &["chromedriver"],
            },
        },
        Tool {
            name: "firefox",
            version: "any".into(),
            answer: String::new(),
            why: "the second engine that the keyboard is tested in",
            takes: "half a minute",
            need: &[Need::Testing],
            source: Source::Debian {
                package: "firefox-esr",
                in_ubuntu: "firefox",
                variable: "DAYLIGHT_FIREFOX",
                programs: &["firefox-esr", "firefox"],
            },
        },
        Tool {
            name: "webkit",
            version: "any".into(),
            answer: String::new(),
            why: "the third engine: WebKitGTK's own small browser, and the driver through which the tests drive it",
            takes: "half a minute",
            need: &[Need::Testing],
            source: Source::Debian {
                package: "webkit2gtk-driver",
                in_ubuntu: "webkit2gtk-driver",
                variable: "WEBKITWEBDRIVER",
                programs: &["WebKitWebDriver"],
            },
        },
        Tool {
            name: "xvfb",
            version: "any".into(),
            answer: String::new(),
            why: "a screen that nobody looks at, for WebKit, which has no way to run without one",
            takes: "a few seconds",
            need: &[Need::Testing],
            source: Source::Debian {
                package: "xvfb",
                in_ubuntu: "xvfb",
                variable: "DAYLIGHT_XVFB",
                programs: &["Xvfb"],
            },
        },
        Tool {
            name: "hugo",
            version: "any".into(),
            answer: String::new(),
            why: "makes the blog in examples/blog, which embeds the site",
            takes: "half a minute",
            need: &[Need::Testing],
            source: Source::Debian {
                package: "hugo",
                in_ubuntu: "hugo",
                variable: "DAYLIGHT_HUGO",
                programs: &["hugo"],
            },
        },
        Tool {
            name: "fonts-nanum",
            version: "any".into(),
            answer: String::new(),
            why: "letters for Korean, in browsers and in pictures: without any, boxes are drawn and measured",
            takes: "a few seconds",
            need: &[Need::Testing],
            source: Source::Debian {
                package: "fonts-nanum",
                in_ubuntu: "fonts-nanum",
                variable: "DAYLIGHT_HANGUL_FONT",
                // No program: a file that is there once the package is.
                programs: &["/usr/share/fonts/truetype/nanum/NanumGothic.ttf"],
            },
        },
        Tool {
            name: "geckodriver",
            version: "0.37.1".into(),
            answer: "geckodriver 0.37.1".into(),
            why: "through which the tests drive Firefox; in no package of Debian",
            takes: "about 2 minutes",
            need: &[Need::Testing],
            source: Source::Cargo { package: "geckodriver", program: "geckodriver", locked: true },
        },
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_is_told_the_same_wasm_opt_that_is_installed() {
        let told = std::fs::read_to_string(clone::root().join("Trunk.toml")).unwrap();
        let tools = tools().unwrap();
        let binaryen = tools.iter().find(|tool| tool.name == "binaryen").unwrap();
        let major = binaryen.version.split('.').next().unwrap();
        assert!(
            told.contains(&format!("wasm_opt = \"version_{major}\"")),
            "Trunk.toml and the table disagree"
        );
    }
}
