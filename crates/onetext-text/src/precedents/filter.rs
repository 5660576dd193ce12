//! What an agreement must be to be looked at: its themes, stage, status, place and years.

use super::agreement::Agreement;
use super::query::Theme;
use super::stages::Stage;

/// What an agreement must be to be looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// It speaks of each of these: by the table's topics, or by its words where no table tells of it.
    pub themes: Vec<Theme>,
    /// It stands at one of these stages; any, where there is none.
    pub stages: Vec<Stage>,
    /// Its status has these words: "unilateral".
    pub status: Option<String>,
    /// Its countries or its talks have these words.
    pub country: Option<String>,
    /// Not before this year.
    pub from_year: Option<i16>,
    /// Not after this year.
    pub to_year: Option<i16>,
}

impl Filter {
    /// Whether an agreement passes; nothing where that is not known of it. Themes are not asked here.
    pub(super) fn passes(&self, agreement: &Agreement) -> Option<bool> {
        let stage = self.stages.is_empty().then_some(true);
        let stage = stage.or_else(|| agreement.stage.map(|stage| self.stages.contains(&stage)));
        let has = |asked: &Option<String>, told: Option<String>| match asked {
            None => Some(true),
            Some(asked) => told.map(|told| told.to_lowercase().contains(&asked.trim().to_lowercase())),
        };
        let status = has(&self.status, agreement.status.clone());
        let where_ = [Some(&agreement.countries), agreement.process.as_ref()];
        let told: Vec<&str> =
            where_.into_iter().flatten().map(String::as_str).filter(|told| !told.is_empty()).collect();
        let country = has(&self.country, (!told.is_empty()).then(|| told.join("\n")));
        let from = self.from_year.unwrap_or(i16::MIN);
        let to = self.to_year.unwrap_or(i16::MAX);
        let any_year = (self.from_year.is_none() && self.to_year.is_none()).then_some(true);
        let years = any_year.or_else(|| agreement.day.map(|day| (from..=to).contains(&day.year())));
        let all = [stage, status, country, years];
        if all.contains(&Some(false)) {
            return Some(false);
        }
        all.iter().all(Option::is_some).then_some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_says_when_it_does_not_know() {
        let mut agreement = Agreement::named(
            super::super::AgreementKey::pax("1"),
            "Accord",
            super::super::Source { file: "t".to_owned(), line: 1 },
        );
        let filter = Filter { stages: vec![Stage::Cea], ..Filter::default() };
        assert_eq!(filter.passes(&agreement), None);
        agreement.stage = Some(Stage::Pre);
        assert_eq!(filter.passes(&agreement), Some(false));
        agreement.stage = Some(Stage::Cea);
        assert_eq!(filter.passes(&agreement), Some(true));
        let years = Filter { from_year: Some(1990), ..filter };
        assert_eq!(years.passes(&agreement), None);
    }
}
