//! The words that we know: word classes as flags, forms of verbs, titles, offices, states, outlets, speech acts.
