//! The room encrypts by itself: a client that trusts the certificate gets its pages, others get nothing, and somebody
//! who never finishes the handshake keeps nobody waiting.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use onetext_room::serve;
use onetext_room::tls::{Certificate, TlsError};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsConnector;

use crate::cases::small_case;
use crate::stage::Stage;

/// A certificate for `room.example`, made here; none where there is no `openssl`.
fn made(folder: &Path) -> Option<(PathBuf, PathBuf)> {
    let (certificate, key) = (folder.join("room.pem"), folder.join("room.key"));
    let mut command = Command::new("openssl");
    command.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]);
    command.args(["-days", "2", "-subj", "/CN=room.example", "-addext", "subjectAltName=DNS:room.example"]);
    command.args(["-addext", "basicConstraints=critical,CA:FALSE"]);
    command.arg("-keyout").arg(&key).arg("-out").arg(&certificate);
    command.output().is_ok_and(|done| done.status.success()).then_some((certificate, key))
}

fn provider() -> Arc<rustls::crypto::CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

async fn first_line(port: u16, trusted: RootCertStore) -> std::io::Result<String> {
    let config =
        ClientConfig::builder_with_provider(provider()).with_safe_default_protocol_versions().unwrap();
    let config = config.with_root_certificates(trusted).with_no_client_auth();
    let stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let name = ServerName::try_from("room.example").unwrap();
    let mut stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await?;
    stream.write_all(b"GET /sign-in HTTP/1.1\r\nhost: room.example\r\nconnection: close\r\n\r\n").await?;
    let mut answer = Vec::new();
    // The end may come without its farewell.
    let _ = stream.read_to_end(&mut answer).await;
    Ok(String::from_utf8_lossy(&answer).lines().next().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_room_encrypts_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let Some((certificate, key)) = made(folder.path()) else {
        println!("skipped: no openssl to make a certificate with");
        return;
    };
    let stage = Stage::of(small_case(), 1).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let encrypted = Certificate::read(&certificate, &key).unwrap().encrypt(listener);
    tokio::spawn(serve(Arc::clone(&stage.room), encrypted, std::future::pending()));

    // Somebody knocks and says nothing.
    let _silent = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let mut trusted = RootCertStore::empty();
    trusted.add(CertificateDer::from_pem_file(&certificate).unwrap()).unwrap();
    let line = tokio::time::timeout(Duration::from_secs(5), first_line(port, trusted)).await;
    assert_eq!(line.expect("in time").unwrap(), "HTTP/1.1 200 OK");
    first_line(port, RootCertStore::empty()).await.expect_err("a certificate that nobody vouches for");

    let mut plain = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    plain.write_all(b"GET /sign-in HTTP/1.1\r\nhost: room.example\r\n\r\n").await.unwrap();
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer).await;
    assert!(!String::from_utf8_lossy(&answer).contains("HTTP"), "an answer in the clear");
}

#[test]
fn files_that_hold_no_certificate_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.pem");
    std::fs::write(&empty, "nothing").unwrap();
    for file in [empty.as_path(), Path::new("/nowhere/room.pem")] {
        let error = Certificate::read(file, file).err().unwrap();
        assert!(matches!(error, TlsError::File { .. }) && error.to_string().contains("pem"), "{error}");
    }
}
