//! What the draft's own brackets say of a party: `[Midland propose: ...]` is a proposal of Midland's.

use onetext_model::Party;
use onetext_text::brackets::{Stance, brackets, words};
use onetext_text::draft::{Draft, Provision};

/// What a party does with a text in brackets, and the text.
pub(super) fn of_party(text: &str, party: &Party) -> Vec<(Stance, String)> {
    if !text.contains('[') {
        return Vec::new();
    }
    let provision = Provision { text: text.to_owned(), ..Provision::default() };
    let draft = Draft { provisions: vec![provision], ..Draft::default() };
    let owned = brackets(&draft).pairs.into_iter().filter_map(|bracket| {
        let owner = bracket.owner.as_ref()?;
        let is_theirs = owner.parties.iter().any(|name| is_called(party, name));
        let inside = words(&draft, &bracket);
        let (_, proposed) = inside.split_once(':')?;
        is_theirs.then(|| (owner.stance, proposed.trim().to_owned()))
    });
    owned.collect()
}

/// Whether a name means the party.
pub(super) fn is_called(party: &Party, name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let names = [Some(&party.name), party.short.as_ref()].into_iter().flatten().chain(&party.aliases);
    names.into_iter().any(|own| own.to_lowercase() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_belongs_to_whom_it_names() {
        let text =
            "In a [dry][wet] year [Delta/MID propose: , as measured,] flow [Upland oppose: paragraph 2].";
        let party = |name: &str, aliases: &[&str]| Party {
            name: name.to_owned(),
            short: None,
            aliases: aliases.iter().map(ToString::to_string).collect(),
            sort: onetext_model::PartySort::State,
            at_the_table: true,
        };
        let said = |party: &Party| of_party(text, party);
        assert_eq!(said(&party("Midland", &["Mid"])), [(Stance::Proposes, ", as measured,".to_owned())]);
        assert_eq!(said(&party("Upland", &[])), [(Stance::Opposes, "paragraph 2".to_owned())]);
        assert_eq!(said(&party("Lakeside", &[])), []);
    }
}
