//! Calendars as iCalendar files: whole files as they are written, and whatever words stand in them.

use onetext_document::calendar::{Calendar, Event, Status, When, write};
use proptest::prelude::*;

/// The lines of a file, put together again where they were folded.
fn unfolded(file: &str) -> Vec<String> {
    assert!(file.ends_with("\r\n"));
    let mut lines: Vec<String> = Vec::new();
    for line in file.trim_end_matches("\r\n").split("\r\n") {
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
        match (line.strip_prefix(' '), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

#[test]
fn a_calendar_in_full() {
    let call = Event {
        uid: "call@example.org".to_owned(),
        stamp: 1_772_841_600,
        sequence: 2,
        when: When::Moments { from: 1_772_899_200, to: Some(1_772_906_400) },
        title: "Call of the envoys, again".to_owned(),
        place: Some("by telephone".to_owned()),
        about: "State: occurred\nWho: Ann (first side), Bob (second side)\nIt took two hours, or three: accounts differ".to_owned(),
        category: Some("call".to_owned()),
        is_confidential: true,
        part_of: Some("round@example.org".to_owned()),
        status: Status::Confirmed,
    };
    let round = Event {
        uid: "round@example.org".to_owned(),
        when: When::Days { first: 20_520, last: 20_518 },
        title: "Переговори в місті, назву якого ще не оголошено жодною зі сторін".to_owned(),
        status: Status::Cancelled,
        ..Event::default()
    };
    let calendar = Calendar { name: "Talks".to_owned(), about: String::new(), events: vec![call, round] };
    let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//onetext//calendar//EN\r\nCALSCALE:GREGORIAN\r\n\
        NAME:Talks\r\nX-WR-CALNAME:Talks\r\n\
        BEGIN:VEVENT\r\nUID:call@example.org\r\nDTSTAMP:20260307T000000Z\r\nSEQUENCE:2\r\n\
        DTSTART:20260307T160000Z\r\nDTEND:20260307T180000Z\r\nSUMMARY:Call of the envoys\\, again\r\nSTATUS:CONFIRMED\r\n\
        LOCATION:by telephone\r\nDESCRIPTION:State: occurred\\nWho: Ann (first side)\\, Bob (second side)\\nIt \r\n \
        took two hours\\, or three: accounts differ\r\nCATEGORIES:call\r\nCLASS:CONFIDENTIAL\r\n\
        RELATED-TO:round@example.org\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nUID:round@example.org\r\nDTSTAMP:19700101T000000Z\r\nSEQUENCE:0\r\n\
        DTSTART;VALUE=DATE:20260308\r\nDTEND;VALUE=DATE:20260309\r\n\
        SUMMARY:Переговори в місті\\, назву якого ще н\r\n е оголошено жодною зі сторін\r\n\
        STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(write(&calendar), expected);
}

/// The words as a reader of the file gets them.
fn read_back(value: &str) -> String {
    let mut out = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n') => out.push('\n'),
                Some(other) => out.push(other),
                None => panic!("a stroke at the end of {value:?}"),
            },
            (';' | ',', _) => panic!("{letter} stands bare in {value:?}"),
            _ => out.push(letter),
        }
    }
    out
}

proptest! {
    #[test]
    fn no_words_leave_their_line(title in "\\PC{0,40}|[\\r\\n\\\\;,:\"A-Z\u{85}\u{2028}\u{202e}]{0,90}", first in any::<i64>(), last in any::<i64>()) {
        let event = Event { uid: "a".to_owned(), title: title.clone(), when: When::Days { first, last }, stamp: last, ..Event::default() };
        let file = write(&Calendar { name: title.clone(), about: title.clone(), events: vec![event] });
        let lines = unfolded(&file);
        let names: Vec<&str> = lines.iter().map(|line| line.split([':', ';']).next().unwrap()).collect();
        let kept = |text: &str| text.trim().replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
        let words: String = kept(&title).chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
        if title.trim().is_empty() {
            prop_assert_eq!(names.len(), 14);
        } else {
            prop_assert_eq!(names.len(), 19, "{:?}", names);
            let summary = lines.iter().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            prop_assert_eq!(read_back(summary), words);
        }
    }
}
