//! A PDF whose table of contents is broken, as browsers read it: by looking for its objects one after the other. The last
//! object of each number counts, as in a file that was changed at its end.

use std::collections::BTreeMap;

/// Objects that are looked for.
const OBJECTS_MAX: usize = 200_000;
/// Digits of the number of an object and of its generation.
const DIGITS_MAX: usize = 7;

/// The same file with a new table of contents at its end; none where there is nothing to put into it.
pub(super) fn mended(bytes: &[u8]) -> Option<Vec<u8>> {
    let objects = objects(bytes);
    let root = root(bytes).or_else(|| catalogue(bytes, &objects))?;
    let size = objects.keys().next_back()? + 1;
    let mut out = bytes.to_vec();
    out.push(b'\n');
    let table_at = out.len();
    out.extend(b"xref\n0 1\n0000000000 65535 f \n");
    for (number, (at, generation)) in &objects {
        out.extend(format!("{number} 1\n{at:010} {generation:05} n \n").bytes());
    }
    out.extend(format!("trailer\n<</Size {size} /Root {root}>>\nstartxref\n{table_at}\n%%EOF\n").bytes());
    Some(out)
}

/// Where the last object of each number begins, and its generation.
fn objects(bytes: &[u8]) -> BTreeMap<u32, (usize, u16)> {
    let mut found = BTreeMap::new();
    let mut from = 0;
    while let Some(at) = find(&bytes[from..], b" obj") {
        let end = from + at;
        from = end + 4;
        let Some((generation, before)) = number_before(bytes, end) else { continue };
        let Some((number, start)) = before.checked_sub(1).and_then(|before| number_before(bytes, before))
        else {
            continue;
        };
        if number > 0 && found.len() < OBJECTS_MAX {
            found.insert(number, (start, u16::try_from(generation).unwrap_or_default()));
        }
    }
    found
}

/// The number that ends here, and where it begins.
fn number_before(bytes: &[u8], end: usize) -> Option<(u32, usize)> {
    let digits = bytes[..end].iter().rev().take(DIGITS_MAX).take_while(|byte| byte.is_ascii_digit()).count();
    let text = std::str::from_utf8(&bytes[end - digits..end]).ok()?;
    text.parse().ok().map(|number| (number, end - digits))
}

/// What the file says is its root: `3 0 R` behind the last `/Root`.
fn root(bytes: &[u8]) -> Option<String> {
    let mut last = None;
    let mut from = 0;
    while let Some(at) = find(&bytes[from..], b"/Root") {
        from += at + 5;
        let words = String::from_utf8_lossy(&bytes[from..bytes.len().min(from + 30)]).into_owned();
        let mut words = words.split_whitespace();
        let (number, generation) = (words.next()?.parse::<u32>().ok()?, words.next()?.parse::<u16>().ok()?);
        last = Some(format!("{number} {generation} R"));
    }
    last
}

/// The object that calls itself the catalogue.
fn catalogue(bytes: &[u8], objects: &BTreeMap<u32, (usize, u16)>) -> Option<String> {
    /// A catalogue says so near its beginning.
    const NEAR: usize = 200;
    let says_so = |at: usize| {
        let head = String::from_utf8_lossy(&bytes[at..bytes.len().min(at + NEAR)]).replace(' ', "");
        head.split("endobj").next().is_some_and(|own| own.contains("/Type/Catalog"))
    };
    let found = objects.iter().find(|(_, (at, _))| says_so(*at));
    found.map(|(number, (_, generation))| format!("{number} {generation} R"))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|some| some == wanted)
}
