//! What the parts of sentences are taken to be: tables of sentences, annotated news, and any text at all.

mod any_text;
mod clauses;
mod news;
mod phrases;
mod tags;
mod verbs;
