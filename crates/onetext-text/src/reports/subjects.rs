//! Which issues and options a statement touches, by the case's own words, with the words that show it.
//!
//! Each issue is known by the words of its name, its question and its options. A word counts more the fewer issues have
//! it (inverse document frequency, Spärck Jones 1972) and the nearer to the name it stands; names of parties and persons
//! do not count, since they occur everywhere. An issue is touched where the words of its name or options reach
//! `SCORE_MIN`; up to `ISSUES_MAX` are proposed, the strongest first.

use std::collections::{BTreeMap, BTreeSet};

use onetext_model::{Issue, IssueId, IssueOption, OptionId, Party, Person, View};

/// Letters by which two words of one stem agree: "territory" and "territorial".
const STEM_CHARACTERS: usize = 6;
/// Shortest word that counts.
const WORD_CHARACTERS_MIN: usize = 3;
/// Issues proposed for one statement.
const ISSUES_MAX: usize = 3;
/// The least score of an issue, in thousandths: a word of the name that few other issues have.
const SCORE_MIN: i64 = 4_000;
/// The least share of an option's words that a statement must have, in percent.
const OPTION_SHARE_MIN: usize = 60;
/// The least number of an option's words that a statement must have.
const OPTION_WORDS_MIN: usize = 2;
/// What a word counts, by where the case has it.
const NAME_WEIGHT: i64 = 3;
const OPTION_WEIGHT: i64 = 2;
const QUESTION_WEIGHT: i64 = 1;

/// The words of a case by issue.
pub(crate) struct Subjects {
    issues: Vec<IssueWords>,
    options: Vec<OptionWords>,
    names: BTreeSet<String>,
    /// In how many issues a stem occurs.
    spread: BTreeMap<String, usize>,
}

struct IssueWords {
    id: IssueId,
    /// Each stem with its weight.
    stems: BTreeMap<String, i64>,
}

struct OptionWords {
    id: OptionId,
    issue: IssueId,
    stems: BTreeSet<String>,
}

/// An issue that a statement touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Touched {
    pub(crate) issue: IssueId,
    /// The words of the statement that show it.
    pub(crate) words: Vec<String>,
}

impl Subjects {
    pub(crate) fn of(view: &View<'_>) -> Self {
        let names = names(view);
        let mut issues: Vec<IssueWords> = Vec::new();
        let mut options = Vec::new();
        for issue in view.each::<Issue>() {
            let mut stems = BTreeMap::new();
            weigh(&mut stems, &names, issue.fact.question.as_deref().unwrap_or(""), QUESTION_WEIGHT);
            let own = view.each::<IssueOption>().filter(|option| view.same(option.fact.issue, issue.id()));
            for option in own {
                let words = format!("{} {}", option.fact.name, option.fact.words.as_deref().unwrap_or(""));
                weigh(&mut stems, &names, &words, OPTION_WEIGHT);
                let stems =
                    stems_of(&words).map(|(stem, _)| stem).filter(|stem| !names.contains(stem)).collect();
                options.push(OptionWords { id: OptionId(option.id()), issue: IssueId(issue.id()), stems });
            }
            weigh(&mut stems, &names, &issue.fact.name, NAME_WEIGHT);
            issues.push(IssueWords { id: IssueId(issue.id()), stems });
        }
        let mut spread = BTreeMap::new();
        for stem in issues.iter().flat_map(|issue| issue.stems.keys()) {
            *spread.entry(stem.clone()).or_insert(0) += 1;
        }
        Subjects { issues, options, names, spread }
    }

    /// The issues that a statement touches, the strongest first.
    pub(crate) fn touched(&self, statement: &str) -> Vec<Touched> {
        let have = self.have(statement);
        let mut scored: Vec<(i64, Touched)> =
            self.issues.iter().filter_map(|issue| self.score(issue, &have)).collect();
        scored.sort_by(|(one, a), (other, b)| other.cmp(one).then(a.issue.cmp(&b.issue)));
        let most = scored.first().map_or(0, |(score, _)| *score);
        // A weak issue beside a strong one is noise: it shares a word, no more.
        scored.retain(|(score, _)| score * 3 >= most);
        scored.into_iter().take(ISSUES_MAX).map(|(_, touched)| touched).collect()
    }

    fn have(&self, statement: &str) -> BTreeMap<String, String> {
        stems_of(statement).filter(|(stem, _)| !self.names.contains(stem)).collect()
    }

    fn score(&self, issue: &IssueWords, have: &BTreeMap<String, String>) -> Option<(i64, Touched)> {
        let shared: Vec<(&String, i64)> = issue
            .stems
            .iter()
            .filter(|(stem, _)| have.contains_key(*stem))
            .map(|(stem, weight)| (stem, *weight))
            .collect();
        let score: i64 = shared.iter().map(|(stem, weight)| weight * self.rarity(stem)).sum();
        let words = shared.iter().filter_map(|(stem, _)| have.get(*stem).cloned()).collect();
        let tells = shared.iter().any(|(_, weight)| *weight >= OPTION_WEIGHT);
        (tells && score >= SCORE_MIN).then_some((score, Touched { issue: issue.id, words }))
    }

    /// The logarithm (to base 2) of how rare a stem is among the issues, in thousandths, to an eighth: in whole numbers,
    /// so that it is the same everywhere.
    fn rarity(&self, stem: &str) -> i64 {
        const SIXTEENTHS: u128 = 16;
        let having = self.spread.get(stem).copied().unwrap_or(1).max(1) as u128;
        let share = (self.issues.len() as u128 + 1) * SIXTEENTHS / having;
        let eighths = share.saturating_pow(8).max(1).ilog2();
        i64::from(eighths) * 1_000 / 8 - 4_000
    }

    /// The option whose words a statement has most of, if it has enough of them.
    pub(crate) fn option(&self, statement: &str, among: &[IssueId]) -> Option<(OptionId, Vec<String>)> {
        let have = self.have(statement);
        let mut best: Option<(usize, &OptionWords, Vec<String>)> = None;
        for option in self.options.iter().filter(|option| among.contains(&option.issue)) {
            let shared: Vec<String> =
                option.stems.iter().filter_map(|stem| have.get(stem).cloned()).collect();
            let share = shared.len() * 100 / option.stems.len().max(1);
            let enough =
                share >= OPTION_SHARE_MIN && shared.len() >= OPTION_WORDS_MIN.min(option.stems.len());
            if enough && best.as_ref().is_none_or(|(most, ..)| share > *most) {
                best = Some((share, option, shared));
            }
        }
        best.map(|(_, option, words)| (option.id, words))
    }
}

fn weigh(stems: &mut BTreeMap<String, i64>, names: &BTreeSet<String>, words: &str, weight: i64) {
    for (stem, _) in stems_of(words).filter(|(stem, _)| !names.contains(stem)) {
        let slot = stems.entry(stem).or_insert(0);
        *slot = (*slot).max(weight);
    }
}

/// The stems of the names of parties and persons.
fn names(view: &View<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for party in view.each::<Party>() {
        let all = std::iter::once(&party.fact.name).chain(&party.fact.short).chain(&party.fact.aliases);
        names.extend(all.flat_map(|name| stems_of(name).map(|(stem, _)| stem).collect::<Vec<_>>()));
    }
    for person in view.each::<Person>() {
        let all = std::iter::once(&person.fact.name).chain(&person.fact.aliases);
        names.extend(all.flat_map(|name| stems_of(name).map(|(stem, _)| stem).collect::<Vec<_>>()));
    }
    names
}

/// Words that say nothing by themselves, in questions and statements.
const EMPTY_WORDS: &[&str] = &[
    "the",
    "and",
    "for",
    "that",
    "with",
    "from",
    "not",
    "are",
    "was",
    "were",
    "will",
    "its",
    "their",
    "this",
    "than",
    "into",
    "has",
    "have",
    "had",
    "but",
    "all",
    "any",
    "per",
    "said",
    "they",
    "about",
    "what",
    "when",
    "who",
    "whom",
    "which",
    "how",
    "may",
    "must",
    "can",
    "does",
    "between",
    "both",
    "after",
    "before",
    "there",
    "under",
    "over",
    "more",
    "most",
    "other",
    "some",
    "such",
    "only",
    "also",
    "been",
    "being",
    "would",
    "could",
    "should",
    "them",
    "his",
    "her",
    "our",
    "your",
    "one",
    "two",
    "each",
    "every",
    "where",
    "whose",
    "while",
    "parties",
    "party",
    "sides",
    "side",
    "agreement",
    "deal",
    "talks",
    "plan",
    "points",
    "point",
    "matters",
    "matter",
    "issue",
    "issues",
    "then",
    "full",
    "terms",
    "part",
    "parts",
    "new",
    "use",
    "used",
    "take",
    "given",
    "give",
    "make",
    "made",
];

/// The stems of a text with the word that each was cut from.
fn stems_of(text: &str) -> impl Iterator<Item = (String, String)> + '_ {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let telling = words.filter(|word| {
        let is_number = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
        is_number || (word.chars().count() >= WORD_CHARACTERS_MIN && !EMPTY_WORDS.contains(&word.as_str()))
    });
    telling.map(|word| (stem(&word), word))
}

/// The first letters; a plural "s" of a short word goes, so that "troops" and "troop" agree.
fn stem(word: &str) -> String {
    let stem: String = word.chars().take(STEM_CHARACTERS).collect();
    let is_plural = stem.chars().count() > 3
        && stem.ends_with('s')
        && !stem.ends_with("ss")
        && word.chars().count() <= STEM_CHARACTERS;
    if is_plural { stem[..stem.len() - 1].to_owned() } else { stem }
}
