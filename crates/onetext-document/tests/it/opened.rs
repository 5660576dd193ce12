//! What opens behind a key, on the terminal.

use crate::sample;
use onetext_document::terminal;

#[test]
fn every_kind_of_key_opens() {
    for (key, heading, opened) in [
        (
            "issue-0/side-a",
            "Territory / Side A: [C]~ No recognition",
            "“We cannot sign away land” — spokesman",
        ),
        ("contacts-1", "Moscow, 2 December", "Told by the envoy: “it took five hours”"),
        ("d28", "28 First plan", "Drafted without one of the sides."),
        ("contacts", "Last contacts ─", "it took five hours"),
        ("issue-0", "Territory", "We cannot sign away land"),
    ] {
        let printed = terminal::write_opened(&sample::state_of_play(), key, 100).expect(key);
        assert!(printed.starts_with(heading) || printed.contains(heading), "{key}: {printed}");
        assert!(printed.contains(opened), "{key}: {printed}");
    }
}

#[test]
fn the_name_of_a_mark_is_said() {
    let printed = terminal::write_opened(&sample::state_of_play(), "issue-0/side-a", 200).expect("opens");
    assert!(printed.contains("(accept with condition, stale)"), "{printed}");
}

#[test]
fn unknown_keys_open_nothing() {
    for key in ["", "nothing", "issue-0/nobody", "/", "issue-0/"] {
        assert_eq!(terminal::write_opened(&sample::state_of_play(), key, 80), None, "{key}");
    }
}

#[test]
fn what_opens_is_not_printed_unasked() {
    assert!(!terminal::write(&sample::state_of_play(), 80).contains("it took five hours"));
}
