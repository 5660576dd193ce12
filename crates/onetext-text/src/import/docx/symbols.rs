//! Letters of symbol fonts: what they mean in Unicode, as far as negotiators use them.

/// The Greek letters and signs of the font Symbol, from 0x20 on; a blank where there is no counterpart in use.
const SYMBOL_GREEK_UPPER: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const SYMBOL_GREEK_LOWER: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
const SYMBOL_SIGNS: [(u32, char); 26] = [
    (0xa2, '′'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xab, '↔'),
    (0xac, '←'),
    (0xad, '↑'),
    (0xae, '→'),
    (0xaf, '↓'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb5, '∝'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xba, '≡'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xd2, '®'),
    (0xd3, '©'),
    (0xd4, '™'),
    (0xd6, '√'),
    (0xde, '⇒'),
    (0xe5, '∑'),
];
const WINGDINGS: [(u32, char); 14] = [
    (0x6c, '●'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x71, '❑'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x9f, '•'),
    (0xa7, '▪'),
    (0xa8, '◻'),
    (0xd8, '➢'),
    (0xe0, '→'),
    (0xfc, '✓'),
    (0xfb, '✗'),
    (0xfe, '☑'),
];
/// Symbol fonts put their letters here.
const PRIVATE_FROM: u32 = 0xf000;

/// What a letter of a symbol font means, if that is known.
pub(super) fn meaning(font: &str, code: u32) -> Option<char> {
    let code = if (PRIVATE_FROM..PRIVATE_FROM + 0x100).contains(&code) { code - PRIVATE_FROM } else { code };
    let in_row = |row: &[(u32, char)]| row.iter().find(|(at, _)| *at == code).map(|(_, found)| *found);
    match font.to_ascii_lowercase().as_str() {
        "symbol" => match code {
            0x41..=0x5a => SYMBOL_GREEK_UPPER.chars().nth((code - 0x41) as usize),
            0x61..=0x7a => SYMBOL_GREEK_LOWER.chars().nth((code - 0x61) as usize),
            0x20..=0x3f => char::from_u32(code),
            _ => in_row(&SYMBOL_SIGNS),
        },
        "wingdings" => in_row(&WINGDINGS),
        // Any other font: the number is the letter's own, unless it lies where no script does.
        _ => char::from_u32(code).filter(|c| c.is_alphanumeric()),
    }
}
