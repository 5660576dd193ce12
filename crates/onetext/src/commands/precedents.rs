//! `precedents`: what earlier agreements say, from files on this disk.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use onetext_desk::precedents;
use onetext_text::precedents::{
    Budget, Filter, Imported, Library, Query, Stage, TABLE_BYTES_MAX, Theme, of_text, read_pax,
    read_segments, search,
};

use super::Outcome;
use crate::arguments::Precedents;
use crate::{print, texts};

/// Files of one library: a folder of agreements has some thousands.
const FILES_MAX: usize = 20_000;
/// Remarks that are said of one file.
const REMARKS_SAID_MAX: usize = 5;

/// Searches the library and shows what was found.
pub fn run(wanted: &Precedents) -> Result<Outcome> {
    let mut files = vec![];
    for path in &wanted.library {
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
    let library = Library::of(imported);
    let query = Query::read(&wanted.search, filter(wanted)?)?;
    let found = search(&library, &query, Budget { hits_max: wanted.hits, ..Budget::default() });
    print::document(&precedents::compose(&library, &query, &found), &wanted.output)?;
    Ok(Outcome::Fine)
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let entries = fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut inner: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    inner.sort();
    for one in inner {
        if files.len() >= FILES_MAX {
            bail!("the library has more than {FILES_MAX} files");
        }
        collect(&one, files)?;
    }
    Ok(())
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
    Ok(Filter {
        themes,
        stages,
        status: wanted.status.clone(),
        country: wanted.country.clone(),
        from_year: wanted.from,
        to_year: wanted.to,
    })
}
