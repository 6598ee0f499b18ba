//! Reads the theme of a journal: its own files in `themes/NAME/` over the built-in ones.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Project, encoding, inside};
use crate::config::{Manifest, read_manifest, read_strings};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Result};
use crate::discover::is_ignored;
use crate::fs;
use crate::locale::Lang;
use crate::render::policy::ThemeScripts;
use crate::render::theme::{Own, Theme, built_in, names};
use crate::source::SourceFile;

/// Reads the theme `name`; what is wrong with its texts stands in its diagnostics.
///
/// A journal may come from somebody else: its theme's scripts run only when the person at the keyboard says so.
///
/// # Errors
/// `theme-unknown`, `path-outside`, `file-unreadable`.
pub fn theme(project: &Project, name: &str, scripts: ThemeScripts) -> Result<Theme> {
    let mut diagnostics = Diagnostics::default();
    let mut own =
        Own { base: manifest(&mut diagnostics, project, name)?.and_then(|manifest| base(&manifest)), ..Own::default() };
    for part in ["templates", "static"] {
        for (file, path) in files(project, name, part)? {
            own.files.insert(format!("{part}/{file}"), fs::read(&path)?);
        }
    }
    let templates = own.files.iter().filter(|(path, _)| path.starts_with("templates/"));
    let templates: Vec<String> = templates.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    let is_used = |key: &str| {
        templates.iter().any(|text| text.contains(&format!("\"{key}\"")) || text.contains(&format!("'{key}'")))
    };
    for (file, path) in files(project, name, "strings")? {
        let Some(lang) = Lang::ALL.into_iter().find(|lang| file == format!("{lang}.ftl")) else {
            let shown = format!("{}/{name}/strings/{file}", project.settings.paths.themes);
            diagnostics.push(Diagnostic::of_file(Code::StringUnknown, &shown).variant("file").help("help-file"));
            continue;
        };
        if let Some(source) = source(&mut diagnostics, project, name, &format!("strings/{file}"), &path)? {
            let locale = project.locale(Some(lang));
            own.strings.insert(lang, read_strings(&mut diagnostics, &source, &locale, &is_used));
        }
    }
    let is_there = fs::is_folder(&folder(project, name));
    if !is_there && built_in(name).is_none() {
        return Err(project.unknown_theme(name));
    }
    let mut theme = Theme::new(name, is_there.then_some(own), scripts)?;
    theme.diagnostics = diagnostics;
    Ok(theme)
}

/// Returns a problem for each file of a theme that is left out of the site because it could run there.
pub fn held(project: &Project, name: &str, theme: &Theme) -> Diagnostics {
    let folder = format!("{}/{name}", project.settings.paths.themes);
    let mut held = Diagnostics::default();
    for path in &theme.held {
        held.push(Diagnostic::of_file(Code::ThemeScript, &format!("{folder}/{path}")).with("theme", name));
    }
    held
}

/// Returns what the theme `name` of the journal says it is, when it does.
///
/// # Errors
/// `path-outside`, `file-unreadable`.
pub fn description(project: &Project, name: &str) -> Result<Option<String>> {
    let manifest = manifest(&mut Diagnostics::default(), project, name)?;
    Ok(manifest.and_then(|manifest| manifest.description))
}

/// Reads the `theme.toml` of a theme of the journal; a base that is not built in is told.
fn manifest(diagnostics: &mut Diagnostics, project: &Project, name: &str) -> Result<Option<Manifest>> {
    let path = folder(project, name).join("theme.toml");
    if !fs::is_file(&path) {
        return Ok(None);
    }
    inside(project, &path)?;
    let Some(source) = source(diagnostics, project, name, "theme.toml", &path)? else { return Ok(None) };
    let manifest = read_manifest(diagnostics, &source);
    if let Some((base, span)) = manifest.base.as_ref().filter(|(base, _)| built_in(base).is_none()) {
        let problem = Diagnostic::at(Code::ThemeUnknown, &source, *span);
        diagnostics.push(problem.with("theme", base.as_str()).with("known", names()).help("help-base"));
    }
    Ok(Some(manifest))
}

/// Returns the base that a manifest names, if there is such a theme.
fn base(manifest: &Manifest) -> Option<String> {
    manifest.base.as_ref().map(|(base, _)| base.clone()).filter(|base| built_in(base).is_some())
}

fn source(
    diagnostics: &mut Diagnostics,
    project: &Project,
    name: &str,
    file: &str,
    path: &Path,
) -> Result<Option<SourceFile>> {
    let shown = format!("{}/{name}/{file}", project.settings.paths.themes);
    match SourceFile::decode(&*shown, fs::read(path)?) {
        Ok(source) => Ok(Some(source)),
        Err(problem) => {
            diagnostics.push(encoding(&shown, problem));
            Ok(None)
        }
    }
}

/// Returns the files of one part of a theme, by name.
fn files(project: &Project, name: &str, part: &str) -> Result<BTreeMap<String, PathBuf>> {
    let folder = folder(project, name).join(part);
    let mut files = BTreeMap::new();
    for file in fs::names(&folder)?.into_iter().filter(|file| !is_ignored(file)) {
        let path = folder.join(&file);
        if fs::is_file(&path) {
            inside(project, &path)?;
            files.insert(file, path);
        }
    }
    Ok(files)
}

fn folder(project: &Project, name: &str) -> PathBuf {
    project.root.join(&project.settings.paths.themes).join(name)
}
