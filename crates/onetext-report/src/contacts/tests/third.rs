//! Third ones who chair or carry messages, and what several days or one event are told as.

use super::check;

/// All reports are of Sunday, 7 December 2025.
#[test]
fn mediation_and_direct_talks() {
    check(&[
        (
            "Talks between France and Spain were held in Cairo on Friday under Jane Roe's chairmanship.",
            &["mediation_session occurred 2025-12-05 | France, Spain | - | Cairo"],
        ),
        (
            "France and Spain held indirect talks in Cairo on Friday.",
            &["mediation_session occurred 2025-12-05 | France, Spain | - | Cairo"],
        ),
        (
            "France and Spain held direct talks in Cairo on Friday. Jane Roe chaired the session.",
            &["negotiation_round occurred 2025-12-05 | France, Spain, Jane Roe | - | Cairo"],
        ),
        (
            "Envoys of France and Spain sat down with representatives of the rebels in Cairo on Friday.",
            &[
                "negotiation_round occurred 2025-12-05 | Envoys from France, Envoys from Spain, representatives of the rebels | - | Cairo",
            ],
        ),
        (
            "Jane Roe and John Doe talked one on one for two hours on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | 120"],
        ),
        (
            "Talks between France and Spain were held in Cairo on Friday. Jane Roe and John Doe were there for Italy.",
            &["negotiation_round occurred 2025-12-05 | France, Spain, Jane Roe, John Doe | - | Cairo"],
        ),
    ]);
}

#[test]
fn days_in_a_row_and_one_event() {
    check(&[
        (
            "Negotiators for France and Spain will meet for three days from Monday.",
            &[
                "negotiation_round planned 2025-12-08..2025-12-10 | Negotiators from France, Negotiators from Spain",
            ],
        ),
        (
            "A round of talks between France and Spain is set for Thursday and Friday in Cairo.",
            &["negotiation_round planned 2025-12-11..2025-12-12 | France, Spain | - | Cairo"],
        ),
        (
            "Jane Roe will host John Doe at a summit in Cairo on Friday.",
            &["meeting planned 2025-12-12 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Jane Roe will call the heads of delegation together again on Friday morning.",
            &["meeting planned 2025-12-12 | Jane Roe, the heads of delegation"],
        ),
        ("Jane Roe accepted an invitation to visit Cairo.", &["visit planned - | Jane Roe | - | Cairo"]),
        (
            "Jane Roe is due to visit Cairo on Friday to see John Doe.",
            &["visit planned 2025-12-12 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Jane Roe will see John Doe before the week is out.",
            &["meeting planned 2025-12-07..2025-12-14 | Jane Roe, John Doe"],
        ),
    ]);
}

#[test]
fn rooms_datelines_and_calls_to_a_meeting() {
    check(&[
        (
            "LOS ANGELES (AP) — Delta and the pilots' union were back in the room on Friday.",
            &["negotiation_round occurred 2025-12-05 | Delta, the pilots' union"],
        ),
        (
            "Jane Roe called union leaders to a meeting in Cairo on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, union leaders | - | Cairo"],
        ),
        (
            "Jane Roe and John Doe had met once before, in Cairo on 1 December.",
            &["meeting occurred 2025-12-01 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "France and Spain negotiated in Cairo on Friday with the help of a former judge, Jane Roe.",
            &["mediation_session occurred 2025-12-05 | France, Spain | - | Cairo"],
        ),
        (
            "Jane Roe visited John Doe in Cairo on Friday.",
            &["visit occurred 2025-12-05 | Jane Roe, John Doe | - | Cairo"],
        ),
        ("The press waited in the room on Friday.", &[]),
    ]);
}
