//! Everything that runs outside the browser: the command line, the site builder, the server, the checker's reports.

pub mod serve;
pub mod site;

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
    /// Builds the static site of a dossier.
    Build(site::BuildArgs),
    /// Serves a built site on this machine.
    Serve(serve::ServeArgs),
}

/// Runs the command line of this process; the exit codes stand with each subcommand.
pub fn run() -> ExitCode {
    match Cli::parse().command {
        Command::Build(args) => site::run(&args),
        Command::Serve(args) => serve::run(&args),
    }
}
