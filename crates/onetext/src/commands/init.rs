//! `init`: a new case folder, empty or a copy of a shipped example.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use include_dir::{Dir, DirEntry, include_dir};
use onetext_folder::write::{Names, settings};
use onetext_model::Settings;

use super::Outcome;
use crate::arguments::Init;
use crate::folder::write_whole;
use crate::print;

/// The shipped cases, as they stood when the program was built.
static CASES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../cases");

/// What git must not take in.
pub const IGNORED: &str =
    "# Private places stay off the record of git; `onetext lock` keeps them encrypted.\nprivate/\n";

/// The circle of the mediator, which every case has.
const MEDIATOR: &str = "
# The mediator's own circle. Its entries lie in private/mediator/.
[[compartment]]
label = \"mediator\"
name = \"Mediator\"
mediator = true
";

/// Makes the folder.
pub fn run(init: &Init) -> Result<Outcome> {
    let folder = &init.folder;
    let is_filled = folder.is_dir() && fs::read_dir(folder)?.next().is_some();
    if is_filled || folder.is_file() {
        bail!("{} is not empty; name a new folder", folder.display());
    }
    match &init.example {
        Some(name) => copy_example(name, folder)?,
        None => empty_case(init)?,
    }
    print::talk(&format!("made {}; next: onetext status {}", folder.display(), folder.display()));
    Ok(Outcome::Fine)
}

fn copy_example(name: &str, folder: &Path) -> Result<()> {
    let Some(example) = CASES.get_dir(name) else {
        let names: Vec<String> = CASES.dirs().map(|dir| dir.path().display().to_string()).collect();
        bail!("there is no example {name:?}; there are {}", names.join(" and "));
    };
    copy(example, example.path(), folder)?;
    write_whole(&folder.join(".gitignore"), IGNORED.as_bytes())
}

fn copy(from: &Dir<'_>, root: &Path, folder: &Path) -> Result<()> {
    for entry in from.entries() {
        match entry {
            DirEntry::Dir(inner) => copy(inner, root, folder)?,
            DirEntry::File(file) => {
                let inside =
                    file.path().strip_prefix(root).context("a shipped file lies outside its case")?;
                write_whole(&folder.join(inside), file.contents())?;
            }
        }
    }
    Ok(())
}

fn empty_case(init: &Init) -> Result<()> {
    let new = Settings::new(init.title.clone(), init.zone.clone());
    if new.zone().is_none() {
        bail!("{:?} is no IANA time zone: write for example Europe/Kyiv", init.zone);
    }
    let today = jiff::Zoned::now().date();
    let times = format!(
        "\n# When the entries of this file became known, and when they were put on file.\nknown_at = {today}\nrecorded_at = {today}\n"
    );
    let text = settings(&new, &Names::default())?;
    // Keys of the file stand before its first table.
    let (format, case) = text.split_once("[case]").context("settings have a table [case]")?;
    let text = format!("{}{times}\n[case]{case}{MEDIATOR}", format.trim_end().to_owned() + "\n");
    write_whole(&init.folder.join("case.toml"), text.as_bytes())?;
    write_whole(&init.folder.join(".gitignore"), IGNORED.as_bytes())
}
