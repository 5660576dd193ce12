//! The container of a Word file: a ZIP archive whose bytes depend on its parts alone. One compressor, one fixed day, parts
//! in the order in which they are given.
//!
//! An own container, because the bytes must not change with the features that other crates choose for a shared one.

use miniz_oxide::deflate::compress_to_vec;

/// How hard the compressor tries: beyond this it only takes longer.
const LEVEL: u8 = 6;
/// 1 January 1980, the first day that the format knows: every part has it.
const DAY: u16 = 0x21;
/// The version of the format that can read deflated parts.
const VERSION: u16 = 20;
/// Names are in UTF-8.
const FLAGS: u16 = 0x0800;
/// The number of the method "deflate".
const DEFLATED: u16 = 8;

/// A part as it stands in the archive.
struct Entry {
    name: String,
    checksum: u32,
    packed: u32,
    size: u32,
    place: u32,
}

/// The parts as one archive; `None` where it would pass the 4 gigabytes of the format.
pub(super) fn archive(parts: &[(&str, String)]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut entries = Vec::new();
    for (name, content) in parts {
        let packed = compress_to_vec(content.as_bytes(), LEVEL);
        let entry = Entry {
            name: (*name).to_owned(),
            checksum: crc32fast::hash(content.as_bytes()),
            packed: u32::try_from(packed.len()).ok()?,
            size: u32::try_from(content.len()).ok()?,
            place: u32::try_from(out.len()).ok()?,
        };
        out.extend(0x0403_4b50_u32.to_le_bytes());
        out.extend(head(&entry)?);
        out.extend(entry.name.as_bytes());
        out.extend(packed);
        entries.push(entry);
    }
    let begin = u32::try_from(out.len()).ok()?;
    for entry in &entries {
        out.extend(0x0201_4b50_u32.to_le_bytes());
        out.extend(VERSION.to_le_bytes());
        out.extend(head(entry)?);
        // No comment, one disk, no attributes.
        out.extend([0; 10]);
        out.extend(entry.place.to_le_bytes());
        out.extend(entry.name.as_bytes());
    }
    let size = u32::try_from(out.len()).ok()?.checked_sub(begin)?;
    let count = u16::try_from(entries.len()).ok()?.to_le_bytes();
    out.extend(0x0605_4b50_u32.to_le_bytes());
    out.extend([0; 4]);
    out.extend(count);
    out.extend(count);
    out.extend(size.to_le_bytes());
    out.extend(begin.to_le_bytes());
    out.extend([0; 2]);
    Some(out)
}

/// What stands both before a part and in the list at the end.
fn head(entry: &Entry) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for short in [VERSION, FLAGS, DEFLATED, 0, DAY] {
        out.extend(short.to_le_bytes());
    }
    for long in [entry.checksum, entry.packed, entry.size] {
        out.extend(long.to_le_bytes());
    }
    out.extend(u16::try_from(entry.name.len()).ok()?.to_le_bytes());
    out.extend([0; 2]);
    Some(out)
}
