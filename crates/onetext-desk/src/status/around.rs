//! What stands around the talks: open asks and ideas, links, voices from outside, and what is not known.

use onetext_document::{Block, Item, Section, Style, Text};
use onetext_model::{Claim, Draft, Link, Question, Stated, TextForm, View};

use super::{ROWS_MAX, section};
use crate::asks;
use crate::opens::{reasons, source_line};
use crate::voices::{is_from_outside, speaker};
use crate::words::{names, short_date, subject_name};

fn listed(key: &str, title: &str, mut items: Vec<Item>, command: &str) -> Option<Section> {
    let left_out = items.len().saturating_sub(ROWS_MAX);
    items.truncate(ROWS_MAX);
    if left_out > 0 {
        items.push(Item::new(format!("{left_out} more: `{command}` has them all")));
    }
    section(key, title, if items.is_empty() { Vec::new() } else { vec![Block::List(items)] })
}

pub(super) fn asks(view: &View<'_>) -> Option<Section> {
    listed("asks", "Asks and ideas open", asks::open_items(view), "asks")
}

pub(super) fn links(view: &View<'_>) -> Option<Section> {
    let items = view.each::<Link>().map(|link| {
        let mut text = Text::styled(link.fact.name.clone(), Style::Strong)
            .then(format!(": {}", link.fact.words), Style::Plain);
        if !link.fact.between.is_empty() {
            text = text.then(format!(" (between {})", names(view, &link.fact.between)), Style::Muted);
        }
        Item { key: String::new(), text, opens: reasons(view, link.entry) }
    });
    listed("links", "Links beside the talks", items.collect(), "actors")
}

pub(super) fn outside(view: &View<'_>) -> Option<Section> {
    let mut claims: Vec<Stated<'_, Claim>> =
        view.each::<Claim>().filter(|claim| is_from_outside(view, *claim)).collect();
    claims.reverse();
    let items = claims.into_iter().map(|claim| {
        let text = Text::styled(speaker(view, claim.fact), Style::Strong)
            .then(format!(": {}", claim.fact.words), Style::Plain)
            .then(
                format!(" ({}, {})", claim.fact.mode.said(), short_date(view, claim.entry.known_at)),
                Style::Muted,
            );
        Item {
            key: String::new(),
            text,
            opens: vec![Block::List(vec![Item::new(source_line(view, claim.entry))])],
        }
    });
    listed("outside", "Said from outside, newest first", items.collect(), "log")
}

/// The questions that are on file.
pub(crate) fn questions(view: &View<'_>) -> Vec<Item> {
    let item = |question: Stated<'_, Question>| {
        let on = question.fact.on.map(|on| format!(" ({})", subject_name(view, on)));
        let text = Text::plain(question.fact.words.clone()).then(on.unwrap_or_default(), Style::Muted);
        Item { key: String::new(), text, opens: reasons(view, question.entry) }
    };
    view.each::<Question>().map(item).collect()
}

pub(super) fn unknown(view: &View<'_>) -> Option<Section> {
    let mut items = questions(view);
    let asked: Vec<String> = items.iter().map(|item| item.text.to_words()).collect();
    let hidden = view.each::<Draft>().filter(|draft| draft.fact.form == TextForm::NotPublic);
    let titles: Vec<String> = hidden.map(|draft| draft.fact.title.clone()).collect();
    let unasked = |title: &&String| !asked.iter().any(|question| question.contains(title.as_str()));
    items.extend(titles.iter().filter(unasked).map(|title| Item::new(format!("The text of: {title}."))));
    listed("unknown", "What we do not know", items, "log")
}
