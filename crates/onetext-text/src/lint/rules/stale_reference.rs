//! A reference whose target was renumbered since the draft before, while the reference was not.
//!
//! Why it is bad: the sentence now points at something else, and reads as if that had been agreed.
//!
//! Example: the paragraph on joint action became 16; another still says "in accordance with paragraph 14 above".
//!
//! Better: "in accordance with paragraph 16 above".
//!
//! Standard: the EU Joint Practical Guide asks that a reference leads the reader to the provision meant.
//!
//! Do not heed it when the reference was meant to change with the text. It needs the draft before (`--old`), and
//! rests on how the two correspond, which is a proposal.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::{Outline, Resolved, references};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT015",
    name: "stale-reference",
    severity: Severity::Warning,
    reads: Reads::EnglishAndFrench,
    manual: head(include_str!("stale_reference.rs")),
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let Some(before) = &subject.before else { return Vec::new() };
    let old = before.draft;
    let (outline, references) = (Outline::of(old), references(old));
    let mut found = Vec::new();
    for reference in &subject.references {
        let place = reference.span.place;
        // The same reference, as it stood in what this provision was.
        let sources = before.were(place);
        let Some(earlier) = references.iter().find(|one| {
            sources.contains(&one.span.place) && one.path == reference.path && one.whose == reference.whose
        }) else {
            continue;
        };
        let (Resolved::Found(was), now) = (outline.resolve(old, earlier), subject.resolve(reference)) else {
            continue;
        };
        let [target] = was.as_slice() else { continue };
        let became = before.became(*target);
        let leads_to = if let Resolved::Found(places) = now { places } else { Vec::new() };
        if became.is_empty() || became.iter().any(|place| leads_to.contains(place)) {
            continue;
        }
        let fact = Fact::Stale {
            reference: subject.excerpt(reference.span).to_owned(),
            now: cited(subject, became[0]),
        };
        found.push(Remark::new(&RULE, reference.span, fact));
    }
    found
}

/// The labels that lead to a provision: "Article 3, 16".
fn cited(subject: &Subject<'_>, place: usize) -> String {
    let mut labels = Vec::new();
    let mut at = Some(place);
    while let Some(place) = at {
        let provision = &subject.draft.provisions[place];
        if provision.label.is_some() {
            labels.push(provision.label.written.trim_end_matches('.').to_owned());
        }
        at = provision.parent;
    }
    labels.reverse();
    labels.join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use onetext_model::TextForm;

    use super::super::super::{Fact, Given, Subject, Verbatim};
    use super::{RULE, check};
    use crate::draft::read_markdown;

    #[test]
    fn without_an_earlier_draft_it_says_nothing() {
        table(&RULE, &[("1. As in paragraph 1 above.\n", &[])]);
    }

    #[test]
    fn a_reference_goes_with_its_target() {
        let before = "## Article 3\n\n1. The Parties shall keep a joint register of all transfers.\n\n2. The council meets in \
            spring and in autumn.\n\n3. Members bear the costs in accordance with paragraph 2 of this Article.\n";
        let after = "## Article 3\n\n1. The Parties shall keep a joint register of all transfers.\n\n2. Observers may be sent \
            by any State.\n\n3. The council meets in spring and in autumn.\n\n4. Members bear the costs in accordance with \
            paragraph 2 of this Article.\n";
        let (old, new) = (read_markdown(before), read_markdown(after));
        let text = Verbatim::of(&new, TextForm::Verbatim).unwrap();
        let subject = Subject::of(text, Given { before: Some(&old), ..Given::default() });
        let facts: Vec<Fact> = check(&subject).into_iter().map(|remark| remark.fact).collect();
        let reference = "paragraph 2 of this Article".to_owned();
        assert_eq!(facts, [Fact::Stale { reference, now: "Article 3, 3".to_owned() }]);
    }
}
