//! The room's own style and scripts, compiled in. Nothing is loaded from anywhere else.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Each file: its name, its type, its bytes.
const FILES: &[(&str, &str, &[u8])] = &[
    ("document.css", "text/css; charset=utf-8", onetext_document::html::STYLE.as_bytes()),
    ("room.css", "text/css; charset=utf-8", include_bytes!("../assets/room.css")),
    ("room.js", "text/javascript; charset=utf-8", include_bytes!("../assets/room.js")),
    ("htmx.js", "text/javascript; charset=utf-8", include_bytes!("../assets/htmx.js")),
    ("passkey.js", "text/javascript; charset=utf-8", include_bytes!("../assets/passkey.js")),
    ("mark.svg", "image/svg+xml", include_bytes!("../assets/mark.svg")),
];

/// One of the files.
pub(crate) async fn file(Path(name): Path<String>) -> Response {
    match FILES.iter().find(|(own, _, _)| *own == name) {
        Some((_, kind, bytes)) => {
            ([(header::CONTENT_TYPE, *kind), (header::CACHE_CONTROL, "public, max-age=300")], *bytes)
                .into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
