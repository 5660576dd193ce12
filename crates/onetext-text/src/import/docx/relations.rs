//! What belongs to what in the package: which part is the text, which its notes, and what lies outside of the file.

use super::super::package::Package;
use super::super::xml::{Token, Xml};
use super::super::{ImportError, Remark, Severity, Spot, What};

/// Relations that are read; a text has some hundreds of links.
const RELATIONS_MAX: usize = 50_000;
/// Outside targets that are told.
const TOLD_MAX: usize = 50;

/// One relation.
struct Relation {
    /// The part that it belongs to.
    from: String,
    /// The last word of its type: `footnotes`, `hyperlink`.
    sort: String,
    target: String,
    is_outside: bool,
}

/// The relations of the package, of its main part and of its settings.
#[derive(Default)]
pub(super) struct Relations {
    all: Vec<Relation>,
}

impl Relations {
    pub(super) fn read(package: &Package<'_>) -> Result<Relations, ImportError> {
        let mut found = Relations::default();
        let names: Vec<String> =
            package.names().filter(|name| ending(name) == "rels").map(str::to_owned).collect();
        for name in names {
            if let Some(bytes) = package.part(&name)? {
                found.take(&bytes, &name)?;
            }
        }
        Ok(found)
    }

    fn take(&mut self, bytes: &[u8], name: &str) -> Result<(), ImportError> {
        let mut xml = Xml::new(bytes, name)?;
        // `word/_rels/document.xml.rels` tells the relations of `word/document.xml`.
        let from = name.replace("_rels/", "").trim_end_matches(".rels").to_owned();
        loop {
            match xml.next()? {
                Token::Open(tag) if tag.name() == "Relationship" => {
                    if self.all.len() >= RELATIONS_MAX {
                        let what = "relations in the package".to_owned();
                        return Err(ImportError::TooMuch {
                            what,
                            found: RELATIONS_MAX + 1,
                            limit: RELATIONS_MAX,
                        });
                    }
                    let sort = tag.get("Type").unwrap_or_default();
                    self.all.push(Relation {
                        from: from.clone(),
                        sort: sort.rsplit('/').next().unwrap_or_default().to_owned(),
                        target: tag.get("Target").unwrap_or_default(),
                        is_outside: tag.get("TargetMode").is_some_and(|mode| mode == "External"),
                    });
                }
                Token::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// What the main part may be called.
    pub(super) fn main(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .all
            .iter()
            .filter(|one| one.sort == "officeDocument" && !one.is_outside)
            .map(|one| within("", &one.target))
            .collect();
        names.push("word/document.xml".to_owned());
        names
    }

    /// What a part of this sort may be called: as the main part says, or as it is always called.
    pub(super) fn of(&self, sort: &str) -> Vec<String> {
        let mut names: Vec<String> = self
            .all
            .iter()
            .filter(|one| one.sort == sort && !one.is_outside)
            .map(|one| within(&one.from, &one.target))
            .collect();
        names.push(format!("word/{sort}.xml"));
        names.dedup();
        names
    }

    /// What a reader of the file should know: what it would fetch, run or hold besides.
    pub(super) fn remarks(&self, package: &Package<'_>) -> Vec<Remark> {
        let mut found = Vec::new();
        for one in self.all.iter().filter(|one| one.is_outside && one.sort != "hyperlink").take(TOLD_MAX) {
            let target = one.target.chars().take(200).collect();
            found.push(Remark::on_file(Severity::Warning, What::Outside { target }));
        }
        for one in self.all.iter().filter(|one| one.sort == "aFChunk").take(TOLD_MAX) {
            found.push(Remark::at(Severity::Warning, Spot::Part(one.target.clone()), "", What::Foreign));
        }
        for name in package.names() {
            let what = if name.ends_with("vbaproject.bin") || name.contains("/activex/") {
                What::Macro
            } else if name.contains("/embeddings/") || ["exe", "dll"].contains(&ending(name)) {
                What::Embedded
            } else {
                continue;
            };
            found.push(Remark::at(Severity::Warning, Spot::Part(name.to_owned()), "", what));
        }
        found
    }
}

/// The name of a part that another one points to; nothing leads out of the package, because names are only looked up.
fn within(from: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => from.rsplit_once('/').map(|(folder, _)| folder.split('/').collect()).unwrap_or_default(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}
