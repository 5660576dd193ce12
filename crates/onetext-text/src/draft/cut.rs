//! A draft cut into the units that a person would cite: the points of a plan, the paragraphs of each article. What
//! stands inside a unit (letters, options, further paragraphs) stays in its text, and nothing of the draft is lost.

use std::collections::BTreeSet;

use super::{Draft, Provision, Sort};

/// How far what stands within something is set in, in blanks, so that the text reads back as it was.
const STEP: usize = 4;

/// A unit that a person would cite.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Its number: "4", "4.2", "4 ¶1" for a paragraph without one, "Preamble ¶3". Unique in the draft.
    pub number: String,
    /// Its heading, or that of its article.
    pub heading: String,
    /// Its text, with all that stands within it.
    pub text: String,
}

/// Cuts a draft into units, in the order of the text. A heading that no unit carries becomes a unit without words.
///
/// ```
/// use onetext_text::draft::{cut, read_markdown};
/// let draft = read_markdown("## Article 4 bis *Reports*\n\n1. Each Party shall:\n\n    (a) report;\n    (b) listen.\n\n2. Soon.\n");
/// let units = cut(&draft);
/// assert_eq!(units[0].number, "4 bis.1");
/// assert_eq!(units[0].heading, "Reports");
/// assert_eq!(units[0].text, "Each Party shall:\n\n    (a) report;\n\n    (b) listen.");
/// ```
pub fn cut(draft: &Draft) -> Vec<Unit> {
    let mut cutter = Cutter { draft, units: Vec::new(), taken: BTreeSet::new() };
    for place in draft.children(None) {
        cutter.take(place, &Frame::default());
    }
    for (mark, words) in &draft.notes {
        let number = format!("Note {mark}");
        cutter.push(&number, String::new(), words.clone());
    }
    cutter.units
}

/// What a unit stands in: an article, or the text as a whole.
#[derive(Clone, Default)]
struct Frame {
    /// The number that goes before those of its units.
    number: String,
    heading: String,
    /// Whether it has but one unit: that one needs no number of its own.
    has_one: bool,
    /// The first unit in it.
    from: usize,
}

struct Cutter<'d> {
    draft: &'d Draft,
    units: Vec<Unit>,
    /// The numbers that were given out, as labels are made of them.
    taken: BTreeSet<String>,
}

impl Cutter<'_> {
    fn take(&mut self, place: usize, frame: &Frame) {
        let provision = &self.draft.provisions[place];
        match provision.label.sort {
            Sort::Article | Sort::Annex | Sort::Preamble => self.frame(place, framed(provision)),
            Sort::Chapter => self.chapter(place),
            Sort::None if self.holds(place) => self.section(place, frame),
            Sort::Letter | Sort::Roman | Sort::Bullet if self.units.len() > frame.from => {
                let inner = self.inner(place, 1);
                if let Some(unit) = self.units.last_mut() {
                    unit.text.push_str("\n\n");
                    unit.text.push_str(&inner);
                }
            }
            _ => self.unit(place, frame),
        }
    }

    /// Whether others stand under a heading.
    fn holds(&self, place: usize) -> bool {
        self.draft.provisions[place].text.is_empty() && self.draft.children(Some(place)).next().is_some()
    }

    fn frame(&mut self, place: usize, number: String) {
        let provision = &self.draft.provisions[place];
        let children: Vec<usize> = self.draft.children(Some(place)).collect();
        let from = self.units.len();
        let heading = provision.heading.clone();
        if !provision.text.is_empty() || children.is_empty() {
            self.push(&number, heading.clone(), provision.text.clone());
        }
        let begins = |place: &&usize| !is_part(self.draft.provisions[**place].label.sort);
        let beginning = children.iter().filter(begins).count();
        let has_one = beginning <= 1
            && provision.text.is_empty()
            && children.first().is_some_and(|first| self.draft.provisions[*first].label.sort == Sort::None);
        let frame = Frame { number, heading, has_one, from };
        for child in children {
            self.take(child, &frame);
        }
    }

    /// A part or chapter is cited by itself; what it holds is numbered without it.
    fn chapter(&mut self, place: usize) {
        let provision = &self.draft.provisions[place];
        let written = provision.label.written.trim_end_matches(['.', ':']).to_owned();
        self.push(&written, provision.heading.clone(), provision.text.clone());
        let frame = Frame { from: self.units.len(), ..Frame::default() };
        for child in self.draft.children(Some(place)) {
            self.take(child, &frame);
        }
    }

    /// A heading without a number: what stands under it carries it.
    fn section(&mut self, place: usize, outer: &Frame) {
        let own = self.draft.provisions[place].heading.as_str();
        let heading = match outer.heading.as_str() {
            "" => own.to_owned(),
            above => format!("{above} · {own}"),
        };
        let from = self.units.len();
        let frame = Frame { number: outer.number.clone(), heading: heading.clone(), has_one: false, from };
        for child in self.draft.children(Some(place)) {
            self.take(child, &frame);
        }
        let is_carried = |unit: &Unit| unit.heading.split(" · ").any(|part| part == own);
        if !own.is_empty() && !self.units[from..].iter().any(is_carried) {
            let number = self.free(&numbered(&frame, "¶1"));
            self.units.insert(from, Unit { number, heading: own.to_owned(), text: String::new() });
        }
    }

    fn unit(&mut self, place: usize, frame: &Frame) {
        let provision = &self.draft.provisions[place];
        let own = own_number(provision);
        let number = match own.as_str() {
            "" if frame.has_one => frame.number.clone(),
            "" => {
                let before = numbered(frame, "¶");
                let last = self.units.iter().filter(|unit| is_paragraph_of(&unit.number, &before)).count();
                format!("{before}{}", last + 1)
            }
            own => numbered(frame, own),
        };
        let heading = match (provision.heading.as_str(), frame.heading.as_str()) {
            ("", above) => above.to_owned(),
            (own, "") => own.to_owned(),
            (own, above) => format!("{above} · {own}"),
        };
        let mut text = provision.text.replace('\n', "\n\n");
        for child in self.draft.children(Some(place)) {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(&self.inner(child, 1));
        }
        self.push(&number, heading, text);
    }

    /// What stands within a unit, set in so far, with its label as it is written.
    fn inner(&self, place: usize, depth: usize) -> String {
        let provision = &self.draft.provisions[place];
        let blanks = " ".repeat(STEP * depth);
        let mut lines = vec![format!("{blanks}{}", joined(provision))];
        let mut paragraphs = provision.text.lines();
        paragraphs.next();
        let further = " ".repeat(STEP * (depth + 1));
        lines.extend(paragraphs.map(|words| format!("{further}{words}")));
        lines.extend(self.draft.children(Some(place)).map(|child| self.inner(child, depth + 1)));
        lines.join("\n\n")
    }

    fn push(&mut self, number: &str, heading: String, text: String) {
        let number = self.free(number);
        self.units.push(Unit { number, heading, text });
    }

    /// The number, told from an equal one before it: "19 no 2".
    fn free(&mut self, number: &str) -> String {
        let as_label = |number: &str| number.to_lowercase().replace(' ', "-");
        let mut free = number.to_owned();
        let mut turn = 1;
        while !self.taken.insert(as_label(&free)) {
            turn += 1;
            free = format!("{number} no {turn}");
        }
        free
    }
}

/// Letters and dashes go on with what stands before them.
fn is_part(sort: Sort) -> bool {
    matches!(sort, Sort::Letter | Sort::Roman | Sort::Bullet)
}

fn is_paragraph_of(number: &str, before: &str) -> bool {
    number.strip_prefix(before).is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()))
}

/// "4 bis", "Annex II", "Preamble".
fn framed(provision: &Provision) -> String {
    let written = provision.label.written.trim_matches(['[', ']', '*']).trim_end_matches(['.', ':']).trim();
    match provision.label.sort {
        Sort::Article => {
            let number = written.split_once(char::is_whitespace).map_or(written, |(_, number)| number);
            if number.is_empty() { provision.label.number.clone() } else { number.trim().to_owned() }
        }
        _ => written.to_owned(),
    }
}

/// A number in its frame: "4.2", "4 ¶1".
fn numbered(frame: &Frame, own: &str) -> String {
    let is_digit = own.starts_with(|c: char| c.is_numeric()) || own.chars().count() <= 2;
    match frame.number.as_str() {
        "" => own.to_owned(),
        above if is_digit && !own.starts_with('¶') => format!("{above}.{own}"),
        above => format!("{above} {own}"),
    }
}

/// A unit's own number without its marks: "1", "4 bis", "Option 1"; nothing for a paragraph without one.
fn own_number(provision: &Provision) -> String {
    match provision.label.sort {
        Sort::None | Sort::Bullet => String::new(),
        _ => {
            let is_mark = |c: char| !c.is_alphanumeric();
            provision.label.written.trim_matches(is_mark).replace(['(', ')', '[', ']'], "")
        }
    }
}

/// A label, heading and the first paragraph, on one line. An option's label ends with a colon, so that it is read as one again.
fn joined(provision: &Provision) -> String {
    let mut label = provision.label.written.clone();
    if provision.label.sort == Sort::Option && !label.ends_with(':') {
        label.push(':');
    }
    let first = provision.text.lines().next().unwrap_or_default();
    let parts = [label.as_str(), provision.heading.as_str(), first];
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}
