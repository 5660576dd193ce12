//! Bytes to letters: UTF-8, UTF-16 that says so, or the code page that is declared or that its bytes look like.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};

use super::{FormatError, Remark};

/// Bytes at the beginning in which a page declares its encoding.
const DECLARED_WITHIN: usize = 1024;
/// In a file of more zero bytes than this, and of more than that share of them, in percent, there are no letters.
const ZEROS_MAX: usize = 4;
const ZEROS_PERCENT_MAX: usize = 1;

/// The letters, and what is remarked of them. `declared` is the name of an encoding that the file gives.
pub(super) fn decoded(bytes: &[u8], declared: Option<&str>) -> Result<(String, Vec<Remark>), FormatError> {
    let marked = Encoding::for_bom(bytes);
    let is_wide = marked.is_some_and(|(encoding, _)| encoding != UTF_8);
    let zeros: usize = bytes.iter().map(|byte| usize::from(*byte == 0)).sum();
    if !is_wide && zeros > ZEROS_MAX && zeros * 100 > bytes.len() * ZEROS_PERCENT_MAX {
        return Err(FormatError::Unknown("bytes that are no letters".to_owned()));
    }
    if let Some((encoding, length)) = marked {
        return Ok(told(encoding, &bytes[length..], true));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Vec::new()));
    }
    let named = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // Whoever declares UTF-8 over bytes that are not is wrong, and whoever declares UTF-16 in single letters too.
    let named = named.filter(|encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding));
    Ok(match named {
        Some(encoding) => told(encoding, bytes, true),
        None if is_damaged_utf8(bytes) => told(UTF_8, bytes, true),
        None => told(guessed(bytes), bytes, false),
    })
}

fn told(encoding: &'static Encoding, bytes: &[u8], declared: bool) -> (String, Vec<Remark>) {
    let (text, has_none) = encoding.decode_without_bom_handling(bytes);
    let mut remarks = Vec::new();
    if encoding != UTF_8 {
        remarks.push(Remark::Encoding { name: encoding.name().to_owned(), declared });
    }
    if has_none {
        remarks.push(Remark::Replaced { count: text.matches('\u{fffd}').count() });
    }
    (text.into_owned(), remarks)
}

/// Whether most of what is not ASCII is sound UTF-8: a few bytes went wrong on the way.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let lost = text.matches('\u{fffd}').count();
    let sound = text.chars().filter(|letter| !letter.is_ascii()).count() - lost;
    sound > lost
}

/// Cyrillic words are whole runs of high bytes; in western words a high byte stands alone among plain letters.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let is_letter =
        |byte: &u8| *byte >= 0xc0 || matches!(byte, 0xa8 | 0xaa | 0xaf | 0xb2 | 0xb3 | 0xb8 | 0xba | 0xbf);
    let high = bytes.iter().filter(|byte| is_letter(byte)).count();
    let paired = bytes.windows(2).filter(|pair| pair.iter().all(is_letter)).count();
    if paired * 2 > high { WINDOWS_1251 } else { WINDOWS_1252 }
}

/// The encoding that a page or an XML file declares in its first bytes.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_lowercase();
    let after = |sign: &str| head.find(sign).map(|at| &head[at + sign.len()..]);
    let rest = after("charset=").or_else(|| after("encoding="))?;
    let rest = rest.trim_start_matches(['"', '\'', ' ']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
    Some(rest[..end].to_owned()).filter(|name| !name.is_empty())
}
