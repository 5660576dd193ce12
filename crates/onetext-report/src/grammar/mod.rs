//! Each token's part in its sentence: word class, noun phrases, verb groups, clauses.
