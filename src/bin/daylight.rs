//! The `daylight` command: wiring only, the work is in `daylight::native`.

use std::process::ExitCode;

fn main() -> ExitCode {
    daylight::native::run()
}
