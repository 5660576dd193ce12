//! `serve`: a case in the browser of this machine, with no account.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use anyhow::{Context, Result};
use onetext_room::door::Door;
use onetext_room::world::Machine;
use onetext_room::{Place, Room};
use tokio::net::TcpListener;

use super::Outcome;
use crate::arguments::{Serve, Standpoint};
use crate::folder::Opened;
use crate::keeper::FolderKeeper;
use crate::{print, standpoint};

/// Serves until Ctrl-C.
pub fn run(serve: &Serve) -> Result<Outcome> {
    let runtime = tokio::runtime::Runtime::new().context("cannot start the server")?;
    runtime.block_on(alone(serve)).map(|()| Outcome::Fine)
}

async fn alone(serve: &Serve) -> Result<()> {
    let opened = Opened::at(&serve.case)?;
    let viewer =
        standpoint::view(&opened.case, &Standpoint { r#for: serve.r#for.clone(), ..Standpoint::default() })?
            .viewer()
            .clone();
    drop(opened);
    let world = Arc::new(Machine);
    let (door, token) = Door::alone(viewer, world.as_ref());
    let listener =
        TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, serve.port))).await.with_context(|| {
            format!("cannot listen on port {} of this machine: name another with --port", serve.port)
        })?;
    let port = listener.local_addr().context("the listener has no address")?.port();
    let origins = ["127.0.0.1", "localhost"].map(|host| format!("http://{host}:{port}")).to_vec();
    let keeper = Arc::new(FolderKeeper::new(&serve.case));
    let room = Room::open(Arc::clone(&keeper) as _, world, door, Place { origins }).await?;
    tokio::spawn(async move { keeper.watch().await });
    let address = format!("http://127.0.0.1:{port}/open?token={token}");
    print::text(&format!(
        "Open this address in a browser on this machine (it works once):\n\n  {address}\n\nCtrl-C ends it."
    ))?;
    onetext_room::serve(room, listener, stop()).await.context("the server stopped")
}

async fn stop() {
    // Without a signal handler the process ends at once, which loses nothing: what was acknowledged is on disk.
    let _ = tokio::signal::ctrl_c().await;
}
