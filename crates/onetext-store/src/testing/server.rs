//! A PostgreSQL of one's own: a new folder, a free port of this machine, stopped when it is no longer held.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};
use tempfile::TempDir;

/// How long the server may take until it answers.
const START_MAX: Duration = Duration::from_secs(30);
/// How long it may take to stop before it is killed.
const STOP_MAX: Duration = Duration::from_secs(5);
/// How often it is asked.
const ASK_EVERY: Duration = Duration::from_millis(50);
/// The role that owns the databases; neither a superuser nor exempt from row-level security.
const ROLE: &str = "room";
/// Who the server runs as when this runs as root, which PostgreSQL refuses.
const RUNS_AS: &str = "postgres";

/// A running server.
pub struct Server {
    child: Child,
    port: u16,
    _folder: TempDir,
}

impl Server {
    /// Starts one with these settings; none where PostgreSQL is not installed.
    pub async fn start(settings: &[&str]) -> io::Result<Option<Server>> {
        let Some(programs) = programs() else { return Ok(None) };
        let folder = tempfile::tempdir()?;
        let data = folder.path().join("data");
        std::fs::create_dir(&data)?;
        if is_root() {
            own(folder.path())?;
            own(&data)?;
        }
        let mut init = as_plain_user(&programs.join("initdb"));
        init.args(["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync"]);
        run(init.arg("--pgdata").arg(&data))?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = as_plain_user(&programs.join("postgres"));
        command
            .arg("-D")
            .arg(&data)
            .args(["-h", "127.0.0.1", "-p", &port.to_string(), "-k"])
            .arg(folder.path());
        command.args(["-c", "shared_buffers=32MB", "-c", "max_connections=200"]);
        for setting in settings {
            command.args(["-c", setting]);
        }
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let server = Server { child, port, _folder: folder };
        server.answers().await?;
        Ok(Some(server))
    }

    /// Makes an empty database of that name, and gives its address for an ordinary role that owns it.
    pub async fn database(&self, name: &str) -> Result<String, sqlx::Error> {
        self.as_superuser("postgres", &format!("create database \"{name}\" owner {ROLE}")).await?;
        Ok(format!("postgres://{ROLE}@127.0.0.1:{}/{name}", self.port))
    }

    /// The address of a database for the superuser.
    pub fn superuser_address(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{database}", self.port)
    }

    /// Has the superuser run a statement.
    pub async fn as_superuser(&self, database: &str, sql: &str) -> Result<(), sqlx::Error> {
        let mut connection = self.connect(database).await?;
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await?;
        connection.close().await
    }

    async fn connect(&self, database: &str) -> Result<PgConnection, sqlx::Error> {
        let options = PgConnectOptions::new().host("127.0.0.1").port(self.port).username("postgres");
        options.database(database).connect().await
    }

    async fn answers(&self) -> io::Result<()> {
        let started = Instant::now();
        loop {
            match self.as_superuser("postgres", &format!("create role {ROLE} login")).await {
                Ok(()) => return Ok(()),
                Err(error) if started.elapsed() > START_MAX => {
                    return Err(io::Error::new(ErrorKind::TimedOut, error));
                }
                Err(_) => tokio::time::sleep(ASK_EVERY).await,
            }
        }
    }
}

impl Drop for Server {
    /// Stops it at once: nothing of it is wanted any more.
    fn drop(&mut self) {
        let asked = Command::new("kill").args(["-QUIT", &self.child.id().to_string()]).status();
        let started = Instant::now();
        while asked.is_ok() && started.elapsed() < STOP_MAX {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(ASK_EVERY);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where `initdb` and `postgres` lie: in Debian's folder of the newest version, or on the path.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let number = |path: &Path| path.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok());
    let mut newest: Vec<PathBuf> = versions.map(|item| item.path()).collect();
    newest.sort_by_key(|path| std::cmp::Reverse(number(path)));
    let on_path = std::env::var_os("PATH")
        .into_iter()
        .flat_map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let places = newest.into_iter().map(|path| path.join("bin")).chain(on_path);
    places.into_iter().find(|place| place.join("initdb").exists() && place.join("postgres").exists())
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|found| std::os::unix::fs::MetadataExt::uid(&found) == 0)
}

fn own(path: &Path) -> io::Result<()> {
    run(Command::new("chown").arg(RUNS_AS).arg(path))
}

/// A command that does not run as root, and ends with us where the system can see to that.
fn as_plain_user(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.arg(format!("--reuid={RUNS_AS}")).arg(format!("--regid={RUNS_AS}"));
    command.args(["--clear-groups", "--pdeathsig", "KILL"]).arg(program);
    command.current_dir("/");
    command
}

fn run(command: &mut Command) -> io::Result<()> {
    let done = command.stdin(Stdio::null()).output()?;
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    if done.status.success() { Ok(()) } else { Err(io::Error::other(said)) }
}
