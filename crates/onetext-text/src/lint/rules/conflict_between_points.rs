//! One consequence under different conditions in two points.
//!
//! Why it is bad: the side that wants the consequence takes the easier condition, the other the harder one.
//!
//! Example: the guarantee is lost under one condition in point 10 and under another in point 22.
//!
//! Better: one point with all conditions, and a reference to it from the other.
//!
//! Standard: none that we know; it was found in a plan that was public.
//!
//! Do not heed it when the conditions are meant to add up; then say so.

use std::collections::BTreeMap;

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT036",
    name: "conflict-between-points",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("conflict_between_points.rs")),
    check,
};

/// Words for what is lost.
const LOSSES: &[&str] = &[
    "invalid",
    "void",
    "lapse*",
    "forfeit*",
    "revoke*",
    "lose",
    "loses",
    "lost",
    "terminate*",
    "suspend*",
    "withdrawn",
    "cancelled",
    "snap back",
    "reinstated",
    "restored",
];
/// Words for a condition.
const CONDITIONS: &[&str] = &["if", "unless", "in the event", "in case", "should"];
/// What can be lost.
const THINGS: &[&str] = &[
    "guarantee*",
    "sanction*",
    "amnesty",
    "ceasefire",
    "cease-fire",
    "membership",
    "relief",
    "privilege*",
    "concession*",
    "immunit*",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    // The first provision in which a thing is lost on a condition.
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for hit in subject.words.find(LOSSES) {
        let sentence = subject.words.sentence_of(hit.first);
        let place = sentence.span.place;
        let Some(thing) = subject.words.between(sentence.first, sentence.end, THINGS) else { continue };
        if !subject.words.sentence_has(&sentence, CONDITIONS) {
            continue;
        }
        let earlier = *first.entry(thing.phrase).or_insert(place);
        // One point with several conditions says them together.
        if subject.draft.top(earlier) == subject.draft.top(place)
            && subject.draft.provisions[earlier].parent == subject.draft.provisions[place].parent
            && earlier == place
        {
            continue;
        }
        let is_same_article = subject.outline.article(earlier).is_some()
            && subject.outline.article(earlier) == subject.outline.article(place);
        if is_same_article {
            continue;
        }
        first.insert(thing.phrase, place);
        let fact = Fact::Conflict {
            words: format!("{} … {}", subject.said(&thing), subject.said(&hit)),
            other: earlier,
        };
        found.push(Remark::new(&RULE, subject.words.span(hit.first, hit.end), fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn one_consequence_has_one_set_of_conditions() {
        table(
            &RULE,
            &[
                (
                    "10. If it attacks, the guarantee is void.\n\n22. If it keeps troops there, the guarantee lapses.\n",
                    &["lapses"],
                ),
                ("10. If it attacks, the guarantee is void.\n", &[]),
            ],
        );
    }
}
