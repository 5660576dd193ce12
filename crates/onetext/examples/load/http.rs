//! Just enough of HTTP/1.1 for a load: one connection that stays open, requests one after the other.

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// A connection that stays open.
pub struct Connection {
    host: String,
    stream: BufReader<TcpStream>,
    body: Vec<u8>,
}

impl Connection {
    /// Connects.
    pub async fn open(address: &str) -> Result<Connection> {
        let stream = TcpStream::connect(address).await.with_context(|| format!("cannot reach {address}"))?;
        stream.set_nodelay(true)?;
        Ok(Connection { host: address.to_owned(), stream: BufReader::new(stream), body: Vec::new() })
    }

    /// Reads a page; the status of the answer.
    pub async fn get(&mut self, path: &str, key: &str) -> Result<u16> {
        let request =
            format!("GET {path} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {key}\r\n\r\n", self.host);
        self.stream.write_all(request.as_bytes()).await?;
        self.answer().await
    }

    /// Enters an entry.
    pub async fn post(&mut self, key: &str, body: &str) -> Result<u16> {
        let request = format!(
            "POST /api/v1/entries HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {key}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.host,
            body.len()
        );
        self.stream.write_all(request.as_bytes()).await?;
        self.answer().await
    }

    /// Begins an answer that does not end.
    pub async fn begin(&mut self, path: &str, key: &str) -> Result<()> {
        let request =
            format!("GET {path} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {key}\r\n\r\n", self.host);
        self.stream.write_all(request.as_bytes()).await?;
        match self.head().await? {
            (200, _) => Ok(()),
            (status, _) => bail!("answered {status}"),
        }
    }

    /// The next line of an answer that does not end.
    pub async fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            bail!("the stream has ended");
        }
        Ok(line)
    }

    async fn answer(&mut self) -> Result<u16> {
        let (status, length) = self.head().await?;
        self.body.resize(length, 0);
        self.stream.read_exact(&mut self.body).await?;
        Ok(status)
    }

    async fn head(&mut self) -> Result<(u16, usize)> {
        let first = self.line().await?;
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.with_context(|| format!("no answer of HTTP: {first:?}"))?;
        let mut length = 0;
        loop {
            let line = self.line().await?.to_ascii_lowercase();
            if line.trim().is_empty() {
                return Ok((status, length));
            }
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse()?;
            }
        }
    }
}
