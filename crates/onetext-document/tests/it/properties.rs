//! Any strings anywhere: no writer panics, no text becomes markup, nothing reaches the terminal that it would obey.

use onetext_document::{
    Align, BarRow, Bars, Block, Cell, Change, Chart, Column, Comment, Direction, Document, Edge, Item,
    Manuscript, Mark, Network, Node, Note, Paragraph, Parallel, ParallelLine, Pattern, Piece, Plane,
    PlaneMark, RangeRow, Ranges, Row, Scale, Section, Shape, Sort, Stage, Strip, Style, Table, Text,
    Timeline, TimelineMark, TimelineRow, html, json, markdown, svg, terminal,
};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

/// Every angle bracket in a generated text opens this element, which no writer makes.
const FOREIGN: &str = "<zz";

fn nasty() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        any::<String>(),
        Just("<script>".to_owned()),
        Just("\u{1b}[31m\u{202e}\u{9b}".to_owned()),
        Just("a|b\n\n# c\r\n`x` [^1]: ]]>".to_owned()),
        Just("العربية line of contact 谈判 👨‍👩‍👧".to_owned()),
        "[a-z ]{0,80}",
    ];
    pieces.prop_map(|words| words.replace('<', FOREIGN))
}

fn text() -> impl Strategy<Value = Text> {
    let style = prop::sample::select(vec![
        Style::Plain,
        Style::Strong,
        Style::Emphasis,
        Style::Quote,
        Style::Code,
        Style::Entry,
        Style::Muted,
        Style::Deleted,
        Style::Inserted,
    ]);
    prop::collection::vec((nasty(), style), 0..3).prop_map(|runs| {
        runs.into_iter().fold(Text::default(), |text, (words, style)| text.then(words, style))
    })
}

fn leaf() -> impl Strategy<Value = Block> {
    prop_oneof![
        text().prop_map(Block::Paragraph),
        (nasty(), prop::collection::vec(text(), 1..8), any::<[i64; 4]>()).prop_map(timeline),
        (nasty(), prop::collection::vec((nasty(), text(), any::<bool>()), 0..6)).prop_map(network),
        (nasty(), prop::collection::vec(text(), 1..5), prop::collection::vec(any::<usize>(), 0..6))
            .prop_map(bars),
        (nasty(), prop::collection::vec(text(), 1..4), any::<[i64; 4]>()).prop_map(plane),
        (nasty(), prop::collection::vec(text(), 1..4), prop::collection::vec(any::<i64>(), 0..5))
            .prop_map(parallel),
        (nasty(), prop::collection::vec(text(), 1..4), any::<[i64; 4]>()).prop_map(ranges),
        prop::collection::vec((nasty(), prop::collection::vec(change(), 0..3), any::<[u8; 2]>()), 0..6)
            .prop_map(|parts| manuscript(&parts)),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let sort = prop_oneof![
        Just(Sort::Inserted),
        Just(Sort::Deleted),
        nasty().prop_map(Sort::MovedHere),
        nasty().prop_map(Sort::MovedAway),
    ];
    (sort, nasty(), prop::option::of(nasty())).prop_map(|(sort, author, date)| Change { sort, author, date })
}

/// Pieces that name comments and notes which may not be there.
fn manuscript(parts: &[(String, Vec<Change>, [u8; 2])]) -> Block {
    let piece = |(words, changes, [comment, note]): &(String, Vec<Change>, [u8; 2])| Piece {
        words: words.clone(),
        style: Style::Plain,
        changes: changes.clone(),
        comments: vec![usize::from(*comment % 4)],
        note: Some(usize::from(*note % 4)),
    };
    let paragraph = |part: &(String, Vec<Change>, [u8; 2])| Paragraph {
        heading: (part.2[0] > 200).then_some(part.2[0]),
        indent: part.2[1],
        label: vec![piece(part)],
        pieces: parts.iter().map(piece).collect(),
        changes: part.1.clone(),
    };
    let comment = |(words, _, _): &(String, Vec<Change>, [u8; 2])| Comment {
        author: words.clone(),
        date: Some(words.clone()),
        words: words.clone(),
    };
    Block::Manuscript(Manuscript {
        paragraphs: parts.iter().map(paragraph).collect(),
        comments: parts.iter().map(comment).collect(),
        notes: parts.iter().take(2).map(|(words, _, _)| Note { words: words.clone() }).collect(),
    })
}

fn timeline((key, texts, [from, to, start, end]): (String, Vec<Text>, [i64; 4])) -> Block {
    let mark = |title: &Text| TimelineMark {
        from: start,
        to: end,
        title: title.clone(),
        shape: if start > end { Shape::Query } else { Shape::Diamond },
        state: key.clone(),
    };
    let row = |title: &Text| TimelineRow { title: title.clone(), marks: texts.iter().map(mark).collect() };
    Block::Chart(Chart::Timeline(Timeline {
        alternative: texts[0].clone(),
        from: (from, key.clone()),
        to: (to, key.clone()),
        today: Some(start),
        rows: texts.iter().take(2).map(row).collect(),
        key,
    }))
}

fn bars((key, texts, values): (String, Vec<Text>, Vec<usize>)) -> Block {
    let row = |title: &Text| BarRow { title: title.clone(), values: values.clone() };
    Block::Chart(Chart::Bars(Bars {
        alternative: texts[0].clone(),
        stages: texts.clone(),
        rows: texts.iter().take(2).map(row).collect(),
        key,
    }))
}

fn scale(key: &str, title: &Text) -> Scale {
    Scale { title: title.clone(), from: key.to_owned(), to: key.to_owned() }
}

fn plane((key, texts, [a, b, c, d]): (String, Vec<Text>, [i64; 4])) -> Block {
    let mark = |title: &Text| PlaneMark {
        at: (a, b),
        title: title.clone(),
        values: key.clone(),
        shape: Shape::Query,
    };
    Block::Chart(Chart::Plane(Plane {
        alternative: texts[0].clone(),
        across: scale(&key, &texts[0]),
        up: scale(&key, &texts[0]),
        corner: Some((c, d)),
        points: vec![(a, d), (b, c)],
        marks: texts.iter().map(mark).collect(),
        key,
    }))
}

/// Lines that may have more or fewer places than there are scales.
fn parallel((key, texts, places): (String, Vec<Text>, Vec<i64>)) -> Block {
    let line = |title: &Text| ParallelLine {
        title: title.clone(),
        places: places.clone(),
        values: texts.iter().map(|_| key.clone()).collect(),
    };
    Block::Chart(Chart::Parallel(Parallel {
        alternative: texts[0].clone(),
        scales: texts.iter().map(|title| scale(&key, title)).collect(),
        bars: places.iter().map(|place| Some(*place)).collect(),
        faint: vec![places.clone(); 2],
        lines: texts.iter().map(line).collect(),
        key,
    }))
}

fn ranges((key, texts, [a, b, c, d]): (String, Vec<Text>, [i64; 4])) -> Block {
    let row =
        |title: &Text| RangeRow { title: title.clone(), spans: vec![(a, b), (c, d)], words: title.clone() };
    Block::Chart(Chart::Ranges(Ranges {
        alternative: texts[0].clone(),
        scale: scale(&key, &texts[0]),
        rows: texts.iter().map(row).collect(),
        shared: Some((b, c)),
        ticks: texts.iter().map(|title| (d, title.clone())).collect(),
        key,
    }))
}

fn network((key, parties): (String, Vec<(String, Text, bool)>)) -> Block {
    let node = |(key, title, inside): &(String, Text, bool)| Node {
        key: key.clone(),
        title: title.clone(),
        lines: vec![title.clone()],
        inside: *inside,
    };
    let edge = |(from, title, dashed): &(String, Text, bool)| Edge {
        from: from.clone(),
        to: parties[0].0.clone(),
        title: title.clone(),
        dashed: *dashed,
    };
    Block::Chart(Chart::Network(Network {
        alternative: Text::plain(key.clone()),
        middle: Text::plain(key.clone()),
        nodes: parties.iter().map(node).collect(),
        edges: parties.iter().map(edge).collect(),
        key,
    }))
}

fn block() -> impl Strategy<Value = Block> {
    leaf().prop_recursive(3, 12, 3, |inner| {
        let opens = prop::collection::vec(inner, 0..3);
        prop_oneof![
            (nasty(), text(), opens.clone()).prop_map(|(key, title, blocks)| Block::Section(Section {
                key,
                title,
                blocks
            })),
            (nasty(), text(), opens.clone()).prop_map(|(key, text, opens)| Block::List(vec![Item {
                key,
                text,
                opens
            }])),
            (nasty(), text(), opens.clone()).prop_map(|(key, text, blocks)| {
                Block::SideBySide(vec![Section { key, title: text, blocks }; 2])
            }),
            (nasty(), text(), opens.clone(), any::<[usize; 2]>(), any::<bool>()).prop_map(strip),
            (prop::collection::vec((nasty(), text(), any::<bool>()), 1..10), opens).prop_map(table),
        ]
    })
}

fn strip((key, text, opens, after, branch): (String, Text, Vec<Block>, [usize; 2], bool)) -> Block {
    let stage = |index: usize| Stage {
        key: key.clone(),
        head: text.clone(),
        title: text.clone(),
        lines: vec![text.clone()],
        after: vec![after[index] % 3],
        branch: branch ^ (index == 0),
        opens: opens.clone(),
    };
    Block::Strip(Strip { key: key.clone(), stages: vec![stage(0), stage(1)] })
}

fn table((columns, opens): (Vec<(String, Text, bool)>, Vec<Block>)) -> Block {
    let column = |(key, title, heavy): &(String, Text, bool)| Column {
        align: if *heavy { Align::End } else { Align::Centre },
        heavy: *heavy,
        heading: key.len() % 2 == 0,
        ..Column::new(key.clone(), title.clone(), u16::try_from(key.len()).unwrap_or(1))
    };
    let mark = |(key, _, stale): &(String, Text, bool)| Mark {
        letter: key.clone(),
        name: key.clone(),
        pattern: Pattern::Grid,
        stale: *stale,
    };
    let cell = |part: &(String, Text, bool)| Cell {
        mark: Some(mark(part)).filter(|_| part.2),
        text: part.1.clone(),
        opens: opens.clone(),
    };
    // One cell too few: a writer must not rely on what the types cannot say.
    let row = Row { key: columns[0].0.clone(), cells: columns.iter().skip(1).map(cell).collect() };
    Block::Table(Table {
        key: columns[0].0.clone(),
        caption: columns[0].1.clone(),
        columns: columns.iter().map(column).collect(),
        rows: vec![row; 2],
        legend: columns[0].1.clone(),
    })
}

fn document() -> impl Strategy<Value = Document> {
    (text(), nasty(), any::<[bool; 2]>(), prop::collection::vec(block(), 0..4)).prop_map(
        |(title, language, [one_sheet, mirrored], blocks)| Document {
            language,
            sheets: one_sheet.then_some(1),
            direction: if mirrored { Direction::RightToLeft } else { Direction::LeftToRight },
            notices: vec![title.clone()],
            foot: vec![title.clone()],
            blocks,
            ..Document::new("status", title)
        },
    )
}

/// Documents of one block: setting one takes long.
#[cfg(feature = "pdf")]
fn small() -> impl Strategy<Value = Document> {
    document().prop_map(|mut document| {
        document.blocks.truncate(1);
        document
    })
}

/// The grid of the terminal is held by the left-to-right mark; every other control must be gone.
fn is_obeyed(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{61c}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn charts(blocks: &[Block]) -> Vec<&Chart> {
    let charts =
        blocks.iter().filter_map(|block| if let Block::Chart(chart) = block { Some(chart) } else { None });
    charts.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_can_be_written(document in document(), width in 0_usize..200) {
        let printed = terminal::write(&document, width);
        prop_assert!(!printed.contains(is_obeyed), "{printed:?}");
        for line in printed.lines() {
            prop_assert!(UnicodeWidthStr::width(line) <= width.max(terminal::WIDTH_MIN), "{line:?}");
        }
        let page = html::write(&document);
        prop_assert!(!page.contains(FOREIGN), "{page}");
        let pictures: String = charts(&document.blocks).into_iter().map(svg::write).collect();
        prop_assert!(!pictures.contains(FOREIGN), "{pictures}");
        let plain = markdown::write(&document);
        prop_assert!(!plain.contains(FOREIGN), "{plain}");
        let value: Result<serde_json::Value, _> = serde_json::from_str(&json::write(&document));
        prop_assert!(value.is_ok());
        #[cfg(feature = "docx")]
        for (part, content) in onetext_document::docx::parts(&document, &onetext_document::Properties::default()) {
            prop_assert!(!content.contains(FOREIGN), "{part}: {content}");
            prop_assert!(crate::word_files::is_well_formed(&content), "{part}: {content}");
        }
        #[cfg(feature = "xlsx")]
        for block in &document.blocks {
            if let Block::Table(table) = block {
                let written = onetext_document::xlsx::write(&[table], &onetext_document::xlsx::Properties::default());
                prop_assert!(written.is_ok(), "{written:?}");
            }
        }
    }

    #[test]
    #[cfg(feature = "pdf")]
    fn any_document_can_be_set(document in small()) {
        let written = onetext_document::pdf::write(&document, &onetext_document::Properties::default());
        prop_assert!(written.is_ok(), "{:?}", written.err());
    }

    #[test]
    fn any_key_can_be_asked_for(document in document(), key in nasty()) {
        if let Some(printed) = terminal::write_opened(&document, &key, 80) {
            prop_assert!(!printed.contains(is_obeyed), "{printed:?}");
        }
    }
}
