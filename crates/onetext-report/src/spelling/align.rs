//! Two names word by word: in any order, initials for names, patronymics and middle names optional.

use super::{cyrillic, given, skeleton, titles};

/// How far two spellings of a name agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// They cannot be one name.
    Different,
    /// One of them is a surname alone, and it is the other's surname.
    Surname,
    /// Surnames agree, and an initial stands for a given name.
    Initials,
    /// All words that both have agree.
    Full,
}

/// A name cut into words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Name {
    words: Vec<Word>,
    /// "Jr.", "III": tells a child from a parent.
    generation: Option<String>,
}

#[derive(Clone, Debug)]
struct Word {
    readings: Vec<String>,
    lines: Vec<u16>,
    is_initial: bool,
    is_cyrillic: bool,
    /// In lower case.
    letters: String,
}

/// Words of a name that are looked at; longer "names" are none.
const WORDS_MAX: usize = 8;

impl Name {
    pub(crate) fn of(name: &str) -> Self {
        let mut found = Name::default();
        for piece in
            name.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '_' | '\u{a0}'))
        {
            found.take(piece);
            if found.words.len() >= WORDS_MAX {
                break;
            }
        }
        found.words.truncate(WORDS_MAX);
        found
    }

    fn take(&mut self, piece: &str) {
        let piece = bare(piece);
        if let Some(generation) = generation(piece) {
            self.generation = Some(generation.to_owned());
            return;
        }
        let is_first = self.words.is_empty();
        let is_family = titles::is_family_first(piece) && piece.starts_with(char::is_uppercase);
        if piece.is_empty()
            || titles::is_particle(piece)
            || (is_first && titles::is_title(piece) && !is_family)
        {
            return;
        }
        let letters: Vec<char> = piece.chars().filter(|letter| letter.is_alphabetic()).collect();
        // "J.D." and "JD" are two initials.
        let is_initials = (piece.contains('.') && letters.len() <= 3)
            || letters.len() == 1
            || (letters.len() == 2 && letters.iter().all(|letter| letter.is_uppercase()));
        if is_initials && letters.iter().filter(|letter| letter.is_uppercase()).count() == letters.len() {
            for letter in letters {
                self.words.push(Word::of(&letter.to_string(), true));
            }
        } else if !letters.is_empty() {
            self.words.push(Word::of(piece.trim_end_matches('.'), is_initials));
        }
    }

    /// Its words' plainest skeletons.
    pub(crate) fn key(&self) -> String {
        let words: Vec<&str> =
            self.words.iter().filter_map(|word| word.readings.first()).map(String::as_str).collect();
        words.join(" ")
    }

    /// How far it agrees with another.
    pub(crate) fn likeness(&self, other: &Name) -> Likeness {
        if self.words.is_empty() || other.words.is_empty() {
            return Likeness::Different;
        }
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        if short.words.len() == 1 {
            return alone(&short.words[0], long);
        }
        if short.generation != long.generation {
            return Likeness::Different;
        }
        if short.joined() == long.joined() {
            return Likeness::Full;
        }
        align(short, long)
    }

    fn joined(&self) -> String {
        self.words.iter().filter_map(|word| word.readings.first()).map(String::as_str).collect()
    }

    /// The places where its family name may stand: the last word, the first of "Putin V. V." and "Petrov Ivan Ivanovich",
    /// either of what may be an East Asian name ("Kim", "Li" are given names elsewhere).
    fn families(&self) -> (usize, usize) {
        let last = self.words.len().saturating_sub(1);
        if last == 0 {
            return (0, 0);
        }
        let has_patronymic = last > 1 && self.words[last].is_patronymic() && !self.words[1].is_patronymic();
        if self.words[last].is_initial || has_patronymic {
            return (0, 0);
        }
        (if titles::is_family_first(&self.words[0].letters) { 0 } else { last }, last)
    }
}

/// A piece without marks around it and without "'s".
fn bare(piece: &str) -> &str {
    let piece = piece.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '.');
    let piece = piece.strip_suffix("'s").or_else(|| piece.strip_suffix("’s")).unwrap_or(piece);
    for prefix in ["al-", "Al-", "el-", "El-", "as-", "ash-", "ad-", "an-"] {
        if let Some(rest) = piece.strip_prefix(prefix) {
            return rest;
        }
    }
    piece
}

fn generation(piece: &str) -> Option<&'static str> {
    Some(match piece.trim_end_matches('.') {
        "Jr" | "jr" | "Junior" => "jr",
        "Sr" | "sr" | "Senior" => "sr",
        "II" => "ii",
        "III" => "iii",
        "IV" => "iv",
        _ => return None,
    })
}

/// A single word against a whole name: its family name, never its given name.
fn alone(word: &Word, long: &Name) -> Likeness {
    let (first, last) = long.families();
    let is_family = [first, last].into_iter().any(|place| {
        let family = &long.words[place];
        !word.is_initial && !family.is_initial && word.agrees(family) == Agreement::Same
    });
    match (is_family, long.words.len()) {
        (true, 1) => Likeness::Full,
        (true, _) => Likeness::Surname,
        _ => Likeness::Different,
    }
}

/// Every word of the shorter must stand for a word of the longer of its own.
fn align(short: &Name, long: &Name) -> Likeness {
    let mut taken = [false; WORDS_MAX];
    let mut counts = Counts::default();
    // Whole words first, so that an initial does not take the place of a name.
    for word in short.words.iter().filter(|word| !word.is_initial) {
        let Some((place, agreement)) = best(word, long, taken) else { return Likeness::Different };
        taken[place] = true;
        match agreement {
            Agreement::Initial => counts.initials += 1,
            Agreement::Inflected => counts.inflected += 1,
            _ => counts.whole += 1,
        }
    }
    for word in short.words.iter().filter(|word| word.is_initial) {
        let Some((place, _)) = best(word, long, taken) else { return Likeness::Different };
        taken[place] = true;
        counts.initials += 1;
    }
    counts.judge(short, long, taken)
}

#[derive(Default)]
struct Counts {
    whole: usize,
    inflected: usize,
    initials: usize,
}

impl Counts {
    fn judge(&self, short: &Name, long: &Name, taken: [bool; WORDS_MAX]) -> Likeness {
        // One inflected word alone is another name ("Іванова"); two agree in case.
        let is_agreed = self.inflected != 1 || self.whole_is_inflected(short, long);
        let full = self.whole + self.inflected;
        if full == 0 || !is_agreed || !family_taken(long, taken) || has_other_middle(short, long) {
            return Likeness::Different;
        }
        if full >= 2 { Likeness::Full } else { Likeness::Initials }
    }

    /// "Зеленського" is clearly inflected, and "Володимира" beside it may be.
    fn whole_is_inflected(&self, short: &Name, long: &Name) -> bool {
        self.whole > 0
            && short
                .words
                .iter()
                .chain(&long.words)
                .any(|word| !cyrillic::clear_nominatives(&word.letters).is_empty())
    }
}

/// The family name must be among the words that agree.
fn family_taken(long: &Name, taken: [bool; WORDS_MAX]) -> bool {
    let (first, last) = long.families();
    taken.get(first) == Some(&true) || taken.get(last) == Some(&true)
}

/// Both have a middle initial or name, and the first of them differs: "George W." is not "George H. W.".
fn has_other_middle(short: &Name, long: &Name) -> bool {
    let (Some(a), Some(b)) = (middle(short), middle(long)) else { return false };
    (a.is_initial || b.is_initial) && a.agrees(b) == Agreement::None
}

fn middle(name: &Name) -> Option<&Word> {
    (name.words.len() > 2 && !name.words[0].is_initial && name.families().1 > 0).then(|| &name.words[1])
}

fn best(word: &Word, long: &Name, taken: [bool; WORDS_MAX]) -> Option<(usize, Agreement)> {
    long.words
        .iter()
        .enumerate()
        .filter(|(place, _)| !taken[*place])
        .map(|(place, other)| (place, word.agrees(other)))
        .filter(|(_, agreement)| *agreement != Agreement::None)
        .max_by_key(|(place, agreement)| (*agreement, std::cmp::Reverse(*place)))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Agreement {
    None,
    Initial,
    Inflected,
    Same,
}

impl Word {
    fn of(piece: &str, is_initial: bool) -> Self {
        let readings = skeleton::readings(piece);
        let lines = if is_initial { vec![] } else { given::lines(&readings) };
        let letters = piece.to_lowercase();
        Word { lines, is_initial, is_cyrillic: cyrillic::is_cyrillic(&letters), readings, letters }
    }

    fn is_patronymic(&self) -> bool {
        const ENDINGS: &[&str] = &["oviC", "eviC", "iviC", "ovna", "evna", "ivna", "iCna"];
        self.readings.first().is_some_and(|reading| {
            reading.len() > 6 && ENDINGS.iter().any(|ending| reading.ends_with(ending))
        })
    }

    fn agrees(&self, other: &Word) -> Agreement {
        if self.is_initial || other.is_initial {
            return if self.is_initial_of(other) || other.is_initial_of(self) {
                Agreement::Initial
            } else {
                Agreement::None
            };
        }
        if given::share(&self.lines, &other.lines) || self.is_one(other) {
            return Agreement::Same;
        }
        if !self.is_cyrillic && !other.is_cyrillic {
            return Agreement::None;
        }
        if meet(&self.forms(cyrillic::clear_nominatives), &other.forms(cyrillic::clear_nominatives)) {
            return Agreement::Same;
        }
        if meet(&self.forms(cyrillic::unclear_nominatives), &other.forms(cyrillic::unclear_nominatives)) {
            return Agreement::Inflected;
        }
        Agreement::None
    }

    fn is_one(&self, other: &Word) -> bool {
        let is_loose = self.is_cyrillic
            || other.is_cyrillic
            || self.readings.iter().chain(&other.readings).any(|reading| skeleton::is_slavic(reading));
        self.readings
            .iter()
            .any(|mine| other.readings.iter().any(|theirs| skeleton::agree(mine, theirs, is_loose)))
    }

    /// Its own readings and those of the nominatives that it may stand for, with their lines of the table.
    fn forms(&self, nominatives: fn(&str) -> Vec<String>) -> Forms {
        let mut readings = self.readings.clone();
        if self.is_cyrillic {
            for form in nominatives(&self.letters) {
                readings.extend(skeleton::of_cyrillic(&form));
            }
        }
        let lines = given::lines(&readings);
        Forms { readings, lines }
    }

    fn is_initial_of(&self, other: &Word) -> bool {
        if !self.is_initial {
            return false;
        }
        let Some(initial) = self.readings.first() else { return false };
        let begins = |name: &String| name.starts_with(initial.as_str()) || velars_begin(initial, name);
        other.readings.iter().any(begins) || given::initials(&other.lines).iter().any(begins)
    }
}

struct Forms {
    readings: Vec<String>,
    lines: Vec<u16>,
}

fn meet(a: &Forms, b: &Forms) -> bool {
    given::share(&a.lines, &b.lines)
        || a.readings.iter().any(|mine| b.readings.iter().any(|theirs| skeleton::agree(mine, theirs, true)))
}

/// "H." for Georgy in Ukrainian, "G." for Heorhii.
fn velars_begin(initial: &str, name: &str) -> bool {
    matches!(initial, "g" | "h" | "X") && name.starts_with(['g', 'h', 'X'])
}
