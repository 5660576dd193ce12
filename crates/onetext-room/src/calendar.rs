//! The contacts as a calendar file, with what its reader may see and nothing else. It is made when it is asked for by
//! whoever is signed in: no address gives it to a calendar program on its own.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use onetext_document::calendar;

use crate::paper::{Wanted, made};

/// The page that there is as a calendar.
pub(crate) const PAGE: &str = "contacts";
const MEDIA: &str = "text/calendar; charset=utf-8";
const NAMED: &str = "attachment; filename=\"contacts.ics\"";

/// The contacts as an iCalendar file.
pub(crate) async fn calendar(wanted: Wanted) -> Response {
    made(wanted, |view, name| {
        if name != PAGE {
            return None;
        }
        let file = calendar::write(&onetext_desk::calendar::compose(view));
        let headers = [(header::CONTENT_TYPE, MEDIA), (header::CONTENT_DISPOSITION, NAMED)];
        Some(Some((headers, file).into_response()))
    })
    .await
}
