//! Brackets of real drafts: every one of the file is accounted for.

use onetext_text::brackets::{brackets, openness};
use onetext_text::draft::read_markdown;

use crate::lineage::data;

#[test]
fn every_bracket_of_a_treaty_is_paired_or_reported_or_a_link() {
    for (draft, raw) in [("23-oct", 1052), ("4-dec", 1055), ("9-dec", 222), ("12-dec", 6)] {
        let Some(source) = data(&format!("drafts/cop21/draft_{draft}-2015.md")) else { return };
        let read = read_markdown(&source);
        let (found, open) = (brackets(&read), openness(&read));
        println!(
            "{draft}: {raw} raw brackets: {} of the text ({} pairs, {} never closed, {} never opened), {} of links and notes; {} options, {} words",
            open.brackets,
            found.pairs.len(),
            found.unclosed.len(),
            found.unopened.len(),
            open.links,
            open.options,
            open.words
        );
        assert_eq!(source.matches('[').count(), raw);
        assert_eq!(open.brackets + open.links, raw);
    }
}
