//! How a run ends.

use std::process::ExitCode;

use crate::diagnostic::{Code, Diagnostic};

/// The exit codes, one meaning each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything is fine.
    Fine,
    /// The journal has problems.
    Problems,
    /// The command line asks for something that cannot be.
    Usage,
    /// The machine failed: unreadable, unwritable, full.
    Machine,
}

impl Exit {
    /// Returns `Problems` when `problems` holds, else `Fine`.
    pub fn problems_if(problems: bool) -> Self {
        if problems { Exit::Problems } else { Exit::Fine }
    }

    /// Returns how a run ends that one problem made impossible.
    pub fn of(problem: &Diagnostic) -> Self {
        match problem.code {
            Code::JournalMissing | Code::ReferenceUnclear | Code::UsageWrong | Code::OutputForeign => Exit::Usage,
            // Told where the settings name it, a theme is the journal's; else the command line's.
            Code::ThemeUnknown if problem.location.is_none() => Exit::Usage,
            Code::FileUnreadable | Code::FileUnwritable | Code::BrowserMissing | Code::Internal => Exit::Machine,
            _ => Exit::Problems,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Fine => 0,
            Exit::Problems => 1,
            Exit::Usage => 2,
            Exit::Machine => 3,
        })
    }
}
