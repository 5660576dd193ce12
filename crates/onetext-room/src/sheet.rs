//! The table of wordings as a spreadsheet that can be filled in and taken back.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onetext_desk::multicolumn::{self, Asked};
use onetext_document::xlsx;
use onetext_model::{DraftId, View};
use tokio::task::spawn_blocking;

use crate::pages::nowhere_for;
use crate::room::Room;
use crate::stand::Standpoint;
use crate::who::Guest;

/// The page that there is as a spreadsheet.
pub(crate) const PAGE: &str = "table";
const MEDIA: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const NAMED: &str = "attachment; filename=\"table.xlsx\"";

/// The newest draft's table as a spreadsheet.
pub(crate) async fn sheet(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    Query(standpoint): Query<Standpoint>,
    headers: HeaderMap,
) -> Response {
    let at = standpoint.at(room.state().today(room.now()));
    let Some(at) = at.filter(|_| name == PAGE) else { return nowhere_for(&room, Some(&guest), &headers) };
    let Ok(turn) = room.papers.acquire().await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let (state, viewer) = (room.state(), guest.viewer.clone());
    let made = spawn_blocking(move || written(&View::of(&state.case, viewer, at))).await;
    drop(turn);
    match made {
        Ok(Some(Ok(bytes))) => {
            ([(header::CONTENT_TYPE, MEDIA), (header::CONTENT_DISPOSITION, NAMED)], bytes).into_response()
        }
        Ok(None) => nowhere_for(&room, Some(&guest), &headers),
        _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
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
