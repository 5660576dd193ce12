//! Row 2: every write of a store is recorded in its order, and the disks that a power cut could leave are built from it:
//! what was synced is there, of the rest each write may be there, be missing, or be torn at a sector. Each is opened.
//!
//! Not modelled: a drive that says "synced" and is not, and renames, which the store does not make while it works.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use onetext_store::{Store, create};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

use crate::child::{APPENDS, MANNER, acknowledged, start, wrong};
use crate::contract::log;

/// Disks in a test among others; `ONETEXT_SAFETY_IMAGES` for more.
const IMAGES: u32 = 200;
/// How often it is looked whether a store is closed: two seconds in all.
const CLOSING_TRIES_MAX: usize = 400;
/// So many looks in a row must be the same.
const STILL: usize = 5;
/// Disks of each control, by which it must be found out.
const CONTROL_IMAGES: u32 = 150;
/// Disks from one recording, so that many histories are cut.
const IMAGES_OF_ONE: u32 = 250;
/// Appends of one recording: the log ahead is carried over some twenty times in it.
const APPENDS_OF_ONE: &str = "150";
/// What a drive writes whole.
const SECTOR: usize = 512;

/// One thing that the store asked of the disk.
enum Act {
    Write {
        path: PathBuf,
        at: usize,
        bytes: Vec<u8>,
    },
    Cut {
        path: PathBuf,
        length: usize,
    },
    Sync {
        path: PathBuf,
    },
    Removed {
        path: PathBuf,
    },
    /// Not of the disk: from here on this much is acknowledged.
    Acknowledged(u64, u64),
}

/// Numbers that look drawn, the same every time (xorshift).
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 16).unwrap() % end.max(1)
    }

    fn coin(&mut self) -> bool {
        self.next() >> 40 & 1 == 1
    }
}

/// How kind the cut is to what was not synced.
#[derive(Clone, Copy)]
enum Fate {
    Nothing,
    Everything,
    Some,
}

/// A file as it is on the disk for sure, and what was asked since.
#[derive(Default, Clone)]
struct File {
    sure: Vec<u8>,
    /// Whether its name is on the disk for sure.
    is_named: bool,
    pending: Vec<usize>,
}

fn apply(to: &mut Vec<u8>, act: &Act, draw: &mut Draw, fate: Fate) {
    match act {
        Act::Cut { length, .. } => to.resize(*length, 0),
        Act::Write { at, bytes, .. } => {
            let is_torn = matches!(fate, Fate::Some) && draw.coin();
            for (place, piece) in bytes.chunks(SECTOR).enumerate() {
                if is_torn && draw.coin() {
                    continue;
                }
                let from = at + place * SECTOR;
                if to.len() < from + piece.len() {
                    to.resize(from + piece.len(), 0);
                }
                to[from..from + piece.len()].copy_from_slice(piece);
            }
        }
        Act::Sync { .. } | Act::Removed { .. } | Act::Acknowledged(..) => {}
    }
}

/// What happened to the files below a folder, from the shim's recording.
fn recorded(trace: &Path) -> Vec<Act> {
    let bytes = fs::read(trace).unwrap();
    let mut rest = bytes.as_slice();
    let mut acts = Vec::new();
    let take = |rest: &mut &[u8], count: usize| -> Vec<u8> {
        let (taken, left) = rest.split_at(count);
        *rest = left;
        taken.to_vec()
    };
    let number = |bytes: Vec<u8>| {
        usize::try_from(bytes.iter().rev().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte))).unwrap()
    };
    while !rest.is_empty() {
        let kind = take(&mut rest, 1)[0];
        let length = number(take(&mut rest, 4));
        let path = PathBuf::from(String::from_utf8(take(&mut rest, length)).unwrap());
        let at = number(take(&mut rest, 8));
        let length = number(take(&mut rest, 4));
        let bytes = take(&mut rest, if kind == b'W' { length } else { 0 });
        let is_ledger = path.extension().is_some_and(|ending| ending == "acknowledged");
        acts.push(match kind {
            b'W' if is_ledger => {
                let said = format!("{}{}", crate::child::ACKNOWLEDGED, String::from_utf8(bytes).unwrap());
                let (a, b) = acknowledged(&said).unwrap();
                Act::Acknowledged(a, b)
            }
            _ if is_ledger => continue,
            b'W' => Act::Write { path, at, bytes },
            b'T' => Act::Cut { path, length: at },
            b'S' => Act::Sync { path },
            b'U' => Act::Removed { path },
            other => panic!("{other} is no act"),
        });
    }
    acts
}

/// The files that a cut before this act leaves, and what was acknowledged until then.
fn cut(
    base: &BTreeMap<PathBuf, Vec<u8>>,
    acts: &[Act],
    draw: &mut Draw,
) -> (BTreeMap<PathBuf, Vec<u8>>, (u64, u64)) {
    let mut kept = (0, 0);
    let mut files: BTreeMap<PathBuf, File> = base
        .iter()
        .map(|(path, sure)| (path.clone(), File { sure: sure.clone(), is_named: true, pending: Vec::new() }))
        .collect();
    let mut unused = Draw(1);
    for (place, act) in acts.iter().enumerate() {
        match act {
            Act::Acknowledged(a, b) => kept = (*a, *b),
            Act::Write { path, .. } | Act::Cut { path, .. } => {
                files.entry(path.clone()).or_default().pending.push(place);
            }
            Act::Sync { path } if files.contains_key(path) => {
                let Some(file) = files.get_mut(path) else { continue };
                for place in std::mem::take(&mut file.pending) {
                    apply(&mut file.sure, &acts[place], &mut unused, Fate::Everything);
                }
            }
            // A folder: the names in it are on the disk from now on.
            Act::Sync { path } => {
                for (name, file) in &mut files {
                    file.is_named |= name.parent() == Some(path);
                }
            }
            Act::Removed { path } => panic!("{} was removed: this is not modelled", path.display()),
        }
    }
    let fate = [Fate::Nothing, Fate::Everything, Fate::Some, Fate::Some][draw.below(4)];
    let mut left = BTreeMap::new();
    for (path, mut file) in files {
        let is_shared_memory = path.to_string_lossy().ends_with("-shm");
        let is_there = file.is_named || matches!(fate, Fate::Everything) || draw.coin();
        if is_shared_memory || !is_there {
            continue;
        }
        for place in file.pending {
            let stays = match fate {
                Fate::Nothing => false,
                Fate::Everything => true,
                Fate::Some => draw.coin(),
            };
            if stays {
                apply(&mut file.sure, &acts[place], draw, fate);
            }
        }
        left.insert(path, file.sure);
    }
    (left, kept)
}

/// Opens such a disk as the program would. Nothing, or what is wrong with it.
async fn judge(folder: &Path, files: &BTreeMap<PathBuf, Vec<u8>>, kept: (u64, u64)) -> Option<String> {
    for (path, bytes) in files {
        let to = folder.join(path.file_name().unwrap());
        fs::write(&to, bytes).unwrap();
        fs::set_permissions(&to, fs::Permissions::from_mode(0o600)).unwrap();
    }
    let path = folder.join("room.onetext");
    let manner = onetext_store::testing::Manner {
        sync: onetext_store::testing::Sync::Full,
        strict: true,
        checkpoint_pages: 1_000,
    };
    let store = match onetext_store::testing::open_weaker(&path, manner).await {
        Ok(store) => store,
        Err(error) => return Some(format!("corrupt: {error}")),
    };
    let read = async |store: &dyn Store, name: &str| store.read(&log(name), 0).await;
    let (Ok(a), Ok(b)) = (read(store.as_ref(), "a").await, read(store.as_ref(), "b").await) else {
        return Some("corrupt: cannot be read".to_owned());
    };
    if let Some(why) = wrong(&a, &b, kept) {
        return Some(why);
    }
    drop(store);
    let mut raw = SqliteConnectOptions::new().filename(&path).connect().await.unwrap();
    let found = sqlx::query_scalar::<_, String>("pragma integrity_check").fetch_one(&mut raw).await;
    raw.close().await.unwrap();
    match found {
        Ok(word) if word == "ok" => None,
        Ok(word) => Some(format!("corrupt: {word}")),
        Err(error) => Some(format!("corrupt: {error}")),
    }
}

/// Compiles the shim; nothing where there is no compiler.
fn shim(folder: &Path) -> Option<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/power_cut.c");
    let to = folder.join("power_cut.so");
    let made =
        Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&to).arg(source).arg("-ldl").status();
    made.is_ok_and(|status| status.success()).then_some(to)
}

/// Memory where the machine has it: the disks are many and small.
fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// What a run of cuts showed: disks on which something was lost, disks that did not hold together, acts recorded.
#[derive(Default)]
struct Outcome {
    lost: u32,
    corrupt: u32,
    acts: usize,
}

/// The files of a store that was closed. Its connections close on threads of their own, and may take the log of writes
/// away while it is read: the files count when nothing has moved for a while.
async fn settled(below: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut last = None;
    let mut still = 0;
    for _ in 0..CLOSING_TRIES_MAX {
        let files = fs::read_dir(below).unwrap().map(|item| item.unwrap().path());
        // A file that went meanwhile makes the whole look void.
        let look: Option<BTreeMap<PathBuf, Vec<u8>>> =
            files.map(|file| fs::read(&file).ok().map(|bytes| (file, bytes))).collect();
        still = if look.is_some() && look == last { still + 1 } else { 0 };
        if let Some(files) = look.clone().filter(|_| still >= STILL) {
            return files;
        }
        last = look;
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("the store was not closed");
}

/// Cuts the power so many times, at drawn moments of as many recordings as that takes.
async fn cuts(shim: &Path, manner: &str, count: u32, draw: &mut Draw) -> Outcome {
    let mut outcome = Outcome::default();
    let mut left = count;
    while left > 0 {
        let folder = tempfile::tempdir().unwrap();
        let below = fs::canonicalize(folder.path()).unwrap().join("disk");
        fs::create_dir(&below).unwrap();
        let path = below.join("room.onetext");
        drop(create(path.to_str().unwrap()).await.unwrap());
        let base = settled(&below).await;
        let trace = folder.path().join("trace");
        let set = [
            ("LD_PRELOAD", shim.to_str().unwrap()),
            ("ONETEXT_TRACE", trace.to_str().unwrap()),
            ("ONETEXT_TRACE_BELOW", below.to_str().unwrap()),
            (MANNER, manner),
            (APPENDS, APPENDS_OF_ONE),
        ];
        start(&path, &set).wait_with_output().unwrap();
        let acts = recorded(&trace);
        assert!(acts.iter().any(|act| matches!(act, Act::Acknowledged(..))), "nothing was recorded");
        outcome.acts += acts.len();
        for _ in 0..left.min(IMAGES_OF_ONE) {
            let (files, kept) = cut(&base, &acts[..draw.below(acts.len() + 1)], draw);
            let disk = scratch();
            if let Some(why) = judge(disk.path(), &files, kept).await {
                if why.starts_with("lost") {
                    outcome.lost += 1;
                } else {
                    outcome.corrupt += 1;
                }
                if manner == "full" {
                    println!("{why}");
                }
            }
        }
        left -= left.min(IMAGES_OF_ONE);
    }
    outcome
}

#[tokio::test]
async fn safety_row_2_power_cuts_lose_nothing_that_was_acknowledged() {
    let tools = tempfile::tempdir().unwrap();
    let Some(shim) = shim(tools.path()) else {
        println!("row 2: skipped: no C compiler (cc) for the recording of writes");
        return;
    };
    let count = std::env::var("ONETEXT_SAFETY_IMAGES").map_or(IMAGES, |count| count.parse().unwrap());
    let mut draw = Draw(0x6f6e_6574_6578_7431);
    let full = cuts(&shim, "full", count, &mut draw).await;
    let normal = cuts(&shim, "normal", CONTROL_IMAGES, &mut draw).await;
    let off = cuts(&shim, "off", CONTROL_IMAGES, &mut draw).await;
    println!(
        "row 2: {} lost, {} corrupt of {count} power cuts ({} writes and syncs recorded); controls of \
         {CONTROL_IMAGES}: NORMAL {} lost, {} corrupt; OFF {} lost, {} corrupt",
        full.lost, full.corrupt, full.acts, normal.lost, normal.corrupt, off.lost, off.corrupt
    );
    assert_eq!((full.lost, full.corrupt), (0, 0));
    assert!(normal.lost > 0, "the control with NORMAL was not found out");
    assert!(off.lost + off.corrupt > 0, "the control with OFF was not found out");
}
