//! Everything that runs outside the browser: the command line, the site builder, the server, the checker's reports.

mod address;
pub mod check;
mod css;
pub mod diff;
pub mod export;
mod files;
pub mod import;
mod manual;
pub mod new;
pub mod pictures;
pub mod read;
pub mod reference;
pub mod report;
pub mod schema;
mod script;
pub mod serve;
pub mod site;
mod table;
mod terminal;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

use export::ExportError;
use read::LoadError;
use schema::SchemaError;
use site::BuildError;

/// A negotiation as an interactive timeline and an expectation gap, every point sourced.
#[derive(Parser)]
#[command(
    name = "daylight",
    version,
    about,
    after_help = "A dossier is a folder of JSON files, or one such file. Nothing is fetched from any network.\n\nExit codes: 0 done, 1 it \
        could not be done, 2 the words or a path cannot be read. `check` and `diff` say with 1 what they found; `daylight SUBCOMMAND \
        --help` has the codes of each."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// When to write in colours
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    color: terminal::Colour,
}

#[derive(Subcommand)]
enum Command {
    /// Begin a dossier: write a small, complete one to change
    New(new::NewArgs),
    /// Check a dossier and say everything that is wrong with it
    Check(check::CheckArgs),
    /// Build the static site of a dossier
    Build(site::BuildArgs),
    /// Make a dossier of a spreadsheet, a timeline or a list of sources
    Import(import::ImportArgs),
    /// Write a dossier in the formats of other programs
    Export(export::ExportArgs),
    /// Show a dossier on this machine while it is written, or a built site
    Serve(serve::ServeArgs),
    /// Say what changed between two versions of a dossier
    Diff(diff::DiffArgs),
    /// Write the JSON Schema of a dossier
    Schema(schema::SchemaArgs),
    /// Write the script by which a shell completes the command
    Completions(manual::CompletionArgs),
    /// Write the manual page
    Man(manual::ManArgs),
}

/// Runs the command line of this process; the exit codes stand with each subcommand.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    terminal::wish(cli.color);
    match cli.command {
        Command::New(args) => done(new::run(&args).map(|told| terminal::print(&told))),
        Command::Check(args) => check::check(&args),
        Command::Build(args) => build(&args),
        Command::Import(args) => import::run(&args),
        Command::Export(args) => {
            let exported = export::run(&args);
            let unread = matches!(exported, Err(ExportError::Dossier(LoadError::Read(_))));
            code(exported, unread)
        }
        Command::Serve(args) => serve::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Schema(args) => {
            let told = schema::schema(&args);
            let unread = matches!(told, Err(SchemaError::Unread { .. }));
            code(told, unread)
        }
        Command::Completions(args) => {
            manual::completions(&args, Cli::command());
            ExitCode::SUCCESS
        }
        Command::Man(args) => done(manual::man(&args, Cli::command())),
    }
}

/// Builds, and says where the site is and what it does without.
fn build(args: &site::BuildArgs) -> ExitCode {
    let built = site::run(args);
    if built.is_ok() {
        if args.base_url.is_none() {
            terminal::print(
                "Without --base-url the pages have no canonical addresses, link cards, oEmbed answers or sitemap: all of them \
                 name the site's own address.\n",
            );
        }
        let (out, typed) = (args.out.display(), terminal::word(&args.out));
        terminal::print(&format!(
            "The site is in {out}; `daylight serve {typed}` shows it on this machine.\n"
        ));
    }
    let unread = matches!(built, Err(BuildError::Dossier(LoadError::Read(_))));
    code(built, unread)
}

/// 0, or 1 with the reason on standard error.
fn done<E: std::error::Error>(result: Result<(), E>) -> ExitCode {
    code(result, false)
}

/// 0, or with the reason on standard error 2 where a path could not be read, else 1.
fn code<E: std::error::Error>(result: Result<(), E>, unread: bool) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::error(&error.to_string());
            ExitCode::from(if unread { 2 } else { 1 })
        }
    }
}
