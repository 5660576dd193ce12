//! Verbs by which something is attributed: of saying, asking, promising, thinking, wanting, showing.
//!
//! What each takes and which act it is belongs to `claims`; here a word only has to be known as one of them, so that
//! "claims that" is told from "rules that".

/// Base forms.
pub(super) const SPEECH: &str = "\
accept accuse acknowledge add address admit admonish advertise advise advocate affirm agree allege allow \
announce answer anticipate apologize appeal applaud appreciate approve argue ascertain ask assail assert \
assess assume assure attack attest attribute authorize aver avow back bargain beg believe bemoan berate bet blame \
blast boast brag brief calculate call castigate caution celebrate censure certify challenge charge chastise cheer \
chide cite claim clarify coax comment commend commit compare complain comprehend concede conclude concur condemn \
conjecture confess confide confirm congratulate consider contemplate contend contest contradict convey convince \
correct counsel counter credit criticize curse debate decide declare decline decree decry deem defend \
delight demand demonstrate denounce deny deplore deride describe desire detail determine dictate disagree disapprove \
disavow discern disclose discover discuss dismiss dispute disprove dissent document doubt downplay dream dub \
elaborate emphasize encourage endorse enquire envisage envision establish estimate evaluate exaggerate exclaim \
excoriate exhort expect explain expose express extol fault favor favour fear feel figure find forbid forecast \
foresee foretell gather grant gripe grouse grumble guarantee guess hail hear hint hold hope howl \
hypothesize identify imagine implore imply indicate infer inform inquire insinuate insist instruct intend intimate \
interpret invite joke judge justify know label lambast lambaste lament lash laud learn lecture lie liken list \
lobby maintain marvel mean mention moan mock mourn murmur muse mutter name narrate negotiate note notice notify object \
observe offer opine oppose order outline petition plan plead pledge point ponder posit postulate praise pray preach \
predict prefer presume presuppose pretend proclaim profess project promise promulgate pronounce propose protest prove \
publish purport push question quip quote rage rail rate rationalize react read reaffirm realize reason reassert \
reassure rebuff rebuke rebut recall reckon recognize recollect recommend recount refuse refute regard regret \
reiterate reject rejoin relate relay remark remember remind renounce repeat reply report reprimand request require \
resent resolve respond restate retort reveal ridicule rule say scoff scold see sense show signal slam sneer \
speculate spell state stipulate stress suggest support suppose surmise suspect swear teach tell term testify \
thank theorize think threaten tout tweet underline underscore understand unveil uphold urge vent verify view voice \
volunteer vouch vow want warn welcome whine whisper wish wonder worry write yell";
