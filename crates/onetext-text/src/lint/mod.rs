//! Lint: sentences that will be trouble, found before they are signed.
//!
//! A rule is one file in `rules/`: its manual page on top, its code, its tests; one line in [`RULES`] registers it. A rule
//! asks a [`Subject`], which is the draft prepared once, and gives [`Remark`]s: where, what as data, how grave. Sentences
//! are made of them at the edge. Only the text itself is linted, never a summary of it: see [`Verbatim`].
//!
//! ```
//! use onetext_model::TextForm;
//! use onetext_text::{draft::read_markdown, lint::{Choice, Given, Subject, Verbatim, lint}};
//! let draft = read_markdown("## Article 1\n\n1. Each Party shall report within fifteen (14) days of the request.\n");
//! let text = Verbatim::of(&draft, TextForm::Verbatim).unwrap();
//! let found = lint(&Subject::of(text, Given::default()), &Choice::default());
//! assert_eq!(found.remarks[0].rule.name, "number-mismatch");
//! assert!(Verbatim::of(&draft, TextForm::Summary).is_err());
//! ```

mod fact;
mod order;
mod phrases;
mod rules;
mod subject;
mod words;

use std::collections::BTreeMap;

use crate::exact::{Language, Span};

pub use fact::{Fact, Lack};
pub use rules::RULES;
pub use subject::{Before, Given, Refused, Shape, Subject, Verbatim};

/// How grave a remark is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A matter of style, or a choice to be made knowingly.
    #[default]
    Note,
    /// It may lead to a dispute.
    Warning,
    /// A careful lawyer would call it wrong.
    Error,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

    /// The word for it: "warning".
    pub fn word(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// Which texts a rule can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Every text: it looks at numbers, brackets and marks.
    EveryLanguage,
    /// English and French.
    EnglishAndFrench,
    /// English.
    English,
}

impl Reads {
    /// Whether it can read a text in this language.
    pub fn reads(self, language: Language) -> bool {
        match self {
            Reads::EveryLanguage => true,
            Reads::EnglishAndFrench => matches!(language, Language::English | Language::French),
            Reads::English => language == Language::English,
        }
    }

    /// In words.
    pub fn word(self) -> &'static str {
        match self {
            Reads::EveryLanguage => "every language",
            Reads::EnglishAndFrench => "English, French",
            Reads::English => "English",
        }
    }
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its number, which never changes: "OT013".
    pub id: &'static str,
    /// Its name, which reads well after "allow": "dangling-reference".
    pub name: &'static str,
    /// How grave its remarks are, unless one says otherwise.
    pub severity: Severity,
    /// Which texts it can read.
    pub reads: Reads,
    /// The head of its file, which is its page of the manual; see [`Rule::page`].
    pub manual: &'static str,
    /// Looks for what the rule is about.
    pub check: fn(&Subject<'_>) -> Vec<Remark>,
}

impl Rule {
    /// The page of the manual in Markdown.
    pub fn page(&self) -> String {
        let lines = self.manual.lines().map(|line| {
            let bare = line.strip_prefix("//!").unwrap_or_default();
            bare.strip_prefix(' ').unwrap_or(bare)
        });
        lines.map(|line| format!("{line}\n")).collect()
    }

    /// What it finds, in one line: the first of the manual.
    pub fn about(&self) -> String {
        self.page().lines().next().unwrap_or_default().to_owned()
    }

    /// Why that is bad, by the manual.
    pub fn why(&self) -> String {
        let page = self.page();
        let words = page
            .split("Why it is bad: ")
            .nth(1)
            .and_then(|rest| rest.split("\n\n").next())
            .unwrap_or_default();
        words.replace('\n', " ")
    }
}

/// The lines of a rule's file that are its manual page.
pub(crate) const fn head(source: &str) -> &str {
    let bytes = source.as_bytes();
    let mut at = 0;
    while at + 3 < bytes.len() && bytes[at] == b'/' && bytes[at + 1] == b'/' && bytes[at + 2] == b'!' {
        while at < bytes.len() && bytes[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    source.split_at(at).0
}

/// Something that a rule found.
#[derive(Clone, Debug)]
pub struct Remark {
    /// The rule.
    pub rule: &'static Rule,
    /// How grave it is.
    pub severity: Severity,
    /// Where; none where it is about the text as a whole.
    pub at: Option<Span>,
    /// What was found, as data.
    pub fact: Fact,
}

impl Remark {
    /// A remark at a place, as grave as its rule says.
    pub fn new(rule: &'static Rule, at: Span, fact: Fact) -> Remark {
        Remark { rule, severity: rule.severity, at: Some(at), fact }
    }

    /// A remark about the text as a whole.
    pub fn of_whole(rule: &'static Rule, fact: Fact) -> Remark {
        Remark { rule, severity: rule.severity, at: None, fact }
    }

    /// The same, as grave as this.
    #[must_use]
    pub fn as_grave_as(self, severity: Severity) -> Remark {
        Remark { severity, ..self }
    }
}

/// Which remarks are wanted.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Names or numbers of rules whose remarks are left out, and counted.
    pub allow: Vec<String>,
    /// Names or numbers of the rules that run; all where none is named.
    pub only: Vec<String>,
    /// The least grave that is shown.
    pub least: Severity,
}

/// What lint found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The remarks, in the order of the text; those about the whole come first.
    pub remarks: Vec<Remark>,
    /// How many remarks of each rule were allowed.
    pub allowed: BTreeMap<&'static str, usize>,
    /// Rules that do not read the language of the text, by name.
    pub not_run: Vec<&'static str>,
}

/// The rule of a name or a number.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name || rule.id.eq_ignore_ascii_case(name))
}

/// Runs the rules.
pub fn lint(subject: &Subject<'_>, choice: &Choice) -> Found {
    let is_named = |names: &[String], rule: &Rule| {
        names.iter().any(|name| name == rule.name || rule.id.eq_ignore_ascii_case(name))
    };
    let mut found = Found::default();
    for rule in RULES.iter().filter(|rule| choice.only.is_empty() || is_named(&choice.only, rule)) {
        if !rule.reads.reads(subject.language) {
            found.not_run.push(rule.name);
            continue;
        }
        let remarks = (rule.check)(subject);
        if is_named(&choice.allow, rule) {
            if !remarks.is_empty() {
                found.allowed.insert(rule.name, remarks.len());
            }
            continue;
        }
        found.remarks.extend(remarks.into_iter().filter(|remark| remark.severity >= choice.least));
    }
    found.remarks.sort_by_key(|remark| (remark.at, std::cmp::Reverse(remark.severity), remark.rule.id));
    found
}

#[cfg(test)]
pub(crate) mod testing {
    //! What the tests of the rules share: a text, and the words that a rule marks in it.

    use onetext_model::TextForm;

    use super::{Given, Remark, Rule, Subject, Verbatim};
    use crate::draft::{Draft, read_markdown};

    /// The remarks of one rule on a text.
    pub fn remarks(rule: &Rule, draft: &Draft) -> Vec<Remark> {
        let text = Verbatim::of(draft, TextForm::Verbatim).unwrap();
        (rule.check)(&Subject::of(text, Given::default()))
    }

    /// What a rule marks in a text: the excerpts, or "(whole)".
    pub fn marked(rule: &Rule, text: &str) -> Vec<String> {
        let draft = read_markdown(text);
        let shown = |remark: Remark| match remark.at {
            Some(span) => draft.provisions[span.place].text[span.from..span.to].to_owned(),
            None => "(whole)".to_owned(),
        };
        remarks(rule, &draft).into_iter().map(shown).collect()
    }

    /// A whole treaty, long enough to be judged as one, without final clauses, with these words at its end.
    pub fn treaty(words: &str) -> String {
        let filler =
            "Each Party shall keep its register open to the other Party under this Agreement. ".repeat(9);
        let articles: String =
            (1..=4).map(|number| format!("## Article {number}\n\n1. {filler}\n\n")).collect();
        format!("{articles}## Article 5\n\n{words}\n")
    }

    /// Checks a table of texts and what a rule marks in each.
    pub fn table(rule: &Rule, rows: &[(&str, &[&str])]) {
        for (text, expected) in rows {
            assert_eq!(marked(rule, text), *expected, "{}: {text}", rule.name);
        }
    }
}
