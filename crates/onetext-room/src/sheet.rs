//! The table of wordings as a spreadsheet that can be filled in and taken back.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use onetext_desk::multicolumn::{self, Asked};
use onetext_document::xlsx;
use onetext_model::{DraftId, View};

use crate::paper::{Wanted, made};

/// The page that there is as a spreadsheet.
pub(crate) const PAGE: &str = "table";
const MEDIA: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const NAMED: &str = "attachment; filename=\"table.xlsx\"";

/// The newest draft's table as a spreadsheet.
pub(crate) async fn sheet(wanted: Wanted) -> Response {
    made(wanted, |view, name| {
        let written = if name == PAGE { written(view)? } else { return None };
        let headers = [(header::CONTENT_TYPE, MEDIA), (header::CONTENT_DISPOSITION, NAMED)];
        Some(written.ok().map(|bytes| (headers, bytes).into_response()))
    })
    .await
}

/// The sheet; none where no draft with a text is on file.
fn written(view: &View<'_>) -> Option<Result<Vec<u8>, xlsx::XlsxError>> {
    let draft = multicolumn::newest_draft(view)?;
    let sheet = multicolumn::sheet(view, DraftId(draft.id()), &Asked::default())?;
    let today = view.today();
    let properties = xlsx::Properties {
        title: sheet.title,
        created: Some((
            today.year().unsigned_abs(),
            today.month().unsigned_abs(),
            today.day().unsigned_abs(),
        )),
        foot: sheet.foot,
        direction: Some(sheet.direction),
    };
    Some(xlsx::write(&[&sheet.table], &properties))
}
