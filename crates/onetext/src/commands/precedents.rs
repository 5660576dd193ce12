//! `precedents`: which were invoked in the talks; and what earlier agreements say, from files on this disk.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use onetext_desk::precedents;
use onetext_text::precedents::{
    Budget, Filter, Imported, Library, Query, Stage, TABLE_BYTES_MAX, Theme, of_text, read_pax,
    read_segments, search,
};

use super::{Outcome, pages};
use crate::arguments::{Page, Precedents};
use crate::folder::Opened;
use crate::{print, standpoint, texts};

/// Files of one library: a folder of agreements has some thousands.
const FILES_MAX: usize = 20_000;
/// Hits that are shown, unless it is said how many.
const HITS: usize = 20;
/// The same beside a provision, where each takes a table.
const BESIDE_HITS: usize = 8;
/// Remarks that are said of one file.
const REMARKS_SAID_MAX: usize = 5;

/// Those invoked in the case; or what the library has, alone or beside a provision.
pub fn run(wanted: &Precedents) -> Result<Outcome> {
    if wanted.library.is_empty() {
        let page = Page {
            case: wanted.case.clone(),
            standpoint: wanted.standpoint.clone(),
            output: wanted.output.clone(),
        };
        return pages::named("precedents", &page);
    }
    let library = read(&wanted.library)?;
    let filter = filter(wanted)?;
    let look =
        |query: &Query| search(&library, query, Budget { hits_max: hits(wanted), ..Budget::default() });
    let document = match (&wanted.beside, &wanted.search) {
        (Some(beside), asked) => {
            let opened = Opened::at(&wanted.case)?;
            let view = standpoint::view(&opened.case, &wanted.standpoint)?;
            let provision = precedents::beside::provision(&view, beside).with_context(|| {
                format!(
                    "no provision is called {beside:?}: give its label, or its number in the newest draft"
                )
            })?;
            let query = match asked {
                Some(words) => Query::read(words, filter)?,
                None => Query::like(&precedents::beside::words(provision), filter).map_err(|_| {
                    anyhow!("provision {beside} speaks of nothing that the search has a notion of: add --search WORDS")
                })?,
            };
            precedents::beside::compose(&view, provision, &library, &query, &look(&query))
        }
        (None, Some(words)) => {
            let query = Query::read(words, filter)?;
            precedents::found::compose(&library, &query, &look(&query))
        }
        (None, None) if wanted.theme.is_empty() => {
            bail!("say what is looked for: --search WORDS, --theme TOPIC, or --beside PROVISION")
        }
        (None, None) => {
            let query = Query::read("", filter)?;
            precedents::found::compose(&library, &query, &look(&query))
        }
    };
    print::document(&document, &wanted.output)?;
    Ok(Outcome::Fine)
}

fn hits(wanted: &Precedents) -> usize {
    wanted.hits.unwrap_or(if wanted.beside.is_some() { BESIDE_HITS } else { HITS })
}

/// Reads every file of the library.
pub fn read(paths: &[PathBuf]) -> Result<Library> {
    let mut files = vec![];
    for path in paths {
        collect(path, &mut files)?;
    }
    if files.is_empty() {
        bail!(
            "the library has no files: name the PA-X table (.csv), provisions (.jsonl) or a folder of agreements"
        );
    }
    let mut imported = vec![];
    for path in &files {
        match import(path) {
            Ok(one) => {
                for remark in one.remarks.iter().take(REMARKS_SAID_MAX) {
                    print::talk(&format!("{}: {}", texts::name(path), remark.sentence()));
                }
                imported.push(one);
            }
            Err(error) if files.len() > 1 => print::talk(&format!("left out: {error:#}")),
            Err(error) => return Err(error),
        }
    }
    Ok(Library::of(imported))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let entries = fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
    // A link to a folder may lead back to where it stands.
    let is_own = |entry: &fs::DirEntry| !(entry.path().is_symlink() && entry.path().is_dir());
    let mut inner: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .filter(is_own)
        .map(|entry| entry.path())
        .filter(|path| is_agreement(path))
        .collect();
    inner.sort();
    for one in inner {
        if files.len() >= FILES_MAX {
            bail!("the library has more than {FILES_MAX} files");
        }
        collect(&one, files)?;
    }
    Ok(())
}

/// Whether something in a folder is read: what says how a collection was made is no agreement.
fn is_agreement(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("").to_ascii_uppercase();
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_ascii_lowercase();
    let is_about = ["README", "SOURCES", "LICENSE", "LICENCE", "NOTICE", "CODEBOOK"].contains(&stem.as_str());
    path.is_dir() || (!is_about && !["json", "toml", "yaml", "yml", "py", "zip"].contains(&ending.as_str()))
}

fn import(path: &Path) -> Result<Imported> {
    let name = texts::name(path);
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_ascii_lowercase();
    let bytes = || -> Result<Vec<u8>> {
        let size = fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?.len();
        if size > TABLE_BYTES_MAX as u64 {
            bail!("{name} has {size} bytes; the limit is {TABLE_BYTES_MAX}");
        }
        fs::read(path).with_context(|| format!("cannot read {}", path.display()))
    };
    match ending.as_str() {
        "csv" => read_pax(&bytes()?, &name).with_context(|| name.clone()),
        "jsonl" => read_segments(&bytes()?, &name).with_context(|| name.clone()),
        // Files from somebody else are read in the child, as drafts are.
        _ => Ok(of_text(&texts::read(path)?.draft, &name)),
    }
}

fn filter(wanted: &Precedents) -> Result<Filter> {
    let themes = wanted.theme.iter().map(|theme| Theme::read(theme)).collect::<Result<Vec<_>, _>>()?;
    let stage = |word: &String| {
        Stage::read(word).with_context(|| {
            format!("{word:?} is no stage: write a code of PA-X such as Cea, SubPar, SubComp, Imp, Ren")
        })
    };
    let stages = wanted.stage.iter().map(stage).collect::<Result<Vec<_>>>()?;
    if let (Some(from), Some(to)) = (wanted.from, wanted.to)
        && from > to
    {
        bail!("no year is from {from} on and not after {to}: --from comes first");
    }
    Ok(Filter {
        themes,
        stages,
        status: wanted.status.clone(),
        country: wanted.country.clone(),
        from_year: wanted.from,
        to_year: wanted.to,
    })
}
