//! A text to its sentences. Lines end sentences, as debriefs are typed; so do full stops before a capital.

/// Longest debrief that is read: a page has 3,000 characters, a long report 50,000.
pub const TEXT_BYTES_MAX: usize = 200_000;

/// The sentences of a text, trimmed, without list marks; empty ones are left out.
pub(crate) fn split(text: &str) -> Vec<&str> {
    text.lines().flat_map(split_line).map(unmark).filter(|sentence| !sentence.is_empty()).collect()
}

fn split_line(line: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (place, mark) in line.match_indices(['.', '!', '?']) {
        let rest = &line[place + mark.len()..];
        let next = rest.trim_start();
        let begins = next.chars().next().is_none_or(|c| c.is_uppercase() || c == '"' || c == '“');
        if rest.starts_with(char::is_whitespace) && begins && !is_abbreviation(&line[start..place]) {
            sentences.push(line[start..place + mark.len()].trim());
            start = place + mark.len();
        }
    }
    sentences.push(line[start..].trim());
    sentences
}

/// "Mr", "Art", an initial: a full stop after it ends no sentence.
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    word.chars().count() == 1
        || ["Mr", "Mrs", "Ms", "Dr", "Gen", "Amb", "Art", "No", "St", "approx"].contains(&word)
}

fn unmark(sentence: &str) -> &str {
    sentence.trim_start_matches(['-', '*', '•', '–', '·', ' ', '\t']).trim()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn lines_and_full_stops_end_sentences() {
        for (text, expected) in [
            ("One. Two.", vec!["One.", "Two."]),
            ("- One\n- Two", vec!["One", "Two"]),
            ("Mr. Smith came. He left.", vec!["Mr. Smith came.", "He left."]),
            ("It is 3.5 m wide.", vec!["It is 3.5 m wide."]),
            ("  \n\n", vec![]),
        ] {
            assert_eq!(split(text), expected, "{text:?}");
        }
    }
}
