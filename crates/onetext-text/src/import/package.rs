//! The package of a word processor's file: a ZIP archive, read so strictly that no two readers can find two texts in it.
//! Nothing is unpacked to a disk: names of parts are only compared.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::bufread::DeflateDecoder;

use super::ImportError;

/// Parts of a package: a long text with many pictures has some hundreds.
const PARTS_MAX: usize = 4_000;
/// All parts unpacked, in bytes.
const UNPACKED_BYTES_MAX: u64 = 96 << 20;
/// One part that is read, unpacked: half a million words with all their marks.
const PART_BYTES_MAX: u64 = 48 << 20;
/// Unpacked to packed bytes of one part; text in XML packs to a tenth, at most a hundredth.
const RATIO_MAX: u64 = 200;
/// Parts smaller than this may pack as well as they like.
const RATIO_FROM_BYTES: u64 = 256 << 10;

const END: [u8; 4] = *b"PK\x05\x06";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const LOCAL: [u8; 4] = *b"PK\x03\x04";
const END_BYTES: usize = 22;
const CENTRAL_BYTES: usize = 46;
const LOCAL_BYTES: usize = 30;
/// Flags: encrypted; the sizes come after the data; encrypted directory.
const ENCRYPTED: u16 = 1;
const SIZES_LATER: u16 = 8;
const HIDDEN_DIRECTORY: u16 = 1 << 13;
/// The kind of file that Unix calls a symbolic link.
const SYMBOLIC_LINK: u64 = 0o120_000;
const FILE_KIND: u64 = 0o170_000;

/// Where a part lies.
struct Entry {
    method: u16,
    crc: u32,
    packed: u64,
    unpacked: u64,
    from: usize,
}

/// A package.
pub(super) struct Package<'b> {
    bytes: &'b [u8],
    entries: BTreeMap<String, Entry>,
}

fn bad(what: &str) -> ImportError {
    ImportError::Package(what.to_owned())
}

fn number(bytes: &[u8], at: usize, length: usize) -> Result<u64, ImportError> {
    let found = bytes.get(at..at + length).ok_or_else(|| bad("it is cut off"))?;
    Ok(found.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

fn short(bytes: &[u8], at: usize) -> Result<u16, ImportError> {
    number(bytes, at, 2).map(|found| u16::try_from(found).unwrap_or(u16::MAX))
}

fn place(bytes: &[u8], at: usize) -> Result<usize, ImportError> {
    usize::try_from(number(bytes, at, 4)?).map_err(|_| bad("it is too large"))
}

impl<'b> Package<'b> {
    /// Reads the directory and checks every part's head against it.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Package<'b>, ImportError> {
        let end = bytes.len().checked_sub(END_BYTES).ok_or_else(|| bad("it is cut off"))?;
        if bytes[end..end + 4] != END {
            return Err(bad(
                "it does not end where its directory ends: it is cut off, or something was put behind it",
            ));
        }
        let count = usize::from(short(bytes, end + 10)?);
        let (disk, here) = (number(bytes, end + 4, 4)?, short(bytes, end + 8)?);
        if disk != 0 || usize::from(here) != count || count == usize::from(u16::MAX) {
            return Err(bad("it is in several pieces, or too large"));
        }
        if count > PARTS_MAX {
            return Err(ImportError::TooMuch {
                what: "parts in the package".to_owned(),
                found: count,
                limit: PARTS_MAX,
            });
        }
        let length = place(bytes, end + 12)?;
        let said = place(bytes, end + 16)?;
        // What stands before the archive (a program that unpacks itself) shifts all places alike.
        let from = end.checked_sub(length).ok_or_else(|| bad("its directory is cut off"))?;
        let shift = from.checked_sub(said).ok_or_else(|| bad("its directory is not where it says"))?;
        let mut package = Package { bytes, entries: BTreeMap::new() };
        let mut at = from;
        for _ in 0..count {
            at = package.take(at, shift)?;
        }
        if at != end {
            return Err(bad("its directory holds more than it says"));
        }
        package.check_sizes()?;
        Ok(package)
    }

    /// Takes in one entry of the directory; where the next begins.
    fn take(&mut self, at: usize, shift: usize) -> Result<usize, ImportError> {
        let bytes = self.bytes;
        if bytes.get(at..at + 4) != Some(&CENTRAL) {
            return Err(bad("its directory is broken"));
        }
        let flags = short(bytes, at + 8)?;
        if flags & (ENCRYPTED | HIDDEN_DIRECTORY) != 0 {
            return Err(ImportError::Encrypted);
        }
        let lengths =
            [short(bytes, at + 28)?, short(bytes, at + 30)?, short(bytes, at + 32)?].map(usize::from);
        let name_at = at + CENTRAL_BYTES;
        let raw = bytes.get(name_at..name_at + lengths[0]).ok_or_else(|| bad("its directory is cut off"))?;
        let name = String::from_utf8_lossy(raw).into_owned();
        let kind = (number(bytes, at + 38, 4)? >> 16) & FILE_KIND;
        if kind == SYMBOLIC_LINK {
            return Err(bad(&format!("{name:?} is a link to another file")));
        }
        let local = place(bytes, at + 42)?.checked_add(shift).ok_or_else(|| bad("it is too large"))?;
        let mut entry = Entry {
            method: short(bytes, at + 10)?,
            crc: u32::try_from(number(bytes, at + 16, 4)?).unwrap_or_default(),
            packed: number(bytes, at + 20, 4)?,
            unpacked: number(bytes, at + 24, 4)?,
            from: 0,
        };
        entry.from = self.check_head(local, raw, flags, &entry)?;
        // Names that differ only in capitals are one part to a word processor.
        if self.entries.insert(name.to_ascii_lowercase(), entry).is_some() {
            return Err(bad(&format!("it has two parts called {name:?}: two readers would read two texts")));
        }
        Ok(name_at + lengths.iter().sum::<usize>())
    }

    /// The head of a part must say what the directory says; where its data begin.
    fn check_head(&self, at: usize, name: &[u8], flags: u16, entry: &Entry) -> Result<usize, ImportError> {
        let bytes = self.bytes;
        let differs =
            || bad(&format!("the head of {:?} and the directory differ", String::from_utf8_lossy(name)));
        if bytes.get(at..at + 4) != Some(&LOCAL) {
            return Err(differs());
        }
        let name_length = usize::from(short(bytes, at + 26)?);
        let from = at + LOCAL_BYTES + name_length + usize::from(short(bytes, at + 28)?);
        let is_same_name = bytes.get(at + LOCAL_BYTES..at + LOCAL_BYTES + name_length) == Some(name);
        let sizes = (number(bytes, at + 14, 4)?, number(bytes, at + 18, 4)?, number(bytes, at + 22, 4)?);
        let are_same_sizes =
            flags & SIZES_LATER != 0 || sizes == (u64::from(entry.crc), entry.packed, entry.unpacked);
        let is_same = is_same_name
            && are_same_sizes
            && short(bytes, at + 8)? == entry.method
            && short(bytes, at + 6)? == flags;
        let end = (from as u64).checked_add(entry.packed).filter(|end| *end <= bytes.len() as u64);
        if !is_same || end.is_none() {
            return Err(differs());
        }
        Ok(from)
    }

    fn check_sizes(&self) -> Result<(), ImportError> {
        let total: u64 = self.entries.values().map(|entry| entry.unpacked).sum();
        let too_much = |found: u64, limit: u64| ImportError::TooMuch {
            what: "bytes in the package once unpacked".to_owned(),
            found: usize::try_from(found).unwrap_or(usize::MAX),
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
        };
        if total > UNPACKED_BYTES_MAX {
            return Err(too_much(total, UNPACKED_BYTES_MAX));
        }
        // Many small bombs are one large bomb.
        let packed: u64 = self.entries.values().map(|entry| entry.packed).sum();
        let is_bomb =
            |unpacked: u64, packed: u64| unpacked > RATIO_FROM_BYTES && unpacked / packed.max(1) > RATIO_MAX;
        let one = self.entries.iter().find(|(_, entry)| is_bomb(entry.unpacked, entry.packed));
        if let Some((name, entry)) = one {
            return Err(bad(&format!(
                "{name:?} unpacks to {} times its size; the limit is {RATIO_MAX}",
                entry.unpacked / entry.packed.max(1)
            )));
        }
        if is_bomb(total, packed) {
            return Err(too_much(total, packed * RATIO_MAX));
        }
        Ok(())
    }

    /// The names of the parts, in small letters.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// A part unpacked and checked; none where there is no such part.
    pub(super) fn part(&self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let Some(entry) = self.entries.get(&name.to_ascii_lowercase()) else { return Ok(None) };
        let broken = |what: &str| bad(&format!("its part {name:?} {what}"));
        if entry.unpacked > PART_BYTES_MAX {
            return Err(ImportError::TooMuch {
                what: format!("bytes in the part {name}"),
                found: usize::try_from(entry.unpacked).unwrap_or(usize::MAX),
                limit: usize::try_from(PART_BYTES_MAX).unwrap_or(usize::MAX),
            });
        }
        let packed = usize::try_from(entry.packed).map_err(|_| broken("is too large"))?;
        let raw = self.bytes.get(entry.from..entry.from + packed).ok_or_else(|| broken("is cut off"))?;
        let mut out = Vec::new();
        match entry.method {
            0 => out.extend_from_slice(raw),
            8 => {
                let most = entry.unpacked + 1;
                DeflateDecoder::new(raw)
                    .take(most)
                    .read_to_end(&mut out)
                    .map_err(|_| broken("cannot be unpacked"))?;
            }
            _ => return Err(broken("is packed in a way that is not read")),
        }
        if out.len() as u64 != entry.unpacked || crc32fast::hash(&out) != entry.crc {
            return Err(broken("is not what the directory says it is"));
        }
        Ok(Some(out))
    }

    /// The first part of several names that there is.
    pub(super) fn first(&self, names: &[String]) -> Result<Option<(String, Vec<u8>)>, ImportError> {
        for name in names {
            if let Some(bytes) = self.part(name)? {
                return Ok(Some((name.clone(), bytes)));
            }
        }
        Ok(None)
    }
}
