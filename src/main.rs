//! The `rebond` program: the words of the command line in, an exit code out.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Views, values and words are very many small texts: this sets memory aside for them in less time than the system's.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    rebond::cli::run(std::env::args_os()).into()
}
