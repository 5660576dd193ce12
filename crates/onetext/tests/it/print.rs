//! Prints: the state of play fits one sheet of A4, whatever the case. Needs Chromium and pdfinfo; says so if absent.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::commands::printed;

fn have(program: &str) -> bool {
    let found = Command::new(program).arg("-v").stdout(Stdio::null()).stderr(Stdio::null()).status();
    found.is_ok()
}

fn pages(html: &Path, folder: &Path) -> usize {
    let pdf = folder.join("page.pdf");
    let status = Command::new("timeout")
        .args([
            "60",
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-pdf-header-footer",
        ])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .arg(format!("file://{}", html.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success(), "chromium could not print");
    let output = Command::new("pdfinfo").arg(&pdf).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap()
}

#[test]
fn the_state_of_play_is_one_sheet() {
    if !have("chromium") || !have("pdfinfo") {
        println!("skipped: chromium or pdfinfo not present");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let html = folder.path().join("status.html");
    for (case, as_of) in [
        ("cases/ukraine-2025", "2025-12-03"),
        ("cases/ukraine-2025", "2025-12-07"),
        ("cases/ukraine-2025", "2025-12-24"),
        ("cases/river-basin", "2026-05-01"),
        ("cases/river-basin", "2026-07-03"),
    ] {
        printed(&["status", case, "--as-of", as_of, "--html", &html.display().to_string()]);
        assert!(fs::metadata(&html).unwrap().len() > 1_000);
        assert_eq!(pages(&html, folder.path()), 1, "{case} as of {as_of} does not fit one sheet");
    }
}
