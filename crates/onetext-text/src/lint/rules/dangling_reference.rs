//! A reference to a provision that this text does not have.
//!
//! Why it is bad: each side will later say which provision was meant, and the duty hangs in the air until they agree.
//!
//! Example: in an Article of four paragraphs: "in accordance with paragraph 7 of this Article".
//!
//! Better: "in accordance with paragraph 4 of this Article".
//!
//! Standard: the EU Joint Practical Guide asks that a reference leads the reader to the provision meant.
//!
//! Do not heed it when another text is meant: then say which one ("of the Convention"). It is an error only where the
//! reference says "of this ...", "above" or "below" and the numbers there have no gap; otherwise a warning.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::{Resolved, StepSort, Whose};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT013",
    name: "dangling-reference",
    severity: Severity::Error,
    reads: Reads::EnglishAndFrench,
    manual: head(include_str!("dangling_reference.rs")),
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for reference in &subject.references {
        let Resolved::Missing { last, is_sure, .. } = subject.resolve(reference) else { continue };
        let is_own = matches!(&reference.whose, Whose::This(what) if !["decision", "resolution"].contains(&what.as_str()));
        let is_article = reference.path[0].sort == StepSort::Article;
        // A paragraph that is not said to be of this Article may be one of what was spoken of before.
        if !is_own && !is_article {
            continue;
        }
        let words = subject.excerpt(reference.span).to_owned();
        let remark = Remark::new(&RULE, reference.span, Fact::Dangling { reference: words, last });
        found.push(remark.as_grave_as(if is_own && is_sure { Severity::Error } else { Severity::Warning }));
    }
    found.dedup_by(|one, other| one.at == other.at);
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{remarks, table};
    use super::*;
    use crate::draft::read_markdown;

    const HEAD: &str = "## Article 1\n\n1. One\n\n2. Two\n\n## Article 2\n\n1. One\n\n2. ";

    #[test]
    fn a_reference_must_lead_somewhere() {
        for (words, expected) in [
            ("As in paragraph 7 of this Article.", &["paragraph 7 of this Article"][..]),
            ("As in paragraph 1 of this Article.", &[]),
            ("As in paragraph 7 above.", &["paragraph 7 above"]),
            ("As in Article 9 of this Agreement.", &["Article 9 of this Agreement"]),
            ("As in Article 1, paragraph 2.", &[]),
            ("As in Article 4, paragraph 7, of the Convention.", &[]),
            ("Under the Charter, in particular Article 9, they agree.", &[]),
            ("As in paragraph 7.", &[]),
        ] {
            table(&RULE, &[(&format!("{HEAD}{words}\n"), expected)]);
        }
    }

    #[test]
    fn it_is_only_an_error_where_it_is_sure() {
        let draft = read_markdown(&format!("{HEAD}As in Article 9.\n"));
        assert_eq!(remarks(&RULE, &draft)[0].severity, Severity::Warning);
    }
}
