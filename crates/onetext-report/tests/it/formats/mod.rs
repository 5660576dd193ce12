//! Files from outside to texts. Without the feature `formats` only what a person writes beside a text is read.

#[cfg(feature = "formats")]
mod hostile;
#[cfg(feature = "formats")]
mod letters;
#[cfg(feature = "formats")]
mod messages;
#[cfg(feature = "formats")]
mod pages;

use onetext_report::formats::{Beside, Published, Remark, arrived};

#[test]
fn a_file_beside_a_text_says_what_the_text_does_not() {
    let beside = Beside::parse(
        "# pasted by hand\npublished = 2026-03-07T23:30:00-05:00\noutlet = \"The Upland Herald\"\n\
         title = \"Envoys meet\"\ntimezone = \"Europe/Kyiv\"\nlanguage = \"en\"\naddress = \"https://example.org/1\"\n",
    )
    .unwrap();
    let mut report = arrived("The envoys met.");
    beside.put_over(&mut report);
    assert_eq!(report.title.as_deref(), Some("Envoys meet"));
    assert_eq!(report.address.as_deref(), Some("https://example.org/1"));
    // In Kyiv it was the eighth already.
    assert_eq!(report.published.unwrap().day(None).to_string(), "2026-03-08");
}

#[test]
fn a_file_beside_a_text_is_told_what_is_wrong() {
    let said = |text: &str| Beside::parse(text).unwrap_err().to_string();
    assert_eq!(
        said("outlet = \"A\"\npublised = 2026-03-07\n"),
        "line 2: the key \"publised\" is not known; the keys are published, outlet, timezone, title, address, language"
    );
    assert_eq!(
        said("published = \"last Tuesday\""),
        "line 1: published = \"last Tuesday\" is not understood; write published = 2025-12-06 or \
         published = 2025-12-06T18:30:00+02:00"
    );
    assert!(
        said("\ntimezone = \"Upland/Capital\"")
            .starts_with("line 2: timezone = \"Upland/Capital\" is not understood")
    );
    assert!(said("outlet = 12").starts_with("line 1: outlet = 12 is not understood; write outlet = "));
    assert!(said("outlet = \"A\"\ntitle Envoys\n").starts_with("line 2: it is not TOML"));
}

#[test]
fn days_as_pages_and_letters_write_them() {
    let cases = [
        ("2026-03-07", "2026-03-07"),
        ("2026-03-07T22:30", "2026-03-07"),
        ("2026-03-07 22:30:00 +0200", "2026-03-07"),
        ("2026-03-07T23:59:59.123Z", "2026-03-07"),
        ("2026-03-07T01:00:00+0200", "2026-03-07"),
        ("Sat, 07 Mar 2026 22:30:00 -0500", "2026-03-07"),
        ("Sat, 7 Mar 2026 22:30:00 GMT", "2026-03-07"),
        ("March 7, 2026 at 10:30 pm", "2026-03-07"),
        ("Saturday 7 March 2026", "2026-03-07"),
        ("7th Sept. 2026", "2026-09-07"),
    ];
    for (words, day) in cases {
        let read = Published::parse(words).unwrap_or_else(|| panic!("{words} is not read"));
        assert_eq!(read.day(None).to_string(), day, "{words}");
    }
    for words in [
        "",
        "yesterday",
        "07/03/2026",
        "2026-02-30",
        "31 February 2026",
        "0001-01-01",
        "٧ مارس",
        "+-+-+-+-+-é-1234",
    ] {
        assert_eq!(Published::parse(words), None, "{words}");
    }
}

#[test]
fn signs_that_nobody_sees_stay_in_the_text() {
    let text = "The en\u{200b}voy \u{202e}left\u{202c}.\u{7}";
    let report = arrived(text);
    assert_eq!(report.text, text);
    let rules: Vec<&str> = report.findings.iter().map(Remark::rule).collect();
    assert_eq!(rules, ["reordered", "invisible", "control-characters"]);
    assert_eq!(report.findings[0].sentence(), "Marks that change the order of reading: U+202C, U+202E.");
    assert!(arrived("Звичайний текст — «так».\r\n\tשלום").findings.is_empty());
}
