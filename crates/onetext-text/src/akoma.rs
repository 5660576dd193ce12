//! Akoma Ntoso 3 out: a draft as a bill in the standard of parliaments. Reading it back gives the same provisions.

use std::fmt::Write;

use crate::draft::{Draft, Provision, Sort};

/// Who made which text when: what the standard wants said of every document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Where the text belongs, as an ISO 3166 code in small letters, or `un`.
    pub country: String,
    /// What the work is called in an address, such as `paris-agreement`.
    pub work: String,
    /// The day of this version, as `2015-12-09`.
    pub date: String,
    /// Who wrote it, as the last step of an address: `mediator`.
    pub author: String,
    /// Its language, as an ISO 639-2 code: `eng`.
    pub language: String,
}

/// Classes that tell what a provision is where the standard's elements do not.
const CLASSES: [(&str, Sort); 10] = [
    ("unnumbered", Sort::None),
    ("preamble", Sort::Preamble),
    ("chapter", Sort::Chapter),
    ("article", Sort::Article),
    ("annex", Sort::Annex),
    ("number", Sort::Number),
    ("letter", Sort::Letter),
    ("roman", Sort::Roman),
    ("bullet", Sort::Bullet),
    ("option", Sort::Option),
];

pub(crate) fn sort_of_class(class: &str) -> Option<Sort> {
    CLASSES.iter().find(|(name, _)| *name == class).map(|(_, sort)| *sort)
}

fn class(sort: Sort) -> &'static str {
    let sort = if let Sort::Decimal(_) = sort { Sort::Number } else { sort };
    CLASSES.iter().find(|(_, other)| *other == sort).map_or("unnumbered", |(name, _)| name)
}

/// The element of the standard for a provision.
fn element(sort: Sort) -> &'static str {
    match sort {
        Sort::Chapter => "chapter",
        Sort::Article => "article",
        Sort::Number | Sort::Decimal(_) => "paragraph",
        Sort::Letter => "point",
        Sort::Roman | Sort::Bullet => "indent",
        Sort::None | Sort::Preamble | Sort::Annex | Sort::Option => "hcontainer",
    }
}

/// Writes a draft.
///
/// ```
/// use onetext_text::{akoma, draft::read_markdown, import};
/// let draft = read_markdown("## Article 4 bis: Reports\n\n1. Each Party shall:\n\n   (a) report; and\n");
/// let identity = akoma::Identity {
///     country: "un".into(), work: "plan".into(), date: "2026-01-31".into(), author: "mediator".into(), language: "eng".into(),
/// };
/// let written = akoma::write(&draft, &identity);
/// let read = import::read(written.as_bytes(), "plan.xml").unwrap().draft;
/// assert_eq!(read.provisions[2].key, "A4bis.p1.a");
/// assert_eq!(read.provisions[2].text, "report; and");
/// ```
pub fn write(draft: &Draft, identity: &Identity) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(
        "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n<bill name=\"draft\">\n",
    );
    out.push_str(&meta(identity));
    if !draft.title.is_empty() {
        let title = escaped(&draft.title);
        put(
            &mut out,
            format_args!("<preface><longTitle><p><docTitle>{title}</docTitle></p></longTitle></preface>\n"),
        );
    }
    out.push_str("<body>\n");
    let mut open: Vec<usize> = Vec::new();
    for (place, provision) in draft.provisions.iter().enumerate() {
        while open.last().copied() != provision.parent && !open.is_empty() {
            close(&mut out, draft, &mut open);
        }
        begin(&mut out, draft, place);
        open.push(place);
    }
    while !open.is_empty() {
        close(&mut out, draft, &mut open);
    }
    out.push_str("</body>\n");
    if !draft.notes.is_empty() {
        out.push_str("<conclusions><p>");
        for (mark, words) in &draft.notes {
            let lines = paragraphs(words);
            put(
                &mut out,
                format_args!(
                    "<authorialNote marker=\"{}\" placement=\"bottom\">{lines}</authorialNote>",
                    escaped(mark)
                ),
            );
        }
        out.push_str("</p></conclusions>\n");
    }
    out.push_str("</bill>\n</akomaNtoso>\n");
    out
}

fn meta(identity: &Identity) -> String {
    let Identity { country, work, date, author, language } = identity;
    let [country, work, date, author, language] =
        [country, work, date, author, language].map(|word| escaped(word));
    let address = format!("/akn/{country}/bill/{date}/{work}");
    let said = |level: &str, address: &str, more: &str| {
        format!(
            "<{level}><FRBRthis value=\"{address}/!main\"/><FRBRuri value=\"{address}\"/><FRBRdate date=\"{date}\" \
             name=\"draft\"/><FRBRauthor href=\"#{author}\"/>{more}</{level}>"
        )
    };
    let of_work = said("FRBRWork", &address, &format!("<FRBRcountry value=\"{country}\"/>"));
    let version = format!("{address}/{language}@{date}");
    let expression = said("FRBRExpression", &version, &format!("<FRBRlanguage language=\"{language}\"/>"));
    let manifestation = said("FRBRManifestation", &format!("{version}.xml"), "");
    format!(
        "<meta><identification source=\"#{author}\">{of_work}{expression}{manifestation}</identification><references \
         source=\"#{author}\"><TLCOrganization eId=\"{author}\" href=\"/ontology/organization/{author}\" \
         showAs=\"{author}\"/></references></meta>\n"
    )
}

/// Begins a provision: everything of it but what stands under it.
fn begin(out: &mut String, draft: &Draft, place: usize) {
    let provision = &draft.provisions[place];
    let name = element(provision.label.sort);
    let kind = class(provision.label.sort);
    let named = if name == "hcontainer" { format!(" name=\"{kind}\"") } else { String::new() };
    put(out, format_args!("<{name}{named} class=\"{kind}\" eId=\"{}\">", id(provision, place)));
    if provision.label.is_some() {
        put(out, format_args!("<num>{}</num>", escaped(&provision.label.written)));
    }
    if !provision.heading.is_empty() {
        put(out, format_args!("<heading>{}</heading>", escaped(&provision.heading)));
    }
    let lines = paragraphs(&provision.text);
    let is_leaf = draft.children(Some(place)).next().is_none();
    match (is_leaf, lines.is_empty()) {
        (true, _) => {
            let lines = if lines.is_empty() { "<p/>" } else { &lines };
            put(out, format_args!("<content>{lines}</content>"));
        }
        (false, false) => put(out, format_args!("<intro>{lines}</intro>")),
        (false, true) => {}
    }
}

fn close(out: &mut String, draft: &Draft, open: &mut Vec<usize>) {
    if let Some(place) = open.pop() {
        put(out, format_args!("</{}>\n", element(draft.provisions[place].label.sort)));
    }
}

fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(words);
}

/// A name for an element: its key as far as XML allows it, made unique by its place.
fn id(provision: &Provision, place: usize) -> String {
    let key: String =
        provision.key.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    format!("{key}__{}", place + 1)
}

fn paragraphs(text: &str) -> String {
    text.lines().filter(|line| !line.is_empty()).map(|line| format!("<p>{}</p>", escaped(line))).collect()
}

/// Words in XML; what XML cannot hold is shown as a character that is missing.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("&#9;"),
            '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() && u32::from(c) < 0x20 => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
