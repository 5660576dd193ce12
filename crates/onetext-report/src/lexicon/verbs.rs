//! Verbs: every form, made from the base forms; the irregular ones from their row.

mod also_nouns;
mod irregular;
mod plain;

use super::Classes;

/// Endings of verbs that have a second spelling: "realize", "realise".
const SPELT_TWICE: [(&str, &str); 2] = [("ize", "ise"), ("yze", "yse")];

/// Every form of every verb, with its base form.
pub(super) fn each(add: &mut dyn FnMut(&'static str, Classes, &'static str)) {
    irregular(add);
    for base in plain::PLAIN.split_whitespace() {
        regular(base, add);
        for (ending, other) in SPELT_TWICE {
            if let Some(stem) = base.strip_suffix(ending) {
                forms_of(format!("{stem}{other}").leak(), base, add);
            }
        }
    }
    for base in also_nouns::ALSO_NOUNS.split_whitespace() {
        regular(base, add);
    }
    let nouns =
        also_nouns::ALSO_NOUNS.split_whitespace().chain(irregular::IRREGULAR_NOUNS.split_whitespace());
    for base in nouns {
        let [third, ..] = regular_forms(base);
        add(base, Classes::NOUN, "");
        add(third.leak(), Classes::NOUN, "");
    }
}

fn irregular(add: &mut dyn FnMut(&'static str, Classes, &'static str)) {
    for row in irregular::IRREGULAR.split('|') {
        let mut forms = row.split_whitespace();
        let (Some(base), Some(past), Some(participle)) = (forms.next(), forms.next(), forms.next()) else {
            continue;
        };
        let [third, _, gerund] = regular_forms(base);
        add(base, Classes::VERB_BASE, base);
        add(past, Classes::VERB_PAST, base);
        add(participle, Classes::VERB_PARTICIPLE, base);
        add(third.leak(), Classes::VERB_S, base);
        add(gerund.leak(), Classes::VERB_ING, base);
    }
}

fn regular(base: &'static str, add: &mut dyn FnMut(&'static str, Classes, &'static str)) {
    forms_of(base, base, add);
    // British spelling doubles: "travelled" beside "traveled".
    if base.ends_with('l') && !doubles(base) && ends_closed(base) {
        let finite = Classes::VERB_PAST.with(Classes::VERB_PARTICIPLE);
        add(format!("{base}led").leak(), finite, base);
        add(format!("{base}ling").leak(), Classes::VERB_ING, base);
    }
}

/// The forms that a spelling of a verb has.
fn forms_of(
    spelling: &'static str,
    base: &'static str,
    add: &mut dyn FnMut(&'static str, Classes, &'static str),
) {
    let [third, past, gerund] = regular_forms(spelling);
    add(spelling, Classes::VERB_BASE, base);
    add(third.leak(), Classes::VERB_S, base);
    add(past.leak(), Classes::VERB_PAST.with(Classes::VERB_PARTICIPLE), base);
    add(gerund.leak(), Classes::VERB_ING, base);
}

/// Forms of a regular verb: third person, past, "-ing".
fn regular_forms(base: &str) -> [String; 3] {
    let last = base.chars().next_back().unwrap_or('e');
    let before = base.chars().rev().nth(1).unwrap_or('a');
    let is_vowel = |letter: char| "aeiou".contains(letter);
    let stem = base.strip_suffix('e');
    if last == 'y' && !is_vowel(before) {
        let cut = base.strip_suffix('y').unwrap_or(base);
        return [format!("{cut}ies"), format!("{cut}ied"), format!("{base}ing")];
    }
    let hisses = ["s", "sh", "ch", "x", "z", "o"].iter().any(|end| base.ends_with(end));
    let third = if hisses { format!("{base}es") } else { format!("{base}s") };
    if let Some(cut) = base.strip_suffix("ie") {
        return [third, format!("{base}d"), format!("{cut}ying")];
    }
    if let Some(stem) = stem.filter(|_| !base.ends_with("ee") && !base.ends_with("oe")) {
        return [third, format!("{base}d"), format!("{stem}ing")];
    }
    if last == 'e' {
        return [third, format!("{base}d"), format!("{base}ing")];
    }
    if doubles(base) {
        return [third, format!("{base}{last}ed"), format!("{base}{last}ing")];
    }
    [third, format!("{base}ed"), format!("{base}ing")]
}

/// Whether the last letter is doubled: "ban", "admit", "refer".
fn doubles(base: &str) -> bool {
    const LONGER: &str = "\
        abet abhor abut acquit admit allot annul beget befit begin commit compel concur confer control \
        debug deter defer demur dispel embed emit enroll equip excel expel extol forbid forget format \
        incur infer inter kidnap occur offset omit outbid outfit outrun outwit overlap overrun patrol permit \
        prefer program propel rebut recap recur refer refit regret repel rerun reset submit sublet transfer transmit \
        transship underpin unwrap upset wiretap worship zigzag handicap input output outspin";
    is_short_and_closed(base) || (ends_closed(base) && LONGER.split_whitespace().any(|longer| longer == base))
}

/// One vowel between consonants at the end, whatever stands before: "travel", "signal".
fn ends_closed(base: &str) -> bool {
    let letters: Vec<char> = base.chars().collect();
    let is_vowel = |letter: char| "aeiou".contains(letter);
    match letters.as_slice() {
        // "quit": its "u" belongs to the "q".
        [.., 'q', 'u', second, last] => is_vowel(*second) && !is_vowel(*last) && !"wxy".contains(*last),
        [.., third, second, last] => {
            !is_vowel(*third) && is_vowel(*second) && !is_vowel(*last) && !"wxy".contains(*last)
        }
        _ => false,
    }
}

fn is_short_and_closed(base: &str) -> bool {
    let spoken = base.replacen("qu", "q", 1);
    ends_closed(base) && spoken.chars().filter(|letter| "aeiou".contains(*letter)).count() == 1
}
