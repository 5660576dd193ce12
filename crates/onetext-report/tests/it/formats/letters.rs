//! Plain text in its encodings.

use onetext_report::formats::{FormatError, Remark, read};

fn text(bytes: &[u8]) -> (String, Vec<&'static str>) {
    let all = read(bytes, "story.txt").unwrap();
    let [one] = all.as_slice() else { panic!("one text") };
    (one.text.clone(), one.findings.iter().map(Remark::rule).collect())
}

#[test]
fn plain_text_stands_as_it_stood() {
    let story = "Talks resumed.\r\n\r\n\tThe envoy  said: “Soon.”\n";
    assert_eq!(text(story.as_bytes()), (story.to_owned(), vec![]));
    let marked = [b"\xef\xbb\xbf".as_slice(), story.as_bytes()].concat();
    assert_eq!(text(&marked).0, story);
}

#[test]
fn lines_broken_for_their_width_are_joined_and_every_letter_keeps_its_place() {
    let story = "The delegations met on Monday in the hall by the lake, where the\n\
        mediator handed them a new text of nine points. Nobody spoke to\n\
        the press afterwards.\n\n- first item\n- second item\n";
    let (read, _) = text(story.as_bytes());
    assert!(read.contains("where the mediator handed") && read.contains("spoke to the press"));
    assert!(read.contains("\n\n- first item\n- second item"));
    let places = |text: &str| text.char_indices().filter(|(_, c)| !c.is_whitespace()).collect::<Vec<_>>();
    assert_eq!(places(&read), places(story));
    // Short lines that end where their writer ended them.
    let verse = "The talks are over.\nNobody won.\nThe lake is calm this evening.\nThe delegates went home to their towns and waited.\n";
    assert_eq!(text(verse.as_bytes()).0, verse);
}

#[test]
fn other_encodings_are_told_by_mark_or_by_letters() {
    let story = "Посол заявив: «Так».";
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(story.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(text(&wide), (story.to_owned(), vec!["encoding"]));
    // "Посол заявив" in windows-1251; "Le négociateur a déclaré" in windows-1252.
    let cyrillic = b"\xcf\xee\xf1\xee\xeb \xe7\xe0\xff\xe2\xe8\xe2.";
    assert_eq!(text(cyrillic), ("Посол заявив.".to_owned(), vec!["encoding"]));
    let western = b"Le n\xe9gociateur a d\xe9clar\xe9 : \x93oui\x94.";
    assert_eq!(text(western), ("Le négociateur a déclaré : “oui”.".to_owned(), vec!["encoding"]));
    let damaged = "Посол заявив «так».".as_bytes().iter().copied().chain(*b" \xff").collect::<Vec<u8>>();
    assert_eq!(text(&damaged), ("Посол заявив «так». \u{fffd}".to_owned(), vec!["no-letters"]));
}

#[test]
fn what_is_no_text_is_refused_with_what_to_do() {
    for (bytes, name) in [
        (b"%PDF-1.7 ...".as_slice(), "a.pdf"),
        (b"PK\x03\x04....", "a.docx"),
        (b"\x89PNG....", "a.txt"),
        (b"\0\0\0\0abc\0\0\0", "a.txt"),
        (b"<?xml version='1.0'?><akomaNtoso/>", "a.xml"),
    ] {
        let refused = read(bytes, name).unwrap_err();
        assert!(matches!(refused, FormatError::Unknown(_)), "{name}: {refused}");
        assert!(refused.to_string().contains("give plain text, HTML"));
    }
    assert_eq!(read(b" \n\t ", "a.txt").unwrap_err(), FormatError::Empty);
}
