//! Connections that are encrypted here, without a proxy: a certificate and its key from files.
//!
//! Handshakes happen beside each other, each for a bounded time, so that nobody who is slow keeps others waiting.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::Listener;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// How long a handshake may take.
const HANDSHAKE_MAX: Duration = Duration::from_secs(10);
/// Handshakes at the same time; others wait in the system's queue.
const HANDSHAKES_MAX: usize = 256;
/// Connections that are ready and not yet taken.
const READY_MAX: usize = 64;
/// How long is waited after the system refused a connection, as when it has no files left.
const REFUSED_PAUSE: Duration = Duration::from_millis(100);

/// Why a certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file that is not there, or not what it should be.
    #[error("cannot read {what} in {file}: {why}; it has to be a PEM file")]
    File {
        /// What was looked for.
        what: &'static str,
        /// Where.
        file: String,
        /// What was found.
        why: String,
    },
    /// Two that do not belong together, or of a kind that is not known.
    #[error("this certificate and this key cannot be used: {0}")]
    Pair(#[from] rustls::Error),
}

/// A listener whose connections are encrypted.
pub struct Encrypted {
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    here: std::io::Result<SocketAddr>,
}

/// A certificate with its key.
pub struct Certificate(Arc<ServerConfig>);

impl Certificate {
    /// Reads the certificates in one PEM file (one's own first) and the key in another. They are read once: after a
    /// renewal the room is started again.
    pub fn read(certificates: &Path, key: &Path) -> Result<Self, TlsError> {
        config(certificates, key).map(|config| Certificate(Arc::new(config)))
    }

    /// Has a listener encrypt.
    pub fn encrypt(self, listener: TcpListener) -> Encrypted {
        let here = listener.local_addr();
        let (sender, ready) = mpsc::channel(READY_MAX);
        tokio::spawn(shake_hands(listener, TlsAcceptor::from(self.0), sender));
        Encrypted { ready, here }
    }
}

fn config(certificates: &Path, key: &Path) -> Result<ServerConfig, TlsError> {
    let unread = |what: &'static str, file: &Path, why: String| TlsError::File {
        what,
        file: file.display().to_string(),
        why,
    };
    let chain = CertificateDer::pem_file_iter(certificates).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let chain = chain.map_err(|error| unread("certificates", certificates, error.to_string()))?;
    if chain.is_empty() {
        return Err(unread("certificates", certificates, "there is none".to_owned()));
    }
    let key =
        PrivateKeyDer::from_pem_file(key).map_err(|error| unread("a private key", key, error.to_string()))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let mut config = config.with_no_client_auth().with_single_cert(chain, key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

/// Takes connections and has each agree on its encryption by itself; whoever fails is dropped without a word.
async fn shake_hands(
    listener: TcpListener,
    acceptor: TlsAcceptor,
    ready: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    let turns = Arc::new(Semaphore::new(HANDSHAKES_MAX));
    while let Ok(turn) = Arc::clone(&turns).acquire_owned().await {
        let taken = tokio::select! {
            () = ready.closed() => return,
            taken = listener.accept() => taken,
        };
        let Ok((stream, from)) = taken else {
            tokio::time::sleep(REFUSED_PAUSE).await;
            continue;
        };
        let (acceptor, ready) = (acceptor.clone(), ready.clone());
        tokio::spawn(async move {
            let agreed = tokio::time::timeout(HANDSHAKE_MAX, acceptor.accept(stream)).await;
            drop(turn);
            if let Ok(Ok(stream)) = agreed {
                // Refused only when the room has closed.
                let _ = ready.send((stream, from)).await;
            }
        });
    }
}

impl Listener for Encrypted {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(ready) => ready,
            // The task that takes connections lives as long as this does.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        match &self.here {
            Ok(here) => Ok(*here),
            Err(error) => Err(std::io::Error::new(error.kind(), error.to_string())),
        }
    }
}
