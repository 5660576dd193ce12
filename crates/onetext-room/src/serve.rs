//! Serving: a listener on one address, in the clear on this machine or behind a proxy, or with TLS from files.

use std::fmt::Debug;
use std::io;
use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::connect_info::Connected;
use axum::http::HeaderMap;
use axum::serve::{IncomingStream, Listener};
use tokio::net::TcpListener;

use crate::headers::Place;
use crate::room::Room;
use crate::routes::router;
use crate::tls::Encrypted;

/// In this a proxy says for whom it asks; the last one is whom it saw itself.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// From where a connection comes.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

impl Connected<IncomingStream<'_, TcpListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, TcpListener>) -> Self {
        Peer(stream.remote_addr().ip())
    }
}

impl Connected<IncomingStream<'_, Encrypted>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Encrypted>) -> Self {
        Peer(stream.remote_addr().ip())
    }
}

impl Peer {
    /// From where somebody asks: a proxy says it for others, and is believed on this machine or if it was named.
    pub(crate) fn asks_from(self, place: &Place, asked: &HeaderMap) -> IpAddr {
        if !self.0.is_loopback() && !place.proxies.contains(&self.0) {
            return self.0;
        }
        let last = asked.get_all(FORWARDED_FOR).iter().next_back().and_then(|line| line.to_str().ok());
        let last = last.and_then(|line| line.rsplit(',').next()).and_then(|one| one.trim().parse().ok());
        last.unwrap_or(self.0)
    }
}

/// Serves until it is told to stop.
pub async fn serve<L>(
    room: Arc<Room>,
    listener: L,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()>
where
    L: Listener,
    L::Addr: Debug,
    Peer: for<'s> Connected<IncomingStream<'s, L>>,
{
    let service = router(room).into_make_service_with_connect_info::<Peer>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}
