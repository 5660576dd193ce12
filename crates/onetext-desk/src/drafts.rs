//! Drafts: which provision of one became which of the next, the redline, and what is still in brackets.

use onetext_document::{Block, Cell, Document, Page, Row, Style, Text};
use onetext_text::brackets::{self as text, openness};
use onetext_text::draft::{Draft, Provision};
use onetext_text::lineage::{Edge, Level, Lineage, Status};
use onetext_text::redline::{Piece, Redline};

use crate::blocks::{paragraph, table};
use crate::words::list;

/// So many words of a provision stand beside its label, to know it by.
const KNOWN_BY_WORDS: usize = 12;

/// A draft and what it is called.
#[derive(Clone, Copy, Debug)]
pub struct Named<'d> {
    /// What it is called: a file's name, a title.
    pub name: &'d str,
    /// The draft.
    pub draft: &'d Draft,
}

/// Which provisions of one draft became which of the next.
pub fn lineage(old: Named<'_>, new: Named<'_>, lineage: &Lineage, level: Level) -> Document {
    let mut document = Document::new("lineage", format!("From {} to {}", old.name, new.name));
    document.page = Page::Landscape;
    document.blocks.push(summary(&lineage.edges.iter().collect::<Vec<_>>()));
    let rows = lineage.edges.iter().enumerate().map(|(at, edge)| {
        let side = |side: Named<'_>, places: &[usize]| {
            Cell::new(
                places.iter().map(|place| known(side.draft, *place, level)).collect::<Vec<_>>().join("\n"),
            )
        };
        Row {
            key: format!("edge-{}", at + 1),
            cells: vec![
                Cell::new(edge.status.word()),
                side(old, &edge.old),
                side(new, &edge.new),
                Cell::new(if edge.score > 0.0 { format!("{:.2}", edge.score) } else { String::new() }),
            ],
        }
    });
    let headings = [("What happened", 2), ("Was", 7), ("Is", 7), ("Likeness", 1)];
    document.blocks.push(table("lineage", "Which provision became which", &headings, rows.collect()));
    document.blocks.push(paragraph(
        "Likeness is the share of the rarer words, pairs and triples of words that both have: a proposal of the program, \
         to be confirmed by a person.",
    ));
    document
}

/// What changed, word by word.
pub fn redline(old: Named<'_>, new: Named<'_>, redline: &Redline) -> Document {
    let mut document = Document::new("redline", format!("From {} to {}", old.name, new.name));
    document.page = Page::Landscape;
    let count = redline.count(old.draft, new.draft);
    document.blocks.push(summary(&redline.changes.iter().map(|change| &change.edge).collect::<Vec<_>>()));
    document.blocks.push(paragraph(format!(
        "{} words put in, {} taken out; what moved counts as both.",
        count.inserted, count.deleted
    )));
    let rows = redline.changes.iter().enumerate().map(|(at, change)| Row {
        key: format!("change-{}", at + 1),
        cells: vec![
            Cell::new(cited(new.draft, &change.edge.new)),
            Cell::new(cited(old.draft, &change.edge.old)),
            Cell::new(change.edge.status.word()),
            Cell::new(marked(&change.pieces)),
        ],
    });
    let headings = [("Is", 2), ("Was", 2), ("What happened", 2), ("Text", 16)];
    document.blocks.push(table(
        "redline",
        "What was put in and what was taken out",
        &headings,
        rows.collect(),
    ));
    document
}

/// What is still in brackets: over the drafts how much of it, then the brackets of the last one.
pub fn brackets(drafts: &[Named<'_>]) -> Document {
    let names: Vec<&str> = drafts.iter().map(|named| named.name).collect();
    let mut document = Document::new("brackets", format!("Brackets: {}", names.join(", ")));
    document.page = Page::Landscape;
    let rows = drafts.iter().enumerate().map(|(at, named)| {
        let open = openness(named.draft);
        let cell = |count: usize| Cell::new(count.to_string());
        let counts = [open.words, open.brackets, open.outermost, open.options].map(cell);
        let mut cells = vec![Cell::new(named.name)];
        cells.extend(counts);
        Row { key: format!("draft-{}", at + 1), cells }
    });
    let headings = [("Draft", 6), ("Words", 2), ("Brackets", 2), ("Outermost", 2), ("Options", 2)];
    document.blocks.push(table("burn-down", "How much is open", &headings, rows.collect()));
    let Some(last) = drafts.last() else { return document };
    let found = text::brackets(last.draft);
    let spot = |(place, _): text::Spot| citation(last.draft, place);
    let broken = [("opened and never closed", &found.unclosed), ("closed and never opened", &found.unopened)];
    for (what, spots) in broken.iter().filter(|(_, spots)| !spots.is_empty()) {
        let places: Vec<String> = spots.iter().map(|at| spot(*at)).collect();
        document.blocks.push(paragraph(format!("{} {what}: {}.", places.len(), places.join("; "))));
    }
    let rows = found.pairs.iter().enumerate().map(|(at, bracket)| Row {
        key: format!("bracket-{}", at + 1),
        cells: vec![
            Cell::new((at + 1).to_string()),
            Cell::new(spot(bracket.open)),
            Cell::new(text::words(last.draft, bracket)),
            Cell::new(bracket.alternatives.map_or_else(String::new, |row| format!("one of row {row}"))),
            Cell::new(bracket.owner.as_ref().map_or_else(String::new, owner_words)),
            Cell::new(if bracket.depth == 0 { String::new() } else { deep(bracket.depth) }),
        ],
    });
    let headings = [("No.", 1), ("Where", 4), ("Text", 10), ("Alternatives", 2), ("Whose", 3), ("Within", 2)];
    let caption = format!("The brackets of {}", last.name);
    document.blocks.push(table("register", &caption, &headings, rows.collect()));
    document
}

fn deep(depth: usize) -> String {
    if depth == 1 { "another".to_owned() } else { format!("{depth} others") }
}

fn owner_words(owner: &text::Owner) -> String {
    let stance = match owner.stance {
        text::Stance::Proposes => "proposed",
        text::Stance::Opposes => "opposed",
        text::Stance::Reserves => "reserved",
    };
    format!("{stance} by {}", list(&owner.parties))
}

/// How many provisions met with what.
pub(crate) fn summary(edges: &[&Edge]) -> Block {
    let all = [
        Status::Unchanged,
        Status::Reworded,
        Status::Merged,
        Status::Split,
        Status::Moved,
        Status::Dropped,
        Status::New,
    ];
    let counted = all.iter().filter_map(|status| {
        let count = edges.iter().filter(|edge| edge.status == *status).count();
        (count > 0).then(|| format!("{count} {}", status.word()))
    });
    paragraph(format!("{}.", counted.collect::<Vec<_>>().join(", ")))
}

/// How a provision is cited: "Article 2bis, Option 1, 2.".
pub fn citation(draft: &Draft, place: usize) -> String {
    let mut labels = Vec::new();
    let mut at = Some(place);
    while let Some(place) = at {
        let provision = &draft.provisions[place];
        labels.push(label(provision));
        at = provision.parent;
    }
    labels.reverse();
    labels.retain(|label| !label.is_empty());
    labels.join(", ")
}

/// A label, or a heading where there is no label, or which of the paragraphs without a number it is.
fn label(provision: &Provision) -> String {
    let written = provision.label.written.trim_matches(['[', ']']).trim_end_matches(['.', ':']);
    match (written, provision.heading.as_str()) {
        ("", "") => {
            let number = provision.key.rsplit(['t', 'b', 'h']).next().unwrap_or_default();
            format!("¶ {number}")
        }
        ("", heading) => heading.to_owned(),
        (written, _) => written.to_owned(),
    }
}

fn cited(draft: &Draft, places: &[usize]) -> String {
    places.iter().map(|place| citation(draft, *place)).collect::<Vec<_>>().join("\n")
}

/// A provision's citation and its first words.
fn known(draft: &Draft, place: usize, level: Level) -> String {
    let provision = &draft.provisions[place];
    let words = if level == Level::Article { &provision.heading } else { &provision.text };
    let mut first: Vec<&str> = words.split_whitespace().take(KNOWN_BY_WORDS + 1).collect();
    let is_cut = first.len() > KNOWN_BY_WORDS;
    first.truncate(KNOWN_BY_WORDS);
    let rest = if is_cut { " …" } else { "" };
    format!("{} {}{rest}", citation(draft, place), first.join(" ")).trim_end().to_owned()
}

/// A redline's pieces with their styles.
fn marked(pieces: &[Piece]) -> Text {
    pieces.iter().fold(Text::default(), |text, piece| match piece {
        Piece::Kept(words) => text.then(words.clone(), Style::Plain),
        Piece::Deleted(words) => text.then(words.clone(), Style::Deleted),
        Piece::Inserted(words) => text.then(words.clone(), Style::Inserted),
    })
}
