//! Any entry in one line of words, for the log, for briefs and wherever an entry is named.

mod people;
mod talks;
mod texts;
mod work;

use onetext_model::{Ask, Claim, Entry, EntryId, Fact, Idea, Position, Release, View};

use super::kinds::kind_names;
use crate::words::key;

/// Characters of a text that stands whole elsewhere: provisions and pages.
const CHARACTERS_MAX: usize = 200;

/// What an entry says, in one line.
pub fn summary(view: &View<'_>, entry: &Entry) -> String {
    match &entry.fact {
        Fact::Compartment(fact) => people::compartment(view, fact),
        Fact::Membership(fact) => people::membership(view, entry, fact),
        Fact::Consent(fact) => people::consent(view, fact),
        Fact::Party(fact) => people::party(fact),
        Fact::Role(fact) => people::role(view, fact),
        Fact::Interest(fact) => people::interest(view, fact),
        Fact::Person(fact) => people::person(view, fact),
        Fact::Mandate(fact) => people::mandate(view, entry, fact),
        Fact::Track(fact) => people::track(view, fact),
        Fact::Contact(fact) => people::contact(view, entry, fact),
        Fact::Issue(fact) => talks::issue(fact),
        Fact::Option(fact) => talks::option(view, fact),
        Fact::Status(fact) => talks::status(view, fact),
        Fact::Preference(fact) => talks::preference(view, fact),
        Fact::Reservation(fact) => talks::reservation(view, fact),
        Fact::Instrument(fact) => fact.name.clone(),
        Fact::Draft(fact) => texts::draft(view, fact),
        Fact::Provision(fact) => texts::provision(view, fact),
        Fact::Lineage(fact) => texts::lineage(view, fact),
        Fact::Wording(fact) => texts::wording(view, fact),
        Fact::Position(fact) => talks::position(view, fact),
        Fact::Ask(fact) => talks::ask(view, fact),
        Fact::Idea(fact) => talks::idea(view, fact),
        Fact::Answer(fact) => talks::answer(view, fact),
        Fact::Undertaking(fact) => talks::undertaking(view, fact),
        Fact::Link(fact) => talks::link(view, fact),
        Fact::Precedent(fact) => talks::precedent(view, fact),
        Fact::Report(fact) => work::report(fact),
        Fact::Claim(fact) => work::claim(view, fact),
        Fact::Grade(fact) => work::grade(view, fact),
        Fact::Attribution(fact) => work::attribution(view, fact),
        Fact::Release(fact) => work::release(view, fact),
        Fact::Origin(fact) => work::origin(view, fact),
        Fact::Withdrawal(fact) => work::withdrawal(view, fact),
        Fact::Step(fact) => work::step(view, fact),
        Fact::Decision(fact) => work::decision(view, fact),
        Fact::TalkingPoint(fact) => work::talking_point(view, fact),
        Fact::Question(fact) => work::question(view, fact),
        Fact::Ratification(fact) => work::ratification(view, fact),
        Fact::Page(fact) => format!("{}: {}", fact.title, shortened(&fact.text)),
    }
}

/// The start of a text that is too long for one line.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(CHARACTERS_MAX) {
        Some((end, _)) => format!("{} …", line[..end].trim_end()),
        None => line,
    }
}

/// What another entry is called: by its words where it has a sentence, else by its kind and label.
fn called(view: &View<'_>, id: impl Into<EntryId>) -> String {
    let id = id.into();
    // A view finds no withdrawn entry by its id, but a withdrawal still names what it took back.
    let named = view.entry(id).or_else(|| view.entries().iter().find(|entry| entry.id == id).copied());
    let Some(entry) = named else { return format!("entry {id}") };
    let kind = kind_names(entry.fact.kind()).0;
    match &entry.fact {
        Fact::Ask(Ask { words, .. })
        | Fact::Claim(Claim { words, .. })
        | Fact::Idea(Idea { words, .. })
        | Fact::Position(Position { words, .. })
        | Fact::Release(Release { words, .. }) => format!("the {kind} “{}”", shortened(words)),
        _ => format!("the {kind} {}", key(view, id)),
    }
}

/// Words in brackets after a line, unless there are none.
fn note(words: &[String]) -> String {
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { String::new() } else { format!(" ({})", words.join("; ")) }
}
