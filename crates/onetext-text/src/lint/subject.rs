//! The subject of the rules: a draft prepared once, so that each rule only asks.

use onetext_model::TextForm;

use super::order::{Row, rows};
use super::words::{Hit, Sentence, Words};
use crate::brackets::{Brackets, brackets};
use crate::draft::{Draft, Sort};
use crate::exact::{Definition, Language, Outline, Reference, Resolved, Span, definitions, references};
use crate::lineage::{Edge, Level, Lineage, align};

/// A draft that holds the text itself and no summary of it: only this is linted.
#[derive(Clone, Copy, Debug)]
pub struct Verbatim<'d>(&'d Draft);

/// Why a draft is not linted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is a summary.
    #[error("a summary in our own words is not linted: its wording is ours, not the parties'")]
    Summary,
    /// There is no text.
    #[error("the text is not public: there is nothing to lint")]
    NotPublic,
}

impl<'d> Verbatim<'d> {
    /// Takes a draft of which we have the text itself.
    pub fn of(draft: &'d Draft, form: TextForm) -> Result<Verbatim<'d>, Refused> {
        match form {
            TextForm::Verbatim => Ok(Verbatim(draft)),
            TextForm::Summary => Err(Refused::Summary),
            TextForm::NotPublic => Err(Refused::NotPublic),
        }
    }
}

/// The draft before this one, and what became of it.
#[derive(Debug)]
pub struct Before<'d> {
    /// The earlier draft.
    pub draft: &'d Draft,
    /// How their paragraphs correspond.
    pub lineage: Lineage,
    /// How their articles correspond.
    pub articles: Lineage,
}

impl Before<'_> {
    fn edges(&self) -> impl Iterator<Item = &Edge> {
        self.lineage.edges.iter().chain(&self.articles.edges)
    }

    /// What a provision of this draft was in the one before.
    pub fn were(&self, place: usize) -> Vec<usize> {
        self.edges().filter(|edge| edge.new.contains(&place)).flat_map(|edge| edge.old.clone()).collect()
    }

    /// What a provision of the draft before became.
    pub fn became(&self, place: usize) -> Vec<usize> {
        self.edges().filter(|edge| edge.old.contains(&place)).flat_map(|edge| edge.new.clone()).collect()
    }
}

/// What is known beside the text.
#[derive(Clone, Debug, Default)]
pub struct Given<'d> {
    /// The draft before.
    pub before: Option<&'d Draft>,
    /// The language, where it is said; otherwise it is told by the words.
    pub language: Option<Language>,
    /// The parties' names, where they are known.
    pub parties: Vec<String>,
}

/// What sort of text it is, as far as rules need to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Long enough, and numbered from its beginning, to be a whole text and no piece of one.
    pub is_whole: bool,
    /// It calls itself a treaty, or is written like one.
    pub is_binding: bool,
    /// It is about arms: troops, a ceasefire, weapons.
    pub is_about_arms: bool,
}

/// A draft prepared for the rules.
#[derive(Debug)]
pub struct Subject<'d> {
    /// The draft.
    pub draft: &'d Draft,
    /// Its language.
    pub language: Language,
    /// Its words and sentences.
    pub words: Words,
    /// What stands under what.
    pub outline: Outline,
    /// Numbers in a row.
    pub rows: Vec<Row>,
    /// Its references, in the order of the text.
    pub references: Vec<Reference>,
    /// Its defined terms.
    pub definitions: Vec<Definition>,
    /// Its brackets.
    pub brackets: Brackets,
    /// The parties' names, where they are known.
    pub parties: Vec<String>,
    /// The draft before it.
    pub before: Option<Before<'d>>,
    /// What sort of text it is.
    pub shape: Shape,
}

/// Fewest words of a whole text.
const WHOLE_WORDS_MIN: usize = 400;
/// So many words are no piece, however they are numbered.
const LONG_WORDS_MIN: usize = 4_000;
/// Fewest articles of a whole text.
const WHOLE_ARTICLES_MIN: usize = 3;
/// Fewest numbered points of a whole text without articles.
const WHOLE_POINTS_MIN: usize = 8;

impl<'d> Subject<'d> {
    /// Prepares a draft.
    pub fn of(text: Verbatim<'d>, given: Given<'d>) -> Subject<'d> {
        let draft = text.0;
        let outline = Outline::of(draft);
        let words = Words::of(draft);
        let shape = shape(draft, &outline, &words);
        let before = given.before.map(|old| Before {
            draft: old,
            lineage: align(old, draft, Level::Paragraph),
            articles: align(old, draft, Level::Article),
        });
        Subject {
            draft,
            language: given.language.unwrap_or_else(|| Language::of(draft)),
            rows: rows(draft, &outline),
            references: references(draft),
            definitions: definitions(draft),
            brackets: brackets(draft),
            parties: given.parties,
            before,
            shape,
            words,
            outline,
        }
    }

    /// The text of a provision.
    pub fn text(&self, place: usize) -> &'d str {
        &self.draft.provisions[place].text
    }

    /// The words of a stretch, as they stand.
    pub fn excerpt(&self, span: Span) -> &'d str {
        &self.text(span.place)[span.from..span.to]
    }

    /// The words of a hit, as they stand.
    pub fn said(&self, hit: &Hit) -> &'d str {
        self.excerpt(self.words.span(hit.first, hit.end))
    }

    /// Whether a provision belongs to the preamble or is a title, where nothing binds.
    pub fn is_preamble(&self, place: usize) -> bool {
        let top = self.draft.top(place);
        let provision = &self.draft.provisions[top];
        provision.label.sort == Sort::Preamble
            || ["preamble", "préambule"].contains(&provision.heading.to_lowercase().as_str())
    }

    /// Whether a sentence lays down a duty.
    pub fn has_duty(&self, sentence: &Sentence) -> bool {
        self.words.sentence_has(
            sentence,
            &["shall", "must", "will", "undertake*", "agree* to", "is obliged", "are obliged"],
        )
    }

    /// The sentence around a byte of a provision.
    pub fn sentence_at(&self, place: usize, byte: usize) -> Option<Sentence> {
        let after =
            self.words.sentences.partition_point(|one| (one.span.place, one.span.from) <= (place, byte));
        let sentence = *self.words.sentences.get(after.checked_sub(1)?)?;
        (sentence.span.place == place && byte <= sentence.span.to).then_some(sentence)
    }

    /// What a reference leads to.
    pub fn resolve(&self, reference: &Reference) -> Resolved {
        self.outline.resolve(self.draft, reference)
    }
}

fn shape(draft: &Draft, outline: &Outline, words: &Words) -> Shape {
    let articles = outline.articles();
    let first_is_one = |places: &[usize]| {
        places
            .first()
            .is_some_and(|place| ["1", "i"].contains(&draft.provisions[*place].label.number.as_str()))
    };
    let points: Vec<usize> = outline
        .children(None)
        .iter()
        .copied()
        .filter(|place| matches!(draft.provisions[*place].label.sort, Sort::Number | Sort::Decimal(_)))
        .collect();
    let is_row = (articles.len() >= WHOLE_ARTICLES_MIN && first_is_one(&articles))
        || (points.len() >= WHOLE_POINTS_MIN && first_is_one(&points));
    let is_long = words.all.len() >= WHOLE_WORDS_MIN;
    let shall = words.find(&["shall"]).len();
    Shape {
        is_whole: (is_row && is_long) || words.all.len() >= LONG_WORDS_MIN,
        is_binding: shall >= 5
            && words.has(&[
                "this agreement",
                "present agreement",
                "this treaty",
                "this convention",
                "this protocol",
                "this accord",
            ]),
        is_about_arms: words.has(&[
            "ceasefire",
            "cease-fire",
            "armed forces",
            "troops",
            "demobiliz*",
            "demobilis*",
            "cessation of hostilities",
            "disarm*",
        ]),
    }
}
