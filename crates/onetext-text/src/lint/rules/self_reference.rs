//! A provision that names itself as the source of what it needs.
//!
//! Why it is bad: the reader goes round in a circle; what was meant (mostly the paragraph before, or one that was
//! renumbered) is nowhere said.
//!
//! Example: paragraph 6: "in accordance with guidelines referred to in paragraph 6 of this Article".
//!
//! Better: name the paragraph that provides for the guidelines.
//!
//! Standard: the EU Joint Practical Guide asks that a reference leads the reader to the provision meant.
//!
//! Do not heed it when a provision speaks of its own effect: "a notice under this paragraph" needs no number.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::{Resolved, Whose};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT014",
    name: "self-reference",
    severity: Severity::Error,
    reads: Reads::EnglishAndFrench,
    manual: head(include_str!("self_reference.rs")),
    check,
};

/// Words that seek something at another place, in small letters.
const SOURCES: [&str; 16] = [
    "referred to in",
    "mentioned in",
    "provided for in",
    "provided in",
    "specified in",
    "described in",
    "set out in",
    "set forth in",
    "laid down in",
    "defined in",
    "established in",
    "in accordance with",
    "visé au",
    "visées au",
    "visés au",
    "conformément au",
];

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for reference in subject.references.iter().filter(|one| one.whose != Whose::Other && !one.is_range) {
        let place = reference.span.place;
        let Resolved::Found(targets) = subject.resolve(reference) else { continue };
        let before =
            subject.words.small_text(place)[..reference.span.from].trim_end_matches([' ', '[', '\n']);
        let is_source = SOURCES.iter().any(|words| before.ends_with(words));
        // One of several ("paragraphs 5 and 6") is a list that may name this one as well.
        let is_alone = subject.references.iter().filter(|other| other.span == reference.span).count() == 1;
        if is_alone && is_source && targets == [place] {
            let words = subject.excerpt(reference.span).to_owned();
            found.push(Remark::new(&RULE, reference.span, Fact::RefersToItself { reference: words }));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::*;

    #[test]
    fn a_provision_is_not_its_own_source() {
        table(
            &RULE,
            &[
                (
                    "## Article 9\n\n1. One\n\n2. By the rules referred to in paragraph 2 of this Article.\n",
                    &["paragraph 2 of this Article"],
                ),
                (
                    "## Article 9\n\n1. One\n\n2. By the rules referred to in paragraph 1 of this Article.\n",
                    &[],
                ),
                ("## Article 9\n\n1. One\n\n2. Paragraph 2 of this Article applies to all.\n", &[]),
                (
                    "## Article 9\n\n1. One\n\n2. By the rules referred to in Article 9, paragraph 2, of the Convention.\n",
                    &[],
                ),
            ],
        );
    }
}
