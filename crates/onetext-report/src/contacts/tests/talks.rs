//! Who talks with whom, in what capacity, and what was put off: sentences with what a person finds in them.

use super::check;

/// All reports are of Sunday, 7 December 2025.
#[test]
fn leaders_meet_and_sides_negotiate() {
    check(&[
        (
            "Prime Minister Jane Roe held talks with President John Doe in Rome on Monday.",
            &["meeting occurred 2025-12-01 | Jane Roe, John Doe | - | Rome"],
        ),
        (
            "Envoy Jane Roe held separate talks with John Doe and Max Poe on Friday.",
            &[
                "meeting occurred 2025-12-05 | Jane Roe, John Doe",
                "meeting occurred 2025-12-05 | Jane Roe, Max Poe",
            ],
        ),
        (
            "Delegates from both unions and the company met for 12 hours on Wednesday.",
            &["negotiation_round occurred 2025-12-03 | the company | 720"],
        ),
        (
            "Before the plenary on Friday, Jane Roe and John Doe met one on one for two hours.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | 120"],
        ),
        (
            "The commission had brought the two sides back together on Monday.",
            &["mediation_session occurred 2025-12-01 | commission"],
        ),
        (
            "Swiss and Omani envoys joined talks between the government and the rebels in Doha on Friday.",
            &["negotiation_round occurred 2025-12-05 | envoys, government, rebels | - | Doha"],
        ),
        (
            "Jane Roe will lead a team to Italy on Tuesday for talks on tariffs.",
            &["negotiation_round planned 2025-12-09 | Jane Roe, Italy"],
        ),
    ]);
}

#[test]
fn two_contacts_of_one_verb() {
    check(&[
        (
            "Jane Roe had spoken by phone to John Doe on Monday and to Max Poe on Tuesday.",
            &[
                "phone_call occurred 2025-12-01 | Jane Roe, John Doe",
                "phone_call occurred 2025-12-02 | Jane Roe, Max Poe",
            ],
        ),
        (
            "Jane Roe broke off talks with John Doe in Bern on Monday to telephone Max Poe.",
            &[
                "meeting occurred 2025-12-01 | Jane Roe, John Doe | - | Bern",
                "phone_call occurred 2025-12-01 | Jane Roe, Max Poe",
            ],
        ),
        (
            "Jane Roe met John Doe in Athens on Monday. While in Malta on Wednesday, she also saw Max Poe.",
            &[
                "meeting occurred 2025-12-01 | Jane Roe, John Doe | - | Athens",
                "meeting occurred 2025-12-03 | Jane Roe, Max Poe | - | Malta",
            ],
        ),
        (
            "Jane Roe met John Doe in Delhi on Tuesday. That same evening Max Poe took a call from Ann Coe.",
            &[
                "meeting occurred 2025-12-02 | Jane Roe, John Doe",
                "phone_call occurred 2025-12-02 | Max Poe, Ann Coe",
            ],
        ),
    ]);
}

#[test]
fn who_is_meant() {
    check(&[
        (
            "Jane Roe, who arrived a day ahead, was received on Wednesday by John Doe.",
            &["meeting occurred 2025-12-03 | Jane Roe, John Doe"],
        ),
        (
            "After forty players, Jane Roe and Ann Coe among them, met league officials in Oslo on Friday, it began.",
            &["meeting occurred 2025-12-05 | Jane Roe, Ann Coe, league officials | - | Oslo"],
        ),
        (
            "Meeting John Doe in London on Wednesday, Jane Roe had warned him.",
            &["meeting occurred 2025-12-03 | Jane Roe, John Doe | - | London"],
        ),
        (
            "\"We met with the company on Monday,\" Jane Roe said.",
            &["meeting occurred 2025-12-01 | Jane Roe, the company"],
        ),
        (
            "The capital wants Jane Roe and John Doe to sit down together on 20 December.",
            &["meeting conditional 2025-12-20 | Jane Roe, John Doe"],
        ),
        (
            "Speaking after a call with John Doe on Monday, Jane Roe said the deal was close.",
            &["phone_call occurred 2025-12-01 | Jane Roe, John Doe"],
        ),
        (
            "Negotiators were meeting in Doha on Friday. Jane Roe and John Doe, who advises her, are taking part.",
            &["negotiation_round occurred 2025-12-05 | Jane Roe, John Doe | - | Doha"],
        ),
    ]);
}

#[test]
fn put_off_called_off_and_no_contact() {
    check(&[
        ("The meeting was put off until Tuesday.", &["meeting planned 2025-12-09"]),
        (
            "A summit between Jane Roe and John Doe in Bern was cancelled on Tuesday.",
            &["meeting cancelled - | Jane Roe, John Doe | - | Bern"],
        ),
        (
            "More sittings would follow before Jane Roe flew to Tunis on Tuesday for a last round with John Doe.",
            &["negotiation_round planned 2025-12-09 | Jane Roe, John Doe | - | Tunis"],
        ),
        ("Jane Roe left, with no sign that John Doe would receive her on Friday.", &[]),
        ("Jane Roe has made the trip between the capitals 12 times in four weeks.", &[]),
        ("The sides have been negotiating since May.", &[]),
        ("They supported the continuation of talks between the two.", &[]),
    ]);
}
