//! States by the names that news uses: several words, small words between them, what several call themselves.

use onetext_report::{About, ActorKind, Reading, read};

/// The states of a text, by their usual names.
fn states(reading: &Reading) -> Vec<&str> {
    let states = reading.actors.iter().filter(|actor| actor.kind == ActorKind::State);
    states.map(|actor| actor.name.as_str()).collect()
}

#[test]
fn names_of_several_words_are_one_name() {
    for (words, state) in [
        ("The Republic of the Congo said on Monday that it agreed.", "Republic of the Congo"),
        (
            "The Democratic Republic of the Congo said on Monday that it agreed.",
            "Democratic Republic of the Congo",
        ),
        ("Trinidad and Tobago said on Monday that it agreed.", "Trinidad and Tobago"),
        ("Saint Vincent and the Grenadines said that it agreed.", "Saint Vincent and the Grenadines"),
        ("Antigua said on Monday that it agreed.", "Antigua and Barbuda"),
        ("South Sudan said on Monday that it agreed.", "South Sudan"),
        ("The Democratic People's Republic of Korea said on Monday that it agreed.", "North Korea"),
        ("The Republic of Korea said on Monday that it agreed.", "South Korea"),
        ("North Korea of all states said on Monday that it agreed.", "North Korea"),
        ("The Islamic Republic said on Monday that it agreed.", "Iran"),
        ("The Islamic Republic of Pakistan said on Monday that it agreed.", "Pakistan"),
    ] {
        let reading = read(words, &About::default());
        assert_eq!(states(&reading), [state], "{words}");
    }
}

#[test]
fn whose_somebody_is_is_told_by_the_whole_name() {
    for (words, side) in [
        ("South Sudanese officials said that the road was open.", "South Sudan"),
        ("Papua New Guinean officials said that the road was open.", "Papua New Guinea"),
        ("Envoys of the Republic of the Congo said that they were ready.", "Republic of the Congo"),
        ("The Seychellois president, Ann Doe, said that the sea was calm.", "Seychelles"),
    ] {
        let reading = read(words, &About::default());
        assert!(
            reading.actors.iter().any(|actor| actor.side.as_deref() == Some(side)
                && matches!(actor.kind, ActorKind::Person | ActorKind::Anonymous)),
            "{words} {:?}",
            reading.actors
        );
    }
}

/// Which town is the seat is disputed there: a town speaks for no government.
#[test]
fn a_disputed_seat_speaks_for_nobody() {
    for town in ["Jerusalem", "Tel Aviv", "Ramallah", "Sanaa", "Tripoli"] {
        let reading = read(&format!("{town} said on Monday that the talks went on."), &About::default());
        assert!(states(&reading).is_empty(), "{town} {:?}", reading.actors);
    }
}
