//! What is to be known about a PDF besides its words: what is refused, and what is remarked.

use std::io::{Read, Write};

use flate2::bufread::ZlibDecoder;
use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document, Object, ObjectId};

use super::super::{ImportError, Metadata, Remark, Severity, What};
use super::broken;

/// Arrays and dictionaries within each other; the parser walks down with the stack.
const NESTING_MAX: usize = 200;
/// All streams unpacked, in bytes.
const UNPACKED_BYTES_MAX: u64 = 96 << 20;
/// Unpacked to packed bytes of one stream; text packs to a tenth, drawings of one colour to a hundredth.
const RATIO_MAX: u64 = 400;
/// Streams smaller than this may pack as well as they like.
const RATIO_FROM_BYTES: u64 = 1 << 20;
/// Filters of one stream; two are in use.
const FILTERS_MAX: usize = 4;
/// Bytes of content of one page, unpacked.
const CONTENT_BYTES_MAX: usize = 16 << 20;

/// Refuses what is nested too deep, or unpacks to too much, before the parser sees it.
pub(super) fn bounded(bytes: &[u8]) -> Result<(), ImportError> {
    let (mut depth, mut at, mut unpacked) = (0_usize, 0, 0);
    while at < bytes.len() {
        let rest = &bytes[at..];
        match bytes[at] {
            b'[' => depth += 1,
            b'<' if rest.starts_with(b"<<") => depth += 1,
            b']' => depth = depth.saturating_sub(1),
            b'>' if rest.starts_with(b">>") => depth = depth.saturating_sub(1),
            b's' if rest.starts_with(b"stream\n") || rest.starts_with(b"stream\r") => {
                let inside = &rest[7..];
                let inside = inside.strip_prefix(b"\n").unwrap_or(inside);
                let end = inside.windows(9).position(|nine| nine == b"endstream").unwrap_or(inside.len());
                unpacked += size_unpacked(&inside[..end])?;
                at += 7 + end + b"endstream".len();
            }
            b'e' if rest.starts_with(b"endobj") => depth = 0,
            _ => {}
        }
        if depth > NESTING_MAX {
            return Err(broken(&format!("its objects are nested more than {NESTING_MAX} deep")));
        }
        if unpacked > UNPACKED_BYTES_MAX {
            return Err(broken(&format!("it unpacks to more than {UNPACKED_BYTES_MAX} bytes")));
        }
        at += 1;
    }
    Ok(())
}

/// How large a stream is once unpacked; 0 for one that is packed in another way.
fn size_unpacked(packed: &[u8]) -> Result<u64, ImportError> {
    // The head of the one way of packing in use: deflate, with a window of up to 32 KiB.
    if packed.first().is_none_or(|first| first & 0x0f != 8) {
        return Ok(0);
    }
    let unpacked = ZlibDecoder::new(packed).take(UNPACKED_BYTES_MAX + 1);
    let mut counted = Counted(0);
    // What is broken is the parser's to refuse; so much of it could be unpacked.
    let _ = std::io::copy(&mut { unpacked }, &mut counted);
    if counted.0 > RATIO_FROM_BYTES && counted.0 / (packed.len() as u64).max(1) > RATIO_MAX {
        return Err(broken(&format!("a stream unpacks to more than {RATIO_MAX} times its size")));
    }
    Ok(counted.0)
}

/// A place for bytes that are only counted.
struct Counted(u64);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Refuses what no sound file has.
pub(super) fn sound(document: &Document) -> Result<(), ImportError> {
    for object in document.objects.values() {
        let Object::Stream(stream) = object else { continue };
        let filters = stream.dict.get(b"Filter").and_then(Object::as_array).map_or(0, Vec::len);
        if filters > FILTERS_MAX {
            return Err(broken(&format!("a stream is packed {filters} times; the limit is {FILTERS_MAX}")));
        }
        if matches!(stream.dict.get(b"Length"), Ok(Object::Reference(id)) if is_itself(document, *id, object))
        {
            return Err(broken("the length of a stream is the stream itself"));
        }
    }
    if document.get_pages().is_empty() {
        return Err(broken("it has no pages"));
    }
    Ok(())
}

fn is_itself(document: &Document, id: ObjectId, object: &Object) -> bool {
    document.objects.get(&id).is_some_and(|other| std::ptr::eq(other, object))
}

/// What is to be remarked.
pub(super) fn remarks(bytes: &[u8], document: &Document) -> Vec<Remark> {
    let mut found = Vec::new();
    let mut add = |severity, what: What| {
        let remark = Remark::on_file(severity, what);
        if !found.contains(&remark) {
            found.push(remark);
        }
    };
    let ends = bytes.windows(5).filter(|five| five == b"%%EOF").count();
    let is_ready_for_web = bytes.windows(11).take(2048).any(|some| some == b"/Linearized");
    let versions = ends.saturating_sub(1 + usize::from(is_ready_for_web));
    if versions > 0 {
        add(Severity::Warning, What::EarlierVersions { count: versions });
    }
    for object in document.objects.values() {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &stream.dict,
            _ => continue,
        };
        if dictionary.has(b"EF") || is_named(dictionary, b"Type", b"EmbeddedFile") {
            add(Severity::Warning, What::Embedded);
        }
        if dictionary.has(b"XFA") {
            add(Severity::Warning, What::Action { sort: "XFA".to_owned() });
        }
        for sort in ["JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR"] {
            if is_named(dictionary, b"S", sort.as_bytes()) {
                add(Severity::Warning, What::Action { sort: sort.to_owned() });
            }
        }
        if draws_others(document, dictionary) {
            add(Severity::Warning, What::OtherLetters);
        }
    }
    if document.get_pages().values().any(|page| hides(document, *page)) {
        add(Severity::Warning, What::Unseen);
    }
    found
}

fn is_named(dictionary: &Dictionary, key: &[u8], name: &[u8]) -> bool {
    dictionary.get(key).and_then(Object::as_name).is_ok_and(|found| found == name)
}

/// Whether a page draws letters that nobody sees.
fn hides(document: &Document, page: ObjectId) -> bool {
    let Ok(content) = document.get_page_content(page) else { return false };
    if content.len() > CONTENT_BYTES_MAX {
        return false;
    }
    let Ok(content) = Content::decode(&content) else { return false };
    content
        .operations
        .iter()
        .any(|one| one.operator == "Tr" && one.operands.first() == Some(&Object::Integer(3)))
}

/// Whether a font with an ordinary encoding says that its letters are others.
fn draws_others(document: &Document, font: &Dictionary) -> bool {
    if !is_named(font, b"Type", b"Font")
        || is_named(font, b"Subtype", b"Type0")
        || is_named(font, b"Subtype", b"Type3")
    {
        return false;
    }
    // A font of the file's own may number its letters as it likes.
    let is_ordinary = match font.get(b"Encoding") {
        Ok(Object::Name(name)) => name.ends_with(b"Encoding"),
        Ok(_) => false,
        Err(_) => !font.has(b"FontDescriptor"),
    };
    let map = font.get(b"ToUnicode").and_then(|map| document.dereference(map)).map(|(_, map)| map);
    let Ok(Object::Stream(map)) = map else { return false };
    let plain = map.decompressed_content().unwrap_or_else(|_| map.content.clone());
    is_ordinary
        && pairs(&String::from_utf8_lossy(&plain))
            .any(|(code, letter)| (0x21..0x7f).contains(&code) && letter != code)
}

/// The pairs of a map from numbers to letters: `<31> <0039>`.
fn pairs(map: &str) -> impl Iterator<Item = (u32, u32)> {
    let sections = map.split("beginbfchar").skip(1).filter_map(|rest| rest.split("endbfchar").next());
    sections.flat_map(|section| {
        let numbers: Vec<u32> =
            section.split(['<', '>']).filter_map(|hex| u32::from_str_radix(hex.trim(), 16).ok()).collect();
        numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    })
}

/// Whom the file names.
pub(super) fn metadata(document: &Document) -> Metadata {
    let told =
        document.trailer.get(b"Info").and_then(|told| document.dereference(told)).map(|(_, told)| told);
    let Ok(Object::Dictionary(told)) = told else { return Metadata::default() };
    let word = |key: &[u8]| {
        let bytes = told.get(key).and_then(Object::as_str).ok()?;
        let words = match bytes {
            [0xfe, 0xff, wide @ ..] => {
                let units: Vec<u16> =
                    wide.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
                String::from_utf16_lossy(&units)
            }
            bytes => String::from_utf8_lossy(bytes).into_owned(),
        };
        let words: String = words.trim().chars().take(300).collect();
        (!words.is_empty()).then_some(words)
    };
    Metadata {
        author: word(b"Author"),
        created: word(b"CreationDate"),
        modified: word(b"ModDate"),
        title: word(b"Title"),
        company: word(b"Company"),
        ..Metadata::default()
    }
}
