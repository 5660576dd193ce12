//! Text: runs of characters with a style, and the direction in which they are read.

use crate::characters;

/// How a run is set. A style never carries a meaning that its words do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Style {
    /// As the surrounding text.
    #[default]
    Plain,
    /// Heavier.
    Strong,
    /// Slanted.
    Emphasis,
    /// Somebody's own words; writers put quotation marks around it.
    Quote,
    /// A thing to type: a command, an id, a file name.
    Code,
    /// The name of an entry that stands behind the words: its label or id. Set as [`Style::Code`]; a page that
    /// brings its own frame may make it a link ([`html::fragment_linked`](crate::html::fragment_linked)).
    Entry,
    /// Of lesser weight: dates, sources.
    Muted,
    /// Struck out.
    Deleted,
    /// Newly put in.
    Inserted,
    /// Words that a table beside them refers to by a letter, which follows them in brackets. The number picks one of
    /// [`SPAN_TONES`] backgrounds, so that neighbours can be told apart; it means nothing by itself.
    Span(u8),
}

/// Backgrounds of [`Style::Span`]; numbers beyond begin again.
pub const SPAN_TONES: u8 = 6;

/// The direction of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Direction {
    /// Latin, Cyrillic, Greek, Han ...
    #[default]
    LeftToRight,
    /// Arabic, Hebrew ...
    RightToLeft,
}

impl Direction {
    /// The direction in which most of the letters are read.
    ///
    /// ```
    /// use onetext_document::Direction;
    /// assert_eq!(Direction::of(["المادة ٤", "(toll)"]), Direction::RightToLeft);
    /// assert_eq!(Direction::of(["28."]), Direction::LeftToRight);
    /// ```
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let (mut leftward, mut all) = (0_usize, 0_usize);
        for letter in words.into_iter().flat_map(str::chars).filter(|letter| letter.is_alphabetic()) {
            all += 1;
            leftward += usize::from(characters::is_right_to_left(letter));
        }
        if leftward * 2 > all { Direction::RightToLeft } else { Direction::LeftToRight }
    }
}

/// A stretch of text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The characters, exactly as given.
    pub words: String,
    /// How they are set.
    pub style: Style,
    /// The id of the entry that words in the style [`Style::Entry`] name; without one, the words are the id.
    pub entry: Option<String>,
}

/// A line or paragraph of runs.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Run>);

impl Text {
    /// Text in the plain style.
    pub fn plain(words: impl Into<String>) -> Self {
        Text::styled(words, Style::Plain)
    }

    /// Text in one style.
    pub fn styled(words: impl Into<String>, style: Style) -> Self {
        let words = words.into();
        if words.is_empty() { Text::default() } else { Text(vec![Run { words, style, entry: None }]) }
    }

    /// The name by which a page calls an entry, and the entry's id.
    pub fn entry(words: impl Into<String>, id: impl Into<String>) -> Self {
        Text(vec![Run { words: words.into(), style: Style::Entry, entry: Some(id.into()) }])
    }

    /// This text followed by `words` in `style`.
    #[must_use]
    pub fn then(mut self, words: impl Into<String>, style: Style) -> Self {
        self.0.extend(Text::styled(words, style).0);
        self
    }

    /// This text followed by `more`.
    #[must_use]
    pub fn join(mut self, more: Text) -> Self {
        self.0.extend(more.0);
        self
    }

    /// Nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The characters alone, quotations in quotation marks.
    pub fn to_words(&self) -> String {
        self.0
            .iter()
            .map(|run| match run.style {
                Style::Quote => format!("“{}”", run.words),
                _ => run.words.clone(),
            })
            .collect()
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Text::plain(words)
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Text::plain(words)
    }
}
