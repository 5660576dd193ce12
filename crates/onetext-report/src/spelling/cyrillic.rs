//! Cyrillic words: letters to sounds, and the nominatives that an inflected form can stand for.

/// Whether a word has a Cyrillic letter.
pub(super) fn is_cyrillic(word: &str) -> bool {
    word.chars().any(|letter| ('\u{400}'..='\u{52F}').contains(&letter))
}

/// The sounds of a word in lower case; what is not Cyrillic is kept. Capitals stand for sounds that English writes with
/// two letters: `C` ch, `S` sh and shch, `Z` zh, `X` kh; `c` is ts.
pub(super) fn sounds(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.chars() {
        match sound(letter) {
            Some(sound) => out.push_str(sound),
            None => out.push(letter),
        }
    }
    out
}

fn sound(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' | 'ў' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'є' | 'ё' | 'э' => "e",
        'ж' => "Z",
        'з' => "z",
        'и' | 'і' | 'ї' | 'й' | 'ы' | 'ј' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "X",
        'ц' => "c",
        'ч' | 'ћ' => "C",
        'ш' | 'щ' => "S",
        'ъ' | 'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        'ђ' | 'џ' => "dZ",
        'љ' => "li",
        'њ' => "ni",
        _ => return None,
    })
}

/// An ending of an oblique case, and what the nominative has instead.
struct Ending {
    oblique: &'static str,
    nominative: &'static str,
}

const fn ending(oblique: &'static str, nominative: &'static str) -> Ending {
    Ending { oblique, nominative }
}

/// Surnames like adjectives, and endings that no nominative has.
const CLEAR: &[Ending] = &[
    ending("ського", "ський"),
    ending("ському", "ський"),
    ending("ським", "ський"),
    ending("цького", "цький"),
    ending("цькому", "цький"),
    ending("цьким", "цький"),
    ending("ского", "ский"),
    ending("скому", "ский"),
    ending("ским", "ский"),
    ending("ском", "ский"),
    ending("цкого", "цкий"),
    ending("цкому", "цкий"),
    ending("цким", "цкий"),
    ending("ської", "ська"),
    ending("ській", "ська"),
    ending("ську", "ська"),
    ending("ською", "ська"),
    ending("ской", "ская"),
    ending("скую", "ская"),
    ending("ного", "ний"),
    ending("ному", "ний"),
    ending("овим", "ов"),
    ending("овым", "ов"),
    ending("овом", "ов"),
    ending("овові", "ов"),
    ending("евим", "ев"),
    ending("євим", "єв"),
    ending("евым", "ев"),
    ending("іним", "ін"),
    ending("ином", "ин"),
    ending("иным", "ин"),
    ending("овой", "ова"),
    ending("ової", "ова"),
    ending("овою", "ова"),
];

/// Endings that are read only where another word of the name is inflected too.
const UNCLEAR: &[Ending] = &[
    ending("ія", "ій"),
    ending("ію", "ій"),
    ending("ієм", "ій"),
    ending("ієві", "ій"),
    ending("ея", "ей"),
    ending("ею", "ей"),
    ending("еем", "ей"),
    ending("ия", "ий"),
    ending("ию", "ий"),
    ending("ием", "ий"),
    ending("ря", "рь"),
    ending("ря", "р"),
    ending("ом", ""),
    ending("ем", ""),
    ending("ем", "ь"),
    ending("ові", ""),
    ending("еві", ""),
    ending("а", ""),
    ending("у", ""),
    ending("я", "ь"),
    ending("ю", "ь"),
    ending("а", "о"),
    ending("у", "о"),
    ending("ом", "о"),
    ending("и", "а"),
    ending("ы", "а"),
    ending("і", "а"),
    ending("у", "а"),
    ending("ою", "а"),
    ending("ой", "а"),
    ending("ии", "ия"),
    ending("ію", "ія"),
    ending("ії", "ія"),
];

/// The nominatives that a form in lower case can only stand for: "зеленського".
pub(super) fn clear_nominatives(word: &str) -> Vec<String> {
    undo(word, CLEAR)
}

/// The nominatives that a form may stand for if its neighbours agree: "іванова" of a man.
pub(super) fn unclear_nominatives(word: &str) -> Vec<String> {
    undo(word, UNCLEAR)
}

/// Letters that must be left of a word: shorter stems match by chance.
const STEM_LETTERS_MIN: usize = 3;

fn undo(word: &str, endings: &[Ending]) -> Vec<String> {
    endings
        .iter()
        .filter_map(|ending| {
            let stem = word.strip_suffix(ending.oblique)?;
            (stem.chars().count() >= STEM_LETTERS_MIN).then(|| format!("{stem}{}", ending.nominative))
        })
        .collect()
}
