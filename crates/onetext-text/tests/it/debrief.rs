//! Debriefs: what a table of sentences becomes, and that no text at all makes the reader fall over.

use onetext_model::{
    AsOf, Audience, Case, Day, Entry, EntryId, Fact, Issue, Kind, Log, Moment, Party, PartySort, Settings,
    Terms, View, Viewer,
};
use onetext_text::debrief::{Debrief, Given, propose};
use proptest::prelude::*;

const ON: Day = Day::constant(2026, 7, 1);

fn entry(label: &str, fact: Fact) -> Entry {
    Entry {
        id: EntryId::derived(&[label]),
        label: onetext_model::Label::parse(label).ok(),
        audience: Audience::Public,
        about: None,
        known_at: Moment::Day(Day::constant(2026, 1, 1)),
        recorded_at: Moment::Day(Day::constant(2026, 1, 1)),
        supersedes: Vec::new(),
        sources: Vec::new(),
        assumed: None,
        fact,
    }
}

fn party(name: &str) -> Entry {
    let fact =
        Party { name: name.into(), short: None, aliases: vec![], sort: PartySort::State, at_the_table: true };
    entry(&name.to_lowercase(), Fact::Party(fact))
}

fn issue(name: &str) -> Entry {
    let label = name.to_lowercase().replace(' ', "-");
    entry(&label, Fact::Issue(Issue { name: name.into(), question: None, range: None }))
}

fn read(text: &str) -> Debrief {
    let entries =
        vec![party("Upland"), party("Midland"), party("İstan"), issue("Basin Fund"), issue("Harbour dues")];
    let (case, _) = Case::new(Log { settings: Settings::new("Talks", "UTC"), entries });
    let view = View::of(&case, Viewer::Keeper, AsOf::today(ON));
    let mut number = 0_u64;
    let mut new_id = || {
        number += 1;
        EntryId::derived(&["new", &number.to_string()])
    };
    let given = Given {
        on: ON,
        recorded_on: ON,
        audience: Audience::Public,
        file_mark: "x".into(),
        new_id: &mut new_id,
    };
    propose(&view, text, given)
}

/// The kinds proposed after the contact.
fn kinds(sentence: &str) -> Vec<Kind> {
    let debrief = read(&format!("Meeting with Upland on 1 July 2026\n{sentence}"));
    debrief.proposals.iter().skip(1).map(|proposal| proposal.entry.fact.kind()).collect()
}

#[test]
fn sentences_become_what_a_mediator_would_file() {
    for (sentence, expected) in [
        ("Upland rejects the Fund.", vec![Kind::Position]),
        ("Upland said the weather was fine.", vec![Kind::Claim]),
        ("Midland asked Upland to lower the harbour dues by Friday.", vec![Kind::Ask]),
        ("To do: Upland to send the map by 10 July.", vec![Kind::Step]),
        ("Next meeting on 9 July in Rome.", vec![Kind::Contact]),
        ("Lunch was late.", vec![]),
    ] {
        assert_eq!(kinds(sentence), expected, "{sentence}");
    }
}

#[test]
fn what_was_told_keeps_its_words() {
    for (sentence, words, terms) in [
        (
            "I told Midland in confidence that the floor is not refused.",
            "in confidence that the floor is not refused.",
            Terms::Never,
        ),
        (
            "I told Midland that the floor may be passed on to Delta.",
            "the floor may be passed on to Delta.",
            Terms::Free,
        ),
        ("I told Midland that the floor is open; ask first.", "the floor is open", Terms::AskFirst),
    ] {
        let text = format!("Call with Midland\n{sentence}");
        // Nobody mediates in this case, so the release has no teller; that it is read at all is what counts.
        let debrief = read(&text);
        let found = debrief.proposals.iter().find_map(|proposal| match &proposal.entry.fact {
            Fact::Release(release) => Some((release.words.as_str(), release.terms)),
            _ => None,
        });
        assert_eq!(found, Some((words, terms)), "{sentence}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        read(&text);
    }

    #[test]
    fn cues_and_names_in_any_order_are_read(
        words in proptest::collection::vec(
            prop_oneof![
                Just("Upland"), Just("İstan"), Just("told"), Just("to do:"), Just("asked"), Just("İ"), Just("if "),
                Just("may be passed on"), Just("12 May"), Just("90 minutes"), Just("the Fund"), Just(". "), Just("\n"),
                Just("accepts"), Just("promised"), Just("we"), Just("Chatham House"), Just("said"), Just("(")
            ],
            0..40,
        ),
    ) {
        read(&words.join(" "));
    }
}
