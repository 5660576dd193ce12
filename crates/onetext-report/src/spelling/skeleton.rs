//! Skeletons of one word: what each convention of writing would have it sound like.

use super::cyrillic;

/// The readings of a word: its skeletons, the plainest first, each once.
pub(super) fn readings(word: &str) -> Vec<String> {
    let lower = word.to_lowercase();
    if cyrillic::is_cyrillic(&lower) {
        return of_cyrillic(&lower);
    }
    let mut found: Vec<String> = vec![];
    let bare = plain(&lower, false);
    if let Some(stem) = bare.strip_suffix("ic") {
        let stem = stem.replace("ch", "c").replace('c', "ch");
        found.push(settle(&rewrite(&format!("{stem}ich"), ENGLISH)));
    }
    // Most names have no marks: then both are one.
    let marked = Some(plain(&lower, true)).filter(|marked| *marked != bare);
    for base in [Some(bare), marked].into_iter().flatten() {
        for convention in CONVENTIONS {
            let reading = settle(&rewrite(&base, convention));
            if !reading.is_empty() && !found.contains(&reading) {
                found.push(reading);
            }
        }
    }
    found
}

/// The readings of a Cyrillic word in lower case. Names in -ić have a second one: in Latin letters they mostly lose all
/// their háčeks ("Milosevic").
pub(super) fn of_cyrillic(lower: &str) -> Vec<String> {
    let reading = settle(&cyrillic::sounds(lower));
    let without = reading.ends_with("iC").then(|| reading.replace('S', "s").replace('Z', "z"));
    [Some(reading), without].into_iter().flatten().filter(|reading| !reading.is_empty()).collect()
}

/// Letters of a to z only. With `keeps_marks`, letters with marks become the two letters that stand for their sound
/// ("č" ch, "ä" ae); without, they lose the mark, as newspapers print them.
fn plain(lower: &str, keeps_marks: bool) -> String {
    let mut out = String::with_capacity(lower.len());
    for letter in lower.chars() {
        if letter.is_ascii_lowercase() {
            out.push(letter);
        } else if let Some((bare, marked)) = latin(letter) {
            out.push_str(if keeps_marks { marked } else { bare });
        }
    }
    out
}

/// The first letter of a to z that a letter is without its mark; none of another script and of what is no letter.
pub(super) fn bare(letter: char) -> Option<char> {
    if letter.is_ascii_alphabetic() {
        return Some(letter.to_ascii_lowercase());
    }
    let lower = letter.to_lowercase().next()?;
    latin(lower).and_then(|(bare, _)| bare.chars().next())
}

/// A letter with a mark: without it, and as two letters that stand for its sound.
fn latin(letter: char) -> Option<(&'static str, &'static str)> {
    Some(match letter {
        'ä' => ("a", "ae"),
        'á' | 'à' | 'â' | 'ã' | 'ā' | 'ă' | 'ą' | 'ǎ' => ("a", "a"),
        'å' => ("a", "aa"),
        'æ' => ("ae", "ae"),
        'č' | 'ć' | 'ç' => ("c", "ch"),
        'ď' | 'đ' | 'ð' => ("d", "d"),
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => ("e", "e"),
        'ğ' | 'ǧ' | 'ģ' => ("g", "g"),
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'į' | 'ı' | 'ǐ' => ("i", "i"),
        'ķ' => ("k", "k"),
        'ł' | 'ľ' | 'ļ' => ("l", "l"),
        'ñ' | 'ń' | 'ň' | 'ņ' => ("n", "n"),
        'ö' | 'ø' | 'ő' => ("o", "oe"),
        'ó' | 'ò' | 'ô' | 'õ' | 'ō' => ("o", "o"),
        'œ' => ("oe", "oe"),
        'ř' | 'ŕ' => ("r", "r"),
        'š' | 'ş' | 'ș' | 'ś' | 'ŝ' => ("s", "sh"),
        'ß' => ("ss", "ss"),
        'ť' | 'ţ' | 'ț' => ("t", "t"),
        'ü' | 'ű' => ("u", "ue"),
        'ú' | 'ù' | 'û' | 'ū' | 'ů' | 'ų' => ("u", "u"),
        'ý' | 'ÿ' => ("y", "y"),
        'ž' | 'ż' | 'ź' => ("z", "zh"),
        _ => return None,
    })
}

/// A way of writing sounds: letters to sounds, the longest first; `C` ch, `S` sh, `Z` zh, `X` kh, `c` ts, `~` a letter
/// of Cyrillic ё.
type Rules = &'static [(&'static str, &'static str)];

/// Rules with the first letters that they have, as a set: most letters of a name begin none.
#[derive(Clone, Copy)]
struct Convention {
    rules: Rules,
    begins: u32,
}

impl Convention {
    const fn of(rules: Rules) -> Self {
        let (mut begins, mut at) = (0, 0);
        while at < rules.len() {
            begins |= letter_bit(rules[at].0.as_bytes()[0]);
            at += 1;
        }
        Convention { rules, begins }
    }
}

/// The bit of a letter a to z.
const fn letter_bit(letter: u8) -> u32 {
    1 << (letter.wrapping_sub(b'a') % 32)
}

const CONVENTIONS: [Convention; 5] = [ENGLISH, GERMAN, GERMAN_VOICED, FRENCH, JOTTED];

const ENGLISH: Convention = Convention::of(&[
    ("shch", "S"),
    ("szcz", "S"),
    ("sch", "S"),
    ("tch", "C"),
    ("dzh", "dZ"),
    ("sh", "S"),
    ("sz", "S"),
    ("zh", "Z"),
    ("kh", "X"),
    ("ch", "C"),
    ("cz", "C"),
    ("ts", "c"),
    ("tz", "c"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("c", "k"),
    ("qu", "kv"),
    ("q", "k"),
    ("x", "ks"),
    ("yo", "e"),
    ("j", "i"),
    ("y", "i"),
]);

const GERMAN: Convention = Convention::of(&[
    ("schtsch", "S"),
    ("tsch", "C"),
    ("dsch", "dZ"),
    ("sch", "S"),
    ("ch", "X"),
    ("ck", "k"),
    ("tz", "c"),
    ("ts", "c"),
    ("ss", "s"),
    ("z", "c"),
    ("sa", "za"),
    ("se", "ze"),
    ("si", "zi"),
    ("so", "zo"),
    ("su", "zu"),
    ("sy", "zi"),
    ("sn", "zn"),
    ("w", "v"),
    ("x", "ks"),
    ("jo", "e"),
    ("j", "i"),
    ("y", "i"),
]);

/// German writes "sch" for zh as well.
const GERMAN_VOICED: Convention = Convention::of(&[
    ("schtsch", "S"),
    ("tsch", "C"),
    ("sch", "Z"),
    ("sh", "Z"),
    ("ch", "X"),
    ("ck", "k"),
    ("ts", "c"),
    ("z", "c"),
    ("sa", "za"),
    ("se", "ze"),
    ("si", "zi"),
    ("so", "zo"),
    ("su", "zu"),
    ("w", "v"),
    ("j", "i"),
    ("y", "i"),
]);

const FRENCH: Convention = Convention::of(&[
    ("chtch", "S"),
    ("tch", "C"),
    ("dj", "dZ"),
    ("ch", "S"),
    ("kh", "X"),
    ("ts", "c"),
    ("ou", "u"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("x", "ks"),
    ("yo", "e"),
    ("j", "Z"),
    ("y", "i"),
]);

/// "j" as in English: Jabbarov is Dzhabbarov.
const JOTTED: Convention = Convention::of(&[
    ("sh", "S"),
    ("zh", "Z"),
    ("kh", "X"),
    ("ch", "C"),
    ("ts", "c"),
    ("j", "dZ"),
    ("yo", "e"),
    ("y", "i"),
]);

/// Letters a to z as a convention sounds them.
fn rewrite(base: &str, convention: Convention) -> String {
    let mut out = String::with_capacity(base.len() + 2);
    let mut rest = base.as_bytes();
    while let Some((&first, others)) = rest.split_first() {
        let rules = if convention.begins & letter_bit(first) == 0 { &[] } else { convention.rules };
        let rule =
            rules.iter().find(|(from, _)| from.as_bytes()[0] == first && rest.starts_with(from.as_bytes()));
        if let Some((from, to)) = rule {
            out.push_str(to);
            rest = &rest[from.len()..];
        } else {
            out.push(char::from(first));
            rest = others;
        }
    }
    if std::ptr::eq(convention.rules, FRENCH.rules) && out.ends_with("ine") {
        out.pop();
    }
    out
}

/// What all conventions leave open: doubled letters, "ie" for e, "o" after sh and the like, the endings of adjectives and
/// of names in -ii, "-off".
fn settle(sounds: &str) -> String {
    let is_letter = |letter: &u8| letter.is_ascii_alphanumeric();
    let count = sounds.bytes().filter(is_letter).count();
    let mut out: Vec<u8> = Vec::with_capacity(count);
    for (place, letter) in sounds.bytes().filter(is_letter).enumerate() {
        let before = out.last().copied();
        if before == Some(letter) {
            continue;
        }
        match (before, letter) {
            // "ie", "ye", "iye" are one vowel, but not at the end of a short name: "Marie".
            (Some(b'i'), b'e') if place + 1 < count => {
                out.pop();
                if out.last() != Some(&b'e') {
                    out.push(b'e');
                }
            }
            (Some(b'C' | b'S' | b'Z'), b'o') => out.push(b'e'),
            (Some(b'S'), b'C') => {}
            _ => out.push(letter),
        }
    }
    endings(out)
}

fn endings(mut out: Vec<u8>) -> String {
    // "Romanoff" keeps one f after doubled letters are one.
    if let [.., b'o' | b'e', last @ b'f'] = out.as_mut_slice() {
        *last = b'v';
    }
    if out.len() > 3 && out.ends_with(b"ei") {
        out.remove(out.len() - 2);
    }
    // "-skaia" is "-ska", "-naia" is "-na".
    if out.len() > 5 && matches!(out.as_slice(), [.., b'k' | b'n', b'a', b'i', b'a']) {
        out.truncate(out.len() - 2);
    }
    String::from_utf8(out).unwrap_or_default()
}

/// Endings of Slavic surnames, as skeletons.
const SLAVIC: &[&str] = &[
    "ov", "ev", "ski", "cki", "ko", "uk", "iC", "ova", "eva", "ska", "cka", "ec", "ak", "in", "ina", "ik",
    "ai", "ii", "hal", "gal", "Car",
];

/// Whether a skeleton ends as Slavic surnames do, or begins with an "h" that no western name has.
pub(super) fn is_slavic(skeleton: &str) -> bool {
    skeleton.len() > 3
        && (SLAVIC.iter().any(|ending| skeleton.ends_with(ending))
            || ["hn", "hr", "hl", "hv"].iter().any(|start| skeleton.starts_with(start)))
}

/// Letters from which on an inserted "i" is forgiven.
const FORGIVING_LETTERS_MIN: usize = 6;

/// Whether two skeletons are one word. `is_loose`: h, g and kh are one sound.
pub(super) fn agree(a: &str, b: &str, is_loose: bool) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let same = |a: &[u8], b: &[u8]| {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| velar(*a, is_loose) == velar(*b, is_loose))
    };
    let inserted = |short: &[u8], long: &[u8]| has_inserted_i(short, long, |letter| velar(letter, is_loose));
    same(a, b) || inserted(a, b) || inserted(b, a)
}

fn velar(letter: u8, is_loose: bool) -> u8 {
    if is_loose && matches!(letter, b'h' | b'X') { b'g' } else { letter }
}

/// Whether `long` is `short` with one "i" more, neither first nor last.
fn has_inserted_i(short: &[u8], long: &[u8], sound: impl Fn(u8) -> u8) -> bool {
    if long.len() != short.len() + 1 || long.len() < FORGIVING_LETTERS_MIN {
        return false;
    }
    let agree = |(a, b): &(&u8, &u8)| sound(**a) == sound(**b);
    let same = long.iter().zip(short).take_while(agree).count();
    same > 0
        && same < short.len()
        && long[same] == b'i'
        && long[same + 1..].iter().zip(&short[same..]).all(|pair| agree(&pair))
}
