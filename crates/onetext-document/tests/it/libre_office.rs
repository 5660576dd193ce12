//! What a word processor of others makes of a Word file: the same insertions, deletions, moves, authors and days. Skipped
//! where `LibreOffice` is not installed.
#![expect(clippy::disallowed_methods, reason = "starts a program of others on files of its own")]

use std::path::Path;
use std::process::Command;

use crate::{manuscripts, sample};
use onetext_document::{Document, Properties, docx};

/// The documents as another format, as `LibreOffice` understands them; nothing where it is not there.
fn converted(documents: &[(&str, Document)], format: &str) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let files: Vec<_> = documents
        .iter()
        .map(|(name, document)| {
            let path = folder.path().join(format!("{name}.docx"));
            let bytes = docx::write(document, &Properties::default()).expect("written");
            std::fs::write(&path, bytes).expect("written");
            path
        })
        .collect();
    let out = folder.path().join("out");
    let started = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .arg(&out)
        .args(&files)
        .output();
    let Ok(ended) = started else {
        println!("skipped: LibreOffice is not installed");
        return None;
    };
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let read = |(name, _): &(&str, Document)| {
        let path = Path::new(&out).join(format!("{name}.{format}"));
        String::from_utf8_lossy(&std::fs::read(path).expect("opened")).into_owned()
    };
    Some(documents.iter().map(read).collect())
}

#[test]
fn libre_office_sees_who_changed_what_and_when() {
    let Some(all) = converted(&[("latin", manuscripts::latin()), ("arabic", manuscripts::arabic())], "fodt")
    else {
        return;
    };
    for text in all {
        let from = text.find("<text:tracked-changes").expect("tracked changes");
        let to = text.find("</text:tracked-changes>").expect("their end");
        let changes = &text[from..to];
        let count = |words: &str| changes.matches(words).count();
        // The words taken out are two, the two ends of the move one each, the label, the paragraph, and one deletion within an
        // insertion.
        assert_eq!(count("<text:deletion>"), 5, "{changes}");
        assert_eq!(count("<text:insertion>"), 5, "{changes}");
        assert_eq!(count("<dc:creator>Lowland</dc:creator>"), 4, "{changes}");
        assert_eq!(count("<dc:creator>Upland</dc:creator>"), 6, "{changes}");
        assert_eq!(count("<dc:date>2025-12-08T21:40:00</dc:date>"), 10, "{changes}");
        assert_eq!(text.matches("<office:annotation ").count(), 1);
        assert_eq!(text.matches("<text:note ").count(), 1);
    }
}

#[test]
fn libre_office_opens_every_sample() {
    let documents =
        [("play", sample::state_of_play()), ("survey", sample::survey()), ("arabic", sample::arabic())];
    let Some(all) = converted(&documents, "fodt") else { return };
    for (words, text) in ["Sticking points", "minerals agreement", "نقاط الخلاف"].iter().zip(&all) {
        assert!(text.contains(words), "{words}");
    }
    assert!(all[2].contains("style:writing-mode=\"rl-tb\""));
    assert!(all[0].contains("<table:table-header-rows>"));
}
