//! Texts as they arrive: Word files made by hand, other formats, anything at all.

mod package;

use onetext_text::akoma::{self, Identity};
use onetext_text::draft::{Draft, read_markdown, read_plain};
use onetext_text::import::{Reading, Remark, read};
use onetext_text::manuscript::MarkSort;
use proptest::prelude::*;
use serde_json::Value;

use crate::lineage::data;
use package::{archive, docx, docx_with, escaped};

fn said(draft: &Draft) -> Vec<String> {
    draft
        .provisions
        .iter()
        .map(|one| format!("{} {} {}", one.label.written, one.heading, one.text))
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

fn word(bytes: &[u8]) -> Reading {
    read(bytes, "text.docx").unwrap()
}

fn rules(reading: &Reading) -> Vec<&'static str> {
    reading.findings.iter().map(Remark::rule).collect()
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

#[test]
fn tracked_changes_of_two_rounds() {
    let body = "<w:p><w:r><w:t>1. within </w:t></w:r>\
        <w:del w:author=\"A\" w:date=\"2026-01-01T10:00:00Z\"><w:r><w:delText>30</w:delText></w:r></w:del>\
        <w:ins w:author=\"A\" w:date=\"2026-01-01T10:00:00Z\"><w:r><w:t>6</w:t></w:r>\
        <w:del w:author=\"B\"><w:r><w:delText>0</w:delText></w:r></w:del></w:ins>\
        <w:r><w:t> days</w:t></w:r></w:p>";
    let reading = word(&docx(body));
    let manuscript = reading.manuscript.as_ref().unwrap();
    assert_eq!(said(&manuscript.as_accepted()), ["1. within 6 days"]);
    assert_eq!(said(&manuscript.as_rejected()), ["1. within 30 days"]);
    assert_eq!(said(&manuscript.with(|mark| mark.author == "A")), ["1. within 60 days"]);
    let zero = &manuscript.paragraphs[0].pieces[3];
    let both: Vec<(MarkSort, &str)> =
        zero.marks.iter().map(|mark| (mark.sort, mark.author.as_str())).collect();
    assert_eq!(both, [(MarkSort::Inserted, "A"), (MarkSort::Deleted, "B")]);
    assert_eq!(rules(&reading), ["tracked-changes"]);
}

#[test]
fn a_move_joins_its_two_ends() {
    let range = |sort: &str, id: u8| {
        format!(
            "<w:{sort}RangeStart w:id=\"{id}\" w:name=\"move7\"/><w:{sort} w:author=\"B\"><w:r><w:t>2. Moved</w:t></w:r></w:{sort}><w:{sort}RangeEnd w:id=\"{id}\"/>"
        )
    };
    let ended = |sort: &str| format!("<w:pPr><w:rPr><w:{sort} w:author=\"B\"/></w:rPr></w:pPr>");
    let body = format!(
        "<w:p>{}{}</w:p>{}<w:p>{}{}</w:p>",
        ended("moveFrom"),
        range("moveFrom", 1),
        paragraph("1. Stays"),
        ended("moveTo"),
        range("moveTo", 2)
    );
    let manuscript = word(&docx(&body)).manuscript.unwrap();
    assert_eq!(said(&manuscript.as_accepted()), ["1. Stays", "2. Moved"]);
    assert_eq!(said(&manuscript.as_rejected()), ["2. Moved", "1. Stays"]);
    let names: Vec<Option<&str>> = manuscript.marks().map(|mark| mark.name.as_deref()).collect();
    assert!(names.contains(&Some("move7")));
}

#[test]
fn numbers_are_those_that_are_shown() {
    let level = |at: u8, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\">{}{}{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/>\
         <w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num></w:numbering>",
        level(0, "upperRoman", "Article %1"),
        level(1, "decimal", "%2."),
        level(2, "lowerLetter", "(%3)"),
    );
    let item = |list: u8, level: u8, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let body = [
        item(1, 0, "Fire"),
        item(1, 1, "It ceases"),
        item(1, 2, "on land"),
        item(1, 2, "at sea"),
        item(2, 1, "It stays so"),
        item(1, 0, "Prisoners"),
        item(1, 1, "They return"),
    ]
    .concat();
    let reading = word(&docx_with(&body, &[("numbering", &numbering)]));
    let keys: Vec<&str> = reading.draft.provisions.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(keys, ["Ai", "Ai.p1", "Ai.p1.a", "Ai.p1.b", "Ai.p7", "Aii", "Aii.p1"]);
    assert_eq!(said(&reading.draft)[4], "7. It stays so");
}

#[test]
fn notes_comments_tables_and_what_is_hidden() {
    let note = "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"5\">\
        <w:p><w:r><w:t>Calendar days.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let comment = "<w:comments><w:comment w:id=\"9\" w:author=\"Mediator\"><w:p><w:r><w:t>Who?</w:t></w:r></w:p></w:comment></w:comments>";
    let body = format!(
        "<w:p><w:commentRangeStart w:id=\"9\"/><w:r><w:t>1. In days</w:t><w:footnoteReference w:id=\"5\"/></w:r><w:commentRangeEnd w:id=\"9\"/>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t> and secretly</w:t></w:r></w:p>\
         <w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:trPr><w:del w:author=\"B\"/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>",
        paragraph("Army"),
        paragraph("800,000"),
        paragraph("Fleet"),
    );
    let reading = word(&docx_with(&body, &[("footnotes", note), ("comments", comment)]));
    assert_eq!(said(&reading.draft), ["1. In days", "", "Army", "800,000"]);
    assert_eq!(reading.draft.notes, [("1".to_owned(), "Calendar days.".to_owned())]);
    let manuscript = reading.manuscript.as_ref().unwrap();
    assert!(said(&manuscript.as_rejected()).contains(&"Fleet".to_owned()));
    assert_eq!(manuscript.comments[0].words, "Who?");
    assert_eq!(manuscript.paragraphs[0].pieces[0].comments, [0]);
    assert_eq!(rules(&reading), ["hidden-text", "tracked-changes", "comments"]);
}

#[test]
fn signs_are_letters_in_a_run_and_nothing_elsewhere() {
    let body = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"0\"/></w:tabs></w:pPr><w:r><w:t>1. One</w:t><w:tab/>\
        <w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t><w:br/><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t> 4</w:t></w:r></w:p>";
    assert_eq!(word(&docx(body)).draft.provisions[0].text, "One\ttwo\u{2011}three\n≥ 4");
}

#[test]
fn a_field_shows_its_result_and_one_that_is_never_closed_hides_nothing() {
    let sign = |sort: &str| format!("<w:r><w:fldChar w:fldCharType=\"{sort}\"/></w:r>");
    let command = "<w:r><w:instrText>INCLUDETEXT \"/etc/passwd\"</w:instrText></w:r>";
    let words = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let whole = format!(
        "<w:p>{}{}{command}{}{}{}</w:p>",
        words("1. See "),
        sign("begin"),
        sign("separate"),
        words("Article 4"),
        sign("end")
    );
    let reading = word(&docx(&whole));
    assert_eq!(said(&reading.draft), ["1. See Article 4"]);
    assert_eq!(rules(&reading), ["field"]);
    let open = format!("<w:p>{}{}</w:p>{}", words("1. Kept"), sign("begin"), paragraph("2. Kept too"));
    assert_eq!(said(&word(&docx(&open)).draft), ["1. Kept", "2. Kept too"]);
}

#[test]
fn naughty_strings_stay_as_they_are() {
    let Some(strings) = data("badinput/blns/blns.json") else { return };
    let Some(injections) = data("badinput/generated/text/injections.jsonl") else { return };
    let mut all: Vec<String> = serde_json::from_str(&strings).unwrap();
    let rows = injections.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    all.extend(rows.map(|row| row["text"].as_str().unwrap().to_owned()));
    let forbidden = |c: char| (c < ' ' && !"\t\n\r".contains(c)) || matches!(c, '\u{fffe}' | '\u{ffff}');
    let (sound, rest): (Vec<String>, Vec<String>) = all.into_iter().partition(|one| !one.contains(forbidden));
    let body: String = sound.iter().map(|one| paragraph(&escaped(one))).collect();
    let read_back = word(&docx(&body));
    // Through the child and back.
    let read_back: Reading = serde_json::from_str(&serde_json::to_string(&read_back).unwrap()).unwrap();
    let paragraphs = read_back.manuscript.unwrap().paragraphs;
    for (one, paragraph) in sound.iter().zip(&paragraphs) {
        let words: String = paragraph.pieces.iter().map(|piece| piece.words.as_str()).collect();
        assert_eq!(*one, words);
    }
    for one in sound.iter().chain(&rest).filter(|one| !one.contains(['\n', '\r'])) {
        let draft = read_plain(&format!("The words are “{one}” as said"));
        assert!(draft.provisions[0].text.contains(one.as_str()), "{one:?}");
    }
    println!("{} strings unchanged in a Word file, {} more in plain text", sound.len(), rest.len());
    assert_eq!(sound.len(), paragraphs.len());
}

fn identity() -> Identity {
    let word = |word: &str| word.to_owned();
    Identity {
        country: word("un"),
        work: word("plan"),
        date: word("2026-01-31"),
        author: word("mediator"),
        language: word("eng"),
    }
}

/// What must survive: everything but the lines of the file and blanks at the ends of words.
fn kept(draft: &Draft) -> Vec<(String, String, String, String, Option<usize>)> {
    let trimmed = |words: &str| words.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let provisions = draft.provisions.iter().map(|one| {
        let label = format!("{:?} {} {}", one.label.sort, one.label.written, one.label.number);
        (one.key.clone(), label, trimmed(&one.heading), trimmed(&one.text), one.parent)
    });
    let note =
        |(mark, words): &(String, String)| (mark.clone(), String::new(), String::new(), trimmed(words), None);
    provisions.chain(draft.notes.iter().map(note)).collect()
}

/// The first provision that did not come back.
fn lost(draft: &Draft) -> Option<String> {
    let read_back = read(akoma::write(draft, &identity()).as_bytes(), "plan.xml").unwrap().draft;
    let (was, is) = (kept(draft), kept(&read_back));
    let pairs = was.iter().map(Some).chain([None]).zip(is.iter().map(Some).chain([None]));
    pairs.filter(|(was, is)| was != is).map(|(was, is)| format!("{was:?}\n{is:?}")).next()
}

#[test]
fn a_treaty_comes_back_from_akoma_ntoso() {
    for name in ["23-oct", "4-dec", "9-dec", "12-dec"] {
        let Some(text) = data(&format!("drafts/cop21/draft_{name}-2015.md")) else { return };
        let draft = read_markdown(&text);
        assert_eq!(lost(&draft), None, "{name}");
    }
}

/// Lines as people write them.
fn line() -> impl Strategy<Value = String> {
    let label = prop::sample::select(vec![
        "",
        "1. ",
        "2. ",
        "4 bis. ",
        "(a) ",
        "(b) ",
        "(i) ",
        "1.2 ",
        "Article 3: ",
        "Article 5\n",
        "Annex I\n",
        "– ",
        "Option 2: ",
        "Preamble\n",
        "Chapter II\n",
        "المادة 4\n",
        "    (ii) ",
    ]);
    (label, "[A-Za-zäöü \\[\\]&<>\"',;:.0-9ابجد]{0,40}").prop_map(|(label, words)| format!("{label}{words}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn provisions_come_back_from_akoma_ntoso(lines in prop::collection::vec(line(), 1..20)) {
        let draft = read_plain(&lines.join("\n\n"));
        prop_assume!(!draft.provisions.is_empty());
        prop_assert_eq!(lost(&draft), None);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600), name in "[a-z]{1,3}\\.(docx|xml|html|md|txt)") {
        let _ = read(&bytes, &name);
    }

    #[test]
    fn any_page_is_read(page in "(<[a-z/!]{0,5}[ a-z=\"'>]{0,8}|[a-z&;#]{0,6}|<!--|-->|<li>|<table>|<tr><td>|</ol>|<ol>){0,60}") {
        let _ = read(page.as_bytes(), "page.html");
    }

    #[test]
    fn any_word_file_is_read_or_refused(
        body in "(<w:p>|</w:p>|<w:r>|</w:r>|<w:t>x</w:t>|<w:ins w:author=\"A\">|</w:ins>|<w:tbl>|<w:tr>|<w:tc>|</w:tc>|</w:tr>|</w:tbl>|<w:br/>){0,40}",
    ) {
        let _ = read(&docx(&body), "text.docx");
    }

    #[test]
    fn a_damaged_word_file_is_read_or_refused(at in 0_usize..2_000, byte in any::<u8>()) {
        let level = "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>";
        let numbering = format!(
            "<w:numbering><w:abstractNum w:abstractNumId=\"0\">{level}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
        );
        let body = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:ins w:author=\"A\"><w:r><w:t>One</w:t></w:r></w:ins></w:p>";
        let mut bytes = docx_with(body, &[("numbering", &numbering)]);
        let place = at % bytes.len();
        bytes[place] = byte;
        let _ = read(&bytes, "text.docx");
    }
}

#[test]
fn two_parts_of_one_name_are_two_texts() {
    let document = |words: &str| {
        format!(
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{}</w:body></w:document>",
            paragraph(words)
        )
    };
    let (one, other) = (document("1. Peace"), document("1. War"));
    let sound = [("[Content_Types].xml", "<Types/>"), ("word/document.xml", one.as_str())];
    assert!(read(&archive(&sound), "text.docx").is_ok());
    let twice = [sound[0], sound[1], ("Word/Document.xml", other.as_str())];
    let error = read(&archive(&twice), "text.docx").unwrap_err();
    assert!(error.to_string().contains("two parts"), "{error}");
}
