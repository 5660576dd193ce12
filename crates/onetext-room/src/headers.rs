//! What stands around every answer: the headers that keep a browser from doing what nobody asked for, and the check
//! that a change was asked for by one of our own pages.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::api;
use crate::room::Room;

/// Nothing is loaded but our own style, script and pictures; no inline script, no inline style, no frame around us.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

const ALWAYS: [(HeaderName, &str); 8] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000"),
];

/// Stands before every address.
pub(crate) async fn guard(State(room): State<Arc<Room>>, request: Request, next: Next) -> Response {
    let asked = request.headers();
    let mut response = if !room.place.is_host(asked) {
        (StatusCode::MISDIRECTED_REQUEST, "this room is not served under that name").into_response()
    } else if !is_safe(request.method())
        && crate::sign::bearer(asked).is_none()
        && !room.place.is_same_origin(asked)
    {
        let why = "a change must come from a page of this room";
        if api::is_api(request.uri().path()) {
            api::problem(StatusCode::FORBIDDEN, "not from here", why)
        } else {
            (StatusCode::FORBIDDEN, why).into_response()
        }
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Under which addresses the room is reached.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The origins of its pages: `https://room.example.org`, `http://127.0.0.1:4117`.
    pub origins: Vec<String>,
    /// Proxies on other machines, which are believed when they say for whom they ask.
    pub proxies: Vec<IpAddr>,
}

impl Place {
    /// Whether the request was made to one of our names: another one is a trick with the name service.
    fn is_host(&self, asked: &HeaderMap) -> bool {
        let host = asked.get(header::HOST).and_then(|host| host.to_str().ok());
        host.is_some_and(|host| self.origins.iter().any(|origin| origin.split("//").nth(1) == Some(host)))
    }

    /// Whether a change comes from one of our own pages.
    pub(crate) fn is_same_origin(&self, asked: &HeaderMap) -> bool {
        let text = |name: &str| asked.get(name).and_then(|value| value.to_str().ok());
        match (text("sec-fetch-site"), text("origin")) {
            // Our pages send no referrer, so a form of theirs has the origin "null"; that it is ours says the other.
            (Some("same-origin"), Some(origin)) => {
                origin == "null" || self.origins.iter().any(|own| own == origin)
            }
            (Some("same-origin"), None) => true,
            (Some(_), _) | (None, None) => false,
            (None, Some(origin)) => self.origins.iter().any(|own| own == origin),
        }
    }

    /// Whether pages come over an encrypted connection.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.origins.iter().all(|origin| origin.starts_with("https://"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_let_in_from_our_own_pages_alone() {
        let place = Place { origins: vec!["https://room.example".to_owned()], ..Place::default() };
        let comes_from = |site: Option<&'static str>, origin: Option<&'static str>| {
            let mut asked = HeaderMap::new();
            for (name, value) in [("sec-fetch-site", site), ("origin", origin)] {
                if let Some(value) = value {
                    asked.insert(name, HeaderValue::from_static(value));
                }
            }
            place.is_same_origin(&asked)
        };
        // A form of a page that sends no referrer, and a request of its script.
        assert!(comes_from(Some("same-origin"), Some("null")));
        assert!(comes_from(Some("same-origin"), Some("https://room.example")));
        assert!(comes_from(None, Some("https://room.example")));
        for (site, origin) in [
            (None, None),
            (None, Some("null")),
            (Some("cross-site"), Some("null")),
            (Some("same-site"), Some("https://room.example")),
            (Some("same-origin"), Some("https://other.example")),
            (None, Some("https://other.example")),
        ] {
            assert!(!comes_from(site, origin), "{site:?} {origin:?}");
        }
    }
}
