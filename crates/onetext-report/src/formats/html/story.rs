//! The paragraphs of a story: where the page marks them, else where most running words lie.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::blocks::{Block, Blocks};

/// Elements that are looked through in search of the story; more is no page of a newspaper.
const ELEMENTS_MAX: usize = 50_000;
/// A marked story has at least so many characters.
const MARKED_CHARS_MIN: usize = 40;
/// A block of which so much, in percent, stands in links leads elsewhere.
const LINKED_PERCENT_MIN: usize = 80;
/// Such blocks are short, in characters: a paragraph with a long quotation may be a link as a whole.
const LINKED_CHARS_MAX: usize = 200;
/// Blocks that only lead elsewhere or ask for something are no longer than this, in characters.
const ASIDE_CHARS_MAX: usize = 160;
/// How they begin. Each is so long that no sentence of a story is likely to begin like it.
const ASIDES: [&str; 21] = [
    "read more:",
    "read more about",
    "read also",
    "also read",
    "read next",
    "related:",
    "related stories",
    "related articles",
    "more on this story",
    "recommended for you",
    "sign up for",
    "sign up to",
    "subscribe to",
    "share this",
    "follow us",
    "click here",
    "copyright ©",
    "©",
    "listen to this article",
    "all rights reserved",
    "à lire aussi",
];
/// Words that are an aside where they stand alone.
const LABELS: [&str; 8] = [
    "advertisement",
    "read more",
    "related",
    "recommended",
    "subscribe",
    "share",
    "comments",
    "save article",
];

/// The story's words, and whether its place in the page was found. `title` does not stand among them.
pub(super) fn of(document: Document, title: &str) -> (String, bool) {
    let whole = Blocks::of(&document.root(), false);
    let everything = kept(whole.clone(), title);
    if let Some(marked) = marked(&document).map(|node| kept(Blocks::of(&node, false), title))
        && marked.chars() >= MARKED_CHARS_MIN
    {
        return (marked.joined(), true);
    }
    let found =
        readable(document).map(|content| kept(Blocks::of(&Document::from(content).root(), false), title));
    match found.filter(|found| found.chars() >= MARKED_CHARS_MIN) {
        Some(found) => (found.joined(), true),
        None if everything.0.is_empty() => (whole.joined(), false),
        None => (everything.joined(), false),
    }
}

/// Where the page itself says that the story stands. Of several articles, the one with most of the words.
fn marked(document: &Document) -> Option<NodeRef<'_>> {
    let root = document.root();
    let is_body =
        |node: &NodeRef<'_>| node.attr("itemprop").is_some_and(|said| said.to_lowercase() == "articlebody");
    let bodies: Vec<NodeRef<'_>> = root.descendants_it().filter(is_body).collect();
    if let [only] = bodies.as_slice() {
        return Some(*only);
    }
    let mut articles: Vec<(usize, NodeRef<'_>)> = root
        .descendants_it()
        .filter(|node| node.has_name("article"))
        .map(|node| (node.normalized_char_count(), node))
        .collect();
    articles.sort_by_key(|(chars, _)| std::cmp::Reverse(*chars));
    match articles.as_slice() {
        [] => None,
        [(_, only)] => Some(*only),
        [(first, node), rest @ ..] => {
            let others: usize = rest.iter().map(|(chars, _)| chars).sum();
            (*first > others).then_some(*node)
        }
    }
}

/// By weighing the elements: the method of Mozilla's reader view.
fn readable(document: Document) -> Option<String> {
    let settings = Config { max_elements_to_parse: ELEMENTS_MAX, disable_json_ld: true, ..Config::default() };
    let mut reader = Readability::with_document(document, None, Some(settings)).ok()?;
    reader.parse().ok().map(|article| article.content.to_string())
}

/// Without the headline and what leads elsewhere.
fn kept(blocks: Blocks, title: &str) -> Blocks {
    Blocks(blocks.0.into_iter().filter(|block| is_story(block, title)).collect())
}

fn is_story(block: &Block, title: &str) -> bool {
    let chars = block.words.chars().count();
    let is_link = block.linked_chars * 100 >= chars * LINKED_PERCENT_MIN && chars <= LINKED_CHARS_MAX;
    let lower = block.words.to_lowercase();
    let is_aside = chars <= ASIDE_CHARS_MAX && ASIDES.iter().any(|start| lower.starts_with(start));
    let is_label = LABELS.contains(&lower.as_str());
    let is_title = !title.is_empty() && lower == title.to_lowercase();
    let is_sign = !block.words.chars().any(char::is_alphanumeric);
    let is_repeated_heading = block.is_heading && title.to_lowercase().starts_with(&lower);
    !(is_link || is_aside || is_label || is_title || is_sign || is_repeated_heading)
}
