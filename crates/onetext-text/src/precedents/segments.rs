//! Provisions one by one, as JSON lines: `country`, `pax_id`, `agreement`, `date`, `segment`, `text`.
//!
//! This is how the mapping of agreements to constitutions gives its provisions (`PeaceRep`, from PA-X; attribution asked
//! for). It has some provisions of each agreement, not whole agreements.

use serde::Deserialize;

use super::agreement::{Agreement, AgreementKey, Passage, Source};
use super::library::Imported;
use super::pax::day;
use super::remarks::{PrecedentError, Remark, What};

/// Longest file that is read.
pub const SEGMENTS_BYTES_MAX: usize = 256 << 20;
/// Most provisions of one file.
const SEGMENTS_MAX: usize = 500_000;
/// Most remarks about one file; a file with more is of another format.
const REMARKS_MAX: usize = 200;

#[derive(Deserialize)]
struct Segment {
    #[serde(default)]
    country: String,
    pax_id: String,
    agreement: String,
    #[serde(default)]
    date: String,
    #[serde(rename = "segment")]
    number: String,
    text: String,
}

/// Reads provisions from the bytes of a file; `name` is what it is called.
///
/// # Errors
/// It is too long, not in UTF-8, or holds no provision.
///
/// ```
/// let line = r#"{"country":"Upland","pax_id":"7","agreement":"Accord","date":"19990501","segment":"3","text":"A referendum shall be held."}"#;
/// let found = onetext_text::precedents::read_segments(line.as_bytes(), "provisions.jsonl").unwrap();
/// assert_eq!(found.passages[0].place, "segment 3");
/// ```
pub fn read_segments(bytes: &[u8], name: &str) -> Result<Imported, PrecedentError> {
    let text = super::text_of(bytes, SEGMENTS_BYTES_MAX)?;
    let mut imported = Imported::default();
    let written = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    for (number, (at, line)) in written.enumerate() {
        if number == SEGMENTS_MAX {
            let much = What::TooMuch { what: "provisions", limit: SEGMENTS_MAX };
            imported.remarks.push(Remark::new(0, "", much));
            break;
        }
        match serde_json::from_str::<Segment>(line) {
            Ok(segment) => add(&mut imported, segment, Source { file: name.to_owned(), line: at + 1 }),
            Err(error) => {
                let why = What::NotAnObject(error.to_string());
                imported.remarks.push(Remark::new(at + 1, "", why));
            }
        }
    }
    if imported.passages.is_empty() {
        let first = imported.remarks.first().map_or_else(String::new, |one| format!(" ({})", one.sentence()));
        return Err(PrecedentError::Empty(first));
    }
    super::cut_remarks(&mut imported.remarks, REMARKS_MAX);
    Ok(imported)
}

fn add(imported: &mut Imported, segment: Segment, source: Source) {
    let key = AgreementKey::pax(&segment.pax_id);
    if imported.agreements.last().is_none_or(|last| last.key != key) {
        let mut agreement = Agreement::named(key.clone(), segment.agreement.trim(), source.clone());
        agreement.countries = segment.country;
        agreement.day = day(&segment.date);
        if agreement.day.is_none() && !segment.date.is_empty() {
            imported.remarks.push(Remark::new(source.line, "date", What::NoDay(segment.date)));
        }
        imported.agreements.push(agreement);
    }
    let place = format!("segment {}", segment.number.trim());
    imported.passages.push(Passage { of: key, place, text: segment.text, source });
}
