//! `cargo xtask test`: every test there is, step by step, the quick ones first.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::beside::Beside;
use crate::site::{self, Site, Wishes};
use crate::tools::{self, Need, Ready};
use crate::{bench, clone, tell};

/// The tests that need the built site and a browser: files in `tests/`, whose tests are marked `#[ignore]`.
const BROWSER_TESTS: [&str; 5] = ["hydration", "end_to_end", "engines", "embeds", "studio"];

/// What clippy looks at of what runs in the browser: features, and the programs that they make. The checker's
/// and the studio's features bring both languages, so the program that has only Korean is looked at by itself.
const IN_THE_BROWSER: [(&str, &[&str]); 2] =
    [("open,checker,studio", &["web", "opener", "checker", "studio"]), ("web,korean", &["korean"])];

/// A step of the tests, in the order in which they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Step {
    /// Whether everything is formatted
    Format,
    /// Clippy on what runs outside the browser, the tests included
    Lint,
    /// Clippy on what runs in the browser
    LintWeb,
    /// Unit, property, snapshot and tidy tests
    Unit,
    /// Test the arithmetic of the bench
    Bench,
    /// Build the release site
    Site,
    /// Measure the built site against its budgets
    Budgets,
    /// Drive the built site in browsers
    Browser,
}

impl Step {
    fn title(self) -> &'static str {
        match self {
            Step::Format => "Formatting",
            Step::Lint => "Clippy, outside the browser",
            Step::LintWeb => "Clippy, in the browser",
            Step::Unit => "Unit, property, snapshot and tidy tests",
            Step::Bench => "The bench's arithmetic",
            Step::Site => "The release site",
            Step::Budgets => "Budgets",
            Step::Browser => "Browser tests",
        }
    }

    /// What must be installed before this step.
    fn needs(self) -> &'static [Need] {
        match self {
            Step::Format => &[Need::Formatting],
            Step::Lint => &[Need::Linting],
            Step::LintWeb => &[Need::Linting, Need::Compiling],
            Step::Unit | Step::Budgets => &[],
            Step::Bench => &[Need::Scripting],
            Step::Site => &[Need::Building],
            Step::Browser => &[Need::Testing],
        }
    }
}

/// Runs the steps named, or all. A step that fails does not keep the later ones from telling what they know, unless they
/// would test the site that it failed to build.
pub fn run(named: &[Step]) -> Result<()> {
    let steps: Vec<Step> = Step::value_variants()
        .iter()
        .copied()
        .filter(|step| named.is_empty() || named.contains(step))
        .collect();
    let needs: Vec<Need> = steps.iter().flat_map(|step| step.needs()).copied().collect();
    let ready = tools::ready(&needs)?;
    let mut site = site_beside(&steps)?;

    let mut ends = Vec::new();
    let mut site_failed = false;
    for step in steps {
        if site_failed && step > Step::Site {
            ends.push((step, End::NotRun));
            continue;
        }
        tell::heading(step.title());
        let (done, took) = match site.take_if(|_| step == Step::Site) {
            Some(beside) => beside.end(),
            None => {
                let began = Instant::now();
                (run_step(step, &ready), began.elapsed())
            }
        };
        let end = match done {
            Ok(()) => End::Passed(took),
            Err(error) => {
                tell::say(&format!("\nerror: {error:#}"));
                End::Failed(took)
            }
        };
        site_failed |= step == Step::Site && matches!(end, End::Failed(_));
        ends.push((step, end));
    }
    conclude(&ends)
}

/// Begins to build the release site where steps stand before it: linking the page's programs keeps one core busy for minutes, and
/// so does compiling the library for the tests. They share no folder that cargo locks: one works in release profiles, the others in
/// debug ones. A process of its own, so that what both print stays apart.
fn site_beside(steps: &[Step]) -> Result<Option<Beside>> {
    let beside = steps.contains(&Step::Site) && steps.iter().any(|step| *step < Step::Site);
    if !beside {
        return Ok(None);
    }
    tell::say("The release site is built beside the steps before it; what that prints comes in its turn.");
    let mut build = Command::new(std::env::current_exe()?);
    build.arg("build").current_dir(clone::root());
    Beside::start(&mut build, &clone::root().join("target").join("beside").join("site.txt")).map(Some)
}

enum End {
    Passed(Duration),
    Failed(Duration),
    NotRun,
}

/// The summary, and the last line of all.
fn conclude(ends: &[(Step, End)]) -> Result<()> {
    tell::heading("Summary");
    for (step, end) in ends {
        let (word, seconds) = match end {
            End::Passed(took) => ("passed", took.as_secs().to_string()),
            End::Failed(took) => ("FAILED", took.as_secs().to_string()),
            End::NotRun => ("not run: there is no site", "-".into()),
        };
        tell::say(&format!("{:<42}{seconds:>5} s  {word}", step.title()));
    }
    let good = ends.iter().filter(|(_, end)| matches!(end, End::Passed(_))).count();
    let bad = ends.len() - good;
    if bad > 0 {
        bail!("{bad} of {} steps did not pass", ends.len());
    }
    tell::say(&format!("\nAll {good} steps passed."));
    Ok(())
}

fn run_step(step: Step, ready: &Ready) -> Result<()> {
    match step {
        Step::Format => tell::run(in_clone().args(["fmt", "--all", "--check"])),
        Step::Lint => {
            tell::run(in_clone().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
        }
        Step::LintWeb => IN_THE_BROWSER
            .iter()
            .try_for_each(|(features, programs)| tell::run(&mut lint(features, programs))),
        // A snapshot that differs is a failure, never a new file.
        Step::Unit => {
            tell::run(in_clone().args(["test", "--workspace", "--no-fail-fast"]).env("INSTA_UPDATE", "no"))
        }
        Step::Bench => bench::test(ready),
        Step::Site => site::build(Site::Release, ready, &Wishes::default()),
        Step::Budgets => tell::run(&mut on_the_site(&["budgets", "site"], &["--nocapture"])),
        Step::Browser => tell::run(
            on_the_site(&BROWSER_TESTS, &[])
                .env("CHROMEDRIVER", ready.place("chromedriver")?)
                .env("DAYLIGHT_CHROMIUM", ready.place("chromium")?)
                .env("DAYLIGHT_FIREFOX", ready.place("firefox")?)
                .env("GECKODRIVER", ready.place("geckodriver")?)
                .env("WEBKITWEBDRIVER", ready.place("webkit")?)
                .env("DAYLIGHT_XVFB", ready.place("xvfb")?)
                .env("DAYLIGHT_HUGO", ready.place("hugo")?)
                .env("DAYLIGHT_AXE", ready.place("axe-core")?),
        ),
    }
}

/// Clippy on the library and on these programs, for the browser.
fn lint(features: &str, programs: &[&str]) -> Command {
    let mut command = in_clone();
    command.args(["clippy", "--target", "wasm32-unknown-unknown", "--no-default-features"]);
    command.args(["--features", features, "--lib"]);
    for program in programs {
        command.args(["--bin", program]);
    }
    command.args(["--", "-D", "warnings"]);
    command
}

/// `cargo test` on test files that need the built site. Their tests are ignored in a plain `cargo test`, so ask for them.
fn on_the_site(tests: &[&str], words: &[&str]) -> Command {
    let mut command = in_clone();
    command.args(["test", "--no-fail-fast"]).env("DAYLIGHT_DIST", clone::dist()).env("INSTA_UPDATE", "no");
    for test in tests {
        command.args(["--test", test]);
    }
    command.args(["--", "--include-ignored"]).args(words);
    command
}

fn in_clone() -> Command {
    let mut command = tell::cargo();
    command.current_dir(clone::root());
    command
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn clippy_looks_at_every_program_for_the_browser() {
        let entries = std::fs::read_dir(clone::root().join("src/bin")).unwrap();
        let mut programs: BTreeSet<String> = entries
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        assert!(programs.remove("daylight"), "the command runs outside the browser");
        let linted: BTreeSet<String> = IN_THE_BROWSER
            .iter()
            .flat_map(|(_, programs)| *programs)
            .map(|name| (*name).to_owned())
            .collect();
        assert_eq!(programs, linted, "the files of src/bin/, and what LintWeb looks at");
    }

    /// Rustup's smallest profile has neither rustfmt nor clippy, and cargo no node.
    #[test]
    fn what_a_step_starts_is_set_up_before_it() {
        let tools = tools::all().unwrap();
        for (step, tool) in [
            (Step::Format, "rustfmt"),
            (Step::Lint, "clippy"),
            (Step::LintWeb, "clippy"),
            (Step::LintWeb, "wasm32-unknown-unknown"),
            (Step::Bench, "node"),
            (Step::Site, "trunk"),
            (Step::Browser, "chromium"),
        ] {
            let found = tools.iter().any(|one| one.name == tool && one.is_for(step.needs()));
            assert!(found, "{step:?} needs {tool}");
        }
        // On GitHub clippy looks at the browser's code where nothing is built.
        let sets_up_trunk = tools.iter().any(|one| one.name == "trunk" && one.is_for(Step::LintWeb.needs()));
        assert!(!sets_up_trunk, "Trunk takes seven minutes, and clippy needs none");
    }
}
