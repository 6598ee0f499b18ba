//! `rebond init`: a new journal, or a copy of the example.
//!
//! Nothing is ever overwritten: when one of the files is there, none is written.
//! The first entry is made up and is no draft, so that the first report shows
//! what a report is; it says itself that it is to be deleted.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::args::{GlobalArgs, parse_lang};
use super::example::EXAMPLE;
use super::exit::Exit;
use super::ui::Ui;
use crate::calendar::Region;
use crate::diagnostic::show::printable;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::fs;
use crate::locale::{Lang, Locale};

/// Start a journal in a folder
///
/// Writes its settings, every one explained, a first entry to replace, and the
/// folders. Never overwrites a file.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct InitArgs {
    /// The folder; made when it does not exist [default: this one]
    dir: Option<PathBuf>,
    /// The language of the journal [default: that of the environment]
    #[arg(long, value_name = "fr|en", value_parser = parse_lang)]
    lang: Option<Lang>,
    /// Copy the example journal, a whole search in French, to look around in
    #[arg(long)]
    example: bool,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &InitArgs) -> Result<Exit> {
    let dir = args.dir.clone().or_else(|| global.journal.clone()).unwrap_or_else(|| PathBuf::from("."));
    let lang = args.lang.unwrap_or(ui.locale.lang);
    let files: Vec<(String, Vec<u8>)> = if args.example {
        EXAMPLE.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect()
    } else {
        ui.locale = Locale::new(lang, "");
        let texts = new_files(lang, region(lang, super::environment_locale().as_deref()), global.today());
        texts.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
    };
    refuse_taken(ui, &dir, &files)?;
    for (path, bytes) in &files {
        fs::write_new(&dir.join(path), bytes)?;
    }
    fs::create_folder(&dir.join("plan"))?;
    tell_made(ui, &dir, &files, args.example);
    Ok(Exit::Fine)
}

/// Returns the files of a new journal.
fn new_files(lang: Lang, region: &str, today: Date) -> Vec<(String, String)> {
    let (settings, entry) = match lang {
        Lang::Fr => (include_str!("templates/fr/rebond.toml"), include_str!("templates/fr/first-entry.md")),
        Lang::En => (include_str!("templates/en/rebond.toml"), include_str!("templates/en/first-entry.md")),
    };
    let day = |days: i64| today.saturating_add(jiff::Span::new().days(days));
    // Recent enough that a step is due: the first report has something to do today.
    let days = [
        ("@applied@", day(-30)),
        ("@interview@", day(-14)),
        ("@decided@", day(-6)),
        ("@thanked@", day(-5)),
        ("@requested@", day(-3)),
        ("@received@", day(-1)),
        ("@due@", day(7)),
    ];
    let entry = days.iter().fold(entry.to_owned(), |text, (mark, day)| text.replace(mark, &day.to_string()));
    let decided = day(-6);
    let name = lang.pick("atelier-exemple", "example-works");
    vec![
        ("rebond.toml".to_owned(), settings.replace("@region@", region)),
        (format!("entries/{}/{decided}-{name}.md", decided.strftime("%Y")), entry),
        // Beside the site, what a build that was cut off may leave.
        (".gitignore".to_owned(), "/site/\n/site-shared/\n.rebond-*.tmp\n".to_owned()),
    ]
}

/// Returns the region of an environment value such as `fr_CH.UTF-8`, when its holidays are known.
fn region(lang: Lang, environment: Option<&str>) -> &'static str {
    let territory = environment.and_then(|value| value.split(['.', '@']).next()?.split_once('_')).map(|(_, code)| code);
    let known = match territory {
        // Of the United Kingdom, most people live in England.
        Some("GB") => Region::parse("GB-ENG"),
        Some(code) => Region::parse(code),
        None => None,
    };
    known.map_or(lang.pick("FR", ""), |region| region.code())
}

/// Refuses to start where one of the files is already.
fn refuse_taken(ui: &Ui, dir: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    let taken: Vec<String> =
        files.iter().map(|(path, _)| dir.join(path)).filter(|path| fs::exists(path)).map(|path| shown(&path)).collect();
    if taken.is_empty() {
        return Ok(());
    }
    let args = [("count", taken.len().into()), ("files", ui.locale.list(&taken).into())];
    Err(Box::new(
        Diagnostic::new(Code::UsageWrong).with("reason", ui.locale.format("init-taken", &args)).help("help-none"),
    ))
}

/// Says what was made and what to type next.
fn tell_made(ui: &Ui, dir: &Path, files: &[(String, Vec<u8>)], example: bool) {
    let is_here = dir == Path::new(".");
    let root = if is_here { String::new() } else { format!(" -C {}", in_shell(&shown(dir))) };
    let folder = if is_here { ui.locale.text("init-here").to_owned() } else { shown(dir) };
    if example {
        let args = [("folder", folder.into()), ("count", files.len().into()), ("root", root.into())];
        ui.tell("init-example-made", &args);
        return;
    }
    let entry = files.iter().map(|(path, _)| path.as_str()).find(|path| path.starts_with("entries/"));
    let args = [("folder", folder.into()), ("entry", entry.unwrap_or_default().into()), ("root", root.into())];
    ui.tell("init-made", &args);
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}

/// Returns a path as it can be typed: within quotes where a shell would part it.
fn in_shell(path: &str) -> String {
    let is_safe = path.chars().all(|c| c.is_alphanumeric() || "/\\._-:~".contains(c));
    if is_safe { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::{FILE_NAME, SETTINGS, read_config};
    use crate::diagnostic::Diagnostics;
    use crate::model::{Settings, Topics};
    use crate::parse::read_entry;
    use crate::source::SourceFile;

    fn today() -> Date {
        "2026-03-02".parse().unwrap()
    }

    #[track_caller]
    fn settings(text: &str) -> Settings {
        let mut diagnostics = Diagnostics::default();
        let config = read_config(&mut diagnostics, &SourceFile::new(FILE_NAME, text));
        assert_eq!(diagnostics, Diagnostics::default(), "{text}");
        config.settings
    }

    #[test]
    fn the_settings_explain_every_setting_at_its_default() {
        for lang in Lang::ALL {
            let text = new_files(lang, "FR", today())[0].1.clone();
            let written = settings(&text);
            let expected = Settings { title: written.title.clone(), lang, ..Settings::default() };
            assert_eq!(written, expected);

            let all = text.lines().map(bare).collect::<Vec<_>>().join("\n");
            let all_settings = settings(&all);
            assert_eq!((all_settings.paths, all_settings.share), (expected.paths, expected.share));
            assert_eq!(all_settings.analysis.half_life, expected.analysis.half_life);
            assert_eq!(all_settings.analysis.recurring, expected.analysis.recurring);
            let follow_up = crate::model::FollowUp { pause_until: None, ..all_settings.follow_up };
            assert_eq!((follow_up, all_settings.site.theme), (expected.follow_up, expected.site.theme));
            for setting in SETTINGS {
                let table =
                    if setting.table == "topics" { "[[topics]]".into() } else { format!("[{}]", setting.table) };
                let below = if setting.table.is_empty() { &all } else { all.split_once(&table).unwrap().1 };
                let lines = below.lines().take_while(|line| setting.table.is_empty() || !line.starts_with('['));
                let explained =
                    lines.filter(|line| line.split_once('=').is_some_and(|(name, _)| name.trim() == setting.name));
                assert_eq!(explained.count(), 1, "{lang}: {} in [{}]", setting.name, setting.table);
            }
        }
    }

    /// Takes the `#` off a setting; prose has a space after it.
    fn bare(line: &str) -> &str {
        line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line)
    }

    #[test]
    fn the_first_entry_has_no_problem_and_something_to_say() {
        for lang in Lang::ALL {
            let (path, text) = new_files(lang, "", today())[1].clone();
            let read = read_entry(&Arc::new(SourceFile::new(path, text)), &Topics::built_in(), lang);
            assert_eq!(read.diagnostics, Diagnostics::default(), "{lang}");
            let entry = read.result.unwrap();
            assert_eq!((entry.id.get(..10), entry.draft), (Some("2026-02-24"), false));
            assert_eq!((entry.body.blocks.len(), entry.body.tasks.len()), (3, 1));
        }
    }

    #[test]
    fn the_region_is_that_of_the_environment() {
        #[track_caller]
        fn case(lang: Lang, environment: Option<&str>, expected: &str) {
            assert_eq!(region(lang, environment), expected, "{environment:?}");
        }
        case(Lang::Fr, Some("fr_FR.UTF-8"), "FR");
        case(Lang::Fr, Some("fr_BE@euro"), "BE");
        case(Lang::En, Some("en_GB"), "GB-ENG");
        case(Lang::En, Some("fr_FR.UTF-8"), "FR");
        case(Lang::En, Some("C"), "");
        case(Lang::Fr, Some("fr_ZZ"), "FR");
        case(Lang::Fr, None, "FR");
    }
}
