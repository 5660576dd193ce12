//! What a page says of itself: linked data first, then the tags for sharing, then what stands on it.

use dom_query::{Document, NodeRef};

use super::super::{Published, Remark};
use super::linked_data;

/// What a page says of itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<Published>,
    pub address: Option<String>,
    pub language: Option<String>,
    pub byline: Option<String>,
    pub description: Option<String>,
    /// The story's words, where the linked data has them.
    pub body: Option<String>,
    pub findings: Vec<Remark>,
}

/// Names of tags that give the day of publication, best first.
const DAYS: [&str; 11] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "pubdate",
    "publish-date",
    "date",
];
/// Names of tags that give the author.
const AUTHORS: [&str; 5] = ["author", "article:author", "parsely-author", "dc.creator", "byl"];
/// Signs between a headline and the outlet's name in a page's title.
const BETWEEN: [&str; 5] = [" | ", " — ", " – ", " - ", " :: "];

/// What a page says of itself.
pub(super) fn of(document: &Document) -> Said {
    let root = document.root();
    let tags = Tags::of(&root);
    let linked = linked_data::of(&root);
    let mut findings = Vec::new();
    let tag_days = DAYS.iter().filter_map(|name| tags.get(name));
    let days = linked.published.into_iter().chain(tag_days.map(str::to_owned)).chain(times(&root));
    let published = first_day(days, &mut findings);
    let heading = only_heading(&root);
    let (shown, suffix) = shown_title(&root);
    let title = linked.title.or_else(|| tags.first(&["og:title", "twitter:title"])).or(heading).or(shown);
    Said {
        title,
        outlet: linked.outlet.or_else(|| tags.first(&["og:site_name", "application-name"])).or(suffix),
        published,
        address: tags.first(&["og:url"]).or_else(|| canonical(&root)).or(linked.address),
        language: linked.language.or_else(|| html_language(&root)).or_else(|| tags.first(&["og:locale"])),
        byline: linked.byline.or_else(|| tags.first(&AUTHORS).filter(|name| !name.starts_with("http"))),
        description: tags.first(&["og:description", "description"]),
        body: linked.body,
        findings,
    }
}

/// The first day that can be understood; where none can, the first is remarked on.
fn first_day(days: impl Iterator<Item = String>, findings: &mut Vec<Remark>) -> Option<Published> {
    let mut unread = None;
    for words in days.filter(|words| !words.trim().is_empty()) {
        if let Some(day) = Published::parse(&words) {
            return Some(day);
        }
        unread.get_or_insert(words);
    }
    findings.extend(unread.map(|words| Remark::date(&words)));
    None
}

/// The `meta` tags by name.
struct Tags(Vec<(String, String)>);

impl Tags {
    fn of(root: &NodeRef<'_>) -> Tags {
        let tags = root.descendants_it().filter(|node| node.has_name("meta")).filter_map(|node| {
            let name =
                node.attr("property").or_else(|| node.attr("name")).or_else(|| node.attr("itemprop"))?;
            Some((name.to_lowercase(), node.attr("content")?.trim().to_owned()))
        });
        Tags(tags.filter(|(_, content)| !content.is_empty()).collect())
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, content)| content.as_str())
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.get(name)).map(str::to_owned)
    }
}

/// The days of `time` elements, marked as published first.
fn times(root: &NodeRef<'_>) -> Vec<String> {
    let mut times: Vec<(bool, String)> = root
        .descendants_it()
        .filter(|node| node.has_name("time"))
        .map(|node| {
            let says = |name: &str, what: &str| {
                node.attr(name).is_some_and(|said| said.to_lowercase().contains(what))
            };
            let is_marked =
                says("itemprop", "datepublished") || says("class", "publish") || node.has_attr("pubdate");
            (!is_marked, node.attr("datetime").unwrap_or_else(|| node.text()).trim().to_owned())
        })
        .collect();
    times.sort_by_key(|(is_unmarked, _)| *is_unmarked);
    times.into_iter().map(|(_, words)| words).collect()
}

/// The headline, where there is one alone.
fn only_heading(root: &NodeRef<'_>) -> Option<String> {
    let headings: Vec<NodeRef<'_>> = root.descendants_it().filter(|node| node.has_name("h1")).collect();
    let [only] = headings.as_slice() else { return None };
    Some(line(&only.text())).filter(|words| !words.is_empty())
}

/// The title of the window: headline, and the outlet's name behind it.
fn shown_title(root: &NodeRef<'_>) -> (Option<String>, Option<String>) {
    let Some(title) = root.descendants_it().find(|node| node.has_name("title")) else { return (None, None) };
    let title = line(&title.text());
    let parts = BETWEEN.iter().find_map(|sign| title.rsplit_once(sign));
    match parts {
        Some((headline, outlet)) if outlet.split(' ').count() <= 5 && headline.len() > outlet.len() => {
            (Some(headline.trim().to_owned()), Some(outlet.trim().to_owned()))
        }
        _ => (Some(title).filter(|title| !title.is_empty()), None),
    }
}

fn canonical(root: &NodeRef<'_>) -> Option<String> {
    let is_canonical = |node: &NodeRef<'_>| {
        node.has_name("link") && node.attr("rel").is_some_and(|rel| *rel == *"canonical")
    };
    root.descendants_it().find(is_canonical)?.attr("href").map(|address| address.to_string())
}

fn html_language(root: &NodeRef<'_>) -> Option<String> {
    root.children_it(false)
        .find(|node| node.has_name("html"))?
        .attr("lang")
        .map(|language| language.to_string())
}

fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
