//! Serving: a listener on one address, in the clear on this machine or behind a proxy, or with TLS from files.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;

use crate::room::Room;
use crate::routes::router;

/// Serves until it is told to stop.
pub async fn serve(
    room: Arc<Room>,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let service = router(room).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}
