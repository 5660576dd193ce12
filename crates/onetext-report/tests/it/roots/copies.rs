//! What outlets do to a text that they take over, done by rule.

/// A way in which a copy differs from its original.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// Word for word.
    None,
    /// The last paragraphs are cut.
    Cut,
    /// The paragraphs change places.
    Reordered,
    /// Another first line, and the agency named.
    Attributed,
    /// Every ninth word is another one.
    Edited,
    /// A sentence here and there is left out.
    Thinned,
    /// Paragraphs of the outlet's own are put behind it.
    Widened,
    /// Other quotation marks, dashes and spaces.
    Reset,
    /// Cut, edited and attributed.
    Several,
    /// The first half alone.
    Half,
}

impl Change {
    pub const ALL: [Change; 10] = [
        Change::None,
        Change::Cut,
        Change::Reordered,
        Change::Attributed,
        Change::Edited,
        Change::Thinned,
        Change::Widened,
        Change::Reset,
        Change::Several,
        Change::Half,
    ];
}

/// Words that an editor puts for others.
const OTHERS: [&str; 8] = ["meanwhile", "several", "also", "reportedly", "new", "recent", "local", "further"];
/// What outlets put behind a text.
const BEHIND: [&str; 3] = [
    "Readers can follow the story on our page, where a map and a calendar of earlier rounds are kept.",
    "It is the fourth attempt in six years. Earlier ones ended when one side or the other changed its government.",
    "Our correspondent adds that shops in the town had closed early and that the evening passed without any incident.",
];

/// A copy of a text. The same `seed` makes the same copy.
pub fn copy(text: &str, change: Change, seed: usize) -> String {
    let mut paragraphs: Vec<String> = text.split("\n\n").map(str::to_owned).collect();
    match change {
        Change::None => {}
        Change::Cut => paragraphs.truncate(3),
        Change::Half => paragraphs.truncate(2),
        Change::Reordered => {
            let turn = 1 + seed % (paragraphs.len() - 1);
            paragraphs.rotate_left(turn);
        }
        Change::Attributed => {
            paragraphs[0] = format!("CAPITAL (Agency) - {}", paragraphs[0]);
            paragraphs.push("Reporting by our staff; editing by the night desk".to_owned());
        }
        Change::Edited => paragraphs.iter_mut().for_each(|words| *words = edited(words, 9, seed)),
        Change::Thinned => paragraphs.iter_mut().enumerate().for_each(|(at, words)| {
            if (at + seed).is_multiple_of(2) {
                *words = thinned(words);
            }
        }),
        Change::Widened => paragraphs.extend(BEHIND.iter().map(|words| (*words).to_owned())),
        Change::Reset => {
            return text
                .replace(['“', '”'], "\"")
                .replace("\n\n", "\n")
                .replace(", ", " – ")
                .replace("ing ", "ing  ");
        }
        Change::Several => {
            paragraphs.truncate(4);
            for words in &mut paragraphs {
                *words = edited(words, 9, seed);
            }
            paragraphs[0] = format!("From our news services: {}", paragraphs[0]);
        }
    }
    paragraphs.join("\n\n")
}

/// The words, with one word in `every` put for another.
pub fn edited(words: &str, every: usize, seed: usize) -> String {
    let other = |at: usize| OTHERS[(at + seed) % OTHERS.len()];
    let is_edited = |at: usize| (at + seed) % every == every - 1;
    let words = words.split(' ').enumerate().map(|(at, word)| if is_edited(at) { other(at) } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// Without its last sentence, where it has two.
fn thinned(words: &str) -> String {
    let end = words.trim_end_matches(['.', '”']).rfind(". ").map_or(words.len(), |at| at + 1);
    words[..end].to_owned()
}
