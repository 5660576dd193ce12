//! Contacts as a calendar: the whole file for the mediator and for a party, and how corrections keep their event.

use onetext_desk::calendar::compose;
use onetext_document::calendar::{Event, Status, When, write};
use onetext_model::Day;

use crate::folder::{circle, low_bridge, low_bridge_with, low_bridge_without};

const TODAY: Day = Day::constant(2026, 3, 1);
const MARCH_1: i64 = 20_513;

#[test]
fn the_calendar_of_the_mediator_and_of_a_party() {
    let case = low_bridge();
    for who in ["mediator", "weston"] {
        let file = write(&compose(&circle(&case, who, TODAY)));
        insta::assert_snapshot!(format!("calendar-{who}"), file.replace('\r', ""));
    }
}

#[test]
fn a_party_gets_what_it_may_see_and_nothing_else() {
    let secret = "recorded_at = 2026-02-20\nknown_at = 2026-02-20\n[[contact]]\ntitle = \"Hidden talk\"\nsort = \"call\"\n\
        status = \"planned\"\nabout = 2026-03-20\npart_of = \"second-talk\"\n";
    let more = low_bridge_with("private/mediator/hidden.toml", secret);
    let (mediators, westons) = (circle(&more, "mediator", TODAY), circle(&more, "weston", TODAY));
    let all = compose(&mediators);
    let hidden = named(&all.events, "Hidden talk");
    assert!(hidden.is_confidential && hidden.part_of.is_some());
    let without = low_bridge_without(&["mediator", "easton+mediator"]);
    assert_eq!(compose(&westons), compose(&circle(&without, "weston", TODAY)));
}

fn events(more: &str) -> Vec<Event> {
    let case =
        low_bridge_with("more.toml", &format!("recorded_at = 2026-02-20\nknown_at = 2026-02-20\n{more}"));
    compose(&circle(&case, "mediator", TODAY)).events
}

fn named<'e>(events: &'e [Event], title: &str) -> &'e Event {
    let found: Vec<&Event> = events.iter().filter(|event| event.title == title).collect();
    let [only] = found.as_slice() else { panic!("{} events are called {title}", found.len()) };
    only
}

#[test]
fn a_correction_keeps_the_name_of_its_event() {
    let before = events("");
    let after = events(
        "[[contact]]\nlabel = \"later\"\nsupersedes = [\"second-talk\"]\ntitle = \"Second talk\"\nsort = \"meeting\"\n\
         status = \"cancelled\"\nabout = 2026-03-13\n\
         [[contact]]\nsupersedes = [\"later\"]\ntitle = \"Second talk\"\nsort = \"meeting\"\nstatus = \"planned\"\nabout = 2026-03-20\n",
    );
    let (one, other) = (named(&before, "Second talk"), named(&after, "Second talk"));
    assert_eq!((one.sequence, other.sequence), (0, 2));
    assert_eq!(one.uid, other.uid);
    assert_eq!(other.when, When::Days { first: MARCH_1 + 19, last: MARCH_1 + 19 });
}

#[test]
fn times_of_day_and_states() {
    let contact = |title: &str, status: &str, rest: &str| {
        format!("[[contact]]\ntitle = \"{title}\"\nsort = \"call\"\nstatus = \"{status}\"\n{rest}\n")
    };
    let events = events(
        &[
            contact("timed", "planned", "about = 2026-03-05T12:00:00+01:00\nduration_minutes = [45]"),
            contact("disputed", "occurred", "about = 2026-02-18T12:00:00+01:00\nduration_minutes = [45, 60]"),
            contact(
                "ended",
                "occurred",
                "about = { from = 2026-02-18T12:00:00Z, to = 2026-02-18T13:30:00Z }",
            ),
            contact("half", "occurred", "about = { from = 2026-02-18T12:00:00Z, to = 2026-02-19 }"),
            contact("unheard", "planned", "about = 2026-02-25"),
            contact("off", "cancelled", "about = 2026-03-25"),
            contact("perhaps", "expected", "about = 2026-03-25"),
        ]
        .concat(),
    );
    let noon = (MARCH_1 + 4) * 86_400 + 11 * 3_600;
    assert_eq!(named(&events, "timed").when, When::Moments { from: noon, to: Some(noon + 2_700) });
    let february_18 = (MARCH_1 - 11) * 86_400;
    let disputed = named(&events, "disputed");
    assert_eq!(disputed.when, When::Moments { from: february_18 + 11 * 3_600, to: None });
    assert!(disputed.about.contains("Length: 45 minutes or 1 hour (accounts differ)"), "{}", disputed.about);
    let ended = When::Moments { from: february_18 + 43_200, to: Some(february_18 + 48_600) };
    assert_eq!(named(&events, "ended").when, ended);
    assert_eq!(named(&events, "half").when, When::Days { first: MARCH_1 - 11, last: MARCH_1 - 10 });
    let statuses = ["timed", "ended", "unheard", "off", "perhaps"].map(|title| named(&events, title).status);
    let expected =
        [Status::Confirmed, Status::Confirmed, Status::Tentative, Status::Cancelled, Status::Tentative];
    assert_eq!(statuses, expected);
}
