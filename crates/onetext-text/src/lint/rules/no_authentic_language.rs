//! The text does not say in which languages it is authentic.
//!
//! Why it is bad: where two language versions differ, each side holds its own.
//!
//! Example: a treaty between two States of different languages that ends with the signatures.
//!
//! Better: "Done in two originals, each in the A and B languages, both texts being equally authentic; in case of
//! divergence ... prevails."
//!
//! Standard: the UN Treaty Handbook.
//!
//! Do not heed it when all parties share one language, or the text binds nobody. Only whole texts that bind are
//! judged.

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT033",
    name: "no-authentic-language",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("no_authentic_language.rs")),
    check,
};

/// Words that say it.
const LANGUAGES: &[&str] = &[
    "authentic",
    "equally valid",
    "equal validity",
    "equal force",
    "same force",
    "language*",
    "in english",
    "in french",
    "in arabic",
    "in spanish",
    "in russian",
    "official text",
    "authoritative",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let is_judged = subject.shape.is_whole && subject.shape.is_binding;
    if !is_judged || subject.words.has(LANGUAGES) {
        return Vec::new();
    }
    vec![Remark::of_whole(&RULE, Fact::WholeLacks { lacks: vec![Lack::Languages] })]
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{table, treaty};
    use super::RULE;

    #[test]
    fn a_piece_of_a_text_is_not_judged() {
        table(&RULE, &[("1. Each Party shall report.\n", &[])]);
    }

    #[test]
    fn a_treaty_names_its_languages() {
        table(
            &RULE,
            &[
                (&treaty("The Parties meet."), &["(whole)"]),
                (&treaty("Both texts are equally authentic."), &[]),
            ],
        );
    }
}
