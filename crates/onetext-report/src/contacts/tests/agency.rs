//! Sentences as agencies, local radio and conferences tell of contacts, each with what a person finds in it.

use super::check;

/// All reports are of Sunday, 7 December 2025.
#[test]
fn told_by_several_words() {
    check(&[
        (
            "Jane Roe and John Doe saw each other in Doha on Tuesday.",
            &["meeting occurred 2025-12-02 | Jane Roe, John Doe | - | Doha"],
        ),
        (
            "Jane Roe got on the phone with John Doe on Tuesday.",
            &["phone_call occurred 2025-12-02 | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe called on Prime Minister John Doe in Valletta on Saturday.",
            &["meeting occurred 2025-12-06 | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe came face to face with John Doe in Cairo on Monday.",
            &["meeting occurred 2025-12-01 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Jane Roe was received by John Doe in Cairo on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Jane Roe and John Doe exchanged letters last week.",
            &["letter occurred 2025-11-30..2025-12-06 | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe told John Doe in a phone call on Friday that the convoy had to pass.",
            &["phone_call occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        (
            "The union's bargaining committee will meet with management on Tuesday.",
            &["meeting planned 2025-12-09"],
        ),
        (
            "Jane Roe is due to meet John Doe at the border a week on Friday.",
            &["meeting planned 2025-12-19 | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe, who saw John Doe in Cairo earlier in the day, told a news conference that the deal was dead.",
            &["meeting occurred 2025-12-07 | Jane Roe, John Doe | - | Cairo"],
        ),
    ]);
}

#[test]
fn apart_and_beside() {
    check(&[
        (
            "Jane Roe spoke by telephone with John Doe and Max Moe in separate calls on Thursday.",
            &[
                "phone_call occurred 2025-12-04 | Jane Roe, John Doe",
                "phone_call occurred 2025-12-04 | Jane Roe, Max Moe",
            ],
        ),
        (
            "Jane Roe held separate meetings on Friday with John Doe and Max Moe.",
            &[
                "meeting occurred 2025-12-05 | Jane Roe, John Doe",
                "meeting occurred 2025-12-05 | Jane Roe, Max Moe",
            ],
        ),
        (
            "Jane Roe and John Doe held talks in Cairo on Friday, with Max Moe as host.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe, Max Moe | - | Cairo"],
        ),
        (
            "Mendes met Rao on the margins of the climate conference in Nairobi on Friday.",
            &["meeting occurred 2025-12-05 | Mendes, Rao | - | Nairobi"],
        ),
        (
            "Kenya, Egypt and Qatar held a trilateral in Cairo on Thursday.",
            &["meeting occurred 2025-12-04 | Kenya, Egypt, Qatar | - | Cairo"],
        ),
        (
            "Mendes and Rao huddled for two hours on Saturday.",
            &["meeting occurred 2025-12-06 | Mendes, Rao | 120"],
        ),
        (
            "Jane Roe met John Doe on Friday. Three days earlier she had spoken by phone with Max Moe.",
            &[
                "meeting occurred 2025-12-05 | Jane Roe, John Doe",
                "phone_call occurred 2025-12-02 | Jane Roe, Max Moe",
            ],
        ),
        (
            "The two delegations will hold a third round in Nairobi next week.",
            &["negotiation_round planned 2025-12-08..2025-12-14 | - | - | Nairobi"],
        ),
    ]);
}

#[test]
fn none_or_not_held() {
    check(&[
        ("No new talks are scheduled.", &[]),
        ("The rebels did not sit down with the government delegation on Friday.", &[]),
        ("On a background call with reporters on Friday, a senior official said the text was ready.", &[]),
        ("A further meeting of Roe and Doe has not been announced.", &[]),
        ("The presidents issued a joint statement on Friday.", &[]),
        ("The bilateral relationship was strained on Friday.", &[]),
        (
            "A planned meeting between Jane Roe and John Doe on Friday did not take place.",
            &["meeting cancelled 2025-12-05 | Jane Roe, John Doe"],
        ),
    ]);
}
