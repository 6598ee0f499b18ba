//! What is found in the text of an entry or a goal.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Polarity, SectionKind, Topic};
use crate::source::{SourceFile, Span, Spanned};

/// The text below the front matter, read for what the figures need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// The text, from the line after the front matter to the end of the file.
    pub span: Span,
    /// The first heading.
    pub first_heading: Option<String>,
    /// Sections that the format knows, in order; they nest.
    pub sections: Vec<Section>,
    /// Blocks whose words may be evidence: those with a source and no silence around them.
    pub blocks: Vec<Block>,
    /// Tasks in order; a step stands after the task above it.
    pub tasks: Vec<Task>,
    /// Items under opportunities headings.
    pub opportunities: Vec<Placed>,
    /// Items under threats headings.
    pub threats: Vec<Placed>,
    /// Links and images, as written.
    pub links: Vec<Link>,
    /// The topic tags of tasks.
    pub task_tags: Vec<Tag>,
    /// Free hashtags: those that are no topic.
    pub free_tags: Vec<Spanned<String>>,
    /// Whether there is a feedback section with something in it.
    pub has_feedback: bool,
    /// Where the heading of the first feedback section with something in it stands.
    pub feedback_heading: Option<Span>,
    /// Whether there is a debrief section with something in it.
    pub has_debrief: bool,
}

impl Body {
    /// Returns the body without the tasks that stand among private words or feelings; `None` when there are none.
    pub fn without_private_tasks(&self) -> Option<Body> {
        let is_private = |task: &Task| {
            let silent = |section: &&Section| matches!(section.kind, SectionKind::Private | SectionKind::Feelings);
            self.sections.iter().filter(silent).any(|section| section.span.contains(task.mark))
        };
        if !self.tasks.iter().any(is_private) {
            return None;
        }
        let mut places = BTreeMap::new();
        let mut tasks: Vec<Task> = Vec::new();
        for (place, task) in self.tasks.iter().enumerate().filter(|(_, task)| !is_private(task)) {
            places.insert(place, tasks.len());
            let parent = task.parent.and_then(|parent| places.get(&parent).copied());
            tasks.push(Task { parent, ..task.clone() });
        }
        Some(Body { tasks, ..self.clone() })
    }
}

/// A part of the text under a known heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub kind: SectionKind,
    /// Its heading.
    pub heading: Span,
    /// From its heading to the next heading of the same or a higher level.
    pub span: Span,
}

/// A list item, a paragraph or a block quote's paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The line of its first character, from 1.
    pub line: u32,
    /// Its text in the file.
    pub span: Span,
    /// Its words on one line, without topic tags and marks of Markdown.
    pub quote: Quote,
    /// Whose words they are.
    pub source: Source,
    /// Whether it stands in a section of feedback, second opinion or debrief, where topics may be suggested.
    pub is_feedback: bool,
    /// The sign of a bare `#topic` here.
    pub polarity: Polarity,
    /// Its topic tags, in order.
    pub tags: Vec<Tag>,
}

impl Block {
    /// Returns the mentions that its tags make, each topic and sign once.
    pub fn evidence(&self) -> Vec<Evidence> {
        let mut evidence: Vec<Evidence> = Vec::new();
        for tag in &self.tags {
            let polarity = match tag.sign {
                TagSign::Plain => self.polarity,
                TagSign::Plus => Polarity::Strength,
                TagSign::Minus => Polarity::Weakness,
                TagSign::Not => continue,
            };
            if !evidence.iter().any(|known| known.topic.id == tag.topic.id && known.polarity == polarity) {
                evidence.push(Evidence { topic: Arc::clone(&tag.topic), polarity, span: tag.span });
            }
        }
        evidence
    }
}

/// Words on one line; those that stand so in their file are not kept twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quote {
    /// They stand there.
    Written(Span),
    /// They are put together from there, or stand nowhere.
    Told(Arc<str>),
}

impl Quote {
    /// Returns the words of a quote from `source`.
    pub fn text<'a>(&'a self, source: &'a SourceFile) -> &'a str {
        match self {
            Quote::Written(span) => source.slice(*span),
            Quote::Told(words) => words,
        }
    }

    /// Returns how many bytes these are, for which nothing is looked at in the file.
    pub fn bytes(&self) -> usize {
        match self {
            Quote::Written(span) => span.end() - span.start(),
            Quote::Told(words) => words.len(),
        }
    }
}

/// One mention of a topic by a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What it is about.
    pub topic: Arc<Topic>,
    /// For or against.
    pub polarity: Polarity,
    /// The tag.
    pub span: Span,
}

/// A hashtag that names a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// What it names.
    pub topic: Arc<Topic>,
    /// What stands before the name.
    pub sign: TagSign,
    /// The whole tag with its `#`.
    pub span: Span,
}

/// The sign of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagSign {
    /// `#topic`: as the heading says.
    Plain,
    /// `#+topic`: a strength.
    Plus,
    /// `#-topic`: a weakness.
    Minus,
    /// `#!topic`: not about that topic.
    Not,
}

impl TagSign {
    /// Returns the sign that says `polarity` in a block where a bare tag says `bare`.
    pub fn of(polarity: Polarity, bare: Polarity) -> Self {
        match polarity {
            _ if polarity == bare => TagSign::Plain,
            Polarity::Strength => TagSign::Plus,
            Polarity::Weakness => TagSign::Minus,
        }
    }

    /// Returns what stands between `#` and the name.
    pub fn mark(self) -> &'static str {
        match self {
            TagSign::Plain => "",
            TagSign::Plus => "+",
            TagSign::Minus => "-",
            TagSign::Not => "!",
        }
    }
}

/// Whose words a mention quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// A recruiter.
    Recruiter,
    /// A peer, mentor or coach.
    Peer,
    /// The person.
    #[serde(rename = "self")]
    Own,
}

impl Source {
    /// Returns the word of JSON.
    pub fn name(self) -> &'static str {
        match self {
            Source::Recruiter => "recruiter",
            Source::Peer => "peer",
            Source::Own => "self",
        }
    }
}

/// A text with its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The line, from 1.
    pub line: u32,
    /// The text on one line.
    pub text: String,
}

/// A checkbox of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The line, from 1.
    pub line: u32,
    /// The character in the box, for ticking it.
    pub mark: Span,
    /// The item's own text in the file, without its steps.
    pub span: Span,
    /// Its words on one line, without dates and topic tags.
    pub text: Arc<str>,
    /// What the box says.
    pub state: TaskState,
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub due: Option<Date>,
    /// The day it was done.
    pub done: Option<Date>,
    /// Where its dates are written, each with its notation.
    pub notations: Vec<Span>,
    /// The topics of its own tags.
    pub topics: Vec<Arc<Topic>>,
    /// The place in the list of the task that this one is a step of.
    pub parent: Option<usize>,
    /// Whether it has no steps of its own.
    pub is_leaf: bool,
}

/// What the box of a task says; a step of a cancelled task is cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// `[ ]`
    Open,
    /// `[/]`
    InProgress,
    /// `[x]`
    Done,
    /// `[-]`
    Cancelled,
}

/// A link or an image as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as written.
    pub target: String,
    /// Its text in the file.
    pub span: Span,
    /// How it is written.
    pub kind: LinkKind,
}

/// How a link is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// `[text](target)`
    Link,
    /// `[[target]]`
    Wiki,
    /// `![text](target)`
    Image,
}
