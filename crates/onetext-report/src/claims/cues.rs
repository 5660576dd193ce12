//! The speech acts: which verbs, nouns and adjectives attribute something to somebody, what each takes, and what kind of act
//! it is. The manual lists them from this table.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::{Quick, Table};

/// What a cue takes as the words that it attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Takes(u16);

impl Takes {
    /// A quotation: "said, '...'".
    pub(crate) const QUOTE: Takes = Takes(1);
    /// A clause with or without "that".
    pub(crate) const CLAUSE: Takes = Takes(1 << 1);
    /// "to" and a verb: "refused to vote".
    pub(crate) const TO: Takes = Takes(1 << 2);
    /// Somebody and "to" and a verb: "urged the sides to meet".
    pub(crate) const SOMEBODY_TO: Takes = Takes(1 << 3);
    /// A noun phrase: "demanded a withdrawal".
    pub(crate) const THING: Takes = Takes(1 << 4);
    /// Something "as" something: "described it as".
    pub(crate) const AS: Takes = Takes(1 << 5);
    /// Somebody to whom it is said, before what is said: "told the paper that".
    pub(crate) const HEARER: Takes = Takes(1 << 6);
    /// Somebody "of" or "for" something: "accused it of".
    pub(crate) const OF: Takes = Takes(1 << 7);
    /// What follows a preposition that belongs to the cue: "called for", "insisted on".
    pub(crate) const AFTER: Takes = Takes(1 << 8);
    /// Of what somebody thinks or wants, not of what somebody says.
    pub(crate) const ATTITUDE: Takes = Takes(1 << 9);

    pub(crate) fn any(self, other: Takes) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn with(self, other: Takes) -> Takes {
        Takes(self.0 | other.0)
    }
}

/// A cue of the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    pub(crate) takes: Takes,
    /// The kind of act, as the manual has it.
    pub(crate) act: &'static str,
}

const SAYS: Takes = Takes::QUOTE.with(Takes::CLAUSE);
const TELLS: Takes = SAYS.with(Takes::HEARER).with(Takes::SOMEBODY_TO);
const THINKS: Takes = Takes::CLAUSE.with(Takes::ATTITUDE);
const WANTS: Takes = Takes::TO.with(Takes::ATTITUDE);

/// Verbs by what they take and what act they are.
const VERBS: &[(&str, Takes, &str)] = &[
    (
        "assert",
        SAYS,
        "say write state stress charge warn note add report announce declare assert claim remark observe comment mention explain continue recall reveal disclose conclude post tweet repeat reiterate stress emphasize underline underscore point argue contend maintain hold insist suggest indicate signal hint imply joke quip reply respond answer counter retort elaborate clarify specify testify swear relate recount confide concede acknowledge admit confess affirm reaffirm echo boast brag complain lament muse opine reason reckon speculate tease shout yell whisper exclaim cry plead quote publish broadcast read detail describe-how venture surmise submit allege proclaim pronounce disagree agree chant sing snap scoff fume rant gush interject grumble moan",
    ),
    (
        "assert",
        TELLS,
        "tell inform notify brief message remind assure reassure advise warn convince persuade caution lecture text",
    ),
    ("ask", SAYS.with(Takes::SOMEBODY_TO).with(Takes::HEARER), "ask"),
    ("ask", SAYS, "wonder inquire"),
    ("confirm", SAYS.with(Takes::THING), "confirm verify"),
    ("deny", SAYS.with(Takes::THING), "deny dispute refute rebut contradict"),
    ("predict", SAYS.with(Takes::THING), "predict forecast estimate calculate project"),
    ("assess", SAYS.with(Takes::THING), "assess judge"),
    ("assess", SAYS, "determine find discover rule"),
    ("show", Takes::CLAUSE, "show demonstrate prove illustrate reflect"),
    ("demand", SAYS.with(Takes::TO).with(Takes::THING), "demand request"),
    (
        "demand",
        SAYS.with(Takes::SOMEBODY_TO),
        "urge implore beg beseech exhort call-on instruct order direct command press push pressure compel force prod cajole lobby invite encourage challenge dare entreat",
    ),
    ("propose", SAYS.with(Takes::TO).with(Takes::THING), "propose recommend advocate offer float"),
    (
        "promise",
        SAYS.with(Takes::TO),
        "promise pledge vow commit undertake guarantee threaten swear volunteer",
    ),
    ("reject", Takes::TO.with(Takes::THING), "refuse decline"),
    (
        "reject",
        Takes::THING,
        "reject dismiss oppose rebuff spurn denounce condemn decry deride protest resist",
    ),
    (
        "accuse",
        Takes::OF,
        "accuse suspect blame fault criticize chide rebuke scold slam blast attack ridicule mock",
    ),
    (
        "evaluate",
        Takes::AS.with(Takes::THING),
        "describe characterize depict portray dub label brand term cast paint hail",
    ),
    ("evaluate", Takes::AS.with(Takes::ATTITUDE), "view see regard consider deem perceive"),
    ("evaluate", Takes::THING.with(Takes::QUOTE), "call"),
    ("compare", Takes::THING, "compare liken equate"),
    ("evaluate", Takes::THING.with(Takes::CLAUSE), "question"),
    (
        "evaluate",
        Takes::THING,
        "praise applaud welcome commend laud criticize lambaste defend tout endorse back support favor favour cite attack mock ridicule admire slam blast condemn",
    ),
    (
        "assert",
        Takes::THING,
        "note acknowledge reveal announce admit disclose stress emphasize repeat reiterate explain concede allege mention outline unveil reference detail promote",
    ),
    (
        "assert",
        Takes::THING,
        "say claim promise pledge vow threaten suggest indicate imply recall recount tweet explain argue contend clarify",
    ),
    (
        "evaluate",
        Takes::THING,
        "bemoan lament bash rip pan pillory berate castigate censure chastise deplore disparage excoriate lampoon malign savage skewer trash deride disavow denigrate downplay reiterate champion tout extol celebrate embrace compliment congratulate thank credit honor honour hail assail decry trumpet underplay dispute highlight document chronicle pitch rate appreciate detest resent regret shrug welcome rehash disown renounce repudiate scorn shun soften",
    ),
    (
        "believe",
        Takes::THING.with(Takes::TO).with(Takes::ATTITUDE),
        "know understand recognize fear suspect foresee envision consider contemplate mull like",
    ),
    (
        "want",
        Takes::THING.with(Takes::ATTITUDE),
        "seek favor favour prefer desire intend plan expect anticipate demand eye pursue",
    ),
    ("promise", Takes::TO, "opt elect"),
    ("evaluate", Takes::THING.with(Takes::ATTITUDE), "love hate despise like dislike trust"),
    ("accept", Takes::THING.with(Takes::TO), "accept approve"),
    ("expect", SAYS.with(Takes::TO).with(Takes::SOMEBODY_TO).with(Takes::ATTITUDE), "expect anticipate"),
    ("want", Takes::TO.with(Takes::SOMEBODY_TO).with(Takes::THING).with(Takes::ATTITUDE), "want"),
    ("want", WANTS, "hope wish intend plan aim seek prefer hesitate propose long yearn"),
    ("hope", SAYS.with(Takes::ATTITUDE), "hope wish"),
    (
        "believe",
        THINKS.with(Takes::QUOTE),
        "believe think feel assume suppose figure guess doubt fear worry know understand realize recognize suspect imagine presume dream fret decide",
    ),
    ("learn", Takes::CLAUSE.with(Takes::ATTITUDE), "learn hear"),
];

/// Verbs whose content follows a preposition that belongs to the cue.
const WITH_PREPOSITION: &[(&str, &str, &str)] = &[
    ("call", "on upon", "demand"),
    ("call", "for", "demand"),
    ("ask", "for", "ask"),
    ("push", "for", "demand"),
    ("press", "for", "demand"),
    ("appeal", "for to", "demand"),
    ("plead", "for with", "demand"),
    ("argue", "for against", "assert"),
    ("insist", "on upon", "demand"),
    ("object", "to", "reject"),
    ("complain", "about of", "evaluate"),
    ("warn", "of against about", "assert"),
    ("speak", "of about", "assert"),
    ("talk", "about of", "assert"),
    ("hint", "at", "assert"),
    ("boast", "of about", "assert"),
    ("lament", "about", "evaluate"),
    ("agree", "with", "accept"),
    ("refer", "to", "assert"),
    ("point", "to", "assert"),
    ("worry", "about", "believe"),
    ("care", "about", "believe"),
    ("think", "of about", "believe"),
    ("believe", "in", "believe"),
    ("dream", "of", "want"),
    ("hope", "for", "hope"),
    ("vote", "for against", "evaluate"),
    ("apologize", "for", "assert"),
    ("comment", "on", "assert"),
    ("elaborate", "on", "assert"),
    ("lash", "out", "accuse"),
    ("disagree", "with", "reject"),
    ("joke", "about", "assert"),
    ("promise", "of", "promise"),
    ("advocate", "for", "propose"),
    ("campaign", "for against", "demand"),
    ("rail", "against", "accuse"),
    ("cast", "doubt", "reject"),
    ("decide", "against on", "believe"),
    ("brush", "aside off", "reject"),
    ("wave", "away off aside", "reject"),
    ("sweep", "aside", "reject"),
    ("set", "aside", "reject"),
    ("shrug", "off", "reject"),
    ("play", "down", "reject"),
    ("turn", "down", "reject"),
    ("rule", "out", "reject"),
    ("write", "of about", "assert"),
    ("joke", "about", "assert"),
    ("wonder", "about", "ask"),
    ("disagree", "on over about", "reject"),
    ("plan", "for on", "want"),
    ("wish", "for", "want"),
    ("know", "of about", "believe"),
    ("learn", "of about", "learn"),
    ("hear", "of about", "learn"),
    ("marvel", "at", "evaluate"),
    ("bristle", "at", "reject"),
    ("scoff", "at", "reject"),
    ("balk", "at", "reject"),
    ("rejoice", "in at", "evaluate"),
    ("testify", "about to", "assert"),
    ("brag", "about of", "assert"),
    ("lie", "about", "assert"),
    ("speculate", "about on", "assert"),
    ("weigh", "in", "assert"),
    ("focus", "on", "assert"),
    ("lean", "toward towards", "want"),
    ("look", "forward", "hope"),
    ("seize", "on", "assert"),
    ("respond", "to", "assert"),
    ("react", "to", "assert"),
    ("double", "down", "assert"),
    ("go", "after", "accuse"),
    ("back", "off away", "reject"),
    ("side", "with", "accept"),
    ("break", "with", "reject"),
];

/// Nouns that carry a statement: "the claim that", "a warning that", "criticism of".
const NOUNS: &[(&str, &str)] = &[
    (
        "assert",
        "claim claims statement statements assertion assertions suggestion remark remarks announcement insistence contention argument allegation allegations accusation accusations charge charges admission acknowledgment report reports revelation conclusion idea notion prediction predictions estimate estimates forecast forecasts assurance assurances testimony warning warnings comment comments declaration disclosure rumor rumors rumour rumours speculation",
    ),
    ("demand", "demand demands request requests call calls insistence ultimatum plea pleas appeal appeals"),
    (
        "promise",
        "promise promises pledge pledges vow vows commitment commitments threat threats offer offers",
    ),
    ("propose", "proposal proposals recommendation recommendations"),
    (
        "want",
        "plan plans desire intention intentions determination eagerness willingness ambition ambitions goal wish refusal reluctance decision bid quest effort efforts",
    ),
    (
        "evaluate",
        "criticism criticisms condemnation denunciation support praise endorsement embrace opposition backing rejection disapproval approval admiration disdain scorn contempt attack attacks outrage anger complaint complaints misgivings reservations enthusiasm skepticism scepticism adulation",
    ),
    (
        "believe",
        "belief beliefs view views fear fears concern concerns worry worries hope hopes opinion expectation expectations doubt doubts conviction impression suspicion suspicions question questions illusions",
    ),
];

/// Nouns that attribute though nobody is named whose they are: "allegations of", "concerns about".
const VOICED: &str = "claims allegations accusations rumors rumours speculation fears concerns worries doubts criticism criticisms skepticism scepticism questions complaints suspicions";

/// Verbs by which somebody has such a noun: "voiced doubts", "issued a warning", "announced plans to".
const HOLDING: &str = "make express raise voice issue announce share release outline unveil give draw show state present repeat reiterate renew have sound launch join lead unleash deliver offer reveal declare";

/// Adjectives of what somebody thinks: "is confident that".
const ADJECTIVES: &str = "confident hopeful optimistic convinced worried concerned certain adamant skeptical sceptical afraid sure critical supportive wary doubtful pessimistic eager proud unhappy willing opposed committed determined reluctant unwilling dismissive disappointed angry furious frustrated aware fearful uncertain unsure alarmed open";

static TABLE: LazyLock<HashMap<&'static str, Cue, Quick>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, Cue, Quick> = HashMap::default();
    for (act, takes, lemmas) in VERBS {
        for lemma in lemmas.split_whitespace() {
            let cue = table.entry(lemma).or_insert(Cue { takes: *takes, act });
            // Somebody who both says and wants with one verb says it.
            let attitude = cue.takes.any(Takes::ATTITUDE) && takes.any(Takes::ATTITUDE);
            cue.takes = Takes(
                (cue.takes.0 | takes.0) & !Takes::ATTITUDE.0 | if attitude { Takes::ATTITUDE.0 } else { 0 },
            );
        }
    }
    table
});

/// The cue that a verb is, by its base form.
pub(crate) fn verb(lemma: &str) -> Option<Cue> {
    if lemma.is_empty() { None } else { TABLE.get(lemma).copied() }
}

/// The act of a verb with the preposition or noun that follows it.
pub(crate) fn with_preposition(lemma: &str, next: &str) -> Option<&'static str> {
    let found = WITH_PREPOSITION.iter().find(|(verb, words, _)| {
        *verb == lemma && words.split(' ').any(|word| word.eq_ignore_ascii_case(next))
    });
    found.map(|(_, _, act)| *act)
}

/// Particles that may stand behind the object: "brushed the appeal aside".
const BEHIND: &[&str] = &["aside", "away", "off", "down", "out"];

/// The act of a verb whose particle stands behind its object.
pub(crate) fn with_particle_behind(lemma: &str, word: &str) -> Option<&'static str> {
    if BEHIND.contains(&word) { with_preposition(lemma, word) } else { None }
}

/// The act of a noun that carries a statement.
pub(crate) fn noun(word: &str) -> Option<&'static str> {
    static TABLE: LazyLock<Table<&'static str>> =
        LazyLock::new(|| Table::of(NOUNS.iter().map(|(act, words)| (*words, *act))));
    TABLE.get(word)
}

/// Whether a noun attributes something though nobody is named whose it is.
pub(crate) fn is_voiced(word: &str) -> bool {
    VOICED.split(' ').any(|noun| noun.eq_ignore_ascii_case(word))
}

/// Whether somebody who does this with a noun that carries a statement makes it.
pub(crate) fn holds(lemma: &str, word: &str) -> bool {
    HOLDING.split(' ').any(|verb| verb == lemma || verb == word) || ["has", "have", "had"].contains(&word)
}

/// Whether an adjective says what somebody thinks.
pub(crate) fn adjective(word: &str) -> bool {
    static TABLE: LazyLock<Table<()>> = LazyLock::new(|| Table::of([(ADJECTIVES, ())]));
    TABLE.has(word)
}
