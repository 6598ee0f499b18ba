//! The example journal, built into the program for `init --example`.
//!
//! A table of its files; a test compares it with the folder.

macro_rules! example {
    ($($path:literal,)+) => {
        /// The files of the example journal by their path below its root, sorted.
        pub(super) const EXAMPLE: &[(&str, &[u8])] =
            &[$(($path, include_bytes!(concat!("../../example-journal/", $path)) as &[u8]),)+];
    };
}

example! {
    ".gitignore",
    "entries/2025/2025-10-14-transports-peyrichoux.md",
    "entries/2025/2025-10-22-fromagerie-ambazac.md",
    "entries/2025/2025-10-29-lignes-et-palettes.md",
    "entries/2025/2025-10-31-biscuits-lachenaud.md",
    "entries/2025/2025-11-07-messageries-du-centre-ouest.md",
    "entries/2025/2025-11-14-centre-hospitalier-haute-briance.md",
    "entries/2025/2025-11-18-cartonnerie-du-vigen.md",
    "entries/2025/2025-11-21-lignes-et-palettes.md",
    "entries/2025/2025-12-02-vezere-cosmetique.md",
    "entries/2025/2025-12-12-briance-electronique.md",
    "entries/2025/2025-12-19-ateliers-bessejoux.md",
    "entries/2026/2026-01-08-tanneries-comodoliac.md",
    "entries/2026/2026-01-22-laboratoires-auvezere.md",
    "entries/2026/2026-01-30-aubazine-distribution.md",
    "entries/2026/2026-02-06-pompes-dournazac.md",
    "entries/2026/2026-02-13-verrerie-saint-amant.md",
    "entries/2026/2026-02-20-optique-ligoure.md",
    "entries/2026/2026-03-12-ceramiques-auzance.md",
    "entries/2026/2026-03-18-communaute-de-communes.md",
    "entries/2026/2026-03-27-noyeraie-de-l-isle.md",
    "entries/2026/2026-04-03-cartonnerie-du-vigen.md",
    "entries/2026/2026-04-10-sellerie-corgnac.md",
    "entries/2026/2026-04-17-distillerie-fontbrune.md",
    "entries/2026/2026-04-24-pepinieres-masvieux.md",
    "entries/2026/2026-05-07-la-boucle.md",
    "entries/2026/2026-05-11-conserverie-beaune.md",
    "entries/2026/2026-05-20-confitures-dame-perrine.md",
    "entries/2026/2026-05-22-signalisation-ardour.md",
    "entries/2026/2026-05-28-cuisines-monedieres.md",
    "entries/2026/2026-05-29-cartonnerie-du-vigen.md",
    "entries/2026/2026-06-01-laiterie-de-la-gartempe.md",
    "entries/2026/2026-06-08-appareillages-ventadour.md",
    "entries/2026/2026-06-09-imprimerie-du-pont-noblat.md",
    "entries/2026/2026-06-11-cidrerie-des-feuillardiers.md",
    "plan/dire-je.md",
    "plan/douze-conversations.md",
    "plan/images/methode-star.svg",
    "plan/piloter-un-erp.md",
    "plan/repondre-en-quatre-temps.md",
    "plan/vae-logistique.md",
    "rebond.toml",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_example_journal_is_built_in() {
        let root = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/example-journal"));
        let files = walkdir::WalkDir::new(root).into_iter().map(|item| item.unwrap());
        let mut expected: Vec<String> = files
            .filter(|item| item.file_type().is_file())
            .map(|item| item.path().strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"))
            .filter(|path| !path.starts_with("site/"))
            .collect();
        expected.sort();
        let built_in: Vec<&str> = EXAMPLE.iter().map(|(path, _)| *path).collect();
        assert_eq!(built_in, expected);
    }
}
