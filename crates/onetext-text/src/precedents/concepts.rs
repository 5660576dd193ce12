//! Notions of peace agreements: which words say the same, which say nearly the same, which topics of a table they are.
//!
//! The table is ours, made from how agreements are worded. A word that is asked for counts in full, its equals for
//! [`EQUAL`], what is near to it for [`NEAR`].

/// What an equal of the word asked for counts.
pub(super) const EQUAL: f64 = 0.7;
/// What a word near to the one asked for counts.
pub(super) const NEAR: f64 = 0.4;

/// A notion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concept {
    /// What it is called: the first of its words.
    pub words: &'static [&'static str],
    /// What says nearly the same, or is part of it.
    pub near: &'static [&'static str],
    /// Its topics in the PA-X table.
    pub topics: &'static [&'static str],
    /// Whether it only ties others together, as "after" does: it counts less.
    pub is_tie: bool,
}

impl Concept {
    /// What it is called.
    pub fn name(&self) -> &'static str {
        self.words[0]
    }
}

const fn notion(
    words: &'static [&'static str],
    near: &'static [&'static str],
    topics: &'static [&'static str],
) -> Concept {
    Concept { words, near, topics, is_tie: false }
}

const fn tie(words: &'static [&'static str], near: &'static [&'static str]) -> Concept {
    Concept { words, near, topics: &[], is_tie: true }
}

/// Every notion.
pub const CONCEPTS: &[Concept] = &[
    notion(&["guarantee"], &["assurance", "underwrite", "stand surety"], &["SsrGua"]),
    notion(
        &[
            "monitor",
            "observe",
            "verify",
            "supervise",
            "oversee",
            "oversees",
            "oversight",
            "overseer",
            "inspect",
        ],
        &["observer mission", "fact finding", "compliance"],
        &["ImE", "ImPK"],
    ),
    notion(
        &["demilitarised zone", "demilitarise", "dmz", "de militarised zone", "demilitarised area"],
        &[
            "buffer zone",
            "zone of separation",
            "separation zone",
            "security zone",
            "disengagement zone",
            "exclusion zone",
            "weapons free",
            "disengagement line",
            "free of weapons",
        ],
        &["DdrDemil"],
    ),
    notion(
        &["ceasefire", "cease fire", "cessation of hostilities", "truce", "armistice"],
        &["end of hostilities", "hostile acts", "stop fighting", "cessation of fighting", "end the fighting"],
        &["Ce", "CeProv"],
    ),
    notion(
        &["referendum", "referenda", "plebiscite"],
        &["popular consultation", "popular vote", "ballot", "put to the people"],
        &["StRef", "ImRef"],
    ),
    notion(
        &["withdrawal of foreign forces", "withdrawal of troops", "foreign forces", "foreign troops"],
        &["withdraw", "withdrawal of forces", "leave the territory", "disengage"],
        &["SsrFf"],
    ),
    notion(
        &["withdrawal", "pull back", "pull out", "pullback"],
        &["redeploy", "disengage", "evacuate", "leave the territory"],
        &["SsrFf"],
    ),
    notion(
        &[
            "prisoner exchange",
            "exchange of prisoners",
            "release of prisoners",
            "prisoner release",
            "prisoners of war",
            "prisoner",
        ],
        &[
            "detainee",
            "detained person",
            "political prisoner",
            "captive",
            "release of persons",
            "held in detention",
        ],
        &["TjPrire"],
    ),
    notion(&["amnesty"], &["pardon", "immunity from prosecution", "shall not be prosecuted"], &["TjAm"]),
    notion(
        &["disarmament", "disarm", "demobilise", "ddr", "decommission"],
        &[
            "cantonment",
            "assembly area",
            "surrender weapons",
            "lay down arms",
            "reintegrate",
            "collection of weapons",
        ],
        &["SsrDdr"],
    ),
    notion(
        &["heavy weapons", "heavy weapon", "heavy weaponry"],
        &["artillery", "tank", "mortar"],
        &["CeProv"],
    ),
    notion(&["election", "elect"], &["vote", "ballot", "poll", "suffrage"], &["Ele"]),
    notion(&["border", "boundary", "frontier"], &["demarcate", "delimit", "territorial line"], &["StBor"]),
    notion(
        &["autonomy", "autonomous", "self government", "special status"],
        &["devolution", "devolve", "self rule", "decentralise"],
        &["TpsAut", "TpsLoc"],
    ),
    notion(
        &["self determination"],
        &["free choice", "secession", "independence", "will of the people"],
        &["StSd"],
    ),
    notion(
        &["refugee", "displaced person", "return of refugees", "internally displaced"],
        &["repatriate", "resettle", "right of return", "place of origin"],
        &["GRef"],
    ),
    notion(&["sanctions", "embargo"], &["restrictive measures"], &["TjSan"]),
    notion(
        &["peacekeeping", "peace keeping", "peacekeeper", "international force", "multinational force"],
        &["stabilisation force", "implementation force", "protection force", "peace force", "neutral force"],
        &["ImPK"],
    ),
    notion(
        &[
            "size of the army",
            "army cap",
            "strength of the armed forces",
            "limit on forces",
            "reduction of forces",
        ],
        &[
            "armed forces shall not exceed",
            "number of troops",
            "ceiling",
            "downsize",
            "proportional downsizing",
        ],
        &["SsrArm"],
    ),
    notion(&["constitution", "constitutional"], &["basic law", "constituent assembly"], &["ConRen", "Cons"]),
    notion(
        &["power sharing", "sharing of power", "government of national unity", "transitional government"],
        &["coalition", "rotating", "proportional representation"],
        &["Polps"],
    ),
    notion(&["reparation", "compensation", "restitution"], &["indemnity", "redress"], &["TjRep"]),
    notion(&["return of property", "property"], &["land and property", "real estate"], &["TjPow"]),
    notion(&["human rights"], &["fundamental freedoms", "civil rights"], &["HrGen"]),
    notion(
        &["mine clearance", "demining", "mine", "minefield", "de mining"],
        &["unexploded", "booby trap"],
        &[],
    ),
    notion(
        &["dispute settlement", "settlement of disputes", "arbitration", "dispute"],
        &["conciliation", "difference of interpretation", "disagreement"],
        &[],
    ),
    notion(
        &["joint commission", "joint committee", "mixed commission"],
        &["liaison", "coordination committee"],
        &["ImE"],
    ),
    notion(
        &["neutrality", "neutral state", "non aligned", "non alignment"],
        &["military alliance", "bloc"],
        &[],
    ),
    notion(&["recognition", "recognise"], &["acknowledge", "sovereignty and territorial integrity"], &[]),
    notion(
        &["missing persons", "missing person"],
        &["fate and whereabouts", "disappeared", "unaccounted for"],
        &["TjMis"],
    ),
    notion(
        &["war crimes", "war crime", "tribunal"],
        &["crimes against humanity", "criminal court"],
        &["TjCou"],
    ),
    notion(
        &["truth commission", "truth and reconciliation", "reconciliation"],
        &["truth"],
        &["TjMech", "TjNR"],
    ),
    notion(
        &["humanitarian access", "humanitarian aid", "humanitarian assistance", "humanitarian", "relief"],
        &["safe passage", "aid convoy"],
        &["DevHum"],
    ),
    notion(
        &["corridor", "transit", "right of passage"],
        &["free passage", "access to the sea", "freedom of movement"],
        &["StXbor"],
    ),
    notion(&["child", "children"], &["minor", "youth"], &["GCh"]),
    notion(&["women", "woman"], &["gender"], &["GeWom"]),
    notion(&["official language", "language"], &["mother tongue", "bilingual"], &[]),
    notion(&["minority", "minorities", "national minority"], &["ethnic community", "ethnic group"], &["GRa"]),
    notion(&["police"], &["law enforcement", "policing"], &["SsrPol"]),
    notion(&["reconstruction", "rebuild", "rehabilitation"], &["donor", "trust fund"], &["Dev", "IntFu"]),
    notion(&["water", "river"], &["basin", "irrigation"], &["Wat"]),
    notion(&["natural resources", "oil", "mineral"], &["revenue", "petroleum"], &["NatRes", "EpsRes"]),
    notion(
        &["wealth sharing", "revenue sharing", "sharing of revenue"],
        &["revenue", "oil revenue"],
        &["EpsRes", "Eps"],
    ),
    notion(&["violation", "breach"], &["non compliance", "infringe"], &[]),
    notion(
        &["entry into force", "enter into force"],
        &["come into force", "take effect", "effective date"],
        &[],
    ),
    notion(
        &["non aggression", "renunciation of force", "use of force"],
        &["refrain from the use of force", "threat or use of force", "not resort to"],
        &[],
    ),
    notion(&["nuclear"], &["atomic", "reactor"], &[]),
    tie(
        &["after", "following", "upon"],
        &["thereafter", "subsequent", "at the end of", "once", "end of the"],
    ),
    tie(&["before", "prior to"], &["until", "not later than", "no later than", "in advance of"]),
    tie(&["during", "throughout"], &["for a period of", "in the course of"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::precedents::topic_name;

    #[test]
    fn every_topic_of_a_notion_is_in_the_table() {
        let topics = CONCEPTS.iter().flat_map(|concept| concept.topics);
        assert_eq!(topics.filter(|topic| topic_name(topic).is_none()).count(), 0);
    }

    #[test]
    fn no_word_belongs_to_two_notions() {
        let mut words: Vec<Vec<String>> = CONCEPTS
            .iter()
            .flat_map(|one| one.words)
            .map(|word| crate::precedents::stems::stems(word))
            .collect();
        words.sort();
        let twice: Vec<_> = words.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        let across = twice.iter().filter(|pair| holders(&pair[0]) > 1).count();
        assert_eq!(across, 0, "{twice:?}");
    }

    fn holders(stems: &[String]) -> usize {
        let has =
            |one: &&Concept| one.words.iter().any(|word| crate::precedents::stems::stems(word) == stems);
        CONCEPTS.iter().filter(has).count()
    }
}
