//! `cargo xtask`: the development commands. This file only names them; each has a file of its own.

mod bench;
mod beside;
mod check;
mod clone;
mod serve;
mod site;
mod tell;
mod tools;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use site::{Site, Wishes};
use tools::Need;

/// Daylight's development commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Set up what is missing, build, and serve the page on this machine; rebuild on change
    Serve {
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Set up what is missing and run every test there is, or the steps named
    Test {
        /// Only these steps, in their usual order
        steps: Vec<check::Step>,
    },
    /// Set up what is missing and make the release site in dist/
    Build {
        /// The address the site will stand at, for link cards, oEmbed and the sitemap; without it $DAYLIGHT_BASE_URL
        #[arg(long, value_name = "URL")]
        base_url: Option<String>,
        /// Leave out the compressed copies (.br, .gz), for a host that compresses by itself
        #[arg(long)]
        plain: bool,
    },
    /// Set up what is missing and make the part that runs in the browser; `cargo install --locked --path .` does so
    App {
        /// The folder to write it into
        #[arg(long, value_name = "DIR")]
        out: std::path::PathBuf,
    },
    /// Set up what is missing, make the release site, and measure its timeline beside others
    Bench {
        /// Fewer sizes and rivals, one run, no slowed-down processor: minutes in place of hours
        #[arg(long)]
        quick: bool,
    },
    /// Install the tools that are missing, and nothing else
    Setup {
        /// Install nothing; report, and exit with 1 if a tool is missing
        #[arg(long)]
        check: bool,
    },
}

/// What `setup` is about. Measuring brings its own tools when it is asked for.
const ORDINARY: [Need; 5] = [Need::Formatting, Need::Linting, Need::Scripting, Need::Building, Need::Testing];

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve { port } => serve::serve(port),
        Command::Test { steps } => check::run(&steps),
        Command::Build { base_url, plain } => tools::ready(&[Need::Building])
            .and_then(|ready| site::build(Site::Release, &ready, &Wishes { base_url, plain })),
        Command::App { out } => tools::ready(&[Need::Building]).and_then(|ready| site::carried(&ready, &out)),
        Command::Bench { quick } => bench::run(quick),
        Command::Setup { check: true } => tools::report(&ORDINARY),
        Command::Setup { check: false } => {
            tools::ready(&ORDINARY).map(|_| tell::say("Everything that building and testing need is there."))
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
