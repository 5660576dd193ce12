//! References to provisions: "Article 9(6)", "paragraphs 1 and 2(a) of this Article", "Annex II", "paragraph [14] above",
//! "le paragraphe 2 de l'article 9". What they point at is found by [`Outline`](super::Outline).

use super::Span;
use super::steps::numbers;
use crate::draft::Draft;

/// What kind of provision a step of a reference names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepSort {
    /// An annex, appendix or schedule.
    Annex,
    /// A part, chapter, section or title.
    Chapter,
    /// An article, or what stands in its place.
    Article,
    /// A numbered paragraph.
    Paragraph,
    /// A letter or Roman number under a paragraph.
    Point,
}

/// One step of a reference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// The kind of provision.
    pub sort: StepSort,
    /// Its number, small and without blanks: "4bis", "a".
    pub number: String,
}

/// To which text a reference says that it points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// This text or a part of it, named in small letters: "article", "agreement"; "above" and "below" too.
    This(String),
    /// Another text.
    Other,
    /// It does not say.
    Unsaid,
}

/// A reference to one provision; "Articles 4 and 12" are two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where it stands: for one of several, all of the expression.
    pub span: Span,
    /// From the widest to the narrowest.
    pub path: Vec<Step>,
    /// To which text.
    pub whose: Whose,
    /// Whether it is the end of a range: "paragraphs 9 to 11".
    pub is_range: bool,
}

/// The words that begin a step, in small letters.
const KINDS: [(&str, StepSort); 38] = [
    ("article", StepSort::Article),
    ("articles", StepSort::Article),
    ("art.", StepSort::Article),
    ("artículo", StepSort::Article),
    ("artículos", StepSort::Article),
    ("paragraph", StepSort::Paragraph),
    ("paragraphs", StepSort::Paragraph),
    ("para.", StepSort::Paragraph),
    ("paras.", StepSort::Paragraph),
    ("para", StepSort::Paragraph),
    ("paras", StepSort::Paragraph),
    ("paragraphe", StepSort::Paragraph),
    ("paragraphes", StepSort::Paragraph),
    ("párrafo", StepSort::Paragraph),
    ("párrafos", StepSort::Paragraph),
    ("item", StepSort::Paragraph),
    ("items", StepSort::Paragraph),
    ("subparagraph", StepSort::Point),
    ("subparagraphs", StepSort::Point),
    ("sub-paragraph", StepSort::Point),
    ("sub-paragraphs", StepSort::Point),
    ("clause", StepSort::Point),
    ("clauses", StepSort::Point),
    ("alinéa", StepSort::Point),
    ("alinéas", StepSort::Point),
    ("annex", StepSort::Annex),
    ("annexes", StepSort::Annex),
    ("annexe", StepSort::Annex),
    ("anexo", StepSort::Annex),
    ("appendix", StepSort::Annex),
    ("schedule", StepSort::Annex),
    ("chapter", StepSort::Chapter),
    ("chapters", StepSort::Chapter),
    ("chapitre", StepSort::Chapter),
    ("section", StepSort::Chapter),
    ("sections", StepSort::Chapter),
    ("part", StepSort::Chapter),
    ("parts", StepSort::Chapter),
];

/// The references of a draft, in the order of the text.
pub fn references(draft: &Draft) -> Vec<Reference> {
    let mut all = Vec::new();
    for (place, provision) in draft.provisions.iter().enumerate() {
        let mut own = references_of(&provision.text);
        for reference in &mut own {
            reference.span.place = place;
        }
        all.append(&mut own);
    }
    all
}

/// The references of one text; the place of their spans is 0.
///
/// ```
/// use onetext_text::exact::{Whose, references};
/// use onetext_text::draft::read_markdown;
/// let told = |text: &str| -> Vec<String> {
///     let path = |one: &onetext_text::exact::Reference| {
///         let steps: Vec<&str> = one.path.iter().map(|step| step.number.as_str()).collect();
///         format!("{}{}", steps.join("."), if one.whose == Whose::Other { "?" } else { "" })
///     };
///     references(&read_markdown(text)).iter().map(path).collect()
/// };
/// assert_eq!(told("see Articles 4, 9(6) and 12"), ["4", "9.6", "12"]);
/// assert_eq!(told("paragraph 1(a) of Article 3 bis"), ["3bis.1.a"]);
/// assert_eq!(told("Article 4, paragraphs 1 and 3, of the Convention"), ["4.1?", "4.3?"]);
/// assert_eq!(told("paragraph [14] above and Annex II"), ["14", "ii"]);
/// assert_eq!(told("visé au paragraphe 2 de l'article 9"), ["9.2"]);
/// ```
pub fn references_of(text: &str) -> Vec<Reference> {
    let mut found: Vec<Reference> = Vec::new();
    let mut at = 0;
    while let Some((start, sort, behind)) = next_kind(text, at) {
        let Some(read) = expression(text, start, sort, behind) else {
            at = behind;
            continue;
        };
        at = read.end;
        let span = Span { place: 0, from: start, to: read.end };
        for (path, is_range) in read.paths {
            found.push(Reference { span, path, whose: read.whose.clone(), is_range });
        }
    }
    inherit(text, &mut found);
    found
}

/// An expression as it was read.
struct Expression {
    paths: Vec<(Vec<Step>, bool)>,
    whose: Whose,
    end: usize,
}

/// The next word that begins a step: where, which, and what comes after it.
fn next_kind(text: &str, from: usize) -> Option<(usize, StepSort, usize)> {
    let mut at = from;
    while at < text.len() {
        let rest = &text[at..];
        let start = at + rest.find(char::is_alphabetic)?;
        let word = &text[start..];
        let end = start + word.find(|c: char| !c.is_alphabetic() && c != '-').unwrap_or(word.len());
        if let Some((sort, behind)) = kind_at(text, start, end) {
            return Some((start, sort, behind));
        }
        at = end;
    }
    None
}

fn kind_at(text: &str, start: usize, end: usize) -> Option<(StepSort, usize)> {
    let small = text[start..end].to_lowercase();
    let dotted = text[end..].starts_with('.').then(|| format!("{small}."));
    let is = |name: &str| name == small || dotted.as_deref() == Some(name);
    let (name, sort) = KINDS.iter().find(|(name, _)| is(name))?;
    Some((*sort, if name.ends_with('.') { end + 1 } else { end }))
}

/// Reads all that hangs together: numbers, steps below and above, and whose it is.
fn expression(text: &str, start: usize, sort: StepSort, behind: usize) -> Option<Expression> {
    let (mut paths, mut end) = numbers(text, behind, sort)?;
    loop {
        let (after, link) = linked(text, end);
        let Some((kind, kind_end)) = word_at(text, after).and_then(|(from, to)| kind_at(text, from, to))
        else {
            break;
        };
        let Some((more, more_end)) = numbers(text, kind_end, kind) else { break };
        let (first, last) = (paths[0].0[0].sort, paths[0].0.last()?.sort);
        match link {
            Link::Below if kind > last && paths.len() == 1 => paths = joined(&paths[0].0, &more),
            Link::Above if kind < first && more.len() == 1 => {
                paths = paths
                    .into_iter()
                    .map(|(path, range)| ([more[0].0.clone(), path].concat(), range))
                    .collect();
            }
            _ => break,
        }
        end = more_end;
    }
    let (mut whose, owner_end) = owner(text, end);
    end = owner_end;
    if whose == Whose::Unsaid && belongs_to_what_stands_before(&text[..start]) {
        whose = Whose::Other;
    }
    Some(Expression { paths, whose, end })
}

fn joined(path: &[Step], more: &[(Vec<Step>, bool)]) -> Vec<(Vec<Step>, bool)> {
    more.iter().map(|(steps, range)| ([path, steps.as_slice()].concat(), *range)).collect()
}

enum Link {
    Below,
    Above,
}

/// Skips what may stand between two steps; a comma or nothing leads below, "of" leads above.
fn linked(text: &str, at: usize) -> (usize, Link) {
    let rest = &text[at..];
    let bare = rest.trim_start_matches([',', ' ', '\u{a0}', '\n']);
    let above = ["of ", "in ", "to ", "de l'", "de l’", "du ", "de la ", "des ", "del "];
    for word in above {
        if let Some(after) = bare.strip_prefix(word) {
            return (text.len() - after.len(), Link::Above);
        }
    }
    (text.len() - bare.len(), Link::Below)
}

fn word_at(text: &str, at: usize) -> Option<(usize, usize)> {
    let rest = &text[at..];
    let length = rest.find(|c: char| !c.is_alphabetic() && c != '-').unwrap_or(rest.len());
    (length > 0).then_some((at, at + length))
}

/// Whose the reference is by what follows it, and where that ends.
fn owner(text: &str, at: usize) -> (Whose, usize) {
    let rest = &text[at..];
    let bare = rest.trim_start_matches([',', ' ', '\u{a0}', '\n', ']']);
    let place = |left: &str| text.len() - left.len();
    for word in ["above", "below", "hereof", "hereto", "ci-dessus", "ci-dessous"] {
        if let Some(after) = bare.strip_prefix(word) {
            return (Whose::This(word.to_owned()), place(after));
        }
    }
    let own = [
        "of this ",
        "to this ",
        "in this ",
        "of the present ",
        "to the present ",
        "du présent ",
        "de la présente ",
        "au présent ",
        "à la présente ",
    ];
    for words in own {
        if let Some(after) = bare.strip_prefix(words) {
            let length = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
            return (Whose::This(after[..length].to_lowercase()), place(&after[length..]));
        }
    }
    let others = [
        "of ", "to the ", "in the ", "thereof", "thereto", "de la ", "du ", "de l'", "de l’", "des ", "del ",
    ];
    if others.iter().any(|word| bare.starts_with(word)) { (Whose::Other, at) } else { (Whose::Unsaid, at) }
}

/// "its Article 2", "decision 1/CP.16, paragraph 9", "the Convention, in particular Article 4".
fn belongs_to_what_stands_before(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '[', '\u{a0}']);
    if ["its", "their", "that", "whose", "said", "ses", "son", "sa"].iter().any(|word| {
        before.strip_suffix(word).is_some_and(|left| left.is_empty() || left.ends_with([' ', '\n']))
    }) {
        return true;
    }
    let leads = ["in particular", "including", "especially", "notably", "and in particular", "notamment"];
    let bare = leads.iter().find_map(|lead| before.strip_suffix(lead)).unwrap_or(before).trim_end();
    let Some(left) = bare.strip_suffix(',') else { return false };
    let token = left.trim_end().rsplit([' ', '\n', '[']).next().unwrap_or_default();
    token.contains(|c: char| c.is_numeric()) || token.starts_with(char::is_uppercase)
}

/// Of references side by side the last says whose they all are: "Article 4 and Article 5 of the Convention".
fn inherit(text: &str, all: &mut [Reference]) {
    for at in (1..all.len()).rev() {
        let (before, after) = all.split_at_mut(at);
        let (Some(one), Some(next)) = (before.last_mut(), after.first()) else { continue };
        if one.whose != Whose::Unsaid || one.span.to > next.span.from || next.whose != Whose::Other {
            if one.span == next.span && one.whose == Whose::Unsaid {
                one.whose = next.whose.clone();
            }
            continue;
        }
        let between = &text[one.span.to..next.span.from];
        let is_joined = between.split(|c: char| !c.is_alphabetic()).all(|word| {
            ["", "and", "or", "et", "ou", "as", "well", "to", "in", "under", "from"].contains(&word)
        });
        if is_joined {
            one.whose = Whose::Other;
        }
    }
}
