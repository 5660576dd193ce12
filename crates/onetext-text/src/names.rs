//! The case's own names: parties and persons by name and alias, issues and options by the words of their names.

use onetext_model::{ActorId, Issue, IssueOption, Party, PartyId, Person, PersonSort, SubjectId, View};

/// Letters by which two words of one stem agree: "territory" and "territorial".
const STEM_CHARACTERS: usize = 6;
/// Shortest word that counts as one of a name's own.
const WORD_CHARACTERS_MIN: usize = 3;
/// Share of a name's words that a sentence must have, in percent: "the Fund" means the Basin Fund.
const SHARE_MIN: usize = 50;

/// A name in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// Who.
    pub(crate) actor: ActorId,
    /// The party: itself, or the person's.
    pub(crate) party: Option<PartyId>,
    /// Byte offset in the sentence.
    pub(crate) start: usize,
    /// Byte offset of its end.
    pub(crate) end: usize,
}

/// What a sentence is about, and by which words that shows.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    pub(crate) on: SubjectId,
    pub(crate) words: String,
}

/// The names of a case.
pub(crate) struct Names {
    actors: Vec<(String, ActorId, Option<PartyId>)>,
    subjects: Vec<Candidate>,
}

impl Names {
    pub(crate) fn of(view: &View<'_>) -> Self {
        let mut actors = Vec::new();
        for party in view.each::<Party>() {
            let id = PartyId(party.id());
            let names = [Some(&party.fact.name), party.fact.short.as_ref()].into_iter().flatten();
            actors
                .extend(names.chain(&party.fact.aliases).map(|name| (name.clone(), ActorId(id.0), Some(id))));
        }
        for person in view.each::<Person>().filter(|person| person.fact.sort != PersonSort::Unnamed) {
            let fact = person.fact;
            let last =
                fact.name.rsplit(' ').next().map(str::to_owned).filter(|_| fact.sort == PersonSort::Named);
            let names =
                [Some(fact.name.clone()), last].into_iter().flatten().chain(fact.aliases.iter().cloned());
            actors.extend(names.map(|name| (name, ActorId(person.id()), fact.party)));
        }
        // Longer names first: "South Upland" is not "Upland".
        actors.retain(|(name, ..)| name.chars().count() > 1);
        actors.sort_by(|a, b| (b.0.len(), &a.0, a.1).cmp(&(a.0.len(), &b.0, b.1)));
        Names { actors, subjects: candidates(view) }
    }

    /// The names in a sentence, in order.
    pub(crate) fn mentions(&self, sentence: &str) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        for (name, actor, party) in &self.actors {
            for (start, _) in sentence.match_indices(name.as_str()) {
                let end = start + name.len();
                let free = found.iter().all(|other| end <= other.start || other.end <= start);
                if free && is_word(sentence, start, end) {
                    found.push(Mention { actor: *actor, party: *party, start, end });
                }
            }
        }
        found.sort_by_key(|mention| mention.start);
        found
    }

    /// The option or issue that a sentence is about: the one that shares the most words, options first. Names of
    /// parties and persons do not count: "In Lakeside" is no option because Lakeside speaks.
    pub(crate) fn subject(&self, sentence: &str, mentions: &[Mention]) -> Option<Subject> {
        let have = stems(&without(sentence, mentions));
        let mut best: Option<(usize, &Candidate)> = None;
        for candidate in &self.subjects {
            let Some(score) = candidate.score(&have) else { continue };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, candidate));
            }
        }
        best.map(|(_, candidate)| Subject { on: candidate.on, words: candidate.name.clone() })
    }
}

/// An issue or option with the stems of its name, and of its issue's name.
struct Candidate {
    own: Vec<String>,
    /// For an option: the words of its issue's name that its own name has not.
    issue: Option<Vec<String>>,
    on: SubjectId,
    name: String,
}

impl Candidate {
    /// How many words a sentence shares, if enough: most of the name's own, and for an option more than one word
    /// in all, since "No share" alone says little.
    fn score(&self, have: &[String]) -> Option<usize> {
        let shared = |words: &[String]| words.iter().filter(|word| have.contains(word)).count();
        let (own, issue) = (shared(&self.own), self.issue.as_deref().map_or(0, shared));
        let most = own > 0 && own * 100 >= self.own.len() * SHARE_MIN;
        let is_issue = self.issue.is_none();
        (most && (is_issue || own + issue > 1)).then_some((own + issue) * 2 + usize::from(!is_issue))
    }
}

fn without(sentence: &str, mentions: &[Mention]) -> String {
    let mut words = String::new();
    let mut end = 0;
    for mention in mentions {
        words.push_str(&sentence[end..mention.start]);
        end = mention.end;
    }
    words.push_str(&sentence[end..]);
    words
}

fn candidates(view: &View<'_>) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    for issue in view.each::<Issue>() {
        let name = issue.fact.name.clone();
        all.push(Candidate { own: stems(&name), issue: None, on: SubjectId(issue.id()), name });
    }
    for option in view.each::<IssueOption>() {
        let mut issue =
            view.find::<Issue>(option.fact.issue).map_or_else(Vec::new, |found| stems(&found.fact.name));
        let name = option.fact.name.clone();
        let own = stems(&name);
        issue.retain(|word| !own.contains(word));
        all.push(Candidate { own, issue: Some(issue), on: SubjectId(option.id()), name });
    }
    all.retain(|candidate| !candidate.own.is_empty());
    all
}

/// Whether the name stands as a word of its own.
fn is_word(sentence: &str, start: usize, end: usize) -> bool {
    let before = sentence[..start].chars().next_back();
    let after = sentence[end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Words that say nothing by themselves.
const EMPTY_WORDS: [&str; 24] = [
    "the", "and", "for", "that", "with", "from", "not", "are", "was", "will", "its", "their", "this", "than",
    "into", "has", "have", "but", "all", "any", "per", "said", "they", "about",
];

/// The words of a text cut to their stems; numbers whole.
fn stems(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let telling = words.filter(|word| {
        let is_number = word.chars().all(|c| c.is_ascii_digit()) && !word.is_empty();
        is_number || (word.chars().count() >= WORD_CHARACTERS_MIN && !EMPTY_WORDS.contains(&word.as_str()))
    });
    let mut stems: Vec<String> = telling.map(|word| word.chars().take(STEM_CHARACTERS).collect()).collect();
    stems.sort();
    stems.dedup();
    stems
}
