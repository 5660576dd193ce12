//! What a page calls each kind of entry: one of it, and several.

use onetext_model::Kind;

/// "talking point" and "talking points".
pub(crate) fn kind_names(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Compartment => ("compartment", "compartments"),
        Kind::Membership => ("membership", "memberships"),
        Kind::Consent => ("consent", "consents"),
        Kind::Party => ("party", "parties"),
        Kind::Role => ("role", "roles"),
        Kind::Interest => ("interest", "interests"),
        Kind::Person => ("person", "persons"),
        Kind::Mandate => ("mandate", "mandates"),
        Kind::Track => ("track", "tracks"),
        Kind::Contact => ("contact", "contacts"),
        Kind::Issue => ("issue", "issues"),
        Kind::Option => ("option", "options"),
        Kind::Status => ("state of a point", "states of points"),
        Kind::Preference => ("preference", "preferences"),
        Kind::Reservation => ("reservation", "reservations"),
        Kind::Instrument => ("instrument", "instruments"),
        Kind::Draft => ("draft", "drafts"),
        Kind::Provision => ("provision", "provisions"),
        Kind::Lineage => ("lineage", "lineages"),
        Kind::Wording => ("wording", "wordings"),
        Kind::Position => ("position", "positions"),
        Kind::Ask => ("ask", "asks"),
        Kind::Idea => ("idea", "ideas"),
        Kind::Answer => ("answer", "answers"),
        Kind::Undertaking => ("undertaking", "undertakings"),
        Kind::Link => ("link", "links"),
        Kind::Precedent => ("precedent", "precedents"),
        Kind::Report => ("report", "reports"),
        Kind::Claim => ("claim", "claims"),
        Kind::Grade => ("grade", "grades"),
        Kind::Attribution => ("attribution", "attributions"),
        Kind::Release => ("release", "releases"),
        Kind::Origin => ("origin", "origins"),
        Kind::Withdrawal => ("withdrawal", "withdrawals"),
        Kind::Step => ("next step", "next steps"),
        Kind::Decision => ("decision", "decisions"),
        Kind::TalkingPoint => ("talking point", "talking points"),
        Kind::Question => ("question", "questions"),
        Kind::Ratification => ("ratification step", "ratification steps"),
        Kind::Page => ("page", "pages"),
    }
}
