//! The handover pack: what a colleague must know who takes over tonight. Promises outstanding, what each side has
//! been told, what is asked of whom, whom to call, what comes next, what sticks, what is not known.

mod call;
mod told;

use std::collections::BTreeMap;

use onetext_document::{Block, Document, Item, Section, Style, Text};
use onetext_model::{ActorId, Ask, Stated, Undertaking, View};

use crate::asks::Answers;
use crate::blocks::{NONE_ON_FILE, capped, item, list_or_none, paragraph};
use crate::head;
use crate::log::summary;
use crate::meetings::{ahead_item, coming};
use crate::opens::reasons;
use crate::words::{actor_name, due, party_of};
use crate::{follow_up, status};

/// Contacts to come in the pack.
const CONTACTS_MAX: usize = 20;

/// The pack.
pub fn compose(view: &View<'_>) -> Document {
    let mut document = head::document(view, "handover", "handover");
    let next = coming(view).into_iter().map(|contact| ahead_item(view, contact)).collect();
    document.blocks = [
        promises(view),
        told::section(view),
        list_or_none("undertakings", "Earlier undertakings", undertakings(view)),
        asks(view),
        call::section(view),
        capped("ahead", "The next contacts", next, (CONTACTS_MAX, "contacts")),
        list_or_none("sticking", "What sticks", status::in_short(view)),
        list_or_none("questions", "Open questions", status::questions(view)),
    ]
    .into_iter()
    .map(Block::Section)
    .collect();
    document
}

fn promises(view: &View<'_>) -> Section {
    let promised = follow_up::open(view, |step| !step.promised_to.is_empty());
    let mut section = follow_up::section(view, ("promises", "Promises outstanding"), &promised);
    section.blocks.extend(follow_up::overdue_words(view, &promised).map(paragraph));
    section
}

fn undertakings(view: &View<'_>) -> Vec<Item> {
    let line = |given: Stated<'_, Undertaking>| item(summary(view, given.entry), reasons(view, given.entry));
    view.each::<Undertaking>().map(line).collect()
}

/// What is asked and not settled, under the name of each side that is asked.
fn asks(view: &View<'_>) -> Section {
    let mut by_side: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    let answers = Answers::of(view);
    for ask in view.each::<Ask>().filter(|ask| answers.leave_open(ask.id())) {
        let mut sides: Vec<String> = ask.fact.of.iter().map(|asked| side(view, *asked)).collect();
        sides.sort();
        sides.dedup();
        for side in sides {
            by_side.entry(side).or_default().push(ask_item(view, ask));
        }
    }
    let mut blocks: Vec<Block> =
        by_side.into_iter().map(|(side, items)| asked_of(&side, items)).map(Block::Section).collect();
    if blocks.is_empty() {
        blocks.push(paragraph(NONE_ON_FILE));
    }
    Section::new("asks", "What is asked of each side and not settled", blocks)
}

fn asked_of(side: &str, items: Vec<Item>) -> Section {
    Section::new(
        format!("asked-of-{}", side.to_lowercase().replace(' ', "-")),
        side,
        vec![Block::List(items)],
    )
}

fn ask_item(view: &View<'_>, ask: Stated<'_, Ask>) -> Item {
    let answer =
        ask.fact.answer_by.map_or_else(String::new, |by| format!(" (answer by {})", due(view, Some(by))));
    let text = Text::styled(format!("{} asks", actor_name(view, ask.fact.by)), Style::Strong)
        .then(format!(": {}", ask.fact.words), Style::Plain)
        .then(answer, Style::Muted);
    item(text, reasons(view, ask.entry))
}

/// The name of the side to which somebody belongs; their own where they belong to none.
fn side(view: &View<'_>, actor: ActorId) -> String {
    party_of(view, actor).map_or_else(|| actor_name(view, actor), |party| actor_name(view, party))
}
