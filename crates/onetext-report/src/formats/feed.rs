//! RSS, Atom and JSON feeds: one text for each item.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use feed_rs::model::{Entry, Feed, Link};
use feed_rs::parser::Builder;
use jiff::Zoned;

use super::html::words_of;
use super::{Arrived, DEPTH_MAX, FormatError, ITEMS_MAX, Published, Remark};

/// Moments with the zones in which the feed gives them: the reader of feeds knows moments in UTC alone, and the day of
/// a report is the day where it was published.
type Moments = Arc<Mutex<BTreeMap<i64, Zoned>>>;

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Arrived>, FormatError> {
    let unsound = |why: &str| FormatError::unsound("feed", why);
    if is_too_deep(bytes) {
        return Err(unsound("its elements lie too deep in one another"));
    }
    let moments = Moments::default();
    let kept = Arc::clone(&moments);
    let parser = Builder::new().timestamp_parser(move |words| moment(words, &kept)).build();
    let feed = parser.parse(bytes).map_err(|error| unsound(&error.to_string()))?;
    let moments = moments.lock().map(|moments| moments.clone()).unwrap_or_default();
    let left_out = feed.entries.len().saturating_sub(ITEMS_MAX);
    let mut items: Vec<Arrived> =
        feed.entries.iter().take(ITEMS_MAX).filter_map(|entry| item(&feed, entry, &moments)).collect();
    let Some(first) = items.first_mut() else { return Err(FormatError::Empty) };
    if left_out > 0 {
        first.findings.push(Remark::ItemsLeftOut { count: left_out });
    }
    Ok(items)
}

/// An item with words: its content, else its summary, else its title alone.
fn item(feed: &Feed, entry: &Entry, moments: &BTreeMap<i64, Zoned>) -> Option<Arrived> {
    let title = entry.title.as_ref().map(|title| words_of(&title.content, false));
    let content =
        entry.content.as_ref().and_then(|content| content.body.as_deref()).map(|body| words_of(body, false));
    let content = content.filter(|text| !text.is_empty());
    let summary = entry.summary.as_ref().map(|summary| words_of(&summary.content, false));
    let is_summary = content.is_none();
    let text = content.or(summary.filter(|text| !text.is_empty())).or_else(|| title.clone())?;
    if text.is_empty() {
        return None;
    }
    let moment = entry.published.or(entry.updated);
    let authors: Vec<&str> = entry.authors.iter().filter_map(|author| author.name.as_deref()).collect();
    Some(Arrived {
        title,
        outlet: feed.title.as_ref().map(|title| words_of(&title.content, false)),
        published: moment.and_then(|moment| moments.get(&moment.timestamp()).cloned()).map(Published::Moment),
        address: address(&entry.links),
        language: entry.language.clone().or_else(|| feed.language.clone()),
        byline: Some(authors.join(", ")),
        text,
        findings: if is_summary { vec![Remark::SummaryOnly] } else { Vec::new() },
        ..Arrived::default()
    })
}

fn address(links: &[Link]) -> Option<String> {
    let own = |link: &&Link| link.rel.as_deref().is_none_or(|rel| rel == "alternate");
    links.iter().find(own).or_else(|| links.first()).map(|link| link.href.clone())
}

/// Understands a date and keeps its zone. A day alone and a time without zone are taken at UTC.
fn moment(words: &str, kept: &Moments) -> Option<DateTime<Utc>> {
    let Published::Moment(moment) = Published::parse(words)?.within_utc() else { return None };
    let second = moment.timestamp().as_second();
    if let Ok(mut kept) = kept.lock() {
        kept.insert(second, moment);
    }
    DateTime::from_timestamp(second, 0)
}

/// Whether elements lie deeper in one another than any feed has them. What stands in CDATA is text.
fn is_too_deep(bytes: &[u8]) -> bool {
    let mut depth: usize = 0;
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| *byte == b'<') {
        at += next + 1;
        let rest = &bytes[at..];
        let is_closed =
            || rest.iter().position(|byte| *byte == b'>').is_some_and(|end| end > 0 && rest[end - 1] == b'/');
        if rest.starts_with(b"![CDATA[") {
            let end = rest.windows(3).position(|three| three == b"]]>");
            at += end.unwrap_or(rest.len());
        } else if rest.starts_with(b"/") {
            depth = depth.saturating_sub(1);
        } else if !rest.starts_with(b"!") && !rest.starts_with(b"?") && !is_closed() {
            depth += 1;
        }
        if depth > DEPTH_MAX {
            return true;
        }
    }
    false
}
