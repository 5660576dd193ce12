//! Who moved: for each provision and party, whether the new wording is nearer to what that party proposed or holds. Only from
//! what is recorded, each with its evidence; alike for all parties. It is told of words, provision by provision: nothing is
//! added up, and nobody is said to have given way.

mod evidence;

use std::collections::BTreeSet;

use onetext_document::{
    Block, Cell, Column, Document, Mark, Page, Pattern, Row, Section, Style, Table, Text,
};
use onetext_model::{DraftId, Party, Provision, ProvisionId, Stated, TextForm, View};
use onetext_text::draft::read_plain;
use onetext_text::moved::{Measured, Proposal, Unsaid, Verdict, measure};

use self::evidence::{Evidence, Holds, evidence};
use super::lines::CaseLines;
use super::register::main_lines;
use super::{ON_OUR_SUMMARY, row_of, rows};
use crate::blocks::paragraph;
use crate::head::{document, parties};
use crate::words::{count, key};

/// The measure, as every reader must know it.
const MEASURE: &str = "A wording is as near to a proposal as the share of the words of both that both have, in their order: words of \
                       it bring it near, other words take it away. Words in square brackets count half; “shall not” differs from \
                       “shall”; a number is one word. Of a proposal of a few words only these are looked for. The measure knows \
                       words and not what they mean, and says nothing about who gained or gave way.";
/// So many words of the evidence stand in a cell; all of it opens behind it.
const SHOWN_WORDS: usize = 8;

/// Which drafts are compared.
#[derive(Clone, Copy, Debug, Default)]
pub struct Between {
    /// The earlier one; the one that the later one follows where none is named.
    pub from: Option<DraftId>,
    /// The later one; the last of the main line where none is named.
    pub to: Option<DraftId>,
}

/// Composes it for the last two drafts of each text.
pub fn compose(view: &View<'_>) -> Document {
    between(view, Between::default())
}

/// Composes it for two drafts.
pub fn between(view: &View<'_>, asked: Between) -> Document {
    let mut page = document(view, "moved", "who moved");
    page.page = Page::Landscape;
    let case = CaseLines::of(view);
    let pairs = pairs(view, &case, asked);
    if pairs.is_empty() {
        return page.with(paragraph("No two drafts whose texts are on file follow each other."));
    }
    let mut parties = parties(view);
    parties.sort_by_key(|party| (short(*party), party.id()));
    for (from, to) in pairs {
        page.blocks.push(Block::Section(section(view, &case, &parties, (from, to))));
    }
    page.blocks.push(paragraph(MEASURE));
    page
}

/// The pairs of drafts that are asked for.
fn pairs(view: &View<'_>, case: &CaseLines<'_>, asked: Between) -> Vec<(usize, usize)> {
    let place = |id: Option<DraftId>| id.and_then(|id| case.place(view, id));
    let before = |to: usize| {
        let main = case.to(to).map(|step| step.earlier);
        main.min_by_key(|earlier| (case.drafts[*earlier].fact.branch, usize::MAX - earlier))
    };
    match (place(asked.from), place(asked.to)) {
        (Some(from), Some(to)) => vec![(from, to)],
        (None, Some(to)) => before(to).map(|from| (from, to)).into_iter().collect(),
        (Some(from), None) => {
            let after = case.lines.steps.iter().filter(|step| step.earlier == from).map(|step| step.later);
            let next = after.min_by_key(|later| (case.drafts[*later].fact.branch, *later));
            next.map(|to| (from, to)).into_iter().collect()
        }
        (None, None) => main_lines(view, case)
            .into_iter()
            .filter_map(|line| match line.as_slice() {
                [.., from, to] => Some((*from, *to)),
                _ => None,
            })
            .collect(),
    }
}

fn short(party: Stated<'_, Party>) -> String {
    party.fact.short.clone().unwrap_or_else(|| party.fact.name.clone())
}

fn section(
    view: &View<'_>,
    case: &CaseLines<'_>,
    parties: &[Stated<'_, Party>],
    (from, to): (usize, usize),
) -> Section {
    let title = format!("From {} to {}", case.drafts[from].fact.title, case.drafts[to].fact.title);
    let key = format!("moved-{}", key(view, case.drafts[to].id()));
    if [from, to].iter().any(|at| case.drafts[*at].fact.form == TextForm::Summary) {
        let words = format!(
            "Cannot be said {ON_OUR_SUMMARY}: one of the two is not the text itself but a summary in our words."
        );
        return Section::new(key, title, vec![paragraph(words)]);
    }
    let all = groups(view, case, from, to);
    let (changed, same): (Vec<Group>, Vec<Group>) = all.into_iter().partition(Group::has_changed);
    let mut blocks = Vec::new();
    if changed.is_empty() {
        blocks.push(paragraph("No provision was changed."));
    } else {
        blocks.push(Block::Table(changes(view, case, parties, (from, to), (&key, &changed))));
    }
    if !same.is_empty() {
        blocks.push(paragraph(format!("The same words in both: {}.", count(same.len(), "provision"))));
    }
    Section::new(key, title, blocks)
}

/// What is said of the provisions whose words changed, a column for each party.
fn changes(
    view: &View<'_>,
    case: &CaseLines<'_>,
    parties: &[Stated<'_, Party>],
    (from, to): (usize, usize),
    (key, changed): (&str, &[Group]),
) -> Table {
    let given = rows(view, case);
    let mut lines: Vec<Row> = Vec::new();
    let mut speaks = vec![false; parties.len()];
    for group in changed {
        let (at, place) = match (group.new.first(), group.old.first()) {
            (Some(new), _) => (to, *new),
            (None, Some(old)) => (from, *old),
            (None, None) => continue,
        };
        let row = case.provision(at, place).map_or("", |id| row_of(&given, id.0));
        let known = parties
            .iter()
            .map(|party| evidence(view, case, (&group.old, &group.new), (from, to), party.id()));
        let mut cells = vec![Cell::new(name(case, group, (from, to), row))];
        for (known, speaks) in known.zip(&mut speaks) {
            *speaks |= !known.is_empty();
            cells.push(cell(known, group));
        }
        lines.push(Row { key: format!("provision-{}", case.number(at, place)), cells });
    }
    // Those at the table are told of alike; of the others those of whom something is on file.
    let shown = parties.iter().zip(&speaks).map(|(party, speaks)| party.fact.at_the_table || *speaks);
    let shown: Vec<bool> = std::iter::once(true).chain(shown).collect();
    for line in &mut lines {
        line.cells = kept(std::mem::take(&mut line.cells), &shown);
    }
    let column =
        |party: &Stated<'_, Party>| Column::new(crate::words::key(view, party.id()), short(*party), 4);
    let first = Column::new("provision", "Provision", 3).heading();
    let legend =
        "N nearer to what the party proposed or holds, A away from it, = no change, · cannot be said";
    Table {
        key: key.to_owned(),
        caption: Text::plain("Provisions whose words changed, by party"),
        columns: kept(std::iter::once(first).chain(parties.iter().map(column)).collect(), &shown),
        rows: lines,
        legend: Text::plain(legend),
    }
}

/// Of a row of things those that are shown.
fn kept<T>(all: Vec<T>, shown: &[bool]) -> Vec<T> {
    all.into_iter().zip(shown).filter(|(_, is_shown)| **is_shown).map(|(one, _)| one).collect()
}

/// Provisions of the earlier draft and those of the later one that hang together: several of either where they were merged or
/// split, none where one was dropped or is new.
struct Group {
    old: Vec<usize>,
    new: Vec<usize>,
    before: String,
    after: String,
}

impl Group {
    fn has_changed(&self) -> bool {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        words(&self.before) != words(&self.after)
    }
}

/// The groups, in the order of the later text; what was dropped comes last.
fn groups(view: &View<'_>, case: &CaseLines<'_>, from: usize, to: usize) -> Vec<Group> {
    let kept = |draft: usize| {
        (0..case.texts[draft].of.len()).filter(move |place| case.provision(draft, *place).is_some())
    };
    let mut all: Vec<(BTreeSet<usize>, BTreeSet<usize>)> = Vec::new();
    for new in kept(to) {
        let mut old = case.before(to, new, from);
        let mut news = BTreeSet::from([new]);
        let (hangs, apart): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|(other, _)| !other.is_disjoint(&old));
        for (other, more) in hangs {
            old.extend(other);
            news.extend(more);
        }
        all = apart;
        all.push((old, news));
    }
    all.sort_by_key(|(_, news)| news.first().copied());
    let went_on: BTreeSet<usize> = all.iter().flat_map(|(old, _)| old.iter().copied()).collect();
    all.extend(
        kept(from)
            .filter(|place| !went_on.contains(place))
            .map(|old| (BTreeSet::from([old]), BTreeSet::new())),
    );
    let text = |draft: usize, places: &BTreeSet<usize>| -> String {
        let ids = places.iter().filter_map(|place| case.provision(draft, *place));
        ids.map(|id| words_of(view, id)).collect::<Vec<_>>().join("\n")
    };
    all.into_iter()
        .map(|(old, new)| Group {
            before: text(from, &old),
            after: text(to, &new),
            old: old.into_iter().collect(),
            new: new.into_iter().collect(),
        })
        .collect()
}

/// What a provision says, without the numbers and letters of its points.
fn words_of(view: &View<'_>, id: ProvisionId) -> String {
    let Some(found) = view.find::<Provision>(id) else { return String::new() };
    let points = read_plain(&found.fact.text).provisions;
    points.into_iter().map(|point| point.text).collect::<Vec<_>>().join("\n")
}

fn name(case: &CaseLines<'_>, group: &Group, (from, to): (usize, usize), row: &str) -> Text {
    let numbers = |draft: usize, places: &[usize]| -> String {
        places.iter().map(|place| case.number(draft, *place)).collect::<Vec<_>>().join("+")
    };
    let (old, new) = (numbers(from, &group.old), numbers(to, &group.new));
    let was = match (group.old.is_empty(), group.new.is_empty()) {
        (_, true) => format!("{old} (dropped)"),
        (true, false) => format!("{new} (new)"),
        (false, false) => format!("{new} (was {old})"),
    };
    Text::plain(was).then(format!(" row {row}"), Style::Muted)
}

/// What is said of one party on one provision.
fn cell(known: Vec<Evidence>, group: &Group) -> Cell {
    if known.is_empty() {
        return answer(&Answer::CannotBeSaid("no recorded proposal".to_owned()), "", Vec::new());
    }
    let mut told = Vec::new();
    let mut opens = Vec::new();
    for one in known {
        let (answer, words) = weigh(&one, group);
        let mut line = Text::styled(format!("{}: ", one.what), Style::Strong);
        line = line.then(
            format!(
                "{}{}",
                answer.said(),
                if words.is_empty() { String::new() } else { format!(" ({words})") }
            ),
            Style::Plain,
        );
        opens.push(Block::Paragraph(line));
        if let Holds::Wording { text, .. } = &one.holds {
            opens.push(Block::Paragraph(Text::styled(text.clone(), Style::Quote)));
        }
        opens.extend(one.opens);
        told.push((answer, words));
    }
    let decided: Vec<&(Answer, String)> =
        told.iter().filter(|(answer, _)| matches!(answer, Answer::Nearer | Answer::Away)).collect();
    let (result, words) = match decided.split_first() {
        Some((first, rest)) if rest.iter().all(|other| other.0 == first.0) => {
            (first.0.clone(), first.1.clone())
        }
        Some(_) => (Answer::CannotBeSaid("what is recorded points both ways".to_owned()), String::new()),
        None => told
            .iter()
            .find(|(answer, _)| *answer == Answer::NoChange)
            .or(told.first())
            .cloned()
            .unwrap_or((Answer::NoChange, String::new())),
    };
    answer(&result, &words, opens)
}

/// An answer on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    Nearer,
    Away,
    NoChange,
    CannotBeSaid(String),
}

impl Answer {
    fn said(&self) -> String {
        match self {
            Answer::Nearer => "nearer".to_owned(),
            Answer::Away => "away".to_owned(),
            Answer::NoChange => "no change".to_owned(),
            Answer::CannotBeSaid(why) => format!("cannot be said: {why}"),
        }
    }
}

/// What one piece of evidence says, and the words on which that rests.
fn weigh(one: &Evidence, group: &Group) -> (Answer, String) {
    match &one.holds {
        Holds::Unsaid(why) => (Answer::CannotBeSaid((*why).to_owned()), String::new()),
        Holds::Wording { text, is_whole, is_opposed } => {
            let proposal = Proposal { text, is_whole: *is_whole };
            let told = measure(&group.before, &group.after, proposal);
            let answer = match (told.verdict, is_opposed) {
                (Verdict::Nearer, false) | (Verdict::Away, true) => Answer::Nearer,
                (Verdict::Away, false) | (Verdict::Nearer, true) => Answer::Away,
                (Verdict::NoChange, _) => Answer::NoChange,
                (Verdict::CannotBeSaid(Unsaid::TooShort), _) => {
                    Answer::CannotBeSaid("too few words".to_owned())
                }
                (Verdict::CannotBeSaid(Unsaid::Even), _) => {
                    Answer::CannotBeSaid("as much came in as went out".to_owned())
                }
            };
            let words = reasons_for(&told, &answer);
            (answer, words)
        }
    }
}

/// The words on which an answer rests, those that speak for it first.
fn reasons_for(told: &Measured, answer: &Answer) -> String {
    let run = |what: &str, words: &[String]| {
        // The longest first: a row of words says more than an article here and there.
        let mut words: Vec<&String> = words.iter().collect();
        words.sort_by_key(|run| std::cmp::Reverse(run.split(' ').count()));
        let quoted: Vec<String> = words.iter().map(|run| format!("“{run}”")).collect();
        (!quoted.is_empty()).then(|| format!("{what}: {}", quoted.join(", ")))
    };
    let ((before, after), (free, now_free)) = (told.foreign, told.foreign_free);
    let foreign = match (before == after, free == now_free) {
        (true, true) => None,
        (_, true) => Some(format!("words not of it: {before}, now {after}")),
        _ => Some(format!("words not of it: {before} ({free} without brackets), now {after} ({now_free})")),
    };
    let near = [run("in", &told.came), run("no longer in brackets", &told.freed)];
    let far = [run("out", &told.went), foreign];
    let parts: Vec<String> = match answer {
        Answer::Away => far.into_iter().chain(near).flatten().collect(),
        _ => near.into_iter().chain(far).flatten().collect(),
    };
    parts.join("; ")
}

fn answer(answer: &Answer, words: &str, opens: Vec<Block>) -> Cell {
    let (letter, pattern) = match answer {
        Answer::Nearer => ("N", Pattern::Solid),
        Answer::Away => ("A", Pattern::Grid),
        Answer::NoChange => ("=", Pattern::Outline),
        Answer::CannotBeSaid(_) => ("·", Pattern::Blank),
    };
    let name = match answer {
        Answer::CannotBeSaid(_) => "cannot be said".to_owned(),
        other => other.said(),
    };
    let mut shown: Vec<&str> = words.split(' ').collect();
    if shown.len() > SHOWN_WORDS {
        shown.truncate(SHOWN_WORDS);
        shown.push("…");
    }
    let text = match answer {
        Answer::CannotBeSaid(why) => Text::styled(why.clone(), Style::Muted),
        _ => Text::plain(shown.join(" ")),
    };
    let text = if text.is_empty() { Text::plain(answer.said()) } else { text };
    Cell { mark: Some(Mark { letter: letter.to_owned(), name, pattern, stale: false }), text, opens }
}
