//! What stands around the talks: open asks and ideas, links, voices from outside, and what is not known.

use onetext_document::{Block, Item, Section, Style, Text};
use onetext_model::{Claim, Draft, Link, Question, Stated, TextForm, View};

use super::{ROWS_MAX, section};
use crate::asks;
use crate::blocks::{item, on_page};
use crate::opens::{reasons, source_line};
use crate::voices::{Outside, speaker};
use crate::words::{names, short_date, subject_name};

/// The first few of what there is, composed only so far as they are shown.
fn listed<T>(
    key: &str,
    title: &str,
    all: &[T],
    compose: impl Fn(&T) -> Item,
    command: &str,
) -> Option<Section> {
    let mut items: Vec<Item> = all.iter().take(ROWS_MAX).map(compose).collect();
    let left_out = all.len() - items.len();
    if left_out > 0 {
        items.push(Item::new(on_page(format!("{left_out} more: "), command, " has them all")));
    }
    section(key, title, if items.is_empty() { Vec::new() } else { vec![Block::List(items)] })
}

pub(super) fn asks(view: &View<'_>) -> Option<Section> {
    let open = asks::open_requests(view);
    listed("asks", "Asks and ideas open", &open, |request| asks::open_item(view, request), "asks")
}

pub(super) fn links(view: &View<'_>) -> Option<Section> {
    let links: Vec<_> = view.each::<Link>().collect();
    let item = |link: &Stated<'_, Link>| {
        let mut text = Text::styled(link.fact.name.clone(), Style::Strong)
            .then(format!(": {}", link.fact.words), Style::Plain);
        if !link.fact.between.is_empty() {
            text = text.then(format!(" (between {})", names(view, &link.fact.between)), Style::Muted);
        }
        Item { key: String::new(), text, opens: reasons(view, link.entry) }
    };
    listed("links", "Links beside the talks", &links, item, "actors")
}

pub(super) fn outside(view: &View<'_>) -> Option<Section> {
    let outside = Outside::of(view);
    let said: Vec<_> = view.each::<Claim>().rev().filter(|claim| outside.said(view, claim.fact)).collect();
    let item = |claim: &Stated<'_, Claim>| {
        let dated = format!(" ({}, {})", claim.fact.mode.said(), short_date(view, claim.entry.known_at));
        let text = Text::styled(speaker(view, claim.fact), Style::Strong)
            .then(format!(": {}", claim.fact.words), Style::Plain)
            .then(dated, Style::Muted);
        let opens = vec![Block::List(vec![Item::new(source_line(view, claim.entry))])];
        Item { key: String::new(), text, opens }
    };
    listed("outside", "Said from outside, newest first", &said, item, "log")
}

/// A question that is on file.
pub(crate) fn question(view: &View<'_>, question: Stated<'_, Question>) -> Item {
    let on = question.fact.on.map(|on| format!(" ({})", subject_name(view, on)));
    let text = Text::plain(question.fact.words.clone()).then(on.unwrap_or_default(), Style::Muted);
    Item { key: String::new(), text, opens: reasons(view, question.entry) }
}

/// The questions that are on file.
pub(crate) fn questions(view: &View<'_>) -> Vec<Item> {
    view.each::<Question>().map(|stated| question(view, stated)).collect()
}

/// What is not known: a question, or a text that nobody asked for yet.
enum Unknown<'a> {
    Asked(Stated<'a, Question>),
    Text(Stated<'a, Draft>),
}

pub(super) fn unknown(view: &View<'_>) -> Option<Section> {
    let hidden = view.each::<Draft>().filter(|draft| draft.fact.form == TextForm::NotPublic);
    let asked = |title: &str| view.each::<Question>().any(|question| question.fact.words.contains(title));
    let mut all: Vec<Unknown<'_>> = view.each::<Question>().map(Unknown::Asked).collect();
    all.extend(hidden.filter(|draft| !asked(&draft.fact.title)).map(Unknown::Text));
    let line = |unknown: &Unknown<'_>| match unknown {
        Unknown::Asked(stated) => question(view, *stated),
        Unknown::Text(draft) => {
            item(format!("The text of: {}.", draft.fact.title), reasons(view, draft.entry))
        }
    };
    listed("unknown", "What we do not know", &all, line, "log")
}
