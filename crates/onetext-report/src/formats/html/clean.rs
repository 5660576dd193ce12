//! What is no part of a story is taken out of the page: navigation, banners, links to other stories, comments.

use dom_query::{Document, NodeRef};

/// Elements that never hold the story's words.
const NEVER: [&str; 16] = [
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "svg",
    "button",
    "select",
    "textarea",
    "object",
    "audio",
    "video",
    "canvas",
    "figure",
    "figcaption",
    "dialog",
];
/// Elements that seldom do: they stay where they hold most of the page's paragraphs.
const SELDOM: [&str; 4] = ["nav", "footer", "aside", "form"];
/// The same by the part that they say they play.
const ROLES: [&str; 8] =
    ["navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "alert"];
/// Words in the class or id of what readers add to a page: it goes, however long it is.
const COMMENTS: [&str; 3] = ["comments", "disqus", "respond"];
/// Words in the class or id of what the law adds to it.
const CONSENT: [&str; 6] = ["cookie", "cookies", "consent", "gdpr", "ccpa", "onetrust"];
/// Words in the class or id of what stands beside a story.
const BESIDE: [&str; 52] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "footer",
    "sidebar",
    "toolbar",
    "newsletter",
    "subscribe",
    "subscription",
    "signup",
    "login",
    "paywall",
    "promo",
    "promos",
    "promotion",
    "advert",
    "adverts",
    "advertisement",
    "ad",
    "ads",
    "adslot",
    "sponsor",
    "sponsored",
    "related",
    "recommended",
    "recommendation",
    "recommendations",
    "recirc",
    "trending",
    "popular",
    "mostread",
    "readmore",
    "morefrom",
    "share",
    "sharing",
    "sharebar",
    "social",
    "socials",
    "outbrain",
    "taboola",
    "modal",
    "popup",
    "overlay",
    "tags",
    "caption",
    "credit",
    "byline",
    "timestamp",
    "comment",
];
/// Elements that are never taken out for their class or id.
const KEPT: [&str; 5] = ["html", "body", "main", "article", "h1"];
/// Of the page's paragraphs so much, in percent, makes an element the story's own, whatever it is called.
const STORY_PERCENT_MIN: usize = 40;

/// Takes out what is no part of the story.
pub(super) fn clean(document: &Document) {
    take_out(document, |node, name| NEVER.contains(&name) || is_hidden(node));
    let root = document.root();
    // A page without paragraphs is weighed by all its words.
    let has_paragraphs = paragraph_chars(&root) > 0;
    let weight = |node: &NodeRef<'_>| {
        if has_paragraphs { paragraph_chars(node) } else { node.normalized_char_count() }
    };
    let whole = weight(&root);
    let is_story = |node: &NodeRef<'_>| holds(node, "h1") || weight(node) * 100 > whole * STORY_PERCENT_MIN;
    take_out(document, |node, name| {
        if KEPT.contains(&name) {
            return false;
        }
        let words = words(node);
        is_added(node, &words) || (is_beside(node, name, &words) && !is_story(node))
    });
}

/// Comments and questions of consent, unless the element wraps the story too.
fn is_added(node: &NodeRef<'_>, words: &[String]) -> bool {
    let is_called = |names: &[&str]| words.iter().any(|word| names.contains(&word.as_str()));
    let has_story = || holds(node, "h1") || holds(node, "main");
    (is_called(&COMMENTS) && !has_story()) || (is_called(&CONSENT) && !has_story() && !holds(node, "article"))
}

/// What stands beside stories, by what it is or is called.
fn is_beside(node: &NodeRef<'_>, name: &str, words: &[String]) -> bool {
    SELDOM.contains(&name)
        || (name == "header" && !is_within_story(node))
        || node.attr("role").is_some_and(|role| ROLES.contains(&role.to_lowercase().as_str()))
        || words.iter().any(|word| BESIDE.contains(&word.as_str()))
}

/// Removes every element that is to go, and does not look within it.
fn take_out(document: &Document, goes: impl Fn(&NodeRef<'_>, &str) -> bool) {
    let mut open = vec![document.root()];
    while let Some(node) = open.pop() {
        let name = node.node_name().map(|name| name.to_string()).unwrap_or_default();
        if node.is_element() && goes(&node, &name) {
            node.remove_from_parent();
        } else {
            open.extend(node.children_it(false));
        }
    }
}

/// Not shown: such text is not what a reader of the page has read.
fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr("style").map(|style| style.to_lowercase().replace(' ', "")).unwrap_or_default();
    let is_out = style.contains("display:none") || style.contains("visibility:hidden");
    let is_whole = node.has_name("html") || node.has_name("body");
    !is_whole
        && (is_out
            || node.has_attr("hidden")
            || node.attr("aria-hidden").is_some_and(|said| *said == *"true"))
}

fn is_within_story(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).any(|above| above.has_name("article") || above.has_name("main"))
}

fn holds(node: &NodeRef<'_>, name: &str) -> bool {
    node.descendants_it().any(|below| below.has_name(name))
}

/// Characters in the paragraphs under a node.
fn paragraph_chars(node: &NodeRef<'_>) -> usize {
    node.descendants_it().filter(|below| below.has_name("p")).map(|below| below.normalized_char_count()).sum()
}

/// The words of class and id: "relatedLinks article-footer" gives related, links, article, footer.
fn words(node: &NodeRef<'_>) -> Vec<String> {
    let mut words = Vec::new();
    for name in [node.attr("class"), node.attr("id")].into_iter().flatten() {
        let mut word = String::new();
        for letter in name.chars() {
            let is_next =
                letter.is_ascii_uppercase() && word.ends_with(|last: char| last.is_ascii_lowercase());
            if (is_next || !letter.is_alphanumeric()) && !word.is_empty() {
                words.push(std::mem::take(&mut word).to_lowercase());
            }
            if letter.is_alphanumeric() {
                word.push(letter);
            }
        }
        if !word.is_empty() {
            words.push(word.to_lowercase());
        }
    }
    words
}
