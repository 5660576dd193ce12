//! Stages of talks and topics of agreements: the codes of the PA-X table, and what we call each.
//!
//! The codes are those of the table as its authors publish it; the words beside them are ours and shorter than the
//! definitions of the PA-X codebook, which stays the authority on what a column means.

/// Where in the talks an agreement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Before substance: talks about talks, principles, confidence.
    Pre,
    /// A ceasefire or what goes with one.
    Cea,
    /// Substance, in part.
    SubPar,
    /// Substance as a whole.
    SubComp,
    /// How an earlier agreement is carried out.
    Imp,
    /// An earlier agreement is renewed.
    Ren,
    /// None of these.
    Other,
}

impl Stage {
    /// Every stage, in the order of talks.
    pub const ALL: [Stage; 7] =
        [Stage::Pre, Stage::Cea, Stage::SubPar, Stage::SubComp, Stage::Imp, Stage::Ren, Stage::Other];

    /// The code of the table.
    pub fn code(self) -> &'static str {
        match self {
            Stage::Pre => "Pre",
            Stage::Cea => "Cea",
            Stage::SubPar => "SubPar",
            Stage::SubComp => "SubComp",
            Stage::Imp => "Imp",
            Stage::Ren => "Ren",
            Stage::Other => "Oth",
        }
    }

    /// What a page calls it.
    pub fn said(self) -> &'static str {
        match self {
            Stage::Pre => "before substance",
            Stage::Cea => "ceasefire",
            Stage::SubPar => "substance, in part",
            Stage::SubComp => "substance, as a whole",
            Stage::Imp => "carrying out",
            Stage::Ren => "renewal",
            Stage::Other => "other",
        }
    }

    /// Reads a code, or the word that a page uses for it, in any case of letters.
    ///
    /// ```
    /// use onetext_text::precedents::Stage;
    /// assert_eq!(Stage::read("subcomp"), Some(Stage::SubComp));
    /// assert_eq!(Stage::read("ceasefire"), Some(Stage::Cea));
    /// assert_eq!(Stage::read("later"), None);
    /// ```
    pub fn read(word: &str) -> Option<Stage> {
        let word = word.trim();
        Stage::ALL
            .into_iter()
            .find(|stage| stage.code().eq_ignore_ascii_case(word) || stage.said().eq_ignore_ascii_case(word))
    }
}

/// What we call a topic of the table; nothing for a column that we know no name for.
///
/// ```
/// assert_eq!(onetext_text::precedents::topic_name("StRef"), Some("referendum"));
/// ```
pub fn topic_name(code: &str) -> Option<&'static str> {
    TOPICS.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// Every topic that we have a name for, with its code.
pub const TOPICS: &[(&str, &str)] = &[
    ("GCh", "children and youth"),
    ("GDis", "persons with disabilities"),
    ("GAge", "age groups"),
    ("GMig", "migrant workers"),
    ("GRa", "racial, ethnic or national groups"),
    ("GRe", "religious groups"),
    ("GInd", "indigenous people"),
    ("GOth", "other groups"),
    ("GRef", "refugees and displaced persons"),
    ("GSoc", "social class"),
    ("GeWom", "women, girls and gender"),
    ("GeMe", "men and boys"),
    ("GeLgbti", "sexual minorities"),
    ("GeFa", "family"),
    ("StDef", "nature of the state"),
    ("StGen", "state as such"),
    ("StCon", "state configuration"),
    ("StSd", "self-determination"),
    ("StRef", "referendum"),
    ("StSym", "state symbols"),
    ("StInd", "independence or secession"),
    ("StUni", "unification"),
    ("StBor", "borders and their delimitation"),
    ("StXbor", "cross-border arrangements"),
    ("Pol", "political institutions"),
    ("PolGen", "political institutions in general"),
    ("PolNew", "new political institutions"),
    ("ConRen", "constitution making"),
    ("Cons", "constitution upheld"),
    ("Ele", "elections"),
    ("ElecComm", "electoral commission"),
    ("PolPar", "political parties"),
    ("Civso", "civil society"),
    ("Tral", "traditional and religious leaders"),
    ("Pubad", "public administration"),
    ("Polps", "sharing of political power"),
    ("Terps", "sharing of territorial power"),
    ("TpsSub", "federation or regions"),
    ("TpsLoc", "local power"),
    ("TpsAut", "autonomous regions"),
    ("TpsOth", "other territorial arrangements"),
    ("Eps", "sharing of economic power"),
    ("EpsRes", "sharing of resources"),
    ("EpsFis", "fiscal federalism"),
    ("Mps", "sharing of military power"),
    ("MpsMe", "merging of forces"),
    ("MpsJt", "joint command"),
    ("MpsPro", "proportions in the forces"),
    ("HrGen", "human rights"),
    ("EqGen", "equality"),
    ("HrDem", "democracy"),
    ("Prot", "protection"),
    ("ProtCiv", "protection of civilians"),
    ("ProtGrp", "protection of groups"),
    ("ProtLgl", "legal protection"),
    ("HrFra", "human rights framework"),
    ("HrCp", "civil and political rights"),
    ("HrSec", "social and economic rights"),
    ("HrNi", "national human rights institutions"),
    ("HrIi", "international human rights institutions"),
    ("HrMob", "freedom of movement and access"),
    ("HrDet", "detention"),
    ("Med", "media"),
    ("HrCit", "citizenship"),
    ("JusCr", "criminal justice"),
    ("JusEm", "state of emergency"),
    ("JusJu", "courts and judiciary"),
    ("JusPri", "prisons"),
    ("JusTra", "traditional law"),
    ("Dev", "development and reconstruction"),
    ("DevSoc", "social development"),
    ("DevHum", "humanitarian assistance"),
    ("NatRes", "natural resources"),
    ("IntFu", "international funds"),
    ("Bus", "business"),
    ("Tax", "taxation"),
    ("Ban", "banks"),
    ("LaRef", "land reform"),
    ("LaNom", "nomads and pastoralists"),
    ("CulHer", "cultural heritage"),
    ("Env", "environment"),
    ("Wat", "water"),
    ("SsrGua", "security guarantees"),
    ("Ce", "ceasefire"),
    ("CeProv", "ceasefire terms"),
    ("CeGen", "ceasefire in general"),
    ("SsrPol", "police"),
    ("SsrArm", "armed forces"),
    ("SsrDdr", "disarmament, demobilisation and reintegration"),
    ("DdrDemil", "demilitarisation"),
    ("DdrProg", "programmes of demobilisation"),
    ("SsrInt", "intelligence services"),
    ("SsrPsf", "forces of armed groups"),
    ("SsrFf", "withdrawal of foreign forces"),
    ("Cor", "corruption"),
    ("SsrCrOcr", "organised crime"),
    ("SsrDrugs", "drugs"),
    ("Terr", "terrorism"),
    ("TjGen", "dealing with the past"),
    ("TjAm", "amnesty"),
    ("TjSan", "lifting of sanctions"),
    ("TjPow", "return of property"),
    ("TjCou", "courts for the past"),
    ("TjMech", "commissions on the past"),
    ("TjPrire", "release of prisoners"),
    ("TjVet", "vetting"),
    ("TjVic", "victims"),
    ("TjMis", "missing persons"),
    ("TjRep", "reparations"),
    ("TjNR", "reconciliation"),
    ("ImUN", "signed by the United Nations"),
    ("ImOth", "signed by other international parties"),
    ("ImRef", "agreement put to a referendum"),
    ("ImPK", "international mission or force"),
    ("ImE", "monitoring and enforcement"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_topic_is_named_twice() {
        let mut codes: Vec<&str> = TOPICS.iter().map(|(code, _)| *code).collect();
        codes.sort_unstable();
        let all = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), all);
        let mut names: Vec<&str> = TOPICS.iter().map(|(_, name)| *name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
