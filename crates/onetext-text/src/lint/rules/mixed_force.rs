//! Different words of force in one provision: “shall” here, “will” or “must” there.
//!
//! Why it is bad: a reader will conclude that the two mean different things, since they are worded differently.
//!
//! Example: "Each Party shall report. Its successive report will represent a progression."
//!
//! Better: one word for one force: "shall ... shall".
//!
//! Standard: UK guidance on treaties and memoranda of understanding, and Adams, A Manual of Style for Contract
//! Drafting, ask for one word for one force.
//!
//! Do not heed it when the difference is meant: a duty here, a statement about the future there.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT009",
    name: "mixed-force",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("mixed_force.rs")),
    check,
};

/// Words that seem to bind as "shall" does.
const OTHERS: &[&str] = &["will", "must", "has to", "have to"];
/// What stands before where no duty is meant.
const NO_VERBS: &[&str] = &["the", "free", "political", "good", "own", "of", "which", "that", "who", "it"];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    let mut last = None;
    let binding: std::collections::BTreeSet<usize> =
        subject.words.find(&["shall"]).iter().map(|hit| subject.words.all[hit.first].place).collect();
    for hit in subject.words.find(OTHERS) {
        let place = subject.words.all[hit.first].place;
        let before = hit.first.checked_sub(1).map_or("", |at| subject.words.small(at));
        let is_followed =
            hit.end < subject.words.sentence_of(hit.first).end && subject.words.touches(hit.end - 1, hit.end);
        // In brackets the choice is open, which is another rule's matter.
        let is_open = subject.text(place)[..subject.words.all[hit.first].from].ends_with('[');
        if !binding.contains(&place)
            || NO_VERBS.contains(&before)
            || !is_followed
            || is_open
            || last == Some(place)
        {
            continue;
        }
        last = Some(place);
        let words = subject.said(&hit).to_owned();
        found.push(Remark::new(
            &RULE,
            subject.words.span(hit.first, hit.end),
            Fact::WordsOf { words, of: "beside “shall”".into() },
        ));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn one_word_for_one_force() {
        table(
            &RULE,
            &[
                ("1. Each Party shall report. The report will be public.\n", &["will"]),
                ("1. Each Party shall report.\n", &[]),
                ("1. Each Party [shall][will] report of its own free will.\n", &[]),
            ],
        );
    }
}
