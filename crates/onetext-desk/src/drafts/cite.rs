//! How provisions are cited: by their labels, or by what stands for one.

use onetext_text::draft::{Draft, Provision};

/// How a provision is cited: "Article 2bis, Option 1, 2.".
pub fn citation(draft: &Draft, place: usize) -> String {
    let mut labels = Vec::new();
    let mut at = Some(place);
    while let Some(place) = at {
        let provision = &draft.provisions[place];
        labels.push(label(provision));
        at = provision.parent;
    }
    labels.reverse();
    labels.retain(|label| !label.is_empty());
    labels.join(", ")
}

/// A label, or a heading where there is no label, or which of the paragraphs without a number it is.
fn label(provision: &Provision) -> String {
    let written = provision.label.written.trim_matches(['[', ']']).trim_end_matches(['.', ':']);
    match (written, provision.heading.as_str()) {
        ("", "") => {
            let number = provision.key.rsplit(['t', 'b', 'h']).next().unwrap_or_default();
            format!("¶ {number}")
        }
        ("", heading) => heading.to_owned(),
        (written, _) => written.to_owned(),
    }
}

pub(super) fn cited(draft: &Draft, places: &[usize]) -> String {
    places.iter().map(|place| citation(draft, *place)).collect::<Vec<_>>().join("\n")
}
