//! One report as the finder of contacts sees it: who is named where, which words are days, hours, places.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::actors::Actors;
use crate::dates::{Expression, Meaning, Times};
use crate::grammar::{Parsed, Tag, VerbGroup};
use crate::lexicon::{Classes, Table};
use crate::reading::{Actor, ActorIndex, ActorKind};
use crate::tokens::{Case, List, NONE, Sort, Words, list};

/// Tokens on either side of a word that are searched as its sentence: lists of names run to a hundred, nothing else does.
const SENTENCE_TOKENS_MAX: usize = 150;

/// A time expression with the tokens that it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day {
    pub(super) words: Words,
    /// Its place in the list of expressions.
    pub(super) expression: usize,
}

/// A length of time with the tokens that it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    pub(super) words: Words,
    pub(super) minutes: u32,
}

/// The report, with its words of time brought to tokens.
pub(super) struct Scene<'a> {
    pub(super) parsed: &'a Parsed<'a>,
    pub(super) actors: &'a Actors,
    pub(super) expressions: &'a [Expression],
    pub(super) days: Vec<Day>,
    pub(super) lengths: Vec<Length>,
    pub(super) anchor: Option<Date>,
}

/// "the first such meeting in more than seven years": how long there was none, no day.
fn is_gap(parsed: &Parsed<'_>, words: Words, meaning: &Meaning) -> bool {
    let text = &parsed.text;
    let counts = matches!(meaning, Meaning::Offset { .. } | Meaning::Length(_) | Meaning::Stretch { .. });
    let before = words.from.saturating_sub(GAP_TOKENS_MAX)..words.from;
    counts
        && (text.is_one(words.from, list!("in for"))
            || text.is_one(words.from.saturating_sub(1), list!("in for")))
        && before.rev().take_while(|token| text.sort(*token) == Some(Sort::Word)).any(|token| {
            text.is_one(token, list!("first longest biggest largest"))
                && (text.is_one(token.saturating_sub(1), list!("the a their its his her"))
                    || text.sort(token.saturating_sub(1)) == Some(Sort::Possessive))
        })
}

/// Words from "the first" to the length of time: "the first such high-level meeting of the two sides in".
const GAP_TOKENS_MAX: usize = 9;

impl<'a> Scene<'a> {
    pub(super) fn of(
        parsed: &'a Parsed<'a>,
        actors: &'a Actors,
        times: &'a Times,
        anchor: Option<Date>,
    ) -> Self {
        let expressions = times.expressions.as_slice();
        let text = &parsed.text;
        let days = expressions
            .iter()
            .enumerate()
            .map(|(expression, found)| Day { words: text.words(found.span), expression })
            .filter(|day| !day.words.is_empty())
            .filter(|day| !is_gap(parsed, day.words, &expressions[day.expression].meaning))
            .collect();
        let lengths = times
            .lengths
            .iter()
            .map(|length| Length { words: touching(parsed, length.span), minutes: length.minutes })
            .filter(|length| !length.words.is_empty())
            .collect();
        Scene { parsed, actors, expressions, days, lengths, anchor }
    }

    /// The word in lower case compared.
    pub(super) fn is(&self, token: usize, word: &str) -> bool {
        self.parsed.text.is(token, word)
    }

    /// Whether it is one of the words.
    pub(super) fn is_one(&self, token: usize, words: List) -> bool {
        self.parsed.text.is_one(token, words)
    }

    /// Whether any token of the run is one of the words.
    pub(super) fn has(&self, run: Words, words: List) -> bool {
        run.indices().any(|token| self.is_one(token, words))
    }

    pub(super) fn sort(&self, token: usize) -> Option<Sort> {
        self.parsed.text.sort(token)
    }

    pub(super) fn tag(&self, token: usize) -> Tag {
        self.parsed.tags.get(token).copied().unwrap_or(Tag::Other)
    }

    pub(super) fn classes(&self, token: usize) -> Classes {
        self.parsed.classes.get(token).copied().unwrap_or(Classes::NONE)
    }

    pub(super) fn case(&self, token: usize) -> Case {
        self.parsed.text.tokens.get(token).map_or(Case::Lower, |token| token.case)
    }

    /// Whether it is a form of a verb of saying.
    pub(super) fn speaks(&self, token: usize) -> bool {
        let lemma = self.parsed.lemmas.get(token).copied().unwrap_or("");
        !lemma.is_empty() && SPEAKING.has(lemma)
    }

    /// Whether an outlet is named here.
    pub(super) fn is_outlet(&self, token: usize) -> bool {
        let mentions = &self.actors.mentions;
        let from = mentions.partition_point(|mention| mention.words.from < token);
        mentions
            .iter()
            .skip(from)
            .take_while(|mention| mention.words.from == token)
            .any(|mention| self.actor(mention.actor).is_some_and(|actor| actor.kind == ActorKind::Outlet))
    }

    /// The sentence around a token; of one without end what stands near.
    pub(super) fn sentence(&self, token: usize) -> Words {
        let Some(sentence) = self.parsed.text.sentence_of(token) else { return Words::new(token, token) };
        let near = (token.saturating_sub(SENTENCE_TOKENS_MAX), token + SENTENCE_TOKENS_MAX);
        Words::new(sentence.words.from.max(near.0), sentence.words.to.min(near.1))
    }

    /// Whether two tokens stand in one sentence.
    pub(super) fn in_one_sentence(&self, one: usize, other: usize) -> bool {
        self.sentence_number(one) == self.sentence_number(other)
    }

    /// Which sentence of the text a token is in; 0 beyond its end.
    pub(super) fn sentence_number(&self, token: usize) -> u32 {
        self.parsed.text.tokens.get(token).map_or(0, |token| token.sentence)
    }

    pub(super) fn is_quoted(&self, token: usize) -> bool {
        self.parsed.text.tokens.get(token).is_some_and(|token| token.quote != NONE)
    }

    /// The verb group that holds the token.
    pub(super) fn verb_at(&self, token: usize) -> Option<&VerbGroup> {
        let place = self.parsed.verbs.partition_point(|group| group.words.to <= token);
        self.parsed.verbs.get(place).filter(|group| group.words.contains(token))
    }

    /// The verb groups that begin inside the run.
    pub(super) fn verbs_in(&self, run: Words) -> &[VerbGroup] {
        let from = self.parsed.verbs.partition_point(|group| group.words.from < run.from);
        let to = self.parsed.verbs.partition_point(|group| group.words.from < run.to);
        self.parsed.verbs.get(from..to.max(from)).unwrap_or(&[])
    }

    /// The time expression that begins at or holds the token.
    pub(super) fn day_at(&self, token: usize) -> Option<Day> {
        let place = self.days.partition_point(|day| day.words.to <= token);
        self.days.get(place).copied().filter(|day| day.words.contains(token))
    }

    /// Whether "ten days after" stands before another event: it tells how far that lies from this one, not a day.
    pub(super) fn is_connector(&self, day: Day) -> bool {
        let Some(last) = day.words.to.checked_sub(1) else { return false };
        // "the night before that left all open": a day by itself.
        let goes_on = self.sort(day.words.to) == Some(Sort::Word)
            && self.day_at(day.words.to).is_none()
            && !self.is_one(day.words.to, list!("that which who and but"))
            && self.verb_at(day.words.to).is_none();
        self.is_one(last, list!("after before")) && day.words.from < last && goes_on
    }

    /// The first time expression inside the run that fits; one that tells no day ("midnight") only if no other does.
    pub(super) fn day_among(&self, run: Words, fits: impl Fn(&&Day) -> bool) -> Option<Day> {
        let tells_day = |day: &&Day| {
            self.expressions.get(day.expression).is_none_or(|expression| {
                !matches!(expression.meaning, Meaning::PartOfDay | Meaning::Overnight)
            })
        };
        let days = self.days_in(run);
        days.iter().filter(&fits).find(tells_day).or_else(|| days.iter().find(fits)).copied()
    }

    /// The time expressions that begin inside the run.
    pub(super) fn days_in(&self, run: Words) -> &[Day] {
        let from = self.days.partition_point(|day| day.words.from < run.from);
        let to = self.days.partition_point(|day| day.words.from < run.to);
        self.days.get(from..to.max(from)).unwrap_or(&[])
    }

    /// The lengths of time that begin inside the run.
    pub(super) fn lengths_in(&self, run: Words) -> &[Length] {
        let from = self.lengths.partition_point(|length| length.words.from < run.from);
        let to = self.lengths.partition_point(|length| length.words.from < run.to);
        self.lengths.get(from..to.max(from)).unwrap_or(&[])
    }

    pub(super) fn actor(&self, actor: ActorIndex) -> Option<&Actor> {
        self.actors.actors.get(actor.0)
    }

    /// Whether somebody is named from here.
    pub(super) fn is_named_at(&self, token: usize) -> bool {
        self.actors.mentions.binary_search_by_key(&token, |mention| mention.words.from).is_ok()
    }

    /// The actors of the longest mention that begins at the token, and where it ends; of "the two men" both.
    pub(super) fn naming_at(&self, token: usize) -> Option<(Vec<ActorIndex>, usize)> {
        let mentions = &self.actors.mentions;
        let from = mentions.partition_point(|mention| mention.words.from < token);
        let here = mentions.iter().skip(from).take_while(|mention| mention.words.from == token);
        let to = here.map(|mention| mention.words.to).max()?;
        let mut actors = self.actors.of_phrase(Words::new(token, to));
        // "representatives of the two companies": those, too.
        actors.extend(self.actors.members_inside(Words::new(token, to)));
        actors.retain(|actor| self.may_take_part(*actor));
        Some((actors, to))
    }

    /// The actor with this name or surname, for "the Trump-Putin summit".
    pub(super) fn called(&self, name: &str) -> Option<ActorIndex> {
        let is_it = |known: &str| {
            known.rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(name))
                || known.eq_ignore_ascii_case(name)
        };
        let place = self.actors.actors.iter().position(|actor| {
            actor.kind != ActorKind::Outlet
                && (is_it(&actor.name) || actor.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name)))
        })?;
        (name.len() > 1).then_some(ActorIndex(place))
    }

    /// The state of this name, where the report names it.
    pub(super) fn state_called(&self, name: &str) -> Option<ActorIndex> {
        let is_it = |actor: &Actor| actor.kind == ActorKind::State && actor.name == name;
        self.actors.actors.iter().position(is_it).map(ActorIndex)
    }

    /// The side of an actor; a state is its own.
    pub(super) fn side_of(&self, actor: ActorIndex) -> Option<&str> {
        let actor = self.actor(actor)?;
        if actor.kind == ActorKind::State { Some(&actor.name) } else { actor.side.as_deref() }
    }

    /// Whether the actor may take part in a contact: no outlet.
    pub(super) fn may_take_part(&self, actor: ActorIndex) -> bool {
        self.actor(actor).is_some_and(|actor| {
            // "two people involved in the talks" tell of them.
            let is_source = actor.anonymity.as_ref().is_some_and(|told| told.basis.is_some());
            actor.kind != ActorKind::Outlet && !is_source && !super::around::is_site(actor)
        })
    }
}

/// Verbs of saying: what is dated beside them is the saying, not the contact.
static SPEAKING: LazyLock<Table<()>> = LazyLock::new(|| {
    let verbs = "say tell report confirm note add write post state claim warn comment describe insist argue deny \
        declare reveal cite quote explain stress remark repeat reiterate acknowledge admit accuse tweet respond reply";
    Table::of([(verbs, ())])
});

/// The tokens that a span touches: "two-hour" may be a duration of which the token has more letters.
fn touching(parsed: &Parsed<'_>, span: crate::reading::Span) -> Words {
    let tokens = &parsed.text.tokens;
    let from = tokens.partition_point(|token| (token.end as usize) <= span.start);
    let to = tokens.partition_point(|token| (token.start as usize) < span.end);
    Words::new(from, to.max(from))
}
