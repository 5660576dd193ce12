//! All that the typesetter can see: one source, the letters in the program, and no file, no package, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The letters: those of `DejaVu`, which has Latin, Cyrillic, Greek, Arabic and Hebrew ones.
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    use dejavu::{sans_condensed, sans_mono};
    let files = [
        sans_condensed::regular(),
        sans_condensed::bold(),
        sans_condensed::oblique(),
        sans_condensed::bold_oblique(),
        sans_mono::regular(),
    ];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
});
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::builder().build()));

/// One source to be set.
pub(super) struct Closed {
    source: Source,
}

impl Closed {
    pub(super) fn new(source: String) -> Self {
        Closed { source: Source::detached(source) }
    }
}

impl World for Closed {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use typst_layout::PagedDocument;

    fn set(source: &str) -> Result<usize, String> {
        let set = typst::compile::<PagedDocument>(&Closed::new(source.to_owned()));
        set.output.map(|pages| pages.pages().len()).map_err(|errors| format!("{errors:?}"))
    }

    #[test]
    fn nothing_outside_can_be_reached() {
        assert_eq!(set("Here."), Ok(1));
        for reaching in [
            "#read(\"/etc/passwd\")",
            "#read(\"main.typ\")",
            "#include \"other.typ\"",
            "#import \"@preview/example:0.1.0\": add",
            "#image(\"/etc/passwd\")",
            "#datetime.today()",
        ] {
            assert!(set(reaching).is_err(), "{reaching}");
        }
    }
}
