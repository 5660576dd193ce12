//! One word in two spellings: “ceasefire” and “cease-fire”.
//!
//! Why it is bad: a search, a definition or a translation takes one of the two and misses the other.
//!
//! Example: "cease-fire" in Article 2, "ceasefire" in Article 5.
//!
//! Better: one spelling throughout.
//!
//! Standard: the EU Joint Practical Guide asks for one term for one concept.
//!
//! Do not heed it when one of the two is a proper name.

use std::collections::BTreeMap;

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT052",
    name: "spelling-drift",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("spelling_drift.rs")),
    check,
};

/// Shortest word that is compared, in letters.
const LETTERS_MIN: usize = 6;

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut forms: BTreeMap<String, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    for at in 0..subject.words.all.len() {
        let small = subject.words.small(at);
        if small.len() < LETTERS_MIN || !small.is_ascii() {
            continue;
        }
        let plain = small.replace('-', "").replace("iz", "is").replace("yz", "ys");
        forms.entry(plain).or_default().entry(small).or_default().push(at);
    }
    let mut found = Vec::new();
    for kinds in forms.into_values().filter(|kinds| kinds.len() == 2) {
        let mut all: Vec<(&str, Vec<usize>)> = kinds.into_iter().collect();
        all.sort_by_key(|(_, places)| places.len());
        let (rare, common) = (&all[0], all[1].0);
        let first = rare.1[0];
        let fact = Fact::TwoNames { rare: rare.0.to_owned(), common: common.to_owned() };
        found.push(Remark::new(&RULE, subject.words.span(first, first + 1), fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_word_has_one_spelling() {
        table(
            &RULE,
            &[
                (
                    "1. The ceasefire holds.\n\n2. The ceasefire is kept.\n\n3. This cease-fire ends.\n",
                    &["cease-fire"],
                ),
                ("1. An organization of organizations.\n\n2. Two organisations.\n", &["organisations"]),
            ],
        );
    }
}
