//! The many ways in which news tells that people were in touch: by telephone, at a table, on a journey, in writing.

use super::check;

#[test]
fn by_telephone() {
    check(&[
        (
            "Jane Roe reached John Doe by phone on Friday.",
            &["phone_call occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe placed a call to John Doe on Friday.",
            &["phone_call occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        (
            "John Doe got a call from Jane Roe on Friday.",
            &["phone_call occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe and John Doe had been on the line to each other on Friday evening.",
            &["phone_call occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        ("Thousands of jobs are on the line for the union.", &[]),
    ]);
}

#[test]
fn face_to_face() {
    check(&[
        (
            "Jane Roe and John Doe chatted on Friday on the margins of a gathering in Geneva.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Geneva"],
        ),
        (
            "Jane Roe and John Doe will get together for that purpose on Monday.",
            &["meeting planned 2025-12-08 | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe is scheduled to see John Doe during the trip.",
            &["meeting planned - | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe spent a day in Geneva with John Doe.",
            &["meeting occurred - | Jane Roe, John Doe | - | Geneva"],
        ),
        (
            "John Doe, whom Jane Roe saw in Geneva on Friday, said no.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Geneva"],
        ),
        (
            "Jane Roe and John Doe are to discuss the dispute in Geneva on Monday.",
            &["meeting planned 2025-12-08 | Jane Roe, John Doe | - | Geneva"],
        ),
        (
            "The two envoys, Jane Roe and John Doe, came face to face in Geneva on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Geneva"],
        ),
        (
            "Jane Roe hosted a dinner for John Doe and Jim Poe on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe, Jim Poe"],
        ),
        (
            "Jane Roe met John Doe during a stop in Geneva last week and left.",
            &["meeting occurred 2025-11-30..2025-12-06 | Jane Roe, John Doe | - | Geneva"],
        ),
        (
            "It was agreed at a meeting between Jane Roe and John Doe at the conference center on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
    ]);
}

#[test]
fn at_the_table() {
    check(&[
        (
            "Ruritania and Arcadia negotiated through the night in Geneva.",
            &["negotiation_round occurred - | | - | Geneva"],
        ),
        (
            "Negotiators worked through the night in Geneva on a compromise text.",
            &["negotiation_round occurred - | | - | Geneva"],
        ),
        (
            "The talks in Geneva, which began on Friday, are being mediated by Qatar.",
            &["mediation_session ongoing 2025-12-05..2025-12-07 | Qatar | - | Geneva"],
        ),
        ("Talks between Spain and Peru continue in Geneva.", &["negotiation_round ongoing - | Spain, Peru"]),
    ]);
}

#[test]
fn invited_and_wished() {
    check(&[
        (
            "Jane Roe invited John Doe to Geneva for talks next week.",
            &["meeting conditional 2025-12-08..2025-12-14 | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe proposed a meeting with John Doe in Geneva next week.",
            &["meeting conditional 2025-12-08..2025-12-14 | Jane Roe, John Doe"],
        ),
    ]);
}

#[test]
fn on_a_journey_and_in_writing() {
    check(&[
        ("Jane Roe leaves for Geneva on Monday.", &["visit planned 2025-12-08 | Jane Roe | - | Geneva"]),
        (
            "Jane Roe touched down in Geneva on Friday.",
            &["visit occurred 2025-12-05 | Jane Roe | - | Geneva"],
        ),
        ("Jane Roe left Geneva on Friday.", &[]),
        ("Jane Roe emailed John Doe on Friday.", &["letter occurred 2025-12-05 | Jane Roe, John Doe"]),
        ("Jane Roe sent John Doe a letter on Friday.", &["letter occurred 2025-12-05 | Jane Roe, John Doe"]),
        (
            "The union submitted its reply to the mediators on Friday.",
            &["letter occurred 2025-12-05 | union, mediators"],
        ),
    ]);
}

/// How long there had been none, since when, and the day before which something was told are no days of the contact.
#[test]
fn days_that_are_not_its_own() {
    check(&[
        (
            "Jane Roe and John Doe met in Geneva, the first such meeting in more than seven years.",
            &["meeting occurred - | Jane Roe, John Doe"],
        ),
        (
            "The meeting between Jane Roe and John Doe, the first since 2020, took place in Geneva on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        (
            "The plan was born on Thursday, on the eve of John Doe's talks with Jim Poe in Geneva.",
            &["meeting occurred 2025-12-05 | John Doe, Jim Poe"],
        ),
        (
            "Jane Roe is due back on Monday and will see John Doe that night.",
            &["meeting planned 2025-12-08 | Jane Roe, John Doe"],
        ),
    ]);
}
