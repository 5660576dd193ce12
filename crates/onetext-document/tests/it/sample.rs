//! Sample documents: a state of play on one sheet, the same in Arabic, and a comparison on its side.

use onetext_document::{
    Align, Block, Cell, Chart, Column, Direction, Document, Edge, Item, Mark, Network, Node, Page, Pattern,
    Row, Section, Shape, Stage, Strip, Style, Table, Text, Timeline, TimelineMark, TimelineRow,
};

#[cfg(any(feature = "docx", feature = "pdf"))]
use crate::manuscripts;

/// The first day of the samples' timeline: 2025-11-20.
const FIRST_DAY: i64 = 20_412;

/// A dense state of play that must fit one sheet.
pub(crate) fn state_of_play() -> Document {
    Document {
        sheets: Some(1),
        notices: vec![
            "All points provisional: nothing is agreed until everything is agreed.".into(),
            "Invented example. As known on 2025-12-08.".into(),
        ],
        foot: vec!["Main text, draft 20 · 3f9a1c · copy 1 · without prejudice".into()],
        ..Document::new("status", "Where the talks stand")
    }
    .with(Block::Strip(strip()))
    .with(Block::Section(Section::new("sticking", "Sticking points", vec![Block::Table(sticking())])))
    .with(list(
        "contacts",
        "Last contacts",
        ["Moscow, 2 December, five hours, in person", "Miami, 4 to 6 December, three days"],
    ))
    .with(list(
        "asks",
        "Asks without an answer",
        ["Of B: a line of contact as of signature", "Of A: limits on peacetime strength"],
    ))
    .with(list(
        "promises",
        "Promises outstanding",
        ["Annex on verification by Friday", "Names for the monitoring board"],
    ))
    .with(list(
        "next",
        "What is next",
        ["Monday, London: brief the absent principals", "Wednesday: call with both envoys"],
    ))
    .with(list(
        "unsure",
        "What is not certain",
        ["Outlets quote unnamed sources on 20 points", "Two accounts of the Saturday call differ"],
    ))
}

fn list<const COUNT: usize>(key: &str, title: &str, lines: [&str; COUNT]) -> Block {
    let mut items: Vec<Item> = lines.into_iter().map(Item::new).collect();
    items[0].key = format!("{key}-1");
    items[0].opens =
        vec![Block::Paragraph(Text::plain("Told by the envoy: ").then("it took five hours", Style::Quote))];
    Block::Section(Section::new(key, title, vec![Block::List(items)]))
}

pub(crate) fn strip() -> Strip {
    let stage = |key: &str, head: &str, title: &str, lines: [&str; 2], after: Vec<usize>| Stage {
        key: key.into(),
        head: head.into(),
        title: title.into(),
        lines: lines.map(Text::from).to_vec(),
        after,
        branch: false,
        opens: vec![],
    };
    Strip {
        key: "drafts".into(),
        stages: vec![
            Stage {
                opens: vec![Block::Paragraph("Drafted without one of the sides.".into())],
                ..stage("d28", "28", "First plan", ["2025-11-20", "28 new points"], vec![])
            },
            stage("d19", "19", "Geneva", ["2025-11-23", "9 dropped, 4 reworded"], vec![0]),
            Stage {
                branch: true,
                ..stage("e28", "28", "European counter-text", ["2025-11-23", "28 reworded"], vec![0])
            },
            stage("d20", "20", "Florida", ["2025-11-30", "1 split"], vec![1]),
        ],
    }
}

pub(crate) fn mark(letter: &str, name: &str, pattern: Pattern, stale: bool) -> Mark {
    Mark { letter: letter.into(), name: name.into(), pattern, stale }
}

/// Four rows and six columns of sentences.
pub(crate) fn sticking() -> Table {
    let marks = [
        Some(mark("A", "accept", Pattern::Blank, false)),
        Some(mark("C", "accept with condition", Pattern::Dots, true)),
        Some(mark("P", "reserved", Pattern::Lines, false)),
        Some(mark("R", "reject", Pattern::Grid, true)),
        Some(mark("X", "red line", Pattern::Solid, false)),
        Some(mark("·", "silent", Pattern::Outline, false)),
    ];
    let issues = ["Territory", "Size of the army", "Guarantees", "Frozen assets"];
    let sentences = [
        "The line of contact is where negotiations on territory begin.",
        "No recognition in law; a freeze may be described as a fact.",
        "",
        "Full withdrawal from the two regions before anything else is signed.",
        "800,000 in peacetime, verified by the monitoring board every quarter.",
    ];
    let rows = issues.iter().enumerate().map(|(index, issue)| Row {
        key: format!("issue-{index}"),
        cells: std::iter::once(Cell::new(*issue))
            .chain((0..5).map(|column| Cell {
                mark: if column == 4 { None } else { marks[(index + column) % 6].clone() },
                text: sentences[(index + column) % 5].into(),
                opens: opened(column),
            }))
            .collect(),
    });
    let mut columns = vec![Column::new("issue", "Issue", 2).heading()];
    columns.extend(
        ["Draft 28", "Side A", "Side B", "Guarantors"]
            .map(|title| Column::new(title.to_lowercase().replace(' ', "-"), title, 3)),
    );
    columns.push(Column { heavy: true, ..Column::new("chair", "Chair's compromise", 4) });
    Table {
        key: "positions".into(),
        caption: "What each side holds on the open points".into(),
        columns,
        rows: rows.collect(),
        legend: "A accept · C condition · P reserved · R reject · X red line".into(),
    }
}

fn opened(column: usize) -> Vec<Block> {
    if column == 1 {
        vec![Block::List(vec![Item::new(
            Text::styled("We cannot sign away land", Style::Quote)
                .then(" — spokesman, 2025-12-01", Style::Muted),
        )])]
    } else {
        vec![]
    }
}

/// Charts, two accounts, styles: everything that is not in the state of play.
pub(crate) fn survey() -> Document {
    Document {
        page: Page::Landscape,
        notices: vec!["Invented example.".into()],
        foot: vec!["without prejudice".into()],
        ..Document::new("survey", "Who ties whom")
    }
    .with(Block::Paragraph(
        Text::plain("Type ")
            .then("onetext status", Style::Code)
            .then(" for more; ", Style::Plain)
            .then("old", Style::Deleted)
            .then(" ", Style::Plain)
            .then("new", Style::Inserted)
            .then(", strong", Style::Strong)
            .then(", soft", Style::Emphasis)
            .then(" & <small>.", Style::Plain),
    ))
    .with(Block::Section(Section::new(
        "network",
        "Around the table",
        vec![Block::Chart(Chart::Network(network()))],
    )))
    .with(Block::Section(Section::new("time", "Contacts", vec![Block::Chart(Chart::Timeline(timeline()))])))
    .with(Block::SideBySide(vec![
        Section::new(
            "ours",
            "Our account",
            vec![Block::Paragraph("Both sides spoke of a freeze along the line of contact.".into())],
        ),
        Section::new(
            "theirs",
            "Their account",
            vec![Block::Paragraph("A freeze was mentioned by the mediator alone.".into())],
        ),
    ]))
    .with(Block::Table(numbers()))
}

/// A table of numbers with more columns than a terminal has room for.
fn numbers() -> Table {
    let mut columns = vec![Column::new("issue", "Issue", 2).heading()];
    columns.extend((1..=9).map(|index| Column {
        align: Align::End,
        ..Column::new(format!("p{index}"), format!("Party number {index}"), 1)
    }));
    let row = |name: &str, base: i64| Row {
        key: name.to_lowercase(),
        cells: std::iter::once(Cell::new(name))
            .chain((1..=9).map(|index| Cell::new(format!("{} thousand", base * index))))
            .collect(),
    };
    Table {
        key: "numbers".into(),
        caption: "Caps that were named".into(),
        columns,
        rows: vec![row("Army", 100), row("Observers", 7)],
        legend: Text::default(),
    }
}

pub(crate) fn network() -> Network {
    let node = |key: &str, inside: bool| Node { key: key.into(), title: key.into(), lines: vec![], inside };
    let edge = |from: &str, to: &str, title: &str, dashed: bool| Edge {
        from: from.into(),
        to: to.into(),
        title: title.into(),
        dashed,
    };
    Network {
        key: "parties".into(),
        alternative: "Three at the table, five beside it; commercial ties run outside the talks.".into(),
        middle: "28-point plan".into(),
        nodes: vec![
            Node { lines: vec!["mediating, drafting, benefiting".into()], ..node("United States", true) },
            Node { lines: vec!["negotiating".into()], ..node("Russian Federation", true) },
            Node { lines: vec!["negotiating".into()], ..node("Ukraine", true) },
            node("European Union", false),
            node("United Kingdom", false),
            node("Poland", false),
            node("Türkiye", false),
            node("Qatar", false),
        ],
        edges: vec![
            edge("United States", "Ukraine", "minerals agreement", true),
            edge("United States", "Russian Federation", "investment talks", true),
            edge("Ukraine", "European Union", "accession", false),
            edge("European Union", "Russian Federation", "frozen assets", false),
            edge("United Kingdom", "Ukraine", "guarantees", false),
            edge("Russian Federation", "Ukraine", "prisoners", false),
        ],
    }
}

pub(crate) fn timeline() -> Timeline {
    let mark = |from: i64, days: i64, title: &str, hollow: bool| TimelineMark {
        from: FIRST_DAY + from,
        to: FIRST_DAY + from + days,
        title: title.into(),
        shape: if hollow { Shape::Ring } else { Shape::Disc },
        state: if hollow { "planned".into() } else { String::new() },
    };
    let row = |title: &str, marks: Vec<TimelineMark>| TimelineRow { title: title.into(), marks };
    Timeline {
        key: "contacts".into(),
        alternative: "Contacts by track from 20 November to 20 December 2025.".into(),
        from: (FIRST_DAY, "2025-11-20".into()),
        to: (FIRST_DAY + 30, "2025-12-20".into()),
        today: Some(FIRST_DAY + 18),
        rows: vec![
            row(
                "Envoys with Side B",
                vec![mark(12, 0, "Moscow, five hours", false), mark(26, 0, "Moscow again", true)],
            ),
            row(
                "Envoys with Side A",
                vec![
                    mark(3, 0, "Geneva", false),
                    mark(10, 0, "Florida", false),
                    mark(14, 2, "Miami, three days", false),
                    mark(16, 0, "two-hour call with the president", false),
                    mark(18, 0, "London: principals briefed", true),
                ],
            ),
            row(
                "Drafts",
                vec![
                    mark(0, 0, "28 points", false),
                    mark(3, 0, "19 points", false),
                    mark(10, 0, "20 points", true),
                ],
            ),
        ],
    }
}

/// A right-to-left document with Latin words inside.
pub(crate) fn arabic() -> Document {
    let mut table = sticking();
    table.caption = "مواقف الأطراف من النقاط المفتوحة".into();
    table.legend = "A قبول · X خط أحمر".into();
    for (column, title) in table.columns.iter_mut().zip([
        "المسألة",
        "المسودة 28",
        "الطرف أ",
        "الطرف ب",
        "الضامنون",
        "حل الرئاسة",
    ]) {
        column.title = title.into();
    }
    for (row, issue) in table.rows.iter_mut().zip(["الأراضي", "حجم الجيش", "الضمانات", "الأصول المجمدة"])
    {
        row.cells[0].text = issue.into();
        row.cells[1].text = "يبدأ التفاوض من خط التماس (line of contact) يوم 2025-12-01.".into();
        row.cells[5].text = "٨٠٠ ألف جندي في زمن السلم.".into();
    }
    Document {
        language: "ar".into(),
        direction: Direction::RightToLeft,
        notices: vec!["جميع النقاط مؤقتة: لا اتفاق على شيء قبل الاتفاق على كل شيء.".into()],
        foot: vec!["المسودة 20 · دون المساس بالحقوق".into()],
        ..Document::new("status", "أين وصلت المحادثات")
    }
    .with(Block::Strip(strip()))
    .with(Block::Section(Section::new("sticking", "نقاط الخلاف", vec![Block::Table(table)])))
    .with(Block::Section(Section::new(
        "next",
        "ما التالي",
        vec![Block::List(vec![
            Item {
                key: "n".into(),
                text: "إحاطة في London يوم الاثنين.".into(),
                opens: vec![Block::Paragraph("المصدر: تقرير.".into())],
            },
            Item::new("مكالمة مع المبعوثين."),
        ])],
    )))
    .with(Block::Chart(Chart::Timeline(timeline())))
}

/// Twenty parties with long names: as many as a picture must carry.
pub(crate) fn crowd() -> Document {
    let node = |index: usize| Node {
        key: index.to_string(),
        title: format!("Delegation of State {index}").into(),
        lines: if index.is_multiple_of(3) { vec!["guaranteeing, affected".into()] } else { vec![] },
        inside: index < 8,
    };
    let edge = |index: usize| Edge {
        from: (index % 8).to_string(),
        to: ((index * 7 + 3) % 20).to_string(),
        title: format!("agreement on {}", ["grain", "gas transit", "prisoners", "air defence"][index % 4])
            .into(),
        dashed: index.is_multiple_of(3),
    };
    let network =
        Network { nodes: (0..20).map(node).collect(), edges: (0..14).map(edge).collect(), ..network() };
    Document { page: Page::Landscape, ..Document::new("crowd", "Everybody") }
        .with(Block::Chart(Chart::Network(network)))
}

/// Every sample, those with tracked changes too.
#[cfg(any(feature = "docx", feature = "pdf"))]
pub(crate) fn documents() -> Vec<Document> {
    vec![state_of_play(), survey(), arabic(), crowd(), manuscripts::latin(), manuscripts::arabic()]
}
