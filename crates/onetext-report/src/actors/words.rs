//! Words by which actors are named or described, looked up whatever their capitals.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::{Quick, SEATS};

use super::states::{self, Manner, State};

/// What a word can be in a description of an actor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sense(u32);

impl Sense {
    /// "president", "minister", "envoy": holds an office, stands before a name or for its holder.
    pub(super) const OFFICE: Sense = Sense(1);
    /// "deputy", "foreign", "national": before the head of an office.
    pub(super) const RANK: Sense = Sense(1 << 1);
    /// "Defense", "Foreign Affairs": after "Minister of".
    pub(super) const PORTFOLIO: Sense = Sense(1 << 2);
    /// "source", "insider": not named by what the word means.
    pub(super) const SOURCE: Sense = Sense(1 << 3);
    /// "official", "diplomat", "spokesperson": whose words are given without a name.
    pub(super) const OFFICIAL: Sense = Sense(1 << 4);
    /// "ministry", "union", "company"
    pub(super) const BODY: Sense = Sense(1 << 5);
    /// "men", "leaders", "lawmakers": persons in general.
    pub(super) const PERSONS: Sense = Sense(1 << 6);
    /// "pair", "duo"
    pub(super) const PAIR: Sense = Sense(1 << 7);
    /// "side", "parties", "delegation"
    pub(super) const SIDE: Sense = Sense(1 << 8);
    /// "report", "article"
    pub(super) const REPORT: Sense = Sense(1 << 9);
    /// "newspaper", "agency", "outlet"
    pub(super) const PAPER: Sense = Sense(1 << 10);
    /// "son-in-law", "wife"
    pub(super) const KIN: Sense = Sense(1 << 11);
    /// More than one: "officials".
    pub(super) const PLURAL: Sense = Sense(1 << 12);
    pub(super) const MALE: Sense = Sense(1 << 13);
    pub(super) const FEMALE: Sense = Sense(1 << 14);
    /// "country", "nation", "state"
    pub(super) const COUNTRY: Sense = Sense(1 << 15);
    /// "Kremlin", "Pentagon": a residence or seat that speaks.
    pub(super) const SEAT: Sense = Sense(1 << 16);
    /// "Mr.", "Sir"
    pub(super) const COURTESY: Sense = Sense(1 << 17);
    /// "South", "Saint", "Trinidad": the first of several words that name a state.
    pub(super) const BEGINS_STATE: Sense = Sense(1 << 18);

    pub(super) fn any(self, of: Sense) -> bool {
        self.0 & of.0 != 0
    }

    pub(super) const fn with(self, other: Sense) -> Sense {
        Sense(self.0 | other.0)
    }
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    pub(super) sense: Sense,
    pub(super) state: Option<(State, Manner)>,
}

/// Longest word of the table in bytes.
const WORD_BYTES_MAX: usize = 40;

/// What is known of a word, in any capitals; of several words if they are joined by "_".
pub(super) fn known(word: &str) -> Known {
    if word.len() > WORD_BYTES_MAX {
        return Known::default();
    }
    let mut letters = [0u8; WORD_BYTES_MAX];
    let letters = &mut letters[..word.len()];
    letters.copy_from_slice(word.as_bytes());
    letters.make_ascii_lowercase();
    TABLE.get(&*letters).copied().unwrap_or_default()
}

static TABLE: LazyLock<HashMap<Vec<u8>, Known, Quick>> = LazyLock::new(|| {
    let mut table: HashMap<Vec<u8>, Known, Quick> = HashMap::default();
    for (sense, words) in LISTS {
        for word in words.split_whitespace() {
            add(&mut table, word, *sense);
            if sense.any(PLURALISED) {
                add(&mut table, &plural(word), sense.with(Sense::PLURAL));
            }
        }
    }
    for (word, state, manner) in states::all() {
        table.entry(lower(&word)).or_default().state.get_or_insert((state, manner));
        if let Some((first, _)) = word.split_once('_') {
            add(&mut table, &first.to_ascii_lowercase(), Sense::BEGINS_STATE);
        }
    }
    for (seat, name) in SEATS {
        let entry = table.entry(lower(seat)).or_default();
        entry.sense = entry.sense.with(Sense::SEAT);
        entry.state = states::named(name).map(|state| (state, Manner::Adjective));
    }
    table
});

/// As the table has it: small letters where they have no accent, as [`known`] makes them.
fn lower(word: &str) -> Vec<u8> {
    word.to_ascii_lowercase().into_bytes()
}

fn add(table: &mut HashMap<Vec<u8>, Known, Quick>, word: &str, sense: Sense) {
    let entry = table.entry(word.as_bytes().to_vec()).or_default();
    entry.sense = entry.sense.with(sense);
}

const PLURALISED: Sense = Sense::OFFICE
    .with(Sense::SOURCE)
    .with(Sense::OFFICIAL)
    .with(Sense::BODY)
    .with(Sense::SIDE)
    .with(Sense::PAPER);

fn plural(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("man")
        && word.len() > 3
    {
        return format!("{stem}men");
    }
    if let Some(stem) = word.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'o', 'u'])
    {
        return format!("{stem}ies");
    }
    let sibilant = ["s", "sh", "ch", "x"].iter().any(|ending| word.ends_with(ending));
    format!("{word}{}", if sibilant { "es" } else { "s" })
}

const LISTS: &[(Sense, &str)] = &[
    (
        Sense::OFFICE,
        "president vice-president premier minister chancellor secretary secretary-general ambassador envoy speaker \
         senator representative congressman congresswoman governor mayor judge justice prosecutor commissioner \
         director director-general chairman chairwoman chairperson chair chief head leader commander general colonel \
         major captain lieutenant admiral marshal brigadier sergeant adviser advisor negotiator mediator arbitrator \
         attorney lawyer counsel delegate deputy lawmaker legislator parliamentarian spokesman spokeswoman \
         spokesperson analyst economist professor historian expert researcher author founder executive ceo cfo \
         manager coordinator rapporteur undersecretary under-secretary dictator king queen prince princess emir \
         sultan sheikh pope patriarch cardinal archbishop bishop ayatollah imam rabbi activist scientist engineer \
         banker investor billionaire financier strategist aide consul attaché commandant treasurer president-elect \
         co-chair co-chairman co-leader vice-chair facilitator monitor observer ombudsman whip strongman warlord oligarch organiser organizer",
    ),
    (
        Sense::RANK,
        "deputy vice prime foreign national security special senior acting interim former ex first chief defense \
         defence finance interior treasury trade economy energy justice state health labor labour commerce climate \
         presidential top lead permanent assistant associate attorney principal army naval navy air military \
         intelligence political economic legal press communications homeland veteran retired british-born one-time \
         longtime outgoing incoming executive managing human rights honorary crown supreme court federal district \
         business industry",
    ),
    (
        Sense::PORTFOLIO,
        "state staff defense defence foreign affairs finance economy justice energy interior commerce labor labour \
         homeland security health education agriculture transport trade environment culture war police intelligence \
         business industry",
    ),
    (Sense::SOURCE, "source insider whistleblower"),
    (
        Sense::OFFICIAL,
        "official diplomat aide adviser advisor spokesperson spokesman spokeswoman negotiator lawmaker legislator \
         minister officer envoy delegate representative staffer executive person individual participant member \
         lawyer attorney expert analyst politician bureaucrat mediator commander ambassador observer",
    ),
    (
        Sense::BODY,
        "ministry department government administration cabinet parliament congress senate council committee \
         commission court tribunal bank fund union association federation confederation alliance league company \
         corporation firm manufacturer carrier airline employer bureau office agency authority board party army \
         military police command staff embassy consulate mission institute university college foundation centre \
         center organisation organization group movement militia front coalition bloc secretariat chamber assembly \
         duma rada directorate service force district local brotherhood guild society club trust holdings industries \
         automaker carmaker chipmaker planemaker steelmaker shipbuilder insurer grocer retailer railway operator studio hospital regulator watchdog nonprofit charity church think-tank \
         delegation team presidency chancellery treasury house subcommittee sub-committee panel",
    ),
    (
        Sense::BODY,
        "inc inc. corp corp. ltd ltd. co. llc plc ag sa gmbh co nato eu un imf osce iaea wto opec asean g7 g20 brics icrc",
    ),
    (
        Sense::PERSONS.with(Sense::PLURAL),
        "people persons men women leaders workers members voters residents soldiers troops experts critics supporters \
         opponents rebels separatists lawmakers parliamentarians politicians families relatives activists protesters \
         journalists observers allies partners counterparts principals emissaries interlocutors individuals \
         participants visitors guests insiders intermediaries authorities staffers aides colleagues veterans refugees",
    ),
    (Sense::PAIR.with(Sense::PLURAL), "pair duo trio both"),
    (Sense::SIDE, "side party delegation team camp counterpart"),
    (Sense::REPORT, "report article story dispatch"),
    (
        Sense::PAPER,
        "newspaper agency outlet publication magazine broadcaster daily weekly paper newswire portal channel network \
         website wire television tv radio media",
    ),
    (
        Sense::KIN.with(Sense::MALE),
        "son-in-law son brother husband father nephew uncle brother-in-law father-in-law",
    ),
    (
        Sense::KIN.with(Sense::FEMALE),
        "daughter-in-law daughter sister wife mother niece aunt sister-in-law widow",
    ),
    (
        Sense::KIN,
        "friend ally confidant confidante partner protégé successor predecessor counterpart colleague",
    ),
    (
        Sense::MALE,
        "spokesman chairman congressman king prince emir sultan sheikh pope patriarch cardinal archbishop imam rabbi \
         strongman man businessman statesman",
    ),
    (Sense::FEMALE, "spokeswoman chairwoman congresswoman queen princess woman businesswoman first_lady"),
    (Sense::COUNTRY, "country nation state kingdom republic"),
    (
        Sense::COUNTRY.with(Sense::PLURAL),
        "countries nations states powers neighbours neighbors governments capitals",
    ),
    (Sense::COURTESY.with(Sense::MALE), "mr mr. sir lord herr monsieur señor"),
    (Sense::COURTESY.with(Sense::FEMALE), "mrs mrs. ms ms. miss dame lady madame baroness frau"),
    (Sense::COURTESY, "dr dr. prof prof. rev rev. hon hon."),
    (
        Sense::OFFICE,
        "gen. lt. col. maj. capt. sgt. adm. cmdr. brig. gen lt col maj capt sgt brig cmdr sen. rep. gov. pres. amb. sec.",
    ),
];
