//! Verbs: base forms, from which the regular forms are made, and the irregular ones.

use super::Classes;

/// Regular verbs in their base form.
pub(super) const REGULAR: &str = "\
abandon abolish absorb abuse accelerate accept accompany account accumulate accuse achieve acknowledge acquire act adapt add address adhere adjust \
administer admire admit adopt advance advise advocate affect afford agree aid aim alarm alert align allege alleviate allocate allow ally alter amend \
amount analyze announce annex annoy answer anticipate apologize appeal appear applaud apply appoint appreciate approach approve argue arm arrange arrest \
arrive ask assail assassinate assemble assert assess assign assist assume assure attach attack attain attempt attend attract attribute authorize avert \
avoid await award back balance ban bar bargain base batter battle beg behave believe belong benefit bet bill blame blast block board boast bolster bomb \
boost border bother boycott brand breach brief broadcast broker brush budget cajole calculate call calm campaign cancel care carry cast cause caution \
cease celebrate center certify chair challenge change characterize charge chart chase chat check cheer chide cite claim clarify clash classify clear climb close \
cloud coax coerce coincide collapse collate collect collude combat combine comfort command commemorate commence commend comment commission commit \
communicate compare compel compensate compete compile complain complement complete complicate comply compose compromise concede conceal concentrate concern \
conclude concur condemn condition conduct confer confess confide confine confirm confiscate conflict conform confront confuse congratulate connect consent \
conserve consider consist consolidate constitute constrain construct consult consume contact contain contemplate contend contest continue contract \
contradict contrast contribute control convene converge convert convey convict convince cooperate coordinate copy correct cost counsel count counter court cover \
craft crash create credit cripple criticize cross crush culminate curb curtail curse damage dare dash date debate debunk decide declare decline decrease \
decry dedicate deem deepen defeat defect defend defer define defuse defy delay delegate deliver demand demilitarize demonstrate denounce deny depart depend \
depict deploy deport depose derail deride describe deserve design desire despair destabilize destroy detail detain deter deteriorate determine develop \
devastate devote dictate differ diminish direct disagree disappear disappoint disapprove disarm discard disclose discount discourage discover discriminate \
discuss dismantle dismiss dispatch dispel display dispute disregard disrupt dissolve distance distinguish distort distribute distrust disturb divert divide \
divulge document dodge dominate donate double doubt downgrade downplay draft drag drop duck dub dwell earn ease echo edge edit elaborate elect elicit eliminate elude \
embargo embark embrace emerge emphasize employ empower enable enact encounter encourage end endanger endorse endure enforce engage enhance enjoy enlist \
ensure enter entertain entitle entrust envisage envision equate erase erode escalate escape establish estimate evacuate evade evaluate evolve exaggerate examine \
exceed exchange exclude excuse execute exempt exercise exert exhaust exhort exist expand expect expel experience expire explain explode exploit explore \
export expose express extend extract face facilitate factor fail fault favor favour fear feature file fill finalize finance finish fire fix flag flee flood float \
focus follow foment force forecast foresee form formulate foster frame free frighten fuel fulfil fulfill function fund fume gain gather generate glorify govern grant grasp \
greet grieve grouse guarantee guard guess guide halt hand handle hang happen harass harbor harden harm harp hasten hatch head heal help herald hesitate highlight hijack hint hire \
honor honour hope host hound house identify ignite ignore illustrate imagine impart impeach impede implement implicate implore imply import impose impress improve \
include incorporate increase incur indicate induce infer inflict influence inform inherit initial initiate injure inquire insert insinuate insist inspect inspire \
install instruct insult integrate intend intensify intercept interest interfere interpret intervene interview intimidate introduce invade invest investigate \
invite invoke involve isolate issue jail jeopardize join joke jolt judge jump justify kick kidnap kill knock label labor labour lack lament land lash last laud laugh launch \
lean leak learn lease lecture legalize legitimize lessen level levy liberate lie lift liken limit link list listen live load lobby locate lock look loom loosen lower maintain \
manage mandate manipulate march mark marvel mask master match matter measure mediate mention merge merit minimize mirror misinterpret mislead misread mistreat moan mobilize mock moderate \
modernize modify monitor motivate mount move mourn murder muse name narrow near necessitate need negotiate nominate normalize note notice notify number obey object \
oblige observe obstruct obtain occupy occur offend offer omit open operate opine oppose opt order organize oust outlaw outline outrage overlook oversee owe own pacify pack paint panic \
paralyze pardon parrot part participate pass patrol pause penetrate perceive perform permit persecute persist persuade pick place plan play plead please pledge plot plunge point poise poll ponder portray pose \
position possess post postpone pour praise pray preach precede precipitate preclude predict prefer prepare prescribe present preserve press pressure presume pretend prevail prevent prioritize privatize probe proceed process proclaim procure \
produce profess profit progress prohibit project prolong promise promote prompt pronounce propel propose prosecute protect protest prove provide provoke publicize publish pull punish purchase purge pursue push \
quarrel question quip quote rage raise rally range rank ratify rationalize ravage reach react reaffirm realize reason reassert reassess reassure rebuff rebuke rebut recall recede receive reckon recognize recommend reconcile \
reconfirm reconsider reconstruct record recount recover recruit reduce refer reflect reform refrain refuse refute regain regard register regret regulate reimburse reinforce reinstate reiterate reject rejoin relate relax relay release relieve \
relinquish relocate rely remain remark remember remind remove renege renew renounce rent reopen repair repay repeal repeat repel replace reply report represent reprimand request require rescue research resemble resent reserve reset reside \
resign resist resolve resort respect respond restart rest restore restrain restrict result resume retain retaliate retire retort retract retreat retrieve return reunite reveal reverse review revise revive revoke reward ridicule rip risk rocket rouse \
ruin rule rumble rush sabotage sanction satisfy save scale scare schedule scoff scold score scorn scramble scrap screen scrutinize search secure seem seize select sense separate serve settle shape share sharpen shelter shelve shift shock \
shore shout shove show shrug shun shuttle sideline sign signal simplify skip slam slap slash slow smear smooth snap snub soar soften solicit solidify solve sound spark spat specify speculate spell spike split sponsor spot spread spur spurn squander stabilize stage stall stamp \
stand star start startle state station stem step stereotype stifle stipulate stop storm strain strengthen stress stretch strike strip structure struggle study stumble stun stymie submit subpoena subside substitute succeed suffer suffice suggest suit sum summarize summon supervise supplement supply \
support suppose suppress surface surge surmise surpass surprise surrender surround survey survive suspect suspend sustain swamp switch sympathize tackle tackle talk tamper tape target tariff tax tease tempt tend tender term terminate terrify terrorize test testify thank theorize threaten thunder thwart tie \
tighten topple torture total totter touch tour tout track trade trail train transfer transform transit translate transmit transport trap travel treat trick trigger trim triple troll trouble trust try tune turn tweet twist underline undermine underscore undertake unify unite unleash unveil update upgrade \
uphold urge use usher utilize utter vacate validate value vanish vary venture verify veto vet view vilify violate visit voice volunteer vote vouch vow waive walk want warn warrant waste watch weaken weigh welcome whine whip whisper widen wield wince wipe wish withhold witness wonder work worry worsen wound wrap wreck wrestle yearn yell yield";

/// Irregular verbs: base, past, participle.
pub(super) const IRREGULAR: &str = "\
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|leap leapt leapt|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken|misunderstand misunderstood misunderstood|offset offset offset|overcome overcame overcome|oversee oversaw overseen|overthrow overthrew overthrown|pay paid paid|prove proved proven|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|undergo underwent undergone|understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld|wake woke woken|wear wore worn|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written|rewrite rewrote rewritten|retell retold retold|foretell foretold foretold|outbid outbid outbid";

/// Every form of every verb, with its base form.
pub(super) fn each(add: &mut dyn FnMut(&'static str, Classes, &'static str)) {
    for row in IRREGULAR.split('|') {
        let mut forms = row.split_whitespace();
        let (Some(base), Some(past), Some(participle)) = (forms.next(), forms.next(), forms.next()) else {
            continue;
        };
        let [third, _, gerund] = regular_forms(base);
        add(base, Classes::VERB_BASE, base);
        add(past, Classes::VERB_PAST, base);
        add(participle, Classes::VERB_PARTICIPLE, base);
        add(third.leak(), Classes::VERB_S, base);
        add(
            if base == "get" || base == "sit" || base == "put" || base == "run" {
                doubled(base).leak()
            } else {
                gerund.leak()
            },
            Classes::VERB_ING,
            base,
        );
    }
    for base in REGULAR.split_whitespace() {
        let [third, past, gerund] = regular_forms(base);
        add(base, Classes::VERB_BASE, base);
        add(third.leak(), Classes::VERB_S, base);
        add(past.leak(), Classes::VERB_PAST.with(Classes::VERB_PARTICIPLE), base);
        add(gerund.leak(), Classes::VERB_ING, base);
    }
}

fn doubled(base: &str) -> String {
    let last = base.chars().next_back().unwrap_or('t');
    format!("{base}{last}ing")
}

/// Forms of a regular verb: third person, past, "-ing".
pub(super) fn regular_forms(base: &str) -> [String; 3] {
    let last = base.chars().next_back().unwrap_or('e');
    let before = base.chars().rev().nth(1).unwrap_or('a');
    let is_vowel = |letter: char| "aeiou".contains(letter);
    let stem = base.strip_suffix('e');
    if last == 'y' && !is_vowel(before) {
        let cut = base.strip_suffix('y').unwrap_or(base);
        return [format!("{cut}ies"), format!("{cut}ied"), format!("{base}ing")];
    }
    let hisses = ["s", "sh", "ch", "x", "z", "o"].iter().any(|end| base.ends_with(end));
    let third = if hisses { format!("{base}es") } else { format!("{base}s") };
    if let Some(cut) = base.strip_suffix("ie") {
        return [third, format!("{base}d"), format!("{cut}ying")];
    }
    if let Some(stem) = stem.filter(|_| !base.ends_with("ee") && !base.ends_with("oe")) {
        return [third, format!("{base}d"), format!("{stem}ing")];
    }
    if last == 'e' {
        return [third, format!("{base}d"), format!("{base}ing")];
    }
    if doubles(base) {
        return [third, format!("{base}{last}ed"), format!("{base}{last}ing")];
    }
    [third, format!("{base}ed"), format!("{base}ing")]
}

/// Whether the last letter is doubled: "ban", "admit", "refer".
pub(super) fn doubles(base: &str) -> bool {
    const LONGER: &[&str] = &[
        "admit", "commit", "submit", "omit", "permit", "transmit", "refer", "prefer", "defer", "confer",
        "infer", "incur", "occur", "concur", "compel", "expel", "propel", "repel", "dispel", "control",
        "annex", "regret", "reset", "forget", "begin", "outbid", "deter", "transfer", "kidnap", "abet",
        "patrol", "equip", "rebut",
    ];
    let letters: Vec<char> = base.chars().collect();
    let is_vowel = |letter: char| "aeiou".contains(letter);
    let [.., third, second, last] = letters.as_slice() else { return false };
    let closed = !is_vowel(*third) && is_vowel(*second) && !is_vowel(*last) && !"wxy".contains(*last);
    (closed && letters.iter().filter(|letter| is_vowel(**letter)).count() == 1)
        || (LONGER.contains(&base) && base != "annex")
}
