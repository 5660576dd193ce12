//! What was to have been, whoever came to it, what was handed over: each with what a person finds in it.

use super::check;

/// All reports are of Sunday, 7 December 2025.
#[test]
fn what_was_to_have_been() {
    check(&[
        (
            "Jane Roe was to have met John Doe in Cairo on Wednesday.",
            &["meeting cancelled 2025-12-03 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Jane Roe should have sat down with John Doe in Cairo on Friday.",
            &["meeting cancelled 2025-12-05 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Jane Roe was supposed to see John Doe in Cairo on Friday but scrapped the plan.",
            &["meeting cancelled 2025-12-12 | Jane Roe, John Doe | - | Cairo"],
        ),
        ("Jane Roe is expected in Cairo on Friday.", &["visit expected 2025-12-12 | Jane Roe | - | Cairo"]),
        (
            "Jane Roe and John Doe will next meet in Cairo on Friday.",
            &["meeting planned 2025-12-12 | Jane Roe, John Doe | - | Cairo"],
        ),
    ]);
}

#[test]
fn whoever_came_to_it() {
    check(&[
        (
            "Jane Roe and John Doe met in Cairo on Friday. Max Moe also attended the meeting.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe, Max Moe | - | Cairo"],
        ),
        (
            "Talks between France and Spain opened on Friday in Cairo and are led by Jane Roe.",
            &["negotiation_round occurred 2025-12-05 | France, Spain, Jane Roe | - | Cairo"],
        ),
        (
            "Jane Roe was received on Friday at the palace by President John Doe.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        (
            "Agency chief Jane Roe met John Doe in Cairo on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Jane Roe and John Doe are in Cairo. They held a separate session with aid agencies on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe, aid agencies"],
        ),
    ]);
}

#[test]
fn what_was_handed_over() {
    check(&[
        (
            "The written reply was handed on Friday by Jane Roe to Ambassador John Doe.",
            &["letter occurred 2025-12-05 | John Doe, Jane Roe"],
        ),
        (
            "Jane Roe was on the phone with John Doe on Friday.",
            &["phone_call occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        (
            "France and Spain will see each other on screen on Friday.",
            &["video_call planned 2025-12-12 | France, Spain"],
        ),
        (
            "Talks between France and Spain were held on Friday in Cairo with French and American mediation.",
            &["negotiation_round occurred 2025-12-05 | France, Spain | - | Cairo"],
        ),
    ]);
}

#[test]
fn who_is_named_after_what_they_are() {
    check(&[
        (
            "The presidents of France and Spain met in Cairo on Friday.\n\nJane Roe and John Doe agreed on a truce.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Unions have waited since Trade Minister Jane Roe and Labour Minister John Doe talked by phone on Friday.",
            &["phone_call occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        (
            "The head of the Farmers' Union (FU), Jane Roe, met Ursula von der Doe on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, Ursula von der Doe"],
        ),
        (
            "Jane Roe told John Doe by telephone on Friday that the convoy had to pass.",
            &["phone_call occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe, who had warned that nothing would move while the guns spoke, phoned John Doe on Friday.",
            &["phone_call occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
        (
            "Jane Roe will report to the ministers in Cairo on Friday.",
            &["briefing planned 2025-12-12 | Jane Roe, the ministers | - | Cairo"],
        ),
    ]);
}

#[test]
fn days_that_rest_on_others() {
    check(&[
        (
            "Ministers voted on Thursday. Jane Roe spent that day in Cairo, where she held talks with John Doe.",
            &["meeting occurred 2025-12-04 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "France and Spain held talks in Cairo on Friday. Jane Roe had dinner with John Doe on the eve of the talks.",
            &[
                "negotiation_round occurred 2025-12-05 | France, Spain | - | Cairo",
                "meeting occurred 2025-12-04 | Jane Roe, John Doe",
            ],
        ),
        (
            "Jane Roe and John Doe had not spoken since 3 December, when they met in Cairo.",
            &["meeting occurred 2025-12-03 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "The truce came after what she called a good meeting between Jane Roe and John Doe on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe"],
        ),
    ]);
}

#[test]
fn what_only_looks_like_a_contact() {
    check(&[
        ("The EU agreed a new round of sanctions on Friday.", &[]),
        ("A second round of voting will be held in Cairo on Sunday.", &[]),
        ("Jane Roe spoke about her ties to the churches of Cairo on Friday.", &[]),
        ("Jane Roe spoke to a gathering of bankers in Cairo on Friday.", &[]),
        ("Jane Roe calls John Doe \u{2018}a friend\u{2019} after the vote on Friday.", &[]),
        ("The press secretary said so at a briefing on Friday.", &[]),
        ("His programme on Friday featured a typical discussion about the mails.", &[]),
        (
            "Jane Roe met Justice Department liaison John Doe in Cairo on Friday.",
            &["meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Cairo"],
        ),
    ]);
}
