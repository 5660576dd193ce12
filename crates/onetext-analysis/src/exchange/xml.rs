//! XML to a tree of elements and attributes, with the place of each. Nothing is fetched: document type definitions, entities
//! and other encodings than UTF-8 are refused.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::exact::Exact;
use super::source::Source;
use super::{ReadError, Why};

/// Deepest nesting of elements: the formats that are read need about eight.
const DEPTH_MAX: usize = 64;
/// Elements of one file: a profile of four thousand issues with two hundred options each stays below.
pub const ELEMENTS_MAX: usize = 1_000_000;
/// Attributes of one element; the formats that are read have at most eight.
const ATTRIBUTES_MAX: usize = 64;

/// An element without the words in it: none of the formats that are read says anything there.
#[derive(Clone, Debug)]
pub(super) struct Element {
    /// Bytes from the beginning of the file.
    pub at: usize,
    /// Its name.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// The elements in it.
    pub children: Vec<Element>,
}

impl Element {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The value of an attribute that must be there.
    pub(super) fn need(&self, source: Source<'_>, name: &str) -> Result<&str, ReadError> {
        self.get(name).ok_or_else(|| source.refuse(self.at, Why::Missing(name.to_owned())))
    }

    /// The number of an attribute, if it is there.
    pub(super) fn number(&self, source: Source<'_>, name: &str) -> Result<Option<Exact>, ReadError> {
        let number = |text| Exact::parse(text).map_err(|why| source.refuse(self.at, why));
        self.get(name).map(number).transpose()
    }

    /// The number of an attribute that must be there.
    pub(super) fn need_number(&self, source: Source<'_>, name: &str) -> Result<Exact, ReadError> {
        let number = self.number(source, name)?;
        number.ok_or_else(|| source.refuse(self.at, Why::Missing(name.to_owned())))
    }

    /// Its children of a name.
    pub(super) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> + 'e {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Its first child of a name.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }
}

/// The root element of a file.
pub(super) fn parse(source: Source<'_>) -> Result<Element, ReadError> {
    let mut reader = Reader::from_str(source.text);
    reader.config_mut().check_end_names = true;
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut count = 0;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(source.text.len());
        let bad = |what: &str| source.refuse(at, Why::Unreadable(what.to_owned()));
        let ended = match reader.read_event() {
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(at);
                return Err(source.refuse(at, Why::Unreadable(error.to_string())));
            }
            Ok(Event::Start(start)) => {
                count += 1;
                open.push(element(source, at, &start)?);
                None
            }
            Ok(Event::Empty(start)) => {
                count += 1;
                Some(element(source, at, &start)?)
            }
            Ok(Event::End(_)) => open.pop(),
            Ok(Event::DocType(_)) => return Err(bad("a document type definition is not read: take it out")),
            Ok(Event::Decl(said)) => {
                let encoding = said.encoding().and_then(Result::ok).unwrap_or_default().to_lowercase();
                let is_same = encoding.is_empty() || encoding == "utf-8" || encoding == "utf8";
                if !is_same && !source.text.is_ascii() {
                    return Err(bad("the file says that it is in another encoding: save it as UTF-8"));
                }
                None
            }
            Ok(Event::Eof) if !open.is_empty() => {
                return Err(bad("the file ends before its elements do: it may have been cut short"));
            }
            Ok(Event::Eof) => return root.ok_or_else(|| bad("there is no element in the file")),
            // Words between elements, and entities in them, say nothing in these formats.
            Ok(
                Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) | Event::Comment(_) | Event::PI(_),
            ) => None,
        };
        for (what, found, limit) in
            [("elements inside each other", open.len(), DEPTH_MAX), ("elements", count, ELEMENTS_MAX)]
        {
            if found > limit {
                return Err(source.refuse(at, Why::TooMuch { what, found, limit }));
            }
        }
        match (ended, open.last_mut()) {
            (None, _) => {}
            (Some(element), Some(parent)) => parent.children.push(element),
            (Some(_), None) if root.is_some() => return Err(bad("there are two root elements")),
            (Some(element), None) => root = Some(element),
        }
    }
}

fn element(source: Source<'_>, at: usize, start: &BytesStart<'_>) -> Result<Element, ReadError> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let bad = |what: &str| source.refuse(at, Why::Unreadable(what.to_owned()));
        let attribute = attribute.map_err(|error| bad(&error.to_string()))?;
        if attributes.len() == ATTRIBUTES_MAX {
            let (what, found, limit) = ("attributes of an element", ATTRIBUTES_MAX + 1, ATTRIBUTES_MAX);
            return Err(source.refuse(at, Why::TooMuch { what, found, limit }));
        }
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|_| bad("the value of an attribute refers to an entity that is not read"))?;
        attributes.push((attribute.key.0.to_owned(), value.into_owned()));
    }
    Ok(Element { at, name: start.name().0.to_owned(), attributes, children: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Element, String> {
        parse(Source { name: "a.xml", text }).map_err(|error| error.to_string())
    }

    #[test]
    fn elements_are_read_with_their_places() {
        let root =
            read("<?xml version=\"1.0\"?>\n<a x='1 &amp; 2'><b/><!-- no --><b y=\"\"></b></a>").unwrap();
        assert_eq!((root.get("x"), root.all("b").count(), root.at), (Some("1 & 2"), 2, 22));
    }

    #[test]
    fn what_is_odd_or_hostile_is_refused() {
        let laughs = "<!DOCTYPE a [<!ENTITY b \"&c;&c;\">]><a>&b;</a>";
        for (text, said) in [
            (laughs, "document type definition"),
            ("<a x='&b;'/>", "entity"),
            ("<a><b></a>", "a.xml:1:"),
            ("<a>", "cut short"),
            ("", "no element"),
            ("<a/><b/>", "two root"),
            ("<?xml version=\"1.0\" encoding=\"latin1\"?><a x='é'/>", "another encoding"),
            ("<a x='1' x='2'/>", "a.xml:1:"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains(said), "{text}: {error}");
        }
        assert!(read(&"<a>".repeat(100_000)).unwrap_err().contains("inside each other"));
    }
}
