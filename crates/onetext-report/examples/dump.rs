//! Readings of the files that are named, as JSON, one a line.
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let (outlet, published) = (std::env::var("OUTLET").ok(), std::env::var("PUBLISHED").ok().and_then(|d| d.parse().ok()));
        let reading = onetext_report::read(&text, &onetext_report::About { outlet, published, language: None });
        println!("{}", serde_json::to_string(&onetext_report::to_json(&reading, &text)).unwrap());
    }
}
