//! What a reference points at: the outline of a draft, and the provision that a path leads to in it.

use std::collections::BTreeMap;

use super::number::digit;
use super::{Reference, Step, StepSort, Whose, ordinal};
use crate::draft::{Draft, Sort};

/// What stands under what in a draft, made once.
#[derive(Debug)]
pub struct Outline {
    children: Vec<Vec<usize>>,
    roots: Vec<usize>,
    /// For each provision the article or annex in which it stands, or which it is.
    article: Vec<Option<usize>>,
    numbered: BTreeMap<(StepSort, String), Vec<usize>>,
}

/// What a reference leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// These provisions: several where a number was given twice or stands under several options.
    Found(Vec<usize>),
    /// There is none, though its place is numbered: what holds it (none: the whole text), and the last number there.
    Missing {
        /// What should hold it.
        within: Option<usize>,
        /// The last number there is.
        last: String,
        /// Whether the numbers there have no gap, so that it cannot have been overlooked.
        is_sure: bool,
    },
    /// It cannot be said: another text, or a place that is not numbered.
    Unknown,
}

/// Fewest numbers in a row before one can be said to be missing.
const ROW_MIN: usize = 2;

impl Outline {
    /// The outline of a draft.
    pub fn of(draft: &Draft) -> Outline {
        let count = draft.provisions.len();
        let mut outline = Outline {
            children: vec![Vec::new(); count],
            roots: Vec::new(),
            article: vec![None; count],
            numbered: BTreeMap::new(),
        };
        for (place, provision) in draft.provisions.iter().enumerate() {
            match provision.parent {
                Some(parent) => outline.children[parent].push(place),
                None => outline.roots.push(place),
            }
            let own = match provision.label.sort {
                Sort::Article => Some(StepSort::Article),
                Sort::Annex => Some(StepSort::Annex),
                _ => None,
            };
            outline.article[place] = if own.is_some() {
                Some(place)
            } else {
                provision.parent.and_then(|parent| outline.article[parent])
            };
            if let Some(sort) = own {
                outline.numbered.entry((sort, plain(&provision.label.number))).or_default().push(place);
            }
        }
        outline
    }

    /// What stands directly under a provision, or under none.
    pub fn children(&self, parent: Option<usize>) -> &[usize] {
        parent.map_or(&self.roots, |place| &self.children[place])
    }

    /// The article or annex in which a provision stands.
    pub fn article(&self, place: usize) -> Option<usize> {
        self.article[place]
    }

    /// The articles of the text, in its order.
    pub fn articles(&self) -> Vec<usize> {
        let of = |(sort, _): &(StepSort, String)| *sort == StepSort::Article;
        let mut all: Vec<usize> = self
            .numbered
            .iter()
            .filter(|(key, _)| of(key))
            .flat_map(|(_, places)| places.iter().copied())
            .collect();
        all.sort_unstable();
        all
    }

    /// What a reference in a provision leads to.
    pub fn resolve(&self, draft: &Draft, reference: &Reference) -> Resolved {
        let Some(first) = reference.path.first().filter(|_| reference.whose != Whose::Other) else {
            return Resolved::Unknown;
        };
        let (mut places, mut rest) = match first.sort {
            StepSort::Article => match self.whole(first) {
                Ok(found) => found,
                Err(missing) => return missing,
            },
            StepSort::Paragraph => {
                let within = self.home(draft, reference);
                match self.paragraph(draft, within, &first.number) {
                    Resolved::Found(places) => (places, Vec::new()),
                    other => return other,
                }
            }
            _ => return Resolved::Unknown,
        };
        rest.extend(reference.path[1..].iter().cloned());
        for step in &rest {
            let found: Vec<Resolved> = places.iter().map(|place| self.below(draft, *place, step)).collect();
            let hits: Vec<usize> = found
                .iter()
                .filter_map(|one| if let Resolved::Found(places) = one { Some(places.clone()) } else { None })
                .flatten()
                .collect();
            if hits.is_empty() {
                return found.into_iter().next().unwrap_or(Resolved::Unknown);
            }
            places = hits;
        }
        Resolved::Found(places)
    }

    /// The articles of a number; "3.2" is paragraph 2 of Article 3 where no article has that number.
    fn whole(&self, step: &Step) -> Result<(Vec<usize>, Vec<Step>), Resolved> {
        let number = plain(&step.number);
        if let Some(places) = self.numbered.get(&(StepSort::Article, number.clone())) {
            return Ok((places.clone(), Vec::new()));
        }
        if let Some((article, paragraph)) = number.split_once('.')
            && let Some(places) = self.numbered.get(&(StepSort::Article, article.to_owned()))
        {
            let sort = StepSort::Paragraph;
            return Ok((places.clone(), vec![Step { sort, number: paragraph.to_owned() }]));
        }
        let is_article = |(sort, _): &&(StepSort, String)| *sort == StepSort::Article;
        let all: Vec<&str> =
            self.numbered.keys().filter(is_article).map(|(_, number)| number.as_str()).collect();
        Err(missing(&all, &number, None))
    }

    /// Where a paragraph without an article is to be sought.
    fn home(&self, draft: &Draft, reference: &Reference) -> Option<usize> {
        let article = self.article[reference.span.place];
        if article.is_some() {
            return article;
        }
        // The nearest heading under which numbers stand.
        let mut at = draft.provisions[reference.span.place].parent;
        while let Some(place) = at {
            let provision = &draft.provisions[place];
            if matches!(provision.label.sort, Sort::None | Sort::Chapter)
                && !self.numbers_in(draft, place).is_empty()
            {
                return Some(place);
            }
            at = provision.parent;
        }
        None
    }

    /// The numbered paragraphs of an article, seen through options and headings.
    fn numbers_in(&self, draft: &Draft, whole: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut open: Vec<usize> = self.children[whole].iter().rev().copied().collect();
        while let Some(place) = open.pop() {
            match draft.provisions[place].label.sort {
                Sort::Number => {
                    found.push(place);
                    // Options under a number may repeat the row: "3. Option 1: ... 3bis".
                    let options = self.children[place].iter().rev();
                    open.extend(options.filter(|child| draft.provisions[**child].label.sort == Sort::Option));
                }
                Sort::None | Sort::Option | Sort::Chapter => open.extend(self.children[place].iter().rev()),
                _ => {}
            }
        }
        found
    }

    fn paragraph(&self, draft: &Draft, within: Option<usize>, number: &str) -> Resolved {
        let number = plain(number);
        let places: Vec<usize> = match within {
            Some(whole) => self.numbers_in(draft, whole),
            None => (0..draft.provisions.len())
                .filter(|at| draft.provisions[*at].label.sort == Sort::Number)
                .collect(),
        };
        let numbers: Vec<String> =
            places.iter().map(|at| plain(&draft.provisions[*at].label.number)).collect();
        let hits: Vec<usize> =
            places.iter().zip(&numbers).filter(|(_, own)| **own == number).map(|(place, _)| *place).collect();
        if !hits.is_empty() {
            return Resolved::Found(hits);
        }
        let Some(whole) = within else { return Resolved::Unknown };
        // A number that stands within the words of another paragraph was not taken apart.
        if self.holds_label(draft, whole, &number) {
            return Resolved::Unknown;
        }
        let all: Vec<&str> = numbers.iter().map(String::as_str).collect();
        missing(&all, &number, within)
    }

    /// Whether the words of a provision or of what stands in it hold "4." or "(d)" as a label would be written.
    pub fn holds_label(&self, draft: &Draft, whole: usize, number: &str) -> bool {
        let mut open = vec![whole];
        while let Some(place) = open.pop() {
            let text = &draft.provisions[place].text;
            if [format!("{number}."), format!("{number})"), format!("{number} .")]
                .iter()
                .any(|label| text.to_lowercase().contains(label.as_str()))
            {
                return true;
            }
            open.extend(&self.children[place]);
        }
        false
    }

    fn below(&self, draft: &Draft, place: usize, step: &Step) -> Resolved {
        match step.sort {
            StepSort::Paragraph => self.paragraph(draft, Some(place), &step.number),
            StepSort::Point => {
                let is_point =
                    |at: &&usize| matches!(draft.provisions[**at].label.sort, Sort::Letter | Sort::Roman);
                let points: Vec<usize> = self.children[place].iter().filter(is_point).copied().collect();
                let hits: Vec<usize> = points
                    .iter()
                    .filter(|at| draft.provisions[**at].label.number == step.number)
                    .copied()
                    .collect();
                if !hits.is_empty() {
                    return Resolved::Found(hits);
                }
                if points.is_empty() || self.holds_label(draft, place, &step.number) {
                    return Resolved::Unknown;
                }
                let all: Vec<&str> =
                    points.iter().map(|at| draft.provisions[*at].label.number.as_str()).collect();
                missing(&all, &step.number, Some(place))
            }
            _ => Resolved::Unknown,
        }
    }
}

/// A number in European digits; a Roman one as its value.
pub(crate) fn plain(number: &str) -> String {
    let digits: String = number
        .chars()
        .map(|c| digit(c).map_or(c, |value| char::from(b'0' + u8::try_from(value).unwrap_or(0))))
        .collect();
    let is_roman = number.chars().all(|c| "ivxlc".contains(c));
    match ordinal(number, true).filter(|_| is_roman) {
        Some((value, _)) => value.to_string(),
        None => digits,
    }
}

/// That a number is missing among others; it cannot be said where there are too few of them.
fn missing(all: &[&str], number: &str, within: Option<usize>) -> Resolved {
    let values: Vec<i64> = all.iter().filter_map(|one| ordinal(one, false)).map(|(value, _)| value).collect();
    let Some((wanted, _)) = ordinal(number, false) else { return Resolved::Unknown };
    let Some(last) = values.iter().max().copied().filter(|_| values.len() >= ROW_MIN) else {
        return Resolved::Unknown;
    };
    let is_whole = (1..=last).all(|value| values.contains(&value));
    // Far beyond the last number another text is meant.
    if wanted > last * 4 + 10 {
        return Resolved::Unknown;
    }
    let shown =
        all.iter().max_by_key(|one| ordinal(one, false)).map_or_else(String::new, |one| (*one).to_owned());
    Resolved::Missing { within, last: shown, is_sure: is_whole }
}
