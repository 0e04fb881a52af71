//! Everything that runs outside the browser: the command line, the site builder, the server, the checker's reports.

pub mod check;
mod css;
pub mod export;
pub mod pictures;
pub mod read;
pub mod reference;
pub mod report;
pub mod schema;
pub mod serve;
pub mod site;
mod table;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A negotiation as an interactive timeline and an expectation gap, every point sourced.
#[derive(Parser)]
#[command(name = "daylight", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check a dossier and say everything that is wrong with it
    Check(check::CheckArgs),
    /// Build the static site of a dossier
    Build(site::BuildArgs),
    /// Write a dossier in the formats of other programs
    Export(export::ExportArgs),
    /// Serve a built site on this machine
    Serve(serve::ServeArgs),
    /// Write the JSON Schema of a dossier
    Schema(schema::SchemaArgs),
}

/// Runs the command line of this process; the exit codes stand with each subcommand.
pub fn run() -> ExitCode {
    match Cli::parse().command {
        Command::Check(args) => check::check(&args),
        Command::Build(args) => done(site::run(&args)),
        Command::Export(args) => done(export::run(&args)),
        Command::Serve(args) => serve::run(&args),
        Command::Schema(args) => done(schema::schema(&args)),
    }
}

/// 0, or 1 with the reason on standard error.
fn done<E: std::error::Error>(result: Result<(), E>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
