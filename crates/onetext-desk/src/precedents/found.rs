//! What earlier agreements say: the hits of a search with the words that match, where they stand, and why they were found.
//! Nothing here says that a wording should be copied.

use onetext_document::{Block, Cell, Document, Page, Row, Section, Style, Text};
use onetext_text::precedents::{Agreement, Hit, Hits, Library, Mark, Query, Why};

use crate::blocks::{paragraph, table};
use crate::words::{capital, count};

pub(super) const LICENCE: &str = "Wordings of other talks, as their source has them; found is not recommended. The source's licence holds: PA-X is \
    CC BY-NC-SA 4.0.";

/// The page of a search.
pub fn compose(library: &Library, query: &Query, found: &Hits) -> Document {
    let mut document = Document::new("precedents", Text::plain(format!("Precedents: {}", query.written)));
    document.page = Page::Landscape;
    document.notices.push(Text::plain(LICENCE));
    document.blocks.push(paragraph(summary(library, found)));
    let rows: Vec<Row> = found.hits.iter().enumerate().map(|(place, hit)| row(library, place, hit)).collect();
    if !rows.is_empty() {
        let headings =
            [("Agreement", 5), ("Day", 2), ("Where", 3), ("Wording", 12), ("Why", 5), ("Source", 3)];
        let block = table("hits", "Found", &headings, rows);
        document.blocks.push(Block::Section(Section::new("hits", "Found", vec![block])));
    }
    document
}

pub(super) fn summary(library: &Library, found: &Hits) -> String {
    let whole = if found.is_whole { "" } else { " The search ended before everything was looked at." };
    let unknown = match found.unknown {
        0 => String::new(),
        number => format!(
            " Left out because the stage, day, status or country is not told: {}.",
            count(number, "agreement")
        ),
    };
    format!(
        "{} of {} answer in whole or in part; {} shown.{unknown}{whole}",
        count(found.agreements, "agreement"),
        library.agreements().len(),
        found.hits.len()
    )
}

fn row(library: &Library, place: usize, hit: &Hit) -> Row {
    let agreement = library.agreements().get(hit.agreement);
    let passage = hit.passage.and_then(|passage| library.passages().get(passage));
    let title = agreement.map_or("", |agreement| agreement.title.as_str());
    let wording = passage.map_or_else(
        || Text::styled("no wording on file", Style::Muted),
        |passage| marked(&passage.text, hit),
    );
    let more =
        if hit.more == 0 { String::new() } else { format!("; {} more here", count(hit.more, "passage")) };
    Row {
        key: format!("hit-{}", place + 1),
        cells: vec![
            Cell::new(
                Text::styled(title, Style::Strong)
                    .then(agreement.map_or_else(String::new, about), Style::Muted),
            ),
            Cell::new(agreement.map_or_else(String::new, day)),
            Cell::new(format!("{}{more}", passage.map_or("", |passage| passage.place.as_str()))),
            Cell::new(wording),
            Cell::new(why(hit)),
            Cell::new(source(library, hit)),
        ],
    }
}

/// " (Upland; comprehensive)"
pub(super) fn about(agreement: &Agreement) -> String {
    let stage = agreement.stage.map_or_else(String::new, |stage| stage.said().to_owned());
    let parts: Vec<String> =
        [agreement.countries.clone(), stage].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) }
}

/// The day of an agreement, where it is told.
pub(super) fn day(agreement: &Agreement) -> String {
    agreement.day.map_or_else(String::new, |day| day.to_string())
}

/// Which file, and which line of it.
pub(super) fn source(library: &Library, hit: &Hit) -> String {
    let passage = hit.passage.and_then(|passage| library.passages().get(passage));
    let agreement = library.agreements().get(hit.agreement);
    let source = passage.map(|passage| &passage.source).or_else(|| agreement?.sources.first());
    source.map_or_else(String::new, |source| match source.line {
        0 => source.file.clone(),
        line => format!("{}, line {line}", source.file),
    })
}

/// Why it was found, notion by notion.
pub(super) fn why(hit: &Hit) -> String {
    hit.why.iter().map(|(notion, why)| said(notion, why)).collect::<Vec<_>>().join("; ")
}

/// The wording with the words that match in strong letters.
pub(super) fn marked(text: &str, hit: &Hit) -> Text {
    strong(text, &hit.marks)
}

/// A text with these pieces of it in strong letters.
pub(super) fn strong(text: &str, marks: &[Mark]) -> Text {
    let mut out = Text::default();
    let mut place = 0;
    for mark in marks {
        let (Some(before), Some(words)) = (text.get(place..mark.start), text.get(mark.start..mark.end))
        else {
            continue;
        };
        out = out.then(before, Style::Plain).then(words, Style::Strong);
        place = mark.end;
    }
    out.then(text.get(place..).unwrap_or(""), Style::Plain)
}

fn said(notion: &str, why: &Why) -> String {
    let how = match why {
        Why::Words(words) => format!("“{}”", words.join("”, “")),
        Why::Beside(place) => format!("beside, in {place}"),
        Why::Elsewhere(place) => format!("elsewhere, in {place}"),
        Why::Title => "in the title".to_owned(),
        Why::Topic(topic, _) => format!("marked in the table: {topic}"),
        Why::Nowhere => "not found".to_owned(),
    };
    format!("{}: {how}", capital(notion))
}
