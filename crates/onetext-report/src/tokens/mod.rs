//! The text cut: paragraphs, sentences, tokens, quotations, each with its place.
