//! What a command costs: time on the clock, CPU of all its threads, peak memory.
//!
//! The figures of the system are those of all children that a process ever had. So each command is run
//! by a process of its own, which is this program again.

use std::fmt;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::Result;

/// What a command cost.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    /// Time on the clock, in milliseconds.
    pub(crate) wall: f64,
    /// CPU time of user and system, in milliseconds.
    pub(crate) cpu: f64,
    /// Peak resident memory, in MiB.
    pub(crate) memory: f64,
}

impl fmt::Display for Cost {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {} {}", self.wall, self.cpu, self.memory)
    }
}

/// Runs `command` and returns what it cost.
pub(crate) fn cost(command: &[String]) -> Result<Cost> {
    let this = std::env::current_exe()?;
    let output = Command::new(this).arg("measure").args(command).stderr(Stdio::inherit()).output()?;
    let text = String::from_utf8(output.stdout)?;
    let figures: Vec<f64> = text.split_whitespace().map(str::parse).collect::<std::result::Result<_, _>>()?;
    match figures.as_slice() {
        [wall, cpu, memory] => Ok(Cost { wall: *wall, cpu: *cpu, memory: *memory }),
        _ => Err(format!("failed: {}", command.join(" ")).into()),
    }
}

/// Runs a command as the only child of this process and prints what it cost.
pub(crate) fn run(program: &str, arguments: &[&str]) -> Result<()> {
    let started = Instant::now();
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    let wall = started.elapsed().as_secs_f64() * 1000.0;
    if !status.success() {
        return Err(format!("{program} {}: {status}", arguments.join(" ")).into());
    }
    let (cpu, memory) = of_children()?;
    println!("{}", Cost { wall, cpu, memory });
    Ok(())
}

#[cfg(unix)]
fn of_children() -> Result<(f64, f64)> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeVal;

    #[expect(clippy::cast_precision_loss, reason = "figures for the eye")]
    fn milliseconds(time: TimeVal) -> f64 {
        time.tv_sec() as f64 * 1000.0 + time.tv_usec() as f64 / 1000.0
    }
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    // macOS counts bytes, others KiB.
    let unit = if cfg!(target_os = "macos") { 1024.0 * 1024.0 } else { 1024.0 };
    #[expect(clippy::cast_precision_loss, reason = "figures for the eye")]
    let memory = usage.max_rss() as f64 / unit;
    Ok((milliseconds(usage.user_time()) + milliseconds(usage.system_time()), memory))
}

#[cfg(not(unix))]
fn of_children() -> Result<(f64, f64)> {
    Ok((f64::NAN, f64::NAN))
}
