//! Which options a draft contains: on the shipped case, whose options name the points that they are taken from.

use std::collections::BTreeSet;

use onetext_desk::settlement::options_of_draft;
use onetext_model::{AsOf, Day, Draft, DraftId, IssueOption, View, Viewer};

use crate::folder::{read, shipped};

#[test]
fn a_draft_has_one_option_of_each_issue_that_it_settles() {
    let (case, _) = read(&shipped("ukraine-2025"));
    let view = View::of(&case, Viewer::Anybody, AsOf::today(Day::constant(2025, 12, 24)));
    let draft = view.labelled::<Draft>("us-28").expect("the 28 points are on file");
    let options = options_of_draft(&view, DraftId(draft.id()));
    let found = options.iter().map(|option| view.find::<IssueOption>(*option).expect("an option on file"));
    let issues: Vec<_> = found.map(|option| view.latest(option.fact.issue.0)).collect();
    assert!(issues.len() > 15, "{} issues", issues.len());
    assert_eq!(issues.iter().collect::<BTreeSet<_>>().len(), issues.len(), "two options of one issue");
    let name = |label: &str| view.labelled::<IssueOption>(label).map(|option| option.id());
    let has = |label| options.iter().any(|option| Some(option.0) == name(label));
    assert!(has("amnesty/full") && !has("amnesty/victims"), "the second is of another draft");
}
