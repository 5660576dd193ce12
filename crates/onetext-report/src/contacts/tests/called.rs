//! Contacts told by where somebody is called or taken, and groups that stand for persons told before.

use super::check;

/// All reports are of Sunday, 7 December 2025.
#[test]
fn called_and_taken() {
    check(&[
        (
            "The envoys of France and Spain were summoned to Cairo on Friday by Jane Roe.",
            &["meeting occurred 2025-12-05 | envoys from France, envoys from Spain, Jane Roe"],
        ),
        (
            "Jane Roe pulled John Doe aside for a chat on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe presented the plan to John Doe in Cairo on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Jane Roe and John Doe were shut in a hotel in Cairo for six hours on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | 360 | Cairo"],
        ),
        (
            "Jane Roe sent a revised draft to John Doe on Friday.",
            &["letter occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        (
            "Union leader Jane Roe is to take members through the terms at a virtual meeting on Friday.",
            &["briefing planned 2025-12-12 | Jane Roe, members"],
        ),
        (
            "Jane Roe hammered out a deal with John Doe over several days.",
            &["negotiation_round occurred - | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe gathered the carriers' executives on a video call on Friday.",
            &["video_call occurred 2025-12-05 | Jane Roe, the carriers' executives"],
        ),
        ("The plane went over the city on Friday with its engine off.", &[]),
        ("Jane Roe sent a message to voters on Friday.", &[]),
        ("Jane Roe presented the award on Friday in Cairo.", &[]),
        ("The ship was locked in ice for six hours on Friday.", &[]),
    ]);
}

#[test]
fn groups_told_before() {
    check(&[
        (
            "Gen Jane Roe and Gen John Doe met in Cairo on Friday. Minister Max Moe spoke to the press. The two generals \
             will meet in Doha on Monday.",
            &[
                "meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Cairo",
                "meeting planned 2025-12-08 | Jane Roe, John Doe | - | Doha",
            ],
        ),
        (
            "Jane Roe, John Doe and Max Moe met in Cairo on Friday. The same three held a meeting in Doha in October.",
            &[
                "meeting occurred 2025-12-05 | Jane Roe, John Doe, Max Moe | - | Cairo",
                "meeting occurred 2025-10-01..2025-10-31 | Jane Roe, John Doe, Max Moe | - | Doha",
            ],
        ),
        (
            "Jane Roe sat opposite a Spanish team made up of John Doe and Max Moe in Cairo on Friday.",
            &[
                "negotiation_round occurred 2025-12-05 | Jane Roe, a Spanish team, John Doe, Max Moe | - | Cairo",
            ],
        ),
        (
            "Jane Roe telephoned John Doe on Friday. Max Moe joined after an hour.",
            &["phone_call occurred 2025-12-05 | Jane Roe, John Doe, Max Moe"],
        ),
        (
            "President Jane Roe, who raised it with John Doe when they met in Cairo last month, wants a deal.",
            &["meeting occurred 2025-11-01..2025-11-30 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Jane Roe has since spoken by telephone to the leaders of Fiji and Palau.",
            &["phone_call occurred - | Jane Roe, leaders from Fiji, leaders from Palau"],
        ),
    ]);
}

#[test]
fn told_once_more() {
    check(&[
        (
            "Envoys of France and Spain met in Cairo on Friday. John Doe chaired the session, the second round since May.",
            &["meeting occurred 2025-12-05 | Envoys from France, Envoys from Spain, John Doe | - | Cairo"],
        ),
        (
            "Jane Roe's first conversation with John Doe on Friday ended without result. A second call sealed the deal.",
            &[
                "phone_call occurred 2025-12-05 | Jane Roe, John Doe",
                "phone_call occurred - | Jane Roe, John Doe",
            ],
        ),
        (
            "A gathering of ministers in Cairo that was meant to discuss a truce on Friday has been postponed.",
            &["meeting cancelled 2025-12-12 | ministers | - | Cairo"],
        ),
        (
            "Talks between France and Spain on a treaty are still going on.",
            &["negotiation_round ongoing - | France, Spain"],
        ),
        (
            "In July, officials of the member states gathered for a week in Cairo.",
            &["meeting occurred 2025-07-01..2025-07-31 | officials of the member states | - | Cairo"],
        ),
    ]);
}
