//! Everything that runs outside the browser: the command line, the site builder, the server, the checker's reports.

pub mod serve;

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
    /// Serve a built site on this machine
    Serve(serve::ServeArgs),
}

/// Runs the command line of this process; the exit codes stand with each subcommand.
pub fn run() -> ExitCode {
    match Cli::parse().command {
        Command::Serve(args) => done(serve::serve(&args)),
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
