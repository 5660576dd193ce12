//! Every address of the room with its rule of access, in one table. The router is built from it, so an address
//! without a rule does not exist; the access tests walk over the same table.

use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, delete, get, post, put};

use crate::door::BACK;
use crate::room::Room;
use crate::serve::Peer;
use crate::who::Guest;
use crate::{
    account, api, assets, brief, calendar, destroy, draft, enter, entry, frame, headers, library, live, note,
    pages, paper, passkey, people, press, provider, reads, record, release, say, second, sheet, sign,
    what_if,
};

/// Who may use an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody who reaches the server.
    Anyone,
    /// The same, but not too often from one place: they try to come in.
    Knock,
    /// Whoever came in through the door.
    Guest,
    /// The mediator's team. To others the address does not exist.
    Mediator,
    /// A guest who has touched their passkey just now.
    FreshGuest,
    /// The same for the mediator's team.
    FreshMediator,
}

/// An address.
pub struct Route {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// Its path, with `{names}` for what varies.
    pub path: &'static str,
    /// Who may use it.
    pub access: Access,
    handler: fn() -> MethodRouter<Arc<Room>>,
}

const fn route(
    method: &'static str,
    path: &'static str,
    access: Access,
    handler: fn() -> MethodRouter<Arc<Room>>,
) -> Route {
    Route { method, path, access, handler }
}

/// Every address.
pub const ROUTES: &[Route] = &[
    route("GET", "/", Access::Guest, || get(pages::home)),
    route("GET", "/open", Access::Knock, || get(sign::open)),
    route("GET", "/sign-in", Access::Anyone, || get(sign::page)),
    route("GET", "/invitation", Access::Anyone, || get(account::invitation)),
    route("GET", "/touch", Access::Guest, || get(account::touch)),
    route("GET", "/account", Access::FreshGuest, || get(account::page)),
    route("POST", "/account/remove", Access::FreshGuest, || post(provider::remove)),
    route("POST", "/provider", Access::Knock, || post(provider::set_out)),
    route("GET", BACK, Access::Knock, || get(provider::back)),
    route("POST", "/passkey/register/begin", Access::Knock, || post(passkey::begin_registration)),
    route("POST", "/passkey/register/finish", Access::Knock, || post(passkey::finish_registration)),
    route("POST", "/passkey/sign-in/begin", Access::Knock, || post(passkey::begin_sign_in)),
    route("POST", "/passkey/sign-in/finish", Access::Knock, || post(passkey::finish_sign_in)),
    route("POST", "/passkey/touch", Access::Guest, || post(passkey::touch)),
    route("GET", "/releases", Access::FreshMediator, || get(second::page)),
    route("POST", "/releases/{id}/make", Access::FreshMediator, || post(second::make)),
    route("POST", "/releases/{id}/drop", Access::FreshMediator, || post(second::drop)),
    route("GET", "/people", Access::FreshMediator, || get(people::page)),
    route("GET", "/reads", Access::FreshMediator, || get(reads::page)),
    route("POST", "/people/invite", Access::FreshMediator, || post(people::invite)),
    route("POST", "/people/revoke", Access::FreshMediator, || post(people::revoke)),
    route("POST", "/sign-out", Access::Guest, || post(sign::out)),
    route("POST", "/language", Access::Anyone, || post(say::choose)),
    route("GET", "/assets/{name}", Access::Anyone, || get(assets::file)),
    route("GET", "/page/{name}", Access::Guest, || get(pages::show)),
    route("GET", "/page/{name}/word", Access::Guest, || get(paper::word)),
    route("GET", "/page/{name}/pdf", Access::Guest, || get(paper::pdf)),
    route("GET", "/page/{name}/xlsx", Access::Guest, || get(sheet::sheet)),
    route("GET", "/page/{name}/ics", Access::Guest, || get(calendar::calendar)),
    route("GET", "/draft/{draft}", Access::Guest, || get(draft::show)),
    route("GET", "/draft/{draft}/word", Access::Guest, || get(paper::draft_word)),
    route("GET", "/draft/{draft}/pdf", Access::Guest, || get(paper::draft_pdf)),
    route("GET", "/brief", Access::Guest, || get(brief::list)),
    route("GET", "/brief/{person}", Access::Guest, || get(brief::show)),
    route("GET", "/check", Access::Mediator, || get(pages::check)),
    route("GET", what_if::PATH, Access::Mediator, || get(what_if::page)),
    route("GET", live::PATH, Access::Guest, || get(live::listen)),
    route("GET", "/entry/{id}", Access::Guest, || get(entry::show)),
    route("GET", "/entry/{id}/change", Access::Guest, || get(enter::change)),
    route("POST", "/entry/{id}/change", Access::Guest, || post(enter::changed)),
    route("POST", "/entry/{id}/withdraw", Access::Guest, || post(entry::withdraw)),
    route("GET", "/entry/{id}/release", Access::FreshMediator, || get(release::page)),
    route("POST", "/entry/{id}/release", Access::FreshMediator, || post(release::release)),
    route("POST", "/entry/{id}/destroy", Access::FreshGuest, || post(destroy::destroy)),
    route("GET", "/record", Access::Guest, || get(record::page)),
    route("GET", "/record/{log}", Access::Guest, || get(record::note)),
    route("POST", record::EXPORT, Access::FreshGuest, || post(record::export)),
    route("GET", "/enter/{kind}", Access::Guest, || get(enter::blank)),
    route("POST", "/enter/{kind}", Access::Guest, || post(enter::entered)),
    route("GET", "/press", Access::Guest, || get(press::page)),
    route("POST", "/press", Access::Guest, || post(press::proposals)),
    route("POST", "/press/file", Access::Guest, || {
        post(press::file).layer(DefaultBodyLimit::max(press::FILE_BYTES_MAX))
    }),
    route("POST", "/press/take", Access::Guest, || post(press::take)),
    route("GET", library::PATH, Access::Guest, || get(library::page)),
    route("POST", library::PATH, Access::Guest, || post(library::look)),
    route("GET", "/note", Access::Guest, || get(note::page)),
    route("POST", "/note", Access::Guest, || post(note::proposals)),
    route("POST", "/note/take", Access::Guest, || post(note::take)),
    route("GET", "/api/v1/openapi.json", Access::Anyone, || get(api::openapi)),
    route("GET", "/api/v1/case", Access::Guest, || get(api::case)),
    route("GET", "/api/v1/pages/{name}", Access::Guest, || get(api::page)),
    route("GET", "/api/v1/entries", Access::Guest, || get(api::entries)),
    route("POST", "/api/v1/entries", Access::Guest, || post(api::enter)),
    route("GET", "/api/v1/entries/{id}", Access::Guest, || get(api::entry)),
    route("PUT", "/api/v1/entries/{id}", Access::Guest, || put(api::change)),
    route("DELETE", "/api/v1/entries/{id}", Access::Guest, || delete(api::withdraw)),
];

/// The room as a web service.
pub fn router(room: Arc<Room>) -> Router {
    let mut router: Router<Arc<Room>> = Router::new();
    for route in ROUTES {
        let gate = from_fn_with_state((Arc::clone(&room), route.access), admit);
        router = router.route(route.path, (route.handler)().route_layer(gate));
    }
    router
        .fallback(pages::nowhere)
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&room), headers::guard))
        .with_state(room)
}

/// Lets in whoever may use an address.
async fn admit(
    State((room, access)): State<(Arc<Room>, Access)>,
    mut request: Request,
    next: Next,
) -> Response {
    if access == Access::Knock
        && let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<Peer>>()
    {
        let from = peer.asks_from(&room.place, request.headers());
        if let Err(wait) = room.door.knock(from, room.now()) {
            return sign::too_often(request.headers(), wait);
        }
    }
    let guest = sign::guest(&room, request.headers());
    let Some(guest) = guest else {
        return match access {
            Access::Anyone | Access::Knock => next.run(request).await,
            _ if api::is_api(request.uri().path()) => api::unknown(),
            _ if request.uri().path() == live::PATH => live::ended(),
            _ => Redirect::to("/sign-in").into_response(),
        };
    };
    let is_theirs = matches!(access, Access::Mediator | Access::FreshMediator);
    if is_theirs && !is_mediators(&room, &guest) {
        return pages::nowhere_for(&room, Some(&guest), request.headers());
    }
    if matches!(access, Access::FreshGuest | Access::FreshMediator) && !guest.is_fresh {
        let back = frame::encoded(&page_of(request.uri().path()));
        return Redirect::to(&format!("/touch?back={back}")).into_response();
    }
    if !matches!(access, Access::Anyone | Access::Knock) {
        room.reads.note(&guest, request.method(), request.uri(), room.now());
    }
    request.extensions_mut().insert(guest);
    next.run(request).await
}

/// The page from which something grave is done, to go back to after the touch.
fn page_of(path: &str) -> String {
    if path.starts_with("/releases") {
        return "/releases".to_owned();
    }
    let ends = ["/export", "/invite", "/revoke", "/destroy", "/remove"];
    ends.iter().find_map(|end| path.strip_suffix(end)).unwrap_or(path).to_owned()
}

fn is_mediators(room: &Room, guest: &Guest) -> bool {
    crate::rights::is_in_charge(&room.view(&room.state(), guest))
}
