//! The text of an agreement, as a draft taken apart, to passages: one a provision.

use super::agreement::{Agreement, AgreementKey, Passage, Source};
use super::library::Imported;
use super::pax::day;
use super::remarks::{Remark, What};
use crate::draft::{Draft, Provision};

/// Most provisions of one text: a thousand pages have fewer.
const PROVISIONS_MAX: usize = 50_000;

/// The passages of a text that was read by [`import`](crate::import); `name` is what its file is called.
///
/// A name that begins with a day (`1995-11-21 Accord.docx`) gives the agreement its day; one that begins with `pax-482`
/// ties it to that row of the PA-X table.
///
/// ```
/// use onetext_text::draft::read_markdown;
/// use onetext_text::precedents::of_text;
/// let draft = read_markdown("# Accord\n\n1. A referendum shall be held.\n\n2. Observers shall be invited.\n");
/// let found = of_text(&draft, "1999-05-01 Accord.md");
/// assert_eq!(found.passages.len(), 2);
/// assert_eq!(found.agreements[0].day.unwrap().to_string(), "1999-05-01");
/// ```
pub fn of_text(draft: &Draft, name: &str) -> Imported {
    let source = Source { file: name.to_owned(), line: 0 };
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = if draft.title.trim().is_empty() { stem } else { draft.title.trim() };
    let key = pax_number(stem).map_or_else(|| AgreementKey::file(name), |number| AgreementKey::pax(&number));
    let mut agreement = Agreement::named(key.clone(), title, source.clone());
    agreement.day = stem.get(..10).and_then(day);
    let written = draft.provisions.iter().filter(|one| !one.text.trim().is_empty());
    let passage = |provision: &Provision| Passage {
        of: key.clone(),
        place: place(draft, provision),
        text: provision.text.clone(),
        source: Source { line: provision.line, ..source.clone() },
    };
    let passages: Vec<Passage> = written.clone().take(PROVISIONS_MAX).map(passage).collect();
    let mut remarks = Vec::new();
    if written.count() > PROVISIONS_MAX {
        let much = What::TooMuch { what: "provisions", limit: PROVISIONS_MAX };
        remarks.push(Remark::new(0, "", much));
    }
    Imported { agreements: vec![agreement], passages, remarks }
}

/// "Article 4, (a)", with what it stands under; a heading where there is no label.
fn place(draft: &Draft, provision: &Provision) -> String {
    let mut names = Vec::new();
    let mut at = Some(provision);
    while let Some(one) = at {
        let written = one.label.written.trim();
        let name = if written.is_empty() { one.heading.trim() } else { written };
        if !name.is_empty() {
            names.push(name);
        }
        at = one.parent.and_then(|parent| draft.provisions.get(parent));
    }
    names.reverse();
    if names.is_empty() { provision.key.clone() } else { names.join(", ") }
}

/// The number in "pax-482 Accord".
fn pax_number(stem: &str) -> Option<String> {
    let rest = stem.strip_prefix("pax-").or_else(|| stem.strip_prefix("pax_"))?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (!digits.is_empty()).then_some(digits)
}
