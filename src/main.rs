//! The `rebond` program: the words of the command line in, an exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    rebond::cli::run(std::env::args_os()).into()
}
