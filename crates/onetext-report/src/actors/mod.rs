//! Who is named: mentions, and which of them are the same person, body or source.
