//! Days and persons that are taken over from what is told beside a contact.

use super::check;

/// All reports are of Sunday, 7 December 2025.
#[test]
fn days_of_what_was_told_before() {
    check(&[
        (
            "Jane Roe and John Doe met in Cairo on Friday. Roe pulled Max Moe aside for a chat.",
            &[
                "meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Cairo",
                "meeting occurred 2025-12-05 | Jane Roe, Max Moe",
            ],
        ),
        (
            "Jane Roe met John Doe in Cairo on Friday. She had opened the day in the morning with a separate meeting with \
             Max Moe.",
            &[
                "meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Cairo",
                "meeting occurred 2025-12-05 | Jane Roe, Max Moe",
            ],
        ),
        (
            "France promised on Friday to leave after Jane Roe spent four hours with John Doe in Cairo.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | 240 | Cairo"],
        ),
        (
            "In a letter to Congress, President Jane Roe gave notice on Friday that she would leave.",
            &["letter occurred 2025-12-05 | Jane Roe, Congress"],
        ),
        (
            "\"Jane Roe and John Doe met today and will meet again tomorrow,\" the two said in a statement on Friday night.",
            &[
                "meeting occurred 2025-12-05 | Jane Roe, John Doe",
                "meeting planned 2025-12-06 | Jane Roe, John Doe",
            ],
        ),
        (
            "Talks between France and Spain went into a seventh day in Cairo on Friday.",
            &["negotiation_round occurred 2025-11-29..2025-12-05 | France, Spain | - | Cairo"],
        ),
    ]);
}

#[test]
fn persons_told_elsewhere() {
    check(&[
        (
            "British and EU negotiators returned to the table in Cairo on Friday. Britain's chief negotiator, Jane Roe, was tired.",
            &[
                "negotiation_round occurred 2025-12-05 | British negotiators, EU negotiators, Jane Roe | - | Cairo",
            ],
        ),
        (
            "Talks between France and Spain were held in Cairo on Friday. Across the table were Jane Roe and John Doe.",
            &["negotiation_round occurred 2025-12-05 | France, Spain, Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Talks between France and Spain were held in Cairo on Friday. Jane Roe and John Doe are chairing them.",
            &["mediation_session occurred 2025-12-05 | France, Spain, Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "President Jane Roe and Chancellor John Doe met in Cairo on Friday. Envoy Max Moe and Sue Soe stayed at home. \
             The two leaders will speak again on Monday.",
            &[
                "meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Cairo",
                "phone_call planned 2025-12-08 | Jane Roe, John Doe",
            ],
        ),
    ]);
}

#[test]
fn sorts_by_who_meets() {
    check(&[
        (
            "France, Spain and Italy will meet again on Friday.",
            &["negotiation_round planned 2025-12-12 | France, Spain, Italy"],
        ),
        ("Delta is in talks to buy Acme.", &["negotiation_round ongoing - | Delta, Acme"]),
        (
            "Jane Roe consulted the premiers in a conference call on Friday.",
            &["phone_call occurred 2025-12-05 | Jane Roe, the premiers"],
        ),
        (
            "Senior diplomats from France and Spain are due in Cairo on Friday.",
            &["meeting planned 2025-12-12 | diplomats from France, diplomats from Spain | - | Cairo"],
        ),
        (
            "Jane Roe and John Doe agreed a truce over dinner in Cairo on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Jane Roe and John Doe ate together for three hours on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | 180"],
        ),
        ("Jane Roe and John Doe ate no meat on Friday in Cairo.", &[]),
        ("The bill is due in Cairo on Friday.", &[]),
    ]);
}
