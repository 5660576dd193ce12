//! The search: which passages answer best, and why each was found.
//!
//! A place that has all notions comes before one that has some; words that stand close together count more. What a passage
//! lacks may stand beside it in the same agreement, in the agreement's title, or among the topics that a table marks:
//! that counts a part, and is said. Each agreement is shown with its best passages.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::agreement::{Agreement, TopicCode, Weight};
use super::index::{Place, to_usize};
use super::library::Library;
use super::query::Query;
use super::score::{Found, Uses, found, nearness, share};
use super::stems::words;

/// How much may be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Places of words that may be looked at.
    pub steps: usize,
    /// Hits that are wanted.
    pub hits_max: usize,
    /// Passages of one agreement among them.
    pub of_one_agreement_max: usize,
}

impl Default for Budget {
    /// Enough for every provision of ten thousand agreements; twenty hits, one for each agreement.
    fn default() -> Budget {
        Budget { steps: 50_000_000, hits_max: 20, of_one_agreement_max: 1 }
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// The best first.
    pub hits: Vec<Hit>,
    /// How many agreements have at least one of the notions, and pass.
    pub agreements: usize,
    /// Agreements left out because it is not known whether they pass: of which the stage, the day, the status or the
    /// country is not told.
    pub unknown: usize,
    /// Whether everything was looked at.
    pub is_whole: bool,
}

/// A passage that answers, or an agreement of which there is no wording.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its agreement's place in [`Library::agreements`].
    pub agreement: usize,
    /// Its place in [`Library::passages`]; nothing where the agreement answers by its title or its topics alone.
    pub passage: Option<usize>,
    /// The words that match, in bytes of the passage or, where there is none, of the title.
    pub marks: Vec<Mark>,
    /// For each notion why it counts as found or not, in the order of the question.
    pub why: Vec<(String, Why)>,
    /// How many further passages of this agreement have a notion.
    pub more: usize,
    /// Its rank, without unit; only for comparing hits of one search.
    pub score: f64,
}

/// A stretch that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
}

/// Why a notion counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// These words of the passage (or of the title, where there is no passage), each once, as they stand there.
    Words(Vec<String>),
    /// It stands in the passage before or after, with its place.
    Beside(String),
    /// It stands elsewhere in the agreement, first at this place.
    Elsewhere(String),
    /// It stands in the title.
    Title,
    /// A table marks the agreement with this topic.
    Topic(String, Weight),
    /// It was not found.
    Nowhere,
}

/// What a notion counts for the coverage where it does not stand in the passage itself.
const BESIDE: f64 = 0.4;
const IN_TITLE: f64 = 0.3;
const BY_TOPIC: f64 = 0.3;
const ELSEWHERE: f64 = 0.2;
/// What words close together add at most, and at how many words apart half of it is left.
const CLOSE: f64 = 0.8;
const CLOSE_WORDS: f64 = 12.0;
/// What an agreement without wording counts against a passage.
const WITHOUT_WORDING: f64 = 0.5;

/// Searches a library.
///
/// ```
/// use onetext_text::precedents::{Budget, Filter, Library, Query, read_segments, search};
/// let lines = concat!(
///     r#"{"pax_id":"7","agreement":"Accord","segment":"1","text":"A plebiscite shall be held after five years."}"#, "\n",
///     r#"{"pax_id":"8","agreement":"Protocol","segment":"1","text":"Roads shall be opened."}"#,
/// );
/// let library = Library::of([read_segments(lines.as_bytes(), "provisions.jsonl").unwrap()]);
/// let query = Query::read("referendum after", Filter::default()).unwrap();
/// let found = search(&library, &query, Budget::default());
/// assert_eq!(found.hits.len(), 1);
/// assert_eq!(library.agreements()[found.hits[0].agreement].title, "Accord");
/// ```
pub fn search(library: &Library, query: &Query, budget: Budget) -> Hits {
    let mut steps = budget.steps;
    let look = Look::new(library, query, &mut steps);
    let mut ranked = look.passages();
    ranked.extend(look.titles(&ranked));
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    let mut of_agreement: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, place) in &ranked {
        *of_agreement.entry(look.home(*place)).or_default() += 1;
    }
    let mut shown: BTreeMap<usize, usize> = BTreeMap::new();
    let mut hits = Vec::new();
    for (score, place) in &ranked {
        let home = look.home(*place);
        let already = shown.entry(home).or_default();
        if *already == budget.of_one_agreement_max || hits.len() == budget.hits_max {
            continue;
        }
        *already += 1;
        let more = of_agreement.get(&home).map_or(0, |all| all - 1);
        hits.push(look.hit(*place, *score, more));
    }
    Hits { hits, agreements: of_agreement.len(), unknown: look.unknown(), is_whole: steps > 0 }
}

/// One search: what is looked for, where it stands.
struct Look<'l> {
    library: &'l Library,
    query: &'l Query,
    found: Vec<Found>,
    /// For each agreement in which places each notion stands first.
    elsewhere: BTreeMap<(usize, usize), Place>,
}

impl<'l> Look<'l> {
    fn new(library: &'l Library, query: &'l Query, steps: &mut usize) -> Look<'l> {
        let found: Vec<Found> =
            query.groups.iter().map(|group| found(&library.index, group, steps)).collect();
        let mut look = Look { library, query, found, elsewhere: BTreeMap::new() };
        let mut elsewhere = BTreeMap::new();
        for (group, found) in look.found.iter().enumerate() {
            for place in found.places.keys().filter(|place| !look.is_title(**place)) {
                elsewhere.entry((look.home(*place), group)).or_insert(*place);
            }
        }
        look.elsewhere = elsewhere;
        look
    }

    fn is_title(&self, place: Place) -> bool {
        to_usize(place) >= self.library.index.passages()
    }

    /// The agreement of a place.
    fn home(&self, place: Place) -> usize {
        let place = to_usize(place);
        self.library.homes.get(place).copied().unwrap_or(place - self.library.homes.len().min(place))
    }

    fn agreement(&self, place: Place) -> &'l Agreement {
        &self.library.agreements()[self.home(place)]
    }

    /// The notions that are wanted, by their places.
    fn wanted(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.found.len()).filter(|group| !self.query.groups[*group].is_unwanted)
    }

    fn is_unwanted(&self, place: Place) -> bool {
        let has = |group: usize| self.found[group].places.contains_key(&place);
        (0..self.found.len()).any(|group| self.query.groups[group].is_unwanted && has(group))
    }

    /// Every passage that has a notion and passes, with its rank.
    fn passages(&self) -> Vec<(f64, Place)> {
        let places: BTreeSet<Place> =
            self.wanted().flat_map(|group| self.found[group].places.keys().copied()).collect();
        let passes: Vec<bool> = self
            .library
            .agreements()
            .iter()
            .map(|agreement| self.query.filter.passes(agreement) == Some(true))
            .collect();
        places
            .into_iter()
            .filter(|place| !self.is_title(*place) && passes[self.home(*place)])
            .filter(|place| !self.is_unwanted(*place) && self.has_themes(*place))
            .map(|place| (self.rank(place), place))
            .filter(|(rank, _)| *rank > 0.0)
            .collect()
    }

    /// Agreements that answer by title or topics, of which no passage does.
    fn titles(&self, ranked: &[(f64, Place)]) -> Vec<(f64, Place)> {
        let answered: BTreeSet<usize> = ranked.iter().map(|(_, place)| self.home(*place)).collect();
        let first = self.library.index.passages();
        let place = |at: usize| Place::try_from(first + at).ok();
        (0..self.library.agreements().len())
            .filter(|at| !answered.contains(at))
            .filter(|at| self.query.filter.passes(&self.library.agreements()[*at]) == Some(true))
            .filter_map(place)
            .filter(|place| !self.is_unwanted(*place) && self.has_themes(*place))
            .map(|place| (WITHOUT_WORDING * self.rank(place), place))
            .filter(|(rank, _)| *rank > 0.0)
            .collect()
    }

    /// Whether the agreement, or the place where no table tells of it, speaks of every theme.
    fn has_themes(&self, place: Place) -> bool {
        let agreement = self.agreement(place);
        self.query.filter.themes.iter().enumerate().all(|(at, theme)| {
            let group = self.query.groups.iter().position(|group| group.theme == Some(at));
            let has_words = group.is_some_and(|group| self.found[group].places.contains_key(&place));
            theme.is_marked(agreement) || has_words
        })
    }

    fn rank(&self, place: Place) -> f64 {
        let index = &self.library.index;
        let (mut sum, mut covered, mut all) = (0.0, 0.0, 0.0);
        let mut uses: Vec<&Uses> = Vec::new();
        for group in self.wanted() {
            let weight = self.query.groups[group].weight;
            all += weight;
            sum += weight * (share(index, &self.found[group], place) + self.topic_share(group, place));
            covered += weight * self.covers(group, place);
            uses.extend(self.found[group].places.get(&place));
        }
        let coverage = covered / all;
        let close =
            nearness(&uses).map_or(0.0, |words| CLOSE * CLOSE_WORDS / (CLOSE_WORDS + f64::from(words)));
        sum * coverage * coverage * (1.0 + close)
    }

    /// What a topic of the table adds, where the words do not stand in a title: an agreement without wording has
    /// nothing else.
    fn topic_share(&self, group: usize, place: Place) -> f64 {
        if !self.is_title(place) || self.found[group].places.contains_key(&place) {
            return 0.0;
        }
        let Some((_, weight)) = self.topic(group, place) else { return 0.0 };
        self.found[group].rarity * (0.4 + 0.2 * f64::from(weight.number()))
    }

    /// The heaviest topic of a notion that the table marks.
    fn topic(&self, group: usize, place: Place) -> Option<(&'static str, Weight)> {
        let topics = &self.agreement(place).topics;
        let marked = |code: &&'static str| Some((*code, *topics.get(&TopicCode((*code).to_owned()))?));
        self.query.groups[group]
            .topics
            .iter()
            .filter_map(marked)
            .max_by_key(|(code, weight)| (*weight, Reverse(*code)))
    }

    /// How much of a notion a place covers, from 0 to 1.
    fn covers(&self, group: usize, place: Place) -> f64 {
        match self.why(group, place) {
            Why::Words(_) => {
                let best = self.found[group]
                    .places
                    .get(&place)
                    .map_or(0.0, |uses| uses.spans.iter().map(|(_, _, factor)| *factor).fold(0.0, f64::max));
                // A near word covers half and a little.
                0.4 + 0.6 * best
            }
            Why::Beside(_) => BESIDE,
            Why::Title => IN_TITLE,
            Why::Topic(_, weight) if self.is_title(place) => 0.4 + 0.2 * f64::from(weight.number()),
            Why::Topic(..) => BY_TOPIC,
            Why::Elsewhere(_) => ELSEWHERE,
            Why::Nowhere => 0.0,
        }
    }

    fn why(&self, group: usize, place: Place) -> Why {
        let found = &self.found[group];
        if found.places.contains_key(&place) {
            return Why::Words(Vec::new());
        }
        let passages = self.library.passages();
        let name = |at: Place| passages[to_usize(at)].place.clone();
        if !self.is_title(place) {
            let sides = [place.checked_sub(1), place.checked_add(1)];
            let beside = sides.into_iter().flatten().find(|side| {
                !self.is_title(*side)
                    && self.home(*side) == self.home(place)
                    && found.places.contains_key(side)
            });
            if let Some(side) = beside {
                return Why::Beside(name(side));
            }
            let title = Place::try_from(self.library.index.passages() + self.home(place));
            if title.is_ok_and(|title| found.places.contains_key(&title)) {
                return Why::Title;
            }
        }
        if let Some((code, weight)) = self.topic(group, place) {
            return Why::Topic(code.to_owned(), weight);
        }
        match self.elsewhere.get(&(self.home(place), group)) {
            Some(first) => Why::Elsewhere(name(*first)),
            None => Why::Nowhere,
        }
    }

    fn hit(&self, place: Place, score: f64, more: usize) -> Hit {
        let agreement = self.home(place);
        let passage = (!self.is_title(place)).then(|| to_usize(place));
        let text = match passage {
            Some(passage) => self.library.passages()[passage].text.as_str(),
            None => self.library.agreements()[agreement].title.as_str(),
        };
        let all = words(text);
        let mut marks = Vec::new();
        let mut why = Vec::new();
        for group in self.wanted() {
            let uses = self.found[group].places.get(&place);
            let spans: Vec<Mark> = uses.map_or_else(Vec::new, |uses| {
                uses.spans.iter().filter_map(|(from, to, _)| mark(&all, *from, *to)).collect()
            });
            let mut forms: Vec<String> =
                spans.iter().map(|mark| text[mark.start..mark.end].to_owned()).collect();
            let mut seen = BTreeSet::new();
            forms.retain(|form| seen.insert(form.to_lowercase()));
            let reason = if forms.is_empty() { self.why(group, place) } else { Why::Words(forms) };
            why.push((self.query.groups[group].written.clone(), reason));
            marks.extend(spans);
        }
        Hit { agreement, passage, marks: joined(marks), why, more, score }
    }

    /// How many agreements are left out because it is not known whether they pass.
    fn unknown(&self) -> usize {
        let agreements = self.library.agreements().iter();
        agreements.filter(|agreement| self.query.filter.passes(agreement).is_none()).count()
    }
}

fn mark(all: &[super::stems::Word], from: u32, to: u32) -> Option<Mark> {
    let last = to_usize(to).checked_sub(1)?;
    Some(Mark { start: all.get(to_usize(from))?.start, end: all.get(last)?.end })
}

/// Marks in order, those that touch as one.
fn joined(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_unstable();
    let mut all: Vec<Mark> = Vec::new();
    for mark in marks {
        match all.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => all.push(mark),
        }
    }
    all
}
