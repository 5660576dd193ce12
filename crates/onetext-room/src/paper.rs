//! Pages to take away: the same document as on the screen, for the same eyes, as a Word or PDF file.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onetext_desk::texts;
use onetext_document::{Document, Properties, docx};
use onetext_model::{AsOf, Draft, DraftId, View};

use crate::calendar;
use crate::entry::named;
use crate::escape::escaped;
use crate::pages::nowhere_for;
use crate::room::Room;
use crate::say::Language;
use crate::sheet;
use crate::stand::{self, Standpoint};
use crate::who::Guest;

/// Files that are made at once: setting a page takes a processor for itself, and others want to read.
pub(crate) const AT_ONCE_MAX: usize = 2;

/// A sort of file.
#[derive(Clone, Copy)]
struct Sort {
    /// The last part of the address.
    address: &'static str,
    /// How the file's name ends.
    ending: &'static str,
    media: &'static str,
    /// The key of its name in the languages of the room.
    said: &'static str,
    write: fn(&Document, &Properties) -> Option<Vec<u8>>,
}

const WORD: Sort = Sort {
    address: "word",
    ending: "docx",
    media: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    said: "paper-word",
    write: |document, properties| docx::write(document, properties).ok(),
};

#[cfg(feature = "pdf")]
const PDF: Option<Sort> = Some(Sort {
    address: "pdf",
    ending: "pdf",
    media: "application/pdf",
    said: "paper-pdf",
    write: |document, properties| onetext_document::pdf::write(document, properties).ok(),
});
#[cfg(not(feature = "pdf"))]
const PDF: Option<Sort> = None;

/// Links to the files of a page that is seen from this moment.
pub(crate) fn links(language: Language, path: &str, at: AsOf) -> String {
    let link = |(address, said): (&str, &str)| {
        let address = stand::address(&format!("{path}/{address}"), at);
        format!(
            "<a class=\"button\" href=\"{}\" download>{}</a>\n",
            escaped(&address),
            escaped(&language.say(said))
        )
    };
    let said = escaped(&language.say("paper"));
    let sheet = (path == format!("/page/{}", sheet::PAGE)).then_some(("xlsx", "paper-xlsx"));
    let days = (path == format!("/page/{}", calendar::PAGE)).then_some(("ics", "paper-ics"));
    let papers = [Some(WORD), PDF].into_iter().flatten().map(|sort| (sort.address, sort.said));
    let links: String = papers.chain(sheet).chain(days).map(link).collect();
    format!(
        "<div class=\"tools\" role=\"group\" aria-label=\"{said}\">\n\
         <span class=\"said\" aria-hidden=\"true\">{said}</span>\n{links}</div>\n"
    )
}

/// What every paper is asked with: by whom, what, as of when.
pub(crate) type Wanted = (State<Arc<Room>>, Extension<Guest>, Path<String>, Query<Standpoint>, HeaderMap);

/// A page as a Word file.
pub(crate) async fn word(wanted: Wanted) -> Response {
    given(wanted, Some(WORD), page).await
}

/// A page as a PDF file.
pub(crate) async fn pdf(wanted: Wanted) -> Response {
    given(wanted, PDF, page).await
}

/// The reader of a draft as a Word file.
pub(crate) async fn draft_word(wanted: Wanted) -> Response {
    given(wanted, Some(WORD), reader).await
}

/// The reader of a draft as a PDF file.
pub(crate) async fn draft_pdf(wanted: Wanted) -> Response {
    given(wanted, PDF, reader).await
}

/// What is set on paper: the document of that name for a view, and the name of its file; none where there is none for
/// this view.
type Compose = fn(&View<'_>, &str) -> Option<(Document, &'static str)>;

fn page(view: &View<'_>, name: &str) -> Option<(Document, &'static str)> {
    let page = onetext_desk::PAGES.iter().find(|page| page.name == name)?;
    Some(((page.compose)(view), page.name))
}

fn reader(view: &View<'_>, name: &str) -> Option<(Document, &'static str)> {
    let draft = view.find::<Draft>(named(view, name)?)?;
    let asked = texts::reader::Asked::default();
    Some((texts::reader::compose(view, DraftId(draft.id()), &asked), "draft"))
}

async fn given(wanted: Wanted, sort: Option<Sort>, compose: Compose) -> Response {
    made(wanted, move |view, name| {
        let sort = sort?;
        let (document, name) = compose(view, name)?;
        let properties = Properties { title: document.title.to_words(), ..Properties::default() };
        Some((sort.write)(&document, &properties).map(|bytes| file(bytes, name, sort)))
    })
    .await
}

/// Makes a file for a guest, as few at a time as the room allows: `make` gives nothing where there is nothing for this
/// view, and nothing within where the file cannot be made.
pub(crate) async fn made<F>(wanted: Wanted, make: F) -> Response
where
    F: FnOnce(&View<'_>, &str) -> Option<Option<Response>> + Send + 'static,
{
    let (State(room), Extension(guest), Path(name), Query(standpoint), headers) = wanted;
    let Some(at) = standpoint.at(room.state().today(room.now())) else {
        return nowhere_for(&room, Some(&guest), &headers);
    };
    let turn = room.papers.take().await;
    let (state, viewer) = (room.state(), guest.viewer.clone());
    match turn.spend(move || make(&View::of(&state.case, viewer, at), &name)).await {
        Some(None) => nowhere_for(&room, Some(&guest), &headers),
        Some(Some(Some(response))) => response,
        _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn file(bytes: Vec<u8>, name: &str, sort: Sort) -> Response {
    let named = format!("attachment; filename=\"{name}.{}\"", sort.ending);
    let Ok(named) = HeaderValue::from_str(&named) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let headers =
        [(header::CONTENT_TYPE, HeaderValue::from_static(sort.media)), (header::CONTENT_DISPOSITION, named)];
    (headers, bytes).into_response()
}
