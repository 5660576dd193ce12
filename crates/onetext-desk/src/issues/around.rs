//! What stands around each issue, gathered once: points of drafts, links, requests that are open, questions.

use std::collections::BTreeMap;

use onetext_document::{Block, Cell, Item, Style, Text};
use onetext_model::{EntryId, Issue, Link, Position, Provision, Question, Stated, SubjectId, View};

use crate::asks::{Request, open_requests};
use crate::blocks::item;
use crate::grid::{States, said};
use crate::held::issues_of;
use crate::opens::reasons;
use crate::words::{actor_name, capital, count, names, subject_name};

/// By the issue that they are about. What is about an option or a provision is about its issues.
pub(super) struct Around<'a> {
    points: BTreeMap<EntryId, Vec<Stated<'a, Provision>>>,
    /// Points of drafts that touch no issue on file.
    apart: Vec<Stated<'a, Provision>>,
    positions: BTreeMap<EntryId, Vec<Stated<'a, Position>>>,
    links: BTreeMap<EntryId, Vec<Stated<'a, Link>>>,
    requests: BTreeMap<EntryId, Vec<Request<'a>>>,
    questions: BTreeMap<EntryId, Vec<Stated<'a, Question>>>,
    states: States<'a>,
}

impl<'a> Around<'a> {
    /// Gathers everything once.
    pub(super) fn of(view: &View<'a>) -> Self {
        let mut around = Around {
            points: BTreeMap::new(),
            apart: Vec::new(),
            positions: BTreeMap::new(),
            links: BTreeMap::new(),
            requests: BTreeMap::new(),
            questions: BTreeMap::new(),
            states: States::of(view),
        };
        for point in view.each::<Provision>() {
            let touched: Vec<EntryId> = point.fact.issues.iter().map(|issue| view.latest(issue.0)).collect();
            if touched.iter().all(|issue| view.find::<Issue>(*issue).is_none()) {
                around.apart.push(point);
            }
            for issue in touched {
                around.points.entry(issue).or_default().push(point);
            }
        }
        for position in view.each::<Position>() {
            around.positions.entry(view.latest(position.fact.on.0)).or_default().push(position);
        }
        for link in view.each::<Link>() {
            for issue in &link.fact.issues {
                around.links.entry(view.latest(issue.0)).or_default().push(link);
            }
        }
        for question in view.each::<Question>() {
            for issue in question.fact.on.into_iter().flat_map(|on| issues_of(view, on)) {
                around.questions.entry(issue).or_default().push(question);
            }
        }
        for request in open_requests(view).into_iter().rev() {
            for issue in request.on().into_iter().flat_map(|on| issues_of(view, on)) {
                around.requests.entry(issue).or_default().push(request);
            }
        }
        around
    }

    /// The state of an issue or of a point.
    pub(super) fn state(&self, view: &View<'_>, on: EntryId) -> Option<Cell> {
        self.states.cell(view, on)
    }

    /// What the letters of the states mean.
    pub(super) fn legend(&self, view: &View<'_>) -> Text {
        self.states.legend(view)
    }

    /// What is asked or floated on an issue and not settled, oldest first.
    pub(super) fn requests(&self, issue: EntryId) -> &[Request<'a>] {
        self.requests.get(&issue).map_or(&[], Vec::as_slice)
    }

    /// What is not known about an issue.
    pub(super) fn questions(&self, issue: EntryId) -> &[Stated<'a, Question>] {
        self.questions.get(&issue).map_or(&[], Vec::as_slice)
    }

    /// "2 asks, 1 idea, 1 question"; nothing where nothing is open.
    pub(super) fn open_words(&self, issue: EntryId) -> String {
        let requests = self.requests(issue);
        let asks = requests.iter().filter(|request| matches!(request, Request::Ask(_))).count();
        let numbers =
            [(asks, "ask"), (requests.len() - asks, "idea"), (self.questions(issue).len(), "question")];
        let some = numbers.into_iter().filter(|(number, _)| *number > 0);
        some.map(|(number, word)| count(number, word)).collect::<Vec<_>>().join(", ")
    }

    /// What is tied to an issue beside the talks.
    pub(super) fn links(&self, view: &View<'_>, issue: EntryId) -> Vec<Item> {
        let links = self.links.get(&issue).map_or(&[][..], Vec::as_slice);
        links.iter().map(|link| item(link_line(view, link.fact), reasons(view, link.entry))).collect()
    }

    /// The points of drafts that touch an issue, with who holds what on them.
    pub(super) fn points(&self, view: &View<'_>, issue: EntryId) -> Vec<Item> {
        let points = self.points.get(&issue).map_or(&[][..], Vec::as_slice);
        points.iter().map(|point| self.point(view, *point)).collect()
    }

    /// The points that touch no issue on file.
    pub(super) fn apart(&self, view: &View<'_>) -> Vec<Item> {
        self.apart.iter().map(|point| self.point(view, *point)).collect()
    }

    fn point(&self, view: &View<'_>, point: Stated<'_, Provision>) -> Item {
        let name = capital(&subject_name(view, SubjectId(point.id())));
        let heading = point.fact.heading.as_ref().map_or_else(String::new, |heading| format!(", {heading}"));
        let mut text = Text::styled(format!("{name}{heading}: "), Style::Strong)
            .then(point.fact.text.clone(), Style::Plain);
        let mut opens = reasons(view, point.entry);
        if let Some(state) = self.states.cell(view, point.id()) {
            text = text.then(format!(" ({})", state.text.to_words()), Style::Muted);
            opens.extend(state.opens);
        }
        let mut holders: Vec<(String, Stated<'_, Position>)> = self
            .positions
            .get(&point.id())
            .into_iter()
            .flatten()
            .map(|position| (actor_name(view, position.fact.party), *position))
            .collect();
        holders.sort_by(|(one, a), (other, b)| (one, a.id()).cmp(&(other, b.id())));
        for (name, position) in holders {
            text = text.then(format!(" [{}] {name}", position.fact.stance.letter()), Style::Strong);
            let words = Text::styled(format!("{name}: "), Style::Strong).join(said(view, position));
            opens.push(Block::Paragraph(words));
            opens.extend(reasons(view, position.entry));
        }
        item(text, opens)
    }
}

/// "Commercial projects: words (between Russia and the United States)".
fn link_line(view: &View<'_>, link: &Link) -> Text {
    let text = Text::styled(link.name.clone(), Style::Strong).then(format!(": {}", link.words), Style::Plain);
    if link.between.is_empty() {
        return text;
    }
    text.then(format!(" (between {})", names(view, &link.between)), Style::Muted)
}
