//! Numbers and lengths of time as people type them: "90 minutes", "two hours", "1.5 h", "five-hour".

/// Number words up to twelve.
const WORDS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];
/// Longest contact that is believed: a week.
const MINUTES_MAX: u32 = 7 * 24 * 60;

/// The minutes that a text names, if it names a length of time.
pub(crate) fn minutes(text: &str) -> Option<u32> {
    let lower = text.to_lowercase().replace('-', " ");
    if lower.contains("half an hour") {
        return Some(30);
    }
    let words: Vec<&str> = lower.split_whitespace().map(trim).collect();
    let pair = words.windows(2).find_map(|pair| length(pair[0], pair[1]));
    let joined = || words.iter().find_map(|word| length_in_one(word));
    pair.or_else(joined).filter(|minutes| (1..=MINUTES_MAX).contains(minutes))
}

fn trim(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').trim_end_matches('.')
}

fn length(number: &str, unit: &str) -> Option<u32> {
    let tenths = tenths(number)?;
    match unit {
        "hour" | "hours" | "h" | "hrs" => Some(tenths * 6),
        "minute" | "minutes" | "min" | "mins" => Some(tenths / 10),
        _ => None,
    }
}

/// "90min", "2h".
fn length_in_one(word: &str) -> Option<u32> {
    let unit_start = word.find(|c: char| c.is_alphabetic())?;
    let (number, unit) = word.split_at(unit_start);
    if number.is_empty() { None } else { length(number, unit) }
}

/// A number with at most one decimal, in tenths.
fn tenths(number: &str) -> Option<u32> {
    if let Some(value) = WORDS.iter().position(|word| *word == number) {
        return Some(u32::try_from(value).ok()? * 10);
    }
    let (whole, tenth) = number.split_once('.').unwrap_or((number, "0"));
    if tenth.len() != 1 {
        return None;
    }
    whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(tenth.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn lengths_of_time() {
        for (text, expected) in [
            ("a two-hour phone call", Some(120)),
            ("90 minutes", Some(90)),
            ("lasted 1.5 hours.", Some(90)),
            ("half an hour", Some(30)),
            ("(45min)", Some(45)),
            ("three days", None),
            ("40 m3/s", None),
            ("99999999999 hours", None),
        ] {
            assert_eq!(minutes(text), expected, "{text}");
        }
    }
}
