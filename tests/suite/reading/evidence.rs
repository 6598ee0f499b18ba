//! Sections, and what is evidence in them.

use super::*;

#[test]
fn every_heading_of_a_section_opens_it_at_any_level() {
    for (kind, english, french) in SECTIONS {
        for (index, name) in english.iter().chain(french.iter()).enumerate() {
            let level = "#".repeat(1 + index % 6);
            let plain = rebond::locale::fold(name);
            let straight = name.replace('’', "'");
            let dressed = [
                format!("{level} {name}\n"),
                format!("{level} {}\n", name.to_uppercase()),
                format!("{level} {plain} :\n"),
                format!("{level} 3. {straight}\n"),
                format!("{level} 3) 💬 {name} 💬 {level}\n"),
                format!("{level} **{name}**\n"),
                format!("{name}\n---\n"),
            ];
            for heading in dressed {
                let found = body(&format!("{heading}\nWords.\n"));
                let kinds: Vec<SectionKind> = found.sections.iter().map(|section| section.kind).collect();
                assert_eq!(kinds, [*kind], "{heading:?}");
            }
        }
    }
    for other in
        ["# My feedback\n", "# Feedback from HR\n", "# Retour d'expérience\n", "# 12\n", "#Feedback\n", "# `Notes`\n"]
    {
        assert_eq!(body(&format!("{other}\nWords.\n")).sections, [], "{other:?}");
    }
}

#[test]
fn a_section_lasts_until_a_heading_of_the_same_or_a_higher_level() {
    let text = "## Feedback\n\na\n\n#### Details\n\nb\n\n### Strengths\n\nc\n\n## Other\n\nd\n\n# Debrief\n\ne\n";
    let found = entry(text);
    let block =
        |block: &rebond::model::Block| (block.quote.text(&found.source).to_owned(), block.source, block.polarity);
    let blocks: Vec<(String, Source, Polarity)> = found.body.blocks.iter().map(block).collect();
    let expected = [
        ("a", Source::Recruiter, Polarity::Weakness),
        ("b", Source::Recruiter, Polarity::Weakness),
        ("c", Source::Recruiter, Polarity::Strength),
        ("e", Source::Own, Polarity::Weakness),
    ];
    assert_eq!(blocks, expected.map(|(words, source, polarity)| (words.to_owned(), source, polarity)));
    assert!(found.body.has_feedback && found.body.has_debrief);
}

/// Returns source, sign and topic of every mention.
fn mentions(text: &str) -> Vec<String> {
    let found = body(text);
    let line = |block: &rebond::model::Block| {
        let evidence = block.evidence();
        let of = |one: &rebond::model::Evidence| {
            let sign = if one.polarity == Polarity::Strength { '+' } else { '-' };
            format!("{} {sign}{}", block.source.name(), one.topic.id)
        };
        evidence.iter().map(of).collect::<Vec<_>>()
    };
    found.blocks.iter().flat_map(line).collect()
}

#[test]
fn the_headings_around_a_tag_give_its_source_and_its_sign() {
    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        assert_eq!(mentions(text), expected, "{text}");
    }
    case("I was late. #presence\n", &["self -presence"]);
    case(
        "## Feedback\n\n- a #presence\n- b #+presence\n- c #-salary\n- d #!salary\n",
        &["recruiter -presence", "recruiter +presence", "recruiter -salary"],
    );
    case(
        "## Retour\n### Points forts\n- a #présentation #-langues\n### À améliorer\n- b #motivation #+langues\n",
        &["recruiter +presence", "recruiter -languages", "recruiter -enthusiasm", "recruiter +languages"],
    );
    case(
        "## Regard extérieur\n\n#preparation\n\n## Strengths\n\n#preparation\n",
        &["peer -preparation", "self +preparation"],
    );
    case("## Feedback\n### Bilan\n#parcours\n", &["self -career-path"]);
    for silent in ["Feelings", "Privé", "Opportunities", "Menaces", "Plan d'action"] {
        case(&format!("## Feedback\n### {silent}\n- #salary\n#### Strengths\n- #salary\n"), &[]);
    }
    // The same topic twice in a block is one mention; both signs are two.
    case("## Feedback\n\n#salary and #Salary, #+salary\n", &["recruiter -salary", "recruiter +salary"]);
    case("## Feedback\n\n> one #salary\n>\n> two #salary\n", &["recruiter -salary", "recruiter -salary"]);
    case("## Feedback\n\n- one #salary\n  - two #presence\n", &["recruiter -salary", "recruiter -presence"]);
    case("## Feedback\n\n- [ ] a task #salary\n", &[]);
}

#[test]
fn tags_stand_where_words_begin_and_not_in_code_addresses_tables_or_headings() {
    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let found: Vec<String> =
            mentions(&format!("## Debrief\n\n{text}\n")).iter().map(|m| m[6..].to_owned()).collect();
        assert_eq!(found, expected, "{text}");
    }
    case(
        "**#salary**, _#presence_ ~~#languages~~ (#teamwork) \"#targeting\"",
        &["salary", "presence", "languages", "teamwork", "targeting"],
    );
    case(
        "[the #salary](https://x.org/y) [#presence](https://x.org/y) [#languages][r]\n\n[r]: https://x.org/y",
        &["salary", "presence", "languages"],
    );
    case("A note[^1].\n\n[^1]: in a footnote #salary", &["salary"]);
    case("`#salary` C#salary page#salary \\#salary &#35;salary <b>#salary</b> <!-- #salary -->", &[]);
    case("```\n#salary\n```\n\n    #salary\n", &[]);
    case(
        "![#salary](https://x.org/y) ![a [b](https://x.org/d) #salary](https://x.org/y) <https://x.org/#salary> https://x.org/ #presence",
        &["presence"],
    );
    case("https://x.org/(#salary www.x.org/a#salary", &[]);
    case("[[a#salary]] [[#salary]]", &[]);
    case("| a | b |\n|---|---|\n| #salary | c |", &[]);
    case("### #salary\n\ntext", &[]);
    case("#SALARY #prétentions-salariales #Pretentions_salariales #salary-expectations", &["salary"]);
    case(
        "#salary. #presence, #languages: #teamwork! #targeting… #experience)",
        &["salary", "presence", "languages", "teamwork", "targeting", "experience"],
    );
    case("#re\u{301}daction #pre\u{301}paration", &["preparation"]);
}

#[test]
fn a_wiki_link_with_a_text_is_a_link_with_a_text() {
    let journal = journal("", "## Debrief\n\n[[a|as #salary]]\n");
    assert_eq!(journal.problems(), NONE);
    assert_eq!(journal.only_entry().body.blocks[0].tags.len(), 1);
}

#[test]
fn a_quote_is_the_block_on_one_line_without_its_topic_tags() {
    #[track_caller]
    fn case(text: &str, expected: &str) {
        let found = entry(&format!("## Feedback\n\n{text}\n"));
        let block = &found.body.blocks[0];
        assert_eq!((block.quote.text(&found.source), block.line), (expected, 9), "{text}");
    }
    case("> Your answers\n> were *long* #answer-structure.", "Your answers were long.");
    case("- Clear and [well read](https://x.org/y) (#preparation)", "Clear and well read.".trim_end_matches('.'));
    case("1. C# & `sql` &amp; more #sql #-salary", "C# & sql & more #sql");
    case("Ligne une  \nligne\u{a0}deux\u{202f}! #+presence", "Ligne une ligne\u{a0}deux\u{202f}!");
    case("- a\n\n  second paragraph #salary", "a second paragraph");
}

#[test]
fn lines_of_blocks_count_from_the_top_of_the_file() {
    let found = body("## Feedback\r\n\r\n- one\r\n- two\r\n\r\n> three\r\n> more\r\n");
    let lines: Vec<u32> = found.blocks.iter().map(|block| block.line).collect();
    assert_eq!(lines, [9, 10, 12]);
}

#[test]
fn free_tags_are_kept_and_near_misses_told() {
    let journal = journal("", "#limoges #réseau #pages-2 #2026\n\n## Debrief\n\n#salry #comunication #zz\n");
    assert_eq!(journal.problems(), ["entries/a.md:10:1 topic-near", "entries/a.md:10:8 topic-near"]);
    let entry = journal.only_entry();
    let free: Vec<&str> = entry.body.free_tags.iter().map(|tag| tag.value.as_str()).collect();
    assert_eq!(free, ["limoges", "réseau", "pages-2", "salry", "comunication", "zz"]);
}

#[test]
fn feedback_without_a_date_and_strengths_beyond_control_earn_hints() {
    problems_of("", "\n## Notes\n\n## Feedback\n\nkind words\n", &["9:1 feedback-undated"]);
    problems_of("", "## Feedback\n\n## Retour du recruteur\n\n### Strengths\n\n- words\n", &["8:1 feedback-undated"]);
    problems_of("", "## Feedback\n", &[]);
    problems_of("", "## Feedback\n\n<!-- later -->\n", &[]);
    problems_of("feedback: {received: 2026-03-05}\n", "## Feedback\n\nwords\n", &[]);
    problems_of("strengths: [salary, concurrence]\n", "", &["5:21 strength-beyond-control"]);
    problems_of("", "## Strengths\n\n- #gel-du-recrutement\n", &["8:3 strength-beyond-control"]);
}

#[test]
fn opportunities_and_threats_are_lists_of_blocks_without_tasks() {
    let text = "## Opportunités\n\n- Salon en mai #réseau\n- [ ] Y aller #parcours\n\nUn para-\ngraphe.\n\n## Threats\n\n> Fewer posts\n\n## Feelings\n### Threats\n- mine\n";
    let found = body(text);
    let lines = |list: &[rebond::model::Placed]| {
        list.iter().map(|one| format!("{} {}", one.line, one.text)).collect::<Vec<_>>()
    };
    assert_eq!(lines(&found.opportunities), ["9 Salon en mai #réseau", "12 Un para- graphe."]);
    assert_eq!(lines(&found.threats), ["17 Fewer posts"]);
    assert_eq!((found.tasks.len(), found.blocks.len()), (1, 0));
}
