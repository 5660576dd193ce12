//! Serving: a listener on one address, in the clear on this machine or behind a proxy, or with TLS from files.

use std::fmt::Debug;
use std::io;
use std::sync::Arc;

use axum::serve::Listener;

use crate::room::Room;
use crate::routes::router;

/// Serves until it is told to stop.
pub async fn serve<L>(
    room: Arc<Room>,
    listener: L,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()>
where
    L: Listener,
    L::Addr: Debug,
{
    axum::serve(listener, router(room)).with_graceful_shutdown(stop).await
}
