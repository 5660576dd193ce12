//! A provision of the talks and what earlier agreements say, side by side, with the words that both share in strong letters.

use onetext_document::{Block, Cell, Document, Page, Row, Section, Style, Text};
use onetext_model::{Draft, Provision, Stated, View};
use onetext_text::precedents::{Hit, Hits, Library, Query};

use super::found::{LICENCE, about, day, marked, source, strong, summary, why};
use crate::blocks::{paragraph, table};
use crate::head;
use crate::opens::reasons;
use crate::texts::ribbon::same_number;
use crate::texts::{drafts, provisions};
use crate::words::key;

/// The provision that is meant by a label, or by its number in the newest draft that has provisions.
pub fn provision<'a>(view: &View<'a>, named: &str) -> Option<Stated<'a, Provision>> {
    view.labelled::<Provision>(named).or_else(|| {
        let newest = drafts(view)
            .into_iter()
            .rev()
            .map(|draft| provisions(view, onetext_model::DraftId(draft.id())))
            .find(|all| !all.is_empty())?;
        newest.into_iter().find(|one| same_number(&one.fact.number, named))
    })
}

/// Heading and text of a provision, to look for what they speak of.
pub fn words(provision: Stated<'_, Provision>) -> String {
    let heading = provision.fact.heading.as_deref().unwrap_or("");
    format!("{heading} {}", provision.fact.text)
}

/// The page: the provision in the left column, each hit in the right one.
pub fn compose(
    view: &View<'_>,
    provision: Stated<'_, Provision>,
    library: &Library,
    query: &Query,
    found: &Hits,
) -> Document {
    let fact = provision.fact;
    let draft = view.find::<Draft>(fact.draft).map_or_else(String::new, |draft| draft.fact.title.clone());
    let named = format!("{draft}, {}", fact.number);
    let mut document = head::document(view, "precedents", &format!("precedents beside {named}"));
    document.page = Page::Landscape;
    document.notices.push(Text::plain(LICENCE));
    document.blocks.push(paragraph(format!(
        "Looked for: {}. {}",
        query.notions().join(", "),
        summary(library, found)
    )));
    let current = strong(&fact.text, &query.marks(&fact.text));
    for (place, hit) in found.hits.iter().enumerate() {
        let Some(agreement) = library.agreements().get(hit.agreement) else { continue };
        let row = Row {
            key: format!("{}-{}", key(view, provision.id()), place + 1),
            cells: vec![
                crate::blocks::cell(current.clone(), reasons(view, provision.entry)),
                Cell::new(wording(library, hit)),
                Cell::new(why(hit)),
            ],
        };
        let year = agreement.day.map_or_else(String::new, |_| format!(", {}", day(agreement)));
        let title = format!("{}. {}{}{year}", place + 1, agreement.title, about(agreement));
        let headings = [(named.as_str(), 8), ("Precedent", 8), ("Why", 4)];
        let block = table(&format!("hit-{}", place + 1), &title, &headings, vec![row]);
        let from = paragraph(format!("From {}", source(library, hit)));
        document.blocks.push(Block::Section(Section::new(
            format!("hit-{}", place + 1),
            title,
            vec![block, from],
        )));
    }
    document
}

fn wording(library: &Library, hit: &Hit) -> Text {
    match hit.passage.and_then(|passage| library.passages().get(passage)) {
        Some(passage) => {
            Text::styled(format!("[{}] ", passage.place), Style::Muted).join(marked(&passage.text, hit))
        }
        None => Text::styled("no wording on file", Style::Muted),
    }
}
