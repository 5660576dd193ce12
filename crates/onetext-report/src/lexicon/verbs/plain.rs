//! Regular verbs whose base form is no usual noun.

/// Base forms.
pub(super) const PLAIN: &str = "\
abandon abate abhor abide abolish abort abound abrogate absolve absorb abstain accede accelerate \
accentuate accept acclimatize accommodate accompany accomplish accredit accrue accumulate accuse achieve \
acknowledge acquaint acquiesce acquire acquit activate actualize adapt add adhere adjoin adjourn \
adjudicate adjust administer admire admit admonish adopt adore adorn advertise advise affect affiliate \
affirm affix afflict afford aggravate aggregate agitate agonize agree align allay allege alleviate \
allocate allot allow allude alter alternate amass amaze amend amplify amputate amuse analyze animate annex \
annihilate annotate announce annoy annul anoint antagonize anticipate apologize appall appear append \
applaud apply appoint apportion appraise appreciate apprehend appropriate approve approximate arbitrate \
argue arouse arraign arrange arrive articulate ascend ascertain ascribe ask assail assassinate assemble \
assert assess assign assimilate assist associate assume assure astonish astound atone attach attain attend \
attest attract attribute augment authenticate authorize automate avail avenge aver avert avoid avow await \
awaken backfire backtrack baffle banish bankrupt baptize basic batter befriend beg behave behead believe \
belittle belong bemoan berate bereave beseech besiege betray bewilder blacken blacklist blackmail bless \
blindside blossom bluff blur bluster bolster bombard brag brighten bristle broaden brood bulldoze burgeon \
bury bypass cajole calculate calibrate cancel capitalize capitulate captivate capture careen carry \
castigate categorize cater cease celebrate cement censure centralize certify characterize chasten chastise \
cheat cherish chide christen circulate circumvent cite civilize clamber clarify classify cleanse clear \
clobber co-operate co-ordinate coalesce coax coddle codify coerce coexist cohabit coincide collaborate \
collate collect collide collude colonize combine commandeer commemorate commence commend commercialize \
commit communicate commute compare compel compensate compete compile complain complete complicate comply \
comport compose comprehend compress compute conceal concede conceive concentrate conclude concoct concur \
condemn condense condone confer confess confide configure confirm confiscate conflate conform confound \
confront confuse congratulate congregate conjure connect connote conquer consecrate conserve consider \
consign consist console consolidate conspire constitute constrain constrict construct construe consult \
consume contain contaminate contemplate contend contextualize continue contradict contravene contribute \
contrive convalesce convene converge converse convert convey convince convulse cooperate coordinate \
correct correlate correspond corroborate corrode corrupt counteract covet cram create criminalize cringe \
cripple criticize crouch crowdfund crumble crystallize culminate cultivate curtail cushion customize \
dampen dangle darken dazzle de-escalate deafen debunk decapitate deceive decelerate decentralize decide \
decimate decipher declare declassify decode decommission decompose decorate decouple decriminalize decry \
dedicate deduce deduct deem deepen deescalate deface defame defend defer define deflate deflect deform \
defraud defuse defy degenerate degrade dehumanize delegitimize delete deliberate delineate deliver delude \
delve demean demilitarize demobilize democratize demolish demonize demonstrate demoralize demote denigrate \
denote denounce deny depart depend depict deplete deplore deploy depopulate deport depose depreciate \
depress deprive derail deregulate deride derive descend describe desecrate deserve desist destabilize \
destine destroy detach detain detect deter deteriorate determine detest detonate detract devalue devastate \
develop deviate devise devolve devote devour diagnose dictate differ differentiate diffuse digest digress \
dilute dim diminish disable disaffect disagree disallow disappear disappoint disapprove disarm disassemble \
disassociate disavow disband disbelieve disburse discard discern disclose disconnect discontinue \
discourage discover discredit discriminate discuss disenfranchise disengage disentangle dishearten \
disillusion disincentivize disinfect disinherit disintegrate dismantle dismiss disobey disorient disown \
disparage dispatch dispel dispense disperse displace displease dispose disprove disqualify disregard \
disrespect disrupt dissatisfy disseminate dissipate dissociate dissolve dissuade distinguish distort \
distract distribute disturb diverge diversify divert divest divulge document domesticate dominate don \
donate doublecheck downgrade downplay downsize dramatize drape drench drown dub dupe dwell dwindle earmark \
earn economize edify edit educate efface effectuate elaborate elapse elate elect electrify electrocute \
elevate elicit eliminate elongate elope elucidate elude emanate emancipate embark embarrass embed \
embellish embezzle embitter embody embolden embroil emerge emigrate emit empathize emphasize employ \
empower empty emulate enable enact encapsulate encase enchant encircle enclose encompass encourage \
encroach endanger endear endeavour endorse endow endure energize enforce engage engender engrave engulf \
enhance enjoin enjoy enlarge enlighten enlist enliven enquire enrage enrich enrol enroll enshrine enslave \
ensue ensure entail entangle enter entertain enthrall entice entitle entrap entrench entrust enumerate \
enunciate envelop envisage envision epitomize equal equalize equate equip eradicate erase erect erode err \
erupt escalate establish evacuate evade evaluate evaporate evict evince evoke evolve exacerbate exact \
exaggerate exalt examine exasperate excavate exceed excel excite exclaim exclude excoriate execute \
exemplify exempt exert exhale exhaust exhilarate exhort exist exonerate exorcise expand expect expedite \
expel expend expire explain explode explore expose expound express expropriate expunge extend exterminate \
extinguish extol extort extradite extrapolate extricate exude fabricate facilitate fade familiarize \
fantasize fascinate fast-track fasten fatten feign fertilize fester fetch finalize fine-tune flail flatten \
flatter flaunt flicker flirt flourish flout fluctuate foil foist follow foment forage foreclose foreshadow \
forestall forfeit forge formalize formulate fortify foster frighten frolic frustrate fulfil fulfill fumble \
fume fumigate furnish galvanize garner gather generalize generate germinate ghost glamorize glean gloat \
glorify gnaw govern grapple gravitate greenlight greet grieve grill gripe grouse grovel grumble guarantee \
handcuff happen harass harden harmonize harness harp hasten haunt heal heed heighten hesitate hijack \
hinder hoard hobble hoodwink horrify hospitalize hover humanize humble humiliate hypothesize idealize \
identify idolize ignite ignore illuminate illustrate imagine imbue imitate immerse immigrate immobilize \
immunize impair impart impeach impede impel imperil impersonate implant implicate implore imply impose \
impoverish impress imprison improve improvise inaugurate incapacitate incarcerate incentivize incite \
incline include incorporate incriminate incur indemnify indicate indict individualize induce induct \
indulge industrialize infect infer infest infiltrate inflame inflate inflict inform infringe infuriate \
infuse ingest inhabit inhale inherit inhibit initial initiate inject injure innovate inquire inscribe \
insert insinuate insist inspect inspire install instigate instil instill institutionalize instruct \
insulate insure integrate intend intensify interact intercede intercept interconnect interfere interject \
interlock intermingle internalize interpret interrogate interrupt intersect intersperse intertwine \
intervene intimate intimidate introduce intrude inundate invade invalidate invent invest investigate \
invigorate invite invoke involve irritate isolate itemize jeopardize jettison join justify juxtapose \
kick-start kickstart kidnap kindle knit lag lambast lambaste lament languish last laud launder learn \
legalize legislate legitimize lengthen lessen levitate liberalize liberate lighten liken linger liquidate \
listen litigate live loathe localize locate loom loosen lowball lower lure magnify maim maintain malign \
manage manifest manipulate manufacture marginalize marry marvel masquerade materialize mature maximize \
meander mediate meditate melt memorialize memorize mend merge migrate militarize minimize minister mire \
misappropriate misbehave miscalculate misconstrue mishandle misinform misinterpret misjudge mislabel \
mismanage misplace misquote misrepresent misspell misstate mistreat mistrust misuse mitigate mobilize \
moderate modernize modify molest monopolize motivate mourn muddle muddy multiply mumble muster mutilate \
mutter nab nag narrate narrow nationalize naturalize near necessitate negate negotiate neutralize nominate \
normalize notify nourish nudge nullify nurture obey obfuscate obligate oblige obliterate obscure observe \
obsess obstruct obtain occupy occur offend offload omit ooze operate opine oppose oppress opt orchestrate \
ordain organize originate oscillate ostracize oust outclass outlast outlaw outlive outmaneuver outnumber \
outpace outperform outpoll outraise outrank outshine outsource outvote outweigh outwit overburden \
overcharge overcook overestimate overheat overlap overload overlook overplay overpower overreach overreact \
overrule overshadow oversimplify overstate overstep overturn overwhelm owe own oxidize pacify pamper \
pander paralyze paraphrase pare parrot participate patronize peel penalize penetrate perceive perfect \
perform perish perjure permeate perpetrate perpetuate perplex persecute persevere persist personalize \
personify persuade pertain perturb pervade petrify pierce pigeonhole piggyback pilfer pinpoint placate \
plagiarize plead please plummet plunder poise polarize politicize pollute ponder pore portray posit \
possess postpone postulate pour practise pray pre-empt preach precede precipitate preclude predate \
predetermine predict predispose predominate preempt prefer preoccupy prepare presage prescribe preserve \
preside presume presuppose pretend prevail prevent prioritize privatize proceed proclaim procrastinate \
procreate procure profess professionalize proffer prohibit proliferate prolong promulgate pronounce \
propagate propel prophesy propose proscribe prosecute prosper protect prove provide provoke pry publicize \
publish pulverize punctuate punish purge purify purport pursue quash quell quench quibble quieten radiate \
radicalize rage ransack ratify rationalize rattle ravage raze re-elect re-examine reacquaint react \
reactivate readjust reaffirm realign realize reallocate reap reappear reapply reappoint rearm rearrange \
reassemble reassert reassess reassign reassure rebuff rebuke rebut recalibrate recapture recede receive \
recite reckon reclaim reclassify recline recognize recoil recollect recommence recommend reconcile \
reconfirm reconnect reconsider reconstitute reconstruct reconvene recount recoup recover recreate rectify \
recuperate recur recycle redact redeem redefine redeploy redesign redevelop redirect rediscover \
redistribute redouble reduce reelect reevaluate reexamine refashion refer refinance refine reflect refocus \
reframe refresh refuel refurbish refuse refute regain regenerate register regroup regulate rehabilitate \
rehash rehearse reimburse reimpose rein reinforce reinstall reinstate reinterpret reintroduce reinvent \
reinvest reinvigorate reiterate reject rejoice rejoin rejuvenate rekindle relate relax relegate relent \
relieve relinquish relish relive relocate rely remain remarry remember remind reminisce remodel remove \
rename render renege renegotiate renew renounce renovate reoccupy reopen reorganize reorient repackage \
repatriate repel replace replenish replicate reposition repossess represent repress reprimand reprint \
reproduce republish repudiate repulse repurpose require reschedule rescind resemble resent reserve \
resettle reshape reshuffle reside resign resist resonate respond restart restate restore restrain restrict \
restructure resubmit resume resurface resurrect retain retaliate retire retool retort retract retrain \
retrieve retweet reunify reunite reuse revamp reveal revel reverberate revere revert revise revisit \
revitalize revive revoke revolutionize revolve rig romanticize rot rotate rouse rubber-stamp safeguard \
salvage sanctify sanitize satisfy saturate savor scapegoat scavenge scoff scold scour scramble scrap \
scrawl scribble scrounge scrub scrutinize sculpt seclude secure seduce seem segregate seize select \
self-isolate sensationalize sensitize sequester serenade sever shackle sharpen shatter shelve shepherd \
shortchange shorten shortlist shove show shrivel shrug shun shutter sicken sideline sidestep sidetrack \
signify simmer simplify simulate sizzle skew slaughter sleepwalk smolder smooth smother smuggle snarl \
snatch sneak sneer soar socialize soften solicit solidify solve soothe spearhead specialize specify \
speculate spew splinter spur spurn sputter squabble squander squash squeal squirm stabilize stagnate \
standardize startle starve steady steer sterilize stifle stigmatize stimulate stipulate stockpile \
stonewall straddle straighten strangle strengthen stroll strong-arm strut stun stymie subcontract \
subdivide subdue submerge submit subordinate subpoena subscribe subside subsidize substantiate subsume \
subtract subtweet subvert succeed succumb suck sue suffer suffice suffocate suggest sulk summarize summon \
supersede supervise supplant supplement suppose suppress surmise surmount surpass surrender surround \
survive suspend sustain swerve swiftboat swindle swoon symbolize sympathize synchronize synthesize \
systematize tackle tamper tantalize tarnish teem telegraph televise tempt tend terminate terrify terrorize \
testify thank theorize thicken threaten thrive throb throttle thwart tighten tinker tiptoe toil tolerate \
topple torment totter tout traipse trample tranquilize transcend transcribe transform transgress translate \
transmit transpire traumatize traverse tremble triple trivialize troll trot troubleshoot trounce trudge \
trumpet tug tweak twitch typify unblock uncover underestimate underline undermine underpin underscore \
understate undervalue unearth unfold unfollow unfurl unify unite unleash unload unlock unmask unnerve \
unpack unravel unseat unsettle unveil upend uproot upstage urge urinate usher usurp utilize utter vacate \
vaccinate validate vandalize vanish vanquish vaporize vary veer venerate ventilate verify vest vet vex vie \
vilify vindicate violate visualize vocalize vouch waddle waive wallow wander wane want warm warn warp wary \
waterboard waver weaken wean weaponize weigh wheedle whine whitelist whitewash whittle widen wield wipe \
wiretap wither woo worsen wreak wrest wrestle wriggle wrinkle yank yearn zoom";
