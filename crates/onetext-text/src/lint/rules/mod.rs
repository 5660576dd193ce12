//! The rules, one file each: the manual page on top, the code, the tests. A file is registered by its line in [`RULES`].

mod bracket_changes_force;
mod dangling_reference;
mod duplicate_number;
mod duplicate_text;
mod number_mismatch;
mod numbering_gap;
mod placeholder_left;
mod self_reference;
mod unbalanced_bracket;
mod undefined_term;

use super::Rule;

/// Every rule, by its number.
pub static RULES: &[&Rule] = &[
    &dangling_reference::RULE,
    &self_reference::RULE,
    &numbering_gap::RULE,
    &duplicate_text::RULE,
    &unbalanced_bracket::RULE,
    &placeholder_left::RULE,
    &bracket_changes_force::RULE,
    &undefined_term::RULE,
    &number_mismatch::RULE,
    &duplicate_number::RULE,
];
