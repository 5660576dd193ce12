//! Cases on disk, read for a test.

use std::fs;
use std::path::{Path, PathBuf};

use onetext_folder::Files;
use onetext_model::{AsOf, Case, CompartmentId, Day, Finding, Person, PersonId, Severity, View, Viewer};

/// The small invented case beside these tests.
pub fn low_bridge() -> Case {
    let (case, findings) = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/low-bridge"));
    let errors: Vec<&Finding> = findings.iter().filter(|found| found.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    case
}

/// The folder of a shipped case.
pub fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases").join(name)
}

/// A case folder as a case, with what was found in it.
pub fn read(folder: &Path) -> (Case, Vec<Finding>) {
    admit(&files(folder))
}

/// The small case with one more file.
pub fn low_bridge_with(path: &str, text: &str) -> Case {
    low_bridge_with_all(&[(path, text)])
}

/// The small case with more files.
pub fn low_bridge_with_all(more: &[(&str, &str)]) -> Case {
    let mut files = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/low-bridge"));
    files.extend(more.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    let (case, findings) = admit(&files);
    let errors: Vec<&Finding> = findings.iter().filter(|found| found.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    case
}

/// The files of the small case without those of some private places.
pub fn low_bridge_without(places: &[&str]) -> Case {
    let mut files = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/low-bridge"));
    let all = files.len();
    files.retain(|name, _| !places.iter().any(|place| name.starts_with(&format!("private/{place}/"))));
    assert!(files.len() < all, "no such place: {places:?}");
    admit(&files).0
}

fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    walk(folder, "", &mut files);
    files
}

fn admit(files: &Files) -> (Case, Vec<Finding>) {
    onetext_folder::read(files).admit(files).expect("the folder holds a case")
}

#[expect(clippy::disallowed_methods, reason = "a test reads its case from disk")]
fn walk(folder: &Path, prefix: &str, files: &mut Files) {
    for item in fs::read_dir(folder).expect("a folder") {
        let item = item.expect("an item of a folder");
        let name = item.file_name().into_string().expect("a name in UTF-8");
        if item.path().is_dir() {
            walk(&item.path(), &format!("{prefix}{name}/"), files);
        } else if !name.starts_with('.') {
            files.insert(format!("{prefix}{name}"), fs::read(item.path()).expect("a readable file"));
        }
    }
}

/// What the members of a circle knew on a day.
pub fn circle<'a>(case: &'a Case, label: &str, day: Day) -> View<'a> {
    let audience = case.audience_of(&[label]).expect("a declared circle");
    let circle: CompartmentId = audience.compartments().next().expect("one circle");
    View::of(case, Viewer::Compartment(circle), AsOf::known_by(day))
}

/// What a person knew on a day, and who that is.
pub fn person<'a>(case: &'a Case, label: &str, day: Day) -> (View<'a>, PersonId) {
    let everything = View::of(case, Viewer::Keeper, AsOf::known_by(day));
    let id = PersonId(everything.labelled::<Person>(label).expect("a person of that label").id());
    (View::of(case, Viewer::Person(id), AsOf::known_by(day)), id)
}
