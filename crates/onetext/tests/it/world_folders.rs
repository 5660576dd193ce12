//! Two worlds as folders: what others keep in their private files, and how broken those files are, changes nothing
//! in what a viewer's check, status and JSON lines say.

use onetext_folder::Files;
use onetext_model::Case;

use crate::histories::{self, CIRCLES};
use crate::random::Random;
use crate::worlds::{Pair, everything, histories};

/// How a private file may be broken: the name of a file in its place, and its bytes.
const BROKEN: [(&str, &[u8]); 14] = [
    ("syntax.toml", b"[[position]\nparty = "),
    ("keys.toml", b"[[party]]\nname = \"X\"\nsort = \"state\"\ncolour = \"red\"\nknown_at = 2026-01-01\nrecorded_at = 2026-01-01\n"),
    ("kind.toml", b"[[pary]]\nname = \"X\"\n"),
    ("bytes.toml", b"[[party]]\nname = \"\xff\xfe\"\n"),
    ("value.toml", b"[[party]]\nname = 3\nsort = \"kingdom\"\nknown_at = 2026-02-30\nrecorded_at = 2026-01-01\n"),
    ("circle.toml", b"[[compartment]]\nlabel = \"upland\"\nname = \"X\"\nknown_at = 2026-01-01\nrecorded_at = 2026-01-01\n"),
    ("settings.toml", b"format = 9\n\n[case]\ntitle = \"Mine\"\ntime_zone = \"UTC\"\n"),
    ("case.toml", b"format = 9\n\n[case]\ntitle = \"Mine\"\ntime_zone = \"UTC\"\n"),
    ("reach.toml", b"known_at = 2026-01-01\nrecorded_at = 2026-01-01\n[[question]]\nwords = \"?\"\non = \"paper\"\n"),
    ("drafts/paper.md", b"no fence\n\n## 1. Text\n"),
    ("drafts/draft-1.md", b"+++\nlabel = \"draft-1\"\ntitle = \"T\"\nform = \"verbatim\"\nknown_at = 2026-01-01\nrecorded_at = 2026-01-01\n+++\n## 1. A {issues: nosuch; colour: red}\n"),
    ("pages/paper.md", b"+++\ntitle = \"T\"\nlabel = \"paper\"\nknown_at = 2026-01-01\nrecorded_at = 2026-01-01\n+++\nText.\n"),
    ("deep.toml", b"a = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["),
    ("empty.toml", b""),
];

/// Puts broken files into places that the viewer may not see.
fn break_some(files: &mut Files, pair: &Pair, random: &mut Random) {
    let hidden: Vec<&str> = CIRCLES.into_iter().filter(|circle| !pair.circles.contains(circle)).collect();
    if hidden.is_empty() {
        return;
    }
    for _ in 0..4 {
        let (name, bytes) = *random.one(&BROKEN);
        files.insert(format!("private/{}/{name}", random.one(&hidden)), bytes.to_vec());
    }
    if random.chance(50) {
        files.insert(format!("private/{}.age", random.one(&hidden)), Vec::new());
    }
    if random.chance(30) {
        files.insert("private/loose.toml".to_owned(), b"[[party]]\n".to_vec());
        files.insert("private/No Place/x.toml".to_owned(), b"[[party]]\n".to_vec());
        files.insert("private/nosuch/party.toml".to_owned(), BROKEN[1].1.to_vec());
    }
    let own: Vec<String> = files.keys().filter(|path| is_hidden(path, &hidden)).cloned().collect();
    if let Some(bytes) = own.get(random.below(own.len().max(1))).and_then(|path| files.get_mut(path)) {
        bytes.truncate(bytes.len() / 2);
    }
}

fn is_hidden(path: &str, hidden: &[&str]) -> bool {
    let place =
        path.strip_prefix("private/").and_then(|inside| inside.split_once('/')).map(|(place, _)| place);
    place.is_some_and(|place| place.split('+').all(|circle| hidden.contains(&circle)))
}

fn opened(files: &Files) -> (Case, Vec<onetext_model::Finding>) {
    onetext_folder::read(files).admit(files).unwrap()
}

#[test]
fn broken_private_files_change_nothing_for_others() {
    let mut compared = 0;
    for seed in 0..histories() / 2 {
        let pair = Pair::of(seed);
        if !pair.let_in_or_out().is_empty() {
            continue;
        }
        let mut random = Random::new(seed ^ 0x5eed);
        let one = histories::files(pair.first());
        let mut other = histories::files(pair.second());
        let circles_before = pair.circles.clone();
        break_some(&mut other, &pair, &mut random);
        let (case, findings) = opened(&one);
        let (other_case, other_findings) = opened(&other);
        // A circle's own broken file may cost its members their membership; that is for the circle to mend.
        if crate::worlds::circles_in(&other_case, &pair.viewer) != circles_before {
            continue;
        }
        let (one, other) = (
            everything(&case, &findings, &pair.viewer),
            everything(&other_case, &other_findings, &pair.viewer),
        );
        let at = one.iter().zip(&other).position(|(a, b)| a != b);
        let around = |bytes: &[u8]| {
            at.map(|at| {
                String::from_utf8_lossy(&bytes[at.saturating_sub(300)..(at + 200).min(bytes.len())])
                    .into_owned()
            })
        };
        assert!(
            one == other,
            "seed {seed}: {:?} in {:?}\n{:?}\n\n{:?}",
            pair.viewer,
            pair.circles,
            around(&one),
            around(&other)
        );
        compared += 1;
    }
    println!("{compared} pairs of folders gave the same bytes");
    assert!(compared * 3 > histories() / 2, "only {compared} pairs could be compared");
}
