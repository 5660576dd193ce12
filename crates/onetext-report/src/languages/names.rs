//! Names in Ukrainian and Russian text: runs of words with capitals.

use crate::reading::Span;

/// Words with which a sentence begins, not a name: prepositions, conjunctions, pronouns, adverbs.
const OPENERS: &str = "\
    а або але без біля більше був була було в ви вин він вона вони все вчора где де для до его если за \
    завтра з зараз и из із или им й його к как когда коли крім кроме ми мы на над наразі не него но о об \
    однако однак он она они от перед по под поки после потім потом при про під після раніше ранее с \
    сегодня сейчас сьогодні со та так также там такий теперь тепер то тогда також тоді у учора хто це \
    через что что-то щоб що это этот цей ці эти я як якщо вже уже вчера від во поскольку оскільки кто \
    между між серед среди тем тим нові новые";

/// Offices and titles that stand before a name: at the start of a sentence their capital is no part of it.
const TITLES: &str = "\
    адмірал адмирал генерал глава голова директор депутат держсекретар госсекретарь канцлер король \
    міністр министр пан пані господин госпожа посол председатель представник представитель президент \
    прем'єр прем'єр-міністр премьер премьер-министр радник речник речниця секретар секретарь сенатор \
    советник спецпосланець спецпредставитель экс-президент заступник заместитель керівник руководитель \
    командувач командующий міністерка посланник";

/// The names of a paragraph, whose first byte stands at `offset` of the text.
///
/// A word with a capital inside a sentence is a name; at its start only before another one, and never where it is a word that opens
/// sentences or a title. Initials belong to the name: "В. Петренко".
pub(super) fn names(paragraph: &str, offset: usize) -> Vec<Span> {
    let words = words(paragraph);
    let mut found = vec![];
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if !word.is_capital() {
            at += 1;
            continue;
        }
        let more = words.iter().skip(at + 1).take_while(|next| next.is_capital() && next.is_joined).count();
        let to = at + 1 + more;
        found.extend(name(paragraph, words.get(at..to).unwrap_or(&[]), offset));
        at = to;
    }
    found
}

/// The name of a run of words with capitals, if it is one.
fn name(paragraph: &str, run: &[Word], offset: usize) -> Option<Span> {
    let (first, rest) = run.split_first()?;
    let lower = paragraph.get(first.start..first.end)?.to_lowercase();
    let is_title = is_among(TITLES, &lower);
    let is_opener = is_title || is_among(OPENERS, &lower);
    let run = match (first.opens, is_opener) {
        (true, true) => rest,
        (true, false) if rest.is_empty() && first.writing != Writing::Upper => rest,
        (false, true) if is_title => rest,
        _ => run,
    };
    let (first, last) = (run.first()?, run.last()?);
    let letters =
        paragraph.get(first.start..last.end)?.chars().filter(|letter| letter.is_alphabetic()).count();
    (letters >= 2).then_some(Span { start: offset + first.start, end: offset + last.end })
}

/// A word of a paragraph.
struct Word {
    start: usize,
    end: usize,
    writing: Writing,
    /// The first of a sentence or quotation.
    opens: bool,
    /// Only white space, or the full stop of an initial, before it.
    is_joined: bool,
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    Small,
    /// "Київ"
    Capital,
    /// "США"
    Upper,
}

impl Word {
    fn is_capital(&self) -> bool {
        self.writing != Writing::Small
    }
}

/// Whether a word is in a list of words with blanks between.
fn is_among(list: &str, word: &str) -> bool {
    list.split(' ').any(|own| own == word)
}

fn words(paragraph: &str) -> Vec<Word> {
    let mut found: Vec<Word> = vec![];
    let mut letters = paragraph.char_indices().peekable();
    let mut before = 0;
    while let Some((start, letter)) = letters.next() {
        if !letter.is_alphabetic() {
            continue;
        }
        let (mut end, mut count, mut capitals) =
            (start + letter.len_utf8(), 1, usize::from(letter.is_uppercase()));
        while let Some((place, next)) = letters.next_if(|(_, next)| next.is_alphanumeric() || is_inner(*next))
        {
            count += usize::from(next.is_alphabetic());
            capitals += usize::from(next.is_uppercase());
            if next.is_alphanumeric() {
                end = place + next.len_utf8();
            }
        }
        let between = paragraph.get(before..start).unwrap_or("");
        let after_initial = found.last().is_some_and(|word| word.is_capital() && is_initial(paragraph, word));
        let mark = between.trim();
        found.push(Word {
            start,
            end,
            writing: match letter.is_uppercase() {
                true if count >= 2 && capitals == count => Writing::Upper,
                true => Writing::Capital,
                false => Writing::Small,
            },
            opens: found.is_empty()
                || mark.contains(['.', '!', '?', '«', '„', '“', '"', ':', '…'])
                    && !(mark == "." && after_initial),
            is_joined: mark.is_empty() && between.len() < 4 || mark == "." && after_initial,
        });
        before = end;
    }
    found
}

/// A hyphen or apostrophe inside a word.
fn is_inner(letter: char) -> bool {
    matches!(letter, '-' | '\u{2011}' | '\'' | '’' | 'ʼ')
}

/// One letter: the beginning of a given name.
fn is_initial(paragraph: &str, word: &Word) -> bool {
    paragraph.get(word.start..word.end).is_some_and(|letters| letters.chars().count() == 1)
}
