//! Short reports of many kinds, each with the contacts that a person finds in it.

use super::check;

/// All reports are of Sunday, 7 December 2025.
#[test]
fn calls() {
    check(&[
        (
            "President Macron spoke by phone with Chancellor Merz on Friday.",
            &["phone_call occurred 2025-12-05 | Macron, Merz"],
        ),
        (
            "Rutte and Costa held a 90-minute phone call on Saturday to discuss the plan.",
            &["phone_call occurred 2025-12-06 | Rutte, Costa | 90"],
        ),
        (
            "In a call with Lula on Monday, Petro said that the border would stay open.",
            &["phone_call occurred 2025-12-01 | Lula, Petro"],
        ),
        ("Sharif phoned Modi on Thursday.", &["phone_call occurred 2025-12-04 | Sharif, Modi"]),
        (
            "Carney called Sheinbaum on Tuesday to congratulate her.",
            &["phone_call occurred 2025-12-02 | Carney, Sheinbaum"],
        ),
        (
            "A phone call between Anders and Brandt is planned for Wednesday.",
            &["phone_call planned 2025-12-10 | Anders, Brandt"],
        ),
        (
            "Mayor Ortiz will speak with Governor Hale by phone on Tuesday.",
            &["phone_call planned 2025-12-09 | Ortiz, Hale"],
        ),
        (
            "Anders and Brandt held a video call on Thursday.",
            &["video_call occurred 2025-12-04 | Anders, Brandt"],
        ),
        ("Leaders of the group met by videoconference on Friday.", &["video_call occurred 2025-12-05"]),
        ("Anders called Brandt a liar.", &[]),
        ("Anders called on Brandt to resign.", &[]),
        ("The calls for a ceasefire grew louder on Friday.", &[]),
    ]);
}

#[test]
fn meetings() {
    check(&[
        (
            "Lavrov met Fidan in Antalya on Tuesday.",
            &["meeting occurred 2025-12-02 | Lavrov, Fidan | - | Antalya"],
        ),
        (
            "Anders met with Brandt and Costa in Vienna on Monday for three hours.",
            &["meeting occurred 2025-12-01 | Anders, Brandt, Costa | 180 | Vienna"],
        ),
        ("Anders will meet Brandt on Thursday.", &["meeting planned 2025-12-11 | Anders, Brandt"]),
        (
            "Anders is expected to meet Brandt in Doha on Monday.",
            &["meeting expected 2025-12-08 | Anders, Brandt | - | Doha"],
        ),
        (
            "A meeting between Anders and Brandt is scheduled for Friday.",
            &["meeting planned 2025-12-12 | Anders, Brandt"],
        ),
        (
            "A meeting between Anders and Brandt that was set for Friday has been cancelled.",
            &["meeting cancelled 2025-12-12 | Anders, Brandt"],
        ),
        (
            "Anders said he was ready to meet Brandt if the shelling stops.",
            &["meeting conditional - | Anders, Brandt"],
        ),
        (
            "Anders hosted Brandt in Nairobi on Saturday.",
            &["meeting occurred 2025-12-06 | Anders, Brandt | - | Nairobi"],
        ),
        (
            "Anders sat down with Brandt in Cairo on Wednesday.",
            &["meeting occurred 2025-12-03 | Anders, Brandt | - | Cairo"],
        ),
        (
            "Anders flew to Ankara on Thursday to meet Brandt.",
            &["meeting occurred 2025-12-04 | Anders, Brandt | - | Ankara"],
        ),
        (
            "Anders will fly to Ankara, where he is to meet Brandt on Thursday.",
            &["meeting planned 2025-12-11 | Anders, Brandt | - | Ankara"],
        ),
        (
            "Anders and Brandt had spent about three hours together on Friday in talks with Costa.",
            &["meeting occurred 2025-12-05 | Anders, Brandt, Costa | 180"],
        ),
    ]);
}

#[test]
fn meetings_over_sentences() {
    check(&[
        ("Anders had dinner with Brandt on Friday.", &["meeting occurred 2025-12-05 | Anders, Brandt"]),
        (
            "After meeting Brandt on Friday, Anders flew home.",
            &["meeting occurred 2025-12-05 | Anders, Brandt"],
        ),
        (
            "Anders met Brandt on Monday. The meeting lasted two hours.",
            &["meeting occurred 2025-12-01 | Anders, Brandt | 120"],
        ),
        (
            "Anders met Brandt on Monday. They will meet again on Friday.",
            &["meeting occurred 2025-12-01 | Anders, Brandt", "meeting planned 2025-12-12"],
        ),
        (
            "Anders met Brandt in Cairo on Monday. On Tuesday he met Costa in Doha.",
            &[
                "meeting occurred 2025-12-01 | Anders, Brandt | - | Cairo",
                "meeting occurred 2025-12-02 | Costa | - | Doha",
            ],
        ),
        (
            "The Cairo meeting between Anders and Brandt on Monday ended without a result.",
            &["meeting occurred 2025-12-01 | Anders, Brandt | - | Cairo"],
        ),
        (
            "At a summit in Nairobi on Friday, Anders and Brandt signed a pact.",
            &["meeting occurred 2025-12-05 | Anders, Brandt | - | Nairobi"],
        ),
    ]);
}

#[test]
fn talks() {
    check(&[
        (
            "Ukrainian and Russian negotiators held a second round of talks in Istanbul on Monday.",
            &["negotiation_round occurred 2025-12-01 | Ukrain, Russia | - | Istanbul"],
        ),
        (
            "A new round of talks between Ukraine and Russia began in Istanbul on Sunday.",
            &["negotiation_round ongoing 2025-12-07 | Ukraine, Russia | - | Istanbul"],
        ),
        (
            "Talks between Ukraine and Russia on the exchange of prisoners will resume in Doha on Tuesday.",
            &["negotiation_round planned 2025-12-09 | Ukraine, Russia | - | Doha"],
        ),
        (
            "Delegates wrapped up talks in Bonn on Friday.",
            &["negotiation_round occurred 2025-12-05 | - | - | Bonn"],
        ),
        (
            "Negotiators are expected to hold further talks in Vienna on Wednesday.",
            &["negotiation_round expected 2025-12-10 | - | - | Vienna"],
        ),
        (
            "Talks between Egypt and Qatar that were due on Monday were postponed.",
            &["negotiation_round cancelled 2025-12-08 | Egypt, Qatar"],
        ),
        (
            "The call capped three days of negotiations in Vienna between Egypt and Qatar.",
            &["negotiation_round occurred - | Egypt, Qatar | - | Vienna"],
        ),
        (
            "Anders phoned Brandt on Friday. The call capped three days of negotiations in Vienna between Egypt and Qatar.",
            &[
                "phone_call occurred 2025-12-05 | Anders, Brandt",
                "negotiation_round occurred 2025-12-03..2025-12-05 | Egypt, Qatar | - | Vienna",
            ],
        ),
        (
            "Officials from Egypt held consultations with officials from Qatar in Cairo on Tuesday.",
            &["consultation occurred 2025-12-02 | Egypt, Qatar | - | Cairo"],
        ),
        (
            "Following talks in Geneva, the text was cut to ten points.",
            &["negotiation_round occurred - | - | - | Geneva"],
        ),
        (
            "Talks in Geneva on Monday between Egypt and Qatar produced no agreement. The Geneva talks will be followed by a summit in Cairo on Friday.",
            &[
                "negotiation_round occurred 2025-12-01 | Egypt, Qatar | - | Geneva",
                "meeting planned 2025-12-12 | - | - | Cairo",
            ],
        ),
    ]);
}

#[test]
fn labour_and_mediation() {
    check(&[
        (
            "The nurses union and Hale Hospital will return to the bargaining table on Wednesday.",
            &["negotiation_round planned 2025-12-10"],
        ),
        ("The sides last held a bargaining session on Tuesday.", &["negotiation_round occurred 2025-12-02"]),
        (
            "The railway and the union met with a federal mediator on Thursday.",
            &["mediation_session occurred 2025-12-04"],
        ),
        (
            "A mediation session between Egypt and Qatar is scheduled for Tuesday.",
            &["mediation_session planned 2025-12-09 | Egypt, Qatar"],
        ),
        (
            "Anders mediated a second day of talks between Egypt and Qatar in Doha on Saturday.",
            &["mediation_session occurred 2025-12-06 | Anders, Egypt, Qatar | - | Doha"],
        ),
        ("Bargaining resumed on Friday after a week's pause.", &["negotiation_round occurred 2025-12-05"]),
    ]);
}

#[test]
fn briefings_visits_letters() {
    check(&[
        ("Anders briefed Brandt on the draft on Friday.", &["briefing occurred 2025-12-05 | Anders, Brandt"]),
        (
            "Anders and Costa are to brief Brandt in Cairo on Monday.",
            &["briefing planned 2025-12-08 | Anders, Costa, Brandt | - | Cairo"],
        ),
        ("Anders visited Nairobi on Thursday.", &["visit occurred 2025-12-04 | Anders | - | Nairobi"]),
        ("Anders will travel to Cairo on Tuesday.", &["visit planned 2025-12-09 | Anders | - | Cairo"]),
        ("Anders sent a letter to Brandt on Monday.", &["letter occurred 2025-12-01 | Anders, Brandt"]),
        (
            "In a letter to Brandt on Friday, Anders asked for time.",
            &["letter occurred 2025-12-05 | Anders, Brandt"],
        ),
    ]);
}

#[test]
fn no_contacts() {
    check(&[
        ("\"We are close,\" Anders told Reuters on Friday.", &[]),
        ("Anders told reporters at a press conference on Friday that the plan was dead.", &[]),
        ("Anders spoke to reporters on Friday.", &[]),
        ("Anders is in constant contact with Brandt.", &[]),
        ("Negotiations have gained momentum in recent weeks.", &[]),
        ("The offer met the conditions that Brandt had set.", &[]),
        ("The proposal met resistance in Cairo.", &[]),
        ("Anders refused to meet Brandt.", &[]),
        ("Anders has never met Brandt.", &[]),
        ("No meeting between Anders and Brandt took place.", &[]),
        ("In 1938 the great powers held talks in Munich.", &[]),
        ("Anders recalled that the two met in Helsinki in 1986.", &[]),
        ("The company met expectations in the third quarter.", &[]),
        ("Peace talks have stalled.", &[]),
        ("The squad met its rival in the league final on Friday.", &[]),
        ("Months of talks have led nowhere.", &[]),
        ("Anders briefed reporters on Friday.", &[]),
        ("The union accused the company of not negotiating in good faith.", &[]),
        ("Regular meetings between Anders and Brandt are useful.", &[]),
        ("Anders wants a meeting with Brandt.", &[]),
        ("Anders welcomed the proposal on Friday.", &[]),
        ("The plan calls for talks.", &[]),
        ("Jane Roe received VIP treatment in Nairobi on Friday.", &[]),
        ("A group called the Order marched on Friday.", &[]),
        ("Egypt and Qatar welcomed a resumption of ties with Kenya on Friday.", &[]),
        ("Officials hold virtual meetings every week.", &[]),
    ]);
}

#[test]
fn what_stands_around_a_contact() {
    check(&[
        (
            "The last bargaining session, on Nov. 28, ended after 40 minutes.",
            &["negotiation_round occurred 2025-11-28 | - | 40"],
        ),
        (
            "A meeting of Egypt, Qatar and Kenya is set for Dec. 15 in Abu Dhabi.",
            &["meeting planned 2025-12-15 | Egypt, Qatar, Kenya | - | Abu Dhabi"],
        ),
        (
            "A meeting with Jane Roe, who runs the fund, is planned for Saturday.",
            &["meeting planned 2025-12-13 | Jane Roe"],
        ),
        (
            "Jane Roe arrived in Dublin on Tuesday, where she met John Doe.",
            &["meeting occurred 2025-12-02 | Jane Roe, John Doe | - | Dublin"],
        ),
        (
            "Jane Roe flew to Cairo on Thursday and held talks with John Doe.",
            &["meeting occurred 2025-12-04 | Jane Roe, John Doe | - | Cairo"],
        ),
        (
            "Jane Roe and John Doe spoke on Monday for an hour.",
            &["phone_call occurred 2025-12-01 | Jane Roe, John Doe | 60"],
        ),
        (
            "A week of talks between Egypt and Qatar ended on Friday.",
            &["negotiation_round occurred 2025-11-29..2025-12-05 | Egypt, Qatar"],
        ),
        (
            "The sides will meet for a fourth round on December 9 in Wolfsburg.",
            &["negotiation_round planned 2025-12-09 | - | - | Wolfsburg"],
        ),
        (
            "A letter sent by Jane Roe to John Doe on Monday named the price.",
            &["letter occurred 2025-12-01 | Jane Roe, John Doe"],
        ),
        (
            "A summit of Egypt and Qatar in Budapest planned for October was cancelled.",
            &["meeting cancelled 2025-10-01..2025-10-31 | Egypt, Qatar | - | Budapest"],
        ),
    ]);
}

#[test]
fn contacts_told_over_sentences() {
    check(&[
        (
            "Jane Roe and John Doe met with Max Moe in Cairo on Friday. The pair will see Ann Poe on Tuesday.",
            &[
                "meeting occurred 2025-12-05 | Jane Roe, John Doe, Max Moe | - | Cairo",
                "meeting planned 2025-12-09 | Jane Roe, John Doe, Ann Poe",
            ],
        ),
        (
            "Egypt and Qatar held talks in Nairobi on Friday. Egypt was represented by Jane Roe and John Doe.",
            &["negotiation_round occurred 2025-12-05 | Egypt, Qatar, Jane Roe, John Doe | - | Nairobi"],
        ),
        (
            "Jane Roe had spent about eight hours on Saturday with John Doe. An official said that the first day lasted ten hours. Roe and Doe met again on Sunday.",
            &[
                "meeting occurred 2025-12-06 | Jane Roe, John Doe",
                "meeting occurred 2025-12-07 | Jane Roe, John Doe",
            ],
        ),
        (
            "Jane Roe met John Doe during a summit in Nairobi on Friday. Talks between Egypt and Qatar are due to begin in Doha on Tuesday.",
            &[
                "meeting occurred 2025-12-05 | Jane Roe, John Doe | - | Nairobi",
                "negotiation_round planned 2025-12-09 | Egypt, Qatar | - | Doha",
            ],
        ),
        (
            "Jane Roe and John Doe will fly to Doha, where they are to meet Max Moe on Tuesday.",
            &["meeting planned 2025-12-09 | Jane Roe, John Doe, Max Moe | - | Doha"],
        ),
        (
            "Jane Roe met John Doe in Cairo on Monday. The next day she met Max Moe in Doha.",
            &[
                "meeting occurred 2025-12-01 | Jane Roe, John Doe | - | Cairo",
                "meeting occurred 2025-12-02 | Jane Roe, Max Moe | - | Doha",
            ],
        ),
        (
            "Jane Roe phoned John Doe on Monday. The call lasted 35 minutes.",
            &["phone_call occurred 2025-12-01 | Jane Roe, John Doe | 35"],
        ),
    ]);
}
