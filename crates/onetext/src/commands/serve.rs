//! `serve`: a case in the browser. A folder, or a store without `--origin`: for whoever is at this machine, with no
//! account.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use onetext_model::{Case, Viewer};
use onetext_room::door::{Door, OpenId, Registration};
use onetext_room::keeping::{Keeping, News, StoreKeeper};
use onetext_room::tls::Certificate;
use onetext_room::world::{Machine, World};
use onetext_room::{Place, Room};
use tokio::net::TcpListener;

use super::Outcome;
use crate::arguments::{Serve, Standpoint};
use crate::folder::Opened;
use crate::keeper::FolderKeeper;
use crate::reports::Uploads;
use crate::{print, standpoint};

/// Serves until Ctrl-C.
pub fn run(serve: &Serve) -> Result<Outcome> {
    let runtime = tokio::runtime::Runtime::new().context("cannot start the server")?;
    let served = runtime.block_on(async {
        match &serve.origin {
            Some(origin) => room(serve, origin).await,
            None => alone(serve).await,
        }
    });
    served.map(|()| Outcome::Fine)
}

/// A room: people come in by passkey.
async fn room(serve: &Serve, origin: &str) -> Result<()> {
    if !is_store(&serve.case) {
        anyhow::bail!(
            "a room is kept in a store: make one with `onetext room create STORE --from {}`",
            serve.case
        );
    }
    let url = super::room::url(origin)?;
    let files = serve.certificate.as_deref().zip(serve.certificate_key.as_deref());
    let certificate = files.map(|(certificate, key)| Certificate::read(certificate, key)).transpose()?;
    let world = Arc::new(Machine);
    let keeper = Arc::new(super::room::keeper(&serve.case, Arc::clone(&world) as _).await?);
    let mut door = Door::room(Arc::clone(&keeper) as _, &url)?;
    if let Some(registration) = registration(serve)? {
        door = door.with_provider(Arc::new(OpenId::new(registration, &url)?));
    }
    let listener = TcpListener::bind(SocketAddr::from((serve.listen, serve.port)))
        .await
        .with_context(|| format!("cannot listen on {} port {}", serve.listen, serve.port))?;
    let place = Place { origins: vec![url.origin().ascii_serialization()], proxies: serve.proxy.clone() };
    let room = Room::open(keeper, world, door, place).await?;
    give(serve, &room)?;
    tokio::spawn(onetext_room::door::watch(Arc::clone(&room)));
    tokio::spawn(onetext_room::reads::watch(Arc::downgrade(&room)));
    let kept = Arc::clone(&room);
    let here = listener.local_addr().context("the listener has no address")?;
    print::text(&format!("The room {origin} is open; listening on {here}.\n\nCtrl-C ends it."))?;
    let served = match certificate {
        Some(certificate) => onetext_room::serve(room, certificate.encrypt(listener), stop()).await,
        None => onetext_room::serve(room, listener, stop()).await,
    };
    served.context("the server stopped")?;
    Ok(onetext_room::reads::put_on_record(&kept).await?)
}

/// How the room is known to its identity provider, where there is one.
fn registration(serve: &Serve) -> Result<Option<Registration>> {
    let (Some(provider), Some(client)) = (&serve.provider, &serve.provider_client) else { return Ok(None) };
    let issuer =
        url::Url::parse(provider).with_context(|| format!("{provider} is no address of a provider"))?;
    let secret = match &serve.provider_secret {
        None => None,
        Some(file) => Some(
            std::fs::read_to_string(file)
                .with_context(|| format!("cannot read the secret in {}", file.display()))?
                .trim()
                .to_owned(),
        ),
    };
    let host = issuer.host_str().unwrap_or(provider).to_owned();
    let name = serve.provider_name.clone().unwrap_or(host);
    Ok(Some(Registration { name, issuer, client: client.clone(), secret }))
}

async fn alone(serve: &Serve) -> Result<()> {
    let world = Arc::new(Machine);
    let (keeping, viewer) = kept(serve).await?;
    let (door, token) = Door::alone(viewer, world.as_ref());
    let key = serve.key.then(|| door.key(world.now(), world.as_ref())).flatten();
    let listener =
        TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, serve.port))).await.with_context(|| {
            format!("cannot listen on port {} of this machine: name another with --port", serve.port)
        })?;
    let port = listener.local_addr().context("the listener has no address")?.port();
    let origins = ["127.0.0.1", "localhost"].map(|host| format!("http://{host}:{port}")).to_vec();
    let room = Room::open(keeping, world, door, Place { origins, ..Place::default() }).await?;
    give(serve, &room)?;
    let address = format!("http://127.0.0.1:{port}/open?token={token}");
    print::text(&format!(
        "Open this address in a browser on this machine (it works once):\n\n  {address}\n\nCtrl-C ends it."
    ))?;
    if let Some(key) = key {
        print::text(&format!("Key for a program (Authorization: Bearer): {key}"))?;
    }
    onetext_room::serve(room, listener, stop()).await.context("the server stopped")
}

/// What reads files, and earlier agreements that can be searched in the room.
fn give(serve: &Serve, room: &Room) -> Result<()> {
    room.give_files(Arc::new(Uploads));
    if !serve.library.is_empty() {
        room.give(super::precedents::read(&serve.library)?);
    }
    Ok(())
}

/// Where the case is kept, and with whose eyes whoever is at this machine looks.
async fn kept(serve: &Serve) -> Result<(Arc<dyn Keeping>, Viewer)> {
    let standpoint = Standpoint { r#for: serve.r#for.clone(), ..Standpoint::default() };
    if Path::new(&serve.case).is_dir() || !is_store(&serve.case) {
        let path = Path::new(&serve.case);
        let opened = Opened::at(path)?;
        let viewer = standpoint::view(&opened.case, &standpoint)?.viewer().clone();
        let keeper = Arc::new(FolderKeeper::new(path));
        let watching = Arc::clone(&keeper);
        tokio::spawn(async move { watching.watch().await });
        return Ok((keeper, viewer));
    }
    let store = onetext_store::open(&serve.case).await?;
    let first = StoreKeeper::new(Arc::clone(&store), Arc::new(Machine)).news().await?;
    let News::Whole(kept) = first else { anyhow::bail!("{} holds no room", serve.case) };
    let (case, _) = Case::new(kept.log);
    let viewer = standpoint::view(&case, &standpoint)?.viewer().clone();
    Ok((Arc::new(StoreKeeper::new(store, Arc::new(Machine))), viewer))
}

/// Whether a name means a store and not a folder.
pub fn is_store(name: &str) -> bool {
    onetext_store::is_postgres(name) || Path::new(name).is_file()
}

async fn stop() {
    // Without a signal handler the process ends at once, which loses nothing: what was acknowledged is on disk.
    let _ = tokio::signal::ctrl_c().await;
}
