//! Letters that are spelt out in HTML: `&eacute;`, `&#8212;`.

/// Longest name, in bytes.
const NAME_MAX: usize = 10;
/// The names that are in use in texts; others stay as they are written.
const NAMES: [(&str, char); 72] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("shy", '\u{ad}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("sect", '§'),
    ("para", '¶'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("times", '×'),
    ("divide", '÷'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("euro", '€'),
    ("pound", '£'),
    ("cent", '¢'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("dagger", '†'),
    ("Dagger", '‡'),
    ("ordm", 'º'),
    ("ordf", 'ª'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("aring", 'å'),
    ("ccedil", 'ç'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("ouml", 'ö'),
    ("oslash", 'ø'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("ucirc", 'û'),
    ("uuml", 'ü'),
    ("szlig", 'ß'),
    ("Eacute", 'É'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("rlm", '\u{200f}'),
    ("lrm", '\u{200e}'),
];
/// What the numbers 128 to 159 mean on the web: letters of an old code page.
const OLD_PAGE: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Words with their spelt-out letters put in.
pub(super) fn decoded(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (letter, length) = letter(after).unwrap_or(('&', 0));
        out.push(letter);
        rest = &after[length..];
    }
    out.push_str(rest);
    out
}

/// The letter that is spelt out, and how long its name is.
fn letter(after: &str) -> Option<(char, usize)> {
    let end = after.bytes().take(NAME_MAX).position(|byte| byte == b';')?;
    let name = &after[..end];
    let found = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            match code {
                0 => '\u{fffd}',
                128..=159 => OLD_PAGE.chars().nth((code - 128) as usize)?,
                code => char::from_u32(code).unwrap_or('\u{fffd}'),
            }
        }
        None => NAMES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((found, end + 1))
}
