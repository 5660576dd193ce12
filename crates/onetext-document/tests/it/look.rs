//! Writes the samples to a folder so that a person can look at them. Ignored: it touches the disk.
#![expect(clippy::disallowed_methods, reason = "writes files for a person to look at")]

use crate::{manuscripts, sample, scales};
use onetext_document::{html, terminal};

#[test]
#[ignore = "writes files to look at: ONETEXT_LOOK=<folder>"]
fn write_the_samples_to_look_at() {
    let folder = std::env::var("ONETEXT_LOOK").expect("ONETEXT_LOOK names a folder");
    for (name, document) in [
        ("play", sample::state_of_play()),
        ("survey", sample::survey()),
        ("arabic", sample::arabic()),
        ("crowd", sample::crowd()),
        ("scales", scales::document()),
        ("redline", manuscripts::latin()),
        ("redline-arabic", manuscripts::arabic()),
    ] {
        #[cfg(feature = "xlsx")]
        {
            let table = sample::sticking();
            let bytes =
                onetext_document::xlsx::write(&[&table], &onetext_document::xlsx::Properties::default());
            std::fs::write(format!("{folder}/positions.xlsx"), bytes.expect("written")).expect("written");
        }
        #[cfg(feature = "docx")]
        {
            let bytes = onetext_document::docx::write(&document, &onetext_document::Properties::default());
            std::fs::write(format!("{folder}/{name}.docx"), bytes.expect("written")).expect("written");
        }
        #[cfg(feature = "pdf")]
        {
            let bytes = onetext_document::pdf::write(&document, &onetext_document::Properties::default());
            std::fs::write(format!("{folder}/{name}-print.pdf"), bytes.expect("set")).expect("written");
        }
        std::fs::write(format!("{folder}/{name}.html"), html::write(&document)).expect("written");
        std::fs::write(format!("{folder}/{name}.txt"), terminal::write(&document, 100)).expect("written");
    }
}
