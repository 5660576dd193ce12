//! How well reports are read, on texts with gold: `cargo run --release -p onetext-report --example eval -- [--misses]`.
//!
//! `--gold FOLDER` hand-made gold, `--gum FOLDER` attribution relations of news texts, `--polnear FOLDER` a folder with
//! `text` and `attributions` (brat standoff). Without arguments what lies in the shared test data is taken; what is not
//! there is skipped. `--answers FOLDER` scores another program's JSON instead of ours. `--misses` lists what went wrong.

mod answer;
mod gold;
mod gum;
mod hand;
mod matching;
mod polnear;
mod spans;

use std::path::{Path, PathBuf};

use answer::Answers;

/// What was asked for.
pub(crate) struct Asked {
    pub(crate) gold: PathBuf,
    pub(crate) gum: PathBuf,
    pub(crate) polnear: Option<PathBuf>,
    pub(crate) answers: Answers,
    pub(crate) misses: bool,
}

fn main() {
    let asked = asked();
    for part in [hand::score, polnear::score, gum::score] {
        if let Err(why) = part(&asked) {
            eprintln!("eval: {why}");
            std::process::exit(2);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a measurement is told where its data is")]
fn asked() -> Asked {
    let shared = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let data = std::env::var("ONETEXT_DATA").unwrap_or_else(|_| shared.to_owned());
    let mut asked = Asked {
        gold: Path::new(&data).join("reports"),
        gum: Path::new(&data).join("reports/gum_wikinews"),
        polnear: None,
        answers: Answers::Ours,
        misses: false,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut folder = || arguments.next().map(PathBuf::from).unwrap_or_default();
        match argument.as_str() {
            "--gold" => asked.gold = folder(),
            "--gum" => asked.gum = folder(),
            "--polnear" => asked.polnear = Some(folder()),
            "--answers" => asked.answers = Answers::Folder(folder()),
            "--misses" => asked.misses = true,
            other => {
                eprintln!(
                    "eval: {other:?} is not known: --gold, --gum, --polnear, --answers FOLDER, --misses"
                );
                std::process::exit(2);
            }
        }
    }
    asked
}

/// Counts of what was found, and of what should have been and was.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    pub(crate) gold: usize,
    pub(crate) ours: usize,
    pub(crate) both: usize,
}

impl Count {
    pub(crate) fn add(&mut self, other: Count) {
        self.gold += other.gold;
        self.ours += other.ours;
        self.both += other.both;
    }

    pub(crate) fn precision(self) -> f64 {
        if self.ours == 0 { 0.0 } else { spans::ratio(self.both, self.ours) }
    }

    pub(crate) fn recall(self) -> f64 {
        if self.gold == 0 { 0.0 } else { spans::ratio(self.both, self.gold) }
    }

    pub(crate) fn f1(self) -> f64 {
        let all = self.gold + self.ours;
        if all == 0 { 0.0 } else { spans::ratio(2 * self.both, all) }
    }

    /// "P 0.950 R 0.930 F1 0.940 (37 of 39, 38 found)"
    pub(crate) fn said(self) -> String {
        format!(
            "P {:.3} R {:.3} F1 {:.3} ({} of {}, {} found)",
            self.precision(),
            self.recall(),
            self.f1(),
            self.both,
            self.gold,
            self.ours
        )
    }

    /// "0.950 (37 of 39)": a share of the gold.
    pub(crate) fn share(self) -> String {
        format!("{:.3} ({} of {})", self.recall(), self.both, self.gold)
    }
}
