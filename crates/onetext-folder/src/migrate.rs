//! The version of the folder format, and the steps from older ones. A newer folder is refused, never guessed at.

use crate::Files;

/// The version that this program reads and writes.
pub const FORMAT: u32 = 1;

/// One step: from the version with its number to the next.
#[derive(Clone, Copy)]
pub struct Step {
    /// The version that it starts from.
    pub from: u32,
    /// What it does to the files.
    pub apply: fn(&mut Files),
}

/// Why a folder cannot be brought up to date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MigrationError {
    /// There is no case.toml with a format.
    #[error("case.toml has no line `format = N`: write format = {FORMAT}")]
    NoFormat,
    /// The folder is newer than the program.
    #[error("the folder has format {0}, this program reads up to {FORMAT}: use a newer program")]
    Newer(u32),
    /// No step leads on.
    #[error("no step leads from format {0} to {FORMAT}")]
    NoStep(u32),
}

/// The steps of this program. There is one format so far, hence none.
const STEPS: &[Step] = &[];

/// The files in the newest format, and whether anything changed.
pub fn upgrade(files: &Files) -> Result<Option<Files>, MigrationError> {
    migrate(files, STEPS, FORMAT)
}

/// The files after all `steps` up to format `newest`; none where nothing had to be done.
pub fn migrate(files: &Files, steps: &[Step], newest: u32) -> Result<Option<Files>, MigrationError> {
    let mut version = format_of(files).ok_or(MigrationError::NoFormat)?;
    if version > newest {
        return Err(MigrationError::Newer(version));
    }
    if version == newest {
        return Ok(None);
    }
    let mut files = files.clone();
    while version < newest {
        let step = steps.iter().find(|step| step.from == version).ok_or(MigrationError::NoStep(version))?;
        (step.apply)(&mut files);
        version += 1;
        set_format(&mut files, version);
    }
    Ok(Some(files))
}

fn settings_text(files: &Files) -> Option<&str> {
    std::str::from_utf8(files.get("case.toml")?).ok()
}

fn format_of(files: &Files) -> Option<u32> {
    let document = settings_text(files)?.parse::<toml_edit::DocumentMut>().ok()?;
    u32::try_from(document.get("format")?.as_integer()?).ok()
}

fn set_format(files: &mut Files, version: u32) {
    let edited = settings_text(files).and_then(|text| {
        let mut document = text.parse::<toml_edit::DocumentMut>().ok()?;
        // Only the number changes: a comment behind it stays.
        let format = document.get_mut("format")?.as_value_mut()?;
        let around = format.decor().clone();
        *format = i64::from(version).into();
        *format.decor_mut() = around;
        Some(document.to_string())
    });
    if let Some(text) = edited {
        files.insert("case.toml".to_owned(), text.into_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(format: &str) -> Files {
        Files::from([(
            "case.toml".to_owned(),
            format!("# kept\nformat = {format} # this too\n").into_bytes(),
        )])
    }

    #[test]
    fn steps_run_in_order_and_keep_comments() {
        let rename = Step {
            from: 1,
            apply: |files| {
                files.insert("one".into(), vec![]);
            },
        };
        let again = Step {
            from: 2,
            apply: |files| {
                files.remove("one");
            },
        };
        let files = migrate(&folder("1"), &[again, rename], 3).unwrap().unwrap();
        assert_eq!(files, folder("3"));
    }

    #[test]
    fn newer_folders_are_refused() {
        assert_eq!(upgrade(&folder("2")), Err(MigrationError::Newer(2)));
        assert_eq!(upgrade(&folder("1")), Ok(None));
        assert_eq!(upgrade(&folder("0")), Err(MigrationError::NoStep(0)));
        assert_eq!(upgrade(&Files::new()), Err(MigrationError::NoFormat));
    }
}
