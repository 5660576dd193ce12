//! Ids written into a folder: comments, order and every other byte stay.

use onetext_folder::{Files, edit};

use crate::good::{folder, opened};

const BY_HAND: &str = r#"# Who is who. Ask Carla before changing anything.
known_at = 2026-01-01
recorded_at = 2026-01-01

[[party]] # the big one
name = "Delta"   # three spaces
sort = 'state'

# between
[[party]]
sort = "state"
label = "upland"
name = "Upland"
aliases = [
  "The Uplands", # old name
]
# at the end
"#;

#[test]
fn stamping_keeps_comments_and_order() {
    let mut files = folder();
    files.retain(|path, _| path == "case.toml");
    files.insert("actors.toml".to_owned(), BY_HAND.as_bytes().to_vec());
    let stamped = edit::stamp(&files);
    let text = String::from_utf8(stamped["actors.toml"].clone()).unwrap();
    insta::assert_snapshot!(text, @r##"
    # Who is who. Ask Carla before changing anything.
    known_at = 2026-01-01
    recorded_at = 2026-01-01

    [[party]] # the big one
    id = "2f74s79bk2j6sz9r3jfb"
    name = "Delta"   # three spaces
    sort = 'state'

    # between
    [[party]]
    id = "1s45ckgzjrx9cgws9aq0"
    sort = "state"
    label = "upland"
    name = "Upland"
    aliases = [
      "The Uplands", # old name
    ]
    # at the end
    "##);
    let without: Vec<&str> = text.lines().filter(|line| !line.starts_with("id = ")).collect();
    assert_eq!(without, BY_HAND.lines().collect::<Vec<_>>());
}

#[test]
fn stamping_changes_no_entry_and_happens_once() {
    let files = folder();
    let mut stamped = files.clone();
    stamped.extend(edit::stamp(&files));
    let ids = |files: &Files| {
        let log = onetext_folder::read(files).log.unwrap();
        log.entries.iter().map(|entry| (entry.id, entry.fact.kind())).collect::<Vec<_>>()
    };
    assert_eq!(ids(&files), ids(&stamped));
    assert_eq!(opened(&stamped).1, Vec::new());
    assert_eq!(edit::stamp(&stamped), Files::new());
}

#[test]
fn stamping_keeps_a_mark_and_carriage_returns() {
    for (what, changed) in [
        ("a byte order mark", format!("\u{feff}{BY_HAND}")),
        ("carriage returns", BY_HAND.replace('\n', "\r\n")),
    ] {
        let mut files = folder();
        files.retain(|path, _| path == "case.toml");
        files.insert("actors.toml".to_owned(), changed.clone().into_bytes());
        let stamped = edit::stamp(&files);
        let text = String::from_utf8(stamped["actors.toml"].clone()).unwrap();
        let without: String = text.split_inclusive('\n').filter(|line| !line.starts_with("id = ")).collect();
        assert_eq!(without, changed, "{what}");
        assert_eq!(text.matches("id = ").count(), 2, "{what}");
    }
}
