//! The `rebond` program.
fn main() {
    let p = rebond::pipeline::Project::open(std::path::Path::new(&std::env::args().nth(1).unwrap())).unwrap();
    let l = rebond::pipeline::load(&p, "2026-06-12".parse().unwrap());
    print!("{}", rebond::diagnostic::show::show(&l.diagnostics.sorted(), Default::default(), &p.locale(None), false));
    println!("{} {}", l.journal.entries.len(), l.journal.goals.len());
}
