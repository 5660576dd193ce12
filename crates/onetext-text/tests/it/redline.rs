//! Redlines of real drafts: both texts can be read out of them, and they change little more than must be changed.

use onetext_text::draft::{Draft, read_markdown};
use onetext_text::redline::{fewest_changes, redline};

use crate::lineage::data;

fn whole(draft: &Draft) -> String {
    draft.provisions.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn drafts_of_a_treaty_change_little_more_than_they_must() {
    for (old, new) in [("23-oct", "4-dec"), ("4-dec", "9-dec"), ("9-dec", "12-dec")] {
        let draft =
            |name: &str| data(&format!("drafts/cop21/draft_{name}-2015.md")).map(|text| read_markdown(&text));
        let (Some(one), Some(other)) = (draft(old), draft(new)) else { return };
        let count = redline(&one, &other).count(&one, &other);
        let (least, changed) = (fewest_changes(&whole(&one), &whole(&other)), count.inserted + count.deleted);
        println!(
            "{old} -> {new}: {} words put in, {} taken out; the fewest possible {least}; {:.2} times that",
            count.inserted,
            count.deleted,
            f64::from(u32::try_from(changed).unwrap()) / f64::from(u32::try_from(least).unwrap())
        );
        assert!(changed * 10 <= least * 13);
    }
}
