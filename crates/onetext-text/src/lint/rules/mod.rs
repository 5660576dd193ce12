//! The rules, one file each: the manual page on top, the code, the tests. A file is registered by its line in [`RULES`].

mod amnesty_scope;
mod and_or;
mod bare_currency;
mod best_efforts;
mod bracket_changes_force;
mod conflict_between_points;
mod dangling_reference;
mod defined_twice;
mod duplicate_number;
mod duplicate_text;
mod elastic_time;
mod empty_point;
mod escape_hatch;
mod expectation_not_duty;
mod guarantor_missing;
mod hidden_character;
mod impossible_date;
mod including_open;
mod legal_binding_mix;
mod list_without_and_or;
mod long_sentence;
mod mixed_force;
mod moving_time;
mod no_actor;
mod no_authentic_language;
mod no_deadline;
mod no_dispute_clause;
mod no_final_clauses;
mod no_place;
mod no_sequence;
mod no_verification;
mod number_mismatch;
mod number_out_of_order;
mod numbering_gap;
mod option_without_owner;
mod period_without_start;
mod placeholder_left;
mod repeated_word;
mod self_reference;
mod spelling_drift;
mod stale_reference;
mod third_party_bound;
mod trigger_undefined;
mod two_words_one_thing;
mod unbalanced_bracket;
mod undefined_quality;
mod undefined_term;
mod unless_otherwise;
mod unused_definition;
mod vague_pointer;
mod weak_modal;
mod wipe_clause;

use super::Rule;

/// Every rule, by its number.
pub static RULES: &[&Rule] = &[
    &no_actor::RULE,
    &no_deadline::RULE,
    &elastic_time::RULE,
    &undefined_quality::RULE,
    &guarantor_missing::RULE,
    &trigger_undefined::RULE,
    &wipe_clause::RULE,
    &expectation_not_duty::RULE,
    &mixed_force::RULE,
    &weak_modal::RULE,
    &best_efforts::RULE,
    &escape_hatch::RULE,
    &dangling_reference::RULE,
    &self_reference::RULE,
    &stale_reference::RULE,
    &numbering_gap::RULE,
    &duplicate_text::RULE,
    &unbalanced_bracket::RULE,
    &placeholder_left::RULE,
    &option_without_owner::RULE,
    &bracket_changes_force::RULE,
    &undefined_term::RULE,
    &unused_definition::RULE,
    &two_words_one_thing::RULE,
    &and_or::RULE,
    &including_open::RULE,
    &number_mismatch::RULE,
    &no_verification::RULE,
    &no_place::RULE,
    &no_sequence::RULE,
    &no_dispute_clause::RULE,
    &no_final_clauses::RULE,
    &no_authentic_language::RULE,
    &third_party_bound::RULE,
    &unless_otherwise::RULE,
    &conflict_between_points::RULE,
    &legal_binding_mix::RULE,
    &amnesty_scope::RULE,
    &duplicate_number::RULE,
    &number_out_of_order::RULE,
    &defined_twice::RULE,
    &impossible_date::RULE,
    &period_without_start::RULE,
    &list_without_and_or::RULE,
    &hidden_character::RULE,
    &long_sentence::RULE,
    &empty_point::RULE,
    &moving_time::RULE,
    &vague_pointer::RULE,
    &repeated_word::RULE,
    &bare_currency::RULE,
    &spelling_drift::RULE,
];
