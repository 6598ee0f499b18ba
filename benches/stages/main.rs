//! How long each stage takes on a journal of 1,000 entries: `cargo bench --bench stages`.
#![expect(clippy::unwrap_used, reason = "a program of the workshop: what fails ends it")]

#[path = "../speed/journal.rs"]
#[expect(clippy::indexing_slicing, reason = "lists that are never empty")]
mod journal;
#[path = "../speed/phrases.rs"]
mod phrases;

use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use rebond::diagnostic::Diagnostics;
use rebond::discover::discover;
use rebond::pipeline::{Project, load, site, theme};
use rebond::render::policy::ThemeScripts;
use rebond::source::SourceFile;
use rebond::write::write_site;
use rebond::{analyse, check, fs, parse};

use journal::TODAY;

const ENTRIES: usize = 1_000;

fn stages(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for (path, text) in journal::files(ENTRIES) {
        fs::write_new(&root.join(path), text.as_bytes()).unwrap();
    }
    let project = Project::open(root).unwrap();
    let mut group = criterion.benchmark_group("1000 entries");
    group.sample_size(20);
    let walk = || discover(&mut Diagnostics::default(), root, &project.settings);
    group.bench_function("discover", |bencher| bencher.iter(walk));
    let found = walk().entries;
    let read = |file: &str| SourceFile::decode(file, fs::read(&root.join(file)).unwrap()).unwrap();
    let read_all = || -> Vec<Arc<SourceFile>> { found.iter().map(|file| Arc::new(read(file))).collect() };
    group.bench_function("read", |bencher| bencher.iter(read_all));
    let sources = read_all();
    group.bench_function("parse", |bencher| {
        bencher.iter(|| {
            for source in &sources {
                std::hint::black_box(parse::read_entry(source, &project.topics, project.settings.lang));
            }
        });
    });
    let loaded = load(&project, TODAY);
    let exists = |path: &str| fs::exists(&root.join(path));
    group.bench_function("check", |bencher| {
        bencher.iter(|| check::check(&mut Diagnostics::default(), &loaded.journal, TODAY, &exists));
    });
    group.bench_function("suggest", |bencher| bencher.iter(|| analyse::suggestions(&loaded.journal)));
    let locale = project.locale(None);
    group.bench_function("analyse", |bencher| bencher.iter(|| analyse::report(&loaded.journal, &locale, TODAY)));
    let theme = theme(&project, &project.settings.site.theme, ThemeScripts::Held).unwrap();
    let make = || site(&project, &loaded, &locale, &theme, TODAY).unwrap();
    group.bench_function("analyse and render", |bencher| bencher.iter(make));
    let made = make();
    let mut number = 0;
    group.bench_function("write", |bencher| {
        let output = || {
            number += 1;
            folder.path().join(format!("site-{number}"))
        };
        bencher.iter_batched(
            output,
            |output| write_site(&made, root, &output, &|| false).unwrap(),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
